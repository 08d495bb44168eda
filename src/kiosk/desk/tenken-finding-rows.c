/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-finding-rows.h"

#include <glib/gi18n.h>

#include "tenken-audit-words.h"
#include "tenken-language.h"

G_DEFINE_FINAL_TYPE (TenkenFindingRow, tenken_finding_row, G_TYPE_OBJECT)

static void
tenken_finding_row_finalize (GObject *object)
{
  TenkenFindingRow *self = TENKEN_FINDING_ROW (object);

  g_clear_object (&self->audit);
  g_clear_object (&self->finding);
  g_clear_object (&self->spread);
  g_free (self->department);
  G_OBJECT_CLASS (tenken_finding_row_parent_class)->finalize (object);
}

static void
tenken_finding_row_class_init (TenkenFindingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenken_finding_row_finalize;
}

static void
tenken_finding_row_init (TenkenFindingRow *self)
{
}

/* --- the rows --- */

static TenkenFindingRow *
make_row (TnkAuditBook *book,
          TnkFinding *finding,
          TnkSpread *spread,
          const char *today)
{
  TenkenFindingRow *self = g_object_new (TENKEN_TYPE_FINDING_ROW, NULL);

  self->audit = g_object_ref (tnk_audit_book_get_audit (book));
  self->finding = g_object_ref (finding);
  self->spread = spread != NULL ? g_object_ref (spread) : NULL;
  self->department = tenken_audit_word_department (tnk_audit_book_get_tree (book),
                                                   spread != NULL ? tnk_spread_get_department_id (spread) : tnk_finding_get_department_id (finding));
  self->overdue = spread != NULL ? tnk_spread_is_overdue (spread, today) : tnk_finding_is_overdue (finding, today);
  return self;
}

static void
add_book (GListStore *rows,
          TnkAuditBook *book,
          const char *today)
{
  for (guint i = 0; i < tnk_audit_book_get_n_findings (book); i++) {
    TnkFinding *finding = tnk_audit_book_get_finding (book, i);
    /* A department reads nothing of a finding that is not its own but what it is asked. */
    gboolean own = *tnk_finding_get_department_id (finding) != '\0';

    if (own) {
      g_autoptr (TenkenFindingRow) row = make_row (book, finding, NULL, today);
      g_list_store_append (rows, row);
    }
    for (guint s = 0; !own && s < tnk_finding_get_n_spreads (finding); s++) {
      g_autoptr (TenkenFindingRow) row = make_row (book, finding, tnk_finding_get_spread (finding, s), today);
      g_list_store_append (rows, row);
    }
  }
}

GListModel *
tenken_finding_rows_new (const TenkenAuditData *data)
{
  GListStore *rows = g_list_store_new (TENKEN_TYPE_FINDING_ROW);

  for (guint i = 0; i < data->books->len; i++)
    if (data->book == NULL || data->books->pdata[i] == data->book)
      add_book (rows, data->books->pdata[i], data->today);
  return G_LIST_MODEL (rows);
}

gboolean
tenken_finding_row_waits_for_department (TenkenFindingRow *self)
{
  g_return_val_if_fail (TENKEN_IS_FINDING_ROW (self), FALSE);
  if (self->spread != NULL)
    return tnk_spread_get_answer (self->spread) == TNK_SPREAD_ANSWER_OPEN;
  return tnk_finding_get_state (self->finding) == TNK_FINDING_STATE_ISSUED;
}

gboolean
tenken_finding_row_waits_for_auditor (TenkenFindingRow *self)
{
  g_return_val_if_fail (TENKEN_IS_FINDING_ROW (self), FALSE);
  return self->spread == NULL && tnk_finding_get_state (self->finding) == TNK_FINDING_STATE_ANSWERED;
}

gboolean
tenken_finding_row_is_open (TenkenFindingRow *self)
{
  g_return_val_if_fail (TENKEN_IS_FINDING_ROW (self), FALSE);
  return self->spread != NULL ? tenken_finding_row_waits_for_department (self) : tnk_finding_is_open (self->finding);
}

/* --- the columns --- */

static char *
get_id (gpointer item,
        gpointer user_data)
{
  return g_strdup (tnk_finding_get_id (TENKEN_FINDING_ROW (item)->finding));
}

static char *
get_kind (gpointer item,
          gpointer user_data)
{
  TenkenFindingRow *self = item;

  return g_strdup (self->spread != NULL ? _ ("Question") : tenken_finding_kind_get_name (tnk_finding_get_kind (self->finding)));
}

static char *
get_title (gpointer item,
           gpointer user_data)
{
  TenkenFindingRow *self = item;

  return tenken_audit_in_line (self->spread != NULL ? tnk_spread_get (self->spread, TNK_SPREAD_FIELD_QUESTION)
                                                    : tnk_finding_get (self->finding, TNK_FINDING_FIELD_TITLE));
}

static char *
get_department (gpointer item,
                gpointer user_data)
{
  return g_strdup (TENKEN_FINDING_ROW (item)->department);
}

static char *
get_control (gpointer item,
             gpointer user_data)
{
  TnkControl *control = tnk_finding_get_control (TENKEN_FINDING_ROW (item)->finding);

  return g_strdup_printf ("%s %s", tnk_control_get_clause (control), tenken_text (tnk_control_get_title (control)));
}

static double
rank_control (gpointer item,
              gpointer user_data)
{
  return tnk_control_get_index (tnk_finding_get_control (TENKEN_FINDING_ROW (item)->finding));
}

static const char *
find_due (TenkenFindingRow *self)
{
  return self->spread != NULL ? tnk_spread_get (self->spread, TNK_SPREAD_FIELD_DUE) : tnk_finding_get (self->finding, TNK_FINDING_FIELD_DUE);
}

static char *
get_due (gpointer item,
         gpointer user_data)
{
  const char *due = find_due (item);

  return g_strdup (*due != '\0' ? due : "–");
}

static double
rank_due (gpointer item,
          gpointer user_data)
{
  return tenken_audit_rank_day (find_due (item));
}

static const char *
find_state (TenkenFindingRow *self)
{
  if (self->spread != NULL)
    return tnk_spread_answer_get_label (tnk_spread_get_answer (self->spread), tenken_language_get ());
  return tenken_finding_state_get_name (tnk_finding_get_state (self->finding));
}

static char *
get_state (gpointer item,
           gpointer user_data)
{
  TenkenFindingRow *self = item;

  /* Translators: the state of a finding that is late */
  return self->overdue ? g_strdup_printf (_ ("Overdue, %s"), find_state (self)) : g_strdup (find_state (self));
}

static double
rank_state (gpointer item,
            gpointer user_data)
{
  TenkenFindingRow *self = item;

  return self->spread != NULL ? tnk_spread_get_answer (self->spread) : tnk_finding_get_state (self->finding);
}

/* --- what is late stands out: by a sign, a word and a colour --- */

static GtkWidget *
make_late (gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *label = gtk_label_new (NULL), *sign;

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  /* The words beside it say the same. */
  sign = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name", "dialog-warning-symbolic", NULL);
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "plan-mark");
  return box;
}

static void
bind_state (GtkWidget *cell,
            gpointer item,
            gpointer user_data)
{
  GtkWidget *image = gtk_widget_get_first_child (cell);
  g_autofree char *text = get_state (item, user_data);
  gboolean overdue = TENKEN_FINDING_ROW (item)->overdue;

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (image)), text);
  gtk_widget_set_tooltip_text (cell, text);
  gtk_widget_set_visible (image, overdue);
  if (overdue)
    gtk_widget_add_css_class (cell, "overdue");
  else
    gtk_widget_remove_css_class (cell, "overdue");
}

static const TenkenTableColumn columns[] = {
  {"id", N_ ("Number"), get_id, NULL, FALSE, 5, NULL, NULL},
  {"kind", N_ ("Kind"), get_kind, NULL, FALSE, 5, NULL, NULL},
  {"title", N_ ("What it is about"), get_title, NULL, FALSE, 0, NULL, NULL},
  {"department", N_ ("Department"), get_department, NULL, FALSE, 9, NULL, NULL},
  {"control", N_ ("Control"), get_control, rank_control, FALSE, 10, NULL, NULL},
  {"due", N_ ("Due"), get_due, rank_due, FALSE, 6, NULL, NULL},
  {"state", N_ ("State"), get_state, rank_state, FALSE, 9, make_late, bind_state},
};

GtkWidget *
tenken_finding_table_new (const char *name,
                          const char *title)
{
  return tenken_table_new (name, title, columns, G_N_ELEMENTS (columns));
}
