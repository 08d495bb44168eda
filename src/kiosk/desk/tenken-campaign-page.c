/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-campaign-page.h"

#include <glib/gi18n.h>

#include "tenken-button.h"
#include "tenken-campaign-data.h"
#include "tenken-campaign-dialogs.h"
#include "tenken-campaign-facts.h"
#include "tenken-campaign-steps.h"
#include "tenken-desk-parts.h"
#include "tenken-figure.h"
#include "tenken-wrap-box.h"

struct _TenkenCampaignPage
{
  TenkenDeskPage parent_instance;

  char *target; /* the id of the campaign that is shown; NULL: the list */
  GtkWidget *column;
  GtkWidget *scroller;
  TnkCampaign *campaign; /* the one that is shown */
  TnkCampaignCounts counts;
};

G_DEFINE_FINAL_TYPE (TenkenCampaignPage, tenken_campaign_page, TENKEN_TYPE_DESK_PAGE)

static TenkenDesk *
get_desk (TenkenCampaignPage *self)
{
  return tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self));
}

static GtkWidget *
make_button (TenkenCampaignPage *self,
             const char *label,
             const char *css,
             GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  tenken_button_wrap (button);
  if (css != NULL)
    gtk_widget_add_css_class (button, css);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static void
append (TenkenCampaignPage *self,
        GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (self->column), widget);
}

/* --- the list --- */

static void
make_new (TenkenCampaignPage *self)
{
  tenken_desk_go (get_desk (self), "setup");
}

static void
show_one (TenkenCampaignPage *self,
          GtkWidget *button)
{
  g_autofree char *place = g_strconcat ("campaign/", g_object_get_data (G_OBJECT (button), "id"), NULL);

  tenken_desk_go (get_desk (self), place);
}

static char *
describe_counts (TnkCampaign *campaign,
                 const TnkCampaignCounts *counts)
{
  if (tnk_campaign_get_state (campaign) == TNK_CAMPAIGN_STATE_PREPARED)
    return g_strdup (_ ("Nobody is asked yet."));
  return g_strdup_printf (_ ("%u of %u people have handed in."), counts->submitted, counts->people);
}

static GtkWidget *
make_row (TenkenCampaignPage *self,
          TnkCampaign *campaign,
          const TnkCampaignCounts *counts,
          const char *today)
{
  GtkWidget *button = gtk_button_new (), *box = tenken_desk_column_new (3), *line = tenken_wrap_box_new (0, 12);
  GtkWidget *name = tenken_desk_text_new (tnk_campaign_get_title (campaign), "setup-name");
  g_autofree char *period = tenken_campaign_describe_period (campaign, today), *people = describe_counts (campaign, counts);

  gtk_widget_set_hexpand (name, TRUE);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), name);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line),
                          tenken_desk_text_new (tenken_campaign_describe_state (tnk_campaign_get_state (campaign)), "setup-state"));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), tenken_desk_text_new (period, NULL));
  gtk_box_append (GTK_BOX (box), tenken_desk_text_new (people, "figures"));
  tenken_button_set_content (button, box, tnk_campaign_get_title (campaign));
  gtk_widget_add_css_class (button, "setup-campaign");
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (tnk_campaign_get_id (campaign)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_one), self, G_CONNECT_SWAPPED);
  return button;
}

/* --- what asks for something to be done --- */

/* The list is that of the campaign that is looked at. */
static void
show_lapsed (TenkenCampaignPage *self,
             GtkWidget *button)
{
  tenken_desk_set_campaign_id (get_desk (self), g_object_get_data (G_OBJECT (button), "id"));
  tenken_desk_go (get_desk (self), "records/lapsed");
}

static void
add_lapsed (TenkenCampaignPage *self,
            GtkWidget *box,
            TnkCampaign *campaign,
            guint n)
{
  g_autofree char *text = tenken_records_due_word_lapsed (n);
  g_autofree char *label = g_strdup_printf ("⚠ %s: %s", tnk_campaign_get_title (campaign), text);
  GtkWidget *button = make_button (self, label, NULL, G_CALLBACK (show_lapsed));

  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (tnk_campaign_get_id (campaign)), g_free);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (box), button);
}

static void
add_due (TenkenCampaignPage *self,
         const TenkenCampaignData *data)
{
  GtkWidget *box = tenken_wrap_box_new (0, 6);

  for (guint i = data->campaigns->len; i-- > 0;)
    if (data->n_lapsed[i] > 0)
      add_lapsed (self, box, data->campaigns->pdata[i], data->n_lapsed[i]);
  tenken_records_due_add_ways (box, &data->due);
  gtk_widget_set_visible (box, gtk_widget_get_first_child (box) != NULL);
  append (self, box);
}

static void
show_list (TenkenCampaignPage *self,
           const TenkenCampaignData *data)
{
  GtkWidget *head = tenken_wrap_box_new (0, 12), *title = tenken_desk_heading_new (_ ("Campaigns"), "page-title");

  gtk_widget_set_hexpand (title, TRUE);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (head), title);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (head),
                          make_button (self, _ ("Set a new one up"), "suggested-action", G_CALLBACK (make_new)));
  append (self, head);
  add_due (self, data);
  if (data->campaigns->len == 0)
    append (self, tenken_desk_text_new (_ ("There is no campaign yet. Set the first one up: it takes six steps, and nothing happens before the last."), NULL));
  for (guint i = data->campaigns->len; i-- > 0;)
    append (self, make_row (self, data->campaigns->pdata[i], &data->counts[i], data->today));
}

/* --- one campaign --- */

static void
show_all (TenkenCampaignPage *self)
{
  tenken_desk_go (get_desk (self), "campaign");
}

static void
ask_open (TenkenCampaignPage *self)
{
  tenken_campaign_ask_open (GTK_WIDGET (self), get_desk (self), self->campaign);
}

static void
ask_close (TenkenCampaignPage *self)
{
  tenken_campaign_ask_close (GTK_WIDGET (self), get_desk (self), self->campaign, &self->counts);
}

static void
ask_reopen (TenkenCampaignPage *self)
{
  tenken_campaign_ask_reopen (GTK_WIDGET (self), get_desk (self), self->campaign);
}

static void
ask_last_day (TenkenCampaignPage *self)
{
  tenken_campaign_ask_last_day (GTK_WIDGET (self), get_desk (self), self->campaign);
}

static void
ask_visibility (TenkenCampaignPage *self)
{
  tenken_campaign_ask_visibility (GTK_WIDGET (self), get_desk (self), self->campaign);
}

static void
ask_discard (TenkenCampaignPage *self)
{
  tenken_campaign_ask_discard (GTK_WIDGET (self), get_desk (self), self->campaign);
}

static void
change_it (TenkenCampaignPage *self)
{
  g_autofree char *place = g_strconcat ("setup/change/", tnk_campaign_get_id (self->campaign), NULL);

  tenken_desk_go (get_desk (self), place);
}

static void
begin_like (TenkenCampaignPage *self)
{
  g_autofree char *place = g_strconcat ("setup/like/", tnk_campaign_get_id (self->campaign), NULL);

  tenken_desk_go (get_desk (self), place);
}

static void
add_deed (TenkenCampaignPage *self,
          GtkWidget *box,
          const char *label,
          const char *css,
          GCallback clicked)
{
  tenken_wrap_box_append (TENKEN_WRAP_BOX (box), make_button (self, label, css, clicked));
}

static GtkWidget *
make_deeds (TenkenCampaignPage *self)
{
  GtkWidget *box = tenken_wrap_box_new (0, 6);

  switch (tnk_campaign_get_state (self->campaign)) {
  case TNK_CAMPAIGN_STATE_PREPARED:
    add_deed (self, box, _ ("Open the campaign…"), "suggested-action", G_CALLBACK (ask_open));
    add_deed (self, box, _ ("Change it"), NULL, G_CALLBACK (change_it));
    add_deed (self, box, _ ("Discard…"), NULL, G_CALLBACK (ask_discard));
    break;
  case TNK_CAMPAIGN_STATE_OPEN:
    add_deed (self, box, _ ("Move the last day…"), NULL, G_CALLBACK (ask_last_day));
    add_deed (self, box, _ ("Close…"), NULL, G_CALLBACK (ask_close));
    break;
  case TNK_CAMPAIGN_STATE_CLOSED:
    add_deed (self, box, _ ("Open again…"), NULL, G_CALLBACK (ask_reopen));
    break;
  default:
    g_return_val_if_reached (box);
  }
  add_deed (self, box, _ ("What departments see…"), NULL, G_CALLBACK (ask_visibility));
  add_deed (self, box, _ ("A new one like it"), NULL, G_CALLBACK (begin_like));
  return box;
}

static GtkWidget *
make_figure (const char *caption,
             guint n,
             guint of)
{
  GtkWidget *figure = tenken_figure_new (caption);
  g_autofree char *value = g_strdup_printf ("%u", n), *detail = g_strdup_printf ("%u/%u", n, of);

  tenken_figure_set_value (TENKEN_FIGURE (figure), value, _ ("people"));
  tenken_figure_set_detail (TENKEN_FIGURE (figure), detail);
  tenken_figure_set_plain (TENKEN_FIGURE (figure), TRUE);
  return figure;
}

static void
add_figures (TenkenCampaignPage *self)
{
  const TnkCampaignCounts *counts = &self->counts;
  GtkWidget *box = tenken_wrap_box_new (4, 12), *rate = tenken_figure_new (_ ("Handed in"));

  if (tnk_campaign_get_state (self->campaign) == TNK_CAMPAIGN_STATE_PREPARED)
    return;
  tenken_figure_set_rate (TENKEN_FIGURE (rate), counts->submitted, counts->people);
  tenken_figure_set_plain (TENKEN_FIGURE (rate), TRUE);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (box), rate);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (box), make_figure (_ ("Begun"), counts->drafts, counts->people));
  tenken_wrap_box_append (TENKEN_WRAP_BOX (box), make_figure (_ ("Not begun"), counts->untouched, counts->people));
  append (self, box);
}

static void
show_campaign (TenkenCampaignPage *self,
               const TenkenCampaignData *data)
{
  GtkWidget *head = tenken_wrap_box_new (0, 12), *title, *facts = tenken_desk_column_new (6), *steps = tenken_desk_column_new (6);
  g_autofree char *period = tenken_campaign_describe_period (self->campaign, data->today);

  title = tenken_desk_heading_new (tnk_campaign_get_title (self->campaign), "page-title");
  gtk_widget_set_hexpand (title, TRUE);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (head), title);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (head), tenken_desk_text_new (tenken_campaign_describe_state (tnk_campaign_get_state (self->campaign)), "setup-state"));
  append (self, g_object_new (GTK_TYPE_BOX, NULL));
  gtk_box_append (GTK_BOX (gtk_widget_get_last_child (self->column)),
                  make_button (self, _ ("All campaigns"), "flat", G_CALLBACK (show_all)));
  append (self, head);
  append (self, tenken_desk_text_new (period, NULL));
  add_figures (self);
  append (self, make_deeds (self));
  append (self, tenken_desk_heading_new (_ ("How it is set up"), "section-title"));
  tenken_campaign_facts_add (facts, self->campaign, data->tree, NULL, NULL);
  append (self, facts);
  append (self, tenken_desk_heading_new (_ ("What was done"), "section-title"));
  tenken_campaign_steps_add (steps, data->steps);
  append (self, steps);
}

/* --- the page --- */

static gpointer
make_request (TenkenDeskPage *page)
{
  return g_strdup (TENKEN_CAMPAIGN_PAGE (page)->target);
}

static void
tenken_campaign_page_show (TenkenDeskPage *page,
                           gpointer result)
{
  TenkenCampaignPage *self = TENKEN_CAMPAIGN_PAGE (page);
  const TenkenCampaignData *data = result;

  tenken_desk_empty_box (self->column);
  g_clear_object (&self->campaign);
  if (data->chosen < 0) {
    show_list (self, data);
    return;
  }
  self->campaign = g_object_ref (data->campaigns->pdata[data->chosen]);
  self->counts = data->counts[data->chosen];
  show_campaign (self, data);
}

static void
tenken_campaign_page_aim (TenkenDeskPage *page,
                          const char *target)
{
  TenkenCampaignPage *self = TENKEN_CAMPAIGN_PAGE (page);

  if (g_strcmp0 (self->target, target) == 0)
    return;
  g_free (self->target);
  self->target = g_strdup (target);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  tenken_desk_page_reload (page);
}

static void
tenken_campaign_page_dispose (GObject *object)
{
  TenkenCampaignPage *self = TENKEN_CAMPAIGN_PAGE (object);

  g_clear_pointer (&self->target, g_free);
  g_clear_object (&self->campaign);
  G_OBJECT_CLASS (tenken_campaign_page_parent_class)->dispose (object);
}

static void
tenken_campaign_page_class_init (TenkenCampaignPageClass *klass)
{
  TenkenDeskPageClass *page_class = TENKEN_DESK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_campaign_page_dispose;
  page_class->make_request = make_request;
  page_class->request_free = g_free;
  page_class->fetch = tenken_campaign_data_read;
  page_class->result_free = tenken_campaign_data_free;
  page_class->show = tenken_campaign_page_show;
  page_class->aim = tenken_campaign_page_aim;
  page_class->without_campaign = TRUE;
}

static void
tenken_campaign_page_init (TenkenCampaignPage *self)
{
  self->scroller = tenken_desk_scroller_new (&self->column);
  tenken_desk_page_set_content (TENKEN_DESK_PAGE (self), self->scroller);
}

GtkWidget *
tenken_campaign_page_new (TenkenDesk *desk)
{
  return g_object_new (TENKEN_TYPE_CAMPAIGN_PAGE, "desk", desk, NULL);
}
