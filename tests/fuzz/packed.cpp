// Any bytes as a parcel: what is taken of them is sound, and packed again it is the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/exchange/packed.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace standpoint;
    using exchange::Parcel;
    const auto parcel = exchange::unpack({reinterpret_cast<const char*>(data), size});
    if (!parcel) return 0;
    if (parcel->contents == Parcel::Contents::project && model::problem_in(parcel->project)) {
        std::abort();
    }
    if (parcel->contents == Parcel::Contents::documents) {
        for (const model::Document& document : parcel->project.documents) {
            if (model::problem_in(document)) std::abort();
        }
    }
    const std::string packed = exchange::pack(*parcel);
    const auto again = exchange::unpack(packed);
    if (!again || exchange::pack(*again) != packed) std::abort();
    return 0;
}
