// SPDX-License-Identifier: MIT
#include "desktop/start_page.h"

#include "desktop/card_layout.h"
#include "desktop/icons.h"
#include "desktop/start_picture.h"
#include "desktop/texts.h"
#include "desktop/theme.h"

namespace guatu::desktop
{
namespace
{

constexpr int pictureFrom = 1100; // width of the window from which the picture has room

QString whenText(const QDateTime& at, const Texts& texts)
{
    const QDateTime now = QDateTime::currentDateTime();
    const auto days = at.date().daysTo(now.date());
    const std::string clock = at.toString("HH:mm").toStdString();
    if (days == 0)
        return texts("desktop.start.today", {{"time", clock}});
    if (days == 1)
        return texts("desktop.start.yesterday", {{"time", clock}});
    return at.date().toString(Qt::ISODate);
}

} // namespace

StartPage::StartPage(const Texts& texts, RecentFiles recent, QWidget* parent)
    : QWidget(parent),
      m_texts(texts),
      m_recent(recent),
      m_recentTitle(makeLabel("section")),
      m_clear(linkButton({})),
      m_list(new QVBoxLayout),
      m_drop(new QFrame),
      m_picture(new StartPicture(texts))
{
    setLook(this, "panel");
    auto* hero = makeLabel("hero");
    auto* lead = makeLabel("lead");
    auto* choices = new QHBoxLayout;
    choices->setSpacing(16);
    choices->addWidget(makeChoice("desktop.start.sample", "desktop.start.sample_about",
                                  "desktop.start.sample_action", true, &StartPage::sampleAsked));
    choices->addWidget(makeChoice("desktop.start.open", "desktop.start.open_about",
                                  "desktop.start.open_action", false, &StartPage::openAsked));
    choices->addWidget(makeChoice("desktop.start.new", "desktop.start.new_about",
                                  "desktop.start.new_action", false, &StartPage::newAsked));
    auto* recentHead = new QHBoxLayout;
    recentHead->addWidget(m_recentTitle, 1);
    recentHead->addWidget(m_clear);
    m_list->setSpacing(0);

    setLook(m_drop, "drop");
    auto* dropLayout = new QVBoxLayout(m_drop);
    dropLayout->setContentsMargins(24, 20, 24, 20);
    auto* arrow = new QLabel;
    arrow->setPixmap(icon(Icon::Drop).pixmap(QSize(28, 28), devicePixelRatioF()));
    auto* dropTitle = makeLabel("lead");
    auto* dropAbout = makeLabel("quiet");
    dropAbout->setWordWrap(true);
    for (QLabel* label : {arrow, dropTitle, dropAbout}) {
        label->setAlignment(Qt::AlignCenter);
        dropLayout->addWidget(label);
    }

    auto* left = new QVBoxLayout;
    left->setContentsMargins(64, 48, 64, 32);
    left->setSpacing(8);
    left->addWidget(hero);
    left->addWidget(lead);
    left->addSpacing(16);
    left->addLayout(choices);
    left->addSpacing(16);
    left->addLayout(recentHead);
    left->addLayout(m_list);
    left->addSpacing(16);
    left->addWidget(m_drop);
    left->addStretch();
    auto* leftSide = new QWidget;
    leftSide->setLayout(left);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(leftSide, 52);
    layout->addWidget(m_picture, 48);

    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_recent.clear();
        refresh();
    });
    texts.keep(this, [=, this] {
        hero->setText(m_texts("desktop.name"));
        lead->setText(m_texts("desktop.start.lead"));
        m_recentTitle->setText(m_texts("desktop.start.recent"));
        m_clear->setText(m_texts("desktop.start.clear"));
        dropTitle->setText(m_texts("desktop.start.drop"));
        dropAbout->setText(m_texts("desktop.start.drop_about"));
        refresh();
    });
}

QFrame* StartPage::makeChoice(std::string_view title, std::string_view about,
                              std::string_view action, bool first, void (StartPage::*asked)())
{
    auto* frame = new QFrame;
    setLook(frame, first ? "choiceFirst" : "choice");
    auto* titleLabel = makeLabel("title");
    auto* aboutLabel = makeLabel("quiet");
    aboutLabel->setWordWrap(true);
    aboutLabel->setMinimumHeight(54);
    aboutLabel->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto* button = new QPushButton;
    if (first)
        setLook(button, "primary");
    auto* layout = new QVBoxLayout(frame);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(8);
    layout->addWidget(titleLabel);
    layout->addWidget(aboutLabel);
    layout->addStretch();
    layout->addWidget(button, 0, Qt::AlignLeft);
    connect(button, &QPushButton::clicked, this, asked);
    m_texts.keep(frame, [=, this] {
        titleLabel->setText(m_texts(title));
        aboutLabel->setText(m_texts(about));
        button->setText(m_texts(action));
    });
    return frame;
}

void StartPage::refresh()
{
    clearRows(m_list);
    const QList<RecentFile> files = m_recent.list();
    m_recentTitle->setVisible(!files.isEmpty());
    m_clear->setVisible(!files.isEmpty());
    for (qsizetype i = 0; i < std::min<qsizetype>(files.size(), 4); ++i)
        addRecent(files[i]);
}

void StartPage::addRecent(const RecentFile& file)
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 6, 0, 6);
    auto* picture = new QLabel;
    picture->setPixmap(icon(Icon::File).pixmap(QSize(20, 20), devicePixelRatioF()));
    row->addWidget(picture);
    row->addSpacing(8);
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    auto* name = linkButton(fromPath(file.file.filename()));
    name->setEnabled(file.reachable);
    names->addWidget(name, 0, Qt::AlignLeft);
    const QString folder = fromPath(file.file.parent_path());
    names->addWidget(cardLabel(
        "quiet", file.reachable
                     ? folder
                     : m_texts("desktop.start.unreachable", {{"folder", folder.toStdString()}})));
    row->addLayout(names, 1);
    row->addWidget(cardLabel("quiet", whenText(file.openedAt, m_texts)));
    m_list->addLayout(row);
    addRule(m_list);
    connect(name, &QPushButton::clicked, this, [this, path = file.file] { emit fileAsked(path); });
}

void StartPage::setDropping(bool over)
{
    setLook(m_drop, over ? "dropOver" : "drop");
}

void StartPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_picture->setVisible(width() >= pictureFrom);
}

} // namespace guatu::desktop
