/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-form.h"

G_BEGIN_DECLS

#define TNK_TYPE_FORM_LIBRARY (tnk_form_library_get_type ())

/**
 * TnkFormLibrary:
 *
 * The forms that can be found on this machine: those that ship, those in `/etc/tenken/forms`, and those in
 * `$XDG_DATA_HOME/tenken/forms`. Putting a file there is all that it takes to add one.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkFormLibrary, tnk_form_library, TNK, FORM_LIBRARY, GObject)

TnkFormLibrary *tnk_form_library_new (void);
guint tnk_form_library_get_n_entries (TnkFormLibrary *self);
const char *tnk_form_library_get_filename (TnkFormLibrary *self, guint index);
const char *tnk_form_library_get_origin (TnkFormLibrary *self, guint index);
TnkForm *tnk_form_library_load (TnkFormLibrary *self, guint index, GError **error);
TnkForm *tnk_form_library_find (TnkFormLibrary *self, const char *id, const char *edition, GError **error);

G_END_DECLS
