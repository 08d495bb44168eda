/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-pin-slip-private.h"

#include <string.h>

struct _TnkPinSlip
{
  TnkBody *body;
  TnkPerson *person;
  char *pin;
};

G_DEFINE_BOXED_TYPE (TnkPinSlip, tnk_pin_slip, tnk_pin_slip_ref, tnk_pin_slip_unref)

TnkPinSlip *
tnk_pin_slip_new (TnkBody *body,
                  TnkPerson *person,
                  const char *pin)
{
  TnkPinSlip *self = g_atomic_rc_box_new0 (TnkPinSlip);

  self->body = g_object_ref (body);
  self->person = g_object_ref (person);
  self->pin = g_strdup (pin);
  return self;
}

/**
 * tnk_pin_slip_ref:
 * @self: a slip
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 *
 * Since: 0.1
 */
TnkPinSlip *
tnk_pin_slip_ref (TnkPinSlip *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_atomic_rc_box_acquire (self);
}

/* A compiler may leave out a memset () before a free (), but not this. */
static void
tnk_pin_slip_clear (gpointer data)
{
  TnkPinSlip *self = data;

  explicit_bzero (self->pin, strlen (self->pin));
  g_free (self->pin);
  g_object_unref (self->person);
  g_object_unref (self->body);
}

/**
 * tnk_pin_slip_unref:
 * @self: (transfer full): a slip
 *
 * Drops a reference; the last one wipes the PIN.
 *
 * Since: 0.1
 */
void
tnk_pin_slip_unref (TnkPinSlip *self)
{
  g_return_if_fail (self != NULL);
  g_atomic_rc_box_release_full (self, tnk_pin_slip_clear);
}

/**
 * tnk_pin_slip_get_person:
 * @self: a slip
 *
 * Gets whom the PIN is for.
 *
 * Returns: (transfer none): the person, whose department stays known as long as the slip is there
 *
 * Since: 0.1
 */
TnkPerson *
tnk_pin_slip_get_person (TnkPinSlip *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->person;
}

/**
 * tnk_pin_slip_get_pin:
 * @self: a slip
 *
 * Gets the PIN. Whoever copies it wipes the copy.
 *
 * Returns: 6 to 12 digits
 *
 * Since: 0.1
 */
const char *
tnk_pin_slip_get_pin (TnkPinSlip *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->pin;
}
