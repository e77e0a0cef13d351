// SPDX-License-Identifier: MIT
#include "session/closure_workflow.h"

#include "campaign/workflow.h"
#include "core/error.h"

namespace guatu::session
{
namespace
{

RowIndex findSubject(const Snapshot& snapshot, const StepRequest& request)
{
    if (request.subjectType == SubjectType::Household) {
        for (std::size_t row = 0; row < snapshot.households.size(); ++row)
            if (snapshot.households.code[row] == request.subject)
                return static_cast<RowIndex>(row);
    } else if (const auto code = UnitCode::parse(request.subject);
               code && request.subjectType == SubjectType::Unit) {
        if (const RowIndex row = findUnit(snapshot.units, *code); row != noRow)
            return row;
    }
    throw inputError(
        {"workflow.no_subject", {{"subject", request.subject}, {"date", request.on.iso()}}});
}

store::Signature signatureOf(const Snapshot& snapshot, const campaign::Step& step,
                             const std::string& role, const std::string& note)
{
    const auto row = static_cast<std::size_t>(step.subject);
    return {step.subjectType,
            step.subjectType == SubjectType::Household ? std::string(snapshot.households.code[row])
                                                       : snapshot.units.code[row].str(),
            step.level,
            step.action,
            step.on,
            role,
            note};
}

} // namespace

std::size_t takeStep(store::Workspace& workspace, const store::ChangeReason& reason,
                     const StepRequest& request)
{
    const Snapshot snapshot = workspace.snapshot(request.on);
    const auto closure = campaign::closeUp(snapshot, workspace.profile());
    const auto standings = campaign::standingsOf(snapshot);
    const campaign::Step step{request.subjectType, findSubject(snapshot, request), request.level,
                              request.action, request.on};
    if (auto refused = campaign::refusal(snapshot, closure, standings, step))
        throw inputError(std::move(*refused));
    std::vector<store::Signature> signatures{
        signatureOf(snapshot, step, request.role, request.note)};
    if (step.action == SignAction::Reopen)
        for (const auto& above : campaign::reopeningsAbove(snapshot, closure, standings, step))
            signatures.push_back(signatureOf(snapshot, above, request.role, request.note));
    workspace.sign(reason, signatures);
    return signatures.size();
}

std::size_t reopenFallen(store::Workspace& workspace, const store::ChangeReason& reason, Date on)
{
    const Snapshot snapshot = workspace.snapshot(on);
    const auto closure = campaign::closeUp(snapshot, workspace.profile());
    std::vector<store::Signature> signatures;
    for (const auto& step :
         campaign::reopenings(snapshot, closure, campaign::standingsOf(snapshot)))
        signatures.push_back(signatureOf(snapshot, step, {}, reason.why));
    workspace.sign(reason, signatures);
    return signatures.size();
}

} // namespace guatu::session
