/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-campaign.h"
#include "tnk-desk.h"

G_BEGIN_DECLS

GPtrArray *tnk_desk_list_campaigns (TnkDesk *self, GError **error);

G_END_DECLS
