/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-work-paper.h"

G_BEGIN_DECLS

/* What the store gave it. */
void tnk_work_paper_set_revision (TnkWorkPaper *self, guint revision);

G_END_DECLS
