// SPDX-License-Identifier: MIT
#include "desktop/gap_plan_box.h"

#include "desktop/card_layout.h"
#include "desktop/gap_keeper.h"
#include "desktop/icons.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/words.h"

#include <QToolButton>

#include <algorithm>

namespace guatu::desktop
{
namespace
{

std::string amount(std::int64_t value)
{
    return number(value).toStdString();
}

} // namespace

GapPlanBox::GapPlanBox(const Texts& texts, GapKeeper& keeper, QWidget* parent)
    : QWidget(parent),
      m_texts(texts),
      m_keeper(keeper),
      m_title(makeLabel("section")),
      m_comparison(makeLabel("strong")),
      m_persons(makeLabel("small")),
      m_losses(linkButton({})),
      m_undo(new QToolButton),
      m_redo(new QToolButton),
      m_clear(linkButton({})),
      m_lines(new QVBoxLayout)
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 12, 16, 12);
    rows->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(m_title, 1);
    for (const auto& [button, which] :
         {std::pair(m_undo, Icon::Undo), std::pair(m_redo, Icon::Redo)}) {
        setLook(button, "plain");
        button->setIcon(icon(which));
        button->setIconSize({16, 16});
        head->addWidget(button);
    }
    head->addWidget(m_clear);
    rows->addLayout(head);
    rows->addWidget(m_comparison);
    rows->addWidget(m_persons);
    setLook(m_losses, "linkLate");
    rows->addWidget(m_losses, 0, Qt::AlignLeft);
    m_lines->setSpacing(2);
    rows->addLayout(m_lines);
    connect(m_undo, &QToolButton::clicked, &keeper, &GapKeeper::undo);
    connect(m_redo, &QToolButton::clicked, &keeper, &GapKeeper::redo);
    connect(m_clear, &QPushButton::clicked, &keeper, [&keeper] { keeper.change({}); });
    connect(m_losses, &QPushButton::clicked, &keeper, &GapKeeper::listChanges);
    connect(&keeper, &GapKeeper::planChanged, this, &GapPlanBox::refresh);
    connect(&keeper, &GapKeeper::answered, this, &GapPlanBox::compare);
    connect(&keeper, &GapKeeper::dragged, this, &GapPlanBox::compare);
    texts.keep(this, [this] {
        m_title->setText(m_texts("desktop.gaps.plan"));
        m_undo->setToolTip(m_texts("desktop.gaps.undo"));
        m_redo->setToolTip(m_texts("desktop.gaps.redo"));
        m_clear->setText(m_texts("desktop.gaps.clear"));
        refresh();
    });
}

void GapPlanBox::refresh()
{
    setVisible(!m_keeper.plan().isEmpty() || m_keeper.canUndo() || m_keeper.canRedo());
    m_undo->setEnabled(m_keeper.canUndo());
    m_redo->setEnabled(m_keeper.canRedo());
    m_clear->setEnabled(!m_keeper.plan().isEmpty());
    fillLines();
    compare();
}

void GapPlanBox::compare()
{
    const GapAnswer* answer = m_keeper.answer();
    const session::GapTally* tally = m_keeper.tally();
    const bool some = answer && tally && !m_keeper.plan().isEmpty();
    m_comparison->setVisible(some);
    m_persons->setVisible(some);
    m_losses->setVisible(false);
    if (!some)
        return;
    const auto& before = answer->tallyBefore.of(CriterionResult::Unmet);
    const auto& after = tally->of(CriterionResult::Unmet);
    m_comparison->setText(
        m_texts("desktop.gaps.comparison",
                {{"before", amount(before.households)}, {"after", amount(after.households)}}));
    m_persons->setText(
        m_texts("desktop.gaps.comparison_persons",
                {{"before", amount(before.persons)}, {"after", amount(after.persons)}}));
    const session::GapChanges& changes = answer->changes;
    if (changes.cutOff.empty() && changes.newGaps.empty() && changes.closed.empty())
        return;
    QStringList parts;
    const auto add = [&](std::string_view id, const std::vector<std::uint32_t>& rows) {
        if (!rows.empty())
            parts << m_texts(id, {{"count", amount(static_cast<std::int64_t>(rows.size()))}});
    };
    add("desktop.gaps.cut_off", changes.cutOff);
    add("desktop.gaps.new_gap", changes.newGaps);
    add("desktop.gaps.closed_gap", changes.closed);
    m_losses->setText(parts.join(m_texts("desktop.gaps.comma")));
    m_losses->setVisible(true);
}

void GapPlanBox::fillLines()
{
    clearRows(m_lines);
    const GapPlan& plan = m_keeper.plan();
    const Table* siting = m_keeper.siting();
    for (std::size_t i = 0; i < plan.added.size(); ++i) {
        QString why;
        if (siting && i < siting->size())
            if (const auto* reason = std::get_if<LocalText>(&siting->cell(i, "reason")))
                why = m_texts(*reason);
        QString words = toQString(plan.added[i].name);
        if (siting && i < siting->size())
            if (const auto* place = std::get_if<std::string>(&siting->cell(i, "place")))
                words += QStringLiteral("  ") + toQString(*place);
        addLine(words, why, [this, i] { m_keeper.removePlanned(i); });
    }
    for (const std::string& code : plan.closed) {
        std::string name = code;
        if (const GapAnswer* answer = m_keeper.answer()) {
            const RoadColumns& roads = answer->now->view().snapshot.roads;
            const auto found = std::ranges::find(roads.code, code);
            const auto row = static_cast<std::size_t>(found - roads.code.begin());
            if (found != roads.code.end() && !roads.name[row].empty())
                name = roads.name[row];
        }
        addLine(m_texts("desktop.gaps.closed_road", {{"road", name}}), {},
                [this, code] { m_keeper.toggleRoad(code); });
    }
}

void GapPlanBox::addLine(const QString& text, const QString& why,
                         const std::function<void()>& remove)
{
    auto* words = cardLabel("small", text);
    auto* button = new QToolButton;
    setLook(button, "plain");
    button->setIcon(icon(Icon::Close));
    button->setIconSize({12, 12});
    button->setToolTip(m_texts("desktop.gaps.remove"));
    connect(button, &QToolButton::clicked, this, remove, Qt::QueuedConnection);
    addPair(m_lines, words, button);
    if (why.isEmpty())
        return;
    auto* reason = cardLabel("quiet", why);
    reason->setWordWrap(true);
    m_lines->addWidget(reason);
}

QString GapPlanBox::comparison() const
{
    return m_comparison->isVisibleTo(this) ? m_comparison->text() : QString();
}

QString GapPlanBox::losses() const
{
    return m_losses->isVisibleTo(this) ? m_losses->text() : QString();
}

QStringList GapPlanBox::lines() const
{
    QStringList lines;
    for (int i = 0; i < m_lines->count(); ++i)
        if (const QLayout* pair = m_lines->itemAt(i)->layout())
            lines << static_cast<QLabel*>(pair->itemAt(0)->widget())->text();
    return lines;
}

} // namespace guatu::desktop
