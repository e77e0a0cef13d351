// SPDX-License-Identifier: MIT
#pragma once

#include "store/workspace.h"

namespace guatu::session
{

/// A step of the closure workflow as a user asks for it.
struct StepRequest {
    SubjectType subjectType; ///< Household or Unit
    std::string subject;     ///< household code or unit code
    SignAction action;
    Level level; ///< whose signature it is
    Date on;
    std::string role{}; ///< the office that signs
    std::string note{};
};

/// Takes one step, if the rules let it be taken on the data of that day; a reopening takes back
/// the signed units above as well. Returns how many signatures were added. Throws Error(Input)
/// with the reason when it may not be taken, or for a subject that there is none of.
std::size_t takeStep(store::Workspace& workspace, const store::ChangeReason& reason,
                     const StepRequest& request);

/// Takes back every chain that the data of the day no longer bear out: a `reopen` for the
/// household and for every signed unit above. Imports call it. Returns how many signatures were
/// added.
std::size_t reopenFallen(store::Workspace& workspace, const store::ChangeReason& reason, Date on);

} // namespace guatu::session
