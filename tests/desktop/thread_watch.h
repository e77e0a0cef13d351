// SPDX-License-Identifier: MIT
#pragma once

#include <QApplication>
#include <QString>

namespace guatu::test
{

/// An application that knows how long its thread has worked on one event at most: processor time
/// of the thread, so that a machine busy with other things changes nothing.
class WatchedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override;

    void startWatch();
    /// Milliseconds of the longest event since then.
    [[nodiscard]] double longest() const { return m_longest; }
    /// Who received it, and its type.
    [[nodiscard]] const QString& longestEvent() const { return m_event; }

private:
    int m_depth = 0;
    double m_longest = 0;
    QString m_event;
};

} // namespace guatu::test
