#version 300 es
// Soft over one device pixel at both sides of the line.
precision highp float;

uniform float u_scale; // device pixels per CSS pixel

in vec2 v_side;
flat in vec4 v_colour;

out vec4 colour; // premultiplied

void main() {
    float alpha = v_colour.a * clamp((v_side.y - abs(v_side.x)) * u_scale + 0.5, 0.0, 1.0);
    colour = vec4(v_colour.rgb * alpha, alpha);
}
