// SPDX-License-Identifier: MIT
#include "core/error.h"

namespace guatu
{

Error::Error(ErrorKind kind, Message message)
    : m_kind(kind), m_message(std::move(message)), m_english(text(m_message, Language::English))
{
}

} // namespace guatu
