// SPDX-License-Identifier: MIT
#include "desktop/card_stack.h"

#include "desktop/household_card.h"
#include "desktop/place_card.h"
#include "desktop/unit_card_panel.h"

namespace guatu::desktop
{

CardStack::CardStack(const Texts& texts, Workbench& workbench, QWidget* parent)
    : QStackedWidget(parent),
      m_unit(new UnitCardPanel(texts, workbench)),
      m_household(new HouseholdCard(texts, workbench)),
      m_place(new PlaceCard(texts, workbench))
{
    addWidget(m_unit);
    addWidget(m_household);
    addWidget(m_place);
    setMinimumWidth(320);
    connect(m_unit, &UnitCardPanel::whyAsked, this, &CardStack::whyAsked);
    connect(m_unit, &UnitCardPanel::recordsAsked, this, &CardStack::recordsAsked);
    connect(m_unit, &UnitCardPanel::failed, this, &CardStack::failed);
    connect(m_household, &HouseholdCard::backAsked, this, &CardStack::showUnit);
    connect(m_household, &HouseholdCard::locateAsked, this, &CardStack::locateAsked);
    connect(m_place, &PlaceCard::backAsked, this, &CardStack::showUnit);
    connect(&workbench, &Workbench::unitChanged, this, &CardStack::showUnit);
    connect(&workbench, &Workbench::householdsChanged, this, [this, &workbench] {
        if (workbench.households().empty())
            showUnit();
    });
}

void CardStack::showUnit()
{
    setCurrentWidget(m_unit);
}

void CardStack::showHousehold()
{
    setCurrentWidget(m_household);
}

void CardStack::showPlaces(const std::vector<render::Hit>& places)
{
    m_place->show(places);
    setCurrentWidget(m_place);
}

bool CardStack::showsUnit() const
{
    return currentIndex() == 0;
}

bool CardStack::showsHousehold() const
{
    return currentIndex() == 1;
}

} // namespace guatu::desktop
