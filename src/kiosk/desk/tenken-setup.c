/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-setup.h"

#include <glib/gi18n.h>

struct _TenkenSetup
{
  GObject parent_instance;

  GPtrArray *catalogs;
  GPtrArray *campaigns;
  TnkBody *roster;
  char *today;
  TnkVisibility visibility;
  char *changing;
  char *like;
  TnkCampaign *campaign;
  TnkCampaignPreview *preview; /* NULL until it is asked for */
  TnkCarryOver *carry_over; /* the same */
  char *texts[TENKEN_SETUP_N_TEXTS];
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TenkenSetup, tenken_setup, G_TYPE_OBJECT)

/* --- the source --- */

void
tenken_setup_source_free (gpointer data)
{
  TenkenSetupSource *self = data;

  g_clear_pointer (&self->catalogs, g_ptr_array_unref);
  g_clear_pointer (&self->campaigns, g_ptr_array_unref);
  g_clear_object (&self->roster);
  g_free (self->today);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenkenSetupSource, tenken_setup_source_free)

gpointer
tenken_setup_source_read (TnkDesk *desk,
                          gpointer data,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (TenkenSetupSource) self = g_new0 (TenkenSetupSource, 1);

  self->today = tnk_desk_dup_today (desk);
  if (!tnk_desk_get_default_visibility (desk, &self->visibility, error))
    return NULL;
  self->campaigns = tnk_desk_list_all_campaigns (desk, error);
  self->roster = self->campaigns != NULL ? tnk_desk_load_roster (desk, error) : NULL;
  self->catalogs = self->roster != NULL ? tnk_desk_list_catalogs (desk, cancellable, error) : NULL;
  return self->catalogs != NULL ? g_steal_pointer (&self) : NULL;
}

/* --- the class --- */

static void
tenken_setup_finalize (GObject *object)
{
  TenkenSetup *self = TENKEN_SETUP (object);

  for (guint i = 0; i < TENKEN_SETUP_N_TEXTS; i++)
    g_free (self->texts[i]);
  g_clear_pointer (&self->catalogs, g_ptr_array_unref);
  g_clear_pointer (&self->campaigns, g_ptr_array_unref);
  g_clear_object (&self->roster);
  g_clear_object (&self->campaign);
  g_clear_object (&self->preview);
  g_clear_object (&self->carry_over);
  g_free (self->today);
  g_free (self->changing);
  g_free (self->like);
  G_OBJECT_CLASS (tenken_setup_parent_class)->finalize (object);
}

static void
tenken_setup_class_init (TenkenSetupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenken_setup_finalize;
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", TENKEN_TYPE_SETUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tenken_setup_init (TenkenSetup *self)
{
  for (guint i = 0; i < TENKEN_SETUP_N_TEXTS; i++)
    self->texts[i] = g_strdup ("");
}

/* --- what it begins with --- */

static void
put_text (TenkenSetup *self,
          TenkenSetupText which,
          const char *text)
{
  g_free (self->texts[which]);
  self->texts[which] = g_strdup (text != NULL ? text : "");
}

static void
put_number (TenkenSetup *self,
            TenkenSetupText which,
            double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  put_text (self, which, g_ascii_formatd (digits, sizeof digits, "%g", number));
}

static void
put_lines (TenkenSetup *self)
{
  for (char grade = 'A'; grade <= 'C'; grade++)
    put_number (self, TENKEN_SETUP_TEXT_LINE_A + grade - 'A', tnk_campaign_get_grade_line (self->campaign, grade));
  put_number (self, TENKEN_SETUP_TEXT_ATTAINMENT, tnk_campaign_get_attainment_line (self->campaign));
}

TnkCampaign *
tenken_setup_find_campaign (TenkenSetup *self,
                            const char *id)
{
  g_return_val_if_fail (TENKEN_IS_SETUP (self), NULL);

  for (guint i = 0; id != NULL && i < self->campaigns->len; i++)
    if (g_str_equal (tnk_campaign_get_id (self->campaigns->pdata[i]), id))
      return self->campaigns->pdata[i];
  return NULL;
}

/* The year of the day, and the next one after the ids that are years. */
static void
propose_names (TenkenSetup *self)
{
  int year = atoi (self->today);
  g_autofree char *id = NULL, *title = NULL;

  for (guint i = 0; i < self->campaigns->len; i++) {
    int other = atoi (tnk_campaign_get_id (self->campaigns->pdata[i]));
    if (other >= year && other < 10000)
      year = other + 1;
  }
  id = g_strdup_printf ("%d", year);
  /* Translators: a year, such as 2026 */
  title = g_strdup_printf (_ ("Information security self-check %s"), id);
  put_text (self, TENKEN_SETUP_TEXT_ID, id);
  put_text (self, TENKEN_SETUP_TEXT_TITLE, title);
}

/* The edition that ships now of the catalog that a campaign asked; the one that it keeps where none ships any more. */
static TnkCatalog *
find_catalog (TenkenSetup *self,
              TnkCatalog *old)
{
  for (guint i = 0; i < self->catalogs->len; i++)
    if (g_str_equal (tnk_catalog_get_id (self->catalogs->pdata[i]), tnk_catalog_get_id (old)))
      return self->catalogs->pdata[i];
  g_ptr_array_add (self->catalogs, g_object_ref (old));
  return old;
}

static void
take_changing (TenkenSetup *self,
               TnkCampaign *campaign)
{
  self->changing = g_strdup (tnk_campaign_get_id (campaign));
  self->campaign = tnk_campaign_copy (campaign);
  put_text (self, TENKEN_SETUP_TEXT_ID, self->changing);
  put_text (self, TENKEN_SETUP_TEXT_TITLE, tnk_campaign_get_title (campaign));
  put_text (self, TENKEN_SETUP_TEXT_OPENS, tnk_campaign_get_opens (campaign));
  put_text (self, TENKEN_SETUP_TEXT_CLOSES, tnk_campaign_get_closes (campaign));
  put_lines (self);
}

static void
take_defaults (TenkenSetup *self)
{
  TnkCatalog *catalog = self->catalogs->len > 0 ? self->catalogs->pdata[0] : NULL;

  for (guint i = 0; i < self->catalogs->len; i++)
    if (g_str_equal (tnk_catalog_get_id (self->catalogs->pdata[i]), "mic-2020"))
      catalog = self->catalogs->pdata[i];
  g_clear_object (&self->campaign);
  if (catalog == NULL)
    return;
  self->campaign = tnk_campaign_new ("new", catalog);
  tnk_campaign_set_visibility (self->campaign, self->visibility);
  put_lines (self);
}

TenkenSetup *
tenken_setup_new (TenkenSetupSource *source,
                  const char *changing,
                  const char *like)
{
  TenkenSetup *self = g_object_new (TENKEN_TYPE_SETUP, NULL);
  TnkCampaign *before;

  self->catalogs = g_ptr_array_ref (source->catalogs);
  self->campaigns = g_ptr_array_ref (source->campaigns);
  self->roster = g_object_ref (source->roster);
  self->today = g_strdup (source->today);
  self->visibility = source->visibility;
  before = tenken_setup_find_campaign (self, changing != NULL ? changing : like);
  if (changing != NULL && before != NULL) {
    take_changing (self, before);
    return self;
  }
  propose_names (self);
  take_defaults (self);
  if (before != NULL)
    tenken_setup_set_like (self, before);
  return self;
}

/* --- what was chosen --- */

GPtrArray *
tenken_setup_get_catalogs (TenkenSetup *self)
{
  return self->catalogs;
}

GPtrArray *
tenken_setup_get_campaigns (TenkenSetup *self)
{
  return self->campaigns;
}

TnkBody *
tenken_setup_get_roster (TenkenSetup *self)
{
  return self->roster;
}

const char *
tenken_setup_get_today (TenkenSetup *self)
{
  return self->today;
}

const char *
tenken_setup_get_changing (TenkenSetup *self)
{
  return self->changing;
}

const char *
tenken_setup_get_like (TenkenSetup *self)
{
  return self->like;
}

TnkCampaign *
tenken_setup_get_campaign (TenkenSetup *self)
{
  return self->campaign;
}

TnkCampaignPreview *
tenken_setup_get_preview (TenkenSetup *self)
{
  if (self->preview == NULL && self->campaign != NULL)
    self->preview = tnk_campaign_preview_new (self->campaign, self->roster);
  return self->preview;
}

TnkCampaign *
tenken_setup_find_previous (TenkenSetup *self)
{
  return self->campaign != NULL ? tnk_carry_over_find_previous (self->campaign, self->campaigns) : NULL;
}

TnkCarryOver *
tenken_setup_get_carry_over (TenkenSetup *self)
{
  TnkCampaign *previous = self->carry_over == NULL ? tenken_setup_find_previous (self) : NULL;

  if (previous != NULL)
    self->carry_over = tnk_carry_over_new (self->campaign, previous);
  return self->carry_over;
}

void
tenken_setup_changed (TenkenSetup *self)
{
  g_clear_object (&self->preview);
  g_clear_object (&self->carry_over);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
tenken_setup_written (TenkenSetup *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
tenken_setup_set_catalog (TenkenSetup *self,
                          TnkCatalog *catalog)
{
  g_autoptr (TnkCampaign) before = g_steal_pointer (&self->campaign);

  self->campaign =
    before != NULL ? tnk_campaign_new_like (before, tnk_campaign_get_id (before), catalog) : tnk_campaign_new ("new", catalog);
  tenken_setup_changed (self);
}

/* Departments that the roster no longer has are left behind: a store would refuse them. */
static void
forget_lost_departments (TenkenSetup *self)
{
  g_auto (GStrv) ids = g_strdupv ((GStrv) tnk_campaign_get_departments_outside (self->campaign));

  for (guint i = 0; ids[i] != NULL; i++)
    if (tnk_body_lookup_department (self->roster, ids[i]) == NULL)
      tnk_campaign_set_department_outside (self->campaign, ids[i], FALSE);
}

void
tenken_setup_set_like (TenkenSetup *self,
                       TnkCampaign *other)
{
  g_free (self->like);
  self->like = other != NULL ? g_strdup (tnk_campaign_get_id (other)) : NULL;
  if (other == NULL)
    take_defaults (self);
  else {
    g_clear_object (&self->campaign);
    self->campaign = tnk_campaign_new_like (other, "new", find_catalog (self, tnk_campaign_get_catalog (other)));
    forget_lost_departments (self);
    put_lines (self);
  }
  tenken_setup_changed (self);
}

const char *
tenken_setup_get_text (TenkenSetup *self,
                       TenkenSetupText which)
{
  return self->texts[which];
}

void
tenken_setup_set_text (TenkenSetup *self,
                       TenkenSetupText which,
                       const char *text)
{
  if (g_str_equal (self->texts[which], text))
    return;
  put_text (self, which, text);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
