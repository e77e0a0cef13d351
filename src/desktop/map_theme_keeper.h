// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/background_job.h"
#include "session/kept_looks.h"

#include <QObject>

#include <deque>
#include <filesystem>
#include <functional>
#include <optional>

namespace guatu::desktop
{

class Workbench;

/// The map themes kept in the open workspace: read, kept, renamed and dropped beside the window.
class MapThemeKeeper : public QObject
{
    Q_OBJECT

public:
    explicit MapThemeKeeper(Workbench& workbench, QObject* parent = nullptr);

    /// By name.
    [[nodiscard]] const std::vector<MapTheme>& themes() const { return m_themes; }
    /// Null when there is none of the name.
    [[nodiscard]] const MapTheme* find(const std::string& name) const;
    /// One of the same name is replaced.
    void keep(const MapTheme& theme);
    void drop(const std::string& name);
    /// `failed` when the name is taken.
    void rename(const std::string& from, const std::string& to);
    /// Read, and nothing is being written.
    [[nodiscard]] bool isReady() const { return m_waiting.empty() && !m_reading.isRunning(); }

signals:
    void changed();
    void kept(const guatu::Message& what);
    void failed(const guatu::Message& why);

private:
    using Act = std::function<void(const std::filesystem::path& file)>;
    void read();
    void write(Act act, std::optional<Message> done);
    void writeNext();

    struct Writing {
        std::filesystem::path file;
        Act act;
        std::optional<Message> done;
    };
    Workbench& m_workbench;
    std::vector<MapTheme> m_themes;
    std::deque<Writing> m_waiting; ///< the first is in work
    BackgroundJob m_reading{this}, m_writing{this};
};

} // namespace guatu::desktop
