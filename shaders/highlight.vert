#version 300 es
// One rounded box per instance (web/textview/highlights.hpp), a quad made of gl_VertexID alone.
precision highp float;

uniform vec4 u_view;   // x, y, width, height of the page in CSS pixels
uniform float u_scale; // device pixels per CSS pixel

layout(location = 0) in vec4 a_rect;    // x, y, width, height
layout(location = 1) in vec4 a_shape;   // radius left, radius right, outline width, foot height
layout(location = 2) in vec2 a_pattern; // dash, gap; dash 0: solid
layout(location = 3) in vec4 a_fill;
layout(location = 4) in vec4 a_line;

out vec2 v_place; // from the box's centre
flat out vec2 v_half;
flat out vec4 v_shape;
flat out vec2 v_pattern;
flat out vec4 v_fill;
flat out vec4 v_line;

void main() {
    // One device pixel more on each side, for the soft edge.
    vec2 corner = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1)) * 2.0 - 1.0;
    v_half = 0.5 * a_rect.zw;
    v_place = corner * (v_half + 1.0 / u_scale);
    v_shape = a_shape;
    v_pattern = a_pattern;
    v_fill = a_fill;
    v_line = a_line;
    vec2 place = (a_rect.xy + v_half + v_place - u_view.xy) / u_view.zw;
    gl_Position = vec4(place.x * 2.0 - 1.0, 1.0 - place.y * 2.0, 0.0, 1.0);
}
