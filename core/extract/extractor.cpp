#include "core/extract/extractor.hpp"

#include <algorithm>

#include "core/extract/article.hpp"
#include "core/extract/embedded_model.hpp"
#include "core/extract/holder_candidates.hpp"
#include "core/extract/name_tagger.hpp"
#include "core/extract/part_tagger.hpp"
#include "core/extract/quantities.hpp"
#include "core/extract/stages.hpp"
#include "core/extract/statement_tagger.hpp"
#include "core/extract/vocabulary.hpp"

namespace standpoint::extract {
namespace {

using model::Decision;
using model::Id;
using model::Origin;

model::Provenance proposed(Origin origin, float score, std::vector<std::string> reasons) {
    return {.origin = origin,
            .decision = Decision::suggested,
            .score = score,
            .annotator = {},
            .reasons = std::move(reasons),
            .note = {}};
}

// Of 130 findings in unlabelled news, looked through by hand, 126 were right in span and form.
constexpr float p_quantity = 0.97F;

std::string_view description_of(QuantityType type) {
    switch (type) {
        case QuantityType::date: return "a date or a length of days";
        case QuantityType::time: return "a time";
        case QuantityType::money: return "a sum of money";
        case QuantityType::percent: return "a percentage";
        case QuantityType::quantity: return "a number and a unit";
    }
    return {};
}

// The article's findings as suggestions. Ids: mentions, entities, targets, attributions, stances,
// quantities.
class Writer {
  public:
    Writer(const Vocabulary& vocabulary, const Article& article, model::Suggestions& out)
        : vocabulary_(vocabulary), article_(article), out_(out) {}

    void write() {
        out_ = {};
        first_mention_ = 1;
        first_entity_ = first_mention_ + size(article_.names);
        first_target_ = first_entity_ + size(article_.clusters);
        Id next = first_target_ + size(article_.targets);
        write_names();
        write_targets();
        for (const Statement& statement : article_.statements) {
            if (!statement.attribution) continue;
            each_holder(statement, [&](const Holder& holder) { write(statement, holder, next++); });
        }
        for (const Position& position : article_.positions) write(position, next++);
        for (const Quantity& quantity : article_.quantities) write(quantity, next++);
    }

  private:
    template <class T>
    static Id size(const std::vector<T>& items) {
        return static_cast<Id>(items.size());
    }

    void write_names() {
        out_.mentions.reserve(article_.names.size());
        for (Id i = 0; i < article_.names.size(); ++i) {
            const Name& name = article_.names[i];
            std::vector<std::string> reasons;
            if (!name.reason.empty()) reasons.push_back(name.reason);
            out_.mentions.push_back(
                {.id = first_mention_ + i,
                 .span = article_.span_of(name.words),
                 .label = std::string(label_of(name.type)),
                 .entity = first_entity_ + name.cluster,
                 .provenance = proposed(Origin::model, name.score, std::move(reasons)),
                 .extra = {},
                 .alternative = alternative_of(name)});
        }
        for (Id i = 0; i < article_.clusters.size(); ++i) {
            model::Entity entity;
            entity.id = first_entity_ + i;
            entity.canonical = article_.clusters[i].canonical;
            out_.entities.push_back(std::move(entity));
        }
    }

    // The country whose government a capital may stand for.
    std::string alternative_of(const Name& name) const {
        const NameEntry& entry = vocabulary_.name(name.entry);
        return entry.capital ? vocabulary_.country(entry.country) : std::string();
    }

    void write_targets() {
        for (Id i = 0; i < article_.targets.size(); ++i) {
            const Proposition& target = article_.targets[i];
            if (!target.used) continue;
            model::Target made;
            made.id = first_target_ + i;
            made.key = target.key;
            made.text = target.text;
            made.provenance = proposed(target.given ? Origin::dictionary : Origin::rule,
                                       target.score, {target.reason});
            if (target.given) made.provenance.decision = Decision::accepted;
            out_.targets.push_back(std::move(made));
        }
    }

    model::Actor actor(const Holder& holder) const {
        model::Actor made;
        if (holder.cluster != none) {
            made.entity = first_entity_ + holder.cluster;
        } else if (!holder.phrase.empty()) {
            made.phrase = article_.at(holder.phrase);
        }
        return made;
    }

    void write(const Statement& statement, const Holder& holder, Id id) {
        model::Attribution made;
        made.id = id;
        if (!statement.source.empty()) made.source = article_.span_of(statement.source);
        if (!statement.cue.empty()) made.cue = article_.span_of(statement.cue);
        made.content = statement.content;
        made.holder = actor(holder);
        made.provenance = proposed(statement.learned ? Origin::model : Origin::rule,
                                   statement.score, statement.reasons);
        out_.attributions.push_back(std::move(made));
    }

    void write(const Position& position, Id id) {
        model::Stance made;
        made.id = id;
        made.holder = actor(position.holder);
        made.target = position.actor != none ? first_entity_ + position.actor
                                             : first_target_ + position.target;
        made.polarity = position.polarity > 0   ? model::Polarity::favor
                        : position.polarity < 0 ? model::Polarity::against
                                                : model::Polarity::neutral;
        made.certainty =
            position.inferred ? model::Certainty::inferred : model::Certainty::explicit_;
        made.evidence = {position.evidence};
        made.provenance = proposed(Origin::rule, position.score, position.reasons);
        out_.stances.push_back(std::move(made));
    }

    void write(const Quantity& quantity, Id id) {
        std::string reason = "reads as " + std::string(description_of(quantity.type));
        if (!quantity.normal.empty()) reason += ": " + quantity.normal;
        if (quantity.relative) reason += ", counted from the article’s date";
        model::Mention made;
        made.id = id;
        made.span = article_.span_of(quantity.words);
        made.label = label_of(quantity.type);
        made.normal = quantity.normal;
        made.provenance = proposed(Origin::rule, p_quantity, {std::move(reason)});
        out_.mentions.push_back(std::move(made));
    }

    const Vocabulary& vocabulary_;
    const Article& article_;
    model::Suggestions& out_;
    Id first_mention_ = 1, first_entity_ = 1, first_target_ = 1;
};

bool wanted(const Input& input, QuantityType type) {
    return input.quantities ||
           (input.codebook != nullptr && input.codebook->label(label_of(type)) != nullptr);
}

// What a stage was taught; nothing, and why, if it cannot be read.
template <class Model>
Model model_or_none(const text::Result<ModelFile>& file, std::string& problem) {
    if (!file) {
        problem = file.error().message;
        return {};
    }
    auto model = Model::read(*file);
    if (!model) problem = model.error().message;
    return model ? std::move(*model) : Model{};
}

void find_wanted_quantities(const Input& input, Article& article) {
    const auto unwanted = [&](const Quantity& q) { return !wanted(input, q.type); };
    bool any = false;
    for (const QuantityType type : quantity_types) any = any || wanted(input, type);
    if (!any) return;
    find_quantities(date_of_article(article, input.date), article);
    article.quantities.erase(
        std::remove_if(article.quantities.begin(), article.quantities.end(), unwanted),
        article.quantities.end());
}

}  // namespace

struct Extractor::Tables {
    explicit Tables(const text::Result<ModelFile>& file)
        : names(model_or_none<NameModel>(file, problem)),
          name_tagger(vocabulary, names),
          parts(model_or_none<PartModel>(file, problem)),
          part_tagger(vocabulary, names.tables, parts),
          statements(model_or_none<StatementModel>(file, problem)),
          statement_tagger(vocabulary, names.tables, statements) {}

    std::string problem;
    Vocabulary vocabulary;
    NameModel names;
    NameTagger name_tagger;
    PartModel parts;
    PartTagger part_tagger;
    StatementModel statements;
    StatementTagger statement_tagger;
};

struct Scratch {
    Article article;
    NameTagger::Scratch names;
    PartTagger::Scratch parts;
    StatementTagger::Scratch statements;
};

void ScratchDeleter::operator()(Scratch* scratch) const {
    delete scratch;
}

Extractor::Extractor() : Extractor(embedded_model()) {}
Extractor::Extractor(std::string_view model)
    : tables_(std::make_unique<Tables>(ModelFile::open(model))) {}
Extractor::~Extractor() = default;

const std::string& Extractor::problem() const {
    return tables_->problem;
}

ScratchPtr Extractor::make_scratch() const {
    return ScratchPtr(new Scratch);
}

bool Extractor::run(const Input& input, Scratch& scratch, model::Suggestions& out,
                    Watch* watch) const {
    const Vocabulary& vocabulary = tables_->vocabulary;
    Article& article = scratch.article;
    const auto go_on = [&](float done) { return watch == nullptr || watch->go_on(done); };
    if (!go_on(0.0F)) return false;
    read_words(vocabulary, input.text, article);
    if (!go_on(0.3F)) return false;
    find_quotes(article);
    if (!tables_->name_tagger.run(article, scratch.names, {watch, 0.3F, 0.6F}, input.reasons))
        return false;
    find_clusters(vocabulary, article);
    find_wanted_quantities(input, article);
    if (!input.names_only) {
        if (!tables_->part_tagger.run(article, scratch.parts, {watch, 0.6F, 0.65F})) return false;
        if (!find_attributions(vocabulary, input.codebook, article, {watch, 0.65F, 0.7F}) ||
            !tables_->statement_tagger.run(article, scratch.statements, {watch, 0.7F, 0.85F})) {
            return false;
        }
        find_holders(vocabulary, article);
        choose_holders(vocabulary, tables_->statements.holders, article);
        if (!find_stances(vocabulary, input, article, {watch, 0.85F, 1.0F})) return false;
    }
    Writer(vocabulary, article, out).write();
    return go_on(1.0F);
}

}  // namespace standpoint::extract
