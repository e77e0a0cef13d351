// SPDX-License-Identifier: MIT
#include "session/closure_signing.h"

#include "campaign/workflow.h"
#include "core/error.h"
#include "core/text.h"
#include "session/closure_workflow.h"
#include "session/login_name.h"
#include "session/tables/table_parts.h"

#include <algorithm>
#include <array>

namespace guatu::session
{
namespace
{

using campaign::SignState;

struct ActionWords {
    SignAction action;
    std::string_view word, titleId;
};
constexpr std::array actions{ActionWords{SignAction::Submit, "submit", "session.sign.submit"},
                             ActionWords{SignAction::Check, "check", "session.sign.check"},
                             ActionWords{SignAction::Approve, "approve", "session.sign.approve"},
                             ActionWords{SignAction::Reject, "reject", "session.sign.reject"},
                             ActionWords{SignAction::Reopen, "reopen", "session.sign.reopen"}};

const ActionWords& wordsOf(SignAction action)
{
    return *std::ranges::find(actions, action, &ActionWords::action);
}

campaign::Standing standingOf(const WorkspaceView& view, SubjectType type, RowIndex row)
{
    const campaign::Standings standings = campaign::standingsOf(view.snapshot);
    return (type == SubjectType::Household ? standings.household
                                           : standings.unit)[static_cast<std::size_t>(row)];
}

std::string_view stateId(SignState state)
{
    switch (state) {
    case SignState::Submitted:
        return "session.stage.submitted";
    case SignState::Checked:
        return "session.stage.checked";
    case SignState::Approved:
        return "session.stage.approved";
    case SignState::Rejected:
        return "session.stage.rejected";
    case SignState::Reopened:
        return "session.stage.reopened";
    case SignState::None:
        break;
    }
    return "session.stage.none";
}

/// Whose turn it is: of a household the village submits, the township checks, the county approves,
/// and who is asked rejects; of a unit the level above it signs.
Level turnOf(const WorkspaceView& view, const Signing& signing)
{
    if (signing.type == SubjectType::Unit) {
        const Level level = view.snapshot.units.level[static_cast<std::size_t>(signing.row)];
        return level == Level::Prefecture
                   ? level
                   : static_cast<Level>(static_cast<std::uint8_t>(level) - 1);
    }
    switch (signing.action) {
    case SignAction::Submit:
        return Level::Village;
    case SignAction::Check:
        return Level::Town;
    case SignAction::Reject:
        return standingOf(view, signing.type, signing.row).state == SignState::Submitted
                   ? Level::Town
                   : Level::County;
    case SignAction::Approve:
    case SignAction::Reopen:
        break;
    }
    return Level::County;
}

std::string codeOf(const WorkspaceView& view, SubjectType type, RowIndex row)
{
    const auto at = static_cast<std::size_t>(row);
    return type == SubjectType::Household ? std::string(view.snapshot.households.code[at])
                                          : view.snapshot.units.code[at].str();
}

} // namespace

std::optional<SignAction> signActionFromString(std::string_view word)
{
    const auto* found = std::ranges::find(actions, word, &ActionWords::word);
    return found == actions.end() ? std::nullopt : std::optional(found->action);
}

std::size_t signStep(const WorkspaceView& view, const Signing& signing)
{
    const std::string subject = codeOf(view, signing.type, signing.row);
    if (trim(signing.role).empty())
        throw inputError({"session.sign.no_role", {{"subject", subject}}});
    store::Workspace workspace = store::Workspace::open(view.file, store::Workspace::Mode::Write);
    const std::string why = "sign " + std::string(wordsOf(signing.action).word);
    return takeStep(workspace, {whoOrLogin(signing.who), why},
                    {.subjectType = signing.type,
                     .subject = subject,
                     .action = signing.action,
                     .level = signing.level.value_or(turnOf(view, signing)),
                     .on = view.snapshot.asOf,
                     .role = signing.role,
                     .note = signing.note});
}

Table signatureTable(const WorkspaceView& view, SubjectType type, RowIndex row)
{
    const ClosureSignColumns& signs = view.snapshot.closureSigns;
    Table table(
        "signatures", localText("table.signatures"),
        {column("column.signed_on", ColumnKind::Date), column("column.action", ColumnKind::Word),
         column("column.level", ColumnKind::Word), column("column.role"), column("column.note")});
    for (std::size_t i = 0; i < signs.size(); ++i)
        if (signs.subjectType[i] == type && signs.subject[i] == row)
            table.addRow({signs.on[i],
                          Word{std::string(wordsOf(signs.action[i]).word),
                               localText(wordsOf(signs.action[i]).titleId)},
                          word(view.profile, "level", toString(signs.level[i])),
                          textCell(signs.role[i]), textCell(signs.note[i])});
    const std::string code = codeOf(view, type, row);
    table.addNote({code, code});
    table.addNote(localText(stateId(standingOf(view, type, row).state)));
    return table;
}

} // namespace guatu::session
