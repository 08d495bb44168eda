/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-chapter-chooser.h"

#include <glib/gi18n.h>

#include "tenken-language.h"

TenkenDeskChooser *
tenken_chapter_chooser_new (void)
{
  TenkenDeskChooser *chooser = g_object_new (TENKEN_TYPE_DESK_CHOOSER, NULL);

  tenken_desk_chooser_set_name (chooser, _ ("Chapter"));
  return chooser;
}

void
tenken_chapter_chooser_show (TenkenDeskChooser *chooser,
                             TnkCatalog *catalog,
                             const char *chapter)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (choices, tenken_desk_choice_new ("", _ ("All chapters"), NULL, 0));
  for (guint i = 0; i < tnk_catalog_get_n_chapters (catalog); i++) {
    TnkChapter *of = tnk_catalog_get_chapter (catalog, i);
    g_autofree char *name = g_strdup_printf ("%s %s", tnk_chapter_get_id (of), tenken_text (tnk_chapter_get_title (of)));

    g_ptr_array_add (choices, tenken_desk_choice_new (tnk_chapter_get_id (of), name, NULL, 0));
  }
  tenken_desk_chooser_set_choices (chooser, choices);
  tenken_desk_chooser_set_chosen (chooser, chapter != NULL ? chapter : "");
}
