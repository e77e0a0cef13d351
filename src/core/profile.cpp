// SPDX-License-Identifier: MIT
#include "core/profile.h"

#include "core/definition_reader.h"
#include "core/json_schema.h"
#include "core/profile_check.h"

namespace guatu
{

template <>
long long readAs(const JsonNode& node)
{
    return node.integer();
}

template <>
UnitCode readAs(const JsonNode& node)
{
    const auto code = UnitCode::parse(node.text());
    if (!code)
        throw node.error("definition.no_unit_code");
    return *code;
}

template <>
std::pair<int, int> readAs(const JsonNode& node)
{
    return {node.items().at(0).integer(), node.items().at(1).integer()};
}

template <>
BaselineFigure readAs(const JsonNode& node)
{
    BaselineFigure figure;
    take(node, "households", figure.households);
    take(node, "persons", figure.persons);
    take(node, "villages", figure.villages);
    take(node, "towns", figure.towns);
    take(node, "counties", figure.counties);
    return figure;
}

template <>
Criterion readAs(const JsonNode& node)
{
    Criterion criterion;
    take(node, "id", criterion.id);
    take(node, "title", criterion.title);
    take(node, "grain", criterion.grain);
    take(node, "bureau", criterion.bureau);
    take(node, "field", criterion.field);
    take(node, "op", criterion.op);
    take(node, "value", criterion.value);
    take(node, "parameter", criterion.parameter);
    take(node, "all", criterion.all);
    take(node, "in", criterion.in);
    take(node, "ok", criterion.ok);
    take(node, "exempt", criterion.exempt);
    take(node, "age", criterion.age);
    take(node, "switch", criterion.switchField);
    take(node, "due", criterion.due);
    take(node, "due_scope", criterion.dueScope);
    take(node, "else_due", criterion.elseDue);
    take(node, "continuous", criterion.continuous);
    return criterion;
}

template <>
ListingRule readAs(const JsonNode& node)
{
    ListingRule rule;
    take(node, "id", rule.id);
    take(node, "title", rule.title);
    take(node, "issuer", rule.issuer);
    take(node, "subject", rule.subject);
    take(node, "within", rule.within);
    take(node, "where", rule.where);
    take(node, "if", rule.condition);
    return rule;
}

template <>
OwnCriteria readAs(const JsonNode& node)
{
    OwnCriteria own{.level = *levelFromString(node["level"].text()), .set = node["set"].text()};
    take(node, "when", own.when);
    return own;
}

template <>
ClosureRule readAs(const JsonNode& node)
{
    ClosureRule rule;
    take(node, "scope", rule.scope);
    take(node, "own", rule.own);
    take(node, "open_problem_blocks", rule.openProblemBlocks);
    take(node, "unknown_blocks", rule.unknownBlocks);
    take(node, "need_visit_for_real", rule.needVisitForReal);
    take(node, "visit_days", rule.visitDays);
    return rule;
}

template <>
Deadline readAs(const JsonNode& node)
{
    Deadline deadline{.id = node["id"].text(),
                      .on = readAs<Date>(node["on"]),
                      .what = readAs<LocalText>(node["what"])};
    take(node, "sign", deadline.sign);
    return deadline;
}

/// A code of a code list with its title.
template <>
std::pair<std::string, LocalText> readAs(const JsonNode& node)
{
    return {node["code"].text(), readAs<LocalText>(node)};
}

namespace
{

template <typename Value>
void takeMap(const JsonNode& object, std::string_view key, std::map<std::string, Value>& target)
{
    if (const auto map = object.find(key))
        for (const auto& [name, node] : map->members())
            target.emplace(name, readAs<Value>(node));
}

template <typename Value>
void takeMap(const JsonNode& object, std::string_view key,
             std::map<std::string, std::vector<Value>>& target)
{
    if (const auto map = object.find(key))
        for (const auto& [name, node] : map->members())
            take(*map, name, target[name]);
}

void takeIncidence(const JsonNode& incidence, Profile& profile)
{
    take(incidence, "numerator", profile.incidenceNumerator);
    take(incidence, "denominator", profile.incidenceDenominator);
    take(incidence, "denominator_as_of", profile.incidenceDenominatorAsOf);
}

Profile readProfile(const JsonNode& root)
{
    checkAgainstSchema(root, "profile.schema.json");
    checkProfile(root);
    Profile profile{.code = root["code"].text(),
                    .title = readAs<LocalText>(root["title"]),
                    .start = readAs<Date>(root["start"])};
    take(root, "basis", profile.basis);
    take(root, "end", profile.end);
    take(root, "subjects", profile.subjects);
    take(root, "crs_measure", profile.measureCrs);
    if (const auto incidence = root.find("incidence"))
        takeIncidence(*incidence, profile);
    takeMap(root, "baseline", profile.baseline);
    takeMap(root, "criteria", profile.criteria);
    takeMap(root, "parameters", profile.parameters);
    take(root, "listing_rules", profile.listingRules);
    take(root, "aspects", profile.aspects);
    if (const auto review = root.find("review"))
        take(*review, "steps", profile.reviewSteps);
    take(root, "closure", profile.closure);
    take(root, "deadlines", profile.deadlines);
    takeMap(root, "code_lists", profile.codeLists);
    takeMap(root, "colours", profile.colours);
    take(root["export"], "min_group", profile.minExportGroup);
    take(root["export"], "default_class", profile.defaultExportClass);
    return profile;
}

} // namespace

Profile loadProfile(const std::filesystem::path& file)
{
    return readProfile(JsonDocument::read(file).root());
}

Profile parseProfile(std::string_view json, const std::string& name)
{
    return readProfile(JsonDocument(json, name).root());
}

} // namespace guatu
