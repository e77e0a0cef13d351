// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/background_job.h"
#include "session/layer_export.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

class QWidget;

namespace guatu::desktop
{

class Texts;

/// Writes layers, selections and answers of queries for other offices: asks for format, audience
/// and file, and works beside the window.
class LayerExporter : public QObject
{
    Q_OBJECT

public:
    using View = std::shared_ptr<const session::WorkspaceView>;
    /// Finds the rows; runs beside the window.
    using Make = std::function<std::vector<session::ExportRows>(const Progress&)>;

    LayerExporter(const Texts& texts, QWidget* window);

    void ask(const View& view, Make make);
    /// Writes without asking.
    void save(const View& view, Make make, session::ExportRequest request);

signals:
    void saved(const guatu::Message& what);
    void failed(const guatu::Message& why);

private:
    const Texts& m_texts;
    QWidget* m_window;
    BackgroundJob m_job{this};
};

} // namespace guatu::desktop
