/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-form-private.h"
#include "tnk-json-reader-private.h"

G_BEGIN_DECLS

/* The loader of forms stands in five files: tnk-form-loader.c goes from the head down, tnk-form-field-loader.c reads fields
 * and tables, tnk-form-step-loader.c who does what until when, tnk-form-text-loader.c the short text, tnk-condition-loader.c
 * the conditions. What refers to something that stands later in the file is read in a second round, over the same objects. */
typedef struct
{
  TnkForm *form;
  TnkJsonReader reader;
  gboolean english;
} TnkFormLoader;

typedef void (*TnkFormLoadFunc) (TnkFormLoader *self, JsonObject *object, guint index, gpointer data);

/* Calls func for each object of a list, with the reader there. Without "first", faults of the list itself were reported in
 * an earlier round. */
void tnk_form_loader_each (TnkFormLoader *self, JsonObject *object, const char *name, gboolean required, gboolean first, TnkFormLoadFunc func, gpointer data);
/* A word of a list of words, -1 with a fault where it is none; the fallback where it is missing. */
int tnk_form_loader_word (TnkFormLoader *self, JsonObject *object, const char *name, const char *const *words, int fallback);

void tnk_form_loader_read_table (TnkFormLoader *self, JsonObject *object, guint index, gpointer data);
void tnk_form_loader_read_field (TnkFormLoader *self, JsonObject *object, guint index, gpointer section);
void tnk_form_loader_read_field_rules (TnkFormLoader *self, JsonObject *object, guint index, gpointer section);

void tnk_form_loader_read_who (TnkFormLoader *self, JsonObject *object, const char *name, GPtrArray *who);
void tnk_form_loader_read_step (TnkFormLoader *self, JsonObject *object, guint index, gpointer data);
void tnk_form_loader_read_step_rules (TnkFormLoader *self, JsonObject *object, guint index, gpointer data);
void tnk_form_loader_check_step (TnkFormLoader *self, JsonObject *object, guint index, gpointer data);
void tnk_form_loader_read_deadline (TnkFormLoader *self, JsonObject *object, guint index, gpointer data);
TnkFormField *tnk_form_loader_find_field (TnkFormLoader *self, const char *id);

void tnk_form_loader_read_short_text (TnkFormLoader *self, JsonObject *root);

/* The condition that is the member of that name, over fields before a limit; NULL where there is none. */
TnkCondition *tnk_form_loader_read_condition (TnkFormLoader *self, JsonObject *object, const char *name, guint limit);

G_END_DECLS
