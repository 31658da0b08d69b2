#include "core/extract/role_features.hpp"

#include <algorithm>

namespace standpoint::extract {
namespace {

using namespace word_class;

constexpr std::uint32_t nothing = 0x51ed270bU;  // the hash of a place outside the sentence
constexpr std::uint32_t no_part = 99;
constexpr std::uint32_t class_bits = 58;

// How far: exactly nearby, roughly farther off.
std::uint32_t distance_of(std::uint32_t words) {
    return words <= 3    ? words
           : words <= 5  ? 4
           : words <= 9  ? 5
           : words <= 16 ? 6
           : words <= 30 ? 7
                         : 8;
}

std::uint32_t ending(std::string_view word, std::size_t size) {
    return hash_bytes(word.size() > size ? word.substr(word.size() - size) : word);
}

bool is_break(const Word& word) {
    return word.kind == text::TokenKind::punctuation || word.kind == text::TokenKind::quote;
}

// Adds features to a list: a kind and up to three values.
class Adder {
  public:
    // `base` keeps the features of one tagger apart from those of the other; `with` goes into all.
    Adder(std::vector<Feature>& out, std::uint32_t base, std::uint32_t with)
        : out_(out), base_(base), with_(with) {}
    void operator()(std::uint32_t kind, std::uint32_t value) {
        out_.push_back({combine(base_ + kind, combine(value, with_)), 0});
    }
    void operator()(std::uint32_t kind, std::uint32_t a, std::uint32_t b) {
        (*this)(kind, combine(a, b));
    }
    void operator()(std::uint32_t kind, std::uint32_t a, std::uint32_t b, std::uint32_t c) {
        (*this)(kind, combine(combine(a, b), c));
    }
    // The clusters that the word's lies in, too.
    void cluster(std::uint32_t kind, std::uint32_t path) {
        if (path == 0) return;
        int length = 0;
        while (path >> (length + 1) != 0) ++length;
        for (const int n : {4, 6, 10}) {
            if (length > n) (*this)(kind, path >> (length - n));
        }
        (*this)(kind, path);
    }

  private:
    std::vector<Feature>& out_;
    std::uint32_t base_, with_;
};

// The words around one, or what stands for none beyond the ends of the range.
class Neighbours {
  public:
    Neighbours(const Article& article, const std::vector<RoleFeatures::Seen>& seen, Range range)
        : article_(article), seen_(seen), range_(range) {}
    bool has(std::int64_t i) const { return i >= range_.begin && i < range_.end; }
    std::uint32_t form(std::int64_t i) const { return has(i) ? seen(i).form : nothing; }
    std::uint32_t part(std::int64_t i) const {
        return has(i) ? static_cast<std::uint32_t>(word(i).part) : no_part;
    }
    std::uint32_t reports(std::int64_t i) const { return has(i) ? seen(i).reports : no_part; }
    std::uint32_t name(std::int64_t i) const { return has(i) ? seen(i).name : no_part; }
    std::uint32_t rule(std::int64_t i) const { return has(i) ? seen(i).rule : no_part; }
    std::uint32_t verb(std::int64_t i) const { return has(i) ? word(i).verb : 0; }
    bool quoted(std::int64_t i) const { return has(i) && word(i).quote != none; }
    // In quotation marks, and whether they open or close here or stand beside it.
    std::uint32_t quotes(std::int64_t i) const {
        std::uint32_t flags = 0;
        if (quoted(i)) {
            const Range quote = article_.quotes[word(i).quote].words;
            flags = 1U | (quote.begin == i ? 2U : 0U) | (quote.end == i + 1 ? 4U : 0U);
        }
        return flags | (quoted(i - 1) ? 8U : 0U) | (quoted(i + 1) ? 16U : 0U);
    }
    std::uint32_t spelling(std::int64_t i) const {
        const Word& w = word(i);
        return (w.upper ? 1U : 0U) | (w.caps ? 2U : 0U) | static_cast<std::uint32_t>(w.kind) << 2 |
               (i == range_.begin ? 256U : 0U);
    }
    const Word& word(std::int64_t i) const { return article_.words[static_cast<std::size_t>(i)]; }
    const RoleFeatures::Seen& seen(std::int64_t i) const {
        return seen_[static_cast<std::size_t>(i)];
    }

  private:
    const Article& article_;
    const std::vector<RoleFeatures::Seen>& seen_;
    Range range_;
};

// The verb of the word lists, or the word itself.
std::uint32_t verb_or_form(const Neighbours& near, std::uint32_t i) {
    return near.word(i).verb != 0 ? near.word(i).verb : near.seen(i).form;
}

}  // namespace

void paint(std::vector<Tag>& tags, Range words, Role role) {
    const auto end = std::min<std::size_t>(words.end, tags.size());
    for (std::size_t i = words.begin; i < end; ++i) {
        tags[i] = i == words.begin ? begin_tag(role) : inside_tag(role);
    }
}

void mend(std::vector<Tag>& tags) {
    for (std::size_t i = 0; i < tags.size(); ++i) {
        if (!may_follow(i == 0 ? outside : tags[i - 1], tags[i])) --tags[i];
    }
}

void RoleFeatures::read(const Article& article, Scratch& scratch) const {
    const std::size_t count = article.words.size();
    scratch.words.assign(count, {});
    std::vector<Tag>& rules = scratch.roles;
    rules.assign(count, outside);
    for (const Statement& made : article.statements) {
        if (!made.attribution) continue;
        for (const Span piece : made.content) paint(rules, article.words_of(piece), Role::content);
    }
    for (const Statement& made : article.statements) {
        if (made.attribution) paint(rules, made.source, Role::source);
    }
    for (std::uint32_t s = 0; s < article.statements.size(); ++s) {
        const Statement& made = article.statements[s];
        if (!made.attribution) continue;
        paint(rules, made.cue, Role::cue);
        for (std::uint32_t i = made.cue.begin; i < made.cue.end; ++i) {
            scratch.words[i].rule_cue = s;
        }
    }
    mend(rules);
    for (std::uint32_t i = 0; i < count; ++i) {
        const Word& word = article.words[i];
        const std::string_view spelled = article.at(i);
        Seen& seen = scratch.words[i];
        seen.form = word_hash(spelled, scratch.buffer);
        seen.ending_2 = ending(spelled, 2);
        seen.ending_3 = ending(spelled, 3);
        seen.cluster = tables_.clusters.find(seen.form);
        seen.rule = rules[i];
        seen.cue_like = role_of(rules[i]) == Role::cue;
        if (word.verb != 0) {
            const Verb& verb = vocabulary_.verb(word.verb);
            seen.reports = static_cast<std::uint8_t>(
                1 + 2 * static_cast<int>(verb.frames.front().frame) + (verb.reports ? 1 : 0));
            seen.cue_like = seen.cue_like || verb.reports;
        }
        if (word.name != none) {
            const Name& name = article.names[word.name];
            seen.name = static_cast<std::uint8_t>(1 + 2 * static_cast<int>(name.type) +
                                                  (i == name.words.begin ? 1 : 0));
        }
    }
}

void RoleFeatures::read_near(const Article& article, Range stretch, Scratch& scratch) const {
    scratch.near.assign(stretch.size(), {});
    std::uint32_t cue = none, mark = none;
    for (std::uint32_t i = stretch.begin; i < stretch.end; ++i) {
        Scratch::Near& near = scratch.near[i - stretch.begin];
        near.left_cue = cue;
        near.left_mark = mark;
        if (scratch.words[i].cue_like) cue = i;
        if (is_break(article.words[i])) mark = i;
    }
    cue = mark = none;
    for (std::uint32_t i = stretch.end; i-- > stretch.begin;) {
        Scratch::Near& near = scratch.near[i - stretch.begin];
        near.right_cue = cue;
        near.right_mark = mark;
        if (scratch.words[i].cue_like) cue = i;
        if (is_break(article.words[i])) mark = i;
    }
}

RoleFeatures::Flags RoleFeatures::flags_of(const Article& article, Range stretch,
                                           const Scratch& scratch) const {
    const Sentence& sentence = article.sentences[article.words[stretch.begin].sentence];
    bool quoted = false, all_quoted = true, ruled = false, cued = false;
    for (std::uint32_t i = stretch.begin; i < stretch.end; ++i) {
        const Word& word = article.words[i];
        quoted = quoted || word.quote != none;
        all_quoted =
            all_quoted && (word.quote != none || word.kind == text::TokenKind::punctuation);
        ruled = ruled || scratch.words[i].rule != outside;
        cued = cued || scratch.words[i].cue_like;
    }
    const std::uint32_t quote = article.words[stretch.begin].quote;
    const bool continues = quote != none && article.quotes[quote].words.begin < stretch.begin;
    const bool after_quote = stretch.begin > 0 && article.words[stretch.begin - 1].quote != none;
    Flags flags = 0;
    for (const bool flag : {quoted, all_quoted, ruled, cued, continues, after_quote,
                            sentence.headline, sentence.opens_paragraph}) {
        flags = flags << 1 | (flag ? 1U : 0U);
    }
    return flags;
}

void RoleFeatures::of_word(const Article& article, Range stretch, std::uint32_t at, Flags flags,
                           const Scratch& scratch, std::vector<Feature>& out) const {
    Adder add(out, 1000, 0);
    const Neighbours near(article, scratch.words, stretch);
    const std::int64_t i = at;
    const Word& word = article.words[at];
    const Seen& seen = scratch.words[at];

    add(1, 0);
    for (int offset = -3; offset <= 3; ++offset) {
        add(static_cast<std::uint32_t>(5 + offset), near.form(i + offset));
    }
    add(9, near.form(i - 1), near.form(i));
    add(10, near.form(i), near.form(i + 1));
    add(11, near.form(i - 2), near.form(i - 1));
    add(12, near.form(i + 1), near.form(i + 2));
    add(13, seen.ending_3);
    add(14, seen.ending_2);
    if (near.has(i + 1)) add(15, near.seen(i + 1).ending_3);
    if (near.has(i - 1)) add(16, near.seen(i - 1).ending_3);
    if (word.verb != 0) {
        add(20, word.verb);
        add(21, word.verb, near.form(i + 1));
        add(22, word.verb, word.forms);
    }
    if (near.verb(i + 1) != 0) add(23, near.verb(i + 1));
    if (near.verb(i - 1) != 0) add(24, near.verb(i - 1));
    if (near.verb(i - 2) != 0) add(25, near.verb(i - 2));
    add(26, near.reports(i));
    add(27, near.reports(i - 1), near.reports(i));
    add(28, near.reports(i), near.reports(i + 1));
    add(29, near.name(i));
    add(30, near.name(i - 1));
    add(31, near.name(i + 1));
    add(32, near.name(i), near.reports(i + 1));
    add(33, near.name(i - 1), near.reports(i));
    add(34, near.spelling(i));
    for (std::uint32_t bit = 0; bit < class_bits; ++bit) {
        if ((word.classes >> bit & 1) != 0) add(35, bit);
    }

    const std::uint32_t quotes = near.quotes(i);
    add(40, quotes);
    add(41, quotes, near.reports(i));
    add(42, near.quoted(i) ? 1 : 0, flags);
    add(43, quotes, near.form(i));
    add(44, (near.quoted(i - 2) ? 2U : 0U) | (near.quoted(i) ? 1U : 0U), near.reports(i));
    add(45, quotes, near.rule(i));
    add(46, flags);
    add(47, flags, near.rule(i));

    add.cluster(50, seen.cluster);
    if (near.has(i - 1)) add.cluster(51, near.seen(i - 1).cluster);
    if (near.has(i + 1)) add.cluster(52, near.seen(i + 1).cluster);

    add(60, near.part(i));
    add(61, near.part(i - 1));
    add(62, near.part(i + 1));
    add(63, near.part(i - 1), near.part(i));
    add(64, near.part(i), near.part(i + 1));
    add(65, near.part(i - 2), near.part(i - 1));
    add(66, near.part(i + 1), near.part(i + 2));
    add(67, near.part(i - 1), near.part(i), near.part(i + 1));
    add(68, near.part(i), near.form(i - 1));
    add(69, near.part(i), near.form(i + 1));
    add(70, near.part(i + 1), near.form(i));
    add(71, near.part(i - 1), near.form(i));

    add(80, near.rule(i));
    add(81, near.rule(i - 1), near.rule(i));
    add(82, near.rule(i), near.rule(i + 1));
    add(83, near.rule(i), near.form(i));
    add(84, near.rule(i - 1), near.rule(i), near.rule(i + 1));
    add(85, near.rule(i), near.form(i - 1));
    add(86, near.rule(i), near.form(i + 1));
    add(87, near.rule(i), near.reports(i));

    const Scratch::Near& around = scratch.near[at - stretch.begin];
    const std::uint32_t left = around.left_cue, right = around.right_cue;
    const bool cut_left = left != none && around.left_mark != none && around.left_mark > left;
    const bool cut_right = right != none && around.right_mark != none && around.right_mark < right;
    const std::uint32_t left_far = left == none ? 20 : distance_of(at - left);
    const std::uint32_t right_far = right == none ? 20 : distance_of(right - at);
    add(90, left == none ? 0 : verb_or_form(near, left), cut_left);
    add(91, right == none ? 0 : verb_or_form(near, right), cut_right);
    add(92, left_far, cut_left);
    add(93, right_far, cut_right);
    add(94, left_far, right_far, (cut_left ? 2U : 0U) | (cut_right ? 1U : 0U));
    if (left != none && near.has(left + 1)) {
        add(95, verb_or_form(near, left), near.form(left + 1), left_far);
        add(96, near.form(left + 1), cut_left);
        add(97, near.part(left + 1), left_far, cut_left);
    }
    if (right != none && near.has(std::int64_t{right} - 1)) {
        add(98, near.form(std::int64_t{right} - 1), cut_right);
    }
    const std::uint32_t before =
        around.left_mark == none ? 0 : scratch.words[around.left_mark].form;
    const std::uint32_t after =
        around.right_mark == none ? 0 : scratch.words[around.right_mark].form;
    add(99, before, after);
    add(100, combine(before, left == none ? 2 : cut_left),
        combine(after, right == none ? 2 : cut_right));
}

Range RoleFeatures::window(const Article& article, Range cue) {
    const Range sentence = article.sentences[article.words[cue.begin].sentence].words;
    return {std::max(sentence.begin, cue.begin - std::min(cue.begin, cue_reach)),
            std::min(sentence.end, cue.end + cue_reach)};
}

void RoleFeatures::read_between(const Article& article, Range window, Range cue,
                                const std::vector<Range>& cues, Scratch& scratch) const {
    scratch.between.assign(window.size(), {});
    const auto in_other = [&](std::uint32_t i) {
        return std::any_of(cues.begin(), cues.end(), [&](Range other) {
            return other.begin != cue.begin && other.contains(i);
        });
    };
    const auto count = [&](std::uint32_t i, Scratch::Between& sum) {
        const std::string_view w = article.at(i);
        if (w == ",") ++sum.commas;
        if (w == "and" || w == "but" || w == "while") ++sum.joints;
        if (article.words[i].verb != 0) ++sum.verbs;
        sum.cue = sum.cue || in_other(i);
        sum.quote = sum.quote || article.words[i].quote != none;
    };
    Scratch::Between sum;
    for (std::uint32_t i = cue.end; i < window.end; ++i) {
        scratch.between[i - window.begin] = sum;
        count(i, sum);
    }
    sum = {};
    for (std::uint32_t i = cue.begin; i-- > window.begin;) {
        scratch.between[i - window.begin] = sum;
        count(i, sum);
    }
}

// What the rules made of the cue that overlaps this one, if any.
void RoleFeatures::read_rule_roles(const Article& article, Range window, Range cue,
                                   Scratch& scratch) const {
    std::vector<Tag>& roles = scratch.roles;
    roles.assign(window.size(), static_cast<Tag>(no_part));
    std::uint32_t found = none;
    for (std::uint32_t i = cue.begin; i < cue.end && found == none; ++i) {
        found = scratch.words[i].rule_cue;
    }
    if (found == none) return;
    const Statement& made = article.statements[found];
    std::fill(roles.begin(), roles.end(), outside);
    const auto mark = [&](Range words, Role role) {
        words.begin = std::max(words.begin, window.begin);
        words.end = std::min(words.end, window.end);
        if (words.empty()) return;
        paint(roles, {words.begin - window.begin, words.end - window.begin}, role);
    };
    for (const Span piece : made.content) mark(article.words_of(piece), Role::content);
    mark(made.source, Role::source);
}

RoleFeatures::CueSight RoleFeatures::sight_of(const Article& article, Range window, Range cue,
                                              const std::vector<Range>& cues,
                                              const Scratch& scratch) const {
    const Neighbours near(article, scratch.words, window);
    CueSight sight{.words = cue, .cues = &cues};
    std::uint32_t head = cue.end - 1;
    for (std::uint32_t i = cue.begin; i < cue.end; ++i) {
        if (article.words[i].verb != 0) head = i;
    }
    sight.verb = verb_or_form(near, head);
    sight.reports = scratch.words[head].reports;
    sight.last = scratch.words[cue.end - 1].form;
    sight.after = near.form(cue.end);
    sight.before = near.form(std::int64_t{cue.begin} - 1);
    sight.shape = combine(article.words[head].forms,
                          combine(cue.begin == window.begin, article.at(head).ends_with("ing")));
    std::uint32_t before = 0;
    for (const Range other : cues) before += other.begin < cue.begin ? 1 : 0;
    sight.rank = combine(before, static_cast<std::uint32_t>(cues.size()));
    sight.quote_after = near.quoted(cue.end) || near.quoted(cue.end + 1);
    sight.quote_before =
        near.quoted(std::int64_t{cue.begin} - 1) || near.quoted(std::int64_t{cue.begin} - 2);
    return sight;
}

void RoleFeatures::of_word(const Article& article, Range window, std::uint32_t at,
                           const CueSight& cue, const Scratch& scratch,
                           std::vector<Feature>& out) const {
    const bool after = at >= cue.words.end;
    Adder add(out, 2000, after ? 1 : 0);
    if (cue.words.contains(at)) return;
    const Neighbours near(article, scratch.words, window);
    const std::int64_t i = at;
    const Seen& seen = scratch.words[at];
    const Scratch::Between& passed = scratch.between[at - window.begin];
    const std::uint32_t far = distance_of(after ? at + 1 - cue.words.end : cue.words.begin - at);
    const std::uint32_t between =
        std::min(passed.commas, 3U) | (passed.cue ? 4U : 0U) | (passed.quote ? 8U : 0U);
    const std::uint32_t clauses = std::min(passed.verbs, 2U) | (passed.joints > 0 ? 4U : 0U);

    add(1, 0);
    add(2, far);
    add(3, far, cue.verb);
    add(4, between);
    add(5, between, cue.reports);
    add(6, between, clauses);
    add(7, far, between);
    for (int offset = -1; offset <= 1; ++offset) {
        const auto kind = static_cast<std::uint32_t>(9 + offset);
        add(kind, near.form(i + offset));
        add(kind + 5, near.form(i + offset), between);
    }
    add(17, near.form(i), near.form(i + 1));
    add(18, near.form(i - 1), near.form(i));
    add(19, near.form(i - 2), near.form(i - 1));
    add(20, near.form(i + 1), near.form(i + 2));
    add(21, near.form(i), far);
    add(22, near.form(i - 1), far);
    add(23, near.form(i), cue.verb);
    add(24, near.form(i - 1), cue.verb);
    add(25, near.reports(i), near.reports(i - 1));
    add(26, near.reports(i), near.reports(i + 1));
    add(27, near.name(i), far);
    add(28, near.name(i), near.name(i + 1));
    add(29, near.name(i), near.name(i - 1));
    add(30, near.name(i), between);
    add(31, cue.verb, cue.after);
    add(32, cue.reports, cue.after);
    add(33, cue.verb, clauses);
    add(34, cue.shape, between);
    add(35, cue.shape, cue.reports);
    add(36, cue.rank);
    add(37, cue.rank, between);
    add(38, cue.before, between);
    add(39, cue.before, far);
    add(40, cue.last, between);
    add(41, cue.after, between);

    const std::uint32_t quotes =
        near.quotes(i) | (cue.quote_after ? 32U : 0U) | (cue.quote_before ? 64U : 0U);
    add(50, quotes, passed.quote);
    add(51, quotes, between);
    add(52, quotes, cue.reports);
    add(53, quotes, far);
    add(54, near.spelling(i));
    add(55, seen.ending_3);
    add(56, seen.ending_2, between);
    const auto classes = [&](std::int64_t j, std::uint32_t kind, std::uint32_t with) {
        if (!near.has(j)) return;
        for (std::uint32_t bit = 0; bit < class_bits; ++bit) {
            if ((near.word(j).classes >> bit & 1) != 0) add(kind, bit, with);
        }
    };
    classes(i, 57, between);
    classes(i, 58, far);
    classes(i - 1, 59, far);
    classes(i + 1, 60, between);

    const auto rule = [&](std::int64_t j) -> std::uint32_t {
        return near.has(j) ? scratch.roles[static_cast<std::size_t>(j) - window.begin] : no_part;
    };
    add(70, rule(i));
    add(71, rule(i), rule(i - 1));
    add(72, rule(i), rule(i + 1));
    add(73, rule(i), far);
    add(74, rule(i), between);

    add(80, near.part(i));
    add(81, near.part(i), near.part(i - 1));
    add(82, near.part(i), near.part(i + 1));
    add(83, near.part(i), far);
    add(84, near.part(i), between);
    add(85, near.part(i), near.part(i - 1), near.part(i - 2));
    add(86, near.part(i), near.part(i + 1), near.part(i + 2));
    add(87, near.part(i - 1), between);
    add(88, near.part(i + 1), between);

    const auto in_other = [&](std::int64_t j) {
        return std::any_of(cue.cues->begin(), cue.cues->end(), [&](Range other) {
            return other.begin != cue.words.begin && j >= other.begin && j < other.end;
        });
    };
    add(90, (in_other(i) ? 1U : 0U) | (in_other(i - 1) ? 2U : 0U) | (in_other(i + 1) ? 4U : 0U),
        between);
    add.cluster(91, seen.cluster);
}

}  // namespace standpoint::extract
