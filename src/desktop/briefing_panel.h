// SPDX-License-Identifier: MIT
#pragma once

#include "core/unit_code.h"
#include "desktop/page_maker.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace guatu::desktop
{

class FormRows;

/// 汇报: which page of the unit that is looked at, for whom, with a picture of it; as a file or as
/// a book of the units below.
class BriefingPanel : public QWidget
{
    Q_OBJECT

public:
    BriefingPanel(const Texts& texts, const Workbench& workbench, PageMaker& maker,
                  QWidget* parent = nullptr);

    [[nodiscard]] PageWish wish() const;
    /// The template of an id, if the unit can have it.
    void choose(const std::string& design);
    /// Composes the page at hand anew, if the panel is seen.
    void preview();

signals:
    void saved(const guatu::Message& what);
    void failed(const guatu::Message& why);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeLayout();
    void fillDesigns();
    void fillAudiences();
    void fillSections();
    void refresh();
    void showPicture();
    void askFile();
    void askPrinter();
    void askBook();
    [[nodiscard]] QString suggestedName() const;

    const Texts& m_texts;
    const Workbench& m_workbench;
    PageMaker& m_maker;
    QLabel *m_unit, *m_about, *m_preview;
    QListWidget* m_designs;
    FormRows* m_form;
    QComboBox *m_audience, *m_sections;
    QDateEdit* m_compare;
    QLineEdit* m_approval;
    QPushButton *m_save, *m_print, *m_book;
    Level m_level = Level::Prefecture; ///< of the unit that is looked at
    QTimer m_wait;                     ///< so that typing does not compose at every letter
    QImage m_picture;
};

} // namespace guatu::desktop
