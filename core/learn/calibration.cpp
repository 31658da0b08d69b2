#include "core/learn/calibration.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace standpoint::learn {

extract::Calibration fit(const std::vector<Judged>& names) {
    double slope = 1, shift = 0;
    for (int round = 0; round < 50; ++round) {
        // Gradient and curvature of the log-likelihood, with a little pull towards the neutral.
        double g0 = -1e-2 * (slope - 1), g1 = -1e-2 * shift, h00 = 1e-2, h01 = 0, h11 = 1e-2;
        for (const Judged& name : names) {
            const double p = std::clamp(static_cast<double>(name.p), 0.01, 0.99);
            const double odds = std::log(p / (1 - p));
            const double q = 1 / (1 + std::exp(-(slope * odds + shift)));
            const double miss = (name.right ? 1.0 : 0.0) - q;
            const double spread = q * (1 - q);
            g0 += miss * odds;
            g1 += miss;
            h00 += spread * odds * odds;
            h01 += spread * odds;
            h11 += spread;
        }
        const double determinant = h00 * h11 - h01 * h01;
        if (!(determinant > 1e-12)) break;
        const double step0 = (h11 * g0 - h01 * g1) / determinant;
        const double step1 = (h00 * g1 - h01 * g0) / determinant;
        slope = std::clamp(slope + step0, 0.1, 4.0);
        shift = std::clamp(shift + step1, -4.0, 4.0);
        if (std::abs(step0) + std::abs(step1) < 1e-6) break;
    }
    return {static_cast<float>(slope), static_cast<float>(shift)};
}

double calibration_error(const std::vector<Judged>& names) {
    struct Bin {
        double p = 0, right = 0, count = 0;
    };
    std::array<Bin, 10> bins{};
    for (const Judged& name : names) {
        Bin& bin = bins[static_cast<std::size_t>(std::clamp(name.p * 10, 0.0F, 9.0F))];
        bin.p += static_cast<double>(name.p);
        bin.right += name.right ? 1 : 0;
        bin.count += 1;
    }
    double error = 0;
    for (const Bin& bin : bins) error += std::abs(bin.p - bin.right);
    return names.empty() ? 0 : error / static_cast<double>(names.size());
}

}  // namespace standpoint::learn
