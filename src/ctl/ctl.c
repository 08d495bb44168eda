/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "ctl.h"

#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

/* Reads --format and --lang, which every command takes. */
static int
read_common (CtlCall *call)
{
  if (call->format_word == NULL || g_str_equal (call->format_word, "table"))
    call->format = CTL_FORMAT_TABLE;
  else if (g_str_equal (call->format_word, "csv"))
    call->format = CTL_FORMAT_CSV;
  else if (g_str_equal (call->format_word, "json"))
    call->format = CTL_FORMAT_JSON;
  else
    return ctl_usage (call, "--format=%s is not known; use table, csv or json", call->format_word);

  if (call->language_word == NULL)
    call->language = g_str_has_prefix (g_get_language_names ()[0], "en") ? "en" : "ja";
  else if (g_str_equal (call->language_word, "ja") || g_str_equal (call->language_word, "en"))
    call->language = call->language_word;
  else
    return ctl_usage (call, "--lang=%s is not known; use ja or en", call->language_word);
  return CTL_DONE;
}

int
ctl_parse (CtlCall *call,
           const GOptionEntry *entries,
           int least,
           int most)
{
  /* GLib writes “[OPTION…]” before the arguments by itself. */
  g_auto (GStrv) arguments = g_strsplit (call->arguments, "[OPTION…] ", -1);
  g_autofree char *joined = g_strjoinv ("", arguments);
  g_autofree char *line = g_strdup_printf ("%s – %s", g_strstrip (joined), call->summary);
  g_autoptr (GOptionContext) context = g_option_context_new (line);
  g_autofree char *program = g_strdup_printf ("tenkenctl %s", call->command);
  g_autoptr (GError) error = NULL;
  const GOptionEntry common[] = {
    {"format", 0, 0, G_OPTION_ARG_STRING, &call->format_word, "How rows are printed: table, csv or json", "FORMAT"},
    {"lang", 0, 0, G_OPTION_ARG_STRING, &call->language_word, "Language of names and questions: ja or en", "LANGUAGE"},
    {NULL}};

  g_set_prgname (program);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_add_main_entries (context, common, NULL);
  if (!g_option_context_parse (context, &call->argc, &call->argv, &error))
    return ctl_usage (call, "%s", error->message);
  if (call->argc > 1 && g_str_equal (call->argv[1], "--")) {
    call->argv++;
    call->argc--;
  }
  if (call->argc - 1 < least)
    return ctl_usage (call, "something is missing");
  if (call->argc - 1 > most)
    return ctl_usage (call, "“%s” is one argument too many", call->argv[most + 1]);
  return read_common (call);
}

const char *
ctl_argument (CtlCall *call,
              int position)
{
  return position + 1 < call->argc ? call->argv[position + 1] : NULL;
}

/* What a terminal would obey instead of showing is shown as a mark: names come from files. */
char *
ctl_printable (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    g_string_append_unichar (clean, c == '\n' || c == '\t' ? ' ' : g_unichar_iscntrl (c) ? 0xfffd
                                                                                         : c);
  }
  return g_string_free (clean, FALSE);
}

/* Says in one line what went wrong. */
int
ctl_fail (GError *error)
{
  g_autofree char *message = ctl_printable (error->message);

  ctl_progress_end ();
  g_printerr ("tenkenctl: %s\n", message);
  return CTL_FAILED;
}

/* Lists every fault of a file, and then says in one line that nothing was done. */
int
ctl_fail_with_problems (GPtrArray *problems,
                        GError *error)
{
  ctl_progress_end ();
  if (problems == NULL || problems->len < 2)
    return ctl_fail (error);
  for (guint i = 0; i < problems->len; i++) {
    g_autofree char *line = tnk_problem_to_string (g_ptr_array_index (problems, i));
    g_print ("%s\n", line);
  }
  return ctl_fail (error);
}

int
ctl_usage (CtlCall *call,
           const char *format,
           ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *text = g_strdup_vprintf (format, args);
  g_autofree char *message = ctl_printable (text);
  va_end (args);
  g_printerr ("tenkenctl: %s\nusage: tenkenctl %s %s\n", message, call->command, call->arguments);
  return CTL_USAGE;
}

/* Who acts, for the log: the account, since the command line knows no staff number. */
const char *
ctl_actor (void)
{
  static char *actor = NULL;
  struct passwd *account = getpwuid (getuid ());

  if (actor == NULL)
    actor = g_strdup_printf ("tenkenctl:%s", account != NULL ? account->pw_name : "?");
  return actor;
}

TnkStore *
ctl_open_store (const char *uri,
                GError **error)
{
  return tnk_store_open (uri, ctl_actor (), error);
}

TnkCatalog *
ctl_take_catalog (TnkCatalogLibrary *library,
                  const char *name,
                  GError **error)
{
  g_auto (GStrv) parts = NULL;

  if (g_file_test (name, G_FILE_TEST_IS_REGULAR))
    return tnk_catalog_load_file (name, NULL, error);
  parts = g_strsplit (name, "@", 2);
  return tnk_catalog_library_find (library, parts[0], parts[1], error);
}

/* What is written must not take the place of the store that it comes from. */
gboolean
ctl_check_output (TnkStore *store,
                  const char *filename,
                  GError **error)
{
  GStatBuf ours, theirs;

  if (g_stat (tnk_store_get_name (store), &ours) != 0 || g_stat (filename, &theirs) != 0 || ours.st_dev != theirs.st_dev ||
      ours.st_ino != theirs.st_ino)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_EXPORT, "%s: this is the store itself; name another file", filename);
  return FALSE;
}

const char *
ctl_text (CtlCall *call,
          TnkText *text)
{
  return tnk_text_get (text, call->language);
}

gboolean
ctl_is_terminal (void)
{
  return isatty (STDERR_FILENO);
}

static gboolean progress_shown = FALSE;

void
ctl_progress (guint64 done,
              guint64 total,
              gpointer what)
{
  static gint64 last = 0;
  gint64 now = g_get_monotonic_time ();

  if (!ctl_is_terminal () || (now - last < 100000 && done < total))
    return;
  last = now;
  progress_shown = TRUE;
  if (total > 0)
    g_printerr ("\r\033[K%s %d %%", (const char *) what, (int) (100 * MIN (done, total) / total));
  else
    g_printerr ("\r\033[K%s %" G_GUINT64_FORMAT, (const char *) what, done);
}

void
ctl_progress_end (void)
{
  if (progress_shown)
    g_printerr ("\r\033[K");
  progress_shown = FALSE;
}
