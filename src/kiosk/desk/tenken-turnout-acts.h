/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tenken-desk.h"

G_BEGIN_DECLS

/* What is done with questionnaires and departments, each with the question that comes before it. Once it is done, the desk says so
 * and everything is read anew; what did not work is shown. owner: a widget of the page. */

/* reference: that of what the person looked at. */
void tenken_turnout_return (GtkWidget *owner, TenkenDesk *desk, TnkTurnoutPerson *person);
void tenken_turnout_accept (GtkWidget *owner, TenkenDesk *desk, TnkTurnoutPerson *person);
/* Of what the turnout is about. */
void tenken_turnout_accept_all (GtkWidget *owner, TenkenDesk *desk, TnkTurnout *turnout);
void tenken_turnout_close (GtkWidget *owner, TenkenDesk *desk, TnkTurnout *turnout);
void tenken_turnout_reopen (GtkWidget *owner, TenkenDesk *desk, TnkTurnout *turnout);
/* The department that a turnout is about; NULL: the whole body. */
TnkDepartment *tenken_turnout_get_department (TnkTurnout *turnout);

G_END_DECLS
