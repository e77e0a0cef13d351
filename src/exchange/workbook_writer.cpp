// SPDX-License-Identifier: MIT
#include "core/error.h"
#include "core/text.h"
#include "core/text_width.h"
#include "exchange/table_writer.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>

namespace guatu::exchange
{
namespace
{

constexpr std::size_t mostRows = LXW_ROW_MAX;
constexpr std::size_t mostCharacters = 32'767; ///< in a cell
constexpr int narrowest = 6;                   ///< column, in digits
constexpr int widest = 60;
constexpr int deepestOutline = 7;

const char* fontOf(Language language)
{
    return language == Language::Chinese ? "宋体" : "Calibri";
}

/// A text that a cell can hold.
std::string cellText(const std::string& text)
{
    if (text.size() <= mostCharacters)
        return text;
    std::u32string points = decodeUtf8(text);
    if (points.size() <= mostCharacters)
        return text;
    points.resize(mostCharacters - 1);
    return encodeUtf8(points) + "…";
}

/// Formats of a workbook, each made once.
class Formats
{
public:
    Formats(lxw_workbook* workbook, Language language) : m_workbook(workbook), m_language(language)
    {
    }

    struct Look {
        std::string number{}; ///< number format
        bool bold = false, header = false, title = false, grey = false, wrap = false;
        int indent = 0;
        auto operator<=>(const Look&) const = default;
    };

    lxw_format* get(const Look& look)
    {
        lxw_format*& format = m_formats[look];
        if (format == nullptr)
            format = make(look);
        return format;
    }

private:
    lxw_format* make(const Look& look)
    {
        lxw_format* format = workbook_add_format(m_workbook);
        format_set_font_name(format, fontOf(m_language));
        format_set_font_size(format, look.title ? 14 : 11);
        format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
        if (look.bold || look.header || look.title)
            format_set_bold(format);
        if (look.grey)
            format_set_font_color(format, 0x7F7F7F);
        if (look.wrap)
            format_set_text_wrap(format);
        if (look.indent > 0)
            format_set_indent(format, static_cast<uint8_t>(look.indent));
        if (!look.number.empty())
            format_set_num_format(format, look.number.c_str());
        if (look.header) {
            format_set_align(format, LXW_ALIGN_CENTER);
            format_set_text_wrap(format);
            format_set_bg_color(format, 0xDDEBF7);
            format_set_border(format, LXW_BORDER_THIN);
        }
        return format;
    }

    lxw_workbook* m_workbook;
    Language m_language;
    std::map<Look, lxw_format*> m_formats;
};

std::string numberFormat(const TableColumn& column, const TableCell& cell)
{
    const auto* value = std::get_if<double>(&cell);
    const int digits = value == nullptr ? column.decimals : column.decimalsFor(*value);
    const std::string decimals =
        digits > 0 ? "." + std::string(static_cast<std::size_t>(digits), '0') : std::string{};
    switch (column.kind) {
    case ColumnKind::Integer:
        return "#,##0";
    case ColumnKind::Decimal:
        return "#,##0" + decimals;
    case ColumnKind::Percent:
        return "0" + decimals + "%";
    case ColumnKind::Date:
        return "yyyy-mm-dd";
    case ColumnKind::Text:
    case ColumnKind::Word:
        break;
    }
    return "@";
}

/// Writes one table to one sheet.
class Sheet
{
public:
    Sheet(lxw_worksheet* sheet, const Table& table, Language language, Formats& formats)
        : m_sheet(sheet), m_table(table), m_language(language), m_formats(formats)
    {
        for (const TableColumn& column : table.columns())
            m_widths.push_back(std::min(textWidth(column.title.in(language)), widest / 3));
    }

    void write(const WorkbookOptions& options)
    {
        if (options.titleBlock)
            writeTitle();
        const lxw_row_t header = m_row;
        writeHeader();
        for (std::size_t row = 0; row < m_table.size(); ++row)
            writeRow(m_table.row(row), m_table.depth(row), false);
        const lxw_row_t last = m_row - 1;
        if (m_table.total())
            writeRow(*m_table.total(), 0, true);
        setUp(header, last);
    }

private:
    [[nodiscard]] lxw_col_t columns() const
    {
        return static_cast<lxw_col_t>(m_table.columns().size());
    }

    void writeTitle()
    {
        const auto line = [this](const std::string& text, const Formats::Look& look) {
            worksheet_write_string(m_sheet, m_row++, 0, cellText(text).c_str(),
                                   m_formats.get(look));
        };
        line(m_table.title().in(m_language), {.title = true});
        for (const LocalText& note : m_table.notes())
            line(note.in(m_language), {.grey = true});
    }

    void writeHeader()
    {
        for (lxw_col_t i = 0; i < columns(); ++i)
            worksheet_write_string(m_sheet, m_row, i,
                                   m_table.columns()[i].title.in(m_language).c_str(),
                                   m_formats.get({.header = true}));
        ++m_row;
    }

    void writeRow(const Table::Row& row, int depth, bool total)
    {
        for (lxw_col_t i = 0; i < columns(); ++i)
            writeCell(i, row[i], depth, total);
        if (m_table.hasDepths() && depth > 0) {
            lxw_row_col_options level{.hidden = 0,
                                      .level =
                                          static_cast<uint8_t>(std::min(depth, deepestOutline)),
                                      .collapsed = 0};
            worksheet_set_row_opt(m_sheet, m_row, LXW_DEF_ROW_HEIGHT, nullptr, &level);
        }
        ++m_row;
    }

    void writeCell(lxw_col_t at, const TableCell& cell, int depth, bool total)
    {
        const TableColumn& column = m_table.columns()[at];
        const std::string text = shown(cell, column, m_language);
        m_widths[at] =
            std::max(m_widths[at], std::min(textWidth(text) + (at == 0 ? 2 * depth : 0), widest));
        Formats::Look look{.bold = total || (m_table.hasDepths() && depth == 0),
                           .wrap = textWidth(text) > widest,
                           .indent = at == 0 ? depth : 0};
        if (std::holds_alternative<Blank>(cell)) {
            worksheet_write_blank(m_sheet, m_row, at, m_formats.get(look));
            return;
        }
        if (std::holds_alternative<Unknown>(cell)) {
            look.grey = true;
            worksheet_write_string(m_sheet, m_row, at, text.c_str(), m_formats.get(look));
            return;
        }
        look.number = numberFormat(column, cell);
        writeValue(at, cell, text, m_formats.get(look));
    }

    void writeValue(lxw_col_t at, const TableCell& cell, const std::string& text,
                    lxw_format* format)
    {
        if (const auto* count = std::get_if<std::int64_t>(&cell)) {
            worksheet_write_number(m_sheet, m_row, at, static_cast<double>(*count), format);
        } else if (const auto* value = std::get_if<double>(&cell)) {
            const bool percent = m_table.columns()[at].kind == ColumnKind::Percent;
            worksheet_write_number(m_sheet, m_row, at, percent ? *value / 100 : *value, format);
        } else if (const auto* date = std::get_if<Date>(&cell)) {
            lxw_datetime day{.year = date->year(),
                             .month = date->month(),
                             .day = date->day(),
                             .hour = 0,
                             .min = 0,
                             .sec = 0};
            worksheet_write_datetime(m_sheet, m_row, at, &day, format);
        } else {
            worksheet_write_string(m_sheet, m_row, at, cellText(text).c_str(), format);
        }
    }

    /// What shows and prints well: frozen and repeated headers, filters, widths, paper.
    void setUp(lxw_row_t header, lxw_row_t last)
    {
        for (lxw_col_t i = 0; i < columns(); ++i)
            worksheet_set_column(m_sheet, i, i, std::max(m_widths[i], narrowest) + 2, nullptr);
        worksheet_freeze_panes(m_sheet, header + 1, 0);
        worksheet_repeat_rows(m_sheet, header, header);
        if (last > header && columns() > 0)
            worksheet_autofilter(m_sheet, header, 0, last, static_cast<lxw_col_t>(columns() - 1));
        if (m_table.hasDepths())
            worksheet_outline_settings(m_sheet, LXW_TRUE, LXW_FALSE, LXW_FALSE, LXW_FALSE);
        worksheet_set_landscape(m_sheet);
        constexpr uint8_t a4 = 9;
        worksheet_set_paper(m_sheet, a4);
        worksheet_fit_to_pages(m_sheet, 1, 0);
        worksheet_set_footer(m_sheet, "&C&P / &N");
    }

    lxw_worksheet* m_sheet;
    const Table& m_table;
    Language m_language;
    Formats& m_formats;
    lxw_row_t m_row = 0;
    std::vector<int> m_widths;
};

void checkSizes(std::span<const Table> tables, Language language)
{
    for (const Table& table : tables) {
        const std::size_t rows = table.size() + table.notes().size() + 3;
        if (rows > mostRows)
            throw inputError({"table.too_long",
                              {{"table", table.title().in(language)},
                               {"rows", withThousands(static_cast<long long>(table.size()))},
                               {"limit", withThousands(static_cast<long long>(mostRows))}}});
    }
}

Error notWritten(const std::filesystem::path& file)
{
    return inputError({"table.not_written", {{"file", file.string()}}});
}

} // namespace

void writeWorkbook(const std::filesystem::path& file, std::span<const Table> tables,
                   Language language, const WorkbookOptions& options)
{
    checkSizes(tables, language);
    lxw_workbook* workbook = workbook_new(file.c_str());
    if (workbook == nullptr)
        throw notWritten(file);
    Formats formats(workbook, language);
    std::vector<std::string> titles;
    for (const Table& table : tables)
        titles.push_back(table.title().in(language));
    const std::vector<std::string> names = sheetNames(titles);
    bool good = true;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        lxw_worksheet* sheet = workbook_add_worksheet(workbook, names[i].c_str());
        good = good && sheet != nullptr;
        if (sheet != nullptr)
            Sheet(sheet, tables[i], language, formats).write(options);
    }
    // Closing frees the workbook, whether or not it could be written.
    if (workbook_close(workbook) != LXW_NO_ERROR || !good)
        throw notWritten(file);
}

} // namespace guatu::exchange
