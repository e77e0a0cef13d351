// SPDX-License-Identifier: MIT
#pragma once

#include "core/table.h"
#include "desktop/background_job.h"

#include <QObject>

#include <filesystem>

class QWidget;

namespace guatu::desktop
{

class Texts;

/// Saves lists as workbooks or CSV, beside the window.
class ListExporter : public QObject
{
    Q_OBJECT

public:
    /// Makes the table; runs beside the window.
    using Make = std::function<Table()>;

    ListExporter(const Texts& texts, QWidget* window);

    /// Asks where to, and saves.
    void ask(Make make);
    /// Saves without asking; the extension says how.
    void save(const std::filesystem::path& file, Make make);

signals:
    void saved(const guatu::Message& what);
    void failed(const guatu::Message& why);

private:
    const Texts& m_texts;
    QWidget* m_window;
    BackgroundJob m_job{this};
};

} // namespace guatu::desktop
