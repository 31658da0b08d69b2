#include "core/exchange/jsonl.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace standpoint;
using exchange::Report;
using text::Span;

namespace {

// The text that the offsets of the format are shown on: an emoji before everything of interest.
constexpr const char* harbour =
    "Mayor Anna Ruiz \U0001F600 said on Monday: \u201CWe oppose the Harbour Bridge toll.\u201D\n"
    "The City Council, however, backs the toll.\n";

model::Document read(std::string_view line) {
    Report report;
    auto document = exchange::read_jsonl_line(line, report);
    REQUIRE(document);
    for (const auto& issue : report.issues) FAIL_CHECK(issue.message);
    CHECK_FALSE(model::problem_in(*document));
    return *document;
}

// Reads a line that is expected to leave exactly these complaints.
model::Document read_with_issues(std::string_view line, const std::vector<std::string>& messages) {
    Report report;
    auto document = exchange::read_jsonl_line(line, report, 7);
    REQUIRE(document);
    CHECK_FALSE(model::problem_in(*document));
    REQUIRE(report.issues.size() == messages.size());
    for (std::size_t i = 0; i < messages.size(); ++i) {
        CHECK(report.issues[i].message == messages[i]);
        CHECK(report.issues[i].line == 7);
        CHECK(report.issues[i].document == document->id);
    }
    return *document;
}

text::Error error_of(std::string_view line) {
    Report report;
    const auto document = exchange::read_jsonl_line(line, report, 3);
    REQUIRE_FALSE(document);
    CHECK(document.error().line == 3);
    return document.error();
}

std::string escaped_harbour() {
    std::string out = harbour;
    for (std::size_t at = 0; (at = out.find('\n', at)) != out.npos;) out.replace(at, 1, "\\n");
    return out;
}

std::string words(const model::Document& document, Span span) {
    return std::string(text::slice(document.text, span));
}

}  // namespace

TEST_CASE("a record of a corpus without provenance is read") {
    const auto document =
        read(R"({"id": "a1", "source": "The Harbour Post", "licence": "CC0", "text": ")" +
             escaped_harbour() + R"(", "sentences": [[0, 70], [71, 113]],)" +
             R"("targets": [{"id": "P1", "text": "Charge a toll on the bridge"}],)" +
             R"("entities": [{"start": 6, "end": 15, "text": "Anna Ruiz", "type": "PER",)" +
             R"(  "canonical": "Anna Ruiz"},)" +
             R"(  {"start": 75, "end": 87, "text": "City Council", "type": "ORG",)" +
             R"(   "canonical": "City Council"}],)" +
             R"("attributions": [{"source": [0, 15], "cue": null, "content": [[34, 70]],)" +
             R"(  "holder": "Anna Ruiz"}],)" +
             R"("stances": [{"holder": "Anna Ruiz", "target": "P1", "polarity": "against",)" +
             R"(  "evidence": [35, 45], "certainty": "explicit"},)" +
             R"({"holder": "some drivers", "target": "@City Council", "polarity": "neutral",)" +
             R"(  "evidence": [[35, 37], [38, 44]], "certainty": "inferred"}]})");
    CHECK(document.id == "a1");
    CHECK(document.text == harbour);
    CHECK(document.info.source == "The Harbour Post");
    CHECK(document.info.extra == R"({"licence":"CC0"})");
    REQUIRE(document.sentences.size() == 2);
    CHECK(words(document, document.sentences[1]) == "The City Council, however, backs the toll.");

    REQUIRE(document.mentions.size() == 2);
    CHECK(document.mentions[0].span == Span{6, 15});
    CHECK(document.mentions[1].span == Span{82, 94});
    CHECK(words(document, document.mentions[1].span) == "City Council");
    REQUIRE(document.entities.size() == 2);
    const model::Entity& anna = document.entities[0];
    CHECK(anna.canonical == "Anna Ruiz");
    CHECK(document.mentions[0].entity == anna.id);
    const model::Provenance& provenance = document.mentions[0].provenance;
    CHECK(provenance.origin == model::Origin::imported);
    CHECK(provenance.decision == model::Decision::accepted);

    REQUIRE(document.attributions.size() == 1);
    const model::Attribution& said = document.attributions[0];
    CHECK(words(document, *said.source) == "Mayor Anna Ruiz");
    CHECK_FALSE(said.cue);
    REQUIRE(said.content.size() == 1);
    CHECK(words(document, said.content[0]) == "\u201CWe oppose the Harbour Bridge toll.\u201D");
    CHECK(said.holder == model::Actor{anna.id, ""});

    REQUIRE(document.stances.size() == 2);
    CHECK(document.stances[0].target == document.targets[0].id);
    CHECK(document.stances[0].polarity == model::Polarity::against);
    CHECK(document.stances[1].holder == model::Actor{0, "some drivers"});
    CHECK(document.stances[1].target == document.entities[1].id);
    CHECK(document.stances[1].certainty == model::Certainty::inferred);
    REQUIRE(document.stances[1].evidence.size() == 2);
    CHECK(words(document, document.stances[1].evidence[1]) == "oppose");
}

TEST_CASE("the bytes of a written record") {
    model::Document document;
    document.id = "a1";
    document.text = "Ana \u201Cgo\u201D";  // 12 bytes, 8 code points
    document.newlines = text::Newlines::crlf;
    document.info.title = "A \"title\"";
    document.info.extra = R"({"licence":"CC0","n":1.50})";
    document.sentences = {{0, 12}};
    model::Target target;
    target.id = 1;
    target.key = "P1";
    target.text = "Go";
    document.targets.put(target);
    document.entities.put({2, "Ana", "wikidata:Q1", "", ""});
    model::Mention mention;
    mention.id = 3;
    mention.span = {0, 3};
    mention.label = "PER";
    mention.entity = 2;
    mention.provenance = {
        model::Origin::rule, model::Decision::suggested, 0.62F, "", 0, {"capitalised"}, "", false};
    document.mentions.put(mention);
    model::Attribution attribution;
    attribution.id = 5;
    attribution.source = Span{0, 3};
    attribution.content = {{4, 12}};
    attribution.holder = {2, ""};
    attribution.provenance.annotator = "kim";
    attribution.provenance.time_ms = 1'000'000'000'123;
    document.attributions.put(attribution);
    model::Stance stance;
    stance.id = 6;
    stance.holder = {0, "Ana"};
    stance.target = 1;
    stance.polarity = model::Polarity::favor;
    stance.evidence = {{7, 9}};
    stance.provenance.origin = model::Origin::imported;
    stance.provenance.decision = model::Decision::rejected;
    stance.provenance.flagged = true;
    document.stances.put(stance);
    document.next_id = 9;
    REQUIRE_FALSE(model::problem_in(document));

    const std::string line = exchange::write_jsonl_line(document);
    CHECK(line == R"({"format":"standpoint","version":1,"id":"a1","title":"A \"title\"",)"
                  "\"text\":\"Ana \u201Cgo\u201D\","
                  R"("newlines":"crlf","next_id":9,"sentences":[[0,8]],)"
                  R"("targets":[{"id":"P1","item":"t1","text":"Go","origin":"human",)"
                  R"("decision":"accepted"}],)"
                  R"("clusters":[{"id":"e2","canonical":"Ana","external_id":"wikidata:Q1"}],)"
                  R"("entities":[{"id":"m3","start":0,"end":3,"text":"Ana","type":"PER",)"
                  R"("canonical":"Ana","entity":"e2","origin":"rule","decision":"suggested",)"
                  R"("score":0.62,"reasons":["capitalised"]}],)"
                  R"("attributions":[{"id":"a5","source":[0,3],"cue":null,"content":[[4,8]],)"
                  R"("holder":"Ana","holder_entity":"e2","origin":"human","decision":"accepted",)"
                  R"("annotator":"kim","time":"2001-09-09T01:46:40.123Z"}],)"
                  R"("stances":[{"id":"s6","holder":"Ana","holder_entity":null,"target":"P1",)"
                  R"("polarity":"favor","certainty":"explicit","evidence":[5,7],)"
                  R"("decision":"rejected","flagged":true}],)"
                  R"("licence":"CC0","n":1.50})");
    CHECK(read(line) == document);
}

TEST_CASE("offsets count in the text as the file has it, CRs and BOM included") {
    // "ab\r\ncé\r\n" with a BOM: the LF of a CRLF stays, so every later offset moves by one.
    const auto document = read(
        "{\"id\":\"x\",\"text\":\"\\uFEFFab\\r\\nc\\u00e9\\r\\nd\","
        "\"sentences\":[[1,3],[5,7],[9,10]],"
        "\"entities\":[{\"start\":5,\"end\":7,\"type\":\"PER\",\"text\":\"c\u00e9\"},"
        "{\"start\":9,\"end\":10,\"type\":\"ORG\",\"text\":\"d\"},"
        "{\"start\":2,\"end\":4,\"type\":\"LOC\"},"
        "{\"start\":2,\"end\":6,\"type\":\"LOC\",\"text\":\"b\\r\\nc\"}]}");
    CHECK(document.text == "ab\nc\u00e9\nd");
    CHECK(document.bom);
    CHECK(document.newlines == text::Newlines::crlf);
    REQUIRE(document.mentions.size() == 4);
    CHECK(document.mentions[0].span == Span{3, 6});
    CHECK(document.mentions[1].span == Span{7, 8});
    CHECK(document.mentions[2].span == Span{1, 2});  // "b" and the CR that went
    CHECK(document.mentions[3].span == Span{1, 4});
    CHECK(document.sentences == std::vector<Span>{{0, 2}, {3, 6}, {7, 8}});

    // Written, offsets count in the text as it is now, and what the door did is still known.
    const std::string line = exchange::write_jsonl_line(document);
    CHECK(line.find(R"("text":"ab\ncé\nd","newlines":"crlf","bom":true)") != line.npos);
    CHECK(read(line) == document);
}

TEST_CASE("a lone CR becomes LF in place; U+FEFF after a dropped BOM is text") {
    const auto cr = read(R"({"id":"x","text":"a\rb","entities":[{"start":2,"end":3,"type":"T"}]})");
    CHECK(cr.text == "a\nb");
    CHECK(cr.newlines == text::Newlines::cr);
    CHECK(cr.mentions[0].span == Span{2, 3});

    const auto twice = read(
        "{\"id\":\"x\",\"text\":\"\\uFEFF\\uFEFFa\","
        "\"entities\":[{\"start\":2,\"end\":3,\"type\":\"T\"}]}");
    CHECK(twice.text == "\uFEFFa");
    CHECK(twice.mentions[0].span == Span{3, 4});
    CHECK(read(exchange::write_jsonl_line(twice)) == twice);
}

TEST_CASE("members that are not known survive, in order, at every level") {
    const std::string line =
        R"({"format":"standpoint","version":1,"id":"x","text":"Ana","sentences":[[0,3]],)"
        R"("targets":[{"id":"P1","item":"t1","text":"T","zz":[1,{"a":null}],"aa":true}],)"
        R"("clusters":[{"id":"e2","canonical":"Ana","born":1970}],)"
        R"("entities":[{"id":"m3","start":0,"end":3,"text":"Ana","type":"PER",)"
        R"("canonical":"Ana","entity":"e2","big":123456789012345678901234567890}],)"
        R"("attributions":[{"id":"a4","source":null,"cue":null,"content":[[0,3]],"holder":"-",)"
        R"("tense":"past"}],)"
        R"("stances":[{"id":"s5","holder":"-","target":"P1","polarity":"unclear",)"
        R"("certainty":"explicit","evidence":[],"why":"1e5"}],)"
        R"("z":1E5,"a":{"nested":["ü"]}})";
    CHECK(exchange::write_jsonl_line(read(line)) == line);
}

TEST_CASE("ids: own form kept, foreign ones given a number and remembered") {
    const auto document = read(
        R"({"id":"x","text":"Ana went","clusters":[{"id":"Q7","canonical":"Ana"}],)"
        R"("entities":[{"id":"m5","start":0,"end":3,"type":"PER","entity":"Q7"},)"
        R"({"id":"T1","start":4,"end":8,"type":"PER"},{"id":"m5","start":0,"end":8,"type":"ORG"},)"
        R"({"id":"m05","start":0,"end":2,"type":"ORG"},{"id":9,"start":0,"end":1,"type":"ORG"},)"
        R"({"id":"e1","start":1,"end":2,"type":"ORG"},)"
        R"({"id":"m4000000001","start":1,"end":3,"type":"ORG"}]})");
    REQUIRE(document.mentions.size() == 7);
    CHECK(document.mentions[0].id == 5);
    CHECK(document.entities[0].id == 6);
    CHECK(document.mentions[0].entity == 6);
    CHECK(document.entities[0].extra == R"({"original_id":"Q7"})");
    CHECK(document.mentions[1].extra == R"({"original_id":"T1"})");
    CHECK(document.mentions[2].extra == R"({"original_id":"m5"})");
    CHECK(document.mentions[3].extra == R"({"original_id":"m05"})");
    CHECK(document.mentions[4].extra == R"({"original_id":9})");
    CHECK(document.next_id == 13);
    CHECK(read(exchange::write_jsonl_line(document)) == document);
}

TEST_CASE("the document's annotator stands for what is decided and names nobody") {
    const auto document =
        read(R"({"id":"x","annotator":"kim","text":"Ana","entities":[)"
             R"({"id":"m1","start":0,"end":3,"type":"A"},)"
             R"({"id":"m2","start":0,"end":3,"type":"B","annotator":"lee"},)"
             R"({"id":"m3","start":0,"end":3,"type":"C","annotator":""},)"
             R"({"id":"m4","start":0,"end":3,"type":"D","origin":"model","score":0.5}]})");
    CHECK(document.mentions[0].provenance.annotator == "kim");
    CHECK(document.mentions[1].provenance.annotator == "lee");
    CHECK(document.mentions[2].provenance.annotator == "");
    CHECK(document.mentions[3].provenance.annotator == "");
    CHECK(document.mentions[3].provenance.decision == model::Decision::suggested);
    const std::string line = exchange::write_jsonl_line(document);
    CHECK(line.find(R"("annotator":"kim")") == line.rfind(R"("annotator":"kim")"));
    CHECK(read(line) == document);
}

TEST_CASE("who a holder is: by id, by name, as a phrase, nobody") {
    const std::string before =
        R"({"id":"x","text":"Ana","clusters":[{"id":"e1","canonical":"Ana"},)"
        R"({"id":"e2","canonical":"Ana"},{"id":"e3","canonical":"-"}],"attributions":[{)";
    const auto holder = [&before](const std::string& members) {
        const auto document = read(before + members + R"(,"content":[0,3]}]})");
        CHECK(read(exchange::write_jsonl_line(document)) == document);
        return document.attributions[0].holder;
    };
    CHECK(holder(R"("holder":"Ana")") == model::Actor{1, ""});
    CHECK(holder(R"("holder":"Ana","holder_entity":"e2")") == model::Actor{2, ""});
    CHECK(holder(R"("holder":"Ana","holder_entity":null)") == model::Actor{0, "Ana"});
    CHECK(holder(R"("holder":"-")") == model::Actor{});
    CHECK(holder(R"("holder":"-","holder_entity":null)") == model::Actor{0, "-"});
    CHECK(holder(R"("holder":"-","holder_entity":"e3")") == model::Actor{3, ""});
    CHECK(holder(R"("holder":null)") == model::Actor{});
    CHECK(holder(R"("holder":"Bo")") == model::Actor{0, "Bo"});
}

TEST_CASE("what a stance is about: a target by key, an entity by name, made if it is missing") {
    const auto document = read_with_issues(
        R"({"id":"x","text":"Ana","targets":[{"id":"@odd","text":"Odd"}],"stances":[)"
        R"({"holder":"-","target":"@odd","polarity":"favor"},)"
        R"({"holder":"-","target":"@Russia","polarity":"favor"},)"
        R"({"holder":"-","target":"P9","polarity":"favor"},)"
        R"({"holder":"-","target":"P9","polarity":"against"},)"
        R"({"holder":"-","target":"@","polarity":"favor"},)"
        R"({"holder":"-","target":"P9","polarity":"maybe"}]})",
        {R"(stances[2]: The target "P9" is not among the targets and was added to them.)",
         "stances[4]: The stance has no target: dropped.",
         "stances[5]: The polarity is none of favor, against, neutral, unclear: dropped."});
    REQUIRE(document.stances.size() == 4);
    CHECK(document.stances[0].target == document.targets[0].id);
    REQUIRE(document.entities.size() == 1);
    CHECK(document.entities[0].canonical == "Russia");
    CHECK(document.stances[1].target == document.entities[0].id);
    REQUIRE(document.targets.size() == 2);
    CHECK(document.targets[1].text == "P9");
    CHECK(document.stances[3].target == document.targets[1].id);
    CHECK(read(exchange::write_jsonl_line(document)) == document);
}

TEST_CASE("ill-formed items are dropped and reported, the rest is read") {
    const std::string missing = "It has no start and end inside the text: dropped.";
    const auto document = read_with_issues(
        R"({"id":"x","text":"Ana é","title":5,"newlines":"dos","entities":[)"
        R"({"start":0,"end":6,"type":"A"},{"start":3,"end":3,"type":"A"},)"
        R"({"start":-1,"end":3,"type":"A"},{"start":0.5,"end":3,"type":"A"},)"
        R"({"start":0,"end":1e300,"type":"A"},{"start":0,"end":99999999999999999999,"type":"A"},)"
        R"({"start":0,"end":3},7,{"start":0,"end":3,"type":"A","score":1.5,"origin":"alien"},)"
        R"({"start":0,"end":3,"type":"B","time":"yesterday","text":"Bob"}],)"
        R"("attributions":[{"content":[]},{"content":[[0,3],[2,9]]},)"
        R"({"content":[[4,5],[0,2],[1,3]]},{"content":[[0,3]],"cue":[5]}]})",
        {"The line ends are none of lf, crlf, cr, mixed; lf was taken.",
         "\"title\" is not a string and was left out.",
         "entities[7] is not an object and was dropped.",
         "entities[0]: " + missing,
         "entities[1]: " + missing,
         "entities[2]: " + missing,
         "entities[3]: \"start\" is not a whole number and was left out.",
         "entities[3]: " + missing,
         "entities[4]: \"end\" is not a whole number and was left out.",
         "entities[4]: " + missing,
         "entities[5]: \"end\" is not a whole number and was left out.",
         "entities[5]: " + missing,
         "entities[6]: It has no type: dropped.",
         "entities[8]: \"alien\" is not known as origin; \"imported\" was taken.",
         "entities[8]: The score is not between 0 and 1.",
         "entities[9]: Its text is \"Bob\", but its offsets point at \"Ana\"; the offsets were "
         "used.",
         "entities[9]: \"yesterday\" is not an ISO 8601 time and was left out.",
         "attributions[0]: The attribution has no content: dropped.",
         "attributions[1]: \"content\" is not a list of spans of the text: dropped.",
         "attributions[2]: \"content\" had overlapping spans; they were joined.",
         "attributions[3]: \"cue\" is not a span of the text: dropped."});
    CHECK(document.mentions.size() == 2);
    REQUIRE(document.attributions.size() == 1);
    CHECK(document.attributions[0].content == std::vector<Span>{{0, 3}, {4, 6}});
}

TEST_CASE("records that cannot be read say why") {
    CHECK(error_of("{\"text\":").kind == text::ErrorKind::malformed);
    CHECK(error_of("").kind == text::ErrorKind::malformed);
    CHECK(error_of("[1]").message == "The record is not a JSON object.");
    CHECK(error_of(R"({"id":"x"})").message == "The record has no \"text\" that is a string.");
    CHECK(error_of(R"({"text":7})").kind == text::ErrorKind::wrong_shape);
    CHECK(error_of("{\"text\":\"\xFF\"}").kind == text::ErrorKind::malformed);
    CHECK(error_of(R"({"text":"\ud800"})").kind == text::ErrorKind::malformed);
    CHECK(error_of(R"({"text":"a"} x)").kind == text::ErrorKind::malformed);
    const auto newer = error_of(R"({"format":"standpoint","version":2,"text":"a"})");
    CHECK(newer.kind == text::ErrorKind::too_new);
    CHECK(newer.message ==
          "This record was written by a newer Standpoint (version 2; this one reads up to 1): open "
          "it with that version.");
    CHECK(error_of(R"({"format":"standpoint-project","version":1})").kind ==
          text::ErrorKind::wrong_shape);
}

TEST_CASE("nesting beyond the limit is an error and not a crash") {
    const auto nested = [](std::size_t levels) {
        return R"({"id":"x","text":"a","deep":)" + std::string(levels, '[') +
               std::string(levels, ']') + "}";
    };
    CHECK(error_of(nested(1'000'000)).kind == text::ErrorKind::too_large);
    CHECK(error_of(nested(100)).message == "The JSON is nested more than 100 levels deep.");
    const auto document = read(nested(99));
    CHECK(exchange::write_jsonl_line(document).find(nested(99).substr(21)) != std::string::npos);
}

TEST_CASE("a document without id or sentences gets them") {
    const auto document =
        read_with_issues(R"({"text":"It rains. It pours."})",
                         {"The document has no id and was named \"document-7\"."});
    CHECK(document.id == "document-7");
    CHECK(document.sentences == std::vector<Span>{{0, 9}, {10, 19}});
    CHECK(read(R"({"id":12,"text":""})").id == "12");
}

TEST_CASE("a file of lines: empty ones ignored, bad ones reported and skipped") {
    Report report;
    const auto documents = exchange::read_jsonl(
        "\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"1\"}\r\n\n  "
        "\nnonsense\n{\"id\":\"b\",\"text\":\"2\"}",
        report);
    REQUIRE(documents.size() == 2);
    CHECK(documents[0].text == "1");
    CHECK(documents[1].id == "b");
    CHECK(report.documents == 2);
    REQUIRE(report.issues.size() == 1);
    CHECK(report.issues[0].line == 4);

    const std::string bytes = exchange::write_jsonl({&documents[0], &documents[1]});
    Report again;
    CHECK(exchange::read_jsonl(bytes, again) == documents);
    CHECK(again.clean());
}

TEST_CASE("strings that would break the file are repaired when written") {
    model::Document document = read(R"({"id":"x","text":"a"})");
    document.info.note = "\xC3(\x01\"\\\t";
    document.info.extra = "not JSON";
    const std::string line = exchange::write_jsonl_line(document);
    CHECK(read(line).info.note == "\uFFFD(\x01\"\\\t");
    CHECK(read(line).info.extra.empty());
}
