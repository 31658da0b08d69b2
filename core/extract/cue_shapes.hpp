// CueShapes: which of a reporting verb's frames the words around it fit, and where its content
// lies.
#pragma once

#include "core/extract/clauses.hpp"

namespace standpoint::extract {

class CueShapes {
  public:
    struct Shape {
        const VerbFrame* frame = nullptr;  // null: the verb reports nothing here
        std::uint32_t after = 0;           // first word after the cue
        Range content;                     // empty: what was said stands before the verb
        float score = 0;
    };

    // How often statements of each shape were right (source and content) on the training part of
    // the news corpus.
    static constexpr float p_that = 0.92F, p_clause = 0.96F, p_trailing = 0.9F, p_urge = 0.9F,
                           p_commit = 0.71F, p_object = 0.8F;

    CueShapes(const Article& article, const Clauses& clauses)
        : article_(article), words_(article.words), clauses_(clauses) {}
    void set_sentence(const Sentence& sentence) { sentence_ = &sentence; }

    // Which of the verb's frames the words after it fit.
    Shape of(std::uint32_t i, const Verb& verb) const;
    // "...," said X: the quotation or clause stands before the verb.
    bool inverted(std::uint32_t i) const;

  private:
    // The end of the frame's cue if its tail follows the verb; 0 if it does not.
    std::uint32_t tail_end(std::uint32_t i, const VerbFrame& frame) const;
    struct Tail {
        std::size_t size = 0;
        std::uint32_t end = 0;
    };
    // The longest tail of any of the verb's frames that follows it here.
    Tail longest_tail(std::uint32_t i, const Verb& verb) const;
    const VerbFrame* frame_of(const Verb& verb, std::uint32_t i, std::size_t tail,
                              Frame wanted) const;
    // "..., X told reporters in Y": a quotation ends the clause before the subject.
    bool quote_ends_before(std::uint32_t i) const;
    // "to" and a verb, before the clause ends.
    std::uint32_t find_to(std::uint32_t i) const;
    // "of", "for", "with" after whom one accuses, blames, charges.
    std::uint32_t find_link(std::uint32_t i) const;
    bool describes(std::uint32_t i) const;
    bool object_at(std::uint32_t i) const;
    // Where what is told begins: after the person told; none if nobody or nothing is told.
    std::uint32_t after_addressee(std::uint32_t i) const;
    bool inverted_before(std::uint32_t i) const;

    const Article& article_;
    const std::vector<Word>& words_;
    const Clauses& clauses_;
    const Sentence* sentence_ = nullptr;
};

}  // namespace standpoint::extract
