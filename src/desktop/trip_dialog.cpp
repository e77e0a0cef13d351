// SPDX-License-Identifier: MIT
#include "desktop/trip_dialog.h"

#include "core/error.h"
#include "core/text.h"
#include "desktop/form_rows.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/words.h"
#include "session/trip/trip_condition.h"
#include "session/trip/trip_planning.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTimeEdit>
#include <QToolButton>

namespace guatu::desktop
{
namespace
{

enum Weather { Dry, Rain, RainOnDays };

std::vector<std::string> wordsOf(const QLineEdit& edit)
{
    return session::wordsOf(edit.text().toStdString());
}

QString joined(const std::vector<std::string>& words)
{
    QStringList list;
    for (const std::string& word : words)
        list << toQString(word);
    return list.join(QStringLiteral("，"));
}

QTime timeOf(trips::Seconds seconds)
{
    return QTime(0, 0).addSecs(seconds);
}

trips::Seconds secondsOf(const QTimeEdit& edit)
{
    return QTime(0, 0).secsTo(edit.time());
}

QTimeEdit* timeEdit(trips::Seconds seconds)
{
    auto* edit = new QTimeEdit(timeOf(seconds));
    edit->setDisplayFormat(QStringLiteral("HH:mm"));
    return edit;
}

/// Controls on one line, one of which names the row.
QWidget* beside(std::initializer_list<QWidget*> controls)
{
    auto* line = new QWidget;
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    for (QWidget* control : controls)
        layout->addWidget(control);
    layout->addStretch();
    return line;
}

} // namespace

TripDialog::TripDialog(const Texts& texts, const session::WorkspaceView& view, TripSource source,
                       QWidget* parent)
    : QDialog(parent),
      m_texts(texts),
      m_source(std::move(source)),
      m_complaint(makeLabel("tripBroken"))
{
    setWindowTitle(texts("desktop.trip.plan_title"));
    auto* title = makeLabel("title");
    title->setText(texts("desktop.trip.plan_title"));
    auto* left = new QWidget;
    auto* right = new QWidget;
    auto* leftRows = new FormRows(texts, left);
    auto* rightRows = new FormRows(texts, right);
    buildTargets(*leftRows, view);
    buildTimes(*rightRows, view);
    buildTeams(*rightRows, view);
    leftRows->setRowStretch(leftRows->rowCount(), 1);
    rightRows->setRowStretch(rightRows->rowCount(), 1);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(24);
    columns->addWidget(left, 1);
    columns->addWidget(right, 1);
    auto* cancel = new QPushButton(texts("desktop.cancel"));
    auto* plan = new QPushButton(texts("desktop.trip.plan_button"));
    setLook(plan, "primary");
    plan->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(plan);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(title);
    m_complaint->setWordWrap(true);
    m_complaint->hide();
    layout->addWidget(m_complaint);
    layout->addLayout(columns);
    layout->addWidget(buildConditions());
    layout->addLayout(buttons);
    setMinimumWidth(760);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(plan, &QPushButton::clicked, this, &QDialog::accept);
}

void TripDialog::complain(const Message& why)
{
    m_complaint->setText(m_texts(why));
    m_complaint->setVisible(true);
}

QString TripDialog::complaint() const
{
    return m_complaint->isHidden() ? QString() : m_complaint->text();
}

void TripDialog::accept()
{
    if (const auto why = fault())
        complain(*why);
    else
        QDialog::accept();
}

std::optional<Message> TripDialog::fault() const
{
    if (!m_households->isChecked() && !m_listed->isChecked() && !m_sample->isChecked())
        return Message{"desktop.trip.fault.nobody"};
    if (m_begin->time() >= m_end->time())
        return Message{"trips.request.hours"};
    try {
        session::TripRequest request;
        session::addConditions(request, m_conditions->toPlainText().toStdString());
    } catch (const Error& error) {
        return error.message();
    }
    if (m_weather->currentIndex() != RainOnDays)
        return {};
    const auto words = wordsOf(*m_rainDays);
    if (words.empty())
        return Message{"desktop.trip.fault.no_rain_day"};
    for (const std::string& word : words)
        if (!Date::fromIso(word))
            return Message{"desktop.trip.fault.rain_day", {{"value", word}}};
    return {};
}

/// What is asked for single targets, teams and days, one a line; a menu writes examples.
QWidget* TripDialog::buildConditions()
{
    m_conditions = new QPlainTextEdit;
    m_conditions->setFixedHeight(76);
    m_conditions->setTabChangesFocus(true);
    m_conditions->setPlaceholderText(m_texts("desktop.trip.conditions_hint"));
    m_conditions->setAccessibleName(m_texts("desktop.trip.conditions"));
    auto* menu = new QMenu(this);
    for (const session::TripCondition condition : session::tripConditions()) {
        const QString line = m_texts(session::conditionWord(condition)) + ' ' +
                             m_texts(session::conditionExample(condition));
        menu->addAction(line, this, [this, line] { m_conditions->appendPlainText(line); });
    }
    auto* more = new QToolButton;
    more->setText(m_texts("desktop.trip.add_condition"));
    more->setPopupMode(QToolButton::InstantPopup);
    more->setMenu(menu);
    setLook(more, "smallButton");
    auto* heading = makeLabel("section");
    heading->setText(m_texts("desktop.trip.conditions"));
    auto* box = new QWidget;
    auto* rows = new QVBoxLayout(box);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    auto* line = new QHBoxLayout;
    line->addWidget(heading);
    line->addStretch();
    line->addWidget(more);
    rows->addLayout(line);
    rows->addWidget(m_conditions);
    return box;
}

QSpinBox* TripDialog::spin(int least, int most, int value, std::string_view suffix) const
{
    auto* box = new QSpinBox;
    box->setRange(least, most);
    box->setValue(value);
    if (!suffix.empty())
        box->setSuffix(QStringLiteral(" ") + m_texts(suffix));
    return box;
}

void TripDialog::buildTargets(FormRows& rows, const session::WorkspaceView& view)
{
    m_households = new QCheckBox(m_texts(
        m_source.expression.empty() ? "desktop.trip.source.households" : "desktop.trip.source.hits",
        {{"what", m_source.title.toStdString()},
         {"count", number(static_cast<long long>(m_source.count)).toStdString()}}));
    m_households->setChecked(m_source.count > 0);
    const std::size_t listed = session::listedPlaceCount(view, m_source.unit);
    m_listed =
        new QCheckBox(m_texts("desktop.trip.with_listed", {{"count", std::to_string(listed)}}));
    m_listed->setEnabled(listed > 0);
    m_mustListed = new QCheckBox(m_texts("desktop.trip.must_listed"));
    m_mustListed->setEnabled(false);
    m_sample = new QCheckBox(m_texts("desktop.trip.sample"));
    m_sample->setToolTip(m_texts("desktop.trip.sample_tip"));
    m_villages = spin(1, 200, 2, "desktop.trip.unit.villages");
    m_registered = spin(0, 500, 20, "desktop.trip.unit.households");
    m_others = spin(0, 500, 5, "desktop.trip.unit.households");
    m_seed = spin(1, 999999, 1, {});
    m_must = new QLineEdit;
    m_mustNot = new QLineEdit;
    m_must->setPlaceholderText(m_texts("desktop.trip.names_hint"));
    m_mustNot->setPlaceholderText(m_texts("desktop.trip.names_hint"));
    auto* heading = makeLabel("section");
    heading->setText(m_texts("desktop.trip.targets"));
    rows.addWide(heading);
    for (QWidget* each : {m_households, m_listed, m_mustListed, m_sample})
        rows.addWide(each);
    rows.add("desktop.trip.villages", m_villages);
    rows.add("desktop.trip.registered", m_registered);
    rows.add("desktop.trip.others", m_others);
    rows.add("desktop.trip.seed", m_seed);
    rows.add("desktop.trip.must", m_must);
    rows.add("desktop.trip.must_not", m_mustNot);
    m_setUp = spin(0, 240, 20, "desktop.trip.unit.minutes");
    m_perHousehold = spin(0, 240, 15, "desktop.trip.unit.minutes");
    m_visit = spin(0, 600, 60, "desktop.trip.unit.minutes");
    rows.add("desktop.trip.set_up", m_setUp);
    rows.add("desktop.trip.per_household", m_perHousehold);
    rows.add("desktop.trip.per_place", m_visit);
    const auto showSample = [this, &rows](bool on) {
        for (QSpinBox* each : {m_villages, m_registered, m_others, m_seed})
            rows.setRowVisible(each, on);
    };
    connect(m_sample, &QCheckBox::toggled, this, showSample);
    showSample(false);
    connect(m_listed, &QCheckBox::toggled, m_mustListed, &QCheckBox::setEnabled);
}

void TripDialog::buildTimes(FormRows& rows, const session::WorkspaceView& view)
{
    const Date today = view.snapshot.asOf;
    m_firstDay = new QDateEdit(
        QDate(today.year(), static_cast<int>(today.month()), static_cast<int>(today.day())));
    m_firstDay->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_firstDay->setCalendarPopup(true);
    m_days = spin(1, 60, 3, "desktop.trip.unit.days");
    m_begin = timeEdit(8 * 3600);
    m_end = timeEdit(18 * 3600);
    m_driving = spin(10, 1440, 360, "desktop.trip.unit.minutes");
    auto* heading = makeLabel("section");
    heading->setText(m_texts("desktop.trip.days_and_teams"));
    rows.addWide(heading);
    rows.add("desktop.trip.first_day", m_firstDay);
    rows.add("desktop.trip.days", m_days);
    auto* to = makeLabel("small");
    to->setText(QStringLiteral("–"));
    rows.add("desktop.trip.hours_of_work", beside({m_begin, to, m_end}));
    m_begin->setAccessibleName(m_texts("desktop.trip.begin"));
    m_end->setAccessibleName(m_texts("desktop.trip.end"));
    rows.add("desktop.trip.most_driving", m_driving);
}

void TripDialog::buildTeams(FormRows& rows, const session::WorkspaceView& view)
{
    m_teams = spin(1, 50, 2, "desktop.trip.unit.teams");
    m_people = spin(1, 20, 2, "desktop.trip.unit.people");
    m_vehicle = new QComboBox;
    for (const auto& [id, title] : session::tripVehicles())
        m_vehicle->addItem(m_texts(title), toQString(id));
    m_base = new QLineEdit;
    m_base->setPlaceholderText(
        m_texts("desktop.trip.base_hint",
                {{"unit", view.snapshot.units.name[static_cast<std::size_t>(m_source.unit)]}}));
    m_nights = new QLineEdit;
    m_nights->setPlaceholderText(m_texts("desktop.trip.nights_hint"));
    m_weather = new QComboBox;
    for (const char* each :
         {"desktop.trip.weather.dry", "desktop.trip.weather.rain", "desktop.trip.weather.days"})
        m_weather->addItem(m_texts(each));
    m_rainDays = new QLineEdit;
    m_rainDays->setPlaceholderText(QStringLiteral("2020-05-07，2020-05-08"));
    m_fair = new QCheckBox(m_texts("desktop.trip.fair"));
    m_seconds = spin(1, 600, 4, "desktop.trip.unit.seconds");
    rows.add("desktop.trip.teams", m_teams);
    rows.add("desktop.trip.people", m_people);
    rows.add("desktop.trip.vehicle", m_vehicle);
    rows.add("desktop.trip.base", m_base);
    rows.add("desktop.trip.nights", m_nights);
    rows.add("desktop.trip.weather", m_weather);
    rows.add("desktop.trip.rain_days", m_rainDays);
    rows.addWide(m_fair);
    rows.add("desktop.trip.search_time", m_seconds);
    rows.setRowVisible(m_rainDays, false);
    connect(m_weather, &QComboBox::currentIndexChanged, this,
            [this, &rows](int index) { rows.setRowVisible(m_rainDays, index == RainOnDays); });
}

TripWish TripDialog::wish() const
{
    TripWish wish;
    session::TripRequest& request = wish.request;
    request.unit = m_source.unit;
    request.targets = m_source.expression;
    request.households = m_source.households;
    if (!m_households->isChecked()) {
        request.targets.clear();
        request.households.clear();
        request.noHouseholds = true;
    }
    request.listed = m_listed->isChecked();
    request.mustListed = request.listed && m_mustListed->isChecked();
    if (m_sample->isChecked()) {
        wish.sample =
            trips::SampleRule{1, m_villages->value(), m_registered->value(), m_others->value()};
        request.targets.clear();
        request.noHouseholds = true;
    }
    wish.seed = static_cast<std::uint64_t>(m_seed->value());
    request.must = wish.must = wordsOf(*m_must);
    request.mustNot = wish.mustNot = wordsOf(*m_mustNot);
    const QDate first = m_firstDay->date();
    request.firstDay = Date::fromYmd(first.year(), first.month(), first.day()).value_or(Date{0});
    request.days = m_days->value();
    request.begin = secondsOf(*m_begin);
    request.end = secondsOf(*m_end);
    request.mostDriving = m_driving->value() * 60;
    request.teams = m_teams->value();
    request.people = m_people->value();
    request.base = m_base->text().trimmed().toStdString();
    request.nights = wordsOf(*m_nights);
    request.setUp = m_setUp->value() * 60;
    request.perHousehold = m_perHousehold->value() * 60;
    request.visit = m_visit->value() * 60;
    request.travel.means = m_vehicle->currentData().toString().toStdString();
    if (m_weather->currentIndex() == Rain)
        request.travel.season = access::Season::Rain;
    if (m_weather->currentIndex() == RainOnDays)
        for (const std::string& day : wordsOf(*m_rainDays))
            if (const auto date = Date::fromIso(day))
                request.rainDays.push_back(*date);
    request.fair = m_fair->isChecked();
    wish.conditions = m_conditions->toPlainText().toStdString();
    session::addConditions(request, wish.conditions);
    wish.seconds = m_seconds->value();
    return wish;
}

void TripDialog::show(const TripWish& wish)
{
    const session::TripRequest& request = wish.request;
    m_households->setChecked(!request.noHouseholds || wish.sample.has_value());
    m_listed->setChecked(request.listed);
    m_mustListed->setChecked(request.mustListed);
    m_sample->setChecked(wish.sample.has_value());
    if (wish.sample) {
        m_villages->setValue(wish.sample->villages);
        m_registered->setValue(wish.sample->registered);
        m_others->setValue(wish.sample->others);
    }
    m_seed->setValue(static_cast<int>(wish.seed));
    m_must->setText(joined(wish.must));
    m_mustNot->setText(joined(wish.mustNot));
    m_conditions->setPlainText(toQString(wish.conditions));
    const Date first = request.firstDay;
    m_firstDay->setDate(
        QDate(first.year(), static_cast<int>(first.month()), static_cast<int>(first.day())));
    m_days->setValue(request.days);
    m_begin->setTime(timeOf(request.begin));
    m_end->setTime(timeOf(request.end));
    m_driving->setValue(request.mostDriving / 60);
    m_teams->setValue(request.teams);
    m_people->setValue(request.people);
    m_base->setText(toQString(request.base));
    m_nights->setText(joined(request.nights));
    m_setUp->setValue(request.setUp / 60);
    m_perHousehold->setValue(request.perHousehold / 60);
    m_visit->setValue(request.visit / 60);
    m_vehicle->setCurrentIndex(std::max(0, m_vehicle->findData(toQString(request.travel.means))));
    m_weather->setCurrentIndex(request.travel.season == access::Season::Rain ? Rain
                               : request.rainDays.empty()                    ? Dry
                                                                             : RainOnDays);
    QStringList days;
    for (const Date day : request.rainDays)
        days << isoDate(day);
    m_rainDays->setText(days.join(QStringLiteral("，")));
    m_fair->setChecked(request.fair);
    m_seconds->setValue(static_cast<int>(wish.seconds));
}

} // namespace guatu::desktop
