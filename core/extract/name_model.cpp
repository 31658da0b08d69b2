#include "core/extract/name_model.hpp"

#include <utility>

namespace standpoint::extract {

text::Result<NameModel> NameModel::read(const ModelFile& file) {
    auto chain = read_chain(file, "chain", "weights");
    if (!chain) return chain.error();
    NameModel model;
    static_cast<ChainModel&>(model) = std::move(*chain);
    model.card = file.section("card");
    for (auto [name, table] :
         {std::pair{"lists", &model.tables.lists}, std::pair{"clusters", &model.tables.clusters}}) {
        if (!file.has(name)) continue;
        auto opened = PhraseTable::open(file.section(name));
        if (!opened) return opened.error();
        *table = std::move(*opened);
    }
    return model;
}

text::Result<NameModel> NameModel::read(std::string_view bytes) {
    const auto file = ModelFile::open(bytes);
    if (!file) return file.error();
    return read(*file);
}

}  // namespace standpoint::extract
