// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/workbench.h"

#include <QWidget>

class QLabel;
class QModelIndex;
class QTreeView;

namespace guatu::desktop
{

class Texts;
class WhyModel;

/// Why a unit is not cleared: the sentence, and below it the tree down to the households and what
/// they lack. A click goes there.
class WhyPanel : public QWidget
{
    Q_OBJECT

public:
    WhyPanel(const Texts& texts, Workbench& workbench, QWidget* parent = nullptr);

    /// Asks about a unit; the tree stays with it until another is asked about.
    void explain(RowIndex unit);
    [[nodiscard]] QTreeView* tree() const { return m_tree; }
    [[nodiscard]] QString sentence() const;

signals:
    void householdAsked(std::uint32_t household);
    void closeAsked();
    void failed(const guatu::Message& why);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void go(const QModelIndex& index);
    void openGroups(const QModelIndex& village);

    const Texts& m_texts;
    Workbench& m_workbench;
    BackgroundJob m_job{this};
    UnitCode m_unit{};
    QLabel *m_title, *m_sentence;
    QTreeView* m_tree;
    WhyModel* m_model;
};

} // namespace guatu::desktop
