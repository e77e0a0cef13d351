// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/style_box.h"

class QCheckBox;
class QComboBox;
class QLabel;

namespace guatu::desktop
{

class FormRows;
class SymbolChooser;

/// How the chosen classes are drawn: fill and pattern, lines, pictogram.
class StyleSymbolBox : public StyleBox
{
    Q_OBJECT

public:
    explicit StyleSymbolBox(const Texts& texts, QWidget* parent = nullptr);

    void present(const StyleSubject& subject) override;

    // What tests press.
    [[nodiscard]] ColourButton* colour() const { return m_colour; }
    [[nodiscard]] QComboBox* pattern() const { return m_pattern; }
    [[nodiscard]] ColourButton* patternColour() const { return m_patternColour; }
    [[nodiscard]] SymbolChooser* symbol() const { return m_symbol; }
    [[nodiscard]] SizeEdit* symbolSize() const { return m_symbolSize; }
    [[nodiscard]] QCheckBox* lined() const { return m_lined; }
    [[nodiscard]] ColourButton* lineColour() const { return m_lineColour; }
    [[nodiscard]] SizeEdit* lineWidth() const { return m_lineWidth; }
    [[nodiscard]] QComboBox* dash() const { return m_dash; }

private:
    void wireControls();
    void presentFill(const Symbol& symbol);
    void presentLine(const Symbol& symbol);
    void presentMarker(const Symbol& symbol);
    /// The edit of the symbols of the chosen classes: their shapes, or their colours in the variant
    /// that is drawn.
    [[nodiscard]] LookEdit shapes(const SymbolEdit& edit) const;
    [[nodiscard]] LookEdit colours(const SymbolEdit& edit) const;
    [[nodiscard]] bool isShared() const;

    StyleSubject m_subject;
    FormRows* m_rows;
    ColourButton *m_colour, *m_patternColour, *m_lineColour;
    QComboBox *m_pattern, *m_dash;
    SymbolChooser* m_symbol;
    SizeEdit *m_symbolSize, *m_lineWidth;
    QCheckBox* m_lined;
    QLabel* m_note;
};

} // namespace guatu::desktop
