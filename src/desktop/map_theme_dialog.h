// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

#include <string>

class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace guatu::desktop
{

class MapThemeKeeper;
class Texts;

/// The map themes of the workspace: shown, renamed, deleted.
class MapThemeDialog : public QDialog
{
    Q_OBJECT

public:
    MapThemeDialog(const Texts& texts, MapThemeKeeper& keeper, QWidget* parent);

    // What tests press.
    [[nodiscard]] QListWidget* list() const { return m_list; }
    [[nodiscard]] QPushButton* deleteButton() const { return m_delete; }

signals:
    void showAsked(const std::string& name);

private:
    void fill();
    void take(QListWidgetItem* item);
    void refresh();
    [[nodiscard]] std::string chosen() const;

    const Texts& m_texts;
    MapThemeKeeper& m_keeper;
    QListWidget* m_list;
    QPushButton *m_show, *m_rename, *m_delete;
};

} // namespace guatu::desktop
