#include "core/extract/chain_model.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace standpoint::extract {
namespace {

// exp(x) for 0 >= x >= -1 by its series, and by squaring beyond: additions and multiplications
// alone, so that it is the same on every machine.
double exponential_of(double x) {
    int halvings = 0;
    while (x < -0.25) {
        x /= 2;
        ++halvings;
    }
    double term = 1, sum = 1;
    for (int i = 1; i <= 12; ++i) {
        term *= x / i;
        sum += term;
    }
    for (; halvings > 0; --halvings) sum *= sum;
    return sum;
}

// ln(x) for x > 0, by the same means: halved or doubled towards 1, then the series of artanh.
double logarithm_of(double x) {
    double y = 0;
    while (x > 1.5) {
        x /= 2;
        y += 0.693147180559945309;
    }
    while (x < 0.75) {
        x *= 2;
        y -= 0.693147180559945309;
    }
    const double z = (x - 1) / (x + 1);
    double power = z, sum = 0;
    for (int i = 1; i <= 21; i += 2) {
        sum += power / i;
        power *= z * z;
    }
    return y + 2 * sum;
}

// Floats travel as millionths, which have one meaning everywhere.
void put_float(std::string& out, float value) {
    put_u32(out, static_cast<std::uint32_t>(std::lround(value * 1e6F)));
}
float get_float(std::string_view bytes, std::size_t at) {
    return static_cast<float>(static_cast<std::int32_t>(get_u32(bytes, at))) / 1e6F;
}

constexpr std::size_t chain_bytes = 12 + 2 * tag_count * tag_count;

bool read_transitions(std::string_view bytes, ChainModel& model) {
    if (bytes.size() != chain_bytes) return false;
    model.unit = get_float(bytes, 0);
    model.calibration = {get_float(bytes, 4), get_float(bytes, 8)};
    std::size_t at = 12;
    for (std::size_t b = 0; b < tag_count; ++b) {
        for (std::size_t t = 0; t < tag_count; ++t, at += 2) {
            const auto low = static_cast<unsigned char>(bytes[at]);
            const auto high = static_cast<unsigned char>(bytes[at + 1]);
            model.transition[b][t] =
                static_cast<std::int16_t>(static_cast<std::uint16_t>(low | high << 8));
            if (model.transition[b][t] > 4096 || model.transition[b][t] < -4096) return false;
        }
    }
    return model.unit >= 0.001F && model.unit <= 1;
}

}  // namespace

float calibrated(const Calibration& calibration, float p) {
    const double bounded = std::clamp(static_cast<double>(p), 1e-6, 1 - 1e-6);
    const double odds = logarithm_of(bounded / (1 - bounded));
    const double z =
        static_cast<double>(calibration.slope) * odds + static_cast<double>(calibration.shift);
    const double e = exponential_of(z > 0 ? -z : z);
    const double q = z > 0 ? 1 / (1 + e) : e / (1 + e);
    return static_cast<float>(std::clamp(q, 0.01, 0.99));
}

Powers::Powers(float unit) {
    for (int steps = 0; steps * static_cast<double>(unit) < 30; ++steps) {
        powers_.push_back(static_cast<float>(exponential_of(-steps * static_cast<double>(unit))));
    }
}

TagMatrix<float> Powers::of(const TagMatrix<std::int16_t>& transition) const {
    std::int16_t most = INT16_MIN;
    for (const auto& row : transition) {
        most = std::max(most, *std::max_element(row.begin(), row.begin() + tag_count));
    }
    TagMatrix<float> potentials{};
    for (std::size_t b = 0; b < tag_count; ++b) {
        for (std::size_t t = 0; t < tag_count; ++t) {
            potentials[b][t] = (*this)(most - transition[b][t]);
        }
    }
    return potentials;
}

TagRow<float> Powers::of(const TagRow<std::int16_t>& emission) const {
    const std::int16_t most = *std::max_element(emission.begin(), emission.begin() + tag_count);
    TagRow<float> potentials{};
    for (std::size_t t = 0; t < tag_count; ++t) potentials[t] = (*this)(most - emission[t]);
    return potentials;
}

std::string write_chain(const ChainModel& model) {
    std::string out;
    put_float(out, model.unit);
    put_float(out, model.calibration.slope);
    put_float(out, model.calibration.shift);
    for (std::size_t b = 0; b < tag_count; ++b) {
        for (std::size_t t = 0; t < tag_count; ++t) {
            const auto value = static_cast<std::uint16_t>(model.transition[b][t]);
            out += static_cast<char>(value & 255);
            out += static_cast<char>(value >> 8);
        }
    }
    return out;
}

text::Result<ChainModel> read_chain(const ModelFile& file, std::string_view chain_section,
                                    std::string_view weights_section) {
    using text::ErrorKind;
    if (!file.has(chain_section) || !file.has(weights_section)) {
        return model_refusal(ErrorKind::malformed,
                             "The model lacks its weights or its transitions.");
    }
    ChainModel model;
    if (!read_transitions(file.section(chain_section), model))
        return model_refusal(ErrorKind::malformed, "The model's transitions are damaged.");
    auto weights = FeatureWeights::read(file.section(weights_section));
    if (!weights) return weights.error();
    model.weights = std::move(*weights);
    return model;
}

}  // namespace standpoint::extract
