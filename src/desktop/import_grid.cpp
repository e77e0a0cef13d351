// SPDX-License-Identifier: MIT
#include "desktop/import_grid.h"

#include "desktop/texts.h"
#include "desktop/theme.h"

#include <QComboBox>
#include <QHeaderView>

#include <algorithm>

namespace guatu::desktop
{
namespace
{

constexpr int comboRow = 0, headerRow = 1, firstSampleRow = 2;
constexpr int mostColumns = 200; ///< more are read all the same, but not shown

/// A, B, ... Z, AA, as spreadsheets count.
QString columnLetters(int column)
{
    QString letters;
    for (int i = column; i >= 0; i = i / 26 - 1)
        letters.prepend(QChar('A' + i % 26));
    return letters;
}

const char* comboLook(EntityKind kind, const std::string& field)
{
    if (field.empty())
        return "columnSkipped";
    const FieldDefinition* definition = findField(kind, field);
    if ((definition && definition->personal) || field == "member_name")
        return "columnPersonal";
    const bool position =
        field == "lon" || field == "lat" || field == "x" || field == "y" || field == "wkt";
    return position ? "columnPlace" : "columnField";
}

} // namespace

ImportGrid::ImportGrid(const Texts& texts, QWidget* parent) : QTableWidget(parent), m_texts(texts)
{
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::NoSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setWordWrap(false);
    verticalHeader()->setDefaultSectionSize(26);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumWidth(64);
    verticalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
}

void ImportGrid::show(EntityKind kind, const exchange::ImportPreview& preview)
{
    m_kind = kind;
    clear();
    const int columns =
        static_cast<int>(std::min<std::size_t>(preview.headers.size(), mostColumns));
    setColumnCount(columns);
    setRowCount(firstSampleRow + static_cast<int>(preview.sample.size()));
    QStringList rowTitles{m_texts("desktop.import.read_as"), m_texts("desktop.import.header")};
    const std::size_t before = preview.headerRows.empty() ? 0 : preview.headerRows.back();
    for (std::size_t row = 0; row < preview.sample.size(); ++row)
        rowTitles << QString::number(before + row + 1);
    setVerticalHeaderLabels(rowTitles);
    for (int column = 0; column < columns; ++column)
        addColumn(column, preview);
    setRowHeight(comboRow, 30);
}

void ImportGrid::addColumn(int column, const exchange::ImportPreview& preview)
{
    const auto at = static_cast<std::size_t>(column);
    const QFontMetrics metrics(interfaceFont(12, true));
    int width = metrics.horizontalAdvance(toQString(preview.headers[at]));
    setHorizontalHeaderItem(column, new QTableWidgetItem(columnLetters(column)));
    auto* header = new QTableWidgetItem(toQString(preview.headers[at]));
    header->setFont(interfaceFont(12, true));
    header->setBackground(QColor(0xE8, 0xEF, 0xF8));
    header->setToolTip(header->text());
    setItem(headerRow, column, header);
    for (std::size_t row = 0; row < preview.sample.size(); ++row) {
        if (at >= preview.sample[row].size())
            continue;
        const QString cell = toQString(preview.sample[row][at]);
        auto* item = new QTableWidgetItem(cell);
        item->setToolTip(cell);
        bool isNumber = false;
        cell.toDouble(&isNumber);
        if (isNumber && cell.size() < 12)
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        setItem(firstSampleRow + static_cast<int>(row), column, item);
        width = std::max(width, metrics.horizontalAdvance(cell));
    }
    const auto entry =
        std::ranges::find(preview.mapping.entries, at, &exchange::ColumnMapping::Entry::column);
    addCombo(column, entry == preview.mapping.entries.end() ? std::string{} : entry->field);
    setColumnWidth(column, std::clamp(width + 24, 104, 260));
}

void ImportGrid::addCombo(int column, const std::string& field)
{
    auto* combo = new QComboBox;
    setLook(combo, comboLook(m_kind, field));
    int current = 0;
    for (const FieldTitles::Choice& choice : m_titles.choices(m_kind, m_texts.language())) {
        if (choice.field == field)
            current = combo->count();
        combo->addItem(choice.title, QByteArray::fromStdString(choice.field));
    }
    combo->setCurrentIndex(current);
    combo->setMaxVisibleItems(24);
    combo->setAccessibleName(m_texts("desktop.import.read_as") + ' ' + columnLetters(column));
    connect(combo, &QComboBox::activated, this, [this, combo, column](int index) {
        emit mappingChanged(static_cast<std::size_t>(column),
                            combo->itemData(index).toByteArray().toStdString());
    });
    setCellWidget(comboRow, column, combo);
}

QComboBox* ImportGrid::fieldOf(int column) const
{
    return qobject_cast<QComboBox*>(cellWidget(comboRow, column));
}

exchange::ColumnMapping withField(exchange::ColumnMapping mapping, std::size_t column,
                                  const std::string& header, const std::string& field)
{
    for (exchange::ColumnMapping::Entry& entry : mapping.entries) {
        if (!field.empty() && entry.field == field)
            entry.field.clear();
    }
    const auto entry =
        std::ranges::find(mapping.entries, column, &exchange::ColumnMapping::Entry::column);
    if (entry == mapping.entries.end())
        mapping.entries.push_back({column, header, field});
    else
        entry->field = field;
    return mapping;
}

} // namespace guatu::desktop
