/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-round-private.h"

#include "tnk-cross-library.h"
#include "tnk-revision.h"

/* What a person handed in in campaigns on other catalogs, and which of it has to do with what is asked now. */

typedef struct
{
  TnkStore *store;
  TnkQuestionnaire *questionnaire;
  TnkCampaign *campaign; /* the one whose answers are being read; NULL before the first */
  TnkCrossReferences *references; /* from its catalog to the one that is asked now; NULL: nothing of it is of use */
  GHashTable *seen; /* (element-type utf8): ids of catalogs: of each only the newest campaign counts */
} Search;

static void
search_clear (Search *self)
{
  g_clear_object (&self->campaign);
  g_clear_object (&self->references);
  g_clear_pointer (&self->seen, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

/* Made when it is needed first: most bodies never ask another catalog. */
static TnkCrossLibrary *
get_library (TnkStore *store)
{
  if (store->cross == NULL) {
    g_autoptr (TnkCatalogLibrary) catalogs = tnk_catalog_library_new ();

    store->cross = tnk_cross_library_new (catalogs);
  }
  return store->cross;
}

/* Answers on another edition of the same catalog are last year’s answers, and shown as such. */
static gboolean
turn_to_campaign (Search *self,
                  const char *id,
                  GError **error)
{
  TnkCatalog *asked = tnk_campaign_get_catalog (tnk_questionnaire_get_campaign (self->questionnaire)), *catalog;

  g_clear_object (&self->campaign);
  g_clear_object (&self->references);
  self->campaign = tnk_store_load_campaign (self->store, id, error);
  if (self->campaign == NULL)
    return FALSE;
  catalog = tnk_campaign_get_catalog (self->campaign);
  if (g_hash_table_add (self->seen, g_strdup (tnk_catalog_get_id (catalog))) && !tnk_catalog_follows (asked, catalog) &&
      !tnk_catalog_follows (catalog, asked))
    self->references = tnk_cross_library_find (get_library (self->store), catalog, asked, NULL);
  return TRUE;
}

/* Where the person is asked in the same role, the answer belongs there; else to every role that is asked about the control. */
static void
add_to_control (Search *self,
                TnkControl *control,
                TnkElsewhere *elsewhere)
{
  const char *role = tnk_role_get_id (tnk_duty_get_role (tnk_elsewhere_get_duty (elsewhere)));
  TnkCatalog *catalog = tnk_campaign_get_catalog (tnk_questionnaire_get_campaign (self->questionnaire));
  TnkDuty *same = tnk_catalog_find_duty (catalog, tnk_control_get_id (control), role);
  int item = same != NULL ? tnk_questionnaire_find_item (self->questionnaire, same) : -1;

  if (item >= 0) {
    tnk_questionnaire_add_elsewhere (self->questionnaire, item, elsewhere);
    return;
  }
  for (guint i = 0; i < tnk_control_get_n_duties (control); i++) {
    item = tnk_questionnaire_find_item (self->questionnaire, tnk_control_get_duty (control, i));
    if (item >= 0)
      tnk_questionnaire_add_elsewhere (self->questionnaire, item, elsewhere);
  }
}

/* That two controls are about the same matter only says nothing about what is asked here. */
static void
take_answer (Search *self,
             TnkDuty *duty,
             TnkAnswerValue value,
             const char *comment)
{
  TnkCatalog *asked = tnk_campaign_get_catalog (tnk_questionnaire_get_campaign (self->questionnaire));
  g_autoptr (GPtrArray) list = tnk_cross_references_list_from (self->references, tnk_control_get_id (tnk_duty_get_control (duty)));

  for (guint i = 0; i < list->len; i++) {
    TnkRelation relation = tnk_cross_reference_get_relation (list->pdata[i]);
    TnkControl *control = tnk_catalog_lookup_control (asked, tnk_cross_reference_get_to (list->pdata[i]));
    g_autoptr (TnkElsewhere) elsewhere = NULL;

    if (control == NULL || relation == TNK_RELATION_RELATED)
      continue;
    elsewhere = tnk_elsewhere_new (self->campaign, duty, relation, value, comment);
    add_to_control (self, control, elsewhere);
  }
}

static gboolean
take_row (Search *self,
          TnkStatement *row,
          GError **error)
{
  const char *id = tnk_statement_text (row, 0);
  gint64 duty = tnk_statement_int (row, 1);
  TnkCatalog *catalog;

  if ((self->campaign == NULL || !g_str_equal (tnk_campaign_get_id (self->campaign), id)) && !turn_to_campaign (self, id, error))
    return FALSE;
  catalog = tnk_campaign_get_catalog (self->campaign);
  if (self->references == NULL || duty < 0 || duty >= tnk_catalog_get_n_duties (catalog))
    return TRUE;
  if (!tnk_store_check_value (self->store, tnk_statement_int (row, 2), error))
    return FALSE;
  take_answer (self, tnk_catalog_get_duty (catalog, duty), tnk_statement_int (row, 2), tnk_statement_text (row, 3));
  return TRUE;
}

gboolean
tnk_round_read_elsewhere (TnkRound *self,
                          TnkStore *store,
                          gint64 person_no,
                          TnkQuestionnaire *questionnaire,
                          GError **error)
{
  g_auto (Search) search = {.store = store, .questionnaire = questionnaire};
  g_autoptr (TnkStatement) statement = tnk_connection_query (
    store->connection, error,
    "SELECT c.id, a.duty, a.value, a.comment FROM campaign c JOIN questionnaire q ON q.campaign_no = c.no AND q.person_no = $1 "
    "JOIN answer a ON a.questionnaire_no = q.no WHERE c.no <> $2 AND c.catalog_no <> (SELECT catalog_no FROM campaign WHERE no = $2) "
    "AND q.state IN ('submitted', 'accepted') ORDER BY c.no DESC, a.duty",
    "ii", person_no, self->no);
  gboolean row;

  search.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    if (!row)
      return TRUE;
    if (!take_row (&search, statement, error))
      return FALSE;
  }
  return FALSE;
}
