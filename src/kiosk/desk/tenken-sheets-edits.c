/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-sheets-edits.h"

#include <glib/gi18n.h>

#include "tenken-answer-sign.h"
#include "tenken-import-parts.h"
#include "tenken-language.h"

struct _TenkenSheetsEdits
{
  AdwBin parent_instance;

  TnkAnswerEdits *edits;
  GListStore *model; /* (element-type TenkenTableItem): of Row */
  TenkenTable *table;
  GtkWidget *buttons;
};

G_DEFINE_FINAL_TYPE (TenkenSheetsEdits, tenken_sheets_edits, ADW_TYPE_BIN)

enum {
  DECIDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* An answer in which a sheet and the store differ. */
typedef struct
{
  TnkAnswerEdit *edit;
  guint row;
} Row;

static Row *
row_of (gpointer item)
{
  return tenken_table_item_get (item);
}

static void
row_free (gpointer data)
{
  Row *row = data;

  g_object_unref (row->edit);
  g_free (row);
}

/* --- the columns --- */

/* What is to be decided comes first. */
typedef enum {
  KIND_CONFLICT,
  KIND_CHANGE,
  KIND_NEW,
  KIND_LOCKED,
} Kind;

static Kind
kind_of (const Row *row)
{
  if (tnk_answer_edit_get_lock (row->edit) != TNK_ANSWER_LOCK_NONE)
    return KIND_LOCKED;
  if (tnk_answer_edit_is_conflict (row->edit, row->row))
    return KIND_CONFLICT;
  return tnk_answer_edit_get_stored_value (row->edit, row->row) == TNK_ANSWER_VALUE_UNANSWERED ? KIND_NEW : KIND_CHANGE;
}

static char *
get_kind (gpointer item,
          gpointer user_data)
{
  switch (kind_of (row_of (item))) {
  case KIND_CONFLICT:
    return g_strdup (_ ("Both answered"));
  case KIND_CHANGE:
    return g_strdup (_ ("Changes"));
  case KIND_NEW:
    return g_strdup (_ ("New"));
  case KIND_LOCKED:
  default:
    return g_strdup (_ ("Not taken in"));
  }
}

static double
get_kind_number (gpointer item,
                 gpointer user_data)
{
  return kind_of (row_of (item));
}

static char *
get_person (gpointer item,
            gpointer user_data)
{
  TnkAnswerEdit *edit = row_of (item)->edit;

  return g_strdup_printf ("%s (%s)", tnk_answer_edit_get_person_name (edit), tnk_answer_edit_get_person_id (edit));
}

static char *
get_question (gpointer item,
              gpointer user_data)
{
  const Row *row = row_of (item);
  TnkDuty *duty = tnk_answer_edit_get_duty (row->edit, row->row);

  return g_strdup_printf ("%s　%s", tnk_control_get_clause (tnk_duty_get_control (duty)), tenken_text (tnk_question_get_text (tnk_duty_get_question (duty))));
}

static char *
write_answer (TnkAnswerValue value,
              const char *comment,
              const char *evidence)
{
  GString *text = g_string_new (value != TNK_ANSWER_VALUE_UNANSWERED ? tenken_answer_get_word (value) : _ ("not answered"));

  if (*comment != '\0')
    g_string_append_printf (text, " – %s", comment);
  if (*evidence != '\0')
    g_string_append_printf (text, _ (" (evidence: %s)"), evidence);
  g_string_replace (text, "\n", " ", 0);
  return g_string_free (text, FALSE);
}

static char *
get_stored (gpointer item,
            gpointer user_data)
{
  const Row *row = row_of (item);

  return write_answer (tnk_answer_edit_get_stored_value (row->edit, row->row), tnk_answer_edit_get_stored_comment (row->edit, row->row),
                       tnk_answer_edit_get_stored_evidence (row->edit, row->row));
}

static char *
get_sheet (gpointer item,
           gpointer user_data)
{
  const Row *row = row_of (item);

  return write_answer (tnk_answer_edit_get_value (row->edit, row->row), tnk_answer_edit_get_comment (row->edit, row->row),
                       tnk_answer_edit_get_evidence (row->edit, row->row));
}

static char *
describe_lock (TnkAnswerLock lock)
{
  switch (lock) {
  case TNK_ANSWER_LOCK_SUBMITTED:
    return g_strdup (_ ("as it is: handed in"));
  case TNK_ANSWER_LOCK_ACCEPTED:
    return g_strdup (_ ("as it is: accepted"));
  case TNK_ANSWER_LOCK_DEPARTMENT:
    return g_strdup (_ ("as it is: the department is closed"));
  case TNK_ANSWER_LOCK_NONE:
  default:
    return NULL;
  }
}

static char *
get_decision (gpointer item,
              gpointer user_data)
{
  const Row *row = row_of (item);
  char *locked = describe_lock (tnk_answer_edit_get_lock (row->edit));

  if (locked != NULL)
    return locked;
  switch (tnk_answer_edit_get_decision (row->edit, row->row)) {
  case TNK_ANSWER_DECISION_SHEET:
    return g_strdup (_ ("that of the sheet"));
  case TNK_ANSWER_DECISION_STORE:
    return g_strdup (_ ("as it is"));
  case TNK_ANSWER_DECISION_NONE:
  default:
    return g_strdup (_ ("to be decided"));
  }
}

static void
bind_question (GtkWidget *cell,
               gpointer item,
               gpointer user_data)
{
  g_autofree char *text = get_question (item, user_data);

  tenken_import_cell_set (cell, text);
}

static void
bind_stored (GtkWidget *cell,
             gpointer item,
             gpointer user_data)
{
  g_autofree char *text = get_stored (item, user_data);

  tenken_import_cell_set (cell, text);
}

static void
bind_sheet (GtkWidget *cell,
            gpointer item,
            gpointer user_data)
{
  g_autofree char *text = get_sheet (item, user_data);

  tenken_import_cell_set (cell, text);
}

static const TenkenTableColumn columns[] = {
  {"kind", N_ ("What"), get_kind, get_kind_number, FALSE, 7, NULL, NULL},
  {"person", N_ ("Person"), get_person, NULL, FALSE, 9, NULL, NULL},
  {"question", N_ ("Question"), get_question, NULL, FALSE, 18, tenken_import_cell_new, bind_question},
  {"now", N_ ("Now"), get_stored, NULL, FALSE, 12, tenken_import_cell_new, bind_stored},
  {"sheet", N_ ("In the sheet"), get_sheet, NULL, FALSE, 12, tenken_import_cell_new, bind_sheet},
  {"decision", N_ ("Afterwards"), get_decision, NULL, FALSE, 0, NULL, NULL},
};

/* --- deciding --- */

/* The rows say something else now. */
static void
refresh (TenkenSheetsEdits *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  g_list_model_items_changed (G_LIST_MODEL (self->model), 0, n, n);
  g_signal_emit (self, signals[DECIDED], 0);
}

static void
decide_selected (TenkenSheetsEdits *self,
                 TnkAnswerDecision decision)
{
  g_autoptr (GPtrArray) selected = tenken_table_list_selected (self->table);

  for (guint i = 0; i < selected->len; i++)
    tnk_answer_edit_decide (row_of (selected->pdata[i])->edit, row_of (selected->pdata[i])->row, decision);
  refresh (self);
}

static void
decide_all (TenkenSheetsEdits *self,
            TnkAnswerDecision decision)
{
  tnk_answer_edits_decide_all (self->edits, decision);
  refresh (self);
}

static void
decide_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  TenkenSheetsEdits *self = TENKEN_SHEETS_EDITS (widget);
  TnkAnswerDecision decision = g_str_has_suffix (name, "sheet") ? TNK_ANSWER_DECISION_SHEET : TNK_ANSWER_DECISION_STORE;

  if (self->edits == NULL)
    return;
  if (g_str_has_prefix (name, "edits.all"))
    decide_all (self, decision);
  else
    decide_selected (self, decision);
}

/* A row that is opened takes the other side. */
static void
turn (TenkenSheetsEdits *self,
      gpointer item)
{
  const Row *row = row_of (item);
  gboolean sheet = tnk_answer_edit_get_decision (row->edit, row->row) == TNK_ANSWER_DECISION_SHEET;

  tnk_answer_edit_decide (row->edit, row->row, sheet ? TNK_ANSWER_DECISION_STORE : TNK_ANSWER_DECISION_SHEET);
  refresh (self);
}

/* --- the class --- */

static void
tenken_sheets_edits_dispose (GObject *object)
{
  TenkenSheetsEdits *self = TENKEN_SHEETS_EDITS (object);

  g_clear_object (&self->edits);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (tenken_sheets_edits_parent_class)->dispose (object);
}

static void
tenken_sheets_edits_class_init (TenkenSheetsEditsClass *klass)
{
  static const char *const names[] = {"edits.sheet", "edits.store", "edits.all-sheet", "edits.all-store"};

  G_OBJECT_CLASS (klass)->dispose = tenken_sheets_edits_dispose;
  signals[DECIDED] = g_signal_new ("decided", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), names[i], NULL, decide_action);
}

static void
tenken_sheets_edits_init (TenkenSheetsEdits *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *table = tenken_table_new ("sheets", _ ("What the sheets change"), columns, G_N_ELEMENTS (columns));

  self->table = TENKEN_TABLE (table);
  self->buttons = tenken_import_buttons_new ();
  tenken_table_set_empty_text (self->table, _ ("The sheets say what is stored already."));
  tenken_table_sort_by (self->table, "kind", GTK_SORT_ASCENDING);
  g_signal_connect_object (table, "open", G_CALLBACK (turn), self, G_CONNECT_SWAPPED);
  tenken_import_add_button (self->buttons, _ ("Selected: take the sheet’s"), "edits.sheet", NULL);
  tenken_import_add_button (self->buttons, _ ("Selected: leave as it is"), "edits.store", NULL);
  tenken_import_add_button (self->buttons, _ ("All: take the sheet’s"), "edits.all-sheet", NULL);
  tenken_import_add_button (self->buttons, _ ("All: leave as they are"), "edits.all-store", NULL);
  gtk_widget_set_vexpand (table, TRUE);
  gtk_box_append (GTK_BOX (box), self->buttons);
  gtk_box_append (GTK_BOX (box), table);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
tenken_sheets_edits_new (void)
{
  return g_object_new (TENKEN_TYPE_SHEETS_EDITS, NULL);
}

static void
add_rows (TnkAnswerEdit *edit,
          GPtrArray *rows)
{
  for (guint i = 0; i < tnk_answer_edit_get_n_rows (edit); i++) {
    Row *row = g_new (Row, 1);

    *row = (Row){g_object_ref (edit), i};
    g_ptr_array_add (rows, tenken_table_item_new (row, row_free));
  }
}

void
tenken_sheets_edits_set (TenkenSheetsEdits *self,
                         TnkAnswerEdits *edits)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (TENKEN_IS_SHEETS_EDITS (self) && TNK_IS_ANSWER_EDITS (edits));

  g_set_object (&self->edits, edits);
  for (guint i = 0; i < tnk_answer_edits_get_n_edits (edits); i++)
    add_rows (tnk_answer_edits_get_edit (edits, i), rows);
  g_clear_object (&self->model);
  self->model = g_list_store_new (TENKEN_TYPE_TABLE_ITEM);
  g_list_store_splice (self->model, 0, 0, rows->pdata, rows->len);
  gtk_widget_set_visible (self->buttons, tnk_answer_edits_count_conflicts (edits) > 0);
  tenken_table_set_model (self->table, G_LIST_MODEL (self->model));
}
