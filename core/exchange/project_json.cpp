#include "core/exchange/project_json.hpp"

#include <unordered_map>
#include <unordered_set>

#include "core/exchange/codebook_json.hpp"
#include "core/exchange/jsonl.hpp"
#include "core/exchange/record.hpp"

namespace standpoint::exchange {
namespace {

// A project holds its documents two levels down.
constexpr int max_project_depth = max_record_depth + 2;

// Makes the ids of a project's documents unique: "a", "a-2", "a-3", ...
class DocumentIds {
  public:
    std::string unique(const std::string& wanted) {
        if (taken_.insert(wanted).second) return wanted;
        std::uint64_t& copies = copies_.try_emplace(wanted, 1).first->second;
        for (;;) {
            std::string id = wanted + "-" + std::to_string(++copies);
            if (taken_.insert(id).second) return id;
        }
    }

  private:
    std::unordered_set<std::string> taken_;
    std::unordered_map<std::string, std::uint64_t> copies_;
};

void read_documents(const json::Array& records, model::Project& project, Report& report) {
    DocumentIds ids;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const std::string place = "documents[" + std::to_string(i) + "]: ";
        auto document = read_record(records[i], report, 0, i + 1);
        if (!document) {
            report.add({0, {}, place + document.error().message + " It was dropped."});
            continue;
        }
        const std::string wanted = document->id;
        document->id = ids.unique(wanted);
        if (document->id != wanted)
            report.add(
                {0, wanted, place + "The id is taken; it became " + quoted(document->id) + "."});
        ++report.documents;
        project.documents.push_back(std::move(*document));
    }
}

}  // namespace

text::Result<model::Project> read_project(std::string_view bytes, Report& report) {
    const auto value = json::parse(bytes, max_project_depth);
    if (!value) return value.error();
    const json::Object* object = value->object();
    if (!object || !has_format(*object, "standpoint-project")) {
        return wrong_shape(
            "This is not a Standpoint project: its \"format\" is not \"standpoint-project\".");
    }
    if (const auto version = version_over(*object, project_version))
        return too_new("project", *version, project_version);

    const Reporter reporter{report, 0, {}};
    Fields fields(*object, reporter);
    fields.take("format");
    fields.take("version");
    model::Project project;
    project.id = fields.string("id");
    project.name = fields.string("name");
    project.annotator = fields.string("annotator");
    if (const json::Value* codebook = fields.take("codebook"); codebook && !codebook->is_null()) {
        const json::Object* members = codebook->object();
        if (!members) {
            fields.say("The codebook is not an object and was left out.");
        } else if (const auto version = version_over(*members, codebook_version)) {
            return too_new("project's codebook", *version, codebook_version);
        } else {
            project.codebook = read_codebook_object(*members, reporter);
        }
    }
    if (const json::Array* documents = fields.array("documents"))
        read_documents(*documents, project, report);
    project.extra = fields.rest();
    return project;
}

std::string write_project(const model::Project& project) {
    std::string bytes;
    json::Writer out(bytes);
    out.open('{');
    out.key("format");
    out.string("standpoint-project");
    out.key("version");
    out.whole(project_version);
    out.key("id");
    out.string(project.id);
    out.key("name");
    out.string(project.name);
    out.key("annotator");
    out.string(project.annotator);
    out.key("codebook");
    write_codebook_object(out, project.codebook);
    out.key("documents");
    out.open('[');
    for (const model::Document& document : project.documents) {
        bytes += project.documents.data() == &document ? "\n" : ",\n";
        write_record(out, document);
    }
    out.close(']');
    append_extra(out, project.extra);
    out.close('}');
    bytes += '\n';
    return bytes;
}

}  // namespace standpoint::exchange
