/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-roster-import-page.h"

#include <glib/gi18n.h>

#include "tenken-file-field.h"
#include "tenken-roster-changes.h"

struct _TenkenRosterImportPage
{
  TenkenImportPage parent_instance;

  GtkWidget *changes;
};

G_DEFINE_FINAL_TYPE (TenkenRosterImportPage, tenken_roster_import_page, TENKEN_TYPE_IMPORT_PAGE)

/* --- on the thread of the store --- */

typedef struct
{
  char *departments;
  char *people;
  TnkRosterPreview *preview; /* what was read */
} Order;

static void
order_free (gpointer data)
{
  Order *self = data;

  g_free (self->departments);
  g_free (self->people);
  g_clear_object (&self->preview);
  g_free (self);
}

static gboolean
read_files (TnkDesk *desk,
            gpointer data,
            GPtrArray **problems,
            TnkProgressFunc progress,
            gpointer progress_data,
            GCancellable *cancellable,
            GError **error)
{
  Order *self = data;

  self->preview = tnk_desk_preview_roster (desk, self->departments, self->people, problems, progress, progress_data, cancellable, error);
  return self->preview != NULL;
}

static char *
import (TnkDesk *desk,
        gpointer data,
        TnkProgressFunc progress,
        gpointer progress_data,
        GCancellable *cancellable,
        GError **error)
{
  Order *self = data;
  TnkRosterChange change = {0};

  if (!tnk_desk_import_roster (desk, self->preview, &change, progress, progress_data, cancellable, error))
    return NULL;
  return g_strdup_printf (_ ("%u departments and %u people: %u new, %u changed, %u left. New people need a PIN to sign in."), change.departments,
                          change.people, change.added, change.changed, change.removed);
}

/* --- what is shown --- */

static guint
count (TnkRosterPreview *preview,
       TnkRosterKind first,
       TnkRosterKind last)
{
  guint n = 0;

  for (guint kind = first; kind <= last; kind++)
    n += tnk_roster_preview_count (preview, kind);
  return n;
}

static char *
write_summary (TnkRosterPreview *preview)
{
  guint added = tnk_roster_preview_count (preview, TNK_ROSTER_KIND_PERSON_ADDED);
  guint removed = tnk_roster_preview_count (preview, TNK_ROSTER_KIND_PERSON_REMOVED);
  guint changed = count (preview, TNK_ROSTER_KIND_PERSON_RENAMED, TNK_ROSTER_KIND_PERSON_ROLES);
  guint departments = count (preview, TNK_ROSTER_KIND_DEPARTMENT_ADDED, TNK_ROSTER_KIND_DEPARTMENT_REMOVED);
  guint asked = tnk_roster_preview_count (preview, TNK_ROSTER_KIND_ASKED);

  /* Translators: of people, then of departments, then people who are newly asked */
  return g_strdup_printf (_ ("People: %u new, %u leave, %u changes. Departments: %u changes. Newly asked: %u. Nothing is changed yet."), added, removed,
                          changed, departments, asked);
}

static char *
write_warning (TnkRosterPreview *preview)
{
  guint lost = tnk_roster_preview_count_lost_answers (preview);

  if (tnk_roster_preview_count (preview, TNK_ROSTER_KIND_NO_SECRETARIAT) > 0)
    return g_strdup (_ ("With this roster nobody would be the secretariat any more. Grant the right to somebody who is in it, then preview again."));
  if (lost == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%u answer of a draft would go, since its person or role does. It stays readable in the log.",
                                    "%u answers of drafts would go, since their people or roles do. They stay readable in the log.", lost),
                          lost);
}

static void
show (TenkenImportPage *page,
      gpointer data)
{
  TnkRosterPreview *preview = ((Order *) data)->preview;
  TnkCampaign *campaign = tenken_desk_get_campaign (tenken_desk_page_get_desk (TENKEN_DESK_PAGE (page)));
  g_autofree char *summary = write_summary (preview), *warning = write_warning (preview);

  tenken_roster_changes_set (TENKEN_ROSTER_IMPORT_PAGE (page)->changes, preview, campaign != NULL ? tnk_campaign_get_catalog (campaign) : NULL);
  tenken_import_page_describe (page, summary, warning,
                               tnk_roster_preview_get_n_rows (preview) > 0 && tnk_roster_preview_count (preview, TNK_ROSTER_KIND_NO_SECRETARIAT) == 0);
}

static gpointer
make_order (TenkenImportPage *page)
{
  Order *order = g_new0 (Order, 1);

  order->departments = g_strdup (tenken_import_page_get_files (page, 0)[0]);
  order->people = g_strdup (tenken_import_page_get_files (page, 1)[0]);
  return order;
}

/* --- the class --- */

static void
tenken_roster_import_page_class_init (TenkenRosterImportPageClass *klass)
{
  static const TenkenImportWords words = {
    .faults = "roster-faults",
    .heading = N_ ("Which files have the new roster?"),
    .note = N_ ("CSV in UTF-8 or as Excel saves it. First you see what would change; nothing is imported before you say so."),
    .preview = N_ ("Preview"),
    .other = N_ ("Choose other files"),
    .back = N_ ("Back to the roster"),
    .apply = N_ ("Import"),
    .sure = N_ ("Import although answers go?"),
    .done = N_ ("The roster is imported"),
    .next = N_ ("To the roster"),
    .reading = N_ ("The roster is being read"),
    .unread = N_ ("The roster could not be read"),
    .applying = N_ ("The roster is being imported"),
    .unapplied = N_ ("The roster was not imported"),
  };
  static const TenkenImportVerbs verbs = {read_files, import, order_free};
  TenkenImportPageClass *page_class = TENKEN_IMPORT_PAGE_CLASS (klass);

  TENKEN_DESK_PAGE_CLASS (klass)->without_campaign = TRUE;
  page_class->words = &words;
  page_class->verbs = &verbs;
  page_class->make_order = make_order;
  page_class->show = show;
}

static void
tenken_roster_import_page_init (TenkenRosterImportPage *self)
{
  TenkenImportPage *page = TENKEN_IMPORT_PAGE (self);

  self->changes = tenken_roster_changes_new ();
  tenken_import_page_add_field (page, tenken_file_field_new (_ ("Departments"), _ ("Columns: department_id, name, parent_id"), "*.csv", FALSE));
  tenken_import_page_add_field (page, tenken_file_field_new (_ ("People"), _ ("Columns: person_id, name, department_id, roles (joined by ;)"), "*.csv", FALSE));
  tenken_import_page_set_preview (page, self->changes);
  tenken_import_page_set_place (page, "roster");
}

GtkWidget *
tenken_roster_import_page_new (TenkenDesk *desk)
{
  return g_object_new (TENKEN_TYPE_ROSTER_IMPORT_PAGE, "desk", desk, NULL);
}
