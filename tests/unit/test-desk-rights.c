/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <sqlite3.h>

#include "tnk-test-desk.h"

/* Every public verb of a desk, called by people who may not: each refuses, and changes and writes nothing. */

/* --- all of them are here --- */

static void
find_verbs (const char *header,
            GHashTable *verbs)
{
  g_autofree char *text = tnk_test_read (header);
  g_autoptr (GRegex) regex = g_regex_new ("\\btnk_desk_([a-z0-9_]+) \\(|\\b(tnk_[a-z0-9_]+) \\(TnkDesk \\*", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL)) {
    g_autofree char *verb = g_match_info_fetch (match, 1), *other = g_match_info_fetch (match, 2);
    g_hash_table_add (verbs, g_strdup (*verb != '\0' ? verb : other));
  }
}

static const char *
find_call (const char *verb)
{
  for (guint i = 0; i < tnk_test_desk_n_calls; i++)
    if (g_str_equal (tnk_test_desk_calls[i].verb, verb))
      return verb;
  return NULL;
}

/* What the headers declare, read anew each time: a verb that nobody listed here would be one that nobody tries. */
static void
test_all_listed (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "..", "src", "tenken", "session", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GHashTable) verbs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer verb;
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *header = g_build_filename (folder, name, NULL);
    if (g_str_has_suffix (name, ".h") && !g_str_has_suffix (name, "-private.h"))
      find_verbs (header, verbs);
  }
  g_assert_cmpuint (g_hash_table_size (verbs), >, 50);
  for (g_hash_table_iter_init (&iter, verbs); g_hash_table_iter_next (&iter, &verb, NULL);)
    if (find_call (verb) == NULL)
      g_test_fail_printf ("tnk_desk_%s () has no line in tnk-test-desk.c", (char *) verb);
  for (guint i = 0; i < tnk_test_desk_n_calls; i++)
    if (!g_hash_table_contains (verbs, tnk_test_desk_calls[i].verb))
      g_test_fail_printf ("tnk_desk_%s () is in no header any more", tnk_test_desk_calls[i].verb);
}

/* --- trying --- */

typedef struct
{
  TnkTestStore test;
  TnkTestAim aim;
  sqlite3 *watch; /* sees by the number of its data that another connection has written */
  int seen;
  char *before; /* what the store held */
  guint n_tried;
} Try;

static void
try_init (Try *self)
{
  *self = (Try){0};
  tnk_test_aim_init (&self->aim, &self->test);
  g_assert_cmpint (sqlite3_open_v2 (self->test.path, &self->watch, SQLITE_OPEN_READWRITE, "unix"), ==, SQLITE_OK);
}

static void
try_clear (Try *self)
{
  g_clear_pointer (&self->before, g_free);
  g_clear_pointer (&self->watch, sqlite3_close);
  tnk_test_aim_clear (&self->aim);
  tnk_test_store_clear (&self->test);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Try, try_clear)

/* The number that SQLite gives the store's data; another one as soon as anybody else has written anything. */
static int
count_data (Try *self)
{
  sqlite3_stmt *statement;
  int count;

  g_assert_cmpint (sqlite3_prepare_v2 (self->watch, "PRAGMA data_version", -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  count = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  return count;
}

/* Who tries, from now on. */
static void
sit_down (Try *self,
          const char *person_id)
{
  g_clear_object (&self->aim.desk);
  self->aim.desk = tnk_test_desk_forge (self->test.store, person_id);
  g_free (self->before);
  self->before = tnk_test_store_dump (self->test.path);
  self->seen = count_data (self);
}

static void
grant (Try *self,
       TnkRights kind,
       const char *holder,
       const char *department)
{
  g_autoptr (GError) error = NULL;

  if (!tnk_store_grant_right (self->test.store, kind, holder, department, &error))
    g_error ("%s", error->message);
}

/* Neither in the store nor in the folder is anything new. Only a store that somebody has written to is read whole. */
static void
check_untouched (Try *self,
                 const char *what)
{
  g_autofree char *files = tnk_test_store_list_dir (self->aim.dir);

  if (count_data (self) != self->seen) {
    g_autofree char *after = tnk_test_store_dump (self->test.path);
    if (!g_str_equal (self->before, after))
      g_test_fail_printf ("%s changed the store", what);
    self->seen = count_data (self);
  }
  if (*files != '\0')
    g_test_fail_printf ("%s wrote %s", what, files);
}

static void
try_one (Try *self,
         const TnkTestDeskCall *call,
         const char *department,
         const char *person)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *what = g_strdup_printf ("tnk_desk_%s () at %s, %s", call->verb, department, person);
  gboolean done;

  self->aim.department = department;
  self->aim.person = person;
  done = call->call (&self->aim, &error);
  self->n_tried++;
  if (done)
    g_test_fail_printf ("%s was done", what);
  else if (!g_error_matches (error, TNK_ERROR, TNK_ERROR_REFUSED))
    g_test_fail_printf ("%s: %s", what, error != NULL ? error->message : "no error");
  check_untouched (self, what);
}

/* All verbs that need more than some; those about a department or a person at each of these. */
static void
try_all (Try *self,
         const TnkTestDeskNeed *needs,
         guint n_needs,
         const char *const *departments,
         guint n_departments,
         const char *const *people,
         guint n_people)
{
  for (guint i = 0; i < tnk_test_desk_n_calls; i++) {
    const TnkTestDeskCall *call = &tnk_test_desk_calls[i];
    gboolean meant = FALSE;

    for (guint need = 0; need < n_needs; need++)
      meant = meant || call->need == needs[need];
    for (guint d = 0; meant && d < (g_ascii_tolower (call->aim) == 'd' ? n_departments : 1); d++)
      for (guint p = 0; p < (call->aim == 'p' ? n_people : 1); p++)
        if (call->aim != 'D' || departments[d] != NULL)
          try_one (self, call, departments[d], people[p]);
  }
}

#define TRY(self, needs, departments, people) \
  try_all (self, needs, G_N_ELEMENTS (needs), departments, G_N_ELEMENTS (departments), people, G_N_ELEMENTS (people))

/* The own records are open to whoever some form is for. */
static const TnkTestDeskNeed of_forms[] = {TNK_TEST_DESK_OWN};
static const TnkTestDeskNeed everything[] = {TNK_TEST_DESK_ANY, TNK_TEST_DESK_RECORD, TNK_TEST_DESK_PART, TNK_TEST_DESK_FIGURES, TNK_TEST_DESK_PLAN, TNK_TEST_DESK_PAPERS,
                                             TNK_TEST_DESK_NAMES, TNK_TEST_DESK_OFFICE, TNK_TEST_DESK_AUDIT_SCOPE, TNK_TEST_DESK_AUDIT_READ,
                                             TNK_TEST_DESK_AUDIT_PEOPLE, TNK_TEST_DESK_AUDIT_PLAN, TNK_TEST_DESK_AUDIT_JUDGE, TNK_TEST_DESK_AUDIT_SPREAD,
                                             TNK_TEST_DESK_AUDIT_DECIDE, TNK_TEST_DESK_AUDIT_ANSWER, TNK_TEST_DESK_AUDIT_SIDES};
/* What the rules of audits keep from the secretariat, which may do all else. */
static const TnkTestDeskNeed of_audits[] = {TNK_TEST_DESK_AUDIT_PLAN, TNK_TEST_DESK_AUDIT_JUDGE, TNK_TEST_DESK_AUDIT_SPREAD, TNK_TEST_DESK_AUDIT_DECIDE,
                                            TNK_TEST_DESK_AUDIT_ANSWER, TNK_TEST_DESK_AUDIT_SIDES};
/* The whole body, a department with people, what is above it, and what is not there. */
static const char *const departments[] = {"d2", "d1", "d0", NULL, "d9"};
static const char *const people[] = {"p1", "p2", "p3", "p5", "nobody"};

/* --- who tries --- */

/* The needs of audits stand together at the end. */
static gboolean
is_of_audits (TnkTestDeskNeed need)
{
  return need >= TNK_TEST_DESK_AUDIT_PLAN;
}

/* The secretariat may do all of it, so what others are refused is refused for their sake. Audits are not its own. */
static void
test_secretariat (void)
{
  g_auto (Try) self = {0};

  try_init (&self);
  sit_down (&self, "p4");
  self.aim.person = "p1";
  for (guint i = 0; i < tnk_test_desk_n_calls; i++) {
    const TnkTestDeskCall *call = &tnk_test_desk_calls[i];
    g_autoptr (GError) error = NULL;

    if (call->need == TNK_TEST_DESK_FREE || call->need == TNK_TEST_DESK_PART || is_of_audits (call->need))
      continue;
    self.aim.department = call->aim == 'D' ? "d2" : NULL;
    call->call (&self.aim, &error);
    if (g_error_matches (error, TNK_ERROR, TNK_ERROR_REFUSED) || g_error_matches (error, TNK_ERROR, TNK_ERROR_STORE))
      g_test_fail_printf ("tnk_desk_%s (): %s", call->verb, error->message);
    self.n_tried++;
  }
  g_assert_cmpuint (self.n_tried, >, 50);
}

static void
test_secretariat_audits (void)
{
  g_auto (Try) self = {0};

  try_init (&self);
  sit_down (&self, "p4");
  TRY (&self, of_audits, departments, people);
  g_assert_cmpuint (self.n_tried, >=, 14);
}

/* An auditor without any other right: nothing but his own audit, and there not what the committee or the department does. */
static void
test_auditor (void)
{
  static const TnkTestDeskNeed beyond[] = {TNK_TEST_DESK_PART, TNK_TEST_DESK_FIGURES, TNK_TEST_DESK_PLAN, TNK_TEST_DESK_PAPERS, TNK_TEST_DESK_NAMES, TNK_TEST_DESK_OFFICE,
                                           TNK_TEST_DESK_AUDIT_PEOPLE, TNK_TEST_DESK_AUDIT_DECIDE, TNK_TEST_DESK_AUDIT_ANSWER};
  g_auto (Try) self = {0};
  g_autoptr (TnkDesk) desk = NULL;
  g_autoptr (TnkAuditBook) book = NULL;
  g_autoptr (GError) error = NULL;
  TnkRights rights;

  try_init (&self);
  g_assert_true (tnk_store_revoke_right (self.test.store, TNK_RIGHTS_AUDIT, "person:p7", NULL, &error));
  sit_down (&self, "p7");
  TRY (&self, beyond, departments, people);
  g_assert_cmpuint (self.n_tried, >, 100);
  desk = tnk_desk_new (self.test.store, "p7", &error);
  g_assert_no_error (error);
  g_assert_true (tnk_desk_read_rights (desk, &rights, NULL, &error));
  g_assert_cmpuint (rights, ==, TNK_RIGHTS_AUDITOR);
  book = tnk_desk_load_audit (desk, "2026-K1", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tnk_audit_book_get_n_papers (book), ==, 1);
}

/* Whoever answers for the tax office may do nothing in that of general affairs, nor above both. */
static void
test_other_department (void)
{
  static const TnkTestDeskNeed beyond[] = {TNK_TEST_DESK_FIGURES, TNK_TEST_DESK_PLAN, TNK_TEST_DESK_PAPERS, TNK_TEST_DESK_NAMES,
                                           TNK_TEST_DESK_OFFICE, TNK_TEST_DESK_AUDIT_READ, TNK_TEST_DESK_AUDIT_PEOPLE, TNK_TEST_DESK_AUDIT_PLAN,
                                           TNK_TEST_DESK_AUDIT_JUDGE, TNK_TEST_DESK_AUDIT_SPREAD, TNK_TEST_DESK_AUDIT_DECIDE, TNK_TEST_DESK_AUDIT_ANSWER,
                                           TNK_TEST_DESK_AUDIT_SCOPE};
  static const char *const not_there[] = {"p1", "p2", "p3", "p4", "nobody"};
  g_auto (Try) self = {0};

  try_init (&self);
  grant (&self, TNK_RIGHTS_DEPARTMENT, "person:p5", "d3");
  sit_down (&self, "p5");
  TRY (&self, beyond, departments, not_there);
  g_assert_cmpuint (self.n_tried, >, 150);
}

static void
test_committee (void)
{
  static const TnkTestDeskNeed beyond[] = {TNK_TEST_DESK_PAPERS, TNK_TEST_DESK_NAMES, TNK_TEST_DESK_OFFICE, TNK_TEST_DESK_AUDIT_PLAN,
                                           TNK_TEST_DESK_AUDIT_JUDGE, TNK_TEST_DESK_AUDIT_ANSWER, TNK_TEST_DESK_AUDIT_SIDES};
  g_auto (Try) self = {0};

  try_init (&self);
  sit_down (&self, "p3");
  TRY (&self, beyond, departments, people);
  g_assert_cmpuint (self.n_tried, >, 50);
}

static void
test_audit (void)
{
  static const TnkTestDeskNeed beyond[] = {TNK_TEST_DESK_PART, TNK_TEST_DESK_PLAN, TNK_TEST_DESK_PAPERS, TNK_TEST_DESK_NAMES, TNK_TEST_DESK_OFFICE,
                                           TNK_TEST_DESK_AUDIT_JUDGE, TNK_TEST_DESK_AUDIT_DECIDE, TNK_TEST_DESK_AUDIT_ANSWER, TNK_TEST_DESK_AUDIT_SIDES};
  g_auto (Try) self = {0};

  try_init (&self);
  grant (&self, TNK_RIGHTS_AUDIT, "person:p1", NULL);
  sit_down (&self, "p1");
  TRY (&self, beyond, departments, people);
  g_assert_cmpuint (self.n_tried, >, 80);
}

/* No right, and no form that asks for the role. */
static void
test_staff (void)
{
  g_auto (Try) self = {0};
  g_autoptr (GError) error = NULL;
  TnkRights rights;

  try_init (&self);
  tnk_test_store_refused (tnk_desk_new (self.test.store, "p8", &error) != NULL, &error, TNK_ERROR_REFUSED, "p8");
  sit_down (&self, "p8");
  TRY (&self, of_forms, departments, people);
  g_assert_cmpuint (self.n_tried, ==, 4);
  TRY (&self, everything, departments, people);
  g_assert_cmpuint (self.n_tried, >, 150);
  g_assert_true (tnk_desk_read_rights (self.aim.desk, &rights, NULL, &error));
  g_assert_cmpuint (rights, ==, TNK_RIGHTS_NONE);
}

/* No right, but a form that is there for the role: the own records, and nothing of anything or anybody else. */
static void
test_own (void)
{
  g_auto (Try) self = {0};
  g_autoptr (TnkDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  TnkRights rights;

  try_init (&self);
  desk = tnk_desk_new (self.test.store, "p1", &error);
  g_assert_no_error (error);
  g_assert_true (tnk_desk_read_rights (desk, &rights, NULL, &error));
  g_assert_cmpuint (rights, ==, TNK_RIGHTS_OWN);
  sit_down (&self, "p1");
  TRY (&self, everything, departments, people);
  g_assert_cmpuint (self.n_tried, >, 150);
  for (guint i = 0; i < tnk_test_desk_n_calls; i++)
    if (tnk_test_desk_calls[i].need == TNK_TEST_DESK_OWN && !tnk_test_desk_calls[i].call (&self.aim, &error))
      g_test_fail_printf ("tnk_desk_%s (): %s", tnk_test_desk_calls[i].verb, error->message);
}

/* At the desk while the role is taken away that the form asks for. */
static void
test_own_ended (void)
{
  g_auto (Try) self = {0};
  g_autoptr (TnkDesk) desk = NULL;
  g_autoptr (GError) error = NULL;

  try_init (&self);
  desk = tnk_desk_new (self.test.store, "p1", &error);
  g_assert_no_error (error);
  tnk_test_store_import_roster (&self.test, DEPARTMENTS, PERSON "p1,山田　太郎,d2,related-rules\np3,佐藤　一郎,d0,ciso\n");
  sit_down (&self, "p1");
  g_set_object (&self.aim.desk, desk);
  TRY (&self, of_forms, departments, people);
  TRY (&self, everything, departments, people);
  g_assert_cmpuint (self.n_tried, >, 150);
}

/* At the desk while the right is taken away. */
static void
test_revoked (void)
{
  g_auto (Try) self = {0};
  g_autoptr (TnkDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  TnkRights rights;

  try_init (&self);
  desk = tnk_desk_new (self.test.store, "p4", &error);
  g_assert_no_error (error);
  g_assert_true (tnk_store_revoke_right (self.test.store, TNK_RIGHTS_SECRETARIAT, "person:p4", NULL, &error));
  sit_down (&self, "p4");
  g_set_object (&self.aim.desk, desk);
  TRY (&self, everything, departments, people);
  g_assert_cmpuint (self.n_tried, >, 150);
  g_assert_true (tnk_desk_read_rights (desk, &rights, NULL, &error));
  g_assert_cmpuint (rights, ==, TNK_RIGHTS_OWN);
}

/* At the desk while a new roster comes in, without this person; the right stands there still. */
static void
test_left (void)
{
  g_auto (Try) self = {0};
  g_autoptr (TnkDesk) desk = NULL;
  g_autoptr (GError) error = NULL;

  try_init (&self);
  desk = tnk_desk_new (self.test.store, "p4", &error);
  g_assert_no_error (error);
  tnk_test_store_import_roster (&self.test, DEPARTMENTS, PERSON "p1,山田　太郎,d2,staff\np3,佐藤　一郎,d0,ciso\n");
  sit_down (&self, "p4");
  g_set_object (&self.aim.desk, desk);
  TRY (&self, of_forms, departments, people);
  TRY (&self, everything, departments, people);
  g_assert_cmpuint (self.n_tried, >, 150);
}

/* Who answers for a department has no single paper where the campaign says counts only, also at home. */
static void
test_counts_only (void)
{
  static const TnkTestDeskNeed beyond[] = {TNK_TEST_DESK_NAMES};
  static const char *const own[] = {"d2"}, *const colleagues[] = {"p1", "p2"};
  g_auto (Try) self = {0};
  g_autoptr (TnkDesk) chief = NULL;
  g_autoptr (GError) error = NULL;

  try_init (&self);
  chief = tnk_desk_new (self.test.store, "p4", &error);
  g_assert_true (tnk_desk_set_visibility (chief, "2026", TNK_VISIBILITY_COUNTS, &error));
  sit_down (&self, "p2");
  TRY (&self, beyond, own, colleagues);
  g_assert_cmpuint (self.n_tried, >, 8);
}

static void
borrow (Try *self,
        const char *verb)
{
  for (guint i = 0; i < tnk_test_desk_n_calls; i++) {
    g_autoptr (GError) error = NULL;

    if (!g_str_equal (tnk_test_desk_calls[i].verb, verb))
      continue;
    tnk_test_desk_calls[i].call (&self->aim, &error);
    check_untouched (self, verb);
    self->n_tried++;
  }
}

/* What the secretariat made is worth nothing in the hands of another department: the same objects and ids at home, where
 * the person may do such things. */
static void
test_borrowed (void)
{
  static const char *const about_plan[] = {"save_action", "move_action", "note_action", "merge_actions", "apply_plan"};
  g_auto (Try) self = {0};

  try_init (&self);
  grant (&self, TNK_RIGHTS_DEPARTMENT, "person:p5", "d3");
  sit_down (&self, "p5");
  self.aim.department = "d3";
  for (guint i = 0; i < G_N_ELEMENTS (about_plan); i++)
    borrow (&self, about_plan[i]);
  sit_down (&self, "p2");
  self.aim.department = "d2";
  borrow (&self, "apply_sheets");
  g_assert_cmpuint (self.n_tried, ==, G_N_ELEMENTS (about_plan) + 1);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/DeskRights/all-listed", test_all_listed);
  g_test_add_func ("/Tenken/DeskRights/secretariat", test_secretariat);
  g_test_add_func ("/Tenken/DeskRights/secretariat-audits", test_secretariat_audits);
  g_test_add_func ("/Tenken/DeskRights/auditor", test_auditor);
  g_test_add_func ("/Tenken/DeskRights/other-department", test_other_department);
  g_test_add_func ("/Tenken/DeskRights/committee", test_committee);
  g_test_add_func ("/Tenken/DeskRights/audit", test_audit);
  g_test_add_func ("/Tenken/DeskRights/staff", test_staff);
  g_test_add_func ("/Tenken/DeskRights/own", test_own);
  g_test_add_func ("/Tenken/DeskRights/own-ended", test_own_ended);
  g_test_add_func ("/Tenken/DeskRights/revoked", test_revoked);
  g_test_add_func ("/Tenken/DeskRights/left", test_left);
  g_test_add_func ("/Tenken/DeskRights/counts-only", test_counts_only);
  g_test_add_func ("/Tenken/DeskRights/borrowed", test_borrowed);
  return g_test_run ();
}
