// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/query/flat_query.h"

#include <QFrame>

#include <functional>
#include <memory>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace guatu::desktop
{

class Texts;

/// A small window that makes one condition by choosing: field, operator, value from the data.
class ConditionEditor : public QFrame
{
    Q_OBJECT

public:
    using Vocabulary = campaign::query::Vocabulary;
    using Expression = campaign::query::Expression;

    ConditionEditor(const Texts& texts, QWidget* parent = nullptr);

    /// Opens at a place of the screen, to change `start` or, without one, to make a new condition
    /// on things of `entity`.
    void edit(std::shared_ptr<const Vocabulary> vocabulary, campaign::query::Entity entity,
              const Expression* start, const UnitColumns& units, RowIndex unit, QPoint at);

    // What tests press.
    [[nodiscard]] QComboBox* fields() const { return m_fields; }
    [[nodiscard]] QComboBox* operators() const { return m_operators; }
    [[nodiscard]] QListWidget* words() const { return m_words; }
    [[nodiscard]] QLineEdit* text() const { return m_text; }
    [[nodiscard]] QPushButton* button() const { return m_done; }

    /// Whether a condition is one that this editor makes.
    [[nodiscard]] static bool canEdit(const Expression& condition);

signals:
    void chosen(const guatu::campaign::query::Expression& condition);

private:
    enum Page { WordPage, TextPage, DatePage, DaysPage, UnitPage, NoPage };

    void fillFields(const Expression* start);
    void fillUnits(const UnitColumns& units, RowIndex unit);
    void showField();
    void showOperator();
    void showValues(const Expression& start);
    void finish();
    [[nodiscard]] const campaign::query::Field* field() const;
    [[nodiscard]] std::vector<campaign::query::Operand> values(bool& isComplete) const;

    const Texts& m_texts;
    std::shared_ptr<const Vocabulary> m_vocabulary;
    campaign::query::Entity m_entity{};
    QComboBox *m_fields, *m_operators, *m_units;
    QStackedWidget* m_pages;
    QListWidget* m_words;
    QLineEdit* m_text;
    QDateEdit* m_date;
    QSpinBox* m_days;
    QLabel* m_unitWord;
    QPushButton* m_done;
};

} // namespace guatu::desktop
