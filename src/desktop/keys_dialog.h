// SPDX-License-Identifier: MIT
#pragma once

#include "core/basemap.h"

#include <QDialog>

#include <map>

class QLineEdit;

namespace guatu::desktop
{

class Texts;

/// Asks for the keys that services want, each once, with a word where to get it.
class KeysDialog : public QDialog
{
    Q_OBJECT

public:
    KeysDialog(const Texts& texts, const std::vector<Basemap>& basemaps, const KeyValues& keys,
               QWidget* parent);

    /// As typed, without blanks around.
    [[nodiscard]] KeyValues keys() const;
    [[nodiscard]] QLineEdit* field(const std::string& name) const { return m_fields.at(name); }

private:
    std::map<std::string, QLineEdit*> m_fields;
};

} // namespace guatu::desktop
