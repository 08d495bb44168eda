/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-ui-audit.h"

#include "tenken-audit-conflicts.h"
#include "tenken-audit-dialogs.h"
#include "tenken-desk-places.h"
#include "tenken-finding-dialogs.h"
#include "tenken-import-page.h"
#include "tnk-ui-roster-pages.h"

#define LONG_TEXT "離席したまま画面が開いている端末を、4台のうち3台で見た。<b>&amp; %n =1+1 自動で閉じる設定はあるが、15分と長い。"

typedef struct
{
  TnkStore *store;
  TnkCampaign *campaign;
  TnkBody *body; /* the roster */
  TnkBody *tree;
  char *chief;
  char *committee;
  char *auditor;
  char *manager;
  char *department; /* that the manager answers for */
  char *other; /* department that is asked too */
  char *audit_id;
  char *finding_id;
} Cast;

static Cast casts[TNK_UI_N_BODIES];

static void
check (gconstpointer done,
       GError *error)
{
  if (done == NULL)
    g_error ("%s", error->message);
}

/* --- who is who --- */

static char *
find_manager (TnkUi *ui,
              Cast *self)
{
  g_autofree char *found = tnk_ui_desk_find_person (ui, TNK_RIGHTS_DEPARTMENT);

  return g_strdup (ui->body == TNK_UI_DEMO ? found : TNK_UI_CHIEF);
}

static TnkAudit *
make_plan (Cast *self,
           const char *auditor)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (self->campaign);
  const char *departments[] = {self->department, self->other, NULL}, *auditors[] = {auditor, NULL}, *controls[9] = {NULL};
  TnkAudit *audit = tnk_audit_new (self->campaign);
  guint n = 0;

  for (guint i = 0; i < tnk_catalog_get_n_controls (catalog) && n < G_N_ELEMENTS (controls) - 1; i++) {
    TnkControl *control = tnk_catalog_get_control (catalog, i);
    gboolean asked = FALSE;

    for (guint d = 0; d < tnk_control_get_n_duties (control); d++)
      asked |= g_str_equal (tnk_role_get_id (tnk_duty_get_role (tnk_control_get_duty (control, d))), "staff");
    if (asked && tnk_campaign_requires (self->campaign, control))
      controls[n++] = tnk_control_get_id (control);
  }
  tnk_audit_set (audit, TNK_AUDIT_FIELD_TITLE, "令和8年度 情報セキュリティ監査（定期）", NULL);
  tnk_audit_set (audit, TNK_AUDIT_FIELD_PURPOSE, "自己点検の結果が実態と合っているかを、現場で確かめる。 <b>&amp;</b> %s", NULL);
  tnk_audit_set (audit, TNK_AUDIT_FIELD_METHOD, "聞き取り、現場の確認、記録の閲覧。窓口の混む時間を避ける。", NULL);
  tnk_audit_set (audit, TNK_AUDIT_FIELD_STARTS, "2026-11-02", NULL);
  tnk_audit_set (audit, TNK_AUDIT_FIELD_ENDS, "2026-11-30", NULL);
  tnk_audit_set_departments (audit, departments, NULL);
  tnk_audit_set_controls (audit, controls, NULL);
  tnk_audit_set_auditors (audit, auditors, NULL);
  return audit;
}

static gboolean
is_independent (Cast *self,
                const char *person_id)
{
  g_autoptr (TnkAudit) audit = make_plan (self, person_id);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) conflicts = tnk_store_list_conflicts (self->store, audit, &error);

  check (conflicts, error);
  return conflicts->len == 0;
}

static char *
find_auditor (Cast *self)
{
  for (guint i = tnk_body_get_n_people (self->body); i > 0; i--) {
    const char *id = tnk_person_get_id (tnk_body_get_person (self->body, i - 1));

    if (!g_str_equal (id, self->committee) && !g_str_equal (id, self->chief) && is_independent (self, id))
      return g_strdup (id);
  }
  g_error ("nobody is independent");
}

/* Beside the one that is audited, and neither above nor below it. */
static char *
find_other (Cast *self)
{
  TnkDepartment *own = tnk_body_lookup_department (self->tree, self->department);

  for (guint i = tnk_body_get_n_departments (self->tree); i > 0; i--) {
    TnkDepartment *other = tnk_body_get_department (self->tree, i - 1);

    if (!tnk_department_is_within (own, other) && !tnk_department_is_within (other, own))
      return g_strdup (tnk_department_get_id (other));
  }
  return NULL;
}

static void
grant (Cast *self,
       TnkRights right,
       const char *person_id)
{
  g_autofree char *holder = g_strconcat ("person:", person_id, NULL);
  g_autoptr (GError) error = NULL;

  if (!tnk_store_grant_right (self->store, right, holder, NULL, &error) && !g_error_matches (error, TNK_ERROR, TNK_ERROR_EXISTS))
    g_error ("%s", error->message);
}

static void
cast_roles (TnkUi *ui,
            Cast *self)
{
  gboolean demo = ui->body == TNK_UI_DEMO;
  g_autoptr (GError) error = NULL;

  self->store = tnk_ui_get_store (ui, ui->body);
  self->campaign = tnk_store_load_campaign (self->store, tenken_desk_get_campaign_id (tnk_ui_desk_get (ui)), &error);
  check (self->campaign, error);
  self->body = tnk_store_load_body (self->store, &error);
  check (self->body, error);
  self->tree = tnk_store_load_tree (self->store, tnk_campaign_get_id (self->campaign), &error);
  check (self->tree, error);
  self->manager = find_manager (ui, self);
  self->department = g_strdup (tnk_department_get_id (tnk_person_get_department (tnk_body_lookup_person (self->body, self->manager))));
  self->other = find_other (self);
  self->chief = demo ? tnk_ui_desk_find_person (ui, TNK_RIGHTS_AUDIT) : g_strdup (TNK_UI_STAFF);
  self->committee = demo ? tnk_ui_desk_find_person (ui, TNK_RIGHTS_COMMITTEE) : g_strdup (TNK_UI_NEWCOMER);
  grant (self, TNK_RIGHTS_AUDIT, self->chief);
  grant (self, TNK_RIGHTS_COMMITTEE, self->committee);
  self->auditor = demo ? find_auditor (self) : g_strdup (TNK_UI_OFFICER);
}

/* --- what happens --- */

static void
move (Cast *self,
      TnkAuditStep step,
      const char *by)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkAudit) audit = tnk_store_move_audit (self->store, self->audit_id, 0, step, NULL, by, &error);

  check (audit, error);
}

static void
write_paper (Cast *self,
             TnkAudit *audit,
             guint control,
             const char *department,
             TnkVerdict verdict)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (self->campaign);
  g_autoptr (TnkWorkPaper) paper = tnk_work_paper_new (tnk_catalog_lookup_control (catalog, tnk_audit_get_controls (audit)[control]), department);
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkWorkPaper) stored = NULL;

  tnk_work_paper_set_verdict (paper, verdict);
  tnk_work_paper_set (paper, TNK_WORK_PAPER_FIELD_SEEN, LONG_TEXT, NULL);
  tnk_work_paper_set (paper, TNK_WORK_PAPER_FIELD_EVIDENCE, "端末の設定画面の写真、点検記録 2026-11-05", NULL);
  if (tnk_verdict_is_nonconformity (verdict))
    tnk_work_paper_set (paper, TNK_WORK_PAPER_FIELD_CAUSE, "設定を配る担当が決まっていなかった。", NULL);
  tnk_work_paper_set (paper, TNK_WORK_PAPER_FIELD_DAY, "2026-11-05", NULL);
  tnk_work_paper_set (paper, TNK_WORK_PAPER_FIELD_AUDITOR, self->auditor, NULL);
  stored = tnk_store_save_work_paper (self->store, self->audit_id, paper, self->auditor, &error);
  check (stored, error);
}

static char *
write_finding (Cast *self,
               TnkAudit *audit,
               guint control,
               TnkFindingKind kind,
               const char *title,
               const char *due)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (self->campaign);
  g_autoptr (TnkFinding) finding = tnk_finding_new (kind, tnk_catalog_lookup_control (catalog, tnk_audit_get_controls (audit)[control]), self->department);
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkFinding) stored = NULL, issued = NULL;

  tnk_finding_set (finding, TNK_FINDING_FIELD_TITLE, title, NULL);
  tnk_finding_set (finding, TNK_FINDING_FIELD_FACT, LONG_TEXT, NULL);
  tnk_finding_set (finding, TNK_FINDING_FIELD_CAUSE, "担当が決まっていない。", NULL);
  tnk_finding_set (finding, TNK_FINDING_FIELD_RECOMMENDATION, "自動で閉じる設定を全員の端末に入れ、課長が月に一度確かめる。", NULL);
  tnk_finding_set (finding, TNK_FINDING_FIELD_DUE, due, NULL);
  stored = tnk_store_save_finding (self->store, self->audit_id, finding, self->auditor, &error);
  check (stored, error);
  issued = tnk_store_issue_finding (self->store, self->audit_id, tnk_finding_get_id (stored), 0, self->auditor, &error);
  check (issued, error);
  return g_strdup (tnk_finding_get_id (stored));
}

static void
answer (Cast *self,
        const char *finding_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkFinding) finding = tnk_store_respond_finding (self->store, self->audit_id, finding_id, 0, "指摘のとおりです。",
                                                              "設定を配り、朝礼で知らせます。", "2026-12-10", self->manager, &error);

  check (finding, error);
}

static void
spread (Cast *self,
        const char *finding_id)
{
  const char *departments[] = {self->other, NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkFinding) finding = NULL;

  if (self->other == NULL)
    return;
  finding = tnk_store_spread_finding (self->store, self->audit_id, finding_id, 0, departments, "画面が自動で閉じる時間を、全員の端末で確かめてください。 <i>%n</i>",
                                      "2026-11-10", self->auditor, &error);
  check (finding, error);
}

const char *
tnk_ui_audit_make (TnkUi *ui)
{
  Cast *self = &casts[ui->body];
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkAudit) plan = NULL, audit = NULL;
  g_autofree char *opinion = NULL;

  if (self->audit_id != NULL && self->store == tnk_ui_get_store (ui, ui->body))
    return self->audit_id;
  *self = (Cast){0};
  cast_roles (ui, self);
  plan = make_plan (self, self->auditor);
  audit = tnk_store_save_audit (self->store, plan, self->chief, &error);
  check (audit, error);
  self->audit_id = g_strdup (tnk_audit_get_id (audit));
  move (self, TNK_AUDIT_STEP_SUBMIT, self->chief);
  move (self, TNK_AUDIT_STEP_APPROVE, self->committee);
  move (self, TNK_AUDIT_STEP_START, self->chief);
  write_paper (self, audit, 0, self->department, TNK_VERDICT_MINOR);
  write_paper (self, audit, 1, self->department, TNK_VERDICT_CONFORMS);
  self->finding_id = write_finding (self, audit, 0, TNK_FINDING_KIND_FINDING, "離席のときに画面が閉じていない", "2026-11-15");
  opinion = write_finding (self, audit, 1, TNK_FINDING_KIND_OPINION, "記録の置き場所を一つにするとよい <b>&amp;</b>", "");
  answer (self, opinion);
  spread (self, self->finding_id);
  return self->audit_id;
}

/* --- pages --- */

static void
go (TnkUi *ui,
    const char *format)
{
  Cast *self = &casts[ui->body];
  g_autofree char *place = NULL;

  tnk_ui_audit_make (ui);
  tenken_desk_changed (tnk_ui_desk_get (ui));
  if (g_str_has_suffix (format, "F"))
    place = g_strdup_printf ("%.*s%s/%s", (int) strlen (format) - 1, format, self->audit_id, self->finding_id);
  else
    place = g_strconcat (format, self->audit_id, NULL);
  tenken_desk_go (tnk_ui_desk_get (ui), place);
  tnk_ui_desk_settle (ui);
}

void
tnk_ui_audit_show_list (TnkUi *ui,
                        TenkenRound *round)
{
  tnk_ui_audit_make (ui);
  tenken_desk_changed (tnk_ui_desk_get (ui));
  tnk_ui_desk_settle (ui);
}

void
tnk_ui_audit_show_one (TnkUi *ui,
                       TenkenRound *round)
{
  go (ui, "audit/");
}

/* --- a plan that is not independent --- */

static TnkAudit *
store_draft (TnkUi *ui,
             gboolean submitted)
{
  Cast *self = &casts[ui->body];
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkAudit) plan = NULL;
  TnkAudit *audit;

  tnk_ui_audit_make (ui);
  plan = make_plan (self, self->manager);
  tnk_audit_set (plan, TNK_AUDIT_FIELD_TITLE, "随時監査", NULL);
  for (guint i = 0; tnk_audit_get_departments (plan)[i] != NULL; i++)
    tnk_audit_ask_exemption (plan, self->manager, tnk_audit_get_departments (plan)[i], "専門の知識がある者が、ほかにいないため。", NULL);
  audit = tnk_store_save_audit (self->store, plan, self->chief, &error);
  check (audit, error);
  if (submitted) {
    g_autoptr (TnkAudit) before = audit;

    audit = tnk_store_move_audit (self->store, tnk_audit_get_id (before), 0, TNK_AUDIT_STEP_SUBMIT, NULL, self->chief, &error);
    check (audit, error);
  }
  return audit;
}

void
tnk_ui_audit_show_draft (TnkUi *ui,
                         TenkenRound *round)
{
  gboolean committee = tenken_desk_get_office (tnk_ui_desk_get (ui)) == TNK_RIGHTS_COMMITTEE;
  g_autoptr (TnkAudit) audit = store_draft (ui, committee);
  g_autofree char *place = g_strconcat ("audit/", tnk_audit_get_id (audit), NULL);

  tenken_desk_go (tnk_ui_desk_get (ui), place);
  tnk_ui_desk_settle (ui);
}

static GtkWidget *
get_owner (TnkUi *ui)
{
  return GTK_WIDGET (tnk_ui_desk_get_page (ui));
}

void
tnk_ui_audit_show_plan (TnkUi *ui,
                        TenkenRound *round)
{
  g_autoptr (GHashTable) people = tenken_audit_people_new ();

  tenken_audit_edit_plan (get_owner (ui), tnk_ui_desk_get (ui), NULL, people, "2026-11-21");
}

static gboolean
shows_conflicts (gpointer user_data)
{
  GtkWindow *dialog = tnk_ui_find_dialog (user_data);
  GtkWidget *conflicts = dialog != NULL ? tnk_ui_find (GTK_WIDGET (dialog), TENKEN_TYPE_AUDIT_CONFLICTS) : NULL;

  return conflicts != NULL && gtk_widget_get_visible (gtk_widget_get_first_child (conflicts));
}

void
tnk_ui_audit_show_conflicts (TnkUi *ui,
                             TenkenRound *round)
{
  g_autoptr (TnkAudit) audit = store_draft (ui, FALSE);
  g_autoptr (GHashTable) people = tenken_audit_people_new ();

  tenken_audit_people_add (people, tnk_body_lookup_person (casts[ui->body].body, casts[ui->body].manager));
  tenken_audit_edit_plan (get_owner (ui), tnk_ui_desk_get (ui), audit, people, "2026-11-21");
  tnk_ui_wait (shows_conflicts, ui, "the conflicts");
}

void
tnk_ui_audit_show_step (TnkUi *ui,
                        TenkenRound *round)
{
  g_autoptr (TnkAudit) audit = store_draft (ui, TRUE);

  tenken_audit_take_step (get_owner (ui), tnk_ui_desk_get (ui), audit, TNK_AUDIT_STEP_RETURN);
}

void
tnk_ui_audit_show_let_pass (TnkUi *ui,
                            TenkenRound *round)
{
  g_autoptr (TnkAudit) audit = store_draft (ui, TRUE);

  tenken_audit_let_pass (get_owner (ui), tnk_ui_desk_get (ui), audit, 0, "田中 太郎 P0001", "総務課");
}

/* --- work papers --- */

void
tnk_ui_audit_show_papers (TnkUi *ui,
                          TenkenRound *round)
{
  go (ui, "papers/");
}

/* --- papers from a file --- */

/* The auditor sits down where a file is taken in. */
static TenkenImportPage *
open_import (TnkUi *ui)
{
  g_autoptr (TenkenDesk) desk = NULL;
  g_autofree char *place = g_strconcat ("papers-import/", tnk_ui_audit_make (ui), NULL);
  GtkWidget *view;

  tnk_ui_start_session (ui, casts[ui->body].auditor);
  desk = tenken_desk_new (ui->session);
  tenken_desk_set_office (desk, TNK_RIGHTS_AUDITOR);
  view = tenken_desk_view_new (desk, tenken_desk_places);
  tenken_desk_refresh (desk);
  gtk_window_set_focus (GTK_WINDOW (ui->window), NULL);
  tnk_ui_show (ui, view);
  tnk_ui_desk_settle (ui);
  tenken_desk_go (desk, place);
  tnk_ui_desk_settle (ui);
  return TENKEN_IMPORT_PAGE (tnk_ui_desk_get_page (ui));
}

/* Of the two papers that are there one comes anew, and one about another control comes besides. */
void
tnk_ui_audit_choose_papers (TnkUi *ui,
                            const char *verdict)
{
  Cast *self = &casts[ui->body];
  TenkenImportPage *page = open_import (ui);
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkAuditBook) book = tnk_store_load_audit (self->store, self->audit_id, &error);
  const char *const *controls = tnk_audit_get_controls (tnk_audit_book_get_audit (book));
  g_autofree char *path = g_build_filename (ui->dir, "papers.csv", NULL);
  g_autofree char *text = g_strdup_printf ("department_id,control_id,verdict,seen\n%s,%s,conforms,\"%s\"\n%s,%s,%s,台帳を見た\n", self->department, controls[1],
                                           LONG_TEXT, self->department, controls[3], verdict);

  check (GINT_TO_POINTER (g_file_set_contents (path, text, -1, &error)), error);
  tenken_import_page_set_files (page, 0, (const char *const[]){path, NULL});
}

void
tnk_ui_audit_show_import (TnkUi *ui,
                          TenkenRound *round)
{
  open_import (ui);
}

void
tnk_ui_audit_show_import_preview (TnkUi *ui,
                                  TenkenRound *round)
{
  tnk_ui_audit_choose_papers (ui, "observation");
  tnk_ui_roster_act (ui, "import.preview", "preview");
}

void
tnk_ui_audit_show_import_faults (TnkUi *ui,
                                 TenkenRound *round)
{
  tnk_ui_audit_choose_papers (ui, "perhaps");
  tnk_ui_roster_act (ui, "import.preview", "faults");
}

static char *
get_cell (TnkUi *ui)
{
  Cast *self = &casts[ui->body];
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkAuditBook) book = tnk_store_load_audit (self->store, tnk_ui_audit_make (ui), &error);

  check (book, error);
  return g_strdup_printf ("%s@%s", tnk_audit_get_controls (tnk_audit_book_get_audit (book))[0], self->department);
}

void
tnk_ui_audit_show_paper (TnkUi *ui,
                         TenkenRound *round)
{
  g_autofree char *cell = get_cell (ui), *place = g_strdup_printf ("work-paper/%s/%s", casts[ui->body].audit_id, cell);

  tenken_desk_changed (tnk_ui_desk_get (ui));
  tenken_desk_go (tnk_ui_desk_get (ui), place);
  tnk_ui_desk_settle (ui);
}

static TnkAuditBook *
load_book (TnkUi *ui)
{
  g_autoptr (GError) error = NULL;
  const char *id = tnk_ui_audit_make (ui);
  TnkAuditBook *book = tnk_store_load_audit (casts[ui->body].store, id, &error);

  check (book, error);
  return book;
}

void
tnk_ui_audit_show_paper_form (TnkUi *ui,
                              TenkenRound *round)
{
  g_autoptr (TnkAuditBook) book = load_book (ui);
  TnkWorkPaper *paper = tnk_audit_book_get_paper (book, 0);

  tenken_work_paper_edit (get_owner (ui), tnk_ui_desk_get (ui), tnk_audit_book_get_audit (book), tnk_work_paper_get_control (paper),
                          tnk_work_paper_get_department_id (paper), paper, "2026-11-21");
}

void
tnk_ui_audit_show_attach (TnkUi *ui,
                          TenkenRound *round)
{
  Cast *self = &casts[ui->body];

  tenken_attachment_add (get_owner (ui), tnk_ui_desk_get (ui), tnk_ui_audit_make (ui), self->finding_id, NULL, NULL);
}

/* --- findings --- */

void
tnk_ui_audit_show_findings (TnkUi *ui,
                            TenkenRound *round)
{
  go (ui, "findings/");
}

void
tnk_ui_audit_show_finding (TnkUi *ui,
                           TenkenRound *round)
{
  go (ui, "finding/F");
}

void
tnk_ui_audit_show_finding_form (TnkUi *ui,
                                TenkenRound *round)
{
  g_autoptr (TnkAuditBook) book = load_book (ui);
  TnkWorkPaper *paper = tnk_audit_book_get_paper (book, 0);

  tenken_finding_edit (get_owner (ui), tnk_ui_desk_get (ui), casts[ui->body].audit_id, NULL, tnk_work_paper_get_control (paper),
                       tnk_work_paper_get_department_id (paper), paper, "2026-11-21");
}

void
tnk_ui_audit_show_respond (TnkUi *ui,
                           TenkenRound *round)
{
  g_autoptr (TnkAuditBook) book = load_book (ui);

  tenken_finding_respond (get_owner (ui), tnk_ui_desk_get (ui), casts[ui->body].audit_id, tnk_audit_book_get_finding (book, 0), "2026-11-21");
}

void
tnk_ui_audit_show_spread (TnkUi *ui,
                          TenkenRound *round)
{
  g_autoptr (TnkAuditBook) book = load_book (ui);

  tenken_finding_spread (get_owner (ui), tnk_ui_desk_get (ui), casts[ui->body].audit_id, tnk_audit_book_get_finding (book, 0), "2026-11-21");
}

void
tnk_ui_audit_show_question (TnkUi *ui,
                            TenkenRound *round)
{
  g_autoptr (TnkAuditBook) book = load_book (ui);
  TnkFinding *finding = tnk_audit_book_get_finding (book, 0);

  tenken_spread_answer (get_owner (ui), tnk_ui_desk_get (ui), casts[ui->body].audit_id, finding, tnk_finding_get_spread (finding, 0), "総務部 人事課",
                        "2026-11-21");
}
