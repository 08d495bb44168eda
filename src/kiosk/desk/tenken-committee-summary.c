/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-committee-summary.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tenken-button.h"
#include "tenken-change.h"
#include "tenken-committee-frame.h"
#include "tenken-format.h"
#include "tenken-language.h"
#include "tenken-wrap-box.h"

/* The things themselves; those that there are not are NULL. */
typedef struct
{
  TnkDepartment *department;
  TnkChapter *chapter;
  TnkRole *role;
} Scope;

static Scope
find_scope (const TenkenStanding *standing,
            const TenkenCommitteeTarget *target)
{
  TnkCatalog *catalog = tenken_standing_get_catalog (standing);
  Scope scope = {0};

  if (target->department != NULL)
    scope.department = tnk_body_lookup_department (tnk_tally_get_body (standing->now), target->department);
  if (target->chapter != NULL)
    scope.chapter = tnk_catalog_lookup_chapter (catalog, target->chapter);
  if (target->role != NULL)
    scope.role = tnk_catalog_lookup_role (catalog, target->role);
  return scope;
}

/* --- points --- */

/* The library has no score of a role in a department or in a chapter. */
static TnkScore *
score (const TenkenStanding *standing,
       const Scope *scope)
{
  if (scope->role != NULL)
    return scope->department == NULL && scope->chapter == NULL ? tenken_standing_score_role (standing, scope->role, FALSE) : NULL;
  if (scope->department != NULL && scope->chapter != NULL)
    return tnk_tally_score_department_chapter (standing->now, tnk_department_get_index (scope->department), tnk_chapter_get_index (scope->chapter));
  if (scope->department != NULL)
    return tenken_standing_score_department (standing, scope->department, FALSE);
  if (scope->chapter != NULL)
    return tenken_standing_score_chapter (standing, scope->chapter, FALSE);
  return g_object_ref (standing->score);
}

static char *
describe (TnkScore *of)
{
  g_autofree char *figure = tenken_format_figure (tenken_score_get_figure (of));
  gint64 full = tnk_score_get_count (of, "controls_full"), n = tnk_score_get_count (of, "controls");
  gint64 submitted = tnk_score_get_count (of, "people_submitted"), asked = tnk_score_get_count (of, "people_asked");

  /* Translators: points; controls fully kept, of how many; people who handed in, of how many */
  return g_strdup_printf (_ ("%s points. %d/%d controls fully kept. %d/%d people handed in."), figure, (int) full, (int) n, (int) submitted, (int) asked);
}

/* --- what can be taken away --- */

static void
add_chip (GtkWidget *line,
          const char *what,
          const char *name,
          const TenkenCommitteeTarget *without,
          const char *place)
{
  g_autofree char *text = g_strdup_printf (_ ("%s: %s"), what, name), *way = tenken_committee_target_write (without, place);
  /* Translators: a button that takes a filter away: what it is */
  g_autofree char *action = g_strdup_printf (_ ("Show all again instead of %s"), text);
  GtkWidget *chip = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = tenken_committee_frame_make_line (text, FALSE);

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  tenken_button_set_content (chip, box, action);
  gtk_widget_add_css_class (chip, "scope-chip");
  gtk_widget_set_tooltip_text (chip, action);
  tenken_committee_frame_set_way (chip, way);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), chip);
}

static void
add_chips (GtkWidget *line,
           const TenkenCommitteeTarget *target,
           const Scope *scope,
           const char *place)
{
  TenkenCommitteeTarget without = *target;

  if (scope->department != NULL) {
    without.department = NULL;
    add_chip (line, _ ("Department"), tnk_department_get_name (scope->department), &without, place);
    without.department = target->department;
  }
  if (scope->chapter != NULL) {
    without.chapter = NULL;
    add_chip (line, _ ("Chapter"), tenken_text (tnk_chapter_get_title (scope->chapter)), &without, place);
    without.chapter = target->chapter;
  }
  if (scope->role != NULL) {
    without.role = NULL;
    add_chip (line, _ ("Role"), tenken_text (tnk_role_get_name (scope->role)), &without, place);
  }
}

GtkWidget *
tenken_committee_summary_new_chips (const TenkenStanding *standing,
                                    const TenkenCommitteeTarget *target,
                                    const char *place)
{
  Scope scope = find_scope (standing, target);
  GtkWidget *line = tenken_wrap_box_new (0, 12);

  add_chips (line, target, &scope, place);
  return line;
}

GtkWidget *
tenken_committee_summary_new (const TenkenStanding *standing,
                              const TenkenCommitteeTarget *target,
                              const char *place)
{
  Scope scope = find_scope (standing, target);
  GtkWidget *line = tenken_committee_summary_new_chips (standing, target, place);
  g_autoptr (TnkScore) of = score (standing, &scope);

  if (of != NULL) {
    g_autofree char *text = describe (of);
    GtkWidget *label = tenken_committee_frame_make_line (text, FALSE);

    gtk_widget_add_css_class (label, "figures");
    tenken_wrap_box_append (TENKEN_WRAP_BOX (line), label);
  }
  return line;
}
