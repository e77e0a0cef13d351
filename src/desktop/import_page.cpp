// SPDX-License-Identifier: MIT
#include "desktop/import_page.h"

#include "desktop/file_kind.h"
#include "desktop/import_grid.h"
#include "desktop/import_issues.h"
#include "desktop/import_side.h"
#include "desktop/message_bar.h"
#include "desktop/progress_strip.h"
#include "desktop/settings.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/words.h"
#include "session/import_report_text.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QSplitter>

#include <algorithm>

namespace guatu::desktop
{
namespace
{

const char* const encodings[]{"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"};

bool hasPlaces(EntityKind kind, const exchange::ImportPreview& preview)
{
    if (geometryOf(kind) == GeometryType::None)
        return false;
    if (!preview.crs.empty())
        return true;
    static constexpr std::string_view places[]{"lon", "lat", "x", "y", "wkt"};
    return std::ranges::any_of(preview.mapping.entries, [](const auto& entry) {
        return std::ranges::find(places, entry.field) != std::end(places);
    });
}

} // namespace

ImportPage::ImportPage(const Texts& texts, QWidget* parent)
    : QWidget(parent),
      m_texts(texts),
      m_title(makeLabel("title")),
      m_about(makeLabel("quiet")),
      m_kindTitle(makeLabel("quiet")),
      m_encodingTitle(makeLabel("quiet")),
      m_kind(new QComboBox),
      m_encoding(new QComboBox),
      m_messages(new MessageBar(texts)),
      m_grid(new ImportGrid(texts)),
      m_issues(new ImportIssues(texts)),
      m_side(new ImportSide(texts))
{
    auto* split = new QSplitter(Qt::Vertical);
    split->addWidget(m_grid);
    split->addWidget(m_issues);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setChildrenCollapsible(false);
    auto* left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(buildHead());
    left->addWidget(m_messages);
    left->addWidget(split, 1);
    left->addWidget(new ProgressStrip(texts, m_job));
    auto* rule = new QFrame;
    setLook(rule, "rulePanel");
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(left, 1);
    layout->addWidget(rule);
    layout->addWidget(m_side);
    for (std::size_t i = 0; i < entityKindCount; ++i)
        m_kind->addItem(QString());
    m_encoding->addItem(QString());
    for (const char* encoding : encodings)
        m_encoding->addItem(QString::fromLatin1(encoding));
    connectParts();
    texts.keep(this, [this] { refresh(); });
}

QWidget* ImportPage::buildHead()
{
    auto* head = new QWidget;
    setLook(head, "panelHead");
    head->setFixedHeight(56);
    auto* layout = new QHBoxLayout(head);
    layout->setContentsMargins(16, 0, 12, 0);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_about, 1);
    layout->addWidget(m_kindTitle);
    layout->addWidget(m_kind);
    layout->addWidget(m_encodingTitle);
    layout->addWidget(m_encoding);
    m_about->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return head;
}

void ImportPage::connectParts()
{
    connect(m_kind, &QComboBox::activated, this, [this] {
        m_mapping.reset(); // another kind has other fields
        look();
    });
    connect(m_encoding, &QComboBox::activated, this, [this] {
        m_mapping.reset();
        look();
    });
    connect(m_grid, &ImportGrid::mappingChanged, this,
            [this](std::size_t column, const std::string& field) {
                m_mapping =
                    withField(m_preview->mapping, column, m_preview->headers[column], field);
                look();
            });
    connect(m_side, &ImportSide::datumChanged, this, &ImportPage::look);
    connect(m_side, &ImportSide::writeAsked, this, &ImportPage::write);
    connect(m_side, &ImportSide::cancelAsked, this, [this] {
        m_job.cancel();
        emit left();
    });
    connect(m_issues, &ImportIssues::exportAsked, this, &ImportPage::exportIssues);
    connect(&m_job, &BackgroundJob::failed, this,
            [this](const Message& why) { m_messages->showError(why); });
    connect(&m_job, &BackgroundJob::cancelled, this,
            [this] { m_messages->showNote({"desktop.import.cancelled"}); });
}

void ImportPage::show(std::shared_ptr<const session::WorkspaceView> workspace,
                      const std::filesystem::path& file)
{
    m_workspace = std::move(workspace);
    m_file = file;
    m_mapping.reset();
    m_kind->setCurrentIndex(static_cast<int>(likelyKind(file)));
    m_encoding->setCurrentIndex(0);
    m_side->setDatum({});
    look();
}

session::ImportJob ImportPage::job(bool dryRun) const
{
    session::ImportJob job;
    job.read.kind = static_cast<EntityKind>(m_kind->currentIndex());
    if (m_encoding->currentIndex() > 0)
        job.read.encoding = m_encoding->currentText().toStdString();
    const DatumChoice datum = m_side->datum();
    job.read.datum = datum.datum;
    job.read.crs = datum.crs;
    job.read.mapping = m_mapping;
    job.dryRun = dryRun;
    job.acceptPartial = m_side->acceptPartial();
    return job;
}

void ImportPage::look()
{
    m_messages->hide();
    m_preview.reset();
    m_report.reset();
    m_side->showReport(nullptr);
    refresh();
    m_job.start([this, workspace = m_workspace->file, file = m_file,
                 job = job(true)](const Progress&) -> BackgroundJob::Finish {
        auto preview = session::previewImport(workspace, file, job);
        return [this, preview = std::move(preview)] { take(preview); };
    });
}

void ImportPage::take(const exchange::ImportPreview& preview)
{
    m_preview = preview;
    const auto kind = static_cast<EntityKind>(m_kind->currentIndex());
    m_issues->show(preview.issues);
    m_side->showPreview(preview, hasPlaces(kind, preview));
    refresh();
    if (!preview.unmappedRequired.empty()) {
        QStringList missing;
        const FieldTitles titles;
        for (const std::string& field : preview.unmappedRequired)
            missing << titles.title(kind, field, m_texts.language());
        m_messages->showNote(
            {"desktop.import.fields_missing",
             {{"fields", missing.join(m_texts("desktop.list_comma")).toStdString()}}});
        return;
    }
    tryOut();
}

void ImportPage::tryOut()
{
    m_job.start([this, workspace = m_workspace->file, file = m_file,
                 job = job(true)](const Progress& progress) -> BackgroundJob::Finish {
        auto report = session::importFile(workspace, file, job, progress);
        return [this, report = std::move(report)] { takeReport(report); };
    });
}

void ImportPage::takeReport(const session::ImportReport& report)
{
    m_report = report;
    std::vector<exchange::RowIssue> issues = report.preview.issues;
    issues.insert(issues.end(), report.issues.begin(), report.issues.end());
    m_issues->show(std::move(issues));
    m_side->showReport(&*m_report);
}

void ImportPage::write()
{
    m_side->writeButton()->setEnabled(false);
    m_job.start([this, workspace = m_workspace->file, file = m_file,
                 job = job(false)](const Progress& progress) -> BackgroundJob::Finish {
        auto report = session::importFile(workspace, file, job, progress);
        return [this, report = std::move(report)] {
            if (!report.committed) {
                takeReport(report);
                m_messages->showNote({"desktop.import.not_written"});
                return;
            }
            emit imported(
                {"desktop.import.written",
                 {{"file", report.preview.file.filename().string()},
                  {"added", number(static_cast<long long>(report.counts.added)).toStdString()},
                  {"changed", number(static_cast<long long>(report.counts.changed)).toStdString()},
                  {"unchanged",
                   number(static_cast<long long>(report.counts.unchanged)).toStdString()},
                  {"refused", number(static_cast<long long>(report.refused)).toStdString()}}});
            emit left();
        };
    });
}

void ImportPage::exportIssues()
{
    session::ImportReport report = m_report.value_or(session::ImportReport{});
    if (!m_report && m_preview)
        report.issues = m_preview->issues;
    const QString name =
        fromPath(m_file.stem()) + m_texts("desktop.import.issues_file") + QStringLiteral(".csv");
    const QString target = QFileDialog::getSaveFileName(
        this, m_texts("desktop.import.export_issues"), name, QStringLiteral("CSV (*.csv)"));
    if (target.isEmpty())
        return;
    QSaveFile out(target);
    const std::string csv = session::reportCsv(report, m_texts.language());
    const bool written =
        out.open(QIODevice::WriteOnly) &&
        out.write(csv.data(), static_cast<qint64>(csv.size())) == static_cast<qint64>(csv.size()) &&
        out.commit();
    if (!written)
        m_messages->showError(
            {"desktop.not_written",
             {{"file", target.toStdString()}, {"reason", out.errorString().toStdString()}}});
}

void ImportPage::refresh()
{
    m_title->setText(m_texts("desktop.import.title"));
    m_kindTitle->setText(m_texts("desktop.import.as"));
    m_encodingTitle->setText(m_texts("desktop.import.encoding"));
    for (int i = 0; i < m_kind->count(); ++i)
        m_kind->setItemText(i, m_texts(titleOf(static_cast<EntityKind>(i))));
    m_encoding->setItemText(0, m_texts("desktop.import.encoding_found"));
    QString about = fromPath(m_file.filename());
    if (m_preview) {
        const auto add = [&](std::string_view id, const std::string& value) {
            if (!value.empty())
                about += m_texts("desktop.import.comma") + m_texts(id, {{"value", value}});
        };
        add("desktop.import.about_sheet", m_preview->sheetOrLayer);
        add("desktop.import.about_rows",
            number(static_cast<long long>(m_preview->rows)).toStdString());
        add("desktop.import.about_encoding", m_preview->encoding);
        std::string headers;
        for (const std::size_t row : m_preview->headerRows)
            headers += (headers.empty() ? "" : "–") + std::to_string(row);
        add("desktop.import.about_header", headers);
    }
    m_about->setText(about);
    m_about->setToolTip(about);
    const bool text = m_preview && !m_preview->encoding.empty();
    m_encoding->setVisible(text);
    m_encodingTitle->setVisible(text);
    if (m_preview)
        m_grid->show(static_cast<EntityKind>(m_kind->currentIndex()), *m_preview);
}

bool ImportPage::event(QEvent* event)
{
    if (event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        if (m_job.isRunning())
            m_job.cancel();
        else
            emit left();
        return true;
    }
    return QWidget::event(event);
}

} // namespace guatu::desktop
