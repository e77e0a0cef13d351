// SPDX-License-Identifier: MIT
#include "desktop/scale_edit.h"

#include "desktop/layer_titles.h"
#include "desktop/texts.h"

#include <QLineEdit>
#include <QSignalBlocker>

namespace guatu::desktop
{
namespace
{

constexpr double usual[]{5000,   10000,  25000,  50000,   100000,
                         200000, 500000, 650000, 1000000, 1600000};
constexpr double largestScale = 1e12; // that definitions may hold

} // namespace

std::optional<double> parseScale(const QString& text)
{
    QString digits = text.trimmed();
    digits.replace(QChar(u'：'), ':');
    if (digits.contains(':'))
        digits = digits.mid(digits.indexOf(':') + 1);
    double factor = 1;
    if (digits.endsWith(QChar(u'万'))) {
        factor = 10000;
        digits.chop(1);
    }
    digits.remove(',').remove(QChar(u'，')).remove(' ');
    bool isNumber = false;
    const double value = digits.toDouble(&isNumber) * factor;
    if (!isNumber || !(value >= 1) || value > largestScale)
        return {};
    return value;
}

ScaleEdit::ScaleEdit(const Texts& texts, double unlimited, QWidget* parent)
    : QComboBox(parent), m_texts(texts), m_unlimited(unlimited), m_scale(unlimited)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setCompleter(nullptr);
    texts.keep(this, [this] {
        const QSignalBlocker quiet(this);
        clear();
        addItem(textOf(m_unlimited));
        for (const double scale : usual)
            addItem(textOf(scale));
        setScale(m_scale);
    });
    connect(this, &QComboBox::textActivated, this, &ScaleEdit::take);
    connect(lineEdit(), &QLineEdit::editingFinished, this, [this] { take(currentText()); });
}

QString ScaleEdit::textOf(double denominator) const
{
    if (denominator == m_unlimited)
        return m_texts("desktop.style.unlimited");
    return plainScale(denominator);
}

void ScaleEdit::setScale(double denominator)
{
    const QSignalBlocker quiet(this);
    m_scale = denominator;
    setCurrentIndex(findText(textOf(denominator)));
    setEditText(textOf(denominator));
}

void ScaleEdit::take(const QString& text)
{
    const double old = m_scale;
    if (text.trimmed().isEmpty() || text == textOf(m_unlimited))
        setScale(m_unlimited);
    else
        setScale(parseScale(text).value_or(m_scale)); // no scale: the old one stands again
    if (m_scale != old)
        emit edited(m_scale);
}

} // namespace guatu::desktop
