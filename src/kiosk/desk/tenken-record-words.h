/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <tenken.h>

G_BEGIN_DECLS

/* What people read of a record, in the language of the screen. Newly allocated unless const. */

/* What it is about, in one line: the first words that were written into it. */
char *tenken_record_word_subject (TnkRecord *record);
/* "申請者 0042", with the name. */
char *tenken_record_word_applicant (TnkRecord *record);
const char *tenken_record_word_state (TnkRecord *record);
/* How the state looks: a CSS class. */
const char *tenken_record_get_state_css (TnkRecord *record);
/* "承認まで: 2026年12月1日（火）、あと3日", with a sign where it is near or over. */
char *tenken_record_word_deadline (TnkRecordDeadline *deadline);
/* NULL: nothing is due any more. (transfer full) */
TnkRecordDeadline *tenken_record_find_next_deadline (TnkRecord *record, const char *today);

G_END_DECLS
