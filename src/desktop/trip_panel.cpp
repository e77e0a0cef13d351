// SPDX-License-Identifier: MIT
#include "desktop/trip_panel.h"

#include "desktop/card_layout.h"
#include "desktop/icons.h"
#include "desktop/progress_strip.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/trip_keeper.h"
#include "desktop/trip_lanes.h"
#include "desktop/trip_player.h"

#include <QMenu>
#include <QToolButton>

namespace guatu::desktop
{

TripPanel::TripPanel(const Texts& texts, TripKeeper& keeper, TripPlayer& player, QWidget* parent)
    : QStackedWidget(parent),
      m_texts(texts),
      m_keeper(keeper),
      m_player(player),
      m_lanes(new TripLanes(texts, keeper)),
      m_head(new QWidget),
      m_title(makeLabel("section")),
      m_summary(makeLabel("quiet")),
      m_more(new QToolButton),
      m_menu(new QMenu(this))
{
    buildHead();
    buildStart();
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_lanes, 1);
    addWidget(page);
    setMinimumHeight(120);
    connect(&keeper, &TripKeeper::changed, this, &TripPanel::refresh);
    connect(&keeper, &TripKeeper::choiceChanged, this, &TripPanel::refresh);
    connect(&keeper, &TripKeeper::savedChanged, this, &TripPanel::refresh);
    connect(&keeper.search().job(), &BackgroundJob::started, this, &TripPanel::refresh);
    connect(&keeper.search().job(), &BackgroundJob::ended, this, &TripPanel::refresh);
    connect(&player, &TripPlayer::playingChanged, this, &TripPanel::refresh);
    connect(&player, &TripPlayer::moved, this, [this] { m_lanes->setClock(m_player.clock()); });
    connect(m_lanes, &TripLanes::clockAsked, &player, &TripPlayer::goTo);
    texts.keep(this, [this] { refresh(); });
}

void TripPanel::buildHead()
{
    setLook(m_head, "panelHead");
    m_head->setFixedHeight(40);
    m_title->setFixedHeight(39);
    auto* layout = new QHBoxLayout(m_head);
    layout->setContentsMargins(12, 0, 12, 0);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    m_summary->setMinimumWidth(1);
    layout->addWidget(m_summary, 1);
    const auto add = [&](std::string_view title, std::string_view tip, auto act) {
        auto* button = new QPushButton;
        setLook(button, "smallButton");
        m_texts.keep(button, [this, button, title, tip] {
            button->setText(m_texts(title));
            button->setToolTip(m_texts(tip));
        });
        connect(button, &QPushButton::clicked, this, act);
        layout->addWidget(button);
        return button;
    };
    m_play = add("desktop.trip.play", "desktop.trip.play_tip",
                 [this] { m_player.setPlaying(!m_player.isPlaying()); });
    m_lock = add("desktop.trip.lock", "desktop.trip.lock_tip", [this] {
        if (const auto stop = m_keeper.stop())
            m_keeper.change([stop](session::TripDraft& draft) {
                draft.setLocked({*stop}, !draft.isLocked(*stop));
            });
    });
    m_improve =
        add("desktop.trip.improve", "desktop.trip.improve_tip", [this] { m_keeper.improve(); });
    m_compare = add("desktop.trip.compare", "desktop.trip.compare_tip", &TripPanel::compareAsked);
    m_undo = add("desktop.trip.undo", "desktop.trip.undo_tip", [this] { m_keeper.undo(); });
    m_redo = add("desktop.trip.redo", "desktop.trip.redo_tip", [this] { m_keeper.redo(); });
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_menu);
    setLook(m_more, "smallButton");
    m_texts.keep(m_more, [this] {
        m_more->setText(m_texts("desktop.trip.more"));
        m_more->setAccessibleName(m_texts("desktop.trip.more"));
    });
    layout->addWidget(m_more);
    connect(m_menu, &QMenu::aboutToShow, this, &TripPanel::fillMenu);
}

void TripPanel::fillMenu()
{
    m_menu->clear();
    m_menu->addAction(m_texts("desktop.trip.plan"), this, &TripPanel::planAsked);
    m_menu->addAction(m_texts("desktop.trip.open"), this, &TripPanel::openAsked);
    if (!m_keeper.draft())
        return;
    m_menu->addAction(m_texts("desktop.trip.save"), this, &TripPanel::saveAsked);
    m_menu->addSeparator();
    QAction* rain = m_menu->addAction(m_texts("desktop.trip.rain"), &m_keeper,
                                      [this](bool on) { m_keeper.setRain(on); });
    rain->setCheckable(true);
    rain->setChecked(m_keeper.isRain());
    m_menu->addAction(m_texts("desktop.trip.replan.button"), this, &TripPanel::replanAsked);
    m_menu->addAction(m_texts("desktop.trip.keep_plan"), &m_keeper, &TripKeeper::keepForComparison);
    m_menu->addAction(m_texts("desktop.trip.load"), this, &TripPanel::loadAsked);
    m_menu->addSeparator();
    m_menu->addAction(m_texts("desktop.trip.books_button"), this, &TripPanel::booksAsked);
    m_menu->addAction(m_texts("desktop.trip.out.button"), this, &TripPanel::exportAsked);
    m_menu->addAction(m_texts("desktop.trip.return.button"), this, &TripPanel::returnAsked);
    m_menu->addSeparator();
    m_menu->addAction(m_texts("desktop.trip.drop"), &m_keeper, &TripKeeper::drop);
}

void TripPanel::buildStart()
{
    auto* page = new QWidget;
    setLook(page, "panel");
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    auto* about = makeLabel("quiet");
    about->setWordWrap(true);
    auto* plan = new QPushButton;
    setLook(plan, "primary");
    auto* open = new QPushButton;
    m_texts.keep(page, [this, about, plan, open] {
        about->setText(m_texts("desktop.trip.none"));
        plan->setText(m_texts("desktop.trip.plan"));
        open->setText(m_texts("desktop.trip.open"));
    });
    connect(plan, &QPushButton::clicked, this, &TripPanel::planAsked);
    connect(open, &QPushButton::clicked, this, &TripPanel::openAsked);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(plan);
    line->addWidget(open);
    line->addStretch();
    layout->addWidget(about);
    layout->addLayout(line);
    layout->addStretch();
    addWidget(page);
}

void TripPanel::refresh()
{
    const session::TripDraft* draft = m_keeper.draft();
    setCurrentIndex(draft ? 1 : 0);
    m_title->setText(m_texts("desktop.trip.title"));
    for (QPushButton* button : {m_play, m_lock, m_improve, m_compare, m_undo, m_redo})
        button->setVisible(draft != nullptr);
    if (!draft) {
        m_summary->clear();
        return;
    }
    const bool isSearching = m_keeper.search().job().isRunning();
    m_play->setText(m_texts(m_player.isPlaying() ? "desktop.trip.pause" : "desktop.trip.play"));
    const auto stop = m_keeper.stop();
    const bool isPlanned = stop && spotOf(draft->itinerary(), *stop);
    m_lock->setEnabled(isPlanned);
    m_lock->setText(
        m_texts(isPlanned && draft->isLocked(*stop) ? "desktop.trip.unlock" : "desktop.trip.lock"));
    m_improve->setEnabled(!isSearching);
    m_undo->setEnabled(draft->canUndo() && !isSearching);
    m_redo->setEnabled(draft->canRedo() && !isSearching);
    m_compare->setEnabled(m_keeper.kept().has_value() || draft->canUndo());
    const std::size_t stops = draft->problem().stops.size() - draft->plan().leftOut.size();
    QString words =
        m_texts("desktop.trip.size", {{"teams", std::to_string(draft->problem().teams.size())},
                                      {"days", std::to_string(draft->problem().days.size())},
                                      {"stops", std::to_string(stops)}});
    words += m_texts("desktop.trip.comma");
    words +=
        m_keeper.isSaved() ? m_texts("desktop.trip.drag_hint") : m_texts("desktop.trip.unsaved");
    m_summary->setText(words);
    m_summary->setToolTip(words);
}

} // namespace guatu::desktop
