#include "web/app/theme.hpp"

#include <doctest/doctest.h>

using namespace standpoint;

TEST_CASE("text meets WCAG AA on every surface, marks and lines 3:1") {
    for (const bool dark : {false, true}) {
        CAPTURE(dark);
        const web::Theme& t = web::theme(dark);
        for (const ImU32 surface : {t.side, t.article, t.field, t.card, t.hover, t.selected}) {
            CHECK(web::contrast(t.ink, surface) >= 7.0);
            CHECK(web::contrast(t.muted, surface) >= 4.5);
            for (const ImU32 mark : {t.favor, t.against, t.neutral, t.unclear}) {
                CHECK(web::contrast(mark, surface) >= 4.5);
            }
            CHECK(web::contrast(t.accent, surface) >= 4.5);
            CHECK(web::contrast(t.ring, surface) >= 3.0);
            for (const ImU32 label : t.labels) CHECK(web::contrast(label, surface) >= 3.0);
        }
        CHECK(web::contrast(t.on_accent, t.accent) >= 4.5);
        CHECK(web::contrast(t.ink, t.text_selection) >= 4.5);
        CHECK(web::contrast(t.ink, t.wash) >= 7.0);
    }
}

TEST_CASE("contrast is that of the standard: black on white is 21 to 1") {
    CHECK(web::contrast(IM_COL32_BLACK, IM_COL32_WHITE) == doctest::Approx(21.0));
    CHECK(web::contrast(IM_COL32_WHITE, IM_COL32_WHITE) == doctest::Approx(1.0));
}

TEST_CASE("fading scales alpha alone") {
    CHECK(web::faded(IM_COL32(1, 2, 3, 200), 0.5F) == IM_COL32(1, 2, 3, 100));
}
