// SPDX-License-Identifier: MIT
#pragma once

#include "session/trip/trip_draft.h"
#include "session/trip/trip_replan.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QTimeEdit;

namespace guatu::desktop
{

class Texts;

/// Asks how things stand on the road: when it is, which teams have lost their car, which roads are
/// closed, whether it rains.
class TripReplanDialog : public QDialog
{
    Q_OBJECT

public:
    TripReplanDialog(const Texts& texts, const session::TripDraft& draft,
                     QWidget* parent = nullptr);

    [[nodiscard]] session::TripNow now() const;

    // Its controls, for tests.
    [[nodiscard]] QComboBox* day() const { return m_day; }
    [[nodiscard]] QTimeEdit* time() const { return m_time; }
    [[nodiscard]] const std::vector<QCheckBox*>& lost() const { return m_lost; }
    [[nodiscard]] QLineEdit* closed() const { return m_closed; }

private:
    QComboBox* m_day;
    QTimeEdit* m_time;
    std::vector<QCheckBox*> m_lost;
    QLineEdit* m_closed;
    QCheckBox* m_rain;
};

} // namespace guatu::desktop
