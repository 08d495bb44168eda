/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-section-progress.h"

#include <glib/gi18n.h>

#include "tenken-format.h"

/* In characters: texts wrap rather than ask for room of their own. */
#define NARROWEST 10

struct _TenkenSectionProgress
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkWidget *done;
  GtkWidget *later;
  GtkLabel *figures;
  GtkProgressBar *bar;
  GtkLabel *left;
  char *sentence;
};

G_DEFINE_FINAL_TYPE (TenkenSectionProgress, tenken_section_progress, GTK_TYPE_WIDGET)

static void
tenken_section_progress_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (tenken_section_progress_parent_class)->dispose (object);
}

static void
tenken_section_progress_finalize (GObject *object)
{
  g_free (TENKEN_SECTION_PROGRESS (object)->sentence);
  G_OBJECT_CLASS (tenken_section_progress_parent_class)->finalize (object);
}

static void
tenken_section_progress_class_init (TenkenSectionProgressClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_section_progress_dispose;
  G_OBJECT_CLASS (klass)->finalize = tenken_section_progress_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sectionprogress");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_sign (const char *icon,
           const char *name,
           const char *css_class)
{
  GtkWidget *sign = gtk_image_new_from_icon_name (icon);

  gtk_widget_set_visible (sign, FALSE);
  gtk_widget_set_valign (sign, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (sign, name);
  gtk_widget_add_css_class (sign, css_class);
  gtk_accessible_update_property (GTK_ACCESSIBLE (sign), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return sign;
}

static void
add_head (TenkenSectionProgress *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_wrap (self->title, TRUE);
  gtk_label_set_wrap_mode (self->title, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (self->title, NARROWEST);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  self->done = make_sign ("tnk-implemented-symbolic", _ ("All answered"), "progress-done");
  self->later = make_sign ("tnk-later-symbolic", _ ("Something is left for later"), "progress-later");
  self->figures = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_valign (GTK_WIDGET (self->figures), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->figures), "figures");
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (head), self->later);
  gtk_box_append (GTK_BOX (head), self->done);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->figures));
  gtk_widget_set_parent (head, GTK_WIDGET (self));
}

static void
tenken_section_progress_init (TenkenSectionProgress *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  add_head (self);
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->bar), GTK_WIDGET (self));
  self->left = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->left, 0);
  gtk_label_set_wrap (self->left, TRUE);
  gtk_label_set_max_width_chars (self->left, NARROWEST);
  gtk_widget_add_css_class (GTK_WIDGET (self->left), "progress-left");
  gtk_widget_set_parent (GTK_WIDGET (self->left), GTK_WIDGET (self));
}

GtkWidget *
tenken_section_progress_new (const char *title)
{
  TenkenSectionProgress *self = g_object_new (TENKEN_TYPE_SECTION_PROGRESS, NULL);

  tenken_section_progress_set_title (self, title);
  return GTK_WIDGET (self);
}

/* What is said of it follows with the figures. */
void
tenken_section_progress_set_title (TenkenSectionProgress *self,
                                   const char *title)
{
  g_return_if_fail (TENKEN_IS_SECTION_PROGRESS (self));
  gtk_label_set_text (self->title, title);
}

static char *
describe_rest (guint n_open,
               guint minutes_left)
{
  g_autofree char *minutes = tenken_format_minutes (minutes_left);

  if (n_open == 0)
    return g_strdup (_ ("All answered"));
  /* Translators: questions without an answer, and about how many minutes they take */
  return g_strdup_printf (ngettext ("%u question left, %s", "%u questions left, %s", n_open), n_open, minutes);
}

/* Follows what is left. */
static char *
describe_later (guint n_flagged)
{
  if (n_flagged == 0)
    return g_strdup ("");
  return g_strdup_printf (ngettext (", %u left for later", ", %u left for later", n_flagged), n_flagged);
}

static void
describe (TenkenSectionProgress *self,
          guint n_answered,
          guint n)
{
  g_free (self->sentence);
  /* Translators: a title, so many answered, of so many questions, and how many are left */
  self->sentence = g_strdup_printf (_ ("%s: %u of %u answered. %s"), gtk_label_get_text (self->title), n_answered, n,
                                    gtk_label_get_text (self->left));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, self->sentence, -1);
}

void
tenken_section_progress_set (TenkenSectionProgress *self,
                             guint n_answered,
                             guint n,
                             guint n_flagged,
                             guint minutes_left)
{
  gboolean all = n > 0 && n_answered == n;
  g_autofree char *figures = g_strdup_printf ("%u / %u", n_answered, n);
  g_autofree char *rest = describe_rest (n - n_answered, minutes_left), *later = describe_later (n_flagged);
  g_autofree char *left = g_strconcat (rest, later, NULL);

  g_return_if_fail (TENKEN_IS_SECTION_PROGRESS (self) && n_answered <= n);

  gtk_label_set_text (self->figures, figures);
  gtk_label_set_text (self->left, left);
  gtk_progress_bar_set_fraction (self->bar, n > 0 ? (double) n_answered / n : 0);
  gtk_widget_set_visible (self->done, all && n_flagged == 0);
  gtk_widget_set_visible (self->later, n_flagged > 0);
  if (all)
    gtk_widget_add_css_class (GTK_WIDGET (self), "done");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "done");
  describe (self, n_answered, n);
}

const char *
tenken_section_progress_describe (TenkenSectionProgress *self)
{
  return self->sentence;
}
