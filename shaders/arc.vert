#version 300 es
// A strip of triangles along an arc (web/textview/arcs.hpp).
precision highp float;

uniform vec4 u_view; // x, y, width, height of the page in CSS pixels

layout(location = 0) in vec2 a_place;
layout(location = 1) in vec2 a_side; // distance from the arc's line, half its width there
layout(location = 2) in vec4 a_colour;

out vec2 v_side;
flat out vec4 v_colour;

void main() {
    v_side = a_side;
    v_colour = a_colour;
    vec2 place = (a_place - u_view.xy) / u_view.zw;
    gl_Position = vec4(place.x * 2.0 - 1.0, 1.0 - place.y * 2.0, 0.0, 1.0);
}
