/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <tenken.h>

G_BEGIN_DECLS

/* How an action of the improvement plan reads on the screen, in its language. What is returned is newly allocated, but for
 * names that stand still. */
const char *tenken_plan_field_get_name (TnkActionField field);
const char *tenken_plan_priority_get_name (guint priority); /* 1 to 3 */
const char *tenken_plan_status_get_name (TnkActionStatus status);
char *tenken_plan_word_departments (TnkPlan *plan, const char *ids); /* ids: one a line */
char *tenken_plan_word_owner (TnkPlan *plan, const char *owner); /* “role:ID” or “person:NUMBER” */
char *tenken_plan_word_person (TnkPlan *plan, const char *person_id);
/* A field in its text form, as people read it; a dash where nothing is said. */
char *tenken_plan_word_field (TnkPlan *plan, TnkActionField field, const char *value);
/* The clause and the title of a control. */
char *tenken_plan_word_control (TnkControl *control);

G_END_DECLS
