/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-terminal.h"
#include "tnk-test-store.h"

G_BEGIN_DECLS

/* What the tests of terminal and session need: a store with the campaign “2026” open, an open terminal “kiosk:hall-2”,
 * and people with PINs: p1 an own one, p2, p4 and p5 initial ones. */
typedef struct
{
  TnkTestStore test;
  TnkTerminal *terminal;
  char *p2_pin;
  char *p4_pin;
  char *p5_pin;
} TnkTestTerminal;

#define P1_PIN "735914"

void tnk_test_terminal_init (TnkTestTerminal *self);
/* Closes the terminal, which must be the last reference. */
void tnk_test_terminal_close (TnkTestTerminal *self);
void tnk_test_terminal_clear (TnkTestTerminal *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TnkTestTerminal, tnk_test_terminal_clear)

TnkTerminal *tnk_test_terminal_open (const char *path, const char *name);
TnkSession *tnk_test_terminal_sign_in (TnkTerminal *terminal, const char *id, const char *pin);
/* p1, with the own PIN. */
TnkSession *tnk_test_terminal_p1 (TnkTestTerminal *self);
TnkQuestionnaire *tnk_test_session_load (TnkSession *session);
/* The duty of an item, by its control; the role is “staff”. */
TnkDuty *tnk_test_session_duty (TnkQuestionnaire *questionnaire, const char *control_id);

/* A callback for an asynchronous verb, and the wait for it: runs the main context until the result is there. */
void tnk_test_await_cb (GObject *source, GAsyncResult *result, gpointer user_data);
GAsyncResult *tnk_test_await (GAsyncResult **result);

G_END_DECLS
