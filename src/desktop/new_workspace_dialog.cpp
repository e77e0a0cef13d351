// SPDX-License-Identifier: MIT
#include "desktop/new_workspace_dialog.h"

#include "core/error.h"
#include "core/profile.h"
#include "desktop/settings.h"
#include "desktop/texts.h"
#include "desktop/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>

#include <set>

namespace guatu::desktop
{

NewWorkspaceDialog::NewWorkspaceDialog(const Texts& texts, QWidget* parent)
    : QDialog(parent),
      m_texts(texts),
      m_profiles(new QComboBox),
      m_file(new QLineEdit),
      m_create(new QPushButton),
      m_trouble(makeLabel("late"))
{
    setWindowTitle(texts("desktop.new"));
    const auto label = [&](const char* look, std::string_view id) {
        QLabel* made = makeLabel(look);
        made->setText(texts(id));
        return made;
    };
    auto* choose = new QPushButton(texts("desktop.new.choose"));
    auto* cancel = new QPushButton(texts("desktop.cancel"));
    m_create->setText(texts("desktop.new.create"));
    setLook(m_create, "primary");
    m_create->setDefault(true);
    auto* fileRow = new QHBoxLayout;
    fileRow->addWidget(m_file, 1);
    fileRow->addWidget(choose);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_create);
    auto* about = label("quiet", "desktop.new.about");
    about->setWordWrap(true);
    m_trouble->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(8);
    layout->addWidget(label("title", "desktop.new"));
    layout->addWidget(about);
    layout->addSpacing(8);
    layout->addWidget(label("small", "desktop.new.campaign"));
    layout->addWidget(m_profiles);
    layout->addWidget(label("small", "desktop.new.file"));
    layout->addLayout(fileRow);
    layout->addWidget(m_trouble);
    layout->addSpacing(8);
    layout->addLayout(buttons);
    setMinimumWidth(520);
    fillProfiles();
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    m_file->setText(documents + '/' + texts("desktop.new.file_name"));
    connect(choose, &QPushButton::clicked, this, &NewWorkspaceDialog::chooseFile);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_create, &QPushButton::clicked, this, &QDialog::accept);
    const auto check = [this] {
        m_create->setEnabled(!m_file->text().trimmed().isEmpty() && m_profiles->count() > 0);
    };
    connect(m_file, &QLineEdit::textChanged, this, check);
    check();
}

void NewWorkspaceDialog::fillProfiles()
{
    std::error_code gone;
    std::set<std::filesystem::path> files;
    for (const auto& entry :
         std::filesystem::directory_iterator(dataRoot() / "data" / "profiles", gone)) {
        if (entry.path().extension() == ".json")
            files.insert(entry.path());
    }
    for (const auto& file : files) {
        try {
            m_profiles->addItem(m_texts(loadProfile(file).title), fromPath(file));
        } catch (const Error& error) {
            m_trouble->setText(m_texts(error.message()));
        }
    }
    if (m_profiles->count() == 0 && m_trouble->text().isEmpty())
        m_trouble->setText(
            m_texts("desktop.new.no_profiles", {{"folder", (dataRoot() / "data").string()}}));
    m_trouble->setVisible(!m_trouble->text().isEmpty());
}

void NewWorkspaceDialog::chooseFile()
{
    const QString file = QFileDialog::getSaveFileName(this, m_texts("desktop.new"), m_file->text(),
                                                      m_texts("desktop.filter.workspaces"));
    if (!file.isEmpty())
        m_file->setText(file);
}

std::filesystem::path NewWorkspaceDialog::file() const
{
    std::filesystem::path file = toPath(m_file->text().trimmed());
    if (!file.has_extension())
        file += ".sqlite";
    return file;
}

std::string NewWorkspaceDialog::profile() const
{
    return m_profiles->currentData().toString().toStdString();
}

} // namespace guatu::desktop
