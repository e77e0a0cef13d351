// SPDX-License-Identifier: MIT
#pragma once

#include "briefing/page.h"

#include <QByteArray>

#include <qpdf/QPDF.hh>

#include <memory>
#include <vector>

namespace guatu::briefing
{

/// Joins pages that were painted apart: exact paper sizes, positions of the maps, bookmarks, links,
/// title.
class PdfBook
{
public:
    PdfBook();

    /// A document of one page, that was painted from `page`, behind those before.
    void add(QByteArray bytes, const Page& page);
    /// The finished document. `drawn`: see mendText().
    [[nodiscard]] QByteArray finish(const Document& document, std::span<const std::string> drawn);

    [[nodiscard]] QPDF& pdf() { return *m_book; }

private:
    struct Part {
        QByteArray bytes;
        std::unique_ptr<QPDF> pdf;
    };
    void addBookmarks(const Document& document);
    void addLinks(const Document& document);

    std::unique_ptr<QPDF> m_book;
    std::vector<Part> m_parts; ///< streams are read from them until the end
};

/// Points of a millimetre.
inline constexpr double pointsPerMm = 72 / 25.4;

/// A text of a document as PDF keeps it.
[[nodiscard]] QPDFObjectHandle pdfText(const std::string& utf8);

} // namespace guatu::briefing
