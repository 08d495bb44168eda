/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-store-private.h"

G_BEGIN_DECLS

/* All exceptions in memory: an import asks for each row. */
typedef struct
{
  GHashTable *spans; /* (element-type utf8 GArray): "control department" → from when to when */
  char *day;
} TnkExceptionList;

/* day: the one that is asked about, where no other is named. */
gboolean tnk_exception_list_read (TnkExceptionList *self, TnkStore *store, const char *day, GError **error);
gboolean tnk_exception_list_is_empty (TnkExceptionList *self);
gboolean tnk_exception_list_covers (TnkExceptionList *self, const char *control_id, TnkDepartment *department);
gboolean tnk_exception_list_covers_on (TnkExceptionList *self, const char *control_id, TnkDepartment *department, const char *day);
void tnk_exception_list_clear (TnkExceptionList *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TnkExceptionList, tnk_exception_list_clear)

G_END_DECLS
