/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"
#include "tenken-import-job.h"

G_BEGIN_DECLS

/* A page that takes files in: they are chosen and read; every fault of theirs is listed, or else what they would change; all of it
 * is done at once or nothing, and what was done is said. A subclass has the words, the verbs and a widget that shows what would
 * change; in its init it adds what is chosen and that widget. */
#define TENKEN_TYPE_IMPORT_PAGE (tenken_import_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (TenkenImportPage, tenken_import_page, TENKEN, IMPORT_PAGE, TenkenDeskPage)

/* All marked with N_ () but the name. */
typedef struct
{
  const char *faults; /* name of the table of faults, see TenkenTable */
  const char *heading; /* over the files */
  const char *note;
  const char *preview; /* the button that reads them */
  const char *other; /* the one that goes back to the files */
  const char *back; /* the one that leads away from them; NULL: none */
  const char *apply;
  const char *sure; /* asked before it is done where something is warned of; NULL: not asked */
  const char *done;
  const char *next; /* the button below that: leads away where there is a place, else to more files */
  const char *reading;
  const char *unread; /* heading of an error */
  const char *applying;
  const char *unapplied;
} TenkenImportWords;

struct _TenkenImportPageClass
{
  TenkenDeskPageClass parent_class;

  const TenkenImportWords *words;
  const TenkenImportVerbs *verbs;
  /* What is to be read, once every field has a file. NULL: that cannot be done now. */
  gpointer (*make_order) (TenkenImportPage *self);
  /* Shows what the order would change once it was read, and describes it. */
  void (*show) (TenkenImportPage *self, gpointer order);
};

/* The fields count from 0. What they have, ended by NULL. */
void tenken_import_page_add_field (TenkenImportPage *self, GtkWidget *field);
const char *const *tenken_import_page_get_files (TenkenImportPage *self, guint field);
/* As if a person had chosen these. */
void tenken_import_page_set_files (TenkenImportPage *self, guint field, const char *const *files);
/* Something that is chosen besides the files, and something that stands below the buttons. */
void tenken_import_page_add_option (TenkenImportPage *self, GtkWidget *option);
void tenken_import_page_add_below (TenkenImportPage *self, GtkWidget *widget);
/* What shows what would change. */
void tenken_import_page_set_preview (TenkenImportPage *self, GtkWidget *preview);

/* Over the preview. warning: NULL if nothing. */
void tenken_import_page_describe (TenkenImportPage *self, const char *summary, const char *warning, gboolean can_apply);
/* What was read without a fault and not done yet; NULL: nothing. */
gpointer tenken_import_page_get_order (TenkenImportPage *self);
/* Where the ways out lead, see tenken_desk_go (). */
void tenken_import_page_set_place (TenkenImportPage *self, const char *place);
/* Actions: "import.preview", "import.without" (without the files at fault), "import.apply", "import.again", "import.leave". */

G_END_DECLS
