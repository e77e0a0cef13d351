// SPDX-License-Identifier: MIT
#include "desktop/road_dialog.h"

#include "desktop/form_rows.h"
#include "desktop/texts.h"
#include "desktop/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace guatu::desktop
{
namespace
{

QComboBox* choice(const Texts& texts, std::initializer_list<std::pair<const char*, const char*>> of)
{
    auto* box = new QComboBox;
    for (const auto& [value, title] : of)
        box->addItem(texts(title), QString::fromLatin1(value));
    return box;
}

} // namespace

void askRoad(const Texts& texts, QWidget* parent, const std::vector<Point>& line,
             const std::function<void(const session::RoadDraft&)>& keep)
{
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(QStringLiteral("road"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(texts("desktop.gaps.draw_road"));
    auto* title = makeLabel("title");
    title->setText(texts("desktop.gaps.draw_road"));
    auto* help = makeLabel("quiet");
    help->setText(texts("desktop.gaps.road_help"));
    help->setWordWrap(true);
    auto* name = new QLineEdit;
    auto* roadClass = choice(texts, {{"village", "desktop.road.village"},
                                     {"town", "desktop.road.town"},
                                     {"county", "desktop.road.county"},
                                     {"", "desktop.unchecked"}});
    auto* surface = choice(texts, {{"earth", "desktop.surface.earth"},
                                   {"gravel", "desktop.surface.gravel"},
                                   {"stone", "desktop.surface.stone"},
                                   {"concrete", "desktop.surface.concrete"},
                                   {"asphalt", "desktop.surface.asphalt"},
                                   {"", "desktop.unchecked"}});
    auto* rows = new FormRows(texts);
    rows->add("desktop.gaps.road_name", name);
    rows->add("desktop.place.road_class", roadClass);
    rows->add("desktop.place.surface", surface);
    auto* cancel = new QPushButton(texts("desktop.cancel"));
    auto* go = new QPushButton(texts("desktop.gaps.road_keep"));
    setLook(go, "primary");
    go->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(go);
    auto* layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(8);
    layout->addWidget(title);
    layout->addWidget(help);
    layout->addLayout(rows);
    layout->addSpacing(8);
    layout->addLayout(buttons);
    dialog->setMinimumWidth(420);
    QObject::connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
    QObject::connect(go, &QPushButton::clicked, dialog, [=] {
        keep({.line = line,
              .name = name->text().trimmed().toStdString(),
              .roadClass = roadClass->currentData().toString().toStdString(),
              .surface = surface->currentData().toString().toStdString()});
        dialog->accept();
    });
    dialog->open();
}

} // namespace guatu::desktop
