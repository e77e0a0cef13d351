// SPDX-License-Identifier: MIT
#include "desktop/progress_strip.h"

#include "desktop/texts.h"
#include "desktop/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace guatu::desktop
{
namespace
{

constexpr int barAfter = 200, wordsAfter = 1000; // ms
constexpr int fine = 1000;                       // steps of the bar

} // namespace

ProgressStrip::ProgressStrip(const Texts& texts, BackgroundJob& job, QWidget* parent)
    : QFrame(parent),
      m_texts(texts),
      m_job(job),
      m_label(makeLabel("small")),
      m_progress(new QProgressBar),
      m_cancel(new QPushButton)
{
    setLook(this, "footer");
    m_progress->setTextVisible(false);
    m_progress->setRange(0, fine);
    setLook(m_cancel, "smallButton");
    auto* words = new QHBoxLayout;
    words->setContentsMargins(16, 6, 16, 6);
    words->addWidget(m_label, 1);
    words->addWidget(m_cancel);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_progress);
    layout->addLayout(words);
    for (QTimer* timer : {&m_bar, &m_words})
        timer->setSingleShot(true);
    connect(&m_bar, &QTimer::timeout, this, [this] {
        m_label->hide();
        m_cancel->hide();
        show();
    });
    connect(&m_words, &QTimer::timeout, this, [this] {
        m_label->show();
        m_cancel->show();
        refresh();
    });
    connect(m_cancel, &QPushButton::clicked, &job, &BackgroundJob::cancel);
    connect(&job, &BackgroundJob::started, this, &ProgressStrip::begin);
    connect(&job, &BackgroundJob::progressed, this, &ProgressStrip::showStep);
    connect(&job, &BackgroundJob::ended, this, [this] {
        m_bar.stop();
        m_words.stop();
        hide();
    });
    texts.keep(this, [this] {
        m_cancel->setText(m_texts("desktop.cancel"));
        refresh();
    });
    hide();
}

void ProgressStrip::begin()
{
    m_step = {};
    m_running.start();
    m_progress->setRange(0, 0);
    m_bar.start(barAfter);
    m_words.start(wordsAfter);
}

void ProgressStrip::showStep(const ProgressStep& step)
{
    if (step.what.id != m_step.what.id)
        m_running.start();
    m_step = step;
    refresh();
}

void ProgressStrip::refresh()
{
    const bool known = m_step.total > 0;
    const double share =
        known ? static_cast<double>(m_step.done) / static_cast<double>(m_step.total) : 0;
    m_progress->setRange(0, known ? fine : 0);
    m_progress->setValue(static_cast<int>(share * fine));
    QString words = m_step.what.id.empty() ? m_texts("desktop.working") : m_texts(m_step.what);
    if (known && share > 0.02) {
        const double left = static_cast<double>(m_running.elapsed()) / 1000 * (1 / share - 1);
        words +=
            m_texts("desktop.progress", {{"percent", std::to_string(static_cast<int>(share * 100))},
                                         {"seconds", std::to_string(static_cast<int>(left) + 1)}});
    }
    m_label->setText(words);
}

} // namespace guatu::desktop
