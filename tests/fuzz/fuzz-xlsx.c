/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "fuzz-xlsx.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "tnk-xlsx-reader-private.h"

/* The unit tests run it over thousands of mutations. For libFuzzer:
 *
 *   clang -g -O1 -fsanitize=fuzzer,address,undefined -I. -Isrc/tenken/base -Isrc/tenken/report -IBUILD \
 *     tests/fuzz/fuzz-xlsx.c src/tenken/report/tnk-xlsx-*.c src/tenken/base/tnk-*.c -o fuzz-xlsx \
 *     $(pkg-config --cflags --libs gio-2.0 libgsf-1 libxml-2.0) -lm -D_GNU_SOURCE '-DG_LOG_DOMAIN="tenken"'
 *   G_SLICE=always-malloc G_DEBUG=fatal-warnings ./fuzz-xlsx -max_len=65536 CORPUS */

static void
read_sheet (TnkXlsxReader *reader,
            guint index)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkXlsxSheet) sheet = tnk_xlsx_sheet_open (reader, index, &error);

  g_assert ((sheet == NULL) == (error != NULL));
  while (sheet != NULL && tnk_xlsx_sheet_next (sheet, &error))
    for (guint i = 0; i < tnk_xlsx_sheet_get_n_cells (sheet); i++)
      g_assert (g_utf8_validate (tnk_xlsx_sheet_get_cell (sheet, i)->text, -1, NULL));
  g_assert (error == NULL || strpbrk (error->message, "\r\n") == NULL);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  int file = memfd_create ("workbook", MFD_CLOEXEC);
  g_autofree char *name = g_strdup_printf ("/proc/self/fd/%d", file);
  g_autoptr (TnkXlsxReader) reader = NULL;
  g_autoptr (GError) error = NULL;

  g_assert (file >= 0 && write (file, data, size) == (gssize) size);
  reader = tnk_xlsx_reader_open (name, NULL, &error);
  g_assert ((reader == NULL) == (error != NULL));
  g_assert (error == NULL || strpbrk (error->message, "\r\n") == NULL);
  for (guint i = 0; reader != NULL && i < tnk_xlsx_reader_get_n_sheets (reader); i++)
    read_sheet (reader, i);
  close (file);
  return 0;
}
