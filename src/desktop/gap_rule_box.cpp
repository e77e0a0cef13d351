// SPDX-License-Identifier: MIT
#include "desktop/gap_rule_box.h"

#include "access/facility_distance.h"
#include "desktop/card_layout.h"
#include "desktop/form_rows.h"
#include "desktop/gap_keeper.h"
#include "desktop/gap_words.h"
#include "desktop/texts.h"
#include "desktop/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QTimer>

namespace guatu::desktop
{
namespace
{

constexpr int typingPause = 350; // ms
constexpr auto inLine = "line";

} // namespace

GapRuleBox::GapRuleBox(const Texts& texts, GapKeeper& keeper, QWidget* parent)
    : QWidget(parent),
      m_texts(texts),
      m_keeper(keeper),
      m_title(makeLabel("section")),
      m_rule(makeLabel("small")),
      m_limitWords(makeLabel("strong")),
      m_source(makeLabel("quiet")),
      m_edit(linkButton({})),
      m_reset(linkButton({})),
      m_editor(new QWidget),
      m_means(new QComboBox),
      m_limit(new QDoubleSpinBox),
      m_rain(new QCheckBox),
      m_typed(new QTimer(this))
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    addPair(rows, m_title, m_edit);
    for (QLabel* label : {m_limitWords, m_rule, m_source}) {
        label->setWordWrap(true);
        rows->addWidget(label);
    }
    auto* form = new FormRows(texts);
    form->setContentsMargins(0, 6, 0, 0);
    m_editor->setLayout(form);
    form->add("desktop.gaps.means", m_means);
    form->add("desktop.gaps.limit", m_limit);
    form->addWide(m_rain);
    form->addWide(m_reset);
    rows->addWidget(m_editor);
    m_editor->hide();
    m_edit->setCheckable(true);
    m_limit->setRange(0, 100000);
    m_limit->setDecimals(0);
    m_typed->setSingleShot(true);

    connect(m_edit, &QPushButton::toggled, m_editor, &QWidget::setVisible);
    connect(m_reset, &QPushButton::clicked, &keeper, &GapKeeper::askByStandard);
    connect(m_means, &QComboBox::activated, this, [this] {
        const bool metres = isByMetres();
        const bool wasMetres = m_limit->suffix().trimmed() == m_texts("desktop.unit.m");
        if (metres != wasMetres) {
            const QSignalBlocker quiet(m_limit);
            m_limit->setValue(metres ? 2000 : 30);
        }
        ask();
    });
    connect(m_limit, &QDoubleSpinBox::valueChanged, this, [this] { m_typed->start(typingPause); });
    connect(m_rain, &QCheckBox::toggled, this, &GapRuleBox::ask);
    connect(m_typed, &QTimer::timeout, this, &GapRuleBox::ask);
    connect(&keeper, &GapKeeper::ruleChanged, this, &GapRuleBox::refresh);
    connect(&keeper, &GapKeeper::answered, this, &GapRuleBox::refresh);
    texts.keep(this, [this] {
        m_title->setText(m_texts("desktop.gaps.standard"));
        m_edit->setText(m_texts("desktop.gaps.edit"));
        m_reset->setText(m_texts("desktop.gaps.reset"));
        m_rain->setText(m_texts("desktop.gaps.rain"));
        refresh();
    });
}

bool GapRuleBox::isByMetres() const
{
    const QString means = m_means->currentData().toString();
    return means == inLine || means.toStdString() == access::metresMeans;
}

void GapRuleBox::fillMeans()
{
    const QSignalBlocker quiet(m_means);
    m_means->clear();
    for (const access::Means& means : m_keeper.travel().means)
        m_means->addItem(m_texts(means.title), QString::fromStdString(means.id));
    m_means->addItem(m_texts("desktop.gaps.along_roads"),
                     QString::fromStdString(std::string(access::metresMeans)));
    m_means->addItem(m_texts("desktop.gaps.in_line"), QString::fromLatin1(inLine));
}

void GapRuleBox::refresh()
{
    const access::Standard standard = m_keeper.standard();
    m_rule->setText(m_texts(standard.rule));
    m_limitWords->setText(gapLimit(standard, m_keeper.travel(), m_texts));
    const bool own = m_keeper.isByStandard();
    m_source->setText(own ? m_texts("desktop.gaps.source", {{"source", standard.source}})
                          : m_texts("desktop.gaps.own_rule", {{"source", standard.source}}));
    m_reset->setEnabled(!own);
    const bool changeable = !standard.facilities.empty();
    m_edit->setVisible(changeable);
    if (!changeable)
        m_edit->setChecked(false);
    fillMeans();
    const access::Measure measure = standard.measure();
    const QString means = measure == access::Measure::Metres ? QString::fromLatin1(inLine)
                          : measure == access::Measure::RoadMetres
                              ? QString::fromStdString(std::string(access::metresMeans))
                              : QString::fromStdString(standard.means);
    m_means->setCurrentIndex(std::max(0, m_means->findData(means)));
    const QSignalBlocker quietLimit(m_limit), quietRain(m_rain);
    m_limit->setSuffix(' ' + m_texts(isByMetres() ? "desktop.unit.m" : "desktop.unit.minutes"));
    m_limit->setSingleStep(isByMetres() ? 100 : 5);
    if (!m_limit->hasFocus())
        m_limit->setValue(standard.limit());
    m_rain->setChecked(m_keeper.question().travel.season == access::Season::Rain);
}

void GapRuleBox::ask()
{
    m_typed->stop();
    const std::string means = m_means->currentData().toString().toStdString();
    session::GapQuestion question{.service = m_keeper.service()};
    question.travel.season = m_rain->isChecked() ? access::Season::Rain : access::Season::Dry;
    if (isByMetres()) {
        question.maxMetres = m_limit->value();
        question.alongRoads = means != inLine;
    } else {
        question.maxMinutes = m_limit->value();
        question.meansGiven = true;
        question.travel.means = means;
    }
    m_keeper.ask(std::move(question));
}

QString GapRuleBox::words() const
{
    return m_limitWords->text();
}

} // namespace guatu::desktop
