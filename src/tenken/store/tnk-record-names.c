/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-record-rows-private.h"

static char *
find_in_roster (TnkStore *self,
                const char *sql,
                const char *what,
                const char *id,
                GError **error)
{
  g_autoptr (TnkStatement) statement = tnk_connection_query (self->connection, error, sql, "t", id);
  gboolean row;

  if (statement == NULL || !tnk_statement_step (statement, &row, error))
    return NULL;
  if (row)
    return g_strdup (tnk_statement_text (statement, 0));
  g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "%s: there is no %s “%s”", tnk_store_get_name (self), what, id);
  return NULL;
}

/* The control must be one that some campaign of this store asks about, once there is any; the last one names it. */
static char *
find_control (TnkStore *self,
              const char *id,
              GError **error)
{
  g_autoptr (GPtrArray) campaigns = tnk_store_list_campaigns (self, error);

  for (guint i = campaigns != NULL ? campaigns->len : 0; i > 0; i--) {
    TnkCatalog *catalog = tnk_campaign_get_catalog (campaigns->pdata[i - 1]);
    TnkControl *control = tnk_catalog_lookup_control (catalog, id);

    if (control != NULL)
      return g_strdup_printf ("%s %s", tnk_control_get_clause (control), tnk_text_get (tnk_control_get_title (control), "ja"));
  }
  if (campaigns != NULL && campaigns->len == 0)
    return g_strdup (id);
  if (campaigns != NULL)
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "%s: no campaign asks about a control “%s”", tnk_store_get_name (self), id);
  return NULL;
}

static char *
find_name (TnkStore *self,
           TnkFormFieldKind kind,
           const char *id,
           GError **error)
{
  switch (kind) {
  case TNK_FORM_FIELD_KIND_PERSON:
    return find_in_roster (self, "SELECT name FROM person WHERE id = $1 AND active = 1", "staff number", id, error);
  case TNK_FORM_FIELD_KIND_DEPARTMENT:
    return find_in_roster (self, "SELECT name FROM department WHERE id = $1", "department", id, error);
  default:
    return find_control (self, id, error);
  }
}

static gboolean
find_names_of (TnkStore *self,
               TnkRecord *record,
               TnkFormField *field,
               GError **error)
{
  g_auto (GStrv) ids = g_strsplit (record->values[field->index], "\n", -1);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *display = NULL;

  for (guint i = 0; ids[i] != NULL; i++) {
    char *name = find_name (self, field->kind, ids[i], error);

    if (name == NULL) {
      g_prefix_error (error, "%s (%s): ", tnk_text_get (field->label, "ja"), field->id);
      return FALSE;
    }
    g_ptr_array_add (names, name);
  }
  g_ptr_array_add (names, NULL);
  display = g_strjoinv ("\n", (char **) names->pdata);
  tnk_record_set_display (record, field, display);
  return TRUE;
}

/* What stood there before keeps its name, also where it is gone from the roster since. */
gboolean
tnk_record_find_names (TnkStore *self,
                       TnkRecord *record,
                       TnkRecord *before,
                       GError **error)
{
  for (guint i = 0; i < record->form->fields->len; i++) {
    TnkFormField *field = record->form->fields->pdata[i];

    if (record->values[i] == NULL || (field->kind != TNK_FORM_FIELD_KIND_PERSON && field->kind != TNK_FORM_FIELD_KIND_DEPARTMENT &&
                                      field->kind != TNK_FORM_FIELD_KIND_CONTROL))
      continue;
    if (before != NULL && g_strcmp0 (record->values[i], before->values[i]) == 0)
      tnk_record_set_display (record, field, before->displays[i]);
    else if (!find_names_of (self, record, field, error))
      return FALSE;
  }
  return TRUE;
}
