/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-report-private.h"

static void
find_required (TnkReport *self)
{
  self->required = g_array_new (FALSE, FALSE, sizeof (guint));
  self->chapters = g_array_new (FALSE, FALSE, sizeof (TnkRun));
  for (guint i = 0; i < tnk_catalog_get_n_chapters (self->catalog); i++) {
    TnkChapter *chapter = tnk_catalog_get_chapter (self->catalog, i);
    guint first = tnk_chapter_get_first_control (chapter);
    TnkRun run = {self->required->len, 0};

    for (guint c = first; c < first + tnk_chapter_get_n_controls (chapter); c++)
      if (tnk_campaign_requires (self->campaign, tnk_catalog_get_control (self->catalog, c)))
        g_array_append_val (self->required, c);
    run.n = self->required->len - run.first;
    g_array_append_val (self->chapters, run);
  }
}

/* Gathers what a workbook about a tally needs and begins the workbook. */
gboolean
tnk_report_init (TnkReport *self,
                 TnkTally *tally,
                 const char *filename,
                 GError **error)
{
  self->tally = tally;
  return tnk_report_init_campaign (self, tnk_tally_get_campaign (tally), tnk_tally_get_body (tally), filename, error);
}

/* The same for a workbook that is not about figures. */
gboolean
tnk_report_init_campaign (TnkReport *self,
                          TnkCampaign *campaign,
                          TnkBody *body,
                          const char *filename,
                          GError **error)
{
  self->campaign = campaign;
  self->catalog = tnk_campaign_get_catalog (campaign);
  self->body = body;
  find_required (self);
  self->body_name = "";
  self->classification = "機密性２";
  self->source = TNK_DASH;
  self->rates = tnk_rate_load_default (error);
  if (self->rates == NULL)
    return FALSE;
  self->book = tnk_workbook_new (filename, error);
  return self->book != NULL;
}

void
tnk_report_clear (TnkReport *self)
{
  g_clear_pointer (&self->book, tnk_workbook_free);
  g_clear_pointer (&self->rates, g_ptr_array_unref);
  g_clear_pointer (&self->required, g_array_unref);
  g_clear_pointer (&self->chapters, g_array_unref);
}

/* Tells the caller how far the work is. Returns whether there is any sense in going on; why not is known to the
 * workbook and to the cancellable, and tnk_workbook_close () says it. */
gboolean
tnk_report_step (TnkReport *self)
{
  self->done++;
  if (self->progress != NULL)
    self->progress (self->done, MAX (self->done, self->total), self->progress_data);
  return !g_cancellable_is_cancelled (self->cancellable) && !tnk_workbook_has_failed (self->book);
}

TnkControl *
tnk_report_get_control (TnkReport *self,
                        guint position)
{
  return tnk_catalog_get_control (self->catalog, g_array_index (self->required, guint, position));
}

static int
compare_indices (gconstpointer a,
                 gconstpointer b)
{
  guint one = *(const guint *) a, other = *(const guint *) b;

  return one < other ? -1 : one > other;
}

/* The position of a required control among these. */
guint
tnk_report_find_control (TnkReport *self,
                         TnkControl *control)
{
  guint index = tnk_control_get_index (control), position = 0;
  gboolean found = g_array_binary_search (self->required, &index, compare_indices, &position);

  g_return_val_if_fail (found, 0);
  return position;
}

/* Counts one control within the scope of a block. */
void
tnk_report_count (TnkReport *self,
                  const TnkBlock *block,
                  guint position,
                  TnkCounts *counts)
{
  tnk_tally_count_control (self->tally, block->department, block->role, g_array_index (self->required, guint, position), counts);
}

/* Chapters, roles and controls of two catalogs can bear the same id and be about different things. */
gboolean
tnk_report_compares_catalog (TnkReport *self)
{
  return self->previous != NULL &&
         tnk_catalog_follows (self->catalog, tnk_campaign_get_catalog (tnk_tally_get_campaign (self->previous)));
}

/* What a department came to last year, or NULL: it is found again by its id. */
TnkScore *
tnk_report_score_previous_department (TnkReport *self,
                                      TnkDepartment *department)
{
  TnkDepartment *before = NULL;

  if (self->previous != NULL)
    before = tnk_body_lookup_department (tnk_tally_get_body (self->previous), tnk_department_get_id (department));
  return before != NULL ? tnk_tally_score_department (self->previous, tnk_department_get_index (before)) : NULL;
}

/* “令和8年度 情報セキュリティ自己点検 総括”, or the campaign’s own title in place of the first two words, or what else it is about. */
char *
tnk_report_make_title (TnkReport *self,
                       const char *what)
{
  const char *title = tnk_campaign_get_title (self->campaign);
  g_autofree char *year = tnk_format_fiscal_year (tnk_campaign_get_opens (self->campaign));

  if (self->about != NULL)
    return g_strdup_printf ("%s　%s", self->about, what);
  /* A campaign that was given no title answers with its id. */
  if (title != NULL && *title != '\0' && !g_str_equal (title, tnk_campaign_get_id (self->campaign)))
    return g_strdup_printf ("%s　%s", title, what);
  return g_strdup_printf ("%s%s情報セキュリティ自己点検　%s", year, *year != '\0' ? " " : "", what);
}

/* Sets what the file says of itself, and what every page bears. */
void
tnk_report_set_texts (TnkReport *self,
                      const char *what)
{
  g_autofree char *title = tnk_report_make_title (self, what);
  g_autofree char *date = self->made_on != NULL ? tnk_format_date (self->made_on) : NULL;
  g_autofree char *heading = g_strdup_printf ("%s　%s", self->body_name, title);
  g_autofree char *made = date != NULL ? g_strdup_printf ("作成 %s", date) : NULL;
  const TnkWorkbookProperties properties = {
    .title = title,
    .subject = tnk_campaign_get_id (self->campaign),
    .author = self->body_name,
    .keywords = "情報セキュリティ, 自己点検, " TNK_SHEET_SUMMARY,
    .comments = self->classification,
    .date = self->made_on,
  };

  tnk_workbook_set_properties (self->book, &properties);
  tnk_workbook_set_page_texts (self->book, heading, self->classification, made);
}

/* The head of a sheet: two rows, and nothing to the right of them that could cut the words off. */
void
tnk_report_write_title (TnkReport *self,
                        TnkSheet *sheet,
                        const char *what,
                        const char *note)
{
  g_autofree char *title = tnk_report_make_title (self, what);

  tnk_sheet_row_height (sheet, 0, 30);
  tnk_sheet_text (sheet, 0, 0, TNK_STYLE_TITLE, title);
  tnk_sheet_row_height (sheet, 1, 18);
  tnk_sheet_text (sheet, 1, 0, TNK_STYLE_SUBTITLE, note);
}
