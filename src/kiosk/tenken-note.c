/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-note.h"

#include <glib/gi18n.h>
#include <tenken.h>

#define STORE_DELAY 500 /* milliseconds after the last key */
/* The library keeps this much. */
#define MAX_CHARS 4000
/* The field takes more, to be shortened there; a pasted book would only make it slow. */
#define MAX_FIELD_CHARS 8000

struct _TenkenNote
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkLabel *trouble;
  TenkenNoteStore store;
  gpointer user_data;
  guint source; /* waits for the last key; 0: nothing to store */
  gboolean showing; /* the text comes from the program */
  gboolean refused; /* what was pasted last; that is said until the next key */
};

G_DEFINE_FINAL_TYPE (TenkenNote, tenken_note, GTK_TYPE_WIDGET)

static void
show_trouble (TenkenNote *self,
              const char *text)
{
  gtk_label_set_text (self->trouble, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), text != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_STATE_INVALID,
                               text != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* --- what cannot stand --- */

/* How many characters stand before the first that no comment may hold. */
static guint
count_sound_chars (const char *text,
                   guint n_chars)
{
  guint low = 0, high = n_chars;

  while (low < high) {
    guint middle = (low + high + 1) / 2;
    g_autofree char *start = g_utf8_substring (text, 0, middle);

    if (tnk_answer_check (TNK_ANSWER_VALUE_PARTIAL, start, FALSE, NULL))
      low = middle;
    else
      high = middle - 1;
  }
  return low;
}

static char *
describe_trouble (const char *text)
{
  guint n_chars = g_utf8_strlen (text, -1);

  if (n_chars > MAX_CHARS)
    return g_strdup_printf (ngettext ("Not saved yet: the text is %u character too long. Up to 4000 fit.",
                                      "Not saved yet: the text is %u characters too long. Up to 4000 fit.",
                                      n_chars - MAX_CHARS),
                            n_chars - MAX_CHARS);
  /* Translators: %u counts characters from the beginning of a text */
  return g_strdup_printf (_ ("Not saved yet: character %u cannot be kept, it is not to be seen. Please delete it."),
                          count_sound_chars (text, n_chars) + 1);
}

gboolean
tenken_note_store (TenkenNote *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL, *trouble = NULL;

  g_return_val_if_fail (TENKEN_IS_NOTE (self), FALSE);

  g_clear_handle_id (&self->source, g_source_remove);
  text = tenken_note_dup_text (self);
  if (self->store (text, self->user_data, &error)) {
    if (!self->refused)
      show_trouble (self, NULL);
    return TRUE;
  }
  trouble = describe_trouble (text);
  show_trouble (self, trouble);
  return FALSE;
}

gboolean
tenken_note_flush (TenkenNote *self)
{
  g_return_val_if_fail (TENKEN_IS_NOTE (self), FALSE);
  return self->source == 0 || tenken_note_store (self);
}

/* --- typing --- */

static gboolean
keys_rest (gpointer user_data)
{
  TenkenNote *self = user_data;

  self->source = 0;
  tenken_note_store (self);
  return G_SOURCE_REMOVE;
}

static void
text_changed (TenkenNote *self)
{
  if (self->showing)
    return;
  self->refused = FALSE;
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (STORE_DELAY, keys_rest, self);
}

static void
before_insert (GtkTextBuffer *buffer,
               GtkTextIter *place,
               const char *text,
               int length,
               TenkenNote *self)
{
  guint n_chars = g_utf8_strlen (text, length);
  g_autofree char *trouble = NULL;

  if (gtk_text_buffer_get_char_count (buffer) + n_chars <= MAX_FIELD_CHARS)
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  trouble = g_strdup_printf (ngettext ("The pasted text has %u character, which is too long to take in. Up to 4000 fit.",
                                       "The pasted text has %u characters, which is too long to take in. Up to 4000 fit.",
                                       n_chars),
                             n_chars);
  self->refused = TRUE;
  show_trouble (self, trouble);
}

static void
focus_left (TenkenNote *self)
{
  tenken_note_flush (self);
}

/* --- the widget --- */

static void
tenken_note_dispose (GObject *object)
{
  TenkenNote *self = TENKEN_NOTE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (tenken_note_parent_class)->dispose (object);
}

/* Whoever takes the field away leaves it; when it is disposed of may be too late. */
static void
tenken_note_unmap (GtkWidget *widget)
{
  tenken_note_flush (TENKEN_NOTE (widget));
  GTK_WIDGET_CLASS (tenken_note_parent_class)->unmap (widget);
}

static gboolean
tenken_note_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TENKEN_NOTE (widget)->view));
}

static void
tenken_note_class_init (TenkenNoteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_note_dispose;
  widget_class->unmap = tenken_note_unmap;
  widget_class->grab_focus = tenken_note_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "note");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkLabel *
add_label (TenkenNote *self,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_insert_before (label, GTK_WIDGET (self), NULL);
  return GTK_LABEL (label);
}

static void
add_view (TenkenNote *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  self->buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_input_hints (self->view, GTK_INPUT_HINT_PRIVATE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 240);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_widget_insert_before (scroller, GTK_WIDGET (self), NULL);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
  g_signal_connect_object (self->buffer, "insert-text", G_CALLBACK (before_insert), self, 0);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (text_changed), self, G_CONNECT_SWAPPED);
}

static void
tenken_note_init (TenkenNote *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  self->title = add_label (self, "note-title");
  add_view (self);
  self->trouble = add_label (self, "trouble");
  show_trouble (self, NULL);
}

GtkWidget *
tenken_note_new (TenkenNoteStore store,
                 gpointer user_data)
{
  TenkenNote *self = g_object_new (TENKEN_TYPE_NOTE, NULL);

  self->store = store;
  self->user_data = user_data;
  return GTK_WIDGET (self);
}

void
tenken_note_set_title (TenkenNote *self,
                       const char *title)
{
  g_return_if_fail (TENKEN_IS_NOTE (self));

  gtk_label_set_text (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

void
tenken_note_set_text (TenkenNote *self,
                      const char *text)
{
  g_return_if_fail (TENKEN_IS_NOTE (self));

  g_clear_handle_id (&self->source, g_source_remove);
  self->showing = TRUE;
  /* What stood here before, perhaps the words about another question, is not to come back by "undo". */
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, text != NULL ? text : "", -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
  self->showing = FALSE;
  self->refused = FALSE;
  show_trouble (self, NULL);
}

char *
tenken_note_dup_text (TenkenNote *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (TENKEN_IS_NOTE (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

void
tenken_note_set_editable (TenkenNote *self,
                          gboolean editable)
{
  g_return_if_fail (TENKEN_IS_NOTE (self));

  gtk_text_view_set_editable (self->view, editable);
  gtk_text_view_set_cursor_visible (self->view, editable);
}
