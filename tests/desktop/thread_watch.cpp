// SPDX-License-Identifier: MIT
#include "thread_watch.h"

#include <QEvent>
#include <QThread>

#include <ctime>

namespace guatu::test
{
namespace
{

double threadMilliseconds()
{
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

} // namespace

bool WatchedApplication::notify(QObject* receiver, QEvent* event)
{
    if (QThread::currentThread() != thread() || m_depth > 0)
        return QApplication::notify(receiver, event);
    const QString what = QStringLiteral("%1 %2")
                             .arg(QLatin1StringView(receiver->metaObject()->className()))
                             .arg(event->type());
    ++m_depth;
    const double before = threadMilliseconds();
    const bool taken = QApplication::notify(receiver, event);
    const double spent = threadMilliseconds() - before;
    --m_depth;
    if (spent > m_longest) {
        m_longest = spent;
        m_event = what;
    }
    return taken;
}

void WatchedApplication::startWatch()
{
    m_longest = 0;
    m_event.clear();
}

} // namespace guatu::test
