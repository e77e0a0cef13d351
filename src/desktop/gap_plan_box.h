// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>
#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace guatu::desktop
{

class GapKeeper;
class Texts;

/// What would be changed and what comes of it: before and after, who is cut off, why a place was
/// chosen; with the way back.
class GapPlanBox : public QWidget
{
    Q_OBJECT

public:
    GapPlanBox(const Texts& texts, GapKeeper& keeper, QWidget* parent = nullptr);

    /// 短板户 38 → 21
    [[nodiscard]] QString comparison() const;
    /// Who is cut off or newly a gap; empty when nobody is.
    [[nodiscard]] QString losses() const;
    [[nodiscard]] QStringList lines() const;

private:
    void refresh();
    void compare();
    void fillLines();
    void addLine(const QString& text, const QString& why, const std::function<void()>& remove);

    const Texts& m_texts;
    GapKeeper& m_keeper;
    QLabel *m_title, *m_comparison, *m_persons;
    QPushButton* m_losses;
    QToolButton *m_undo, *m_redo;
    QPushButton* m_clear;
    QVBoxLayout* m_lines;
};

} // namespace guatu::desktop
