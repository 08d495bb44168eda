/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-error.h"

GQuark
tnk_error_quark (void)
{
  return g_quark_from_static_string ("tnk-error-quark");
}
