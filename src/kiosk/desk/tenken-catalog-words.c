/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-catalog-words.h"

#include <glib/gi18n.h>

const char *
tenken_catalog_words_mark (TnkMark mark)
{
  switch (mark) {
  case TNK_MARK_RESPONSIBLE:
    return _ ("keeps it");
  case TNK_MARK_INFORMED:
    return _ ("is told");
  case TNK_MARK_PERMITS:
    return _ ("permits it");
  case TNK_MARK_APPROVES:
    return _ ("approves it");
  case TNK_MARK_NONE:
  default:
    return _ ("no part in it");
  }
}

const char *
tenken_catalog_words_level (TnkLevel level)
{
  return level == TNK_LEVEL_REQUIRED ? _ ("Required") : _ ("Recommended");
}

const char *
tenken_catalog_words_relation (TnkRelation relation)
{
  switch (relation) {
  case TNK_RELATION_SAME:
    return _ ("Asks the same");
  case TNK_RELATION_PART:
    return _ ("Asks a part of it");
  case TNK_RELATION_WIDER:
    return _ ("Asks all of it, and more");
  case TNK_RELATION_RELATED:
  default:
    return _ ("Is about the same matter");
  }
}

const char *
tenken_catalog_words_reason (const char *reason)
{
  if (g_strcmp0 (reason, "not-held") == 0)
    return _ ("The other document says it, but its catalog has no control for it.");
  if (g_strcmp0 (reason, "procedure") == 0)
    return _ ("It is a step or a form of this document’s own procedure.");
  return _ ("It asks what the other document does not.");
}

const char *
tenken_catalog_words_revision (TnkRevisionKind kind)
{
  switch (kind) {
  case TNK_REVISION_KIND_KEPT:
    return _ ("Kept as it was");
  case TNK_REVISION_KIND_RENUMBERED:
    return _ ("Asks the same under another number");
  case TNK_REVISION_KIND_REWORDED:
    return _ ("Asks something else than before");
  case TNK_REVISION_KIND_ADDED:
    return _ ("Was added");
  case TNK_REVISION_KIND_REMOVED:
  default:
    return _ ("Is no longer there");
  }
}
