/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-round-order.h"

typedef struct
{
  TnkQuestionnaire *questionnaire;
  TnkCatalog *catalog;
  GArray *items;
  GArray *parts;
} Order;

static TnkSection *
get_section (Order *self,
             TnkDuty *duty)
{
  return tnk_catalog_get_section (self->catalog, tnk_control_get_section_index (tnk_duty_get_control (duty)));
}

static TenkenPart *
get_last_part (Order *self)
{
  return self->parts->len > 0 ? &g_array_index (self->parts, TenkenPart, self->parts->len - 1) : NULL;
}

static void
add_step (Order *self,
          TnkRole *role,
          TnkSection *section,
          guint item)
{
  TenkenPart *last = get_last_part (self);

  if (last == NULL || last->role != role || last->section != section) {
    TenkenPart part = {.role = role, .section = section, .first = self->items->len};
    g_array_append_val (self->parts, part);
  }
  get_last_part (self)->n++;
  g_array_append_val (self->items, item);
}

/* The scored questions of a role by section, or all its unscored ones. */
static void
add_role (Order *self,
          TnkRole *role,
          gboolean scored)
{
  for (guint item = 0; item < tnk_questionnaire_get_n_items (self->questionnaire); item++) {
    TnkDuty *duty = tnk_questionnaire_get_duty (self->questionnaire, item);

    if (tnk_duty_get_role (duty) == role && tnk_mark_is_scored (tnk_duty_get_mark (duty)) == scored &&
        tnk_questionnaire_get_question (self->questionnaire, item) != NULL)
      add_step (self, role, scored ? get_section (self, duty) : NULL, item);
  }
}

void
tenken_round_order_build (TnkQuestionnaire *questionnaire,
                          GArray *items,
                          GArray *parts)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (tnk_questionnaire_get_campaign (questionnaire));
  Order self = {.questionnaire = questionnaire, .catalog = catalog, .items = items, .parts = parts};

  for (guint i = 0; i < tnk_catalog_get_n_roles (catalog); i++) {
    add_role (&self, tnk_catalog_get_role (catalog, i), TRUE);
    add_role (&self, tnk_catalog_get_role (catalog, i), FALSE);
  }
}
