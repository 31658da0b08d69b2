// Extractor: text -> suggestions. A pure function of text, codebook and model: the same input gives
// the same output, bit for bit, native and in WebAssembly.
//
// The extractor is immutable after construction and may be shared; what a run needs to write lives
// in a Scratch that the caller owns and reuses (one per thread). A run can be watched and cancelled
// through Watch. Offsets are bytes of the given text, which must have passed text::admit.
//
// Suggestions come with origin `rule` (or `model`), decision `suggested`, a score in (0, 1) that
// orders the review queue, and at least one reason that a person can read (names: unless the input
// wants none).
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/model/codebook.hpp"
#include "core/model/document.hpp"
#include "core/model/suggestions.hpp"

namespace standpoint::extract {

using text::Span;

struct Input {
    std::string_view text;
    const model::Codebook* codebook = nullptr;  // may be null: built-in labels, no given targets
    // Propositions that the document already has (from a file or from the annotator); proposed
    // stances may refer to them by key. Only accepted ones count: proposing again must not build on
    // the proposals before. May be null.
    const model::Table<model::Target>* targets = nullptr;
    std::string_view title;   // if known apart from the text
    bool names_only = false;  // mentions and entities alone
    bool reasons = true;      // say of every name why it is proposed
    // Dates, times, money, percentages and quantities (quantities.hpp): all of them, or only those
    // whose labels the codebook has.
    bool quantities = false;
    std::string_view date;  // the article's, as its metadata states it; else its top may
};

// Called between stages and every few hundred sentences, with the share done from 0 to 1. Returning
// false cancels the run.
class Watch {
  public:
    virtual ~Watch() = default;
    virtual bool go_on(float done) = 0;
};

struct Scratch;  // defined by the implementation
struct ScratchDeleter {
    void operator()(Scratch*) const;
};
using ScratchPtr = std::unique_ptr<Scratch, ScratchDeleter>;

class Extractor {
  public:
    Extractor();  // with the model that is compiled in
    // With the bytes of a model file, which must stay as long as the extractor.
    explicit Extractor(std::string_view model);
    ~Extractor();
    Extractor(const Extractor&) = delete;
    Extractor& operator=(const Extractor&) = delete;

    // What is wrong with the model as one sentence; empty if nothing is. A stage whose part of the
    // model cannot be read finds nothing.
    const std::string& problem() const;

    ScratchPtr make_scratch() const;

    // False if the watch cancelled; then `out` is unspecified.
    bool run(const Input& input, Scratch& scratch, model::Suggestions& out,
             Watch* watch = nullptr) const;

  private:
    struct Tables;  // word lists in the form that the stages look them up in
    std::unique_ptr<const Tables> tables_;
};

}  // namespace standpoint::extract
