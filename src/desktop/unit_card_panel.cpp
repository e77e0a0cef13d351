// SPDX-License-Identifier: MIT
#include "desktop/unit_card_panel.h"

#include "desktop/card_layout.h"
#include "desktop/icons.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/unit_card_writer.h"
#include "desktop/words.h"

#include <QToolButton>

namespace guatu::desktop
{

UnitCardPanel::UnitCardPanel(const Texts& texts, Workbench& workbench, QWidget* parent)
    : QWidget(parent),
      m_texts(texts),
      m_workbench(workbench),
      m_listed(new QWidget),
      m_listedText(makeLabel("small")),
      m_fit(new QPushButton),
      m_visit(new QPushButton)
{
    setLook(m_listed, "selectedLine");
    auto* end = new QToolButton;
    setLook(end, "plain");
    end->setIcon(icon(Icon::Close));
    end->setIconSize({12, 12});
    auto* listedLayout = new QHBoxLayout(m_listed);
    listedLayout->setContentsMargins(16, 4, 12, 4);
    m_listedText->setWordWrap(true);
    listedLayout->addWidget(m_listedText, 1);
    listedLayout->addWidget(end, 0, Qt::AlignTop);
    const CardArea card = makeCardArea();
    m_rows = card.rows;
    auto* footer = new QWidget;
    setLook(footer, "footer");
    footer->setFixedHeight(48);
    auto* footerLayout = new QHBoxLayout(footer);
    footerLayout->setContentsMargins(16, 0, 16, 0);
    setLook(m_fit, "smallButton");
    setLook(m_visit, "primarySmall");
    footerLayout->addWidget(m_visit);
    footerLayout->addWidget(m_fit);
    footerLayout->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_listed);
    layout->addWidget(card.area);
    layout->addWidget(footer);

    connect(end, &QToolButton::clicked, &workbench, &Workbench::endList);
    connect(m_fit, &QPushButton::clicked, this, [this] {
        if (m_workbench.isOpen() && m_workbench.unit() != noRow)
            m_workbench.visit(m_workbench.unit());
    });
    connect(m_visit, &QPushButton::clicked, this, [this] {
        if (m_workbench.isOpen() && m_workbench.unit() != noRow)
            emit visitAsked(m_workbench.unit());
    });
    connect(&workbench, &Workbench::opened, this, [this] { m_filled = false; });
    connect(&workbench, &Workbench::unitChanged, this, &UnitCardPanel::ask);
    connect(&workbench, &Workbench::listChanged, this, &UnitCardPanel::showList);
    connect(&workbench, &Workbench::closed, this, [this] {
        m_job.cancel();
        m_filled = false;
        clearRows(m_rows);
    });
    connect(&m_job, &BackgroundJob::failed, this, &UnitCardPanel::failed);
    m_texts.keep(this, [this, end] {
        m_fit->setText(m_texts("desktop.card.fit"));
        m_visit->setText(m_texts("desktop.trip.plan"));
        end->setToolTip(m_texts("desktop.list.end"));
        showList();
        if (m_filled)
            fill();
    });
}

void UnitCardPanel::showList()
{
    const session::HouseholdSet* list = m_workbench.list();
    m_listed->setVisible(list != nullptr);
    if (!list)
        return;
    m_listedText->setText(
        m_texts(list->personsUnknown == 0 ? "desktop.list.shown" : "desktop.list.shown_at_least",
                {{"list", m_texts(m_workbench.question().title).toStdString()},
                 {"households", number(static_cast<long long>(list->rows.size())).toStdString()},
                 {"persons", number(list->persons).toStdString()}}));
}

void UnitCardPanel::ask()
{
    if (!m_workbench.isOpen() || m_workbench.unit() == noRow) {
        clearRows(m_rows);
        auto* block = addBlock(m_rows);
        auto* empty = cardLabel("quiet", m_texts("desktop.card.no_units"));
        empty->setWordWrap(true);
        block->addWidget(empty);
        return;
    }
    m_job.start([this, view = m_workbench.sharedView(),
                 unit = m_workbench.unit()](const Progress&) -> BackgroundJob::Finish {
        auto card = session::unitCard(*view, unit);
        return [this, view, card = std::move(card)] {
            if (view != m_workbench.sharedView())
                return;
            m_card = card;
            m_filled = true;
            fill();
            emit shown();
        };
    });
}

void UnitCardPanel::fill()
{
    clearRows(m_rows);
    const CardLinks links{
        [this](const HouseholdQuestion& question) { m_workbench.ask(question); },
        [this](session::RecordKind kind) { emit recordsAsked(kind, m_card.unit); },
        [this] { emit whyAsked(m_card.unit); }};
    UnitCardWriter writer(m_texts, m_workbench.view(), m_card, links, m_rows, devicePixelRatioF());
    writer.write();
    m_paceLabel = writer.paceLabel();
    showPace(m_pace);
}

void UnitCardPanel::showPace(const std::optional<session::Pace>& pace)
{
    m_pace = pace;
    if (!m_paceLabel)
        return;
    m_paceLabel->setVisible(pace.has_value());
    if (!pace)
        return;
    const auto rate = [](double value) { return QString::number(value, 'f', 1).toStdString(); };
    m_paceLabel->setText(
        !pace->actualPerWeek
            ? m_texts("desktop.card.pace_required", {{"required", rate(pace->requiredPerWeek)}})
            : m_texts(pace->missing > 0 ? "desktop.card.pace_behind" : "desktop.card.pace_enough",
                      {{"required", rate(pace->requiredPerWeek)},
                       {"actual", rate(*pace->actualPerWeek)},
                       {"missing", number(pace->missing).toStdString()}}));
}

} // namespace guatu::desktop
