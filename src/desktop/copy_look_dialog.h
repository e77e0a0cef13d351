// SPDX-License-Identifier: MIT
#pragma once

#include "core/look.h"

#include <QDialog>

#include <optional>

class QLabel;
class QListWidget;
class QPushButton;

namespace guatu::desktop
{

class Texts;

/// Asks which layer is to get a look. Layers that it does not suit say why.
class CopyLookDialog : public QDialog
{
    Q_OBJECT

public:
    CopyLookDialog(const Texts& texts, const LayerLook& look, const MapDefinition& definition,
                   const FeatureTables& tables, QWidget* parent);

    /// The look, given to the layer chosen.
    [[nodiscard]] const std::optional<LayerLook>& look() const { return m_chosen; }
    [[nodiscard]] QListWidget* list() const { return m_list; }
    [[nodiscard]] QLabel* reason() const { return m_reason; }
    [[nodiscard]] QPushButton* button() const { return m_copy; }

private:
    void judge();

    const Texts& m_texts;
    const LayerLook m_look;
    const MapDefinition& m_definition;
    const FeatureTables m_tables;
    QListWidget* m_list;
    QLabel* m_reason;
    QPushButton* m_copy;
    std::optional<LayerLook> m_chosen;
};

} // namespace guatu::desktop
