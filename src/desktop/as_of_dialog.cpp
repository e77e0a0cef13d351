// SPDX-License-Identifier: MIT
#include "desktop/as_of_dialog.h"

#include "desktop/texts.h"
#include "desktop/theme.h"

#include <QBoxLayout>
#include <QDateEdit>
#include <QLabel>
#include <QPushButton>

namespace guatu::desktop
{

AsOfDialog::AsOfDialog(const Texts& texts, Date now, QWidget* parent)
    : QDialog(parent), m_edit(new QDateEdit(QDate(now.year(), now.month(), now.day())))
{
    setWindowTitle(texts("desktop.as_of"));
    auto* title = makeLabel("title");
    title->setText(texts("desktop.as_of"));
    auto* about = makeLabel("quiet");
    about->setText(texts("desktop.as_of.about"));
    about->setWordWrap(true);
    m_edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_edit->setCalendarPopup(true);
    auto* own = new QPushButton(texts("desktop.as_of.own"));
    auto* cancel = new QPushButton(texts("desktop.cancel"));
    auto* show = new QPushButton(texts("desktop.as_of.show"));
    setLook(show, "primary");
    show->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(own);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(show);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(8);
    layout->addWidget(title);
    layout->addWidget(about);
    layout->addWidget(m_edit);
    layout->addSpacing(8);
    layout->addLayout(buttons);
    setMinimumWidth(420);
    connect(own, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(show, &QPushButton::clicked, this, [this] {
        const QDate day = m_edit->date();
        m_date = Date::fromYmd(day.year(), day.month(), day.day());
        accept();
    });
}

} // namespace guatu::desktop
