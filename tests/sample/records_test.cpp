// SPDX-License-Identifier: MIT
#include "collected_sample.h"
#include "core/date.h"
#include "core/error.h"
#include "core/unit_code.h"
#include "sample/sample.h"
#include "support/catch.h"
#include "support/source_folder.h"

#include <algorithm>
#include <map>
#include <set>

using namespace guatu;
using namespace guatu::test;

namespace
{

/// Why the cell may not stand in the field; empty when it may.
std::string fault(const FieldDefinition& field, const Value& cell)
{
    if (std::holds_alternative<std::monostate>(cell))
        return field.required ? "missing" : "";
    const auto* text = std::get_if<std::string>(&cell);
    const auto* whole = std::get_if<std::int64_t>(&cell);
    switch (field.type) {
    case FieldType::Integer:
        return whole != nullptr ? "" : "no integer";
    case FieldType::Real:
        return std::holds_alternative<double>(cell) || whole != nullptr ? "" : "no number";
    case FieldType::Flag:
        return whole != nullptr && (*whole == 0 || *whole == 1) ? "" : "no flag";
    case FieldType::Date:
        return text != nullptr && Date::fromIso(*text) ? "" : "no date";
    case FieldType::Word:
        return text != nullptr && std::ranges::find(field.words, *text) != field.words.end()
                   ? ""
                   : "no such word";
    case FieldType::UnitRef:
        return text != nullptr && UnitCode::parse(*text) ? "" : "no unit code";
    default:
        return text != nullptr && !text->empty() ? "" : "no text";
    }
}

const std::map<EntityKind, std::vector<std::string>>& fieldNames()
{
    static const auto names = [] {
        std::map<EntityKind, std::vector<std::string>> result;
        for (const EntityKind kind : collected().order)
            for (const FieldDefinition& field : fieldsOf(kind))
                result[kind].emplace_back(field.name);
        return result;
    }();
    return names;
}

} // namespace

TEST_CASE("every cell of the sample is what its field asks for", "[sample]")
{
    std::size_t faults = 0;
    for (const auto& [kind, names] : fieldNames()) {
        const Table& table = collected()[kind];
        for (std::size_t row = 0; row < table.size(); ++row)
            for (const std::string& name : names)
                if (const std::string why = fault(*findField(kind, name), table.value(row, name));
                    !why.empty()) {
                    UNSCOPED_INFO(toString(kind) << " row " << row << " " << name << ": " << why);
                    ++faults;
                    if (faults > 20)
                        FAIL("too many faults");
                }
    }
    CHECK(faults == 0);
}

TEST_CASE("every reference of the sample is written before it is used", "[sample]")
{
    using enum EntityKind;
    CHECK(collected().order == std::vector{Unit, Succession, Boundary, Site, Household, Person,
                                           Facility, Road, Project, Problem, Listing, ListingAspect,
                                           Review, CriterionValue, Measure, Visit, PlanItem,
                                           ClosureSign});
    const auto codes = [](EntityKind kind, std::string_view field) {
        std::set<std::string> result;
        const Table& table = collected()[kind];
        for (std::size_t row = 0; row < table.size(); ++row)
            CHECK(result.insert(table.text(row, field)).second); // unique
        return result;
    };
    const auto units = codes(Unit, "code");
    const auto sites = codes(Site, "code");
    const auto households = codes(Household, "hh_code");
    codes(Person, "p_code");
    codes(Facility, "code");
    codes(Road, "code");
    codes(Project, "code");
    codes(Problem, "code");
    for (const EntityKind kind :
         {Succession, ListingAspect, Review, CriterionValue, Visit, PlanItem, ClosureSign})
        codes(kind, "code");
    const auto listings = codes(Listing, "code");
    const auto measures = codes(Measure, "code");
    std::set<std::string> subjects = units;
    subjects.insert(sites.begin(), sites.end());
    subjects.insert(households.begin(), households.end());
    std::size_t broken = 0;
    const auto check = [&](EntityKind kind, std::string_view field,
                           const std::set<std::string>& known) {
        const Table& table = collected()[kind];
        for (std::size_t row = 0; row < table.size(); ++row)
            if (const std::string code = table.text(row, field);
                !code.empty() && !known.contains(code))
                ++broken;
    };
    check(Boundary, "code", units);
    check(Site, "host_unit", units);
    check(Household, "origin_unit", units);
    check(Household, "current_unit", units);
    check(Household, "group", units);
    check(Household, "site", sites);
    check(Person, "hh_code", households);
    check(Facility, "unit", units);
    check(Project, "unit", units);
    check(Problem, "subject", units);
    check(Succession, "old_unit", units);
    check(Succession, "new_unit", units);
    check(ListingAspect, "listing", listings);
    check(PlanItem, "hh_code", households);
    check(PlanItem, "measure", measures);
    for (const EntityKind kind : {CriterionValue, Visit, Review, ClosureSign})
        check(kind, "subject", subjects);
    CHECK(broken == 0);
    // Units come from the top.
    const Table& table = collected()[Unit];
    std::set<std::string> seen;
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto code = UnitCode::parse(table.text(row, "code"));
        REQUIRE(code.has_value());
        if (const auto parent = code->parent())
            CHECK(seen.contains(parent->str()));
        seen.insert(code->str());
    }
}

TEST_CASE("every group of every village has a household in scope", "[sample]")
{
    const Table& units = collected()[EntityKind::Unit];
    const Table& households = collected()[EntityKind::Household];
    std::map<std::string, int> inScope, groups;
    for (std::size_t row = 0; row < units.size(); ++row)
        if (const std::string code = units.text(row, "code"); code.size() == 15) {
            inScope[code] = 0;
            ++groups[code.substr(0, 12)];
        }
    for (std::size_t row = 0; row < households.size(); ++row) {
        const std::string group = households.text(row, "group");
        if (!group.empty() && households.number(row, "in_scope") == 1)
            ++inScope[group];
        const std::string origin = households.text(row, "origin_unit");
        if (!group.empty() && !origin.ends_with("999")) // that one has merged
            CHECK(group.substr(0, 12) == origin);
    }
    CHECK(groups.size() == 1106);
    for (const auto& [village, count] : groups)
        CHECK((count >= 3 && count <= 15));
    CHECK(std::ranges::all_of(inScope, [](const auto& entry) { return entry.second > 0; }));
}

TEST_CASE("tracked households have as many persons as they say", "[sample]")
{
    const Table& households = collected()[EntityKind::Household];
    const Table& persons = collected()[EntityKind::Person];
    std::map<std::string, long long> count;
    for (std::size_t row = 0; row < persons.size(); ++row)
        ++count[persons.text(row, "hh_code")];
    std::size_t tracked = 0, wrong = 0;
    for (std::size_t row = 0; row < households.size(); ++row) {
        const auto found = count.find(households.text(row, "hh_code"));
        if (households.number(row, "in_scope") == 1) {
            ++tracked;
            wrong += found == count.end() || found->second != households.number(row, "persons")
                         ? 1U
                         : 0U;
        }
    }
    CHECK(tracked == 88733 + 7569); // registered and marginal ones are in scope, ordinary ones not
    CHECK(wrong == 0);
}

TEST_CASE("no name, telephone or ID number of the sample can belong to anybody", "[sample]")
{
    const Table& households = collected()[EntityKind::Household];
    const Table& persons = collected()[EntityKind::Person];
    std::size_t wrong = 0;
    for (std::size_t row = 0; row < households.size(); ++row)
        wrong += households.text(row, "head_name").starts_with("示例户主") &&
                         households.text(row, "phone").starts_with("000")
                     ? 0U
                     : 1U;
    std::set<std::string> numbers;
    for (std::size_t row = 0; row < persons.size(); ++row) {
        const std::string id = persons.text(row, "id_no");
        // GB 11643: the weighted sum of all 18 digits is 1 modulo 11.
        int sum = 0;
        for (std::size_t i = 0; i < id.size(); ++i)
            sum += (id[i] == 'X' ? 10 : id[i] - '0') * ((1 << (17 - i)) % 11);
        const bool good = id.size() == 18 && sum % 11 == 1 && id.starts_with("99") &&
                          id.substr(6, 4) == std::to_string(persons.number(row, "birth_year")) &&
                          persons.text(row, "name").starts_with("示例人") &&
                          numbers.insert(id).second;
        wrong += good ? 0U : 1U;
    }
    CHECK(wrong == 0);
    const Date day = *Date::fromYmd(2020, 4, 17);
    CHECK(sample::sampleDataset(day).name == "示例数据");
    CHECK(sample::sampleDataset(day).asOf == day);
}

TEST_CASE("the same options give the same sample, another seed another", "[sample]")
{
    const auto first = fingerprint(97000, 7);
    CHECK(fingerprint(97000, 7) == first);
    CHECK(fingerprint(97000, 8) != first);
}

TEST_CASE("more households are ordinary ones, and fewer than the tracked are refused", "[sample]")
{
    sample::SampleOptions options{.dataFolder = sourceFolder() / "data/chuxiong",
                                  .households = 150000};
    std::size_t households = 0, ordinary = 0, largest = 0;
    std::set<std::string> codes;
    sample::makeSample(options, [&](Date day, RecordBatch&& batch) {
        largest = std::max(largest, batch.size());
        if (batch.kind != EntityKind::Household || day != *Date::fromYmd(2020, 3, 30))
            return;
        Table table;
        table.add(batch);
        for (std::size_t row = 0; row < table.size(); ++row) {
            ++households;
            ordinary += table.number(row, "in_scope") == 0 ? 1U : 0U;
            codes.insert(table.text(row, "hh_code"));
        }
    });
    CHECK(households == 150000);
    CHECK(codes.size() == 150000);
    CHECK(ordinary == 150000 - 96302);
    CHECK(largest <= 10000);
    options.households = 96301;
    CHECK_THROWS_AS(sample::makeSample(options, [](Date, RecordBatch&&) {}), Error);
    options.dataFolder = "/nowhere";
    CHECK_THROWS_AS(sample::makeSample(options, [](Date, RecordBatch&&) {}), Error);
}
