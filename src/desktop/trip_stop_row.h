// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

class QVBoxLayout;
class QHBoxLayout;

namespace guatu::desktop
{

/// One stop in a list: a badge, its name and lines of text; pressed like a button.
class TripStopRow : public QAbstractButton
{
    Q_OBJECT

public:
    struct Badge {
        std::size_t team = 0, day = 0;
        QString number{};
        bool isLeftOut = false;
    };
    TripStopRow(Badge badge, const QString& title, const QString& atRight,
                QWidget* parent = nullptr);

    /// `look` of a label.
    void addLine(const char* look, const QString& text);
    /// Stands behind the title.
    void addTag(const QString& text);
    void addButton(QAbstractButton* button);
    void setChosen(bool chosen);
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void menuAsked(QPoint global);

protected:
    void paintEvent(QPaintEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    Badge m_badge;
    bool m_isChosen = false;
    QHBoxLayout* m_head;
    QVBoxLayout* m_lines;
    int m_tagAt = 1;
};

} // namespace guatu::desktop
