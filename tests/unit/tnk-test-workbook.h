/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-workbook-private.h"

G_BEGIN_DECLS

/* What the tests of the workbook’s writer have in common. Each test has a folder of its own. It lies in the folder for
 * temporary files, which is this program’s own too, so that anything left behind is seen. */
typedef struct
{
  char *folder;
  char *file;
} TnkTestBook;

void tnk_test_book_set_up (TnkTestBook *self, gconstpointer data);
void tnk_test_book_tear_down (TnkTestBook *self, gconstpointer data);
TnkWorkbook *tnk_test_book_open (TnkTestBook *self);
/* One sheet with one cell in it. */
void tnk_test_book_write_small (TnkWorkbook *book);
void tnk_test_book_close_well (TnkWorkbook *book, guint64 n_cells);
/* The workbook must fail with one line that holds @words, and no file may arise. */
void tnk_test_book_close_badly (TnkTestBook *self, TnkWorkbook *book, const char *words);
/* Runs the program’s tests, which add () names. */
int tnk_test_book_run (int argc, char **argv, void (*add) (void));

#define TNK_TEST_BOOK(name, function) \
  g_test_add (name, TnkTestBook, NULL, tnk_test_book_set_up, function, tnk_test_book_tear_down)

G_END_DECLS
