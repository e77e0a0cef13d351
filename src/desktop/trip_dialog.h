// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/trip_search.h"
#include "desktop/trip_source.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;
class QTimeEdit;

namespace guatu::desktop
{

class FormRows;
class Texts;

/// Asks for a trip: whom to visit, when, with how many cars, from where.
class TripDialog : public QDialog
{
    Q_OBJECT

public:
    TripDialog(const Texts& texts, const session::WorkspaceView& view, TripSource source,
               QWidget* parent = nullptr);

    [[nodiscard]] TripWish wish() const;
    /// Shows what was asked for before.
    void show(const TripWish& wish);
    using QDialog::show;
    /// Says above the fields what is wrong with them.
    void complain(const Message& why);
    [[nodiscard]] QString complaint() const;
    /// Stays open while a field says what cannot be.
    void accept() override;

    // Its controls, for tests.
    [[nodiscard]] QCheckBox* households() const { return m_households; }
    [[nodiscard]] QDateEdit* firstDay() const { return m_firstDay; }
    [[nodiscard]] QTimeEdit* begin() const { return m_begin; }
    [[nodiscard]] QSpinBox* searchSeconds() const { return m_seconds; }
    [[nodiscard]] QLineEdit* must() const { return m_must; }
    [[nodiscard]] QLineEdit* base() const { return m_base; }
    [[nodiscard]] QLineEdit* rainDays() const { return m_rainDays; }
    [[nodiscard]] QPlainTextEdit* conditions() const { return m_conditions; }
    [[nodiscard]] QSpinBox* days() const { return m_days; }
    [[nodiscard]] QSpinBox* teams() const { return m_teams; }
    [[nodiscard]] QLineEdit* nights() const { return m_nights; }
    [[nodiscard]] QCheckBox* listed() const { return m_listed; }
    [[nodiscard]] QCheckBox* mustListed() const { return m_mustListed; }
    [[nodiscard]] QComboBox* weather() const { return m_weather; }

private:
    void buildTargets(FormRows& rows, const session::WorkspaceView& view);
    void buildTimes(FormRows& rows, const session::WorkspaceView& view);
    void buildTeams(FormRows& rows, const session::WorkspaceView& view);
    [[nodiscard]] QWidget* buildConditions();
    [[nodiscard]] std::optional<Message> fault() const;
    [[nodiscard]] QSpinBox* spin(int least, int most, int value, std::string_view suffix) const;

    const Texts& m_texts;
    TripSource m_source;
    QLabel* m_complaint;
    QCheckBox *m_households, *m_listed, *m_mustListed, *m_sample, *m_fair;
    QSpinBox *m_villages, *m_registered, *m_others, *m_seed;
    QLineEdit *m_must, *m_mustNot, *m_base, *m_nights, *m_rainDays;
    QPlainTextEdit* m_conditions;
    QDateEdit* m_firstDay;
    QTimeEdit *m_begin, *m_end;
    QSpinBox *m_days, *m_teams, *m_people, *m_driving, *m_setUp, *m_perHousehold, *m_visit,
        *m_seconds;
    QComboBox *m_vehicle, *m_weather;
};

} // namespace guatu::desktop
