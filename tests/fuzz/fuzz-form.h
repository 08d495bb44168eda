/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* Reads a form out of any bytes. It may refuse them, naming every fault in one line; one that it takes must bear records that
 * can be filled, judged and put into words. */
int tnk_fuzz_form (const uint8_t *data, size_t size);
