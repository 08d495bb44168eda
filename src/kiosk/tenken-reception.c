/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-reception.h"

#define REFRESH_SECONDS 60

struct _TenkenReception
{
  GObject parent_instance;

  TnkTerminal *terminal; /* NULL once stopped */
  TnkWelcome *welcome;
  guint n_questions;
  char *trouble;
  guint source;
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TenkenReception, tenken_reception, G_TYPE_OBJECT)

static void
tenken_reception_dispose (GObject *object)
{
  TenkenReception *self = TENKEN_RECEPTION (object);

  tenken_reception_stop (self);
  g_clear_object (&self->welcome);
  g_clear_pointer (&self->trouble, g_free);
  G_OBJECT_CLASS (tenken_reception_parent_class)->dispose (object);
}

static void
tenken_reception_class_init (TenkenReceptionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenken_reception_dispose;
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", TENKEN_TYPE_RECEPTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tenken_reception_init (TenkenReception *self)
{
}

static void
tell (TenkenReception *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
counted (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (TenkenReception) self = user_data;
  g_autoptr (GError) error = NULL;
  guint n_questions = tnk_terminal_count_questions_finish (TNK_TERMINAL (source), result, &error);

  /* How long it takes is good to know, but nobody has to wait for it. */
  if (self->terminal == NULL || error != NULL)
    return;
  self->n_questions = n_questions;
  tell (self);
}

static void
take_welcome (TenkenReception *self,
              TnkWelcome *welcome)
{
  const char *before = self->welcome != NULL ? tnk_welcome_get_campaign_id (self->welcome) : NULL;
  gboolean other = g_strcmp0 (before, tnk_welcome_get_campaign_id (welcome)) != 0;

  g_set_object (&self->welcome, welcome);
  g_clear_pointer (&self->trouble, g_free);
  if (other) {
    self->n_questions = 0;
    tnk_terminal_count_questions_async (self->terminal, NULL, counted, g_object_ref (self));
  }
  tell (self);
}

static void
take_trouble (TenkenReception *self,
              GError *error)
{
  g_free (self->trouble);
  self->trouble = g_strdup (error->message);
  tell (self);
}

static void
read_welcome (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (TenkenReception) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkWelcome) welcome = tnk_terminal_read_welcome_finish (TNK_TERMINAL (source), result, &error);

  if (self->terminal == NULL)
    return;
  if (welcome != NULL)
    take_welcome (self, welcome);
  else
    take_trouble (self, error);
}

void
tenken_reception_refresh (TenkenReception *self)
{
  if (self->terminal != NULL && self->source != 0)
    tnk_terminal_read_welcome_async (self->terminal, NULL, read_welcome, g_object_ref (self));
}

static gboolean
refresh (gpointer user_data)
{
  tenken_reception_refresh (user_data);
  return G_SOURCE_CONTINUE;
}

static void
opened (GObject *source,
        GAsyncResult *result,
        gpointer user_data)
{
  g_autoptr (TenkenReception) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean open = tnk_terminal_open_finish (TNK_TERMINAL (source), result, &error);

  if (self->terminal == NULL)
    return;
  if (!open) {
    take_trouble (self, error);
    return;
  }
  self->source = g_timeout_add_seconds (REFRESH_SECONDS, refresh, self);
  tenken_reception_refresh (self);
}

TenkenReception *
tenken_reception_new (TnkTerminal *terminal)
{
  TenkenReception *self = g_object_new (TENKEN_TYPE_RECEPTION, NULL);

  self->terminal = g_object_ref (terminal);
  return self;
}

void
tenken_reception_open (TenkenReception *self)
{
  tnk_terminal_open_async (self->terminal, NULL, opened, g_object_ref (self));
}

void
tenken_reception_stop (TenkenReception *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->terminal);
}

TnkWelcome *
tenken_reception_get_welcome (TenkenReception *self)
{
  return self->welcome;
}

guint
tenken_reception_get_n_questions (TenkenReception *self)
{
  return self->n_questions;
}

const char *
tenken_reception_get_trouble (TenkenReception *self)
{
  return self->trouble;
}
