/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-results-tabs.h"

#include "tenken-wrap-box.h"

struct _TenkenResultsTabs
{
  AdwBin parent_instance;

  GtkWidget *buttons;
  GtkStack *stack;
  GtkToggleButton *first;
};

enum {
  PROP_SHOWN = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TenkenResultsTabs, tenken_results_tabs, ADW_TYPE_BIN)

static void
pressed (TenkenResultsTabs *self,
         GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button))
    gtk_stack_set_visible_child_name (self->stack, gtk_widget_get_name (GTK_WIDGET (button)));
}

static void
tell_shown (TenkenResultsTabs *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOWN]);
}

static void
tenken_results_tabs_get_property (GObject *object,
                                  guint prop,
                                  GValue *value,
                                  GParamSpec *pspec)
{
  if (prop == PROP_SHOWN)
    g_value_set_string (value, tenken_results_tabs_get_shown (TENKEN_RESULTS_TABS (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
}

static void
tenken_results_tabs_class_init (TenkenResultsTabsClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = tenken_results_tabs_get_property;
  props[PROP_SHOWN] = g_param_spec_string ("shown", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
}

static void
tenken_results_tabs_init (TenkenResultsTabs *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *stack = gtk_stack_new ();

  self->buttons = tenken_wrap_box_new (0, 6);
  self->stack = GTK_STACK (stack);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_widget_set_vexpand (stack, TRUE);
  gtk_box_append (GTK_BOX (box), self->buttons);
  gtk_box_append (GTK_BOX (box), stack);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (stack, "notify::visible-child", G_CALLBACK (tell_shown), self, G_CONNECT_SWAPPED);
}

GtkWidget *
tenken_results_tabs_new (void)
{
  return g_object_new (TENKEN_TYPE_RESULTS_TABS, NULL);
}

void
tenken_results_tabs_add (TenkenResultsTabs *self,
                         const char *name,
                         const char *label,
                         GtkWidget *view)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  g_return_if_fail (TENKEN_IS_RESULTS_TABS (self) && name != NULL && GTK_IS_WIDGET (view));

  gtk_widget_set_name (button, name);
  gtk_widget_add_css_class (button, "tab");
  if (self->first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->first);
  else
    self->first = GTK_TOGGLE_BUTTON (button);
  gtk_stack_add_named (self->stack, view, name);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (self->buttons), button);
  g_signal_connect_object (button, "toggled", G_CALLBACK (pressed), self, G_CONNECT_SWAPPED);
  gtk_toggle_button_set_active (self->first, TRUE);
}

const char *
tenken_results_tabs_get_shown (TenkenResultsTabs *self)
{
  g_return_val_if_fail (TENKEN_IS_RESULTS_TABS (self), NULL);
  return gtk_stack_get_visible_child_name (self->stack);
}

void
tenken_results_tabs_show (TenkenResultsTabs *self,
                          const char *name)
{
  g_return_if_fail (TENKEN_IS_RESULTS_TABS (self) && name != NULL);

  for (GtkWidget *button = gtk_widget_get_first_child (self->buttons); button != NULL; button = gtk_widget_get_next_sibling (button))
    if (g_str_equal (gtk_widget_get_name (button), name))
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}
