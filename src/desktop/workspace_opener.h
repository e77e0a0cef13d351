// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/background_job.h"
#include "desktop/workbench.h"
#include "session/kept_looks.h"

#include <filesystem>
#include <optional>

namespace guatu::desktop
{

/// Reads a workspace, at a date or the data's own, and makes it searchable. Throws Error,
/// Cancelled.
[[nodiscard]] OpenedWorkspace openedWorkspace(const std::filesystem::path& file,
                                              std::optional<Date> asOf, const Progress& progress);

/// Opens, makes and samples workspaces beside the window.
class WorkspaceOpener : public QObject
{
    Q_OBJECT

public:
    explicit WorkspaceOpener(QObject* parent = nullptr);

    void open(const std::filesystem::path& file, std::optional<Date> asOf = {});
    /// Opens the sample of a folder; makes it first when it is not there.
    void openSample(const std::filesystem::path& folder);
    /// Makes an empty workspace for the campaign and opens it.
    void create(const std::filesystem::path& file, const std::string& profile);
    [[nodiscard]] BackgroundJob& job() { return m_job; }

signals:
    /// With the looks of layers that its file keeps.
    void opened(const guatu::desktop::OpenedWorkspace& workspace,
                const guatu::session::KeptLooks& looks);
    void failed(const guatu::Message& why);

private:
    BackgroundJob::Finish deliver(OpenedWorkspace workspace);

    BackgroundJob m_job{this};
};

/// Where the sample is kept: the user's documents.
[[nodiscard]] std::filesystem::path sampleFolder();

} // namespace guatu::desktop
