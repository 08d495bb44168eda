/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-person.h"

G_BEGIN_DECLS

#define TNK_TYPE_PIN_SLIP (tnk_pin_slip_get_type ())

/**
 * TnkPinSlip:
 *
 * The first PIN of a person, as it is handed out on paper: immutable and reference counted.
 *
 * It is the only place where a PIN can be read; the store keeps a hash. The last reference wipes it from the memory.
 *
 * Since: 0.1
 */
typedef struct _TnkPinSlip TnkPinSlip;

GType tnk_pin_slip_get_type (void) G_GNUC_CONST;
TnkPinSlip *tnk_pin_slip_ref (TnkPinSlip *self);
void tnk_pin_slip_unref (TnkPinSlip *self);
TnkPerson *tnk_pin_slip_get_person (TnkPinSlip *self);
const char *tnk_pin_slip_get_pin (TnkPinSlip *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TnkPinSlip, tnk_pin_slip_unref)

G_END_DECLS
