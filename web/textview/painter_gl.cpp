#include <GLES3/gl3.h>

#include <cmath>
#include <cstddef>
#include <cstdint>

#include "web/textview/painter.hpp"
#include "web/textview/shaders.hpp"

namespace standpoint::web {

namespace {

GLuint compile(GLenum kind, const char* source) {
    const GLuint shader = glCreateShader(kind);
    glShaderSource(shader, 1, &source, nullptr);
    glCompileShader(shader);
    return shader;
}

// A program and the vertices that it reads. Our shaders are compiled in a test, so that a failure
// to link here is a lost context: drawing with program 0 then does nothing.
struct Pipeline {
    GLuint program = 0, vertices = 0, layout = 0;
    GLint view = -1, scale = -1;

    void make(const char* vertex, const char* fragment) {
        const GLuint v = compile(GL_VERTEX_SHADER, vertex);
        const GLuint f = compile(GL_FRAGMENT_SHADER, fragment);
        program = glCreateProgram();
        glAttachShader(program, v);
        glAttachShader(program, f);
        glLinkProgram(program);
        glDeleteShader(v);
        glDeleteShader(f);
        view = glGetUniformLocation(program, "u_view");
        scale = glGetUniformLocation(program, "u_scale");
        glGenBuffers(1, &vertices);
        glGenVertexArrays(1, &layout);
        glBindVertexArray(layout);
        glBindBuffer(GL_ARRAY_BUFFER, vertices);
    }

    void destroy() {
        if (program == 0) return;
        glDeleteProgram(program);
        glDeleteBuffers(1, &vertices);
        glDeleteVertexArrays(1, &layout);
        *this = {};
    }

    void use(const ImDrawData& data) const {
        glUseProgram(program);
        glUniform4f(view, data.DisplayPos.x, data.DisplayPos.y, data.DisplaySize.x,
                    data.DisplaySize.y);
        glUniform1f(scale, data.FramebufferScale.x);
        glBindVertexArray(layout);
        glBindBuffer(GL_ARRAY_BUFFER, vertices);
    }
};

const void* at(std::size_t offset) {
    return reinterpret_cast<const void*>(offset);
}

void read(GLuint index, GLint count, bool colour, std::size_t stride, std::size_t offset) {
    glEnableVertexAttribArray(index);
    glVertexAttribPointer(index, count, colour ? GL_UNSIGNED_BYTE : GL_FLOAT,
                          colour ? GL_TRUE : GL_FALSE, static_cast<GLsizei>(stride), at(offset));
}

void read_highlights(std::size_t first) {
    const std::size_t stride = sizeof(Highlight), base = first * stride;
    read(0, 4, false, stride, base + offsetof(Highlight, x));
    read(1, 4, false, stride, base + offsetof(Highlight, radius_left));
    read(2, 2, false, stride, base + offsetof(Highlight, dash));
    read(3, 4, true, stride, base + offsetof(Highlight, fill));
    read(4, 4, true, stride, base + offsetof(Highlight, line));
    for (GLuint i = 0; i < 5; ++i) glVertexAttribDivisor(i, 1);
}

void read_arcs() {
    read(0, 2, false, sizeof(ArcVertex), offsetof(ArcVertex, x));
    read(1, 2, false, sizeof(ArcVertex), offsetof(ArcVertex, side));
    read(2, 4, true, sizeof(ArcVertex), offsetof(ArcVertex, colour));
}

// Scissors to the clip rectangle of the command; false if nothing of it is on the page.
bool scissor(const ImDrawCmd& command, const ImDrawData& data) {
    const ImVec2 scale = data.FramebufferScale, origin = data.DisplayPos;
    const auto x = static_cast<GLint>(std::lround((command.ClipRect.x - origin.x) * scale.x));
    const auto y = static_cast<GLint>(std::lround((command.ClipRect.y - origin.y) * scale.y));
    const auto right = static_cast<GLint>(std::lround((command.ClipRect.z - origin.x) * scale.x));
    const auto bottom = static_cast<GLint>(std::lround((command.ClipRect.w - origin.y) * scale.y));
    if (right <= x || bottom <= y) return false;
    const auto height = static_cast<GLint>(std::lround(data.DisplaySize.y * scale.y));
    glEnable(GL_SCISSOR_TEST);
    glScissor(x, height - bottom, right - x, bottom - y);
    return true;
}

template <class T>
void upload(const std::vector<T>& values, std::size_t offset) {
    if (!values.empty())
        glBufferSubData(GL_ARRAY_BUFFER, static_cast<GLintptr>(offset * sizeof(T)),
                        static_cast<GLsizeiptr>(values.size() * sizeof(T)), values.data());
}

}  // namespace

struct Painter::State {
    Pipeline boxes, strips;
    const HighlightLayers* layers = nullptr;
    const std::vector<ArcVertex>* arcs = nullptr;
    bool uploaded = false;

    void prepare() {
        if (boxes.program == 0) {
            boxes.make(shaders::highlight_vert, shaders::highlight_frag);
            strips.make(shaders::arc_vert, shaders::arc_frag);
            read_arcs();
        }
        if (uploaded) return;
        uploaded = true;
        const std::size_t count = layers->below.size() + layers->above.size();
        glBindBuffer(GL_ARRAY_BUFFER, boxes.vertices);
        glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(count * sizeof(Highlight)), nullptr,
                     GL_STREAM_DRAW);
        upload(layers->below, 0);
        upload(layers->above, layers->below.size());
        glBindBuffer(GL_ARRAY_BUFFER, strips.vertices);
        glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(arcs->size() * sizeof(ArcVertex)),
                     arcs->empty() ? nullptr : arcs->data(), GL_STREAM_DRAW);
    }

    void draw(const ImDrawCmd& command, bool over_text) {
        const ImDrawData& data = *ImGui::GetDrawData();
        if (!scissor(command, data)) return;
        prepare();
        glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
        if (over_text && !arcs->empty()) {
            strips.use(data);
            glDrawArrays(GL_TRIANGLES, 0, static_cast<GLsizei>(arcs->size()));
        }
        const std::size_t count = over_text ? layers->above.size() : layers->below.size();
        if (count == 0) return;
        boxes.use(data);
        read_highlights(over_text ? layers->below.size() : 0);
        glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(count));
    }

    static void run_below(const ImDrawList*, const ImDrawCmd* command) {
        static_cast<State*>(command->UserCallbackData)->draw(*command, false);
    }
    static void run_above(const ImDrawList*, const ImDrawCmd* command) {
        static_cast<State*>(command->UserCallbackData)->draw(*command, true);
    }
};

Painter::Painter() : state_(std::make_unique<State>()) {}

Painter::~Painter() {
    state_->boxes.destroy();
    state_->strips.destroy();
}

void Painter::set(const HighlightLayers& layers, const std::vector<ArcVertex>& arcs) {
    state_->layers = &layers;
    state_->arcs = &arcs;
    state_->uploaded = false;
}

void Painter::below(ImDrawList& list) {
    if (state_->layers->below.empty()) return;
    list.AddCallback(State::run_below, state_.get());
    list.AddCallback(ImDrawCallback_ResetRenderState, nullptr);
}

void Painter::above(ImDrawList& list) {
    if (state_->layers->above.empty() && state_->arcs->empty()) return;
    list.AddCallback(State::run_above, state_.get());
    list.AddCallback(ImDrawCallback_ResetRenderState, nullptr);
}

void Painter::forget() {
    state_->boxes = {};
    state_->strips = {};
}

}  // namespace standpoint::web
