// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

#include <filesystem>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace guatu::desktop
{

class Texts;

/// Asks for the campaign and the file of a new workspace.
class NewWorkspaceDialog : public QDialog
{
    Q_OBJECT

public:
    explicit NewWorkspaceDialog(const Texts& texts, QWidget* parent = nullptr);

    [[nodiscard]] std::filesystem::path file() const;
    [[nodiscard]] std::string profile() const;

private:
    void fillProfiles();
    void chooseFile();

    const Texts& m_texts;
    QComboBox* m_profiles;
    QLineEdit* m_file;
    QPushButton* m_create;
    QLabel* m_trouble;
};

} // namespace guatu::desktop
