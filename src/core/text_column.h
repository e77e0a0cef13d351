// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guatu
{

/// Many short texts in one block of memory.
class TextColumn
{
public:
    [[nodiscard]] std::size_t size() const { return m_starts.size() - 1; }
    [[nodiscard]] std::string_view operator[](std::size_t row) const
    {
        return std::string_view(m_bytes).substr(m_starts[row], m_starts[row + 1] - m_starts[row]);
    }
    void reserve(std::size_t rows, std::size_t bytes)
    {
        m_starts.reserve(rows + 1);
        m_bytes.reserve(bytes);
    }
    void add(std::string_view text)
    {
        m_bytes.append(text);
        m_starts.push_back(static_cast<std::uint32_t>(m_bytes.size()));
    }
    /// Appends all rows of another column.
    void append(const TextColumn& other)
    {
        const auto shift = static_cast<std::uint32_t>(m_bytes.size());
        m_bytes += other.m_bytes;
        m_starts.reserve(m_starts.size() + other.size());
        for (std::size_t row = 1; row < other.m_starts.size(); ++row)
            m_starts.push_back(other.m_starts[row] + shift);
    }

    friend bool operator==(const TextColumn&, const TextColumn&) = default;

private:
    std::string m_bytes;
    std::vector<std::uint32_t> m_starts{0};
};

} // namespace guatu
