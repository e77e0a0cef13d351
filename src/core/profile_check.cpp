// SPDX-License-Identifier: MIT
#include "core/profile_check.h"

#include "core/definition_reader.h"
#include "core/entity.h"
#include "core/unit_code.h"

#include <algorithm>
#include <array>
#include <set>

namespace guatu
{
namespace
{

using Names = std::span<const std::string_view>;

/// The fields a condition or criterion may name: those of a record, and what is computed of it.
struct Subject {
    EntityKind kind;
    Names computed{};

    [[nodiscard]] bool has(std::string_view field) const
    {
        return findField(kind, field) != nullptr ||
               std::ranges::find(computed, field) != computed.end();
    }
};

constexpr std::array<std::string_view, 3> computedOfUnits{"incidence", "remaining_hh",
                                                          "remaining_p"};
constexpr std::array<std::string_view, 2> computedOfSites{"households", "persons"};

Subject subjectOf(std::string_view word)
{
    if (word == "household")
        return {EntityKind::Household};
    if (word == "person")
        return {EntityKind::Person};
    if (word == "site")
        return {EntityKind::Site, computedOfSites};
    return {EntityKind::Unit, computedOfUnits};
}

Message::Parameters named(const Subject& subject)
{
    return {{"kind", std::string(toString(subject.kind))}};
}

void requireField(const JsonNode& name, const Subject& subject)
{
    if (!subject.has(name.text()))
        throw name.error("definition.no_field", named(subject));
}

void requireFlag(const JsonNode& name, const Subject& subject)
{
    const FieldDefinition* field = findField(subject.kind, name.text());
    if (field == nullptr || field->type != FieldType::Flag)
        throw name.error("definition.no_flag", named(subject));
}

/// A text must be one of the words of the field, when the field has a list of words.
void requireWord(const JsonNode& value, const FieldDefinition* field)
{
    const auto* text = std::get_if<std::string>(&value.value().data);
    if (text == nullptr || field == nullptr || field->words.empty() ||
        std::ranges::find(field->words, *text) != field->words.end())
        return;
    std::string allowed;
    for (const std::string_view word : field->words)
        (allowed += allowed.empty() ? "" : ", ") += word;
    throw value.error("definition.allowed", {{"allowed", allowed}});
}

void requireWords(const JsonNode& values, const FieldDefinition* field)
{
    for (const JsonNode& value : values.items())
        requireWord(value, field);
}

void checkCondition(const JsonNode& condition, const Subject& subject)
{
    (void)readAs<Condition>(condition);
    for (const std::string_view key : {"all", "any"})
        if (const auto parts = condition.find(key))
            for (const JsonNode& part : parts->items())
                checkCondition(part, subject);
    if (const auto part = condition.find("not"))
        checkCondition(*part, subject);
    if (const auto field = condition.find("f")) {
        requireField(*field, subject);
        const FieldDefinition* definition = findField(subject.kind, field->text());
        const JsonNode value = condition["v"];
        if (std::holds_alternative<JsonValue::Array>(value.value().data))
            requireWords(value, definition);
        else
            requireWord(value, definition);
    }
}

void checkOptionalCondition(const JsonNode& holder, std::string_view key, const Subject& subject)
{
    if (const auto condition = holder.find(key))
        checkCondition(*condition, subject);
}

/// Every item must have a title in the code list.
void requireTitles(const JsonNode& profile, const std::optional<JsonNode>& words,
                   std::string_view listName)
{
    if (!words)
        return;
    const auto list = profile["code_lists"].find(listName);
    std::set<std::string> titled;
    if (list)
        for (const JsonNode& code : list->items())
            titled.insert(code["code"].text());
    for (const JsonNode& word : words->items())
        if (!titled.contains(word.text()))
            throw word.error("definition.no_title", {{"list", std::string(listName)}});
}

void checkThreshold(const JsonNode& profile, const JsonNode& criterion)
{
    const auto parameter = criterion.find("parameter");
    const bool compares = criterion.has("op");
    if (compares != (criterion.has("value") || parameter) || (criterion.has("value") && parameter))
        throw criterion.error("definition.threshold");
    if (parameter && !profile["parameters"].has(parameter->text()))
        throw parameter->error("definition.no_parameter");
}

void checkCriterion(const JsonNode& profile, const JsonNode& criterion)
{
    const auto grain = criterion.find("grain");
    const Subject subject = subjectOf(grain ? grain->text() : "household");
    const FieldDefinition* definition = nullptr;
    for (const std::string_view key : {"field", "switch"})
        if (const auto field = criterion.find(key)) {
            requireField(*field, subject);
            definition = findField(subject.kind, field->text());
        }
    checkThreshold(profile, criterion);
    for (const std::string_view key : {"in", "ok", "exempt"})
        if (const auto words = criterion.find(key))
            requireWords(*words, definition);
    if (const auto flags = criterion.find("all"))
        for (const JsonNode& flag : flags->items())
            requireFlag(flag, subject);
    if (const auto scope = criterion.find("due_scope"))
        requireFlag(*scope, subjectOf("household"));
    if (const auto age = criterion.find("age");
        age && age->items()[0].integer() > age->items()[1].integer())
        throw age->error("definition.age_reversed");
}

void checkCriteria(const JsonNode& profile)
{
    std::set<std::string> ids;
    for (const auto& [name, set] : profile["criteria"].members())
        for (const JsonNode& criterion : set.items()) {
            if (!ids.insert(criterion["id"].text()).second)
                throw criterion["id"].error("definition.repeated");
            checkCriterion(profile, criterion);
        }
}

void checkListingRules(const JsonNode& rules)
{
    requireUniqueIds(rules);
    for (const JsonNode& rule : rules.items()) {
        const Subject subject = subjectOf(rule["subject"].text());
        checkOptionalCondition(rule, "where", subject);
        checkCondition(rule["if"], subject);
    }
}

void checkClosure(const JsonNode& profile)
{
    const JsonNode closure = profile["closure"];
    if (closure["scope"].text() != "all")
        requireFlag(closure["scope"], subjectOf("household"));
    for (const JsonNode& own : closure["own"].items()) {
        if (!profile["criteria"].has(own["set"].text()))
            throw own["set"].error("definition.no_set");
        checkOptionalCondition(own, "when", subjectOf(own["level"].text()));
    }
}

void checkWorkflow(const JsonNode& workflow)
{
    requireUniqueIds(workflow["states"]);
    std::set<std::string> states;
    for (const JsonNode& state : workflow["states"].items())
        states.insert(state["id"].text());
    const auto requireState = [&](const JsonNode& name) {
        if (!states.contains(name.text()))
            throw name.error("definition.no_state");
    };
    requireState(workflow["initial"]);
    for (const JsonNode& transition : workflow["transitions"].items()) {
        requireState(transition["from"]);
        requireState(transition["to"]);
        checkOptionalCondition(transition, "unless", subjectOf(workflow["subject"].text()));
    }
}

void checkCodeLists(const JsonNode& lists)
{
    for (const auto& [name, list] : lists.members()) {
        std::set<std::string> codes;
        for (const JsonNode& code : list.items())
            if (!codes.insert(code["code"].text()).second)
                throw code["code"].error("definition.repeated");
    }
}

/// Dates must be days of the calendar, those too that only the file holds.
void requireDay(const JsonNode& object, std::string_view key)
{
    std::optional<Date> day;
    take(object, key, day);
}

/// Throws when a condition asks for incidence.
void refuseIncidence(const JsonNode& condition)
{
    if (const auto field = condition.find("f"); field && field->text() == "incidence")
        throw field->error("definition.no_denominator");
    for (const std::string_view key : {"all", "any"})
        if (const auto parts = condition.find(key))
            for (const JsonNode& part : parts->items())
                refuseIncidence(part);
    if (const auto part = condition.find("not"))
        refuseIncidence(*part);
}

/// Without a denominator nothing may be divided by it.
void refuseIncidenceAnywhere(const JsonNode& profile)
{
    for (const JsonNode& rule : profile["listing_rules"].items())
        for (const std::string_view key : {"where", "if"})
            if (const auto condition = rule.find(key))
                refuseIncidence(*condition);
    for (const JsonNode& own : profile["closure"]["own"].items())
        if (const auto condition = own.find("when"))
            refuseIncidence(*condition);
    for (const auto& [name, set] : profile["criteria"].members())
        for (const JsonNode& criterion : set.items())
            if (const auto field = criterion.find("field"); field && field->text() == "incidence")
                throw field->error("definition.no_denominator");
}

void checkIncidence(const JsonNode& incidence)
{
    const JsonNode denominator = incidence["denominator"];
    const FieldDefinition* field = findField(EntityKind::Unit, denominator.text());
    if (field == nullptr || field->type != FieldType::Integer)
        throw denominator.error("definition.no_field", named(subjectOf("village")));
}

} // namespace

void checkProfile(const JsonNode& profile)
{
    if (const auto end = profile.find("end");
        end && readAs<Date>(*end) < readAs<Date>(profile["start"]))
        throw end->error("definition.before_start", {{"start", profile["start"].text()}});
    if (const auto incidence = profile.find("incidence"))
        checkIncidence(*incidence);
    else
        refuseIncidenceAnywhere(profile);
    checkCriteria(profile);
    checkListingRules(profile["listing_rules"]);
    checkClosure(profile);
    requireUniqueIds(profile["deadlines"]);
    requireDay(profile, "issued");
    if (const auto reports = profile.find("reports")) {
        requireUniqueIds(*reports);
        for (const JsonNode& report : reports->items())
            requireDay(report, "due");
    }
    if (const auto workflows = profile.find("workflows")) {
        requireUniqueIds(*workflows);
        for (const JsonNode& workflow : workflows->items())
            checkWorkflow(workflow);
    }
    checkCodeLists(profile["code_lists"]);
    requireTitles(profile, profile.find("levels"), "level");
    requireTitles(profile, profile.find("subjects"), "household_class");
    requireTitles(profile, profile.find("aspects"), "aspect");
    if (const auto review = profile.find("review"))
        requireTitles(profile, review->find("steps"), "review_step");
}

} // namespace guatu
