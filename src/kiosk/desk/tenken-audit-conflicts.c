/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-audit-conflicts.h"

#include <glib/gi18n.h>

#include "tenken-audit-words.h"
#include "tenken-desk-ask.h"
#include "tenken-desk-parts.h"
#include "tenken-language.h"

struct _TenkenAuditConflicts
{
  AdwBin parent_instance;

  TenkenDesk *desk;
  TenkenAuditPeople *people;
  GHashTable *reasons; /* auditor and department -> what was typed */
  GPtrArray *pairs; /* the keys of what is shown, each once */
  GtkWidget *box;
  GCancellable *asking;
  gboolean known; /* what is shown is the answer to what was asked last */
};

G_DEFINE_FINAL_TYPE (TenkenAuditConflicts, tenken_audit_conflicts, ADW_TYPE_BIN)

enum {
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static char *
make_key (const char *person_id,
          const char *department_id)
{
  return g_strjoin ("\n", person_id, department_id, NULL);
}

static char *
word_duty (TnkConflict *conflict,
           const char *person,
           const char *department)
{
  TnkDuty *duty = tnk_conflict_get_duty (conflict);

  /* Translators: somebody, the role that person holds, the clause of a control, a department */
  return g_strdup_printf (_ ("%s holds the role “%s”, which answers for %s in “%s”."), person, tenken_text (tnk_role_get_name (tnk_duty_get_role (duty))),
                          tnk_control_get_clause (tnk_duty_get_control (duty)), department);
}

char *
tenken_audit_word_conflict (TnkConflict *conflict,
                            TnkBody *tree,
                            TenkenAuditPeople *people)
{
  const char *person = tenken_audit_people_get (people, tnk_conflict_get_person_id (conflict));
  g_autofree char *department = tenken_audit_word_department (tree, tnk_conflict_get_department_id (conflict));

  switch (tnk_conflict_get_kind (conflict)) {
  case TNK_CONFLICT_KIND_MEMBER:
    return g_strdup_printf (_ ("%s belongs to “%s”, and cannot audit it."), person, department);
  case TNK_CONFLICT_KIND_ANSWERS:
    return g_strdup_printf (_ ("%s answers for “%s”, and cannot audit it."), person, department);
  case TNK_CONFLICT_KIND_DUTY:
  default:
    return word_duty (conflict, person, department);
  }
}

/* --- what is shown --- */

static void
typed (GtkEditable *entry,
       TenkenAuditConflicts *self)
{
  g_hash_table_replace (self->reasons, g_strdup (g_object_get_data (G_OBJECT (entry), "key")), g_strdup (gtk_editable_get_text (entry)));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_reason (TenkenAuditConflicts *self,
            TnkConflict *conflict,
            const char *key)
{
  const char *person = tenken_audit_people_get (self->people, tnk_conflict_get_person_id (conflict));
  g_autofree char *department = tenken_audit_word_department (tenken_desk_get_tree (self->desk), tnk_conflict_get_department_id (conflict));
  g_autofree char *name = g_strdup_printf (_ ("Why %s has to audit “%s” all the same"), person, department);
  const char *reason = g_hash_table_lookup (self->reasons, key);
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), reason != NULL ? reason : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (entry), "key", g_strdup (key), g_free);
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed), self, 0);
  gtk_box_append (GTK_BOX (self->box), tenken_desk_text_new (name, "form-name"));
  gtk_box_append (GTK_BOX (self->box), entry);
}

static gboolean
is_last_of_pair (GPtrArray *conflicts,
                 guint i)
{
  TnkConflict *one = conflicts->pdata[i], *next = i + 1 < conflicts->len ? conflicts->pdata[i + 1] : NULL;

  return next == NULL || !g_str_equal (tnk_conflict_get_person_id (one), tnk_conflict_get_person_id (next)) ||
         !g_str_equal (tnk_conflict_get_department_id (one), tnk_conflict_get_department_id (next));
}

static void
add_conflict (TenkenAuditConflicts *self,
              GPtrArray *conflicts,
              guint i)
{
  TnkConflict *conflict = conflicts->pdata[i];
  g_autofree char *text = tenken_audit_word_conflict (conflict, tenken_desk_get_tree (self->desk), self->people);
  g_autofree char *marked = g_strdup_printf ("⚠ %s", text);
  g_autofree char *key = make_key (tnk_conflict_get_person_id (conflict), tnk_conflict_get_department_id (conflict));

  gtk_box_append (GTK_BOX (self->box), tenken_desk_text_new (marked, "fault"));
  if (!is_last_of_pair (conflicts, i))
    return;
  add_reason (self, conflict, key);
  g_ptr_array_add (self->pairs, g_steal_pointer (&key));
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  TnkConflict *one = *(TnkConflict *const *) a, *other = *(TnkConflict *const *) b;
  int by_person = g_strcmp0 (tnk_conflict_get_person_id (one), tnk_conflict_get_person_id (other));

  return by_person != 0 ? by_person : g_strcmp0 (tnk_conflict_get_department_id (one), tnk_conflict_get_department_id (other));
}

static void
show_all (TenkenAuditConflicts *self,
          GPtrArray *conflicts)
{
  tenken_desk_empty_box (self->box);
  g_ptr_array_set_size (self->pairs, 0);
  gtk_widget_set_visible (self->box, conflicts->len > 0);
  if (conflicts->len == 0)
    return;
  g_ptr_array_sort (conflicts, compare);
  gtk_box_append (GTK_BOX (self->box), tenken_desk_heading_new (_ ("Not independent"), "heading"));
  for (guint i = 0; i < conflicts->len; i++)
    add_conflict (self, conflicts, i);
  gtk_box_append (GTK_BOX (self->box),
                  tenken_desk_text_new (_ ("Choose somebody of another department, leave the department out, or ask another body or an outside auditor. Where a small body cannot avoid it, write why: it holds once the committee has let it pass."),
                                        NULL));
}

static void
take_conflicts (GtkWidget *owner,
                gpointer result,
                const GError *error,
                gpointer user_data)
{
  TenkenAuditConflicts *self = TENKEN_AUDIT_CONFLICTS (owner);
  g_autofree char *text = error != NULL ? tenken_desk_describe_error (error) : NULL;

  self->known = error == NULL;
  if (error == NULL) {
    show_all (self, result);
    return;
  }
  tenken_desk_empty_box (self->box);
  gtk_widget_set_visible (self->box, TRUE);
  gtk_box_append (GTK_BOX (self->box), tenken_desk_text_new (text, "fault"));
}

/* --- asking --- */

static gpointer
list_conflicts (TnkDesk *desk,
                gpointer data,
                GCancellable *cancellable,
                GError **error)
{
  return tnk_desk_list_conflicts (desk, data, error);
}

static void
stop_asking (TenkenAuditConflicts *self)
{
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
keep_reasons (TenkenAuditConflicts *self,
              TnkAudit *audit)
{
  for (guint i = 0; i < tnk_audit_get_n_exemptions (audit); i++) {
    g_autofree char *key = make_key (tnk_audit_get_exemption_auditor (audit, i), tnk_audit_get_exemption_department (audit, i));

    if (!g_hash_table_contains (self->reasons, key))
      g_hash_table_insert (self->reasons, g_steal_pointer (&key), g_strdup (tnk_audit_get_exemption_reason (audit, i)));
  }
}

void
tenken_audit_conflicts_show (TenkenAuditConflicts *self,
                             TnkAudit *audit)
{
  g_return_if_fail (TENKEN_IS_AUDIT_CONFLICTS (self) && TNK_IS_AUDIT (audit));

  keep_reasons (self, audit);
  stop_asking (self);
  self->known = FALSE;
  self->asking = g_cancellable_new ();
  tenken_desk_ask (GTK_WIDGET (self), self->desk, list_conflicts, g_object_ref (audit), g_object_unref, (GDestroyNotify) g_ptr_array_unref, self->asking,
                   take_conflicts, NULL);
}

static gboolean
is_shown (TenkenAuditConflicts *self,
          const char *key)
{
  return g_ptr_array_find_with_equal_func (self->pairs, key, g_str_equal, NULL);
}

gboolean
tenken_audit_conflicts_take (TenkenAuditConflicts *self,
                             TnkAudit *audit,
                             GError **error)
{
  GHashTableIter iter;
  gpointer key, reason;

  g_return_val_if_fail (TENKEN_IS_AUDIT_CONFLICTS (self) && TNK_IS_AUDIT (audit), FALSE);

  g_hash_table_iter_init (&iter, self->reasons);
  while (g_hash_table_iter_next (&iter, &key, &reason)) {
    g_auto (GStrv) parts = g_strsplit (key, "\n", 2);

    if (!tnk_audit_ask_exemption (audit, parts[0], parts[1], !self->known || is_shown (self, key) ? reason : "", error))
      return FALSE;
  }
  return TRUE;
}

/* --- the class --- */

static void
tenken_audit_conflicts_dispose (GObject *object)
{
  stop_asking (TENKEN_AUDIT_CONFLICTS (object));
  G_OBJECT_CLASS (tenken_audit_conflicts_parent_class)->dispose (object);
}

static void
tenken_audit_conflicts_finalize (GObject *object)
{
  TenkenAuditConflicts *self = TENKEN_AUDIT_CONFLICTS (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->people, g_hash_table_unref);
  g_hash_table_unref (self->reasons);
  g_ptr_array_unref (self->pairs);
  G_OBJECT_CLASS (tenken_audit_conflicts_parent_class)->finalize (object);
}

static void
tenken_audit_conflicts_class_init (TenkenAuditConflictsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenken_audit_conflicts_dispose;
  G_OBJECT_CLASS (klass)->finalize = tenken_audit_conflicts_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tenken_audit_conflicts_init (TenkenAuditConflicts *self)
{
  self->reasons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->pairs = g_ptr_array_new_with_free_func (g_free);
  self->box = tenken_desk_column_new (6);
  gtk_widget_set_visible (self->box, FALSE);
  gtk_widget_add_css_class (self->box, "audit-conflicts");
  adw_bin_set_child (ADW_BIN (self), self->box);
}

GtkWidget *
tenken_audit_conflicts_new (TenkenDesk *desk,
                            TenkenAuditPeople *people)
{
  TenkenAuditConflicts *self = g_object_new (TENKEN_TYPE_AUDIT_CONFLICTS, NULL);

  g_return_val_if_fail (TENKEN_IS_DESK (desk) && people != NULL, NULL);

  self->desk = g_object_ref (desk);
  self->people = g_hash_table_ref (people);
  return GTK_WIDGET (self);
}
