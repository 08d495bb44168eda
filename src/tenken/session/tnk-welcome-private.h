/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-welcome.h"

G_BEGIN_DECLS

struct _TnkWelcome
{
  GObject parent_instance;

  char *body_name;
  char *campaign_id;
  char *campaign_title;
  char *closes;
  char *today;
  guint n_questions;
  gboolean has_kiosk_pin;
};

G_END_DECLS
