// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/recent_files.h"
#include "desktop/texts.h"
#include "desktop/workbench.h"

#include <QMainWindow>

class QAction;
class QLabel;
class QStackedWidget;

namespace guatu::session
{
struct KeptLooks;
}

namespace guatu::desktop
{

class Breadcrumb;
class BriefingPanel;
class CardStack;
class GapKeeper;
class GapPanel;
class HouseholdPanel;
class ImportPage;
class LayerPanel;
class LookKeeper;
class MapPage;
class MessageBar;
class ModeBar;
class ListExporter;
class QueryLibrary;
class QueryPanel;
class PageMaker;
class SearchBox;
class StartPage;
class StatusLine;
class StylePanel;
class TableStack;
class TripDesk;
class UnitTreePanel;
class WhyPanel;
class WindowActions;
class WindowDocks;
class WorkspaceOpener;

/// The window: puts the panels in their places and passes between them what one asks of another.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Settings& settings, Texts& texts);
    ~MainWindow() override;

    /// Opens a workspace beside the window; data files go to the import page.
    void openFile(const std::filesystem::path& file);

    [[nodiscard]] Workbench& workbench() { return *m_workbench; }
    [[nodiscard]] MapPage& mapPage() { return *m_mapPage; }
    [[nodiscard]] HouseholdPanel& households();
    [[nodiscard]] TableStack& tables() { return *m_tables; }
    [[nodiscard]] LayerPanel& layers() { return *m_layers; }
    [[nodiscard]] UnitTreePanel& unitTree() { return *m_unitTree; }
    [[nodiscard]] CardStack& cards() { return *m_cards; }
    [[nodiscard]] SearchBox& search() { return *m_search; }
    [[nodiscard]] StatusLine& status() { return *m_status; }
    [[nodiscard]] MessageBar& messages() { return *m_messages; }
    [[nodiscard]] ImportPage& importPage() { return *m_import; }
    [[nodiscard]] WindowActions& actions() { return *m_actions; }
    [[nodiscard]] WindowDocks& docks() { return *m_docks; }
    [[nodiscard]] ModeBar& modes() { return *m_modes; }
    [[nodiscard]] WhyPanel& why() { return *m_why; }
    [[nodiscard]] QueryPanel& query() { return *m_query; }
    [[nodiscard]] PageMaker& pageMaker() { return *m_pageMaker; }
    [[nodiscard]] BriefingPanel& briefing() { return *m_briefing; }
    [[nodiscard]] GapKeeper& gaps() { return *m_gaps; }
    [[nodiscard]] GapPanel& gapPanel() { return *m_gapPanel; }
    [[nodiscard]] LookKeeper& looks() { return *m_looks; }
    [[nodiscard]] StylePanel& style() { return *m_style; }
    [[nodiscard]] QueryLibrary& library() { return *m_library; }
    [[nodiscard]] ListExporter& exporter() { return *m_exporter; }
    [[nodiscard]] TripDesk& trip() { return *m_trip; }
    void showError(const Message& why);
    [[nodiscard]] bool showsMap() const;
    /// Something beside the window still runs for it; the map and the dates that are being made
    /// ready not counted.
    [[nodiscard]] bool isWorking() const;
    [[nodiscard]] const Texts& texts() const { return m_texts; }
    [[nodiscard]] WorkspaceOpener& opener() { return *m_opener; }

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void buildCentre();
    void connectPanels();
    void connectActions();
    void takeWorkspace(const OpenedWorkspace& opened, const session::KeptLooks& looks);
    void showPage(QWidget* page);
    void createWorkspace();
    void chooseImport();
    void refreshTitle();
    void showTools();

    Settings& m_settings;
    Texts& m_texts;
    RecentFiles m_recent;
    Workbench* m_workbench;
    WorkspaceOpener* m_opener;
    WindowActions* m_actions;
    QStackedWidget* m_pages;
    MessageBar* m_messages;
    StartPage* m_start;
    MapPage* m_mapPage;
    ImportPage* m_import;
    LayerPanel* m_layers;
    UnitTreePanel* m_unitTree;
    WhyPanel* m_why;
    QueryPanel* m_query;
    QueryLibrary* m_library;
    LookKeeper* m_looks;
    StylePanel* m_style;
    PageMaker* m_pageMaker;
    BriefingPanel* m_briefing;
    GapKeeper* m_gaps;
    GapPanel* m_gapPanel;
    ListExporter* m_exporter;
    CardStack* m_cards;
    TableStack* m_tables;
    TripDesk* m_trip;
    SearchBox* m_search;
    Breadcrumb* m_breadcrumb;
    ModeBar* m_modes;
    StatusLine* m_status;
    WindowDocks* m_docks;
    QLabel* m_scheme;                 ///< the campaign, at the end of the menu bar
    QList<QAction*> m_workspaceTools; ///< breadcrumb and modes
};

} // namespace guatu::desktop
