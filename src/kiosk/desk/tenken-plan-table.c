/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-plan-table.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tenken-desk-parts.h"
#include "tenken-plan-words.h"

/* The table's user data is the view that its actions are seen in; the cells are made before there is one. */

static TnkPlan *
get_plan (gpointer user_data)
{
  return tnk_plan_view_get_plan (user_data);
}

static const char *
get_today (gpointer user_data)
{
  return tnk_plan_view_get_today (user_data);
}

/* --- texts --- */

static char *
get_id (gpointer item,
        gpointer user_data)
{
  const char *id = tnk_action_get_id (item);

  return g_strdup (id != NULL ? id : "–");
}

static char *
get_priority (gpointer item,
              gpointer user_data)
{
  return g_strdup (tenken_plan_priority_get_name (tnk_action_get_priority (item)));
}

static double
rank_priority (gpointer item,
               gpointer user_data)
{
  return tnk_action_get_priority (item);
}

static char *
get_control (gpointer item,
             gpointer user_data)
{
  return tenken_plan_word_control (tnk_action_get_control (item));
}

static double
rank_control (gpointer item,
              gpointer user_data)
{
  return tnk_control_get_index (tnk_action_get_control (item));
}

/* In a cell a text has one line. */
static char *
get_what (gpointer item,
          gpointer user_data)
{
  return g_strdelimit (g_strdup (tnk_action_get (item, TNK_ACTION_FIELD_WHAT)), "\n", ' ');
}

static char *
get_departments (gpointer item,
                 gpointer user_data)
{
  return tenken_plan_word_departments (get_plan (user_data), tnk_action_get (item, TNK_ACTION_FIELD_DEPARTMENTS));
}

static char *
get_owner (gpointer item,
           gpointer user_data)
{
  return tenken_plan_word_field (get_plan (user_data), TNK_ACTION_FIELD_OWNER, tnk_action_get (item, TNK_ACTION_FIELD_OWNER));
}

static char *
get_due (gpointer item,
         gpointer user_data)
{
  const char *due = tnk_action_get (item, TNK_ACTION_FIELD_DUE);

  return g_strdup (*due != '\0' ? due : "–");
}

/* 2026-05-31 as 20260531. */
static double
rank_due (gpointer item,
          gpointer user_data)
{
  const char *due = tnk_action_get (item, TNK_ACTION_FIELD_DUE);
  double rank = 0;

  for (const char *p = due; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      rank = rank * 10 + (*p - '0');
  return *due != '\0' ? rank : NAN;
}

static char *
get_status (gpointer item,
            gpointer user_data)
{
  const char *status = tenken_plan_status_get_name (tnk_action_get_status (item));

  /* Translators: the status of an action that is late */
  return tnk_action_is_overdue (item, get_today (user_data)) ? g_strdup_printf (_ ("Overdue, %s"), status) : g_strdup (status);
}

static double
rank_status (gpointer item,
             gpointer user_data)
{
  return tnk_action_get_status (item);
}

/* --- what is late stands out: by a sign, a word and a colour --- */

static GtkWidget *
make_late (gpointer user_data)
{
  return tenken_desk_late_new ();
}

static void
bind_late (GtkWidget *cell,
           gpointer item,
           const char *text,
           gboolean sign,
           gpointer user_data)
{
  GtkWidget *image = gtk_widget_get_first_child (cell);
  gboolean overdue = tnk_action_is_overdue (item, get_today (user_data));

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (image)), text);
  gtk_widget_set_tooltip_text (cell, text);
  gtk_widget_set_visible (image, overdue && sign);
  if (overdue)
    gtk_widget_add_css_class (cell, "overdue");
  else
    gtk_widget_remove_css_class (cell, "overdue");
}

static void
bind_due (GtkWidget *cell,
          gpointer item,
          gpointer user_data)
{
  g_autofree char *text = get_due (item, user_data);

  bind_late (cell, item, text, TRUE, user_data);
}

static void
bind_status (GtkWidget *cell,
             gpointer item,
             gpointer user_data)
{
  g_autofree char *text = get_status (item, user_data);

  bind_late (cell, item, text, FALSE, user_data);
}

#define PRIORITY \
  { \
    .id = "priority", .title = N_ ("Priority"), .get_text = get_priority, .get_number = rank_priority, .width = 4 \
  }
#define CONTROL \
  { \
    .id = "control", .title = N_ ("Control"), .get_text = get_control, .get_number = rank_control, .width = 6 \
  }
#define WHAT \
  { \
    .id = "what", .title = N_ ("What will be done"), .get_text = get_what \
  }
#define DEPARTMENTS \
  { \
    .id = "departments", .title = N_ ("Departments"), .get_text = get_departments, .width = 5 \
  }
#define OWNER \
  { \
    .id = "owner", .title = N_ ("Owner"), .get_text = get_owner, .width = 5 \
  }

static const TenkenTableColumn columns[] = {
  {.id = "id", .title = N_ ("Number"), .get_text = get_id, .width = 4},
  PRIORITY,
  CONTROL,
  WHAT,
  DEPARTMENTS,
  OWNER,
  {.id = "due", .title = N_ ("Due"), .get_text = get_due, .get_number = rank_due, .width = 8, .make_cell = make_late, .bind_cell = bind_due},
  {.id = "status", .title = N_ ("Status"), .get_text = get_status, .get_number = rank_status, .width = 8, .make_cell = make_late, .bind_cell = bind_status},
};

/* What is not in the plan yet has no number, no day and no status. */
static const TenkenTableColumn proposal_columns[] = {PRIORITY, CONTROL, WHAT, DEPARTMENTS, OWNER};

GtkWidget *
tenken_plan_table_new (const char *name,
                       const char *title)
{
  return tenken_table_new (name, title, columns, G_N_ELEMENTS (columns));
}

GtkWidget *
tenken_plan_table_new_for_proposals (const char *name,
                                     const char *title)
{
  return tenken_table_new (name, title, proposal_columns, G_N_ELEMENTS (proposal_columns));
}

void
tenken_plan_table_show (TenkenTable *table,
                        TnkPlanView *view,
                        GPtrArray *actions)
{
  g_autoptr (GListStore) model = g_list_store_new (TNK_TYPE_ACTION);

  g_return_if_fail (TENKEN_IS_TABLE (table) && TNK_IS_PLAN_VIEW (view) && actions != NULL);

  tenken_table_set_model (table, NULL);
  tenken_table_set_user_data (table, g_object_ref (view), g_object_unref);
  g_list_store_splice (model, 0, 0, actions->pdata, actions->len);
  tenken_table_set_model (table, G_LIST_MODEL (model));
}
