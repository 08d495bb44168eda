/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-pin.h"

#include <string.h>

/* So many digits of the staff number in a row are no accident. */
#define NUMBER_RUN 4

static gboolean
has_only_digits (const char *pin)
{
  return strspn (pin, "0123456789") == strlen (pin);
}

static int
read_number (const char *digits,
             guint n)
{
  int number = 0;

  for (guint i = 0; i < n; i++)
    number = number * 10 + digits[i] - '0';
  return number;
}

/* The orders in which people write a day: where year, month and day begin in so many digits. */
static const struct
{
  guint length;
  guint year_digits;
  guint year;
  guint month;
  guint day;
} forms[] = {
  {8, 4, 0, 4, 6},
  {8, 4, 4, 2, 0},
  {8, 4, 4, 0, 2},
  {6, 2, 0, 2, 4},
  {6, 2, 4, 2, 0},
  {6, 2, 4, 0, 2},
};

/* Two digits of a year may stand for any century; 2000 was a leap year, as some of them were. */
static gboolean
is_date_in_form (const char *pin,
                 guint form)
{
  int year = read_number (pin + forms[form].year, forms[form].year_digits);

  if (forms[form].year_digits == 2)
    year += 2000;
  return year >= 1900 && year <= 2100 &&
         g_date_valid_dmy (read_number (pin + forms[form].day, 2), read_number (pin + forms[form].month, 2), year);
}

static gboolean
is_date (const char *pin)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (strlen (pin) == forms[i].length && is_date_in_form (pin, i))
      return TRUE;
  return FALSE;
}

/* Whether digits of the staff number stand in the PIN, in their order. */
static gboolean
is_number (const char *pin,
           const char *person_id)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = person_id; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
  for (gsize i = 0; i + NUMBER_RUN <= digits->len; i++) {
    char run[NUMBER_RUN + 1];

    g_strlcpy (run, digits->str + i, sizeof run);
    if (strstr (pin, run) != NULL)
      return TRUE;
  }
  return FALSE;
}

/* Digits that go up or down by one each; after 9 comes 0. */
static gboolean
is_run (const char *pin,
        int step)
{
  for (guint i = 1; pin[i] != '\0'; i++)
    if ((pin[i] - pin[i - 1] - step) % 10 != 0)
      return FALSE;
  return TRUE;
}

static gboolean
is_repeated (const char *pin,
             guint group)
{
  for (guint i = group; pin[i] != '\0'; i++)
    if (pin[i] != pin[i - group])
      return FALSE;
  return TRUE;
}

static gboolean
is_pattern (const char *pin)
{
  return is_run (pin, 1) || is_run (pin, -1) || is_repeated (pin, 1) || is_repeated (pin, 2) || is_repeated (pin, 3);
}

/**
 * tnk_pin_check:
 * @pin: what is to become a PIN
 * @person_id: (nullable): the staff number of whom it is for
 *
 * Checks a PIN by itself: it has 6 to 12 digits, cannot be read as a date, has no four digits in a row of the staff
 * number, and shows no pattern.
 *
 * Returns: what is wrong with it
 *
 * Since: 0.1
 */
TnkPinFault
tnk_pin_check (const char *pin,
               const char *person_id)
{
  g_return_val_if_fail (pin != NULL, TNK_PIN_FAULT_LENGTH);

  if (!has_only_digits (pin))
    return TNK_PIN_FAULT_DIGITS;
  if (strlen (pin) < TNK_PIN_LEAST_DIGITS || strlen (pin) > TNK_PIN_MOST_DIGITS)
    return TNK_PIN_FAULT_LENGTH;
  if (is_pattern (pin))
    return TNK_PIN_FAULT_PATTERN;
  if (person_id != NULL && is_number (pin, person_id))
    return TNK_PIN_FAULT_NUMBER;
  return is_date (pin) ? TNK_PIN_FAULT_DATE : TNK_PIN_FAULT_NONE;
}
