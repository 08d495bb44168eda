/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "ctl.h"

/* Applications and reports, and the register of exceptions, on paper. */

static char *output, *classification;

static int
report_written (guint64 n_cells)
{
  g_print ("%s: %" G_GUINT64_FORMAT " cells were written\n", output, n_cells);
  return CTL_DONE;
}

static int
run_record (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "The workbook to write", "FILE.xlsx"},
    {"classification", 0, 0, G_OPTION_ARG_STRING, &classification, "The mark in the header; else 機密性２", "MARK"},
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GError) error = NULL;
  guint64 n_cells = 0;
  int result = ctl_parse (call, entries, 2, 2);

  if (result != CTL_DONE)
    return result;
  if (output == NULL)
    return ctl_usage (call, "-o FILE.xlsx is needed");
  store = ctl_open_store (ctl_argument (call, 0), &error);
  if (store == NULL || !tnk_export_record (store, ctl_argument (call, 1), classification, output, &n_cells, &error))
    return ctl_fail (error);
  return report_written (n_cells);
}

static int
run_exceptions (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "The workbook to write", "FILE.xlsx"},
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GError) error = NULL;
  guint64 n_cells = 0;
  int result = ctl_parse (call, entries, 1, 1);

  if (result != CTL_DONE)
    return result;
  if (output == NULL)
    return ctl_usage (call, "-o FILE.xlsx is needed");
  store = ctl_open_store (ctl_argument (call, 0), &error);
  if (store == NULL || !tnk_export_exceptions (store, output, &n_cells, &error))
    return ctl_fail (error);
  return report_written (n_cells);
}

const CtlCommand ctl_record_export_commands[] = {
  {"record export", "STORE RECORD -o FILE.xlsx [OPTION…]", "Write an application or a report as its form", run_record},
  {"exception export", "STORE -o FILE.xlsx", "Write the register of exceptions", run_exceptions},
  {NULL}};
