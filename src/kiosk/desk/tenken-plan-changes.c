/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-plan-changes.h"

#include <glib/gi18n.h>

#include "tenken-plan-words.h"

struct _TenkenPlanChange
{
  GObject parent_instance;

  TenkenPlanChangeKind kind;
  TnkPlan *plan;
  TnkPlanEdit *edit; /* NULL where the row is missing */
  guint position;
  guint place; /* in the sheet */
  char *id; /* of the action; NULL for a new one */
};

G_DEFINE_FINAL_TYPE (TenkenPlanChange, tenken_plan_change, G_TYPE_OBJECT)

static void
tenken_plan_change_finalize (GObject *object)
{
  TenkenPlanChange *self = TENKEN_PLAN_CHANGE (object);

  g_clear_object (&self->plan);
  g_clear_object (&self->edit);
  g_free (self->id);
  G_OBJECT_CLASS (tenken_plan_change_parent_class)->finalize (object);
}

static void
tenken_plan_change_class_init (TenkenPlanChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenken_plan_change_finalize;
}

static void
tenken_plan_change_init (TenkenPlanChange *self)
{
}

TenkenPlanChangeKind
tenken_plan_change_get_kind (TenkenPlanChange *self)
{
  g_return_val_if_fail (TENKEN_IS_PLAN_CHANGE (self), TENKEN_PLAN_CHANGE_MISSING);
  return self->kind;
}

TnkPlanEdit *
tenken_plan_change_get_edit (TenkenPlanChange *self)
{
  g_return_val_if_fail (TENKEN_IS_PLAN_CHANGE (self), NULL);
  return self->edit;
}

guint
tenken_plan_change_get_position (TenkenPlanChange *self)
{
  g_return_val_if_fail (TENKEN_IS_PLAN_CHANGE (self), 0);
  return self->position;
}

gboolean
tenken_plan_change_is_conflict (TenkenPlanChange *self)
{
  g_return_val_if_fail (TENKEN_IS_PLAN_CHANGE (self), FALSE);
  return self->kind == TENKEN_PLAN_CHANGE_FIELD && tnk_plan_edit_is_conflict (self->edit, self->position);
}

gboolean
tenken_plan_change_is_undecided (TenkenPlanChange *self)
{
  g_return_val_if_fail (TENKEN_IS_PLAN_CHANGE (self), FALSE);
  return self->kind == TENKEN_PLAN_CHANGE_FIELD && tnk_plan_edit_get_decision (self->edit, self->position) == TNK_PLAN_DECISION_NONE;
}

/* --- making them --- */

static void
add (GListStore *list,
     TnkPlan *plan,
     TenkenPlanChangeKind kind,
     TnkPlanEdit *edit,
     guint position,
     const char *id)
{
  g_autoptr (TenkenPlanChange) self = g_object_new (TENKEN_TYPE_PLAN_CHANGE, NULL);

  self->kind = kind;
  self->plan = g_object_ref (plan);
  self->edit = edit != NULL ? g_object_ref (edit) : NULL;
  self->position = position;
  self->place = g_list_model_get_n_items (G_LIST_MODEL (list));
  self->id = g_strdup (id);
  g_list_store_append (list, self);
}

static void
add_edit (GListStore *list,
          TnkPlan *plan,
          TnkPlanEdit *edit)
{
  TnkAction *action = tnk_plan_edit_get_action (edit);
  const char *id = action != NULL ? tnk_action_get_id (action) : NULL;

  for (guint i = 0; i < tnk_plan_edit_get_n_fields (edit); i++)
    add (list, plan, TENKEN_PLAN_CHANGE_FIELD, edit, i, id);
  if (tnk_plan_edit_get_note (edit) != NULL)
    add (list, plan, TENKEN_PLAN_CHANGE_NOTE, edit, 0, id);
}

GListModel *
tenken_plan_changes_list (TnkPlanEdits *edits)
{
  GListStore *list = g_list_store_new (TENKEN_TYPE_PLAN_CHANGE);
  TnkPlan *plan;
  g_autoptr (GPtrArray) missing = NULL;

  g_return_val_if_fail (TNK_IS_PLAN_EDITS (edits), G_LIST_MODEL (list));

  plan = tnk_plan_edits_get_plan (edits);
  missing = tnk_plan_edits_list_missing (edits);
  for (guint i = 0; i < tnk_plan_edits_get_n_edits (edits); i++)
    add_edit (list, plan, tnk_plan_edits_get_edit (edits, i));
  for (guint i = 0; i < missing->len; i++)
    add (list, plan, TENKEN_PLAN_CHANGE_MISSING, NULL, 0, g_ptr_array_index (missing, i));
  return G_LIST_MODEL (list);
}

/* --- the table --- */

static char *
get_where (gpointer item,
           gpointer user_data)
{
  TenkenPlanChange *self = item;

  return g_strdup (self->edit != NULL ? tnk_plan_edit_get_where (self->edit) : _ ("Taken out"));
}

static double
rank_where (gpointer item,
            gpointer user_data)
{
  return ((TenkenPlanChange *) item)->place;
}

static char *
get_action (gpointer item,
            gpointer user_data)
{
  TenkenPlanChange *self = item;

  return g_strdup (self->id != NULL ? self->id : _ ("New"));
}

static char *
get_field (gpointer item,
           gpointer user_data)
{
  TenkenPlanChange *self = item;

  if (self->kind == TENKEN_PLAN_CHANGE_FIELD)
    return g_strdup (tenken_plan_field_get_name (tnk_plan_edit_get_field (self->edit, self->position)));
  return g_strdup (self->kind == TENKEN_PLAN_CHANGE_NOTE ? _ ("Progress note") : "–");
}

static char *
word (TenkenPlanChange *self,
      const char *value)
{
  g_autofree char *text = tenken_plan_word_field (self->plan, tnk_plan_edit_get_field (self->edit, self->position), value);

  return g_strdelimit (g_steal_pointer (&text), "\n", ' ');
}

static char *
get_old (gpointer item,
         gpointer user_data)
{
  TenkenPlanChange *self = item;

  return self->kind == TENKEN_PLAN_CHANGE_FIELD ? word (self, tnk_plan_edit_get_old (self->edit, self->position)) : g_strdup ("–");
}

static char *
get_new (gpointer item,
         gpointer user_data)
{
  TenkenPlanChange *self = item;

  if (self->kind == TENKEN_PLAN_CHANGE_FIELD)
    return word (self, tnk_plan_edit_get_new (self->edit, self->position));
  return g_strdup (self->kind == TENKEN_PLAN_CHANGE_NOTE ? tnk_plan_edit_get_note (self->edit) : "–");
}

/* Where nobody else changed it, that it is the same as before need not be read. */
static char *
get_stored (gpointer item,
            gpointer user_data)
{
  TenkenPlanChange *self = item;

  return tenken_plan_change_is_conflict (self) ? word (self, tnk_plan_edit_get_stored (self->edit, self->position)) : g_strdup ("");
}

static const char *
describe (TenkenPlanChange *self)
{
  if (self->kind == TENKEN_PLAN_CHANGE_MISSING)
    return _ ("Stays as it is");
  if (self->kind == TENKEN_PLAN_CHANGE_NOTE)
    return _ ("Is added");
  switch (tnk_plan_edit_get_decision (self->edit, self->position)) {
  case TNK_PLAN_DECISION_NONE:
    return _ ("To be decided");
  case TNK_PLAN_DECISION_STORE:
    return _ ("Stays as stored");
  case TNK_PLAN_DECISION_SHEET:
  default:
    return self->id != NULL ? _ ("As in the sheet") : _ ("Is added");
  }
}

static char *
get_decision (gpointer item,
              gpointer user_data)
{
  return g_strdup (describe (item));
}

/* What is open comes first. */
static double
rank_decision (gpointer item,
               gpointer user_data)
{
  return tenken_plan_change_is_undecided (item) ? 0 : tenken_plan_change_is_conflict (item) ? 1
                                                                                            : 2;
}

static GtkWidget *
make_decision (gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("dialog-question-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "plan-mark");
  return box;
}

static void
bind_decision (GtkWidget *cell,
               gpointer item,
               gpointer user_data)
{
  GtkWidget *sign = gtk_widget_get_first_child (cell);

  gtk_widget_set_visible (sign, tenken_plan_change_is_undecided (item));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (sign)), describe (item));
  gtk_widget_set_tooltip_text (cell, describe (item));
  if (tenken_plan_change_is_undecided (item))
    gtk_widget_add_css_class (cell, "overdue");
  else
    gtk_widget_remove_css_class (cell, "overdue");
}

static const TenkenTableColumn columns[] = {
  {.id = "where", .title = N_ ("Place"), .get_text = get_where, .get_number = rank_where, .width = 8},
  {.id = "action", .title = N_ ("Number"), .get_text = get_action, .width = 5},
  {.id = "field", .title = N_ ("Field"), .get_text = get_field, .width = 6},
  {.id = "old", .title = N_ ("Before"), .get_text = get_old, .width = 7},
  {.id = "new", .title = N_ ("In the sheet"), .get_text = get_new},
  {.id = "stored", .title = N_ ("What is stored"), .get_text = get_stored, .width = 7},
  {.id = "decision", .title = N_ ("What becomes of it"), .get_text = get_decision, .get_number = rank_decision, .width = 11, .make_cell = make_decision, .bind_cell = bind_decision},
};

GtkWidget *
tenken_plan_changes_table_new (TnkPlanEdits *edits)
{
  g_autoptr (GListModel) changes = tenken_plan_changes_list (edits);
  GtkWidget *table = tenken_table_new ("plan-changes", _ ("What the workbook changes"), columns, G_N_ELEMENTS (columns));

  tenken_table_set_empty_text (TENKEN_TABLE (table), _ ("The workbook changes nothing."));
  tenken_table_set_model (TENKEN_TABLE (table), changes);
  tenken_table_sort_by (TENKEN_TABLE (table), "decision", GTK_SORT_ASCENDING);
  return table;
}
