// SPDX-License-Identifier: MIT
#include "desktop/household_card.h"

#include "desktop/card_layout.h"
#include "desktop/icons.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/words.h"
#include "session/household_list.h"

#include <cmath>

namespace guatu::desktop
{

HouseholdCard::HouseholdCard(const Texts& texts, Workbench& workbench, QWidget* parent)
    : QWidget(parent),
      m_texts(texts),
      m_workbench(workbench),
      m_back(linkButton({})),
      m_previous(new QPushButton),
      m_next(new QPushButton),
      m_locate(new QPushButton),
      m_position(makeLabel("quiet"))
{
    auto* head = new QWidget;
    setLook(head, "panelHead");
    head->setFixedHeight(40);
    auto* headLayout = new QHBoxLayout(head);
    headLayout->setContentsMargins(16, 0, 12, 0);
    headLayout->addWidget(m_back);
    headLayout->addStretch();
    headLayout->addWidget(m_position);
    for (QPushButton* button : {m_previous, m_next}) {
        setLook(button, "smallButton");
        headLayout->addWidget(button);
    }
    m_previous->setIcon(icon(Icon::Previous));
    m_next->setIcon(icon(Icon::Next));
    m_back->setIcon(icon(Icon::Previous));
    const CardArea card = makeCardArea();
    m_rows = card.rows;
    auto* footer = new QWidget;
    setLook(footer, "footer");
    footer->setFixedHeight(48);
    auto* footerLayout = new QHBoxLayout(footer);
    footerLayout->setContentsMargins(16, 0, 16, 0);
    setLook(m_locate, "smallButton");
    footerLayout->addWidget(m_locate);
    footerLayout->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(card.area);
    layout->addWidget(footer);

    connect(m_back, &QPushButton::clicked, this, &HouseholdCard::backAsked);
    connect(m_previous, &QPushButton::clicked, this, [this] {
        --m_at;
        fill();
    });
    connect(m_next, &QPushButton::clicked, this, [this] {
        ++m_at;
        fill();
    });
    connect(m_locate, &QPushButton::clicked, this, [this] {
        const auto& chosen = m_workbench.households();
        if (m_at < chosen.size())
            emit locateAsked(m_workbench.view().snapshot.households.location[chosen[m_at]]);
    });
    connect(&workbench, &Workbench::householdsChanged, this, &HouseholdCard::restart);
    connect(&workbench, &Workbench::opened, this, &HouseholdCard::restart);
    m_texts.keep(this, [this] {
        m_back->setText(m_texts("desktop.household.back"));
        m_previous->setToolTip(m_texts("desktop.household.previous"));
        m_next->setToolTip(m_texts("desktop.household.next"));
        m_locate->setText(m_texts("desktop.household.locate"));
        fill();
    });
}

void HouseholdCard::restart()
{
    m_at = 0;
    fill();
}

void HouseholdCard::fill()
{
    clearRows(m_rows);
    if (!m_workbench.isOpen() || m_workbench.households().empty())
        return;
    const auto& chosen = m_workbench.households();
    m_at = std::min(m_at, chosen.size() - 1);
    const bool several = chosen.size() > 1;
    m_position->setText(several ? QStringLiteral("%1 / %2").arg(m_at + 1).arg(chosen.size())
                                : QString());
    m_previous->setVisible(several);
    m_next->setVisible(several);
    m_previous->setEnabled(m_at > 0);
    m_next->setEnabled(m_at + 1 < chosen.size());
    const std::uint32_t household = chosen[m_at];
    m_locate->setEnabled(m_workbench.view().snapshot.households.location[household].valid());
    addHead(household);
    addRule(m_rows);
    addCriteria(household);
    addRule(m_rows);
    addFacts(household);
    addProblems(household);
}

void HouseholdCard::addHead(std::uint32_t household)
{
    const auto row = session::householdRow(m_workbench.view(), household);
    auto* block = addBlock(m_rows);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    auto* picture = new QLabel;
    picture->setPixmap(symbolIcon(QString::fromLatin1(symbolOf(row.householdClass)))
                           .pixmap(QSize(18, 18), devicePixelRatioF()));
    line->addWidget(picture);
    line->addWidget(cardLabel("title", m_texts(titleOf(row.householdClass))));
    const char* tag = row.clear == Clear::Cleared     ? "tagGreen"
                      : row.clear == Clear::Uncleared ? "tagRed"
                                                      : "tagGrey";
    line->addWidget(cardLabel(tag, m_texts(titleOf(row.clear))));
    line->addStretch();
    block->addLayout(line);
    auto* code =
        cardLabel("small", m_texts("desktop.household.code", {{"code", std::string(row.code)}}));
    code->setTextInteractionFlags(Qt::TextSelectableByMouse);
    block->addWidget(code);
    block->addWidget(cardLabel(
        "quiet", toQString(row.village) + ' ' + toQString(row.group) + QStringLiteral("  ") +
                     (row.persons < 0 ? m_texts("desktop.household.persons_unknown")
                                      : m_texts("desktop.count.persons",
                                                {{"count", std::to_string(row.persons)}}))));
}

void HouseholdCard::addCriteria(std::uint32_t household)
{
    const auto& view = m_workbench.view();
    auto* block = addBlock(m_rows);
    block->addWidget(cardLabel("section", m_texts("desktop.household.criteria")));
    const auto criteria = session::householdCriteria(view);
    for (std::size_t i = 0; i < criteria.size(); ++i) {
        const CriterionResult result = view.closure.criteria.results[i][household];
        const char* tag = result == CriterionResult::Met     ? "tagGreen"
                          : result == CriterionResult::Unmet ? "tagRed"
                                                             : "tagGrey";
        addPair(block, cardLabel("small", m_texts(criteria[i].title)),
                cardLabel(tag, m_texts(titleOf(result))));
    }
}

void HouseholdCard::addFacts(std::uint32_t household)
{
    const HouseholdColumns& all = m_workbench.view().snapshot.households;
    auto* block = addBlock(m_rows);
    const auto fact = [&](std::string_view title, const QString& value) {
        addPair(block, cardLabel("quiet", m_texts(title)), cardLabel("small", value));
    };
    fact("desktop.column.livelihood", m_texts(titleOf(all.livelihood[household])));
    const float income = all.incomePerHead[household];
    QString incomeText = m_texts("desktop.unchecked");
    if (std::isfinite(income))
        incomeText = m_texts(all.incomeBasis[household] == IncomeBasis::Estimated
                                 ? "desktop.household.income_estimated"
                                 : "desktop.household.income_value",
                             {{"yuan", number(std::lround(income)).toStdString()}});
    fact("desktop.household.income", incomeText);
    fact("desktop.household.house", m_texts(titleOf(all.houseGrade[household])));
    if (all.exitYear[household] > 0)
        fact("desktop.household.exit_year", QString::number(all.exitYear[household]));
    const RowIndex site = all.site[household];
    if (site != noRow)
        fact("desktop.household.site",
             toQString(m_workbench.view().snapshot.sites.name[static_cast<std::size_t>(site)]));
    const bool located = all.location[household].valid();
    fact("desktop.household.position",
         m_texts(located ? "desktop.located" : "desktop.not_located"));
}

void HouseholdCard::addProblems(std::uint32_t household)
{
    const ProblemColumns& problems = m_workbench.view().snapshot.problems;
    QVBoxLayout* block = nullptr;
    for (std::size_t row = 0; row < problems.size(); ++row) {
        if (problems.subjectType[row] != SubjectType::Household ||
            problems.subject[row] != static_cast<RowIndex>(household) ||
            problems.state[row] == "closed")
            continue;
        if (!block) {
            addRule(m_rows);
            block = addBlock(m_rows);
            block->addWidget(cardLabel("section", m_texts("desktop.household.problems")));
        }
        auto* label = cardLabel("small", toQString(problems.text[row]));
        label->setWordWrap(true);
        block->addWidget(label);
    }
}

} // namespace guatu::desktop
