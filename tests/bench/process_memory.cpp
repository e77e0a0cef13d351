// SPDX-License-Identifier: MIT
#include "process_memory.h"

#include <ctime>
#include <fstream>
#include <malloc.h>
#include <string>

namespace guatu::bench
{
namespace
{

double statusMegabytes(const std::string& name)
{
    std::ifstream stream("/proc/self/status");
    std::string word;
    while (stream >> word)
        if (word == name) {
            double kilobytes = 0;
            stream >> kilobytes;
            return kilobytes / 1024;
        }
    return 0;
}

} // namespace

double residentMegabytes()
{
    return statusMegabytes("VmRSS:");
}

double peakMegabytes()
{
    return statusMegabytes("VmHWM:");
}

double processorMilliseconds()
{
    return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

void startPeak()
{
    malloc_trim(0);
    std::ofstream("/proc/self/clear_refs") << "5\n";
}

} // namespace guatu::bench
