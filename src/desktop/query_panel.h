// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/background_job.h"
#include "desktop/query_result.h"
#include "desktop/workbench.h"
#include "session/layer_export.h"
#include "session/record_list.h"

#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace guatu::desktop
{

class ConditionList;
class ExpressionEdit;
class Texts;

/// A question about the campaign: conditions by choosing and the typed expression, two forms of one
/// thing, and the answer at once in map, table and count.
class QueryPanel : public QWidget
{
    Q_OBJECT

public:
    QueryPanel(const Texts& texts, Workbench& workbench, QWidget* parent = nullptr);

    /// Asks a text, as if it were typed; it may name what is looked for.
    void ask(const QString& text);
    /// Lets map and table show everything again; the question stays.
    void leave();

    [[nodiscard]] ConditionList& conditions() const { return *m_conditions; }
    [[nodiscard]] ExpressionEdit& expression() const { return *m_expression; }
    [[nodiscard]] QueryResultView& result() const { return *m_result; }
    [[nodiscard]] QString mistake() const;
    /// The rows of the answer that are listed; those that meet the query at first.
    [[nodiscard]] session::ExportRows shownRows() const;
    /// The query in canonical words with its entity, to be kept; empty while it is not readable.
    [[nodiscard]] std::string canonical(Language language) const;

signals:
    /// Rows that are no households, as a list.
    void recordsFound(const std::shared_ptr<const guatu::session::RecordList>& list);
    /// The query is to be kept: its entity's title and its text.
    void saveAsked(const std::string& entity, const std::string& text);
    void exportAsked();
    /// A visit to what was found is to be planned.
    void visitAsked();
    void failed(const guatu::Message& why);

private:
    void buildButtons(QWidget* parent, QHBoxLayout* layout);
    void takeWorkspace();
    void takeList();
    void run();
    void take(const std::shared_ptr<const session::PanelAnswer>& answer);
    void showFault(const session::QueryFault& fault);
    void clearFault();
    void list(AnswerPart part);
    [[nodiscard]] const std::vector<std::uint32_t>& rowsOf(AnswerPart part) const;
    void listRecords(const LocalText& title, const std::vector<std::uint32_t>& rows);
    [[nodiscard]] QString unitWord() const;

    const Texts& m_texts;
    Workbench& m_workbench;
    BackgroundJob m_vocabularyJob{this}, m_job{this}, m_listJob{this};
    std::shared_ptr<const campaign::query::Vocabulary> m_vocabulary;
    std::shared_ptr<const session::PanelAnswer> m_answer;
    campaign::query::Noun m_noun{};
    AnswerPart m_part = AnswerPart::Hit;
    QString m_waiting;     ///< to be asked once the words are known
    bool m_active = false; ///< the answer is on the map
    QTimer m_typed;
    ConditionList* m_conditions;
    ExpressionEdit* m_expression;
    QLabel *m_expressionTitle, *m_synced, *m_fault;
    QHBoxLayout* m_repairs;
    QueryResultView* m_result;
    QPushButton *m_export, *m_visit, *m_save, *m_leave;
};

} // namespace guatu::desktop
