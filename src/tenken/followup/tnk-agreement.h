/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-audit-book.h"
#include "tnk-tally.h"

G_BEGIN_DECLS

/**
 * TnkAgreementCounts:
 * @papers: work papers with a verdict
 * @answers: self-answers that stand under one of them: 実施済み, 一部実施 and 未実施
 * @agreeing: those that say what the auditor says
 * @overstated: those that say 実施済み where the auditor found a nonconformity
 * @understated: those that say 一部実施 or 未実施 where the auditor found that the control is kept
 *
 * How far the auditors and the self-check say the same. @answers = @agreeing + @overstated + @understated.
 *
 * Since: 0.1
 */
typedef struct
{
  guint papers;
  guint answers;
  guint agreeing;
  guint overstated;
  guint understated;
} TnkAgreementCounts;

#define TNK_TYPE_AGREEMENT (tnk_agreement_get_type ())

/**
 * TnkAgreement:
 *
 * The agreement rate (一致率) of one scope: of all answers that people gave themselves about a control that an auditor judged, how many
 * say what the auditor says.
 *
 * An auditor who says “conforms” or “observation” says that the control is kept, and so does the answer 実施済み. An auditor who
 * says “minor” or “major” says that it is not, and so do 一部実施 and 未実施. 対象外, 例外措置 and what was not answered say
 * neither and are not counted, nor is a control that nobody examined. An answer is compared with one verdict: that about its own
 * department or, failing that, about the nearest above it. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkAgreement, tnk_agreement, TNK, AGREEMENT, GObject)

void tnk_agreement_count_paper (TnkAuditBook *book, TnkTally *tally, TnkWorkPaper *paper, TnkAgreementCounts *counts);
GPtrArray *tnk_agreement_list (TnkAuditBook *book, TnkTally *tally, TnkScopeKind by, const char *language);
TnkScopeKind tnk_agreement_get_scope (TnkAgreement *self);
const char *tnk_agreement_get_id (TnkAgreement *self);
const char *tnk_agreement_get_name (TnkAgreement *self);
void tnk_agreement_get_counts (TnkAgreement *self, TnkAgreementCounts *counts);
guint tnk_agreement_count_verdict (TnkAgreement *self, TnkVerdict verdict);
gboolean tnk_agreement_is_defined (TnkAgreement *self);
double tnk_agreement_get_rate (TnkAgreement *self);

G_END_DECLS
