// The front of the planner: names of the commands, and the way from a command to its family.
#include "core/edit/planner.hpp"
#include "core/edit/proposing.hpp"

namespace standpoint::edit {

namespace {

template <class C>
inline constexpr bool is_project_command =
    std::is_same_v<C, AddDocuments> || std::is_same_v<C, SetCodebook> ||
    std::is_same_v<C, SetProjectInfo>;

// Names are written to journals: changing one breaks those that exist.
struct Namer {
    CommandName operator()(const Decide& command) const {
        switch (command.decision) {
            case model::Decision::accepted: return {"item.decide", "Accept"};
            case model::Decision::rejected: return {"item.decide", "Reject"};
            case model::Decision::suggested: return {"item.decide", "Reopen"};
        }
        return {"item.decide", "Decide"};
    }
    CommandName operator()(const AcceptAbove&) const {
        return {"item.accept_above", "Accept all above a score"};
    }
    CommandName operator()(const AddMention&) const { return {"mention.add", "Add mention"}; }
    CommandName operator()(const Relabel&) const { return {"mention.relabel", "Relabel"}; }
    CommandName operator()(const Resize& command) const {
        return {"span.resize", command.tokens > 0 ? "Grow span" : "Shrink span"};
    }
    CommandName operator()(const SetSpan&) const { return {"mention.set_span", "Move mention"}; }
    CommandName operator()(const LabelEvery&) const {
        return {"mention.label_every", "Label every occurrence"};
    }
    CommandName operator()(const Remove&) const { return {"item.remove", "Remove"}; }
    CommandName operator()(const MergeEntities&) const {
        return {"entity.merge", "Merge entities"};
    }
    CommandName operator()(const SplitEntity&) const { return {"entity.split", "Split entity"}; }
    CommandName operator()(const AssignEntity&) const {
        return {"entity.assign", "Link mention to entity"};
    }
    CommandName operator()(const TakeAlternative&) const {
        return {"entity.take_alternative", "Take the other reading"};
    }
    CommandName operator()(const SetCanonical&) const {
        return {"entity.set_canonical", "Rename entity"};
    }
    CommandName operator()(const SetExternalId&) const {
        return {"entity.set_external_id", "Set external id"};
    }
    CommandName operator()(const SetAcross&) const {
        return {"entity.set_across", "Name entity across articles"};
    }
    CommandName operator()(const MakeAttribution&) const {
        return {"attribution.make", "Make statement"};
    }
    CommandName operator()(const SetSource&) const {
        return {"attribution.set_source", "Set source"};
    }
    CommandName operator()(const SetCue&) const { return {"attribution.set_cue", "Set cue"}; }
    CommandName operator()(const SetContent&) const {
        return {"attribution.set_content", "Set content"};
    }
    CommandName operator()(const SetAttributionHolder&) const {
        return {"attribution.set_holder", "Set holder of statement"};
    }
    CommandName operator()(const AddTarget&) const { return {"target.add", "Add target"}; }
    CommandName operator()(const SetTargetText&) const {
        return {"target.set_text", "Rephrase target"};
    }
    CommandName operator()(const MergeTargets&) const { return {"target.merge", "Merge targets"}; }
    CommandName operator()(const MakeStance&) const { return {"stance.make", "Make stance"}; }
    CommandName operator()(const SetPolarity&) const {
        return {"stance.set_polarity", "Set polarity"};
    }
    CommandName operator()(const SetCertainty&) const {
        return {"stance.set_certainty", "Set certainty"};
    }
    CommandName operator()(const SetStanceHolder&) const {
        return {"stance.set_holder", "Set holder of stance"};
    }
    CommandName operator()(const SetStanceTarget&) const {
        return {"stance.set_target", "Set target of stance"};
    }
    CommandName operator()(const SetEvidence&) const {
        return {"stance.set_evidence", "Set evidence"};
    }
    CommandName operator()(const SetNote&) const { return {"item.set_note", "Write note"}; }
    CommandName operator()(const SetFlag& command) const {
        return {"item.set_flag", command.flagged ? "Flag" : "Remove flag"};
    }
    CommandName operator()(const SetDone& command) const {
        return {"document.set_done", command.done ? "Mark document as done" : "Reopen document"};
    }
    CommandName operator()(const SetInfo&) const {
        return {"document.set_info", "Change document details"};
    }
    CommandName operator()(const AddDocuments&) const { return {"document.add", "Add documents"}; }
    CommandName operator()(const RemoveDocument&) const {
        return {"document.remove", "Remove document"};
    }
    CommandName operator()(const Propose&) const {
        return {"document.propose", "Take in proposals"};
    }
    CommandName operator()(const SetCodebook&) const {
        return {"project.set_codebook", "Change codebook"};
    }
    CommandName operator()(const SetProjectInfo&) const {
        return {"project.set_info", "Change project details"};
    }
};

}  // namespace

CommandName name_of(const Command& command) {
    return std::visit(Namer(), command);
}

text::Result<Change> plan(const model::Project& project, std::string_view document_id,
                          Command command, const Stamp& stamp) {
    if (auto problem = check_text(stamp.annotator)) return std::move(*problem);
    return std::visit(
        [&](auto& c) -> text::Result<Change> {
            using C = std::decay_t<decltype(c)>;
            if constexpr (is_project_command<C>) {
                return plan_project(project, std::move(c));
            } else {
                const model::Document* document = project.document(document_id);
                if (!document) {
                    return Error{ErrorKind::not_found,
                                 "There is no document \"" + std::string(document_id) + "\".",
                                 {},
                                 {}};
                }
                if constexpr (std::is_same_v<C, RemoveDocument>) {
                    Change change;
                    change.title = "Remove document";
                    change.document = document->id;
                    change.edits.push_back(EraseDocument{document->id});
                    return change;
                } else if constexpr (std::is_same_v<C, Propose>) {
                    Proposing proposing(project, *document, std::move(c.suggestions), stamp);
                    while (proposing.go_on()) {
                    }
                    return std::move(proposing).finish();
                } else {
                    ChangeBuilder builder(project, *document, stamp);
                    auto title = carry_out(builder, std::move(c));
                    if (!title) return title.error();
                    return std::move(builder).finish(std::move(*title));
                }
            }
        },
        command);
}

std::optional<std::string> problem(const model::Project& project, std::string_view document,
                                   const Command& command) {
    const auto change = plan(project, document, command, Stamp());
    if (change) return std::nullopt;
    return change.error().message;
}

}  // namespace standpoint::edit
