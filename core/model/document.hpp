// Document: one article, its immutable text and everything that it is annotated with.
//
// The text has passed text::admit and never changes. A document owns all it holds and can be
// copied. Invariants, checked by `problem_in`: spans lie inside the text on code-point boundaries
// and are not empty; ids are unique, non-zero and below `next_id`; what an id refers to exists and
// has the right kind; target keys are unique; all strings are UTF-8.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/model/annotation.hpp"
#include "core/model/table.hpp"
#include "core/text/door.hpp"

namespace standpoint::model {

// What a person may change about a document besides its annotations.
struct DocumentInfo {
    std::string title;  // may be empty: then shown is `display_title`
    std::string source, author, date, language;
    std::string note;
    bool flagged = false;
    bool done = false;  // the annotator is finished with it
    std::string extra;  // unknown members of the file's record

    friend bool operator==(const DocumentInfo&, const DocumentInfo&) = default;
};

struct Document {
    std::string id;  // unique within the project, stable, not empty
    std::string text;
    text::Newlines newlines = text::Newlines::lf;  // as it was before the door
    bool bom = false;
    std::vector<Span> sentences;  // given by the file, or text::sentences at the door
    DocumentInfo info;

    Table<Mention> mentions;
    Table<Entity> entities;
    Table<Attribution> attributions;
    Table<Target> targets;
    Table<Stance> stances;
    Id next_id = 1;

    friend bool operator==(const Document&, const Document&) = default;
};

// A document of an admitted text: sentences found, nothing annotated.
Document make_document(std::string id, text::Admitted admitted, DocumentInfo info = {});

// The title, or the first line cut to about 80 code points at a word, or the id.
std::string display_title(const Document& document);

// The canonical name of the actor's entity, or the phrase; empty if none.
std::string_view name_of(const Actor& actor, const Document& document);
// The proposition's text or the entity's canonical name; empty if the id names neither.
std::string_view target_text(const Document& document, Id target);

// What is wrong with a span of this text as one sentence, or nullopt: it must not be empty, lie
// inside the text and begin and end on code-point boundaries.
std::optional<std::string> span_problem(std::string_view text, Span span);

// The highest id in use; 0 if there are no items.
Id highest_id(const Document& document);

// The first broken invariant as one sentence, or nullopt. O(n log n).
std::optional<std::string> problem_in(const Document& document);

// How many items wait for a decision and how many are decided (entities are not decided upon).
struct Progress {
    std::size_t decided = 0;
    std::size_t total = 0;
};
Progress progress_of(const Document& document);

}  // namespace standpoint::model
