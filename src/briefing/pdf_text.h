// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <span>
#include <string>

class QPDF;

namespace guatu::briefing
{

/// Mends the text layer of a document that Qt has written, so that words are found and copied as
/// they were drawn: 户 and not the radical U+2F3E, a blank and not a tabulator, characters beyond
/// the basic plane at all. Qt looks glyphs up backwards and takes the first code point with the
/// glyph. Here each such code point gives way to the usual one that has the same glyph in the
/// same face, those in `drawn` before others.
///
/// `drawn`: texts on the pages, UTF-8; needed for characters beyond the basic plane. Pages are left
/// as they look. Throws Error(Internal) for bytes that are no PDF.
[[nodiscard]] QByteArray mendedText(const QByteArray& pdf, std::span<const std::string> drawn);

/// The same in an open document.
void mendText(QPDF& pdf, std::span<const std::string> drawn);

} // namespace guatu::briefing
