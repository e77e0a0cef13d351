// SPDX-License-Identifier: MIT
#pragma once

#include "briefing/page.h"
#include "core/progress.h"

class QPrinter;

namespace guatu::desktop
{

/// Prints pages at their true size, as vectors; a PDF file is written whole or not at all. Runs on
/// any thread. Throws Error(Input) when the printer or file cannot be written or figures clash,
/// Cancelled when stopped.
void printDocument(QPrinter& printer, const briefing::Document& document, const Progress& progress);

} // namespace guatu::desktop
