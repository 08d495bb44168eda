/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-audit-facts.h"

#include <glib/gi18n.h>

#include "tenken-audit-words.h"
#include "tenken-desk-parts.h"
#include "tenken-format.h"
#include "tenken-language.h"

typedef struct
{
  TnkAudit *audit;
  TnkBody *tree;
  TenkenAuditPeople *people;
  GtkWidget *box;
} Facts;

static char *
join_departments (Facts *self)
{
  const char *const *ids = tnk_audit_get_departments (self->audit);
  GString *text = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++) {
    g_autofree char *name = tenken_audit_word_department (self->tree, ids[i]);

    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", name);
  }
  return g_string_free (text, FALSE);
}

static char *
join_auditors (Facts *self)
{
  const char *const *ids = tnk_audit_get_auditors (self->audit);
  GString *text = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", tenken_audit_people_get (self->people, ids[i]));
  return g_string_free (text, FALSE);
}

/* So many of each chapter: single ones would fill pages. */
static char *
describe_controls (Facts *self)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (tnk_audit_get_campaign (self->audit));
  const char *const *ids = tnk_audit_get_controls (self->audit);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tnk_catalog_get_n_chapters (catalog); i++) {
    TnkChapter *chapter = tnk_catalog_get_chapter (catalog, i);
    guint n = 0;

    for (guint c = 0; ids[c] != NULL; c++) {
      TnkControl *control = tnk_catalog_lookup_control (catalog, ids[c]);
      n += control != NULL && tnk_control_get_chapter_index (control) == i;
    }
    if (n > 0) {
      /* Translators: the number of a chapter, its title, how many of its controls, how many it has */
      g_autofree char *line = g_strdup_printf (_ ("%s %s: %u of %u"), tnk_chapter_get_id (chapter), tenken_text (tnk_chapter_get_title (chapter)), n,
                                               tnk_chapter_get_n_controls (chapter));

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }
  }
  return g_string_free (text, FALSE);
}

static char *
describe_days (Facts *self)
{
  g_autofree char *starts = tenken_format_day (tnk_audit_get (self->audit, TNK_AUDIT_FIELD_STARTS));
  g_autofree char *ends = tenken_format_day (tnk_audit_get (self->audit, TNK_AUDIT_FIELD_ENDS));

  if (*starts == '\0' && *ends == '\0')
    return g_strdup ("");
  /* Translators: the first and the last day */
  return g_strdup_printf (_ ("%s to %s"), *starts != '\0' ? starts : "–", *ends != '\0' ? ends : "–");
}

static void
add_fact (Facts *self,
          const char *name,
          const char *value)
{
  gtk_box_append (GTK_BOX (self->box), tenken_desk_fact_new (name, *value != '\0' ? value : _ ("Not written yet")));
}

static void
add_plan (Facts *self)
{
  g_autofree char *departments = join_departments (self), *auditors = join_auditors (self), *controls = describe_controls (self), *days = describe_days (self);

  gtk_box_append (GTK_BOX (self->box), tenken_desk_heading_new (_ ("Plan of the audit"), "section-title"));
  add_fact (self, tenken_audit_field_get_name (TNK_AUDIT_FIELD_PURPOSE), tnk_audit_get (self->audit, TNK_AUDIT_FIELD_PURPOSE));
  add_fact (self, _ ("Departments"), departments);
  add_fact (self, _ ("Controls"), controls);
  add_fact (self, _ ("Auditors"), auditors);
  add_fact (self, _ ("Days"), days);
  add_fact (self, tenken_audit_field_get_name (TNK_AUDIT_FIELD_METHOD), tnk_audit_get (self->audit, TNK_AUDIT_FIELD_METHOD));
  if (tnk_audit_get_state (self->audit) >= TNK_AUDIT_STATE_UNDER_WAY)
    add_fact (self, tenken_audit_field_get_name (TNK_AUDIT_FIELD_SUMMARY), tnk_audit_get (self->audit, TNK_AUDIT_FIELD_SUMMARY));
}

GtkWidget *
tenken_audit_facts_new (TnkAudit *audit,
                        TnkBody *tree,
                        TenkenAuditPeople *people)
{
  Facts self = {audit, tree, people, tenken_desk_column_new (12)};

  g_return_val_if_fail (TNK_IS_AUDIT (audit) && TNK_IS_BODY (tree), self.box);

  add_plan (&self);
  return self.box;
}
