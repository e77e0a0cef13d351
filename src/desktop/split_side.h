// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/date_keeper.h"
#include "desktop/map_widget.h"

class QToolButton;

namespace guatu::desktop
{

class MapTip;
class MapTitle;
class Texts;

/// The layers to hide so that, at every scale, the areas are coloured as by the theme's layer: of
/// each set of layers of which one is shown at a time the one of the same group, or else of the
/// same style. Sets without such a layer stay as they are in `hidden`.
[[nodiscard]] std::set<std::string> hiddenForTheme(const MapDefinition& definition,
                                                   std::set<std::string> hidden,
                                                   const std::string& layer);

/// The second map beside the main one: another date or another theme, always of the same place.
class SplitSide : public QWidget
{
    Q_OBJECT

public:
    SplitSide(const Texts& texts, Workbench& workbench, DateKeeper& dates, MapWidget& main);

    /// What the main map shows now; this side shows the same but for its date or theme.
    void show(const render::MapScene& main);
    using QWidget::show;
    void showDate(Date date);
    void showTheme(const std::string& layer);
    [[nodiscard]] MapWidget& map() const { return *m_map; }
    /// How it differs from the main map: its date, else what it is about.
    [[nodiscard]] QString title() const;
    /// Whether it shows what was asked for.
    [[nodiscard]] bool isReady() const;

signals:
    void endAsked();
    /// What was clicked here, as it stands in the workbench's tables.
    void clicked(const std::vector<guatu::render::Hit>& hits, Qt::KeyboardModifiers modifiers);
    void failed(const guatu::Message& why);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void refreshTitle();
    [[nodiscard]] QString subject() const;
    void read(Date date);
    void fillMenu();
    void showTip(QPointF pixel);
    [[nodiscard]] const session::WorkspaceView* shownView() const;
    [[nodiscard]] Date firstDate() const;

    const Texts& m_texts;
    Workbench& m_workbench;
    DateKeeper& m_dates;
    MapWidget& m_main;
    MapWidget* m_map;
    MapTitle* m_title;
    MapTip* m_tip;
    QToolButton *m_choose, *m_end;
    render::MapScene m_scene;
    std::shared_ptr<render::SceneCache> m_cache; ///< own: the two maps would drive each other's out
    std::filesystem::path m_file;                ///< of the cache
    std::optional<Date> m_date;
    std::string m_theme;                                  ///< a layer; empty: the main map's
    std::shared_ptr<const session::WorkspaceView> m_view; ///< of the date
    BackgroundJob m_job{this};
};

} // namespace guatu::desktop
