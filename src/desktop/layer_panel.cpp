// SPDX-License-Identifier: MIT
#include "desktop/layer_panel.h"

#include "core/map_subject.h"
#include "desktop/counted_delegate.h"
#include "desktop/layer_ways.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/words.h"
#include "render/legend_counts.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QTreeWidget>

#include <algorithm>
#include <map>

namespace guatu::desktop
{
namespace
{

constexpr int layerRole = Qt::UserRole;
constexpr int groupRole = Qt::UserRole + 1; ///< what is remembered as collapsed
constexpr int swatchWidth = 24, swatchHeight = 16;

/// Of the layer's own line or one of its classes; empty for a group.
std::string layerOf(const QTreeWidgetItem* item)
{
    for (; item; item = item->parent())
        if (const QByteArray layer = item->data(0, layerRole).toByteArray(); !layer.isEmpty())
            return layer.toStdString();
    return {};
}

} // namespace

LayerPanel::LayerPanel(const Texts& texts, QWidget* parent)
    : QWidget(parent),
      m_texts(texts),
      m_everywhere(new QPushButton),
      m_onScreen(new QPushButton),
      m_households(new QPushButton),
      m_persons(new QPushButton),
      m_style(new QPushButton),
      m_tree(new QTreeWidget),
      m_unplaced(makeLabel("quiet"))
{
    auto* scope = makeLabel("quiet");
    auto* group = new QButtonGroup(this);
    for (QPushButton* button : {m_everywhere, m_onScreen}) {
        setLook(button, "segment");
        button->setCheckable(true);
        group->addButton(button);
    }
    m_everywhere->setChecked(true);
    auto* measures = new QButtonGroup(this);
    for (QPushButton* button : {m_households, m_persons}) {
        setLook(button, "segment");
        button->setCheckable(true);
        measures->addButton(button);
    }
    m_households->setChecked(true);
    connect(measures, &QButtonGroup::buttonClicked, this, [this] {
        setMeasure(m_persons->isChecked() ? Measure::Persons : Measure::Households);
    });
    m_texts.keep(this, [this, scope] {
        scope->setText(m_texts("desktop.layers.scope"));
        m_everywhere->setText(m_texts("desktop.layers.everywhere"));
        m_onScreen->setText(m_texts("desktop.layers.on_screen"));
        m_households->setText(m_texts("desktop.unit.households"));
        m_persons->setText(m_texts("desktop.unit.persons"));
        m_style->setText(m_texts("desktop.layers.style"));
        m_tree->setAccessibleName(m_texts("desktop.layers"));
        setUnplaced(m_unplacedLabels, m_unplacedFigures);
        if (m_known)
            recount();
    });
    connect(group, &QButtonGroup::buttonClicked, this, &LayerPanel::recount);

    m_tree->setColumnCount(1);
    m_tree->setItemDelegate(new CountedDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setIconSize({swatchWidth, swatchHeight});
    m_tree->setIndentation(14);
    m_tree->setSelectionMode(QAbstractItemView::NoSelection);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->setFont(interfaceFont(12));
    connect(m_tree, &QTreeWidget::itemChanged, this, &LayerPanel::toggled);
    connect(m_tree, &QTreeWidget::itemCollapsed, this, [this](const QTreeWidgetItem* item) {
        m_collapsed.insert(item->data(0, groupRole).toByteArray().toStdString());
    });
    connect(m_tree, &QTreeWidget::itemExpanded, this, [this](const QTreeWidgetItem* item) {
        m_collapsed.erase(item->data(0, groupRole).toByteArray().toStdString());
    });
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &LayerPanel::showMenu);
    setLook(m_style, "link");
    connect(m_style, &QPushButton::clicked, this,
            [this] { emit styleAsked(layerOf(m_tree->currentItem())); });
    connect(&m_job, &BackgroundJob::failed, this, &LayerPanel::failed);

    auto* top = new QHBoxLayout;
    top->setContentsMargins(12, 6, 12, 6);
    top->setSpacing(0);
    top->addWidget(scope);
    top->addSpacing(8);
    top->addWidget(m_everywhere);
    top->addWidget(m_onScreen);
    top->addStretch();
    top->addWidget(m_households);
    top->addWidget(m_persons);
    auto* bottom = new QHBoxLayout;
    bottom->setContentsMargins(12, 6, 12, 6);
    bottom->addWidget(m_style);
    m_unplaced->setWordWrap(true);
    m_unplaced->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    bottom->addWidget(m_unplaced, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_tree);
    layout->addLayout(bottom);
}

void LayerPanel::show(const render::MapScene& scene, const render::MapView& view)
{
    if (!m_known && scene.definition) {
        m_hidden = render::initiallyHidden(*scene.definition);
        for (const Layer& layer : scene.definition->layers) {
            if (m_hidden.contains(layer.id))
                m_collapsed.insert(layer.id);
            m_collapsed.insert(layer.folder.in(scene.language));
        }
        m_known = true;
    }
    m_scene = scene;
    m_scene.hiddenLayers = m_hidden;
    m_scene.measure = m_measure;
    m_view = view;
    recount();
}

void LayerPanel::setMeasure(Measure measure)
{
    if (measure == m_measure)
        return;
    m_measure = measure;
    (measure == Measure::Persons ? m_persons : m_households)->setChecked(true);
    m_scene.measure = measure;
    if (!m_scene.definition)
        return;
    const auto& layers = m_scene.definition->layers;
    for (const Layer& layer : layers) {
        if (layer.measure == Measure::Any || layer.measure == measure ||
            m_hidden.contains(layer.id))
            continue;
        const auto other = std::ranges::find_if(layers, [&](const Layer& each) {
            return each.measure == measure && each.source == layer.source &&
                   each.exclusive == layer.exclusive;
        });
        m_hidden.insert(layer.id);
        if (other != layers.end())
            m_hidden.erase(other->id);
    }
    m_scene.hiddenLayers = m_hidden;
    recount();
    emit hiddenChanged();
}

void LayerPanel::setUnplaced(std::size_t labels, std::size_t figures)
{
    m_unplacedLabels = labels;
    m_unplacedFigures = figures;
    QStringList texts;
    if (figures > 0)
        texts << m_texts("desktop.layers.unplaced_figures", {{"count", std::to_string(figures)}});
    if (labels > 0)
        texts << m_texts("desktop.layers.unplaced", {{"count", std::to_string(labels)}});
    m_unplaced->setText(texts.join(QStringLiteral("  ")));
}

std::string LayerPanel::themeLayer() const
{
    if (!m_scene.definition)
        return {};
    const auto subjects = subjectLayers(*m_scene.definition, m_hidden, m_view.scaleDenominator());
    return subjects.empty() ? std::string() : subjects.front()->id;
}

QString LayerPanel::theme() const
{
    if (!m_scene.definition)
        return {};
    return QString::fromStdString(
        mapSubject(*m_scene.definition, m_hidden, m_view.scaleDenominator(), m_texts.language()));
}

void LayerPanel::recount()
{
    if (!m_scene.definition) {
        m_job.cancel();
        m_tree->clear();
        return;
    }
    m_job.start([this, scene = m_scene, view = m_view, onScreen = m_onScreen->isChecked()](
                    const Progress& progress) -> BackgroundJob::Finish {
        std::function<bool(Point)> isWithin;
        if (onScreen)
            isWithin = [&view](Point p) { return view.shows(p); };
        auto sections = render::legendWhere(scene, view.scaleDenominator(), isWithin);
        progress.checkpoint();
        return [this, sections = std::move(sections)] {
            if (!m_scene.definition)
                return; // closed meanwhile
            m_sections = sections;
            fill(m_sections);
            emit themeChanged();
        };
    });
}

void LayerPanel::showMenu(const QPoint& at)
{
    const std::string layer = layerOf(m_tree->itemAt(at));
    if (layer.empty())
        return;
    QMenu menu(this);
    menu.addAction(m_texts("desktop.layers.style"), this,
                   [this, layer] { emit styleAsked(layer); });
    menu.addAction(m_texts("desktop.layers.export"), this,
                   [this, layer] { emit exportAsked(layer); });
    menu.exec(m_tree->viewport()->mapToGlobal(at));
}

bool LayerPanel::atThisScale(const std::string& layer) const
{
    const auto& layers = m_scene.definition->layers;
    const auto found = std::ranges::find(layers, layer, &Layer::id);
    const double scale = m_view.scaleDenominator();
    return found != layers.end() && scale >= found->minScale && scale <= found->maxScale &&
           (found->measure == Measure::Any || found->measure == m_measure);
}

bool LayerPanel::givesWay(const std::string& layer) const
{
    const auto& layers = m_scene.definition->layers;
    const auto found = std::ranges::find(layers, layer, &Layer::id);
    return found != layers.end() && desktop::givesWay(*found, m_scene.tables);
}

void LayerPanel::fill(const std::vector<render::LegendSection>& all)
{
    std::vector<render::LegendSection> sections;
    std::map<std::string, int> groupSize;
    for (const render::LegendSection& section : all) {
        if (!atThisScale(section.layer) || givesWay(section.layer))
            continue;
        sections.push_back(section);
        ++groupSize[section.group];
    }
    const QSignalBlocker quiet(m_tree);
    const int scrolled = m_tree->verticalScrollBar()->value();
    m_tree->setUpdatesEnabled(false);
    m_tree->clear();
    std::map<std::string, QTreeWidgetItem*> groups;
    for (const render::LegendSection& section : sections) {
        QTreeWidgetItem* parent = m_tree->invisibleRootItem();
        const bool inFolder = !section.folder.empty();
        const std::string& heading = inFolder ? section.folder : section.group;
        if (inFolder || (!heading.empty() && groupSize[heading] > 1)) {
            QTreeWidgetItem*& group = groups[heading];
            if (!group)
                group = addGroup(heading);
            if (inFolder) // its layers are chosen one by one
                group->setFlags(Qt::ItemIsEnabled);
            parent = group;
        }
        addSection(parent, section);
    }
    for (const auto& [title, group] : groups)
        group->setExpanded(!m_collapsed.contains(title));
    m_tree->setUpdatesEnabled(true);
    m_tree->verticalScrollBar()->setValue(scrolled);
}

QTreeWidgetItem* LayerPanel::addGroup(const std::string& title)
{
    auto* group = new QTreeWidgetItem(m_tree, {toQString(title)});
    group->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsAutoTristate);
    group->setData(0, groupRole, QByteArray::fromStdString(title));
    group->setFont(0, interfaceFont(12, true));
    group->setSizeHint(0, {0, 28});
    return group;
}

void LayerPanel::addSection(QTreeWidgetItem* parent, const render::LegendSection& section)
{
    auto* item = new QTreeWidgetItem(parent);
    const bool inGroup = parent != m_tree->invisibleRootItem();
    item->setData(0, layerRole, QByteArray::fromStdString(section.layer));
    item->setData(0, groupRole, QByteArray::fromStdString(section.layer));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable);
    item->setCheckState(0, m_hidden.contains(section.layer) ? Qt::Unchecked : Qt::Checked);
    item->setText(0, section.approximate
                         ? m_texts("desktop.layers.approximate", {{"layer", section.title}})
                         : toQString(section.title));
    item->setToolTip(0, item->text(0));
    if (!inGroup) {
        item->setFont(0, interfaceFont(12, true));
        item->setSizeHint(0, {0, 28});
    }
    const std::size_t total = section.located + section.notLocated;
    if (!section.unitWord.empty())
        item->setData(0, CountedDelegate::countRole,
                      number(static_cast<long long>(total)) + ' ' + toQString(section.unitWord));
    if (inGroup)
        item->setForeground(0, colour::ink);
    if (section.entries.size() == 1 && section.notLocated == 0 && !section.hasFigure)
        item->setIcon(0, swatch(section.layer, section.entries.front().styleClass));
    else
        addEntries(item, section);
    item->setExpanded(!m_collapsed.contains(section.layer));
}

void LayerPanel::addEntries(QTreeWidgetItem* item, const render::LegendSection& section)
{
    const auto line = [&](const QString& title, std::size_t count, const QColor& ink) {
        auto* entry = new QTreeWidgetItem(item, {title});
        entry->setData(0, CountedDelegate::countRole, number(static_cast<long long>(count)));
        entry->setFlags(Qt::ItemIsEnabled);
        entry->setForeground(0, ink);
        entry->setToolTip(0, title);
        return entry;
    };
    for (const render::LegendEntry& entry : section.entries)
        line(toQString(entry.title), entry.count, colour::ink)
            ->setIcon(0, swatch(section.layer, entry.styleClass));
    if (section.hasFigure && section.drawn)
        addFigure(item, section);
    if (section.notLocated > 0)
        line(m_texts("desktop.layers.not_located"), section.notLocated, colour::quiet);
}

void LayerPanel::addFigure(QTreeWidgetItem* item, const render::LegendSection& section)
{
    const QImage figure = render::legendFigure(m_scene, section.layer, devicePixelRatioF());
    if (figure.isNull())
        return;
    auto* entry = new QTreeWidgetItem(item);
    entry->setFlags(Qt::ItemIsEnabled);
    entry->setData(0, Qt::DecorationRole, QPixmap::fromImage(figure));
    entry->setSizeHint(0, figure.deviceIndependentSize().toSize() + QSize(0, 4));
}

QIcon LayerPanel::swatch(const std::string& layer, const std::string& styleClass) const
{
    const double ratio = devicePixelRatioF();
    QImage image = render::legendSwatch(*m_scene.definition, layer, styleClass, swatchWidth,
                                        swatchHeight, ratio);
    image.setDevicePixelRatio(ratio);
    return QIcon(QPixmap::fromImage(image));
}

void LayerPanel::toggled(QTreeWidgetItem* item)
{
    const std::string layer = item->data(0, layerRole).toByteArray().toStdString();
    if (!layer.empty())
        setVisible(layer, item->checkState(0) == Qt::Checked);
}

void LayerPanel::setVisible(const std::string& layer, bool visible)
{
    if (!m_scene.definition || visible == !m_hidden.contains(layer))
        return;
    const auto& layers = m_scene.definition->layers;
    const auto found = std::ranges::find(layers, layer, &Layer::id);
    if (found == layers.end())
        return;
    if (visible && !found->exclusive.empty()) { // one fill at a time
        for (const Layer& other : layers) {
            if (other.exclusive == found->exclusive && other.id != layer)
                m_hidden.insert(other.id);
        }
    }
    if (visible) {
        m_hidden.erase(layer);
        m_collapsed.erase(layer);
        m_collapsed.erase(found->folder.in(m_scene.language));
    } else {
        m_hidden.insert(layer);
    }
    m_scene.hiddenLayers = m_hidden;
    recount();
    emit hiddenChanged();
}

void LayerPanel::setHidden(std::set<std::string> layers)
{
    if (!m_scene.definition || layers == m_hidden)
        return;
    for (const Layer& layer : m_scene.definition->layers) {
        if (!layers.contains(layer.id) && m_hidden.contains(layer.id)) {
            m_collapsed.erase(layer.id);
            m_collapsed.erase(layer.folder.in(m_scene.language));
        }
    }
    m_hidden = std::move(layers);
    m_scene.hiddenLayers = m_hidden;
    recount();
    emit hiddenChanged();
}

} // namespace guatu::desktop
