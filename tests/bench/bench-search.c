/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What each letter costs that is typed to find something in all catalogs: by the index of the library, by looking through all
 * texts, and by the full-text search of SQLite with the same texts in memory. Prints name=milliseconds, one line each. */

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tenken.h>

#define ROUNDS 20

/* Typed letter by letter; of Japanese, also what stands there before it is converted. */
static const char *const typed[] = {"パスワード", "ぱすわーど", "ＵＳＢ　持ち出し", "5.4 (3) ①", "クラウド 外国", "情報セキュリティ", "password leaked",
                                    "ウイルス対策ソフト", "第46条", "a", "監査", "サーバー 二重化", "ﾊﾟｽﾜｰﾄﾞ", "zzz"};

typedef struct
{
  TnkCatalogIndex *index;
  GPtrArray *texts; /* (element-type utf8): folded, one for each control */
  sqlite3 *database;
  GPtrArray *queries; /* (element-type utf8): what stands there after each letter */
} Bench;

typedef guint (*Find) (Bench *bench,
                       const char *words);

/* --- the texts --- */

static void
append (GString *all,
        TnkText *text)
{
  if (text != NULL)
    g_string_append_printf (all, "%s\n%s\n", tnk_text_get (text, "ja"), tnk_text_get (text, "en"));
}

static char *
join_texts (TnkControl *control)
{
  g_autoptr (GString) all = g_string_new (NULL);

  g_string_append_printf (all, "%s\n%s\n", tnk_control_get_id (control), tnk_control_get_clause (control));
  append (all, tnk_control_get_title (control));
  for (guint i = 0; i < tnk_control_get_n_questions (control); i++) {
    TnkQuestion *question = tnk_control_get_question (control, i);

    append (all, tnk_question_get_text (question));
    for (guint value = TNK_ANSWER_VALUE_IMPLEMENTED; value <= TNK_ANSWER_VALUE_NOT_IMPLEMENTED; value++)
      append (all, tnk_question_get_anchor (question, value));
    append (all, tnk_question_get_guidance (question));
  }
  append (all, tnk_control_get_guidance (control));
  append (all, tnk_control_get_evidence (control));
  append (all, tnk_control_get_improvement (control));
  return tnk_fold_text (all->str);
}

static void
run_sql (sqlite3 *database,
         const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (database, sql, NULL, NULL, &message) != SQLITE_OK) {
    fprintf (stderr, "bench-search: %s\n", message);
    exit (1);
  }
}

static void
fill_database (Bench *bench)
{
  sqlite3_stmt *insert;

  sqlite3_open (":memory:", &bench->database);
  run_sql (bench->database, "CREATE VIRTUAL TABLE texts USING fts5 (text, tokenize = 'trigram'); BEGIN");
  sqlite3_prepare_v2 (bench->database, "INSERT INTO texts VALUES (?1)", -1, &insert, NULL);
  for (guint i = 0; i < bench->texts->len; i++) {
    sqlite3_bind_text (insert, 1, bench->texts->pdata[i], -1, SQLITE_STATIC);
    sqlite3_step (insert);
    sqlite3_reset (insert);
  }
  sqlite3_finalize (insert);
  run_sql (bench->database, "COMMIT");
}

static void
list_queries (Bench *bench)
{
  bench->queries = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    for (const char *p = typed[i]; *p != '\0';) {
      p = g_utf8_next_char (p);
      g_ptr_array_add (bench->queries, g_strndup (typed[i], p - typed[i]));
    }
}

/* --- three ways to find them --- */

static guint
find_indexed (Bench *bench,
              const char *words)
{
  g_autoptr (TnkCatalogQuery) query = tnk_catalog_query_new (words);
  g_autoptr (GPtrArray) hits = tnk_catalog_index_find (bench->index, query, G_MAXUINT);

  return hits->len;
}

static guint
find_by_scan (Bench *bench,
              const char *words)
{
  g_autofree char *folded = tnk_fold_text (words);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);
  guint n = 0;

  for (guint i = 0; i < bench->texts->len; i++) {
    gboolean all = TRUE;

    for (guint p = 0; all && parts[p] != NULL; p++)
      all = strstr (bench->texts->pdata[i], parts[p]) != NULL;
    n += all;
  }
  return n;
}

/* The trigram index knows words of three letters and more; for shorter ones the table is read. */
static guint
find_by_sqlite (Bench *bench,
                const char *words)
{
  g_autofree char *folded = tnk_fold_text (words);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);
  g_autoptr (GString) sql = g_string_new ("SELECT count(*) FROM texts WHERE 1");
  sqlite3_stmt *statement;
  guint n;

  for (guint i = 0; parts[i] != NULL; i++) {
    gboolean is_known = g_utf8_strlen (parts[i], -1) >= 3;
    char *part = sqlite3_mprintf (is_known ? " AND text LIKE '%%%q%%'" : " AND instr (text, '%q') > 0", parts[i]);

    g_string_append (sql, part);
    sqlite3_free (part);
  }
  sqlite3_prepare_v2 (bench->database, sql->str, -1, &statement, NULL);
  sqlite3_step (statement);
  n = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  return n;
}

/* --- measuring --- */

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  return *(const gint64 *) a < *(const gint64 *) b ? -1 : *(const gint64 *) a > *(const gint64 *) b;
}

static void
measure (Bench *bench,
         const char *name,
         Find find)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n = 0;

  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < bench->queries->len; i++) {
      gint64 start = g_get_monotonic_time (), time;

      n += find (bench, bench->queries->pdata[i]);
      time = g_get_monotonic_time () - start;
      g_array_append_val (times, time);
    }
  g_array_sort (times, compare_times);
  printf ("%s.median=%.3f\n%s.p99=%.3f\n%s.most=%.3f\n%s.found=%u\n", name, g_array_index (times, gint64, times->len / 2) / 1e3, name,
          g_array_index (times, gint64, times->len * 99 / 100) / 1e3, name, g_array_index (times, gint64, times->len - 1) / 1e3, name,
          n / ROUNDS);
}

static void
load (Bench *bench)
{
  g_autoptr (TnkCatalogLibrary) library = tnk_catalog_library_new ();
  gint64 spent = 0;
  gsize size = 0;

  bench->index = tnk_catalog_index_new ();
  bench->texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < tnk_catalog_library_get_n_entries (library); i++) {
    g_autoptr (TnkCatalog) catalog = tnk_catalog_library_load (library, i, NULL);
    gint64 start = g_get_monotonic_time ();

    tnk_catalog_index_add (bench->index, catalog);
    spent += g_get_monotonic_time () - start;
    for (guint c = 0; c < tnk_catalog_get_n_controls (catalog); c++) {
      g_ptr_array_add (bench->texts, join_texts (tnk_catalog_get_control (catalog, c)));
      size += strlen (bench->texts->pdata[bench->texts->len - 1]);
    }
  }
  printf ("controls=%u\nkib=%u\nbuild=%.3f\n", bench->texts->len, (guint) (size / 1024), spent / 1e3);
}

int
main (void)
{
  Bench bench = {0};

  load (&bench);
  fill_database (&bench);
  list_queries (&bench);
  printf ("letters=%u\n", bench.queries->len);
  measure (&bench, "index", find_indexed);
  measure (&bench, "scan", find_by_scan);
  measure (&bench, "sqlite", find_by_sqlite);
  sqlite3_close (bench.database);
  g_ptr_array_unref (bench.queries);
  g_ptr_array_unref (bench.texts);
  g_object_unref (bench.index);
  return 0;
}
