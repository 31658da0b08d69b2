// Calibration: how probable names are against how often such names are right.
#pragma once

#include <vector>

#include "core/extract/name_model.hpp"

namespace standpoint::learn {

struct Judged {
    float p = 0;         // the score that the name was given
    bool right = false;  // whether the gold has it, in span and type
};

// Slope and shift of the odds that make scores fit best (Platt 1999, by Newton's method). REQUIRES:
// the scores were given with the neutral calibration.
extract::Calibration fit(const std::vector<Judged>& names);

// The expected calibration error over ten bins of equal width (Naeini et al. 2015).
double calibration_error(const std::vector<Judged>& names);

}  // namespace standpoint::learn
