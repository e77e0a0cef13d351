// SPDX-License-Identifier: MIT
#include "briefing/wall_map.h"

#include "briefing/page_font.h"
#include "briefing/pdf_book.h"
#include "briefing/pdf_text.h"
#include "core/error.h"
#include "exchange/whole_file.h"

#include <fmt/format.h>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <algorithm>
#include <cmath>
#include <map>

namespace guatu::briefing
{
namespace
{

constexpr double pt = pointsPerMm;

std::string label(int row, int column, const TilePlan& plan, Language language)
{
    return text({"briefing.tile.label",
                 {{"row", std::to_string(row + 1)},
                  {"column", std::to_string(column + 1)},
                  {"number", std::to_string(row * plan.columns + column + 1)},
                  {"count", std::to_string(plan.rows * plan.columns)}}},
                language);
}

Page emptySheet(const Page& page, const TilePlan& plan, std::string title)
{
    Page sheet;
    sheet.width = plan.width;
    sheet.height = plan.height;
    sheet.title = std::move(title);
    sheet.unit = page.unit;
    sheet.asOf = page.asOf;
    return sheet;
}

/// A sheet with its label in the lower margin; the map is laid under it afterwards.
Page labelledSheet(const Page& page, const TilePlan& plan, int row, int column, Language language)
{
    const std::string words = label(row, column, plan, language);
    Page sheet = emptySheet(page, plan, words);
    const TextStyle style{8, false, false, {86, 97, 110, 255}};
    sheet.blocks.emplace_back(
        TextBlock{{plan.margin + 12, plan.height - plan.margin + 1.5, plan.usableWidth() - 24, 5},
                  {{{{page.title + "  " + words, style}}, Align::Left}}});
    return sheet;
}

/// Where the shrunk page stands on the plan of assembly, and how much it is shrunk.
struct Miniature {
    Miniature(const Page& page, const TilePlan& plan)
    {
        const double width = plan.width - 40;
        const double height = plan.height - 60;
        k = std::min(width / page.width, height / page.height);
        left = (plan.width - page.width * k) / 2;
        top = 38;
    }
    double k, left, top;
};

Page planSheet(const Page& page, const TilePlan& plan, Language language)
{
    Page sheet = emptySheet(page, plan, text("briefing.tile.plan", language));
    const Miniature mini(page, plan);
    sheet.blocks.emplace_back(
        TextBlock{{15, 8, plan.width - 30, 12},
                  {{{{text("briefing.tile.plan", language), {18, false, true}}}, Align::Left}}});
    sheet.blocks.emplace_back(
        TextBlock{{15, 19, plan.width - 30, 16},
                  {{{{text({"briefing.tile.how",
                            {{"count", std::to_string(plan.rows * plan.columns)},
                             {"rows", std::to_string(plan.rows)},
                             {"columns", std::to_string(plan.columns)},
                             {"overlap", fmt::format("{:g}", plan.overlap)}}},
                           language),
                      {10}}},
                    Align::Left}}});
    for (int row = 0; row < plan.rows; ++row)
        for (int column = 0; column < plan.columns; ++column)
            sheet.blocks.emplace_back(StampBlock{
                {mini.left + (plan.left(column) + plan.usableWidth() / 2) * mini.k - 7,
                 mini.top + (plan.top(row) + plan.usableHeight() / 2) * mini.k - 5, 14, 10},
                {std::to_string(row * plan.columns + column + 1),
                 {16, false, true, {0x1D, 0x4F, 0x91, 255}}},
                true});
    return sheet;
}

std::string line(double x1, double y1, double x2, double y2)
{
    return fmt::format("{:.3f} {:.3f} m {:.3f} {:.3f} l S\n", x1 * pt, y1 * pt, x2 * pt, y2 * pt);
}

/// Lines outside the corners of a sheet's part, and where the next sheet begins. y up, from the
/// sheet's lower edge.
std::string cropMarks(const TilePlan& plan, int row, int column)
{
    std::string marks = "0.35 w 0 0 0 RG\n";
    const double m = plan.margin;
    const auto mark = [&](double x, double y) {
        const double out = m - 1.5;
        const bool isLeft = x < plan.width / 2;
        const bool isLow = y < plan.height / 2;
        marks += line(isLeft ? m - out : plan.width - m + out, y,
                      isLeft ? m - 0.8 : plan.width - m + 0.8, y);
        marks += line(x, isLow ? m - out : plan.height - m + out, x,
                      isLow ? m - 0.8 : plan.height - m + 0.8);
    };
    for (const double x : {m, plan.width - m})
        for (const double y : {m, plan.height - m})
            mark(x, y);
    marks += "[2 2] 0 d\n";
    if (column + 1 < plan.columns)
        for (const double y : {m * 0.55, plan.height - m * 0.55})
            marks +=
                line(plan.width - m - plan.overlap, y - 2, plan.width - m - plan.overlap, y + 2);
    if (row + 1 < plan.rows)
        for (const double x : {m * 0.55, plan.width - m * 0.55})
            marks += line(x - 2, m + plan.overlap, x + 2, m + plan.overlap);
    return marks + "[] 0 d\n";
}

/// The page as a form, and the height of its upper edge in points.
struct Form {
    QPDFObjectHandle object;
    double top;
};

/// Lays the form under what a sheet holds already.
void layUnder(QPDF& pdf, QPDFPageObjectHelper sheet, const Form& form, const std::string& before,
              const std::string& marks)
{
    QPDFObjectHandle object = sheet.getObjectHandle();
    QPDFObjectHandle resources = sheet.getAttribute("/Resources", true);
    QPDFObjectHandle forms = resources.getKey("/XObject");
    if (!forms.isDictionary()) {
        forms = QPDFObjectHandle::newDictionary();
        resources.replaceKey("/XObject", forms);
    }
    forms.replaceKey("/GuatuMap", form.object);
    const auto stream = [&pdf](const std::string& content) {
        return QPDFObjectHandle::newStream(&pdf, content);
    };
    sheet.addPageContents(stream("q\n" + before + "/GuatuMap Do\nQ\nq\n" + marks + "Q\nq\n"), true);
    sheet.addPageContents(stream("\nQ\n"), false);
    (void)object;
}

std::string placed(double k, double x, double y)
{
    return fmt::format("{:.6f} 0 0 {:.6f} {:.4f} {:.4f} cm\n", k, k, x, y);
}

std::string clipped(double x, double y, double width, double height)
{
    return fmt::format("{:.4f} {:.4f} {:.4f} {:.4f} re W n\n", x * pt, y * pt, width * pt,
                       height * pt);
}

void layTile(QPDF& pdf, QPDFPageObjectHelper sheet, const Form& form, const TilePlan& plan, int row,
             int column)
{
    const double low =
        sheet.getObjectHandle().getKey("/MediaBox").getArrayItem(1).getNumericValue();
    const double x = (plan.margin - plan.left(column)) * pt;
    const double y = (plan.height - plan.margin + plan.top(row)) * pt - form.top;
    const std::string shift = placed(1, 0, low);
    layUnder(pdf, sheet, form,
             shift + clipped(plan.margin, plan.margin, plan.usableWidth(), plan.usableHeight()) +
                 placed(1, x, y),
             shift + cropMarks(plan, row, column));
}

void layMiniature(QPDF& pdf, QPDFPageObjectHelper sheet, const Form& form, const Page& page,
                  const TilePlan& plan)
{
    const double low =
        sheet.getObjectHandle().getKey("/MediaBox").getArrayItem(1).getNumericValue();
    const Miniature mini(page, plan);
    std::string grid = placed(1, 0, low) + "0.6 w 0.11 0.31 0.57 RG\n";
    for (int row = 0; row < plan.rows; ++row)
        for (int column = 0; column < plan.columns; ++column)
            grid += fmt::format(
                "{:.3f} {:.3f} {:.3f} {:.3f} re S\n", (mini.left + plan.left(column) * mini.k) * pt,
                (plan.height - mini.top - (plan.top(row) + plan.usableHeight()) * mini.k) * pt,
                plan.usableWidth() * mini.k * pt, plan.usableHeight() * mini.k * pt);
    layUnder(pdf, sheet, form,
             placed(1, 0, low) +
                 placed(mini.k, mini.left * pt, (plan.height - mini.top) * pt - form.top * mini.k),
             grid);
}

} // namespace

TilePlan tilePlan(double pageWidth, double pageHeight, const std::string& paper, double overlap)
{
    static const std::map<std::string, std::pair<double, double>> papers{{"A4", {210, 297}},
                                                                         {"A3", {297, 420}},
                                                                         {"A2", {420, 594}},
                                                                         {"A1", {594, 841}},
                                                                         {"A0", {841, 1189}}};
    const auto found = papers.find(paper);
    if (found == papers.end())
        throw inputError({"briefing.tile.bad_paper", {{"paper", paper}}});
    TilePlan best;
    for (const bool isLying : {false, true}) {
        TilePlan plan;
        plan.width = isLying ? found->second.second : found->second.first;
        plan.height = isLying ? found->second.first : found->second.second;
        plan.overlap = overlap;
        const double stepX = plan.usableWidth() - overlap;
        const double stepY = plan.usableHeight() - overlap;
        if (overlap < 0 || stepX <= 10 || stepY <= 10)
            throw inputError(
                {"briefing.tile.bad_overlap", {{"overlap", fmt::format("{:g}", overlap)}}});
        plan.columns =
            std::max(1, static_cast<int>(std::ceil((pageWidth - overlap) / stepX - 1e-9)));
        plan.rows = std::max(1, static_cast<int>(std::ceil((pageHeight - overlap) / stepY - 1e-9)));
        if (!isLying || plan.columns * plan.rows < best.columns * best.rows)
            best = plan;
    }
    return best;
}

void writeTiles(const Page& page, const TilePlan& plan, Language language,
                const std::filesystem::path& file, bool overwrite, const PaintOptions& options)
{
    (void)exchange::WholeFile(file, overwrite);
    PagePdf whole = paintPdf(page, options);
    std::vector<std::string> drawn = textsOf(page);
    drawn.insert(drawn.end(), whole.painted.texts.begin(), whole.painted.texts.end());

    Document document;
    document.language = language;
    document.title = page.title;
    document.pages.push_back(planSheet(page, plan, language));
    for (int row = 0; row < plan.rows; ++row)
        for (int column = 0; column < plan.columns; ++column)
            document.pages.push_back(labelledSheet(page, plan, row, column, language));
    PdfBook book;
    for (const Page& sheet : document.pages) {
        book.add(paintPdf(sheet, options).bytes, sheet);
        const auto texts = textsOf(sheet);
        drawn.insert(drawn.end(), texts.begin(), texts.end());
    }
    QPDF source;
    source.processMemoryFile("page", whole.bytes.constData(),
                             static_cast<std::size_t>(whole.bytes.size()));
    QPDFPageObjectHelper sourcePage = QPDFPageDocumentHelper(source).getAllPages().front();
    const double top =
        sourcePage.getObjectHandle().getKey("/MediaBox").getArrayItem(3).getNumericValue();
    const Form form{book.pdf().copyForeignObject(sourcePage.getFormXObjectForPage()), top};
    auto sheets = QPDFPageDocumentHelper(book.pdf()).getAllPages();
    layMiniature(book.pdf(), sheets.front(), form, page, plan);
    for (int row = 0; row < plan.rows; ++row)
        for (int column = 0; column < plan.columns; ++column)
            layTile(book.pdf(), sheets[static_cast<std::size_t>(1 + row * plan.columns + column)],
                    form, plan, row, column);
    writeWhole(file, book.finish(document, drawn), overwrite);
}

} // namespace guatu::briefing
