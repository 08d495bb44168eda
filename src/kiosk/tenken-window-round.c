/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tenken-check-page.h"
#include "tenken-done-page.h"
#include "tenken-overview-page.h"
#include "tenken-question-page.h"
#include "tenken-receipt.h"
#include "tenken-result-page.h"
#include "tenken-section-page.h"
#include "tenken-window-private.h"

/* --- fetching it --- */

static void
show_loaded (TenkenWindow *self,
             TnkQuestionnaire *questionnaire)
{
  self->round = tenken_round_new (self->session, questionnaire);
  tenken_window_update (self);
  /* Where the desk asked for it, the person is at the desk and stays there. */
  if (!self->loading)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.overview", NULL);
}

/* Who has a desk is there also without a self-check of one's own. */
static void
show_trouble (TenkenWindow *self,
              const GError *error)
{
  gboolean none = g_error_matches (error, TNK_ERROR, TNK_ERROR_NOT_FOUND);

  if (self->desk == NULL)
    tenken_window_sign_out (self);
  else if (!self->loading)
    tenken_window_show_desk (self);
  if (self->desk != NULL && none)
    return;
  tenken_window_say (GTK_WINDOW (self),
                     none ? _ ("There is nothing for you to answer in this self-check. If that surprises you, ask the secretariat.")
                          : error->message);
}

static void
loaded (GObject *source,
        GAsyncResult *result,
        gpointer user_data)
{
  g_autoptr (TenkenWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkQuestionnaire) questionnaire = tnk_session_load_finish (TNK_SESSION (source), result, &error);

  if (self->session != TNK_SESSION (source))
    return; /* signed out meanwhile */
  if (questionnaire != NULL)
    show_loaded (self, questionnaire);
  else
    show_trouble (self, error);
}

void
tenken_window_load_round (TenkenWindow *self)
{
  tnk_session_load_async (self->session, self->cancellable, loaded, g_object_ref (self));
}

/* --- the way through it --- */

/* The pages that show the round as a whole. */
static void
show_round (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  TenkenWindow *self = TENKEN_WINDOW (widget);

  if (g_str_equal (name, "win.overview"))
    tenken_window_show_page (self, tenken_overview_page_new (self->round));
  else if (g_str_equal (name, "win.check"))
    tenken_window_show_page (self, tenken_check_page_new (self->round));
  else
    tenken_window_show_page (self, tenken_result_page_new (self->round));
}

static void
show_question (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  TenkenWindow *self = TENKEN_WINDOW (widget);
  guint step = g_variant_get_uint32 (parameter);

  if (step >= tenken_round_get_n_steps (self->round))
    return;
  tenken_round_set_position (self->round, step);
  if (!tenken_window_is_showing (self, TENKEN_TYPE_QUESTION_PAGE))
    tenken_window_show_page (self, tenken_question_page_new (self->round, self->settings));
}

static void
show_list (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  TenkenWindow *self = TENKEN_WINDOW (widget);

  tenken_window_show_page (self, tenken_section_page_new (self->round, g_variant_get_uint32 (parameter)));
}

/* What was answered is on the disk all the same. */
static const char *
describe_failure (const GError *error)
{
  if (g_error_matches (error, TNK_ERROR, TNK_ERROR_STATE))
    return _ ("It was not handed in: your department or the whole self-check was closed meanwhile. Your answers are kept. Please ask "
              "whoever answers for your department, or the secretariat.");
  return error->message;
}

static void
submitted (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (TenkenWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = tenken_round_submit_finish (TENKEN_ROUND (source), result, &error);

  if (self->round != TENKEN_ROUND (source))
    return; /* signed out meanwhile; it is handed in all the same */
  self->submitting = FALSE;
  if (done)
    tenken_window_show_page (self, tenken_done_page_new (self->round, g_settings_get_uint (self->settings, "done-seconds")));
  else
    tenken_window_say (GTK_WINDOW (self), describe_failure (error));
  tenken_window_update (self);
}

static void
submit (GtkWidget *widget,
        const char *name,
        GVariant *parameter)
{
  TenkenWindow *self = TENKEN_WINDOW (widget);

  self->submitting = TRUE;
  tenken_window_update (self);
  tenken_round_submit_async (self->round, submitted, g_object_ref (self));
}

static void
save_receipt (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  TenkenWindow *self = TENKEN_WINDOW (widget);

  tenken_receipt_save (GTK_WINDOW (self), self->round, self->cancellable, tenken_window_say);
}

void
tenken_window_install_round (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.overview", NULL, show_round);
  gtk_widget_class_install_action (widget_class, "win.question", "u", show_question);
  gtk_widget_class_install_action (widget_class, "win.list", "u", show_list);
  gtk_widget_class_install_action (widget_class, "win.check", NULL, show_round);
  gtk_widget_class_install_action (widget_class, "win.result", NULL, show_round);
  gtk_widget_class_install_action (widget_class, "win.submit", NULL, submit);
  gtk_widget_class_install_action (widget_class, "win.receipt", NULL, save_receipt);
}
