/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-welcome-page.h"

#include <glib/gi18n.h>

#include "tenken-format.h"

struct _TenkenWelcomePage
{
  AdwBin parent_instance;

  GtkLabel *body_name;
  GtkLabel *campaign_title;
  GtkLabel *closes;
  GtkLabel *length;
  GtkWidget *start;
  gboolean desk;
  GtkFlowBox *foot;
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (TenkenWelcomePage, tenken_welcome_page, ADW_TYPE_BIN)

/* How long a question takes, in seconds; the same as in a round. */
#define SECONDS_PER_QUESTION 8

/* A value of a setting, and how its button reads. */
typedef struct
{
  const char *value;
  const char *label;
  const char *name; /* for a screen reader; NULL where the label says it */
} Choice;

static void
tenken_welcome_page_dispose (GObject *object)
{
  g_clear_object (&TENKEN_WELCOME_PAGE (object)->settings);
  G_OBJECT_CLASS (tenken_welcome_page_parent_class)->dispose (object);
}

static void
tenken_welcome_page_class_init (TenkenWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_welcome_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenken/Tenken/tenken-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TenkenWelcomePage, body_name);
  gtk_widget_class_bind_template_child (widget_class, TenkenWelcomePage, campaign_title);
  gtk_widget_class_bind_template_child (widget_class, TenkenWelcomePage, closes);
  gtk_widget_class_bind_template_child (widget_class, TenkenWelcomePage, length);
  gtk_widget_class_bind_template_child (widget_class, TenkenWelcomePage, start);
  gtk_widget_class_bind_template_child (widget_class, TenkenWelcomePage, foot);
}

static void
tenken_welcome_page_init (TenkenWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- how the screen shall look --- */

static gboolean
read_choice (GValue *value,
             GVariant *variant,
             gpointer user_data)
{
  g_autofree char *text = g_variant_is_of_type (variant, G_VARIANT_TYPE_STRING) ? g_variant_dup_string (variant, NULL)
                                                                                : g_variant_print (variant, FALSE);

  g_value_set_boolean (value, g_str_equal (text, user_data));
  return TRUE;
}

/* A button that is let go changes nothing: the one that is pressed in its place does. */
static GVariant *
write_choice (const GValue *value,
              const GVariantType *type,
              gpointer user_data)
{
  if (!g_value_get_boolean (value))
    return NULL;
  if (g_variant_type_equal (type, G_VARIANT_TYPE_STRING))
    return g_variant_new_string (user_data);
  return g_variant_new_int32 (g_ascii_strtoll (user_data, NULL, 10));
}

static void
add_choices (TenkenWelcomePage *self,
             const char *key,
             const char *label,
             const Choice *choices,
             guint n_choices)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *first = NULL;

  gtk_widget_add_css_class (group, "linked");
  gtk_accessible_update_property (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  for (guint i = 0; i < n_choices; i++) {
    GtkWidget *button = gtk_toggle_button_new_with_label (choices[i].label);
    g_autofree char *name = g_strdup_printf ("%s: %s", label, choices[i].name != NULL ? choices[i].name : choices[i].label);

    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    if (first == NULL)
      first = button;
    else
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
    g_settings_bind_with_mapping (self->settings, key, button, "active", G_SETTINGS_BIND_DEFAULT, read_choice,
                                  write_choice, (gpointer) choices[i].value, NULL);
    gtk_box_append (GTK_BOX (group), button);
  }
  gtk_flow_box_append (self->foot, group);
  /* The buttons are what can be reached, not the frame that the flow box puts around them. */
  gtk_widget_set_focusable (gtk_widget_get_parent (group), FALSE);
}

static void
add_foot (TenkenWelcomePage *self)
{
  const Choice languages[] = {{"ja", "日本語", NULL}, {"en", "English", NULL}};
  const Choice sizes[] = {{"100", "A", _ ("normal")}, {"150", "A+", _ ("large")}, {"200", "A++", _ ("very large")}};
  const Choice contrasts[] = {{"light", _ ("Light"), NULL}, {"dark", _ ("Dark"), NULL}, {"high", _ ("High contrast"), NULL}};

  add_choices (self, "language", _ ("Language"), languages, G_N_ELEMENTS (languages));
  add_choices (self, "text-scale", _ ("Text size"), sizes, G_N_ELEMENTS (sizes));
  add_choices (self, "contrast", _ ("Colours"), contrasts, G_N_ELEMENTS (contrasts));
}

/* A kiosk without a keyboard needs a way out too, one that nobody finds by chance. */
static void
name_held (TenkenWelcomePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.exit", NULL);
}

static void
watch_name (TenkenWelcomePage *self)
{
  GtkGesture *hold = gtk_gesture_long_press_new ();

  gtk_gesture_long_press_set_delay_factor (GTK_GESTURE_LONG_PRESS (hold), 2.0);
  g_signal_connect_swapped (hold, "pressed", G_CALLBACK (name_held), self);
  gtk_widget_add_controller (GTK_WIDGET (self->body_name), GTK_EVENT_CONTROLLER (hold));
}

GtkWidget *
tenken_welcome_page_new (GSettings *settings,
                         gboolean desk)
{
  TenkenWelcomePage *self = g_object_new (TENKEN_TYPE_WELCOME_PAGE, NULL);

  self->settings = g_object_ref (settings);
  self->desk = desk;
  add_foot (self);
  watch_name (self);
  return GTK_WIDGET (self);
}

/* --- what the store says --- */

/* An empty line takes no room. */
static void
set_line (GtkLabel *label,
          const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static char *
describe_days_left (TnkWelcome *welcome)
{
  int days = tenken_days_between (tnk_welcome_get_today (welcome), tnk_welcome_get_closes (welcome));

  if (days == G_MININT)
    return g_strdup ("");
  if (days > 0)
    return g_strdup_printf (ngettext ("%d day left", "%d days left", days), days);
  return g_strdup (days == 0 ? _ ("the last day is today") : _ ("the closing day has passed"));
}

static char *
describe_closing (TnkWelcome *welcome)
{
  g_autofree char *day = NULL, *left = NULL;

  if (tnk_welcome_get_closes (welcome) == NULL)
    return g_strdup ("");
  day = tenken_format_day (tnk_welcome_get_closes (welcome));
  left = describe_days_left (welcome);
  /* Translators: a day, and how many days are left */
  return g_strdup_printf (_ ("Until %s, %s"), day, left);
}

void
tenken_welcome_page_show (TenkenWelcomePage *self,
                          TnkWelcome *welcome)
{
  gboolean open = tnk_welcome_get_campaign_id (welcome) != NULL;
  g_autofree char *closing = describe_closing (welcome);

  set_line (self->body_name, tnk_welcome_get_body_name (welcome));
  set_line (self->campaign_title, open ? tnk_welcome_get_campaign_title (welcome) : _ ("No self-check is open now"));
  set_line (self->closes, open ? closing : _ ("The secretariat will let you know when the next one begins."));
  set_line (self->length, "");
  /* At a desk there is work also while nobody is asked: the secretariat sets the next campaign up. */
  gtk_widget_set_visible (self->start, open || self->desk);
  if (open || self->desk)
    gtk_widget_grab_focus (self->start);
}

void
tenken_welcome_page_set_n_questions (TenkenWelcomePage *self,
                                     guint n_questions)
{
  guint minutes = (n_questions * SECONDS_PER_QUESTION + 59) / 60;
  g_autofree char *duration = tenken_format_minutes (minutes);
  g_autofree char *line = NULL;

  if (n_questions > 0)
    /* Translators: a number of questions, and about how many minutes they take */
    line = g_strdup_printf (ngettext ("%u question for staff, %s", "%u questions for staff, %s", n_questions),
                            n_questions, duration);
  set_line (self->length, line != NULL ? line : "");
}

void
tenken_welcome_page_show_trouble (TenkenWelcomePage *self,
                                  const char *what)
{
  set_line (self->body_name, "");
  set_line (self->campaign_title, _ ("This terminal cannot be used now"));
  set_line (self->closes, _ ("Nothing was lost. Please tell the secretariat, and use another terminal."));
  set_line (self->length, what);
  gtk_widget_set_visible (self->start, FALSE);
}
