// SPDX-License-Identifier: MIT
#pragma once

#include <QHeaderView>

namespace guatu::desktop
{

/// A table header: a click sorts, a click on the funnel at its right opens the value filter.
class FilterHeader : public QHeaderView
{
    Q_OBJECT

public:
    /// `filteredRole`: the header role that says whether a column is filtered.
    explicit FilterHeader(int filteredRole, QWidget* parent = nullptr);

    [[nodiscard]] QRect funnel(int section) const;

signals:
    void filterAsked(int section);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    QSize sectionSizeFromContents(int section) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    [[nodiscard]] int funnelAt(QPoint position) const;

    int m_filteredRole;
    int m_pressed = -1;
};

} // namespace guatu::desktop
