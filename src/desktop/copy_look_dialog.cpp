// SPDX-License-Identifier: MIT
#include "desktop/copy_look_dialog.h"

#include "desktop/layer_titles.h"
#include "desktop/look_fit.h"
#include "desktop/texts.h"
#include "desktop/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

namespace guatu::desktop
{
namespace
{

constexpr int dialogWidth = 380, listHeight = 320;

} // namespace

CopyLookDialog::CopyLookDialog(const Texts& texts, const LayerLook& look,
                               const MapDefinition& definition, const FeatureTables& tables,
                               QWidget* parent)
    : QDialog(parent),
      m_texts(texts),
      m_look(look),
      m_definition(definition),
      m_tables(tables),
      m_list(new QListWidget),
      m_reason(makeLabel("mistake")),
      m_copy(new QPushButton(texts("desktop.style.copy_button")))
{
    setWindowTitle(texts("desktop.style.copy_title"));
    setMinimumWidth(dialogWidth);
    setLook(m_copy, "primary");
    setLook(m_list, "framed");
    m_list->setAccessibleName(texts("desktop.style.copy_title"));
    m_list->setMinimumHeight(listHeight);
    m_reason->setWordWrap(true);
    for (const LayerTitle& each : layerTitles(definition, texts)) {
        if (each.layer == look.layer)
            continue;
        auto* item = new QListWidgetItem(each.title, m_list);
        item->setData(Qt::UserRole, toQString(each.layer));
        const bool suits = std::holds_alternative<LayerLook>(
            fittedLook(look, each.layer, definition, tables, texts));
        if (!suits)
            item->setForeground(colour::quiet);
    }
    auto* cancel = new QPushButton(texts("desktop.cancel"));
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_copy);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_reason);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_copy, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_list, &QListWidget::currentRowChanged, this, &CopyLookDialog::judge);
    judge();
}

void CopyLookDialog::judge()
{
    m_chosen.reset();
    const QListWidgetItem* item = m_list->currentItem();
    QString why;
    if (item) {
        const auto fitted = fittedLook(m_look, item->data(Qt::UserRole).toString().toStdString(),
                                       m_definition, m_tables, m_texts);
        if (const auto* reason = std::get_if<Message>(&fitted))
            why = m_texts(*reason);
        else
            m_chosen = std::get<LayerLook>(fitted);
    }
    m_reason->setText(why);
    m_reason->setVisible(!why.isEmpty());
    m_copy->setEnabled(m_chosen.has_value());
}

} // namespace guatu::desktop
