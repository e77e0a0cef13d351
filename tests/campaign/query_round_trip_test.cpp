// SPDX-License-Identifier: MIT
#include "campaign/query/field_columns.h"
#include "campaign/query/flat_query.h"
#include "campaign/query/relations.h"
#include "query_world.h"
#include "support/catch.h"

#include <rapidcheck.h>

#include <random>

using namespace guatu;
using namespace guatu::campaign::query;
using guatu::test::queryWorld;

namespace
{

using Kind = Expression::Kind;

const auto& world()
{
    static const test::QueryWorld made = queryWorld();
    return made;
}

/// Trees of any kind that parsing can give.
class RandomQuery
{
public:
    explicit RandomQuery(unsigned seed) : m_random(seed) {}

    Query query()
    {
        Query made{.noun = noun([](const Noun&) { return true; })};
        if (number(4) > 0)
            made.where = expression(made.noun, 3);
        if (hasPlace(made.noun.entity) && number(4) == 0)
            made.nearest = Nearest{1 + number(50), target(made.noun, 1, true)};
        return made;
    }

private:
    std::size_t number(std::size_t below) { return m_random() % below; }
    template <typename Values>
    auto oneOf(const Values& values)
    {
        return *(std::begin(values) + static_cast<std::ptrdiff_t>(number(std::size(values))));
    }

    Noun noun(const auto& fits)
    {
        std::vector<Noun> nouns;
        for (const NounTitle& one : world().vocabulary->nouns())
            if (fits(one.noun))
                nouns.push_back(one.noun);
        return oneOf(nouns);
    }

    UnitCode unit() { return oneOf(world().snapshot.units.code); }

    Target target(const Noun&, std::size_t depth, bool units)
    {
        if (units && number(3) == 0) {
            Target made{.noun = {.entity = Entity::Unit}};
            for (std::size_t i = 0; i <= number(3); ++i)
                made.units.push_back(unit());
            return made;
        }
        return filtered(noun([](const Noun& one) { return hasPlace(one.entity); }), depth);
    }

    Target filtered(Noun noun, std::size_t depth)
    {
        Target made{.noun = std::move(noun)};
        if (depth > 0 && number(2) == 0)
            made.filter.push_back(expression(made.noun, depth - 1));
        return made;
    }

    Expression expression(const Noun& noun, std::size_t depth)
    {
        const std::size_t choice = number(depth > 0 ? 12 : 6);
        if (choice < 6)
            return comparison(noun.entity);
        if (choice < 8)
            return group(noun, depth - 1);
        if (choice == 8) {
            Expression made{.kind = Kind::Not};
            made.children.push_back(expression(noun, depth - 1));
            return made;
        }
        return relation(noun, depth - 1);
    }

    Expression group(const Noun& noun, std::size_t depth)
    {
        Expression made{.kind = number(2) == 0 ? Kind::All : Kind::Any};
        while (made.children.size() < 2 + number(2)) {
            Expression child = expression(noun, depth);
            if (child.kind != made.kind)
                made.children.push_back(std::move(child));
        }
        return made;
    }

    Expression relation(const Noun& noun, std::size_t depth)
    {
        const std::size_t choice = number(5);
        const auto isRelated = [&](const Noun& other) {
            return areRelated(noun.entity, other.entity);
        };
        bool some = false;
        for (const NounTitle& one : world().vocabulary->nouns())
            some = some || isRelated(one.noun);
        if (some && choice == 0)
            return {.kind = Kind::Has, .target = filtered(this->noun(isRelated), depth)};
        if (some && choice == 1)
            return count(filtered(this->noun(isRelated), depth));
        if (hasPlace(noun.entity) && choice == 2)
            return {.kind = Kind::Near,
                    .target = target(noun, depth, true),
                    .metres = oneOf(std::vector<double>{0, 0.5, 800, 1234.5, 2000, 2500.125})};
        if (hasPlace(noun.entity) && choice == 3)
            return {.kind = Kind::Intersects, .target = target(noun, depth, true)};
        const auto isUnit = [](const Noun& other) { return other.entity == Entity::Unit; };
        if (hasPlace(noun.entity) && choice == 4)
            return {.kind = Kind::Inside, .target = filtered(this->noun(isUnit), depth)};
        if (world().vocabulary->field(noun.entity, "unit") == nullptr)
            return comparison(noun.entity);
        return {
            .kind = Kind::InPlace, .field = "unit", .target = filtered(this->noun(isUnit), depth)};
    }

    Expression count(Target target)
    {
        Expression made{.kind = Kind::Count,
                        .op = static_cast<Operator>(number(6)),
                        .values = {static_cast<double>(number(100))},
                        .target = std::move(target)};
        if (made.target.noun.entity == Entity::Household && number(2) == 0)
            made.measure = Measure::Persons;
        return made;
    }

    Expression comparison(Entity entity)
    {
        const Field field = oneOf(world().vocabulary->fields(entity));
        if (number(8) == 0)
            return {.kind = Kind::Missing, .field = field.id};
        Expression made{.kind = Kind::Compare, .field = field.id, .op = oneOf(operatorsOf(field))};
        const std::size_t values = made.op == Operator::In ? 2 + number(2) : 1;
        while (made.values.size() < values)
            made.values.push_back(made.op == Operator::WithinDays
                                      ? Operand(static_cast<double>(number(400)))
                                      : value(field));
        return made;
    }

    Operand value(const Field& field)
    {
        switch (field.type) {
        case FieldType::Number:
            return field.unit == "distance" ? oneOf(std::vector<double>{0, 3.5, 1000, 12345.678})
                                            : oneOf(std::vector<double>{0, -2, 3, 0.1, 4000, 1e9});
        case FieldType::Word: {
            if (field.values.empty())
                return std::string("小学 \"一\"");
            std::string code = oneOf(field.values).code;
            return code == "unknown" ? field.values.front().code : code;
        }
        case FieldType::Flag:
            return std::string(number(2) == 0 ? "yes" : "no");
        case FieldType::Date:
            return number(2) == 0
                       ? DayValue{.day = Date(18000 + static_cast<std::int32_t>(number(500)))}
                       : DayValue{.offset = static_cast<std::int32_t>(number(9)) - 4};
        case FieldType::Text:
            return oneOf(std::vector<std::string>{"小河", "a \"b\"", "“引号”且", " (1) ", "未知"});
        case FieldType::Unit:
            break;
        }
        return unit();
    }

    std::mt19937 m_random;
};

} // namespace

TEST_CASE("a query written down and read again is the same, in both languages", "[query]")
{
    const bool holds = rc::check("text to tree to text to tree", [](unsigned seed) {
        const Query query = RandomQuery(seed).query();
        for (const Language language : {Language::Chinese, Language::English}) {
            const std::string text = canonicalText(query, *world().vocabulary, language);
            RC_LOG() << text << "\n";
            const Query again = parseQuery(text, *world().vocabulary);
            RC_ASSERT(again == query);
            RC_ASSERT(canonicalText(again, *world().vocabulary, language) == text);
            const std::string bare = conditionText(query, *world().vocabulary, language);
            RC_ASSERT(parseQuery(bare, *world().vocabulary, query.noun) == query);
        }
    });
    CHECK(holds);
}

TEST_CASE("conditions chosen in a panel and typed text are one thing", "[query]")
{
    const Query typed = world().parse("类别 = 未脱贫户 且 无 饮水点[状态 = 正常] 于 2 公里");
    const auto flat = flatten(typed);
    REQUIRE(flat);
    CHECK(joined(*flat) == typed);
    REQUIRE(flat->conditions.size() == 2);
    const auto shown = [&](std::size_t i) {
        return pieces(flat->conditions[i], flat->noun, *world().vocabulary, Language::Chinese);
    };
    CHECK(shown(0).subject == "类别");
    CHECK(shown(0).relation == "=");
    CHECK(shown(0).value == "未脱贫户");
    CHECK(shown(1).subject == "饮水点");
    CHECK(shown(1).relation == "2 公里内");
    CHECK(shown(1).value == "无");
    CHECK(shown(1).detail == "状态 = 正常");
    FlatQuery chosen;
    chosen.conditions = {
        compare("class", Operator::Equal, {std::string("unexited")}),
        negated(near({.noun = {.entity = Entity::Facility, .kind = "water_point"},
                      .filter = {compare("state", Operator::Equal, {std::string("working")})}},
                     2000))};
    CHECK(joined(chosen) == typed);
    CHECK_FALSE(flatten(world().parse("低保 且 (有人住 或 已定位)")));
}

TEST_CASE("every field of the catalogue can be read and has words in both languages", "[query]")
{
    for (std::size_t entity = 0; entity < entityCount; ++entity)
        for (const Field& field : world().vocabulary->fields(static_cast<Entity>(entity))) {
            INFO(entity << " " << field.id);
            CHECK(isReadable(static_cast<Entity>(entity), field.id));
            CHECK(!field.title.zh.empty());
            CHECK(!field.title.en.empty());
            if (static_cast<Entity>(entity) != Entity::Person)
                CHECK_NOTHROW(readField(world().context(), static_cast<Entity>(entity), field.id));
        }
}
