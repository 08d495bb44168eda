/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-search.h"

#include <tenken.h>

char *
tenken_search_fold (const char *text)
{
  return tnk_fold_text (text);
}

gboolean
tenken_search_matches (const char *folded,
                       const char *typed)
{
  return tnk_fold_matches (folded, typed);
}
