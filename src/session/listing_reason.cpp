// SPDX-License-Identifier: MIT
#include "session/listing_reason.h"

#include "campaign/listing_reason.h"

namespace guatu::session
{

Message listingReason(const WorkspaceView& view, std::size_t rule, SubjectType subjectType,
                      RowIndex subject)
{
    return campaign::listingReason(view.snapshot, view.profile, view.closure, view.listings, rule,
                                   subjectType, subject);
}

std::optional<std::size_t> ruleOfListing(const WorkspaceView& view, std::size_t listing)
{
    return campaign::ruleOfListing(view.snapshot, view.profile, view.listings, listing);
}

} // namespace guatu::session
