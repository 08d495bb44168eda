/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Texts that people write into plans, papers and findings: each of a kind, checked when it is set, never NULL. */
typedef enum {
  TNK_FIELD_LINE, /* one line */
  TNK_FIELD_TEXT, /* lines */
  TNK_FIELD_DAY, /* ISO 8601, or nothing */
  TNK_FIELD_PERSON, /* a staff number, or nothing */
} TnkFieldKind;

typedef struct
{
  const char *word; /* for the command line */
  TnkFieldKind kind;
  const char *what; /* for messages: “the … is longer than” */
} TnkFieldSpec;

/* The value without blanks around it and with line ends of one kind, or NULL where it is not of the kind. */
char *tnk_field_clean (const TnkFieldSpec *spec, const char *value, GError **error);
gboolean tnk_field_set (const TnkFieldSpec *spec, char **place, const char *value, GError **error);
/* Whether something stands there; the error says what is missing. */
gboolean tnk_field_require (const TnkFieldSpec *spec, const char *value, const char *of, GError **error);
gboolean tnk_field_find (const TnkFieldSpec *specs, guint n, const char *word, guint *found);

void tnk_fields_init (char **fields, guint n);
void tnk_fields_copy (char **fields, char *const *others, guint n);
void tnk_fields_clear (char **fields, guint n);

/* What everybody calls a place in the body. */
gboolean tnk_check_person (const char *person_id, GError **error);

G_END_DECLS
