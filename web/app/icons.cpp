#include "web/app/icons.hpp"

#include <array>
#include <cstdlib>

namespace standpoint::web {

namespace {

// Paths in the letters of SVG, absolute: M move, L line, C cubic curve, Z close. Of our own: O
// circle and D filled dot, both with centre and radius.
constexpr std::array<const char*, static_cast<std::size_t>(Icon::count)> paths{
    "M14.5 6 L8.5 12 L14.5 18",
    "M9.5 6 L15.5 12 L9.5 18",
    "M6 14.5 L12 8.5 L18 14.5",
    "M6 9.5 L12 15.5 L18 9.5",
    "M12 5 L12 19 M5 12 L19 12",
    "O10.5 10.5 6.5 M15.2 15.2 L20.5 20.5",
    "M6 6 L18 18 M18 6 L6 18",
    "M4.8 12.8 L9.8 17.6 L19.2 7",
    "O12 12 9 M9 9 L15 15 M15 9 L9 15",
    "M6 21 L6 4.5 C9.5 2.7 13 6.4 19 4.5 L19 13.6 C13 15.5 9.5 11.8 6 13.6",
    "M12 4.5 L4.5 4.5 L4.5 19.5 L19.5 19.5 L19.5 12 M9.5 14.5 L10.3 11.2 L18.2 3.3 L20.7 5.8 "
    "L12.8 13.7 Z",
    "M6 3.5 L14 3.5 L18.5 8 L18.5 20.5 L6 20.5 Z M14 3.5 L14 8 L18.5 8 M9 12.5 L15.5 12.5 "
    "M9 16.2 L15.5 16.2",
    "O9 8 3.5 M2.5 19.5 C2.5 15.8 5.2 13.8 9 13.8 C12.8 13.8 15.5 15.8 15.5 19.5 "
    "M15.6 4.6 C17.6 4.9 18.9 6.2 18.9 8 C18.9 9.8 17.6 11.1 15.6 11.4 "
    "M18.2 14.3 C20.4 15 21.6 16.8 21.6 19.5",
    "M10 6.5 C6.6 7.6 4.5 10 4.5 13.2 L4.5 17.5 L10 17.5 L10 12.5 L4.6 12.5 "
    "M19.5 6.5 C16.1 7.6 14 10 14 13.2 L14 17.5 L19.5 17.5 L19.5 12.5 L14.1 12.5",
    "M12 4 L12 20 M8 20 L16 20 M5 7 L19 7 M5 7 L2.3 13.5 C2.3 16.3 7.7 16.3 7.7 13.5 Z "
    "M19 7 L16.3 13.5 C16.3 16.3 21.7 16.3 21.7 13.5 Z",
    "M12 6.6 C10 4.9 7 4.5 3.5 4.8 L3.5 18.3 C7 18 10 18.4 12 20 C14 18.4 17 18 20.5 18.3 "
    "L20.5 4.8 C17 4.5 14 4.9 12 6.6 L12 20",
    "M9 5 L4.5 9.5 L9 14 M4.5 9.5 L14.5 9.5 C17.8 9.5 19.5 11.8 19.5 14.5 "
    "C19.5 17.2 17.8 19.5 14.5 19.5 L10 19.5",
    "M15 5 L19.5 9.5 L15 14 M19.5 9.5 L9.5 9.5 C6.2 9.5 4.5 11.8 4.5 14.5 "
    "C4.5 17.2 6.2 19.5 9.5 19.5 L14 19.5",
    "M12 4 L12 15.5 M7 10.8 L12 15.8 L17 10.8 M4.5 19.8 L19.5 19.8",
    "M3.5 18.5 L3.5 5.5 L9.5 5.5 L11.8 8.3 L20.5 8.3 L20.5 18.5 Z",
    "O12 12 4 M12 2.5 L12 5 M12 19 L12 21.5 M2.5 12 L5 12 M19 12 L21.5 12 M5.3 5.3 L7 7 "
    "M17 17 L18.7 18.7 M5.3 18.7 L7 17 M17 7 L18.7 5.3",
    "M20 14.2 C18.8 14.8 17.6 15 16.4 15 C12 15 8.8 11.8 8.8 7.6 C8.8 6.2 9.1 4.9 9.8 3.8 "
    "C6.2 4.8 3.6 8 3.6 12 C3.6 16.8 7.4 20.5 12.2 20.5 C15.8 20.5 18.8 18 20 14.2 Z",
    "M2.5 6 L21.5 6 L21.5 18 L2.5 18 Z M6 10 L7.2 10 M10.2 10 L11.4 10 M14.2 10 L15.4 10 "
    "M17.6 10 L18.4 10 M8 14.3 L16 14.3",
    "M4 7 L20 7 M4 12 L20 12 M4 17 L20 17",
    "M3.5 4.5 L20.5 4.5 L20.5 19.5 L3.5 19.5 Z M9.5 4.5 L9.5 19.5",
    "M3.5 4.5 L20.5 4.5 L20.5 19.5 L3.5 19.5 Z M14.5 4.5 L14.5 19.5",
    "D5.5 12 1.7 D12 12 1.7 D18.5 12 1.7",
};

class Pen {
  public:
    Pen(ImDrawList* list, const char* path, ImVec2 corner, float scale, ImU32 colour, float stroke)
        : list_(list),
          path_(path),
          corner_(corner),
          scale_(scale),
          colour_(colour),
          stroke_(stroke) {}

    void draw() {
        while (*path_ != '\0') {
            const char command = *path_++;
            if (command == 'M') {
                lift(ImDrawFlags_None);
                list_->PathLineTo(point());
            } else if (command == 'L') {
                list_->PathLineTo(point());
            } else if (command == 'C') {
                const ImVec2 first = point(), second = point(), end = point();
                list_->PathBezierCubicCurveTo(first, second, end);
            } else if (command == 'Z') {
                lift(ImDrawFlags_Closed);
            } else if (command == 'O') {
                const ImVec2 centre = point();
                list_->AddCircle(centre, number() * scale_, colour_, 0, stroke_);
            } else if (command == 'D') {
                const ImVec2 centre = point();
                list_->AddCircleFilled(centre, number() * scale_, colour_);
            }
        }
        lift(ImDrawFlags_None);
    }

  private:
    float number() {
        char* end = nullptr;
        const float value = std::strtof(path_, &end);
        path_ = end;
        return value;
    }

    ImVec2 point() {
        const float x = number(), y = number();
        return {corner_.x + x * scale_, corner_.y + y * scale_};
    }

    void lift(ImDrawFlags flags) {
        if (list_->_Path.Size > 1) list_->PathStroke(colour_, flags, stroke_);
        list_->PathClear();
    }

    ImDrawList* list_;
    const char* path_;
    ImVec2 corner_;
    float scale_;
    ImU32 colour_;
    float stroke_;
};

}  // namespace

void draw_icon(ImDrawList* list, Icon icon, ImVec2 centre, float size, ImU32 colour, float stroke) {
    const ImVec2 corner(centre.x - size / 2, centre.y - size / 2);
    Pen(list, paths[static_cast<std::size_t>(icon)], corner, size / 24, colour, stroke).draw();
}

}  // namespace standpoint::web
