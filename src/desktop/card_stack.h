// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/workbench.h"
#include "render/map_picture.h"
#include "session/record_list.h"

#include <QStackedWidget>

namespace guatu::desktop
{

class HouseholdCard;
class PlaceCard;
class Texts;
class UnitCardPanel;

/// The card of what was chosen last: the unit, a household, or a place.
class CardStack : public QStackedWidget
{
    Q_OBJECT

public:
    CardStack(const Texts& texts, Workbench& workbench, QWidget* parent = nullptr);

    void showUnit();
    void showHousehold();
    void showPlaces(const std::vector<render::Hit>& places);
    [[nodiscard]] UnitCardPanel& unitCard() { return *m_unit; }
    [[nodiscard]] bool showsUnit() const;
    [[nodiscard]] bool showsHousehold() const;

signals:
    void whyAsked(guatu::RowIndex unit);
    void recordsAsked(guatu::session::RecordKind kind, guatu::RowIndex unit);
    void locateAsked(const guatu::Point& place);
    void failed(const guatu::Message& why);

private:
    UnitCardPanel* m_unit;
    HouseholdCard* m_household;
    PlaceCard* m_place;
};

} // namespace guatu::desktop
