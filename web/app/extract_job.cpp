#include "web/app/extract_job.hpp"

#include <utility>

#include "core/edit/history.hpp"
#include "core/exchange/codebook_json.hpp"
#include "core/exchange/jsonl.hpp"
#include "core/exchange/project_json.hpp"
#include "core/extract/extractor.hpp"

namespace standpoint::web {

namespace {

class CallbackWatch : public extract::Watch {
  public:
    explicit CallbackWatch(const std::function<bool(float)>& progress) : progress_(progress) {}
    bool go_on(float done) override { return !progress_ || progress_(done); }

  private:
    const std::function<bool(float)>& progress_;
};

// The document with the proposals taken into it, ids and all, by the same door as everything else.
text::Result<model::Document> propose(model::Document document, const model::Codebook& codebook,
                                      const std::function<bool(float)>& progress) {
    const extract::Extractor extractor;
    const extract::ScratchPtr scratch = extractor.make_scratch();
    model::Suggestions suggestions;
    CallbackWatch watch(progress);
    const extract::Input input{document.text, &codebook, &document.targets, document.info.title};
    if (!extractor.run(input, *scratch, suggestions, &watch)) {
        return text::Error{text::ErrorKind::not_allowed, "The extraction was cancelled.", {}, {}};
    }
    const std::string id = document.id;
    model::Project project;
    project.codebook = codebook;
    project.documents.push_back(std::move(document));
    edit::History history(std::move(project));
    const auto done = history.run(id, edit::Propose{std::move(suggestions)}, edit::Stamp{});
    if (!done) return done.error();
    return history.project().documents.front();
}

}  // namespace

std::string write_job(const model::Document& document, const model::Codebook& codebook) {
    model::Project job;
    job.id = "job";
    job.codebook = codebook;
    model::Document bare;
    bare.id = document.id;
    bare.text = document.text;
    bare.newlines = document.newlines;
    bare.bom = document.bom;
    bare.sentences = document.sentences;
    bare.info.title = document.info.title;
    // Proposed targets are left out: proposing again must not build on the proposals before.
    for (const model::Target& target : document.targets) {
        if (target.provenance.decision != model::Decision::suggested) bare.targets.put(target);
    }
    bare.next_id = document.next_id;
    job.documents.push_back(std::move(bare));
    return exchange::write_project(job);
}

text::Result<std::string> run_job(std::string_view message,
                                  const std::function<bool(float)>& progress) {
    exchange::Report report;
    auto job = exchange::read_project(message, report);
    if (!job) return job.error();
    if (job->documents.size() != 1) {
        return text::Error{
            text::ErrorKind::wrong_shape, "A job holds exactly one document.", {}, {}};
    }
    auto document = propose(std::move(job->documents.front()), job->codebook, progress);
    if (!document) return document.error();
    // The text has done its work; the caller has it already.
    return exchange::write_jsonl_line(*document);
}

text::Result<model::Suggestions> read_job_result(std::string_view line) {
    exchange::Report report;
    auto document = exchange::read_jsonl_line(line, report);
    if (!document) return document.error();
    model::Suggestions suggestions;
    suggestions.mentions.assign(document->mentions.begin(), document->mentions.end());
    suggestions.entities.assign(document->entities.begin(), document->entities.end());
    suggestions.attributions.assign(document->attributions.begin(), document->attributions.end());
    suggestions.targets.assign(document->targets.begin(), document->targets.end());
    suggestions.stances.assign(document->stances.begin(), document->stances.end());
    return suggestions;
}

text::Result<std::string> extract_json(std::string_view text, std::string_view codebook_json) {
    model::Codebook codebook = model::default_codebook();
    if (!codebook_json.empty()) {
        exchange::Report report;
        auto read = exchange::read_codebook(codebook_json, report);
        if (!read) return read.error();
        codebook = std::move(*read);
    }
    auto admitted = text::admit(text);
    if (!admitted) return admitted.error();
    auto document = propose(model::make_document("document", std::move(*admitted)), codebook, {});
    if (!document) return document.error();
    return exchange::write_jsonl_line(*document);
}

}  // namespace standpoint::web
