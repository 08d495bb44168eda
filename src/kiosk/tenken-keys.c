/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-keys.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tenken-radio.h"

#define KEYS_DATA "tenken-keys"

typedef struct
{
  GtkWidget *page;
  TenkenKeysFunc func;
  GtkWidget *place; /* what the window holds, while the page is shown */
  GtkEventController *early; /* before the widget with the focus */
  GtkEventController *late; /* after it */
  guint held; /* the digit that is down: one press is one answer, however long */
} Keys;

/* --- what a key means --- */

static TenkenKey
read_character (gunichar character,
                TnkAnswerValue *value)
{
  char utf8[7] = {0};
  g_autofree char *plain = NULL;

  if (character == 0)
    return TENKEN_KEY_NONE;
  g_unichar_to_utf8 (character, utf8);
  plain = g_utf8_normalize (utf8, -1, G_NORMALIZE_ALL_COMPOSE);
  if (plain == NULL || strlen (plain) != 1)
    return TENKEN_KEY_NONE;
  if (*plain >= '1' && *plain <= '5') {
    *value = TNK_ANSWER_VALUE_IMPLEMENTED + (*plain - '1');
    return TENKEN_KEY_ANSWER;
  }
  switch (g_ascii_tolower (*plain)) {
  case '0':
    return TENKEN_KEY_AS_LAST_YEAR;
  case 'f':
    return TENKEN_KEY_LATER;
  case 'n':
    return TENKEN_KEY_NEXT_OPEN;
  case '?':
    return TENKEN_KEY_HELP;
  default:
    return TENKEN_KEY_NONE;
  }
}

TenkenKey
tenken_keys_read (guint keyval,
                  TnkAnswerValue *value)
{
  static const struct
  {
    guint keyval;
    TenkenKey key;
  } named[] = {
    {GDK_KEY_Return, TENKEN_KEY_NEXT},
    {GDK_KEY_KP_Enter, TENKEN_KEY_NEXT},
    {GDK_KEY_ISO_Enter, TENKEN_KEY_NEXT},
    {GDK_KEY_Right, TENKEN_KEY_RIGHT},
    {GDK_KEY_Left, TENKEN_KEY_LEFT},
    {GDK_KEY_Up, TENKEN_KEY_UP},
    {GDK_KEY_Down, TENKEN_KEY_DOWN},
    {GDK_KEY_BackSpace, TENKEN_KEY_BACK},
    {GDK_KEY_F1, TENKEN_KEY_HELP},
    {GDK_KEY_Escape, TENKEN_KEY_LEAVE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    if (named[i].keyval == keyval)
      return named[i].key;
  return read_character (gdk_keyval_to_unicode (keyval), value);
}

/* --- where it counts --- */

static gboolean
is_text (GtkWidget *focus)
{
  return GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus);
}

/* Whether Enter belongs to the widget: it presses a button, and chooses what is not chosen yet and has no digit. */
static gboolean
wants_enter (GtkWidget *focus)
{
  if (GTK_IS_BUTTON (focus))
    return TRUE;
  return focus != NULL && G_OBJECT_TYPE (focus) == TENKEN_TYPE_RADIO &&
         !gtk_check_button_get_active (GTK_CHECK_BUTTON (focus));
}

/* Only a digit that is held could answer question after question. */
static gboolean
is_held (Keys *keys,
         TenkenKey key,
         guint keyval)
{
  if (key != TENKEN_KEY_ANSWER && key != TENKEN_KEY_AS_LAST_YEAR)
    return FALSE;
  if (keys->held == keyval)
    return TRUE;
  keys->held = keyval;
  return FALSE;
}

static gboolean
key_pressed_early (GtkEventControllerKey *controller,
                   guint keyval,
                   guint code,
                   GdkModifierType state,
                   Keys *keys)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (keys->place));
  gboolean control = state & GDK_CONTROL_MASK;
  TnkAnswerValue value = TNK_ANSWER_VALUE_UNANSWERED;
  TenkenKey key = tenken_keys_read (keyval, &value);

  if (key == TENKEN_KEY_NONE || (state & (GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)))
    return GDK_EVENT_PROPAGATE;
  if (control || is_text (focus))
    return control && key == TENKEN_KEY_NEXT && keys->func (keys->page, key, value);
  if (key == TENKEN_KEY_NEXT && wants_enter (focus))
    return GDK_EVENT_PROPAGATE;
  return is_held (keys, key, keyval) || keys->func (keys->page, key, value);
}

/* Escape takes back what an input method has begun before it leaves a text. */
static gboolean
key_pressed_late (GtkEventControllerKey *controller,
                  guint keyval,
                  guint code,
                  GdkModifierType state,
                  Keys *keys)
{
  if (keyval != GDK_KEY_Escape || !is_text (gtk_root_get_focus (gtk_widget_get_root (keys->place))))
    return GDK_EVENT_PROPAGATE;
  return keys->func (keys->page, TENKEN_KEY_LEAVE_TEXT, TNK_ANSWER_VALUE_UNANSWERED);
}

static void
key_released (GtkEventControllerKey *controller,
              guint keyval,
              guint code,
              GdkModifierType state,
              Keys *keys)
{
  if (keyval == keys->held)
    keys->held = 0;
}

/* --- while the page is shown --- */

static GtkEventController *
listen (Keys *keys,
        GtkPropagationPhase phase,
        GCallback pressed)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, phase);
  g_signal_connect (controller, "key-pressed", pressed, keys);
  g_signal_connect (controller, "key-released", G_CALLBACK (key_released), keys);
  gtk_widget_add_controller (keys->place, controller);
  return controller;
}

/* All of the window, but below the window itself: what that does with every key, such as to note that somebody is there,
 * comes first. */
static GtkWidget *
find_place (GtkWidget *page)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (page)), *place = page;

  while (gtk_widget_get_parent (place) != root)
    place = gtk_widget_get_parent (place);
  return place;
}

static void
page_mapped (GtkWidget *page,
             Keys *keys)
{
  keys->place = find_place (page);
  keys->held = 0;
  keys->early = listen (keys, GTK_PHASE_CAPTURE, G_CALLBACK (key_pressed_early));
  keys->late = listen (keys, GTK_PHASE_BUBBLE, G_CALLBACK (key_pressed_late));
}

static void
page_unmapped (GtkWidget *page,
               Keys *keys)
{
  if (keys->place == NULL)
    return;
  gtk_widget_remove_controller (keys->place, keys->early);
  gtk_widget_remove_controller (keys->place, keys->late);
  keys->place = NULL;
}

void
tenken_keys_attach (GtkWidget *page,
                    TenkenKeysFunc func)
{
  Keys *keys = g_new0 (Keys, 1);

  keys->page = page;
  keys->func = func;
  g_object_set_data_full (G_OBJECT (page), KEYS_DATA, keys, g_free);
  g_signal_connect (page, "map", G_CALLBACK (page_mapped), keys);
  g_signal_connect (page, "unmap", G_CALLBACK (page_unmapped), keys);
}

/* --- the dialog --- */

static void
add_line (GtkGrid *grid,
          int row,
          const char *keys,
          const char *meaning)
{
  GtkWidget *cap = gtk_label_new (keys), *label = gtk_label_new (meaning);

  gtk_widget_add_css_class (cap, "key-cap");
  gtk_widget_set_halign (cap, GTK_ALIGN_START);
  gtk_widget_set_valign (cap, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 22);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 22);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_attach (grid, cap, 0, row, 1, 1);
  gtk_grid_attach (grid, label, 1, row, 1, 1);
}

static GtkWidget *
make_lines (void)
{
  GtkWidget *grid = gtk_grid_new (), *scroller = gtk_scrolled_window_new ();
  int row = 0;

  gtk_widget_add_css_class (grid, "keys");
  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 16);
  add_line (GTK_GRID (grid), row++, "1 – 5", _ ("Choose an answer"));
  add_line (GTK_GRID (grid), row++, "0", _ ("The same as last year"));
  add_line (GTK_GRID (grid), row++, "Enter, →", _ ("Next question"));
  add_line (GTK_GRID (grid), row++, "Backspace, ←", _ ("Back"));
  add_line (GTK_GRID (grid), row++, "F", _ ("Mark for later"));
  add_line (GTK_GRID (grid), row++, "N", _ ("Next open question"));
  add_line (GTK_GRID (grid), row++, "↑ ↓ Tab", _ ("From one to the next on this page"));
  add_line (GTK_GRID (grid), row++, "Esc", _ ("Leave a text, or sign out"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  return scroller;
}

void
tenken_keys_show_help (GtkWidget *page)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (page)), _ ("Keys"), NULL);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_lines ());
  gtk_window_present (GTK_WINDOW (dialog));
}
