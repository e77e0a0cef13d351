// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/background_job.h"
#include "session/kept_queries.h"

#include <QObject>

class QWidget;

namespace guatu::desktop
{

class Texts;
class Workbench;

/// The queries kept in the open workspace: read, added and dropped beside the window.
class QueryKeeper : public QObject
{
    Q_OBJECT

public:
    QueryKeeper(const Texts& texts, Workbench& workbench, QWidget* window);

    /// Asks for a name and keeps the query.
    void ask(const std::string& entity, const std::string& text);
    void keep(const session::KeptQuery& query);
    void drop(const std::string& name);

signals:
    void changed(const std::vector<guatu::session::KeptQuery>& kept);
    void kept(const guatu::Message& what);
    void failed(const guatu::Message& why);

private:
    void read();

    const Texts& m_texts;
    Workbench& m_workbench;
    QWidget* m_window;
    BackgroundJob m_reading{this}, m_writing{this};
};

} // namespace guatu::desktop
