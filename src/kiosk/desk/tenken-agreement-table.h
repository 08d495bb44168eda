/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-table.h"

#include <tenken.h>

G_BEGIN_DECLS

/* Verdicts and how far the self-check agrees with them: a row for each department or chapter. rows: (element-type TnkAgreement). */
GtkWidget *tenken_agreement_table_new (const char *name, const char *title, GPtrArray *rows);

G_END_DECLS
