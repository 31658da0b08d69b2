// Prompts and pickers: what they ask, what they offer and what becomes of the answer.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "web/app/actions.hpp"
#include "web/app/workbench.hpp"

namespace standpoint::web {

using model::Kind;

namespace {

std::string trimmed(std::string text) {
    const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
    while (!text.empty() && blank(text.back())) text.pop_back();
    std::size_t begin = 0;
    while (begin < text.size() && blank(text[begin])) ++begin;
    return text.substr(begin);
}

std::string count_of(std::size_t n, const char* one, const char* many) {
    return std::to_string(n) + " " + (n == 1 ? one : many);
}

Picker entity_picker(const Workbench& bench, Picker::Purpose purpose, std::string title,
                     std::string hint, bool own_words, Id first, Id without) {
    Picker picker;
    picker.purpose = purpose;
    picker.title = std::move(title);
    picker.hint = std::move(hint);
    picker.own_words = own_words;
    picker.own_words_label = "Somebody else:";
    const model::Document& d = *bench.document();
    for (const EntityRow& row : bench.derived().entities) {
        if (row.entity == without) continue;
        Picker::Option option;
        option.id = row.entity;
        option.text = d.entities.find(row.entity)->canonical;
        option.group = row.label;
        option.detail = count_of(row.mentions.size(), "mention", "mentions");
        if (row.entity == first)
            picker.options.insert(picker.options.begin(), std::move(option));
        else
            picker.options.push_back(std::move(option));
    }
    return picker;
}

void add_targets(const Workbench& bench, Picker& picker, Id first, Id without) {
    const model::Document& d = *bench.document();
    for (const model::Target& t : d.targets) {
        if (t.provenance.decision == model::Decision::rejected || t.id == without) continue;
        Picker::Option option;
        option.id = t.id;
        option.text = t.text;
        option.group = t.key;
        if (t.id == first)
            picker.options.insert(picker.options.begin(), std::move(option));
        else
            picker.options.push_back(std::move(option));
    }
}

Picker target_picker(const Workbench& bench, Picker::Purpose purpose, Id first, Id without) {
    Picker picker;
    picker.purpose = purpose;
    picker.title = "About what?";
    picker.hint = "A proposition that one can be for or against";
    picker.own_words = true;
    picker.own_words_label = "New target:";
    add_targets(bench, picker, first, without);
    const model::Document& d = *bench.document();
    for (const model::CodebookTarget& t : bench.project().codebook.targets) {
        const bool there = std::any_of(d.targets.begin(), d.targets.end(),
                                       [&t](const model::Target& x) { return x.key == t.key; });
        if (there) continue;
        Picker::Option option;
        option.text = t.text;
        option.group = t.key;
        option.detail = "codebook";
        picker.options.push_back(std::move(option));
    }
    for (const EntityRow& row : bench.derived().entities) {
        Picker::Option option;
        option.id = row.entity;
        option.text = d.entities.find(row.entity)->canonical;
        option.group = "as such";
        option.detail = row.label;
        picker.options.push_back(std::move(option));
    }
    return picker;
}

Picker polarity_picker() {
    Picker picker;
    picker.purpose = Picker::Purpose::stance_polarity;
    picker.title = "Where do they stand?";
    picker.hint = "f, a, n or u";
    const struct {
        model::Polarity polarity;
        const char* key;
    } rows[] = {{model::Polarity::favor, "f"},
                {model::Polarity::against, "a"},
                {model::Polarity::neutral, "n"},
                {model::Polarity::unclear, "u"}};
    for (const auto& row : rows) {
        Picker::Option option;
        option.id = static_cast<Id>(row.polarity);
        option.text = std::string(model::name_of(row.polarity));
        option.key = option.detail = row.key;
        picker.options.push_back(std::move(option));
    }
    return picker;
}

}  // namespace

void Workbench::ask(Prompt::Purpose purpose) {
    const model::Document* d = document();
    Prompt prompt;
    prompt.purpose = purpose;
    prompt.item = focus_;
    switch (purpose) {
        case Prompt::Purpose::note:
            if (!d) return say("Add an article first: paste it with Ctrl+V.");
            prompt.title =
                focus_ ? "Note on “" + summary_of(*d, *focus_) + "”" : "Note on the article";
            prompt.hint = "Your own words; they travel with the data";
            prompt.text = focus_ ? provenance_of(*d, *focus_)->note : d->info.note;
            prompt.lines = true;
            break;
        case Prompt::Purpose::entity_note:
        case Prompt::Purpose::canonical:
        case Prompt::Purpose::external_id:
        case Prompt::Purpose::across: {
            const model::Entity* e = d && entity_ ? d->entities.find(*entity_) : nullptr;
            if (!e) return say("Go to a mention of the entity first.");
            prompt.item = Ref{Kind::entity, e->id};
            if (purpose == Prompt::Purpose::entity_note) {
                prompt.title = "Note on “" + e->canonical + "”";
                prompt.hint = "Your own words; they travel with the data";
                prompt.text = e->note;
                prompt.lines = true;
                break;
            }
            if (purpose == Prompt::Purpose::across) {
                prompt.title = "“" + e->canonical + "” across articles";
                prompt.hint = "Another's name joins the two, one of its own parts it from all";
                prompt.text = e->across.empty() ? e->canonical : e->across;
                break;
            }
            const bool name = purpose == Prompt::Purpose::canonical;
            prompt.title = name ? "Canonical name" : "Identifier of “" + e->canonical + "”";
            prompt.hint = name ? "The fullest name, e.g. Joe Biden" : "e.g. wikidata:Q6279";
            prompt.text = name ? e->canonical : e->external_id;
            break;
        }
        case Prompt::Purpose::new_target:
            if (!d) return say("Add an article first: paste it with Ctrl+V.");
            prompt.title = "New target";
            prompt.hint = "A proposition that one can be for or against";
            break;
        case Prompt::Purpose::target_text: {
            Id id = 0;
            if (focus_ && focus_->kind == Kind::target) id = focus_->id;
            if (focus_ && focus_->kind == Kind::stance) id = d->stances.find(focus_->id)->target;
            const model::Target* t = d ? d->targets.find(id) : nullptr;
            if (!t) return say("Go to a target or to a stance on one first.");
            prompt.item = Ref{Kind::target, t->id};
            prompt.title = "Reword the target";
            prompt.hint = "A proposition that one can be for or against";
            prompt.text = t->text;
            break;
        }
        case Prompt::Purpose::title:
            if (!d) return say("Add an article first: paste it with Ctrl+V.");
            prompt.title = "Title of the article";
            prompt.hint = "As in the list at the left";
            prompt.text = d->info.title;
            break;
        case Prompt::Purpose::annotator:
            prompt.title = "Annotator";
            prompt.hint = "The name or id under which your decisions are kept";
            prompt.text = project().annotator;
            break;
        case Prompt::Purpose::project_name:
            prompt.title = "Name of the project";
            prompt.hint = "Also the file name under which it is saved";
            prompt.text = project().name;
            break;
        case Prompt::Purpose::accept_above:
            if (!d) return say("Add an article first: paste it with Ctrl+V.");
            prompt.title = "Accept every suggestion with at least this score";
            prompt.hint = "A number from 0 to 1, e.g. 0.9";
            prompt.text = two_digits(looks.fold.below);
            break;
    }
    dialog = std::move(prompt);
}

void Workbench::answer(Prompt prompt) {
    close_dialog();
    std::string text = trimmed(std::move(prompt.text));
    switch (prompt.purpose) {
        case Prompt::Purpose::note:
        case Prompt::Purpose::entity_note: run(edit::SetNote{prompt.item, std::move(text)}); break;
        case Prompt::Purpose::canonical:
            run(edit::SetCanonical{prompt.item->id, std::move(text)});
            break;
        case Prompt::Purpose::external_id:
            run(edit::SetExternalId{prompt.item->id, std::move(text)});
            break;
        case Prompt::Purpose::across: run(edit::SetAcross{prompt.item->id, std::move(text)}); break;
        case Prompt::Purpose::new_target:
            if (run(edit::AddTarget{std::move(text), {}})) looks.tab = Tab::stances;
            break;
        case Prompt::Purpose::target_text:
            run(edit::SetTargetText{prompt.item->id, std::move(text)});
            break;
        case Prompt::Purpose::title: {
            model::DocumentInfo info = document()->info;
            info.title = std::move(text);
            run(edit::SetInfo{std::move(info)});
            break;
        }
        case Prompt::Purpose::annotator:
            run(edit::SetProjectInfo{project().name, std::move(text)});
            break;
        case Prompt::Purpose::project_name:
            run(edit::SetProjectInfo{std::move(text), project().annotator});
            break;
        case Prompt::Purpose::accept_above: {
            std::string number = text;
            std::replace(number.begin(), number.end(), ',', '.');  // as half of Europe writes it
            char* end = nullptr;
            const float score = std::strtof(number.c_str(), &end);
            if (number.empty() || *end != '\0' || !(score >= 0 && score <= 1)) {
                return say("“" + text + "” is not a number from 0 to 1.", true);
            }
            const std::size_t before = derived_.progress.decided;
            if (run(edit::AcceptAbove{score, {}})) {
                say("Accepted " +
                    count_of(derived_.progress.decided - before, "suggestion", "suggestions") +
                    "; Ctrl+Z takes them all back.");
            }
            break;
        }
    }
}

void Workbench::pick(Picker::Purpose purpose) {
    using P = Picker::Purpose;
    const model::Document* d = document();
    const auto needs_article = [&] {
        if (!d) say("Add an article first: paste it with Ctrl+V.");
        return d == nullptr;
    };
    switch (purpose) {
        case P::command: dialog = command_picker(*this); return;
        case P::document: {
            Picker picker;
            picker.purpose = purpose;
            picker.title = "Go to article";
            picker.hint = "A part of its title";
            for (std::size_t i = 0; i < project().documents.size(); ++i) {
                Picker::Option option;
                option.value = project().documents[i].id;
                option.text = model::display_title(project().documents[i]);
                const model::Progress p = progress(i);
                option.detail = std::to_string(p.decided) + " / " + std::to_string(p.total);
                picker.options.push_back(std::move(option));
            }
            dialog = std::move(picker);
            return;
        }
        case P::label: {
            Picker picker;
            picker.purpose = purpose;
            picker.title = "Label";
            picker.hint = "A part of its name";
            for (const model::Label& label : project().codebook.labels) {
                Picker::Option option;
                option.text = label.name + "  " + label.title;
                option.value = label.name;
                if (label.hotkey) option.key = option.detail = std::string(1, label.hotkey);
                picker.options.push_back(std::move(option));
            }
            dialog = std::move(picker);
            return;
        }
        case P::stance_holder:
        case P::stance_target:
        case P::stance_polarity: {
            auto* stance = std::get_if<StancePicker>(&dialog);
            if (!stance || needs_article()) return;
            if (purpose == P::stance_holder) {
                stance->picker = entity_picker(*this, purpose, "Whose stance?", "Who holds it",
                                               true, stance->draft.holder.entity, 0);
                if (stance->draft.holder.entity == 0 && !stance->draft.holder.phrase.empty()) {
                    stance->picker.typed = stance->draft.holder.phrase;
                }
            } else if (purpose == P::stance_target) {
                stance->picker = target_picker(*this, purpose, stance->draft.target, 0);
            } else {
                stance->picker = polarity_picker();
            }
            return;
        }
        case P::holder: {
            if (needs_article()) return;
            const bool right =
                focus_ && (focus_->kind == Kind::attribution || focus_->kind == Kind::stance);
            if (!right) return say("Go to a statement or a stance first.");
            const Id now = focus_->kind == Kind::stance
                               ? d->stances.find(focus_->id)->holder.entity
                               : d->attributions.find(focus_->id)->holder.entity;
            Picker picker =
                entity_picker(*this, purpose, "Who?", "Whose words, whose stance", true, now, 0);
            Picker::Option nobody;
            nobody.text = "Nobody is named";
            picker.options.push_back(std::move(nobody));
            picker.item = focus_;
            dialog = std::move(picker);
            return;
        }
        case P::target: {
            if (needs_article()) return;
            if (!focus_ || focus_->kind != Kind::stance) return say("Go to a stance first.");
            Picker picker = target_picker(*this, purpose, d->stances.find(focus_->id)->target, 0);
            picker.item = focus_;
            dialog = std::move(picker);
            return;
        }
        case P::merge_entity:
        case P::assign_entity: {
            if (needs_article()) return;
            if (!entity_ || !d->entities.find(*entity_)) {
                return say("Go to a mention of the entity first.");
            }
            if (purpose == P::assign_entity && (!focus_ || focus_->kind != Kind::mention)) {
                return say("Go to a mention first.");
            }
            const std::string name = d->entities.find(*entity_)->canonical;
            const bool merge = purpose == P::merge_entity;
            Picker picker = merge ? entity_picker(*this, purpose, "Merge “" + name + "” into",
                                                  "Both become one", false, 0, *entity_)
                                  : entity_picker(*this, purpose, "This mention names",
                                                  "Another entity", true, 0, *entity_);
            picker.item = merge ? Ref{Kind::entity, *entity_} : *focus_;
            dialog = std::move(picker);
            return;
        }
        case P::merge_target: {
            if (needs_article()) return;
            if (!focus_ || focus_->kind != Kind::target) return say("Go to a target first.");
            Picker picker;
            picker.purpose = purpose;
            picker.title = "Merge the target into";
            picker.hint = "Its stances move over";
            picker.item = focus_;
            add_targets(*this, picker, 0, focus_->id);
            dialog = std::move(picker);
            return;
        }
    }
}

void Workbench::picked(Picker picker, std::optional<std::size_t> index) {
    using P = Picker::Purpose;
    if (!index && (!picker.own_words || trimmed(picker.typed).empty())) return;
    const Picker::Option chosen = index ? picker.options[*index] : Picker::Option{};
    const std::string words = index ? chosen.text : trimmed(picker.typed);
    const model::Actor actor = index ? model::Actor{chosen.id, {}} : model::Actor{0, words};
    if (auto* stance = std::get_if<StancePicker>(&dialog)) {
        if (picker.purpose == P::stance_holder) {
            stance->draft.holder = actor;
            return pick(P::stance_target);
        }
        if (picker.purpose == P::stance_target) {
            stance->draft.target = index ? chosen.id : 0;
            stance->draft.new_target = words;
            if (!stance->draft.polarity) return pick(P::stance_polarity);
        } else {
            stance->draft.polarity = static_cast<model::Polarity>(chosen.id);
        }
        const StanceDraft draft = stance->draft;
        close_dialog();
        return make_stance(draft);
    }
    close_dialog();
    switch (picker.purpose) {
        case P::command:
            if (!chosen.value.empty())
                label(chosen.value);
            else
                perform(*this, chosen.text);
            break;
        case P::document:
            if (const auto place = project().index_of(chosen.value)) open_document(*place);
            break;
        case P::label: label(chosen.value); break;
        // What the choice is about may have gone while the picker was open: then the command says
        // so.
        case P::holder:
            if (picker.item->kind == Kind::stance)
                run(edit::SetStanceHolder{picker.item->id, actor});
            else
                run(edit::SetAttributionHolder{picker.item->id, actor});
            break;
        case P::target:
            run(edit::SetStanceTarget{picker.item->id, chosen.id, chosen.id != 0 ? "" : words});
            break;
        case P::merge_entity:
            if (run(edit::MergeEntities{chosen.id, {picker.item->id}})) entity_ = chosen.id;
            break;
        case P::assign_entity:
            if (index)
                run(edit::AssignEntity{{picker.item->id}, chosen.id});
            else
                run(edit::SplitEntity{{picker.item->id}, words});
            break;
        case P::merge_target: run(edit::MergeTargets{chosen.id, {picker.item->id}}); break;
        case P::stance_holder:
        case P::stance_target:
        case P::stance_polarity: break;  // handled above
    }
}

}  // namespace standpoint::web
