/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-check-sheet.h"

G_BEGIN_DECLS

/* A question that was answered. */
typedef struct
{
  TnkDuty *duty; /* borrowed from the catalog */
  TnkAnswerValue value;
  char *comment; /* or NULL */
  char *evidence; /* or NULL */
  char *place;
} TnkCheckRow;

struct _TnkCheckSheet
{
  GObject parent_instance;

  TnkCampaign *campaign;
  char *person_id;
  char *person_name;
  char *made; /* or NULL */
  GArray *rows; /* (element-type TnkCheckRow) */
};

TnkCheckSheet *tnk_check_sheet_new (TnkCampaign *campaign);

G_END_DECLS
