/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-tally.h"

#include "tnk-audit-private.h"
#include "tnk-error.h"
#include "tnk-independence.h"

#define DEPARTMENTS "department_id,name,parent_id\nd0,市,\nd1,総務部,d0\nd2,総務課,d1\nd3,税務課,d0\nd4,監査室,d0\n"
#define PEOPLE \
  "person_id,name,department_id,roles\n" \
  "p1,一,d2,staff\np2,二,d2,manager;staff\np3,三,d0,ciso\np4,四,d1,contractor\np5,五,d3,staff\np6,六,d4,staff\np7,七,d1,manager\np8,八,d4,manager\n"

typedef struct
{
  TnkCampaign *campaign;
  TnkBody *tree;
  TnkBody *roster;
  TnkIndependence *independence;
  TnkAudit *audit;
} Case;

static TnkBody *
read_body (const char *dir,
           const char *departments,
           const char *people)
{
  g_autofree char *d = tnk_test_write (dir, "d.csv", departments, -1), *p = tnk_test_write (dir, "p.csv", people, -1);
  g_autoptr (GError) error = NULL;
  TnkBody *body = tnk_body_read_roster (d, p, NULL, NULL, &error);

  g_assert_no_error (error);
  return body;
}

static void
case_init (Case *self)
{
  g_autofree char *dir = tnk_test_dir ();

  self->campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_CLOSED);
  self->tree = read_body (dir, DEPARTMENTS, PEOPLE);
  self->roster = read_body (dir, DEPARTMENTS, PEOPLE);
  self->independence = tnk_independence_new (self->tree, self->roster);
  self->audit = tnk_audit_new (self->campaign);
}

static void
case_clear (Case *self)
{
  g_clear_object (&self->campaign);
  g_clear_object (&self->tree);
  g_clear_object (&self->roster);
  g_clear_object (&self->independence);
  g_clear_object (&self->audit);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

static void
aim (Case *self,
     const char *auditor,
     const char *department,
     const char *control)
{
  const char *auditors[] = {auditor, NULL}, *departments[] = {department, NULL}, *controls[] = {control, NULL};

  g_assert_true (tnk_audit_set_auditors (self->audit, auditors, NULL));
  g_assert_true (tnk_audit_set_departments (self->audit, departments, NULL));
  g_assert_true (tnk_audit_set_controls (self->audit, controls, NULL));
}

/* Who, of what, and why not; NULL: independent. 1.1-1 is the CISO’s, 2.1-2.2 the manager’s, 2.1-1 of staff, 1.1-2 of all three. */
static const struct
{
  const char *auditor, *department, *control;
  int kind;
} cells[] = {
  {"p6", "d2", "2.1-1", -1},
  {"p6", "d3", "1.1-2", -1},
  {"p6", "d4", "2.1-1", TNK_CONFLICT_KIND_MEMBER},
  {"p6", "d0", "2.1-1", TNK_CONFLICT_KIND_MEMBER},
  {"p1", "d2", "1.1-1", TNK_CONFLICT_KIND_MEMBER},
  {"p1", "d1", "1.1-1", TNK_CONFLICT_KIND_MEMBER},
  {"p1", "d3", "2.1-1", -1},
  {"p4", "d2", "2.1-1", -1}, /* above it is not in it */
  {"p4", "d1", "2.1-1", TNK_CONFLICT_KIND_MEMBER},
  /* nobody in the tax office is a manager, and nobody above it: all managers answer for it */
  {"p8", "d3", "2.1-2.2", TNK_CONFLICT_KIND_DUTY},
  {"p7", "d3", "2.1-2.2", TNK_CONFLICT_KIND_DUTY},
  {"p8", "d3", "2.1-1", -1},
  /* there it has a manager of its own */
  {"p8", "d2", "2.1-2.2", -1},
  {"p7", "d2", "2.1-2.2", -1},
  {"p3", "d2", "1.1-1", TNK_CONFLICT_KIND_DUTY},
  {"p3", "d2", "2.1-1", -1},
  /* to be told of it is not to answer for it: 1.1-1 informs the manager */
  {"p8", "d3", "1.1-1", -1},
};

static void
test_cell (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_auto (Case) self = {0};
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (GError) error = NULL;
  TnkControl *control;

  case_init (&self);
  aim (&self, cells[i].auditor, cells[i].department, cells[i].control);
  control = tnk_catalog_lookup_control (tnk_campaign_get_catalog (self.campaign), cells[i].control);
  conflicts = tnk_independence_list_conflicts (self.independence, self.audit);
  g_assert_cmpuint (conflicts->len, ==, cells[i].kind >= 0);
  g_assert_cmpint (tnk_independence_check_audit (self.independence, self.audit, NULL), ==, cells[i].kind < 0);
  g_assert_cmpint (tnk_independence_check_auditor (self.independence, self.audit, cells[i].auditor, cells[i].department, control, &error), ==, cells[i].kind < 0);
  if (cells[i].kind < 0)
    return;
  g_assert_cmpint (tnk_conflict_get_kind (conflicts->pdata[0]), ==, cells[i].kind);
  g_assert_cmpint (tnk_conflict_get_duty (conflicts->pdata[0]) != NULL, ==, cells[i].kind == TNK_CONFLICT_KIND_DUTY);
  g_assert_error (error, TNK_ERROR, TNK_ERROR_REFUSED);
  tnk_test_assert_line (error->message, "", cells[i].auditor);
}

/* Of those who hold a role above, the nearest answer. */
static void
test_nearest (void)
{
  g_autofree char *dir = tnk_test_dir ();
  g_auto (Case) self = {0};

  case_init (&self);
  g_clear_object (&self.roster);
  g_clear_object (&self.independence);
  self.roster = read_body (dir, DEPARTMENTS, "person_id,name,department_id,roles\np1,一,d2,staff\np3,三,d0,manager\np7,七,d1,manager\np8,八,d4,manager\n");
  self.independence = tnk_independence_new (self.tree, self.roster);
  aim (&self, "p7", "d2", "2.1-2.2");
  g_assert_false (tnk_independence_check_audit (self.independence, self.audit, NULL));
  aim (&self, "p3", "d2", "2.1-2.2");
  g_assert_true (tnk_independence_check_audit (self.independence, self.audit, NULL));
  aim (&self, "p3", "d3", "2.1-2.2");
  g_assert_false (tnk_independence_check_audit (self.independence, self.audit, NULL));
  aim (&self, "p8", "d3", "2.1-2.2");
  g_assert_true (tnk_independence_check_audit (self.independence, self.audit, NULL));
}

/* What the roster does not say: rights, and where somebody was asked. */
static void
test_added (void)
{
  static const struct
  {
    const char *right, *department;
    gboolean independent;
  } rights[] = {{"d2", "d2", FALSE}, {"d1", "d2", FALSE}, {"d2", "d1", FALSE}, {"d3", "d2", TRUE}, {"d9", "d2", TRUE}};
  g_auto (Case) moved = {0};

  for (guint i = 0; i < G_N_ELEMENTS (rights); i++) {
    g_auto (Case) self = {0};

    case_init (&self);
    tnk_independence_add_answerer (self.independence, "p6", rights[i].right);
    aim (&self, "p6", rights[i].department, "2.1-1");
    g_assert_cmpint (tnk_independence_check_audit (self.independence, self.audit, NULL), ==, rights[i].independent);
  }
  case_init (&moved);
  tnk_independence_add_member (moved.independence, "p6", "d2");
  aim (&moved, "p6", "d3", "2.1-1");
  g_assert_true (tnk_independence_check_audit (moved.independence, moved.audit, NULL));
  aim (&moved, "p6", "d1", "2.1-1");
  g_assert_false (tnk_independence_check_audit (moved.independence, moved.audit, NULL));
}

/* The departments changed since: what was a part then, or is one now, counts. */
static void
test_reorganised (void)
{
  g_autofree char *dir = tnk_test_dir ();
  g_auto (Case) self = {0};

  case_init (&self);
  g_clear_object (&self.roster);
  g_clear_object (&self.independence);
  self.roster = read_body (dir, "department_id,name,parent_id\nd0,市,\nd1,総務部,d0\nd2,総務課,d0\nd3,税務課,d1\nd5,新しい課,d3\n",
                           "person_id,name,department_id,roles\np1,一,d2,staff\np5,五,d3,staff\np9,九,d5,staff\n");
  self.independence = tnk_independence_new (self.tree, self.roster);
  aim (&self, "p1", "d1", "1.1-1");
  g_assert_false (tnk_independence_check_audit (self.independence, self.audit, NULL));
  aim (&self, "p5", "d1", "1.1-1");
  g_assert_false (tnk_independence_check_audit (self.independence, self.audit, NULL));
  aim (&self, "p9", "d3", "1.1-1");
  g_assert_false (tnk_independence_check_audit (self.independence, self.audit, NULL));
  aim (&self, "p9", "d2", "1.1-1");
  g_assert_true (tnk_independence_check_audit (self.independence, self.audit, NULL));
}

static void
test_exempt (void)
{
  g_auto (Case) self = {0};
  g_autoptr (GError) error = NULL;
  TnkControl *control;

  case_init (&self);
  control = tnk_catalog_lookup_control (tnk_campaign_get_catalog (self.campaign), "2.1-1");
  aim (&self, "p1", "d1", "2.1-1");
  g_assert_true (tnk_audit_ask_exemption (self.audit, "p1", "d1", "ほかにいない", NULL));
  g_assert_true (tnk_independence_check_audit (self.independence, self.audit, &error));
  g_assert_false (tnk_independence_check_auditor (self.independence, self.audit, "p1", "d2", control, NULL));
  tnk_audit_set_identity (self.audit, "K1", 1, TNK_AUDIT_STATE_APPROVED);
  g_assert_false (tnk_independence_check_audit (self.independence, self.audit, &error));
  tnk_test_assert_line (error->message, "", "has not approved");
  g_clear_error (&error);
  tnk_audit_set_identity (self.audit, "K1", 1, TNK_AUDIT_STATE_SUBMITTED);
  g_assert_true (tnk_audit_approve_exemption (self.audit, "p1", "d1", "p3", &error));
  tnk_audit_set_identity (self.audit, "K1", 1, TNK_AUDIT_STATE_APPROVED);
  g_assert_true (tnk_independence_check_audit (self.independence, self.audit, &error));
  /* for all below it, and for nobody else */
  g_assert_true (tnk_independence_check_auditor (self.independence, self.audit, "p1", "d2", control, &error));
  g_assert_false (tnk_independence_check_auditor (self.independence, self.audit, "p2", "d2", control, &error));
  tnk_test_assert_line (error->message, "", "is not an auditor");
}

static void
test_unknown (void)
{
  g_auto (Case) self = {0};
  g_autoptr (GError) error = NULL;

  case_init (&self);
  aim (&self, "p99", "d2", "2.1-1");
  g_assert_false (tnk_independence_check_audit (self.independence, self.audit, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND);
  tnk_test_assert_line (error->message, "", "p99");
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++) {
    g_autofree char *path = g_strdup_printf ("/Tenken/Independence/cell/%s-%s-%s", cells[i].auditor, cells[i].department, cells[i].control);
    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_cell);
  }
  g_test_add_func ("/Tenken/Independence/nearest", test_nearest);
  g_test_add_func ("/Tenken/Independence/added", test_added);
  g_test_add_func ("/Tenken/Independence/reorganised", test_reorganised);
  g_test_add_func ("/Tenken/Independence/exempt", test_exempt);
  g_test_add_func ("/Tenken/Independence/unknown", test_unknown);
  return g_test_run ();
}
