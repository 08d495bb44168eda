/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

#include "tenken.h"

G_BEGIN_DECLS

/* Exit codes are a contract: 0 done, 1 failed with one line on standard error, 2 wrong usage. */
enum {
  CTL_DONE = 0,
  CTL_FAILED = 1,
  CTL_USAGE = 2
};

typedef enum {
  CTL_FORMAT_TABLE,
  CTL_FORMAT_CSV,
  CTL_FORMAT_JSON
} CtlFormat;

/* One call of the program, after the words of the command. */
typedef struct
{
  const char *command; /* the words, such as "catalog show" */
  const char *arguments;
  const char *summary;
  int argc;
  char **argv; /* argv[0] is the program, then what follows the words */
  CtlFormat format;
  const char *language;
  char *format_word;
  char *language_word;
} CtlCall;

typedef int (*CtlFunc) (CtlCall *call);

typedef struct
{
  const char *words;
  const char *arguments;
  const char *summary;
  CtlFunc run;
} CtlCommand;

extern const CtlCommand ctl_catalog_commands[];
extern const CtlCommand ctl_edition_commands[];
extern const CtlCommand ctl_cross_commands[];
extern const CtlCommand ctl_search_commands[];
extern const CtlCommand ctl_store_commands[];
extern const CtlCommand ctl_pin_commands[];
extern const CtlCommand ctl_campaign_commands[];
extern const CtlCommand ctl_carry_commands[];
extern const CtlCommand ctl_answers_commands[];
extern const CtlCommand ctl_turnout_commands[];
extern const CtlCommand ctl_report_commands[];
extern const CtlCommand ctl_plan_commands[];
extern const CtlCommand ctl_plan_sheet_commands[];
extern const CtlCommand ctl_sheet_commands[];
extern const CtlCommand ctl_right_commands[];
extern const CtlCommand ctl_audit_commands[];
extern const CtlCommand ctl_audit_work_commands[];
extern const CtlCommand ctl_audit_list_commands[];
extern const CtlCommand ctl_exception_commands[];
extern const CtlCommand ctl_form_commands[];
extern const CtlCommand ctl_record_commands[];
extern const CtlCommand ctl_record_export_commands[];
extern const CtlCommand ctl_demo_commands[];

/* Reads the options and checks how many arguments are left. Returns CTL_DONE or CTL_USAGE. */
int ctl_parse (CtlCall *call, const GOptionEntry *entries, int least, int most);
const char *ctl_argument (CtlCall *call, int position);

int ctl_fail (GError *error);
int ctl_fail_with_problems (GPtrArray *problems, GError *error);
int ctl_usage (CtlCall *call, const char *format, ...) G_GNUC_PRINTF (2, 3);

const char *ctl_actor (void);
TnkStore *ctl_open_store (const char *uri, GError **error);
/* By a file, or an id with an edition where need be: mic-2020@2020-12. */
TnkCatalog *ctl_take_catalog (TnkCatalogLibrary *library, const char *name, GError **error);
gboolean ctl_check_output (TnkStore *store, const char *filename, GError **error);
/* A copy on one line, without what a terminal would obey. */
char *ctl_printable (const char *text);
const char *ctl_text (CtlCall *call, TnkText *text);

/* A progress bar on a terminal; nothing where standard error is none. The data is what is being done. */
void ctl_progress (guint64 done, guint64 total, gpointer what);
void ctl_progress_end (void);
gboolean ctl_is_terminal (void);

G_END_DECLS
