/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-check-sheets.h"

#include <string.h>

#include <glib/gstdio.h>

#include "tnk-answer-edits-private.h"
#include "tnk-error.h"
#include "tnk-problems-private.h"

/* Self-check sheets by the folder. */

#define MAX_NAME 60 /* characters of a name in the name of a file */

/* --- out --- */

typedef struct
{
  TnkCampaign *campaign;
  TnkBody *people;
  const char *body_name;
  const char *language;
  const char *made_on;
  const char *folder;
  GPtrArray *written; /* (element-type filename) */
  GPtrArray *names; /* (element-type filename), of each person, or NULL */
} Writing;

static void
writing_clear (Writing *self)
{
  g_clear_pointer (&self->written, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writing, writing_clear)

static gboolean
is_asked (Writing *self,
          TnkPerson *person)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (self->campaign);

  for (guint i = 0; i < tnk_catalog_get_n_duties (catalog); i++) {
    TnkDuty *duty = tnk_catalog_get_duty (catalog, i);

    if (tnk_campaign_asks (self->campaign, duty) && tnk_person_has_role (person, tnk_role_get_id (tnk_duty_get_role (duty))))
      return TRUE;
  }
  return FALSE;
}

/* What no file system minds: letters and figures of any script, the rest as “_”. */
static char *
make_safe (const char *text)
{
  GString *safe = g_string_new (NULL);
  guint n = 0;

  for (const char *p = text; *p != '\0' && n < MAX_NAME; p = g_utf8_next_char (p), n++) {
    gunichar c = g_utf8_get_char (p);

    g_string_append_unichar (safe, g_unichar_isalnum (c) || c == '-' ? c : '_');
  }
  return g_string_free (safe, FALSE);
}

/* Two staff numbers can look alike once they are made safe. */
static char *
make_filename (Writing *self,
               TnkPerson *person,
               GHashTable *taken)
{
  g_autofree char *id = make_safe (tnk_person_get_id (person));
  g_autofree char *name = make_safe (tnk_person_get_name (person));
  g_autofree char *file = g_strdup_printf ("%s_%s.xlsx", id, name);

  for (guint i = 2; g_hash_table_contains (taken, file); i++) {
    g_free (file);
    file = g_strdup_printf ("%s_%s-%u.xlsx", id, name, i);
  }
  g_hash_table_add (taken, g_strdup (file));
  return g_build_filename (self->folder, file, NULL);
}

/* Before the first is written: nothing that is there may be replaced. */
static gboolean
choose_filenames (Writing *self,
                  GError **error)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < tnk_body_get_n_people (self->people); i++) {
    TnkPerson *person = tnk_body_get_person (self->people, i);
    char *filename = is_asked (self, person) ? make_filename (self, person, taken) : NULL;

    g_ptr_array_add (self->names, filename);
    if (filename == NULL || !g_file_test (filename, G_FILE_TEST_EXISTS))
      continue;
    g_set_error (error, TNK_ERROR, TNK_ERROR_EXISTS, "%s: there is a file already; choose an empty folder", filename);
    return FALSE;
  }
  return TRUE;
}

static gboolean
write_one (Writing *self,
           guint position,
           GError **error)
{
  TnkPerson *person = tnk_body_get_person (self->people, position);
  const char *filename = self->names->pdata[position];

  if (filename == NULL)
    return TRUE;
  if (!tnk_check_sheet_write (self->campaign, tnk_person_get_roles (person), tnk_person_get_id (person), tnk_person_get_name (person),
                              self->body_name, self->language, self->made_on, filename, NULL, error))
    return FALSE;
  g_ptr_array_add (self->written, g_strdup (filename));
  return TRUE;
}

static gboolean
write_all (Writing *self,
           TnkProgressFunc progress,
           gpointer user_data,
           GCancellable *cancellable,
           GError **error)
{
  guint n = tnk_body_get_n_people (self->people);

  for (guint i = 0; i < n; i++) {
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !write_one (self, i, error))
      return FALSE;
    if (progress != NULL)
      progress (i + 1, n, user_data);
  }
  return TRUE;
}

static gboolean
make_folder (const char *folder,
             GError **error)
{
  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_EXPORT, "%s: the folder cannot be made; choose one that you may write into", folder);
  return FALSE;
}

/**
 * tnk_check_sheets_write:
 * @campaign: the campaign
 * @people: those for whom there is to be a sheet, with the roles for which they are asked
 * @body_name: (nullable): the name of the public body
 * @language: (nullable): `ja` or `en`; `NULL` means `ja`
 * @made_on: (nullable): see [func@CheckSheet.write]
 * @folder: (type filename): where to write; it is made if it is not there
 * @n_files: (out): how many sheets there are
 * @progress: (nullable) (scope call) (closure user_data): hears how far it is, in people
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `EXISTS` if a file with the name of one is there already,
 *   `EXPORT`, what a file can fail with, or cancelled
 *
 * Writes a blank self-check sheet for each person who is asked anything, named after the staff number and the name.
 *
 * Returns: `TRUE` if all are there; else none is
 *
 * Since: 0.1
 */
gboolean
tnk_check_sheets_write (TnkCampaign *campaign,
                        TnkBody *people,
                        const char *body_name,
                        const char *language,
                        const char *made_on,
                        const char *folder,
                        guint *n_files,
                        TnkProgressFunc progress,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error)
{
  g_auto (Writing) self = {.campaign = campaign, .people = people, .body_name = body_name, .language = language, .made_on = made_on, .folder = folder};

  g_return_val_if_fail (TNK_IS_CAMPAIGN (campaign) && TNK_IS_BODY (people) && folder != NULL && n_files != NULL, FALSE);

  self.written = g_ptr_array_new_with_free_func (g_free);
  self.names = g_ptr_array_new_with_free_func (g_free);
  if (!make_folder (folder, error) || !choose_filenames (&self, error))
    return FALSE;
  if (write_all (&self, progress, user_data, cancellable, error)) {
    *n_files = self.written->len;
    return TRUE;
  }
  for (guint i = 0; i < self.written->len; i++)
    g_unlink (self.written->pdata[i]);
  return FALSE;
}

/* --- back in --- */

/* A message that names its file says it twice once it is the problem of that file. */
static void
take_error (TnkProblems *problems,
            const char *filename,
            const GError *error)
{
  g_autofree char *prefix = g_strconcat (filename, ": ", NULL);
  const char *message = error->message;

  if (g_str_has_prefix (message, prefix))
    message += strlen (prefix);
  tnk_problems_add (problems, filename, 0, NULL, "%s", message);
}

static void
take_sheet (TnkAnswerEdits *edits,
            const char *filename,
            TnkCheckSheet *sheet,
            TnkProblems *problems)
{
  const char *person_id = tnk_check_sheet_get_person_id (sheet);
  TnkAnswerEdit *other = tnk_answer_edits_lookup (edits, person_id);
  TnkAnswerEdit *edit;

  if (other != NULL) {
    tnk_problems_add (problems, filename, 0, NULL, "“%s” has a sheet already, %s; choose one of the two", person_id,
                      tnk_answer_edit_get_filename (other));
    return;
  }
  edit = tnk_answer_edits_add (edits, person_id, filename, tnk_check_sheet_get_made (sheet));
  for (guint i = 0; i < tnk_check_sheet_get_n_rows (sheet); i++) {
    const TnkGivenAnswer answer = {
      .duty = tnk_check_sheet_get_duty (sheet, i),
      .value = tnk_check_sheet_get_answer (sheet, i),
      .comment = tnk_check_sheet_get_comment (sheet, i),
      .evidence = tnk_check_sheet_get_evidence (sheet, i),
    };

    tnk_answer_edit_add_answer (edit, &answer, tnk_check_sheet_get_place (sheet, i));
  }
}

static void
read_one (TnkAnswerEdits *edits,
          const char *filename,
          TnkBody *people,
          TnkProblems *problems)
{
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkCheckSheet) sheet = tnk_check_sheet_read (filename, tnk_answer_edits_get_campaign (edits), people, &faults, &error);

  if (sheet != NULL) {
    take_sheet (edits, filename, sheet, problems);
    return;
  }
  for (guint i = 0; faults != NULL && i < faults->len; i++)
    tnk_problems_take (problems, tnk_problem_ref (faults->pdata[i]));
  if (faults == NULL || faults->len == 0)
    take_error (problems, filename, error);
}

/**
 * tnk_check_sheets_read:
 * @filenames: (array zero-terminated=1): filled self-check sheets, one a person
 * @campaign: the campaign for which they are read
 * @people: those who may answer, with the roles for which they are asked
 * @problems: (out) (optional) (nullable) (transfer container) (element-type TnkProblem): every fault of every file
 * @progress: (nullable) (scope call) (closure user_data): hears how far it is, in files
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `INVALID`, which names the first fault, or cancelled
 *
 * Reads filled self-check sheets, see [func@CheckSheet.read]. They must still be compared with a store.
 *
 * Returns: (transfer full): what they say, only if all of them are sound
 *
 * Since: 0.1
 */
TnkAnswerEdits *
tnk_check_sheets_read (const char *const *filenames,
                       TnkCampaign *campaign,
                       TnkBody *people,
                       GPtrArray **problems,
                       TnkProgressFunc progress,
                       gpointer user_data,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (TnkAnswerEdits) edits = NULL;
  g_auto (TnkProblems) found = {0};
  guint n;

  g_return_val_if_fail (filenames != NULL && TNK_IS_CAMPAIGN (campaign) && TNK_IS_BODY (people), NULL);

  if (problems != NULL)
    *problems = NULL;
  tnk_problems_init (&found);
  edits = tnk_answer_edits_new (campaign);
  n = g_strv_length ((char **) filenames);
  for (guint i = 0; i < n; i++) {
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return NULL;
    read_one (edits, filenames[i], people, &found);
    if (progress != NULL)
      progress (i + 1, n, user_data);
  }
  return tnk_problems_throw (&found, problems, TNK_ERROR_INVALID, error) ? g_steal_pointer (&edits) : NULL;
}
