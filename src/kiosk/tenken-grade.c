/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-grade.h"

#include <glib/gi18n.h>

const char *
tenken_grade_get_word (char grade)
{
  switch (grade) {
  case 'A':
    return _ ("Good");
  case 'B':
    return _ ("Mostly good");
  case 'C':
    return _ ("To be improved");
  default:
    return _ ("In need of measures");
  }
}
