// SPDX-License-Identifier: MIT
#include "core/orientation.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace guatu
{
namespace
{

/// A number as the exact sum of doubles, smallest first.
class Expansion
{
public:
    /// Adds a term without rounding (grow-expansion with two-sum).
    void add(double term)
    {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < m_size; ++i) {
            const double sum = term + m_terms[i];
            const double part = sum - term;
            const double error = (term - (sum - part)) + (m_terms[i] - part);
            term = sum;
            if (error != 0)
                m_terms[kept++] = error;
        }
        if (term != 0) // else the largest that is left is the sign
            m_terms[kept++] = term;
        m_size = kept;
    }

    /// Adds a product without rounding (two-product by fused multiply-add).
    void addProduct(double a, double b)
    {
        const double product = a * b;
        add(std::fma(a, b, -product));
        add(product);
    }

    [[nodiscard]] int sign() const
    {
        const double largest = m_size == 0 ? 0 : m_terms[m_size - 1];
        return (largest > 0) - (largest < 0);
    }

private:
    std::array<double, 20> m_terms{}; // 16 are needed at most
    std::size_t m_size = 0;
};

/// The sign of the determinant without the differences a - c, b - c, which may be rounded.
int exactOrientation(Point a, Point b, Point c)
{
    Expansion sum;
    sum.addProduct(a.x, b.y);
    sum.addProduct(-a.x, c.y);
    sum.addProduct(-c.x, b.y);
    sum.addProduct(-a.y, b.x);
    sum.addProduct(a.y, c.x);
    sum.addProduct(c.y, b.x);
    return sum.sign();
}

} // namespace

int orientation(Point a, Point b, Point c)
{
    const double left = (a.x - c.x) * (b.y - c.y);
    const double right = (a.y - c.y) * (b.x - c.x);
    const double determinant = left - right;
    constexpr double bound = 3.3306690738754716e-16; // (3 + 16 u) u with u = 2^-53
    if (std::fabs(determinant) > bound * (std::fabs(left) + std::fabs(right)))
        return (determinant > 0) - (determinant < 0);
    return exactOrientation(a, b, c);
}

bool onSegment(Point a, Point b, Point p)
{
    return p.x >= std::min(a.x, b.x) && p.x <= std::max(a.x, b.x) && p.y >= std::min(a.y, b.y) &&
           p.y <= std::max(a.y, b.y) && orientation(a, b, p) == 0;
}

bool rayMeets(Point point, Point a, Point b)
{
    if (a.y > b.y)
        std::swap(a, b);
    if (!(a.y <= point.y && point.y < b.y))
        return false;
    if (point.x < std::min(a.x, b.x))
        return true;
    if (point.x > std::max(a.x, b.x))
        return false;
    return orientation(a, b, point) > 0;
}

} // namespace guatu
