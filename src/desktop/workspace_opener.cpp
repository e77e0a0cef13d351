// SPDX-License-Identifier: MIT
#include "desktop/workspace_opener.h"

#include "desktop/settings.h"
#include "desktop/texts.h"
#include "session/new_workspace.h"
#include "session/sample_job.h"
#include "session/search.h"

#include <QStandardPaths>

#include <future>

namespace guatu::desktop
{

OpenedWorkspace openedWorkspace(const std::filesystem::path& file, std::optional<Date> asOf,
                                const Progress& progress)
{
    // Names are made searchable by sound: the tables for it are read beside the workspace.
    const auto sounds = std::async(std::launch::async, session::prepareSearch);
    OpenedWorkspace workspace;
    workspace.view = session::openWorkspace(file, asOf, progress);
    progress.checkpoint();
    workspace.search = std::make_shared<session::SearchIndex>(workspace.view->snapshot);
    return workspace;
}

WorkspaceOpener::WorkspaceOpener(QObject* parent) : QObject(parent)
{
    connect(&m_job, &BackgroundJob::failed, this, &WorkspaceOpener::failed);
}

BackgroundJob::Finish WorkspaceOpener::deliver(OpenedWorkspace workspace)
{
    return [this, looks = session::keptLooks(workspace.view->file),
            workspace = std::move(workspace)] { emit opened(workspace, looks); };
}

void WorkspaceOpener::open(const std::filesystem::path& file, std::optional<Date> asOf)
{
    m_job.start([this, file, asOf](const Progress& progress) {
        return deliver(openedWorkspace(file, asOf, progress));
    });
}

void WorkspaceOpener::openSample(const std::filesystem::path& folder)
{
    m_job.start([this, folder](const Progress& progress) {
        constexpr std::size_t households = 100000;
        const auto name =
            std::u8string(session::sampleFileName.begin(), session::sampleFileName.end());
        std::filesystem::path file = folder / std::filesystem::path(name);
        if (!std::filesystem::exists(file))
            file = session::makeSampleWorkspace(folder, households, progress);
        return deliver(openedWorkspace(file, std::nullopt, progress));
    });
}

void WorkspaceOpener::create(const std::filesystem::path& file, const std::string& profile)
{
    m_job.start([this, file, profile](const Progress& progress) {
        static_cast<void>(session::createWorkspace(file, profile));
        return deliver(openedWorkspace(file, std::nullopt, progress));
    });
}

std::filesystem::path sampleFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return toPath(documents) / std::filesystem::path(u8"挂图");
}

} // namespace guatu::desktop
