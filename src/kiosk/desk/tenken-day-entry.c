/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-day-entry.h"

#include <string.h>

#include <glib/gi18n.h>

#include "tenken-desk-parts.h"
#include "tenken-format.h"

struct _TenkenDayEntry
{
  GtkBox parent_instance;

  GtkEditable *entry;
  GtkCalendar *calendar;
  GtkMenuButton *button;
  GtkLabel *words;
  gboolean setting; /* the calendar follows the entry */
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TenkenDayEntry, tenken_day_entry, GTK_TYPE_BOX)

static GDateTime *
read_day (const char *text)
{
  g_autofree char *moment = g_strconcat (text, "T12:00:00Z", NULL);

  return strlen (text) == strlen ("2026-11-21") ? g_date_time_new_from_iso8601 (moment, NULL) : NULL;
}

static void
update (TenkenDayEntry *self)
{
  static const char *right[] = {"dim-label", NULL}, *wrong[] = {"trouble", NULL};
  const char *text = gtk_editable_get_text (self->entry);
  g_autoptr (GDateTime) day = read_day (text);
  g_autofree char *words = day != NULL ? tenken_format_day (text) : NULL;

  if (day != NULL) {
    self->setting = TRUE;
    gtk_calendar_select_day (self->calendar, day);
    self->setting = FALSE;
  } else if (*text != '\0')
    words = g_strdup (_ ("This is not a day; write it as 2026-11-21."));
  gtk_label_set_text (self->words, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->words), words != NULL);
  gtk_widget_set_css_classes (GTK_WIDGET (self->words), day == NULL ? wrong : right);
}

static void
changed (TenkenDayEntry *self)
{
  update (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
selected (TenkenDayEntry *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (day, "%F");

  if (self->setting)
    return;
  gtk_editable_set_text (self->entry, text);
  gtk_menu_button_popdown (self->button);
}

static void
tenken_day_entry_class_init (TenkenDayEntryClass *klass)
{
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", TENKEN_TYPE_DAY_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tenken_day_entry_init (TenkenDayEntry *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *popover = gtk_popover_new (), *entry = gtk_entry_new ();
  GtkWidget *button = gtk_menu_button_new (), *calendar = gtk_calendar_new (), *words = tenken_desk_text_new ("", "dim-label");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->entry = GTK_EDITABLE (entry);
  self->calendar = GTK_CALENDAR (calendar);
  self->button = GTK_MENU_BUTTON (button);
  self->words = GTK_LABEL (words);
  gtk_editable_set_width_chars (self->entry, 11);
  gtk_editable_set_max_width_chars (self->entry, 11);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), "2026-11-21");
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_menu_button_set_popover (self->button, popover);
  gtk_menu_button_set_icon_name (self->button, "x-office-calendar-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Choose in a calendar"));
  gtk_box_append (GTK_BOX (line), entry);
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (self), line);
  gtk_box_append (GTK_BOX (self), words);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (selected), self, G_CONNECT_SWAPPED);
  update (self);
}

GtkWidget *
tenken_day_entry_new (const char *label)
{
  TenkenDayEntry *self = g_object_new (TENKEN_TYPE_DAY_ENTRY, "spacing", 3, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

const char *
tenken_day_entry_get_text (TenkenDayEntry *self)
{
  g_return_val_if_fail (TENKEN_IS_DAY_ENTRY (self), NULL);
  return gtk_editable_get_text (self->entry);
}

void
tenken_day_entry_set_text (TenkenDayEntry *self,
                           const char *text)
{
  g_return_if_fail (TENKEN_IS_DAY_ENTRY (self));

  if (g_strcmp0 (gtk_editable_get_text (self->entry), text) != 0)
    gtk_editable_set_text (self->entry, text != NULL ? text : "");
}
