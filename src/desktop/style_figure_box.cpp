// SPDX-License-Identifier: MIT
#include "desktop/style_figure_box.h"

#include "desktop/form_rows.h"
#include "desktop/size_edit.h"
#include "desktop/texts.h"

#include <QBoxLayout>
#include <QComboBox>

namespace guatu::desktop
{
namespace
{

constexpr double leastSize = 0.5, mostSize = 60, usualSize = 25; // mm

} // namespace

StyleFigureBox::StyleFigureBox(const Texts& texts, QWidget* parent)
    : StyleBox(texts, parent),
      m_shape(new QComboBox),
      m_least(new SizeEdit(leastSize, mostSize, 0.1, usualSize, QStringLiteral("mm"))),
      m_most(new SizeEdit(leastSize, mostSize, 0.1, usualSize, QStringLiteral("mm")))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_rows = new FormRows(texts);
    m_rows->add("desktop.style.shape", m_shape);
    m_rows->add("desktop.style.least", m_least);
    m_rows->add("desktop.style.most", m_most);
    layout->addLayout(m_rows);
    connect(m_shape, &QComboBox::activated, this, [this] {
        editStyle([bar = m_shape->currentData().toBool()](Style& style) {
            if (auto* chart = std::get_if<ChartFigure>(&style.figure))
                chart->isBar = bar;
        });
    });
    wire(m_least, "least", [](double value) {
        return sizes([value](FigureSizes& size) {
            size.least = value;
            size.most = std::max(size.most, value);
        });
    });
    wire(m_most, "most", [](double value) {
        return sizes([value](FigureSizes& size) {
            size.most = value;
            size.least = std::min(size.least, value);
        });
    });
}

LookEdit StyleFigureBox::sizes(const std::function<void(FigureSizes&)>& change)
{
    return [change](LayerLook& look) {
        if (auto size = figureSizes(look.style.figure)) {
            change(*size);
            setFigureSizes(look.style.figure, *size);
        }
    };
}

void StyleFigureBox::present(const StyleSubject& subject)
{
    const Figure& figure = subject.style().figure;
    const auto size = figureSizes(figure);
    setVisible(size.has_value());
    if (!size)
        return;
    const auto* chart = std::get_if<ChartFigure>(&figure);
    m_rows->setRowVisible(m_shape, chart != nullptr);
    m_rows->setRowVisible(m_least, !std::holds_alternative<BadgeFigure>(figure));
    fillCombo(m_shape,
              {{m_texts("desktop.style.ring"), false}, {m_texts("desktop.style.bar"), true}},
              chart && chart->isBar);
    m_least->setValue(size->least);
    m_most->setValue(size->most);
}

} // namespace guatu::desktop
