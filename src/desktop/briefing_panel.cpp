// SPDX-License-Identifier: MIT
#include "desktop/briefing_panel.h"

#include "briefing/page_template.h"
#include "briefing/print_pages.h"
#include "desktop/card_layout.h"
#include "desktop/form_rows.h"
#include "desktop/settings.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/words.h"
#include "desktop/workbench.h"
#include "session/masked_table.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDateEdit>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

namespace guatu::desktop
{
namespace
{

constexpr int idRole = Qt::UserRole, comparesRole = Qt::UserRole + 1;
constexpr int listHeight = 132, previewDelay = 300, previewPixels = 1200;
constexpr int daysBefore = 7;

QDate qDate(Date date)
{
    return QDate::fromString(QString::fromStdString(date.iso()), Qt::ISODate);
}

/// Files get the ending of the format that is chosen; the first one is at first.
void offerFormats(QFileDialog& dialog, const QStringList& filters)
{
    const auto suffixOf = [](const QString& filter) {
        return filter.section(QStringLiteral("*."), 1).chopped(1);
    };
    dialog.setNameFilters(filters);
    dialog.setDefaultSuffix(suffixOf(filters.front()));
    QObject::connect(
        &dialog, &QFileDialog::filterSelected, &dialog,
        [&dialog, suffixOf](const QString& filter) { dialog.setDefaultSuffix(suffixOf(filter)); });
}

} // namespace

BriefingPanel::BriefingPanel(const Texts& texts, const Workbench& workbench, PageMaker& maker,
                             QWidget* parent)
    : QWidget(parent),
      m_texts(texts),
      m_workbench(workbench),
      m_maker(maker),
      m_unit(makeLabel("title")),
      m_about(makeLabel("quiet")),
      m_preview(new QLabel),
      m_designs(new QListWidget),
      m_form(new FormRows(texts)),
      m_audience(new QComboBox),
      m_sections(new QComboBox),
      m_compare(new QDateEdit),
      m_approval(new QLineEdit),
      m_save(new QPushButton),
      m_print(new QPushButton),
      m_book(new QPushButton)
{
    makeLayout();
    m_wait.setSingleShot(true);
    m_wait.setInterval(previewDelay);
    connect(&m_wait, &QTimer::timeout, this, &BriefingPanel::preview);
    connect(&workbench, &Workbench::opened, this, [this] {
        m_compare->setDate(qDate(m_workbench.view().snapshot.asOf).addDays(-daysBefore));
        refresh();
    });
    connect(&workbench, &Workbench::unitChanged, this, &BriefingPanel::refresh);
    connect(m_designs, &QListWidget::currentRowChanged, this, [this] {
        const QListWidgetItem* item = m_designs->currentItem();
        m_form->setRowVisible(m_compare, item && item->data(comparesRole).toBool());
        m_wait.start();
    });
    connect(m_audience, &QComboBox::currentIndexChanged, this, [this] { m_wait.start(); });
    connect(m_compare, &QDateEdit::dateChanged, this, [this] { m_wait.start(); });
    connect(m_approval, &QLineEdit::textChanged, this, [this] { m_wait.start(); });
    connect(m_save, &QPushButton::clicked, this, &BriefingPanel::askFile);
    connect(m_print, &QPushButton::clicked, this, &BriefingPanel::askPrinter);
    connect(m_book, &QPushButton::clicked, this, &BriefingPanel::askBook);
    connect(&maker, &PageMaker::previewed, this,
            [this](const QImage& picture, const Message& about) {
                m_picture = picture;
                m_about->setText(m_texts(about));
                showPicture();
            });
    connect(&maker, &PageMaker::previewFailed, this, [this](const Message& why) {
        m_picture = {};
        m_about->setText(m_texts(why));
        showPicture();
    });
    connect(&maker, &PageMaker::saved, this, &BriefingPanel::saved);
    connect(&maker, &PageMaker::failed, this, &BriefingPanel::failed);
    texts.keep(this, [this] {
        m_save->setText(m_texts("desktop.briefing.save"));
        m_print->setText(m_texts("desktop.action.print"));
        m_book->setText(m_texts("desktop.briefing.book"));
        m_approval->setPlaceholderText(m_texts("desktop.briefing.no_approval"));
        m_designs->setAccessibleName(m_texts("desktop.briefing.design"));
        fillAudiences();
        refresh();
    });
}

void BriefingPanel::makeLayout()
{
    const CardArea card = makeCardArea();
    auto* head = addBlock(card.rows);
    head->setSpacing(8);
    head->addWidget(m_unit);
    setLook(m_designs, "framed");
    m_designs->setFixedHeight(listHeight);
    head->addWidget(m_designs);
    m_compare->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_compare->setCalendarPopup(true);
    m_form->add("desktop.briefing.audience", m_audience);
    m_form->add("desktop.briefing.compare", m_compare);
    m_form->add("desktop.briefing.approval", m_approval);
    m_form->add("desktop.briefing.by_level", m_sections);
    m_form->setRowVisible(m_compare, false);
    head->addLayout(m_form);
    addRule(card.rows);
    auto* body = addBlock(card.rows);
    m_preview->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_about->setWordWrap(true);
    body->addWidget(m_about);
    body->addWidget(m_preview);
    card.rows->addStretch();
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(16, 8, 16, 8);
    buttons->setSpacing(8);
    setLook(m_save, "primary");
    buttons->addWidget(m_save);
    buttons->addWidget(m_print);
    buttons->addWidget(m_book);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(card.area, 1);
    layout->addLayout(buttons);
}

void BriefingPanel::fillAudiences()
{
    const QSignalBlocker quiet(m_audience);
    const int chosen = std::max(0, m_audience->currentIndex());
    m_audience->clear();
    using enum Audience;
    for (const Audience audience : {Briefing, Internal, Public, Field})
        m_audience->addItem(m_texts(session::audienceTitle(audience)), static_cast<int>(audience));
    m_audience->setCurrentIndex(chosen);
}

/// The templates that the unit can have. The usual one of a level gives way to that of the next.
void BriefingPanel::fillDesigns()
{
    std::string before = wish().design;
    const Level level = m_workbench.units().level[static_cast<std::size_t>(m_workbench.unit())];
    if (before == briefing::usualTemplate(m_level))
        before.clear();
    m_level = level;
    {
        const QSignalBlocker quiet(m_designs);
        m_designs->clear();
        for (const briefing::PageTemplate& design : briefing::pageTemplates()) {
            if (design.ofPlace)
                continue;
            if (!design.levels.empty() &&
                std::ranges::find(design.levels, level) == design.levels.end())
                continue;
            auto* item = new QListWidgetItem(m_texts(design.title), m_designs);
            item->setData(idRole, toQString(design.id));
            item->setData(comparesRole, design.comparesDates());
        }
    }
    m_designs->setCurrentRow(-1);
    choose(before);
}

void BriefingPanel::choose(const std::string& design)
{
    const auto rowOf = [this](const std::string& id) {
        for (int i = 0; i < m_designs->count(); ++i)
            if (m_designs->item(i)->data(idRole).toString().toStdString() == id)
                return i;
        return -1;
    };
    int row = rowOf(design);
    if (row < 0)
        row = rowOf(briefing::usualTemplate(m_level));
    m_designs->setCurrentRow(row);
}

/// What a book of the unit can be divided by: levels below it, places under supervision, sites.
void BriefingPanel::fillSections()
{
    m_sections->clear();
    for (const Level below : {Level::County, Level::Town, Level::Village})
        if (below > m_level)
            m_sections->addItem(m_texts(titleOf(below)), toQString(toString(below)));
    for (const auto& [title, word] : {std::pair{"desktop.briefing.each_listed", "listed"},
                                      {"desktop.briefing.each_site", "sites"}})
        m_sections->addItem(m_texts(title), QString::fromLatin1(word));
}

void BriefingPanel::refresh()
{
    if (!m_workbench.isOpen() || m_workbench.unit() == noRow)
        return;
    m_unit->setText(
        toQString(m_workbench.units().name[static_cast<std::size_t>(m_workbench.unit())]));
    fillDesigns();
    fillSections();
    m_wait.start();
}

PageWish BriefingPanel::wish() const
{
    PageWish wish;
    const QListWidgetItem* item = m_designs->currentItem();
    if (item)
        wish.design = item->data(idRole).toString().toStdString();
    wish.audience = static_cast<Audience>(m_audience->currentData().toInt());
    if (item && item->data(comparesRole).toBool())
        wish.compare = Date::fromIso(m_compare->date().toString(Qt::ISODate).toStdString());
    wish.approval = m_approval->text().trimmed().toStdString();
    return wish;
}

void BriefingPanel::preview()
{
    m_wait.stop();
    if (!isVisible() || !m_workbench.isOpen() || wish().design.empty())
        return;
    m_about->setText(m_texts("desktop.briefing.composing"));
    m_maker.preview(wish(), previewPixels);
}

void BriefingPanel::showPicture()
{
    if (m_picture.isNull()) {
        m_preview->clear();
        return;
    }
    const double ratio = devicePixelRatioF();
    const int width = static_cast<int>((this->width() - 48) * ratio);
    QPixmap shown = QPixmap::fromImage(m_picture.scaledToWidth(width, Qt::SmoothTransformation));
    shown.setDevicePixelRatio(ratio);
    m_preview->setPixmap(shown);
}

void BriefingPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_wait.start();
}

void BriefingPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showPicture();
}

QString BriefingPanel::suggestedName() const
{
    const QListWidgetItem* item = m_designs->currentItem();
    return m_unit->text() + ' ' + (item ? item->text() : QString()) + ' ' +
           toQString(m_workbench.view().snapshot.asOf.iso());
}

void BriefingPanel::askFile()
{
    auto* dialog = new QFileDialog(this, m_texts("desktop.briefing.save"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    offerFormats(*dialog, {QStringLiteral("PDF (*.pdf)"), QStringLiteral("PowerPoint (*.pptx)"),
                           QStringLiteral("PNG (*.png)"), QStringLiteral("TIFF (*.tif)"),
                           QStringLiteral("SVG (*.svg)")});
    dialog->selectFile(suggestedName());
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& file) { m_maker.save(wish(), toPath(file)); });
    dialog->open();
}

void BriefingPanel::askPrinter()
{
    if (wish().design.empty())
        return;
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    const briefing::PageTemplate design = briefing::pageTemplate(wish().design);
    briefing::setSheet(*printer, design.width, design.height);
    printer->setDocName(suggestedName());
    QPrintDialog dialog(printer.get(), this);
    if (dialog.exec() == QDialog::Accepted)
        m_maker.print(wish(), printer);
}

void BriefingPanel::askBook()
{
    auto* dialog = new QFileDialog(this, m_texts("desktop.briefing.book"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    offerFormats(*dialog, {QStringLiteral("PDF (*.pdf)"), QStringLiteral("PowerPoint (*.pptx)")});
    dialog->selectFile(suggestedName());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_maker.saveBook(wish(), m_sections->currentData().toString().toStdString(), toPath(file));
    });
    dialog->open();
}

} // namespace guatu::desktop
