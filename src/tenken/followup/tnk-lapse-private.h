/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-body.h"
#include "tnk-lapse.h"

G_BEGIN_DECLS

/* Whose the answer is; all NULL where that is not to be said, and the department too where it would give a person away. */
typedef struct
{
  TnkDepartment *department;
  TnkRole *role;
  const char *person_id;
  const char *person_name;
} TnkLapseOwner;

/* Of one answer. The catalog and the body keep alive what it points to. exception: NULL if none was found. */
TnkLapse *tnk_lapse_new (TnkCatalog *catalog, TnkBody *body, TnkControl *control, const TnkLapseOwner *owner, TnkException *exception);
/* Before it is handed out: whether another answer goes into it, and one more. */
gboolean tnk_lapse_is_of (TnkLapse *self, TnkControl *control, const TnkLapseOwner *owner, TnkException *exception);
void tnk_lapse_add (TnkLapse *self);

/* The exception that covered a control in a department and is over on a day: the one that ended last; NULL if there was none.
 * exceptions: (element-type TnkException). Borrowed from them. */
TnkException *tnk_lapse_find_exception (GPtrArray *exceptions, TnkControl *control, TnkDepartment *department, const char *day);

G_END_DECLS
