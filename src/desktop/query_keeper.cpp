// SPDX-License-Identifier: MIT
#include "desktop/query_keeper.h"

#include "desktop/texts.h"
#include "desktop/workbench.h"

#include <QInputDialog>

namespace guatu::desktop
{

QueryKeeper::QueryKeeper(const Texts& texts, Workbench& workbench, QWidget* window)
    : QObject(window), m_texts(texts), m_workbench(workbench), m_window(window)
{
    connect(&m_workbench, &Workbench::opened, this, &QueryKeeper::read);
    connect(&m_workbench, &Workbench::closed, this, [this] {
        m_reading.cancel();
        emit changed({});
    });
    for (BackgroundJob* job : {&m_reading, &m_writing})
        connect(job, &BackgroundJob::failed, this, &QueryKeeper::failed);
}

void QueryKeeper::read()
{
    m_reading.start(
        [this, file = m_workbench.view().file](const Progress&) -> BackgroundJob::Finish {
            return [this, kept = session::keptQueries(file)] { emit changed(kept); };
        });
}

void QueryKeeper::ask(const std::string& entity, const std::string& text)
{
    if (text.empty() || !m_workbench.isOpen())
        return;
    auto* dialog = new QInputDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(m_texts("desktop.library.keep"));
    dialog->setLabelText(m_texts("desktop.library.name"));
    dialog->setOkButtonText(m_texts("desktop.library.keep_button"));
    dialog->setCancelButtonText(m_texts("desktop.cancel"));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, entity, text](const QString& name) {
                if (!name.trimmed().isEmpty())
                    keep({name.trimmed().toStdString(), entity, text});
            });
    dialog->open();
}

void QueryKeeper::keep(const session::KeptQuery& query)
{
    m_writing.start(
        [this, file = m_workbench.view().file, query](const Progress&) -> BackgroundJob::Finish {
            session::keepQuery(file, query, {});
            return [this, query] {
                emit kept({"desktop.library.done", {{"name", query.name}}});
                read();
            };
        });
}

void QueryKeeper::drop(const std::string& name)
{
    m_writing.start(
        [this, file = m_workbench.view().file, name](const Progress&) -> BackgroundJob::Finish {
            session::dropQuery(file, name, {});
            return [this] { read(); };
        });
}

} // namespace guatu::desktop
