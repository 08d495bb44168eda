/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-results-tables.h"

#include <glib/gi18n.h>

#include "tenken-distribution.h"
#include "tenken-results-row.h"

/* --- what stands in the columns --- */

static char *
get_clause (gpointer item,
            gpointer user_data)
{
  return g_strdup (TENKEN_RESULTS_ROW (item)->clause);
}

/* Clauses stand in the order of the catalog, not of the alphabet. */
static double
get_index (gpointer item,
           gpointer user_data)
{
  return TENKEN_RESULTS_ROW (item)->index;
}

static char *
get_title (gpointer item,
           gpointer user_data)
{
  return g_strdup (TENKEN_RESULTS_ROW (item)->title);
}

static char *
get_score (gpointer item,
           gpointer user_data)
{
  return tenken_results_row_dup_score (item);
}

static double
get_score_number (gpointer item,
                  gpointer user_data)
{
  return TENKEN_RESULTS_ROW (item)->score;
}

static char *
get_change (gpointer item,
            gpointer user_data)
{
  return tenken_results_row_dup_change (item);
}

static double
get_change_number (gpointer item,
                   gpointer user_data)
{
  return tenken_results_row_get_change (item);
}

static char *
get_counts (gpointer item,
            gpointer user_data)
{
  return tenken_distribution_describe (&TENKEN_RESULTS_ROW (item)->counts);
}

/* By the share of those who keep it, of all who are asked. */
static double
get_share (gpointer item,
           gpointer user_data)
{
  TenkenResultsRow *row = item;

  return (double) row->counts.implemented / MAX (row->counts.items, 1);
}

static GtkWidget *
make_bar (gpointer user_data)
{
  return tenken_distribution_new ();
}

static void
bind_bar (GtkWidget *cell,
          gpointer item,
          gpointer user_data)
{
  tenken_distribution_set_counts (TENKEN_DISTRIBUTION (cell), &TENKEN_RESULTS_ROW (item)->counts);
}

static char *
get_implemented (gpointer item,
                 gpointer user_data)
{
  return tenken_results_row_dup_implemented (item);
}

static double
get_implemented_share (gpointer item,
                       gpointer user_data)
{
  TenkenResultsRow *row = item;

  return (double) row->counts.implemented / MAX (tenken_results_row_get_n_rated (row), 1);
}

static char *
get_gaps (gpointer item,
          gpointer user_data)
{
  TenkenResultsRow *row = item;

  return g_strdup_printf ("%u/%u", row->n_gaps, row->n_controls);
}

static double
get_n_gaps (gpointer item,
            gpointer user_data)
{
  return TENKEN_RESULTS_ROW (item)->n_gaps;
}

static char *
get_place (gpointer item,
           gpointer user_data)
{
  return g_strdup_printf ("%u", TENKEN_RESULTS_ROW (item)->place);
}

static double
get_place_number (gpointer item,
                  gpointer user_data)
{
  return TENKEN_RESULTS_ROW (item)->place;
}

static char *
get_hint (gpointer item,
          gpointer user_data)
{
  return g_strdup (TENKEN_RESULTS_ROW (item)->hint);
}

/* --- the tables --- */

#define CLAUSE \
  { \
    .id = "clause", .title = N_ ("Clause"), .get_text = get_clause, .get_number = get_index, .width = 7 \
  }
#define CONTROL \
  { \
    .id = "control", .title = N_ ("Control"), .get_text = get_title \
  }
#define SCORE \
  { \
    .id = "score", .title = N_ ("Score"), .get_text = get_score, .get_number = get_score_number, .numeric = TRUE, .width = 5 \
  }
#define CHANGE \
  { \
    .id = "change", .title = N_ ("Change"), .get_text = get_change, .get_number = get_change_number, .numeric = TRUE, .width = 6 \
  }
#define ANSWERS \
  { \
    .id = "answers", .title = N_ ("Answers"), .get_text = get_counts, .get_number = get_share, .width = 10, .make_cell = make_bar, \
    .bind_cell = bind_bar \
  }
#define IMPLEMENTED \
  { \
    .id = "implemented", .title = N_ ("Kept"), .get_text = get_implemented, .get_number = get_implemented_share, .numeric = TRUE, \
    .width = 7 \
  }

static const TenkenTableColumn section_columns[] = {
  {.id = "section", .title = N_ ("No."), .get_text = get_clause, .get_number = get_index, .width = 4},
  {.id = "title", .title = N_ ("Section"), .get_text = get_title},
  SCORE,
  CHANGE,
  ANSWERS,
  IMPLEMENTED,
  {.id = "gaps", .title = N_ ("Gaps"), .get_text = get_gaps, .get_number = get_n_gaps, .numeric = TRUE, .width = 5},
};

static const TenkenTableColumn control_columns[] = {CLAUSE, CONTROL, SCORE, CHANGE, ANSWERS, IMPLEMENTED};

static const TenkenTableColumn gap_columns[] = {
  {.id = "place", .title = N_ ("No."), .get_text = get_place, .get_number = get_place_number, .numeric = TRUE, .width = 3},
  CLAUSE,
  CONTROL,
  ANSWERS,
  IMPLEMENTED,
  {.id = "hint", .title = N_ ("What helps"), .get_text = get_hint, .width = 16},
};

static const TenkenTableColumn role_columns[] = {
  {.id = "role", .title = N_ ("Role"), .get_text = get_title},
  SCORE,
  ANSWERS,
  IMPLEMENTED};

static const TenkenTableColumn department_columns[] = {
  {.id = "department", .title = N_ ("Department"), .get_text = get_title},
  SCORE,
  ANSWERS,
  IMPLEMENTED};

GtkWidget *
tenken_results_sections_table_new (void)
{
  return tenken_table_new ("sections", _ ("Results by section"), section_columns, G_N_ELEMENTS (section_columns));
}

GtkWidget *
tenken_results_controls_table_new (void)
{
  return tenken_table_new ("controls", _ ("Results by control"), control_columns, G_N_ELEMENTS (control_columns));
}

GtkWidget *
tenken_results_gaps_table_new (void)
{
  GtkWidget *table = tenken_table_new ("gaps", _ ("Gaps, worst first"), gap_columns, G_N_ELEMENTS (gap_columns));

  tenken_table_set_empty_text (TENKEN_TABLE (table), _ ("There is no gap: every control that was judged is fully kept."));
  return table;
}

GtkWidget *
tenken_results_roles_table_new (void)
{
  return tenken_table_new ("control-roles", _ ("Roles"), role_columns, G_N_ELEMENTS (role_columns));
}

GtkWidget *
tenken_results_departments_table_new (void)
{
  return tenken_table_new ("control-departments", _ ("Departments"), department_columns, G_N_ELEMENTS (department_columns));
}
