// SPDX-License-Identifier: MIT
#include "desktop/card_layout.h"

#include "desktop/theme.h"

#include <QFrame>

namespace guatu::desktop
{

CardArea makeCardArea()
{
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFrameShape(QFrame::NoFrame);
    auto* content = new QWidget;
    setLook(content, "panel");
    content->setMinimumWidth(1); // one long line must not push the others out of sight
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->setAlignment(Qt::AlignTop);
    area->setWidget(content);
    return {area, rows};
}

namespace
{

void clearLayout(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (item->layout())
            clearLayout(item->layout());
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

} // namespace

void clearRows(QVBoxLayout* rows)
{
    clearLayout(rows);
}

QVBoxLayout* addBlock(QVBoxLayout* rows)
{
    auto* block = new QVBoxLayout;
    block->setContentsMargins(16, 12, 16, 12);
    block->setSpacing(4);
    rows->addLayout(block);
    return block;
}

void addRule(QVBoxLayout* rows)
{
    auto* rule = new QFrame;
    setLook(rule, "rule");
    rows->addWidget(rule);
}

QLabel* cardLabel(const char* look, const QString& text)
{
    QLabel* label = makeLabel(look);
    label->setText(text);
    return label;
}

QHBoxLayout* addPair(QVBoxLayout* block, QWidget* left, QWidget* right)
{
    auto* pair = new QHBoxLayout;
    pair->setSpacing(8);
    pair->addWidget(left, 1);
    if (right)
        pair->addWidget(right, 0, Qt::AlignRight);
    block->addLayout(pair);
    return pair;
}

QPushButton* linkButton(const QString& text)
{
    auto* button = new QPushButton(text);
    setLook(button, "link");
    button->setCursor(Qt::PointingHandCursor);
    return button;
}

} // namespace guatu::desktop
