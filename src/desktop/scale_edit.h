// SPDX-License-Identifier: MIT
#pragma once

#include <QComboBox>

#include <optional>

namespace guatu::desktop
{

class Texts;

/// The denominator in "1:50,000", "50000" or "5万"; none for other text.
[[nodiscard]] std::optional<double> parseScale(const QString& text);

/// A scale up to which something is shown, chosen or typed, or none.
class ScaleEdit : public QComboBox
{
    Q_OBJECT

public:
    /// `unlimited` is the denominator that stands for no limit.
    ScaleEdit(const Texts& texts, double unlimited, QWidget* parent = nullptr);

    /// Shows a denominator; signals nothing.
    void setScale(double denominator);

signals:
    void edited(double denominator);

private:
    void take(const QString& text);
    [[nodiscard]] QString textOf(double denominator) const;

    const Texts& m_texts;
    double m_unlimited;
    double m_scale;
};

} // namespace guatu::desktop
