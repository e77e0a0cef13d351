// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/background_job.h"
#include "render/map_picture.h"

#include <QWidget>

#include <set>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace guatu::desktop
{

class Texts;

/// The layers with their legend: what is drawn, how it looks, how many there are, located or not.
class LayerPanel : public QWidget
{
    Q_OBJECT

public:
    explicit LayerPanel(const Texts& texts, QWidget* parent = nullptr);

    /// The map shows this now; counts follow when they are ready.
    void show(const render::MapScene& scene, const render::MapView& view);
    void setUnplaced(std::size_t labels, std::size_t figures);
    [[nodiscard]] const std::set<std::string>& hidden() const { return m_hidden; }
    /// The title of the drawn layer that colours areas: what the map is about.
    [[nodiscard]] QString theme() const;
    /// The id of that layer, or empty.
    [[nodiscard]] std::string themeLayer() const;
    void setVisible(const std::string& layer, bool visible);
    /// Shows all layers but these.
    void setHidden(std::set<std::string> layers);
    /// Counts households or persons; layers of the other figure give way to their counterparts.
    void setMeasure(Measure measure);
    [[nodiscard]] Measure measure() const { return m_measure; }
    using QWidget::setVisible;
    [[nodiscard]] QTreeWidget* tree() const { return m_tree; }

signals:
    void hiddenChanged();
    /// The user wants to change how a layer is drawn; of none in particular when empty.
    void styleAsked(const std::string& layer);
    /// The layer is to be written to a file.
    void exportAsked(const std::string& layer);
    void themeChanged();
    void failed(const guatu::Message& why);

private:
    void recount();
    void showMenu(const QPoint& at);
    void fill(const std::vector<render::LegendSection>& sections);
    [[nodiscard]] bool atThisScale(const std::string& layer) const;
    /// It is not drawn while others stand for it.
    [[nodiscard]] bool givesWay(const std::string& layer) const;
    QTreeWidgetItem* addGroup(const std::string& title);
    void addSection(QTreeWidgetItem* parent, const render::LegendSection& section);
    void addEntries(QTreeWidgetItem* item, const render::LegendSection& section);
    void toggled(QTreeWidgetItem* item);
    void addFigure(QTreeWidgetItem* item, const render::LegendSection& section);
    [[nodiscard]] QIcon swatch(const std::string& layer, const std::string& styleClass) const;

    const Texts& m_texts;
    BackgroundJob m_job{this};
    render::MapScene m_scene;
    render::MapView m_view;
    std::set<std::string> m_hidden, m_collapsed;
    std::vector<render::LegendSection> m_sections;
    bool m_known = false; ///< hidden layers have been taken from a definition
    Measure m_measure = Measure::Households;
    QPushButton *m_everywhere, *m_onScreen, *m_households, *m_persons, *m_style;
    QTreeWidget* m_tree;
    QLabel* m_unplaced;
    std::size_t m_unplacedLabels = 0, m_unplacedFigures = 0;
};

} // namespace guatu::desktop
