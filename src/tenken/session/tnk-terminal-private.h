/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-terminal.h"
#include "tnk-worker-private.h"

G_BEGIN_DECLS

/* The thread; its place is a TnkStation. */
TnkWorker *tnk_terminal_get_worker (TnkTerminal *self);

G_END_DECLS
