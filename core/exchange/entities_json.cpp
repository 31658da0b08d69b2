#include "core/exchange/entities_json.hpp"

#include <unordered_map>

#include "core/exchange/json.hpp"
#include "core/text/offset_index.hpp"

namespace standpoint::exchange {

std::string write_entities(std::string_view text, const model::Suggestions& suggestions) {
    std::unordered_map<model::Id, std::string_view> canonical;
    for (const model::Entity& entity : suggestions.entities)
        canonical.emplace(entity.id, entity.canonical);
    const text::OffsetIndex index(text);
    const auto code_point = [&index](std::uint32_t byte) {
        return static_cast<std::int64_t>(index.from_byte(byte, text::Unit::code_points));
    };
    std::string json;
    json::Writer out(json);
    out.open('[');
    for (const model::Mention& mention : suggestions.mentions) {
        out.open('{');
        out.key("start");
        out.whole(code_point(mention.span.begin));
        out.key("end");
        out.whole(code_point(mention.span.end));
        out.key("text");
        out.string(text::slice(text, mention.span));
        out.key("type");
        out.string(mention.label);
        if (const auto entity = canonical.find(mention.entity); entity != canonical.end()) {
            out.key("canonical");
            out.string(entity->second);
        }
        out.key("score");
        out.share(mention.provenance.score);
        out.close('}');
    }
    out.close(']');
    return json;
}

}  // namespace standpoint::exchange
