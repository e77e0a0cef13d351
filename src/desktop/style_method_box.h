// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/style_box.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace guatu::desktop
{

class FormRows;
class Workbench;

/// Of which field classes are made, and how.
class StyleMethodBox : public StyleBox
{
    Q_OBJECT

public:
    StyleMethodBox(const Texts& texts, Workbench& workbench, QWidget* parent = nullptr);

    void present(const StyleSubject& subject) override;

    // What tests press.
    [[nodiscard]] QComboBox* methods() const { return m_method; }
    [[nodiscard]] QComboBox* fields() const { return m_field; }
    [[nodiscard]] QComboBox* ramps() const { return m_ramp; }
    [[nodiscard]] QSpinBox* count() const { return m_count; }
    [[nodiscard]] QLineEdit* breaks() const { return m_breaks; }
    [[nodiscard]] QLabel* mistake() const { return m_mistake; }

private:
    void choose(StyleMethod method, const std::string& field);
    void takeBreaks();
    void presentMethods();
    void presentFields();
    void presentRamps();
    [[nodiscard]] std::string firstField(StyleField::Kind kind) const;
    [[nodiscard]] std::vector<Category> categoriesOf(const std::string& field) const;

    Workbench& m_workbench;
    StyleSubject m_subject;
    FormRows* m_rows;
    QComboBox *m_method, *m_field, *m_ramp, *m_bound;
    QSpinBox* m_count;
    QLineEdit* m_breaks;
    QLabel *m_note, *m_mistake;
};

} // namespace guatu::desktop
