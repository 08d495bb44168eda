/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-error.h"
#include "tnk-plan-sheet-private.h"
#include "tnk-strings-private.h"

/* The departments of an action in a cell. A department with all that is below it is written shorter: an action that is about
 * a hundred of them must still be read. */

#define EVERYTHING "全部署"
#define BELOW "以下"

/* With more entries than this the cell shows ids alone. */
#define MAX_NAMED 6

/* Full-width letters and figures become plain ones. */
char *
tnk_plan_fold (const char *text)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);

  return plain != NULL ? tnk_strip (plain) : g_strdup (text);
}

/* What stands before the first blank. */
char *
tnk_plan_dup_first_word (const char *text)
{
  const char *end = text;

  while (*end != '\0' && !g_unichar_isspace (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  return g_strndup (text, end - text);
}

/* --- out --- */

typedef struct
{
  const char *id;
  TnkDepartment *department; /* NULL: the campaign does not have it */
  gboolean below; /* with all below it */
} Entry;

/* Which departments of the body are among the ids; the others become entries of their own. */
static gboolean *
mark_departments (TnkBody *body,
                  char **ids,
                  GArray *entries)
{
  gboolean *marks = g_new0 (gboolean, tnk_body_get_n_departments (body) + 1);

  for (guint i = 0; ids[i] != NULL; i++) {
    Entry entry = {.id = ids[i], .department = tnk_body_lookup_department (body, ids[i])};

    if (entry.department != NULL)
      marks[tnk_department_get_index (entry.department)] = TRUE;
    else
      g_array_append_val (entries, entry);
  }
  return marks;
}

static gboolean
is_whole (const gboolean *marks,
          guint first,
          guint end)
{
  for (guint i = first; i < end; i++)
    if (!marks[i])
      return FALSE;
  return TRUE;
}

static GArray *
list_entries (TnkBody *body,
              char **ids)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_autofree gboolean *marks = mark_departments (body, ids, entries);
  guint n = tnk_body_get_n_departments (body);

  for (guint i = 0; i < n;) {
    TnkDepartment *department = tnk_body_get_department (body, i);
    guint end = tnk_body_get_subtree_end (body, i);
    gboolean whole = end > i + 1 && is_whole (marks, i, end);
    Entry entry = {tnk_department_get_id (department), department, whole};

    if (marks[i])
      g_array_append_val (entries, entry);
    i = whole ? end : i + 1;
  }
  return entries;
}

static char *
word_entry (const Entry *entry,
            gboolean named)
{
  const char *below = entry->below ? BELOW : "";

  if (!named || entry->department == NULL)
    return g_strconcat (entry->id, below, NULL);
  return g_strdup_printf ("%s%s %s", entry->id, below, tnk_department_get_name (entry->department));
}

char *
tnk_plan_word_departments (TnkPlan *plan,
                           const char *value)
{
  TnkBody *body = tnk_plan_get_body (plan);
  g_auto (GStrv) ids = g_strsplit (value, "\n", -1);
  g_autoptr (GArray) entries = list_entries (body, ids);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean named = entries->len <= MAX_NAMED;

  if (g_strv_length (ids) > 1 && g_strv_length (ids) == tnk_body_get_n_departments (body))
    return g_strdup (EVERYTHING);
  for (guint i = 0; i < entries->len; i++) {
    g_autofree char *word = word_entry (&g_array_index (entries, Entry, i), named);

    g_string_append_printf (text, "%s%s", i == 0 ? "" : named ? "\n"
                                                              : ", ",
                            word);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- back --- */

static TnkDepartment *
find_department_by_name (TnkBody *body,
                         const char *name)
{
  TnkDepartment *found = NULL;

  for (guint i = 0; i < tnk_body_get_n_departments (body); i++) {
    TnkDepartment *department = tnk_body_get_department (body, i);

    if (!g_str_equal (tnk_department_get_name (department), name))
      continue;
    if (found != NULL)
      return NULL;
    found = department;
  }
  return found;
}

/* An id, an id with something behind it, or a name that only one department has. */
static TnkDepartment *
find_department (TnkPlan *plan,
                 const char *text)
{
  TnkBody *body = tnk_plan_get_body (plan);
  TnkDepartment *department = tnk_body_lookup_department (body, text);
  g_autofree char *word = tnk_plan_dup_first_word (text);
  g_autofree char *plain = tnk_plan_fold (word);

  if (department == NULL)
    department = tnk_body_lookup_department (body, word);
  if (department == NULL)
    department = tnk_body_lookup_department (body, plain);
  return department != NULL ? department : find_department_by_name (body, text);
}

/* “d1以下”, or “d1以下 総務課”: the department with all below it. */
static TnkDepartment *
find_head (TnkPlan *plan,
           const char *text)
{
  const char *at = strstr (text, BELOW);
  g_autofree char *head = at != NULL ? g_strndup (text, at - text) : NULL;
  const char *after = at != NULL ? at + strlen (BELOW) : text;

  if (head == NULL || (*after != '\0' && !g_unichar_isspace (g_utf8_get_char (after))))
    return NULL;
  return find_department (plan, g_strstrip (head));
}

static void
add_subtree (TnkBody *body,
             guint first,
             guint end,
             GPtrArray *ids)
{
  for (guint i = first; i < end; i++)
    g_ptr_array_add (ids, (gpointer) tnk_department_get_id (tnk_body_get_department (body, i)));
}

static gboolean
add_department (TnkPlan *plan,
                const char *text,
                GPtrArray *ids)
{
  TnkBody *body = tnk_plan_get_body (plan);
  g_autofree char *name = tnk_strip (text);
  TnkDepartment *head = tnk_body_lookup_department (body, name) == NULL ? find_head (plan, name) : NULL;
  TnkDepartment *department = head == NULL && *name != '\0' ? find_department (plan, name) : NULL;

  if (head != NULL)
    add_subtree (body, tnk_department_get_index (head), tnk_body_get_subtree_end (body, tnk_department_get_index (head)), ids);
  else if (department != NULL)
    g_ptr_array_add (ids, (gpointer) tnk_department_get_id (department));
  else if (g_str_equal (name, EVERYTHING))
    add_subtree (body, 0, tnk_body_get_n_departments (body), ids);
  else
    return *name == '\0';
  return TRUE;
}

/* A line that names one department, or several with commas between. */
static gboolean
add_line (TnkPlan *plan,
          const char *line,
          GPtrArray *ids,
          GError **error)
{
  g_autofree char *name = tnk_strip (line);
  g_auto (GStrv) halves = g_strsplit_set (name, ",;", -1);
  g_autofree char *joined = g_strjoinv ("、", halves);
  g_auto (GStrv) parts = g_strsplit (joined, "、", -1);

  if (tnk_body_lookup_department (tnk_plan_get_body (plan), name) != NULL)
    return add_department (plan, name, ids);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!add_department (plan, parts[i], ids)) {
      g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "“%.60s” is no department of this campaign; write its id, or ids with commas between", parts[i]);
      return FALSE;
    }
  return TRUE;
}

char *
tnk_plan_parse_departments (TnkPlan *plan,
                            const char *text,
                            GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    if (!add_line (plan, lines[i], ids, error))
      return NULL;
  if (ids->len == 0) {
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_INVALID, "no department is named; write its id");
    return NULL;
  }
  g_ptr_array_add (ids, NULL);
  return g_strjoinv ("\n", (char **) ids->pdata);
}
