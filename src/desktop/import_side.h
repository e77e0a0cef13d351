// SPDX-License-Identifier: MIT
#pragma once

#include "session/import_job.h"

#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QFrame;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace guatu::desktop
{

class Texts;

/// What the coordinates of the file are, as the user says.
struct DatumChoice {
    std::optional<Datum> datum{};
    std::string crs{}; ///< EPSG:n
    friend bool operator==(const DatumChoice&, const DatumChoice&) = default;
};

/// Beside the preview: the question of the datum, what the import would do, and its buttons.
class ImportSide : public QWidget
{
    Q_OBJECT

public:
    explicit ImportSide(const Texts& texts, QWidget* parent = nullptr);

    /// `hasPlaces`: the file has coordinates at all.
    void showPreview(const exchange::ImportPreview& preview, bool hasPlaces);
    /// Null while it is being tried.
    void showReport(const session::ImportReport* report);
    void setDatum(const DatumChoice& choice);
    [[nodiscard]] DatumChoice datum() const;
    [[nodiscard]] bool acceptPartial() const;
    [[nodiscard]] QPushButton* writeButton() const { return m_write; }

signals:
    void datumChanged();
    void writeAsked();
    void cancelAsked();

private:
    void buildDatum();
    void refresh();

    const Texts& m_texts;
    QFrame* m_question;
    QLabel *m_questionTitle, *m_questionText;
    QWidget* m_datumBox;
    QButtonGroup* m_datums;
    QLineEdit* m_crs;
    QGridLayout* m_counts;
    QLabel* m_state;
    QCheckBox* m_partial;
    QPushButton *m_write, *m_cancel;
    std::optional<exchange::ImportPreview> m_preview;
    std::optional<session::ImportReport> m_report;
    bool m_hasPlaces = false;
};

} // namespace guatu::desktop
