// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

#include <cstddef>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace guatu::desktop
{

class Texts;
class TripKeeper;

/// The chosen day stop by stop, what is left out and why, and whether the plan keeps all rules.
class TripSide : public QWidget
{
    Q_OBJECT

public:
    TripSide(const Texts& texts, TripKeeper& keeper, QWidget* parent = nullptr);

    /// 校验通过, or how many rules are broken.
    [[nodiscard]] QString badge() const;

signals:
    void menuAsked(std::size_t stop, QPoint global);
    void booksAsked();
    void gpxAsked();
    void linksAsked();
    void exportAsked();
    void violationsAsked();

private:
    void refresh();
    void buildFooter();
    void writeStops(QVBoxLayout* rows);
    void writeLeftOut(QVBoxLayout* rows);

    const Texts& m_texts;
    TripKeeper& m_keeper;
    QLabel *m_title, *m_date, *m_summary;
    QPushButton* m_badge;
    QScrollArea* m_area;
    QVBoxLayout* m_rows;
    QWidget *m_head, *m_footer;
};

} // namespace guatu::desktop
