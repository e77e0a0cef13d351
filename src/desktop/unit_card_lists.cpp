// SPDX-License-Identifier: MIT
#include "core/text.h"
#include "desktop/card_layout.h"
#include "desktop/icons.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/unit_card_writer.h"
#include "desktop/words.h"

#include <algorithm>

namespace guatu::desktop
{
namespace
{

const char* topicSymbol(const session::CardBlocker& blocker)
{
    const std::string& criterion = blocker.criterion;
    if (criterion == "housing")
        return "topic-housing";
    if (criterion == "income" || criterion == "livelihood")
        return "topic-income";
    if (criterion == "water")
        return "water";
    if (criterion == "education")
        return "school";
    if (criterion == "medical")
        return "clinic";
    return blocker.ofUnits ? "topic-economy" : "market";
}

} // namespace

void UnitCardWriter::writeBlockers()
{
    auto* block = addBlock(m_rows);
    addPair(block, cardLabel("section", m_texts("desktop.card.blockers")),
            cardLabel("quiet", m_texts("desktop.card.blockers_order")));
    if (m_card.blockers.empty())
        block->addWidget(cardLabel("quiet", m_texts("desktop.card.no_blockers")));
    for (const session::CardBlocker& blocker : m_card.blockers)
        writeBlocker(block, blocker);
}

void UnitCardWriter::writeBlocker(QVBoxLayout* block, const session::CardBlocker& blocker)
{
    const auto households = [&](CriterionResult result, std::string_view title) {
        return [open = m_links.households,
                asked = question(title, blocker.title,
                                 [id = blocker.criterion,
                                  result](const session::WorkspaceView& view, RowIndex unit) {
                                     return session::householdsWith(view, unit, id, result);
                                 })] { open(asked); };
    };
    const auto units = [open = m_links.records] { open(session::RecordKind::OpenCriteria); };
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    auto* picture = new QLabel;
    picture->setPixmap(
        symbolIcon(QString::fromLatin1(topicSymbol(blocker))).pixmap(QSize(16, 16), m_pixelRatio));
    row->addWidget(picture, 0, Qt::AlignTop);
    auto* lines = new QVBoxLayout;
    lines->setSpacing(0);
    const auto count = [&](long long value) {
        return m_texts(blocker.ofUnits ? "desktop.count.items" : "desktop.count.households",
                       {{"count", withThousands(value)}});
    };
    addPair(lines,
            cardLabel("strong", m_texts("desktop.card.unmet",
                                        {{"criterion", m_texts(blocker.title).toStdString()}})),
            blocker.ofUnits ? link(count(blocker.unmet), units)
                            : link(count(blocker.unmet),
                                   households(CriterionResult::Unmet, "desktop.list.unmet")));
    auto* second = new QHBoxLayout;
    if (blocker.unknown > 0) {
        const QString words = m_texts("desktop.card.unchecked_count",
                                      {{"count", count(blocker.unknown).toStdString()}});
        second->addWidget(blocker.ofUnits ? link(words, units)
                                          : link(words, households(CriterionResult::Unknown,
                                                                   "desktop.list.unchecked")),
                          0, Qt::AlignLeft);
    } else {
        second->addWidget(cardLabel("quiet", m_texts("desktop.card.all_checked")));
    }
    second->addStretch();
    if (blocker.due) {
        const Date today = m_view.snapshot.asOf;
        const int late = daysBetween(*blocker.due, today);
        second->addWidget(
            late > 0
                ? cardLabel("late", daysText(-late, m_texts))
                : cardLabel("quiet",
                            m_texts("desktop.due",
                                    {{"date", shortDate(*blocker.due, today).toStdString()}})));
    }
    lines->addLayout(second);
    row->addLayout(lines, 1);
    block->addLayout(row);
    block->addSpacing(4);
}

void UnitCardWriter::writeListings()
{
    if (m_card.listings.empty() && m_card.listedBelow == 0)
        return;
    addRule(m_rows);
    auto* block = addBlock(m_rows);
    QWidget* below = nullptr;
    if (m_card.listedBelow > 0)
        below = link(
            m_texts("desktop.card.listed_below", {{"count", withThousands(m_card.listedBelow)}}),
            [open = m_links.records] { open(session::RecordKind::Listed); });
    addPair(block, cardLabel("section", m_texts("desktop.card.listings")), below);
    for (const session::CardListing& listing : m_card.listings) {
        auto* tag = cardLabel("tagListed", m_texts(issuerTitle(listing.issuerLevel)));
        auto* reason = cardLabel("small", m_texts(listing.reason));
        reason->setWordWrap(true);
        auto* row = new QHBoxLayout;
        row->setSpacing(8);
        row->addWidget(tag, 0, Qt::AlignTop);
        row->addWidget(reason, 1);
        block->addLayout(row);
        if (!listing.official)
            block->addWidget(cardLabel("warning", m_texts("desktop.card.rule_only")));
    }
}

void UnitCardWriter::writeProblems()
{
    constexpr std::size_t most = 5;
    addRule(m_rows);
    auto* block = addBlock(m_rows);
    const auto count = m_card.openProblems.size();
    auto* head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(cardLabel("section", m_texts("desktop.card.problems")));
    const auto all = [open = m_links.records] { open(session::RecordKind::OpenProblems); };
    head->addWidget(link(m_texts("desktop.count.problems",
                                 {{"count", withThousands(static_cast<long long>(count))}}),
                         all));
    head->addStretch();
    if (m_card.lateProblems > 0)
        head->addWidget(link(
            m_texts("desktop.card.late_problems", {{"count", withThousands(m_card.lateProblems)}}),
            [open = m_links.records] { open(session::RecordKind::LateProblems); }, "linkLate"));
    block->addLayout(head);
    if (count == 0)
        block->addWidget(cardLabel("quiet", m_texts("desktop.card.no_problems")));
    const ProblemColumns& problems = m_view.snapshot.problems;
    for (std::size_t i = 0; i < std::min(count, most); ++i) {
        const std::size_t row = m_card.openProblems[i];
        auto* title = cardLabel("small", toQString(problems.text[row]));
        title->setWordWrap(true);
        QStringList about{toQString(problems.source[row])};
        bool late = false;
        if (problems.dueOn[row]) {
            const int days = daysBetween(*problems.dueOn[row], m_view.snapshot.asOf);
            late = days > 0;
            about << (late ? daysText(-days, m_texts)
                           : shortDate(*problems.dueOn[row], m_view.snapshot.asOf));
        }
        about.removeAll(QString());
        addPair(block, title,
                cardLabel(late ? "late" : "quiet", about.join(QStringLiteral(" • "))));
    }
    if (count > most)
        block->addWidget(
            link(m_texts("desktop.card.more_problems",
                         {{"count", withThousands(static_cast<long long>(count - most))}}),
                 all),
            0, Qt::AlignLeft);
}

void UnitCardWriter::writeResponsibilities()
{
    if (m_card.responsibilities.empty())
        return;
    addRule(m_rows);
    auto* block = addBlock(m_rows);
    block->addWidget(cardLabel("section", m_texts("desktop.card.responsibilities")));
    const ResponsibilityColumns& all = m_view.snapshot.responsibilities;
    for (const std::size_t row : m_card.responsibilities) {
        auto* organisation = cardLabel("small", toQString(all.organisation[row]));
        organisation->setWordWrap(true);
        addPair(block, organisation, cardLabel("quiet", toQString(all.role[row])));
    }
}

} // namespace guatu::desktop
