// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/style_box.h"

#include <map>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace guatu::desktop
{

class FormRows;
class ScaleEdit;

/// The names of a layer's features on the map.
class StyleLabelBox : public StyleBox
{
    Q_OBJECT

public:
    explicit StyleLabelBox(const Texts& texts, QWidget* parent = nullptr);

    void present(const StyleSubject& subject) override;

    // What tests press.
    [[nodiscard]] QCheckBox* shown() const { return m_shown; }
    [[nodiscard]] SizeEdit* size() const { return m_size; }
    [[nodiscard]] QComboBox* fields() const { return m_field; }
    [[nodiscard]] ColourButton* colour() const { return m_colour; }

private:
    void wireControls();
    void setShown(bool shown);
    void presentRule(const LabelStyle& label);
    [[nodiscard]] LookEdit rule(const std::function<void(LabelStyle&)>& change) const;

    StyleSubject m_subject;
    std::map<std::string, std::vector<LabelStyle>> m_hidden; ///< by layer: switched off
    std::size_t m_at = 0;                                    ///< of the rules, that is shown
    FormRows* m_rows;
    QCheckBox *m_shown, *m_bold;
    QComboBox *m_rule, *m_field;
    SizeEdit *m_size, *m_haloWidth;
    ColourButton *m_colour, *m_halo;
    QSpinBox* m_priority;
    ScaleEdit *m_nearest, *m_farthest;
};

} // namespace guatu::desktop
