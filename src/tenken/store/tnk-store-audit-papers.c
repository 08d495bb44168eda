/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-audit-work-private.h"
#include "tnk-csv-private.h"
#include "tnk-problems-private.h"
#include "tnk-store-audit.h"
#include "tnk-strings-private.h"
#include "tnk-work-paper-private.h"

/* Work papers: one at a time, or many from a file. */

#define UNDER_WAY (1u << TNK_AUDIT_STATE_UNDER_WAY)

/* --- one --- */

/* Who stores a paper has examined it, whatever the caller wrote there. */
static TnkWorkPaper *
write_paper (TnkAuditWork *work,
             TnkWorkPaper *paper,
             gboolean anyhow,
             GError **error)
{
  const char *department_id = tnk_work_paper_get_department_id (paper);
  TnkWorkPaper *before = tnk_audit_book_lookup_paper (work->book, tnk_control_get_id (tnk_work_paper_get_control (paper)), department_id);
  guint there = before != NULL ? tnk_work_paper_get_revision (before) : 0;
  g_autoptr (TnkWorkPaper) stored = tnk_work_paper_copy (paper);

  if (!tnk_audit_work_check_judge (work, department_id, tnk_work_paper_get_control (paper), error) || !tnk_work_paper_check (stored, error) ||
      !tnk_work_paper_set (stored, TNK_WORK_PAPER_FIELD_AUDITOR, work->by, error))
    return NULL;
  if (!anyhow && there != tnk_work_paper_get_revision (paper)) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_STATE, "%s: somebody wrote the work paper about “%s” in “%s” in the meantime (revision %u, yours is %u); read it again",
                 tnk_store_get_name (work->store), tnk_control_get_id (tnk_work_paper_get_control (paper)), department_id, there,
                 tnk_work_paper_get_revision (paper));
    return NULL;
  }
  tnk_work_paper_set_revision (stored, there);
  return tnk_audit_work_write_paper (work, stored, error) ? g_steal_pointer (&stored) : NULL;
}

static gboolean
begin (TnkAuditWork *work,
       TnkStore *store,
       const char *audit_id,
       const char *by,
       GError **error)
{
  return tnk_audit_work_begin (work, store, audit_id, by, error) &&
         tnk_audit_work_check_state (work, UNDER_WAY, "work papers are written while it is under way", error);
}

/**
 * tnk_store_save_work_paper:
 * @self: an open store
 * @audit_id: the id of an audit that is under way
 * @paper: a new work paper, or a copy of one, changed since it was read
 * @by: the staff number of an auditor of the audit who is independent of what the paper is about
 * @error: return location for an error: [error@Tenken.Error] `INVALID` if the paper cannot stand or the plan does not cover it,
 *   `REFUSED` if @by may not judge it, `STATE`, `NOT_FOUND` or `STORE`
 *
 * Stores a work paper. The auditor on it is @by.
 *
 * Returns: (transfer full): the work paper as it is stored
 *
 * Since: 0.1
 */
TnkWorkPaper *
tnk_store_save_work_paper (TnkStore *self,
                           const char *audit_id,
                           TnkWorkPaper *paper,
                           const char *by,
                           GError **error)
{
  g_auto (TnkAuditWork) work = {0};
  g_autoptr (TnkWorkPaper) stored = NULL;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && audit_id != NULL && TNK_IS_WORK_PAPER (paper), NULL);

  if (!begin (&work, self, audit_id, by, error))
    return NULL;
  stored = write_paper (&work, paper, FALSE, error);
  return stored != NULL && tnk_audit_work_commit (&work, error) ? g_steal_pointer (&stored) : NULL;
}

/**
 * tnk_store_save_work_papers:
 * @self: an open store
 * @audit_id: the id of an audit that is under way
 * @papers: (element-type TnkWorkPaper): work papers, each as [method@Store.save_work_paper] takes it
 * @by: the staff number of an auditor of the audit who is independent of what the papers are about
 * @error: return location for an error, as of [method@Store.save_work_paper]
 *
 * Stores work papers, all of them or none: what [method@Store.preview_work_papers] gave.
 *
 * Returns: `TRUE` if they are stored
 *
 * Since: 0.1
 */
gboolean
tnk_store_save_work_papers (TnkStore *self,
                            const char *audit_id,
                            GPtrArray *papers,
                            const char *by,
                            GError **error)
{
  g_auto (TnkAuditWork) work = {0};

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && audit_id != NULL && papers != NULL, FALSE);

  if (!begin (&work, self, audit_id, by, error) || !tnk_audit_work_check_named (&work, error))
    return FALSE;
  for (guint i = 0; i < papers->len; i++) {
    g_autoptr (TnkWorkPaper) stored = write_paper (&work, g_ptr_array_index (papers, i), FALSE, error);

    if (stored == NULL)
      return FALSE;
  }
  return papers->len == 0 || tnk_audit_work_commit (&work, error);
}

/* --- many --- */

enum {
  COLUMN_DEPARTMENT,
  COLUMN_CONTROL,
  COLUMN_VERDICT,
  N_NEEDED,
  COLUMN_SEEN = N_NEEDED,
  COLUMN_EVIDENCE,
  COLUMN_CAUSE,
  COLUMN_DAY,
  COLUMN_REVISION,
  N_COLUMNS,
};

typedef struct
{
  TnkAuditWork *work;
  TnkCsvReader *csv;
  const char *filename;
  guint columns[N_COLUMNS];
  GHashTable *seen; /* which papers the file had already */
  TnkProblems *problems;
  GPtrArray *papers; /* (element-type TnkWorkPaper): those that could be stored, with the revision that each takes the place of */
} Import;

static void
import_clear (Import *self)
{
  g_clear_pointer (&self->csv, tnk_csv_reader_free);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_pointer (&self->papers, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

static const char *
cell (Import *self,
      guint column)
{
  return tnk_csv_reader_field (self->csv, self->columns[column]);
}

static void
fault (Import *self,
       const char *where,
       const char *message)
{
  tnk_problems_add (self->problems, self->filename, tnk_csv_reader_get_line (self->csv), where, "%s", message);
}

/* Each fault of the cells, or the paper. */
static TnkWorkPaper *
read_cells (Import *self)
{
  static const guint texts[] = {COLUMN_SEEN, COLUMN_EVIDENCE, COLUMN_CAUSE, COLUMN_DAY};
  TnkCatalog *catalog = tnk_campaign_get_catalog (tnk_audit_get_campaign (self->work->audit));
  g_autofree char *department = tnk_strip (cell (self, COLUMN_DEPARTMENT));
  g_autofree char *control_id = tnk_strip (cell (self, COLUMN_CONTROL));
  g_autofree char *verdict_word = tnk_strip (cell (self, COLUMN_VERDICT));
  TnkControl *control = tnk_catalog_lookup_control (catalog, control_id);
  g_autoptr (TnkWorkPaper) paper = NULL;
  guint before = self->problems->n;
  TnkVerdict verdict = TNK_VERDICT_NOT_EXAMINED;

  if (tnk_csv_reader_has_surplus (self->csv))
    fault (self, NULL, "the line has more cells than the first line has columns; is a comma left out of quotation marks?");
  if (control == NULL)
    fault (self, "control_id", "the catalog of the campaign has no such control");
  if (!tnk_verdict_from_string (verdict_word, &verdict))
    fault (self, "verdict", "this is no verdict; use conforms, minor, major, observation or not_examined");
  if (control == NULL || self->problems->n > before)
    return NULL;
  paper = tnk_work_paper_new (control, department);
  tnk_work_paper_set_verdict (paper, verdict);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) local = NULL;

    if (!tnk_work_paper_set (paper, i, cell (self, texts[i]), &local))
      fault (self, tnk_work_paper_field_to_string (i), local->message);
  }
  return self->problems->n == before ? g_steal_pointer (&paper) : NULL;
}

/* FALSE where the cell says what is no revision. */
static gboolean
read_revision (Import *self,
               TnkWorkPaper *paper,
               gboolean *given)
{
  g_autofree char *text = tnk_strip (cell (self, COLUMN_REVISION));
  guint64 revision = 0;

  *given = *text != '\0';
  if (!*given)
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT, &revision, NULL)) {
    fault (self, "revision", "this is no revision; leave the cell as it was printed, or empty");
    return FALSE;
  }
  tnk_work_paper_set_revision (paper, revision);
  return TRUE;
}

static gboolean
is_repeated (Import *self,
             TnkWorkPaper *paper)
{
  char *key = g_strjoin ("/", tnk_control_get_id (tnk_work_paper_get_control (paper)), tnk_work_paper_get_department_id (paper), NULL);

  if (g_hash_table_add (self->seen, key))
    return FALSE;
  fault (self, NULL, "the file has this control in this department twice; keep one line");
  return TRUE;
}

/* The revision of what is there about the same; 0: nothing. */
static guint
find_revision (Import *self,
               TnkWorkPaper *paper)
{
  TnkWorkPaper *before = tnk_audit_book_lookup_paper (self->work->book, tnk_control_get_id (tnk_work_paper_get_control (paper)),
                                                      tnk_work_paper_get_department_id (paper));

  return before != NULL ? tnk_work_paper_get_revision (before) : 0;
}

/* Faults of the row go to the problems; FALSE where the store cannot go on. */
static gboolean
read_row (Import *self,
          GError **error)
{
  g_autoptr (TnkWorkPaper) paper = read_cells (self);
  g_autoptr (TnkWorkPaper) stored = NULL;
  g_autoptr (GError) local = NULL;
  gboolean given;
  guint there;

  if (paper == NULL || !read_revision (self, paper, &given) || is_repeated (self, paper))
    return TRUE;
  there = find_revision (self, paper);
  stored = write_paper (self->work, paper, !given, &local);
  if (stored != NULL) {
    tnk_work_paper_set_revision (paper, there);
    g_ptr_array_add (self->papers, g_steal_pointer (&paper));
    return TRUE;
  }
  if (g_error_matches (local, TNK_ERROR, TNK_ERROR_STORE) || g_error_matches (local, TNK_ERROR, TNK_ERROR_TAMPERED)) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  fault (self, NULL, local->message);
  return TRUE;
}

static gboolean
read_file (Import *self,
           GError **error)
{
  static const char *names[] = {"department_id", "control_id", "verdict", "seen", "evidence", "cause", "day", "revision"};
  g_autoptr (GError) local = NULL;

  self->csv = tnk_csv_reader_open (self->filename, error);
  if (self->csv == NULL || !tnk_csv_reader_header (self->csv, names, self->columns, N_COLUMNS, N_NEEDED, error))
    return FALSE;
  while (tnk_csv_reader_next (self->csv, &local))
    if (!read_row (self, error))
      return FALSE;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Everything but the end: what is written is there only once it is committed. */
static GPtrArray *
take_in (TnkAuditWork *work,
         TnkStore *self,
         const char *audit_id,
         const char *filename,
         const char *by,
         GPtrArray **problems,
         GError **error)
{
  g_auto (TnkProblems) found = {0};
  g_auto (Import) import = {.work = work, .filename = filename, .problems = &found};

  if (problems != NULL)
    *problems = NULL;
  tnk_problems_init (&found);
  import.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  import.papers = g_ptr_array_new_with_free_func (g_object_unref);
  if (!begin (work, self, audit_id, by, error) || !tnk_audit_work_check_named (work, error) || !read_file (&import, error) ||
      !tnk_problems_throw (&found, problems, TNK_ERROR_INVALID, error))
    return NULL;
  return g_steal_pointer (&import.papers);
}

/**
 * tnk_store_preview_work_papers:
 * @self: an open store
 * @audit_id: the id of an audit that is under way
 * @filename: a CSV file as [method@Store.import_work_papers] takes it
 * @by: the staff number of an auditor of the audit
 * @problems: (out) (optional) (nullable) (transfer container) (element-type TnkProblem): every bad row with its line and reason
 * @error: return location for an error, as of [method@Store.import_work_papers]
 *
 * Reads work papers that were written elsewhere, and checks each row as if it was stored; nothing is. The revision of each paper is
 * that of the one whose place it would take, or 0.
 *
 * Returns: (transfer container) (element-type TnkWorkPaper): the work papers, in the order of the file, for
 *   [method@Store.save_work_papers]
 *
 * Since: 0.1
 */
GPtrArray *
tnk_store_preview_work_papers (TnkStore *self,
                               const char *audit_id,
                               const char *filename,
                               const char *by,
                               GPtrArray **problems,
                               GError **error)
{
  g_auto (TnkAuditWork) work = {0};

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && audit_id != NULL && filename != NULL, NULL);

  return take_in (&work, self, audit_id, filename, by, problems, error);
}

/**
 * tnk_store_import_work_papers:
 * @self: an open store
 * @audit_id: the id of an audit that is under way
 * @filename: a CSV file with the columns `department_id`, `control_id`, `verdict` and, if wanted, `seen`, `evidence`, `cause`,
 *   `day` and `revision`
 * @by: the staff number of an auditor of the audit
 * @n_papers: (out): how many work papers were stored
 * @problems: (out) (optional) (nullable) (transfer container) (element-type TnkProblem): every bad row with its line and reason
 * @error: return location for an error: [error@Tenken.Error] `INVALID`, which names the first bad row; `SYNTAX`, `STATE`,
 *   `NOT_FOUND`, `REFUSED` or `STORE`
 *
 * Takes in work papers that were written elsewhere. Each row is checked as if it was stored by itself; the auditor on each is @by. A
 * paper that is there already is replaced, unless the row names another revision of it; what it said stays readable in the log.
 *
 * Returns: `TRUE` if every row was taken in; else none was
 *
 * Since: 0.1
 */
gboolean
tnk_store_import_work_papers (TnkStore *self,
                              const char *audit_id,
                              const char *filename,
                              const char *by,
                              guint *n_papers,
                              GPtrArray **problems,
                              GError **error)
{
  g_auto (TnkAuditWork) work = {0};
  g_autoptr (GPtrArray) papers = NULL;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && audit_id != NULL && filename != NULL && n_papers != NULL, FALSE);

  papers = take_in (&work, self, audit_id, filename, by, problems, error);
  if (papers == NULL)
    return FALSE;
  *n_papers = papers->len;
  return tnk_audit_work_commit (&work, error);
}
