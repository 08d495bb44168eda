/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-desk-choice.h"

#include "tenken-search.h"

struct _TenkenDeskChoice
{
  GObject parent_instance;

  char *id;
  char *text;
  char *detail;
  char *folded;
  guint depth;
};

G_DEFINE_FINAL_TYPE (TenkenDeskChoice, tenken_desk_choice, G_TYPE_OBJECT)

static void
tenken_desk_choice_finalize (GObject *object)
{
  TenkenDeskChoice *self = TENKEN_DESK_CHOICE (object);

  g_free (self->id);
  g_free (self->text);
  g_free (self->detail);
  g_free (self->folded);
  G_OBJECT_CLASS (tenken_desk_choice_parent_class)->finalize (object);
}

static void
tenken_desk_choice_class_init (TenkenDeskChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenken_desk_choice_finalize;
}

static void
tenken_desk_choice_init (TenkenDeskChoice *self)
{
}

TenkenDeskChoice *
tenken_desk_choice_new (const char *id,
                        const char *text,
                        const char *detail,
                        guint depth)
{
  TenkenDeskChoice *self = g_object_new (TENKEN_TYPE_DESK_CHOICE, NULL);

  self->id = g_strdup (id);
  self->text = g_strdup (text);
  self->detail = g_strdup (detail);
  self->folded = tenken_search_fold (text);
  self->depth = depth;
  return self;
}

const char *
tenken_desk_choice_get_id (TenkenDeskChoice *self)
{
  return self->id;
}

const char *
tenken_desk_choice_get_text (TenkenDeskChoice *self)
{
  return self->text;
}

const char *
tenken_desk_choice_get_detail (TenkenDeskChoice *self)
{
  return self->detail;
}

guint
tenken_desk_choice_get_depth (TenkenDeskChoice *self)
{
  return self->depth;
}

gboolean
tenken_desk_choice_matches (TenkenDeskChoice *self,
                            const char *words)
{
  return tenken_search_matches (self->folded, words);
}
