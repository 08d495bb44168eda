/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>

#include "ctl.h"

static const CtlCommand *const groups[] = {
  ctl_catalog_commands,
  ctl_edition_commands,
  ctl_cross_commands,
  ctl_search_commands,
  ctl_store_commands,
  ctl_pin_commands,
  ctl_right_commands,
  ctl_campaign_commands,
  ctl_carry_commands,
  ctl_answers_commands,
  ctl_sheet_commands,
  ctl_turnout_commands,
  ctl_report_commands,
  ctl_plan_commands,
  ctl_plan_sheet_commands,
  ctl_audit_commands,
  ctl_audit_work_commands,
  ctl_audit_list_commands,
  ctl_exception_commands,
  ctl_form_commands,
  ctl_record_commands,
  ctl_record_export_commands,
  ctl_demo_commands,
};

static void
print_help (void)
{
  g_print ("Usage: tenkenctl COMMAND [OPTION…] [ARGUMENT…]\n"
           "The yearly information-security self-check of a public body, from the command line.\n"
           "STORE is a path or a sqlite: URI. “tenkenctl COMMAND --help” tells of one command.\n\n");
  for (guint g = 0; g < G_N_ELEMENTS (groups); g++)
    for (const CtlCommand *command = groups[g]; command->words != NULL; command++) {
      g_autofree char *line = g_strdup_printf ("%s %s", command->words, command->arguments);
      g_print ("  %s\n      %s\n", line, command->summary);
    }
}

/* How many of the arguments are the words of a command; 0 if they are not. */
static int
match (const CtlCommand *command,
       int argc,
       char **argv)
{
  g_auto (GStrv) words = g_strsplit (command->words, " ", -1);
  int n = g_strv_length (words);

  if (argc <= n)
    return 0;
  for (int i = 0; i < n; i++)
    if (!g_str_equal (words[i], argv[i + 1]))
      return 0;
  return n;
}

static int
run (const CtlCommand *command,
     int n_words,
     int argc,
     char **argv)
{
  CtlCall call = {.command = command->words, .arguments = command->arguments, .summary = command->summary};
  int result;

  argv[n_words] = argv[0];
  call.argc = argc - n_words;
  call.argv = argv + n_words;
  result = command->run (&call);
  g_free (call.format_word);
  g_free (call.language_word);
  return result;
}

/* The words begin a command, but none that is whole: show what they could become. */
static int
explain (int argc,
         char **argv)
{
  g_autofree char *words = argc > 2 ? g_strjoin (" ", argv[1], argv[2], NULL) : g_strdup (argv[1]);
  g_autofree char *shown = ctl_printable (words);
  gboolean begun = FALSE;

  for (guint g = 0; g < G_N_ELEMENTS (groups); g++)
    for (const CtlCommand *command = groups[g]; command->words != NULL; command++)
      if (g_str_has_prefix (command->words, argv[1]) && command->words[strlen (argv[1])] == ' ') {
        if (!begun)
          g_printerr ("tenkenctl: “%s” is not a command; there are:\n", shown);
        g_printerr ("  %s %s\n", command->words, command->arguments);
        begun = TRUE;
      }
  if (!begun)
    g_printerr ("tenkenctl: “%s” is not a command; see “tenkenctl --help”\n", shown);
  return CTL_USAGE;
}

/* Names are Japanese and files are UTF-8, also under cron, where the locale is C. */
static void
use_utf8 (void)
{
  setlocale (LC_ALL, "");
  if (!g_str_equal (nl_langinfo (CODESET), "UTF-8"))
    setlocale (LC_CTYPE, "C.UTF-8");
}

int
main (int argc,
      char **argv)
{
  const CtlCommand *best = NULL;
  int n_best = 0;

  use_utf8 ();
  if (argc == 2 && (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "help"))) {
    print_help ();
    return CTL_DONE;
  }
  if (argc == 2 && g_str_equal (argv[1], "--version")) {
    g_print ("tenkenctl %s\n", TENKEN_VERSION);
    return CTL_DONE;
  }
  if (argc < 2) {
    g_printerr ("tenkenctl: a command is missing; see “tenkenctl --help”\n");
    return CTL_USAGE;
  }
  for (guint g = 0; g < G_N_ELEMENTS (groups); g++)
    for (const CtlCommand *command = groups[g]; command->words != NULL; command++) {
      int n = match (command, argc, argv);
      if (n > n_best) {
        best = command;
        n_best = n;
      }
    }
  return best != NULL ? run (best, n_best, argc, argv) : explain (argc, argv);
}
