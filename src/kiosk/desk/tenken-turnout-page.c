/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-turnout-page.h"

#include <glib/gi18n.h>

#include "tenken-desk-watch.h"
#include "tenken-turnout-data.h"
#include "tenken-turnout-view.h"

struct _TenkenTurnoutPage
{
  TenkenDeskPage parent_instance;

  TenkenTurnoutView *view;
  TenkenDeskWatch *watch;
  char *target; /* who is to be shown once there is something; NULL: nobody */
};

G_DEFINE_FINAL_TYPE (TenkenTurnoutPage, tenken_turnout_page, TENKEN_TYPE_DESK_PAGE)

static gpointer
make_query (TenkenDeskPage *page)
{
  TenkenDesk *desk = tenken_desk_page_get_desk (page);
  TenkenTurnoutQuery *query = g_new0 (TenkenTurnoutQuery, 1);

  query->campaign_id = g_strdup (tenken_desk_get_campaign_id (desk));
  query->part_id = g_strdup (tenken_desk_get_department_id (desk));
  return query;
}

static const struct
{
  const char *target;
  guint states;
} picks[] = {{"missing", 1u << TNK_TURNOUT_STATE_NOT_BEGUN | 1u << TNK_TURNOUT_STATE_DRAFT},
             {"returned", 1u << TNK_TURNOUT_STATE_RETURNED},
             {"submitted", 1u << TNK_TURNOUT_STATE_SUBMITTED}};

static void
go_to (TenkenTurnoutPage *self,
       const char *target)
{
  for (guint i = 0; i < G_N_ELEMENTS (picks); i++)
    if (g_str_equal (picks[i].target, target)) {
      tenken_turnout_view_pick (self->view, picks[i].states);
      return;
    }
  tenken_turnout_view_open (self->view, target);
}

static void
show (TenkenDeskPage *page,
      gpointer result)
{
  TenkenTurnoutPage *self = TENKEN_TURNOUT_PAGE (page);
  TenkenTurnoutData *data = result;
  g_autofree char *target = g_steal_pointer (&self->target);
  TnkTurnoutCounts counts = {0};

  tenken_desk_watch_set_mark (self->watch, data->mark);
  if (data->part != NULL)
    tnk_turnout_count (data->part, -1, &counts);
  if (counts.asked == 0) {
    tenken_turnout_view_clear (self->view);
    tenken_desk_page_set_empty (page, "system-users-symbolic", _ ("Nobody is asked here"),
                                _ ("In this campaign nobody of this department is asked anything, or it has not been opened."), NULL, NULL);
    return;
  }
  tenken_turnout_view_show (self->view, data->part, data->today);
  if (target != NULL)
    go_to (self, target);
}

static void
aim (TenkenDeskPage *page,
     const char *target)
{
  TenkenTurnoutPage *self = TENKEN_TURNOUT_PAGE (page);

  g_clear_pointer (&self->target, g_free);
  if (target == NULL)
    return;
  if (tenken_desk_page_is_busy (page))
    self->target = g_strdup (target);
  else
    go_to (self, target);
}

/* --- the class --- */

static void
tenken_turnout_page_dispose (GObject *object)
{
  TenkenTurnoutPage *self = TENKEN_TURNOUT_PAGE (object);

  g_clear_object (&self->watch);
  g_clear_pointer (&self->target, g_free);
  G_OBJECT_CLASS (tenken_turnout_page_parent_class)->dispose (object);
}

static void
tenken_turnout_page_constructed (GObject *object)
{
  TenkenTurnoutPage *self = TENKEN_TURNOUT_PAGE (object);
  TenkenDeskPage *page = TENKEN_DESK_PAGE (object);

  G_OBJECT_CLASS (tenken_turnout_page_parent_class)->constructed (object);
  self->view = TENKEN_TURNOUT_VIEW (tenken_turnout_view_new (tenken_desk_page_get_desk (page)));
  self->watch = tenken_desk_watch_new (page, tenken_desk_watch_read_all);
  tenken_desk_page_set_content (page, GTK_WIDGET (self->view));
}

static void
tenken_turnout_page_class_init (TenkenTurnoutPageClass *klass)
{
  TenkenDeskPageClass *page_class = TENKEN_DESK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = tenken_turnout_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = tenken_turnout_page_dispose;
  page_class->make_request = make_query;
  page_class->request_free = tenken_turnout_query_free;
  page_class->fetch = tenken_turnout_data_load;
  page_class->result_free = tenken_turnout_data_free;
  page_class->show = show;
  page_class->aim = aim;
}

static void
tenken_turnout_page_init (TenkenTurnoutPage *self)
{
}

GtkWidget *
tenken_turnout_page_new (TenkenDesk *desk)
{
  return g_object_new (TENKEN_TYPE_TURNOUT_PAGE, "desk", desk, NULL);
}
