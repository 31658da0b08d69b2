#include <algorithm>
#include <unordered_set>

#include "core/exchange/iso_time.hpp"
#include "core/exchange/jsonl.hpp"
#include "core/exchange/record.hpp"
#include "core/exchange/record_parts.hpp"
#include "core/text/offset_index.hpp"

namespace standpoint::exchange {
namespace {

using model::Id;
using model::Kind;
using text::Span;

std::string_view name_of(text::Newlines newlines) {
    switch (newlines) {
        case text::Newlines::lf: return "lf";
        case text::Newlines::crlf: return "crlf";
        case text::Newlines::cr: return "cr";
        case text::Newlines::mixed: return "mixed";
    }
    return "lf";
}

// The annotator that the unknown members of the record name for all of its items.
std::string annotator_in(const std::string& extra) {
    if (extra.empty()) return {};
    const auto parsed = json::parse(extra, max_record_depth);
    const json::Object* object = parsed ? parsed->object() : nullptr;
    const json::Value* value = object ? json::find(*object, "annotator") : nullptr;
    const std::string* name = value ? value->string() : nullptr;
    return name ? *name : std::string();
}

class RecordWriter {
  public:
    RecordWriter(json::Writer& out, const model::Document& document)
        : out_(out),
          document_(document),
          index_(document.text),
          annotator_(annotator_in(document.info.extra)) {
        for (const model::Entity& entity : document.entities) names_.insert(entity.canonical);
    }

    void write() {
        out_.open('{');
        out_.key("format");
        out_.string("standpoint");
        out_.key("version");
        out_.whole(jsonl_version);
        out_.key("id");
        out_.string(document_.id);
        write_info();
        write_sentences();
        list("targets", document_.targets);
        if (!document_.entities.empty()) list("clusters", document_.entities);
        list("entities", document_.mentions);
        list("attributions", document_.attributions);
        list("stances", document_.stances);
        append_extra(out_, document_.info.extra);
        out_.close('}');
    }

  private:
    void write_info() {
        const model::DocumentInfo& info = document_.info;
        string_unless_empty("title", info.title);
        string_unless_empty("source", info.source);
        string_unless_empty("author", info.author);
        string_unless_empty("date", info.date);
        string_unless_empty("language", info.language);
        out_.key("text");
        out_.string(document_.text);
        if (document_.newlines != text::Newlines::lf) {
            out_.key("newlines");
            out_.string(name_of(document_.newlines));
        }
        flag_if_set("bom", document_.bom);
        string_unless_empty("note", info.note);
        flag_if_set("flagged", info.flagged);
        flag_if_set("done", info.done);
        if (document_.next_id != lowest_next_id()) {
            out_.key("next_id");
            out_.whole(document_.next_id);
        }
    }

    // What a reader finds without being told.
    Id lowest_next_id() const {
        Id highest = 0;
        const auto look_at = [&highest](const auto& table) {
            if (!table.empty()) highest = std::max(highest, table[table.size() - 1].id);
        };
        look_at(document_.targets);
        look_at(document_.entities);
        look_at(document_.mentions);
        look_at(document_.attributions);
        look_at(document_.stances);
        return highest + 1;
    }

    void write_sentences() {
        out_.key("sentences");
        out_.open('[');
        for (const Span span : document_.sentences) write(span);
        out_.close(']');
    }

    template <class T>
    void list(std::string_view name, const model::Table<T>& table) {
        out_.key(name);
        out_.open('[');
        for (const T& item : table) {
            out_.open('{');
            write(item);
            append_extra(out_, item.extra);
            out_.close('}');
        }
        out_.close(']');
    }

    // --- items ---------------------------------------------------------------------------------

    void write(const model::Target& target) {
        out_.key("id");
        out_.string(target.key);
        id("item", Kind::target, target.id);
        out_.key("text");
        out_.string(target.text);
        write(target.provenance);
    }

    void write(const model::Entity& entity) {
        id("id", Kind::entity, entity.id);
        out_.key("canonical");
        out_.string(entity.canonical);
        string_unless_empty("external_id", entity.external_id);
        string_unless_empty("across", entity.across);
        string_unless_empty("note", entity.note);
    }

    void write(const model::Mention& mention) {
        id("id", Kind::mention, mention.id);
        out_.key("start");
        out_.whole(code_point(mention.span.begin));
        out_.key("end");
        out_.whole(code_point(mention.span.end));
        out_.key("text");
        out_.string(text::slice(document_.text, mention.span));
        out_.key("type");
        out_.string(mention.label);
        if (const model::Entity* entity = document_.entities.find(mention.entity)) {
            out_.key("canonical");
            out_.string(entity->canonical);
            id("entity", Kind::entity, entity->id);
        }
        string_unless_empty("normal", mention.normal);
        string_unless_empty("alternative", mention.alternative);
        write(mention.provenance);
    }

    void write(const model::Attribution& attribution) {
        id("id", Kind::attribution, attribution.id);
        write("source", attribution.source);
        write("cue", attribution.cue);
        out_.key("content");
        list(attribution.content);
        write(attribution.holder);
        write(attribution.provenance);
    }

    void write(const model::Stance& stance) {
        id("id", Kind::stance, stance.id);
        write(stance.holder);
        out_.key("target");
        if (const model::Target* target = document_.targets.find(stance.target)) {
            out_.string(target->key);
        } else {
            out_.string("@" + std::string(model::target_text(document_, stance.target)));
            id("target_entity", Kind::entity, stance.target);
        }
        out_.key("polarity");
        out_.string(model::name_of(stance.polarity));
        out_.key("certainty");
        out_.string(model::name_of(stance.certainty));
        out_.key("evidence");
        if (stance.evidence.size() == 1)
            write(stance.evidence.front());
        else
            list(stance.evidence);
        write(stance.provenance);
    }

    // --- parts of items ------------------------------------------------------------------------

    void write(const model::Actor& holder) {
        out_.key("holder");
        if (const model::Entity* entity = document_.entities.find(holder.entity)) {
            out_.string(entity->canonical);
            id("holder_entity", Kind::entity, entity->id);
            return;
        }
        out_.string(holder.none() ? std::string_view("-") : std::string_view(holder.phrase));
        // A phrase that would be read as an entity or as nobody says that it is neither.
        if (holder.phrase == "-" || names_.count(holder.phrase) > 0) {
            out_.key("holder_entity");
            out_.null();
        }
    }

    void write(const model::Provenance& provenance) {
        const bool imported = provenance.origin == model::Origin::imported;
        if (!imported) {
            out_.key("origin");
            out_.string(model::name_of(provenance.origin));
        }
        if (!imported || provenance.decision != default_decision(provenance.origin)) {
            out_.key("decision");
            out_.string(model::name_of(provenance.decision));
        }
        if (provenance.score != 1.0F) {
            out_.key("score");
            out_.share(provenance.score);
        }
        const bool undecided = provenance.decision == model::Decision::suggested;
        if (provenance.annotator != (undecided ? std::string() : annotator_)) {
            out_.key("annotator");
            out_.string(provenance.annotator);
        }
        if (provenance.time_ms != 0) {
            out_.key("time");
            out_.string(iso_time(provenance.time_ms));
        }
        if (!provenance.reasons.empty()) {
            out_.key("reasons");
            out_.open('[');
            for (const std::string& reason : provenance.reasons) out_.string(reason);
            out_.close(']');
        }
        string_unless_empty("note", provenance.note);
        flag_if_set("flagged", provenance.flagged);
    }

    void write(std::string_view name, const std::optional<Span>& span) {
        out_.key(name);
        if (span)
            write(*span);
        else
            out_.null();
    }

    void write(Span span) {
        out_.open('[');
        out_.whole(code_point(span.begin));
        out_.whole(code_point(span.end));
        out_.close(']');
    }

    void list(const std::vector<Span>& spans) {
        out_.open('[');
        for (const Span span : spans) write(span);
        out_.close(']');
    }

    std::int64_t code_point(std::uint32_t byte) const {
        return static_cast<std::int64_t>(index_.from_byte(byte, text::Unit::code_points));
    }

    void id(std::string_view name, Kind kind, Id number) {
        out_.key(name);
        out_.string(id_letter(kind) + std::to_string(number));
    }
    void string_unless_empty(std::string_view name, const std::string& value) {
        if (value.empty()) return;
        out_.key(name);
        out_.string(value);
    }
    void flag_if_set(std::string_view name, bool value) {
        if (!value) return;
        out_.key(name);
        out_.boolean(true);
    }

    json::Writer& out_;
    const model::Document& document_;
    text::OffsetIndex index_;
    std::string annotator_;
    std::unordered_set<std::string_view> names_;
};

}  // namespace

void write_record(json::Writer& out, const model::Document& document) {
    RecordWriter(out, document).write();
}

}  // namespace standpoint::exchange
