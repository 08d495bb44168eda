/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-body.h"
#include "tnk-problems-private.h"

G_BEGIN_DECLS

struct _TnkDepartment
{
  GObject parent_instance;

  char *id;
  char *name;
  TnkDepartment *parent; /* borrowed: the body owns all of them */
  guint index;
  guint depth;
  guint subtree_end; /* the index after the last department below this one */
};

struct _TnkPerson
{
  GObject parent_instance;

  char *id;
  char *name;
  TnkDepartment *department; /* borrowed, but kept alive by the body */
  char **roles;
};

/* What a department file or a store says of one department, before the tree stands. */
typedef struct
{
  char *id;
  char *name;
  char *parent_id; /* NULL or "" for a top department */
  guint line; /* where it stands in the file; 0 if in no file */
} TnkDepartmentRow;

void tnk_department_row_clear (gpointer row);

TnkBody *tnk_body_new_empty (void);
/* Takes rows in any order. Reports doubled ids, parents that do not exist, and circles. */
gboolean tnk_body_set_departments (TnkBody *self, GArray *rows, const char *filename, TnkProblems *problems);
gboolean tnk_body_add_person (TnkBody *self, const char *id, const char *name, TnkDepartment *department, const char *const *roles);
/* The same departments, and of the people those whose ids are in the set. */
TnkBody *tnk_body_make_part (TnkBody *self, GHashTable *people);

G_END_DECLS
