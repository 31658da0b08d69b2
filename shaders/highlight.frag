#version 300 es
// Fill, outline and foot of a rounded box, from its signed distance; soft over one device pixel.
precision highp float;

uniform float u_scale;

in vec2 v_place;
flat in vec2 v_half;
flat in vec4 v_shape;
flat in vec2 v_pattern;
flat in vec4 v_fill;
flat in vec4 v_line;

out vec4 colour; // premultiplied

const float quarter_turn = 1.5707963;

float inside(float distance) {
    return clamp(0.5 - distance * u_scale, 0.0, 1.0);
}

// The foot: dashes from the left edge on; dashes as long as the line is thick are round dots.
float along_foot(float foot) {
    if (v_pattern.x == 0.0) return 1.0;
    float from_centre = mod(v_place.x + v_half.x, v_pattern.x + v_pattern.y) - 0.5 * v_pattern.x;
    if (v_pattern.x <= foot + 0.25) {
        float below = v_place.y - (v_half.y - 0.5 * foot);
        return inside(length(vec2(from_centre, below)) - 0.5 * v_pattern.x);
    }
    return inside(abs(from_centre) - 0.5 * v_pattern.x);
}

// The outline: the four quarters mirror each other, and a whole number of periods fits each, so that
// the pattern closes.
float along_outline(float radius) {
    if (v_pattern.x == 0.0) return 1.0;
    vec2 straight = v_half - radius;
    vec2 place = abs(v_place);
    float bend = radius * quarter_turn;
    float along = place.x;
    if (place.x > straight.x) {
        along = place.y > straight.y
            ? straight.x + radius * atan(place.x - straight.x, place.y - straight.y)
            : straight.x + bend + straight.y - place.y;
    }
    float whole = straight.x + bend + straight.y;
    float period = whole / max(1.0, floor(whole / (v_pattern.x + v_pattern.y) + 0.5));
    float dash = period * v_pattern.x / (v_pattern.x + v_pattern.y);
    return inside(abs(mod(along + 0.5 * period, period) - 0.5 * period) - 0.5 * dash);
}

void main() {
    float radius = min(v_place.x < 0.0 ? v_shape.x : v_shape.y, min(v_half.x, v_half.y));
    vec2 beyond = abs(v_place) - v_half + radius;
    float distance = length(max(beyond, 0.0)) + min(max(beyond.x, beyond.y), 0.0) - radius;
    float box = inside(distance);

    float line = 0.0;
    if (v_shape.z > 0.0) line = (box - inside(distance + v_shape.z)) * along_outline(radius);
    if (v_shape.w > 0.0)
        line = max(line, box * inside(v_half.y - v_shape.w - v_place.y) * along_foot(v_shape.w));

    float line_alpha = v_line.a * line;
    float fill_alpha = v_fill.a * box * (1.0 - line_alpha);
    colour = vec4(v_line.rgb * line_alpha + v_fill.rgb * fill_alpha, line_alpha + fill_alpha);
}
