/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-desk-ask.h"

#include "tenken-desk-page.h"

typedef struct
{
  GWeakRef owner;
  GWeakRef page; /* on which the owner is */
  TenkenDesk *desk;
  GCancellable *cancellable;
  GDestroyNotify result_free;
  TenkenDeskDone done;
  gpointer user_data;
} Ask;

static void
ask_free (Ask *self)
{
  g_weak_ref_clear (&self->owner);
  g_weak_ref_clear (&self->page);
  g_object_unref (self->desk);
  g_clear_object (&self->cancellable);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ask, ask_free)

static void
answered (GObject *source,
          GAsyncResult *async_result,
          gpointer user_data)
{
  g_autoptr (Ask) self = user_data;
  g_autoptr (GtkWidget) owner = g_weak_ref_get (&self->owner);
  g_autoptr (TenkenDeskPage) page = g_weak_ref_get (&self->page);
  g_autoptr (GError) error = NULL;
  gpointer result = tnk_session_call_finish (TNK_SESSION (source), async_result, &error);
  gboolean wanted = owner != NULL && tenken_desk_get_session (self->desk) != NULL && !g_cancellable_is_cancelled (self->cancellable);

  if (page != NULL)
    tenken_desk_page_end_reading (page);
  if (wanted)
    self->done (owner, result, error, self->user_data);
  if (result != NULL && self->result_free != NULL)
    self->result_free (result);
}

void
tenken_desk_ask (GtkWidget *owner,
                 TenkenDesk *desk,
                 TnkDeskFunc func,
                 gpointer data,
                 GDestroyNotify data_free,
                 GDestroyNotify result_free,
                 GCancellable *cancellable,
                 TenkenDeskDone done,
                 gpointer user_data)
{
  TnkSession *session;
  GtkWidget *page;
  Ask *self;

  g_return_if_fail (GTK_IS_WIDGET (owner) && TENKEN_IS_DESK (desk) && func != NULL && done != NULL);

  session = tenken_desk_get_session (desk);
  if (session == NULL) {
    if (data != NULL && data_free != NULL)
      data_free (data);
    return;
  }
  self = g_new0 (Ask, 1);
  page = gtk_widget_get_ancestor (owner, TENKEN_TYPE_DESK_PAGE);
  g_weak_ref_init (&self->owner, owner);
  g_weak_ref_init (&self->page, page);
  if (page != NULL)
    tenken_desk_page_begin_reading (TENKEN_DESK_PAGE (page));
  self->desk = g_object_ref (desk);
  g_set_object (&self->cancellable, cancellable);
  self->result_free = result_free;
  self->done = done;
  self->user_data = user_data;
  tnk_session_call_async (session, func, data, data_free, result_free, cancellable, answered, self);
}
