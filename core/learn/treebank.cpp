#include "core/learn/treebank.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace standpoint::learn {
namespace {

using extract::Part;

// The part of speech of universal part `upos` and Penn tag `tag`.
Part part_of(std::string_view upos, std::string_view tag) {
    if (tag == "NNP" || tag == "NNPS") return Part::proper_noun;
    if (upos == "VERB") {
        if (tag == "VBD") return Part::verb_past;
        if (tag == "VBZ" || tag == "VBP") return Part::verb_present;
        if (tag == "VBG") return Part::verb_ing;
        if (tag == "VBN") return Part::verb_participle;
        return Part::verb_base;
    }
    if (upos == "AUX") {
        if (tag == "MD") return Part::modal;
        if (tag == "VBD") return Part::auxiliary_past;
        if (tag == "VBZ" || tag == "VBP") return Part::auxiliary_present;
        return Part::auxiliary_other;
    }
    for (std::size_t i = 0; i < extract::part_count; ++i) {
        if (extract::universal(static_cast<Part>(i)) == upos) return static_cast<Part>(i);
    }
    return Part::other;
}

bool ends_in(std::string_view word, std::string_view end) {
    return word.size() >= end.size() && word.substr(word.size() - end.size()) == end;
}

// Whether a word is written without a space before it, or after.
bool joins_before(std::string_view form, std::string_view upos, std::string_view tag) {
    if (tag == "POS" || tag == "HYPH" || tag == "-RRB-" || tag == "''" || form == "%") return true;
    if (tag == "RB" && (ends_in(form, "n't") || ends_in(form, "n’t"))) return true;
    if (upos == "AUX" && (form.starts_with("'") || form.starts_with("’"))) return true;
    return form.size() == 1 && std::string_view(",.;:?!/").find(form) != std::string_view::npos;
}
bool joins_after(std::string_view form, std::string_view tag) {
    return tag == "HYPH" || tag == "-LRB-" || tag == "``" || tag == "$" || form == "/";
}

class TreebankReader {
  public:
    text::Result<std::vector<TreebankDocument>> read(std::string_view bytes) {
        std::size_t number = 0;
        while (!bytes.empty()) {
            const std::size_t end = bytes.find('\n');
            std::string_view line = bytes.substr(0, end);
            bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
            if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
            ++number;
            if (line.starts_with("-DOCSTART-")) {
                close_document();
            } else if (line.empty()) {
                close_sentence();
            } else if (!read_line(line)) {
                return text::Error{text::ErrorKind::malformed,
                                   "Line " + std::to_string(number) + " lacks a column.",
                                   {},
                                   {}};
            }
        }
        close_document();
        return std::move(documents_);
    }

  private:
    bool read_line(std::string_view line) {
        std::array<std::string_view, 4> columns;
        for (std::string_view& column : columns) {
            const std::size_t end = line.find('\t');
            column = line.substr(0, end);
            line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
        }
        const auto [form, upos, tag, governor] = columns;
        std::uint32_t above = 0;
        const char* last = governor.data() + governor.size();
        const auto [at, error] = std::from_chars(governor.data(), last, above);
        if (form.empty() || governor.empty() || error != std::errc{} || at != last) return false;
        std::string& text = document_.text;
        if (first_ == document_.words.size()) {
            if (!text.empty()) text += '\n';
        } else if (!joined_ && !joins_before(form, upos, tag)) {
            text += ' ';
        }
        TreebankWord word;
        word.span.begin = static_cast<std::uint32_t>(text.size());
        text += form;
        word.span.end = static_cast<std::uint32_t>(text.size());
        word.part = part_of(upos, tag);
        if (above > 0) word.governor = static_cast<std::uint32_t>(first_) + above - 1;
        document_.words.push_back(word);
        joined_ = joins_after(form, tag);
        return true;
    }

    void close_sentence() {
        first_ = document_.words.size();
        joined_ = false;
    }

    void close_document() {
        close_sentence();
        first_ = 0;
        TreebankDocument document = std::exchange(document_, {});
        if (!document.words.empty()) documents_.push_back(std::move(document));
    }

    std::vector<TreebankDocument> documents_;
    TreebankDocument document_;
    std::size_t first_ = 0;  // word of the sentence
    bool joined_ = false;    // no space stands before the next word
};

}  // namespace

text::Result<std::vector<TreebankDocument>> read_treebank(std::string_view bytes) {
    return TreebankReader().read(bytes);
}

std::vector<Part> parts_of(const extract::Article& article, const TreebankDocument& document,
                           std::vector<bool>* whole) {
    std::vector<Part> out;
    if (whole != nullptr) whole->clear();
    const std::vector<TreebankWord>& words = document.words;
    std::size_t first = 0;
    for (const extract::Word& token : article.words) {
        while (first + 1 < words.size() && words[first].span.end <= token.span.begin) ++first;
        std::size_t end = first + 1;
        while (end < words.size() && words[end].span.begin < token.span.end) ++end;
        std::size_t top = first;
        for (std::size_t i = first; i < end; ++i) {
            const std::uint32_t above = words[i].governor;
            if (above < first || above >= end) top = i;
        }
        out.push_back(words[top].part);
        if (whole != nullptr) whole->push_back(words[first].span == token.span);
    }
    return out;
}

}  // namespace standpoint::learn
