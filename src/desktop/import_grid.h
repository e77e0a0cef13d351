// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/field_titles.h"
#include "exchange/import.h"

#include <QTableWidget>

class QComboBox;

namespace guatu::desktop
{

class Texts;

/// The first rows of a file as a sheet; above each column what it is read as, to be changed.
class ImportGrid : public QTableWidget
{
    Q_OBJECT

public:
    explicit ImportGrid(const Texts& texts, QWidget* parent = nullptr);

    void show(EntityKind kind, const exchange::ImportPreview& preview);
    using QTableWidget::show;
    [[nodiscard]] QComboBox* fieldOf(int column) const;

signals:
    /// Another field was chosen for a column; empty is not imported.
    void mappingChanged(std::size_t column, const std::string& field);

private:
    void addColumn(int column, const exchange::ImportPreview& preview);
    void addCombo(int column, const std::string& field);

    const Texts& m_texts;
    FieldTitles m_titles;
    EntityKind m_kind{};
};

/// The same mapping with another field for a column. A field stands in one column only: it is
/// taken from where it was.
[[nodiscard]] exchange::ColumnMapping withField(exchange::ColumnMapping mapping, std::size_t column,
                                                const std::string& header,
                                                const std::string& field);

} // namespace guatu::desktop
