// SPDX-License-Identifier: MIT
#include "exchange/column_mapper.h"

#include "core/error.h"
#include "core/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <unordered_set>

namespace guatu::exchange
{
namespace
{

/// Takes off the marks that ledgers put around a header: required stars, colons.
std::string_view withoutMarks(std::string_view header)
{
    constexpr std::array<std::string_view, 5> marks{"*", "#", ":", "：", "＊"};
    header = trim(header);
    for (const std::string_view mark : marks) {
        while (header.starts_with(mark))
            header = trim(header.substr(mark.size()));
        while (header.ends_with(mark))
            header = trim(header.substr(0, header.size() - mark.size()));
    }
    return header;
}

struct Claim {
    std::size_t column = 0;
    std::size_t rank = std::numeric_limits<std::size_t>::max();
};

/// The best meaning of a header, its rank worsened by how loosely it was found.
std::optional<Lexicon::Meaning> meaningOf(const std::string& header, EntityKind kind,
                                          const Lexicon& lexicon, bool cutNames)
{
    constexpr std::size_t looser = 1000;
    std::size_t penalty = 0;
    for (const std::string& form : headerForms(header)) {
        if (const Lexicon::Meaning* meaning = lexicon.meaning(kind, form))
            return Lexicon::Meaning{meaning->field, meaning->rank + penalty};
        penalty += looser;
    }
    // Ten bytes hold three characters of UTF-8 or five of GBK.
    const std::string folded = foldHeader(header);
    if (cutNames && folded.size() >= 9)
        if (const Lexicon::Meaning* meaning = lexicon.meaningOfCutName(kind, folded))
            return Lexicon::Meaning{meaning->field, meaning->rank + 4 * looser};
    return std::nullopt;
}

bool gives(const std::unordered_set<std::string_view>& mapped, std::string_view field,
           EntityKind kind)
{
    const auto any = [&](std::initializer_list<std::string_view> fields) {
        return std::ranges::any_of(fields, [&](auto name) { return mapped.contains(name); });
    };
    if (mapped.contains(field))
        return true;
    switch (kind) {
    case EntityKind::Boundary:
        return field == "code" && any({"county", "town", "village", "group", unitNameField});
    case EntityKind::Unit:
        return field == "name" && any({"county", "town", "village", "group"});
    case EntityKind::Household:
        return field == "origin_unit" && any({"village", "current_unit", "group"});
    case EntityKind::Person:
        return false;
    case EntityKind::Site:
        return field == "code" || field == "kind";
    case EntityKind::Facility:
        return field == "code" && any({"name", "unit", "village"});
    case EntityKind::Road:
        return field == "code";
    case EntityKind::Project:
        return field == "code";
    case EntityKind::Problem:
        return (field == "code" && any({"text", "topic"})) ||
               (field != "code" && any({"subject", "village", "town", "county"}));
    case EntityKind::Listing:
        return field == "code" || (field != "issuer_level" && any({"village", "town", "county"}));
    case EntityKind::CriterionValue:
        if (field == "as_of")
            return true; // the day of the file
        [[fallthrough]];
    case EntityKind::Visit:
    case EntityKind::ClosureSign:
    case EntityKind::Review:
        return field == "code" || ((field == "subject" || field == "subject_type") &&
                                   any({"subject", "village", "town", "county"}));
    case EntityKind::ListingAspect:
    case EntityKind::Measure:
    case EntityKind::PlanItem:
    case EntityKind::Succession:
        return field == "code";
    }
    return false;
}

} // namespace

std::vector<std::string> headerForms(std::string_view header)
{
    const std::string_view whole = withoutMarks(header);
    std::vector<std::string> forms{foldHeader(whole)};
    const std::size_t slash = whole.rfind('/');
    if (slash != std::string_view::npos) {
        forms.push_back(foldHeader(withoutMarks(whole.substr(slash + 1))));
        forms.push_back(foldHeader(withoutMarks(whole.substr(0, slash))));
    }
    std::erase_if(forms, [](const std::string& form) { return form.empty(); });
    return forms;
}

std::string layoutOf(const std::vector<std::string>& headers)
{
    std::uint64_t hash = 14695981039346656037ULL; // FNV-1a
    for (const std::string& header : headers) {
        for (const char c : foldHeader(header) + "\x1F")
            hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    }
    return fmt::format("{:016x}", hash);
}

ColumnMapping mapColumns(const std::vector<std::string>& headers, EntityKind kind,
                         const Lexicon& lexicon, bool cutNames)
{
    std::unordered_map<std::string, Claim> claims;
    for (std::size_t column = 0; column < headers.size(); ++column)
        if (const auto meaning = meaningOf(headers[column], kind, lexicon, cutNames)) {
            Claim& claim = claims[meaning->field];
            if (meaning->rank < claim.rank)
                claim = {column, meaning->rank};
        }
    ColumnMapping mapping;
    mapping.kind = kind;
    mapping.layout = layoutOf(headers);
    for (std::size_t column = 0; column < headers.size(); ++column)
        mapping.entries.push_back({column, headers[column], {}});
    for (const auto& [field, claim] : claims)
        mapping.entries[claim.column].field = field;
    return mapping;
}

ColumnMapping fitMapping(const ColumnMapping& saved, const std::vector<std::string>& headers,
                         EntityKind kind)
{
    std::vector<std::string> folded;
    std::ranges::transform(headers, std::back_inserter(folded), foldHeader);
    ColumnMapping mapping;
    mapping.kind = kind;
    mapping.layout = layoutOf(headers);
    for (std::size_t column = 0; column < headers.size(); ++column)
        mapping.entries.push_back({column, headers[column], {}});
    std::size_t wanted = 0;
    std::size_t found = 0;
    for (const ColumnMapping::Entry& entry : saved.entries) {
        if (entry.field.empty())
            continue;
        if (!isMappable(kind, entry.field))
            throw inputError({"import.mapping_no_field",
                              {{"field", entry.field}, {"kind", std::string(toString(kind))}}});
        ++wanted;
        const std::string header = foldHeader(entry.header);
        std::size_t column = entry.column;
        if (column >= folded.size() || folded[column] != header)
            column = static_cast<std::size_t>(std::ranges::find(folded, header) - folded.begin());
        if (column == folded.size())
            continue;
        mapping.entries[column].field = entry.field;
        ++found;
    }
    if (found == 0 || found * 2 < wanted)
        throw inputError({"import.mapping_other_layout",
                          {{"found", std::to_string(found)}, {"wanted", std::to_string(wanted)}}});
    return mapping;
}

std::vector<std::string> missingFields(const ColumnMapping& mapping, EntityKind kind)
{
    std::unordered_set<std::string_view> mapped;
    for (const ColumnMapping::Entry& entry : mapping.entries)
        mapped.insert(entry.field);
    std::vector<std::string> missing;
    for (const FieldDefinition& field : fieldsOf(kind))
        if ((field.key || field.required) && !gives(mapped, field.name, kind))
            missing.emplace_back(field.name);
    return missing;
}

} // namespace guatu::exchange
