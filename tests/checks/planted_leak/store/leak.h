// SPDX-License-Identifier: MIT
#pragma once
// A planted leak: a lower floor that includes an upper one. The layering check must find it.
#include "render/map_picture.h"
