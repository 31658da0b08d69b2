// Round trips of the file formats on random documents, codebooks and projects from a fixed seed:
// what is written is read as the same value, and written again as the same bytes.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "core/exchange/codebook_json.hpp"
#include "core/exchange/iso_time.hpp"
#include "core/exchange/jsonl.hpp"
#include "core/exchange/project_json.hpp"
#include "core/text/utf8.hpp"

using namespace standpoint;
using model::Id;
using text::Span;

namespace {

// Words that formats trip over, in every field that takes any.
constexpr std::string_view words[] = {
    "",
    "-",
    "@",
    "@Ana",
    "Ana",
    "Ana",
    "the Ana",
    "null",
    "P1",
    "e1",
    "\"",
    "\\",
    "\n",
    "\t",
    "\x01\x1F\x7F",
    "[0,1]",
    "a: b",
    "{\"a\":1}",
    "\u2028\u0085",
    "\uFEFF",
    "é",
    "é",
    "東京",
    "שלום",
    "\U0001F468\u200D\U0001F469",
    "\U0001F1E9\U0001F1EA",
    "\U0010FFFF",
    "\u00A0",
    "standpoint",
    "A rather longer piece of text, as notes and guidelines have it."};

constexpr std::string_view extras[] = {
    "",
    "",
    "",
    R"({"licence":"CC0"})",
    R"({"a":{"b":[1,2.50,null,"ü\n"]},"":-1e-7})",
    R"({"original_id":"Q1","big":123456789012345678901234567890})"};

class Generator {
  public:
    explicit Generator(std::uint64_t seed) : state_(seed * 2 + 1) {}

    model::Project project() {
        model::Project out;
        out.id = word();
        out.name = word();
        out.annotator = word();
        out.codebook = codebook();
        for (std::size_t i = below(4); i > 0; --i) {
            out.documents.push_back(document());
            out.documents.back().id += "#" + std::to_string(i);
        }
        out.extra = pick(extras);
        return out;
    }

    model::Codebook codebook() {
        model::Codebook out;
        out.name = word();
        out.guideline = word();
        for (std::size_t i = below(4); i > 0; --i) {
            model::Label label;
            label.name = word() + std::to_string(i);
            label.title = word();
            if (flip()) label.hotkey = static_cast<char>('a' + i);
            label.colour = static_cast<std::uint8_t>(below(256));
            label.guideline = word();
            label.extra = pick(extras);
            out.labels.push_back(label);
        }
        for (std::size_t i = below(4); i > 0; --i) {
            model::CodebookTarget target;
            target.key = word() + std::to_string(i);
            target.text = word();
            target.short_text = word();
            target.keywords = strings();
            target.pro = strings();
            target.con = strings();
            target.guideline = word();
            target.extra = pick(extras);
            out.targets.push_back(target);
        }
        out.cue_verbs = strings();
        out.extra = pick(extras);
        return out;
    }

    model::Document document() {
        model::Document out;
        out.id = word() + "x";
        for (std::size_t i = below(12); i > 0; --i) out.text += word();
        out.newlines = static_cast<text::Newlines>(below(4));
        out.bom = flip() || out.text.starts_with("\uFEFF");
        out.info = {word(), word(), word(), word(), word(), word(), flip(), flip(), {}};
        out.info.extra = flip() ? R"({"annotator":"kim","x":[]})" : std::string(pick(extras));
        find_boundaries(out.text);
        out.sentences = spans();

        fresh_ids();
        std::vector<Id> entities, about;
        for (std::size_t i = below(5); i > 0; --i) {
            const model::Entity entity{next_id(), word() + (flip() ? "" : "y"), word(), word(),
                                       std::string(pick(extras))};
            if (entity.canonical.empty()) continue;
            entities.push_back(entity.id);
            about.push_back(entity.id);
            out.entities.put(entity);
        }
        for (std::size_t i = below(4); i > 0; --i) {
            model::Target target{next_id(), word() + std::to_string(i), word(), provenance(),
                                 std::string(pick(extras))};
            about.push_back(target.id);
            out.targets.put(target);
        }
        for (std::size_t i = below(8); i > 0 && has_spans(); --i) {
            out.mentions.put({next_id(), span(), word() + "T", any_or_none(entities), provenance(),
                              std::string(pick(extras))});
        }
        for (std::size_t i = below(5); i > 0 && has_spans(); --i) {
            model::Attribution attribution;
            attribution.id = next_id();
            if (flip()) attribution.source = span();
            if (flip()) attribution.cue = span();
            attribution.content = spans();
            if (attribution.content.empty()) attribution.content.push_back(span());
            attribution.holder = actor(entities);
            attribution.provenance = provenance();
            attribution.extra = pick(extras);
            out.attributions.put(attribution);
        }
        for (std::size_t i = below(5); i > 0 && !about.empty(); --i) {
            model::Stance stance;
            stance.id = next_id();
            stance.holder = actor(entities);
            stance.target = about[below(about.size())];
            stance.polarity = static_cast<model::Polarity>(below(4));
            stance.certainty = static_cast<model::Certainty>(below(2));
            stance.evidence = spans();
            stance.provenance = provenance();
            stance.extra = pick(extras);
            out.stances.put(stance);
        }
        out.next_id = highest_id_ + 1 + static_cast<Id>(below(3));
        return out;
    }

  private:
    // xorshift64*: the same numbers on every machine, as the standard's distributions are not.
    std::size_t below(std::size_t bound) {
        state_ ^= state_ >> 12;
        state_ ^= state_ << 25;
        state_ ^= state_ >> 27;
        return static_cast<std::size_t>((state_ * 2685821657736338717u) >> 33) % bound;
    }
    bool flip() { return below(2) == 0; }
    template <std::size_t n>
    std::string_view pick(const std::string_view (&from)[n]) {
        return from[below(n)];
    }
    std::string word() { return std::string(pick(words)); }
    std::vector<std::string> strings() {
        std::vector<std::string> out(below(3));
        for (std::string& each : out) each = word();
        return out;
    }

    // Ids come from all over a range, in no order.
    void fresh_ids() {
        free_ids_.clear();
        for (Id id = 1; id <= 40; ++id) free_ids_.push_back(id);
        highest_id_ = 0;
    }
    Id next_id() {
        const std::size_t at = below(free_ids_.size());
        const Id id = free_ids_[at];
        free_ids_.erase(free_ids_.begin() + static_cast<std::ptrdiff_t>(at));
        highest_id_ = std::max(highest_id_, id);
        return id;
    }
    Id any_or_none(const std::vector<Id>& ids) {
        return ids.empty() || flip() ? model::no_id : ids[below(ids.size())];
    }
    model::Actor actor(const std::vector<Id>& entities) {
        const Id entity = any_or_none(entities);
        return entity == model::no_id ? model::Actor{model::no_id, word()}
                                      : model::Actor{entity, {}};
    }
    model::Provenance provenance() {
        constexpr std::string_view annotators[] = {"", "kim", "lee"};
        model::Provenance out;
        out.origin = static_cast<model::Origin>(below(6));
        out.decision = static_cast<model::Decision>(below(3));
        if (flip()) out.score = static_cast<float>(static_cast<double>(below(10'001)) / 10'000);
        out.annotator = pick(annotators);
        if (flip()) out.time_ms = time();
        out.reasons = strings();
        out.note = word();
        out.flagged = flip();
        return out;
    }
    std::int64_t time() {
        const auto far = static_cast<std::int64_t>(below(1u << 30) * below(1u << 24));
        return flip() ? std::min(far, exchange::max_time_ms)
                      : -static_cast<std::int64_t>(below(99));
    }

    void find_boundaries(const std::string& text) {
        boundaries_.clear();
        for (std::size_t i = 0; i <= text.size(); ++i)
            if (text::is_boundary(text, i)) boundaries_.push_back(static_cast<std::uint32_t>(i));
    }
    bool has_spans() const { return boundaries_.size() > 1; }
    Span span() {
        const std::size_t begin = below(boundaries_.size() - 1);
        const std::size_t end = begin + 1 + below(boundaries_.size() - 1 - begin);
        return {boundaries_[begin], boundaries_[end]};
    }
    // In order and not overlapping; may be none.
    std::vector<Span> spans() {
        std::vector<Span> out;
        for (std::size_t at = below(4); has_spans() && out.size() < 4;) {
            const std::size_t end = at + 1 + below(4);
            if (end >= boundaries_.size()) break;
            out.push_back({boundaries_[at], boundaries_[end]});
            at = end + below(4);
        }
        return out;
    }

    std::uint64_t state_;
    std::vector<Id> free_ids_;
    Id highest_id_ = 0;
    std::vector<std::uint32_t> boundaries_;
};

}  // namespace

TEST_CASE("JSONL: a document is read as it was, and written as it was") {
    for (std::uint64_t seed = 0; seed < 1500; ++seed) {
        CAPTURE(seed);
        const model::Document document = Generator(seed).document();
        REQUIRE_FALSE(model::problem_in(document));
        const std::string line = exchange::write_jsonl_line(document);
        REQUIRE(line.find('\n') == line.npos);
        exchange::Report report;
        const auto again = exchange::read_jsonl_line(line, report);
        REQUIRE(again);
        for (const auto& issue : report.issues) FAIL_CHECK(issue.message);
        REQUIRE(*again == document);
        REQUIRE(exchange::write_jsonl_line(*again) == line);
    }
}

TEST_CASE("projects and codebooks are read as they were, and written as they were") {
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        CAPTURE(seed);
        const model::Project project = Generator(seed).project();
        REQUIRE_FALSE(model::problem_in(project));
        exchange::Report report;
        const std::string bytes = exchange::write_project(project);
        const auto again = exchange::read_project(bytes, report);
        REQUIRE(again);
        REQUIRE(*again == project);
        REQUIRE(exchange::write_project(*again) == bytes);

        const std::string book = exchange::write_codebook(project.codebook);
        const auto codebook = exchange::read_codebook(book, report);
        REQUIRE(codebook);
        REQUIRE(*codebook == project.codebook);
        REQUIRE(exchange::write_codebook(*codebook) == book);
        for (const auto& issue : report.issues) FAIL_CHECK(issue.message);
    }
}

TEST_CASE("a record that is cut off or has a byte changed is an error or a sound document") {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        CAPTURE(seed);
        const std::string line = exchange::write_jsonl_line(Generator(seed).document());
        for (std::size_t at = seed % 7; at < line.size(); at += 7) {
            std::string changed = line;
            changed[at] = "\"0{}[],:-x\xFF"[at % 11];
            exchange::Report report;
            REQUIRE_FALSE(exchange::read_jsonl_line(line.substr(0, at), report));
            const auto read = exchange::read_jsonl_line(changed, report);
            if (!read) continue;
            const auto problem = model::problem_in(*read);
            REQUIRE_MESSAGE(!problem, *problem);
            const std::string rewritten = exchange::write_jsonl_line(*read);
            const auto again = exchange::read_jsonl_line(rewritten, report);
            REQUIRE(again);
            REQUIRE(exchange::write_jsonl_line(*again) == rewritten);
        }
    }
}
