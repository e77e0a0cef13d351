// SPDX-License-Identifier: MIT
#pragma once

#include <QGridLayout>

#include <string_view>

namespace guatu::desktop
{

class Texts;

/// Controls below each other with what they are at their left; a control is named by its title for
/// those who cannot see it. (QFormLayout of Qt 6.4 writes beyond its memory when rows are hidden.)
class FormRows : public QGridLayout
{
    Q_OBJECT

public:
    explicit FormRows(const Texts& texts, QWidget* parent = nullptr);

    /// `title` is the id of a message.
    void add(std::string_view title, QWidget* control);
    /// A row without title.
    void addWide(QWidget* control);
    /// Shows or hides a control with its title; a hidden row takes no room.
    void setRowVisible(QWidget* control, bool visible);

private:
    const Texts& m_texts;
};

} // namespace guatu::desktop
