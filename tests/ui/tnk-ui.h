/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>
#include <tenken.h>

#include "tenken-idle.h"
#include "tenken-round.h"
#include "tenken-window.h"

G_BEGIN_DECLS

/* What every test of the screens needs: stores with people in them, the program's own settings and style, its window with
 * somebody signed in, rounds in any state. */

/* Bodies: one as they are, and one whose every text is markup, formats, right to left, emoji or without an end. */
typedef enum {
  TNK_UI_PLAIN,
  TNK_UI_HOSTILE,
  TNK_UI_DEMO, /* the made-up city of tenkenctl, for the desks; made when it is first asked for */
  TNK_UI_N_BODIES
} TnkUiBody;

/* Who is in each of them. */
#define TNK_UI_STAFF "P0001" /* the role of all */
#define TNK_UI_CHIEF "P0002" /* several roles */
#define TNK_UI_NEWCOMER "P0003" /* has the first PIN still */
#define TNK_UI_OFFICER "P0004" /* secretariat and committee; is asked nothing */

typedef enum {
  TNK_UI_FRESH, /* nothing answered */
  TNK_UI_HALF, /* every kind of answer, some left for later; at the first open one */
  TNK_UI_FULL, /* all answered, with promises */
  TNK_UI_RETURNED, /* the same, sent back with a remark */
  TNK_UI_SUBMITTED
} TnkUiState;

typedef struct
{
  AdwApplication *application;
  GSettings *settings;
  char *dir;
  TnkTerminal *terminals[TNK_UI_N_BODIES];
  TnkStore *stores[TNK_UI_N_BODIES];
  char *newcomer_pins[TNK_UI_N_BODIES]; /* NULL where all have chosen theirs */
  GHashTable *with_pin; /* (element-type utf8): those of the made-up city */
  TenkenWindow *window; /* NULL while none is open */
  TnkUiBody body; /* whose window it is */
  TnkSession *session; /* NULL while nobody is signed in */
  TenkenIdle *idle; /* of a test; NULL as a rule */
} TnkUi;

void tnk_ui_init (TnkUi *self);
void tnk_ui_clear (TnkUi *self);

/* Lets the program work until the condition holds; fails the test program after ten seconds. */
typedef gboolean (*TnkUiCondition) (gpointer user_data);
void tnk_ui_wait (TnkUiCondition condition, gpointer user_data, const char *what);

/* The window of a body in the language that is set, at the welcome; an earlier one is closed. */
void tnk_ui_open (TnkUi *self, TnkUiBody body, const char *language, gboolean kiosk);
void tnk_ui_close (TnkUi *self);
TnkStore *tnk_ui_get_store (TnkUi *self, TnkUiBody body);
/* Signs in without the window. */
void tnk_ui_start_session (TnkUi *self, const char *person_id);
/* Signs in; the window then shows the overview, or in an ordinary window the desk of who has one. */
void tnk_ui_sign_in (TnkUi *self, const char *person_id);
/* A round of who is signed in, in some state; in memory only. */
TenkenRound *tnk_ui_make_round (TnkUi *self, TnkUiState state);
/* Puts a page where the window shows its own. */
void tnk_ui_show (TnkUi *self, GtkWidget *page);
GtkWidget *tnk_ui_get_page (TnkUi *self);

/* What asks something over the window; NULL where nothing does. */
GtkWindow *tnk_ui_find_dialog (TnkUi *self);
void tnk_ui_close_dialogs (TnkUi *self);
/* The first widget below another (and itself) that is of a type, in the order of the tree; NULL if none. */
GtkWidget *tnk_ui_find (GtkWidget *below, GType type);

/* Waits until the window is laid out in this size, unless it needs more; 0 leaves it as large as it is. */
void tnk_ui_settle (GtkWindow *window, int width, int height);
/* From now on only tnk_ui_picture () has the window painted. */
void tnk_ui_stop_painting (GtkWindow *window);
GdkTexture *tnk_ui_picture (GtkWindow *window);

G_END_DECLS
