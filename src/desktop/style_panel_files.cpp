// SPDX-License-Identifier: MIT
#include "desktop/style_panel.h"

#include "desktop/copy_look_dialog.h"
#include "desktop/look_fit.h"
#include "desktop/settings.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/workbench.h"

#include <QEventLoop>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>

// Questions of the style panel: unsaved changes, other layers, files.
namespace guatu::desktop
{

bool StylePanel::mayLeave()
{
    if (!m_keeper.isChanged())
        return true;
    QMessageBox box(window());
    box.setObjectName(QStringLiteral("unsavedLook"));
    box.setWindowTitle(m_texts("desktop.style"));
    box.setText(m_texts("desktop.style.unsaved",
                        {{"layer", m_subject.layer.title.in(m_texts.language())}}));
    auto* save = box.addButton(m_texts("desktop.style.save_changes"), QMessageBox::AcceptRole);
    auto* give = box.addButton(m_texts("desktop.style.give_up"), QMessageBox::DestructiveRole);
    auto* stay = box.addButton(m_texts("desktop.style.go_on"), QMessageBox::RejectRole);
    box.setDefaultButton(save);
    box.setEscapeButton(stay);
    box.exec();
    if (box.clickedButton() == give) {
        m_keeper.begin(m_keeper.work()->now().layer);
        return true;
    }
    if (box.clickedButton() != save)
        return false;
    m_keeper.save();
    QEventLoop loop; // the window lives on while it is written
    connect(&m_keeper, &LookKeeper::changed, &loop, [this, &loop] {
        if (!m_keeper.isWriting())
            loop.quit();
    });
    if (m_keeper.isWriting())
        loop.exec();
    return !m_keeper.isChanged();
}

void StylePanel::copyToLayer()
{
    if (!m_keeper.work())
        return;
    auto* dialog = new CopyLookDialog(m_texts, m_keeper.work()->now(), m_keeper.definition(),
                                      m_workbench.view().tables, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (dialog->look())
            m_keeper.keep(*dialog->look());
    });
    dialog->open();
}

void StylePanel::askSaveFile()
{
    if (!m_keeper.work())
        return;
    const QString name = m_texts(m_subject.layer.title) + QStringLiteral(".json");
    const QString file = QFileDialog::getSaveFileName(window(), m_texts("desktop.style.to_file"),
                                                      name, m_texts("desktop.style.files"));
    if (!file.isEmpty())
        saveTo(toPath(file));
}

void StylePanel::askLoadFile()
{
    const QString file = QFileDialog::getOpenFileName(window(), m_texts("desktop.style.from_file"),
                                                      QString(), m_texts("desktop.style.files"));
    if (!file.isEmpty())
        loadFrom(toPath(file));
}

void StylePanel::saveTo(const std::filesystem::path& file)
{
    m_mistake->hide();
    if (!m_keeper.work())
        return;
    QSaveFile out(fromPath(file));
    const QByteArray json = QByteArray::fromStdString(lookJson(m_keeper.work()->now()));
    if (!out.open(QIODevice::WriteOnly) || out.write(json) != json.size() || !out.commit())
        showMistake({"desktop.not_written",
                     {{"file", file.string()}, {"reason", out.errorString().toStdString()}}});
}

void StylePanel::loadFrom(const std::filesystem::path& file)
{
    m_mistake->hide();
    if (!m_keeper.work())
        return;
    QFile in(fromPath(file));
    if (!in.open(QIODevice::ReadOnly)) {
        showMistake({"definition.unreadable", {{"file", file.string()}}});
        return;
    }
    try {
        const LayerLook look = parseLook(in.readAll().toStdString(), file.filename().string());
        const auto fitted = fittedLook(look, m_keeper.work()->now().layer, m_keeper.definition(),
                                       m_workbench.view().tables, m_texts);
        if (const auto* why = std::get_if<Message>(&fitted)) {
            showMistake(*why);
            return;
        }
        m_keeper.endGesture();
        m_keeper.change([taken = std::get<LayerLook>(fitted)](LayerLook& now) { now = taken; });
    } catch (const Error& error) {
        showMistake(error.message());
    }
}

} // namespace guatu::desktop
