/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A secret that somebody types. It is wiped when it goes out of scope. */
typedef struct
{
  char text[128];
} CtlSecret;

/* Reads a secret: from a terminal twice and unseen, else one line of standard input. */
gboolean ctl_secret_read (CtlSecret *self, const char *prompt, GError **error);
void ctl_secret_clear (CtlSecret *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CtlSecret, ctl_secret_clear)

G_END_DECLS
