// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/workbench.h"

#include <QLineEdit>

class QListView;

namespace guatu::desktop
{

class SearchHitModel;
class Texts;

/// Search by name, code, full pinyin or initials. The list shows level and parent of each hit;
/// Enter goes to the best one.
class SearchBox : public QLineEdit
{
    Q_OBJECT

public:
    SearchBox(const Texts& texts, Workbench& workbench, QWidget* parent = nullptr);

    [[nodiscard]] QListView* popup() const { return m_popup; }

signals:
    void chosen(const guatu::session::SearchHit& hit);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void find(const QString& query);
    void choose(int row);
    void placePopup();

    Workbench& m_workbench;
    QListView* m_popup;
    SearchHitModel* m_model;
};

} // namespace guatu::desktop
