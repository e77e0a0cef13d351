// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/household_order.h"
#include "desktop/texts.h"

#include <QAbstractTableModel>
#include <QIcon>

#include <array>
#include <memory>
#include <set>

namespace guatu::desktop
{

/// Households as rows of a table; each line is made when it comes into sight.
class HouseholdTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// Of a header: whether the column is filtered.
    static constexpr int filteredRole = Qt::UserRole;

    explicit HouseholdTableModel(const Texts& texts, QObject* parent = nullptr);

    void show(std::shared_ptr<const session::WorkspaceView> view, std::vector<std::uint32_t> rows);
    /// Marks the columns that are filtered.
    void setFiltered(std::set<HouseholdColumn> columns);

    [[nodiscard]] std::uint32_t household(int row) const
    {
        return m_rows[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] const std::vector<std::uint32_t>& households() const { return m_rows; }
    /// The table's row of a household; -1 when it is filtered out.
    [[nodiscard]] int rowOf(std::uint32_t household) const;
    [[nodiscard]] static std::string_view columnTitle(HouseholdColumn column);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] const session::HouseholdRow& line(int row) const;

    const Texts& m_texts;
    std::shared_ptr<const session::WorkspaceView> m_view;
    std::vector<std::uint32_t> m_rows;
    std::set<HouseholdColumn> m_filtered;
    std::array<QIcon, 8> m_symbols; ///< by household class
    mutable int m_cachedRow = -1;   ///< the cells of one line are asked for one after the other
    mutable session::HouseholdRow m_cached;
};

} // namespace guatu::desktop
