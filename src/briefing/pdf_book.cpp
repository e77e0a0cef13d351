// SPDX-License-Identifier: MIT
#include "briefing/pdf_book.h"

#include "briefing/pdf_text.h"
#include "core/crs.h"

#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <array>

namespace guatu::briefing
{
namespace
{

QPDFObjectHandle number(double value)
{
    return QPDFObjectHandle::newReal(value, 6);
}

QPDFObjectHandle numbers(std::initializer_list<double> values)
{
    QPDFObjectHandle array = QPDFObjectHandle::newArray();
    for (const double value : values)
        array.appendItem(number(value));
    return array;
}

/// A map as a viewport with a geographic measure (ISO 32000-2, 12.10): its corners' latitudes and
/// longitudes.
QPDFObjectHandle viewport(const MapBlock& map, double top)
{
    const RectMm inner = map.inner();
    const Transform toDegrees(map.scene->crs, std::string(storeCrs));
    const auto corner = [&](double right, double up) {
        return toDegrees.forward({map.center.x + (right - 0.5) * inner.width * map.metresPerMm,
                                  map.center.y + (up - 0.5) * inner.height * map.metresPerMm});
    };
    QPDFObjectHandle points = QPDFObjectHandle::newArray();
    for (const auto& [right, up] : {std::pair{0., 0.}, {0., 1.}, {1., 1.}, {1., 0.}}) {
        const Point place = corner(right, up);
        if (!place.valid())
            return QPDFObjectHandle::newNull();
        points.appendItem(QPDFObjectHandle::newReal(place.y, 9));
        points.appendItem(QPDFObjectHandle::newReal(place.x, 9));
    }
    QPDFObjectHandle crs = QPDFObjectHandle::newDictionary();
    crs.replaceKey("/Type", QPDFObjectHandle::newName("/PROJCS"));
    crs.replaceKey("/EPSG", QPDFObjectHandle::newInteger(std::stoi(map.scene->crs.substr(5))));
    QPDFObjectHandle measure = QPDFObjectHandle::newDictionary();
    measure.replaceKey("/Type", QPDFObjectHandle::newName("/Measure"));
    measure.replaceKey("/Subtype", QPDFObjectHandle::newName("/GEO"));
    measure.replaceKey("/Bounds", numbers({0, 0, 0, 1, 1, 1, 1, 0}));
    measure.replaceKey("/LPTS", numbers({0, 0, 0, 1, 1, 1, 1, 0}));
    measure.replaceKey("/GPTS", points);
    measure.replaceKey("/GCS", crs);
    QPDFObjectHandle view = QPDFObjectHandle::newDictionary();
    view.replaceKey("/Type", QPDFObjectHandle::newName("/Viewport"));
    view.replaceKey("/Name", pdfText(map.id.empty() ? "map" : map.id));
    view.replaceKey("/BBox", numbers({inner.x * pointsPerMm, top - inner.bottom() * pointsPerMm,
                                      inner.right() * pointsPerMm, top - inner.y * pointsPerMm}));
    view.replaceKey("/Measure", measure);
    return view;
}

void addViewports(QPDFObjectHandle pdfPage, const Page& page, double top)
{
    QPDFObjectHandle views = QPDFObjectHandle::newArray();
    for (const Block& block : page.blocks)
        if (const auto* map = std::get_if<MapBlock>(&block);
            map != nullptr && map->scene->crs.starts_with("EPSG:"))
            if (QPDFObjectHandle view = viewport(*map, top); !view.isNull())
                views.appendItem(view);
    if (views.getArrayNItems() > 0)
        pdfPage.replaceKey("/VP", views);
}

} // namespace

QPDFObjectHandle pdfText(const std::string& utf8)
{
    return QPDFObjectHandle::newUnicodeString(utf8);
}

PdfBook::PdfBook() : m_book(std::make_unique<QPDF>())
{
    m_book->emptyPDF();
}

void PdfBook::add(QByteArray bytes, const Page& page)
{
    Part part;
    part.bytes = std::move(bytes);
    part.pdf = std::make_unique<QPDF>();
    part.pdf->processMemoryFile("page", part.bytes.constData(),
                                static_cast<std::size_t>(part.bytes.size()));
    QPDFPageObjectHelper sheet = QPDFPageDocumentHelper(*part.pdf).getAllPages().front();
    // Qt rounds papers to whole points; pages hang from the upper left corner.
    QPDFObjectHandle object = sheet.getObjectHandle();
    const double top = object.getKey("/MediaBox").getArrayItem(3).getNumericValue();
    QPDFObjectHandle box =
        numbers({0, top - page.height * pointsPerMm, page.width * pointsPerMm, top});
    object.replaceKey("/MediaBox", box);
    object.removeKey("/CropBox");
    addViewports(object, page, top);
    QPDFPageDocumentHelper(*m_book).addPage(sheet, false);
    m_parts.push_back(std::move(part));
}

void PdfBook::addBookmarks(const Document& document)
{
    const auto pages = QPDFPageDocumentHelper(*m_book).getAllPages();
    struct Open {
        QPDFObjectHandle node, last;
        int level;
    };
    QPDFObjectHandle root = m_book->makeIndirectObject(QPDFObjectHandle::newDictionary());
    root.replaceKey("/Type", QPDFObjectHandle::newName("/Outlines"));
    std::vector<Open> open{{root, QPDFObjectHandle::newNull(), -1}};
    long long count = 0;
    for (std::size_t i = 0; i < document.pages.size() && i < pages.size(); ++i) {
        const Page& page = document.pages[i];
        if (page.bookmark < 0)
            continue;
        while (open.size() > 1 && open.back().level >= page.bookmark)
            open.pop_back();
        Open& parent = open.back();
        QPDFObjectHandle node = m_book->makeIndirectObject(QPDFObjectHandle::newDictionary());
        node.replaceKey("/Title", pdfText(page.title));
        node.replaceKey("/Parent", parent.node);
        QPDFObjectHandle target = QPDFObjectHandle::newArray();
        target.appendItem(pages[i].getObjectHandle());
        target.appendItem(QPDFObjectHandle::newName("/Fit"));
        node.replaceKey("/Dest", target);
        if (parent.last.isNull()) {
            parent.node.replaceKey("/First", node);
        } else {
            parent.last.replaceKey("/Next", node);
            node.replaceKey("/Prev", parent.last);
        }
        parent.node.replaceKey("/Last", node);
        QPDFObjectHandle children = parent.node.getKey("/Count");
        parent.node.replaceKey(
            "/Count",
            QPDFObjectHandle::newInteger((children.isInteger() ? children.getIntValue() : 0) + 1));
        parent.last = node;
        open.push_back({node, QPDFObjectHandle::newNull(), page.bookmark});
        ++count;
    }
    root.replaceKey("/Count", QPDFObjectHandle::newInteger(count));
    m_book->getRoot().replaceKey("/Outlines", root);
    if (count > 1)
        m_book->getRoot().replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
}

/// Rectangles without a rim that lead to other pages (ISO 32000-2, 12.5.6.5).
void PdfBook::addLinks(const Document& document)
{
    const auto pages = QPDFPageDocumentHelper(*m_book).getAllPages();
    for (std::size_t i = 0; i < document.pages.size() && i < pages.size(); ++i) {
        if (document.pages[i].links.empty())
            continue;
        QPDFObjectHandle page = pages[i].getObjectHandle();
        const double top = page.getKey("/MediaBox").getArrayItem(3).getNumericValue();
        QPDFObjectHandle all = page.getKey("/Annots");
        if (!all.isArray())
            all = QPDFObjectHandle::newArray();
        for (const PageLink& link : document.pages[i].links) {
            if (link.page == 0 || link.page > pages.size())
                continue; // its page was left out
            QPDFObjectHandle target = QPDFObjectHandle::newArray();
            target.appendItem(pages[link.page - 1].getObjectHandle());
            target.appendItem(QPDFObjectHandle::newName("/Fit"));
            QPDFObjectHandle annotation = QPDFObjectHandle::newDictionary();
            annotation.replaceKey("/Type", QPDFObjectHandle::newName("/Annot"));
            annotation.replaceKey("/Subtype", QPDFObjectHandle::newName("/Link"));
            annotation.replaceKey(
                "/Rect", numbers({link.box.x * pointsPerMm, top - link.box.bottom() * pointsPerMm,
                                  link.box.right() * pointsPerMm, top - link.box.y * pointsPerMm}));
            annotation.replaceKey("/Border", numbers({0, 0, 0}));
            annotation.replaceKey("/Dest", target);
            all.appendItem(m_book->makeIndirectObject(annotation));
        }
        page.replaceKey("/Annots", all);
    }
}

QByteArray PdfBook::finish(const Document& document, std::span<const std::string> drawn)
{
    mendText(*m_book, drawn);
    addBookmarks(document);
    addLinks(document);
    QPDFObjectHandle info = QPDFObjectHandle::newDictionary();
    info.replaceKey("/Title", pdfText(document.title));
    if (!document.subject.empty())
        info.replaceKey("/Subject", pdfText(document.subject));
    if (!document.author.empty())
        info.replaceKey("/Author", pdfText(document.author));
    info.replaceKey("/Creator", pdfText("Guatu"));
    m_book->getTrailer().replaceKey("/Info", m_book->makeIndirectObject(info));
    QPDFObjectHandle preferences = QPDFObjectHandle::newDictionary();
    preferences.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
    m_book->getRoot().replaceKey("/ViewerPreferences", preferences);
    m_book->getRoot().replaceKey("/Lang",
                                 pdfText(document.language == Language::English ? "en" : "zh-CN"));
    QPDFWriter writer(*m_book);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()),
            static_cast<qsizetype>(buffer->getSize())};
}

} // namespace guatu::briefing
