// SPDX-License-Identifier: MIT
#pragma once

#include "core/date.h"

#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

namespace guatu::desktop
{

/// What a timeline shows of a campaign.
struct TimelineContent {
    struct Flag {
        Date on;
        QString title, sign; ///< sign: in a word or two
    };
    struct Share {
        Date on;
        double percent; ///< households cleared of those in scope
    };
    Date start{0}, end{0};
    Date dataDate{0}; ///< behind it lies the future
    std::vector<Flag> flags;
    std::vector<Share> curve; ///< by date
};

/// The days of a campaign from left to right: what has been reached, what lies ahead, the
/// deadlines, and the day being looked at, which is dragged.
class Timeline : public QWidget
{
    Q_OBJECT

public:
    explicit Timeline(QWidget* parent = nullptr);

    void show(TimelineContent content);
    using QWidget::show;
    void setDate(Date date);
    [[nodiscard]] Date date() const { return m_date; }
    [[nodiscard]] const TimelineContent& content() const { return m_content; }
    /// The words beside the handle: 已销号 56.2 %.
    void setHandleText(const QString& text);
    /// Marks the day that is compared with; null takes the mark away.
    void setBase(std::optional<Date> date);
    /// Where a day stands, in pixels of the widget.
    [[nodiscard]] double xOf(Date date) const;

    QSize sizeHint() const override { return {480, 72}; }
    QSize minimumSizeHint() const override { return {240, 72}; }

signals:
    /// While the handle moves.
    void dragged(const guatu::Date& date);
    /// The handle was let go, or a key was pressed.
    void chosen(const guatu::Date& date);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] Date dateAt(double x) const;
    [[nodiscard]] double yOf(double percent) const;
    void drawGround(QPainter& painter) const;
    void drawCurve(QPainter& painter) const;
    void drawFlags(QPainter& painter) const;
    void drawFlagTitles(QPainter& painter) const;
    /// Where the texts of marks begin; those that have no room are shortened.
    [[nodiscard]] std::vector<double> fitIntoRow(std::vector<QString>& texts,
                                                 const std::vector<TimelineContent::Flag>& marks,
                                                 const QFontMetrics& metrics) const;
    void drawBase(QPainter& painter) const;
    void drawHandle(QPainter& painter) const;
    void move(Date date);

    TimelineContent m_content;
    Date m_date{0};
    std::optional<Date> m_base;
    QString m_handleText;
    bool m_dragging = false;
};

} // namespace guatu::desktop
