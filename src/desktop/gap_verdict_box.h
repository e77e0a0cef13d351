// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;

namespace guatu::desktop
{

class GapKeeper;
class Texts;
class Workbench;

/// What is judged of the chosen household, as a sentence with its rule and dates.
class GapVerdictBox : public QWidget
{
    Q_OBJECT

public:
    GapVerdictBox(const Texts& texts, Workbench& workbench, GapKeeper& keeper,
                  QWidget* parent = nullptr);

    [[nodiscard]] QString sentence() const;

private:
    void refresh();

    const Texts& m_texts;
    Workbench& m_workbench;
    GapKeeper& m_keeper;
    QLabel *m_picture, *m_verdict, *m_code, *m_sentence, *m_rule, *m_date;
};

} // namespace guatu::desktop
