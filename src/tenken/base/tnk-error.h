/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TNK_ERROR:
 *
 * The error domain of Tenken.
 *
 * Since: 0.1
 */
#define TNK_ERROR (tnk_error_quark ())

/**
 * TnkError:
 * @TNK_ERROR_SYNTAX: a file is not of its format (JSON, CSV)
 * @TNK_ERROR_INVALID: a value is of the right format but not allowed here
 * @TNK_ERROR_NOT_FOUND: something that was named does not exist
 * @TNK_ERROR_EXISTS: something that was to be made exists already
 * @TNK_ERROR_STATE: the thing is not in a state in which this can be done
 * @TNK_ERROR_REFUSED: the rules forbid it (rights, separation of duties)
 * @TNK_ERROR_STORE: the store cannot be read or written
 * @TNK_ERROR_FUTURE: the store was written by a newer Tenken
 * @TNK_ERROR_TAMPERED: the log or the data does not fit its hashes
 * @TNK_ERROR_EXPORT: a workbook or file could not be written whole
 *
 * What went wrong. The message says what, where, and how to mend it, in one line.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_ERROR_SYNTAX,
  TNK_ERROR_INVALID,
  TNK_ERROR_NOT_FOUND,
  TNK_ERROR_EXISTS,
  TNK_ERROR_STATE,
  TNK_ERROR_REFUSED,
  TNK_ERROR_STORE,
  TNK_ERROR_FUTURE,
  TNK_ERROR_TAMPERED,
  TNK_ERROR_EXPORT,
} TnkError;

GQuark tnk_error_quark (void);

G_END_DECLS
