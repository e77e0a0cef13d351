// SPDX-License-Identifier: MIT
#include "desktop/import_side.h"

#include "desktop/card_layout.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/words.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QFrame>
#include <QGridLayout>
#include <QLineEdit>
#include <QRadioButton>

namespace guatu::desktop
{
namespace
{

constexpr int ownCrs = 0, otherCrs = 5;
constexpr Datum datums[]{Datum::Unknown, Datum::Cgcs2000, Datum::Wgs84, Datum::Gcj02, Datum::Bd09};

std::string_view datumTitle(int id)
{
    switch (id) {
    case 1:
        return "desktop.datum.cgcs2000";
    case 2:
        return "desktop.datum.wgs84";
    case 3:
        return "desktop.datum.gcj02";
    case 4:
        return "desktop.datum.bd09";
    case otherCrs:
        return "desktop.datum.other";
    default:
        return "desktop.datum.own";
    }
}

} // namespace

ImportSide::ImportSide(const Texts& texts, QWidget* parent)
    : QWidget(parent),
      m_texts(texts),
      m_question(new QFrame),
      m_questionTitle(makeLabel("title")),
      m_questionText(makeLabel("small")),
      m_datumBox(new QWidget),
      m_datums(new QButtonGroup(this)),
      m_crs(new QLineEdit),
      m_counts(new QGridLayout),
      m_state(makeLabel("small")),
      m_partial(new QCheckBox),
      m_write(new QPushButton),
      m_cancel(new QPushButton)
{
    setFixedWidth(344);
    setLook(this, "panel");
    setLook(m_question, "decide");
    m_questionTitle->setWordWrap(true);
    m_questionText->setWordWrap(true);
    m_state->setWordWrap(true);
    auto* question = new QVBoxLayout(m_question);
    question->setContentsMargins(16, 12, 16, 12);
    question->addWidget(m_questionTitle);
    question->addWidget(m_questionText);
    buildDatum();
    m_counts->setContentsMargins(16, 12, 16, 8);
    m_counts->setHorizontalSpacing(12);
    m_counts->setVerticalSpacing(4);
    auto* footer = new QWidget;
    setLook(footer, "footer");
    auto* footerLayout = new QHBoxLayout(footer);
    footerLayout->setContentsMargins(16, 8, 16, 8);
    footerLayout->addWidget(m_cancel);
    footerLayout->addStretch();
    footerLayout->addWidget(m_write);
    setLook(m_write, "primary");
    auto* stateRow = new QVBoxLayout;
    stateRow->setContentsMargins(16, 0, 16, 12);
    stateRow->setSpacing(8);
    stateRow->addWidget(m_state);
    stateRow->addWidget(m_partial);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_question);
    layout->addWidget(m_datumBox);
    layout->addStretch();
    addRule(layout);
    layout->addLayout(m_counts);
    layout->addLayout(stateRow);
    layout->addWidget(footer);
    connect(m_write, &QPushButton::clicked, this, &ImportSide::writeAsked);
    connect(m_cancel, &QPushButton::clicked, this, &ImportSide::cancelAsked);
    connect(m_partial, &QCheckBox::toggled, this, &ImportSide::refresh);
    texts.keep(this, [this] { refresh(); });
}

void ImportSide::buildDatum()
{
    auto* layout = new QVBoxLayout(m_datumBox);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(6);
    for (int id = ownCrs; id <= otherCrs; ++id) {
        auto* button = new QRadioButton;
        m_texts.keep(button, [this, button, id] { button->setText(m_texts(datumTitle(id))); });
        m_datums->addButton(button, id);
        layout->addWidget(button);
    }
    m_datums->button(ownCrs)->setChecked(true);
    m_crs->setPlaceholderText(QStringLiteral("EPSG:4543"));
    m_crs->setEnabled(false);
    layout->addWidget(m_crs);
    connect(m_datums, &QButtonGroup::idClicked, this, [this](int id) {
        m_crs->setEnabled(id == otherCrs);
        if (id == otherCrs)
            m_crs->setFocus();
        else
            emit datumChanged();
    });
    connect(m_crs, &QLineEdit::editingFinished, this, [this] {
        if (m_datums->checkedId() == otherCrs && !m_crs->text().trimmed().isEmpty())
            emit datumChanged();
    });
}

DatumChoice ImportSide::datum() const
{
    const int id = m_datums->checkedId();
    if (id == otherCrs)
        return {std::nullopt, m_crs->text().trimmed().toUpper().toStdString()};
    return id == ownCrs ? DatumChoice{} : DatumChoice{datums[id], {}};
}

void ImportSide::setDatum(const DatumChoice& choice)
{
    int id = ownCrs;
    for (int i = 1; i < otherCrs; ++i) {
        if (choice.datum == datums[i])
            id = i;
    }
    m_datums->button(choice.crs.empty() ? id : otherCrs)->setChecked(true);
    m_crs->setText(toQString(choice.crs));
}

bool ImportSide::acceptPartial() const
{
    return m_partial->isChecked();
}

void ImportSide::showPreview(const exchange::ImportPreview& preview, bool hasPlaces)
{
    m_preview = preview;
    m_hasPlaces = hasPlaces;
    m_report.reset();
    refresh();
}

void ImportSide::showReport(const session::ImportReport* report)
{
    m_report = report ? std::optional(*report) : std::nullopt;
    refresh();
}

void ImportSide::refresh()
{
    m_cancel->setText(m_texts("desktop.cancel"));
    m_partial->setText(m_texts("desktop.import.accept_partial"));
    m_write->setText(m_texts("desktop.import.write"));
    m_question->setVisible(m_hasPlaces);
    m_datumBox->setVisible(m_hasPlaces);
    const bool known = m_preview && !m_preview->crs.empty();
    m_questionTitle->setText(
        m_texts(known ? "desktop.import.datum" : "desktop.import.which_datum"));
    m_questionText->setText(known ? m_texts("desktop.import.datum_known", {{"crs", m_preview->crs}})
                                  : m_texts("desktop.import.datum_unknown"));

    while (QLayoutItem* item = m_counts->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const bool ready = m_report.has_value();
    const bool refused = ready && m_report->refused > 0;
    m_partial->setVisible(refused);
    if (!ready) {
        m_state->setText(
            m_texts(m_preview ? "desktop.import.not_tried" : "desktop.import.reading"));
        m_write->setEnabled(false);
        return;
    }
    const std::pair<std::string_view, std::size_t> counts[]{
        {"desktop.import.added", m_report->counts.added},
        {"desktop.import.refused", m_report->refused},
        {"desktop.import.changed", m_report->counts.changed},
        {"desktop.import.rows", m_report->rows},
        {"desktop.import.unchanged", m_report->counts.unchanged},
        {"desktop.import.missing", m_report->missing}};
    for (int i = 0; i < 6; ++i) {
        m_counts->addWidget(cardLabel("quiet", m_texts(counts[i].first)), i / 2, i % 2 * 2);
        auto* value = cardLabel(i == 1 && refused ? "late" : "strong",
                                number(static_cast<long long>(counts[i].second)));
        value->setAlignment(Qt::AlignRight);
        m_counts->addWidget(value, i / 2, i % 2 * 2 + 1);
    }
    const std::size_t good =
        m_report->counts.added + m_report->counts.changed + m_report->counts.unchanged;
    m_write->setEnabled(good > 0 && (!refused || m_partial->isChecked()));
    m_write->setText(m_texts("desktop.import.write_rows",
                             {{"count", number(static_cast<long long>(good)).toStdString()}}));
    m_state->setText(m_texts(good == 0 ? "desktop.import.nothing_good"
                             : refused ? "desktop.import.some_refused"
                                       : "desktop.import.all_good"));
}

} // namespace guatu::desktop
