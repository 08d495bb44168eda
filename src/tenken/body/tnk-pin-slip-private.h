/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-body.h"
#include "tnk-pin-slip.h"

G_BEGIN_DECLS

/* Copies the PIN, and keeps the body, without which the person would have no department. The caller wipes its own copy. */
TnkPinSlip *tnk_pin_slip_new (TnkBody *body, TnkPerson *person, const char *pin);

G_END_DECLS
