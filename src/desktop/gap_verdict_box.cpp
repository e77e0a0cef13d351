// SPDX-License-Identifier: MIT
#include "desktop/gap_verdict_box.h"

#include "desktop/card_layout.h"
#include "desktop/gap_keeper.h"
#include "desktop/gap_words.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/words.h"
#include "session/tables/gap_rows.h"

namespace guatu::desktop
{

GapVerdictBox::GapVerdictBox(const Texts& texts, Workbench& workbench, GapKeeper& keeper,
                             QWidget* parent)
    : QWidget(parent),
      m_texts(texts),
      m_workbench(workbench),
      m_keeper(keeper),
      m_picture(new QLabel),
      m_verdict(makeLabel("section")),
      m_code(makeLabel("quiet")),
      m_sentence(makeLabel("strong")),
      m_rule(makeLabel("small")),
      m_date(makeLabel("quiet"))
{
    setAttribute(Qt::WA_StyledBackground);
    setLook(this, "verdict");
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 12, 16, 12);
    rows->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(m_picture);
    head->addWidget(m_verdict);
    head->addStretch();
    head->addWidget(m_code);
    rows->addLayout(head);
    for (QLabel* label : {m_sentence, m_rule, m_date}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        rows->addWidget(label);
    }
    connect(&workbench, &Workbench::householdsChanged, this, &GapVerdictBox::refresh);
    connect(&keeper, &GapKeeper::answered, this, &GapVerdictBox::refresh);
    texts.keep(this, [this] { refresh(); });
}

void GapVerdictBox::refresh()
{
    const GapAnswer* answer = m_keeper.answer();
    const auto& chosen = m_workbench.households();
    const access::Gap* gap =
        answer && !chosen.empty() ? answer->now->gapOf(chosen.front()) : nullptr;
    setVisible(gap != nullptr);
    if (!gap)
        return;
    const Snapshot& snapshot = answer->now->view().snapshot;
    const access::Standard& standard = answer->now->standard();
    const bool isGap = gap->verdict == CriterionResult::Unmet;
    m_picture->setPixmap(serviceIcon(standard.service, isGap).pixmap(18, 18));
    m_verdict->setText(m_texts(verdictTitle(gap->verdict)));
    m_code->setText(toQString(snapshot.households.code[chosen.front()]));
    m_sentence->setText(m_texts("desktop.sentence",
                                {{"words", m_texts(session::gapSentence(*gap)).toStdString()}}));
    m_rule->setText(
        m_texts("desktop.gaps.by_rule",
                {{"limit", gapLimit(standard, m_keeper.travel(), m_texts).toStdString()},
                 {"source", standard.source}}));
    m_date->setText(
        m_texts("desktop.gaps.data_date", {{"date", gap->asOf.value_or(snapshot.asOf).iso()},
                                           {"data", answer->now->view().snapshot.datasetNames}}));
}

QString GapVerdictBox::sentence() const
{
    return isVisibleTo(parentWidget()) ? m_sentence->text() : QString();
}

} // namespace guatu::desktop
