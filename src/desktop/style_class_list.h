// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/style_subject.h"

#include <QListWidget>

namespace guatu::desktop
{

class Texts;

/// The classes of a layer with their symbols, as in the legend; one or several are chosen to be
/// changed.
class StyleClassList : public QListWidget
{
    Q_OBJECT

public:
    explicit StyleClassList(const Texts& texts, QWidget* parent = nullptr);

    void present(const StyleSubject& subject);
    /// Ids.
    [[nodiscard]] std::set<std::string> chosen() const;
    void choose(const std::string& styleClass);

signals:
    void choiceChanged();

private:
    const Texts& m_texts;
};

} // namespace guatu::desktop
