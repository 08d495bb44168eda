/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "demo-audit.h"

#include <glib/gstdio.h>

/* --- who and what --- */

#define N_AUDITED 2
#define N_ASKED 2
#define MAX_AUDITORS 2

typedef struct
{
  TnkStore *store;
  TnkCampaign *campaign;
  TnkBody *roster;
  const char *chief;
  const char *decider;
  const char *auditors[MAX_AUDITORS + 1];
  const char *departments[N_AUDITED + N_ASKED + 1]; /* those that are audited first, then those that are asked */
  const char *managers[N_AUDITED + N_ASKED]; /* who answers for each */
  char *id; /* of the audit */
} Play;

static void
play_clear (Play *self)
{
  g_clear_object (&self->campaign);
  g_clear_object (&self->roster);
  g_clear_pointer (&self->id, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Play, play_clear)

static void
set_clock (Play *self,
           const char *moment)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (moment, NULL);

  tnk_store_set_clock (self->store, now);
}

/* Who plans it, and somebody of the same office who holds no other. */
static void
find_auditors (Play *self)
{
  TnkDepartment *office = tnk_person_get_department (tnk_body_lookup_person (self->roster, self->chief));
  guint n = 0;

  self->auditors[n++] = self->chief;
  for (guint i = 0; i < tnk_body_get_n_people (self->roster) && n < MAX_AUDITORS; i++) {
    TnkPerson *person = tnk_body_get_person (self->roster, i);

    if (tnk_person_get_department (person) == office && g_strv_length ((GStrv) tnk_person_get_roles (person)) == 1)
      self->auditors[n++] = tnk_person_get_id (person);
  }
}

static TnkPerson *
find_manager (Play *self,
              TnkDepartment *department)
{
  for (guint i = 0; i < tnk_body_get_n_people (self->roster); i++) {
    TnkPerson *person = tnk_body_get_person (self->roster, i);

    if (tnk_person_get_department (person) == department && tnk_person_has_role (person, "manager"))
      return person;
  }
  return NULL;
}

/* Departments that have a manager, but the audit office. Whether there are enough. */
static gboolean
find_departments (Play *self)
{
  TnkDepartment *office = tnk_person_get_department (tnk_body_lookup_person (self->roster, self->chief));
  guint n = 0;

  for (guint i = 0; i < tnk_body_get_n_departments (self->roster) && n < N_AUDITED + N_ASKED; i++) {
    TnkDepartment *department = tnk_body_get_department (self->roster, i);
    TnkPerson *manager = department != office ? find_manager (self, department) : NULL;

    if (manager == NULL)
      continue;
    self->departments[n] = tnk_department_get_id (department);
    self->managers[n++] = tnk_person_get_id (manager);
  }
  return n == N_AUDITED + N_ASKED;
}

static gboolean
prepare (Play *self,
         TnkStore *store,
         const char *campaign_id,
         const char *chief,
         const char *decider,
         GError **error)
{
  *self = (Play){.store = store, .chief = chief, .decider = decider};
  self->campaign = tnk_store_load_campaign (store, campaign_id, error);
  self->roster = self->campaign != NULL ? tnk_store_load_body (store, error) : NULL;
  if (self->roster == NULL)
    return FALSE;
  find_auditors (self);
  return TRUE;
}

/* --- the plan --- */

static const char *const controls[] = {"2-2-6-d", "5.1-1-5", "5.2-4", "5.3-1-1", "5.4-2-2", "5.4-3-1", "6.1-15-3", "8.1-3", NULL};

static TnkAudit *
write_plan (Play *self,
            const char *const texts[TNK_N_AUDIT_FIELDS],
            guint first,
            guint n,
            GError **error)
{
  g_autoptr (TnkAudit) audit = tnk_audit_new (self->campaign);
  const char *scope[N_AUDITED + 1] = {NULL};

  for (guint i = 0; i < n; i++)
    scope[i] = self->departments[first + i];
  for (guint field = 0; field < TNK_N_AUDIT_FIELDS; field++)
    if (!tnk_audit_set (audit, field, texts[field], error))
      return NULL;
  if (!tnk_audit_set_departments (audit, scope, error) || !tnk_audit_set_controls (audit, controls, error) ||
      !tnk_audit_set_auditors (audit, self->auditors, error))
    return NULL;
  return g_steal_pointer (&audit);
}

static gboolean
store_plan (Play *self,
            TnkAudit *audit,
            GError **error)
{
  g_autoptr (TnkAudit) stored = audit != NULL ? tnk_store_save_audit (self->store, audit, self->chief, error) : NULL;

  if (stored == NULL)
    return FALSE;
  self->id = g_strdup (tnk_audit_get_id (stored));
  return TRUE;
}

static gboolean
take (Play *self,
      TnkAuditStep step,
      const char *by,
      GError **error)
{
  g_autoptr (TnkAudit) stored = tnk_store_move_audit (self->store, self->id, 0, step, NULL, by, error);

  return stored != NULL;
}

static gboolean
plan (Play *self,
      GError **error)
{
  static const char *const texts[TNK_N_AUDIT_FIELDS] = {
    "令和7年度 情報セキュリティ監査（第1回）",
    "自己点検の結果を、監査を受ける部署から独立した者が確かめ、媒体・パスワード・委託先の管理の弱い所を見つける。",
    "点検票と記録の閲覧、聞き取り、執務室の現場確認による。窓口の混む時間を避け、情報システムには触れない。", "2026-01-13", "2026-02-13", ""};
  g_autoptr (TnkAudit) audit = write_plan (self, texts, 0, N_AUDITED, error);

  set_clock (self, "2025-12-08T10:00:00+09:00");
  if (!store_plan (self, audit, error))
    return FALSE;
  set_clock (self, "2025-12-10T16:00:00+09:00");
  if (!take (self, TNK_AUDIT_STEP_SUBMIT, self->chief, error))
    return FALSE;
  set_clock (self, "2025-12-19T15:00:00+09:00");
  if (!take (self, TNK_AUDIT_STEP_APPROVE, self->decider, error))
    return FALSE;
  set_clock (self, "2026-01-13T09:00:00+09:00");
  return take (self, TNK_AUDIT_STEP_START, self->auditors[0], error);
}

/* --- work papers --- */

static const struct
{
  guint department;
  const char *control;
  TnkVerdict verdict;
  const char *seen;
  const char *evidence;
  const char *cause;
  const char *day;
} papers[] = {
  {0, "2-2-6-d", TNK_VERDICT_MAJOR, "鍵付きの保管庫はあるが、業務時間中は開けたままで、記録媒体2本が机の上にあった。", "現場写真 3枚、媒体管理台帳", "鍵の係を決めておらず、開け閉めの記録もない。", "2026-01-15"},
  {0, "5.1-1-5", TNK_VERDICT_MINOR, "持ち出しの記録のうち、返却日の記入がないものが14件中5件あった。", "端末持ち出し簿（令和7年4月～12月）", "返却のときに記入する人が決まっていない。", "2026-01-15"},
  {0, "5.2-4", TNK_VERDICT_CONFORMS, "研修の受講記録と名簿が一致した。", "研修受講記録", "", "2026-01-15"},
  {0, "5.3-1-1", TNK_VERDICT_CONFORMS, "聞き取りをした5人全員が、報告先と電話番号を答えた。", "聞き取り記録", "", "2026-01-16"},
  {0, "5.4-2-2", TNK_VERDICT_OBSERVATION, "共用のIDは2つで、使う人の一覧がある。一覧の見直しの日付がない。", "共用ID一覧", "", "2026-01-16"},
  {0, "5.4-3-1", TNK_VERDICT_CONFORMS, "付箋などに書かれたパスワードは見当たらなかった。", "現場確認の記録", "", "2026-01-16"},
  {0, "6.1-15-3", TNK_VERDICT_CONFORMS, "一斉メールの送信記録を10件見て、すべて宛先が隠されていた。", "送信記録（10件）", "", "2026-01-19"},
  {0, "8.1-3", TNK_VERDICT_MINOR, "委託先からの報告書が3か月分なかった。", "委託契約書、月次報告書のつづり", "報告書の受け取りを確かめる手順がない。", "2026-01-19"},
  {1, "2-2-6-d", TNK_VERDICT_CONFORMS, "保管庫は施錠され、鍵は課長が管理していた。", "現場確認の記録", "", "2026-01-21"},
  {1, "5.1-1-5", TNK_VERDICT_CONFORMS, "持ち出し簿に記入漏れはなかった。", "端末持ち出し簿", "", "2026-01-21"},
  {1, "5.2-4", TNK_VERDICT_MINOR, "会計年度任用職員3人が研修を受けていなかった。", "研修受講記録、職員名簿", "採用の時期が研修の後だった人への案内がない。", "2026-01-21"},
  {1, "5.3-1-1", TNK_VERDICT_OBSERVATION, "報告先は知られているが、夜間の連絡先を答えられない人が2人いた。", "聞き取り記録", "", "2026-01-22"},
  {1, "5.4-2-2", TNK_VERDICT_MAJOR, "窓口の端末の共用IDを、一覧にない応援職員も使っていた。", "端末の利用記録、共用ID一覧", "応援に入る職員にIDを渡す決まりがない。", "2026-01-22"},
  {1, "5.4-3-1", TNK_VERDICT_CONFORMS, "付箋などに書かれたパスワードは見当たらなかった。", "現場確認の記録", "", "2026-01-22"},
  {1, "6.1-15-3", TNK_VERDICT_NOT_EXAMINED, "監査の期間に一斉メールの送信がなく、記録を確かめられなかった。", "", "", "2026-01-23"},
};

static TnkControl *
find_control (Play *self,
              const char *id)
{
  return tnk_catalog_lookup_control (tnk_campaign_get_catalog (self->campaign), id);
}

static const char *
choose_auditor (Play *self,
                guint department)
{
  return self->auditors[1] != NULL && department == 1 ? self->auditors[1] : self->auditors[0];
}

static gboolean
write_papers (Play *self,
              GError **error)
{
  set_clock (self, "2026-01-26T17:00:00+09:00");
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++) {
    g_autoptr (TnkWorkPaper) paper = tnk_work_paper_new (find_control (self, papers[i].control), self->departments[papers[i].department]);
    g_autoptr (TnkWorkPaper) stored = NULL;
    const char *values[] = {papers[i].seen, papers[i].evidence, papers[i].cause, papers[i].day};

    tnk_work_paper_set_verdict (paper, papers[i].verdict);
    for (guint field = 0; field < G_N_ELEMENTS (values); field++)
      if (!tnk_work_paper_set (paper, field, values[field], error))
        return FALSE;
    stored = tnk_store_save_work_paper (self->store, self->id, paper, choose_auditor (self, papers[i].department), error);
    if (stored == NULL)
      return FALSE;
  }
  return TRUE;
}

/* What was heard, as a file that is attached and not left behind. */
static gboolean
attach_notes (Play *self,
              const char *directory,
              GError **error)
{
  g_autofree char *filename = g_build_filename (directory, "聞き取り記録.txt", NULL);
  g_autoptr (TnkAttachment) stored = NULL;
  gboolean written = g_file_set_contents (filename, "聞き取り記録（令和8年1月15日）\n・保管庫は朝に開け、夕方に閉めている。\n・鍵の係は決めていない。\n", -1, error);

  if (written)
    stored = tnk_store_attach_to_paper (self->store, self->id, "2-2-6-d", self->departments[0], filename, self->auditors[0], error);
  g_unlink (filename);
  return stored != NULL;
}

/* --- findings --- */

static const struct
{
  guint department;
  TnkFindingKind kind;
  const char *control;
  const char *texts[TNK_FINDING_FIELD_REMARK]; /* title, fact, cause, recommendation, due */
  const char *response;
  const char *action;
  const char *action_due;
  const char *follow_up; /* what was seen; NULL where it was not followed up */
  TnkFollowUp verdict;
} findings[] = {
  {0, TNK_FINDING_KIND_FINDING, "2-2-6-d", {"記録媒体の保管", "業務時間中に保管庫が開けたままで、記録媒体2本が机の上に置かれていた。", "鍵の係と、開け閉めの記録がない。", "鍵の係を決め、使うときだけ開けて記録を残すこと。", "2026-03-31"}, "指摘のとおりです。", "鍵の係を2人決め、開け閉めの記録簿を作りました。媒体は使った日のうちに戻します。", "2026-03-20", "記録簿と保管庫を見て、3か月分の記録と現物が合うことを確かめた。", TNK_FOLLOW_UP_IMPROVED},
  {0, TNK_FINDING_KIND_FINDING, "8.1-3", {"委託先からの報告の確認", "委託先の月次報告書が3か月分なかった。", "受け取りを確かめる手順がない。", "報告書の受け取りを毎月確かめ、遅れたら催促すること。", "2026-05-29"}, "指摘のとおりです。不足していた3か月分は受け取りました。", "受け取りの点検表を作り、毎月5日に課長が確かめます。", "2026-05-15", "4月と5月の報告書は受け取られていたが、点検表に課長の確認がなかった。", TNK_FOLLOW_UP_PARTLY},
  {0, TNK_FINDING_KIND_OPINION, "5.4-2-2", {"共用IDの一覧の見直し", "一覧に見直しの日付がない。", "", "一覧を半年ごとに見直し、日付を残すとよい。", ""}, "4月と10月の異動の後に見直すことにします。", "", "", "見直しの予定が課の年間予定に入ったことを確かめた。", TNK_FOLLOW_UP_ACCEPTED},
  {1, TNK_FINDING_KIND_FINDING, "5.4-2-2", {"窓口の共用IDの使い方", "一覧にない応援職員が共用IDを使っていた。", "応援に入る職員にIDを渡す決まりがない。", "応援職員にもその人のIDを渡し、共用IDを使う人を一覧の人に限ること。", "2026-04-30"}, "応援職員のIDの申請に時間がかかり、共用IDを使っていました。", "応援の予定が決まった日にIDを申請し、窓口の共用IDは廃止します。", "2026-12-25", NULL, 0},
  {1, TNK_FINDING_KIND_OPINION, "5.3-1-1", {"夜間の連絡先の知らせ方", "夜間の連絡先を答えられない職員がいた。", "", "連絡先を名札の裏に入れるなど、いつも見られるようにするとよい。", ""}, NULL, NULL, NULL, NULL, 0},
};

static char *
draft_finding (Play *self,
               guint i,
               GError **error)
{
  g_autoptr (TnkFinding) finding = tnk_finding_new (findings[i].kind, find_control (self, findings[i].control), self->departments[findings[i].department]);
  g_autoptr (TnkFinding) stored = NULL;

  for (guint field = 0; field < TNK_FINDING_FIELD_REMARK; field++)
    if (!tnk_finding_set (finding, field, findings[i].texts[field], error))
      return NULL;
  stored = tnk_store_save_finding (self->store, self->id, finding, choose_auditor (self, findings[i].department), error);
  return stored != NULL ? g_strdup (tnk_finding_get_id (stored)) : NULL;
}

static gboolean
issue_findings (Play *self,
                GError **error)
{
  set_clock (self, "2026-01-30T11:00:00+09:00");
  for (guint i = 0; i < G_N_ELEMENTS (findings); i++) {
    g_autofree char *id = draft_finding (self, i, error);
    g_autoptr (TnkFinding) stored = NULL;

    if (id != NULL)
      stored = tnk_store_issue_finding (self->store, self->id, id, 0, choose_auditor (self, findings[i].department), error);
    if (stored == NULL)
      return FALSE;
  }
  return TRUE;
}

static gboolean
respond (Play *self,
         GError **error)
{
  set_clock (self, "2026-02-06T14:00:00+09:00");
  for (guint i = 0; i < G_N_ELEMENTS (findings); i++) {
    g_autofree char *id = g_strdup_printf ("F%02u", i + 1);
    g_autoptr (TnkFinding) stored = NULL;

    if (findings[i].response == NULL)
      continue;
    stored = tnk_store_respond_finding (self->store, self->id, id, 0, findings[i].response, findings[i].action, findings[i].action_due,
                                        self->managers[findings[i].department], error);
    if (stored == NULL)
      return FALSE;
  }
  return TRUE;
}

static gboolean
follow_up (Play *self,
           GError **error)
{
  set_clock (self, "2026-06-22T10:00:00+09:00");
  for (guint i = 0; i < G_N_ELEMENTS (findings); i++) {
    g_autofree char *id = g_strdup_printf ("F%02u", i + 1);
    g_autoptr (TnkFinding) stored = NULL;

    if (findings[i].follow_up == NULL)
      continue;
    stored = tnk_store_follow_up_finding (self->store, self->id, id, 0, findings[i].verdict, findings[i].follow_up,
                                          choose_auditor (self, findings[i].department), error);
    if (stored == NULL)
      return FALSE;
  }
  return TRUE;
}

/* The committee has other departments asked; one of them has answered. */
static gboolean
spread (Play *self,
        GError **error)
{
  const char *const *asked = self->departments + N_AUDITED;
  g_autoptr (TnkFinding) stored = NULL, answered = NULL;

  set_clock (self, "2026-02-24T16:00:00+09:00");
  stored = tnk_store_spread_finding (self->store, self->id, "F01", 0, asked, "記録媒体の保管庫は、使うときのほかは施錠されていますか。鍵の係と開け閉めの記録はありますか。",
                                     "2026-03-31", self->decider, error);
  if (stored == NULL)
    return FALSE;
  set_clock (self, "2026-03-18T13:00:00+09:00");
  answered = tnk_store_answer_spread (self->store, self->id, "F01", asked[0], 0, TNK_SPREAD_ANSWER_SAME, "施錠していますが、開け閉めの記録がありませんでした。",
                                      "記録簿を作り、4月から使います。", "2026-04-30", self->managers[N_AUDITED], error);
  return answered != NULL;
}

/* --- the report --- */

static gboolean
report (Play *self,
        GError **error)
{
  g_autoptr (TnkAuditBook) book = NULL;
  g_autoptr (TnkAudit) audit = NULL, stored = NULL;

  set_clock (self, "2026-02-16T15:00:00+09:00");
  book = tnk_store_load_audit (self->store, self->id, error);
  if (book == NULL)
    return FALSE;
  audit = tnk_audit_copy (tnk_audit_book_get_audit (book));
  if (!tnk_audit_set (audit, TNK_AUDIT_FIELD_SUMMARY, "研修と報告の仕組みはおおむね行き渡っている。一方、記録媒体の保管と窓口の共用IDに重大な不適合があり、自己点検の回答より実態は弱い。", error))
    return FALSE;
  stored = tnk_store_save_audit (self->store, audit, self->auditors[0], error);
  return stored != NULL && take (self, TNK_AUDIT_STEP_REPORT, self->chief, error);
}

gboolean
demo_audit_play (TnkStore *store,
                 const char *campaign_id,
                 const char *chief,
                 const char *decider,
                 const char *directory,
                 GError **error)
{
  g_auto (Play) self = {0};

  if (!prepare (&self, store, campaign_id, chief, decider, error))
    return FALSE;
  if (!find_departments (&self))
    return TRUE;
  return plan (&self, error) && write_papers (&self, error) && attach_notes (&self, directory, error) && issue_findings (&self, error) &&
         respond (&self, error) && report (&self, error) && spread (&self, error) && follow_up (&self, error);
}

/* One of the auditors knows the systems because he runs some: the committee must decide whether that can pass. */
gboolean
demo_audit_plan_next (TnkStore *store,
                      const char *campaign_id,
                      const char *chief,
                      GError **error)
{
  static const char *const texts[TNK_N_AUDIT_FIELDS] = {
    "令和8年度 情報セキュリティ監査（第1回）", "昨年度の指摘事項の改善状況と、媒体・パスワード・委託先の管理を確かめる。",
    "点検票と記録の閲覧、聞き取り、執務室の現場確認による。窓口の混む時間を避ける。", "2027-01-12", "2027-02-12", ""};
  g_auto (Play) self = {0};
  g_autoptr (TnkAudit) audit = NULL;
  const char *auditors[MAX_AUDITORS + 1] = {NULL};

  if (!prepare (&self, store, campaign_id, chief, NULL, error))
    return FALSE;
  if (!find_departments (&self))
    return TRUE;
  auditors[0] = self.auditors[0];
  auditors[1] = self.managers[0];
  audit = write_plan (&self, texts, 0, N_AUDITED, error);
  if (audit == NULL || !tnk_audit_set_auditors (audit, auditors, error) ||
      !tnk_audit_ask_exemption (audit, auditors[1], self.departments[0], "情報システムの構成を説明できる職員がほかにいないため、聞き取りに立ち会う。判定はもう1人の監査人が行う。", error))
    return FALSE;
  return store_plan (&self, audit, error) && take (&self, TNK_AUDIT_STEP_SUBMIT, self.chief, error);
}
