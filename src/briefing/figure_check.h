// SPDX-License-Identifier: MIT
#pragma once

#include "briefing/page.h"
#include "session/number_guard.h"

#include <span>

namespace guatu::briefing
{

/// Throws Error(Input) when two pages of a document give the same quantity of the same unit at the
/// same day differently, or when the total of a table of units is not the sum of its widest rows:
/// then nothing is written. Names both places.
void requireAgreement(const Document& document);

/// The same, and that no figure differs from one of `others`: of lists, sentences and pages that
/// are handed out with the document.
void requireAgreement(const Document& document, std::span<const session::CheckedFigure> others);

} // namespace guatu::briefing
