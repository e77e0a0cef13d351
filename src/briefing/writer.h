// SPDX-License-Identifier: MIT
#pragma once

#include "briefing/page.h"
#include "briefing/paint_page.h"
#include "core/progress.h"

#include <QByteArray>

#include <filesystem>
#include <span>

namespace guatu::briefing
{

// Files are written under another name and take their own at the end: there is never half of one.
// All throw Error(Input) when a file cannot be written, naming it, and Cancelled when stopped.

/// Vector pages with embedded subsets of the faces, words that can be found and copied, bookmarks,
/// and maps that a GIS reads coordinates from. Pages are painted on all cores.
void writePdf(const Document& document, const std::filesystem::path& file, bool overwrite,
              const PaintOptions& options = {}, const Progress& progress = {});

/// One page as a document of its own, as Qt writes it: see PdfBook for what it lacks.
struct PagePdf {
    QByteArray bytes;
    PaintedPage painted;
};
[[nodiscard]] PagePdf paintPdf(const Page& page, const PaintOptions& options = {});

/// Mends the words of a PDF that the program's own printing has written; see mendedText(). A file
/// that is no PDF, as a printer's, is left as it is.
void mendPrinted(const std::filesystem::path& file, std::span<const std::string> drawn);

/// One page as SVG with words as text.
void writeSvg(const Page& page, const std::filesystem::path& file, bool overwrite,
              const PaintOptions& options = {});

/// One page as PNG or TIFF, by the file's extension, with its resolution in the file.
void writeImage(const Page& page, const std::filesystem::path& file, double dpi, bool overwrite,
                const PaintOptions& options = {});

/// PDF, SVG, PNG or TIFF by the extension; of several pages all but PDF get a number behind the
/// name. Throws Error(Input) for another extension.
/// Gives the files that were written, in order.
std::vector<std::filesystem::path> writeDocument(const Document& document,
                                                 const std::filesystem::path& file, double dpi,
                                                 bool overwrite, const PaintOptions& options = {},
                                                 const Progress& progress = {});

/// Files as a message names them: the only one, or the first and the last.
[[nodiscard]] std::string namesOf(const std::vector<std::filesystem::path>& files);

/// Bytes to a file, whole or not at all.
void writeWhole(const std::filesystem::path& file, const QByteArray& bytes, bool overwrite);

/// All texts that stand on a page apart from maps.
[[nodiscard]] std::vector<std::string> textsOf(const Page& page);

} // namespace guatu::briefing
