/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-overview-page.h"

#include <glib/gi18n.h>

#include "tenken-format.h"
#include "tenken-role-card.h"
#include "tenken-scroll-keys.h"
#include "tenken-section-progress.h"
#include "tenken-wrap-box.h"

struct _TenkenOverviewPage
{
  AdwBin parent_instance;

  GtkWidget *department_closed;
  GtkWidget *returned;
  GtkLabel *remark;
  GtkLabel *name;
  GtkLabel *department;
  GtkLabel *last_sign_in;
  GtkWidget *handed_in;
  GtkLabel *handed_in_title;
  GtkLabel *reference;
  GtkBox *roles;
  GtkWidget *keys;
  TenkenSectionProgress *progress;
  GtkWidget *search;
  GtkButton *forward;

  TenkenRound *round;
};

G_DEFINE_FINAL_TYPE (TenkenOverviewPage, tenken_overview_page, ADW_TYPE_BIN)

/* --- who it is --- */

/* Where somebody sat, from the name of the terminal: "kiosk:hall-2". */
static char *
describe_place (const char *place)
{
  if (g_str_has_prefix (place, "kiosk:"))
    /* Translators: a shared terminal, and what it is called */
    return g_strdup_printf (_ ("terminal %s"), place + strlen ("kiosk:"));
  if (g_str_has_prefix (place, "desk:"))
    /* Translators: a computer on a desk, and what it is called */
    return g_strdup_printf (_ ("desk %s"), place + strlen ("desk:"));
  return g_strdup (place);
}

/* So plain that the sign-in of a stranger is noticed. */
static char *
describe_last_sign_in (TnkSession *session)
{
  g_autofree char *when = tenken_format_moment (tnk_session_get_last_sign_in (session));
  g_autofree char *where = NULL;

  if (when == NULL)
    return g_strdup (_ ("This is your first sign-in."));
  if (tnk_session_get_last_place (session) == NULL)
    return g_strdup_printf (_ ("Your last sign-in: %s. If that was not you, please tell the secretariat."), when);
  where = describe_place (tnk_session_get_last_place (session));
  return g_strdup_printf (_ ("Your last sign-in: %s, %s. If that was not you, please tell the secretariat."), when, where);
}

static void
show_person (TenkenOverviewPage *self)
{
  TnkSession *session = tenken_round_get_session (self->round);
  TnkPerson *person = tnk_session_get_person (session);
  TnkDepartment *department = tnk_person_get_department (person);
  g_autofree char *sign_in = describe_last_sign_in (session);

  gtk_label_set_text (self->name, tnk_person_get_name (person));
  gtk_label_set_text (self->department, department != NULL ? tnk_department_get_name (department) : "");
  gtk_label_set_text (self->last_sign_in, sign_in);
}

/* --- where the questionnaire stands --- */

static void
show_state (TenkenOverviewPage *self)
{
  TnkQuestionnaire *questionnaire = tenken_round_get_questionnaire (self->round);
  TnkQuestionnaireState state = tnk_questionnaire_get_state (questionnaire);
  const char *remark = tnk_questionnaire_get_remark (questionnaire);
  const char *reference = tnk_questionnaire_get_reference (questionnaire);
  g_autofree char *line = g_strdup_printf (_ ("Reference code: %s"), reference != NULL ? reference : "");

  gtk_widget_set_visible (self->department_closed, tnk_questionnaire_get_department_closed (questionnaire));
  gtk_widget_set_visible (self->returned, state == TNK_QUESTIONNAIRE_STATE_RETURNED);
  gtk_label_set_text (self->remark, remark != NULL ? remark : "");
  gtk_widget_set_visible (GTK_WIDGET (self->remark), remark != NULL && *remark != '\0');
  gtk_widget_set_visible (self->handed_in, tenken_round_is_closed (self->round));
  gtk_label_set_text (self->handed_in_title, state == TNK_QUESTIONNAIRE_STATE_ACCEPTED
                                               ? _ ("Your self-check is handed in and accepted")
                                               : _ ("Your self-check is handed in"));
  gtk_label_set_text (self->reference, line);
  gtk_widget_set_visible (GTK_WIDGET (self->reference), reference != NULL);
}

static void
show_progress (TenkenOverviewPage *self)
{
  tenken_section_progress_set (self->progress, tenken_round_count_answered (self->round, -1),
                               tenken_round_count (self->round, -1), tenken_round_count_flagged (self->round),
                               tenken_round_get_minutes_left (self->round, -1));
  gtk_widget_set_visible (GTK_WIDGET (self->progress), !tenken_round_is_closed (self->round));
  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->roles)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    tenken_role_card_update (TENKEN_ROLE_CARD (card));
}

/* --- the way on --- */

static gboolean
is_open (TenkenRound *round,
         guint step)
{
  return tenken_round_get_answer (round, step) == TNK_ANSWER_VALUE_UNANSWERED;
}

/* Where the person was; behind the last open question, the first open one. */
static guint
find_place (TenkenRound *round)
{
  guint position = tenken_round_get_position (round), n = tenken_round_get_n_steps (round);

  for (guint step = position; step < n; step++)
    if (is_open (round, step))
      return position;
  return tenken_round_next_open (round, position);
}

static void
set_forward (TenkenOverviewPage *self,
             const char *label,
             const char *action)
{
  gtk_button_set_label (self->forward, label);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->forward), NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->forward), action);
}

static void
lead_to_question (TenkenOverviewPage *self)
{
  gboolean fresh = tenken_round_count_answered (self->round, -1) == 0 && tenken_round_get_position (self->round) == 0;
  guint step = find_place (self->round);
  g_autofree char *label = g_strdup_printf (_ ("Go on (question %u)"), step + 1);

  set_forward (self, fresh ? _ ("Begin") : label, "win.question");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->forward), "u", step);
}

static void
lead_on (TenkenOverviewPage *self)
{
  if (tenken_round_is_closed (self->round))
    set_forward (self, _ ("See the result"), "win.result");
  else if (tenken_round_count_answered (self->round, -1) == tenken_round_count (self->round, -1))
    set_forward (self, _ ("Go on to the check"), "win.check");
  else
    lead_to_question (self);
}

static void
update (TenkenOverviewPage *self)
{
  gboolean closed = tenken_round_is_closed (self->round);

  show_person (self);
  show_state (self);
  show_progress (self);
  lead_on (self);
  gtk_widget_set_visible (self->search, !closed);
  gtk_widget_set_visible (self->keys, !closed);
}

static void
add_roles (TenkenOverviewPage *self)
{
  guint n = tenken_round_get_n_parts (self->round);

  for (guint first = 0, end; first < n; first = end) {
    TnkRole *role = tenken_round_get_part (self->round, first)->role;

    for (end = first + 1; end < n && tenken_round_get_part (self->round, end)->role == role; end++)
      ;
    gtk_box_append (self->roles, tenken_role_card_new (self->round, first, end));
  }
}

/* --- the class --- */

/* Whoever comes here goes on with Enter. */
static void
tenken_overview_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tenken_overview_page_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (TENKEN_OVERVIEW_PAGE (widget)->forward));
}

static void
tenken_overview_page_dispose (GObject *object)
{
  g_clear_object (&TENKEN_OVERVIEW_PAGE (object)->round);
  G_OBJECT_CLASS (tenken_overview_page_parent_class)->dispose (object);
}

static void
tenken_overview_page_class_init (TenkenOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_overview_page_dispose;
  widget_class->map = tenken_overview_page_map;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "win.list", "u", G_MAXUINT);

  tenken_scroll_keys_install (widget_class);
  g_type_ensure (TENKEN_TYPE_SECTION_PROGRESS);
  g_type_ensure (TENKEN_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenken/Tenken/tenken-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TenkenOverviewPage, department_closed);
  gtk_widget_class_bind_template_child (widget_class, TenkenOverviewPage, returned);
  gtk_widget_class_bind_template_child (widget_class, TenkenOverviewPage, remark);
  gtk_widget_class_bind_template_child (widget_class, TenkenOverviewPage, name);
  gtk_widget_class_bind_template_child (widget_class, TenkenOverviewPage, department);
  gtk_widget_class_bind_template_child (widget_class, TenkenOverviewPage, last_sign_in);
  gtk_widget_class_bind_template_child (widget_class, TenkenOverviewPage, handed_in);
  gtk_widget_class_bind_template_child (widget_class, TenkenOverviewPage, handed_in_title);
  gtk_widget_class_bind_template_child (widget_class, TenkenOverviewPage, reference);
  gtk_widget_class_bind_template_child (widget_class, TenkenOverviewPage, roles);
  gtk_widget_class_bind_template_child (widget_class, TenkenOverviewPage, keys);
  gtk_widget_class_bind_template_child (widget_class, TenkenOverviewPage, progress);
  gtk_widget_class_bind_template_child (widget_class, TenkenOverviewPage, search);
  gtk_widget_class_bind_template_child (widget_class, TenkenOverviewPage, forward);
}

static void
tenken_overview_page_init (TenkenOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tenken_section_progress_set_title (self->progress, _ ("Your self-check"));
}

GtkWidget *
tenken_overview_page_new (TenkenRound *round)
{
  TenkenOverviewPage *self = g_object_new (TENKEN_TYPE_OVERVIEW_PAGE, NULL);

  self->round = g_object_ref (round);
  add_roles (self);
  g_signal_connect_object (round, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
