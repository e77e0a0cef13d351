// SPDX-License-Identifier: MIT
#include "session/why_tree.h"

#include "session/tables/table_parts.h"

namespace guatu::session
{
namespace
{

using campaign::WhyNode;

/// Opens nodes from the top down.
class Opener
{
public:
    Opener(const WorkspaceView& view, int depth, std::size_t limit)
        : m_view(view), m_deepest(depth), m_limit(limit)
    {
    }

    void open(WhyNode node, int depth)
    {
        const std::size_t line = m_lines.size();
        m_lines.push_back({std::move(node), depth});
        if (depth >= m_deepest || !m_lines[line].node.expandable)
            return;
        std::vector<WhyNode> children = campaign::whyChildren(m_view.snapshot, m_view.profile,
                                                              m_view.closure, m_lines[line].node);
        const std::size_t shown =
            m_limit == 0 ? children.size() : std::min(m_limit, children.size());
        for (std::size_t i = 0; i < shown; ++i)
            open(std::move(children[i]), depth + 1);
        m_lines[line].omitted = children.size() - shown;
    }

    [[nodiscard]] std::vector<WhyLine> take() { return std::move(m_lines); }

private:
    const WorkspaceView& m_view;
    int m_deepest;
    std::size_t m_limit;
    std::vector<WhyLine> m_lines;
};

Word kindWord(WhyNode::Kind kind)
{
    switch (kind) {
    case WhyNode::Kind::Unit:
        return {"unit", localText("table.unit")};
    case WhyNode::Kind::Ungrouped:
        return {"ungrouped", localText("table.ungrouped")};
    case WhyNode::Kind::Household:
        return {"household", localText("table.household")};
    case WhyNode::Kind::Criterion:
        return {"criterion", localText("column.criterion")};
    case WhyNode::Kind::Problem:
        return {"problem", localText("table.problem")};
    case WhyNode::Kind::Note:
        break;
    }
    return {"note", localText("table.note")};
}

TableCell codeOf(const WorkspaceView& view, const WhyNode& node)
{
    const Snapshot& snapshot = view.snapshot;
    const auto row = static_cast<std::size_t>(node.row);
    switch (node.kind) {
    case WhyNode::Kind::Unit:
    case WhyNode::Kind::Ungrouped:
        return unitCode(snapshot.units, node.unit);
    case WhyNode::Kind::Household:
        return std::string(snapshot.households.code[row]);
    case WhyNode::Kind::Problem:
        return snapshot.problems.code[row];
    case WhyNode::Kind::Criterion:
    case WhyNode::Kind::Note:
        break;
    }
    return Blank{};
}

/// A status word has its title in one of two lists.
TableCell statusCell(const Profile& profile, const std::string& status)
{
    if (status.empty())
        return Blank{};
    for (const char* list : {"clear", "criterion_result", "problem_state"}) {
        Word found = word(profile, list, status);
        if (found.title.zh != status)
            return found;
    }
    return Word{status, {status, status}};
}

} // namespace

std::vector<WhyLine> whyTree(const WorkspaceView& view, SubjectType type, RowIndex row, int depth,
                             std::size_t limit)
{
    Opener opener(view, depth, limit);
    opener.open(campaign::whyNode(view.snapshot, view.profile, view.closure, type, row), 0);
    return opener.take();
}

Table whyTable(const WorkspaceView& view, const std::vector<WhyLine>& lines)
{
    Table table("why", localText("table.why"),
                {column("column.text"), column("column.depth", ColumnKind::Integer),
                 column("column.kind", ColumnKind::Word), column("column.status", ColumnKind::Word),
                 column("column.code"), column("column.omitted_lines", ColumnKind::Integer)});
    for (const WhyLine& line : lines)
        table.addRow({line.node.text, std::int64_t{line.depth}, kindWord(line.node.kind),
                      statusCell(view.profile, line.node.status), codeOf(view, line.node),
                      static_cast<std::int64_t>(line.omitted)},
                     line.depth);
    return table;
}

} // namespace guatu::session
