// SPDX-License-Identifier: MIT
#pragma once

#include "core/table.h"
#include "desktop/background_job.h"
#include "desktop/export_question.h"
#include "session/workspace_view.h"

#include <QObject>

#include <memory>

namespace guatu::desktop
{

/// Saves lists as workbooks or CSV, beside the window, as the audience that is asked for may have
/// them.
class ListExporter : public QObject
{
    Q_OBJECT

public:
    using View = std::shared_ptr<const session::WorkspaceView>;

    ListExporter(const Texts& texts, QWidget* window);

    /// Asks how, for whom and where to, and saves.
    void ask(const View& view, const Table& table);
    /// Saves without asking; the file's extension says how.
    void save(const View& view, const Table& table, Audience audience,
              const std::filesystem::path& file);

signals:
    void saved(const guatu::Message& what);
    void failed(const guatu::Message& why);

private:
    const Texts& m_texts;
    QWidget* m_window;
    BackgroundJob m_job{this};
};

} // namespace guatu::desktop
