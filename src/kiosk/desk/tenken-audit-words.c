/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-audit-words.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tenken-language.h"

const char *
tenken_audit_field_get_name (TnkAuditField field)
{
  static const char *const names[TNK_N_AUDIT_FIELDS] = {
    [TNK_AUDIT_FIELD_TITLE] = N_ ("Title of the audit"),
    [TNK_AUDIT_FIELD_PURPOSE] = N_ ("Purpose"),
    [TNK_AUDIT_FIELD_METHOD] = N_ ("Method"),
    [TNK_AUDIT_FIELD_STARTS] = N_ ("First day of the audit"),
    [TNK_AUDIT_FIELD_ENDS] = N_ ("Last day of the audit"),
    [TNK_AUDIT_FIELD_SUMMARY] = N_ ("Result as a whole"),
  };

  g_return_val_if_fail ((guint) field < TNK_N_AUDIT_FIELDS, NULL);
  return _ (names[field]);
}

const char *
tenken_work_paper_field_get_name (TnkWorkPaperField field)
{
  static const char *const names[TNK_N_WORK_PAPER_FIELDS] = {
    [TNK_WORK_PAPER_FIELD_SEEN] = N_ ("What was seen"),
    [TNK_WORK_PAPER_FIELD_EVIDENCE] = N_ ("Evidence"),
    [TNK_WORK_PAPER_FIELD_CAUSE] = N_ ("Cause"),
    [TNK_WORK_PAPER_FIELD_DAY] = N_ ("Examined on"),
    [TNK_WORK_PAPER_FIELD_AUDITOR] = N_ ("Auditor"),
  };

  g_return_val_if_fail ((guint) field < TNK_N_WORK_PAPER_FIELDS, NULL);
  return _ (names[field]);
}

const char *
tenken_finding_field_get_name (TnkFindingField field)
{
  static const char *const names[TNK_N_FINDING_FIELDS] = {
    [TNK_FINDING_FIELD_TITLE] = N_ ("Title of the finding"),
    [TNK_FINDING_FIELD_FACT] = N_ ("What the auditor found"),
    [TNK_FINDING_FIELD_CAUSE] = N_ ("Cause"),
    [TNK_FINDING_FIELD_RECOMMENDATION] = N_ ("Recommendation"),
    [TNK_FINDING_FIELD_DUE] = N_ ("To be put right by"),
    [TNK_FINDING_FIELD_REMARK] = N_ ("Why it was withdrawn"),
  };

  g_return_val_if_fail ((guint) field < TNK_N_FINDING_FIELDS, NULL);
  return _ (names[field]);
}

const char *
tenken_finding_kind_get_name (TnkFindingKind kind)
{
  return tnk_finding_kind_get_label (kind, tenken_language_get ());
}

const char *
tenken_finding_state_get_name (TnkFindingState state)
{
  return tnk_finding_state_get_label (state, tenken_language_get ());
}

const char *
tenken_audit_state_get_name (TnkAuditState state)
{
  return tnk_audit_state_get_label (state, tenken_language_get ());
}

const char *
tenken_verdict_get_name (TnkVerdict verdict)
{
  return tnk_verdict_get_label (verdict, tenken_language_get ());
}

static const struct
{
  const char *sign;
  const char *css;
} looks[TNK_N_VERDICTS] = {
  [TNK_VERDICT_NOT_EXAMINED] = {"–", "not-examined"},
  [TNK_VERDICT_CONFORMS] = {"✓", "conforms"},
  [TNK_VERDICT_OBSERVATION] = {"△", "observation"},
  [TNK_VERDICT_MINOR] = {"▲", "minor"},
  [TNK_VERDICT_MAJOR] = {"✕", "major"},
};

char *
tenken_verdict_describe (TnkVerdict verdict)
{
  g_return_val_if_fail ((guint) verdict < TNK_N_VERDICTS, NULL);
  return g_strdup_printf ("%s %s", looks[verdict].sign, tenken_verdict_get_name (verdict));
}

const char *
tenken_verdict_get_css (TnkVerdict verdict)
{
  g_return_val_if_fail ((guint) verdict < TNK_N_VERDICTS, NULL);
  return looks[verdict].css;
}

char *
tenken_audit_word_department (TnkBody *tree,
                              const char *id)
{
  TnkDepartment *department = tnk_body_lookup_department (tree, id);

  return g_strdup (department != NULL ? tnk_department_get_name (department) : id);
}

char *
tenken_audit_word_control (TnkCatalog *catalog,
                           const char *id)
{
  TnkControl *control = tnk_catalog_lookup_control (catalog, id);

  return control != NULL ? g_strdup_printf ("%s %s", tnk_control_get_clause (control), tenken_text (tnk_control_get_title (control))) : g_strdup (id);
}

char *
tenken_audit_in_line (const char *text)
{
  return g_strdelimit (g_strdup (text), "\n\t", ' ');
}

double
tenken_audit_rank_day (const char *day)
{
  double rank = 0;

  if (day == NULL || *day == '\0')
    return NAN;
  for (; *day != '\0'; day++)
    if (g_ascii_isdigit (*day))
      rank = rank * 10 + (*day - '0');
  return rank;
}
