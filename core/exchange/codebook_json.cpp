#include "core/exchange/codebook_json.hpp"

#include <algorithm>
#include <unordered_set>

#include "core/exchange/record.hpp"

namespace standpoint::exchange {
namespace {

bool is_hotkey(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

class CodebookReader {
  public:
    CodebookReader(const json::Object& object, const Reporter& reporter)
        : reporter_(reporter), fields_(object, reporter) {}

    model::Codebook read() {
        fields_.take("format");
        fields_.take("version");
        codebook_.name = fields_.string("name");
        codebook_.guideline = fields_.string("guideline");
        codebook_.cue_verbs = fields_.strings("cue_verbs");
        each("labels", &CodebookReader::read_label);
        each("targets", &CodebookReader::read_target);
        codebook_.extra = fields_.rest();
        return std::move(codebook_);
    }

  private:
    void each(std::string_view list, void (CodebookReader::*read_item)(Fields&)) {
        const json::Array* items = fields_.array(list);
        if (!items) return;
        for (std::size_t i = 0; i < items->size(); ++i) {
            if (const json::Object* object = (*items)[i].object()) {
                Fields fields(*object, reporter_, list, i);
                (this->*read_item)(fields);
            } else {
                fields_.say(std::string(list) + "[" + std::to_string(i) +
                            "] is not an object and was dropped.");
            }
        }
    }

    void read_label(Fields& fields) {
        model::Label label;
        label.name = fields.string("name");
        if (label.name.empty() || !label_names_.insert(label.name).second) {
            fields.say("The label's name is missing or taken: dropped.");
            return;
        }
        label.title = fields.string("title");
        if (const std::string key = fields.string("hotkey"); !key.empty()) {
            if (key.size() == 1 && is_hotkey(key[0]) && hotkeys_.insert(key[0]).second)
                label.hotkey = key[0];
            else
                fields.say("The hotkey is not a free letter or digit and was left out.");
        }
        if (const auto colour = fields.whole("colour")) {
            if (*colour >= 0 && *colour <= 255)
                label.colour = static_cast<std::uint8_t>(*colour);
            else
                fields.say("The colour is not between 0 and 255 and was left out.");
        }
        label.guideline = fields.string("guideline");
        label.extra = fields.rest();
        codebook_.labels.push_back(std::move(label));
    }

    void read_target(Fields& fields) {
        model::CodebookTarget target;
        target.key = fields.string("key");
        if (target.key.empty() || !target_keys_.insert(target.key).second) {
            fields.say("The target's key is missing or taken: dropped.");
            return;
        }
        target.text = fields.string("text");
        target.short_text = fields.string("short");
        target.keywords = fields.strings("keywords");
        target.pro = fields.strings("pro");
        target.con = fields.strings("con");
        target.guideline = fields.string("guideline");
        target.extra = fields.rest();
        codebook_.targets.push_back(std::move(target));
    }

    const Reporter& reporter_;
    Fields fields_;
    model::Codebook codebook_;
    std::unordered_set<std::string> label_names_, target_keys_;
    std::unordered_set<char> hotkeys_;
};

void member(json::Writer& out, std::string_view name, const std::string& value) {
    out.key(name);
    out.string(value);
}

void member(json::Writer& out, std::string_view name, const std::vector<std::string>& values) {
    out.key(name);
    out.open('[');
    for (const std::string& value : values) out.string(value);
    out.close(']');
}

}  // namespace

text::Result<model::Codebook> read_codebook(std::string_view bytes, Report& report) {
    const auto value = json::parse(bytes, max_record_depth);
    if (!value) return value.error();
    const json::Object* object = value->object();
    if (!object || !has_format(*object, "standpoint-codebook")) {
        return wrong_shape(
            "This is not a Standpoint codebook: its \"format\" is not \"standpoint-codebook\".");
    }
    if (const auto version = version_over(*object, codebook_version))
        return too_new("codebook", *version, codebook_version);
    return read_codebook_object(*object, {report, 0, {}});
}

model::Codebook read_codebook_object(const json::Object& object, const Reporter& reporter) {
    return CodebookReader(object, reporter).read();
}

std::string write_codebook(const model::Codebook& codebook) {
    std::string out;
    json::Writer writer(out);
    write_codebook_object(writer, codebook);
    out += '\n';
    return out;
}

void write_codebook_object(json::Writer& out, const model::Codebook& codebook) {
    out.open('{');
    member(out, "format", "standpoint-codebook");
    out.key("version");
    out.whole(codebook_version);
    member(out, "name", codebook.name);
    member(out, "guideline", codebook.guideline);
    out.key("labels");
    out.open('[');
    for (const model::Label& label : codebook.labels) {
        out.open('{');
        member(out, "name", label.name);
        member(out, "title", label.title);
        if (label.hotkey != 0) member(out, "hotkey", std::string(1, label.hotkey));
        out.key("colour");
        out.whole(label.colour);
        member(out, "guideline", label.guideline);
        append_extra(out, label.extra);
        out.close('}');
    }
    out.close(']');
    out.key("targets");
    out.open('[');
    for (const model::CodebookTarget& target : codebook.targets) {
        out.open('{');
        member(out, "key", target.key);
        member(out, "text", target.text);
        member(out, "short", target.short_text);
        member(out, "keywords", target.keywords);
        member(out, "pro", target.pro);
        member(out, "con", target.con);
        member(out, "guideline", target.guideline);
        append_extra(out, target.extra);
        out.close('}');
    }
    out.close(']');
    member(out, "cue_verbs", codebook.cue_verbs);
    append_extra(out, codebook.extra);
    out.close('}');
}

}  // namespace standpoint::exchange
