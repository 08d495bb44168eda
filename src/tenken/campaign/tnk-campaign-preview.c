/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-campaign-preview.h"

#include "tnk-campaign-private.h"

/* How long a person needs for a question, on average: a clerk’s 77 are done in ten minutes. */
#define SECONDS_PER_QUESTION 8

#define N_SAMPLES 3

/* People of the roster who hold the same roles. */
typedef struct
{
  guint64 bits; /* the roles in which they are asked something */
  guint n;
  TnkPerson *first; /* borrowed from the roster */
} Kind;

struct _TnkCampaignPreview
{
  GObject parent_instance;

  TnkCampaign *campaign;
  TnkBody *roster;
  guint n_roles;
  guint64 asked_bits; /* the roles that are asked anything */
  guint *questions; /* by role */
  guint *asked; /* by department and role; the column after the last role counts each person once */
  guint *held; /* the same for everybody of the roster */
  GArray *kinds; /* (element-type Kind) */
  int samples[N_SAMPLES]; /* roles; -1 where there is none */
};

G_DEFINE_FINAL_TYPE (TnkCampaignPreview, tnk_campaign_preview, G_TYPE_OBJECT)

static void
tnk_campaign_preview_finalize (GObject *object)
{
  TnkCampaignPreview *self = TNK_CAMPAIGN_PREVIEW (object);

  g_free (self->questions);
  g_free (self->asked);
  g_free (self->held);
  g_array_unref (self->kinds);
  g_clear_object (&self->campaign);
  g_clear_object (&self->roster);
  G_OBJECT_CLASS (tnk_campaign_preview_parent_class)->finalize (object);
}

static void
tnk_campaign_preview_class_init (TnkCampaignPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_campaign_preview_finalize;
}

static void
tnk_campaign_preview_init (TnkCampaignPreview *self)
{
  self->kinds = g_array_new (FALSE, FALSE, sizeof (Kind));
}

/* --- counting --- */

static void
count_questions (TnkCampaignPreview *self)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (self->campaign);

  self->questions = g_new0 (guint, self->n_roles);
  for (guint i = 0; i < tnk_catalog_get_n_duties (catalog); i++) {
    TnkDuty *duty = tnk_catalog_get_duty (catalog, i);

    if (tnk_campaign_asks (self->campaign, duty))
      self->questions[tnk_role_get_index (tnk_duty_get_role (duty))]++;
  }
  for (guint r = 0; r < self->n_roles; r++)
    if (self->questions[r] > 0)
      self->asked_bits |= G_GUINT64_CONSTANT (1) << r;
}

static void
count_person (TnkCampaignPreview *self,
              guint *row,
              guint64 bits)
{
  for (guint r = 0; r < self->n_roles; r++)
    row[r] += (bits >> r) & 1;
  row[self->n_roles]++;
}

static guint64
pack_all_roles (TnkCampaignPreview *self,
                TnkPerson *person)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (self->campaign);
  const char *const *ids = tnk_person_get_roles (person);
  guint64 bits = 0;

  for (guint i = 0; ids[i] != NULL; i++) {
    TnkRole *role = tnk_catalog_lookup_role (catalog, ids[i]);
    if (role != NULL)
      bits |= G_GUINT64_CONSTANT (1) << tnk_role_get_index (role);
  }
  return bits;
}

/* There are a few dozen kinds, the frequent ones early. */
static void
note_kind (TnkCampaignPreview *self,
           TnkPerson *person,
           guint64 bits)
{
  for (guint i = 0; i < self->kinds->len; i++) {
    Kind *kind = &g_array_index (self->kinds, Kind, i);

    if (kind->bits != bits)
      continue;
    kind->n++;
    return;
  }
  Kind kind = {bits, 1, person};
  g_array_append_val (self->kinds, kind);
}

static void
count_people (TnkCampaignPreview *self)
{
  guint n_departments = tnk_body_get_n_departments (self->roster), width = self->n_roles + 1;
  g_autofree gboolean *outside = g_new (gboolean, n_departments);

  self->asked = g_new0 (guint, (gsize) n_departments * width);
  self->held = g_new0 (guint, (gsize) n_departments * width);
  for (guint i = 0; i < n_departments; i++)
    outside[i] = tnk_campaign_is_department_outside (self->campaign, tnk_body_get_department (self->roster, i));
  for (guint i = 0; i < tnk_body_get_n_people (self->roster); i++) {
    TnkPerson *person = tnk_body_get_person (self->roster, i);
    guint department = tnk_department_get_index (tnk_person_get_department (person));
    guint64 held = pack_all_roles (self, person), bits = held & self->asked_bits;

    count_person (self, self->held + (gsize) department * width, held);
    if (bits == 0 || outside[department])
      continue;
    count_person (self, self->asked + (gsize) department * width, bits);
    note_kind (self, person, bits);
  }
}

static guint
sum_up (TnkCampaignPreview *self,
        const guint *counts,
        int department,
        int role)
{
  guint first = department < 0 ? 0 : department, width = self->n_roles + 1, sum = 0;
  guint end = department < 0 ? tnk_body_get_n_departments (self->roster) : tnk_body_get_subtree_end (self->roster, department);

  for (guint i = first; i < end; i++)
    sum += counts[(gsize) i * width + (role < 0 ? self->n_roles : (guint) role)];
  return sum;
}

/* --- samples --- */

typedef struct
{
  guint role;
  guint n;
} Holders;

static int
compare_holders (gconstpointer a,
                 gconstpointer b)
{
  const Holders *one = a, *other = b;

  return one->n != other->n ? (one->n < other->n ? 1 : -1) : (int) one->role - (int) other->role;
}

/* The role by that name, where somebody is asked in it and it was not taken yet; else the one at the place. */
static int
choose_sample (TnkCampaignPreview *self,
               GArray *holders,
               const char *id,
               guint place)
{
  TnkRole *role = tnk_catalog_lookup_role (tnk_campaign_get_catalog (self->campaign), id);
  guint at = place;
  int chosen;

  for (guint i = 0; role != NULL && i < holders->len; i++)
    if (g_array_index (holders, Holders, i).role == tnk_role_get_index (role))
      at = i;
  if (at >= holders->len)
    return -1;
  chosen = g_array_index (holders, Holders, at).role;
  g_array_remove_index (holders, at);
  return chosen;
}

/* A clerk, a manager and the CISO where the catalog knows them; else roles with most, some and fewest holders. */
static void
choose_samples (TnkCampaignPreview *self)
{
  g_autoptr (GArray) holders = g_array_new (FALSE, FALSE, sizeof (Holders));

  for (guint r = 0; r < self->n_roles; r++) {
    Holders entry = {r, sum_up (self, self->asked, -1, r)};
    if (entry.n > 0)
      g_array_append_val (holders, entry);
  }
  g_array_sort (holders, compare_holders);
  self->samples[0] = choose_sample (self, holders, "staff", 0);
  self->samples[1] = choose_sample (self, holders, "manager", holders->len / 2);
  self->samples[2] = choose_sample (self, holders, "ciso", MAX (holders->len, 1) - 1);
}

/**
 * tnk_campaign_preview_new:
 * @campaign: a campaign; later changes of it are not seen
 * @roster: the departments and people of today
 *
 * Counts what the campaign would ask of whom if it were opened with this roster.
 *
 * Returns: (transfer full): the preview
 *
 * Since: 0.1
 */
TnkCampaignPreview *
tnk_campaign_preview_new (TnkCampaign *campaign,
                          TnkBody *roster)
{
  TnkCampaignPreview *self;
  TnkCatalog *catalog;

  g_return_val_if_fail (TNK_IS_CAMPAIGN (campaign) && TNK_IS_BODY (roster), NULL);

  self = g_object_new (TNK_TYPE_CAMPAIGN_PREVIEW, NULL);
  catalog = tnk_campaign_get_catalog (campaign);
  self->campaign = tnk_campaign_copy (campaign);
  self->roster = g_object_ref (roster);
  self->n_roles = tnk_catalog_get_n_roles (catalog);
  count_questions (self);
  count_people (self);
  choose_samples (self);
  return self;
}

/**
 * tnk_campaign_preview_get_campaign:
 * @self: a preview
 *
 * Gets the campaign as it was when the preview was made. It is not to be changed.
 *
 * Returns: (transfer none): the campaign
 *
 * Since: 0.1
 */
TnkCampaign *
tnk_campaign_preview_get_campaign (TnkCampaignPreview *self)
{
  g_return_val_if_fail (TNK_IS_CAMPAIGN_PREVIEW (self), NULL);
  return self->campaign;
}

/**
 * tnk_campaign_preview_count_people:
 * @self: a preview
 * @department: the index of a department of the roster, which stands for all below it too; -1 for the whole body
 * @role: the index of a role; -1 for any
 *
 * Counts the people who would be asked.
 *
 * Returns: how many
 *
 * Since: 0.1
 */
guint
tnk_campaign_preview_count_people (TnkCampaignPreview *self,
                                   int department,
                                   int role)
{
  g_return_val_if_fail (TNK_IS_CAMPAIGN_PREVIEW (self) && role < (int) self->n_roles, 0);
  g_return_val_if_fail (department < (int) tnk_body_get_n_departments (self->roster), 0);
  return sum_up (self, self->asked, department, role);
}

/**
 * tnk_campaign_preview_count_roster:
 * @self: a preview
 * @department: the index of a department of the roster, which stands for all below it too; -1 for the whole body
 * @role: the index of a role; -1 for any
 *
 * Counts the people of the roster, whether or not they would be asked.
 *
 * Returns: how many
 *
 * Since: 0.1
 */
guint
tnk_campaign_preview_count_roster (TnkCampaignPreview *self,
                                   int department,
                                   int role)
{
  g_return_val_if_fail (TNK_IS_CAMPAIGN_PREVIEW (self) && role < (int) self->n_roles, 0);
  g_return_val_if_fail (department < (int) tnk_body_get_n_departments (self->roster), 0);
  return sum_up (self, self->held, department, role);
}

/**
 * tnk_campaign_preview_count_controls:
 * @self: a preview
 *
 * Counts the controls that the campaign requires.
 *
 * Returns: how many
 *
 * Since: 0.1
 */
guint
tnk_campaign_preview_count_controls (TnkCampaignPreview *self)
{
  TnkCatalog *catalog;
  guint n = 0;

  g_return_val_if_fail (TNK_IS_CAMPAIGN_PREVIEW (self), 0);

  catalog = tnk_campaign_get_catalog (self->campaign);
  for (guint i = 0; i < tnk_catalog_get_n_controls (catalog); i++)
    n += tnk_campaign_requires (self->campaign, tnk_catalog_get_control (catalog, i));
  return n;
}

/**
 * tnk_campaign_preview_count_questions:
 * @self: a preview
 * @role: the index of a role
 *
 * Counts the questions that whoever holds a role is asked in it, whether or not anybody does.
 *
 * Returns: how many
 *
 * Since: 0.1
 */
guint
tnk_campaign_preview_count_questions (TnkCampaignPreview *self,
                                      int role)
{
  g_return_val_if_fail (TNK_IS_CAMPAIGN_PREVIEW (self) && role >= 0 && role < (int) self->n_roles, 0);
  return self->questions[role];
}

/**
 * tnk_campaign_preview_count_items:
 * @self: a preview
 *
 * Counts the questions that everybody together would be asked.
 *
 * Returns: how many
 *
 * Since: 0.1
 */
guint64
tnk_campaign_preview_count_items (TnkCampaignPreview *self)
{
  guint64 n = 0;

  g_return_val_if_fail (TNK_IS_CAMPAIGN_PREVIEW (self), 0);

  for (guint r = 0; r < self->n_roles; r++)
    n += (guint64) self->questions[r] * sum_up (self, self->asked, -1, r);
  return n;
}

/**
 * tnk_estimate_minutes:
 * @n_questions: a number of questions
 *
 * Estimates how long somebody needs to answer.
 *
 * Returns: minutes, rounded up
 *
 * Since: 0.1
 */
guint
tnk_estimate_minutes (guint n_questions)
{
  return (n_questions * SECONDS_PER_QUESTION + 59) / 60;
}

/**
 * tnk_campaign_preview_get_minutes:
 * @self: a preview
 * @role: the index of a role
 *
 * Estimates how long the questions of a role take.
 *
 * Returns: minutes, rounded up
 *
 * Since: 0.1
 */
guint
tnk_campaign_preview_get_minutes (TnkCampaignPreview *self,
                                  int role)
{
  return tnk_estimate_minutes (tnk_campaign_preview_count_questions (self, role));
}

/**
 * tnk_campaign_preview_get_n_samples:
 * @self: a preview
 *
 * Gets how many sample questionnaires there are: at most three, of different roles.
 *
 * Returns: how many
 *
 * Since: 0.1
 */
guint
tnk_campaign_preview_get_n_samples (TnkCampaignPreview *self)
{
  guint n = 0;

  g_return_val_if_fail (TNK_IS_CAMPAIGN_PREVIEW (self), 0);

  while (n < N_SAMPLES && self->samples[n] >= 0)
    n++;
  return n;
}

/**
 * tnk_campaign_preview_get_sample_role:
 * @self: a preview
 * @sample: a place among the samples
 *
 * Gets the role that a sample stands for.
 *
 * Returns: (transfer none): the role
 *
 * Since: 0.1
 */
TnkRole *
tnk_campaign_preview_get_sample_role (TnkCampaignPreview *self,
                                      guint sample)
{
  g_return_val_if_fail (TNK_IS_CAMPAIGN_PREVIEW (self) && sample < tnk_campaign_preview_get_n_samples (self), NULL);
  return tnk_catalog_get_role (tnk_campaign_get_catalog (self->campaign), self->samples[sample]);
}

/**
 * tnk_campaign_preview_make_sample:
 * @self: a preview
 * @sample: a place among the samples
 *
 * Makes the questionnaire of somebody who holds the role: with the other roles that most of its holders have too.
 *
 * Returns: (transfer full): the questionnaire
 *
 * Since: 0.1
 */
TnkQuestionnaire *
tnk_campaign_preview_make_sample (TnkCampaignPreview *self,
                                  guint sample)
{
  const Kind *best = NULL;

  g_return_val_if_fail (TNK_IS_CAMPAIGN_PREVIEW (self) && sample < tnk_campaign_preview_get_n_samples (self), NULL);

  for (guint i = 0; i < self->kinds->len; i++) {
    const Kind *kind = &g_array_index (self->kinds, Kind, i);

    if (((kind->bits >> self->samples[sample]) & 1) && (best == NULL || kind->n > best->n))
      best = kind;
  }
  g_assert (best != NULL);
  return tnk_questionnaire_new (self->campaign, tnk_person_get_id (best->first), tnk_person_get_roles (best->first));
}
