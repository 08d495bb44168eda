/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* Reads a workbook out of any bytes, to the last cell. It may refuse them, in one line; it must not do anything else. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
