#include "core/exchange/entities_json.hpp"

#include <unordered_map>

#include "core/exchange/json.hpp"
#include "core/text/utf8.hpp"

namespace standpoint::exchange {
namespace {

// Counts code points on from the byte that was asked for before, as spans in order need it.
class CodePoints {
  public:
    explicit CodePoints(std::string_view text) : text_(text) {}

    std::int64_t before(std::size_t byte) {
        if (byte < byte_) *this = CodePoints(text_);
        for (; byte_ < byte; ++byte_) count_ += text::is_boundary(text_, byte_) ? 1 : 0;
        return count_;
    }

  private:
    std::string_view text_;
    std::size_t byte_ = 0;
    std::int64_t count_ = 0;
};

}  // namespace

std::string write_entities(std::string_view text, const model::Suggestions& suggestions) {
    std::unordered_map<model::Id, std::string_view> canonical;
    for (const model::Entity& entity : suggestions.entities)
        canonical.emplace(entity.id, entity.canonical);
    CodePoints code_points(text);
    std::string json;
    json.reserve(128 * suggestions.mentions.size());
    json::Writer out(json);
    out.open('[');
    for (const model::Mention& mention : suggestions.mentions) {
        out.open('{');
        out.key("start");
        out.whole(code_points.before(mention.span.begin));
        out.key("end");
        out.whole(code_points.before(mention.span.end));
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
