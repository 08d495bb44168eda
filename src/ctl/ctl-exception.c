/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "ctl.h"

static char *control, *department, *reason, *substitute, *starts, *ends, *applicant, *approver;

static int
run_add (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"control", 0, 0, G_OPTION_ARG_STRING, &control, "The control that may be deviated from", "ID"},
    {"department", 0, 0, G_OPTION_ARG_STRING, &department, "The department that may, with all below it", "ID"},
    {"reason", 0, 0, G_OPTION_ARG_STRING, &reason, "Why", "TEXT"},
    {"substitute", 0, 0, G_OPTION_ARG_STRING, &substitute, "What is done instead", "TEXT"},
    {"starts", 0, 0, G_OPTION_ARG_STRING, &starts, "The first day", "DATE"},
    {"ends", 0, 0, G_OPTION_ARG_STRING, &ends, "The last day", "DATE"},
    {"applicant", 0, 0, G_OPTION_ARG_STRING, &applicant, "The staff number of who applied", "PERSON"},
    {"approver", 0, 0, G_OPTION_ARG_STRING, &approver, "The staff number of who approved", "PERSON"},
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, entries, 1, 1);

  if (result != CTL_DONE)
    return result;
  for (guint i = 0; entries[i].long_name != NULL; i++)
    if (*(char **) entries[i].arg_data == NULL)
      return ctl_usage (call, "--%s is needed", entries[i].long_name);
  store = ctl_open_store (ctl_argument (call, 0), &error);
  if (store == NULL || !tnk_store_add_exception (store, control, department, reason, substitute, starts, ends, applicant,
                                                 approver, &error))
    return ctl_fail (error);
  g_print ("the exception from “%s” for “%s” runs from %s to %s\n", control, department, starts, ends);
  return CTL_DONE;
}

const CtlCommand ctl_exception_commands[] = {
  {"exception add", "STORE --control=ID --department=ID --reason=TEXT --substitute=TEXT --starts=DATE --ends=DATE "
                    "--applicant=P --approver=P",
   "Enter an approved exception", run_add},
  {NULL}};
