// SPDX-License-Identifier: MIT
#include "desktop/form_rows.h"

#include "desktop/texts.h"
#include "desktop/theme.h"

#include <QComboBox>
#include <QLabel>

namespace guatu::desktop
{
namespace
{

constexpr int titleWidth = 84;

} // namespace

FormRows::FormRows(const Texts& texts, QWidget* parent) : QGridLayout(parent), m_texts(texts)
{
    setContentsMargins(0, 0, 0, 0);
    setHorizontalSpacing(8);
    setVerticalSpacing(6);
    setColumnStretch(1, 1);
}

void FormRows::add(std::string_view title, QWidget* control)
{
    QLabel* label = makeLabel("small");
    label->setMinimumWidth(titleWidth);
    label->setBuddy(control);
    if (auto* box = qobject_cast<QComboBox*>(control)) { // as narrow as the panel, however long
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(6);
    }
    const int row = rowCount();
    addWidget(label, row, 0, Qt::AlignLeft | Qt::AlignVCenter);
    addWidget(control, row, 1);
    m_texts.keep(control, [this, control, label, title] {
        label->setText(m_texts(title));
        control->setAccessibleName(m_texts(title));
    });
}

void FormRows::addWide(QWidget* control)
{
    addWidget(control, rowCount(), 0, 1, 2);
}

void FormRows::setRowVisible(QWidget* control, bool visible)
{
    control->setVisible(visible);
    int row = 0;
    int column = 0;
    int rows = 0;
    int columns = 0;
    getItemPosition(indexOf(control), &row, &column, &rows, &columns);
    if (column == 1)
        itemAtPosition(row, 0)->widget()->setVisible(visible);
}

} // namespace guatu::desktop
