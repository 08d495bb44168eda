/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-month-picker.h"

#include <glib/gi18n.h>

#include "tenken-format.h"
#include "tenken-language.h"
#include "tenken-wrap-box.h"

#define N_MONTHS 12
#define FIRST_OF_FISCAL_YEAR 4
#define BEFORE_REIWA 2018

struct _TenkenMonthPicker
{
  GtkWidget parent_instance;
};

enum {
  SIGNAL_PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TenkenMonthPicker, tenken_month_picker, GTK_TYPE_WIDGET)

static void
tenken_month_picker_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (tenken_month_picker_parent_class)->dispose (object);
}

static void
tenken_month_picker_class_init (TenkenMonthPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_month_picker_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "monthpicker");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[SIGNAL_PICKED] = g_signal_new ("picked", TENKEN_TYPE_MONTH_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tenken_month_picker_init (TenkenMonthPicker *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("By when?"), -1);
}

static char *
format_fiscal_year (int year)
{
  if (g_str_equal (tenken_language_get (), "ja") && year > BEFORE_REIWA)
    return year == BEFORE_REIWA + 1 ? g_strdup ("令和元年度") : g_strdup_printf ("令和%d年度", year - BEFORE_REIWA);
  return g_strdup_printf (_ ("FY%d"), year);
}

/* Within a year the name of the month is enough. */
static char *
format_short (int month)
{
  static const char *const names[] = {N_ ("Jan"), N_ ("Feb"), N_ ("Mar"), N_ ("Apr"), N_ ("May"), N_ ("Jun"),
                                      N_ ("Jul"), N_ ("Aug"), N_ ("Sep"), N_ ("Oct"), N_ ("Nov"), N_ ("Dec")};

  return g_strdup (_ (names[month - 1]));
}

static void
pick (GtkButton *button,
      TenkenMonthPicker *self)
{
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, g_object_get_data (G_OBJECT (button), "month"));
}

static GtkWidget *
make_button (TenkenMonthPicker *self,
             int year,
             int month)
{
  char *value = g_strdup_printf ("%04d-%02d", year, month);
  g_autofree char *label = format_short (month), *name = tenken_format_month (value);
  GtkWidget *button = gtk_button_new_with_label (label);

  g_object_set_data_full (G_OBJECT (button), "month", value, g_free);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (pick), self, 0);
  return button;
}

/* The months of one fiscal year. */
static TenkenWrapBox *
add_year (TenkenMonthPicker *self,
          int fiscal_year)
{
  g_autofree char *title = format_fiscal_year (fiscal_year);
  GtkWidget *label = gtk_label_new (title), *months = tenken_wrap_box_new (N_MONTHS, 6);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  gtk_widget_set_parent (months, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (months), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return TENKEN_WRAP_BOX (months);
}

GtkWidget *
tenken_month_picker_new (int year,
                         int month)
{
  TenkenMonthPicker *self = g_object_new (TENKEN_TYPE_MONTH_PICKER, NULL);
  TenkenWrapBox *months = add_year (self, month < FIRST_OF_FISCAL_YEAR ? year - 1 : year);

  for (guint i = 0; i < N_MONTHS; i++) {
    if (i > 0 && month == FIRST_OF_FISCAL_YEAR)
      months = add_year (self, year);
    tenken_wrap_box_append (months, make_button (self, year, month));
    year += month / 12;
    month = month % 12 + 1;
  }
  return GTK_WIDGET (self);
}
