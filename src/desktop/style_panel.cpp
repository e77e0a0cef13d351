// SPDX-License-Identifier: MIT
#include "desktop/style_panel.h"

#include "core/find_table.h"
#include "desktop/card_layout.h"
#include "desktop/icons.h"
#include "desktop/layer_titles.h"
#include "desktop/style_class_list.h"
#include "desktop/style_figure_box.h"
#include "desktop/style_label_box.h"
#include "desktop/style_method_box.h"
#include "desktop/style_scale_box.h"
#include "desktop/style_symbol_box.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/workbench.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QFrame>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>
#include <QToolButton>

#include <algorithm>

namespace guatu::desktop
{

namespace
{

/// The field that a control lets the user type in, or null.
const QLineEdit* fieldOf(const QObject* control)
{
    if (const auto* box = qobject_cast<const QAbstractSpinBox*>(control))
        return box->findChild<QLineEdit*>();
    if (const auto* box = qobject_cast<const QComboBox*>(control))
        return box->lineEdit();
    return qobject_cast<const QLineEdit*>(control);
}

} // namespace

StylePanel::StylePanel(const Texts& texts, Workbench& workbench, LookKeeper& keeper,
                       QWidget* parent)
    : QWidget(parent),
      m_texts(texts),
      m_workbench(workbench),
      m_keeper(keeper),
      m_layers(new QComboBox),
      m_close(new QToolButton),
      m_undo(new QToolButton),
      m_redo(new QToolButton),
      m_more(new QToolButton),
      m_state(makeLabel("quiet")),
      m_mistake(makeLabel("mistake")),
      m_method(new StyleMethodBox(texts, workbench)),
      m_classes(new StyleClassList(texts)),
      m_symbol(new StyleSymbolBox(texts)),
      m_figure(new StyleFigureBox(texts)),
      m_labels(new StyleLabelBox(texts)),
      m_scales(new StyleScaleBox(texts)),
      m_save(new QPushButton),
      m_reset(new QPushButton)
{
    build();
    connectParts();
    texts.keep(this, [this] {
        m_layers->setAccessibleName(m_texts("desktop.style.layer"));
        const auto name = [this](QToolButton* button, std::string_view title, const QString& key) {
            const QString text = m_texts(title);
            button->setAccessibleName(text);
            button->setToolTip(key.isEmpty() ? text : text + QStringLiteral("  ") + key);
        };
        name(m_close, "desktop.style.close", {});
        name(m_undo, "desktop.style.undo", QStringLiteral("Ctrl+Z"));
        name(m_redo, "desktop.style.redo", QStringLiteral("Ctrl+Y"));
        m_more->setText(m_texts("desktop.style.more"));
        m_save->setText(m_texts("desktop.style.save"));
        m_reset->setText(m_texts("desktop.style.reset"));
        fillLayers();
        present();
    });
}

void StylePanel::build()
{
    for (auto [button, which] : {std::pair(m_close, Icon::Close), std::pair(m_undo, Icon::Undo),
                                 std::pair(m_redo, Icon::Redo)}) {
        setLook(button, "plain");
        button->setIcon(icon(which));
        button->setIconSize(which == Icon::Close ? QSize(12, 12) : QSize(16, 16));
    }
    m_mistake->setWordWrap(true);
    m_mistake->hide();
    m_layers->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_layers->setMinimumContentsLength(10);
    m_layers->setMaxVisibleItems(24);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* head = addBlock(layout);
    auto* first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_layers, 1);
    first->addWidget(m_close);
    head->addLayout(first);
    auto* second = new QHBoxLayout;
    second->setSpacing(4);
    second->addWidget(m_state, 1);
    second->addWidget(m_undo);
    second->addWidget(m_redo);
    head->addLayout(second);
    head->addWidget(m_mistake);
    addRule(layout);

    const CardArea card = makeCardArea();
    m_body = card.area;
    auto* classes = new QWidget;
    auto* classRows = new QVBoxLayout(classes);
    classRows->setContentsMargins(0, 0, 0, 0);
    classRows->setSpacing(8);
    classRows->addWidget(m_classes);
    classRows->addWidget(m_symbol);
    addSection(card.rows, "desktop.style.by", m_method);
    addSection(card.rows, "desktop.style.classes", classes);
    m_figureSection = m_figure;
    addSection(card.rows, "desktop.style.figure", m_figure);
    addSection(card.rows, "desktop.style.labels", m_labels);
    addSection(card.rows, "desktop.style.scales", m_scales);
    card.rows->addStretch(1);
    layout->addWidget(card.area, 1);
    buildFooter(layout);
}

void StylePanel::addSection(QVBoxLayout* rows, std::string_view title, QWidget* content)
{
    auto* section = new QWidget;
    auto* block = new QVBoxLayout(section);
    block->setContentsMargins(16, 12, 16, 12);
    block->setSpacing(8);
    QLabel* heading = makeLabel("section");
    m_texts.keep(heading, [this, heading, title] { heading->setText(m_texts(title)); });
    block->addWidget(heading);
    block->addWidget(content);
    rows->addWidget(section);
    auto* rule = new QFrame;
    setLook(rule, "rule");
    block->addSpacing(4);
    rows->addWidget(rule);
    if (content == m_figure)
        m_figureSection = section;
}

void StylePanel::buildFooter(QVBoxLayout* layout)
{
    auto* footer = new QWidget;
    setLook(footer, "footer");
    auto* buttons = new QHBoxLayout(footer);
    buttons->setContentsMargins(16, 8, 16, 8);
    buttons->setSpacing(8);
    setLook(m_save, "primarySmall");
    setLook(m_reset, "smallButton");
    setLook(m_more, "smallToggle");
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setFixedHeight(28);
    m_more->setFocusPolicy(Qt::StrongFocus);
    auto* menu = new QMenu(m_more);
    const auto add = [&](std::string_view title, void (StylePanel::*act)()) {
        QAction* action = menu->addAction(QString(), this, act);
        m_texts.keep(action, [this, action, title] { action->setText(m_texts(title)); });
    };
    add("desktop.style.copy", &StylePanel::copyToLayer);
    add("desktop.style.to_file", &StylePanel::askSaveFile);
    add("desktop.style.from_file", &StylePanel::askLoadFile);
    m_more->setMenu(menu);
    buttons->addWidget(m_save);
    buttons->addWidget(m_reset);
    buttons->addStretch();
    buttons->addWidget(m_more);
    layout->addWidget(footer);
}

void StylePanel::take(StyleBox* box)
{
    connect(box, &StyleBox::edited, this,
            [this, box](const LookEdit& edit, const std::string& gesture) {
                m_mistake->hide();
                const std::string own = box->metaObject()->className();
                m_keeper.change(edit, gesture.empty() ? gesture : own + '/' + gesture);
            });
    connect(box, &StyleBox::gestureEnded, &m_keeper, &LookKeeper::endGesture);
}

void StylePanel::connectParts()
{
    for (StyleBox* box :
         std::initializer_list<StyleBox*>{m_method, m_symbol, m_figure, m_labels, m_scales})
        take(box);
    connect(&m_keeper, &LookKeeper::changed, this, &StylePanel::present);
    connect(&m_keeper, &LookKeeper::failed, this, &StylePanel::showMistake);
    connect(&m_workbench, &Workbench::opened, this, &StylePanel::present);
    connect(m_classes, &StyleClassList::choiceChanged, this, [this] {
        m_subject.classes = m_classes->chosen();
        m_keeper.endGesture();
        m_symbol->present(m_subject);
    });
    connect(m_layers, &QComboBox::activated, this, [this] {
        if (!open(m_layers->currentData().toString().toStdString()))
            fillLayers(); // stays where it was
    });
    connect(m_close, &QToolButton::clicked, this, &StylePanel::leave);
    connect(m_undo, &QToolButton::clicked, &m_keeper, &LookKeeper::undo);
    connect(m_redo, &QToolButton::clicked, &m_keeper, &LookKeeper::redo);
    connect(m_save, &QPushButton::clicked, &m_keeper, &LookKeeper::save);
    connect(m_reset, &QPushButton::clicked, &m_keeper, &LookKeeper::reset);
    const auto onKey = [this](const QKeySequence& key, void (LookKeeper::*act)()) {
        auto* shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, &m_keeper, act);
    };
    onKey(QKeySequence(Qt::CTRL | Qt::Key_Z), &LookKeeper::undo);
    onKey(QKeySequence(Qt::CTRL | Qt::Key_Y), &LookKeeper::redo);
    onKey(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), &LookKeeper::redo);
    for (QWidget* control : findChildren<QWidget*>())
        if (fieldOf(control))
            control->installEventFilter(this);
}

bool StylePanel::eventFilter(QObject* watched, QEvent* event)
{
    // Fields would keep these keys to themselves also when there is nothing to take back in them.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const QLineEdit* field = fieldOf(watched);
        const bool isWayBack = key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo);
        if (field && isWayBack && !field->isModified())
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

std::shared_ptr<const FeatureTable> StylePanel::tableOf(const Layer& layer) const
{
    return findTable(m_workbench.view().tables, layer.source);
}

void StylePanel::fillLayers()
{
    if (!m_keeper.isReady())
        return;
    const QSignalBlocker quiet(m_layers);
    m_layers->clear();
    for (const LayerTitle& each : layerTitles(m_keeper.definition(), m_texts))
        m_layers->addItem(each.title, toQString(each.layer));
    m_layers->setCurrentIndex(
        m_keeper.work() ? m_layers->findData(toQString(m_keeper.work()->now().layer)) : -1);
}

bool StylePanel::open(const std::string& layer)
{
    if (!m_workbench.isOpen() || !m_keeper.isReady())
        return false;
    if (m_keeper.work() && m_keeper.work()->now().layer == layer)
        return true;
    if (!mayLeave())
        return false;
    m_mistake->hide();
    m_subject.classes.clear();
    m_keeper.begin(layer);
    fillLayers();
    return true;
}

void StylePanel::setDrawn(const std::shared_ptr<const MapDefinition>& drawn, ColourVariant colours)
{
    m_drawn = drawn;
    m_colours = colours;
    present();
}

void StylePanel::present()
{
    const LookHistory* work = m_keeper.work();
    const bool shows = work && m_workbench.isOpen() && m_drawn;
    m_body->setEnabled(shows);
    presentState();
    if (!shows)
        return;
    const auto& layers = m_keeper.definition().layers;
    const auto layer = std::ranges::find(layers, work->now().layer, &Layer::id);
    if (layer == layers.end())
        return;
    StyleSubject subject{*layer,           work->now(), lookOf(m_keeper.definition(), layer->id),
                         tableOf(*layer),  m_drawn,     m_colours,
                         m_subject.classes};
    const auto classes = subject.drawnClasses();
    std::erase_if(subject.classes, [&](const std::string& id) {
        return std::ranges::find(classes, id, &StyleClass::id) == classes.end();
    });
    if (subject.classes.empty() && !classes.empty())
        subject.classes.insert(classes.front().id);
    m_subject = std::move(subject);
    m_method->present(m_subject);
    m_classes->present(m_subject);
    m_symbol->present(m_subject);
    m_figure->present(m_subject);
    m_figureSection->setVisible(figureSizes(m_subject.style().figure).has_value());
    m_labels->present(m_subject);
    m_scales->present(m_subject);
}

void StylePanel::presentState()
{
    const LookHistory* work = m_keeper.work();
    m_undo->setEnabled(work && work->canUndo());
    m_redo->setEnabled(work && work->canRedo());
    m_save->setEnabled(m_keeper.isChanged() && !m_keeper.isWriting());
    m_reset->setEnabled(work && !m_keeper.isDefined());
    m_more->setEnabled(work != nullptr);
    std::string_view state = "desktop.style.state_defined";
    if (m_keeper.isChanged())
        state = "desktop.style.state_changed";
    else if (work && m_keeper.isKept(work->now().layer))
        state = "desktop.style.state_kept";
    m_state->setText(m_texts(state));
    setLook(m_state, m_keeper.isChanged() ? "warning" : "quiet");
}

void StylePanel::showMistake(const Message& why)
{
    m_mistake->setText(m_texts(why));
    m_mistake->show();
}

void StylePanel::leave()
{
    if (!mayLeave())
        return;
    m_keeper.end();
    emit closeAsked();
}

} // namespace guatu::desktop
