/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-error.h"
#include "tnk-field-private.h"
#include "tnk-work-paper-private.h"

struct _TnkWorkPaper
{
  GObject parent_instance;

  TnkControl *control;
  char *department_id;
  guint revision; /* 0 until it is stored */
  TnkVerdict verdict;
  char *fields[TNK_N_WORK_PAPER_FIELDS]; /* never NULL */
};

G_DEFINE_FINAL_TYPE (TnkWorkPaper, tnk_work_paper, G_TYPE_OBJECT)

static const TnkFieldSpec specs[TNK_N_WORK_PAPER_FIELDS] = {
  [TNK_WORK_PAPER_FIELD_SEEN] = {"seen", TNK_FIELD_TEXT, "text about what was seen"},
  [TNK_WORK_PAPER_FIELD_EVIDENCE] = {"evidence", TNK_FIELD_TEXT, "text about the evidence"},
  [TNK_WORK_PAPER_FIELD_CAUSE] = {"cause", TNK_FIELD_TEXT, "text about the cause"},
  [TNK_WORK_PAPER_FIELD_DAY] = {"day", TNK_FIELD_DAY, "day of the examination"},
  [TNK_WORK_PAPER_FIELD_AUDITOR] = {"auditor", TNK_FIELD_PERSON, "auditor"},
};

/**
 * tnk_work_paper_field_to_string:
 * @field: a field
 *
 * Gets the word that the command line and the log use for a field.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
tnk_work_paper_field_to_string (TnkWorkPaperField field)
{
  g_return_val_if_fail ((guint) field < TNK_N_WORK_PAPER_FIELDS, NULL);
  return specs[field].word;
}

static void
tnk_work_paper_finalize (GObject *object)
{
  TnkWorkPaper *self = TNK_WORK_PAPER (object);

  g_clear_object (&self->control);
  g_free (self->department_id);
  tnk_fields_clear (self->fields, TNK_N_WORK_PAPER_FIELDS);
  G_OBJECT_CLASS (tnk_work_paper_parent_class)->finalize (object);
}

static void
tnk_work_paper_class_init (TnkWorkPaperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_work_paper_finalize;
}

static void
tnk_work_paper_init (TnkWorkPaper *self)
{
  tnk_fields_init (self->fields, TNK_N_WORK_PAPER_FIELDS);
}

/**
 * tnk_work_paper_new:
 * @control: the control that is looked at
 * @department_id: the id of the department in which, with all below it
 *
 * Creates a work paper on which nothing is written yet.
 *
 * Returns: (transfer full): the new work paper
 *
 * Since: 0.1
 */
TnkWorkPaper *
tnk_work_paper_new (TnkControl *control,
                    const char *department_id)
{
  TnkWorkPaper *self;

  g_return_val_if_fail (TNK_IS_CONTROL (control) && department_id != NULL, NULL);

  self = g_object_new (TNK_TYPE_WORK_PAPER, NULL);
  self->control = g_object_ref (control);
  self->department_id = g_strdup (department_id);
  return self;
}

/**
 * tnk_work_paper_copy:
 * @self: a work paper
 *
 * Copies a work paper with its revision, to change the copy and store it.
 *
 * Returns: (transfer full): the copy
 *
 * Since: 0.1
 */
TnkWorkPaper *
tnk_work_paper_copy (TnkWorkPaper *self)
{
  TnkWorkPaper *copy;

  g_return_val_if_fail (TNK_IS_WORK_PAPER (self), NULL);

  copy = tnk_work_paper_new (self->control, self->department_id);
  copy->revision = self->revision;
  copy->verdict = self->verdict;
  tnk_fields_copy (copy->fields, self->fields, TNK_N_WORK_PAPER_FIELDS);
  return copy;
}

/**
 * tnk_work_paper_get_control:
 * @self: a work paper
 *
 * Gets the control that is looked at.
 *
 * Returns: (transfer none): the control
 *
 * Since: 0.1
 */
TnkControl *
tnk_work_paper_get_control (TnkWorkPaper *self)
{
  g_return_val_if_fail (TNK_IS_WORK_PAPER (self), NULL);
  return self->control;
}

/**
 * tnk_work_paper_get_department_id:
 * @self: a work paper
 *
 * Gets the department in which it is looked at, with all below it.
 *
 * Returns: the id
 *
 * Since: 0.1
 */
const char *
tnk_work_paper_get_department_id (TnkWorkPaper *self)
{
  g_return_val_if_fail (TNK_IS_WORK_PAPER (self), NULL);
  return self->department_id;
}

/**
 * tnk_work_paper_get_revision:
 * @self: a work paper
 *
 * Gets how often the paper was stored when this was read.
 *
 * Returns: the number, 0 until it is stored
 *
 * Since: 0.1
 */
guint
tnk_work_paper_get_revision (TnkWorkPaper *self)
{
  g_return_val_if_fail (TNK_IS_WORK_PAPER (self), 0);
  return self->revision;
}

void
tnk_work_paper_set_revision (TnkWorkPaper *self,
                             guint revision)
{
  self->revision = revision;
}

/**
 * tnk_work_paper_get_verdict:
 * @self: a work paper
 *
 * Gets what the auditor says.
 *
 * Returns: the verdict
 *
 * Since: 0.1
 */
TnkVerdict
tnk_work_paper_get_verdict (TnkWorkPaper *self)
{
  g_return_val_if_fail (TNK_IS_WORK_PAPER (self), TNK_VERDICT_NOT_EXAMINED);
  return self->verdict;
}

/**
 * tnk_work_paper_set_verdict:
 * @self: a work paper
 * @verdict: a verdict
 *
 * Writes what the auditor says. It stands beside the answers that people gave themselves, and changes none of them.
 *
 * Since: 0.1
 */
void
tnk_work_paper_set_verdict (TnkWorkPaper *self,
                            TnkVerdict verdict)
{
  g_return_if_fail (TNK_IS_WORK_PAPER (self) && (guint) verdict < TNK_N_VERDICTS);
  self->verdict = verdict;
}

/**
 * tnk_work_paper_is_examined:
 * @self: a work paper
 *
 * Says whether somebody looked.
 *
 * Returns: `TRUE` if there is a verdict
 *
 * Since: 0.1
 */
gboolean
tnk_work_paper_is_examined (TnkWorkPaper *self)
{
  g_return_val_if_fail (TNK_IS_WORK_PAPER (self), FALSE);
  return self->verdict != TNK_VERDICT_NOT_EXAMINED;
}

/**
 * tnk_work_paper_get:
 * @self: a work paper
 * @field: a field
 *
 * Gets what is written in a field.
 *
 * Returns: the text, empty where nothing is written
 *
 * Since: 0.1
 */
const char *
tnk_work_paper_get (TnkWorkPaper *self,
                    TnkWorkPaperField field)
{
  g_return_val_if_fail (TNK_IS_WORK_PAPER (self) && (guint) field < TNK_N_WORK_PAPER_FIELDS, NULL);
  return self->fields[field];
}

/**
 * tnk_work_paper_set:
 * @self: a work paper
 * @field: a field
 * @value: what to write
 * @error: return location for an error: [error@Tenken.Error] `INVALID`
 *
 * Writes a field, without blanks around it.
 *
 * Returns: `TRUE` if the value is of the right form and was set
 *
 * Since: 0.1
 */
gboolean
tnk_work_paper_set (TnkWorkPaper *self,
                    TnkWorkPaperField field,
                    const char *value,
                    GError **error)
{
  g_return_val_if_fail (TNK_IS_WORK_PAPER (self) && (guint) field < TNK_N_WORK_PAPER_FIELDS && value != NULL, FALSE);
  return tnk_field_set (&specs[field], &self->fields[field], value, error);
}

/**
 * tnk_work_paper_check:
 * @self: a work paper
 * @error: return location for an error: [error@Tenken.Error] `INVALID`
 *
 * Checks that the paper bears out its verdict: who says that a control is not kept, or only just, must say what was seen; who says
 * that it is kept must say that, or where the evidence is.
 *
 * Returns: `TRUE` if it can stand
 *
 * Since: 0.1
 */
gboolean
tnk_work_paper_check (TnkWorkPaper *self,
                      GError **error)
{
  gboolean seen, evidence;

  g_return_val_if_fail (TNK_IS_WORK_PAPER (self), FALSE);

  seen = *self->fields[TNK_WORK_PAPER_FIELD_SEEN] != '\0';
  evidence = *self->fields[TNK_WORK_PAPER_FIELD_EVIDENCE] != '\0';
  if (self->verdict > TNK_VERDICT_CONFORMS && !seen)
    g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "the work paper about “%s” in “%s” says “%s” but not what was seen; write it",
                 tnk_control_get_id (self->control), self->department_id, tnk_verdict_to_string (self->verdict));
  else if (self->verdict == TNK_VERDICT_CONFORMS && !seen && !evidence)
    g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID,
                 "the work paper about “%s” in “%s” says “conforms” but neither what was seen nor where the evidence is; write one of the two",
                 tnk_control_get_id (self->control), self->department_id);
  else
    return TRUE;
  return FALSE;
}
