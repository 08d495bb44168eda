/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-turnout-watch.h"

#define SECONDS 3

struct _TenkenTurnoutWatch
{
  GObject parent_instance;

  TenkenDeskPage *page; /* weak */
  gint64 mark;
  gboolean has_mark;
  gboolean asking;
  guint tick;
};

G_DEFINE_FINAL_TYPE (TenkenTurnoutWatch, tenken_turnout_watch, G_TYPE_OBJECT)

static gpointer
read_mark (TnkDesk *desk,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  gint64 mark;

  return tnk_desk_read_mark (desk, &mark, error) ? g_memdup2 (&mark, sizeof mark) : NULL;
}

static void
take_mark (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (TenkenTurnoutWatch) self = user_data;
  g_autofree gint64 *mark = tnk_session_call_finish (TNK_SESSION (source), result, NULL);

  self->asking = FALSE;
  if (mark != NULL && self->page != NULL && self->tick != 0 && self->has_mark && *mark != self->mark)
    tenken_desk_page_reload (self->page);
}

static gboolean
look (gpointer user_data)
{
  TenkenTurnoutWatch *self = user_data;
  TnkSession *session = tenken_desk_get_session (tenken_desk_page_get_desk (self->page));

  if (session == NULL || self->asking || !self->has_mark)
    return G_SOURCE_CONTINUE;
  self->asking = TRUE;
  tnk_session_call_async (session, read_mark, NULL, NULL, g_free, NULL, take_mark, g_object_ref (self));
  return G_SOURCE_CONTINUE;
}

static void
begin (TenkenTurnoutWatch *self)
{
  if (self->tick == 0)
    self->tick = g_timeout_add_seconds (SECONDS, look, self);
}

static void
end (TenkenTurnoutWatch *self)
{
  g_clear_handle_id (&self->tick, g_source_remove);
}

static void
tenken_turnout_watch_dispose (GObject *object)
{
  TenkenTurnoutWatch *self = TENKEN_TURNOUT_WATCH (object);

  end (self);
  g_clear_weak_pointer (&self->page);
  G_OBJECT_CLASS (tenken_turnout_watch_parent_class)->dispose (object);
}

static void
tenken_turnout_watch_class_init (TenkenTurnoutWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenken_turnout_watch_dispose;
}

static void
tenken_turnout_watch_init (TenkenTurnoutWatch *self)
{
}

TenkenTurnoutWatch *
tenken_turnout_watch_new (TenkenDeskPage *page)
{
  TenkenTurnoutWatch *self = g_object_new (TENKEN_TYPE_TURNOUT_WATCH, NULL);

  g_set_weak_pointer (&self->page, page);
  g_signal_connect_object (page, "map", G_CALLBACK (begin), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "unmap", G_CALLBACK (end), self, G_CONNECT_SWAPPED);
  return self;
}

void
tenken_turnout_watch_set_mark (TenkenTurnoutWatch *self,
                               gint64 mark)
{
  g_return_if_fail (TENKEN_IS_TURNOUT_WATCH (self));

  self->mark = mark;
  self->has_mark = TRUE;
}
