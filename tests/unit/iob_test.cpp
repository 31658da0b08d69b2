// Columns of tokens and tags as documents.
#include "core/exchange/iob.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace standpoint;

namespace {

struct Read {
    std::vector<model::Document> documents;
    exchange::Report report;

    explicit Read(std::string_view bytes) {
        exchange::read_iob(bytes, "set", report, [this](model::Document document) {
            CHECK(model::problem_in(document) == std::nullopt);
            documents.push_back(std::move(document));
        });
        CHECK(report.documents == documents.size());
    }
    // "PER Ana Ruiz" for every mention.
    std::vector<std::string> names(std::size_t document) const {
        std::vector<std::string> all;
        for (const model::Mention& m : documents[document].mentions) {
            CHECK(m.provenance.decision == model::Decision::accepted);
            CHECK(m.provenance.origin == model::Origin::imported);
            all.push_back(m.label + " " +
                          std::string(text::slice(documents[document].text, m.span)));
        }
        return all;
    }
};

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("IOB2: a sentence is a document where nothing tells documents apart") {
    const Read read(
        "Ana\tB-PER\nRuiz\tI-PER\nmet\tO\nBo\tB-PER\nLind\tB-PER\n.\tO\n\n\n"
        "In\tO\nOslo\tB-LOC");
    REQUIRE(read.documents.size() == 2);
    CHECK(read.report.clean());
    CHECK(read.documents[0].id == "set-1");
    CHECK(read.documents[0].text == "Ana Ruiz met Bo Lind .");
    CHECK(read.names(0) == Strings{"PER Ana Ruiz", "PER Bo", "PER Lind"});
    CHECK(read.documents[1].id == "set-2");
    CHECK(read.documents[1].text == "In Oslo");
    CHECK(read.names(1) == Strings{"LOC Oslo"});
}

TEST_CASE("IOB1: an I that follows nothing of its kind begins a name") {
    const Read read(
        "Ana I-PER\nRuiz I-PER\nOslo I-LOC\nHarbour I-LOC\nBay B-LOC\nof O\nNATO I-ORG\n"
        "\nPort I-ORG\n");
    REQUIRE(read.documents.size() == 2);
    CHECK(read.names(0) == Strings{"PER Ana Ruiz", "LOC Oslo Harbour", "LOC Bay", "ORG NATO"});
    CHECK(read.names(1) == Strings{"ORG Port"});
}

TEST_CASE("the tag is the last column, and a document goes on to the next -DOCSTART-") {
    const Read read(
        "-DOCSTART- -X- O O\n\nAna NNP I-NP B-PER\n\nRuiz NNP I-NP I-PER\ncame VBD O O\n"
        "-DOCSTART- -X- O O\n\n-DOCSTART- -X- O O\n\nOslo NNP I-NP B-LOC\n\n");
    REQUIRE(read.documents.size() == 2);
    CHECK(read.report.clean());
    CHECK(read.documents[0].text == "Ana\nRuiz came");
    CHECK(read.names(0) == Strings{"PER Ana", "PER Ruiz"});
    CHECK(read.documents[1].text == "Oslo");
    CHECK(read.names(1) == Strings{"LOC Oslo"});
}

TEST_CASE("line ends of Windows are line ends, and multi-byte tokens keep their bytes") {
    const Read read("Zoë\tB-PER\r\nÅs\tI-PER\r\n\r\nOslo\tB-LOC\r\n");
    REQUIRE(read.documents.size() == 2);
    CHECK(read.report.clean());
    CHECK(read.documents[0].text == "Zoë Ås");
    CHECK(read.names(0) == Strings{"PER Zoë Ås"});
}

TEST_CASE("a line without a tag is reported with its number, and the rest is read") {
    const Read read("Ana\tB-PER\nlost\n\tB-PER\nRuiz\t\ncame\tO\n");
    REQUIRE(read.documents.size() == 1);
    CHECK(read.documents[0].text == "Ana came");
    REQUIRE(read.report.issues.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(read.report.issues[i].line == i + 2);
        CHECK(read.report.issues[i].message == "The line has no tag; it was passed over.");
    }
}

TEST_CASE("a text that is not UTF-8 is reported and passed over") {
    const Read read("caf\xe9\tB-ORG\nopen\tO\n\nOslo\tB-LOC\n");
    REQUIRE(read.documents.size() == 1);
    CHECK(read.documents[0].id == "set-1");
    CHECK(read.names(0) == Strings{"LOC Oslo"});
    REQUIRE(read.report.issues.size() == 1);
    CHECK(read.report.issues[0].line == 3);
    CHECK(read.report.issues[0].message.find("not UTF-8") != std::string::npos);
}

TEST_CASE("nothing gives nothing") {
    for (const char* bytes : {"", "\n", "\r\n\r\n", "-DOCSTART-", "-DOCSTART- O\n\n\n"}) {
        const Read read(bytes);
        CHECK(read.documents.empty());
        CHECK(read.report.clean());
    }
    CHECK(Read("Oslo\tO\n").names(0).empty());
    CHECK(Read("Oslo\tB-\n").names(0).empty());
}
