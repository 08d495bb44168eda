/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <tenken.h>

G_BEGIN_DECLS

/* The words of catalogs on the screen. All live as long as the program. */
const char *tenken_catalog_words_mark (TnkMark mark);
const char *tenken_catalog_words_level (TnkLevel level);
/* How a control stands to another that is named after it. */
const char *tenken_catalog_words_relation (TnkRelation relation);
/* Why a control refers to none; see tnk_cross_references_get_reason (). */
const char *tenken_catalog_words_reason (const char *reason);
const char *tenken_catalog_words_revision (TnkRevisionKind kind);

G_END_DECLS
