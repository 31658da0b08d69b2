#include "core/exchange/iob.hpp"

#include <string>
#include <utility>
#include <vector>

namespace standpoint::exchange {
namespace {

class IobReader {
  public:
    IobReader(std::string_view name, Report& report,
              const std::function<void(model::Document)>& take)
        : name_(name), report_(report), take_(take) {}

    void read(std::string_view bytes) {
        while (!bytes.empty()) {
            const std::size_t end = bytes.find('\n');
            std::string_view line = bytes.substr(0, end);
            bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
            if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
            ++line_;
            read_line(line);
        }
        close_document();
    }

  private:
    void read_line(std::string_view line) {
        if (line.starts_with("-DOCSTART-")) {
            close_document();
            parted_ = true;
            return;
        }
        if (line.empty()) {
            close_sentence();
            return;
        }
        const std::size_t blank = line.find_first_of("\t ");
        const std::size_t last = line.find_last_of("\t ");
        if (blank == std::string_view::npos || blank == 0 || last + 1 == line.size()) {
            report_.add({line_, {}, "The line has no tag; it was passed over."});
            return;
        }
        const std::string_view tag = line.substr(last + 1);
        std::string_view label = tag.size() > 2 && tag[1] == '-' ? tag.substr(2) : "";
        if (!text_.empty()) text_ += sentence_open_ ? ' ' : '\n';
        sentence_open_ = true;
        const auto begin = static_cast<std::uint32_t>(text_.size());
        text_ += line.substr(0, blank);
        const auto end = static_cast<std::uint32_t>(text_.size());
        if (label.empty()) {
            open_ = false;
            return;
        }
        if (tag[0] == 'I' && open_ && mentions_.back().label == label) {
            mentions_.back().span.end = end;
            return;
        }
        model::Mention mention;
        mention.span = {begin, end};
        mention.label = label;
        mention.provenance.origin = model::Origin::imported;
        mentions_.push_back(std::move(mention));
        open_ = true;
    }

    void close_sentence() {
        open_ = sentence_open_ = false;
        if (!parted_) close_document();
    }

    void close_document() {
        open_ = sentence_open_ = false;
        std::string raw = std::exchange(text_, {});
        std::vector<model::Mention> mentions = std::exchange(mentions_, {});
        if (raw.empty()) return;
        const std::size_t size = raw.size();
        auto admitted = text::admit(raw);
        // The door changes nothing but line ends, and there are none inside a token's line.
        if (!admitted || admitted->text.size() != size) {
            report_.add({line_, {}, "The text before this line is not UTF-8; it was passed over."});
            return;
        }
        model::Document document = model::make_document(
            name_ + "-" + std::to_string(++report_.documents), std::move(*admitted));
        for (model::Mention& mention : mentions) {
            mention.id = document.next_id++;
            document.mentions.put(std::move(mention));
        }
        take_(std::move(document));
    }

    std::string name_;
    Report& report_;
    const std::function<void(model::Document)>& take_;
    std::string text_;
    std::vector<model::Mention> mentions_;
    std::uint64_t line_ = 0;
    bool parted_ = false;         // documents are told apart
    bool sentence_open_ = false;  // the text's last line goes on
    bool open_ = false;           // the last mention may go on
};

}  // namespace

void read_iob(std::string_view bytes, std::string_view name, Report& report,
              const std::function<void(model::Document)>& take) {
    IobReader(name, report, take).read(bytes);
}

}  // namespace standpoint::exchange
