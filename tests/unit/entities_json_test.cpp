#include <doctest/doctest.h>

#include "core/exchange/entities_json.hpp"
#include "web/app/worker_job.hpp"

using namespace standpoint;

TEST_CASE("entities json: offsets count code points, names stand with their entity") {
    model::Suggestions found;
    model::Mention mention;
    mention.span = {5, 9};
    mention.label = "PER";
    mention.entity = 7;
    mention.provenance.score = 0.5F;
    found.mentions.push_back(mention);
    model::Entity entity;
    entity.id = 7;
    entity.canonical = "Ana \"Q\" Ruiz";
    found.entities.push_back(entity);
    CHECK(exchange::write_entities("😀 Ruiz.", found) ==
          R"([{"start":2,"end":6,"text":"Ruiz","type":"PER",)"
          R"("canonical":"Ana \"Q\" Ruiz","score":0.5}])");
    CHECK(exchange::write_entities("", {}) == "[]");
}

TEST_CASE("entities json: the text passes the door first") {
    const auto found = web::entities_json("\xEF\xBB\xBFRain.\r\nMayor Ana Ruiz said so.");
    REQUIRE(found);
    CHECK(found->find(R"("start":12,"end":20,"text":"Ana Ruiz","type":"PER")") !=
          std::string::npos);
    CHECK_FALSE(web::entities_json("\xFF"));
}
