// SPDX-License-Identifier: MIT
#include "desktop/place_card.h"

#include "desktop/card_layout.h"
#include "desktop/icons.h"
#include "desktop/texts.h"
#include "desktop/theme.h"

namespace guatu::desktop
{

PlaceCard::PlaceCard(const Texts& texts, Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_texts(texts), m_workbench(workbench), m_back(linkButton({}))
{
    auto* head = new QWidget;
    setLook(head, "panelHead");
    head->setFixedHeight(40);
    auto* headLayout = new QHBoxLayout(head);
    headLayout->setContentsMargins(16, 0, 16, 0);
    headLayout->addWidget(m_back);
    headLayout->addStretch();
    m_back->setIcon(icon(Icon::Previous));
    const CardArea card = makeCardArea();
    m_rows = card.rows;
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(card.area);
    connect(m_back, &QPushButton::clicked, this, &PlaceCard::backAsked);
    connect(&workbench, &Workbench::opened, this, [this] { show({}); });
    texts.keep(this, [this] {
        m_back->setText(m_texts("desktop.household.back"));
        fill();
    });
}

void PlaceCard::show(std::vector<render::Hit> places)
{
    m_places = std::move(places);
    fill();
}

void PlaceCard::fill()
{
    clearRows(m_rows);
    if (!m_workbench.isOpen())
        return;
    for (const render::Hit& place : m_places) {
        const PlaceText text = describePlace(m_workbench.view(), place, m_texts);
        auto* block = addBlock(m_rows);
        auto* title = cardLabel("title", text.title);
        title->setWordWrap(true);
        block->addWidget(title);
        if (text.kind != text.title)
            block->addWidget(cardLabel("quiet", text.kind));
        block->addSpacing(4);
        for (const auto& [name, value] : text.facts) {
            auto* valueLabel = cardLabel("small", value);
            valueLabel->setWordWrap(true);
            auto* row = new QHBoxLayout;
            auto* nameLabel = cardLabel("quiet", name);
            nameLabel->setMinimumWidth(84);
            row->addWidget(nameLabel, 0, Qt::AlignTop);
            row->addWidget(valueLabel, 1);
            block->addLayout(row);
        }
        addRule(m_rows);
    }
}

} // namespace guatu::desktop
