// Clustering: how well one version groups mentions into entities, against another (gold).
//
// The measures: MUC (Vilain et al. 1995), B-cubed (Bagga and Baldwin 1998), CEAF-e (Luo 2005, the
// similarity of two entities being 2 |common| / (|one| + |other|), with an exact assignment) and
// their mean, the F1 of which is CoNLL 2012's. Mentions match by their exact spans, whatever their
// labels. A mention that only one version has stays in that version, as in the reference scorer for
// predicted mentions (Pradhan et al. 2014): it counts in the denominators of its own side and
// matches nothing, and MUC takes it for a part of its own. Entities of one mention count (MUC does
// not see them). The rows "common mentions" leave out what only one version has: the clustering
// apart from the finding.
//
// entity name: entities whose canonical names agree, of those that CEAF-e pairs; "of paired": of
// the pairs alone.
//
// Within a document, entities are the same if their canonical names are, compared as in score.hpp;
// a mention without an entity is one by itself. Rejected mentions and types that a grammar finds
// are left out; of several mentions with one span the first counts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/agreement/score.hpp"
#include "core/model/document.hpp"

namespace standpoint::agreement {

// One version's mentions, each with the entity that it names.
struct Entities {
    struct Mention {
        text::Span span;
        std::uint32_t entity = 0;  // index of `names`
    };
    std::vector<Mention> mentions;   // distinct spans, in order
    std::vector<std::string> names;  // canonical, normalised
};
Entities entities_of(const model::Document& document, ScoreOptions options = {});

// The mentions of many documents as if these were one text: document i begins at `begins[i]`. In
// gold, entities of one name are one; the system's are as model::same_entities matches them.
Entities entities_by_name(const std::vector<model::Document>& gold,
                          const std::vector<std::uint32_t>& begins, ScoreOptions options = {});
Entities entities_as_matched(const std::vector<model::Document>& system,
                             const std::vector<std::uint32_t>& begins, ScoreOptions options = {});

// What recall and precision are made of: a sum over gold and one over the system's side.
struct Shares {
    double recalled = 0, gold = 0, precise = 0, system = 0;

    double precision() const { return system > 0 ? precise / system : 0; }
    double recall() const { return gold > 0 ? recalled / gold : 0; }
    double f1() const;
    void add(const Shares& more);
};

// Of `gold` and `system` the row says the denominators: MUC counts links, B-cubed mentions, the
// others entities.
struct ClusterRow {
    std::string name;
    double precision = 0, recall = 0, f1 = 0;  // 0 to 1
    std::size_t gold = 0, system = 0;
};

// Adds up over documents.
class Clustering {
  public:
    void add(const Entities& gold, const Entities& system);
    std::vector<ClusterRow> rows() const;

    struct Measures {
        Shares muc, b_cubed, ceaf;
    };

  private:
    Measures all_, common_;
    Shares names_, paired_names_;
};

}  // namespace standpoint::agreement
