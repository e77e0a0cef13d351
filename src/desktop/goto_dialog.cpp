// SPDX-License-Identifier: MIT
#include "desktop/goto_dialog.h"

#include "desktop/texts.h"
#include "desktop/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace guatu::desktop
{

GotoDialog::GotoDialog(const Texts& texts, QWidget* parent)
    : QDialog(parent),
      m_texts(texts),
      m_field(new QLineEdit),
      m_meaning(makeLabel("quiet")),
      m_go(new QPushButton)
{
    auto* title = makeLabel("title");
    auto* help = makeLabel("quiet");
    help->setWordWrap(true);
    m_meaning->setWordWrap(true);
    m_meaning->setMinimumHeight(36);
    auto* cancel = new QPushButton;
    setLook(m_go, "primary");
    m_go->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_go);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(8);
    layout->addWidget(title);
    layout->addWidget(help);
    layout->addWidget(m_field);
    layout->addWidget(m_meaning);
    layout->addSpacing(8);
    layout->addLayout(buttons);
    setMinimumWidth(440);
    texts.keep(this, [=, this] {
        setWindowTitle(m_texts("desktop.goto"));
        title->setText(m_texts("desktop.goto"));
        help->setText(m_texts("desktop.goto.help"));
        m_go->setText(m_texts("desktop.goto.go"));
        cancel->setText(m_texts("desktop.cancel"));
        understand();
    });
    connect(m_field, &QLineEdit::textChanged, this, &GotoDialog::understand);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_go, &QPushButton::clicked, this, [this] {
        if (const auto position = readPosition(m_field->text().toStdString())) {
            accept();
            emit chosen(*position);
        }
    });
}

void GotoDialog::understand()
{
    const auto position = readPosition(m_field->text().toStdString());
    m_go->setEnabled(position.has_value());
    if (m_field->text().trimmed().isEmpty()) {
        m_meaning->setText({});
    } else if (!position) {
        m_meaning->setText(m_texts("desktop.goto.not_understood"));
    } else if (position->inDegrees) {
        m_meaning->setText(
            m_texts("desktop.goto.degrees", {{"position", degreesText(position->point)}}));
    } else {
        m_meaning->setText(
            m_texts(position->zonePrefix ? "desktop.goto.metres_zone" : "desktop.goto.metres",
                    {{"position", metresText(position->point)}}));
    }
}

} // namespace guatu::desktop
