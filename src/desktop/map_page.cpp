// SPDX-License-Identifier: MIT
#include "desktop/map_page.h"

#include "briefing/writer.h"
#include "core/geodesic.h"
#include "desktop/identify_list.h"
#include "desktop/layer_panel.h"
#include "desktop/layer_ways.h"
#include "desktop/locator_view.h"
#include "desktop/magnifier.h"
#include "desktop/map_furniture.h"
#include "desktop/map_overlay.h"
#include "desktop/route_legend_view.h"
#include "desktop/split_side.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/timeline_panel.h"
#include "desktop/unit_places.h"
#include "render/map_cache.h"
#include "session/overview.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPrintDialog>
#include <QPrinter>
#include <QProgressBar>
#include <QSplitter>

#include <algorithm>

namespace guatu::desktop
{
namespace
{

constexpr int edge = 12;             // of the furniture from the map's edge
constexpr int followDelay = 40;      // ms of a still map until what lies under it follows
constexpr double placeScale = 10000; // at which a single place is shown
constexpr double surroundings = 0.5; // of a village's size, shown around it

double metresPerPixelAt(double denominator)
{
    return denominator * 0.0254 / 96;
}

/// Rows differ from date to date, codes do not.
std::set<std::string> codesOf(const session::WorkspaceView& view,
                              const std::vector<std::uint32_t>& rows)
{
    std::set<std::string> codes;
    for (const std::uint32_t row : rows)
        codes.emplace(view.snapshot.households.code[row]);
    return codes;
}

} // namespace

MapPage::MapPage(const Texts& texts, Workbench& workbench, LayerPanel& layers, QWidget* parent)
    : QWidget(parent),
      m_texts(texts),
      m_workbench(workbench),
      m_layers(layers),
      m_maps(new QSplitter(Qt::Horizontal)),
      m_map(new MapWidget),
      m_timeline(new TimelinePanel(texts, workbench)),
      m_title(new MapTitle(m_map)),
      m_scaleBar(new ScaleBarView(texts, m_map)),
      m_tip(new MapTip(m_map)),
      m_identify(new IdentifyList(texts, m_map)),
      m_readout(new MeasureReadout(texts, *m_map)),
      m_magnifier(new Magnifier(*m_map)),
      m_drawing(new QProgressBar(m_map))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_maps->addWidget(m_map);
    m_maps->setChildrenCollapsible(false);
    layout->addWidget(m_maps, 1);
    layout->addWidget(m_timeline);
    auto* buttons = new MapButtons(texts, *m_map);
    connect(buttons, &MapButtons::homeAsked, this, &MapPage::showUnit);
    m_buttons = buttons;
    m_locator = new LocatorView(texts, *m_map);
    m_routeLegend = new RouteLegendView(m_map);
    m_drawing->setTextVisible(false);
    m_drawing->setRange(0, 0);
    m_drawing->hide();
    m_drawingLong.setSingleShot(true);
    m_legend.setSingleShot(true);
    m_map->setTransforms({[this](Point plane) { return toLonLat(plane); },
                          [this](Point lonLat) { return toPlane(lonLat); }});
    connectMap();
    connectIdentify();
    connectBackground();

    connect(&m_workbench, &Workbench::opened, this, &MapPage::takeWorkspace);
    connect(&m_workbench, &Workbench::unitChanged, this, [this] {
        updateScene();
        refreshTitle();
        refreshLocator();
    });
    connect(&m_workbench, &Workbench::householdsChanged, this, &MapPage::updateScene);
    connect(&m_workbench, &Workbench::listChanged, this, &MapPage::retable);
    connect(&m_timeline->changes(), &ChangeKeeper::changed, this, &MapPage::retable);
    connect(&m_workbench, &Workbench::markedChanged, this, &MapPage::updateScene);
    connect(&m_workbench, &Workbench::visited, this, &MapPage::showPlace);
    connect(&m_workbench, &Workbench::closed, this, [this] {
        setSplit(false);
        m_magnifier->setOn(false);
        m_scene.tables.clear();
        m_scene.definition = nullptr;
        m_scene.cache = render::makeSceneCache();
        m_background.closeAll();
        m_layers.show(m_scene, m_map->view());
        m_map->setScene({});
    });
    connect(&m_definer, &MapDefiner::made, this, [this](const auto& definition) {
        if (!m_workbench.isOpen())
            return; // closed meanwhile
        takeDefinition(definition);
        showDefinition();
    });
    connect(&m_layers, &LayerPanel::hiddenChanged, this, &MapPage::updateScene);
    connect(&m_layers, &LayerPanel::themeChanged, this, &MapPage::refreshTitle);
    connect(&m_legend, &QTimer::timeout, this, [this] { m_layers.show(m_scene, m_map->view()); });
    connect(&texts, &Texts::changed, this, [this] {
        updateScene();
        refreshTitle();
    });
}

void MapPage::connectMap()
{
    connect(m_map, &MapWidget::viewChanged, this, [this] {
        m_scaleBar->show(trueScale());
        emit scaleChanged(trueScale() / 0.0254 * m_map->view().dpi);
        m_legend.start(150);
        placeFurniture();
    });
    connect(m_map, &MapWidget::drawingStarted, this, [this] { m_drawingLong.start(200); });
    connect(&m_drawingLong, &QTimer::timeout, m_drawing, &QWidget::show);
    connect(m_map, &MapWidget::pictureShown, this, [this] {
        m_drawingLong.stop();
        m_drawing->hide();
        m_layers.setUnplaced(m_map->picture().unplacedLabels, m_map->picture().unplacedFigures);
        m_cache.keep(m_scene);
    });
    connect(m_map, &MapWidget::failed, this, [this](const Message& why) {
        m_drawingLong.stop();
        m_drawing->hide();
        emit failed(why);
    });
    connect(m_map, &MapWidget::pointerMoved, this, [this](const Point& plane) {
        emit positionChanged(plane.valid() ? toLonLat(plane) : Point{}, plane);
    });
    connect(m_map, &MapWidget::hovered, this, &MapPage::showTip);
    connect(m_map, &MapWidget::hoverEnded, this, [this] {
        if (m_tip->isVisible()) {
            m_tip->hide();
            m_map->setHoverOutline({});
        }
    });
    connect(m_map, &MapWidget::clicked, this, &MapPage::click);
    connect(m_map, &MapWidget::doubleClicked, this, &MapPage::doubleClick);
    connect(m_map, &MapWidget::escaped, this, [this] {
        if (m_magnifier->isOn() || m_split) { // the latest first
            m_magnifier->isOn() ? m_magnifier->setOn(false) : setSplit(false);
            return;
        }
        m_map->setMark({});
        m_workbench.letGo();
    });
    connect(m_map, &MapWidget::menuAsked, this, &MapPage::showMenu);
    connect(m_map, &MapWidget::areaChosen, this, &MapPage::choose);
    connect(&m_choosing, &BackgroundJob::failed, this, &MapPage::failed);
    connect(&m_printing, &BackgroundJob::failed, this, &MapPage::failed);
}

void MapPage::choose(const MapChoice& choice)
{
    if (!m_workbench.isOpen())
        return;
    m_choosing.start([this, choice, scene = m_scene, view = m_workbench.sharedView()](
                         const Progress& progress) -> BackgroundJob::Finish {
        auto rows = householdsWhere(*view, scene, [&choice, &progress](Point p) {
            progress.checkpoint();
            return choice.contains(p);
        });
        auto codes = codesOf(*view, rows);
        return [this, view, rows = std::move(rows), codes = std::move(codes)] {
            if (view == m_workbench.sharedView())
                listHouseholds(rows, codes);
        };
    });
}

void MapPage::listByRow(const std::vector<std::uint32_t>& rows)
{
    listHouseholds(rows, codesOf(m_workbench.view(), rows));
}

void MapPage::listHouseholds(const std::vector<std::uint32_t>& rows, std::set<std::string> codes)
{
    if (rows.size() < 2) {
        m_workbench.chooseHouseholds(rows);
        if (!rows.empty())
            emit householdsClicked();
        return;
    }
    HouseholdQuestion question;
    question.title = Texts::inBoth([](Language) { return Message{"desktop.list.boxed"}; });
    question.find = [codes = std::move(codes)](const session::WorkspaceView& view) {
        return session::householdsByCode(view, codes);
    };
    m_workbench.chooseHouseholds({});
    m_workbench.ask(std::move(question));
}

void MapPage::loadDefinition()
{
    m_definer.load();
}

void MapPage::setColours(ColourVariant variant)
{
    m_definer.setColours(variant);
    if (!m_workbench.isOpen())
        return;
    takeDefinition(m_definer.make(m_scene.tables));
    showDefinition();
}

void MapPage::setLooks(std::vector<LayerLook> looks)
{
    m_definer.setLooks(std::move(looks));
    if (m_workbench.isOpen())
        m_definer.makeSoon(m_scene.tables);
}

void MapPage::takeDefinition(std::shared_ptr<const MapDefinition> definition)
{
    m_scene.definition = std::move(definition);
    emit defined(m_scene.definition);
}

void MapPage::showDefinition()
{
    m_layers.show(m_scene, m_map->view());
    updateScene();
}

void MapPage::takeWorkspace()
{
    m_transform.emplace(std::string(storeCrs), m_workbench.view().snapshot.crs);
    m_scene.cache = m_cache.open(m_workbench.view().file);
    m_lensCache = render::makeSceneCache(render::mapCacheFile(m_workbench.view().file));
    takeTables();
    takeDefinition(m_definer.make(m_scene.tables));
    m_scene.crs = m_workbench.view().snapshot.crs;
    m_background.setCrs(m_scene.crs);
    m_map->setMark({});
    m_layers.show(m_scene, m_map->view());
    updateScene();
    refreshTitle();
    refreshLocator();
}

void MapPage::takeTables()
{
    m_scene.tables = m_workbench.view().tables;
    if (m_workbench.list())
        m_scene.tables.push_back(m_workbench.list()->places);
    if (const auto changes = m_timeline->changes().table())
        m_scene.tables.push_back(changes);
    if (m_task)
        m_scene.tables.insert(m_scene.tables.end(), m_task->tables.begin(), m_task->tables.end());
}

void MapPage::retable()
{
    if (!m_workbench.isOpen())
        return;
    takeTables();
    m_layers.show(m_scene, m_map->view());
    updateScene();
    refreshTitle();
}

void MapPage::setTask(std::optional<MapTask> task)
{
    if (!task && !m_task)
        return;
    m_task = std::move(task);
    retable();
}

void MapPage::updateScene()
{
    if (!m_workbench.isOpen())
        return;
    m_scene.hiddenLayers = m_layers.hidden();
    if (m_definer.base())
        for (const Layer& layer : m_definer.base()->layers)
            if (givesWay(layer, m_scene.tables) ||
                (m_scene.routes && layer.source == "household")) // the trip alone
                m_scene.hiddenLayers.insert(layer.id);
    m_scene.language = m_texts.language();
    m_scene.credit = m_scene.background.empty() ? "" : m_background.credit().in(m_scene.language);
    m_credit->setText(toQString(m_scene.credit));
    m_credit->setVisible(!m_scene.credit.empty());
    m_scene.measure = m_layers.measure();
    m_scene.selections.clear();
    m_scene.focus = GeometryColumn(GeometryType::Polygon);
    const UnitColumns& units = m_workbench.units();
    const RowIndex unit = m_workbench.unit();
    const RowIndex stage = m_workbench.stage();
    if (unit != noRow && unit != stage) {
        const auto row = static_cast<std::size_t>(unit);
        const std::string level(toString(units.level[row]));
        const bool area = units.area.hasGeometry(row);
        m_scene.selections.push_back({area ? level : level + "_seat", {units.id[row]}});
    }
    if (stage != noRow && units.area.hasGeometry(static_cast<std::size_t>(stage))) {
        const auto row = static_cast<std::size_t>(stage);
        for (std::size_t part = 0; part < units.area.partCount(row); ++part)
            m_scene.focus.addPart(units.area.part(row, part));
        m_scene.focus.endFeature();
    }
    for (const session::MapFeatures& found : m_workbench.marked())
        m_scene.selections.push_back({found.source, found.ids});
    if (!m_workbench.households().empty()) {
        render::Selection chosen{m_task               ? m_task->households
                                 : m_workbench.list() ? "found"
                                                      : "household",
                                 {}};
        for (const std::uint32_t row : m_workbench.households())
            chosen.ids.insert(m_workbench.view().snapshot.households.id[row]);
        m_scene.selections.push_back(std::move(chosen));
    }
    m_map->setScene(m_scene);
    if (m_split)
        m_split->show(m_scene);
    render::MapScene lens = m_scene;
    lens.cache = m_lensCache;
    m_magnifier->show(std::move(lens));
}

void MapPage::setSplit(bool split)
{
    if (split == (m_split != nullptr) || (split && !m_workbench.isOpen()))
        return;
    if (split) {
        m_split = new SplitSide(m_texts, m_workbench, m_timeline->keeper(), *m_map);
        connect(m_split, &SplitSide::endAsked, this, [this] { setSplit(false); });
        connect(m_split, &SplitSide::failed, this, &MapPage::failed);
        connect(m_split, &SplitSide::clicked, this, &MapPage::chooseHits);
        m_maps->addWidget(m_split);
        m_maps->setSizes({m_maps->width() / 2, m_maps->width() / 2});
        m_split->show(m_scene);
    } else {
        m_split->hide();
        m_split->deleteLater();
        m_split = nullptr;
    }
    emit splitChanged(split);
}

void MapPage::showPlace(const Box& place)
{
    if (place.empty())
        return;
    const RowIndex unit = m_workbench.unit();
    const bool village =
        unit != noRow &&
        m_workbench.units().level[static_cast<std::size_t>(unit)] >= Level::Village;
    m_map->fit(village ? place.grown(surroundings * std::max(place.width(), place.height()))
                       : place);
}

void MapPage::showUnit()
{
    if (m_workbench.isOpen())
        showPlace(placeOf(m_workbench.units(), m_workbench.stage()));
}

bool MapPage::goTo(const TypedPosition& position)
{
    if (!m_transform)
        return false;
    const Point plane = position.inDegrees ? m_transform->forward(position.point) : position.point;
    if (!plane.valid())
        return false;
    goToPlace(plane);
    return true;
}

void MapPage::goToPlace(Point plane)
{
    if (!plane.valid())
        return;
    m_map->setMark(plane);
    m_map->centerOn(plane, std::min(m_map->view().metresPerPixel, metresPerPixelAt(placeScale)));
}

void MapPage::openBackground(const std::filesystem::path& file)
{
    if (m_workbench.isOpen())
        m_background.openFile(file);
}

void MapPage::openBasemap(const Basemap& basemap, const KeyValues& keys)
{
    if (!m_workbench.isOpen())
        return;
    m_background.openBasemap(basemap, keys);
    followBackground();
}

void MapPage::followBackground()
{
    if (m_workbench.isOpen() && m_map->view().center.valid())
        m_background.follow(m_map->view());
}

void MapPage::connectBackground()
{
    m_credit = makeLabel("credit", m_map);
    m_credit->hide();
    m_following.setSingleShot(true);
    connect(&m_following, &QTimer::timeout, this, &MapPage::followBackground);
    connect(m_map, &MapWidget::viewChanged, this, [this] { m_following.start(followDelay); });
    connect(m_map, &MapWidget::pictureShown, this, &MapPage::followBackground);
    connect(&m_background, &MapBackground::failed, this, &MapPage::failed);
    connect(&m_background, &MapBackground::opened, this, [this](const Box& extent) {
        if (extent.intersects(m_map->view().extent()))
            followBackground();
        else
            m_map->fit(extent); // it was opened to be seen
    });
    connect(&m_background, &MapBackground::pictureChanged, this,
            [this](const std::vector<render::RasterPiece>& pieces) {
                if (pieces == m_scene.background)
                    return;
                m_scene.background = pieces;
                updateScene();
                placeFurniture();
            });
    connect(&m_background, &MapBackground::terrainChanged, this,
            [this](const QImage& relief, const Box& extent) {
                m_scene.relief = relief;
                m_scene.reliefExtent = extent;
                updateScene();
            });
}

void MapPage::showGraticule(bool shown)
{
    m_scene.graticule = shown;
    updateScene();
}

void MapPage::showKilometreGrid(bool shown)
{
    m_scene.kilometreGrid = shown;
    updateScene();
}

void MapPage::showLocator(bool shown)
{
    m_locator->setVisible(shown);
    refreshLocator();
    placeFurniture();
    m_map->update();
}

void MapPage::refreshLocator()
{
    if (m_locator->isHidden() || !m_workbench.isOpen())
        return;
    const auto overview = session::overviewOf(m_workbench.units(), m_workbench.stage());
    m_locator->show(render::makeLocator(overview.counties, overview.current));
    placeFurniture();
}

double MapPage::trueScale() const
{
    const render::MapView& view = m_map->view();
    if (!m_transform || !view.center.valid())
        return 0;
    constexpr double half = 500; // metres of the plane to either side
    const double ground = geodesicDistance(toLonLat({view.center.x - half, view.center.y}),
                                           toLonLat({view.center.x + half, view.center.y}));
    return view.metresPerPixel * ground / (2 * half);
}

Point MapPage::toLonLat(Point plane) const
{
    return m_transform ? m_transform->inverse(plane) : Point{};
}

Point MapPage::toPlane(Point lonLat) const
{
    return m_transform ? m_transform->forward(lonLat) : Point{};
}

void MapPage::refreshTitle()
{
    const bool open = m_workbench.isOpen();
    m_title->setVisible(open && m_workbench.stage() != noRow);
    if (!open || m_workbench.stage() == noRow)
        return;
    const auto stage = static_cast<std::size_t>(m_workbench.stage());
    if (m_scene.routes) {
        m_title->show(m_routesTitle, {}, m_routesSubtitle);
        return;
    }
    const QString theme = m_task               ? m_texts(m_task->title)
                          : m_workbench.list() ? m_texts("desktop.map.list_title")
                                               : m_layers.theme();
    m_title->show(toQString(m_workbench.units().name[stage]), theme,
                  toQString(m_workbench.view().snapshot.asOf.iso()));
}

void MapPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeFurniture();
}

void MapPage::keyPressEvent(QKeyEvent* event)
{
    if (m_magnifier->isOn() && event->key() >= Qt::Key_2 && event->key() <= Qt::Key_4)
        m_magnifier->setFactor(event->key() - Qt::Key_0);
    else
        QWidget::keyPressEvent(event);
}

PrintJob MapPage::printJob() const
{
    const session::WorkspaceView& view = m_workbench.view();
    PrintJob job{m_scene, m_map->view(), {}, trueScale() / m_map->view().metresPerPixel};
    job.scene.cache = m_lensCache;
    job.furniture.legendAtRight = true;
    job.under = m_background.sources();
    const QString unit =
        m_workbench.stage() == noRow
            ? m_texts(view.profile.title)
            : toQString(view.snapshot.units.name[static_cast<std::size_t>(m_workbench.stage())]);
    job.furniture.title =
        (m_scene.routes ? m_routesTitle + ' ' + m_routesSubtitle
                        : unit + ' ' + (m_task ? m_texts(m_task->title) : m_layers.theme()))
            .toStdString();
    job.furniture.subtitle =
        m_texts("desktop.print.data_date", {{"date", view.snapshot.asOf.iso()}}).toStdString();
    job.furniture.note =
        m_texts("desktop.print.note", {{"data", view.snapshot.datasetNames}}).toStdString();
    return job;
}

void MapPage::print()
{
    if (!m_workbench.isOpen())
        return;
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageOrientation(QPageLayout::Landscape);
    printer->setDocName(m_texts("desktop.action.print").remove(QStringLiteral("…")));
    QPrintDialog dialog(printer.get(), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_printing.start(
        [this, printer, job = printJob()](const Progress& progress) -> BackgroundJob::Finish {
            const auto words = printMap(*printer, job, progress.stop);
            if (printer->outputFormat() == QPrinter::PdfFormat)
                briefing::mendPrinted(printer->outputFileName().toStdString(), words);
            return [this] { emit printed(); };
        });
}

void MapPage::placeFurniture()
{
    m_title->move(edge, edge);
    m_scaleBar->move(edge + 4, m_map->height() - m_scaleBar->height() - edge);
    m_buttons->move(m_map->width() - m_buttons->width() - edge, edge);
    m_routeLegend->move(m_buttons->x() - m_routeLegend->width() - 8, edge);
    m_drawing->setGeometry(0, m_map->height() - 4, m_map->width(), 4);
    m_readout->move((m_map->width() - m_readout->width()) / 2, edge);
    m_locator->move(m_map->width() - m_locator->width() - edge,
                    m_map->height() - m_locator->height() - edge);
    m_credit->adjustSize();
    const int right = m_locator->isHidden() ? m_map->width() : m_locator->x() - edge;
    m_credit->move(right - m_credit->width(), m_map->height() - m_credit->height());
}

} // namespace guatu::desktop
