/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-table-export.h"

#include <glib/gi18n.h>
#include <string.h>

typedef void (*AppendField) (GString *text, const char *field);

static gboolean
is_number (const char *field)
{
  char *end;

  g_ascii_strtod (field, &end);
  return end != field && *end == '\0' && strspn (field, "+-0123456789.") == strlen (field);
}

/* A spreadsheet computes what begins with one of these, whoever typed it. */
static gboolean
is_formula (const char *field)
{
  return *field != '\0' && strchr ("=+-@\t\r", *field) != NULL && !is_number (field);
}

static void
append_csv_field (GString *text,
                  const char *field)
{
  g_autofree char *harmless = is_formula (field) ? g_strconcat ("'", field, NULL) : NULL;

  if (harmless != NULL)
    field = harmless;
  if (strpbrk (field, ",\"\r\n") == NULL) {
    g_string_append (text, field);
    return;
  }
  g_string_append_c (text, '"');
  for (; *field != '\0'; field++) {
    if (*field == '"')
      g_string_append_c (text, '"');
    g_string_append_c (text, *field);
  }
  g_string_append_c (text, '"');
}

static void
append_plain_field (GString *text,
                    const char *field)
{
  g_autofree char *plain = g_strdelimit (g_strdup (field), "\t\r\n", ' ');

  g_string_append (text, plain);
}

static void
append_row (GString *text,
            const TenkenTableColumn *columns,
            guint n_columns,
            gpointer item,
            gpointer user_data,
            AppendField append,
            const char *separator)
{
  for (guint i = 0; i < n_columns; i++) {
    g_autofree char *field = item != NULL ? columns[i].get_text (item, user_data) : g_strdup (_ (columns[i].title));

    if (i > 0)
      g_string_append (text, separator);
    append (text, field != NULL ? field : "");
  }
}

static char *
write_rows (const TenkenTableColumn *columns,
            guint n_columns,
            GListModel *rows,
            gpointer user_data,
            AppendField append,
            const char *separator,
            const char *line_end)
{
  GString *text = g_string_new (NULL);
  guint n = g_list_model_get_n_items (rows);

  append_row (text, columns, n_columns, NULL, user_data, append, separator);
  g_string_append (text, line_end);
  for (guint i = 0; i < n; i++) {
    g_autoptr (GObject) item = g_list_model_get_item (rows, i);

    append_row (text, columns, n_columns, item, user_data, append, separator);
    g_string_append (text, line_end);
  }
  return g_string_free (text, FALSE);
}

char *
tenken_table_write_text (const TenkenTableColumn *columns,
                         guint n_columns,
                         GListModel *rows,
                         gpointer user_data)
{
  return write_rows (columns, n_columns, rows, user_data, append_plain_field, "\t", "\n");
}

char *
tenken_table_write_csv (const TenkenTableColumn *columns,
                        guint n_columns,
                        GListModel *rows,
                        gpointer user_data)
{
  return write_rows (columns, n_columns, rows, user_data, append_csv_field, ",", "\r\n");
}
