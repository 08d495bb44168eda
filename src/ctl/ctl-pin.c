/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "ctl-secret.h"
#include "ctl-table.h"

static char *output = NULL;
static char *department = NULL;
static char *person = NULL;
static char *campaign_id = NULL;
static gboolean replace = FALSE;

/* The campaign that the slips tell of: the one named, else the newest that is open. There need be none. */
static gboolean
find_campaign (TnkStore *store,
               TnkCampaign **campaign,
               GError **error)
{
  g_autoptr (GPtrArray) campaigns = NULL;

  if (campaign_id != NULL) {
    *campaign = tnk_store_load_campaign (store, campaign_id, error);
    return *campaign != NULL;
  }
  campaigns = tnk_store_list_campaigns (store, error);
  if (campaigns == NULL)
    return FALSE;
  for (guint i = 0; i < campaigns->len; i++)
    if (tnk_campaign_get_state (g_ptr_array_index (campaigns, i)) == TNK_CAMPAIGN_STATE_OPEN)
      g_set_object (campaign, g_ptr_array_index (campaigns, i));
  return TRUE;
}

/* A PIN is known only once: before one is made, the file that is to hold it must be there, ours and empty. */
static gboolean
reserve (const char *filename,
         GError **error)
{
  int fd = g_open (filename, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd >= 0) {
    close (fd);
    return TRUE;
  }
  if (errno == EEXIST)
    g_set_error (error, TNK_ERROR, TNK_ERROR_EXISTS, "%s: something is there already; name another file", filename);
  else
    g_set_error (error, TNK_ERROR, TNK_ERROR_EXPORT, "cannot write “%s”: %s; choose a folder that you may write into",
                 filename, g_strerror (errno));
  return FALSE;
}

static gboolean
write_slips (TnkStore *store,
             TnkCampaign *campaign,
             GPtrArray *slips,
             GError **error)
{
  const char *title = campaign != NULL ? tnk_campaign_get_title (campaign) : NULL;
  const char *closes = campaign != NULL ? tnk_campaign_get_closes (campaign) : NULL;

  if (tnk_pin_slips_write (slips, tnk_store_get_body_name (store), title, closes, output, NULL, error))
    return TRUE;
  g_prefix_error (error, "the new PINs are lost, since their slips could not be written; with --replace the same command makes others: ");
  return FALSE;
}

/* Nobody without a PIN is fine for a department; for one person it is not what was asked for. */
static int
report_none (void)
{
  g_autoptr (GError) error = NULL;

  ctl_progress_end ();
  if (person == NULL) {
    g_print ("everybody has a PIN already; --replace makes new ones\n");
    return CTL_DONE;
  }
  g_set_error (&error, TNK_ERROR, TNK_ERROR_EXISTS, "“%s” has a PIN already; --replace makes a new one", person);
  return ctl_fail (error);
}

static int
print_slips (CtlCall *call,
             GPtrArray *slips)
{
  static const char *const columns[] = {"person_id", "name", "department_id", "department", "pin", NULL};
  g_autoptr (CtlTable) table = ctl_table_new (columns);

  ctl_progress_end ();
  for (guint i = 0; i < slips->len; i++) {
    TnkPinSlip *slip = g_ptr_array_index (slips, i);
    TnkPerson *holder = tnk_pin_slip_get_person (slip);
    TnkDepartment *unit = tnk_person_get_department (holder);

    ctl_table_begin_row (table);
    ctl_table_add_text (table, tnk_person_get_id (holder));
    ctl_table_add_text (table, tnk_person_get_name (holder));
    ctl_table_add_text (table, tnk_department_get_id (unit));
    ctl_table_add_text (table, tnk_department_get_name (unit));
    ctl_table_add_text (table, tnk_pin_slip_get_pin (slip));
  }
  ctl_table_print (table, call->format);
  return CTL_DONE;
}

static int
issue (CtlCall *call,
       TnkStore *store,
       TnkCampaign *campaign)
{
  g_autoptr (GPtrArray) slips = NULL;
  g_autoptr (GError) error = NULL;

  slips = tnk_store_issue_pins (store, department, person, replace, ctl_progress, (gpointer) "making PINs", NULL, &error);
  if (slips == NULL)
    return ctl_fail (error);
  if (slips->len == 0)
    return report_none ();
  if (output == NULL)
    return print_slips (call, slips);
  if (!write_slips (store, campaign, slips, &error))
    return ctl_fail (error);
  ctl_progress_end ();
  g_print ("%s: %u slips were written; print them, hand them out, and delete the file\n", output, slips->len);
  return CTL_DONE;
}

/* An empty file is in the way of the next try. */
static void
remove_empty (const char *filename)
{
  GStatBuf info;

  if (g_stat (filename, &info) == 0 && info.st_size == 0)
    g_unlink (filename);
}

static int
run_roster_pins (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "The workbook of slips to write; a new file", "FILE.xlsx"},
    {"department", 0, 0, G_OPTION_ARG_STRING, &department, "Only people of this department and of all below it", "ID"},
    {"person", 0, 0, G_OPTION_ARG_STRING, &person, "Only this person; without -o the PIN is printed", "PERSON"},
    {"replace", 0, 0, G_OPTION_ARG_NONE, &replace, "Make new PINs for those who have one too", NULL},
    {"campaign", 0, 0, G_OPTION_ARG_STRING, &campaign_id, "The campaign that the slips tell of; else the open one", "CAMPAIGN"},
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkCampaign) campaign = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, entries, 1, 1);

  if (result != CTL_DONE)
    return result;
  if (output == NULL && person == NULL)
    return ctl_usage (call, "-o FILE.xlsx is needed, or --person");
  if (department != NULL && person != NULL)
    return ctl_usage (call, "--department and --person do not go together");
  store = ctl_open_store (ctl_argument (call, 0), &error);
  if (store == NULL || !find_campaign (store, &campaign, &error) || (output != NULL && !reserve (output, &error)))
    return ctl_fail (error);
  result = issue (call, store, campaign);
  if (output != NULL)
    remove_empty (output);
  return result;
}

static int
run_kiosk_pin (CtlCall *call)
{
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (CtlSecret) pin = {""};
  int result = ctl_parse (call, NULL, 1, 1);

  if (result != CTL_DONE)
    return result;
  store = ctl_open_store (ctl_argument (call, 0), &error);
  if (store == NULL || !ctl_secret_read (&pin, "The new PIN for leaving the kiosk, 6 to 12 digits", &error) ||
      !tnk_store_set_kiosk_pin (store, pin.text, &error))
    return ctl_fail (error);
  g_print ("%s: the PIN for leaving the kiosk was set\n", tnk_store_get_name (store));
  return CTL_DONE;
}

const CtlCommand ctl_pin_commands[] = {
  {"roster pins", "STORE -o FILE.xlsx [OPTION…]", "Make first PINs and write the slips to hand out", run_roster_pins},
  {"kiosk pin", "[OPTION…] STORE", "Set the PIN for leaving the kiosk; it is asked for, or read from standard input",
   run_kiosk_pin},
  {NULL}};
