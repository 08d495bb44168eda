/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-body.h"
#include "tnk-catalog.h"
#include "tnk-item.h"

G_BEGIN_DECLS

/* Whose an item is, for those who may know; all NULL for others. */
typedef struct
{
  TnkDepartment *department;
  const char *person_id;
  const char *person_name;
} TnkItemOwner;

/* What was answered; a comment alone for those who may know no more. */
typedef struct
{
  TnkAnswerValue value;
  const char *comment;
  const char *evidence;
} TnkItemAnswer;

/* The catalog and the body keep alive what the item points to. role: NULL where it would say whose the item is. */
TnkItem *tnk_item_new (TnkCatalog *catalog, TnkBody *body, TnkControl *control, TnkRole *role, const TnkItemOwner *owner, const TnkItemAnswer *answer);

G_END_DECLS
