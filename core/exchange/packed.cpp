#include "core/exchange/packed.hpp"

#include <algorithm>
#include <cstring>
#include <optional>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/model/suggestions.hpp"
#include "core/text/utf8.hpp"

namespace standpoint::exchange {
namespace {

using text::Span;

// --- what there is of each thing, in order: said once for both directions ------------------------

template <class T, class Wanted>
concept Is = std::is_same_v<std::remove_const_t<T>, Wanted>;

template <class Pass, Is<model::Provenance> T>
void members(Pass& pass, T& p) {
    pass(p.origin, p.decision, p.score, p.annotator, p.time_ms, p.reasons, p.note, p.flagged);
}
template <class Pass, Is<model::Actor> T>
void members(Pass& pass, T& actor) {
    pass(actor.entity, actor.phrase);
}
template <class Pass, Is<model::Mention> T>
void members(Pass& pass, T& m) {
    pass(m.id, m.span, m.label, m.entity, m.normal, m.alternative, m.provenance, m.extra);
}
template <class Pass, Is<model::Entity> T>
void members(Pass& pass, T& e) {
    pass(e.id, e.canonical, e.external_id, e.note, e.extra, e.across);
}
template <class Pass, Is<model::Attribution> T>
void members(Pass& pass, T& a) {
    pass(a.id, a.source, a.cue, a.content, a.holder, a.provenance, a.extra);
}
template <class Pass, Is<model::Target> T>
void members(Pass& pass, T& t) {
    pass(t.id, t.key, t.text, t.provenance, t.extra);
}
template <class Pass, Is<model::Stance> T>
void members(Pass& pass, T& s) {
    pass(s.id, s.holder, s.target, s.polarity, s.certainty, s.evidence, s.provenance, s.extra);
}
template <class Pass, Is<model::DocumentInfo> T>
void members(Pass& pass, T& i) {
    pass(i.title, i.source, i.author, i.date, i.language, i.note, i.flagged, i.done, i.extra);
}
template <class Pass, Is<model::Document> T>
void members(Pass& pass, T& d) {  // its items follow one by one
    pass(d.id, d.text, d.newlines, d.bom, d.sentences, d.info, d.next_id);
}
template <class Pass, Is<model::Label> T>
void members(Pass& pass, T& l) {
    pass(l.name, l.title, l.hotkey, l.colour, l.guideline, l.extra);
}
template <class Pass, Is<model::CodebookTarget> T>
void members(Pass& pass, T& t) {
    pass(t.key, t.text, t.short_text, t.keywords, t.pro, t.con, t.guideline, t.extra);
}
template <class Pass, Is<model::Codebook> T>
void members(Pass& pass, T& c) {
    pass(c.name, c.labels, c.targets, c.guideline, c.cue_verbs, c.extra);
}
template <class Pass, Is<Issue> T>
void members(Pass& pass, T& issue) {
    pass(issue.line, issue.document, issue.message);
}
template <class Pass, Is<Report> T>
void members(Pass& pass, T& report) {
    pass(report.documents, report.issues, report.dropped);
}
template <class Pass, Is<Parcel> T>
void members(Pass& pass, T& p) {  // its documents follow
    pass(p.contents, p.report, p.project.id, p.project.name, p.project.annotator,
         p.project.codebook, p.project.extra);
}

template <class E>
inline constexpr E last_of = E();
template <>
inline constexpr auto last_of<model::Origin> = model::Origin::human;
template <>
inline constexpr auto last_of<model::Decision> = model::Decision::rejected;
template <>
inline constexpr auto last_of<model::Polarity> = model::Polarity::unclear;
template <>
inline constexpr auto last_of<model::Certainty> = model::Certainty::inferred;
template <>
inline constexpr auto last_of<text::Newlines> = text::Newlines::mixed;
template <>
inline constexpr auto last_of<Parcel::Contents> = Parcel::Contents::proposals;

// Strings up to this long are sent once.
constexpr std::size_t remembered = 80;
// However many items are announced, memory is taken for so many before they have come.
constexpr std::size_t most_reserved = 1 << 16;

class Packer {
  public:
    std::string bytes;

    template <class... T>
    void operator()(const T&... values) {
        (put(values), ...);
    }
    template <class T>
    void list(const model::Table<T>& items) {
        for (const T& item : items) put(item);
    }

  private:
    template <class T>
    void put(const T& value) {
        if constexpr (std::is_enum_v<T> || std::is_integral_v<T>) {
            number(static_cast<std::uint64_t>(value));
        } else if constexpr (std::is_same_v<T, float>) {
            bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
        } else {
            members(*this, value);
        }
    }
    void put(Span span) {
        number(span.begin);
        number(span.end - span.begin);
    }
    void put(const std::string& value) {
        if (value.empty()) return number(1);
        if (value.size() <= remembered) {
            // 0 is a new one, 1 the empty one.
            const auto [known, fresh] = numbers_.try_emplace(value, numbers_.size() + 2);
            if (!fresh) return number(known->second);
        }
        number(0);
        number(value.size());
        bytes += value;
    }
    template <class T>
    void put(const std::optional<T>& value) {
        put(value.has_value());
        if (value) put(*value);
    }
    template <class T>
    void put(const std::vector<T>& values) {
        number(values.size());
        for (const T& value : values) put(value);
    }
    void number(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7) bytes += static_cast<char>(value | 0x80);
        bytes += static_cast<char>(value);
    }

    std::unordered_map<std::string_view, std::uint64_t> numbers_;
};

// After the first fault everything reads as nothing.
class Unpacker {
  public:
    explicit Unpacker(std::string_view bytes) : bytes_(bytes), strings_{{}} {}

    template <class... T>
    void operator()(T&... values) {
        (get(values), ...);
    }
    void fail() { sound_ = false; }
    bool sound() const { return sound_; }
    std::size_t at() const { return at_; }
    std::size_t left() const { return sound_ ? bytes_.size() - at_ : 0; }

  private:
    template <class T>
    void get(T& value) {
        if constexpr (std::is_enum_v<T>) {
            const std::uint64_t read = number();
            if (read > static_cast<std::uint64_t>(last_of<T>)) return fail();
            value = static_cast<T>(read);
        } else if constexpr (std::is_integral_v<T>) {
            const std::uint64_t read = number();
            value = static_cast<T>(read);
            if (static_cast<std::uint64_t>(value) != read) fail();
        } else if constexpr (std::is_same_v<T, float>) {
            const std::string_view read = take(sizeof value);
            if (sound_) std::memcpy(&value, read.data(), sizeof value);
        } else {
            members(*this, value);
        }
    }
    void get(Span& span) {
        const std::uint64_t begin = number(), size = number();
        if (begin > bytes_limit || size > bytes_limit) return fail();
        span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)};
    }
    void get(std::string& value) {
        const std::uint64_t which = number();
        if (which > strings_.size()) return fail();
        if (which > 0) {
            value = strings_[static_cast<std::size_t>(which - 1)];
            return;
        }
        const std::string_view read = take(count());
        if (!text::is_valid(read)) return fail();
        if (read.size() <= remembered) strings_.push_back(read);
        value = read;
    }
    template <class T>
    void get(std::optional<T>& value) {
        bool there = false;
        get(there);
        if (there) get(value.emplace());
    }
    template <class T>
    void get(std::vector<T>& values) {
        const std::size_t size = count();
        values.reserve(std::min(size, most_reserved));
        while (values.size() < size && sound_) get(values.emplace_back());
    }
    std::uint64_t number() {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            const std::string_view next = take(1);
            if (!sound_) return 0;
            const auto byte = static_cast<unsigned char>(next.front());
            value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
            if (byte < 0x80) return value;
        }
        fail();
        return 0;
    }
    // Of things that take a byte each at least.
    std::size_t count() {
        const std::uint64_t read = number();
        if (read <= left()) return static_cast<std::size_t>(read);
        fail();
        return 0;
    }
    std::string_view take(std::size_t size) {
        if (size > left()) {
            fail();
            return {};
        }
        at_ += size;
        return bytes_.substr(at_ - size, size);
    }

    static constexpr std::uint64_t bytes_limit = 0x7FFF'FFFF;
    std::string_view bytes_;
    std::vector<std::string_view> strings_;
    std::size_t at_ = 0;
    bool sound_ = true;
};

template <class T>
bool ids_rise(const std::vector<T>& items) {
    return std::adjacent_find(items.begin(), items.end(),
                              [](const T& a, const T& b) { return a.id >= b.id; }) == items.end();
}

// Near enough that the bytes are seldom moved while they grow.
std::size_t likely_size(const Parcel& parcel) {
    std::size_t size = 1000;
    for (const model::Document& d : parcel.project.documents) {
        size += d.text.size() + 5 * d.sentences.size() + 32 * d.mentions.size() +
                16 * d.entities.size() + 64 * (d.attributions.size() + d.stances.size());
    }
    return size;
}

}  // namespace

std::string pack(const Parcel& parcel) {
    Packer out;
    out.bytes.reserve(likely_size(parcel));
    out(parcel, parcel.project.documents.size());
    for (const model::Document& d : parcel.project.documents) {
        out(d, d.entities.size(), d.targets.size(), d.mentions.size(), d.attributions.size(),
            d.stances.size());
        out.list(d.entities);
        out.list(d.targets);
        out.list(d.mentions);
        out.list(d.attributions);
        out.list(d.stances);
    }
    return std::move(out.bytes);
}

class Unpacking::Reader {
  public:
    explicit Reader(std::string_view bytes) : bytes_(bytes), in_(bytes) {}

    bool go_on() {
        if (!begun_) {
            in_(parcel_, documents_left_);
            begun_ = true;
        } else if (!inside_) {
            begin_document();
        } else if (!read_items()) {
            end_document();
        }
        return in_.sound() && (inside_ || documents_left_ > 0);
    }
    float done() const {
        return bytes_.empty() ? 1.0F
                              : static_cast<float>(in_.at()) / static_cast<float>(bytes_.size());
    }
    text::Result<Parcel> finish() {
        if (!in_.sound() || in_.left() > 0) return broken(in_.at());
        if (auto problem = problem_in(parcel_)) return text::Error{kind, *problem, {}, {}};
        return std::move(parcel_);
    }

  private:
    static constexpr auto kind = text::ErrorKind::malformed;
    static constexpr std::size_t items_a_piece = 500;

    static text::Error broken(std::uint64_t at) {
        return {kind, "What the worker sent is broken.", at, {}};
    }
    // What no document alone can tell.
    static std::optional<std::string> problem_in(const Parcel& parcel) {
        const auto& documents = parcel.project.documents;
        if (parcel.contents == Parcel::Contents::proposals && documents.size() != 1)
            return "The worker sent proposals for no document, or for several.";
        std::vector<std::string_view> ids;
        for (const model::Document& d : documents) ids.push_back(d.id);
        std::sort(ids.begin(), ids.end());
        if (parcel.contents == Parcel::Contents::project &&
            std::adjacent_find(ids.begin(), ids.end()) != ids.end())
            return "The worker sent two documents with one id.";
        return model::problem_in(parcel.project.codebook);
    }

    void begin_document() {
        in_(document_, left_[0], left_[1], left_[2], left_[3], left_[4]);
        inside_ = true;
    }

    // False if there are none left.
    bool read_items() {
        return read(items_.entities, left_[0]) || read(items_.targets, left_[1]) ||
               read(items_.mentions, left_[2]) || read(items_.attributions, left_[3]) ||
               read(items_.stances, left_[4]);
    }
    template <class T>
    bool read(std::vector<T>& items, std::size_t& left) {
        if (left == 0 || !in_.sound()) return false;
        if (items.empty()) items.reserve(std::min(left, most_reserved));
        for (std::size_t n = 0; n < items_a_piece && left > 0 && in_.sound(); ++n, --left) {
            in_(items.emplace_back());
        }
        return true;
    }

    void end_document() {
        place(document_.entities, items_.entities);
        place(document_.targets, items_.targets);
        place(document_.mentions, items_.mentions);
        place(document_.attributions, items_.attributions);
        place(document_.stances, items_.stances);
        if (parcel_.contents != Parcel::Contents::proposals && model::problem_in(document_))
            in_.fail();
        parcel_.project.documents.push_back(std::move(document_));
        document_ = {};
        items_ = {};
        inside_ = false;
        --documents_left_;
    }
    template <class T>
    void place(model::Table<T>& table, std::vector<T>& items) {
        if (!ids_rise(items)) return in_.fail();
        table.insert_sorted(std::move(items));
    }

    std::string_view bytes_;
    Unpacker in_;
    Parcel parcel_;
    bool begun_ = false, inside_ = false;
    std::size_t documents_left_ = 0;
    model::Document document_;
    model::Suggestions items_;  // of that document, as far as they have been read
    std::size_t left_[5] = {};  // of each kind
};

Unpacking::Unpacking(std::string_view bytes) : reader_(std::make_unique<Reader>(bytes)) {}
Unpacking::Unpacking(Unpacking&&) noexcept = default;
Unpacking& Unpacking::operator=(Unpacking&&) noexcept = default;
Unpacking::~Unpacking() = default;

bool Unpacking::go_on() {
    return reader_->go_on();
}
float Unpacking::done() const {
    return reader_->done();
}
text::Result<Parcel> Unpacking::finish() && {
    return reader_->finish();
}

text::Result<Parcel> unpack(std::string_view bytes) {
    Unpacking unpacking(bytes);
    while (unpacking.go_on()) {
    }
    return std::move(unpacking).finish();
}

}  // namespace standpoint::exchange
