/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-lapsed-list.h"

#include <glib/gi18n.h>

#include "tenken-desk-parts.h"
#include "tenken-exception-renew.h"
#include "tenken-import-parts.h"
#include "tenken-language.h"
#include "tenken-records-due.h"
#include "tenken-table.h"

struct _TenkenLapsedList
{
  AdwBin parent_instance;

  TenkenDesk *desk;
  TenkenRecordsData *data; /* NULL until it is read */
  GtkWidget *meaning;
  GtkWidget *to_paper;
  GtkWidget *renew;
  TenkenTable *table;
};

G_DEFINE_FINAL_TYPE (TenkenLapsedList, tenken_lapsed_list, ADW_TYPE_BIN)

/* --- the columns; the user data is the list --- */

static char *
get_control (gpointer item,
             gpointer user_data)
{
  TnkControl *control = tnk_lapse_get_control (item);

  return g_strdup_printf ("%s　%s", tnk_control_get_clause (control), tenken_text (tnk_control_get_title (control)));
}

static char *
name_department (TenkenLapsedList *self,
                 const char *id)
{
  TnkBody *tree = tenken_desk_get_tree (self->desk);
  TnkDepartment *department = tree != NULL && id != NULL ? tnk_body_lookup_department (tree, id) : NULL;

  return g_strdup (department != NULL ? tnk_department_get_name (department) : id);
}

/* Where the department of the answers is not said, that of the person at the desk holds them. */
static char *
get_department (gpointer item,
                gpointer user_data)
{
  TenkenLapsedList *self = user_data;
  TnkDepartment *department = tnk_lapse_get_department (item);

  return name_department (self, department != NULL ? tnk_department_get_id (department) : tenken_desk_get_department_id (self->desk));
}

static char *
get_whose (gpointer item,
           gpointer user_data)
{
  guint n = tnk_lapse_get_n_answers (item);

  if (tnk_lapse_get_person_id (item) == NULL)
    return g_strdup_printf (ngettext ("%u answer", "%u answers", n), n);
  return g_strdup_printf (_ ("%s (%s)"), tnk_lapse_get_person_name (item), tnk_lapse_get_person_id (item));
}

static char *
get_ended (gpointer item,
           gpointer user_data)
{
  TnkException *exception = tnk_lapse_get_exception (item);

  if (exception == NULL)
    return g_strdup (_ ("not in the register"));
  if (tnk_exception_get_revoked (exception) != NULL)
    return g_strdup_printf (_ ("ended early on %s"), tnk_exception_get_revoked (exception));
  return g_strdup_printf (_ ("held until %s"), tnk_exception_get_ends (exception));
}

static const TenkenTableColumn columns[] = {
  {.id = "control", .title = N_ ("Control"), .get_text = get_control},
  {.id = "department", .title = N_ ("Department"), .get_text = get_department, .width = 7},
  {.id = "whose", .title = N_ ("Whose answer"), .get_text = get_whose, .width = 12},
  {.id = "ended", .title = N_ ("Exception"), .get_text = get_ended, .width = 13},
};

/* --- ways to mend it --- */

static gboolean
has_papers (TenkenLapsedList *self)
{
  return (tenken_desk_get_office (self->desk) & (TNK_RIGHTS_DEPARTMENT | TNK_RIGHTS_SECRETARIAT)) != 0;
}

static void
open_paper (TenkenLapsedList *self,
            TnkLapse *lapse)
{
  const char *department_id = tnk_department_get_id (tnk_lapse_get_department (lapse)), *person_id = tnk_lapse_get_person_id (lapse);
  g_autofree char *place = tenken_desk_get_office (self->desk) == TNK_RIGHTS_SECRETARIAT
                             ? g_strdup_printf ("progress/%s/%s", department_id, person_id)
                             : g_strconcat ("turnout/", person_id, NULL);

  tenken_desk_go (self->desk, place);
}

static void
open_exception (TenkenLapsedList *self,
                TnkLapse *lapse)
{
  TnkException *exception = tnk_lapse_get_exception (lapse);

  if (exception != NULL)
    tenken_exception_open (self->desk, exception);
  else
    tenken_desk_say (self->desk, _ ("This exception is not in the register any more."));
}

/* A row: the questionnaire where it can be opened, else what it rested on. */
static void
open_row (TenkenLapsedList *self,
          TnkLapse *lapse)
{
  if (has_papers (self) && tnk_lapse_get_person_id (lapse) != NULL)
    open_paper (self, lapse);
  else
    open_exception (self, lapse);
}

/* The one that is selected; NULL, and it is said, if none is. */
static TnkLapse *
get_selected (TenkenLapsedList *self)
{
  TnkLapse *lapse = tenken_table_get_selected (self->table);

  if (lapse == NULL)
    tenken_desk_say (self->desk, _ ("Select a row first."));
  return lapse;
}

static void
paper_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  TenkenLapsedList *self = TENKEN_LAPSED_LIST (widget);
  TnkLapse *lapse = get_selected (self);

  if (lapse != NULL)
    open_paper (self, lapse);
}

static void
exception_action (GtkWidget *widget,
                  const char *action,
                  GVariant *parameter)
{
  TenkenLapsedList *self = TENKEN_LAPSED_LIST (widget);
  TnkLapse *lapse = get_selected (self);

  if (lapse != NULL)
    open_exception (self, lapse);
}

static void
renew_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  TenkenLapsedList *self = TENKEN_LAPSED_LIST (widget);
  TnkLapse *lapse = get_selected (self);

  if (lapse != NULL && tnk_lapse_get_exception (lapse) != NULL)
    tenken_exception_renew (widget, self->desk, tnk_lapse_get_exception (lapse));
  else if (lapse != NULL)
    tenken_desk_say (self->desk, _ ("This exception is not in the register any more."));
}

/* --- what is shown --- */

static const char *
get_meaning (TnkCampaign *campaign)
{
  if (campaign == NULL)
    return _ ("There is no campaign yet.");
  if (tnk_campaign_get_state (campaign) == TNK_CAMPAIGN_STATE_CLOSED)
    return _ ("These answers counted as unanswered when the campaign was closed, since their exception had ended. Nothing changes that "
              "unless the campaign is opened again.");
  return _ ("These answers count as unanswered, since their exception has ended. If it is still needed, an information-security manager or a "
            "system manager applies again: once that is permitted, the answers stand. If not, the questionnaire is sent back to be answered "
            "anew.");
}

static gboolean
has_names (GPtrArray *lapses)
{
  return lapses->len > 0 && tnk_lapse_get_person_id (lapses->pdata[0]) != NULL;
}

static char *
describe (TenkenLapsedList *self,
          GPtrArray *lapses)
{
  TnkCampaign *campaign = tenken_desk_get_campaign (self->desk);
  gboolean few = campaign != NULL && tenken_desk_get_office (self->desk) == TNK_RIGHTS_DEPARTMENT &&
                 tnk_campaign_get_visibility (campaign) == TNK_VISIBILITY_COUNTS;

  return g_strconcat (lapses->len > 0 || campaign == NULL ? get_meaning (campaign) : "", few && lapses->len > 0 ? " " : "",
                      few ? _ ("Answers of too few people to be shown are not in this list.") : "", NULL);
}

void
tenken_lapsed_list_show (TenkenLapsedList *self,
                         TenkenRecordsData *data)
{
  g_autoptr (GListStore) model = g_list_store_new (TNK_TYPE_LAPSE);
  g_autofree char *meaning = NULL;
  GPtrArray *lapses;

  g_return_if_fail (TENKEN_IS_LAPSED_LIST (self) && TENKEN_IS_RECORDS_DATA (data));

  g_set_object (&self->data, data);
  lapses = tenken_records_data_get_lapses (data);
  meaning = describe (self, lapses);
  tenken_import_set_text (self->meaning, meaning);
  gtk_widget_set_visible (self->meaning, *meaning != '\0');
  gtk_widget_set_visible (self->to_paper, has_papers (self) && has_names (lapses));
  gtk_widget_set_visible (self->renew, tenken_exception_may_renew (tenken_records_data_get_forms (data)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lapsed.exception", lapses->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lapsed.renew", lapses->len > 0);
  g_list_store_splice (model, 0, 0, lapses->pdata, lapses->len);
  tenken_table_set_model (self->table, G_LIST_MODEL (model));
}

/* --- the class --- */

static void
tenken_lapsed_list_dispose (GObject *object)
{
  TenkenLapsedList *self = TENKEN_LAPSED_LIST (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->data);
  G_OBJECT_CLASS (tenken_lapsed_list_parent_class)->dispose (object);
}

static void
tenken_lapsed_list_class_init (TenkenLapsedListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenken_lapsed_list_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "lapsed.paper", NULL, paper_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "lapsed.exception", NULL, exception_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "lapsed.renew", NULL, renew_action);
}

static void
tenken_lapsed_list_init (TenkenLapsedList *self)
{
}

GtkWidget *
tenken_lapsed_list_new (TenkenDesk *desk)
{
  TenkenLapsedList *self = g_object_new (TENKEN_TYPE_LAPSED_LIST, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *buttons = tenken_import_buttons_new ();
  GtkWidget *table = tenken_table_new ("lapsed", _ ("Answers on ended exceptions"), columns, G_N_ELEMENTS (columns));

  self->desk = g_object_ref (desk);
  self->table = TENKEN_TABLE (table);
  self->meaning = tenken_desk_text_new ("", NULL);
  tenken_table_set_user_data (self->table, self, NULL);
  tenken_table_set_empty_text (self->table, _ ("No answer rests on an exception that has ended."));
  g_signal_connect_object (table, "open", G_CALLBACK (open_row), self, G_CONNECT_SWAPPED);
  gtk_widget_set_vexpand (table, TRUE);
  self->to_paper = tenken_import_add_button (buttons, _ ("Open the questionnaire"), "lapsed.paper", NULL);
  tenken_import_add_button (buttons, _ ("Open the application"), "lapsed.exception", NULL);
  self->renew = tenken_import_add_button (buttons, _ ("Apply again"), "lapsed.renew", NULL);
  gtk_box_append (GTK_BOX (box), self->meaning);
  gtk_box_append (GTK_BOX (box), table);
  gtk_box_append (GTK_BOX (box), buttons);
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}
