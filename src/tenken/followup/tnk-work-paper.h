/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-audit-words.h"
#include "tnk-control.h"

G_BEGIN_DECLS

/**
 * TnkWorkPaperField:
 * @TNK_WORK_PAPER_FIELD_SEEN: what was seen; where nobody looked, why not
 * @TNK_WORK_PAPER_FIELD_EVIDENCE: which evidence, and where it is
 * @TNK_WORK_PAPER_FIELD_CAUSE: why it is not kept
 * @TNK_WORK_PAPER_FIELD_DAY: when it was examined, ISO 8601, or empty
 * @TNK_WORK_PAPER_FIELD_AUDITOR: the staff number of who examined it
 *
 * What is written into a work paper.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_WORK_PAPER_FIELD_SEEN,
  TNK_WORK_PAPER_FIELD_EVIDENCE,
  TNK_WORK_PAPER_FIELD_CAUSE,
  TNK_WORK_PAPER_FIELD_DAY,
  TNK_WORK_PAPER_FIELD_AUDITOR,
} TnkWorkPaperField;

/**
 * TNK_N_WORK_PAPER_FIELDS:
 *
 * How many fields there are.
 *
 * Since: 0.1
 */
#define TNK_N_WORK_PAPER_FIELDS 5

const char *tnk_work_paper_field_to_string (TnkWorkPaperField field);

#define TNK_TYPE_WORK_PAPER (tnk_work_paper_get_type ())

/**
 * TnkWorkPaper:
 *
 * A work paper (監査調書): what an auditor saw of one control in one department, and the verdict.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkWorkPaper, tnk_work_paper, TNK, WORK_PAPER, GObject)

TnkWorkPaper *tnk_work_paper_new (TnkControl *control, const char *department_id);
TnkWorkPaper *tnk_work_paper_copy (TnkWorkPaper *self);
TnkControl *tnk_work_paper_get_control (TnkWorkPaper *self);
const char *tnk_work_paper_get_department_id (TnkWorkPaper *self);
guint tnk_work_paper_get_revision (TnkWorkPaper *self);
TnkVerdict tnk_work_paper_get_verdict (TnkWorkPaper *self);
void tnk_work_paper_set_verdict (TnkWorkPaper *self, TnkVerdict verdict);
gboolean tnk_work_paper_is_examined (TnkWorkPaper *self);
const char *tnk_work_paper_get (TnkWorkPaper *self, TnkWorkPaperField field);
gboolean tnk_work_paper_set (TnkWorkPaper *self, TnkWorkPaperField field, const char *value, GError **error);
gboolean tnk_work_paper_check (TnkWorkPaper *self, GError **error);

G_END_DECLS
