#include "core/exchange/jsonl.hpp"

#include "core/exchange/record.hpp"

namespace standpoint::exchange {

text::Result<model::Document> read_jsonl_line(std::string_view line, Report& report,
                                              std::uint64_t line_number) {
    auto value = json::parse(line, max_record_depth);
    auto document = value ? read_record(*value, report, line_number, line_number)
                          : text::Result<model::Document>(value.error());
    if (document) {
        ++report.documents;
        return document;
    }
    text::Error error = document.error();
    error.line = line_number;
    return error;
}

std::string write_jsonl_line(const model::Document& document) {
    std::string out;
    out.reserve(document.text.size() * 2);
    json::Writer writer(out);
    write_record(writer, document);
    return out;
}

std::vector<model::Document> read_jsonl(std::string_view bytes, Report& report) {
    std::vector<model::Document> documents;
    std::uint64_t number = 0;
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        const std::string_view line = bytes.substr(0, end);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        ++number;
        if (line.find_first_not_of(" \t\r") == line.npos) continue;
        auto document = read_jsonl_line(line, report, number);
        if (document)
            documents.push_back(std::move(*document));
        else
            report.add({number, {}, document.error().message + " The line was skipped."});
    }
    return documents;
}

std::string write_jsonl(const std::vector<const model::Document*>& documents) {
    std::string out;
    json::Writer writer(out);
    for (const model::Document* document : documents) {
        write_record(writer, *document);
        out += '\n';
    }
    return out;
}

}  // namespace standpoint::exchange
