// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/look_keeper.h"
#include "desktop/style_subject.h"

#include <QVariant>
#include <QWidget>

class QComboBox;

namespace guatu::desktop
{

class ColourButton;
class SizeEdit;
class Texts;

/// A part of the style panel: shows one side of a look, and says how the user changes it.
class StyleBox : public QWidget
{
    Q_OBJECT

public:
    explicit StyleBox(const Texts& texts, QWidget* parent = nullptr);

    virtual void present(const StyleSubject& subject) = 0;

signals:
    /// A step; steps of one gesture are one.
    void edited(const guatu::desktop::LookEdit& edit, const std::string& gesture);
    void gestureEnded();

protected:
    void editStyle(const std::function<void(Style&)>& edit, const std::string& gesture = {});
    /// Makes the control's choices edits of the look. `gesture` names it among the box's.
    void wire(ColourButton* button, const std::string& gesture,
              const std::function<LookEdit(Colour)>& editOf);
    void wire(SizeEdit* size, const std::string& gesture,
              const std::function<LookEdit(double)>& editOf);

    const Texts& m_texts;
};

/// Removes what a combo box holds and fills it anew with titles and values, without a signal. The
/// current value is chosen; when it is not among them, nothing is.
struct ComboChoice {
    QString title;
    QVariant value;
};
void fillCombo(QComboBox* box, const std::vector<ComboChoice>& choices, const QVariant& current);

} // namespace guatu::desktop
