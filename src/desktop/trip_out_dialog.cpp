// SPDX-License-Identifier: MIT
#include "desktop/trip_out_dialog.h"

#include "desktop/form_rows.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/trip_words.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <array>

namespace guatu::desktop
{
namespace
{

constexpr int everything = -1;
constexpr std::size_t mostWarnings = 6;
constexpr std::array<std::pair<const char*, const char*>, 5> fileFormats{
    {{"gpx", "desktop.trip.format.gpx"},
     {"kml", "desktop.trip.format.kml"},
     {"gpkg", "desktop.trip.format.gpkg"},
     {"xlsx", "desktop.trip.format.xlsx"},
     {"ics", "desktop.trip.format.ics"}}};

} // namespace

TripOutDialog::TripOutDialog(const Texts& texts, const session::TripDraft& draft, What what,
                             QWidget* parent)
    : QDialog(parent),
      m_texts(texts),
      m_team(new QComboBox),
      m_day(new QComboBox),
      m_format(new QComboBox),
      m_field(new QCheckBox(texts("desktop.trip.out.field"))),
      m_names(new QCheckBox(texts("desktop.trip.out.names"))),
      m_warning(makeLabel("tripBroken")),
      m_save(new QPushButton),
      m_print(new QPushButton(texts("desktop.trip.out.print")))
{
    const bool isBook = what == What::RouteBooks;
    const QString heading = texts(isBook ? "desktop.trip.books" : "desktop.trip.out.title");
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(heading);
    auto* title = makeLabel("title");
    title->setText(heading);
    fillParts(draft);
    for (const auto& [extension, id] : fileFormats)
        m_format->addItem(texts(id), QString::fromLatin1(extension));
    auto* body = new QWidget;
    auto* rows = new FormRows(texts, body);
    rows->add("desktop.trip.out.team", m_team);
    rows->add("desktop.trip.out.day", m_day);
    if (isBook)
        m_format->setParent(this);
    else
        rows->add("desktop.export.format", m_format);
    rows->addWide(m_field);
    rows->addWide(m_names);
    rows->setRowVisible(m_names, isBook);
    m_format->setVisible(!isBook);
    m_field->setChecked(true);
    auto* note = makeLabel("quiet");
    note->setWordWrap(true);
    note->setText(texts(isBook ? "desktop.trip.out.books_note" : "desktop.trip.out.files_note"));
    m_warning->setWordWrap(true);
    m_warning->setVisible(false);
    if (isBook)
        warn(draft);
    setLook(m_save, "primary");
    m_save->setDefault(true);
    m_save->setText(texts(isBook ? "desktop.trip.out.pdf" : "desktop.export.choose_file"));
    auto* cancel = new QPushButton(texts("desktop.cancel"));
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    if (isBook)
        buttons->addWidget(m_print);
    else
        m_print->setParent(this);
    m_print->setVisible(isBook);
    buttons->addWidget(m_save);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(title);
    layout->addWidget(m_warning);
    layout->addWidget(body);
    layout->addWidget(note);
    layout->addLayout(buttons);
    setMinimumWidth(460);
    connect(m_field, &QCheckBox::toggled, this, [this](bool on) {
        m_names->setEnabled(on);
        if (!on)
            m_names->setChecked(false);
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_print, &QPushButton::clicked, this, [this] {
        m_toPrinter = true;
        accept();
    });
}

void TripOutDialog::fillParts(const session::TripDraft& draft)
{
    const trips::Problem& problem = draft.problem();
    m_team->addItem(m_texts("desktop.trip.out.all_teams"), everything);
    for (std::size_t team = 0; team < problem.teams.size(); ++team)
        m_team->addItem(toQString(problem.teams[team].name), static_cast<int>(team));
    m_day->addItem(m_texts("desktop.trip.out.all_days"), everything);
    for (const Date day : problem.days)
        m_day->addItem(tripDateText(day, m_texts), day.days());
}

/// Which rules are broken, so that nobody prints a plan that cannot be kept without knowing it.
void TripOutDialog::warn(const session::TripDraft& draft)
{
    const auto& violations = draft.violations();
    if (violations.empty())
        return;
    QStringList lines{
        m_texts("desktop.trip.out.broken", {{"count", std::to_string(violations.size())}})};
    for (std::size_t i = 0; i < std::min(violations.size(), mostWarnings); ++i)
        lines << m_texts(violationText(draft.problem(), draft.plan(), violations[i]));
    if (violations.size() > mostWarnings)
        lines << QStringLiteral("…");
    m_warning->setText(lines.join('\n'));
    m_warning->setVisible(true);
}

TripOutWish TripOutDialog::wish() const
{
    TripOutWish wish;
    if (m_team->currentData().toInt() != everything)
        wish.part.team = static_cast<std::size_t>(m_team->currentData().toInt());
    if (m_day->currentIndex() > 0)
        wish.part.day = Date(m_day->currentData().toInt());
    wish.part.forField = m_field->isChecked();
    wish.withNames = m_names->isChecked();
    wish.toPrinter = m_toPrinter;
    wish.extension = m_format->currentData().toString();
    return wish;
}

} // namespace guatu::desktop
