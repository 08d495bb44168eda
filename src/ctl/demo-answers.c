/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "demo-answers.h"

#include "demo-private.h"

#define PURPOSE_PERSON 0x1000

/* Millions of rows go out in pieces of this size. */
#define BUFFER (256 * 1024)

/* Everything that moves an answer is measured in the spread of one person’s answers. From 0 up an item is implemented,
 * and from PARTIAL_BAND below 0 it is so in part. */
#define BASE 0.45
#define PROGRESS 0.3
#define PARTIAL_BAND 0.9

/* What a role is asked about a control, and how it tends to be answered. */
typedef struct
{
  const char *control_id;
  guint role; /* the number of its bit */
  DemoTopics topics;
  gboolean asked;
  double ease;
  double progress;
} Item;

typedef struct
{
  DemoBody *body;
  DemoRound round;
  guint32 seed;
  GArray *items; /* (element-type Item): in catalog order */
  DemoStanding *standings;
  GRand *lasting; /* what a person brings along every year */
  GRand *passing; /* what only this round has */
  GString *rows;
  GOutputStream *stream;
} Writer;

/* A person while answering. */
typedef struct
{
  DemoPerson *person;
  double ease;
  double open_share;
  double talkative;
  gboolean ticks_all;
  double relevance[DEMO_N_OPTIONAL_TOPICS];
} Respondent;

/* What chance decides about one item. Everything is drawn for every item, needed or not, so that no answer depends on
 * another one, nor on what the campaign adopts. */
typedef struct
{
  double quality;
  double relevance;
  double open;
  double comment;
  double choice;
} Draw;

static const double role_ease[DEMO_N_ROLES] = {0.2, 0.3, 0.05, 0.2, 0.1, -0.1, 0.05, 0.3, 0.25, -0.15, 0.15};

static const struct
{
  DemoTopics topics; /* all of them */
  double ease;
} topic_ease[] = {
  {DEMO_TOPIC_PHYSICAL, 0.3},
  {DEMO_TOPIC_PASSWORD, 0.15},
  {DEMO_TOPIC_INCIDENT, -0.25},
  {DEMO_TOPIC_INCIDENT | DEMO_TOPIC_TRAINING, -0.7},
  {DEMO_TOPIC_CLOUD, -0.5},
  {DEMO_TOPIC_SOCIAL_MEDIA, -0.15},
  {DEMO_TOPIC_CONTRACT, -0.2},
  {DEMO_TOPIC_LOGGING, -0.3},
  {DEMO_TOPIC_BACKUP, -0.25},
  {DEMO_TOPIC_LOGGING | DEMO_TOPIC_BACKUP, -0.4},
};

/* How likely a topic does not concern somebody, in the order of the optional topics. */
static const double staff_irrelevance[DEMO_N_OPTIONAL_TOPICS] = {0.25, 0.3, 0.4, 0.15, 0.1, 0.12};
static const double manager_irrelevance[DEMO_N_OPTIONAL_TOPICS] = {0.08, 0.12, 0.25, 0.15, 0.04, 0.06};
static const double system_irrelevance[DEMO_N_OPTIONAL_TOPICS] = {0.12, 0.12, 0.1, 0.15, 0.03, 0.05};

static gboolean
is_in_charge (const Item *item)
{
  return ((1u << item->role) & (DEMO_ROLE_STAFF | DEMO_ROLE_CONTRACTOR)) == 0;
}

/* FNV-1a: how hard a control is must not depend on its place in the catalog. */
static guint32
hash_id (const char *id)
{
  guint32 hash = 2166136261u;

  for (const char *p = id; *p != '\0'; p++)
    hash = (hash ^ (guchar) *p) * 16777619u;
  return hash;
}

static int
find_role (const char *id)
{
  for (guint i = 0; i < DEMO_N_ROLES; i++)
    if (g_str_equal (demo_role_ids ()[i], id))
      return i;
  return -1;
}

static DemoTopics
find_topics (TnkControl *control)
{
  const char *const *tags = tnk_control_get_tags (control);
  DemoTopics topics = 0;

  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    topics |= demo_topic_from_tag (tags[i]);
  return topics;
}

/* How easy a control is for everybody: by its chapter, by what it is about, and by itself. */
static void
judge_control (Item *item,
               const char *chapter_id,
               guint32 seed)
{
  g_autoptr (GRand) rand = demo_rand_new (seed, hash_id (item->control_id));

  item->ease = BASE + role_ease[item->role] + 0.4 * demo_rand_normal (rand);
  item->progress = PROGRESS + 0.25 * demo_rand_normal (rand);
  for (guint i = 0; i < G_N_ELEMENTS (topic_ease); i++)
    if ((item->topics & topic_ease[i].topics) == topic_ease[i].topics)
      item->ease += topic_ease[i].ease;
  if (g_str_equal (chapter_id, "4"))
    item->ease += 0.35;
  else if (g_str_equal (chapter_id, "8"))
    item->ease -= 0.15;
}

static gboolean
is_asked (TnkControl *control,
          const char *const *adopted_ids)
{
  return tnk_control_get_level (control) == TNK_LEVEL_REQUIRED ||
         (adopted_ids != NULL && g_strv_contains (adopted_ids, tnk_control_get_id (control)));
}

static GArray *
list_items (TnkCatalog *catalog,
            guint32 seed,
            const char *const *adopted_ids)
{
  GArray *items = g_array_new (FALSE, TRUE, sizeof (Item));

  for (guint i = 0; i < tnk_catalog_get_n_duties (catalog); i++) {
    TnkDuty *duty = tnk_catalog_get_duty (catalog, i);
    TnkControl *control = tnk_duty_get_control (duty);
    TnkChapter *chapter = tnk_catalog_get_chapter (catalog, tnk_control_get_chapter_index (control));
    int role = find_role (tnk_role_get_id (tnk_duty_get_role (duty)));
    Item item = {.control_id = tnk_control_get_id (control)};

    if (role < 0 || !tnk_duty_is_scored (duty))
      continue;
    item.role = role;
    item.topics = find_topics (control);
    item.asked = is_asked (control, adopted_ids);
    judge_control (&item, tnk_chapter_get_id (chapter), seed);
    g_array_append_val (items, item);
  }
  return items;
}

/* Meets a person: what is so every year comes from one stream, what is so this year from the other. Those who hold a
 * duty beyond staff do not tick everything unread. */
static void
meet (Writer *self,
      guint index,
      Respondent *respondent)
{
  DemoPerson *person = demo_body_person (self->body, index);
  DemoStanding *standing = &self->standings[person->department];
  gboolean in_charge = (person->roles & ~(DEMO_ROLE_STAFF | DEMO_ROLE_CONTRACTOR)) != 0;

  g_rand_set_seed_array (self->lasting, (const guint32[]){self->seed, PURPOSE_PERSON, index}, 3);
  g_rand_set_seed_array (self->passing, (const guint32[]){self->seed, PURPOSE_PERSON + 1 + self->round.number, index}, 3);
  respondent->person = person;
  respondent->ease = standing->ease + self->round.maturity * standing->progress;
  respondent->ease += (in_charge ? 0.3 : 0.5) * demo_rand_normal (self->lasting);
  respondent->ticks_all = g_rand_double (self->lasting) < 0.08 && !in_charge;
  respondent->talkative = 0.2 + 1.6 * g_rand_double (self->lasting);
  for (guint i = 0; i < DEMO_N_OPTIONAL_TOPICS; i++)
    respondent->relevance[i] = g_rand_double (self->lasting);
  respondent->open_share = g_rand_double (self->passing) < 0.2 && !in_charge ? 0.1 : 0.005;
}

static Draw
draw_item (Writer *self)
{
  Draw draw;

  draw.quality = 0.78 * demo_rand_normal (self->lasting) + 0.62 * demo_rand_normal (self->passing);
  draw.relevance = g_rand_double (self->lasting);
  draw.open = g_rand_double (self->passing);
  draw.comment = g_rand_double (self->passing);
  draw.choice = g_rand_double (self->passing);
  return draw;
}

static const double *
irrelevance_of (const Item *item)
{
  switch (1u << item->role) {
  case DEMO_ROLE_STAFF:
  case DEMO_ROLE_CONTRACTOR:
    return staff_irrelevance;
  case DEMO_ROLE_MANAGER:
    return manager_irrelevance;
  case DEMO_ROLE_SYSTEM_MANAGER:
  case DEMO_ROLE_SYSTEM_OPERATOR:
    return system_irrelevance;
  default:
    return NULL;
  }
}

/* Whoever has no mobile device has none in any question; beyond that a single question may not apply. */
static gboolean
is_relevant (const Respondent *respondent,
             const Item *item,
             double draw)
{
  const double *irrelevance = irrelevance_of (item);

  for (guint i = 0; irrelevance != NULL && i < DEMO_N_OPTIONAL_TOPICS; i++)
    if ((item->topics & (1u << i)) != 0 && respondent->relevance[i] < irrelevance[i])
      return FALSE;
  return draw >= (is_in_charge (item) ? 0.004 : 0.01);
}

static TnkAnswerValue
answer_item (Writer *self,
             const Respondent *respondent,
             const Item *item,
             const Draw *draw)
{
  double quality = respondent->ease + item->ease + self->round.maturity * item->progress + draw->quality;

  if (draw->open < respondent->open_share)
    return TNK_ANSWER_VALUE_UNANSWERED;
  if (respondent->ticks_all)
    return TNK_ANSWER_VALUE_IMPLEMENTED;
  if (!is_relevant (respondent, item, draw->relevance))
    return TNK_ANSWER_VALUE_NOT_APPLICABLE;
  if (quality >= 0)
    return TNK_ANSWER_VALUE_IMPLEMENTED;
  return quality >= -PARTIAL_BAND ? TNK_ANSWER_VALUE_PARTIAL : TNK_ANSWER_VALUE_NOT_IMPLEMENTED;
}

static const char *
comment_on (const Respondent *respondent,
            const Item *item,
            const Draw *draw,
            TnkAnswerValue value)
{
  gboolean in_charge = is_in_charge (item);

  if (value == TNK_ANSWER_VALUE_NOT_APPLICABLE)
    return demo_comment_pick (DEMO_COMMENT_NOT_APPLICABLE, in_charge, item->topics, draw->choice);
  if (value == TNK_ANSWER_VALUE_PARTIAL && draw->comment < 0.1 * respondent->talkative)
    return demo_comment_pick (DEMO_COMMENT_PARTIAL, in_charge, item->topics, draw->choice);
  if (value == TNK_ANSWER_VALUE_NOT_IMPLEMENTED && draw->comment < 0.2 * respondent->talkative)
    return demo_comment_pick (DEMO_COMMENT_NOT_IMPLEMENTED, in_charge, item->topics, draw->choice);
  return "";
}

static void
append_answer (Writer *self,
               const Respondent *respondent,
               const Item *item)
{
  Draw draw = draw_item (self);
  TnkAnswerValue value = answer_item (self, respondent, item, &draw);

  if (!item->asked || value == TNK_ANSWER_VALUE_UNANSWERED)
    return;
  demo_csv_append (self->rows, respondent->person->id);
  g_string_append_c (self->rows, ',');
  g_string_append (self->rows, demo_role_ids ()[item->role]);
  g_string_append_c (self->rows, ',');
  demo_csv_append (self->rows, item->control_id);
  g_string_append_c (self->rows, ',');
  g_string_append (self->rows, tnk_answer_value_to_string (value));
  g_string_append_c (self->rows, ',');
  demo_csv_append (self->rows, comment_on (respondent, item, &draw, value));
  g_string_append (self->rows, "\r\n");
}

static void
append_person (Writer *self,
               guint index)
{
  Respondent respondent;

  meet (self, index, &respondent);
  for (guint i = 0; i < self->items->len; i++) {
    const Item *item = &g_array_index (self->items, Item, i);
    if ((respondent.person->roles & (1u << item->role)) != 0)
      append_answer (self, &respondent, item);
  }
}

static gboolean
flush (Writer *self,
       GError **error)
{
  if (!g_output_stream_write_all (self->stream, self->rows->str, self->rows->len, NULL, NULL, error))
    return FALSE;
  g_string_truncate (self->rows, 0);
  return TRUE;
}

static gboolean
write_people (Writer *self,
              GError **error)
{
  g_autofree gboolean *submitted = demo_submissions_new (self->body, self->standings, self->seed, self->round);

  g_string_append (self->rows, "person_id,role,control_id,answer,comment\r\n");
  for (guint i = 0; i < demo_body_get_n_people (self->body); i++) {
    if (submitted[i])
      append_person (self, i);
    if (self->rows->len >= BUFFER && !flush (self, error))
      return FALSE;
  }
  return flush (self, error);
}

/* A file that could not be finished must not take the place of the one before it, and closing would put it there. */
static void
abandon (GOutputStream *stream)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (stream, cancelled, NULL);
}

static gboolean
write_file (Writer *self,
            const char *filename,
            GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (filename);
  g_autoptr (GFileOutputStream) stream = NULL;

  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, error);
  if (stream == NULL)
    return FALSE;
  self->stream = G_OUTPUT_STREAM (stream);
  if (write_people (self, error) && g_output_stream_close (self->stream, NULL, error))
    return TRUE;
  abandon (self->stream);
  g_prefix_error (error, "%s: ", filename);
  return FALSE;
}

/* Writes the answers of one campaign, as `tenkenctl answers import` reads them: those of required controls and of the
 * recommended ones in `adopted_ids_or_NULL`, of the people who have handed in, each person’s rows together and in
 * catalog order. An item that somebody left open has no row. */
gboolean
demo_answers_write (DemoBody *body,
                    TnkCatalog *catalog,
                    guint32 seed,
                    DemoRound round,
                    const char *filename,
                    const char *const *adopted_ids_or_NULL,
                    GError **error)
{
  g_return_val_if_fail (body != NULL && filename != NULL, FALSE);
  g_return_val_if_fail (TNK_IS_CATALOG (catalog), FALSE);

  g_autoptr (GArray) items = list_items (catalog, seed, adopted_ids_or_NULL);
  g_autofree DemoStanding *standings = demo_standings_new (body, seed);
  g_autoptr (GRand) lasting = g_rand_new_with_seed (0);
  g_autoptr (GRand) passing = g_rand_new_with_seed (0);
  g_autoptr (GString) rows = g_string_sized_new (BUFFER + 16 * 1024);
  Writer writer = {
    .body = body,
    .round = round,
    .seed = seed,
    .items = items,
    .standings = standings,
    .lasting = lasting,
    .passing = passing,
    .rows = rows,
  };

  return write_file (&writer, filename, error);
}
