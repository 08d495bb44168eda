/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-desk-watch.h"

#define SECONDS 3

struct _TenkenDeskWatch
{
  GObject parent_instance;

  TenkenDeskPage *page; /* weak */
  TnkDeskFunc read_mark;
  gint64 mark;
  gboolean has_mark;
  gboolean asking;
  guint tick;
};

G_DEFINE_FINAL_TYPE (TenkenDeskWatch, tenken_desk_watch, G_TYPE_OBJECT)

gpointer
tenken_desk_watch_read_all (TnkDesk *desk,
                            gpointer data,
                            GCancellable *cancellable,
                            GError **error)
{
  gint64 mark;

  return tnk_desk_read_mark (desk, &mark, error) ? g_memdup2 (&mark, sizeof mark) : NULL;
}

gpointer
tenken_desk_watch_read_records (TnkDesk *desk,
                                gpointer data,
                                GCancellable *cancellable,
                                GError **error)
{
  gint64 mark;

  return tnk_desk_read_record_mark (desk, &mark, error) ? g_memdup2 (&mark, sizeof mark) : NULL;
}

static void
take_mark (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (TenkenDeskWatch) self = user_data;
  g_autofree gint64 *mark = tnk_session_call_finish (TNK_SESSION (source), result, NULL);

  self->asking = FALSE;
  if (mark != NULL && self->page != NULL && self->tick != 0 && self->has_mark && *mark != self->mark)
    tenken_desk_page_reload (self->page);
}

static gboolean
look (gpointer user_data)
{
  TenkenDeskWatch *self = user_data;
  TnkSession *session = tenken_desk_get_session (tenken_desk_page_get_desk (self->page));

  if (session == NULL || self->asking || !self->has_mark)
    return G_SOURCE_CONTINUE;
  self->asking = TRUE;
  tnk_session_call_async (session, self->read_mark, NULL, NULL, g_free, NULL, take_mark, g_object_ref (self));
  return G_SOURCE_CONTINUE;
}

static void
begin (TenkenDeskWatch *self)
{
  if (self->tick == 0)
    self->tick = g_timeout_add_seconds (SECONDS, look, self);
}

static void
end (TenkenDeskWatch *self)
{
  g_clear_handle_id (&self->tick, g_source_remove);
}

static void
tenken_desk_watch_dispose (GObject *object)
{
  TenkenDeskWatch *self = TENKEN_DESK_WATCH (object);

  end (self);
  g_clear_weak_pointer (&self->page);
  G_OBJECT_CLASS (tenken_desk_watch_parent_class)->dispose (object);
}

static void
tenken_desk_watch_class_init (TenkenDeskWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenken_desk_watch_dispose;
}

static void
tenken_desk_watch_init (TenkenDeskWatch *self)
{
}

TenkenDeskWatch *
tenken_desk_watch_new (TenkenDeskPage *page,
                       TnkDeskFunc read_mark)
{
  TenkenDeskWatch *self = g_object_new (TENKEN_TYPE_DESK_WATCH, NULL);

  g_set_weak_pointer (&self->page, page);
  self->read_mark = read_mark;
  g_signal_connect_object (page, "map", G_CALLBACK (begin), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "unmap", G_CALLBACK (end), self, G_CONNECT_SWAPPED);
  return self;
}

void
tenken_desk_watch_set_mark (TenkenDeskWatch *self,
                            gint64 mark)
{
  g_return_if_fail (TENKEN_IS_DESK_WATCH (self));

  self->mark = mark;
  self->has_mark = TRUE;
}

void
tenken_desk_watch_rest (TenkenDeskWatch *self)
{
  g_return_if_fail (TENKEN_IS_DESK_WATCH (self));
  self->has_mark = FALSE;
}
