/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-test-store.h"
/* Behind the back of the library: a desk of somebody who would get none. */
#include "tenken.h"
#include "tnk-desk-private.h"

G_BEGIN_DECLS

/* At what a verb of a desk is aimed, and what it is given. The objects were made by the secretariat, as if they had come
 * into the wrong hands. */
typedef struct
{
  TnkDesk *desk;
  const char *department; /* NULL: the whole body */
  const char *person;
  char *dir; /* where nothing may be written */
  char *file; /* there, to be written */
  char *plan_file; /* a workbook of the plan, to be read */
  char *answers_file;
  char *departments_file;
  char *people_file;
  char *reference; /* of the questionnaire of p1 */
  TnkAction *action; /* stored, of d2 */
  TnkAction *other; /* the same */
  TnkRecord *record; /* an exception that p2 applied for */
  TnkPlanEdits *plan;
  TnkAnswerEdits *answers;
  TnkRosterPreview *roster;
  TnkAudit *audit; /* under way, of d2, by p7 */
  TnkWorkPaper *paper; /* stored, of d2 */
  TnkFinding *finding; /* issued to d2, and d3 is asked */
  char *evidence_file; /* a picture, to be attached */
  GPtrArray *papers; /* (element-type TnkWorkPaper): to be stored together */
  char *papers_file; /* work papers, to be read */
  TnkCampaign *campaign; /* 2026 */
  TnkCampaign *next; /* not in the store */
} TnkTestAim;

/* Who may do it at all. */
typedef enum {
  TNK_TEST_DESK_FREE, /* not about what the store holds of others: each has a test of its own */
  TNK_TEST_DESK_OWN, /* whoever has a desk, also by the forms alone */
  TNK_TEST_DESK_ANY, /* whoever has a desk by a right */
  TNK_TEST_DESK_RECORD, /* the same, and whoever the record is of */
  TNK_TEST_DESK_PART, /* whoever has a part in it, by a role or a record; not the secretariat for that alone */
  TNK_TEST_DESK_FIGURES,
  TNK_TEST_DESK_PLAN,
  TNK_TEST_DESK_PAPERS,
  TNK_TEST_DESK_NAMES, /* the same, unless the campaign says counts only */
  TNK_TEST_DESK_OFFICE,
  TNK_TEST_DESK_AUDIT_SCOPE, /* as the figures, and the auditors of an audit for the whole of it */
  TNK_TEST_DESK_AUDIT_READ, /* the whole of an audit: secretariat, committee, audit, its auditors */
  TNK_TEST_DESK_AUDIT_PEOPLE, /* secretariat, committee, audit */
  TNK_TEST_DESK_AUDIT_PLAN, /* audit, and the auditors of the audit */
  TNK_TEST_DESK_AUDIT_JUDGE, /* the auditors of the audit */
  TNK_TEST_DESK_AUDIT_SPREAD, /* audit, its auditors, committee */
  TNK_TEST_DESK_AUDIT_DECIDE, /* committee */
  TNK_TEST_DESK_AUDIT_ANSWER, /* whoever answers for the department */
  TNK_TEST_DESK_AUDIT_SIDES, /* either side of a finding */
} TnkTestDeskNeed;

typedef struct
{
  const char *verb; /* "load_tally" of tnk_desk_load_tally () */
  TnkTestDeskNeed need;
  char aim; /* what it is aimed at: d a department or the whole body, D a department, p a person, - neither */
  gboolean (*call) (TnkTestAim *aim, GError **error); /* NULL where it is free */
} TnkTestDeskCall;

extern const TnkTestDeskCall tnk_test_desk_calls[];
extern const guint tnk_test_desk_n_calls;

/* A store with answers, a plan and p4 as the secretariat, and what p4 made of it. */
void tnk_test_aim_init (TnkTestAim *self, TnkTestStore *test);
void tnk_test_aim_clear (TnkTestAim *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TnkTestAim, tnk_test_aim_clear)

/* A desk of anybody, whether or not there is a right to one. */
TnkDesk *tnk_test_desk_forge (TnkStore *store, const char *person_id);

G_END_DECLS
