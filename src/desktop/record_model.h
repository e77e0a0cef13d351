// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/texts.h"
#include "session/record_list.h"

#include <QAbstractTableModel>

#include <memory>

namespace guatu::desktop
{

/// A table of the lower floors as the window shows it; sorts by what cells hold, not by their
/// words.
class RecordModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit RecordModel(const Texts& texts, QObject* parent = nullptr);

    void show(std::shared_ptr<const session::RecordList> list);
    [[nodiscard]] const session::RecordList* list() const { return m_list.get(); }
    [[nodiscard]] const session::RecordTarget& target(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    const Texts& m_texts;
    std::shared_ptr<const session::RecordList> m_list;
    std::vector<std::size_t> m_order;
};

} // namespace guatu::desktop
