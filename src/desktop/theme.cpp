// SPDX-License-Identifier: MIT
#include "desktop/theme.h"

#include "core/definition.h"
#include "desktop/settings.h"
#include "desktop/theme_style.h"

#include <QApplication>
#include <QLabel>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>
#include <QVariant>

namespace guatu::desktop
{
namespace
{

const char* const styleSheet = R"(
QMainWindow, QDialog { background: #FFFFFF; }
QToolTip { background: #FFFFFF; color: #1B2430; border: 1px solid #CBD2DA; padding: 4px 6px; }

QMenuBar { background: #FFFFFF; border-bottom: 1px solid #E1E5EA; padding: 0 4px; }
QMenuBar::item { padding: 4px 10px; background: transparent; color: #2A3440; }
QMenuBar::item:selected { background: #E1EAF5; }
QMenu { background: #FFFFFF; border: 1px solid #CBD2DA; padding: 4px 0; }
QMenu::item { padding: 5px 28px 5px 28px; }
QMenu::item:selected { background: #E1EAF5; color: #1B2430; }
QMenu::item:disabled { color: #8A939D; }
QMenu::separator { height: 1px; background: #E6EAEE; margin: 4px 0; }

QToolBar { background: #F8F9FA; border: none; border-bottom: 1px solid #D3D9E0; spacing: 5px; padding: 7px 12px; }
QToolBar QToolButton { background: #FFFFFF; border: 1px solid #CBD2DA; border-radius: 4px; min-height: 30px; max-height: 30px; min-width: 30px; padding: 0; }
QToolBar QToolButton:hover { background: #F1F5FA; }
QToolBar QToolButton[popupMode="1"] { padding-right: 16px; }
QToolBar QToolButton::menu-button { width: 16px; border: none; }
QToolBar QToolButton:checked { background: #E1EAF5; border-color: #1D4F91; }
QToolBar QToolButton:disabled { background: #F4F6F8; }
QToolButton:focus, QPushButton:focus { border: 2px solid #1D4F91; }
QToolButton[look="onMap"] { background: #FFFFFF; border: none; border-radius: 3px; min-width: 30px; min-height: 30px; }
QToolButton[look="onMap"]:hover { background: #E1EAF5; }
QToolButton[look="link"], QPushButton[look="link"] { border: none; background: transparent; color: #1D4F91; padding: 0 2px; min-height: 20px; text-align: left; }
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="link"]:focus { border: 2px solid #1D4F91; }
QToolButton[look="crumb"] { border: none; background: transparent; padding: 0 6px; min-height: 26px; max-height: 26px; color: #3C4753; min-width: 0; border-radius: 3px; }
QToolButton[look="crumbLast"] { border: none; background: transparent; padding: 0 6px; min-height: 26px; max-height: 26px; color: #1B2430; font-weight: bold; min-width: 0; border-radius: 3px; }
QToolButton[look="crumb"]:hover, QToolButton[look="crumbLast"]:hover { background: #E1EAF5; }
QToolButton[look="crumb"]::menu-indicator, QToolButton[look="crumbLast"]::menu-indicator { image: none; }
QToolButton[look="chip"] { border: none; border-radius: 3px; background: #EEF1F4; color: #3C4753; padding: 0 6px; min-height: 20px; font-size: 12px; }
QToolButton[look="chip"]:hover { background: #E1EAF5; }
QFrame[look="crumbs"] { background: #FFFFFF; border: 1px solid #CBD2DA; border-radius: 4px; min-height: 30px; max-height: 30px; }

QPushButton { background: #FFFFFF; border: 1px solid #CBD2DA; border-radius: 4px; padding: 0 12px; min-height: 30px; color: #1B2430; }
QPushButton:hover { background: #F1F5FA; }
QPushButton:pressed { background: #E1EAF5; }
QPushButton:disabled { color: #8A939D; background: #F4F6F8; }
QPushButton[look="mode"] { border-radius: 0; min-height: 30px; padding: 0 10px; }
QPushButton[look="mode"]:checked { background: #1D4F91; color: #FFFFFF; font-weight: bold; border-color: #1D4F91; }
QPushButton[look="mode"]:focus { border: 2px solid #0C2A54; }
QPushButton[look="keyLink"] { border: none; background: transparent; padding: 0; min-height: 36px; font-size: 26px; font-weight: bold; color: #1B2430; text-align: left; }
QPushButton[look="keyLink"]:hover { color: #1D4F91; text-decoration: underline; }
QPushButton[look="keyLink"]:focus { border: 2px solid #1D4F91; }
QToolButton[look="plain"] { border: none; background: transparent; border-radius: 3px; min-width: 22px; min-height: 22px; padding: 0; }
QToolButton[look="plain"]:hover { background: #E1EAF5; }
QToolButton[look="smallToggle"] { border: 1px solid #CBD2DA; border-radius: 4px; background: #FFFFFF; padding: 0 8px; min-height: 22px; font-size: 12px; color: #1B2430; }
QToolButton[look="smallToggle"]:checked { background: #E1EAF5; border-color: #1D4F91; color: #163E73; font-weight: bold; }
QPushButton[look="linkLate"] { border: none; background: transparent; color: #B10026; padding: 0 2px; min-height: 20px; font-weight: bold; }
QPushButton[look="linkLate"]:hover { text-decoration: underline; }
QPushButton[look="linkGap"] { border: none; background: transparent; color: #8C510A; padding: 0 2px; min-height: 20px; font-weight: bold; }
QPushButton[look="linkGap"]:hover { text-decoration: underline; }
QWidget[look="verdict"] { background: #FBF6EE; border-bottom: 1px solid #E6EAEE; }
QPushButton[look="resultLink"] { border: none; background: transparent; color: #1D4F91; padding: 0 2px; min-height: 24px; font-size: 17px; font-weight: bold; }
QPushButton[look="resultLink"]:hover { text-decoration: underline; }
QPushButton[look="link"]:disabled, QPushButton[look="resultLink"]:disabled { color: #66717D; }
QPushButton[look="primarySmall"] { background: #1D4F91; border-color: #1D4F91; color: #FFFFFF; min-height: 26px; padding: 0 10px; font-size: 12px; }
QPushButton[look="primarySmall"]:hover { background: #163E73; }
QPushButton[look="primarySmall"]:disabled { background: #A9B8CC; border-color: #A9B8CC; }
QWidget[look="selectedLine"] { background: #E1EAF5; border-bottom: 1px solid #C5D6EA; }
QFrame[look="condition"] { background: #FFFFFF; border: 1px solid #CBD2DA; border-radius: 4px; }
QToolButton[look="conditionText"] { border: none; background: transparent; padding: 0; }
QToolButton[look="conditionText"]:hover { background: #F4F7FB; }
QLabel[look="pieceField"] { background: #F1F3F5; color: #1B2430; border-radius: 3px; padding: 2px 6px; font-size: 12px; }
QLabel[look="pieceRelation"] { background: #FFFFFF; color: #3C4753; border: 1px solid #CBD2DA; border-radius: 3px; padding: 1px 6px; font-size: 12px; }
QLabel[look="pieceValue"] { background: #E1EAF5; color: #163E73; border-radius: 3px; padding: 2px 6px; font-size: 12px; font-weight: bold; }
QLabel[look="resultFirst"] { font-size: 17px; font-weight: bold; color: #1B2430; }
QLabel[look="mistake"] { font-size: 12px; color: #8F1014; background: #FBE4E2; border-radius: 3px; padding: 4px 6px; }
QListWidget[look="offers"] { background: #FFFFFF; border: 1px solid #CBD2DA; font-size: 12px; }
QListWidget[look="offers"]::item:selected { background: #E1EAF5; color: #1B2430; }
QToolButton[look="segment"] { border: 1px solid #CBD2DA; border-radius: 0; background: #FFFFFF; min-height: 22px; padding: 0 8px; font-size: 12px; }
QToolButton[look="segment"]:checked { background: #E1EAF5; color: #163E73; font-weight: bold; border-color: #1D4F91; }
QToolButton[look="segment"]::menu-indicator { image: none; }
QPushButton::menu-indicator { image: none; }
QFrame[look="timeline"] { background: #FFFFFF; border: none; border-top: 1px solid #D3D9E0; }
QPushButton[look="primary"], QPushButton:default { background: #1D4F91; border-color: #1D4F91; color: #FFFFFF; }
QPushButton[look="primary"]:hover, QPushButton:default:hover { background: #163E73; }
QPushButton[look="primary"]:disabled { background: #A9B8CC; border-color: #A9B8CC; color: #FFFFFF; }
QPushButton[look="primary"]:focus { border: 2px solid #0C2A54; }
QPushButton[look="soundTag"] { border: none; border-radius: 3px; background: #D6ECD7; color: #1C5B22; min-height: 22px; padding: 0 8px; font-size: 12px; }
QPushButton[look="brokenTag"] { border: none; border-radius: 3px; background: #FBE4E2; color: #8F1014; min-height: 22px; padding: 0 8px; font-size: 12px; font-weight: bold; }
QPushButton[look="soundTag"]:focus, QPushButton[look="brokenTag"]:focus { border: 2px solid #1D4F91; }
QToolButton[look="smallButton"] { border: 1px solid #CBD2DA; border-radius: 4px; background: #FFFFFF; min-height: 26px; padding: 0 10px; font-size: 12px; }
QToolButton[look="smallButton"]::menu-indicator { image: none; }
QLabel[look="listingTag"] { background: #F5E6F4; color: #6A0067; border-radius: 3px; padding: 0 4px; font-size: 12px; font-weight: bold; }
QLabel[look="tripBroken"] { font-size: 12px; color: #8F1014; background: #FBE4E2; padding: 6px 16px; }
QPushButton[look="smallButton"] { min-height: 26px; padding: 0 10px; font-size: 12px; }
QPushButton[look="segment"] { border-radius: 0; min-height: 22px; padding: 0 8px; font-size: 12px; }
QPushButton[look="segment"]:checked { background: #E1EAF5; color: #163E73; font-weight: bold; border-color: #1D4F91; }

QLineEdit, QComboBox, QDateEdit, QAbstractSpinBox, QPlainTextEdit { background: #FFFFFF; border: 1px solid #CBD2DA; border-radius: 4px; padding: 0 8px; min-height: 30px; selection-background-color: #1D4F91; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid #1D4F91; padding: 0 7px; }
QListWidget[look="framed"] { border: 1px solid #CBD2DA; border-radius: 4px; }
QListWidget[look="framed"]:focus { border-color: #1D4F91; }
QLabel[look="keys"] { background: #F1F3F5; color: #1B2430; border: 1px solid #CBD2DA; border-radius: 3px; padding: 1px 6px; font-size: 12px; }
QSlider { background: transparent; min-height: 24px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: #E6EAEE; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: #1D4F91; }
QSlider::handle:horizontal { width: 12px; height: 12px; margin: -5px 0; border-radius: 7px; background: #FFFFFF; border: 1px solid #1D4F91; }
QSlider::handle:horizontal:focus { border: 2px solid #0C2A54; }
QToolButton[look="smallToggle"]::menu-indicator { image: none; }
QComboBox[look="columnField"] { min-height: 22px; border: none; border-radius: 3px; background: #E1EAF5; color: #163E73; padding: 0 6px; font-size: 12px; }
QComboBox[look="columnSkipped"] { min-height: 22px; border: none; border-radius: 3px; background: #E8EAEC; color: #4A525A; padding: 0 6px; font-size: 12px; }
QComboBox[look="columnPersonal"] { min-height: 22px; border: none; border-radius: 3px; background: #F5E6F4; color: #6A0067; padding: 0 6px; font-size: 12px; }
QComboBox[look="columnPlace"] { min-height: 22px; border: none; border-radius: 3px; background: #FDEBC8; color: #7A4A00; padding: 0 6px; font-size: 12px; }
QComboBox QAbstractItemView { border: 1px solid #CBD2DA; background: #FFFFFF; selection-background-color: #E1EAF5; selection-color: #1B2430; }

QComboBox::drop-down, QDateEdit::drop-down, QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: 22px; }
QAbstractSpinBox::up-arrow { image: url("@/chevron-up.svg"); width: 8px; height: 8px; }
QAbstractSpinBox::down-arrow { image: url("@/chevron-down.svg"); width: 8px; height: 8px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("@/chevron-down.svg"); width: 10px; height: 10px; }

QTabBar { background: transparent; }
QTabBar::tab { padding: 0 12px; min-height: 32px; color: #56616E; border: none; border-bottom: 2px solid transparent; background: transparent; }
QTabBar::tab:selected { color: #1B2430; font-weight: bold; border-bottom: 2px solid #1D4F91; }
QTabBar::tab:hover { color: #1B2430; }
QWidget[look="dockHead"] { background: #F8F9FA; border-bottom: 1px solid #D3D9E0; }
QWidget[look="panelHead"] { background: #FFFFFF; border-bottom: 1px solid #E6EAEE; }
QWidget[look="panel"] { background: #FFFFFF; }
QWidget[look="footer"] { background: #FFFFFF; border-top: 1px solid #E6EAEE; }
QDockWidget { border: none; }
QMainWindow::separator { background: #D3D9E0; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: #1D4F91; }

QTreeView, QTableView, QListView, QScrollArea { background: #FFFFFF; border: none; outline: none; }
QTreeView::item { min-height: 24px; border: none; }
QTreeView::item:hover, QListView::item:hover { background: #F4F7FB; }
QTreeView::item:selected, QListView::item:selected, QTableView::item:selected { background: #E1EAF5; color: #1B2430; }
QTableView { gridline-color: #EDF0F3; font-size: 12px; alternate-background-color: #FFFFFF; }
QTableView::item { padding: 0 8px; border: none; border-bottom: 1px solid #EDF0F3; }
QTableView QTableCornerButton::section { background: #F4F6F8; border: none; }
QHeaderView { background: #F4F6F8; }
QHeaderView::section { background: #F4F6F8; color: #56616E; border: none; border-bottom: 1px solid #D3D9E0; padding: 0 8px; min-height: 27px; font-size: 12px; }
QHeaderView::section:hover { color: #1B2430; background: #EAEFF5; }

QScrollBar:vertical { width: 10px; background: transparent; margin: 0; }
QScrollBar:horizontal { height: 10px; background: transparent; margin: 0; }
QScrollBar::handle { background: #C3CBD4; border-radius: 4px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: #98A4B1; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QStatusBar { background: #F1F3F5; border-top: 1px solid #D3D9E0; color: #3C4753; }
QStatusBar::item { border: none; }
QLabel[look="statusPart"] { border: none; border-right: 1px solid #D9DEE4; font-size: 12px; color: #3C4753; padding: 0 10px; max-height: 14px; }

QProgressBar { border: none; background: #E6EAEE; max-height: 4px; min-height: 4px; border-radius: 2px; }
QProgressBar::chunk { background: #1D4F91; border-radius: 2px; }

QFrame[look="onMapBox"] { background: #FFFFFF; border: 1px solid #C9CFD6; border-radius: 4px; }
QFrame[look="tip"] { background: #FFFFFF; border: 1px solid #1D4F91; border-radius: 4px; }
QFrame[look="rule"] { background: #E6EAEE; border: none; max-height: 1px; min-height: 1px; }
QFrame[look="rulePanel"] { background: #D3D9E0; border: none; max-width: 1px; min-width: 1px; }
QFrame[look="choice"] { background: #FFFFFF; border: 1px solid #CBD2DA; border-radius: 4px; }
QFrame[look="choiceFirst"] { background: #F1F5FC; border: 1px solid #1D4F91; border-radius: 4px; }
QFrame[look="drop"] { background: #FBFCFD; border: 1px dashed #98A4C4; border-radius: 4px; }
QFrame[look="dropOver"] { background: #E1EAF5; border: 2px dashed #1D4F91; border-radius: 4px; }
QWidget[look="backdrop"] { background: #ECEEF1; }
QFrame[look="errorBar"] { background: #FBE4E2; border: none; border-bottom: 1px solid #E9B9B5; }
QFrame[look="errorBar"] QLabel { color: #8F1014; }
QFrame[look="noteBar"] { background: #FDEBC8; border: none; border-bottom: 1px solid #EBD09A; }
QFrame[look="noteBar"] QLabel { color: #7A4A00; }
QFrame[look="decide"] { background: #FFF6E3; border: none; border-bottom: 1px solid #F0DFBB; }

QLabel[look="hero"] { font-size: 28px; font-weight: bold; color: #1B2430; }
QLabel[look="lead"] { font-size: 15px; color: #3C4753; }
QLabel[look="title"] { font-size: 17px; font-weight: bold; color: #1B2430; }
QLabel[look="unitName"] { font-size: 20px; font-weight: bold; color: #1B2430; }
QLabel[look="keyFigure"] { font-size: 26px; font-weight: bold; color: #1B2430; }
QLabel[look="lateFigure"] { font-size: 20px; font-weight: bold; color: #B10026; }
QLabel[look="section"] { font-weight: bold; color: #1B2430; }
QLabel[look="strong"] { font-weight: bold; color: #1B2430; }
QLabel[look="credit"] { font-size: 11px; color: #3C4753; background: rgba(255, 255, 255, 217); padding: 1px 4px; }
QLabel[look="small"] { font-size: 12px; color: #3C4753; }
QLabel[look="quiet"] { font-size: 12px; color: #66717D; }
QLabel[look="late"] { font-size: 12px; color: #B10026; font-weight: bold; }
QLabel[look="warning"] { font-size: 12px; color: #7A4A00; }
QLabel[look="figure"] { font-weight: bold; color: #1D4F91; }
QLabel[look="tagRed"] { background: #FBE4E2; color: #8F1014; border-radius: 3px; padding: 1px 6px; font-size: 12px; }
QLabel[look="tagGreen"] { background: #DDF0DE; color: #12602D; border-radius: 3px; padding: 1px 6px; font-size: 12px; }
QLabel[look="tagGrey"] { background: #E8EAEC; color: #4A525A; border-radius: 3px; padding: 1px 6px; font-size: 12px; }
QLabel[look="tagAmber"] { background: #FDEBC8; color: #7A4A00; border-radius: 3px; padding: 1px 6px; font-size: 12px; }
QLabel[look="tagListed"] { background: #F5E6F4; color: #6A0067; border-radius: 3px; padding: 1px 6px; font-size: 12px; }
)";

QPalette lightPalette()
{
    QPalette palette;
    palette.setColor(QPalette::Window, colour::panel);
    palette.setColor(QPalette::Base, colour::panel);
    palette.setColor(QPalette::AlternateBase, colour::chrome);
    palette.setColor(QPalette::Button, colour::panel);
    palette.setColor(QPalette::WindowText, colour::ink);
    palette.setColor(QPalette::Text, colour::ink);
    palette.setColor(QPalette::ButtonText, colour::ink);
    palette.setColor(QPalette::ToolTipBase, colour::panel);
    palette.setColor(QPalette::ToolTipText, colour::ink);
    palette.setColor(QPalette::PlaceholderText, colour::quiet);
    palette.setColor(QPalette::Highlight, colour::accent);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, colour::accent);
    return palette;
}

} // namespace

QFont interfaceFont(int pixels, bool bold)
{
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setPixelSize(pixels);
    font.setBold(bold);
    return font;
}

void applyTheme(QApplication& application)
{
    application.setStyle(new ThemeStyle(QStyleFactory::create(QStringLiteral("Fusion"))));
    application.setPalette(lightPalette());
    application.setFont(interfaceFont(13));
    // Arrows of fields are pictures beside the styles of maps: @ in the sheet.
    application.setStyleSheet(
        QString::fromUtf8(styleSheet).replace('@', fromPath(dataRoot() / "styles" / "window")));
}

void setLook(QWidget* widget, const char* look)
{
    if (widget->property("look").toByteArray() == look)
        return;
    widget->setProperty("look", QByteArray(look));
    widget->setAttribute(Qt::WA_StyledBackground);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

QLabel* makeLabel(const char* look, QWidget* parent)
{
    auto* label = new QLabel(parent);
    setLook(label, look);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace guatu::desktop
