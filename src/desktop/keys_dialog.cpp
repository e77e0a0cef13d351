// SPDX-License-Identifier: MIT
#include "desktop/keys_dialog.h"

#include "desktop/texts.h"
#include "desktop/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace guatu::desktop
{

KeysDialog::KeysDialog(const Texts& texts, const std::vector<Basemap>& basemaps,
                       const KeyValues& keys, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(texts("desktop.keys"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(8);
    auto* title = makeLabel("title");
    title->setText(texts("desktop.keys"));
    layout->addWidget(title);
    auto* about = makeLabel("quiet");
    about->setText(texts("desktop.keys.about"));
    about->setWordWrap(true);
    layout->addWidget(about);
    for (const Basemap& basemap : basemaps) {
        for (const BasemapKey& key : basemap.keys) {
            if (m_fields.contains(key.name))
                continue;
            auto* name = makeLabel("section");
            name->setText(texts(key.title));
            auto* field = new QLineEdit;
            const auto known = keys.find(key.name);
            field->setText(known == keys.end() ? QString() : toQString(known->second));
            field->setEchoMode(QLineEdit::PasswordEchoOnEdit); // a screen may be projected
            field->setAccessibleName(texts(key.title));
            auto* help = makeLabel("quiet");
            help->setText(texts(key.help));
            help->setWordWrap(true);
            layout->addSpacing(4);
            layout->addWidget(name);
            layout->addWidget(field);
            layout->addWidget(help);
            m_fields[key.name] = field;
        }
    }
    auto* cancel = new QPushButton(texts("desktop.cancel"));
    auto* keep = new QPushButton(texts("desktop.keys.keep"));
    setLook(keep, "primary");
    keep->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(keep);
    layout->addSpacing(8);
    layout->addLayout(buttons);
    setMinimumWidth(460);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(keep, &QPushButton::clicked, this, &QDialog::accept);
}

KeyValues KeysDialog::keys() const
{
    KeyValues keys;
    for (const auto& [name, field] : m_fields)
        keys[name] = field->text().trimmed().toStdString();
    return keys;
}

} // namespace guatu::desktop
