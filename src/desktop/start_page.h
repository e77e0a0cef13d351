// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/recent_files.h"

#include <QFrame>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace guatu::desktop
{

class StartPicture;
class Texts;

/// What stands in the window while no workspace is open: the sample, a file, a new one; what was
/// used last; a place to drop files on.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    StartPage(const Texts& texts, RecentFiles recent, QWidget* parent = nullptr);

    void refresh();
    void setDropping(bool over);

signals:
    void sampleAsked();
    void openAsked();
    void newAsked();
    void fileAsked(const std::filesystem::path& file);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QFrame* makeChoice(std::string_view title, std::string_view about, std::string_view action,
                       bool first, void (StartPage::*asked)());
    void addRecent(const RecentFile& file);

    const Texts& m_texts;
    RecentFiles m_recent;
    QLabel* m_recentTitle;
    QPushButton* m_clear;
    QVBoxLayout* m_list;
    QFrame* m_drop;
    StartPicture* m_picture;
};

} // namespace guatu::desktop
