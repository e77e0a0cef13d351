// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/background_job.h"

#include <QElapsedTimer>
#include <QFrame>
#include <QTimer>

class QLabel;
class QProgressBar;
class QPushButton;

namespace guatu::desktop
{

class Texts;

/// How far a long job is: a thin bar after 0.2 s, its step, share and time left with a way to stop
/// it after 1 s.
class ProgressStrip : public QFrame
{
    Q_OBJECT

public:
    ProgressStrip(const Texts& texts, BackgroundJob& job, QWidget* parent = nullptr);

private:
    void begin();
    void showStep(const ProgressStep& step);
    void refresh();

    const Texts& m_texts;
    BackgroundJob& m_job;
    ProgressStep m_step;
    QElapsedTimer m_running;
    QTimer m_bar, m_words;
    QLabel* m_label;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
};

} // namespace guatu::desktop
