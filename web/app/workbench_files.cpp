// Articles and files, in and out.

#include <algorithm>
#include <utility>

#include "core/exchange/codebook_json.hpp"
#include "core/exchange/detect.hpp"
#include "core/exchange/jsonl.hpp"
#include "core/exchange/project_json.hpp"
#include "web/app/actions.hpp"
#include "web/app/sample.hpp"
#include "web/app/workbench.hpp"
#include "web/app/worker_job.hpp"

namespace standpoint::web {

using model::Decision;

namespace {

// A file name without folder and ending; empty for pasted text.
std::string stem_of(std::string_view name) {
    const std::size_t slash = name.find_last_of("/\\");
    if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
    const std::size_t dot = name.rfind('.');
    return std::string(dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot));
}

// A headline stands among the first lines, is short and ends without a full stop.
std::string headline_of(std::string_view text) {
    std::size_t begin = 0;
    for (int line = 0; line < 4 && begin < text.size(); ++line) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view words = text.substr(begin, end - begin);
        const auto blanks = std::count(words.begin(), words.end(), ' ');
        const bool closed =
            !words.empty() && (words.back() == '.' || words.back() == '?' || words.back() == '!' ||
                               words.back() == ':' || words.ends_with("”"));
        if (words.size() <= 140 && blanks >= 2 && blanks <= 20 && !closed)
            return std::string(words);
        begin = end + 1;
    }
    return {};
}

std::string id_from(std::string_view words) {
    std::string id;
    for (const char c : words) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain)
            id += c;
        else if (c >= 'A' && c <= 'Z')
            id += static_cast<char>(c | 0x20);
        else if (!id.empty() && id.back() != '-')
            id += '-';
        if (id.size() >= 40) break;
    }
    while (!id.empty() && id.back() == '-') id.pop_back();
    return id.empty() ? "article" : id;
}

std::string where(const text::Error& error) {
    if (error.line) return " (line " + std::to_string(*error.line) + ")";
    return {};
}

template <class T, class Keep>
void keep_only(model::Table<T>& table, Keep keep) {
    std::vector<Id> gone;
    for (const T& item : table) {
        if (!keep(item)) gone.push_back(item.id);
    }
    for (const Id id : gone) table.erase(id);
}

// The document with only what the choice lets out. A stance goes with its target.
model::Document filtered(model::Document document, const ExportChoice& choice) {
    const auto keep = [&choice](const auto& item) {
        const Decision decision = item.provenance.decision;
        return (choice.suggestions || decision != Decision::suggested) &&
               (choice.rejections || decision != Decision::rejected);
    };
    keep_only(document.mentions, keep);
    keep_only(document.attributions, keep);
    keep_only(document.stances, keep);
    std::vector<Id> needed;
    for (const model::Stance& s : document.stances) needed.push_back(s.target);
    keep_only(document.targets, [&](const model::Target& t) {
        return keep(t) || std::find(needed.begin(), needed.end(), t.id) != needed.end();
    });
    needed.insert(needed.end(), {0});
    for (const model::Stance& s : document.stances) needed.push_back(s.holder.entity);
    for (const model::Mention& m : document.mentions) needed.push_back(m.entity);
    for (const model::Attribution& a : document.attributions) needed.push_back(a.holder.entity);
    std::sort(needed.begin(), needed.end());
    keep_only(document.entities, [&needed](const model::Entity& e) {
        return std::binary_search(needed.begin(), needed.end(), e.id);
    });
    return document;
}

// The labels whose keys do something else in the page, with those keys.
std::string keys_taken(const model::Codebook& codebook) {
    std::string taken;
    for (const model::Label& label : codebook.labels) {
        const char key[] = {label.hotkey, 0};
        if (!label.hotkey || !action_for({key, "", false, false, false, false})) continue;
        taken += (taken.empty() ? "" : ", ") + label.name + " (" + key + ")";
    }
    return taken;
}

std::string counted(std::size_t n, const char* one, const char* many) {
    return std::to_string(n) + " " + (n == 1 ? one : many);
}

}  // namespace

void Workbench::add_article(std::string_view raw, std::string_view file_name) {
    if (raw.size() > most_at_once) {
        return post({Job::Work::article, 0, std::string(file_name), write_article_job(raw)});
    }
    auto read = read_article(raw);
    if (!read) {
        return say((file_name.empty() ? std::string("The pasted text") : std::string(file_name)) +
                       " cannot be read: " + read.error().message,
                   true);
    }
    place_article(std::move(*read), file_name);
}

void Workbench::place_article(model::Document document, std::string_view file_name) {
    if (document.text.find_first_not_of(" \n\t") == std::string::npos) {
        return say("There is no text to add.", true);
    }
    std::string& title = document.info.title;
    title = headline_of(document.text);
    if (title.empty()) title = stem_of(file_name);
    const std::string name = !file_name.empty() ? stem_of(file_name)
                             : title.empty()    ? document.text.substr(0, 60)
                                                : title;
    document.id = model::free_document_id(project(), id_from(name));
    const std::string id = document.id;
    if (std::holds_alternative<AddArticle>(dialog)) close_dialog();
    if (!run(edit::AddDocuments{{std::move(document)}})) return;
    if (const auto index = project().index_of(id)) open_document(*index);
    say("Article added. Proposals are being made.");
    extract(id);
}

void Workbench::add_sample() {
    add_article(sample_article(), "");
}

void Workbench::open_bytes(std::string_view name, std::string_view bytes) {
    exchange::Report report;
    const auto refuse = [&](const text::Error& error) {
        say(std::string(name) + " cannot be opened: " + error.message + where(error), true);
    };
    switch (exchange::detect(bytes)) {
        case exchange::FileKind::project:
        case exchange::FileKind::jsonl: {
            if (bytes.size() > most_at_once)
                return post({Job::Work::file, 0, std::string(name), write_file_job(bytes)});
            auto parcel = read_file(bytes);
            if (!parcel) return refuse(parcel.error());
            offer(name, std::move(*parcel));
            break;
        }
        case exchange::FileKind::codebook: {
            auto read = exchange::read_codebook(bytes, report);
            if (!read) return refuse(read.error());
            if (run(edit::SetCodebook{std::move(*read)})) {
                looks.tab = Tab::guide;
                std::string words =
                    "Codebook “" + project().codebook.name +
                    "” opened: " + counted(project().codebook.labels.size(), "label", "labels") +
                    ", " + counted(project().codebook.targets.size(), "target", "targets") + ".";
                const std::string taken = keys_taken(project().codebook);
                if (!report.clean()) words += " Not all could be read: " + report.issues[0].message;
                if (!taken.empty())
                    words += " These labels' keys are the page's own: " + taken + ".";
                say(std::move(words), !report.clean());
            }
            break;
        }
        case exchange::FileKind::plain_text: add_article(bytes, name); break;
        case exchange::FileKind::unknown:
            say(std::string(name) +
                    " is not text that can be read here (plain text in UTF-8, Standpoint JSONL, a "
                    "project or a codebook).",
                true);
            break;
    }
}

// A file that has been read: taken in, or asked about.
void Workbench::offer(std::string_view name, exchange::Parcel parcel) {
    PendingImport pending{std::string(name), {}, {}, std::move(parcel.report)};
    const bool clean = pending.report.clean();
    if (parcel.contents == exchange::Parcel::Contents::project) {
        pending.project = std::move(parcel.project);
        const bool nothing_here = project().documents.empty() && !history_.dirty();
        return nothing_here && clean ? finish_import(std::move(pending), true)
                                     : ask_about(std::move(pending));
    }
    pending.documents = std::move(parcel.project.documents);
    if (pending.documents.empty()) {
        return say(pending.name + " holds no document that can be read" +
                       (clean ? "." : ": " + pending.report.issues.front().message),
                   true);
    }
    if (clean) return finish_import(std::move(pending), false);
    ask_about(std::move(pending));
}

// One dialog at a time: what else is open, or has been asked before, comes first.
void Workbench::ask_about(PendingImport pending) {
    const bool free =
        std::holds_alternative<NoDialog>(dialog) || std::holds_alternative<AddArticle>(dialog);
    if (free)
        dialog = std::move(pending);
    else
        waiting_.push_back(std::move(pending));
}

void Workbench::finish_import(PendingImport pending, bool replace) {
    if (std::holds_alternative<PendingImport>(dialog)) close_dialog();
    if (pending.project && replace) return open_project(std::move(*pending.project), pending.name);
    std::vector<model::Document> documents = std::move(pending.documents);
    if (pending.project) documents = std::move(pending.project->documents);
    const std::size_t count = documents.size();
    auto done = history_.run({}, edit::AddDocuments{std::move(documents)}, stamp());
    if (!done) return say(done.error().message, true);
    after_change(*done);
    if (const auto index = project().index_of(done->document)) {
        open_document(*index);
        // Bare articles are read at once; what came with annotations is left as it is.
        for (std::size_t i = *index; i < project().documents.size(); ++i) {
            if (progress(i).total == 0) extract(project().documents[i].id);
        }
    }
    say(counted(count, "article", "articles") + " added from " + pending.name + ".");
}

void Workbench::open_project(model::Project opened, std::string_view name) {
    drop_proposals(true);
    history_.open(std::move(opened));
    progress_cache_.clear();
    document_count_ = project().documents.size();
    derived_document_.clear();
    ++content_version_;
    saved_as_ = std::string(name);
    host_.set_unsaved(false);
    open_document(0);
    say(std::string(name) +
        " opened: " + counted(project().documents.size(), "article", "articles") + ".");
}

std::string Workbench::export_bytes(const ExportChoice& choice) const {
    using Scope = ExportChoice::Scope;
    if (choice.format == ExportChoice::Format::codebook) {
        return exchange::write_codebook(project().codebook);
    }
    if (choice.format == ExportChoice::Format::project) return exchange::write_project(project());
    std::string bytes;
    for (std::size_t i = 0; i < project().documents.size(); ++i) {
        const model::Document& d = project().documents[i];
        if (choice.scope == Scope::current && i != current_) continue;
        if (choice.scope == Scope::done && !d.info.done) continue;
        const bool whole = choice.suggestions && choice.rejections;
        bytes +=
            whole ? exchange::write_jsonl_line(d) : exchange::write_jsonl_line(filtered(d, choice));
        bytes += '\n';
    }
    return bytes;
}

std::string Workbench::export_name(const ExportChoice& choice) const {
    const std::string stem = id_from(project().name.empty() ? "standpoint" : project().name);
    switch (choice.format) {
        case ExportChoice::Format::jsonl: return stem + ".jsonl";
        case ExportChoice::Format::project: return stem + ".standpoint.json";
        case ExportChoice::Format::codebook: return stem + ".codebook.json";
    }
    return stem;
}

void Workbench::download(const ExportChoice& choice) {
    const std::string bytes = export_bytes(choice);
    const std::string name = export_name(choice);
    close_dialog();
    host_.download(name, "application/json", bytes);
    if (choice.format == ExportChoice::Format::project) {
        history_.mark_saved();
        saved_as_ = name;
        host_.set_unsaved(false);
    }
    say("Downloaded " + name + " (" + std::to_string((bytes.size() + 1023) / 1024) + " KB).");
}

void Workbench::save_project() {
    ExportChoice choice;
    choice.format = ExportChoice::Format::project;
    download(choice);
}

}  // namespace standpoint::web
