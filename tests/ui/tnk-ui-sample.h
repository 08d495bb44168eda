/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-places.h"

G_BEGIN_DECLS

#define TNK_TYPE_UI_SAMPLE (tnk_ui_sample_get_type ())

/* A page of a desk that reads what a test wants, and tells how often it was asked. */
G_DECLARE_FINAL_TYPE (TnkUiSample, tnk_ui_sample, TNK, UI_SAMPLE, TenkenDeskPage)

typedef enum {
  TNK_UI_SAMPLE_GOOD,
  TNK_UI_SAMPLE_EMPTY,
  TNK_UI_SAMPLE_BROKEN, /* the store cannot be read */
  TNK_UI_SAMPLE_REFUSED,
  TNK_UI_SAMPLE_SLOW, /* until it is let go, or called off */
} TnkUiSampleMood;

/* For all samples from now on. */
void tnk_ui_sample_set_mood (TnkUiSampleMood mood);
void tnk_ui_sample_let_go (void);

/* Of all samples since the last reset, on whichever thread. */
typedef struct
{
  int n_made;
  int n_fetched;
  int n_cancelled; /* of the slow ones */
  int n_freed; /* results */
  int n_shown;
  int n_aimed;
  int n_gone;
} TnkUiSampleCounts;

extern TnkUiSampleCounts tnk_ui_sample_counts;
void tnk_ui_sample_reset (void);

/* What the last result said: the campaign and the department that were asked for. */
const char *tnk_ui_sample_get_text (TnkUiSample *self);
const char *tnk_ui_sample_get_target (TnkUiSample *self);

GtkWidget *tnk_ui_sample_new (TenkenDesk *desk);
/* Three places for the manager and the secretariat, two for the committee, and two that are in no sidebar. */
extern const TenkenDeskPlace tnk_ui_sample_places[];

G_END_DECLS
