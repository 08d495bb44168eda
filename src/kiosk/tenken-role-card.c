/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-role-card.h"

#include <glib/gi18n.h>

#include "tenken-format.h"
#include "tenken-language.h"
#include "tenken-section-progress.h"
#include "tenken-wrap-box.h"

#define PARTS_IN_A_ROW 2

struct _TenkenRoleCard
{
  GtkWidget parent_instance;

  GtkLabel *rest;
  GPtrArray *buttons; /* (element-type GtkButton): of each part, borrowed */

  TenkenRound *round;
  guint first;
  guint end;
};

G_DEFINE_FINAL_TYPE (TenkenRoleCard, tenken_role_card, GTK_TYPE_WIDGET)

static void
tenken_role_card_dispose (GObject *object)
{
  TenkenRoleCard *self = TENKEN_ROLE_CARD (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->buttons, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->round);
  G_OBJECT_CLASS (tenken_role_card_parent_class)->dispose (object);
}

static void
tenken_role_card_finalize (GObject *object)
{
  g_ptr_array_unref (TENKEN_ROLE_CARD (object)->buttons);
  G_OBJECT_CLASS (tenken_role_card_parent_class)->finalize (object);
}

static void
tenken_role_card_class_init (TenkenRoleCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_role_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = tenken_role_card_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "rolecard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tenken_role_card_init (TenkenRoleCard *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  self->buttons = g_ptr_array_new ();
}

/* --- what it is made of --- */

static GtkLabel *
add_label (TenkenRoleCard *self,
           const char *text,
           const char *css_class,
           GtkAccessibleRole role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "visible", *text != '\0', NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return GTK_LABEL (label);
}

static const char *
get_part_title (const TenkenPart *part)
{
  return part->section != NULL ? tenken_text (tnk_section_get_title (part->section)) : _ ("What has to reach you");
}

static void
add_part (TenkenRoleCard *self,
          TenkenWrapBox *box,
          guint part)
{
  GtkWidget *button = gtk_button_new ();
  const char *title = get_part_title (tenken_round_get_part (self->round, part));

  gtk_button_set_child (GTK_BUTTON (button), tenken_section_progress_new (title));
  gtk_widget_add_css_class (button, "part");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.list");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", part);
  tenken_wrap_box_append (box, button);
  g_ptr_array_add (self->buttons, button);
}

/* The scored parts, or the other one. */
static void
add_parts (TenkenRoleCard *self,
           gboolean scored)
{
  GtkWidget *box = tenken_wrap_box_new (PARTS_IN_A_ROW, 6);

  for (guint part = self->first; part < self->end; part++)
    if ((tenken_round_get_part (self->round, part)->section != NULL) == scored)
      add_part (self, TENKEN_WRAP_BOX (box), part);
  gtk_widget_set_visible (box, gtk_widget_get_first_child (box) != NULL);
  if (!scored && gtk_widget_get_visible (box))
    add_label (self, _ ("Asked too, but not part of the score:"), "unscored", GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

GtkWidget *
tenken_role_card_new (TenkenRound *round,
                      guint first,
                      guint end)
{
  TenkenRoleCard *self = g_object_new (TENKEN_TYPE_ROLE_CARD, NULL);
  TnkRole *role = tenken_round_get_part (round, first)->role;

  self->round = g_object_ref (round);
  self->first = first;
  self->end = end;
  add_label (self, tenken_text (tnk_role_get_name (role)), "section-title", GTK_ACCESSIBLE_ROLE_HEADING);
  add_label (self, tenken_text (tnk_role_get_description (role)), "role-description", GTK_ACCESSIBLE_ROLE_LABEL);
  self->rest = add_label (self, " ", "role-rest", GTK_ACCESSIBLE_ROLE_LABEL);
  add_parts (self, TRUE);
  add_parts (self, FALSE);
  tenken_role_card_update (self);
  return GTK_WIDGET (self);
}

/* --- how far it is --- */

static guint
count_flagged (TenkenRound *round,
               const TenkenPart *part)
{
  TnkQuestionnaire *questionnaire = tenken_round_get_questionnaire (round);
  guint n = 0;

  /* There is no later any more. */
  if (tenken_round_is_closed (round))
    return 0;

  for (guint step = part->first; step < part->first + part->n; step++)
    n += tnk_questionnaire_get_flagged (questionnaire, tenken_round_get_item (round, step));
  return n;
}

static void
update_part (TenkenRoleCard *self,
             guint part)
{
  GtkButton *button = g_ptr_array_index (self->buttons, part - self->first);
  TenkenSectionProgress *progress = TENKEN_SECTION_PROGRESS (gtk_button_get_child (button));

  tenken_section_progress_set (progress, tenken_round_count_answered (self->round, part),
                               tenken_round_count (self->round, part),
                               count_flagged (self->round, tenken_round_get_part (self->round, part)),
                               tenken_round_get_minutes_left (self->round, part));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tenken_section_progress_describe (progress), -1);
}

/* The minutes of the whole round, by how much of what is open is here: each part by itself is rounded up. */
static guint
get_minutes_left (TenkenRound *round,
                  guint n_open)
{
  guint all_open = tenken_round_count (round, -1) - tenken_round_count_answered (round, -1);

  return all_open > 0 ? (tenken_round_get_minutes_left (round, -1) * n_open + all_open - 1) / all_open : 0;
}

static void
show_rest (TenkenRoleCard *self,
           guint n_open)
{
  g_autofree char *minutes = tenken_format_minutes (get_minutes_left (self->round, n_open));
  g_autofree char *text =
    g_strdup_printf (ngettext ("%u question left, %s", "%u questions left, %s", n_open), n_open, minutes);

  gtk_label_set_text (self->rest, n_open > 0 ? text : _ ("All answered"));
  /* Of the only role the overview says it already. */
  gtk_widget_set_visible (GTK_WIDGET (self->rest), self->end - self->first < tenken_round_get_n_parts (self->round));
}

void
tenken_role_card_update (TenkenRoleCard *self)
{
  guint n_open = 0;

  for (guint part = self->first; part < self->end; part++) {
    n_open += tenken_round_count (self->round, part) - tenken_round_count_answered (self->round, part);
    update_part (self, part);
  }
  show_rest (self, n_open);
}
