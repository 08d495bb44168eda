/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/* Everything that a front end uses. */

#include "tnk-error.h"
#include "tnk-problem.h"
#include "tnk-progress.h"
#include "tnk-text.h"
#include "tnk-catalog-change.h"
#include "tnk-catalog-library.h"
#include "tnk-catalog.h"
#include "tnk-chapter.h"
#include "tnk-control.h"
#include "tnk-duty.h"
#include "tnk-mark.h"
#include "tnk-question.h"
#include "tnk-role.h"
#include "tnk-section.h"
#include "tnk-body.h"
#include "tnk-department.h"
#include "tnk-person.h"
#include "tnk-campaign.h"
#include "tnk-questionnaire.h"
#include "tnk-rate.h"
#include "tnk-score.h"
#include "tnk-tally.h"
#include "tnk-store.h"
#include "tnk-scorecard.h"
