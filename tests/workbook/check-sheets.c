/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <locale.h>
#include <stdio.h>

#include "tnk-check-sheet.h"

/* Writes and reads self-check sheets, for the tests that let other programs edit them in between.
 *
 *   check-sheets write CATALOG LANGUAGE FILE [ROLE…]
 *   check-sheets read CATALOG FILE…        prints a line an answer: person, role, control, answer, comment, evidence */

static TnkCampaign *
make_campaign (const char *filename)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkCatalog) catalog = tnk_catalog_load_file (filename, NULL, &error);

  if (catalog == NULL)
    g_error ("%s", error->message);
  return tnk_campaign_new ("2026", catalog);
}

static gboolean
write_sheet (int argc,
             char **argv,
             GError **error)
{
  g_autoptr (TnkCampaign) campaign = make_campaign (argv[2]);

  /* argv ends with NULL, and so the roles do. */
  return tnk_check_sheet_write (campaign, argc > 5 ? (const char *const *) argv + 5 : NULL, NULL, NULL, "点検市", argv[3], "2026-11-21", argv[4], NULL, error);
}

static char *
escape (const char *text)
{
  g_autoptr (GString) line = g_string_new (text);

  g_string_replace (line, "\\", "\\\\", 0);
  g_string_replace (line, "\n", "\\n", 0);
  g_string_replace (line, "\t", "\\t", 0);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
print_rows (TnkCheckSheet *sheet)
{
  for (guint i = 0; i < tnk_check_sheet_get_n_rows (sheet); i++) {
    TnkDuty *duty = tnk_check_sheet_get_duty (sheet, i);
    g_autofree char *comment = escape (tnk_check_sheet_get_comment (sheet, i));
    g_autofree char *evidence = escape (tnk_check_sheet_get_evidence (sheet, i));

    printf ("%s\t%s\t%s\t%s\t%s\t%s\n", tnk_check_sheet_get_person_id (sheet), tnk_role_get_id (tnk_duty_get_role (duty)),
            tnk_control_get_id (tnk_duty_get_control (duty)), tnk_answer_value_to_string (tnk_check_sheet_get_answer (sheet, i)), comment, evidence);
  }
}

static gboolean
read_sheets (int argc,
             char **argv,
             GError **error)
{
  g_autoptr (TnkCampaign) campaign = make_campaign (argv[2]);

  for (int i = 3; i < argc; i++) {
    g_autoptr (TnkCheckSheet) sheet = tnk_check_sheet_read (argv[i], campaign, NULL, NULL, error);

    if (sheet == NULL)
      return FALSE;
    print_rows (sheet);
  }
  return TRUE;
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  if (argc < 4 || !(g_str_equal (argv[1], "write") && argc > 4 ? write_sheet (argc, argv, &error) : read_sheets (argc, argv, &error))) {
    fprintf (stderr, "%s\n", error != NULL ? error->message : "usage: check-sheets write|read CATALOG …");
    return 1;
  }
  return 0;
}
