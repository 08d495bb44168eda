/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-ui-desk.h"

G_BEGIN_DECLS

/* Applications and reports in the tests of the desks. */

/* Begins a record for somebody and fills it: field, value, …, NULL. Returns its number. */
char *tnk_ui_records_begin (TnkUi *ui, const char *form_id, const char *person_id, ...) G_GNUC_NULL_TERMINATED;
/* A whole application for a service with generative AI; a whole report of an incident. */
char *tnk_ui_records_begin_service (TnkUi *ui, const char *person_id);
char *tnk_ui_records_begin_incident (TnkUi *ui, const char *person_id);
/* Takes a step: field, value, …, NULL. */
void tnk_ui_records_take (TnkUi *ui, const char *record_id, const char *step_id, const char *person_id, ...) G_GNUC_NULL_TERMINATED;

/* Whoever holds a role; of several the first. */
char *tnk_ui_records_find_holder (TnkUi *ui, const char *role);
/* An exception that is applied for and permitted, for so many days. Returns its number. */
char *tnk_ui_records_make_exception (TnkUi *ui, const char *person_id, const char *control, int days);
/* Some of every kind, once. */
void tnk_ui_records_fill (TnkUi *ui);

/* For the list of pages. */
void tnk_ui_records_show_list (TnkUi *ui, TenkenRound *round);
void tnk_ui_records_show_exceptions (TnkUi *ui, TenkenRound *round);
void tnk_ui_records_show_draft (TnkUi *ui, TenkenRound *round);
void tnk_ui_records_show_forbidden (TnkUi *ui, TenkenRound *round);
void tnk_ui_records_show_missing (TnkUi *ui, TenkenRound *round);
void tnk_ui_records_show_applied (TnkUi *ui, TenkenRound *round);
void tnk_ui_records_show_step (TnkUi *ui, TenkenRound *round);
void tnk_ui_records_show_call (TnkUi *ui, TenkenRound *round);
void tnk_ui_records_show_sent (TnkUi *ui, TenkenRound *round);
/* Of the chief, who names his or her own. */
void tnk_ui_records_show_deputies (TnkUi *ui, TenkenRound *round);
void tnk_ui_records_show_naming (TnkUi *ui, TenkenRound *round);
/* At the desk of who holds no right. */
void tnk_ui_records_show_own (TnkUi *ui, TenkenRound *round);
void tnk_ui_records_show_own_draft (TnkUi *ui, TenkenRound *round);
void tnk_ui_records_show_own_applied (TnkUi *ui, TenkenRound *round);
void tnk_ui_records_show_hostile (TnkUi *ui, TenkenRound *round);

G_END_DECLS
