/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-turnout-people.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tenken-table.h"
#include "tenken-turnout-bar.h"

/* With more rows than this that are not what they were, all are shown anew. */
#define MOST_CHANGES 200

struct _TenkenTurnoutPeople
{
  GtkBox parent_instance;

  TenkenTable *table;
  GListStore *rows; /* (element-type TnkTurnoutPerson) */
  GtkCustomFilter *filter;
  guint states;
};

enum {
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TenkenTurnoutPeople, tenken_turnout_people, GTK_TYPE_BOX)

/* --- columns --- */

static char *
get_id (gpointer item,
        gpointer user_data)
{
  return g_strdup (tnk_turnout_person_get_id (item));
}

static char *
get_name (gpointer item,
          gpointer user_data)
{
  return g_strdup (tnk_turnout_person_get_name (item));
}

static char *
get_department (gpointer item,
                gpointer user_data)
{
  return g_strdup (tnk_department_get_name (tnk_turnout_person_get_department (item)));
}

static double
number_department (gpointer item,
                   gpointer user_data)
{
  return tnk_department_get_index (tnk_turnout_person_get_department (item));
}

static char *
get_state (gpointer item,
           gpointer user_data)
{
  return g_strdup (tenken_turnout_get_word (tnk_turnout_person_get_state (item)));
}

static double
number_state (gpointer item,
              gpointer user_data)
{
  return tnk_turnout_person_get_state (item);
}

static char *
get_answered (gpointer item,
              gpointer user_data)
{
  guint n = tnk_turnout_person_get_n_items (item);

  return g_strdup_printf ("%u/%u", n - tnk_turnout_person_get_n_open (item), n);
}

static double
number_answered (gpointer item,
                 gpointer user_data)
{
  return -(double) tnk_turnout_person_get_n_open (item);
}

static char *
get_handed_in (gpointer item,
               gpointer user_data)
{
  const char *moment = tnk_turnout_person_get_handed_in_at (item);
  g_autoptr (GDateTime) time = moment != NULL ? g_date_time_new_from_iso8601 (moment, NULL) : NULL;

  /* Translators: day and time in a narrow column, as for g_date_time_format () */
  return time != NULL ? g_date_time_format (time, _ ("%-d %b %H:%M")) : g_strdup ("");
}

static double
number_handed_in (gpointer item,
                  gpointer user_data)
{
  const char *moment = tnk_turnout_person_get_handed_in_at (item);
  g_autoptr (GDateTime) time = moment != NULL ? g_date_time_new_from_iso8601 (moment, NULL) : NULL;

  return time != NULL ? g_date_time_to_unix (time) : NAN;
}

static char *
get_remark (gpointer item,
            gpointer user_data)
{
  const char *remark = tnk_turnout_person_get_remark (item);
  g_auto (GStrv) lines = g_strsplit (remark != NULL ? remark : "", "\n", -1);

  return g_strjoinv (" ", lines);
}

static GtkWidget *
make_state (gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), tenken_turnout_sign_new (TNK_TURNOUT_STATE_NOT_BEGUN));
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  return box;
}

static void
bind_state (GtkWidget *cell,
            gpointer item,
            gpointer user_data)
{
  TnkTurnoutState state = tnk_turnout_person_get_state (item);
  GtkWidget *label = gtk_widget_get_last_child (cell);

  gtk_box_remove (GTK_BOX (cell), gtk_widget_get_first_child (cell));
  gtk_box_prepend (GTK_BOX (cell), tenken_turnout_sign_new (state));
  gtk_label_set_text (GTK_LABEL (label), tenken_turnout_get_word (state));
}

static const TenkenTableColumn columns[] = {
  {"number", N_ ("Number"), get_id, NULL, FALSE, 6, NULL, NULL},
  {"name", N_ ("Name"), get_name, NULL, FALSE, 9, NULL, NULL},
  {"department", N_ ("Department"), get_department, number_department, FALSE, 8, NULL, NULL},
  {"state", N_ ("State"), get_state, number_state, FALSE, 7, make_state, bind_state},
  {"answered", N_ ("Answered"), get_answered, number_answered, TRUE, 5, NULL, NULL},
  {"handed-in", N_ ("Handed in on"), get_handed_in, number_handed_in, FALSE, 7, NULL, NULL},
  {"remark", N_ ("Why it came back"), get_remark, NULL, FALSE, 0, NULL, NULL},
};

/* --- what is shown --- */

static gboolean
is_wanted (gpointer item,
           gpointer user_data)
{
  return (((TenkenTurnoutPeople *) user_data)->states >> tnk_turnout_person_get_state (item)) & 1;
}

static gboolean
is_same (TnkTurnoutPerson *one,
         TnkTurnoutPerson *other)
{
  return tnk_turnout_person_get_state (one) == tnk_turnout_person_get_state (other) &&
         tnk_turnout_person_get_n_answered (one) == tnk_turnout_person_get_n_answered (other) &&
         g_strcmp0 (tnk_turnout_person_get_reference (one), tnk_turnout_person_get_reference (other)) == 0 &&
         g_strcmp0 (tnk_turnout_person_get_remark (one), tnk_turnout_person_get_remark (other)) == 0 &&
         g_strcmp0 (tnk_turnout_person_get_name (one), tnk_turnout_person_get_name (other)) == 0;
}

/* The places of the rows that are not what they were; NULL where the people are others, or so many changed. */
static GArray *
find_changes (TenkenTurnoutPeople *self,
              GPtrArray *people)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (guint));

  if (people->len != g_list_model_get_n_items (G_LIST_MODEL (self->rows)))
    return NULL;
  for (guint i = 0; i < people->len && changes->len <= MOST_CHANGES; i++) {
    g_autoptr (TnkTurnoutPerson) shown = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

    if (!g_str_equal (tnk_turnout_person_get_id (shown), tnk_turnout_person_get_id (people->pdata[i])))
      return NULL;
    if (!is_same (shown, people->pdata[i]))
      g_array_append_val (changes, i);
  }
  return changes->len <= MOST_CHANGES ? g_steal_pointer (&changes) : NULL;
}

void
tenken_turnout_people_show (TenkenTurnoutPeople *self,
                            TnkTurnout *turnout)
{
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GArray) changes = NULL;

  g_return_if_fail (TENKEN_IS_TURNOUT_PEOPLE (self) && TNK_IS_TURNOUT (turnout));

  people = tnk_turnout_list_people (turnout, -1, TNK_TURNOUT_ANY_STATE);
  changes = find_changes (self, people);
  if (changes == NULL)
    g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), people->pdata, people->len);
  for (guint i = 0; changes != NULL && i < changes->len; i++) {
    guint at = g_array_index (changes, guint, i);

    g_list_store_splice (self->rows, at, 1, &people->pdata[at], 1);
  }
}

void
tenken_turnout_people_clear (TenkenTurnoutPeople *self)
{
  g_return_if_fail (TENKEN_IS_TURNOUT_PEOPLE (self));
  g_list_store_remove_all (self->rows);
}

void
tenken_turnout_people_set_states (TenkenTurnoutPeople *self,
                                  guint states)
{
  g_return_if_fail (TENKEN_IS_TURNOUT_PEOPLE (self));

  self->states = states;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

/* --- the class --- */

static void
opened (TenkenTurnoutPeople *self,
        TnkTurnoutPerson *person)
{
  g_signal_emit (self, signals[OPEN], 0, person);
}

static void
tenken_turnout_people_dispose (GObject *object)
{
  TenkenTurnoutPeople *self = TENKEN_TURNOUT_PEOPLE (object);

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (tenken_turnout_people_parent_class)->dispose (object);
}

static void
tenken_turnout_people_class_init (TenkenTurnoutPeopleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenken_turnout_people_dispose;
  signals[OPEN] = g_signal_new ("open", TENKEN_TYPE_TURNOUT_PEOPLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, TNK_TYPE_TURNOUT_PERSON);
}

static void
tenken_turnout_people_init (TenkenTurnoutPeople *self)
{
  GtkWidget *table = tenken_table_new ("turnout", _ ("Who has handed in"), columns, G_N_ELEMENTS (columns));
  g_autoptr (GListModel) wanted = NULL;

  self->states = TNK_TURNOUT_ANY_STATE;
  self->rows = g_list_store_new (TNK_TYPE_TURNOUT_PERSON);
  self->filter = gtk_custom_filter_new (is_wanted, self, NULL);
  wanted = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)), g_object_ref (GTK_FILTER (self->filter))));
  self->table = TENKEN_TABLE (table);
  tenken_table_set_model (self->table, wanted);
  /* Who is missing comes first. */
  tenken_table_sort_by (self->table, "state", GTK_SORT_ASCENDING);
  tenken_table_set_empty_text (self->table, _ ("Nobody is in this state."));
  g_signal_connect_object (table, "open", G_CALLBACK (opened), self, G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (table, TRUE);
  gtk_widget_set_vexpand (table, TRUE);
  gtk_box_append (GTK_BOX (self), table);
}

GtkWidget *
tenken_turnout_people_new (void)
{
  return g_object_new (TENKEN_TYPE_TURNOUT_PEOPLE, NULL);
}
