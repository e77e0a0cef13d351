// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QTimer;

namespace guatu::desktop
{

class FormRows;
class GapKeeper;
class Texts;

/// The rule in words with its source, and the way to ask by another: how people travel, how far.
/// What is changed is asked at once.
class GapRuleBox : public QWidget
{
    Q_OBJECT

public:
    GapRuleBox(const Texts& texts, GapKeeper& keeper, QWidget* parent = nullptr);

    [[nodiscard]] QComboBox* means() const { return m_means; }
    [[nodiscard]] QDoubleSpinBox* limit() const { return m_limit; }
    [[nodiscard]] QPushButton* editButton() const { return m_edit; }
    [[nodiscard]] QString words() const;

private:
    void refresh();
    void fillMeans();
    void ask();
    [[nodiscard]] bool isByMetres() const;

    const Texts& m_texts;
    GapKeeper& m_keeper;
    QLabel *m_title, *m_rule, *m_limitWords, *m_source;
    QPushButton *m_edit, *m_reset;
    QWidget* m_editor;
    QComboBox* m_means;
    QDoubleSpinBox* m_limit;
    QCheckBox* m_rain;
    QTimer* m_typed;
};

} // namespace guatu::desktop
