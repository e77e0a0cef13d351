// SPDX-License-Identifier: MIT
#include "exchange/gdal_errors.h"

#include <cpl_conv.h>
#include <cpl_error.h>

namespace guatu::exchange
{
namespace
{

constexpr std::size_t keptFailures = 20;

void CPL_STDCALL keep(CPLErr severity, CPLErrorNum /*number*/, const char* text)
{
    auto* errors = static_cast<GdalErrors*>(CPLGetErrorHandlerUserData());
    errors->add(severity >= CE_Failure, text);
}

/// Takes out words that begin with a path of GDAL's own or of a temporary file.
std::string withoutPaths(std::string text)
{
    for (const char* prefix : {"/vsi", "/tmp/", "/var/tmp/"})
        for (std::size_t at = text.find(prefix); at != std::string::npos;
             at = text.find(prefix, at + 1)) {
            const std::size_t end = text.find_first_of(" '\",;)", at);
            const std::size_t name = text.rfind('/', end == std::string::npos ? end : end - 1);
            text.erase(at, name + 1 - at);
        }
    return text;
}

} // namespace

GdalErrors::GdalErrors()
{
    CPLPushErrorHandlerEx(keep, this);
}

GdalErrors::~GdalErrors()
{
    CPLPopErrorHandler();
}

void GdalErrors::add(bool failure, const char* text)
{
    if (failure && m_failures.size() < keptFailures)
        m_failures.emplace_back(text);
}

std::string GdalErrors::first() const
{
    if (m_failures.empty())
        return {};
    std::string text = withoutPaths(m_failures.front());
    for (char& c : text)
        if (c == '\n' || c == '\r' || c == '\t')
            c = ' ';
    constexpr std::size_t most = 300;
    return text.substr(0, most);
}

GdalOption::GdalOption(const char* name, const char* value) : m_name(name)
{
    const char* before = CPLGetThreadLocalConfigOption(name, nullptr);
    m_wasSet = before != nullptr;
    if (m_wasSet)
        m_before = before;
    CPLSetThreadLocalConfigOption(name, value);
}

GdalOption::~GdalOption()
{
    CPLSetThreadLocalConfigOption(m_name, m_wasSet ? m_before.c_str() : nullptr);
}

} // namespace guatu::exchange
