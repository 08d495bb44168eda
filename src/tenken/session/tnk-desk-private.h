/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-desk.h"
#include "tnk-own-right-private.h"
#include "tnk-round-private.h"
#include "tnk-tally-cache-private.h"

G_BEGIN_DECLS

/* Who may do a thing. Rights about departments hold for those that the person answers for, with all below them. */
typedef enum {
  TNK_DESK_NEED_FIGURES, /* whoever answers for the department; secretariat, committee, audit */
  TNK_DESK_NEED_PAPERS, /* single questionnaires: whoever answers for the department; secretariat */
  TNK_DESK_NEED_PLAN, /* changing the plan: whoever answers for the department; secretariat, committee */
  TNK_DESK_NEED_OFFICE, /* roster and campaigns: secretariat */
} TnkDeskNeed;

struct _TnkDesk
{
  GObject parent_instance;

  TnkStore *store;
  char *person_id;
  TnkTallyCache *tallies;
};

/* What a verb is about, once it is allowed. */
typedef struct
{
  TnkRights rights;
  TnkRound *round;
  TnkCampaign *campaign; /* of the round */
  TnkBody *tree; /* the departments of the campaign, without people */
  int department; /* an index in the tree; -1: the whole body */
  gboolean names; /* whether names and single answers may be shown to this person */
  gboolean few_withheld; /* whether figures of too few people may not, see tnk_tally_withhold () */
} TnkDeskScope;

/* The first thing that every verb does. department_id NULL: the whole body. */
gboolean tnk_desk_enter (TnkDesk *self, TnkDeskNeed need, const char *campaign_id, const char *department_id, TnkDeskScope *scope, GError **error);
/* The same for one person's questionnaire: TNK_DESK_NEED_PAPERS in the department where he or she was asked, and names. */
gboolean tnk_desk_enter_person (TnkDesk *self, const char *campaign_id, const char *person_id, TnkDeskScope *scope, GError **error);
/* The same for what is about no campaign: TNK_DESK_NEED_OFFICE. */
gboolean tnk_desk_enter_office (TnkDesk *self, GError **error);
/* The same for what everybody at a desk may know. */
gboolean tnk_desk_enter_any (TnkDesk *self, GError **error);
/* The same for who may hold no right at all, and comes to the own records. */
gboolean tnk_desk_enter_own (TnkDesk *self, TnkRights *rights, GError **error);
void tnk_desk_scope_clear (TnkDeskScope *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TnkDeskScope, tnk_desk_scope_clear)

G_END_DECLS
