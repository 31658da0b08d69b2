// When the next frame is due. A value without a clock: times are handed in, in seconds on any
// steady clock.
//
// After every wake a few more frames follow, because ImGui's layout needs them to settle; then
// there are none until somebody asks (egui keeps the same two facts, a count and a time).
#pragma once

#include <algorithm>
#include <limits>

namespace standpoint::web {

class Repaint {
  public:
    static constexpr int settle_frames = 3;
    static constexpr double never = std::numeric_limits<double>::infinity();

    void wake() { owed_ = 1 + settle_frames; }

    // At least one frame no later than `seconds` from now.
    void after(double now, double seconds) { due_ = std::min(due_, now + std::max(seconds, 0.0)); }

    // Seconds until the next frame: 0 if one is owed, `never` if nobody asked.
    double delay(double now) const { return owed_ > 0 ? 0.0 : std::max(due_ - now, 0.0); }

    // A frame begins, and pays for what is due. Browser timers fire up to a millisecond early.
    void begin_frame(double now) {
        constexpr double timer_slack = 0.002;
        if (owed_ > 0) --owed_;
        if (due_ <= now + timer_slack) due_ = never;
    }

    int owed() const { return owed_; }

  private:
    int owed_ = 0;
    double due_ = never;
};

}  // namespace standpoint::web
