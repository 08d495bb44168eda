/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-turnout-acts.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tenken-desk-question.h"
#include "tenken-desk-task.h"
#include "tenken-reason-dialog.h"

/* How many names a question tells at most. */
#define MOST_NAMES 3

typedef enum {
  RETURN,
  ACCEPT,
  ACCEPT_ALL,
  CLOSE,
  REOPEN,
} Kind;

/* One thing to be done; its parts are those that the kind needs. */
typedef struct
{
  Kind kind;
  TenkenDesk *desk; /* borrowed where it is the data of a question */
  char *campaign_id;
  char *department_id; /* NULL: the whole body */
  char *person_id;
  char *name; /* of the person or the department, for people */
  char *reference;
  char *words;
  guint n_accepted;
  guint n_left;
  guint n_missing;
} Act;

static Act *
act_new (Kind kind,
         TenkenDesk *desk)
{
  Act *self = g_new0 (Act, 1);

  self->kind = kind;
  self->desk = desk;
  self->campaign_id = g_strdup (tenken_desk_get_campaign_id (desk));
  return self;
}

static void
act_free (gpointer data)
{
  Act *self = data;

  g_free (self->campaign_id);
  g_free (self->department_id);
  g_free (self->person_id);
  g_free (self->name);
  g_free (self->reference);
  g_free (self->words);
  g_free (self);
}

static Act *
act_copy (const Act *other)
{
  Act *self = g_new (Act, 1);

  *self = *other;
  self->campaign_id = g_strdup (other->campaign_id);
  self->department_id = g_strdup (other->department_id);
  self->person_id = g_strdup (other->person_id);
  self->name = g_strdup (other->name);
  self->reference = g_strdup (other->reference);
  self->words = g_strdup (other->words);
  return self;
}

/* --- on the thread of the store --- */

static gboolean
close_department (TnkDesk *desk,
                  Act *act,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (TnkTurnout) turnout = tnk_desk_close_department (desk, act->campaign_id, act->department_id, cancellable, error);
  TnkTurnoutCounts counts;

  if (turnout == NULL)
    return FALSE;
  tnk_turnout_count (turnout, -1, &counts);
  act->n_missing = tnk_turnout_counts_get_missing (&counts);
  return TRUE;
}

static gboolean
do_act (TnkDesk *desk,
        Act *act,
        TnkProgressFunc progress,
        gpointer progress_data,
        GCancellable *cancellable,
        GError **error)
{
  switch (act->kind) {
  case RETURN:
    return tnk_desk_return_questionnaire (desk, act->campaign_id, act->person_id, act->reference, act->words, error);
  case ACCEPT:
    return tnk_desk_accept_questionnaire (desk, act->campaign_id, act->person_id, act->reference, error);
  case ACCEPT_ALL:
    return tnk_desk_accept_all (desk, act->campaign_id, act->department_id, &act->n_accepted, &act->n_left, progress, progress_data,
                                cancellable, error);
  case CLOSE:
    return close_department (desk, act, cancellable, error);
  case REOPEN:
  default:
    return tnk_desk_reopen_department (desk, act->campaign_id, act->department_id, act->words, error);
  }
}

static gpointer
work (TnkDesk *desk,
      gpointer data,
      TnkProgressFunc progress,
      gpointer progress_data,
      GCancellable *cancellable,
      GError **error)
{
  return do_act (desk, data, progress, progress_data, cancellable, error) ? act_copy (data) : NULL;
}

/* --- once it is done --- */

static char *
describe_accepted (const Act *act)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u questionnaire was accepted.", "%u questionnaires were accepted.", act->n_accepted), act->n_accepted);

  if (act->n_left == 0)
    return g_steal_pointer (&text);
  /* Translators: two sentences, one behind the other */
  return g_strdup_printf (_ ("%s %s"), text, _ ("Your own was left: somebody else accepts it."));
}

static char *
describe_done (const Act *act)
{
  switch (act->kind) {
  case RETURN:
    return g_strdup_printf (_ ("%s has the questionnaire back."), act->name);
  case ACCEPT:
    return g_strdup_printf (_ ("The questionnaire of %s is accepted."), act->name);
  case ACCEPT_ALL:
    return describe_accepted (act);
  case CLOSE:
    return g_strdup_printf (ngettext ("%s is closed; %u person had not handed in.", "%s is closed; %u people had not handed in.", act->n_missing), act->name, act->n_missing);
  case REOPEN:
  default:
    return g_strdup_printf (_ ("%s is open again."), act->name);
  }
}

/* What did not work may be because things are no longer as they were shown. */
static void
done (GtkWidget *owner,
      gpointer result,
      const GError *error,
      gpointer user_data)
{
  TenkenDesk *desk = user_data;
  g_autofree char *text = NULL;

  if (error != NULL) {
    tenken_desk_show_error (owner, _ ("This was not done"), error);
    if (g_error_matches (error, TNK_ERROR, TNK_ERROR_STATE))
      tenken_desk_changed (desk);
    return;
  }
  text = describe_done (result);
  tenken_desk_say (desk, text);
  tenken_desk_changed (desk);
}

static void
run (GtkWidget *owner,
     Act *act)
{
  static const char *const titles[] = {
    [RETURN] = N_ ("It is being sent back"),
    [ACCEPT] = N_ ("It is being accepted"),
    [ACCEPT_ALL] = N_ ("They are being accepted"),
    [CLOSE] = N_ ("The department is being closed"),
    [REOPEN] = N_ ("The department is being reopened"),
  };

  tenken_desk_task_run (owner, act->desk, _ (titles[act->kind]), work, act, act_free, act_free, done, act->desk);
}

static void
run_with_words (GtkWidget *owner,
                const char *words,
                gpointer user_data)
{
  Act *act = act_copy (user_data);

  act->words = g_strdup (words);
  run (owner, act);
}

/* --- questions --- */

static void
sure (GtkWidget *owner,
      TenkenDesk *desk,
      gpointer act)
{
  run (owner, act);
}

static void
confirm (GtkWidget *owner,
         Act *act,
         const char *heading,
         const char *body,
         const char *go)
{
  const TenkenDeskQuestion question = {heading, body, go, ADW_RESPONSE_SUGGESTED, "turnout-question"};

  tenken_desk_question_ask (owner, act->desk, &question, sure, act, act_free);
}

static Act *
act_on_person (Kind kind,
               TenkenDesk *desk,
               TnkTurnoutPerson *person)
{
  Act *act = act_new (kind, desk);

  act->person_id = g_strdup (tnk_turnout_person_get_id (person));
  act->name = g_strdup (tnk_turnout_person_get_name (person));
  act->reference = g_strdup (tnk_turnout_person_get_reference (person));
  return act;
}

void
tenken_turnout_return (GtkWidget *owner,
                       TenkenDesk *desk,
                       TnkTurnoutPerson *person)
{
  g_autofree char *heading = g_strdup_printf (_ ("Send it back to %s?"), tnk_turnout_person_get_name (person));
  const TenkenReasonWords words = {
    .heading = heading,
    .body = _ ("The person can change the answers again and hands in once more. Until then they count for nobody. What you write "
               "here is shown to the person."),
    .label = _ ("_What is to be looked at again"),
    .go = _ ("Send back"),
  };

  tenken_reason_dialog_ask (owner, &words, run_with_words, act_on_person (RETURN, desk, person), act_free);
}

void
tenken_turnout_accept (GtkWidget *owner,
                       TenkenDesk *desk,
                       TnkTurnoutPerson *person)
{
  run (owner, act_on_person (ACCEPT, desk, person));
}

TnkDepartment *
tenken_turnout_get_department (TnkTurnout *turnout)
{
  int index = tnk_turnout_get_department (turnout);

  return index >= 0 ? tnk_body_get_department (tnk_turnout_get_body (turnout), index) : NULL;
}

static Act *
act_on_department (Kind kind,
                   TenkenDesk *desk,
                   TnkTurnout *turnout)
{
  TnkDepartment *department = tenken_turnout_get_department (turnout);
  Act *act = act_new (kind, desk);

  act->department_id = department != NULL ? g_strdup (tnk_department_get_id (department)) : NULL;
  act->name = g_strdup (department != NULL ? tnk_department_get_name (department) : _ ("The whole body"));
  return act;
}

void
tenken_turnout_accept_all (GtkWidget *owner,
                           TenkenDesk *desk,
                           TnkTurnout *turnout)
{
  Act *act = act_on_department (ACCEPT_ALL, desk, turnout);
  g_autofree char *heading = NULL, *body = NULL;
  TnkTurnoutCounts counts;

  tnk_turnout_count (turnout, -1, &counts);
  heading = g_strdup_printf (ngettext ("Accept %u questionnaire?", "Accept %u questionnaires?", counts.submitted), counts.submitted);
  body = g_strdup_printf (_ ("%s: everything that is handed in at this moment is accepted, but for your own. One that was accepted can still be sent back."), act->name);
  confirm (owner, act, heading, body, _ ("Accept all"));
}

/* By name where names are shown, and no more of them than are read. */
static char *
name_missing (TnkTurnout *turnout)
{
  g_autoptr (GPtrArray) missing = tnk_turnout_list_missing (turnout, -1);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < MIN (missing->len, MOST_NAMES); i++)
    /* Translators: one more name in a list of names */
    g_string_append_printf (names, i > 0 ? _ (", %s") : "%s", tnk_turnout_person_get_name (missing->pdata[i]));
  if (missing->len > MOST_NAMES)
    g_string_append_printf (names, ngettext (" and %u more", " and %u more", missing->len - MOST_NAMES), missing->len - MOST_NAMES);
  return g_string_free (names, FALSE);
}

static char *
describe_missing (TnkTurnout *turnout)
{
  g_autofree char *names = name_missing (turnout), *text = NULL;
  TnkTurnoutCounts counts;
  guint n;

  tnk_turnout_count (turnout, -1, &counts);
  n = tnk_turnout_counts_get_missing (&counts);
  if (n == 0)
    return g_strdup (_ ("Everybody has handed in."));
  text = g_strdup_printf (ngettext ("%u person has not handed in.", "%u people have not handed in.", n), n);
  return *names != '\0' ? g_strdup_printf ("%s\n%s", text, names) : g_steal_pointer (&text);
}

void
tenken_turnout_close (GtkWidget *owner,
                      TenkenDesk *desk,
                      TnkTurnout *turnout)
{
  Act *act = act_on_department (CLOSE, desk, turnout);
  g_autofree char *heading = g_strdup_printf (_ ("Close %s?"), act->name), *missing = describe_missing (turnout);
  g_autofree char *body = g_strdup_printf ("%s\n\n%s",
                                           _ ("Until it is reopened, nobody of it or of a department below can hand in, and nothing is "
                                              "sent back. What is handed in can still be accepted."),
                                           missing);

  confirm (owner, act, heading, body, _ ("Close it"));
}

void
tenken_turnout_reopen (GtkWidget *owner,
                       TenkenDesk *desk,
                       TnkTurnout *turnout)
{
  Act *act = act_on_department (REOPEN, desk, turnout);
  g_autofree char *heading = g_strdup_printf (_ ("Reopen %s?"), act->name);
  const TenkenReasonWords words = {
    .heading = heading,
    .body = _ ("People can hand in again, and questionnaires can be sent back. The log keeps the reason."),
    .label = _ ("_Why"),
    .go = _ ("Reopen"),
  };

  tenken_reason_dialog_ask (owner, &words, run_with_words, act, act_free);
}
