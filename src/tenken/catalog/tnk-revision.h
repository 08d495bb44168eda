/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-catalog.h"

G_BEGIN_DECLS

/**
 * TnkRevisionKind:
 * @TNK_REVISION_KIND_KEPT: the control asks the same, under the same id
 * @TNK_REVISION_KIND_RENUMBERED: it asks the same, under another id or clause
 * @TNK_REVISION_KIND_REWORDED: it asks something else than before
 * @TNK_REVISION_KIND_ADDED: it is new
 * @TNK_REVISION_KIND_REMOVED: it is no longer there
 *
 * What became of a control from one edition to the next. Answers and trends go on where it was kept or renumbered; where it
 * was reworded or added it is asked anew.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_REVISION_KIND_KEPT,
  TNK_REVISION_KIND_RENUMBERED,
  TNK_REVISION_KIND_REWORDED,
  TNK_REVISION_KIND_ADDED,
  TNK_REVISION_KIND_REMOVED,
} TnkRevisionKind;

const char *tnk_revision_kind_to_string (TnkRevisionKind kind);
gboolean tnk_revision_kind_from_string (const char *text, TnkRevisionKind *kind);
gboolean tnk_revision_kind_goes_on (TnkRevisionKind kind);

const char *tnk_catalog_get_revised_id (TnkCatalog *self);
const char *tnk_catalog_get_revised_edition (TnkCatalog *self);
gboolean tnk_catalog_follows (TnkCatalog *self, TnkCatalog *old_catalog);
TnkControl *tnk_catalog_trace_control (TnkCatalog *self, TnkControl *control, TnkCatalog *old_catalog, TnkRevisionKind *kind);
TnkControl *tnk_catalog_find_successor (TnkCatalog *self, TnkControl *old, TnkCatalog *old_catalog);
GPtrArray *tnk_catalog_list_removed (TnkCatalog *self, TnkCatalog *old_catalog);
gboolean tnk_catalog_check_revision (TnkCatalog *self, TnkCatalog *old_catalog, GError **error);

G_END_DECLS
