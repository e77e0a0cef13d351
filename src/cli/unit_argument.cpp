// SPDX-License-Identifier: MIT
#include "cli/unit_argument.h"

#include "core/error.h"
#include "session/search.h"

namespace guatu::cli
{
namespace
{

[[noreturn]] void refuseAmbiguous(const std::string& name,
                                  const std::vector<session::SearchHit>& hits)
{
    std::string candidates;
    for (const session::SearchHit& hit : hits)
        candidates += "\n  " + hit.code + "  " + hit.context + " › " + hit.name;
    throw inputError({"cli.unit.ambiguous", {{"unit", name}, {"candidates", candidates}}});
}

RowIndex unitByName(const Snapshot& snapshot, const std::string& name)
{
    std::vector<session::SearchHit> hits = session::SearchIndex(snapshot).find(name, 50);
    std::erase_if(hits, [](const auto& hit) { return hit.kind != session::SearchHit::Kind::Unit; });
    std::vector<session::SearchHit> exact = hits;
    std::erase_if(exact, [&name](const auto& hit) { return hit.name != name; });

    const auto& candidates = exact.empty() ? hits : exact;
    if (candidates.empty())
        throw inputError({"cli.unit.unknown", {{"unit", name}}});
    if (candidates.size() > 1)
        refuseAmbiguous(name, candidates);
    return static_cast<RowIndex>(candidates.front().row);
}

} // namespace

RowIndex unitOf(const Snapshot& snapshot, const std::string& text)
{
    if (snapshot.units.size() == 0)
        throw inputError({"cli.unit.none"});
    if (text.empty())
        return 0;
    if (const auto code = UnitCode::parse(text)) {
        const RowIndex row = findUnit(snapshot.units, *code);
        if (row != noRow)
            return row;
        throw inputError({"cli.unit.unknown", {{"unit", text}}});
    }
    return unitByName(snapshot, text);
}

Subject subjectOf(const Snapshot& snapshot, const std::string& text)
{
    const auto code = UnitCode::parse(text);
    const bool isUnit = code && findUnit(snapshot.units, *code) != noRow;
    if (!isUnit)
        for (std::size_t row = 0; row < snapshot.households.size(); ++row)
            if (snapshot.households.code[row] == text)
                return {SubjectType::Household, static_cast<RowIndex>(row)};
    return {SubjectType::Unit, unitOf(snapshot, text)};
}

} // namespace guatu::cli
