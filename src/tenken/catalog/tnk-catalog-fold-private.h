/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* tnk_fold_text () and what is peculiar to rules: サーバ is サーバー, and every dash of a clause number is a hyphen. */
char *tnk_catalog_fold (const char *text);
/* The same without spaces, as a clause number is typed: 5.4(3)1 for 5.4 (3) ①. */
char *tnk_catalog_fold_number (const char *text);

G_END_DECLS
