// SPDX-License-Identifier: MIT
#include "campaign/explain.h"

#include "campaign/describe.h"
#include "campaign/wording.h"

#include <algorithm>
#include <array>

namespace guatu::campaign
{
namespace
{

using Kind = WhyNode::Kind;

/// Worst first.
int weight(Clear clear)
{
    constexpr std::array<int, 4> byClear{2, 0, 1, 3};
    return byClear[static_cast<std::size_t>(clear)];
}

/// Makes the nodes of one closure's tree.
class Tree
{
public:
    Tree(const Snapshot& snapshot, const Profile& profile, const Closure& closure)
        : m_snapshot(snapshot), m_profile(profile), m_closure(closure)
    {
    }

    [[nodiscard]] WhyNode unit(RowIndex row) const
    {
        WhyNode node{Kind::Unit, row};
        const auto at = static_cast<std::size_t>(row);
        node.status = statusWord(m_closure, SubjectType::Unit, row);
        node.text =
            counted(plain(m_snapshot.units.name[at].empty() ? m_snapshot.units.code[at].str()
                                                            : m_snapshot.units.name[at]),
                    m_closure.tally[at]);
        node.expandable = !m_closure.own.results[at].empty() || m_closure.pending[at].all() > 0;
        return node;
    }

    [[nodiscard]] WhyNode ungrouped(RowIndex row) const
    {
        const auto at = static_cast<std::size_t>(row);
        const bool isVillage = m_snapshot.units.level[at] == Level::Village;
        WhyNode node{Kind::Ungrouped, row};
        node.status = toString(clearOfDirect(m_closure, row));
        node.text =
            counted(sentence(isVillage ? "campaign.why.ungrouped" : "campaign.why.not_in_village"),
                    m_closure.direct[at]);
        node.expandable = openDirect(at) > 0;
        return node;
    }

    [[nodiscard]] WhyNode household(RowIndex row) const
    {
        WhyNode node{Kind::Household, m_closure.home[static_cast<std::size_t>(row)], row,
                     SubjectType::Household};
        node.status = statusWord(m_closure, SubjectType::Household, row);
        node.text = explain(m_snapshot, m_profile, m_closure, SubjectType::Household, row);
        node.expandable = true;
        return node;
    }

    [[nodiscard]] std::vector<WhyNode> below(const WhyNode& node) const
    {
        std::vector<WhyNode> nodes;
        if (node.kind == Kind::Unit) {
            addOwn(node.unit, nodes);
            const bool apart = hasUngrouped(m_snapshot, m_closure, node.unit);
            addUnits(node.unit, nodes);
            if (apart && openDirect(static_cast<std::size_t>(node.unit)) > 0)
                nodes.push_back(ungrouped(node.unit));
            else if (!apart)
                addHouseholds(node.unit, nodes);
        } else if (node.kind == Kind::Ungrouped) {
            addHouseholds(node.unit, nodes);
        } else if (node.kind == Kind::Household) {
            addCriteria(SubjectType::Household, node.row, nodes);
            addProblemsOfHousehold(node.row, nodes);
        }
        return nodes;
    }

private:
    [[nodiscard]] std::int64_t openDirect(std::size_t unit) const
    {
        return m_closure.direct[unit].count(Clear::Uncleared) +
               m_closure.direct[unit].count(Clear::Unknown);
    }

    [[nodiscard]] static LocalText counted(LocalText name, const Tally& tally)
    {
        return sentence("campaign.why.counted",
                        {{"name", std::move(name)},
                         {"uncleared", plain(std::to_string(tally.count(Clear::Uncleared)))},
                         {"unknown", plain(std::to_string(tally.count(Clear::Unknown)))},
                         {"households", plain(std::to_string(tally.inScope()))}});
    }

    /// The unit's own criteria, open problems and what is not known of it.
    void addOwn(RowIndex unit, std::vector<WhyNode>& nodes) const
    {
        addCriteria(SubjectType::Unit, unit, nodes);
        for (const std::uint32_t problem : m_closure.problems.of(unit))
            nodes.push_back(problemNode(unit, problem));
        const auto at = static_cast<std::size_t>(unit);
        const auto note = [&](std::string_view id) {
            nodes.push_back(
                {.kind = Kind::Note, .unit = unit, .status = "unknown", .text = sentence(id)});
        };
        if (m_closure.own.binding[at] == UnitCriteria::cannotTell)
            note("campaign.why.standard");
        if (m_closure.coverageGap[at])
            note("campaign.why.coverage");
        else if (isEmpty(m_snapshot, m_closure, unit))
            note("campaign.why.empty");
    }

    void addCriteria(SubjectType type, RowIndex row, std::vector<WhyNode>& nodes) const
    {
        const RowIndex unit =
            type == SubjectType::Unit ? row : m_closure.home[static_cast<std::size_t>(row)];
        std::vector<WhyNode> rows;
        for (const Judgement& judgement :
             judgementsOf(m_snapshot, m_profile, m_closure, type, row)) {
            if (type == SubjectType::Unit && !judgement.binding)
                continue;
            rows.push_back({Kind::Criterion, unit, type == SubjectType::Unit ? noRow : row, type,
                            judgement.index, std::string(toString(judgement.result)),
                            describe(m_snapshot, m_profile, judgement)});
        }
        constexpr std::array<std::string_view, 4> worstFirst{"unmet", "unknown", "met", "exempt"};
        std::ranges::stable_sort(rows, {}, [&](const WhyNode& node) {
            return std::ranges::find(worstFirst, node.status) - worstFirst.begin();
        });
        nodes.insert(nodes.end(), rows.begin(), rows.end());
    }

    [[nodiscard]] WhyNode problemNode(RowIndex unit, std::size_t problem) const
    {
        return {Kind::Problem,
                unit,
                static_cast<RowIndex>(problem),
                m_snapshot.problems.subjectType[problem],
                0,
                "uncleared",
                describeProblem(m_snapshot, m_profile, problem)};
    }

    void addProblemsOfHousehold(RowIndex household, std::vector<WhyNode>& nodes) const
    {
        const ProblemColumns& problems = m_snapshot.problems;
        for (std::size_t row = 0; row < problems.size(); ++row)
            if (problems.subjectType[row] == SubjectType::Household &&
                problems.subject[row] == household && isOpen(problems, row, m_snapshot.asOf))
                nodes.push_back(
                    problemNode(m_closure.home[static_cast<std::size_t>(household)], row));
    }

    /// Units directly below that are not cleared.
    void addUnits(RowIndex unit, std::vector<WhyNode>& nodes) const
    {
        std::vector<RowIndex> open;
        const RowIndex end = subtreeEnd(m_snapshot.units, unit);
        for (RowIndex row = unit + 1; row < end; row = subtreeEnd(m_snapshot.units, row))
            if (m_closure.pending[static_cast<std::size_t>(row)].all() > 0)
                open.push_back(row);
        std::ranges::stable_sort(open, {}, [&](RowIndex row) {
            return weight(m_closure.unit[static_cast<std::size_t>(row)]);
        });
        for (const RowIndex row : open)
            nodes.push_back(this->unit(row));
    }

    void addHouseholds(RowIndex unit, std::vector<WhyNode>& nodes) const
    {
        std::vector<RowIndex> open;
        for (const std::uint32_t row : m_closure.members.of(unit))
            if (weight(m_closure.household[row]) < weight(Clear::Cleared))
                open.push_back(static_cast<RowIndex>(row));
        std::ranges::stable_sort(open, {}, [&](RowIndex row) {
            return weight(m_closure.household[static_cast<std::size_t>(row)]);
        });
        for (const RowIndex row : open)
            nodes.push_back(household(row));
    }

    const Snapshot& m_snapshot;
    const Profile& m_profile;
    const Closure& m_closure;
};

} // namespace

WhyNode whyNode(const Snapshot& snapshot, const Profile& profile, const Closure& closure,
                SubjectType type, RowIndex row)
{
    const Tree tree(snapshot, profile, closure);
    return type == SubjectType::Household ? tree.household(row) : tree.unit(row);
}

std::vector<WhyNode> whyChildren(const Snapshot& snapshot, const Profile& profile,
                                 const Closure& closure, const WhyNode& node)
{
    return Tree(snapshot, profile, closure).below(node);
}

} // namespace guatu::campaign
