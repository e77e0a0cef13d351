// SPDX-License-Identifier: MIT
#include "desktop/style_label_box.h"

#include "desktop/colour_button.h"
#include "desktop/form_rows.h"
#include "desktop/map_words.h"
#include "desktop/scale_edit.h"
#include "desktop/size_edit.h"
#include "desktop/texts.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace guatu::desktop
{

StyleLabelBox::StyleLabelBox(const Texts& texts, QWidget* parent)
    : StyleBox(texts, parent),
      m_shown(new QCheckBox),
      m_bold(new QCheckBox),
      m_rule(new QComboBox),
      m_field(new QComboBox),
      m_size(new SizeEdit(4, 400, 0.5, 40, QStringLiteral("px"))),
      m_haloWidth(new SizeEdit(0, 40, 0.25, 6, QStringLiteral("px"))),
      m_colour(new ColourButton(texts)),
      m_halo(new ColourButton(texts)),
      m_priority(new QSpinBox),
      m_nearest(new ScaleEdit(texts, 0)),
      m_farthest(new ScaleEdit(texts, 1e12))
{
    m_priority->setRange(-1000, 1000);
    m_priority->setKeyboardTracking(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_shown);
    m_rows = new FormRows(texts);
    m_rows->add("desktop.style.label_rule", m_rule);
    m_rows->add("desktop.style.field", m_field);
    m_rows->add("desktop.style.label_size", m_size);
    m_rows->addWide(m_bold);
    m_rows->add("desktop.style.colour", m_colour);
    m_rows->add("desktop.style.halo", m_halo);
    m_rows->add("desktop.style.halo_width", m_haloWidth);
    m_rows->add("desktop.style.priority", m_priority);
    m_rows->add("desktop.style.nearest", m_nearest);
    m_rows->add("desktop.style.farthest", m_farthest);
    layout->addLayout(m_rows);
    texts.keep(this, [this] {
        m_shown->setText(m_texts("desktop.style.labels_shown"));
        m_bold->setText(m_texts("desktop.style.bold"));
        m_priority->setToolTip(m_texts("desktop.style.priority_tip"));
    });
    wireControls();
}

void StyleLabelBox::wireControls()
{
    connect(m_shown, &QCheckBox::clicked, this, &StyleLabelBox::setShown);
    connect(m_rule, &QComboBox::activated, this, [this](int at) {
        m_at = static_cast<std::size_t>(at);
        present(m_subject);
    });
    connect(m_field, &QComboBox::activated, this, [this] {
        const std::string field = m_field->currentData().toString().toStdString();
        emit edited(rule([field](LabelStyle& label) { label.field = field; }), {});
    });
    connect(m_bold, &QCheckBox::clicked, this, [this](bool bold) {
        emit edited(rule([bold](LabelStyle& label) { label.bold = bold; }), {});
    });
    connect(m_priority, &QSpinBox::valueChanged, this, [this](int priority) {
        emit edited(rule([priority](LabelStyle& label) { label.priority = priority; }), {});
    });
    connect(m_nearest, &ScaleEdit::edited, this, [this](double scale) {
        emit edited(rule([scale](LabelStyle& label) {
                        label.minScale = scale;
                        if (label.maxScale <= scale)
                            label.maxScale = 1e12;
                    }),
                    {});
    });
    connect(m_farthest, &ScaleEdit::edited, this, [this](double scale) {
        emit edited(rule([scale](LabelStyle& label) {
                        label.maxScale = scale;
                        if (label.minScale >= scale)
                            label.minScale = 0;
                    }),
                    {});
    });
    wire(m_size, "label size",
         [this](double size) { return rule([size](LabelStyle& label) { label.size = size; }); });
    wire(m_haloWidth, "halo width", [this](double width) {
        return rule([width](LabelStyle& label) { label.haloWidth = width; });
    });
    wire(m_colour, "label colour", [this](Colour colour) {
        return rule([colour](LabelStyle& label) { label.colour = colour; });
    });
    wire(m_halo, "halo", [this](Colour colour) {
        return rule([colour](LabelStyle& label) { label.halo = colour; });
    });
}

LookEdit StyleLabelBox::rule(const std::function<void(LabelStyle&)>& change) const
{
    return [at = m_at, change](LayerLook& look) {
        if (at < look.style.labels.size())
            change(look.style.labels[at]);
    };
}

void StyleLabelBox::setShown(bool shown)
{
    if (!shown) {
        m_hidden[m_subject.layer.id] = m_subject.style().labels;
        editStyle([](Style& style) { style.labels.clear(); });
        return;
    }
    std::vector<LabelStyle> labels = m_hidden[m_subject.layer.id];
    if (labels.empty())
        labels = m_subject.defined.style.labels;
    if (labels.empty()) {
        const auto fields = fieldsOf(m_subject.table.get());
        const auto text = std::ranges::find(fields, StyleField::Kind::Text, &StyleField::kind);
        labels.emplace_back();
        if (text != fields.end())
            labels.front().field = text->name;
    }
    editStyle([labels](Style& style) { style.labels = labels; });
}

void StyleLabelBox::present(const StyleSubject& subject)
{
    m_subject = subject;
    const auto& labels = subject.style().labels;
    const auto fields = fieldsOf(subject.table.get());
    m_shown->setChecked(!labels.empty());
    m_shown->setEnabled(!labels.empty() || !fields.empty());
    for (QWidget* control :
         std::initializer_list<QWidget*>{m_field, m_size, m_bold, m_colour, m_halo, m_haloWidth,
                                         m_priority, m_nearest, m_farthest})
        m_rows->setRowVisible(control, !labels.empty());
    m_rows->setRowVisible(m_rule, labels.size() > 1);
    if (labels.empty())
        return;
    m_at = std::min(m_at, labels.size() - 1);
    std::vector<ComboChoice> rules;
    for (std::size_t i = 0; i < labels.size(); ++i)
        rules.push_back(
            {m_texts("desktop.style.rule_number",
                     {{"number", std::to_string(i + 1)}, {"count", std::to_string(labels.size())}}),
             static_cast<int>(i)});
    fillCombo(m_rule, rules, static_cast<int>(m_at));
    std::vector<ComboChoice> choices;
    for (const StyleField& field : fields)
        if (field.kind != StyleField::Kind::Words || field.name == labels[m_at].field)
            choices.push_back({mapFieldTitle(field.name, m_texts), toQString(field.name)});
    fillCombo(m_field, choices, toQString(labels[m_at].field));
    presentRule(labels[m_at]);
}

void StyleLabelBox::presentRule(const LabelStyle& label)
{
    m_bold->setChecked(label.bold);
    m_size->setValue(label.size);
    m_colour->setColour(label.colour);
    m_halo->setColour(label.halo);
    m_haloWidth->setValue(label.haloWidth);
    const QSignalBlocker quiet(m_priority);
    m_priority->setValue(label.priority);
    m_nearest->setScale(label.minScale);
    m_farthest->setScale(label.maxScale);
}

} // namespace guatu::desktop
