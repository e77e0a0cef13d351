// SPDX-License-Identifier: MIT
// How a record finds the units it refers to.
#include "core/text.h"
#include "exchange/record_context.h"

#include <algorithm>
#include <array>

namespace guatu::exchange
{
namespace
{

constexpr std::array<std::string_view, 4> pathFields{"county", "town", "village", "group"};

struct MatchWords {
    std::string_view reason, remedy;
};

MatchWords wordsFor(UnitMatch::State state)
{
    switch (state) {
    case UnitMatch::State::BadCode:
        return {"import.unit_bad_code", "import.unit_bad_code_remedy"};
    case UnitMatch::State::UnknownCode:
        return {"import.unit_unknown_code", "import.unit_unknown_code_remedy"};
    case UnitMatch::State::Ambiguous:
        return {"import.unit_ambiguous", "import.unit_ambiguous_remedy"};
    case UnitMatch::State::Contradiction:
        return {"import.unit_contradiction", "import.unit_contradiction_remedy"};
    case UnitMatch::State::NotGiven:
        return {"import.unit_not_given", "import.unit_not_given_remedy"};
    case UnitMatch::State::Found:
    case UnitMatch::State::UnknownName:
        break;
    }
    return {"import.unit_unknown_name", "import.unit_unknown_name_remedy"};
}

} // namespace

UnitWords RecordBuilder::unitWords(const Context& row, std::string_view field) const
{
    UnitWords words;
    words.code = cellOf(row, field);
    for (std::size_t index = 0; index < pathFields.size(); ++index)
        words.path[index] = cellOf(row, pathFields[index]);
    return words;
}

void RecordBuilder::reportMatch(Context& row, const UnitMatch& match, std::string_view field,
                                bool required)
{
    const auto [reason, remedy] = wordsFor(match.state);
    const Message::Parameters parameters{{"unit", match.text}, {"candidates", match.candidates}};
    // Remarks on one name are made once; refusals name every row.
    if (!required && !m_toldUnits.insert(std::string(field) + "\x1F" + match.text).second)
        return;
    RowIssue issue{required ? RowIssue::Severity::Rejected : RowIssue::Severity::Warning,
                   row.source.number,
                   {},
                   match.text,
                   {std::string(reason), parameters},
                   {std::string(remedy), parameters}};
    const auto entry = std::ranges::find(m_mapping.entries, field, &ColumnMapping::Entry::field);
    if (entry != m_mapping.entries.end())
        issue.column = entry->header;
    row.issues.push_back(std::move(issue));
}

void RecordBuilder::fillUnit(Context& row)
{
    const std::string* text = textIn(row.record, "code");
    if (text == nullptr)
        return;
    const auto code = UnitCode::parse(*text);
    if (!code) {
        reportMatch(row, {UnitMatch::State::BadCode, {}, *text, {}}, "code", true);
        return;
    }
    const std::string_view level = toString(code->level());
    if (const std::string* given = textIn(row.record, "level"); given != nullptr && *given != level)
        row.note({"import.level_differs", {{"level", *given}, {"used", std::string(level)}}});
    set(row.record, "code", code->str());
    set(row.record, "level", std::string(level));
    if (isNull(row.record, "name"))
        for (const std::string_view field : pathFields)
            if (const std::string_view name = cellOf(row, field); !name.empty())
                set(row.record, "name", std::string(name));
    if (m_asOf && isNull(row.record, "stat_as_of"))
        set(row.record, "stat_as_of", m_asOf->iso());
}

void RecordBuilder::fillUnitReference(Context& row, std::string_view field)
{
    const bool required = m_kind == EntityKind::Household || m_kind == EntityKind::Boundary;
    UnitWords words = unitWords(row, field);
    const UnitWords whole = words;
    if (m_kind == EntityKind::Household)
        words.path[3] = {}; // the group is looked for apart
    UnitMatch match;
    const std::string_view own = m_kind == EntityKind::Boundary ? cellOf(row, unitNameField) : "";
    const bool noPath = std::ranges::all_of(words.path, &std::string_view::empty);
    if (words.code.empty() && noPath && !own.empty()) {
        match = m_units->matchName(own);
    } else {
        if (const auto code = UnitCode::parse(words.code);
            code && !own.empty() && code->level() != Level::Prefecture)
            words.path[static_cast<std::size_t>(code->level()) - 1] = own;
        match = m_units->match(words);
    }
    if (match.state != UnitMatch::State::Found) {
        if (required || match.state != UnitMatch::State::NotGiven)
            reportMatch(row, match, field, required);
        return;
    }
    if (m_kind == EntityKind::Household) {
        if (match.code.level() < Level::Village) {
            row.reject({"import.unit_too_wide", {{"unit", match.code.str()}}},
                       {"import.unit_too_wide_remedy"});
            return;
        }
        if (match.code.level() == Level::Group)
            set(row.record, "group", match.code.str());
        const UnitCode village = *match.code.ancestor(Level::Village);
        set(row.record, field, village.str());
        fillGroup(row, whole);
        return;
    }
    set(row.record, field, match.code.str());
    if (m_kind != EntityKind::Site)
        return;
    if (const auto county = match.code.ancestor(Level::County))
        set(row.record, "county", county->str());
}

void RecordBuilder::fillGroup(Context& row, const UnitWords& words)
{
    const std::string_view group = words.path[3];
    if (group.empty() || !findSlot("group") || !isNull(row.record, "group"))
        return;
    UnitMatch match{UnitMatch::State::UnknownName, {}, std::string(group), {}};
    if (const auto code = UnitCode::parse(group); code && m_units->knows(*code)) {
        match.state = UnitMatch::State::Found;
        match.code = *code;
    } else if (m_units->hasGroups()) {
        UnitWords named = words;
        named.code = {};
        match = m_units->match(named);
    }
    if (match.state == UnitMatch::State::Found)
        set(row.record, "group", match.code.str());
    else
        reportMatch(row, match, "group", false);
}

/// 户编号 and 安置点编码 say what their codes are of.
std::string_view RecordBuilder::typeInHeader() const
{
    const auto entry =
        std::ranges::find(m_mapping.entries, "subject", &ColumnMapping::Entry::field);
    if (entry == m_mapping.entries.end())
        return {};
    if (entry->header.find("户") != std::string::npos)
        return "household";
    return entry->header.find("安置点") != std::string::npos ? "site" : "";
}

void RecordBuilder::fillSubject(Context& row)
{
    BuiltRecord& record = row.record;
    const UnitWords words = unitWords(row, "subject");
    const bool hasPath = !std::ranges::all_of(words.path, &std::string_view::empty);
    if (isNull(record, "subject_type") && m_kind != EntityKind::Listing)
        if (const std::string_view type = typeInHeader(); !type.empty())
            set(record, "subject_type", std::string(type));
    const std::string* type = textIn(record, "subject_type");
    const bool isUnit = type == nullptr || *type == "unit" || *type == "village" ||
                        *type == "town" || *type == "county";
    if (!words.code.empty() && (!isUnit || (type == nullptr && !UnitCode::parse(words.code)))) {
        set(record, "subject", std::string(words.code));
        return;
    }
    UnitMatch match;
    if (!words.code.empty() || hasPath)
        match = m_units->match(words);
    const std::string* name = textIn(record, "subject_name");
    if (match.state == UnitMatch::State::NotGiven && isUnit && type != nullptr && name != nullptr)
        match = m_units->matchName(*name);
    if (m_kind == EntityKind::Listing && name == nullptr)
        for (const std::string_view part : words.path)
            if (!part.empty())
                set(record, "subject_name", std::string(part));
    if (match.state == UnitMatch::State::Found) {
        set(record, "subject", match.code.str());
        if (type == nullptr)
            set(record, "subject_type",
                m_kind == EntityKind::Listing ? std::string(toString(match.code.level()))
                                              : std::string("unit"));
    } else if (isUnit && match.state != UnitMatch::State::NotGiven) {
        // An official list keeps a name that no unit has; all else needs its subject.
        reportMatch(row, match, "subject", m_kind != EntityKind::Listing);
        if (type == nullptr && m_kind == EntityKind::Listing)
            for (std::size_t level = 0; level < 3; ++level)
                if (!words.path[level].empty())
                    set(record, "subject_type",
                        std::string(toString(static_cast<Level>(level + 1))));
    }
}

} // namespace guatu::exchange
