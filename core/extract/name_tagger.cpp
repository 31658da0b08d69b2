#include "core/extract/name_tagger.hpp"

#include <algorithm>
#include <string>

namespace standpoint::extract {
namespace {

// Names less probable than this take the type of the fuller name that they belong to.
constexpr float sure = 0.7F;

}  // namespace

NameTagger::NameTagger(const Vocabulary& vocabulary, const NameModel& model)
    : vocabulary_(vocabulary),
      model_(model),
      features_(model.tables),
      powers_(model.unit),
      transition_(powers_.of(model.transition)) {}

bool NameTagger::run(Article& article, Scratch& scratch, Pace pace, bool reasons) const {
    scratch.reasons = reasons;
    if (!look(article, scratch, pace)) return false;
    const std::vector<Range>& regions = scratch.features.regions;
    scratch.votes.read(article, regions, scratch.path);
    scratch.chances.set(transition_);
    article.names.reserve(regions.size());
    std::size_t first = 0;
    for (const Range region : regions) {
        bool changed = false;
        for (std::uint32_t i = region.begin; i < region.end; ++i) {
            const std::size_t at = first + i - region.begin;
            if (!article.words[i].upper) continue;
            scratch.found.clear();
            scratch.votes.of_word(article, i, scratch.path[at], scratch.found);
            changed = add_found(scratch, scratch.emission[at]) || changed;
        }
        if (changed) {
            scratch.viterbi.run(scratch.emission.data() + first, region.size(),
                                scratch.path.data() + first);
        }
        write_names(article, region, first, scratch);
        first += region.size();
    }
    return true;
}

bool NameTagger::look(const Article& article, Scratch& scratch, Pace pace) const {
    features_.find_regions(article, scratch.features);
    const std::vector<Range>& regions = scratch.features.regions;
    scratch.emission.clear();
    scratch.voice_at.assign(NameFeatures::place_count * article.spellings.size(), 0);
    scratch.voices.clear();
    scratch.spoken.clear();
    for (std::size_t r = 0; r < regions.size(); ++r) {
        if (!pace.go_on(r, regions.size())) return false;
        const Range region = regions[r];
        features_.read_region(vocabulary_, article, region, scratch.features);
        for (std::uint32_t i = region.begin; i < region.end; ++i) {
            scratch.emission.push_back(weigh(article, region, i, scratch));
        }
    }
    scratch.viterbi.set(model_.transition);
    scratch.path.resize(scratch.emission.size());
    std::size_t first = 0;
    for (const Range region : regions) {
        scratch.viterbi.run(scratch.emission.data() + first, region.size(),
                            scratch.path.data() + first);
        first += region.size();
    }
    return true;
}

TagRow<std::int16_t> NameTagger::weigh(const Article& article, Range region, std::uint32_t i,
                                       Scratch& scratch) const {
    TagRow<std::int16_t> sum{};
    for (const NameFeatures::Seen seen : features_.around(article, region, i, scratch.features)) {
        const TagRow<std::int16_t>& more = voice(article, seen, scratch).sum;
        for (std::size_t t = 0; t < tag_lanes; ++t) {
            sum[t] = static_cast<std::int16_t>(sum[t] + more[t]);
        }
    }
    scratch.found.clear();
    features_.of_rest(article, region, i, scratch.features, scratch.found);
    add_found(scratch, sum);
    return sum;
}

const NameTagger::Scratch::Voice& NameTagger::voice(const Article& article, NameFeatures::Seen seen,
                                                    Scratch& scratch) const {
    const std::size_t place = static_cast<std::size_t>(seen.place);
    std::uint32_t& at = scratch.voice_at[NameFeatures::place_count * seen.spelling + place];
    if (at == 0) {
        Scratch::Voice& made = scratch.voices.emplace_back();
        at = static_cast<std::uint32_t>(scratch.voices.size());
        made.begin = static_cast<std::uint32_t>(scratch.spoken.size());
        scratch.found.clear();
        features_.of_seen(article, seen, scratch.features, scratch.found);
        for (const Feature& feature : scratch.found) {
            for (const FeatureWeights::Row* row : rows_of(feature, scratch)) {
                if (row == nullptr) continue;
                FeatureWeights::add(*row, made.sum);
                if (scratch.reasons) scratch.spoken.push_back({row, feature.kind});
            }
        }
        made.end = static_cast<std::uint32_t>(scratch.spoken.size());
    }
    return scratch.voices[at - 1];
}

bool NameTagger::add_found(const Scratch& scratch, TagRow<std::int16_t>& sum) const {
    bool any = false;
    for (const Feature& feature : scratch.found) {
        for (const FeatureWeights::Row* row : rows_of(feature, scratch)) {
            if (row == nullptr) continue;
            FeatureWeights::add(*row, sum);
            any = true;
        }
    }
    return any;
}

void NameTagger::write_names(Article& article, Range region, std::size_t first,
                             Scratch& scratch) const {
    const TagRow<std::int16_t>* emission = scratch.emission.data() + first;
    const Tag* path = scratch.path.data() + first;
    if (std::all_of(path, path + region.size(), [](Tag t) { return t == outside; })) return;
    scratch.potentials.resize(region.size());
    for (std::size_t i = 0; i < region.size(); ++i) {
        scratch.potentials[i] = powers_.of(emission[i]);
    }
    scratch.allowed.assign(region.size(), all_tags);
    scratch.chances.run(scratch.potentials, scratch.allowed);
    if (scratch.reasons) features_.read_region(vocabulary_, article, region, scratch.features);
    for (std::uint32_t i = 0; i < region.size();) {
        if (!is_begin(path[i])) {
            ++i;
            continue;
        }
        std::uint32_t end = i + 1;
        const NameType type = type_of(path[i]);
        while (end < region.size() && is_inside(path[end])) ++end;
        Name name;
        name.words = {region.begin + i, region.begin + end};
        name.type = type;
        if (type == NameType::per) name.words = without_titles(article, name.words);
        name.score = calibrated(model_.calibration, scratch.chances.name(i, end, type));
        name.guessed = name.score < sure;
        name.entry = known(article, name);
        if (scratch.reasons) name.reason = reason(article, region, first, name, scratch);
        const auto index = static_cast<std::uint32_t>(article.names.size());
        for (std::uint32_t j = name.words.begin; j < name.words.end; ++j) {
            article.words[j].name = index;
        }
        article.names.push_back(std::move(name));
        i = end;
    }
}

std::uint32_t NameTagger::known(const Article& article, const Name& name) const {
    NameNode node = Vocabulary::name_root;
    for (std::uint32_t i = name.words.begin; i < name.words.end && node != 0; ++i) {
        node = vocabulary_.step(node, article.words[i].id);
    }
    const std::uint32_t entry = node == 0 ? 0 : vocabulary_.name_at(node);
    if (entry == 0) return 0;
    const NameEntry& found = vocabulary_.name(entry);
    if (found.all_caps && !article.words[name.words.begin].caps) return 0;
    return found.type == name.type ? entry : 0;
}

Range NameTagger::without_titles(const Article& article, Range words) const {
    while (words.size() > 1) {
        std::uint32_t length = 0;
        NameNode node = Vocabulary::title_root;
        for (std::uint32_t i = words.begin; i < words.end && node != 0; ++i) {
            node = vocabulary_.step(node, article.words[i].id);
            if (node != 0 && vocabulary_.name_at(node) != 0) length = i + 1 - words.begin;
        }
        if (length == 0 || length >= words.size()) break;
        words.begin += length;
    }
    return words;
}

}  // namespace standpoint::extract
