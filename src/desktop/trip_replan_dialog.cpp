// SPDX-License-Identifier: MIT
#include "desktop/trip_replan_dialog.h"

#include "desktop/form_rows.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/trip_words.h"
#include "session/trip/trip_condition.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimeEdit>

namespace guatu::desktop
{

TripReplanDialog::TripReplanDialog(const Texts& texts, const session::TripDraft& draft,
                                   QWidget* parent)
    : QDialog(parent),
      m_day(new QComboBox),
      m_time(new QTimeEdit(QTime(12, 0))),
      m_closed(new QLineEdit),
      m_rain(new QCheckBox(texts("desktop.trip.rain")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(texts("desktop.trip.replan.title"));
    auto* title = makeLabel("title");
    title->setText(texts("desktop.trip.replan.title"));
    for (const Date day : draft.problem().days)
        m_day->addItem(tripDateText(day, texts), day.days());
    m_time->setDisplayFormat(QStringLiteral("HH:mm"));
    m_closed->setPlaceholderText(texts("desktop.trip.replan.closed_hint"));
    auto* body = new QWidget;
    auto* rows = new FormRows(texts, body);
    rows->add("desktop.trip.out.day", m_day);
    rows->add("desktop.trip.replan.now", m_time);
    rows->add("desktop.trip.replan.closed", m_closed);
    rows->addWide(m_rain);
    for (const trips::Team& team : draft.problem().teams) {
        m_lost.push_back(new QCheckBox(texts("desktop.trip.replan.lost", {{"team", team.name}})));
        rows->addWide(m_lost.back());
    }
    for (const trips::Roads& roads : draft.problem().roads)
        m_rain->setChecked(m_rain->isChecked() || roads.rain);
    auto* note = makeLabel("quiet");
    note->setWordWrap(true);
    note->setText(texts("desktop.trip.replan.note"));
    auto* cancel = new QPushButton(texts("desktop.cancel"));
    auto* accepted = new QPushButton(texts("desktop.trip.replan.accept"));
    setLook(accepted, "primary");
    accepted->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(accepted);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(title);
    layout->addWidget(note);
    layout->addWidget(body);
    layout->addLayout(buttons);
    setMinimumWidth(420);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(accepted, &QPushButton::clicked, this, &QDialog::accept);
}

session::TripNow TripReplanDialog::now() const
{
    session::TripNow now{.day = Date(m_day->currentData().toInt()),
                         .now = QTime(0, 0).secsTo(m_time->time()),
                         .rain = m_rain->isChecked(),
                         .closed = session::wordsOf(m_closed->text().toStdString())};
    for (std::size_t team = 0; team < m_lost.size(); ++team)
        if (m_lost[team]->isChecked())
            now.lostTeams.push_back(team);
    return now;
}

} // namespace guatu::desktop
