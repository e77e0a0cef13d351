// SPDX-License-Identifier: MIT
#pragma once

#include "core/plain_mark.h"

#include <QHash>
#include <QToolButton>

#include <optional>

class QListWidget;

namespace guatu::desktop
{

class Texts;

/// The names of the pictograms of styles/symbols, without those that other colours put in their
/// place.
[[nodiscard]] QStringList symbolNames();

/// Shows a pictogram or a plain mark and offers all others as small pictures.
class SymbolChooser : public QToolButton
{
    Q_OBJECT

public:
    explicit SymbolChooser(const Texts& texts, QWidget* parent = nullptr);

    /// Empty: none. Plain marks are offered in the colour.
    void setSymbol(const QString& symbol, std::optional<Colour> colour = {});
    [[nodiscard]] QString symbol() const { return m_symbol; }
    /// What pictograms stand for, by name; others are numbered.
    void setTitles(QHash<QString, QString> titles);

    /// What a choice in the list does.
    void choose(const QString& symbol);

signals:
    void picked(const QString& symbol);

private:
    void openList();
    [[nodiscard]] std::string markOf(PlainMark::Shape shape) const;
    [[nodiscard]] QString titleOf(const QString& symbol) const;

    const Texts& m_texts;
    QString m_symbol;
    Colour m_colour{0x1D, 0x4F, 0x91};
    QHash<QString, QString> m_titles;
};

} // namespace guatu::desktop
