// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/query/flat_query.h"
#include "core/snapshot.h"

#include <QWidget>

#include <memory>

class QButtonGroup;
class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace guatu::desktop
{

class ConditionEditor;
class NearEditor;
class Texts;

/// A query by choosing: what is looked for, and its conditions one below the other, joined by all
/// or any.
class ConditionList : public QWidget
{
    Q_OBJECT

public:
    using FlatQuery = campaign::query::FlatQuery;

    ConditionList(const Texts& texts, QWidget* parent = nullptr);

    /// The words to choose from, and the unit that is offered first. The units must outlive the
    /// next call.
    void setVocabulary(std::shared_ptr<const campaign::query::Vocabulary> vocabulary);
    void setUnits(const UnitColumns* units, RowIndex unit);

    /// Shows a query without saying that it was chosen; null: only the text can show it.
    void show(const std::optional<FlatQuery>& query);
    using QWidget::show;
    [[nodiscard]] const FlatQuery& query() const { return m_query; }

    /// Adds "nothing of this kind within 2 km": one step.
    void addNothingNear(const campaign::query::Noun& noun);
    void add(const campaign::query::Expression& condition);
    void setNoun(const campaign::query::Noun& noun);
    void setAny(bool any);
    void remove(std::size_t condition);
    [[nodiscard]] ConditionEditor& editor() const { return *m_editor; }
    [[nodiscard]] QPushButton* addButton() const { return m_add; }
    [[nodiscard]] QPushButton* nearButton() const { return m_near; }

signals:
    void changed();
    /// The condition can only be changed in its text.
    void textAsked();

private:
    void buildNouns(QVBoxLayout* layout);
    void fillNouns();
    void fillRows();
    QWidget* makeRow(std::size_t at);
    void edit(std::size_t at, QPoint place);
    void take(const campaign::query::Expression& condition);
    void change();

    const Texts& m_texts;
    std::shared_ptr<const campaign::query::Vocabulary> m_vocabulary;
    const UnitColumns* m_units = nullptr;
    RowIndex m_unit = noRow;
    FlatQuery m_query;
    bool m_shown = true;              ///< the query can be shown as a list
    std::optional<std::size_t> m_now; ///< the condition being changed; null: a new one
    QLabel *m_find, *m_onlyText;
    QButtonGroup *m_nouns, *m_join;
    QToolButton* m_more;
    QVBoxLayout* m_rows;
    QPushButton *m_add, *m_near, *m_all, *m_any;
    ConditionEditor* m_editor;
    NearEditor* m_nearEditor;
};

} // namespace guatu::desktop
