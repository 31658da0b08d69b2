#include "core/cli/arguments.hpp"

#include <algorithm>

namespace standpoint::cli {
namespace {

text::Error usage_error(std::string message) {
    return {text::ErrorKind::malformed, std::move(message), {}, {}};
}

}  // namespace

text::Result<Arguments> Arguments::parse(const std::vector<std::string>& words,
                                         const std::vector<Option>& known) {
    std::vector<Option> options = known;
    options.push_back({"--help", false});
    options.push_back({"-h", false});

    Arguments out;
    bool only_files = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (only_files || word == "-" || !word.starts_with('-')) {
            out.files_.push_back(word);
            continue;
        }
        if (word == "--") {
            only_files = true;
            continue;
        }
        const std::size_t equals = word.starts_with("--") ? word.find('=') : word.npos;
        const std::string name = word.substr(0, equals);
        const auto option = std::find_if(options.begin(), options.end(),
                                         [&name](const Option& o) { return o.name == name; });
        if (option == options.end()) return usage_error("There is no option " + name + ".");
        std::string value;
        if (!option->takes_value) {
            if (equals != word.npos) return usage_error(name + " takes no value.");
        } else if (equals != word.npos) {
            value = word.substr(equals + 1);
        } else if (i + 1 < words.size()) {
            value = words[++i];
        } else {
            return usage_error(name + " needs a value.");
        }
        out.options_[name] = std::move(value);
    }
    return out;
}

std::string Arguments::value(std::string_view option) const {
    const auto found = options_.find(option);
    return found == options_.end() ? std::string() : found->second;
}

}  // namespace standpoint::cli
