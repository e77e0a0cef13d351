// SPDX-License-Identifier: MIT
#include "desktop/query_panel.h"

#include "desktop/card_layout.h"
#include "desktop/condition_list.h"
#include "desktop/expression_edit.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "session/query_list.h"

namespace guatu::desktop
{

namespace query = campaign::query;

namespace
{

constexpr int typingPause = 350; // ms

} // namespace

QueryPanel::QueryPanel(const Texts& texts, Workbench& workbench, QWidget* parent)
    : QWidget(parent),
      m_texts(texts),
      m_workbench(workbench),
      m_conditions(new ConditionList(texts)),
      m_expression(new ExpressionEdit),
      m_expressionTitle(makeLabel("section")),
      m_synced(makeLabel("quiet")),
      m_fault(makeLabel("mistake")),
      m_repairs(new QHBoxLayout),
      m_result(new QueryResultView(texts)),
      m_export(new QPushButton),
      m_visit(new QPushButton),
      m_save(new QPushButton),
      m_leave(new QPushButton)
{
    const CardArea card = makeCardArea();
    addBlock(card.rows)->addWidget(m_conditions);
    addRule(card.rows);
    auto* block = addBlock(card.rows);
    addPair(block, m_expressionTitle, m_synced);
    m_expression->setFixedHeight(78);
    block->addWidget(m_expression);
    m_fault->setWordWrap(true);
    block->addWidget(m_fault);
    m_repairs->setSpacing(8);
    block->addLayout(m_repairs);
    addRule(card.rows);
    addBlock(card.rows)->addWidget(m_result);
    addRule(card.rows);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    setLook(m_export, "primarySmall");
    for (QPushButton* button : {m_visit, m_save, m_leave})
        setLook(button, "smallButton");
    for (QPushButton* button : {m_export, m_save, m_leave})
        buttons->addWidget(button);
    buttons->addStretch();
    auto* visit = new QHBoxLayout;
    visit->addWidget(m_visit);
    visit->addStretch();
    auto* actions = addBlock(card.rows);
    actions->setSpacing(8);
    actions->addLayout(buttons);
    actions->addLayout(visit);
    card.rows->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card.area);

    m_typed.setSingleShot(true);
    connect(m_expression, &ExpressionEdit::typed, this, [this] { m_typed.start(typingPause); });
    connect(&m_typed, &QTimer::timeout, this, &QueryPanel::run);
    connect(m_conditions, &ConditionList::changed, this, &QueryPanel::takeList);
    connect(m_conditions, &ConditionList::textAsked, m_expression, qOverload<>(&QWidget::setFocus));
    connect(m_result, &QueryResultView::partAsked, this, &QueryPanel::list);
    connect(m_export, &QPushButton::clicked, this, &QueryPanel::exportAsked);
    connect(m_visit, &QPushButton::clicked, this, &QueryPanel::visitAsked);
    connect(m_save, &QPushButton::clicked, this, [this] {
        const std::string kept = canonical(m_texts.language());
        if (!kept.empty())
            emit saveAsked(m_vocabulary->title(m_noun, Language::English), kept);
    });
    connect(m_leave, &QPushButton::clicked, this, &QueryPanel::leave);
    for (BackgroundJob* job : {&m_vocabularyJob, &m_job, &m_listJob})
        connect(job, &BackgroundJob::failed, this, &QueryPanel::failed);
    connect(&workbench, &Workbench::opened, this, &QueryPanel::takeWorkspace);
    connect(&workbench, &Workbench::unitChanged, this, [this] {
        if (m_workbench.isOpen())
            m_conditions->setUnits(&m_workbench.units(), m_workbench.unit());
    });
    connect(&workbench, &Workbench::closed, this, [this] {
        m_vocabulary.reset();
        m_answer.reset();
        m_conditions->setUnits(nullptr, noRow);
        m_conditions->setVocabulary(nullptr);
        m_conditions->show(query::FlatQuery{});
        m_expression->setExpression({});
        m_result->clear();
    });
    m_expression->setOffers([this](const QString& text, int cursor) {
        std::vector<Offer> offers;
        if (!m_vocabulary)
            return offers;
        for (const auto& each :
             query::completions(text.toStdString(), static_cast<std::size_t>(cursor), *m_vocabulary,
                                m_noun, m_texts.language()))
            offers.push_back(
                {toQString(each.insert), m_texts(each.title), static_cast<int>(each.from)});
        return offers;
    });
    texts.keep(this, [this] {
        m_expressionTitle->setText(m_texts("desktop.query.expression"));
        m_synced->setText(m_texts("desktop.query.synced"));
        m_expression->setPlaceholderText(m_texts("desktop.query.placeholder"));
        m_expression->setAccessibleName(m_texts("desktop.query.expression"));
        m_export->setText(m_texts("desktop.query.export"));
        m_visit->setText(m_texts("desktop.trip.plan"));
        m_save->setText(m_texts("desktop.query.save"));
        m_leave->setText(m_texts("desktop.query.leave"));
        if (m_answer && m_vocabulary && !m_answer->fault) {
            m_expression->setExpression(toQString(
                query::conditionText(m_answer->query, *m_vocabulary, m_texts.language())));
            m_result->show(*m_answer, unitWord());
        }
    });
    clearFault();
}

void QueryPanel::takeWorkspace()
{
    m_conditions->setUnits(&m_workbench.units(), m_workbench.unit());
    if (m_active && m_workbench.question().key == this)
        m_workbench.endList(); // it comes back with the new date's answer
    m_vocabularyJob.start(
        [this, view = m_workbench.sharedView()](const Progress&) -> BackgroundJob::Finish {
            auto words = std::make_shared<const query::Vocabulary>(view->snapshot, view->profile);
            return [this, view, words] {
                if (view != m_workbench.sharedView())
                    return;
                m_vocabulary = words;
                m_conditions->setVocabulary(words);
                if (!m_waiting.isEmpty())
                    ask(std::exchange(m_waiting, {}));
                else if (m_active)
                    run();
            };
        });
}

void QueryPanel::ask(const QString& text)
{
    if (!m_vocabulary) {
        m_waiting = text;
        return;
    }
    m_part = AnswerPart::Hit;
    m_expression->setExpression(text);
    run();
}

void QueryPanel::takeList()
{
    if (!m_vocabulary)
        return;
    const query::Query asked = query::joined(m_conditions->query());
    m_noun = asked.noun;
    m_part = AnswerPart::Hit;
    m_expression->setExpression(
        toQString(query::conditionText(asked, *m_vocabulary, m_texts.language())));
    run();
}

void QueryPanel::run()
{
    m_typed.stop();
    if (!m_vocabulary || !m_workbench.isOpen())
        return;
    m_job.start([this, view = m_workbench.sharedView(), words = m_vocabulary, noun = m_noun,
                 text = m_expression->expression().toStdString()](
                    const Progress& progress) -> BackgroundJob::Finish {
        auto answer = std::make_shared<const session::PanelAnswer>(
            session::panelAnswer(*view, *words, text, noun));
        progress.checkpoint();
        return [this, view, answer] {
            if (view == m_workbench.sharedView())
                take(answer);
        };
    });
}

void QueryPanel::take(const std::shared_ptr<const session::PanelAnswer>& answer)
{
    if (answer->fault) {
        showFault(*answer->fault);
        return;
    }
    clearFault();
    m_answer = answer;
    m_noun = answer->query.noun;
    m_conditions->show(answer->flat);
    // What was typed with its entity in front stands without it, for the buttons say it.
    if (!m_expression->hasFocus())
        m_expression->setExpression(
            toQString(query::conditionText(answer->query, *m_vocabulary, m_texts.language())));
    m_result->show(*answer, unitWord());
    list(m_part);
}

void QueryPanel::showFault(const session::QueryFault& fault)
{
    clearFault();
    m_expression->markMistake(static_cast<int>(fault.position), static_cast<int>(fault.length));
    m_fault->setText(m_texts(fault.what));
    m_fault->show();
    constexpr std::size_t most = 3;
    for (std::size_t i = 0; i < std::min(most, fault.suggestions.size()); ++i) {
        const QString word = toQString(fault.suggestions[i]);
        auto* button =
            linkButton(m_texts("desktop.query.instead", {{"word", fault.suggestions[i]}}));
        connect(button, &QPushButton::clicked, this, [this, word] {
            m_expression->repair(word);
            m_expression->setFocus();
        });
        m_repairs->addWidget(button);
    }
    m_repairs->addStretch();
}

void QueryPanel::clearFault()
{
    m_fault->hide();
    m_fault->clear();
    m_expression->clearMistake();
    while (QLayoutItem* item = m_repairs->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

QString QueryPanel::mistake() const
{
    return m_fault->text();
}

std::string QueryPanel::canonical(Language language) const
{
    return m_answer && m_vocabulary ? query::canonicalText(m_answer->query, *m_vocabulary, language)
                                    : std::string();
}

QString QueryPanel::unitWord() const
{
    switch (m_noun.entity) {
    case query::Entity::Household:
        return m_texts("desktop.unit.households");
    case query::Entity::Unit:
        return m_noun.level == Level::Village ? m_texts("desktop.unit.villages")
                                              : m_texts("desktop.unit.items");
    case query::Entity::Site:
        return m_texts("desktop.unit.places");
    case query::Entity::Problem:
        return m_texts("desktop.unit.problems");
    default:
        return m_texts("desktop.unit.items");
    }
}

const std::vector<std::uint32_t>& QueryPanel::rowsOf(AnswerPart part) const
{
    switch (part) {
    case AnswerPart::Miss:
        return m_answer->misses;
    case AnswerPart::CannotTell:
        return m_answer->result.unknown;
    case AnswerPart::Hit:
        break;
    }
    return m_answer->result.hits;
}

session::ExportRows QueryPanel::shownRows() const
{
    if (!m_answer || m_answer->fault)
        return {.noun = m_noun};
    return {.noun = m_answer->query.noun, .rows = rowsOf(m_part)};
}

void QueryPanel::list(AnswerPart part)
{
    if (!m_answer || m_answer->fault)
        return;
    m_part = part;
    m_active = true;
    const std::vector<std::uint32_t>& rows = rowsOf(part);
    constexpr std::string_view titles[]{"desktop.query.hit_list", "desktop.query.miss_list",
                                        "desktop.query.cannot_tell_list"};
    const LocalText title = m_texts.inBoth(
        [&](Language) { return Message{std::string(titles[static_cast<std::size_t>(part)])}; });
    if (m_noun.entity == query::Entity::Household) {
        m_workbench.mark({});
        HouseholdQuestion question;
        question.title = title;
        question.key = this;
        question.find = [answer = m_answer, rows](const session::WorkspaceView&) { return rows; };
        m_workbench.ask(question);
        return;
    }
    m_workbench.endList();
    listRecords(title, rows);
}

void QueryPanel::listRecords(const LocalText& title, const std::vector<std::uint32_t>& rows)
{
    m_listJob.start([this, view = m_workbench.sharedView(), noun = m_noun, title,
                     rows](const Progress&) -> BackgroundJob::Finish {
        const auto list = std::make_shared<const session::RecordList>(
            session::queryList(*view, noun, title, rows));
        return [this, view, list, features = session::mapFeatures(*view, noun, rows)] {
            if (view != m_workbench.sharedView())
                return;
            m_workbench.mark(features);
            emit recordsFound(list);
        };
    });
}

void QueryPanel::leave()
{
    m_active = false;
    m_workbench.mark({});
    if (m_workbench.question().key == this)
        m_workbench.endList();
}

} // namespace guatu::desktop
