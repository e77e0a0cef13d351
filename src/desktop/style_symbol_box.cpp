// SPDX-License-Identifier: MIT
#include "desktop/style_symbol_box.h"

#include "core/plain_mark.h"
#include "desktop/colour_button.h"
#include "desktop/form_rows.h"
#include "desktop/size_edit.h"
#include "desktop/symbol_chooser.h"
#include "desktop/texts.h"
#include "desktop/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPainter>

#include <algorithm>

namespace guatu::desktop
{
namespace
{

constexpr double mostMarker = 30, usualMarker = 10, mostLine = 10, usualLine = 3; // mm
constexpr int dashWidth = 90, dashHeight = 14;

constexpr std::pair<Pattern, std::string_view> patternTitles[]{
    {Pattern::None, "desktop.style.none"},
    {Pattern::Crosses, "desktop.style.crosses"},
    {Pattern::Diagonal, "desktop.style.diagonal"},
    {Pattern::Dots, "desktop.style.dots"},
    {Pattern::Rings, "desktop.style.rings"}};

/// Dashes in millimetres, as maps have them.
const std::vector<std::vector<double>> dashes{
    {}, {2.4, 0.8}, {1.1, 0.7}, {0.4, 0.7}, {2.4, 0.7, 0.4, 0.7}, {3.7, 0.8, 0.5, 0.8, 0.5, 0.8}};
constexpr std::string_view dashTitles[]{"desktop.style.solid",    "desktop.style.long_dash",
                                        "desktop.style.dash",     "desktop.style.dotted",
                                        "desktop.style.dash_dot", "desktop.style.dash_dot_dot"};

QIcon dashIcon(const std::vector<double>& dash, double ratio)
{
    QPixmap picture(QSize(dashWidth, dashHeight) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    constexpr double width = 2, pixelsPerMm = 96 / 25.4;
    QPen pen(colour::ink, width, Qt::SolidLine, Qt::FlatCap);
    if (!dash.empty()) {
        QList<qreal> pattern;
        for (const double part : dash)
            pattern << part * pixelsPerMm / width;
        pen.setDashPattern(pattern);
    }
    painter.setPen(pen);
    painter.drawLine(QPointF(2, dashHeight / 2.0), QPointF(dashWidth - 2, dashHeight / 2.0));
    return picture;
}

/// What pictograms stand for where the definition uses them.
QHash<QString, QString> symbolTitles(const MapDefinition& definition, const Texts& texts)
{
    QHash<QString, QString> titles;
    for (const auto& [id, style] : definition.styles)
        for (const StyleClass& each : style.classes)
            if (each.symbol.marker && !titles.contains(toQString(each.symbol.marker->symbol)))
                titles.insert(toQString(each.symbol.marker->symbol), texts(each.title));
    return titles;
}

} // namespace

StyleSymbolBox::StyleSymbolBox(const Texts& texts, QWidget* parent)
    : StyleBox(texts, parent),
      m_colour(new ColourButton(texts)),
      m_patternColour(new ColourButton(texts)),
      m_lineColour(new ColourButton(texts)),
      m_pattern(new QComboBox),
      m_dash(new QComboBox),
      m_symbol(new SymbolChooser(texts)),
      m_symbolSize(new SizeEdit(0.2, mostMarker, 0.1, usualMarker, QStringLiteral("mm"))),
      m_lineWidth(new SizeEdit(0.05, mostLine, 0.05, usualLine, QStringLiteral("mm"))),
      m_lined(new QCheckBox),
      m_note(makeLabel("quiet"))
{
    m_note->setWordWrap(true);
    m_dash->setIconSize({dashWidth, dashHeight});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_rows = new FormRows(texts);
    m_rows->addWide(m_note);
    m_rows->add("desktop.style.colour", m_colour);
    m_rows->add("desktop.style.pattern", m_pattern);
    m_rows->add("desktop.style.pattern_colour", m_patternColour);
    m_rows->add("desktop.style.symbol", m_symbol);
    m_rows->add("desktop.style.symbol_size", m_symbolSize);
    m_rows->addWide(m_lined);
    m_rows->add("desktop.style.line_colour", m_lineColour);
    m_rows->add("desktop.style.line_width", m_lineWidth);
    m_rows->add("desktop.style.dash_kind", m_dash);
    layout->addLayout(m_rows);
    texts.keep(m_lined, [this] { m_lined->setText(m_texts("desktop.style.lined")); });
    wireControls();
}

void StyleSymbolBox::wireControls()
{
    wire(m_colour, "colour", [this](Colour colour) -> LookEdit {
        return [classes = m_subject.classes, drawn = m_subject.drawnClasses(),
                variant = m_subject.colours, colour](LayerLook& look) {
            editColours(look.style, classes, variant,
                        [colour](Symbol& symbol) { setMainColour(symbol, colour); });
            setClassColour(look.style, drawn, classes, colour);
        };
    });
    wire(m_patternColour, "pattern", [this](Colour colour) {
        return colours([colour](Symbol& symbol) { setPatternColour(symbol, colour); });
    });
    wire(m_lineColour, "line", [this](Colour colour) {
        const SymbolEdit edit = [colour](Symbol& symbol) { setLineColour(symbol, colour); };
        return isShared() ? shapes(edit) : colours(edit);
    });
    wire(m_symbolSize, "symbol size", [this](double size) {
        return shapes([size](Symbol& symbol) {
            if (symbol.marker)
                symbol.marker->size = size;
        });
    });
    wire(m_lineWidth, "line width", [this](double width) {
        return shapes([width](Symbol& symbol) { setLineWidth(symbol, width); });
    });
    connect(m_pattern, &QComboBox::activated, this, [this] {
        const auto pattern = static_cast<Pattern>(m_pattern->currentData().toInt());
        emit edited(shapes([pattern](Symbol& symbol) { setPattern(symbol, pattern); }), {});
    });
    connect(m_dash, &QComboBox::activated, this, [this](int at) {
        if (at >= static_cast<int>(dashes.size())) // the layer's own
            return;
        emit edited(shapes([dash = dashes[static_cast<std::size_t>(at)]](Symbol& symbol) {
                        setDash(symbol, dash);
                    }),
                    {});
    });
    connect(m_symbol, &SymbolChooser::picked, this, [this](const QString& name) {
        emit edited(shapes([name = name.toStdString()](Symbol& symbol) {
                        if (name.empty())
                            symbol.marker.reset();
                        else
                            symbol.marker =
                                Marker{name, symbol.marker ? symbol.marker->size : Marker{}.size};
                    }),
                    {});
    });
    connect(m_lined, &QCheckBox::clicked, this, [this](bool lined) {
        emit edited(shapes([lined](Symbol& symbol) { setLined(symbol, lined); }), {});
    });
}

LookEdit StyleSymbolBox::shapes(const SymbolEdit& edit) const
{
    return [classes = m_subject.classes, edit](LayerLook& look) {
        editShapes(look.style, classes, edit);
    };
}

LookEdit StyleSymbolBox::colours(const SymbolEdit& edit) const
{
    return [classes = m_subject.classes, variant = m_subject.colours, edit](LayerLook& look) {
        editColours(look.style, classes, variant, edit);
    };
}

bool StyleSymbolBox::isShared() const
{
    const auto& own = m_subject.style().classes;
    return m_subject.style().classification &&
           std::ranges::none_of(
               own, [this](const StyleClass& each) { return m_subject.classes.contains(each.id); });
}

void StyleSymbolBox::present(const StyleSubject& subject)
{
    m_subject = subject;
    const std::optional<Symbol> symbol = subject.symbol();
    setVisible(symbol.has_value());
    if (!symbol)
        return;
    const bool ofClassification = isShared();
    const bool hasColour = std::ranges::any_of(
        subject.classes, [&](const std::string& id) { return hasColourOf(subject.style(), id); });
    // Pictograms have their own colours; the class's is that of its share of a ring.
    const bool ofRing = subject.kind() == SymbolKind::Point && !isFigure(subject.style().figure) &&
                        symbol->marker && !plainMarkOf(symbol->marker->symbol);
    QString note;
    if (ofRing && subject.layer.clustering && symbol->fill)
        note = m_texts("desktop.style.ring_note");
    else if (ofClassification)
        note = m_texts(hasColour ? "desktop.style.shared_note" : "desktop.style.unknown_note");
    else if (subject.colours == ColourVariant::Grey)
        note = m_texts("desktop.style.grey_note");
    else if (subject.colours == ColourVariant::ColourBlind)
        note = m_texts("desktop.style.colour_blind_note");
    m_note->setText(note);
    m_rows->setRowVisible(m_note, !note.isEmpty());
    const auto colour = mainColour(*symbol);
    const bool isOfFill = symbol->fill || symbol->strokes.empty(); // else that of the line
    m_rows->setRowVisible(m_colour, hasColour && colour && isOfFill &&
                                        (!ofRing || subject.layer.clustering.has_value()));
    presentFill(*symbol);
    presentLine(*symbol);
    presentMarker(*symbol);
    if (colour)
        m_colour->setColour(*colour);
}

void StyleSymbolBox::presentFill(const Symbol& symbol)
{
    const bool area = m_subject.kind() == SymbolKind::Area && !isFigure(m_subject.style().figure) &&
                      symbol.fill && !isShared();
    const Pattern pattern = symbol.fill ? symbol.fill->pattern : Pattern::None;
    std::vector<ComboChoice> choices;
    for (const auto& [each, title] : patternTitles)
        choices.push_back({m_texts(title), static_cast<int>(each)});
    fillCombo(m_pattern, choices, static_cast<int>(pattern));
    m_rows->setRowVisible(m_pattern, area);
    m_rows->setRowVisible(m_patternColour, area && pattern != Pattern::None);
    if (symbol.fill)
        m_patternColour->setColour(symbol.fill->patternColour);
}

void StyleSymbolBox::presentLine(const Symbol& symbol)
{
    const bool possible =
        m_subject.kind() != SymbolKind::Point && !isFigure(m_subject.style().figure);
    const bool lined = possible && !symbol.strokes.empty();
    m_lined->setChecked(!symbol.strokes.empty());
    m_rows->setRowVisible(m_lined, possible && m_subject.kind() == SymbolKind::Area);
    for (QWidget* control : std::initializer_list<QWidget*>{m_lineColour, m_lineWidth, m_dash})
        m_rows->setRowVisible(control, lined);
    if (!lined)
        return;
    const Stroke& line = symbol.strokes.back();
    m_lineColour->setColour(line.colour);
    m_lineWidth->setValue(line.width);
    const QSignalBlocker quiet(m_dash);
    m_dash->clear();
    for (std::size_t i = 0; i < dashes.size(); ++i)
        m_dash->addItem(dashIcon(dashes[i], devicePixelRatioF()), m_texts(dashTitles[i]));
    auto at = std::ranges::find(dashes, line.dash) - dashes.begin();
    if (at == static_cast<std::ptrdiff_t>(dashes.size()))
        m_dash->addItem(dashIcon(line.dash, devicePixelRatioF()),
                        m_texts("desktop.style.own_dash"));
    m_dash->setCurrentIndex(static_cast<int>(at));
}

void StyleSymbolBox::presentMarker(const Symbol& symbol)
{
    const bool point = m_subject.kind() == SymbolKind::Point && !isFigure(m_subject.style().figure);
    m_rows->setRowVisible(m_symbol, point);
    m_rows->setRowVisible(m_symbolSize, point && symbol.marker);
    if (!point)
        return;
    if (m_subject.drawn)
        m_symbol->setTitles(symbolTitles(*m_subject.drawn, m_texts));
    m_symbol->setSymbol(symbol.marker ? toQString(symbol.marker->symbol) : QString(),
                        mainColour(symbol));
    if (symbol.marker)
        m_symbolSize->setValue(symbol.marker->size);
}

} // namespace guatu::desktop
