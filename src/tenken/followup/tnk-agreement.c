/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <math.h>

#include "tnk-agreement.h"

struct _TnkAgreement
{
  GObject parent_instance;

  TnkScopeKind scope;
  char *id; /* NULL for the whole body */
  char *name;
  guint verdicts[TNK_N_VERDICTS];
  TnkAgreementCounts counts;
};

G_DEFINE_FINAL_TYPE (TnkAgreement, tnk_agreement, G_TYPE_OBJECT)

static void
tnk_agreement_finalize (GObject *object)
{
  TnkAgreement *self = TNK_AGREEMENT (object);

  g_free (self->id);
  g_free (self->name);
  G_OBJECT_CLASS (tnk_agreement_parent_class)->finalize (object);
}

static void
tnk_agreement_class_init (TnkAgreementClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_agreement_finalize;
}

static void
tnk_agreement_init (TnkAgreement *self)
{
}

/* --- one paper --- */

static gboolean
has_verdict (TnkAuditBook *book,
             const char *control_id,
             TnkDepartment *department)
{
  TnkWorkPaper *paper = tnk_audit_book_lookup_paper (book, control_id, tnk_department_get_id (department));

  return paper != NULL && tnk_work_paper_is_examined (paper);
}

/* The answers of a department with all below it, without those that stand under a verdict of their own. */
static void
count_answers (TnkAuditBook *book,
               TnkTally *tally,
               TnkControl *control,
               guint department,
               guint *kept,
               guint *not_kept)
{
  TnkBody *tree = tnk_tally_get_body (tally);
  guint end = tnk_body_get_subtree_end (tree, department);
  TnkCounts counts;

  tnk_tally_count_control (tally, department, -1, tnk_control_get_index (control), &counts);
  *kept = counts.implemented;
  *not_kept = counts.partial + counts.not_implemented;
  for (guint d = department + 1; d < end;) {
    if (!has_verdict (book, tnk_control_get_id (control), tnk_body_get_department (tree, d))) {
      d++;
      continue;
    }
    tnk_tally_count_control (tally, d, -1, tnk_control_get_index (control), &counts);
    *kept -= counts.implemented;
    *not_kept -= counts.partial + counts.not_implemented;
    d = tnk_body_get_subtree_end (tree, d);
  }
}

/**
 * tnk_agreement_count_paper:
 * @book: the book of an audit
 * @tally: the counted answers of the campaign
 * @paper: a work paper of the book
 * @counts: (out caller-allocates): where the counts go
 *
 * Compares one verdict with the answers that people gave themselves.
 *
 * Since: 0.1
 */
void
tnk_agreement_count_paper (TnkAuditBook *book,
                           TnkTally *tally,
                           TnkWorkPaper *paper,
                           TnkAgreementCounts *counts)
{
  TnkDepartment *department;
  guint kept = 0, not_kept = 0;
  gboolean failed;

  g_return_if_fail (TNK_IS_AUDIT_BOOK (book) && TNK_IS_TALLY (tally) && TNK_IS_WORK_PAPER (paper) && counts != NULL);

  *counts = (TnkAgreementCounts){0};
  department = tnk_body_lookup_department (tnk_tally_get_body (tally), tnk_work_paper_get_department_id (paper));
  if (department == NULL || !tnk_work_paper_is_examined (paper))
    return;
  count_answers (book, tally, tnk_work_paper_get_control (paper), tnk_department_get_index (department), &kept, &not_kept);
  failed = tnk_verdict_is_nonconformity (tnk_work_paper_get_verdict (paper));
  counts->papers = 1;
  counts->answers = kept + not_kept;
  counts->agreeing = failed ? not_kept : kept;
  counts->overstated = failed ? kept : 0;
  counts->understated = failed ? 0 : not_kept;
}

/* --- rows --- */

static TnkAgreement *
agreement_new (TnkScopeKind scope,
               const char *id,
               const char *name)
{
  TnkAgreement *self = g_object_new (TNK_TYPE_AGREEMENT, NULL);

  self->scope = scope;
  self->id = g_strdup (id);
  self->name = g_strdup (name);
  return self;
}

static void
add_paper (TnkAgreement *self,
           TnkAuditBook *book,
           TnkTally *tally,
           TnkWorkPaper *paper)
{
  TnkAgreementCounts counts;

  tnk_agreement_count_paper (book, tally, paper, &counts);
  self->verdicts[tnk_work_paper_get_verdict (paper)]++;
  self->counts.papers += counts.papers;
  self->counts.answers += counts.answers;
  self->counts.agreeing += counts.agreeing;
  self->counts.overstated += counts.overstated;
  self->counts.understated += counts.understated;
}

/* The place of the row that a paper belongs to. */
static guint
find_row (TnkAuditBook *book,
          TnkScopeKind by,
          TnkWorkPaper *paper)
{
  TnkDepartment *department;

  switch (by) {
  case TNK_SCOPE_KIND_DEPARTMENT:
    department = tnk_body_lookup_department (tnk_audit_book_get_tree (book), tnk_work_paper_get_department_id (paper));
    return department != NULL ? tnk_department_get_index (department) : G_MAXUINT;
  case TNK_SCOPE_KIND_CHAPTER:
    return tnk_control_get_chapter_index (tnk_work_paper_get_control (paper));
  case TNK_SCOPE_KIND_CONTROL:
    return tnk_control_get_index (tnk_work_paper_get_control (paper));
  default:
    return 0;
  }
}

static TnkAgreement *
make_row (TnkAuditBook *book,
          TnkScopeKind by,
          guint row,
          const char *language)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (tnk_audit_get_campaign (tnk_audit_book_get_audit (book)));
  TnkDepartment *department;
  TnkChapter *chapter;
  TnkControl *control;

  switch (by) {
  case TNK_SCOPE_KIND_DEPARTMENT:
    department = tnk_body_get_department (tnk_audit_book_get_tree (book), row);
    return agreement_new (by, tnk_department_get_id (department), tnk_department_get_name (department));
  case TNK_SCOPE_KIND_CHAPTER:
    chapter = tnk_catalog_get_chapter (catalog, row);
    return agreement_new (by, tnk_chapter_get_id (chapter), tnk_text_get (tnk_chapter_get_title (chapter), language));
  case TNK_SCOPE_KIND_CONTROL:
    control = tnk_catalog_get_control (catalog, row);
    return agreement_new (by, tnk_control_get_id (control), tnk_text_get (tnk_control_get_title (control), language));
  default:
    return agreement_new (by, NULL, NULL);
  }
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

/* Which rows there are, each once, in the order of the tree or the catalog. */
static GArray *
list_rows (TnkAuditBook *book,
           TnkScopeKind by)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < tnk_audit_book_get_n_papers (book); i++) {
    guint row = find_row (book, by, tnk_audit_book_get_paper (book, i));

    if (row != G_MAXUINT && g_hash_table_add (seen, GUINT_TO_POINTER (row)))
      g_array_append_val (rows, row);
  }
  g_array_sort (rows, compare_rows);
  return rows;
}

/**
 * tnk_agreement_list:
 * @book: the book of an audit
 * @tally: the counted answers of the campaign
 * @by: %TNK_SCOPE_KIND_ORGANISATION, %TNK_SCOPE_KIND_DEPARTMENT, %TNK_SCOPE_KIND_CHAPTER or %TNK_SCOPE_KIND_CONTROL
 * @language: (nullable): the language of names, `ja` or `en`
 *
 * Compares the verdicts with the answers that people gave themselves. A department stands for the work papers that are about
 * itself; the counts of all departments, and those of all chapters, add up to those of the whole.
 *
 * Returns: (transfer full) (element-type TnkAgreement): one for each department, chapter or control that has a work paper
 *
 * Since: 0.1
 */
GPtrArray *
tnk_agreement_list (TnkAuditBook *book,
                    TnkTally *tally,
                    TnkScopeKind by,
                    const char *language)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GHashTable) by_row = g_hash_table_new (g_direct_hash, g_direct_equal);

  g_return_val_if_fail (TNK_IS_AUDIT_BOOK (book) && TNK_IS_TALLY (tally), list);
  g_return_val_if_fail (by != TNK_SCOPE_KIND_ROLE && by != TNK_SCOPE_KIND_SECTION, list);

  rows = list_rows (book, by);
  for (guint i = 0; i < rows->len; i++) {
    guint row = g_array_index (rows, guint, i);

    g_ptr_array_add (list, make_row (book, by, row, language));
    g_hash_table_insert (by_row, GUINT_TO_POINTER (row), g_ptr_array_index (list, i));
  }
  for (guint i = 0; i < tnk_audit_book_get_n_papers (book); i++) {
    TnkWorkPaper *paper = tnk_audit_book_get_paper (book, i);
    TnkAgreement *row = g_hash_table_lookup (by_row, GUINT_TO_POINTER (find_row (book, by, paper)));

    if (row != NULL)
      add_paper (row, book, tally, paper);
  }
  return list;
}

/**
 * tnk_agreement_get_scope:
 * @self: an agreement
 *
 * Gets what kind of scope it is about.
 *
 * Returns: the kind
 *
 * Since: 0.1
 */
TnkScopeKind
tnk_agreement_get_scope (TnkAgreement *self)
{
  g_return_val_if_fail (TNK_IS_AGREEMENT (self), TNK_SCOPE_KIND_ORGANISATION);
  return self->scope;
}

/**
 * tnk_agreement_get_id:
 * @self: an agreement
 *
 * Gets what it is about.
 *
 * Returns: (nullable): the id of the department, chapter or control; `NULL` for the whole body
 *
 * Since: 0.1
 */
const char *
tnk_agreement_get_id (TnkAgreement *self)
{
  g_return_val_if_fail (TNK_IS_AGREEMENT (self), NULL);
  return self->id;
}

/**
 * tnk_agreement_get_name:
 * @self: an agreement
 *
 * Gets what it is about, for people.
 *
 * Returns: (nullable): the name; `NULL` for the whole body
 *
 * Since: 0.1
 */
const char *
tnk_agreement_get_name (TnkAgreement *self)
{
  g_return_val_if_fail (TNK_IS_AGREEMENT (self), NULL);
  return self->name;
}

/**
 * tnk_agreement_get_counts:
 * @self: an agreement
 * @counts: (out caller-allocates): where the counts go
 *
 * Gets the counts.
 *
 * Since: 0.1
 */
void
tnk_agreement_get_counts (TnkAgreement *self,
                          TnkAgreementCounts *counts)
{
  g_return_if_fail (TNK_IS_AGREEMENT (self) && counts != NULL);
  *counts = self->counts;
}

/**
 * tnk_agreement_count_verdict:
 * @self: an agreement
 * @verdict: a verdict
 *
 * Counts the work papers with a verdict.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_agreement_count_verdict (TnkAgreement *self,
                             TnkVerdict verdict)
{
  g_return_val_if_fail (TNK_IS_AGREEMENT (self) && (guint) verdict < TNK_N_VERDICTS, 0);
  return self->verdicts[verdict];
}

/**
 * tnk_agreement_is_defined:
 * @self: an agreement
 *
 * Says whether there is an answer to compare with.
 *
 * Returns: `TRUE` if there is
 *
 * Since: 0.1
 */
gboolean
tnk_agreement_is_defined (TnkAgreement *self)
{
  g_return_val_if_fail (TNK_IS_AGREEMENT (self), FALSE);
  return self->counts.answers > 0;
}

/**
 * tnk_agreement_get_rate:
 * @self: an agreement
 *
 * Gets the agreement rate.
 *
 * Returns: the rate in percent, unrounded; NaN where it is not defined
 *
 * Since: 0.1
 */
double
tnk_agreement_get_rate (TnkAgreement *self)
{
  g_return_val_if_fail (TNK_IS_AGREEMENT (self), NAN);
  return self->counts.answers > 0 ? 100.0 * self->counts.agreeing / self->counts.answers : NAN;
}
