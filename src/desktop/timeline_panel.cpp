// SPDX-License-Identifier: MIT
#include "desktop/timeline_panel.h"

#include "desktop/icons.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/timeline.h"
#include "desktop/words.h"

#include <QBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace guatu::desktop
{

TimelinePanel::TimelinePanel(const Texts& texts, Workbench& workbench, QWidget* parent)
    : QFrame(parent),
      m_texts(texts),
      m_workbench(workbench),
      m_keeper(workbench),
      m_changes(workbench),
      m_title(makeLabel("quiet")),
      m_date(makeLabel("title")),
      m_state(makeLabel("quiet")),
      m_back(new QToolButton),
      m_forward(new QToolButton),
      m_cancel(new QToolButton),
      m_compare(new QToolButton),
      m_timeline(new Timeline)
{
    setLook(this, "timeline");
    setFixedHeight(73);
    m_back->setIcon(icon(Icon::Previous));
    m_forward->setIcon(icon(Icon::Next));
    m_cancel->setIcon(icon(Icon::Close));
    for (QToolButton* button : {m_back, m_forward, m_cancel}) {
        setLook(button, "plain");
        button->setIconSize({12, 12});
    }
    setLook(m_compare, "smallToggle");
    m_compare->setCheckable(true);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addWidget(m_state);
    head->addWidget(m_cancel);
    head->addStretch();
    auto* line = new QHBoxLayout;
    line->setSpacing(2);
    line->addWidget(m_date);
    line->addSpacing(6);
    line->addWidget(m_back);
    line->addWidget(m_forward);
    line->addSpacing(6);
    line->addWidget(m_compare);
    line->addStretch();
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addStretch();
    words->addLayout(head);
    words->addLayout(line);
    words->addStretch();
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(words);
    layout->addWidget(m_timeline, 1);

    connect(m_back, &QToolButton::clicked, this, &TimelinePanel::stepBack);
    connect(m_forward, &QToolButton::clicked, this, &TimelinePanel::stepForward);
    connect(m_cancel, &QToolButton::clicked, &m_keeper, &DateKeeper::stay);
    connect(m_timeline, &Timeline::dragged, this, [this](Date date) {
        m_wanted = date;
        m_keeper.preview(date);
        refreshDate();
    });
    connect(m_timeline, &Timeline::chosen, this, &TimelinePanel::goTo);
    connect(m_compare, &QToolButton::clicked, this, [this](bool on) {
        if (on && m_workbench.isOpen())
            m_changes.mark();
        else
            m_changes.end();
    });
    connect(&m_changes, &ChangeKeeper::changed, this, &TimelinePanel::refreshChanges);
    connect(&m_changes, &ChangeKeeper::failed, this, &TimelinePanel::failed);
    connect(&m_keeper, &DateKeeper::historyChanged, this, &TimelinePanel::refresh);
    connect(&m_keeper, &DateKeeper::failed, this, &TimelinePanel::failed);
    connect(&m_keeper.job(), &BackgroundJob::ended, this, [this] {
        m_wanted.reset();
        refreshDate();
    });
    connect(&workbench, &Workbench::opened, this, &TimelinePanel::refresh);
    connect(&workbench, &Workbench::unitChanged, this, &TimelinePanel::refresh);
    m_texts.keep(this, [this] {
        m_title->setText(m_texts("desktop.timeline.date"));
        m_compare->setText(m_texts("desktop.timeline.compare"));
        m_compare->setToolTip(m_texts("desktop.timeline.compare_tip"));
        m_back->setToolTip(m_texts("desktop.timeline.back"));
        m_forward->setToolTip(m_texts("desktop.timeline.forward"));
        m_cancel->setToolTip(m_texts("desktop.cancel"));
        m_timeline->setAccessibleName(m_texts("desktop.timeline"));
        refresh();
    });
}

std::optional<double> TimelinePanel::clearedShare(const session::HistoryPoint& point) const
{
    const RowIndex unit = m_workbench.unit();
    if (unit == noRow)
        return {};
    const auto* tally = point.of(m_workbench.units().code[static_cast<std::size_t>(unit)]);
    if (!tally || tally->inScope() == 0)
        return {};
    return 100.0 * static_cast<double>(tally->count(Clear::Cleared)) /
           static_cast<double>(tally->inScope());
}

void TimelinePanel::refresh()
{
    if (!m_workbench.isOpen())
        return;
    const auto& view = m_workbench.view();
    const auto& dates = m_keeper.dates();
    TimelineContent content;
    content.dataDate = view.dataDate;
    if (!dates.empty()) {
        content.start = dates.front();
        content.end = dates.back();
    }
    for (const Deadline& deadline : view.profile.deadlines)
        if (deadline.on >= content.start && deadline.on <= content.end)
            content.flags.push_back(
                {deadline.on, m_texts(deadline.what),
                 m_texts(deadline.sign.zh.empty() ? deadline.what : deadline.sign)});
    for (const auto& [date, point] : m_keeper.history()) {
        if (date > view.dataDate || date < content.start)
            continue;
        if (const auto share = clearedShare(point))
            content.curve.push_back({date, *share});
    }
    m_timeline->show(std::move(content));
    refreshDate();
    const RowIndex unit = m_workbench.unit();
    emit paceChanged(unit == noRow
                         ? std::nullopt
                         : session::paceOf(view.profile,
                                           m_workbench.units().code[static_cast<std::size_t>(unit)],
                                           view.snapshot.asOf, m_keeper.history()));
}

void TimelinePanel::refreshDate()
{
    if (!m_workbench.isOpen())
        return;
    const Date shown = m_workbench.view().snapshot.asOf;
    const Date wanted = m_wanted.value_or(shown);
    m_timeline->setDate(wanted);
    m_date->setText(isoDate(wanted));
    refreshChanges();
    if (wanted != shown)
        m_state->setText(
            m_texts("desktop.timeline.shown", {{"date", shortDate(shown, wanted).toStdString()}}));
    m_cancel->setVisible(m_keeper.job().isRunning());
    const auto& dates = m_keeper.dates();
    m_back->setEnabled(!dates.empty() && dates.front() < wanted);
    m_forward->setEnabled(!dates.empty() && dates.back() > wanted);
    const auto point = m_keeper.history().find(shown);
    const auto share =
        point == m_keeper.history().end() ? std::nullopt : clearedShare(point->second);
    m_timeline->setHandleText(
        share ? m_texts("desktop.timeline.cleared",
                        {{"percent", QString::number(*share, 'f', 1).toStdString()}})
              : QString());
}

void TimelinePanel::refreshChanges()
{
    const auto from = m_changes.from();
    m_compare->setChecked(from.has_value());
    m_timeline->setBase(from);
    QString state;
    if (from && m_changes.changes())
        state = m_texts(
            "desktop.timeline.changes",
            {{"count",
              number(static_cast<long long>(m_changes.changes()->changes.size())).toStdString()}});
    else if (from && m_workbench.isOpen() && m_workbench.view().snapshot.asOf <= *from)
        state = m_texts("desktop.timeline.choose_later");
    m_state->setText(state);
}

void TimelinePanel::stepBack()
{
    const auto& dates = m_keeper.dates();
    const auto at = std::ranges::lower_bound(dates, m_timeline->date());
    if (at != dates.begin())
        goTo(*(at - 1));
}

void TimelinePanel::stepForward()
{
    const auto& dates = m_keeper.dates();
    const auto at = std::ranges::upper_bound(dates, m_timeline->date());
    if (at != dates.end())
        goTo(*at);
}

void TimelinePanel::goTo(Date date)
{
    if (!m_workbench.isOpen())
        return;
    m_wanted = date;
    m_keeper.show(date);
    if (!m_keeper.job().isRunning())
        m_wanted.reset();
    refreshDate();
}

} // namespace guatu::desktop
