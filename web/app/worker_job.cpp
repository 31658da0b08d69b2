#include "web/app/worker_job.hpp"

#include <utility>

#include "core/edit/history.hpp"
#include "core/exchange/codebook_json.hpp"
#include "core/exchange/detect.hpp"
#include "core/exchange/entities_json.hpp"
#include "core/exchange/jsonl.hpp"
#include "core/exchange/project_json.hpp"
#include "core/extract/extractor.hpp"
#include "core/extract/quantities.hpp"

namespace standpoint::web {

namespace {

using exchange::Parcel;

// The first byte of a job says what it is.
constexpr char proposals_job = 'p', file_job = 'f', article_job = 'a';

class CallbackWatch : public extract::Watch {
  public:
    explicit CallbackWatch(const std::function<bool(float)>& progress) : progress_(progress) {}
    bool go_on(float done) override { return !progress_ || progress_(done); }

  private:
    const std::function<bool(float)>& progress_;
};

// Made by the first call that needs it: its tables cost more than a short text takes.
const extract::Extractor& extractor() {
    static const extract::Extractor made;
    return made;
}

// Whether the model that is compiled in can be used; else what to tell.
text::Result<bool> model_ready() {
    const std::string& problem = extractor().problem();
    if (!problem.empty()) return text::Error{text::ErrorKind::malformed, problem, {}, {}};
    return true;
}

// The document with the proposals taken into it, ids and all, by the same door as everything else.
text::Result<model::Document> propose(model::Document document, const model::Codebook& codebook,
                                      const std::function<bool(float)>& progress) {
    const auto ready = model_ready();
    if (!ready) return ready.error();
    const extract::ScratchPtr scratch = extractor().make_scratch();
    model::Suggestions suggestions;
    CallbackWatch watch(progress);
    extract::Input input;
    input.text = document.text;
    input.codebook = &codebook;
    input.targets = &document.targets;
    input.title = document.info.title;
    input.date = document.info.date;
    if (!extractor().run(input, *scratch, suggestions, &watch)) {
        return text::Error{text::ErrorKind::not_allowed, "The extraction was cancelled.", {}, {}};
    }
    return edit::take_in(std::move(document), &codebook, std::move(suggestions));
}

text::Result<Parcel> run_proposals(std::string_view packed,
                                   const std::function<bool(float)>& progress) {
    auto job = exchange::unpack(packed);
    if (!job) return job.error();
    auto& documents = job->project.documents;
    if (documents.size() != 1) {
        return text::Error{
            text::ErrorKind::wrong_shape, "A job holds exactly one document.", {}, {}};
    }
    auto document = propose(std::move(documents.front()), job->project.codebook, progress);
    if (!document) return document.error();
    // The text has done its work; the caller has it already.
    document->text.clear();
    document->sentences.clear();
    Parcel answer;
    answer.contents = Parcel::Contents::proposals;
    answer.project.documents.push_back(std::move(*document));
    return answer;
}

text::Result<Parcel> run_article(std::string_view bytes) {
    auto document = read_article(bytes);
    if (!document) return document.error();
    Parcel parcel;
    parcel.project.documents.push_back(std::move(*document));
    return parcel;
}

}  // namespace

std::string write_proposals_job(const model::Document& document, const model::Codebook& codebook,
                                bool quantities) {
    Parcel job;
    job.project.codebook = codebook;
    for (const extract::QuantityType type : extract::quantity_types) {
        model::Label label;
        label.name = extract::label_of(type);
        if (quantities && !codebook.label(label.name)) job.project.codebook.labels.push_back(label);
    }
    model::Document bare;
    bare.id = document.id;
    bare.text = document.text;
    bare.sentences = document.sentences;
    bare.info.title = document.info.title;
    bare.info.date = document.info.date;
    for (const model::Target& target : document.targets) {
        if (target.provenance.decision == model::Decision::accepted) bare.targets.put(target);
    }
    bare.next_id = document.next_id;
    job.project.documents.push_back(std::move(bare));
    return proposals_job + exchange::pack(job);
}

std::string write_file_job(std::string_view bytes) {
    return std::string(1, file_job).append(bytes);
}

std::string write_article_job(std::string_view bytes) {
    return std::string(1, article_job).append(bytes);
}

text::Result<std::string> run_job(std::string_view job,
                                  const std::function<bool(float)>& progress) {
    const char kind = job.empty() ? '\0' : job.front();
    job.remove_prefix(job.empty() ? 0 : 1);
    const auto answer = kind == proposals_job ? run_proposals(job, progress)
                        : kind == article_job ? run_article(job)
                                              : read_file(job);
    if (!answer) return answer.error();
    return exchange::pack(*answer);
}

text::Result<Parcel> read_file(std::string_view bytes) {
    Parcel parcel;
    if (exchange::detect(bytes) == exchange::FileKind::project) {
        auto project = exchange::read_project(bytes, parcel.report);
        if (!project) return project.error();
        parcel.contents = Parcel::Contents::project;
        parcel.project = std::move(*project);
    } else {
        parcel.project.documents = exchange::read_jsonl(bytes, parcel.report);
    }
    return parcel;
}

text::Result<model::Document> read_article(std::string_view bytes) {
    auto admitted = text::admit(bytes);
    if (!admitted) return admitted.error();
    return model::make_document("article", std::move(*admitted));
}

text::Result<std::string> extract_json(std::string_view text, std::string_view codebook_json) {
    model::Codebook codebook = model::default_codebook();
    if (!codebook_json.empty()) {
        exchange::Report report;
        auto read = exchange::read_codebook(codebook_json, report);
        if (!read) return read.error();
        codebook = std::move(*read);
    }
    auto article = read_article(text);
    if (!article) return article.error();
    article->id = "document";
    auto document = propose(std::move(*article), codebook, {});
    if (!document) return document.error();
    return exchange::write_jsonl_line(*document);
}

text::Result<std::string> entities_json(std::string_view text) {
    const auto admitted = text::admit(text);
    if (!admitted) return admitted.error();
    const auto ready = model_ready();
    if (!ready) return ready.error();
    extract::Input input;
    input.text = admitted->text;
    input.names_only = true;
    input.reasons = false;
    model::Suggestions suggestions;
    extractor().run(input, *extractor().make_scratch(), suggestions);
    return exchange::write_entities(admitted->text, suggestions);
}

}  // namespace standpoint::web
