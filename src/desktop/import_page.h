// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/background_job.h"
#include "session/import_job.h"
#include "session/workspace_view.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace guatu::desktop
{

class ImportGrid;
class ImportIssues;
class ImportSide;
class MessageBar;
class Texts;

/// Brings a file in: shows how it is understood, tries it, and writes it only when asked to.
class ImportPage : public QWidget
{
    Q_OBJECT

public:
    explicit ImportPage(const Texts& texts, QWidget* parent = nullptr);

    void show(std::shared_ptr<const session::WorkspaceView> workspace,
              const std::filesystem::path& file);
    using QWidget::show;

    [[nodiscard]] ImportGrid* grid() const { return m_grid; }
    [[nodiscard]] ImportIssues* issues() const { return m_issues; }
    [[nodiscard]] ImportSide* side() const { return m_side; }
    [[nodiscard]] QComboBox* kinds() const { return m_kind; }
    [[nodiscard]] MessageBar* messages() const { return m_messages; }
    /// What would be done now, when it has been tried.
    [[nodiscard]] const std::optional<session::ImportReport>& report() const { return m_report; }
    [[nodiscard]] bool isWorking() const { return m_job.isRunning(); }

signals:
    void left();
    void imported(const guatu::Message& result);

protected:
    bool event(QEvent* event) override;

private:
    QWidget* buildHead();
    void connectParts();
    [[nodiscard]] session::ImportJob job(bool dryRun) const;
    void look();
    void take(const exchange::ImportPreview& preview);
    void tryOut();
    void takeReport(const session::ImportReport& report);
    void write();
    void exportIssues();
    void refresh();

    const Texts& m_texts;
    BackgroundJob m_job{this};
    std::shared_ptr<const session::WorkspaceView> m_workspace;
    std::filesystem::path m_file;
    std::optional<exchange::ColumnMapping> m_mapping; ///< when it was edited
    std::optional<exchange::ImportPreview> m_preview;
    std::optional<session::ImportReport> m_report;
    QLabel *m_title, *m_about, *m_kindTitle, *m_encodingTitle;
    QComboBox *m_kind, *m_encoding;
    MessageBar* m_messages;
    ImportGrid* m_grid;
    ImportIssues* m_issues;
    ImportSide* m_side;
};

} // namespace guatu::desktop
