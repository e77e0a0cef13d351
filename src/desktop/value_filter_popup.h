// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>
#include <QList>

#include <optional>
#include <set>
#include <string>

class QCheckBox;
class QLineEdit;
class QListWidget;

namespace guatu::desktop
{

class Texts;

/// One line of the value filter.
struct FilterValue {
    std::string value;
    QString text;
    std::size_t count = 0;
};

/// The list of a column's values to tick, as spreadsheets have it.
class ValueFilterPopup : public QFrame
{
    Q_OBJECT

public:
    ValueFilterPopup(const Texts& texts, QWidget* parent = nullptr);

    /// `chosen` is empty when the column is not filtered.
    void show(const QString& title, const QList<FilterValue>& values,
              const std::optional<std::set<std::string>>& chosen, QPoint globalPosition);

signals:
    /// Null: the filter is taken away.
    void chosen(const std::optional<std::set<std::string>>& values);
    void sortAsked(Qt::SortOrder order);

private:
    void apply();
    void narrow(const QString& part);
    void tickAll(bool on);
    void updateAll();

    const Texts& m_texts;
    QLineEdit* m_search;
    QCheckBox* m_all;
    QListWidget* m_list;
};

} // namespace guatu::desktop
