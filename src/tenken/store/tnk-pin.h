/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TNK_PIN_LEAST_DIGITS:
 *
 * The number of digits that a PIN has at least.
 *
 * Since: 0.1
 */
#define TNK_PIN_LEAST_DIGITS 6

/**
 * TNK_PIN_MOST_DIGITS:
 *
 * The number of digits that a PIN has at most.
 *
 * Since: 0.1
 */
#define TNK_PIN_MOST_DIGITS 12

/**
 * TnkPinFault:
 * @TNK_PIN_FAULT_NONE: the PIN can be taken
 * @TNK_PIN_FAULT_LENGTH: it has too few digits or too many
 * @TNK_PIN_FAULT_DIGITS: something in it is no digit from 0 to 9
 * @TNK_PIN_FAULT_DATE: it can be read as a day, such as a birthday
 * @TNK_PIN_FAULT_NUMBER: it is made of the staff number
 * @TNK_PIN_FAULT_PATTERN: it is one digit or a short group repeated, or digits in a row up or down
 *
 * Why a PIN cannot be taken.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_PIN_FAULT_NONE,
  TNK_PIN_FAULT_LENGTH,
  TNK_PIN_FAULT_DIGITS,
  TNK_PIN_FAULT_DATE,
  TNK_PIN_FAULT_NUMBER,
  TNK_PIN_FAULT_PATTERN,
} TnkPinFault;

TnkPinFault tnk_pin_check (const char *pin, const char *person_id);

G_END_DECLS
