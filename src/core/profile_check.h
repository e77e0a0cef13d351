// SPDX-License-Identifier: MIT
#pragma once

#include "core/json_document.h"

namespace guatu
{

/// Checks what the schema of profiles cannot say: that names lead somewhere, that thresholds are
/// whole, that ids differ. Throws Error(Input) for the first fault.
void checkProfile(const JsonNode& profile);

} // namespace guatu
