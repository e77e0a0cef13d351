// SPDX-License-Identifier: MIT
#pragma once

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace guatu::desktop
{

// Parts that cards are built of.

/// A scroll area whose content stands from the top down.
struct CardArea {
    QScrollArea* area;
    QVBoxLayout* rows;
};
[[nodiscard]] CardArea makeCardArea();

/// Takes all rows out of a card.
void clearRows(QVBoxLayout* rows);

/// A block with the panel's padding and a line below it.
[[nodiscard]] QVBoxLayout* addBlock(QVBoxLayout* rows);
void addRule(QVBoxLayout* rows);

[[nodiscard]] QLabel* cardLabel(const char* look, const QString& text);
/// Two texts on one line, the second at the right end.
QHBoxLayout* addPair(QVBoxLayout* block, QWidget* left, QWidget* right);
/// A text that is pressed like a button.
[[nodiscard]] QPushButton* linkButton(const QString& text);

} // namespace guatu::desktop
