/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-records-due.h"
#include "tenken-results.h"

G_BEGIN_DECLS

/* What the first page of a manager is about. */
typedef struct
{
  TenkenResults *results;
  TnkTurnout *turnout;
  TnkTurnoutCounts counts; /* of the department with all below it */
  TnkDepartment *closed; /* the department whose closing holds here; NULL if none does. Borrowed from the turnout */
  char *today;
  GPtrArray *unfinished; /* (element-type TnkUnfinished): plans */
  TenkenRecordsDue due;
} TenkenManagerHome;

/* For the thread of the store, with a TenkenDeskQuery. */
gpointer tenken_manager_home_load (TnkDesk *desk, gpointer query, GCancellable *cancellable, GError **error);
void tenken_manager_home_free (gpointer self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenkenManagerHome, tenken_manager_home_free)

/* Something that waits to be done. */
typedef struct
{
  const char *icon_name;
  char *text; /* “3 people have not handed in yet” */
  const char *hint; /* what to do about it, in the language of the screen */
  const char *place; /* where; see tenken_desk_go () */
} TenkenManagerStep;

/* (element-type TenkenManagerStep): what to do next, the most pressing first; empty if nothing waits. */
GArray *tenken_manager_home_list_steps (const TenkenManagerHome *self);
/* “6 days until it closes, on 30 November 2026”; NULL if there is no such day, or it is over. Newly allocated. */
char *tenken_manager_home_describe_closing (const TenkenManagerHome *self);

G_END_DECLS
