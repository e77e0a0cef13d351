// SPDX-License-Identifier: MIT
#include "session/pack.h"

#include "core/definition_reader.h"
#include "core/error.h"
#include "core/json_schema.h"
#include "session/masked_table.h"
#include "session/reports.h"
#include "session/tables/status_table.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace guatu::session
{
namespace
{

namespace fs = std::filesystem;

PackParagraph paragraphOf(const JsonNode& node)
{
    PackParagraph paragraph;
    paragraph.isHeading = node.has("heading");
    paragraph.text = readAs<LocalText>(node[paragraph.isHeading ? "heading" : "text"]);
    take(node, "each", paragraph.each);
    take(node, "when", paragraph.when);
    take(node, "join", paragraph.join);
    take(node, "end", paragraph.end);
    take(node, "none", paragraph.none);
    return paragraph;
}

std::vector<Table> reportOf(const WorkspaceView& view, const std::string& report, RowIndex unit)
{
    if (report == "special")
        return specialReport(view, unit);
    if (report != "monthly")
        return briefingReport(view, unit);
    std::vector<Table> tables{statusTable(view, unit)};
    std::ranges::move(monthlyReport(view, unit), std::back_inserter(tables));
    return tables;
}

/// A cell in a sentence: as lists show it, without the blank before a percent sign in Chinese.
std::string said(const TableCell& cell, const TableColumn& column, Language language)
{
    std::string words = shown(cell, column, language);
    if (language == Language::Chinese)
        if (const std::size_t blank = words.find(" %"); blank != std::string::npos)
            words.erase(blank, 1);
    return words;
}

/// Fills the places of sentences.
class Filler
{
public:
    Filler(const WorkspaceView& view, RowIndex unit, FilledPack& pack, Language language)
        : m_view(view), m_unit(unit), m_pack(pack), m_language(language)
    {
    }

    /// `row`: of the list that {column} means; null where only totals are meant.
    std::string fill(const std::string& sentence, const Table* list = nullptr,
                     const Table::Row* row = nullptr)
    {
        std::string filled;
        std::size_t at = 0;
        while (at < sentence.size()) {
            const std::size_t open = sentence.find('{', at);
            const std::size_t close = sentence.find('}', open);
            if (open == std::string::npos || close == std::string::npos)
                break;
            filled += sentence.substr(at, open - at);
            filled += value(sentence.substr(open + 1, close - open - 1), list, row);
            at = close + 1;
        }
        return filled + sentence.substr(at);
    }

    std::string paragraph(const PackParagraph& paragraph)
    {
        if (paragraph.each.empty())
            return fill(paragraph.text.in(m_language));
        const Table& list = listOf(paragraph.each, paragraph.each);
        std::string all;
        for (std::size_t row = 0; row < list.size(); ++row) {
            if (list.depth(row) > 0 || !applies(list, list.row(row), paragraph.when))
                continue;
            all += (all.empty() ? "" : paragraph.join.in(m_language)) +
                   fill(paragraph.text.in(m_language), &list, &list.row(row));
        }
        return all.empty() ? paragraph.none.in(m_language) : all + paragraph.end.in(m_language);
    }

private:
    [[nodiscard]] Error unfilled(const std::string& token) const
    {
        return inputError({"pack.unfilled", {{"token", token}}});
    }

    const Table& listOf(const std::string& key, const std::string& token) const
    {
        const auto found = std::ranges::find(m_pack.tables, key, &Table::key);
        if (found == m_pack.tables.end())
            throw unfilled(token);
        return *found;
    }

    std::size_t columnOf(const Table& list, const std::string& key, const std::string& token) const
    {
        const auto found = std::ranges::find(list.columns(), key, &TableColumn::key);
        if (found == list.columns().end())
            throw unfilled(token);
        return static_cast<std::size_t>(found - list.columns().begin());
    }

    bool applies(const Table& list, const Table::Row& row, const std::string& when) const
    {
        if (when.empty())
            return true;
        const TableCell& cell = row[columnOf(list, when, when)];
        const auto* count = std::get_if<std::int64_t>(&cell);
        return count != nullptr && *count > 0;
    }

    std::string value(const std::string& token, const Table* list, const Table::Row* row)
    {
        if (token == "date")
            return dateText();
        if (token == "unit")
            return m_view.snapshot.units.name[static_cast<std::size_t>(m_unit)];
        const std::size_t dot = token.find('.');
        if (dot == std::string::npos) {
            if (list == nullptr)
                throw unfilled(token);
            const std::size_t column = columnOf(*list, token, token);
            return said((*row)[column], list->columns()[column], m_language);
        }
        const std::string key = token.substr(0, dot);
        const std::string name = token.substr(dot + 1);
        const Table& table = listOf(key, token);
        if (name == "rows")
            return std::to_string(table.size());
        const std::size_t column = columnOf(table, name, token);
        if (!table.total())
            throw unfilled(token);
        return bound(table, column, (*table.total())[column]);
    }

    /// A total in a sentence, kept for the check of all numbers.
    std::string bound(const Table& table, std::size_t column, const TableCell& cell)
    {
        const auto* count = std::get_if<std::int64_t>(&cell);
        const auto* number = std::get_if<double>(&cell);
        std::string words = said(cell, table.columns()[column], m_language);
        m_pack.figures.push_back(
            {table.columns()[column].key,
             m_view.snapshot.units.code[static_cast<std::size_t>(m_unit)].str(),
             m_view.snapshot.asOf,
             count != nullptr    ? static_cast<double>(*count)
             : number != nullptr ? *number
                                 : std::numeric_limits<double>::quiet_NaN(),
             words,
             text({"guard.text", {{"number", std::to_string(m_pack.texts.size() + 1)}}},
                  m_language)});
        return words;
    }

    [[nodiscard]] std::string dateText() const
    {
        const Date day = m_view.snapshot.asOf;
        if (m_language == Language::English)
            return day.iso();
        return std::to_string(day.year()) + "年" + std::to_string(day.month()) + "月" +
               std::to_string(day.day()) + "日";
    }

    const WorkspaceView& m_view;
    RowIndex m_unit;
    FilledPack& m_pack;
    Language m_language;
};

} // namespace

std::vector<std::string> packNames(const fs::path& root)
{
    std::error_code failure;
    std::vector<std::string> names;
    for (const fs::path& file : definitionFiles(root / "styles" / "packs", failure))
        names.push_back(file.stem().string());
    return names;
}

Pack loadPack(const fs::path& root, const std::string& name)
{
    const std::vector<std::string> names = packNames(root);
    if (std::ranges::find(names, name) == names.end()) {
        std::string all;
        for (const std::string& each : names)
            all += " " + each;
        throw inputError({"pack.none", {{"name", name}, {"names", all}}});
    }
    const JsonDocument document = JsonDocument::read(root / "styles" / "packs" / (name + ".json"));
    const JsonNode node = document.root();
    checkAgainstSchema(node, "pack.schema.json");
    Pack pack{.id = name,
              .title = readAs<LocalText>(node["title"]),
              .report = node["report"].text(),
              .pages = {},
              .paragraphs = {}};
    for (const JsonNode& each : node["pages"].items()) {
        PackPages pages{each["template"].text(), readAs<LocalText>(each["title"])};
        take(each, "by", pages.by);
        pack.pages.push_back(std::move(pages));
    }
    for (const JsonNode& each : node["paragraphs"].items())
        pack.paragraphs.push_back(paragraphOf(each));
    return pack;
}

FilledPack fillPack(const WorkspaceView& view, const Pack& pack, RowIndex unit,
                    const ExportPolicy& policy, Audience audience, Language language)
{
    FilledPack filled;
    const std::string code = view.snapshot.units.code[static_cast<std::size_t>(unit)].str();
    for (const Table& table : reportOf(view, pack.report, unit)) {
        filled.tables.push_back(maskedTable(table, policy, audience, language).table);
        const std::string place = table.title().in(language);
        requireTotals(filled.tables.back(), place, language);
        std::ranges::move(
            figuresOf(filled.tables.back(), code, view.snapshot.asOf, place, language),
            std::back_inserter(filled.figures));
    }
    Filler filler(view, unit, filled, language);
    filled.title = filler.fill(pack.title.in(language));
    for (const PackParagraph& paragraph : pack.paragraphs) {
        std::string text = filler.paragraph(paragraph);
        if (!text.empty())
            filled.texts.push_back({paragraph.isHeading, std::move(text)});
    }
    requireAgreement(filled.figures);
    return filled;
}

} // namespace guatu::session
