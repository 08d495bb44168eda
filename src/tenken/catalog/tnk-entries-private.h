/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-chapter.h"
#include "tnk-control.h"
#include "tnk-duty.h"
#include "tnk-question.h"
#include "tnk-role.h"
#include "tnk-section.h"

G_BEGIN_DECLS

/* The entries of a catalog: filled by the loader, never changed afterwards. */

struct _TnkRole
{
  GObject parent_instance;

  char *id;
  TnkText *name;
  TnkText *description;
  guint index;
};

struct _TnkChapter
{
  GObject parent_instance;

  char *id;
  TnkText *title;
  guint index;
  guint first_control;
  guint n_controls;
  guint first_section;
  guint n_sections;
};

struct _TnkSection
{
  GObject parent_instance;

  char *id;
  TnkText *title;
  guint index;
  guint chapter_index;
  guint first_control;
  guint n_controls;
};

struct _TnkQuestion
{
  GObject parent_instance;

  char *id;
  TnkQuestionKind kind;
  TnkText *text;
  TnkText *guidance;
  TnkText *evidence;
  TnkText *improvement;
  char *ask_if;
  guint64 role_bits; /* bit i set: asked of the role of column i */
  TnkText *anchors[3];
  GPtrArray *reasons; /* (element-type TnkText): ready reasons for not applicable, beside the catalog’s */
  GPtrArray *choice_ids; /* (element-type utf8) */
  GPtrArray *choices; /* (element-type TnkText) */
  char **ask_if_answers;
};

struct _TnkControl
{
  GObject parent_instance;

  char *id;
  char *clause;
  TnkLevel level;
  guint weight;
  gboolean critical;
  TnkText *title;
  TnkText *guidance;
  TnkText *evidence;
  TnkText *improvement;
  TnkText *note;
  guint index;
  guint section_index;
  guint chapter_index;
  guint first_duty;
  guint n_duties;
  guint n_questions;
  char **tags;
  GPtrArray *questions; /* (element-type TnkQuestion) */
  TnkDuty **duties; /* borrowed: the catalog’s array, from the first duty of this control */
};

struct _TnkDuty
{
  GObject parent_instance;

  TnkControl *control; /* borrowed */
  TnkRole *role; /* borrowed */
  TnkMark mark;
  TnkQuestion *question; /* borrowed */
  guint index;
};

G_END_DECLS
