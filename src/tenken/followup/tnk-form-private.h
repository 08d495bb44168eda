/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-condition-private.h"
#include "tnk-form.h"

G_BEGIN_DECLS

/* The entries of a form: filled by the loader, never changed afterwards. */

typedef struct
{
  char *id;
  TnkText *text;
  TnkText *help;
  TnkText *clause;
  char *brief; /* what stands in the short text; NULL: the text */
} TnkFormChoice;

typedef struct
{
  TnkCondition *condition;
  TnkText *reason;
} TnkFormForbidden;

typedef enum {
  TNK_FORM_PREFILL_NONE,
  TNK_FORM_PREFILL_APPLICANT,
  TNK_FORM_PREFILL_DEPARTMENT,
  TNK_FORM_PREFILL_TODAY,
} TnkFormPrefill;

struct _TnkFormField
{
  GObject parent_instance;

  char *id;
  TnkFormFieldKind kind;
  guint index;
  guint section_index;
  char *number;
  TnkText *label;
  TnkText *clause;
  TnkText *help;
  TnkText *unit;
  gboolean required;
  gboolean many;
  gboolean of_step; /* a step fills it, not the applicant */
  gint64 least;
  gint64 most;
  TnkFormPrefill prefill;
  GPtrArray *choices; /* (element-type TnkFormChoice) */
  GPtrArray *forbidden; /* (element-type TnkFormForbidden) */
  TnkCondition *only_if;
  char *table; /* of a looked-up one */
  char *key;
  char *column;
};

struct _TnkFormSection
{
  GObject parent_instance;

  char *id;
  TnkText *title;
  TnkText *note;
  TnkCondition *only_if;
  GPtrArray *fields; /* (element-type TnkFormField) */
};

struct _TnkFormState
{
  GObject parent_instance;

  char *id;
  TnkText *title;
  TnkFormStateKind kind;
};

typedef enum {
  TNK_WHO_ROLE,
  TNK_WHO_RIGHT,
  TNK_WHO_FIELD,
  TNK_WHO_APPLICANT,
  TNK_WHO_ACTOR,
} TnkWhoKind;

typedef struct
{
  TnkWhoKind kind;
  char *id; /* of the role, the right, the field or the step */
  gboolean deputy; /* or a named deputy of the role */
} TnkWho;

struct _TnkFormStep
{
  GObject parent_instance;

  char *id;
  TnkText *title;
  TnkText *clause;
  TnkFormStepKind kind;
  TnkFormStepNote note;
  GPtrArray *from; /* (element-type TnkFormState) */
  TnkFormState *to; /* NULL: the state stays; borrowed */
  GPtrArray *who; /* (element-type TnkWho) */
  GStrv apart_from; /* ids of steps whose actors may not take this one */
  GStrv needs; /* ids of steps */
  TnkCondition *only_if;
  GPtrArray *fields; /* (element-type TnkFormField): filled at it */
  GPtrArray *required; /* (element-type TnkFormField): must be filled at it */
  gboolean repeats;
};

typedef enum {
  TNK_FORM_AFTER_START,
  TNK_FORM_AFTER_STEP,
  TNK_FORM_AFTER_FIELD,
  TNK_FORM_AFTER_DAY,
} TnkFormAfter;

struct _TnkFormDeadline
{
  GObject parent_instance;

  char *id;
  TnkText *title;
  TnkText *clause;
  TnkFormStep *step; /* borrowed */
  TnkFormDue due;
  gboolean has_days;
  int days;
  TnkFormAfter after;
  char *after_id; /* of the step or the field; or the day */
  TnkCondition *only_if;
  int ahead;
};

typedef struct
{
  char *id;
  GPtrArray *columns; /* (element-type utf8): ids */
  GHashTable *rows; /* (element-type utf8 GHashTable): key → column → TnkText */
  GHashTable *rest; /* (element-type utf8 TnkText): what stands where a row has no such cell */
} TnkFormTable;

/* A part of the short text. */
typedef struct
{
  char *text; /* a template; NULL: pieces */
  char *lead;
  GPtrArray *pieces; /* (element-type TnkFormLine) */
  TnkCondition *only_if;
} TnkFormLine;

typedef enum {
  TNK_FORM_PERMIT_CONTROLS,
  TNK_FORM_PERMIT_DEPARTMENTS,
  TNK_FORM_PERMIT_REASON,
  TNK_FORM_PERMIT_SUBSTITUTE,
  TNK_FORM_PERMIT_STARTS,
  TNK_FORM_PERMIT_ENDS,
} TnkFormPermit;
#define TNK_N_FORM_PERMITS 6

struct _TnkForm
{
  GObject parent_instance;

  char *id;
  char *edition;
  TnkText *title;
  TnkText *clause;
  TnkText *source;
  char *content;
  char *fingerprint;
  GPtrArray *start; /* (element-type TnkWho) */
  GPtrArray *sections;
  GPtrArray *fields; /* those of all sections */
  GPtrArray *states;
  GPtrArray *steps;
  GPtrArray *deadlines;
  GPtrArray *tables; /* (element-type TnkFormTable) */
  TnkFormField *permits[TNK_N_FORM_PERMITS]; /* borrowed; NULL: it permits nothing */
  TnkText *output_title;
  GPtrArray *output_sections; /* (element-type TnkFormSection) */
  GPtrArray *output_notes; /* (element-type TnkText) */
  gboolean output_history;
  GPtrArray *short_text; /* (element-type TnkFormLine); NULL: it has none */
  gboolean short_text_lines; /* joined by line ends, else by spaces */
};

TnkForm *tnk_form_new_empty (void);
TnkFormTable *tnk_form_lookup_table (TnkForm *self, const char *id);
/* What a looked-up field says for the value of its key; NULL: nothing. */
TnkText *tnk_form_look_up (TnkForm *self, TnkFormField *field, const char *key);
gboolean tnk_form_field_is_list (TnkFormField *self);

void tnk_form_choice_free (gpointer choice);
void tnk_form_forbidden_free (gpointer forbidden);
void tnk_form_line_free (gpointer line);
void tnk_form_table_free (gpointer table);
void tnk_who_free (gpointer who);

/* A template of the short text. The callback gives the text of a field, empty for none. */
typedef char *(*TnkTemplateFunc) (const char *name, gpointer user_data);
char *tnk_template_fill (const char *text, TnkTemplateFunc func, gpointer user_data);
/* The names in a template, or NULL with the fault. */
GStrv tnk_template_list_names (const char *text, const char **fault);

G_END_DECLS
