/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <errno.h>

#include <glib/gstdio.h>

#include "ctl-report.h"
#include "demo-answers.h"
#include "demo-audit.h"
#include "demo-plan.h"

static int n_people = DEMO_DEFAULT_PEOPLE;
static int n_departments = DEMO_DEFAULT_DEPARTMENTS;
static int seed = 1;

/* Printed for everybody to see: the data behind it is made up. */
#define KIOSK_PIN "48205173"

static gboolean data_only = FALSE;

/* One of the two rounds: what the campaign is, and how people answer. The days are fixed, so that the same seed gives
 * the same store. */
typedef struct
{
  const char *id;
  const char *title;
  const char *opens;
  const char *closes;
  const char *now; /* the moment that the log shows */
  gboolean closed;
  DemoRound round;
  const char *adopted[4];
} Round;

/* This year the city adopts three recommended controls: multi-year comparisons must cope with that. */
static const Round rounds[] = {
  {"2025", "令和7年度 情報セキュリティ自己点検", "2025-10-01", "2025-11-28", "2025-11-28T17:00:00+09:00", TRUE, {.number = 2025, .submitted = 0.93, .maturity = 0.0}, {NULL}},
  {"2026", "令和8年度 情報セキュリティ自己点検", "2026-10-01", "2026-11-30", "2026-11-20T17:00:00+09:00", FALSE, {.number = 2026, .submitted = 0.62, .maturity = 1.0}, {"4.4-5", "5.2-2-2", "8.1-1-2", NULL}},
};

typedef struct
{
  const char *directory;
  DemoBody *body;
  TnkCatalog *catalog;
  TnkStore *store;
  GPtrArray *workbooks; /* (element-type utf8): the files */
  char *slips; /* the file of PIN slips, or NULL */
  GPtrArray *visitors; /* (element-type TnkPinSlip): one of each kind of people, to try it as */
} Demo;

static void
visitor_free (gpointer slip)
{
  if (slip != NULL)
    tnk_pin_slip_unref (slip);
}

static void
demo_clear (Demo *self)
{
  g_clear_pointer (&self->body, demo_body_free);
  g_clear_object (&self->catalog);
  g_clear_object (&self->store);
  g_clear_pointer (&self->workbooks, g_ptr_array_unref);
  g_clear_pointer (&self->slips, g_free);
  g_clear_pointer (&self->visitors, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Demo, demo_clear)

static char *
path_in (Demo *self,
         const char *format,
         ...) G_GNUC_PRINTF (2, 3);

static char *
path_in (Demo *self,
         const char *format,
         ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *name = g_strdup_vprintf (format, args);
  va_end (args);
  return g_build_filename (self->directory, name, NULL);
}

static void
set_clock (Demo *self,
           const char *moment)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (moment, NULL);

  tnk_store_set_clock (self->store, now);
}

/* A demonstration never writes over anything. */
static gboolean
check_empty (Demo *self,
             GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (self->directory, 0, error);
  const char *name = dir != NULL ? g_dir_read_name (dir) : NULL;

  if (name != NULL)
    g_set_error (error, TNK_ERROR, TNK_ERROR_EXISTS, "%s/%s: something is there already; name an empty folder", self->directory, name);
  return dir != NULL && name == NULL;
}

static gboolean
make_directory (Demo *self,
                GError **error)
{
  if (g_mkdir_with_parents (self->directory, 0755) == 0)
    return check_empty (self, error);
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: cannot be made: %s", self->directory,
               g_strerror (errno));
  return FALSE;
}

static gboolean
find_catalog (Demo *self,
              GError **error)
{
  g_autoptr (TnkCatalogLibrary) library = tnk_catalog_library_new ();

  self->catalog = tnk_catalog_library_find (library, "mic-2020", NULL, error);
  return self->catalog != NULL;
}

static gboolean
make_store (Demo *self,
            GError **error)
{
  g_autofree char *database = path_in (self, "tenken.db");
  g_autofree char *departments = path_in (self, "departments.csv");
  g_autofree char *people = path_in (self, "people.csv");
  g_autoptr (TnkBody) body = NULL;
  g_autoptr (GDateTime) born = NULL;
  TnkRosterChange change;

  if (!demo_body_write (self->body, self->directory, error))
    return FALSE;
  body = tnk_body_read_roster (departments, people, NULL, NULL, error);
  if (body == NULL)
    return FALSE;
  born = g_date_time_new_from_iso8601 ("2025-09-01T09:00:00+09:00", NULL);
  self->store = tnk_store_create (database, demo_body_get_name (self->body), "demo", born, error);
  if (self->store == NULL)
    return FALSE;
  return tnk_store_import_roster (self->store, body, FALSE, &change, ctl_progress, (gpointer) "importing the roster",
                                  NULL, error);
}

static gboolean
make_campaign (Demo *self,
               const Round *round,
               GError **error)
{
  g_autoptr (TnkCampaign) campaign = tnk_campaign_new (round->id, self->catalog);
  guint n_asked;

  tnk_campaign_set_title (campaign, round->title);
  if (!tnk_campaign_set_period (campaign, round->opens, round->closes, error))
    return FALSE;
  for (guint i = 0; round->adopted[i] != NULL; i++)
    if (!tnk_campaign_adopt (campaign, round->adopted[i], error))
      return FALSE;
  return tnk_store_create_campaign (self->store, campaign, error) &&
         tnk_store_open_campaign (self->store, round->id, &n_asked, error);
}

static gboolean
play_round (Demo *self,
            const Round *round,
            GError **error)
{
  g_autofree char *answers = path_in (self, "answers-%s.csv", round->id);
  guint64 n_rows;
  guint n_answered, n_submitted, n_asked;

  set_clock (self, round->now);
  if (!make_campaign (self, round, error) ||
      !demo_answers_write (self->body, self->catalog, seed, round->round, answers, round->adopted, error) ||
      !tnk_store_import_answers (self->store, round->id, answers, FALSE, &n_rows, &n_answered, NULL, ctl_progress,
                                 (gpointer) "importing answers", NULL, error))
    return FALSE;
  return !round->closed || tnk_store_close_campaign (self->store, round->id, &n_submitted, &n_asked, error);
}

static gboolean
write_workbooks (Demo *self,
                 const Round *round,
                 GError **error)
{
  char *filename = path_in (self, "scorecard-%s.xlsx", round->id);
  guint64 n_cells;

  g_ptr_array_add (self->workbooks, filename);
  return tnk_export_scorecard (self->store, round->id, NULL, filename, ctl_progress, (gpointer) "writing the scorecard", NULL, &n_cells, error);
}

/* A workbook of the first section and the receipt of the first person who handed one in, to look at. */
static gboolean
write_samples (Demo *self,
               const Round *round,
               GError **error)
{
  guint department = 0, person = 0;
  guint64 n_cells;
  char *filename;

  while (department + 1 < demo_body_get_n_departments (self->body) && !demo_body_is_section (self->body, department))
    department++;
  filename = path_in (self, "department-%s-%s.xlsx", demo_body_get_department_id (self->body, department), round->id);
  g_ptr_array_add (self->workbooks, filename);
  if (!tnk_export_department (self->store, round->id, demo_body_get_department_id (self->body, department), filename, NULL, NULL, NULL,
                              &n_cells, error))
    return FALSE;
  for (; person < demo_body_get_n_people (self->body); person++) {
    const char *id = demo_body_get_person_id (self->body, person);
    g_autoptr (TnkQuestionnaire) questionnaire = tnk_store_load_questionnaire (self->store, round->id, id, error);

    if (questionnaire == NULL)
      return FALSE;
    if (tnk_questionnaire_get_state (questionnaire) != TNK_QUESTIONNAIRE_STATE_SUBMITTED)
      continue;
    filename = path_in (self, "person-%s-%s.xlsx", id, round->id);
    g_ptr_array_add (self->workbooks, filename);
    return tnk_export_person (self->store, round->id, id, filename, &n_cells, error);
  }
  return TRUE;
}

static gboolean
add_slips (Demo *self,
           const char *department,
           const char *person,
           GPtrArray *all,
           GError **error)
{
  g_autoptr (GPtrArray) slips = tnk_store_issue_pins (self->store, department, person, FALSE, NULL, NULL, NULL, error);

  for (guint i = 0; slips != NULL && i < slips->len; i++)
    g_ptr_array_add (all, tnk_pin_slip_ref (g_ptr_array_index (slips, i)));
  return slips != NULL;
}

/* The section with the fewest people, so that their PINs are soon made. */
static const char *
find_small_section (Demo *self)
{
  const char *found = demo_body_get_person_department_id (self->body, 0);
  guint fewest = G_MAXUINT;

  for (guint d = 0; d < demo_body_get_n_departments (self->body); d++) {
    const char *id = demo_body_get_department_id (self->body, d);
    guint n = 0;

    for (guint p = 0; p < demo_body_get_n_people (self->body); p++)
      n += g_str_equal (demo_body_get_person_department_id (self->body, p), id);
    if (demo_body_is_section (self->body, d) && n > 0 && n < fewest) {
      fewest = n;
      found = id;
    }
  }
  return found;
}

/* The first person with a role, and with no other where @only; NULL if there is nobody. */
static const char *
find_holder (Demo *self,
             const char *role,
             gboolean only,
             gboolean (*fits) (Demo *self, const char *person))
{
  for (guint p = 0; p < demo_body_get_n_people (self->body); p++) {
    g_autofree char *joined = demo_body_dup_person_roles (self->body, p);
    g_auto (GStrv) roles = g_strsplit (joined, ";", -1);
    const char *id = demo_body_get_person_id (self->body, p);

    if (g_strv_contains ((const char *const *) roles, role) && (!only || g_strv_length (roles) == 1) &&
        (fits == NULL || fits (self, id)))
      return id;
  }
  return NULL;
}

/* Has not begun: who tries the kiosk as this person meets it as everybody does. */
static gboolean
is_newcomer (Demo *self,
             const char *person)
{
  g_autoptr (TnkQuestionnaire) questionnaire = tnk_store_load_questionnaire (self->store, rounds[1].id, person, NULL);

  return questionnaire != NULL && tnk_questionnaire_get_state (questionnaire) == TNK_QUESTIONNAIRE_STATE_DRAFT &&
         tnk_questionnaire_count_answered (questionnaire) == 0;
}

static TnkPinSlip *
find_slip (GPtrArray *slips,
           const char *person)
{
  for (guint i = 0; person != NULL && i < slips->len; i++)
    if (g_str_equal (tnk_person_get_id (tnk_pin_slip_get_person (g_ptr_array_index (slips, i))), person))
      return tnk_pin_slip_ref (g_ptr_array_index (slips, i));
  return NULL;
}

/* As whom the program can be tried: each sees something else after signing in. */
static const struct
{
  const char *role;
  gboolean newcomer;
  const char *sees;
} kinds[] = {
  {"staff", TRUE, "a member of staff who has not begun"},
  {"manager", FALSE, "a section's manager"},
  {"chief", FALSE, "the secretariat"},
  {"ciso", FALSE, "the committee"},
  {"audit-chief", FALSE, "the audit chief, who also audits"},
};

static const char *
find_visitor (Demo *self,
              guint kind)
{
  return find_holder (self, kinds[kind].role, kinds[kind].newcomer, kinds[kind].newcomer ? is_newcomer : NULL);
}

/* First PINs for a section and for the visitors. */
static gboolean
write_slips (Demo *self,
             GError **error)
{
  g_autoptr (GPtrArray) slips = g_ptr_array_new_with_free_func ((GDestroyNotify) tnk_pin_slip_unref);

  if (!add_slips (self, find_small_section (self), NULL, slips, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    const char *person = find_visitor (self, i);

    if (person != NULL && !add_slips (self, NULL, person, slips, error))
      return FALSE;
    g_ptr_array_add (self->visitors, find_slip (slips, person));
  }
  self->slips = path_in (self, "pin-slips.xlsx");
  return tnk_store_set_kiosk_pin (self->store, KIOSK_PIN, error) &&
         tnk_pin_slips_write (slips, demo_body_get_name (self->body), rounds[1].title, rounds[1].closes, self->slips, NULL, error);
}

/* The plan that followed from the first round. A body too small for two offices has none. */
static gboolean
play_plan (Demo *self,
           GError **error)
{
  const char *secretary = find_holder (self, "chief", FALSE, NULL), *auditor = find_holder (self, "audit-chief", FALSE, NULL);

  if (data_only || secretary == NULL || auditor == NULL)
    return TRUE;
  return demo_plan_play (self->store, rounds[0].id, secretary, auditor, error);
}

/* The audit beside the first round, and the plan of the next, which waits for the committee. */
static gboolean
play_audit (Demo *self,
            guint round,
            GError **error)
{
  const char *chief = find_holder (self, "audit-chief", FALSE, NULL), *decider = find_holder (self, "ciso", FALSE, NULL);

  if (data_only || chief == NULL || decider == NULL)
    return TRUE;
  if (round == 0)
    return demo_audit_play (self->store, rounds[0].id, chief, decider, self->directory, error);
  return demo_audit_plan_next (self->store, rounds[1].id, chief, error);
}

static gboolean
make (Demo *self,
      GError **error)
{
  if (!make_directory (self, error) || !find_catalog (self, error) || !make_store (self, error))
    return FALSE;
  if (!play_round (self, &rounds[0], error) || !play_audit (self, 0, error) || !play_plan (self, error) || !play_round (self, &rounds[1], error) ||
      !play_audit (self, 1, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (rounds); i++)
    if (!data_only && !write_workbooks (self, &rounds[i], error))
      return FALSE;
  return data_only || (write_samples (self, &rounds[1], error) && write_slips (self, error));
}

static void
print_visitors (Demo *self)
{
  for (guint i = 0; i < self->visitors->len; i++) {
    TnkPinSlip *slip = g_ptr_array_index (self->visitors, i);

    if (slip != NULL)
      g_print ("sign in with the staff number %s and the first PIN %s as %s\n",
               tnk_person_get_id (tnk_pin_slip_get_person (slip)), tnk_pin_slip_get_pin (slip), kinds[i].sees);
  }
}

static int
run_demo (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"people", 0, 0, G_OPTION_ARG_INT, &n_people, "How many people (1 to 100000); 1000 as without", "N"},
    {"departments", 0, 0, G_OPTION_ARG_INT, &n_departments, "How many departments (1 to 400); 30 as without", "N"},
    {"seed", 0, 0, G_OPTION_ARG_INT, &seed, "The same seed gives the same body; 1 as without", "S"},
    {"data-only", 0, 0, G_OPTION_ARG_NONE, &data_only, "Write no workbooks and make no PINs", NULL},
    {NULL}};
  g_auto (Demo) demo = {0};
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, entries, 1, 1);

  if (result != CTL_DONE)
    return result;
  if (n_people < 1 || n_people > DEMO_MAX_PEOPLE)
    return ctl_usage (call, "--people=%d is not from 1 to %d", n_people, DEMO_MAX_PEOPLE);
  if (n_departments < 1 || n_departments > DEMO_MAX_DEPARTMENTS)
    return ctl_usage (call, "--departments=%d is not from 1 to %d", n_departments, DEMO_MAX_DEPARTMENTS);
  demo.directory = ctl_argument (call, 0);
  demo.body = demo_body_new (n_people, n_departments, seed);
  demo.workbooks = g_ptr_array_new_with_free_func (g_free);
  demo.visitors = g_ptr_array_new_with_free_func (visitor_free);
  if (!make (&demo, &error))
    return ctl_fail (error);
  ctl_progress_end ();
  g_print ("%s/tenken.db: %s, %d departments, %d people, campaigns %s (closed) and %s (open)\n", demo.directory,
           demo_body_get_name (demo.body), n_departments, n_people, rounds[0].id, rounds[1].id);
  for (guint i = 0; i < demo.workbooks->len; i++)
    g_print ("%s\n", (const char *) g_ptr_array_index (demo.workbooks, i));
  if (demo.slips != NULL)
    g_print ("%s: first PINs to try the kiosk with; the PIN for leaving it is " KIOSK_PIN ", for this demonstration only\n", demo.slips);
  print_visitors (&demo);
  return CTL_DONE;
}

const CtlCommand ctl_demo_commands[] = {
  {"demo", "[--people=N] [--departments=N] [--seed=S] DIR", "Make a made-up body with two campaigns, one closed",
   run_demo},
  {NULL}};
