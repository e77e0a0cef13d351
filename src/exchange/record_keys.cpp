// SPDX-License-Identifier: MIT
// Household classes, and codes for records that bring none.
#include "core/text.h"
#include "exchange/record_context.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace guatu::exchange
{
namespace
{

struct ClassMeaning {
    std::string_view word, formalStatus, watch;
};

/// The class is formal status and watch in one word (the classes are disjoint).
constexpr std::array<ClassMeaning, 7> classMeanings{{{"unexited", "unexited", "none"},
                                                     {"returned", "returned", "none"},
                                                     {"exited", "exited", "none"},
                                                     {"monitored", "exited", "monitored"},
                                                     {"marginal", "never_registered", "marginal"},
                                                     {"sudden", "", "sudden"},
                                                     {"ordinary", "never_registered", "none"}}};

/// What tells records of a kind apart when they have no code.
std::vector<std::string_view> identityOf(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Site:
        return {"name", "host_unit", "county"};
    case EntityKind::Facility:
        return {"kind", "unit", "name"};
    case EntityKind::Road:
        return {"name", "class"};
    case EntityKind::Project:
        return {"name", "unit", "site"};
    case EntityKind::Problem:
        return {"subject_type", "subject", "source", "topic", "text"};
    case EntityKind::Listing:
        return {"subject_type", "subject", "subject_name", "issuer_level", "rule_id", "from"};
    case EntityKind::CriterionValue:
        return {"subject_type", "subject", "criterion", "as_of", "method"};
    case EntityKind::Visit:
        return {"subject_type", "subject", "on_date"};
    case EntityKind::ClosureSign:
        return {"subject_type", "subject", "level", "action", "on_date"};
    case EntityKind::ListingAspect:
        return {"listing", "month", "aspect"};
    case EntityKind::Review:
        return {"subject_type", "subject", "month"};
    case EntityKind::Measure:
        return {"title"};
    case EntityKind::PlanItem:
        return {"hh_code", "topic", "text", "start"};
    case EntityKind::Succession:
        return {"old_unit", "new_unit"};
    case EntityKind::Unit:
    case EntityKind::Boundary:
    case EntityKind::Household:
    case EntityKind::Person:
        break; // these cannot do without one
    }
    return {};
}

std::string asText(const Value& value)
{
    if (const auto* text = std::get_if<std::string>(&value))
        return foldWidth(*text);
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        return std::to_string(*integer);
    if (const auto* number = std::get_if<double>(&value))
        return fmt::format("{}", *number);
    return {};
}

/// A line's course to a metre (1e-5 degree), so that it names the road.
std::string courseOf(const Shape& shape)
{
    std::string course;
    for (const auto& part : shape.parts)
        for (const Point& point : part)
            course +=
                fmt::format("{},{};", std::llround(point.x * 1e5), std::llround(point.y * 1e5));
    return course;
}

} // namespace

std::string derivedKey(EntityKind kind, const std::vector<std::string>& parts)
{
    std::uint64_t hash = 14695981039346656037ULL; // FNV-1a
    for (const std::string& part : parts)
        for (const char c : part + "\x1F")
            hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    const char letter = static_cast<char>(toString(kind).front() - 'a' + 'A');
    return fmt::format("{}-{:016x}", letter, hash);
}

void RecordBuilder::fillClass(Context& row)
{
    const std::string_view cell = cellOf(row, classField);
    if (!m_class || cell.empty())
        return;
    const ParsedCell& parsed = m_class->parse(cell);
    const auto* word = std::get_if<std::string>(&parsed.value);
    if (word == nullptr) {
        // 脱贫属性 may hold classes as well; words it has of its own were read before.
        if (m_classIsOwnColumn && parsed.problem)
            row.tell(RowIssue::Severity::Warning, m_roles.at(std::string(classField)),
                     *parsed.problem, *parsed.remedy);
        return;
    }
    for (const ClassMeaning& meaning : classMeanings) {
        if (meaning.word != *word)
            continue;
        if (isNull(row.record, "formal_status") && !meaning.formalStatus.empty())
            set(row.record, "formal_status", std::string(meaning.formalStatus));
        if (isNull(row.record, "watch") && (m_classIsOwnColumn || meaning.watch != "none"))
            set(row.record, "watch", std::string(meaning.watch));
    }
}

void RecordBuilder::fillHousehold(Context& row)
{
    fillClass(row);
    const auto opposite = [&](std::optional<CellParser>& parser, std::string_view helper,
                              std::string_view field) {
        const std::string_view cell = cellOf(row, helper);
        if (!parser || cell.empty())
            return;
        const ParsedCell& parsed = parser->parse(cell);
        if (const auto* answer = std::get_if<std::int64_t>(&parsed.value))
            set(row.record, field, std::int64_t{1 - *answer});
        else if (parsed.problem)
            row.tell(RowIssue::Severity::Warning, m_roles.at(std::string(helper)), *parsed.problem,
                     *parsed.remedy);
    };
    opposite(m_riskCleared, riskClearedField, "watch_active");
    opposite(m_waterHard, waterHardField, "w_access");
    const std::string_view relation = cellOf(row, "relation");
    row.record.head = relation.find("户主") != std::string_view::npos || relation == "本人";
    const bool named = row.record.head || !m_personGrain;
    if (const std::string_view name = cellOf(row, memberNameField);
        named && !name.empty() && isNull(row.record, "head_name"))
        set(row.record, "head_name", std::string(name));
    const std::string_view current = cellOf(row, "current_unit");
    if (current.empty())
        return;
    const UnitMatch match = m_units->match({.code = current});
    if (match.state == UnitMatch::State::Found)
        set(row.record, "current_unit", match.code.str());
    else
        reportMatch(row, match, "current_unit", false);
}

void RecordBuilder::fillKey(Context& row)
{
    const std::string_view field = fieldsOf(m_kind).front().name;
    if (isNull(row.record, field) && !row.rejected()) {
        std::vector<std::string> parts;
        bool named = false;
        for (const std::string_view part : identityOf(m_kind)) {
            const auto slot = findSlot(part);
            parts.push_back(slot ? asText(row.record.cells[*slot]) : std::string());
            named = named || !parts.back().empty();
        }
        if (m_kind == EntityKind::Road && row.record.shape) {
            parts.push_back(courseOf(*row.record.shape));
            named = true;
        }
        if (named)
            set(row.record, field, derivedKey(m_kind, parts));
    }
    if (const std::string* key = textIn(row.record, field))
        row.record.key = *key;
}

} // namespace guatu::exchange
