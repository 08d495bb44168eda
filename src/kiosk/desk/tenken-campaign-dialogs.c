/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-campaign-dialogs.h"

#include <string.h>

#include <glib/gi18n.h>

#include "tenken-check-button.h"
#include "tenken-day-entry.h"
#include "tenken-desk-parts.h"
#include "tenken-desk-task.h"
#include "tenken-radio.h"
#include "tenken-setup-steps.h"

#define HEIGHT 240
#define WIDTH 420

/* What is to be done, with what was chosen in the dialog. */
typedef struct _Deed Deed;
struct _Deed
{
  char *id;
  gboolean (*func) (TnkDesk *desk, const Deed *deed, TnkProgressFunc progress, gpointer progress_data, GCancellable *cancellable, GError **error);
  gboolean take_drafts;
  TnkVisibility visibility;
  char *day; /* NULL: none was written */
  char *reason;
};

static void
deed_free (gpointer data)
{
  Deed *self = data;

  g_free (self->id);
  g_free (self->day);
  g_free (self->reason);
  g_free (self);
}

/* A dialog while it is open: what its widgets are, and what follows. */
typedef struct
{
  GWeakRef owner;
  TenkenDesk *desk;
  Deed *deed;
  char *doing; /* while it is done */
  char *done; /* afterwards */
  char *failed;
  char *place; /* where to go afterwards; NULL: nowhere */
  AdwMessageDialog *dialog;
  GtkCheckButton *check;
  GtkEditable *reason;
  TenkenDayEntry *day;
  GtkWidget *radios[2];
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_weak_ref_clear (&self->owner);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->deed, deed_free);
  g_free (self->doing);
  g_free (self->done);
  g_free (self->failed);
  g_free (self->place);
  g_free (self);
}

static void
question_gone (gpointer data,
               GClosure *closure)
{
  question_free (data);
}

static gpointer
do_deed (TnkDesk *desk,
         gpointer data,
         TnkProgressFunc progress,
         gpointer progress_data,
         GCancellable *cancellable,
         GError **error)
{
  const Deed *deed = data;

  return deed->func (desk, deed, progress, progress_data, cancellable, error) ? GINT_TO_POINTER (TRUE) : NULL;
}

/* What is said and where it leads, once the deed is done; it outlives the dialog. */
typedef struct
{
  TenkenDesk *desk;
  char *done;
  char *failed;
  char *place;
} Aftermath;

static void
aftermath_free (gpointer data)
{
  Aftermath *self = data;

  g_clear_object (&self->desk);
  g_free (self->done);
  g_free (self->failed);
  g_free (self->place);
  g_free (self);
}

static void
finished (GtkWidget *owner,
          gpointer result,
          const GError *error,
          gpointer user_data)
{
  const Aftermath *after = user_data;

  if (error != NULL) {
    tenken_desk_show_error (owner, after->failed, error);
    return;
  }
  tenken_desk_refresh (after->desk);
  tenken_desk_changed (after->desk);
  tenken_desk_say (after->desk, after->done);
  if (after->place != NULL)
    tenken_desk_go (after->desk, after->place);
}

static void
take_choices (Question *self)
{
  Deed *deed = self->deed;

  if (self->check != NULL)
    deed->take_drafts = gtk_check_button_get_active (self->check);
  if (self->reason != NULL)
    deed->reason = g_strdup (gtk_editable_get_text (self->reason));
  if (self->day != NULL)
    deed->day = tenken_day_entry_dup_day (self->day);
  if (deed->day != NULL && *deed->day == '\0')
    g_clear_pointer (&deed->day, g_free);
  if (self->radios[0] != NULL)
    deed->visibility = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->radios[1])) ? TNK_VISIBILITY_COUNTS : TNK_VISIBILITY_NAMES;
}

static void
answered (Question *self,
          const char *response)
{
  g_autoptr (GtkWidget) owner = g_weak_ref_get (&self->owner);
  Aftermath *after;

  if (owner == NULL || !g_str_equal (response, "do"))
    return;
  take_choices (self);
  after = g_new0 (Aftermath, 1);
  *after = (Aftermath){g_object_ref (self->desk), g_steal_pointer (&self->done), g_steal_pointer (&self->failed),
                       g_steal_pointer (&self->place)};
  g_object_set_data_full (G_OBJECT (owner), "aftermath", after, aftermath_free);
  tenken_desk_task_run (owner, self->desk, self->doing, do_deed, g_steal_pointer (&self->deed), deed_free, NULL, finished, after);
}

static Question *
ask (GtkWidget *owner,
     TenkenDesk *desk,
     TnkCampaign *campaign,
     const char *heading,
     const char *body,
     const char *label,
     AdwResponseAppearance appearance)
{
  Question *self = g_new0 (Question, 1);

  g_weak_ref_init (&self->owner, owner);
  self->desk = g_object_ref (desk);
  self->deed = g_new0 (Deed, 1);
  self->deed->id = g_strdup (tnk_campaign_get_id (campaign));
  self->dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (owner)), heading, body));
  gtk_widget_add_css_class (GTK_WIDGET (self->dialog), "desk");
  adw_message_dialog_add_responses (self->dialog, "cancel", _ ("Cancel"), "do", label, NULL);
  adw_message_dialog_set_close_response (self->dialog, "cancel");
  adw_message_dialog_set_default_response (self->dialog, "do");
  adw_message_dialog_set_response_appearance (self->dialog, "do", appearance);
  g_signal_connect_data (self->dialog, "response", G_CALLBACK (answered), self, question_gone, G_CONNECT_SWAPPED);
  return self;
}

static void
present (Question *self,
         const char *doing,
         const char *done,
         const char *failed)
{
  self->doing = g_strdup (doing);
  self->done = g_strdup (done);
  self->failed = g_strdup (failed);
  gtk_window_present (GTK_WINDOW (self->dialog));
}

/* What the dialog is about and what can be chosen, which scrolls where large letters need more than the window has. */
static void
set_extra (Question *self,
           const char *text,
           GtkWidget *choices)
{
  GtkWidget *box = tenken_desk_column_new (12), *scroller = gtk_scrolled_window_new ();

  gtk_box_append (GTK_BOX (box), tenken_desk_text_new (text, NULL));
  if (choices != NULL)
    gtk_box_append (GTK_BOX (box), choices);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), HEIGHT);
  gtk_scrolled_window_set_min_content_width (GTK_SCROLLED_WINDOW (scroller), WIDTH);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  adw_message_dialog_set_extra_child (self->dialog, scroller);
}

static void
let_go_on (Question *self,
           gboolean may)
{
  adw_message_dialog_set_response_enabled (self->dialog, "do", may);
}

static gboolean
is_written (GtkEditable *editable)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));

  return *text != '\0';
}

static void
show_day (Question *self,
          const char *day)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%F");

  tenken_day_entry_set_day (self->day, day != NULL ? day : "", today);
}

/* --- opening --- */

static gboolean
open_it (TnkDesk *desk,
         const Deed *deed,
         TnkProgressFunc progress,
         gpointer progress_data,
         GCancellable *cancellable,
         GError **error)
{
  guint n_people;

  return tnk_desk_open_campaign (desk, deed->id, &n_people, progress, progress_data, cancellable, error);
}

void
tenken_campaign_ask_open (GtkWidget *owner,
                          TenkenDesk *desk,
                          TnkCampaign *campaign)
{
  Question *self = ask (owner, desk, campaign, _ ("Open the campaign?"),
                        _ ("From this moment on everybody who is asked can answer. Catalog, controls and who is asked are settled then."),
                        _ ("Open the campaign"), ADW_RESPONSE_SUGGESTED);

  self->deed->func = open_it;
  present (self, _ ("The campaign is being opened"), _ ("The campaign is open."), _ ("The campaign could not be opened"));
}

/* --- closing --- */

static gboolean
close_it (TnkDesk *desk,
          const Deed *deed,
          TnkProgressFunc progress,
          gpointer progress_data,
          GCancellable *cancellable,
          GError **error)
{
  TnkCampaignCounts counts;
  guint n_taken;

  return tnk_desk_close_campaign (desk, deed->id, deed->take_drafts, &n_taken, &counts, progress, progress_data, cancellable, error);
}

void
tenken_campaign_ask_close (GtkWidget *owner,
                           TenkenDesk *desk,
                           TnkCampaign *campaign,
                           const TnkCampaignCounts *counts)
{
  g_autofree char *missing = g_strdup_printf (_ ("%u of %u people have handed in; %u have begun, %u have not."), counts->submitted,
                                              counts->people, counts->drafts, counts->untouched);
  g_autofree char *text = NULL;
  Question *self = ask (owner, desk, campaign, _ ("Close the campaign?"), NULL, _ ("End it"), ADW_RESPONSE_DESTRUCTIVE);
  GtkWidget *check = NULL, *choices = tenken_desk_column_new (12);

  self->deed->func = close_it;
  if (counts->drafts > 0) {
    check = g_object_new (TENKEN_TYPE_CHECK_BUTTON, NULL);
    text = g_strdup_printf (ngettext ("Hand in %u draft as it is, for who began and did not hand in. The log says so.",
                                      "Hand in %u drafts as they are, for those who began and did not hand in. The log says so of each.",
                                      counts->drafts),
                            counts->drafts);
    tenken_check_button_set_text (TENKEN_CHECK_BUTTON (check), text);
    gtk_widget_add_css_class (check, "setup-check");
    self->check = GTK_CHECK_BUTTON (check);
  }
  if (check != NULL)
    gtk_box_append (GTK_BOX (choices), check);
  gtk_box_append (GTK_BOX (choices), tenken_desk_text_new (_ ("From this moment on nobody can answer, and what is unanswered counts 0. You can open the campaign again for a reason."), NULL));
  set_extra (self, missing, choices);
  adw_message_dialog_set_default_response (self->dialog, "cancel");
  present (self, _ ("The campaign is being closed"), _ ("The campaign is closed."), _ ("The campaign could not be closed"));
}

/* --- reopening --- */

static gboolean
reopen (TnkDesk *desk,
        const Deed *deed,
        TnkProgressFunc progress,
        gpointer progress_data,
        GCancellable *cancellable,
        GError **error)
{
  return tnk_desk_reopen_campaign (desk, deed->id, deed->reason, deed->day, error);
}

static void
reason_changed (Question *self)
{
  let_go_on (self, is_written (self->reason) && tenken_day_entry_is_good (self->day));
}

void
tenken_campaign_ask_reopen (GtkWidget *owner,
                            TenkenDesk *desk,
                            TnkCampaign *campaign)
{
  Question *self = ask (owner, desk, campaign, _ ("Open the campaign again?"), NULL,
                        _ ("Open again"), ADW_RESPONSE_SUGGESTED);
  GtkWidget *box = tenken_desk_column_new (6), *entry = gtk_entry_new (), *day = tenken_day_entry_new (_ ("New last day"));

  self->deed->func = reopen;
  self->reason = GTK_EDITABLE (entry);
  self->day = TENKEN_DAY_ENTRY (day);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reason"), -1);
  gtk_box_append (GTK_BOX (box), tenken_desk_text_new (_ ("Reason, which stays in the log"), NULL));
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), tenken_desk_text_new (_ ("New last day, if there is one"), NULL));
  gtk_box_append (GTK_BOX (box), day);
  set_extra (self, _ ("Who is asked and what was handed in stays. Drafts can be gone on with. Departments that were closed stay closed."), box);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (reason_changed), self);
  g_signal_connect_swapped (day, "changed", G_CALLBACK (reason_changed), self);
  show_day (self, NULL);
  reason_changed (self);
  present (self, _ ("The campaign is being opened again"), _ ("The campaign is open again."),
           _ ("The campaign could not be opened again"));
}

/* --- what can change while it is open --- */

static gboolean
move_day (TnkDesk *desk,
          const Deed *deed,
          TnkProgressFunc progress,
          gpointer progress_data,
          GCancellable *cancellable,
          GError **error)
{
  return tnk_desk_set_closing_day (desk, deed->id, deed->day, error);
}

static void
day_changed (Question *self)
{
  g_autofree char *day = tenken_day_entry_dup_day (self->day);

  let_go_on (self, *day != '\0' && tenken_day_entry_is_good (self->day));
}

void
tenken_campaign_ask_last_day (GtkWidget *owner,
                              TenkenDesk *desk,
                              TnkCampaign *campaign)
{
  Question *self = ask (owner, desk, campaign, _ ("Move the last day?"), _ ("People see the new day at once. The log keeps both."),
                        _ ("Move"), ADW_RESPONSE_SUGGESTED);
  GtkWidget *day = tenken_day_entry_new (_ ("Last day"));

  self->deed->func = move_day;
  self->day = TENKEN_DAY_ENTRY (day);
  adw_message_dialog_set_extra_child (self->dialog, day);
  g_signal_connect_swapped (day, "changed", G_CALLBACK (day_changed), self);
  show_day (self, tnk_campaign_get_closes (campaign));
  day_changed (self);
  present (self, _ ("The last day is being moved"), _ ("The last day is moved."), _ ("The last day could not be moved"));
}

static gboolean
show_other (TnkDesk *desk,
            const Deed *deed,
            TnkProgressFunc progress,
            gpointer progress_data,
            GCancellable *cancellable,
            GError **error)
{
  return tnk_desk_set_visibility (desk, deed->id, deed->visibility, error);
}

static void
chose (GtkWidget *radio)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (radio), TRUE);
}

void
tenken_campaign_ask_visibility (GtkWidget *owner,
                                TenkenDesk *desk,
                                TnkCampaign *campaign)
{
  Question *self = ask (owner, desk, campaign, _ ("What departments see of their people"), NULL, _ ("Set"),
                        ADW_RESPONSE_SUGGESTED);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 3, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_RADIO_GROUP, NULL);

  self->deed->func = show_other;
  self->radios[0] = tenken_setup_choice_new (_ ("Names"), _ ("Who has handed in, and what each of them answered."));
  self->radios[1] = tenken_setup_choice_new (_ ("Counts only"), _ ("How many have handed in, and sums of the answers."));
  gtk_check_button_set_group (GTK_CHECK_BUTTON (self->radios[1]), GTK_CHECK_BUTTON (self->radios[0]));
  for (guint i = 0; i < G_N_ELEMENTS (self->radios); i++) {
    g_signal_connect (self->radios[i], "chosen", G_CALLBACK (chose), NULL);
    gtk_box_append (GTK_BOX (box), self->radios[i]);
  }
  chose (self->radios[tnk_campaign_get_visibility (campaign)]);
  set_extra (self, _ ("It holds at once for whoever answers for a department. The log keeps the change."), box);
  present (self, _ ("It is being set"), _ ("It is set."), _ ("It could not be set"));
}

/* --- discarding --- */

static gboolean
discard (TnkDesk *desk,
         const Deed *deed,
         TnkProgressFunc progress,
         gpointer progress_data,
         GCancellable *cancellable,
         GError **error)
{
  return tnk_desk_discard_campaign (desk, deed->id, error);
}

void
tenken_campaign_ask_discard (GtkWidget *owner,
                             TenkenDesk *desk,
                             TnkCampaign *campaign)
{
  Question *self = ask (owner, desk, campaign, _ ("Discard the campaign?"),
                        _ ("All that was set up for it is gone. Nobody was asked yet. The log keeps that it was there."), _ ("Discard"),
                        ADW_RESPONSE_DESTRUCTIVE);

  self->deed->func = discard;
  self->place = g_strdup ("campaign");
  adw_message_dialog_set_default_response (self->dialog, "cancel");
  present (self, _ ("The campaign is being discarded"), _ ("The campaign is discarded."), _ ("The campaign could not be discarded"));
}
