// SPDX-License-Identifier: MIT
#include "desktop/query_result.h"

#include "desktop/card_layout.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/words.h"

#include <QGridLayout>

namespace guatu::desktop
{

QueryResultView::QueryResultView(const Texts& texts, QWidget* parent)
    : QWidget(parent),
      m_texts(texts),
      m_title(makeLabel("section")),
      m_time(makeLabel("quiet")),
      m_unlocated(makeLabel("quiet"))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    addPair(layout, m_title, m_time);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(4);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    for (int row = 0; row < 3; ++row) {
        Line& line = m_lines[static_cast<std::size_t>(row)];
        const bool first = row == 0;
        line = {makeLabel("small"), linkButton({}), makeLabel("quiet"),
                makeLabel(first ? "resultFirst" : "small"), makeLabel("quiet")};
        setLook(line.rows, first ? "resultLink" : "link");
        line.persons->setMinimumWidth(64);
        line.persons->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(line.title, row, 0);
        grid->addWidget(line.rows, row, 1, Qt::AlignRight);
        grid->addWidget(line.rowWord, row, 2);
        grid->addWidget(line.persons, row, 3);
        grid->addWidget(line.personWord, row, 4);
        connect(line.rows, &QPushButton::clicked, this,
                [this, row] { emit partAsked(static_cast<AnswerPart>(row)); });
    }
    layout->addLayout(grid);
    m_unlocated->setWordWrap(true);
    layout->addWidget(m_unlocated);
    texts.keep(this, [this] {
        m_title->setText(m_texts("desktop.query.result"));
        m_lines[0].title->setText(m_texts("desktop.query.hit"));
        m_lines[1].title->setText(m_texts("desktop.query.miss"));
        m_lines[2].title->setText(m_texts("desktop.query.cannot_tell"));
    });
    clear();
}

void QueryResultView::setLine(AnswerPart part, const campaign::query::Amount& amount,
                              const QString& unitWord, bool withPersons)
{
    const Line& line = m_lines[static_cast<std::size_t>(part)];
    line.rows->setText(number(amount.rows));
    line.rows->setEnabled(amount.rows > 0);
    line.rowWord->setText(unitWord);
    line.persons->setText(withPersons ? number(amount.persons) : QString());
    line.personWord->setText(withPersons ? m_texts("desktop.unit.persons") : QString());
}

void QueryResultView::show(const session::PanelAnswer& answer, const QString& unitWord)
{
    const bool persons = answer.result.noun.entity == campaign::query::Entity::Household;
    setLine(AnswerPart::Hit, answer.result.hit, unitWord, persons);
    setLine(AnswerPart::Miss, answer.result.miss, unitWord, persons);
    setLine(AnswerPart::CannotTell, answer.result.cannotTell, unitWord, persons);
    m_time->setText(m_texts("desktop.query.time",
                            {{"seconds", QString::number(answer.seconds, 'f', 2).toStdString()}}));
    const auto unlocated = answer.result.unlocatedTargets;
    m_unlocated->setVisible(unlocated > 0);
    m_unlocated->setText(
        m_texts("desktop.query.unlocated", {{"count", std::to_string(unlocated)}}));
}

void QueryResultView::clear()
{
    for (const Line& line : m_lines) {
        line.rows->setText(QStringLiteral("—"));
        line.rows->setEnabled(false);
        for (QLabel* label : {line.rowWord, line.persons, line.personWord})
            label->setText(QString());
    }
    m_time->clear();
    m_unlocated->hide();
}

QString QueryResultView::line(AnswerPart part) const
{
    const Line& line = m_lines[static_cast<std::size_t>(part)];
    return (line.title->text() + ' ' + line.rows->text() + ' ' + line.rowWord->text() + ' ' +
            line.persons->text() + ' ' + line.personWord->text())
        .simplified();
}

} // namespace guatu::desktop
