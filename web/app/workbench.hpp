// Workbench: the page's state and everything that a person can do there, without drawing anything.
//
// Owns the history (and through it the project) and the text view; knows the machine only as Host.
// All changes to the project go through `run`. Panels read it and answer with intents
// (web/app/intent.hpp); keys, menus and the palette call actions (web/app/actions.hpp), which call
// the functions below. Natively testable with a fake Host.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/edit/history.hpp"
#include "core/edit/proposing.hpp"
#include "core/exchange/packed.hpp"
#include "web/app/across.hpp"
#include "web/app/derived.hpp"
#include "web/app/dialogs.hpp"
#include "web/platform/host.hpp"
#include "web/textview/text_view.hpp"

namespace standpoint::web {

enum class Tab : std::uint8_t { entities, statements, stances, guide };
inline constexpr int tab_count = 4;

// How the page looks at the moment; nothing of it is part of the project.
struct Looks {
    Tab tab = Tab::entities;
    std::string document_filter, entity_filter, guide_label;
    std::size_t first_target = 0;                             // leftmost column of the stance table
    bool documents_shown = true, inspector_shown = true;      // as columns
    bool documents_drawer = false, inspector_drawer = false;  // over the article, narrow pages
    bool narrow = false;                                      // the page, as last drawn
    float documents_width, inspector_width = 0;               // 0: as wide as suits the page
    float palette_width = 420;  // of the palette at the selection, as last drawn
    bool by_pointer = false;    // the mouse was pressed after the last key: show the palette
    std::optional<bool> dark;   // the person's choice; none = as the system has it
    bool files_hovering = false;
    bool quantities = false;      // dates, sums and the like are proposed, too
    Fold fold{0.3F, false};       // of suggestions with little confidence
    std::optional<Ref> followed;  // in hand when the lists were last scrolled to it

    Looks();
};

// A sentence shown for a while above the status line.
struct Toast {
    std::string text;
    bool problem = false;
    std::int64_t until_ms = 0;
};

class Workbench {
  public:
    explicit Workbench(Host& host);

    // --- reading ---------------------------------------------------------------------------
    const model::Project& project() const { return history_.project(); }
    const edit::History& history() const { return history_; }
    // The document in hand; null if the project is empty.
    const model::Document* document() const;
    const Derived& derived() const { return derived_; }
    std::size_t current() const { return current_; }
    std::optional<Ref> focus() const { return focus_; }
    // The statement to which source and cue keys apply; the one focused last, while it exists.
    std::optional<Id> statement() const;
    std::optional<Id> entity() const { return entity_; }  // shown in detail in the inspector
    // Where else in the project it is.
    std::vector<model::EntityAt> elsewhere() const;
    std::optional<Span> selection() const { return view.selection(); }
    const std::optional<Toast>& toast() const { return toast_; }
    // What the worker does: "Proposing", "Opening news.jsonl", and the share that is done.
    struct Working {
        std::string words;
        float done = 0;
    };
    std::optional<Working> working() const;
    bool extracting(std::string_view document) const;
    // Progress of each document, for the list.
    model::Progress progress(std::size_t document) const;
    std::string saved_as() const { return saved_as_; }
    bool dark() const { return looks.dark.value_or(host_.dark()); }
    Host& host() const { return host_; }

    // --- moving about -----------------------------------------------------------------------
    void open_document(std::size_t index);
    void focus_on(std::optional<Ref> item, bool reveal = true);
    void show_entity(Id entity);
    // On to the next item that waits for a decision; says so when none is left.
    void advance();
    void step(bool forward, bool undecided_only);
    // Clears the first there is of: the dialog, a drawer, the selection, caret mode, the focus.
    // False if there was nothing to clear.
    bool escape();

    // --- changing ---------------------------------------------------------------------------
    // Carries the command out on the document in hand. On a refusal shows why and returns false.
    bool run(edit::Command command);
    void undo();
    void redo();

    // What the keys do, on the selection if there is one, else on the item in hand.
    void decide(model::Decision decision);
    void label(std::string_view label);
    void resize(edit::Edge edge, int tokens);
    void remove();
    void make_statement();
    void set_source();
    void set_cue();
    void extend_content();  // of the stance in hand, else of the statement
    void replace_content();
    void set_polarity(model::Polarity polarity);
    void begin_stance(std::optional<model::Polarity> polarity);
    void preview_every();
    void confirm_every();
    void toggle_flag();
    void fold_below(float score);
    void toggle_fold();
    void reopen();
    void toggle_certainty();
    void toggle_caret();
    void split_mention();
    void take_alternative();

    // --- dialogs ----------------------------------------------------------------------------
    void ask(Prompt::Purpose purpose);
    void answer(Prompt prompt);
    void pick(Picker::Purpose purpose);
    // `option` indexes picker().options; none = the person's own words, where those are allowed.
    void picked(Picker picker, std::optional<std::size_t> option);
    void close_dialog() { dialog = NoDialog{}; }

    // --- articles and files -----------------------------------------------------------------
    void add_article(std::string_view text, std::string_view file_name);
    void add_sample();
    // By content: a project, Standpoint JSONL, a codebook or plain text.
    void open_bytes(std::string_view name, std::string_view bytes);
    void finish_import(PendingImport import, bool replace);
    std::string export_bytes(const ExportChoice& choice) const;
    std::string export_name(const ExportChoice& choice) const;
    void download(const ExportChoice& choice);
    void save_project();

    // --- the worker -------------------------------------------------------------------------
    void extract(std::string_view document);
    void cancel_job();
    void job_progressed(std::uint32_t number, float done);
    void job_finished(std::uint32_t number, std::string_view result);
    void job_failed(std::uint32_t number, std::string_view reason);

    void say(std::string text, bool problem = false);
    // "12 more below 30 %"; empty if none is folded.
    std::string folded_words() const;
    // Once a frame, before drawing: takes in some of what the worker has sent, brings derived data
    // and the view up to date.
    void refresh();

    TextView view;
    Looks looks;
    Dialog dialog = NoDialog{};

  private:
    // Bytes. No frame waits for what is longer: the worker reads it, and it has frames of its own.
    static constexpr std::size_t most_at_once = 100'000;

    struct Job {
        enum class Work : std::uint8_t { proposals, file, article };
        Work work = Work::proposals;
        std::uint32_t number = 0;
        std::string subject;  // the document's id, or the file's name; empty: pasted
        std::string message;  // to the worker; for proposals it is written when their turn comes

        std::string name() const { return subject.empty() ? "the pasted text" : subject; }
    };
    // What the worker has sent for the running job, and how far it has been taken in. Nothing of it
    // shows in the project before all is ready.
    struct Arrival {
        explicit Arrival(std::string sent) : bytes(std::move(sent)), unpacking(bytes) {}

        std::string bytes;
        exchange::Unpacking unpacking;
        bool unpacked = false;
        std::optional<exchange::Parcel> parcel;
        std::optional<edit::Proposing> proposing;
        std::optional<edit::Change> change;
        std::optional<Derived> derived;  // of the document in hand, once it is in the project
        std::uint64_t revision = 0;      // of the project for which it is planned
    };
    edit::Stamp stamp() const;
    // Brings derived data up to date, as often as they are needed between two frames; what is drawn
    // of them waits for the frame.
    void update();
    void after_change(const edit::Done& done);
    void travel(text::Result<edit::Done> done, std::string_view word);
    void leave_document();
    void post(Job job);
    // At once if it is short work; else with the next frame, so that this one is not the longer.
    void start_next_job();
    void send_next_job();
    Job end_job();
    // Those for documents that were taken away, or all.
    void drop_proposals(bool all);
    void take_in();
    void take_in_unpacked();
    void take_in_proposals(Arrival& arrival);
    void propose(text::Result<edit::Done> done, const std::string& document);
    void say_nothing_left();
    // Whether words are selected, so that what is in hand is not meant; says so.
    bool selection_in_the_way();
    void announce_proposals();
    void place_article(model::Document article, std::string_view file_name);
    void offer(std::string_view name, exchange::Parcel parcel);
    void open_project(model::Project project, std::string_view name);
    void ask_about(PendingImport pending);
    std::vector<Span> stance_evidence() const;
    model::Actor likely_holder(Span at) const;
    void make_stance(const StanceDraft& draft);

    Host& host_;
    edit::History history_;
    std::size_t current_ = 0;  // index of the document in hand,
    std::string current_id_;   // and its id: documents come and go
    std::size_t document_count_ = 0;
    std::optional<Ref> focus_;
    std::optional<Id> statement_, entity_;
    std::optional<Toast> toast_;
    float progress_ = 0;  // of the running job, as the worker says
    std::string saved_as_;
    std::deque<PendingImport> waiting_;  // files to ask about when no other dialog is open
    std::deque<Job> jobs_;               // the first one is running
    std::uint32_t last_job_ = 0, running_ = 0;
    std::optional<Arrival> arrival_;

    Derived derived_;
    std::optional<Derived> prepared_;  // what it will be with the change under way
    std::string derived_document_;
    std::uint64_t derived_revision_ = 0;
    std::uint64_t content_version_ = 0;
    // By document id, with the revision it was counted at.
    mutable std::map<std::string, std::pair<std::uint64_t, model::Progress>> progress_cache_;
    mutable Across across_;
    bool decorations_stale_ = true;
    bool decorated_dark_ = false;
    std::string heading_, subheading_;
    std::size_t words_ = 0;  // of the document in hand
};

}  // namespace standpoint::web
