// SPDX-License-Identifier: MIT
#include "desktop/main_window.h"

#include "desktop/breadcrumb.h"
#include "desktop/briefing_panel.h"
#include "desktop/card_stack.h"
#include "desktop/file_kind.h"
#include "desktop/gap_panel.h"
#include "desktop/household_panel.h"
#include "desktop/icons.h"
#include "desktop/import_page.h"
#include "desktop/layer_panel.h"
#include "desktop/list_exporter.h"
#include "desktop/look_keeper.h"
#include "desktop/map_actions.h"
#include "desktop/map_page.h"
#include "desktop/message_bar.h"
#include "desktop/mode_bar.h"
#include "desktop/panel_links.h"
#include "desktop/progress_strip.h"
#include "desktop/query_library.h"
#include "desktop/query_panel.h"
#include "desktop/search_box.h"
#include "desktop/start_page.h"
#include "desktop/status_line.h"
#include "desktop/style_panel.h"
#include "desktop/table_stack.h"
#include "desktop/timeline_panel.h"
#include "desktop/tool_bar.h"
#include "desktop/trip_books.h"
#include "desktop/trip_desk.h"
#include "desktop/unit_tree_panel.h"
#include "desktop/why_panel.h"
#include "desktop/window_actions.h"
#include "desktop/window_dialogs.h"
#include "desktop/window_docks.h"
#include "desktop/words.h"
#include "desktop/workspace_opener.h"

#include <QBoxLayout>
#include <QLabel>
#include <QMenuBar>
#include <QStackedWidget>

#include <algorithm>

namespace guatu::desktop
{

MainWindow::MainWindow(Settings& settings, Texts& texts)
    : m_settings(settings),
      m_texts(texts),
      m_recent(settings),
      m_workbench(new Workbench(this)),
      m_opener(new WorkspaceOpener(this)),
      m_actions(new WindowActions(texts, *this)),
      m_messages(new MessageBar(texts)),
      m_layers(new LayerPanel(texts)),
      m_unitTree(new UnitTreePanel(texts, *m_workbench)),
      m_why(new WhyPanel(texts, *m_workbench)),
      m_query(new QueryPanel(texts, *m_workbench)),
      m_library(new QueryLibrary(texts)),
      m_looks(new LookKeeper(texts, *m_workbench, this)),
      m_style(new StylePanel(texts, *m_workbench, *m_looks)),
      m_pageMaker(new PageMaker(texts, *m_workbench, this)),
      m_briefing(new BriefingPanel(texts, *m_workbench, *m_pageMaker)),
      m_gaps(new GapKeeper(texts, *m_workbench, this)),
      m_gapPanel(new GapPanel(texts, *m_workbench, *m_gaps)),
      m_exporter(new ListExporter(texts, this)),
      m_cards(new CardStack(texts, *m_workbench)),
      m_tables(new TableStack(texts, *m_workbench)),
      m_trip(new TripDesk(texts, *m_workbench, settings, this)),
      m_search(new SearchBox(texts, *m_workbench)),
      m_breadcrumb(new Breadcrumb(texts, *m_workbench)),
      m_modes(new ModeBar(texts)),
      m_status(new StatusLine(texts, *m_workbench))
{
    setWindowIcon(icon(Icon::Program));
    setAcceptDrops(true);
    setMinimumSize(1024, 640);
    setStatusBar(m_status);
    buildCentre();
    m_docks = new WindowDocks(texts, *this,
                              {*m_layers, *m_unitTree, *m_why, *m_query, *m_library, *m_style,
                               *m_gapPanel, *m_briefing, *m_cards, *m_tables, *m_trip});
    m_workspaceTools = addTools(*this, *m_actions, *m_breadcrumb, *m_search, *m_modes);
    linkPanels(*this);
    connectPanels();
    connectActions();
    connectMapActions(*m_actions, *m_mapPage, texts, settings);
    m_scheme = addScheme(*menuBar());
    texts.keep(this, [this] { refreshTitle(); });
    connect(m_workbench, &Workbench::unitChanged, this, &MainWindow::showTools);
    connect(m_workbench, &Workbench::closed, this, &MainWindow::showTools, Qt::QueuedConnection);
    showTools();
    resize(1600, 1000);
    restoreGeometry(settings.windowGeometry());
    m_docks->restore(settings.dockState());
    m_docks->fillMenu(*m_actions->panels);
    m_actions->setRecent(m_recent);
    m_actions->setWorkspaceOpen(false);
    showPage(m_start);
    try {
        m_mapPage->loadDefinition();
        m_looks->setDefinition(m_mapPage->definition());
    } catch (const Error& error) {
        showError(error.message());
    }
}

MainWindow::~MainWindow() = default;

HouseholdPanel& MainWindow::households()
{
    return m_tables->households();
}

void MainWindow::buildCentre()
{
    m_start = new StartPage(m_texts, m_recent);
    m_mapPage = new MapPage(m_texts, *m_workbench, *m_layers);
    m_import = new ImportPage(m_texts);
    m_pages = new QStackedWidget;
    for (QWidget* page : std::initializer_list<QWidget*>{m_start, m_mapPage, m_import})
        m_pages->addWidget(page);
    auto* centre = new QWidget;
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_pages, 1);
    layout->addWidget(new ProgressStrip(m_texts, m_opener->job()));
    layout->addWidget(new ProgressStrip(m_texts, m_trip->keeper().search().job()));
    layout->addWidget(new ProgressStrip(m_texts, m_trip->books().job()));
    layout->addWidget(new ProgressStrip(m_texts, m_pageMaker->writing()));
    setCentralWidget(centre);
}

void MainWindow::connectPanels()
{
    connect(m_opener, &WorkspaceOpener::opened, this, &MainWindow::takeWorkspace);
    connect(m_start, &StartPage::sampleAsked, m_actions->sample, &QAction::trigger);
    connect(m_start, &StartPage::openAsked, m_actions->open, &QAction::trigger);
    connect(m_start, &StartPage::newAsked, m_actions->create, &QAction::trigger);
    connect(m_start, &StartPage::fileAsked, this, &MainWindow::openFile);
    connect(m_import, &ImportPage::left, this, [this] { showPage(m_mapPage); });
    connect(m_import, &ImportPage::imported, this, [this](const Message& result) {
        m_messages->showNote(result);
        m_opener->open(m_workbench->view().file);
    });
}

void MainWindow::connectActions()
{
    const auto on = [this](QAction* action, auto&& act) {
        connect(action, &QAction::triggered, this, std::forward<decltype(act)>(act));
    };
    on(m_actions->sample, [this] { m_opener->openSample(sampleFolder()); });
    on(m_actions->open, [this] {
        if (const auto file = askWorkspaceFile(m_texts, this))
            openFile(*file);
    });
    on(m_actions->create, [this] { createWorkspace(); });
    on(m_actions->import, [this] { chooseImport(); });
    on(m_actions->close, [this] {
        if (!m_style->mayLeave())
            return;
        m_workbench->close();
        m_actions->setWorkspaceOpen(false);
        showPage(m_start);
        refreshTitle();
    });
    on(m_actions->quit, [this] { close(); });
    on(m_actions->copy, [this] { households().copy(); });
    on(m_actions->clearSelection, [this] { m_workbench->letGo(); });
    on(m_actions->unitUp, [this] { m_workbench->visitParent(); });
    on(m_actions->mapOnly, [this](bool only) { m_docks->setMapOnly(only); });
    on(m_actions->asOf, [this] {
        if (const auto wish = askDate(m_texts, m_workbench->view().snapshot.asOf, this))
            m_mapPage->timeline().goTo(wish->date.value_or(m_workbench->view().dataDate));
    });
    on(m_actions->chinese, [this] { m_texts.switchTo(Language::Chinese); });
    on(m_actions->english, [this] { m_texts.switchTo(Language::English); });
    on(m_actions->find, [this] { m_search->setFocus(); });
    on(m_actions->shortcuts, [this] { showShortcuts(m_texts, this); });
    on(m_actions->about, [this] { showAbout(m_texts, this); });
    on(m_actions->gotoPosition, [this] {
        askPosition(m_texts, this, [this](const TypedPosition& position) {
            if (!m_mapPage->goTo(position))
                m_messages->showNote({"desktop.goto.outside"});
        });
    });
    connect(m_actions, &WindowActions::recentAsked, this,
            [this](const QString& file) { openFile(toPath(file)); });
    m_texts.keep(m_actions, [this] {
        const bool chinese = m_texts.language() == Language::Chinese;
        (chinese ? m_actions->chinese : m_actions->english)->setChecked(true);
    });
    // Only what the user chooses is kept, not what one run was started with.
    connect(&m_texts, &Texts::changed, this,
            [this] { m_settings.setLanguage(m_texts.language()); });
}

void MainWindow::openFile(const std::filesystem::path& file)
{
    m_messages->hide();
    if (isWorkspaceFile(file)) {
        if (m_style->mayLeave())
            m_opener->open(file);
        return;
    }
    if (!m_workbench->isOpen()) {
        m_messages->showNote({"desktop.import.no_workspace", {{"file", file.filename().string()}}},
                             {"desktop.action.new_short"}, [this] { createWorkspace(); });
        return;
    }
    m_import->show(m_workbench->sharedView(), file);
    showPage(m_import);
}

void MainWindow::takeWorkspace(const OpenedWorkspace& opened, const session::KeptLooks& looks)
{
    m_recent.add(opened.view->file, QDateTime::currentDateTime());
    m_actions->setRecent(m_recent);
    m_actions->setWorkspaceOpen(true);
    showPage(m_mapPage);
    m_mapPage->map().forgetViews();
    m_looks->take(*opened.view, looks);
    m_mapPage->setLooks(m_looks->looks());
    m_workbench->open(opened);
    refreshTitle();
    if (opened.view->snapshot.units.size() == 0)
        m_messages->showNote({"desktop.empty_workspace"}, {"desktop.action.import_short"},
                             [this] { chooseImport(); });
}

void MainWindow::showPage(QWidget* page)
{
    m_pages->setCurrentWidget(page);
    m_docks->setShown(page == m_mapPage);
    if (page == m_start)
        m_start->refresh();
}

void MainWindow::showTools()
{
    for (QAction* tool : m_workspaceTools)
        tool->setVisible(m_workbench->isOpen() && m_workbench->unit() != noRow);
}

void MainWindow::showError(const Message& why)
{
    m_messages->showError(why);
}

bool MainWindow::isWorking() const
{
    const auto jobs = findChildren<BackgroundJob*>();
    return std::ranges::any_of(jobs, [](const BackgroundJob* job) {
        return job->isRunning() && job->objectName() != DateKeeper::preparing;
    });
}

bool MainWindow::showsMap() const
{
    return m_pages->currentWidget() == m_mapPage;
}

void MainWindow::createWorkspace()
{
    if (const auto wish = askNewWorkspace(m_texts, this))
        m_opener->create(wish->file, wish->profile);
}

void MainWindow::chooseImport()
{
    if (const auto file = askDataFile(m_texts, this))
        openFile(*file);
}

void MainWindow::refreshTitle()
{
    m_scheme->setText(m_workbench->isOpen() ? schemeText(m_workbench->view().profile, m_texts)
                                            : QString());
    const QString name = m_texts("desktop.name");
    setWindowTitle(m_workbench->isOpen() ? name + QStringLiteral(" — ") +
                                               fromPath(m_workbench->view().file.filename())
                                         : name);
}

} // namespace guatu::desktop
