/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <stdio.h>

#include "tnk-reminders-private.h"
#include "tnk-report-private.h"

/* --- whom to remind --- */

GPtrArray *
tnk_reminders_list (TnkTurnout *turnout,
                    int department)
{
  g_autoptr (GPtrArray) missing = tnk_turnout_list_missing (turnout, department);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < missing->len; i++) {
    TnkTurnoutPerson *person = missing->pdata[i];
    if (!tnk_turnout_is_closed (turnout, tnk_department_get_index (tnk_turnout_person_get_department (person))))
      g_ptr_array_add (list, g_object_ref (person));
  }
  return list;
}

guint
tnk_reminders_count (TnkTurnout *turnout,
                     guint department)
{
  TnkTurnoutCounts counts;

  tnk_turnout_count_own (turnout, department, &counts);
  return tnk_turnout_is_closed (turnout, department) ? 0 : tnk_turnout_counts_get_missing (&counts);
}

static gboolean
read_day (const char *iso,
          GDate *day)
{
  guint year, month, date;

  if (iso == NULL || sscanf (iso, "%4u-%2u-%2u", &year, &month, &date) != 3 || !g_date_valid_dmy (date, month, year))
    return FALSE;
  g_date_set_dmy (day, date, month, year);
  return TRUE;
}

gboolean
tnk_reminders_count_days (TnkTurnout *turnout,
                          const char *today,
                          int *days)
{
  GDate from = {0}, to = {0};

  if (!read_day (today, &from) || !read_day (tnk_campaign_get_closes (tnk_turnout_get_campaign (turnout)), &to))
    return FALSE;
  *days = g_date_days_between (&from, &to);
  return TRUE;
}

void
tnk_reminders_find_scope (TnkTurnout *turnout,
                          int department,
                          guint *first,
                          guint *end)
{
  TnkBody *body = tnk_turnout_get_body (turnout);

  if (department < 0)
    department = tnk_turnout_get_department (turnout);
  *first = MAX (department, 0);
  *end = department < 0 ? tnk_body_get_n_departments (body) : tnk_body_get_subtree_end (body, department);
}

/* --- the text --- */

typedef struct
{
  TnkTurnout *turnout;
  GPtrArray *people; /* (element-type TnkTurnoutPerson) */
  const char *language;
  gboolean english;
  guint first;
  guint end;
  GString *text;
} Writer;

static char *
format_day (Writer *self,
            const char *iso)
{
  GDate day = {0};
  char text[32];

  if (!self->english || !read_day (iso, &day))
    return tnk_format_date (iso);
  g_snprintf (text, sizeof text, "%u %s %u", g_date_get_day (&day),
              ((const char *[]){"", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                                "November", "December"})[g_date_get_month (&day)],
              g_date_get_year (&day));
  return g_strdup (text);
}

static char *
describe_days (Writer *self,
               int days)
{
  if (days == 0)
    return g_strdup (self->english ? "today is the last day" : "今日まで");
  if (days < 0)
    return g_strdup_printf (self->english ? "%d days overdue" : "%d日超過", -days);
  return g_strdup_printf (self->english ? "%d days left" : "あと%d日", days);
}

static char *
describe_people (Writer *self,
                 guint n)
{
  return g_strdup_printf (!self->english ? "%u人" : n == 1 ? "%u person"
                                                           : "%u people",
                          n);
}

static guint
count_all (Writer *self)
{
  guint n = 0;

  for (guint i = self->first; i < self->end; i++)
    n += tnk_reminders_count (self->turnout, i);
  return n;
}

static void
write_head (Writer *self,
            const char *body_name,
            const char *today)
{
  TnkCampaign *campaign = tnk_turnout_get_campaign (self->turnout);
  g_autofree char *now = format_day (self, today), *last = format_day (self, tnk_campaign_get_closes (campaign));
  g_autofree char *people = describe_people (self, count_all (self));
  int days;

  g_string_append_printf (self->text, "%s　%s\n", body_name != NULL ? body_name : "", tnk_campaign_get_title (campaign));
  g_string_append_printf (self->text, self->english ? "Not handed in yet, as of %s: %s\n" : "まだ提出していない人（%s現在）：%s\n", now, people);
  if (!tnk_reminders_count_days (self->turnout, today, &days))
    return;
  g_autofree char *left = describe_days (self, days);
  g_string_append_printf (self->text, self->english ? "Last day: %s (%s)\n" : "提出期限：%s（%s）\n", last, left);
}

/* A remark of several lines would tear the list apart. */
static void
write_remark (Writer *self,
              const char *remark)
{
  g_auto (GStrv) lines = g_strsplit (remark, "\n", -1);
  g_autofree char *line = g_strjoinv (self->english ? " " : "　", lines);

  g_string_append_printf (self->text, self->english ? ": %s" : "：%s", line);
}

static void
write_person (Writer *self,
              TnkTurnoutPerson *person)
{
  guint n_open = tnk_turnout_person_get_n_open (person);

  g_string_append_printf (self->text, "　%s　%s　%s", tnk_turnout_person_get_id (person), tnk_turnout_person_get_name (person),
                          tnk_turnout_state_get_label (tnk_turnout_person_get_state (person), self->language));
  if (n_open > 0)
    g_string_append_printf (self->text, self->english ? " (%u questions open)" : "（未回答%u問）", n_open);
  if (tnk_turnout_person_get_remark (person) != NULL)
    write_remark (self, tnk_turnout_person_get_remark (person));
  g_string_append_c (self->text, '\n');
}

static void
write_department (Writer *self,
                  TnkDepartment *department,
                  guint *next)
{
  guint n = tnk_reminders_count (self->turnout, tnk_department_get_index (department));
  g_autofree char *people = NULL;

  if (n == 0)
    return;
  people = describe_people (self, n);
  g_string_append_printf (self->text, self->english ? "\n%s: %s\n" : "\n%s　%s\n", tnk_department_get_name (department), people);
  for (; *next < self->people->len && tnk_turnout_person_get_department (self->people->pdata[*next]) == department; (*next)++)
    write_person (self, self->people->pdata[*next]);
}

/**
 * tnk_reminders_make_text:
 * @turnout: who has handed in
 * @department: the index of a department, which stands for its subtree; -1 for all that @turnout is about
 * @body_name: (nullable): the name of the public body
 * @today: the day, ISO 8601
 * @language: (nullable): `ja`, `en`, or a locale; `NULL` means `ja`
 *
 * Makes a list of the people to remind as text to be pasted into a message, by department. Where @turnout has no people, it says
 * how many they are. Departments that are closed are left out: nobody can hand in there.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
tnk_reminders_make_text (TnkTurnout *turnout,
                         int department,
                         const char *body_name,
                         const char *today,
                         const char *language)
{
  g_autoptr (GPtrArray) people = NULL;
  guint next = 0;

  g_return_val_if_fail (TNK_IS_TURNOUT (turnout) && today != NULL, NULL);

  people = tnk_reminders_list (turnout, department);
  Writer self = {.turnout = turnout, .people = people, .language = language, .text = g_string_new (NULL)};
  self.english = language != NULL && g_str_has_prefix (language, "en");
  tnk_reminders_find_scope (turnout, department, &self.first, &self.end);
  write_head (&self, body_name, today);
  for (guint i = self.first; i < self.end; i++)
    write_department (&self, tnk_body_get_department (tnk_turnout_get_body (turnout), i), &next);
  return g_string_free (self.text, FALSE);
}
