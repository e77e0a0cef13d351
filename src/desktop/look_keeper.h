// SPDX-License-Identifier: MIT
#pragma once

#include "core/feature_table.h"
#include "desktop/background_job.h"
#include "desktop/look_history.h"
#include "session/kept_looks.h"

#include <QTimer>

#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace guatu::session
{
struct WorkspaceView;
}

namespace guatu::desktop
{

class Texts;
class Workbench;

using LookEdit = std::function<void(LayerLook&)>;

/// The looks of layers: those kept in the open workspace, and the one being worked at.
class LookKeeper : public QObject
{
    Q_OBJECT

public:
    LookKeeper(const Texts& texts, Workbench& workbench, QObject* parent = nullptr);

    /// Layers and styles as they are defined.
    void setDefinition(std::shared_ptr<const MapDefinition> definition);
    [[nodiscard]] const MapDefinition& definition() const { return *m_definition; }
    [[nodiscard]] bool isReady() const { return m_definition != nullptr; }
    /// What a workspace keeps that is about to be shown. Looks that cannot be drawn over its tables
    /// stay in the workspace, are not in force, and `unusable` says why. Work goes on when it is
    /// the same workspace.
    void take(const session::WorkspaceView& view, const session::KeptLooks& kept);

    /// Those in force: the kept ones, the one at work instead of its own.
    [[nodiscard]] std::vector<LayerLook> looks() const;
    [[nodiscard]] bool isKept(const std::string& layer) const;

    /// Starts to work at a layer, as it is kept or defined; what was at work is given up.
    void begin(const std::string& layer);
    /// Gives up what is at work.
    void end();
    /// Null while no layer is worked at.
    [[nodiscard]] const LookHistory* work() const { return m_work ? &*m_work : nullptr; }
    [[nodiscard]] bool isChanged() const { return m_work && m_work->isChanged(); }
    /// Neither kept nor changed: as defined.
    [[nodiscard]] bool isDefined() const;

    /// A step of the work; those of one gesture are one.
    void change(const LookEdit& edit, const std::string& gesture = {});
    void endGesture();
    void undo();
    void redo();

    /// Keeps the look in the workspace. Beside the window; `saved` or `failed` follows.
    void save();
    /// Draws the layer as defined again, in the workspace too.
    void reset();
    /// Gives another layer a look in the workspace.
    void keep(const LayerLook& look);

    [[nodiscard]] bool isWriting() const { return !m_waiting.empty(); }

signals:
    /// The work, its way back, or what is kept.
    void changed();
    /// Soon after the looks in force have changed, once for several changes.
    void looksChanged();
    void saved(const guatu::Message& what);
    void failed(const guatu::Message& why);
    void unusable(const std::vector<guatu::Message>& why);

private:
    /// What is done to the workspace beside the window, and here when that went well.
    struct Writing {
        std::filesystem::path file;
        std::function<void(const std::filesystem::path& file)> act;
        std::function<void()> then;
    };
    void write(std::function<void(const std::filesystem::path&)> act, std::function<void()> then);
    void writeNext();
    void remember(const LayerLook& look);
    void forget(const std::string& layer);
    void tell();
    [[nodiscard]] LayerLook keptOrDefined(const std::string& layer) const;
    [[nodiscard]] Message about(const char* id, const std::string& layer) const;

    const Texts& m_texts;
    Workbench& m_workbench;
    std::shared_ptr<const MapDefinition> m_definition;
    std::vector<LayerLook> m_kept; ///< those that can be drawn
    std::optional<LookHistory> m_work;
    QTimer m_soon;
    std::deque<Writing> m_waiting; ///< the first is in work
    BackgroundJob m_writing{this};
};

} // namespace guatu::desktop
