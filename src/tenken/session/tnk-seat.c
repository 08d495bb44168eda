/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-seat-private.h"

#include "tnk-strings-private.h"

TnkSeat *
tnk_seat_new (const TnkSignIn *sign_in,
              const char *terminal_name)
{
  TnkSeat *self = g_atomic_rc_box_new0 (TnkSeat);
  TnkDepartment *department = tnk_person_get_department (sign_in->person);

  self->person_no = sign_in->person_no;
  self->person_id = g_strdup (tnk_person_get_id (sign_in->person));
  self->person_name = g_strdup (tnk_person_get_name (sign_in->person));
  self->department_name = g_strdup (tnk_department_get_name (department));
  self->actor = g_strdup_printf ("%s@%s", self->person_id, terminal_name);
  self->must_change = sign_in->must_change;
  return self;
}

TnkSeat *
tnk_seat_ref (TnkSeat *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
seat_clear (gpointer data)
{
  TnkSeat *self = data;

  tnk_seat_forget_draft (self);
  g_clear_object (&self->desk);
  tnk_wipe_string (&self->person_id);
  tnk_wipe_string (&self->person_name);
  tnk_wipe_string (&self->department_name);
  tnk_wipe_string (&self->actor);
}

void
tnk_seat_unref (TnkSeat *self)
{
  g_atomic_rc_box_release_full (self, seat_clear);
}

void
tnk_seat_forget_draft (TnkSeat *self)
{
  g_clear_pointer (&self->draft, tnk_draft_free);
}

TnkStore *
tnk_seat_enter (TnkSeat *self,
                TnkStation *station,
                GError **error)
{
  if (!g_atomic_int_get (&self->must_change))
    return tnk_station_get_store (station, self->actor, error);
  g_set_error_literal (error, TNK_ERROR, TNK_ERROR_REFUSED, "change the initial PIN first");
  return NULL;
}

TnkDraft *
tnk_seat_get_draft (TnkSeat *self,
                    TnkStation *station,
                    GError **error)
{
  if (tnk_seat_enter (self, station, error) == NULL)
    return NULL;
  if (self->draft == NULL && tnk_station_get_round (station, error) != NULL)
    self->draft = tnk_draft_new (station->store, station->round, self->person_id, error);
  return self->draft;
}

TnkDesk *
tnk_seat_get_desk (TnkSeat *self,
                   TnkStation *station,
                   GError **error)
{
  if (tnk_seat_enter (self, station, error) == NULL)
    return NULL;
  if (self->desk == NULL)
    self->desk = tnk_desk_new (station->store, self->person_id, error);
  return self->desk;
}
