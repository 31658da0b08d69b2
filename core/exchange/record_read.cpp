#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "core/exchange/jsonl.hpp"
#include "core/exchange/record.hpp"
#include "core/exchange/record_parts.hpp"
#include "core/text/tokens.hpp"

namespace standpoint::exchange {
namespace {

using model::Actor;
using model::Id;
using model::Kind;
using text::Span;

// The lists of a record, and the member that holds an item's id in each.
struct ListName {
    Kind kind;
    std::string_view list, id;
};
constexpr ListName target_list{Kind::target, "targets", "item"};
constexpr ListName entity_list{Kind::entity, "clusters", "id"};
constexpr ListName mention_list{Kind::mention, "entities", "id"};
constexpr ListName attribution_list{Kind::attribution, "attributions", "id"};
constexpr ListName stance_list{Kind::stance, "stances", "id"};

// An item of a list, with the id that it shall have.
struct Entry {
    const json::Object* object;
    std::size_t index;  // in the file's list
    Id id;
    bool id_from_file;
};

std::optional<text::Newlines> newlines_named(std::string_view name) {
    if (name.empty() || name == "lf") return text::Newlines::lf;
    if (name == "crlf") return text::Newlines::crlf;
    if (name == "cr") return text::Newlines::cr;
    if (name == "mixed") return text::Newlines::mixed;
    return std::nullopt;
}

// Reads one record. The order matters: ids of the whole record first, since items refer to each
// other; then clusters, since mentions, holders and targets name them.
class RecordReader {
  public:
    RecordReader(const json::Object& record, Reporter reporter)
        : object_(record), reporter_(std::move(reporter)), record_(record, reporter_) {}

    text::Result<model::Document> read(std::uint64_t number) {
        if (auto error = check_header()) return std::move(*error);
        read_id(number);
        if (auto error = read_text()) return std::move(*error);
        read_info();
        read_sentences();

        const auto next = record_.whole("next_id");
        const auto targets = entries(target_list);
        const auto clusters = entries(entity_list);
        const auto mentions = entries(mention_list);
        const auto attributions = entries(attribution_list);
        const auto stances = entries(stance_list);
        if (next && *next > document_.next_id && *next <= max_read_id)
            document_.next_id = static_cast<Id>(*next);

        fill(document_.targets, number_missing(targets), &RecordReader::read_target);
        fill(document_.entities, number_missing(clusters), &RecordReader::read_entity);
        fill(document_.mentions, number_missing(mentions), &RecordReader::read_mention);
        fill(document_.attributions, number_missing(attributions), &RecordReader::read_attribution);
        fill(document_.stances, number_missing(stances), &RecordReader::read_stance);

        document_.info.extra = record_.rest();
        return std::move(document_);
    }

  private:
    // --- the document itself -----------------------------------------------------------------

    std::optional<text::Error> check_header() {
        const std::string format = record_.string("format");
        if (format.starts_with("standpoint-")) {
            return wrong_shape("This is " + quoted(format) + ", not Standpoint JSONL.");
        }
        if (!format.empty() && format != "standpoint")
            record_.say("The format " + quoted(format) +
                        " was read as if it were Standpoint JSONL.");
        record_.take("version");
        if (const auto version = version_over(object_, jsonl_version))
            return too_new("record", *version, jsonl_version);
        return std::nullopt;
    }

    void read_id(std::uint64_t number) {
        if (const json::Value* id = record_.take("id")) document_.id = reference(*id);
        const bool missing = document_.id.empty();
        if (missing) document_.id = "document-" + std::to_string(number);
        reporter_.document = document_.id;
        if (missing)
            record_.say("The document has no id and was named " + quoted(document_.id) + ".");
    }

    std::optional<text::Error> read_text() {
        const json::Value* value = record_.take("text");
        const std::string* raw = value ? value->string() : nullptr;
        if (!raw) {
            return wrong_shape("The record has no \"text\" that is a string.");
        }
        auto admitted = text::admit(*raw);
        if (!admitted) return admitted.error();
        // `bom` says that the door has been passed before: another one at the start is text.
        const bool bom = record_.flag("bom");
        const bool restore = bom && admitted->bom;
        if (restore) admitted->text.insert(0, "\xEF\xBB\xBF");
        places_.emplace(*raw, admitted->bom && !restore);
        const auto noted = newlines_named(record_.string("newlines"));
        if (!noted) record_.say("The line ends are none of lf, crlf, cr, mixed; lf was taken.");
        document_.newlines = admitted->newlines == text::Newlines::lf
                                 ? noted.value_or(text::Newlines::lf)
                                 : admitted->newlines;
        document_.bom = bom || admitted->bom;
        document_.text = std::move(admitted->text);
        return std::nullopt;
    }

    void read_info() {
        // Peeked at, not taken: it stays with what is written back.
        const json::Value* annotator = json::find(object_, "annotator");
        if (annotator && annotator->string()) annotator_ = *annotator->string();
        model::DocumentInfo& info = document_.info;
        info.title = record_.string("title");
        info.source = record_.string("source");
        info.author = record_.string("author");
        info.date = record_.string("date");
        info.language = record_.string("language");
        info.note = record_.string("note");
        info.flagged = record_.flag("flagged");
        info.done = record_.flag("done");
    }

    void read_sentences() {
        const json::Array* given = record_.array("sentences");
        if (!given) {
            document_.sentences = text::sentences(document_.text, text::tokenize(document_.text));
            return;
        }
        std::size_t bad = 0;
        for (const json::Value& value : *given) {
            const auto span = span_in(*places_, value);
            const bool follows = span && (document_.sentences.empty() ||
                                          document_.sentences.back().end <= span->begin);
            if (follows)
                document_.sentences.push_back(*span);
            else
                ++bad;
        }
        if (bad > 0) {
            record_.say(std::to_string(bad) + " of the sentences are out of order or outside the " +
                        "text and were left out.");
        }
    }

    // --- ids -----------------------------------------------------------------------------------

    std::vector<Entry> entries(const ListName& name) {
        std::vector<Entry> out;
        const json::Array* list = record_.array(name.list);
        if (!list) return out;
        out.reserve(list->size());
        for (std::size_t i = 0; i < list->size(); ++i) {
            const json::Object* object = (*list)[i].object();
            if (!object) {
                record_.say(std::string(name.list) + "[" + std::to_string(i) +
                            "] is not an object and was dropped.");
                continue;
            }
            Id id = number_in(json::find(*object, name.id), name.kind);
            if (id != model::no_id && !used_.insert(id).second) id = model::no_id;
            document_.next_id = std::max(document_.next_id, id + 1);
            out.push_back({object, i, id, id != model::no_id});
        }
        return out;
    }

    // Gives a number to the items without one, and puts them into the order of a table.
    std::vector<Entry> number_missing(std::vector<Entry> list) {
        for (Entry& entry : list)
            if (!entry.id_from_file) entry.id = document_.next_id++;
        std::sort(list.begin(), list.end(),
                  [](const Entry& a, const Entry& b) { return a.id < b.id; });
        return list;
    }

    template <class T>
    void fill(model::Table<T>& table, const std::vector<Entry>& list,
              std::optional<T> (RecordReader::*read_item)(const Entry&)) {
        std::vector<T> items;
        items.reserve(list.size());
        for (const Entry& entry : list)
            if (auto item = (this->*read_item)(entry)) items.push_back(std::move(*item));
        table.insert_sorted(std::move(items));
    }

    // What nobody took, and the item's id if it could not be kept.
    static std::string rest(Fields& fields, const Entry& entry, std::string_view id_name) {
        const json::Value* id = fields.take(id_name);
        const bool lost = id && !id->is_null() && !entry.id_from_file;
        return fields.rest(lost ? id : nullptr);
    }

    // --- entities and who acts --------------------------------------------------------------

    // The entity of that name, made if there is none.
    Id entity_named(const std::string& name) {
        const auto [it, is_new] = entity_by_name_.try_emplace(name, document_.next_id);
        if (is_new) {
            document_.entities.put({document_.next_id, name, {}, {}, {}});
            ++document_.next_id;
        }
        return it->second;
    }

    // The entity that the member refers to, or 0. `name` is what the item calls it.
    Id entity_referred(Fields& fields, const json::Value* value, const std::string& name) const {
        if (!value || value->is_null()) return model::no_id;
        const auto found = entity_by_reference_.find(reference(*value));
        if (found == entity_by_reference_.end()) {
            fields.say("It refers to a cluster that is not there; its name was used.");
            return model::no_id;
        }
        const model::Entity* entity = document_.entities.find(found->second);
        if (!name.empty() && entity && entity->canonical != name) {
            fields.say("It is called " + quoted(name) + ", but its cluster is " +
                       quoted(entity->canonical) + "; the cluster was used.");
        }
        return found->second;
    }

    Actor read_holder(Fields& fields) const {
        const std::string name = fields.string("holder");
        const json::Value* entity = fields.take("holder_entity");
        if (entity && entity->is_null()) return {model::no_id, name};
        if (const Id id = entity_referred(fields, entity, name)) return {id, {}};
        if (name.empty() || name == "-") return {};
        const auto known = entity_by_name_.find(name);
        if (known != entity_by_name_.end()) return {known->second, {}};
        return {model::no_id, name};
    }

    // --- items -------------------------------------------------------------------------------

    std::optional<model::Target> read_target(const Entry& entry) {
        Fields fields(*entry.object, reporter_, target_list.list, entry.index);
        model::Target out;
        out.id = entry.id;
        if (const json::Value* key = fields.take("id")) out.key = reference(*key);
        if (out.key.empty() || !target_by_key_.try_emplace(out.key, out.id).second) {
            fields.say(out.key.empty() ? "The target has no id: dropped."
                                       : "The id " + quoted(out.key) + " is taken: dropped.");
            return std::nullopt;
        }
        out.text = fields.has("text") ? fields.string("text") : out.key;
        out.provenance = read_provenance(fields, annotator_);
        out.extra = rest(fields, entry, target_list.id);
        return out;
    }

    std::optional<model::Entity> read_entity(const Entry& entry) {
        Fields fields(*entry.object, reporter_, entity_list.list, entry.index);
        model::Entity out;
        out.id = entry.id;
        out.canonical = fields.string("canonical");
        if (out.canonical.empty()) {
            fields.say("The cluster has no canonical name: dropped.");
            return std::nullopt;
        }
        if (const json::Value* id = fields.take(entity_list.id))
            entity_by_reference_.try_emplace(reference(*id), out.id);
        entity_by_name_.try_emplace(out.canonical, out.id);
        out.external_id = fields.string("external_id");
        out.across = fields.string("across");
        out.note = fields.string("note");
        out.extra = rest(fields, entry, entity_list.id);
        return out;
    }

    std::optional<model::Mention> read_mention(const Entry& entry) {
        Fields fields(*entry.object, reporter_, mention_list.list, entry.index);
        model::Mention out;
        out.id = entry.id;
        const auto begin = fields.whole("start");
        const auto end = fields.whole("end");
        const auto span = begin && end ? span_between(*places_, *begin, *end) : std::nullopt;
        if (!span) {
            fields.say("It has no start and end inside the text: dropped.");
            return std::nullopt;
        }
        out.span = *span;
        // Some corpora say `label` for `type`.
        out.label = fields.string(fields.has("type") ? "type" : "label");
        if (out.label.empty()) {
            fields.say("It has no type: dropped.");
            return std::nullopt;
        }
        check_words(fields, text::slice(document_.text, out.span));
        const std::string canonical = fields.string("canonical");
        out.entity = entity_referred(fields, fields.take("entity"), canonical);
        if (out.entity == model::no_id && !canonical.empty()) out.entity = entity_named(canonical);
        out.normal = fields.string("normal");
        out.alternative = fields.string("alternative");
        out.provenance = read_provenance(fields, annotator_);
        out.extra = rest(fields, entry, mention_list.id);
        return out;
    }

    // The offsets count. That the words beside them are others is worth saying: it is how offsets
    // in a wrong unit show.
    static void check_words(Fields& fields, std::string_view covered) {
        const std::string words = fields.string("text");
        if (words.empty() || words == covered) return;
        const auto admitted = text::admit(words);  // they may have CRs, as the text had
        if (admitted && admitted->text == covered) return;
        fields.say("Its text is " + quoted(words) + ", but its offsets point at " +
                   quoted(covered) + "; the offsets were used.");
    }

    std::optional<model::Attribution> read_attribution(const Entry& entry) {
        Fields fields(*entry.object, reporter_, attribution_list.list, entry.index);
        model::Attribution out;
        out.id = entry.id;
        if (!read_span(fields, "source", *places_, out.source) ||
            !read_span(fields, "cue", *places_, out.cue) ||
            !read_spans(fields, "content", *places_, out.content))
            return std::nullopt;
        if (out.content.empty()) {
            fields.say("The attribution has no content: dropped.");
            return std::nullopt;
        }
        out.holder = read_holder(fields);
        out.provenance = read_provenance(fields, annotator_);
        out.extra = rest(fields, entry, attribution_list.id);
        return out;
    }

    std::optional<model::Stance> read_stance(const Entry& entry) {
        Fields fields(*entry.object, reporter_, stance_list.list, entry.index);
        model::Stance out;
        out.id = entry.id;
        if (!read_spans(fields, "evidence", *places_, out.evidence)) return std::nullopt;
        const auto polarity = model::polarity_named(fields.string("polarity"));
        if (!polarity) {
            fields.say("The polarity is none of favor, against, neutral, unclear: dropped.");
            return std::nullopt;
        }
        out.polarity = *polarity;
        out.holder = read_holder(fields);
        out.target = read_stance_target(fields);
        if (out.target == model::no_id) {
            fields.say("The stance has no target: dropped.");
            return std::nullopt;
        }
        out.certainty =
            read_named(fields, "certainty", model::certainty_named, model::Certainty::explicit_);
        out.provenance = read_provenance(fields, annotator_);
        out.extra = rest(fields, entry, stance_list.id);
        return out;
    }

    Id read_stance_target(Fields& fields) {
        const json::Value* value = fields.take("target");
        const std::string name = value ? reference(*value) : std::string();
        const std::string entity = name.starts_with('@') ? name.substr(1) : std::string();
        if (const Id id = entity_referred(fields, fields.take("target_entity"), entity)) return id;
        const auto known = target_by_key_.find(name);
        if (known != target_by_key_.end()) return known->second;
        if (!entity.empty()) return entity_named(entity);
        if (name.empty() || name == "@") return model::no_id;
        fields.say("The target " + quoted(name) +
                   " is not among the targets and was added to them.");
        model::Target target;
        target.id = document_.next_id++;
        target.key = target.text = name;
        target.provenance.origin = model::Origin::imported;
        target.provenance.annotator = annotator_;
        document_.targets.put(target);
        target_by_key_.emplace(name, target.id);
        return target.id;
    }

    const json::Object& object_;
    Reporter reporter_;
    Fields record_;
    model::Document document_;
    std::optional<Places> places_;
    std::string annotator_;  // of the document: of what is decided and names nobody
    std::unordered_set<Id> used_;
    std::unordered_map<std::string, Id> entity_by_reference_, entity_by_name_, target_by_key_;
};

}  // namespace

text::Result<model::Document> read_record(const json::Value& value, Report& report,
                                          std::uint64_t line, std::uint64_t number) {
    const json::Object* record = value.object();
    if (!record) return wrong_shape("The record is not a JSON object.");
    return RecordReader(*record, {report, line, {}}).read(number);
}

}  // namespace standpoint::exchange
