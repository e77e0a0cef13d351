// SPDX-License-Identifier: MIT
#pragma once

#include "session/trip/trip_draft.h"
#include "session/trip/trip_export.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace guatu::desktop
{

class Texts;

/// What of a trip goes out, and how.
struct TripOutWish {
    session::TripPart part{};
    bool withNames = false; ///< heads of households, in route books for the field
    bool toPrinter = false; ///< else into files
    QString extension{};    ///< of files for phones and workbooks: gpx ...
};

/// Asks what of a trip goes out: which team, which day, for whom. Route books also say, before
/// anything is printed, which rules the plan breaks.
class TripOutDialog : public QDialog
{
    Q_OBJECT

public:
    enum class What { RouteBooks, Files };

    TripOutDialog(const Texts& texts, const session::TripDraft& draft, What what,
                  QWidget* parent = nullptr);

    [[nodiscard]] TripOutWish wish() const;

    // Its controls, for tests.
    [[nodiscard]] QComboBox* team() const { return m_team; }
    [[nodiscard]] QComboBox* day() const { return m_day; }
    [[nodiscard]] QCheckBox* field() const { return m_field; }
    [[nodiscard]] QCheckBox* names() const { return m_names; }
    [[nodiscard]] QLabel* warning() const { return m_warning; }
    [[nodiscard]] QPushButton* save() const { return m_save; }

private:
    void fillParts(const session::TripDraft& draft);
    void warn(const session::TripDraft& draft);

    const Texts& m_texts;
    QComboBox *m_team, *m_day, *m_format;
    QCheckBox *m_field, *m_names;
    QLabel* m_warning;
    QPushButton *m_save, *m_print;
    bool m_toPrinter = false;
};

} // namespace guatu::desktop
