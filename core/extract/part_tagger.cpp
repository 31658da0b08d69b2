#include "core/extract/part_tagger.hpp"

#include <algorithm>

namespace standpoint::extract {
namespace {

Part best_of(const std::int16_t* sums) {
    return static_cast<Part>(std::max_element(sums, sums + part_count) - sums);
}

void add_to(TagRow<std::int16_t>& sum, const TagRow<std::int16_t>& row) {
    for (std::size_t t = 0; t < tag_lanes; ++t) {
        sum[t] = static_cast<std::int16_t>(sum[t] + row[t]);
    }
}

}  // namespace

bool PartTagger::run(Article& article, Scratch& scratch, Pace pace) const {
    if (scratch.forms.size() > most_forms) scratch = {};
    // The vocabulary's words have the same places in every text, others have not.
    scratch.slots.resize(PartFeatures::first_form(vocabulary_.size()));
    scratch.slots.resize(PartFeatures::first_form(static_cast<WordId>(article.uses.size())));
    for (std::size_t s = 0; s < article.sentences.size(); ++s) {
        if (!pace.go_on(s, article.sentences.size())) return false;
        read_sentence(article, article.sentences[s].words, scratch);
    }
    return true;
}

std::uint32_t PartTagger::form(const Article& article, std::uint32_t word, Scratch& scratch) const {
    const FormId id = word == none ? PartFeatures::nothing : PartFeatures::form_of(article, word);
    std::uint32_t& slot = scratch.slots[id];
    if (slot != 0) return slot - 1;
    const std::string_view spelled = word == none ? std::string_view() : article.at(word);
    const auto next = static_cast<std::uint32_t>(scratch.forms.size());
    if (id >= PartFeatures::first_form(vocabulary_.size())) {
        fold(spelled, scratch.buffer);
        scratch.buffer += static_cast<char>('0' + PartFeatures::capital_of(id));
        const auto [known, added] = scratch.known.try_emplace(scratch.buffer, next);
        slot = known->second + 1;
        if (!added) return slot - 1;
    }
    slot = next + 1;
    Scratch::Form& made = scratch.forms.emplace_back();
    made.hash = PartFeatures::hash_of(id, spelled, scratch.buffer);
    const auto* row = model_.weights.find(PartFeatures::certain(made.hash));
    if (row != nullptr) {
        made.certain = true;
        made.part = static_cast<Part>(std::max_element(row->weights, row->weights + part_count) -
                                      row->weights);
    }
    return next;
}

const TagRow<std::int16_t>& PartTagger::sum(const Article& article, std::uint32_t word,
                                            std::uint32_t form, Place place,
                                            Scratch& scratch) const {
    Scratch::Form& found = scratch.forms[form];
    const auto at = static_cast<std::size_t>(place);
    TagRow<std::int16_t>& row = found.sums[at];
    if ((found.summed >> at & 1) == 0) {
        found.summed = static_cast<std::uint8_t>(found.summed | 1U << at);
        row = {};
        scratch.keys.clear();
        features_.of_form(article, word, place, scratch.buffer, scratch.keys);
        for (const std::uint32_t key : scratch.keys) {
            if (const auto* weights = model_.weights.find(key)) FeatureWeights::add(*weights, row);
        }
    }
    return row;
}

void PartTagger::read_sentence(Article& article, Range words, Scratch& scratch) const {
    const auto at = [&](std::uint32_t i, int offset) {
        const std::int64_t j = std::int64_t{i} + offset;
        return j < words.begin || j >= words.end ? none : static_cast<std::uint32_t>(j);
    };
    const auto of = [&](std::uint32_t i, int offset) {
        return form(article, at(i, offset), scratch);
    };
    std::uint32_t two_before = of(words.begin, -2), before = two_before, self = of(words.begin, 0),
                  after = of(words.begin, 1);
    PartFeatures::Around around;
    for (std::uint32_t i = words.begin; i < words.end; ++i) {
        const std::uint32_t two_after = of(i, 2);
        Part part = scratch.forms[self].part;
        if (!scratch.forms[self].certain) {
            TagRow<std::int16_t> sums = sum(article, i, self, Place::self, scratch);
            add_to(sums, sum(article, at(i, -1), before, Place::before, scratch));
            add_to(sums, sum(article, at(i, 1), after, Place::after, scratch));
            add_to(sums, sum(article, at(i, -2), two_before, Place::second_before, scratch));
            add_to(sums, sum(article, at(i, 2), two_after, Place::second_after, scratch));
            around.before = scratch.forms[before].hash;
            around.self = scratch.forms[self].hash;
            around.after = scratch.forms[after].hash;
            std::uint32_t keys[PartFeatures::context_features];
            PartFeatures::of_context(around, keys);
            for (const std::uint32_t key : keys) {
                if (const auto* row = model_.weights.find(key)) FeatureWeights::add(*row, sums);
            }
            part = best_of(sums.data());
        }
        article.words[i].part = part;
        around.two = around.one;
        around.one = part;
        two_before = before;
        before = self;
        self = after;
        after = two_after;
    }
}

}  // namespace standpoint::extract
