/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-sign-in-page.h"

#include <glib/gi18n.h>

#include "tenken-keypad.h"

typedef enum {
  STEP_NUMBER,
  STEP_PIN,
  STEP_NEW_PIN,
  STEP_AGAIN
} Step;

struct _TenkenSignInPage
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkLabel *title;
  GtkLabel *hint;
  GtkStack *entries;
  GtkEditable *number;
  GtkEditable *pin;
  GtkLabel *trouble;
  GtkWidget *back;
  GtkWidget *next;
  GtkSpinner *spinner;
  TenkenKeypad *keypad;

  TnkTerminal *terminal;
  TnkSession *session; /* signed in, while a first PIN is still to be chosen */
  GCancellable *cancellable; /* of what is under way; NULL: nothing is */
  Step step;
  char *new_pin; /* the first of the two, from non-pageable memory */
  gint64 wait_until; /* monotonic, microseconds; 0: no need to wait */
  guint tick;
};

enum {
  SIGNAL_SIGNED_IN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TenkenSignInPage, tenken_sign_in_page, ADW_TYPE_BIN)

static void update (TenkenSignInPage *self);

static void
clear_pin (char **pin)
{
  if (*pin != NULL)
    explicit_bzero (*pin, strlen (*pin));
  g_clear_pointer (pin, g_free);
}

static void
tenken_sign_in_page_dispose (GObject *object)
{
  TenkenSignInPage *self = TENKEN_SIGN_IN_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->tick, g_source_remove);
  /* Somebody who goes away before the first PIN is chosen is not signed in. */
  if (self->session != NULL)
    tnk_session_sign_out (self->session);
  g_clear_object (&self->session);
  g_clear_object (&self->terminal);
  clear_pin (&self->new_pin);
  G_OBJECT_CLASS (tenken_sign_in_page_parent_class)->dispose (object);
}

/* --- what is shown --- */

static guint
get_seconds_to_wait (TenkenSignInPage *self)
{
  gint64 left = self->wait_until - g_get_monotonic_time ();

  return left > 0 ? (left + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC : 0;
}

static const char *
get_title (TenkenSignInPage *self)
{
  switch (self->step) {
  case STEP_NUMBER:
    return _ ("Your staff number");
  case STEP_PIN:
    return _ ("Your PIN");
  case STEP_NEW_PIN:
    return _ ("Choose a PIN of your own");
  default:
    return _ ("The same PIN once more");
  }
}

static const char *
get_hint (TenkenSignInPage *self)
{
  switch (self->step) {
  case STEP_NUMBER:
    return _ ("It stands on your slip.");
  case STEP_PIN:
    return _ ("At the first time, the one on your slip.");
  case STEP_NEW_PIN:
    return _ ("6 to 12 digits. Not a date, not your staff number, not the same digit over and over, not a row such as "
              "123456.");
  default:
    return _ ("Keep it to yourself. If you forget it, the secretariat gives you a new one.");
  }
}

static GtkEditable *
get_editable (TenkenSignInPage *self)
{
  return self->step == STEP_NUMBER ? self->number : self->pin;
}

static gboolean
scroll_down (GtkWidget *widget,
             GdkFrameClock *clock,
             gpointer user_data)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (TENKEN_SIGN_IN_PAGE (widget)->scroller);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  return G_SOURCE_REMOVE;
}

/* What went wrong, and the button below it, must not lie out of sight where the text is large. With the next frame: the
 * adjustment is being changed, and would overrule what is set now. */
static void
reveal_trouble (TenkenSignInPage *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->trouble)))
    gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_down, NULL, NULL);
}

static void
show_trouble (TenkenSignInPage *self,
              const char *text)
{
  gtk_label_set_text (self->trouble, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), text != NULL);
}

static void
update (TenkenSignInPage *self)
{
  GtkEditable *editable = get_editable (self);
  gboolean busy = self->cancellable != NULL, filled = *gtk_editable_get_text (editable) != '\0';

  gtk_label_set_text (self->title, get_title (self));
  gtk_label_set_text (self->hint, get_hint (self));
  gtk_stack_set_visible_child_name (self->entries, self->step == STEP_NUMBER ? "number" : "pin");
  gtk_accessible_update_property (GTK_ACCESSIBLE (editable), GTK_ACCESSIBLE_PROPERTY_LABEL, get_title (self), -1);
  tenken_keypad_set_target (self->keypad, editable);
  tenken_keypad_set_letters (self->keypad, self->step == STEP_NUMBER);
  gtk_editable_set_editable (editable, !busy);
  gtk_widget_set_sensitive (self->next, filled && !busy && get_seconds_to_wait (self) == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

static void
go_to (TenkenSignInPage *self,
       Step step)
{
  self->step = step;
  gtk_editable_set_text (self->pin, "");
  show_trouble (self, NULL);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (get_editable (self)));
}

/* --- waiting after a wrong one --- */

static void
show_wait (TenkenSignInPage *self)
{
  guint seconds = get_seconds_to_wait (self);
  g_autofree char *text =
    g_strdup_printf (ngettext ("The number or the PIN is not right. You can try again in %u second.",
                               "The number or the PIN is not right. You can try again in %u seconds.", seconds),
                     seconds);

  show_trouble (self, text);
}

static gboolean
count_down (gpointer user_data)
{
  TenkenSignInPage *self = user_data;

  if (get_seconds_to_wait (self) > 0) {
    show_wait (self);
    return G_SOURCE_CONTINUE;
  }
  self->tick = 0;
  show_trouble (self, _ ("You can try again now."));
  update (self);
  return G_SOURCE_REMOVE;
}

static void
begin_waiting (TenkenSignInPage *self,
               guint seconds)
{
  self->wait_until = g_get_monotonic_time () + (gint64) seconds * G_USEC_PER_SEC;
  g_clear_handle_id (&self->tick, g_source_remove);
  self->tick = g_timeout_add_seconds (1, count_down, self);
  show_wait (self);
}

/* --- signing in --- */

static void
end_work (TenkenSignInPage *self)
{
  g_clear_object (&self->cancellable);
  update (self);
}

static void
hand_over (TenkenSignInPage *self)
{
  g_autoptr (TnkSession) session = g_steal_pointer (&self->session);

  g_signal_emit (self, signals[SIGNAL_SIGNED_IN], 0, session);
}

static void
refuse (TenkenSignInPage *self,
        guint wait,
        GError *error)
{
  go_to (self, STEP_NUMBER);
  gtk_editable_set_text (self->number, "");
  if (!g_error_matches (error, TNK_ERROR, TNK_ERROR_REFUSED))
    show_trouble (self, error->message);
  else if (wait == G_MAXUINT)
    show_trouble (self, _ ("This number is locked after too many tries. Please ask the secretariat for a new PIN."));
  else if (wait > 0)
    begin_waiting (self, wait);
  else
    show_trouble (self, _ ("The number or the PIN is not right. Please enter both once more."));
  update (self);
}

static void
signed_in (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (TenkenSignInPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkSession) session = NULL;
  guint wait = 0;

  session = tnk_terminal_sign_in_finish (TNK_TERMINAL (source), result, &wait, &error);
  if (self->terminal == NULL) { /* the person went away meanwhile */
    if (session != NULL)
      tnk_session_sign_out (session);
    return;
  }
  end_work (self);
  if (session == NULL) {
    refuse (self, wait, error);
    return;
  }
  g_set_object (&self->session, session);
  if (tnk_session_must_change_pin (session))
    go_to (self, STEP_NEW_PIN);
  else
    hand_over (self);
}

/* Full-width digits, as an input method gives them, are the same digits. */
static char *
read_editable (GtkEditable *editable)
{
  g_autofree char *normal = g_utf8_normalize (gtk_editable_get_text (editable), -1, G_NORMALIZE_ALL_COMPOSE);

  return normal != NULL ? g_strdup (g_strstrip (normal)) : g_strdup ("");
}

static void
sign_in (TenkenSignInPage *self)
{
  g_autofree char *number = read_editable (self->number);
  char *pin = read_editable (self->pin);

  self->cancellable = g_cancellable_new ();
  tnk_terminal_sign_in_async (self->terminal, number, pin, self->cancellable, signed_in, g_object_ref (self));
  clear_pin (&pin);
  gtk_editable_set_text (self->pin, "");
  show_trouble (self, NULL);
  update (self);
}

/* --- the first PIN --- */

static const char *
describe_fault (TnkPinFault fault)
{
  switch (fault) {
  case TNK_PIN_FAULT_LENGTH:
    return _ ("A PIN has 6 to 12 digits.");
  case TNK_PIN_FAULT_DIGITS:
    return _ ("A PIN is made of the digits 0 to 9 only.");
  case TNK_PIN_FAULT_DATE:
    return _ ("This can be read as a date, which others guess first. Please choose another.");
  case TNK_PIN_FAULT_NUMBER:
    return _ ("This holds your staff number. Please choose another.");
  case TNK_PIN_FAULT_PATTERN:
    return _ ("This repeats itself or counts on, which others guess first. Please choose another.");
  default:
    return NULL;
  }
}

static void
check_new_pin (TenkenSignInPage *self)
{
  char *pin = read_editable (self->pin);
  const char *fault = describe_fault (tnk_pin_check (pin, tnk_person_get_id (tnk_session_get_person (self->session))));

  if (fault != NULL) {
    clear_pin (&pin);
    gtk_editable_set_text (self->pin, "");
    show_trouble (self, fault);
    return;
  }
  clear_pin (&self->new_pin);
  self->new_pin = pin;
  go_to (self, STEP_AGAIN);
}

static void
pin_changed (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (TenkenSignInPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean changed = tnk_session_change_pin_finish (TNK_SESSION (source), result, &error);

  if (self->terminal == NULL)
    return;
  end_work (self);
  if (changed) {
    hand_over (self);
    return;
  }
  go_to (self, STEP_NEW_PIN);
  show_trouble (self, g_error_matches (error, TNK_ERROR, TNK_ERROR_INVALID)
                        ? _ ("Please choose another PIN than the one on your slip.")
                        : error->message);
}

static void
change_pin (TenkenSignInPage *self)
{
  char *again = read_editable (self->pin);
  gboolean same = g_strcmp0 (again, self->new_pin) == 0;

  clear_pin (&again);
  if (!same) {
    clear_pin (&self->new_pin);
    go_to (self, STEP_NEW_PIN);
    show_trouble (self, _ ("The two were not the same. Please choose once more."));
    return;
  }
  self->cancellable = g_cancellable_new ();
  tnk_session_change_pin_async (self->session, self->new_pin, self->cancellable, pin_changed, g_object_ref (self));
  clear_pin (&self->new_pin);
  gtk_editable_set_text (self->pin, "");
  update (self);
}

/* --- what the person does --- */

static void
go_on (TenkenSignInPage *self)
{
  if (!gtk_widget_get_sensitive (self->next))
    return;
  switch (self->step) {
  case STEP_NUMBER:
    go_to (self, STEP_PIN);
    break;
  case STEP_PIN:
    sign_in (self);
    break;
  case STEP_NEW_PIN:
    check_new_pin (self);
    break;
  default:
    change_pin (self);
    break;
  }
}

static void
back_clicked (TenkenSignInPage *self)
{
  if (!tenken_sign_in_page_go_back (self))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.welcome", NULL);
}

static void
tenken_sign_in_page_class_init (TenkenSignInPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_sign_in_page_dispose;
  signals[SIGNAL_SIGNED_IN] = g_signal_new ("signed-in", TENKEN_TYPE_SIGN_IN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, TNK_TYPE_SESSION);

  g_type_ensure (TENKEN_TYPE_KEYPAD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenken/Tenken/tenken-sign-in-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TenkenSignInPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, TenkenSignInPage, title);
  gtk_widget_class_bind_template_child (widget_class, TenkenSignInPage, hint);
  gtk_widget_class_bind_template_child (widget_class, TenkenSignInPage, entries);
  gtk_widget_class_bind_template_child (widget_class, TenkenSignInPage, number);
  gtk_widget_class_bind_template_child (widget_class, TenkenSignInPage, pin);
  gtk_widget_class_bind_template_child (widget_class, TenkenSignInPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, TenkenSignInPage, back);
  gtk_widget_class_bind_template_child (widget_class, TenkenSignInPage, next);
  gtk_widget_class_bind_template_child (widget_class, TenkenSignInPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, TenkenSignInPage, keypad);
}

static void
tenken_sign_in_page_init (TenkenSignInPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "changed", G_CALLBACK (reveal_trouble),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->number, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->pin, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->number, "activate", G_CALLBACK (go_on), self);
  g_signal_connect_swapped (self->pin, "activate", G_CALLBACK (go_on), self);
  g_signal_connect_swapped (self->next, "clicked", G_CALLBACK (go_on), self);
  g_signal_connect_swapped (self->back, "clicked", G_CALLBACK (back_clicked), self);
  update (self);
}

GtkWidget *
tenken_sign_in_page_new (TnkTerminal *terminal)
{
  TenkenSignInPage *self = g_object_new (TENKEN_TYPE_SIGN_IN_PAGE, NULL);

  self->terminal = g_object_ref (terminal);
  return GTK_WIDGET (self);
}

void
tenken_sign_in_page_begin (TenkenSignInPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (get_editable (self)));
}

gboolean
tenken_sign_in_page_go_back (TenkenSignInPage *self)
{
  if (self->cancellable != NULL || self->step == STEP_NUMBER)
    return FALSE;
  if (self->step == STEP_AGAIN)
    go_to (self, STEP_NEW_PIN);
  else if (self->step == STEP_PIN)
    go_to (self, STEP_NUMBER);
  else
    return FALSE;
  return TRUE;
}
