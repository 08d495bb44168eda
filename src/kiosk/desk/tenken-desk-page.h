/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "tenken-desk-query.h"

G_BEGIN_DECLS

#define TENKEN_TYPE_DESK_PAGE (tenken_desk_page_get_type ())

/* A page of a desk. It asks the store on the terminal's thread and shows what came back; while it waits, where it failed, where
 * the right is missing and where there is nothing, it says so in the same way as all others.
 *
 * A page that is not on the screen reads nothing; it reads when it is shown, and again when the desk has changed. What comes
 * back when the desk or the page has moved on meanwhile is dropped. A subclass is made with the property "desk", and has
 * its widgets as the property "content", so that a template can have them. */
G_DECLARE_DERIVABLE_TYPE (TenkenDeskPage, tenken_desk_page, TENKEN, DESK_PAGE, AdwBin)

struct _TenkenDeskPageClass
{
  AdwBinClass parent_class;

  /* What fetch needs to know, taken from the desk and the page; NULL if nothing. On the main thread. Where a class does not
   * say, fetch gets a TenkenDeskQuery. */
  gpointer (*make_request) (TenkenDeskPage *self);
  GDestroyNotify request_free;
  /* Reads what the page shows. On the thread of the store: no widget may be touched. Without it show gets NULL at once. */
  TnkDeskFunc fetch;
  GDestroyNotify result_free;
  /* Shows it. "result" is borrowed; keep what is needed with a reference. On the main thread. */
  void (*show) (TenkenDeskPage *self, gpointer result);
  /* The page is asked for with a target, the part after the slash of tenken_desk_go (); may be NULL. */
  void (*aim) (TenkenDeskPage *self, const char *target);
  /* Whether the page has something to show where the store has no campaign yet. Without it, it says that there is none. */
  gboolean without_campaign;
};

TenkenDesk *tenken_desk_page_get_desk (TenkenDeskPage *self);

/* What the page looks like once there is something to show. Called once, from the subclass's init or constructed. */
void tenken_desk_page_set_content (TenkenDeskPage *self, GtkWidget *content);

/* From show: there is nothing to show, and why; a label for the button that leads out and the place where it goes, or NULL. */
void tenken_desk_page_set_empty (TenkenDeskPage *self, const char *icon_name, const char *title, const char *text, const char *button, const char *place);

/* Reads again; what is shown stays until the new data is there. Done by itself when the desk changes and the page is shown. */
void tenken_desk_page_reload (TenkenDeskPage *self);

/* The page is asked for: aims it, and reads. */
void tenken_desk_page_aim (TenkenDeskPage *self, const char *target);
/* Something more is read for it than its fetch, or that is there. */
void tenken_desk_page_begin_reading (TenkenDeskPage *self);
void tenken_desk_page_end_reading (TenkenDeskPage *self);
/* Whether it waits for what it reads. */
gboolean tenken_desk_page_is_busy (TenkenDeskPage *self);
/* Puts the focus on the first thing of the page, now or once it is there. */
void tenken_desk_page_take_focus (TenkenDeskPage *self);

G_END_DECLS
