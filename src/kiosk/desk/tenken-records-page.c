/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-records-page.h"

#include <glib/gi18n.h>

#include "tenken-deputies-list.h"
#include "tenken-desk-watch.h"
#include "tenken-exceptions-list.h"
#include "tenken-import-parts.h"
#include "tenken-lapsed-list.h"
#include "tenken-records-data.h"
#include "tenken-records-list.h"
#include "tenken-results-tabs.h"

#define TAB_RECORDS "records"
#define TAB_EXCEPTIONS "exceptions"
#define TAB_LAPSED "lapsed"
#define TAB_DEPUTIES "deputies"
/* A target: of the exceptions those that end soon. */
#define SOON "exceptions-soon"

struct _TenkenRecordsPage
{
  TenkenDeskPage parent_instance;

  TenkenResultsTabs *tabs; /* NULL where there is nothing beside the records */
  TenkenRecordsList *records;
  TenkenExceptionsList *exceptions; /* NULL in an office that has no register */
  TenkenLapsedList *lapsed; /* the same */
  TenkenDeputiesList *deputies; /* the same */
  TenkenDeskWatch *watch;
};

G_DEFINE_FINAL_TYPE (TenkenRecordsPage, tenken_records_page, TENKEN_TYPE_DESK_PAGE)

static void
show (TenkenDeskPage *page,
      gpointer result)
{
  TenkenRecordsPage *self = TENKEN_RECORDS_PAGE (page);

  tenken_records_list_show (self->records, result);
  if (self->tabs != NULL) {
    tenken_exceptions_list_show (self->exceptions, result);
    tenken_lapsed_list_show (self->lapsed, result);
    tenken_deputies_list_show (self->deputies, result);
  }
  tenken_desk_watch_set_mark (self->watch, tenken_records_data_get_mark (result));
}

/* The tab of a target. */
static const char *
find_tab (const char *target)
{
  static const char *const tabs[] = {TAB_EXCEPTIONS, TAB_LAPSED, TAB_DEPUTIES, NULL};

  if (g_str_equal (target, SOON))
    return TAB_EXCEPTIONS;
  return g_strv_contains (tabs, target) ? target : TAB_RECORDS;
}

static void
aim (TenkenDeskPage *page,
     const char *target)
{
  static const char *const choices[TENKEN_N_RECORDS_CHOICES] = {
    [TENKEN_RECORDS_WAITING] = "waiting",
    [TENKEN_RECORDS_LATE] = "late",
    [TENKEN_RECORDS_MINE] = "mine",
    [TENKEN_RECORDS_ALL] = "all",
  };
  TenkenRecordsPage *self = TENKEN_RECORDS_PAGE (page);

  if (target == NULL)
    return;
  if (self->tabs != NULL)
    tenken_results_tabs_show (self->tabs, find_tab (target));
  if (self->tabs != NULL && g_str_equal (target, SOON))
    tenken_exceptions_list_choose_soon (self->exceptions);
  for (guint i = 0; i < TENKEN_N_RECORDS_CHOICES; i++)
    if (g_str_equal (choices[i], target))
      tenken_records_list_choose (self->records, i);
}

/* --- the class --- */

static GtkWidget *
frame (GtkWidget *list)
{
  GtkWidget *box = tenken_import_box_new ();

  gtk_widget_set_vexpand (list, TRUE);
  gtk_box_append (GTK_BOX (box), list);
  return tenken_import_fill_new (box);
}

/* Whoever comes by the forms alone, or for an audit, sees what is his or her own. */
static gboolean
has_register (TenkenDesk *desk)
{
  return (tenken_desk_get_office (desk) & (TNK_RIGHTS_OWN | TNK_RIGHTS_AUDITOR)) == 0;
}

static GtkWidget *
make_tabs (TenkenRecordsPage *self,
           TenkenDesk *desk)
{
  self->tabs = TENKEN_RESULTS_TABS (tenken_results_tabs_new ());
  self->exceptions = TENKEN_EXCEPTIONS_LIST (tenken_exceptions_list_new (desk));
  self->lapsed = TENKEN_LAPSED_LIST (tenken_lapsed_list_new (desk));
  self->deputies = TENKEN_DEPUTIES_LIST (tenken_deputies_list_new (desk));
  gtk_widget_add_css_class (GTK_WIDGET (self->tabs), "import-tabs");
  tenken_results_tabs_add (self->tabs, TAB_RECORDS, _ ("Applications and reports"), frame (GTK_WIDGET (self->records)));
  tenken_results_tabs_add (self->tabs, TAB_EXCEPTIONS, _ ("Exceptions"), frame (GTK_WIDGET (self->exceptions)));
  tenken_results_tabs_add (self->tabs, TAB_LAPSED, _ ("Answers on ended exceptions"), frame (GTK_WIDGET (self->lapsed)));
  tenken_results_tabs_add (self->tabs, TAB_DEPUTIES, _ ("Deputies"), frame (GTK_WIDGET (self->deputies)));
  return GTK_WIDGET (self->tabs);
}

static void
tenken_records_page_constructed (GObject *object)
{
  TenkenRecordsPage *self = TENKEN_RECORDS_PAGE (object);
  TenkenDesk *desk = tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self));

  G_OBJECT_CLASS (tenken_records_page_parent_class)->constructed (object);
  self->records = TENKEN_RECORDS_LIST (tenken_records_list_new (desk));
  self->watch = tenken_desk_watch_new (TENKEN_DESK_PAGE (self), tenken_desk_watch_read_records);
  tenken_desk_page_set_content (TENKEN_DESK_PAGE (self), has_register (desk) ? make_tabs (self, desk) : frame (GTK_WIDGET (self->records)));
}

static void
tenken_records_page_dispose (GObject *object)
{
  g_clear_object (&TENKEN_RECORDS_PAGE (object)->watch);
  G_OBJECT_CLASS (tenken_records_page_parent_class)->dispose (object);
}

static void
tenken_records_page_class_init (TenkenRecordsPageClass *klass)
{
  TenkenDeskPageClass *page_class = TENKEN_DESK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = tenken_records_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = tenken_records_page_dispose;
  page_class->fetch = tenken_records_data_load;
  page_class->result_free = g_object_unref;
  page_class->show = show;
  page_class->aim = aim;
  page_class->without_campaign = TRUE;
}

static void
tenken_records_page_init (TenkenRecordsPage *self)
{
}

GtkWidget *
tenken_records_page_new (TenkenDesk *desk)
{
  return g_object_new (TENKEN_TYPE_RECORDS_PAGE, "desk", desk, NULL);
}
