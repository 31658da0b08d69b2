#include "core/extract/stages.hpp"
namespace standpoint::extract {
bool find_attributions(const Vocabulary&, const model::Codebook*, Article&, Pace) {
    return true;
}
void find_holders(const Vocabulary&, Article&) {}
void read_targets(const Vocabulary&, const Input&, Article&) {}
bool find_stances(const Vocabulary&, const Input&, Article&, Pace) {
    return true;
}
}  // namespace standpoint::extract
