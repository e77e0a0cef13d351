// SPDX-License-Identifier: MIT
#include "desktop/export_question.h"

#include "desktop/settings.h"
#include "desktop/texts.h"
#include "session/masked_table.h"

#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

#include <array>

namespace guatu::desktop
{
namespace
{

constexpr std::array exportAudiences{Audience::Briefing, Audience::Internal, Audience::Field,
                                     Audience::Public};

void askExportFile(QWidget* window, const Texts& texts, const std::string& extension,
                   std::function<void(const std::filesystem::path&)> then)
{
    auto* dialog = new QFileDialog(window, texts("desktop.export.layers"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(QString::fromStdString("*" + extension));
    dialog->setDefaultSuffix(QString::fromStdString(extension.substr(1)));
    QObject::connect(dialog, &QFileDialog::fileSelected, window,
                     [then = std::move(then)](const QString& file) { then(toPath(file)); });
    dialog->open();
}

} // namespace

void askExport(QWidget* window, const Texts& texts,
               std::span<const std::pair<int, const char*>> formats,
               std::function<std::string(int format)> extensionOf,
               std::function<void(const ExportChoice&)> then)
{
    auto* dialog = new QDialog(window);
    dialog->setObjectName("layerExport");
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(texts("desktop.export.layers"));
    auto* form = new QFormLayout(dialog);
    auto* format = new QComboBox;
    for (const auto& [value, id] : formats)
        format->addItem(texts(id), value);
    auto* audience = new QComboBox;
    for (const Audience each : exportAudiences)
        audience->addItem(texts(session::audienceTitle(each)), static_cast<int>(each));
    auto* note = new QLabel(texts("desktop.export.audience_note"));
    note->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setText(texts("desktop.export.choose_file"));
    buttons->button(QDialogButtonBox::Cancel)->setText(texts("desktop.cancel"));
    form->addRow(texts("desktop.export.format"), format);
    form->addRow(texts("desktop.export.audience"), audience);
    form->addRow(note);
    form->addRow(buttons);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    QObject::connect(dialog, &QDialog::accepted, window,
                     [window, &texts, format, audience, extensionOf = std::move(extensionOf),
                      then = std::move(then)] {
                         ExportChoice choice{
                             .format = format->currentData().toInt(),
                             .audience = static_cast<Audience>(audience->currentData().toInt())};
                         askExportFile(window, texts, extensionOf(choice.format),
                                       [choice, then](const std::filesystem::path& file) mutable {
                                           choice.file = file;
                                           then(choice);
                                       });
                     });
    dialog->open();
}

Message exportDone(std::size_t count, const std::filesystem::path& file,
                   const std::vector<Message>& notes, Language language)
{
    std::string lines;
    for (const Message& note : notes)
        lines += "\n" + text(note, language);
    return {"desktop.export.layers_done",
            {{"count", std::to_string(count)}, {"file", file.string()}, {"notes", lines}}};
}

} // namespace guatu::desktop
