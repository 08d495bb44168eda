/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Nine tenths of the time that a file of the kiosk takes to compile went into reading GTK's headers; now they are read once
 * for all files. Every file includes what it needs nevertheless: -Db_pch=false builds without this one. */
#include <adwaita.h>
