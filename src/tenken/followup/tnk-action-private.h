/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-action.h"

G_BEGIN_DECLS

/* tnk-action.c holds the fields, tnk-action-notes.c what was written along the way. */

typedef struct
{
  char *time; /* NULL until it is stored */
  char *writer; /* NULL: whoever stores it */
  char *text;
} TnkActionNote;

struct _TnkAction
{
  GObject parent_instance;

  TnkCampaign *campaign;
  TnkControl *control; /* borrowed from the campaign's catalog */
  char *id; /* NULL until it is stored */
  guint revision; /* 0 until it is stored */
  char *fields[TNK_N_ACTION_FIELDS]; /* never NULL */
  GStrv departments;
  GArray *notes; /* (element-type TnkActionNote) */
};

void tnk_action_note_clear (gpointer note);
/* What the store gave it. */
void tnk_action_set_identity (TnkAction *self, const char *id, guint revision);

G_END_DECLS
