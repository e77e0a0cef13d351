// SPDX-License-Identifier: MIT
#include "desktop/style_method_box.h"

#include "core/colour_ramp.h"
#include "desktop/colour_button.h"
#include "desktop/form_rows.h"
#include "desktop/map_words.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/workbench.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStandardItemModel>

#include <algorithm>

namespace guatu::desktop
{
namespace
{

constexpr int rampWidth = 110, rampHeight = 14;

constexpr std::string_view methodTitles[]{
    "desktop.style.single",         "desktop.style.categories", "desktop.style.thresholds",
    "desktop.style.equal_interval", "desktop.style.quantiles",  "desktop.style.natural_breaks"};

QIcon rampIcon(const std::vector<Colour>& stops, double ratio)
{
    QPixmap picture(QSize(rampWidth, rampHeight) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    constexpr std::size_t steps = 5;
    const auto colours = sampled(stops, steps);
    for (std::size_t i = 0; i < steps; ++i)
        painter.fillRect(QRectF(static_cast<double>(i) * rampWidth / steps, 0,
                                static_cast<double>(rampWidth) / steps, rampHeight),
                         toQColor(colours[i]));
    return picture;
}

std::string_view rampTitle(std::string_view ramp)
{
    constexpr std::pair<std::string_view, std::string_view> titles[]{
        {"warm", "desktop.ramp.warm"},
        {"blue", "desktop.ramp.blue"},
        {"teal", "desktop.ramp.teal"},
        {"purple", "desktop.ramp.purple"},
        {"brown", "desktop.ramp.brown"}};
    for (const auto& [name, title] : titles)
        if (name == ramp)
            return title;
    return ramp;
}

QString breaksText(const std::vector<double>& breaks)
{
    QStringList texts;
    for (const double value : breaks)
        texts << QString::number(value, 'g', 12);
    return texts.join(QStringLiteral(", "));
}

} // namespace

StyleMethodBox::StyleMethodBox(const Texts& texts, Workbench& workbench, QWidget* parent)
    : StyleBox(texts, parent),
      m_workbench(workbench),
      m_method(new QComboBox),
      m_field(new QComboBox),
      m_ramp(new QComboBox),
      m_bound(new QComboBox),
      m_count(new QSpinBox),
      m_breaks(new QLineEdit),
      m_note(makeLabel("quiet")),
      m_mistake(makeLabel("mistake"))
{
    m_count->setRange(1, static_cast<int>(mostClasses));
    m_count->setKeyboardTracking(false);
    m_ramp->setIconSize({rampWidth, rampHeight});
    for (QLabel* text : {m_note, m_mistake})
        text->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_rows = new FormRows(texts);
    m_rows->add("desktop.style.method", m_method);
    m_rows->add("desktop.style.field", m_field);
    m_rows->add("desktop.style.count", m_count);
    m_rows->add("desktop.style.breaks", m_breaks);
    m_rows->addWide(m_mistake);
    m_rows->add("desktop.style.bound", m_bound);
    m_rows->add("desktop.style.ramp", m_ramp);
    m_rows->addWide(m_note);
    layout->addLayout(m_rows);

    connect(m_method, &QComboBox::activated, this,
            [this] { choose(static_cast<StyleMethod>(m_method->currentData().toInt()), {}); });
    connect(m_field, &QComboBox::activated, this, [this] {
        choose(methodOf(m_subject.style()), m_field->currentData().toString().toStdString());
    });
    connect(m_count, &QSpinBox::valueChanged, this, [this](int count) {
        editStyle([count](Style& style) {
            if (style.classification)
                style.classification->classes = static_cast<std::size_t>(count);
        });
    });
    connect(m_breaks, &QLineEdit::editingFinished, this, &StyleMethodBox::takeBreaks);
    connect(m_bound, &QComboBox::activated, this, [this] {
        editStyle([above = m_bound->currentData().toBool()](Style& style) {
            if (style.classification)
                style.classification->breakBelongsAbove = above;
        });
    });
    connect(m_ramp, &QComboBox::activated, this, [this] {
        const std::string ramp = m_ramp->currentData().toString().toStdString();
        if (ramp.empty()) // own colours stay
            return;
        editStyle([ramp](Style& style) {
            if (!style.classification)
                return;
            style.classification->ramp = ramp;
            style.classification->colours.clear();
        });
    });
}

std::string StyleMethodBox::firstField(StyleField::Kind kind) const
{
    const auto fields = fieldsOf(m_subject.table.get());
    const std::string now = fieldOf(m_subject.style());
    const auto same = std::ranges::find_if(
        fields, [&](const StyleField& each) { return each.name == now && each.kind == kind; });
    if (same != fields.end())
        return now;
    const auto first = std::ranges::find(fields, kind, &StyleField::kind);
    return first == fields.end() ? std::string() : first->name;
}

std::vector<Category> StyleMethodBox::categoriesOf(const std::string& field) const
{
    std::vector<Category> categories;
    for (const StyleField& each : fieldsOf(m_subject.table.get())) {
        if (each.name != field)
            continue;
        for (const std::string& word : each.words)
            categories.push_back(
                {word, mapWordTitle(m_subject.layer.source, field, word, *m_subject.drawn,
                                    m_workbench.view().profile)});
    }
    return categories;
}

void StyleMethodBox::choose(StyleMethod method, const std::string& field)
{
    if (const auto classMethod = classMethodOf(method)) {
        const std::string of = field.empty() ? firstField(StyleField::Kind::Number) : field;
        editStyle([=, kind = m_subject.kind(),
                   breaks = breaksOf(m_subject.drawnClasses())](Style& style) {
            const bool same = style.classification && style.classification->field == of;
            const LocalText unit = same ? style.classification->unitWord : mapFieldUnit(of);
            makeClassification(style, kind, *classMethod, of, unit, breaks);
        });
    } else if (method == StyleMethod::Single) {
        editStyle([title = m_subject.layer.title](Style& style) { makeSingle(style, title); });
    } else if (field.empty()) { // as the layer is defined
        editStyle([defined = m_subject.defined.style](Style& style) {
            style.classes = defined.classes;
            style.classification = defined.classification;
        });
    } else {
        editStyle([field, kind = m_subject.kind(), categories = categoriesOf(field)](Style& style) {
            makeCategories(style, kind, field, categories,
                           Texts::inBoth([](Language) { return Message{"core.class.unknown"}; }));
        });
    }
}

void StyleMethodBox::takeBreaks()
{
    const auto& classification = m_subject.style().classification;
    if (!classification || m_breaks->text() == breaksText(classification->breaks)) {
        m_rows->setRowVisible(m_mistake, false);
        return;
    }
    const auto parsed = parseBreaks(m_breaks->text().toStdString());
    if (const auto* why = std::get_if<Message>(&parsed)) {
        m_mistake->setText(m_texts(*why));
        m_rows->setRowVisible(m_mistake, true);
        return;
    }
    m_breaks->setModified(false);
    editStyle([breaks = std::get<std::vector<double>>(parsed)](Style& style) {
        if (style.classification)
            style.classification->breaks = breaks;
    });
}

void StyleMethodBox::present(const StyleSubject& subject)
{
    m_subject = subject;
    presentMethods();
    presentFields();
    presentRamps();
    const StyleMethod method = methodOf(subject.style());
    const bool byValue = classMethodOf(method).has_value();
    const bool thresholds = method == StyleMethod::Thresholds;
    const bool figure = isFigure(subject.style().figure);
    m_rows->setRowVisible(m_field, method != StyleMethod::Single && !figure);
    m_rows->setRowVisible(m_count, byValue && !thresholds);
    m_rows->setRowVisible(m_breaks, thresholds);
    m_rows->setRowVisible(m_bound, thresholds);
    m_rows->setRowVisible(m_ramp, byValue);
    m_rows->setRowVisible(m_mistake, false);
    if (byValue) {
        const QSignalBlocker quiet(m_count);
        m_count->setValue(static_cast<int>(subject.style().classification->classes));
        if (!m_breaks->hasFocus() || !m_breaks->isModified()) // not what is being typed
            m_breaks->setText(breaksText(subject.style().classification->breaks));
        fillCombo(m_bound,
                  {{m_texts("desktop.style.bound_above"), true},
                   {m_texts("desktop.style.bound_below"), false}},
                  subject.style().classification->breakBelongsAbove);
    }
}

void StyleMethodBox::presentMethods()
{
    const bool line = m_subject.kind() == SymbolKind::Line;
    const bool figure = isFigure(m_subject.style().figure);
    const bool hasNumbers = !firstField(StyleField::Kind::Number).empty();
    std::vector<ComboChoice> choices;
    for (int method = 0; method < static_cast<int>(std::size(methodTitles)); ++method)
        choices.push_back({m_texts(methodTitles[static_cast<std::size_t>(method)]), method});
    const StyleMethod now = methodOf(m_subject.style());
    fillCombo(m_method, choices, static_cast<int>(now));
    const bool canClassify = (!line && hasNumbers && !figure) || classMethodOf(now);
    auto* model = qobject_cast<QStandardItemModel*>(m_method->model());
    for (int row = 0; row < model->rowCount(); ++row) {
        const auto method = static_cast<StyleMethod>(row);
        const bool possible = method == now || (!figure && (canClassify || !classMethodOf(method)));
        model->item(row)->setEnabled(possible);
    }
    QString note;
    if (figure)
        note = m_texts("desktop.style.figure_note");
    else if (line)
        note = m_texts("desktop.style.no_lines");
    else if (!hasNumbers)
        note = m_texts("desktop.style.no_numbers");
    m_note->setText(note);
    m_rows->setRowVisible(m_note, !note.isEmpty());
}

void StyleMethodBox::presentFields()
{
    const bool byValue = m_subject.style().classification.has_value();
    const auto kind = byValue ? StyleField::Kind::Number : StyleField::Kind::Words;
    std::vector<ComboChoice> choices;
    if (!byValue)
        choices.push_back({m_texts("desktop.style.as_defined"), QString()});
    for (const StyleField& field : fieldsOf(m_subject.table.get()))
        if (field.kind == kind)
            choices.push_back({mapFieldTitle(field.name, m_texts), toQString(field.name)});
    const Style& style = m_subject.style();
    const bool defined = !byValue &&
                         style.classes.size() == m_subject.defined.style.classes.size() &&
                         std::ranges::equal(style.classes, m_subject.defined.style.classes, {},
                                            &StyleClass::id, &StyleClass::id);
    fillCombo(m_field, choices, defined ? QString() : toQString(fieldOf(style)));
}

void StyleMethodBox::presentRamps()
{
    const auto& classification = m_subject.style().classification;
    if (!classification)
        return;
    const QSignalBlocker quiet(m_ramp);
    m_ramp->clear();
    for (const ColourRamp& ramp : colourRamps())
        m_ramp->addItem(rampIcon(ramp.stops, devicePixelRatioF()), m_texts(rampTitle(ramp.name)),
                        toQString(ramp.name));
    if (!classification->colours.empty())
        m_ramp->addItem(rampIcon(classification->colours, devicePixelRatioF()),
                        m_texts("desktop.style.own_colours"), QString());
    m_ramp->setCurrentIndex(m_ramp->findData(
        classification->colours.empty() ? toQString(classification->ramp) : QString()));
}

} // namespace guatu::desktop
