#include "web/platform/repaint.hpp"

#include <doctest/doctest.h>

using standpoint::web::Repaint;

namespace {

// Runs frames as long as they are due at once, and counts them.
int run(Repaint& repaint, double now) {
    int frames = 0;
    for (; repaint.delay(now) == 0 && frames < 100; ++frames) repaint.begin_frame(now);
    return frames;
}

}  // namespace

TEST_CASE("nothing is drawn until somebody asks") {
    const Repaint repaint;
    CHECK(repaint.delay(0) == Repaint::never);
    CHECK(repaint.delay(1e9) == Repaint::never);
}

TEST_CASE("a wake is one frame and three to settle") {
    Repaint repaint;
    repaint.wake();
    repaint.wake();
    CHECK(run(repaint, 5) == 1 + Repaint::settle_frames);
    CHECK(repaint.delay(5) == Repaint::never);
}

TEST_CASE("a wake during a frame begins the count again") {
    Repaint repaint;
    repaint.wake();
    repaint.begin_frame(0);
    repaint.wake();
    CHECK(run(repaint, 0) == 1 + Repaint::settle_frames);
}

TEST_CASE("a frame in a while comes then, and once") {
    Repaint repaint;
    repaint.after(10, 0.5);
    CHECK(repaint.delay(10) == doctest::Approx(0.5));
    CHECK(repaint.delay(10.4) == doctest::Approx(0.1));
    CHECK(run(repaint, 10.6) == 1);
    CHECK(repaint.delay(11) == Repaint::never);
}

TEST_CASE("the earliest request counts") {
    Repaint repaint;
    repaint.after(0, 3);
    repaint.after(0, 1);
    repaint.after(0, 2);
    CHECK(repaint.delay(0) == doctest::Approx(1));
    repaint.after(0, -5);
    CHECK(repaint.delay(0) == 0);
}

TEST_CASE("frames before its time leave a request as it is") {
    Repaint repaint;
    repaint.after(0, 1);
    repaint.wake();
    CHECK(run(repaint, 0.5) == 1 + Repaint::settle_frames);
    CHECK(repaint.delay(0.5) == doctest::Approx(0.5));
}

TEST_CASE("a timer that fires a hair early does not cost a second frame") {
    Repaint repaint;
    repaint.after(0, 1);
    repaint.begin_frame(0.999);
    CHECK(repaint.delay(0.999) == Repaint::never);
}
