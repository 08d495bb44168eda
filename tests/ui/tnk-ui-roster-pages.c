/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-ui-roster-pages.h"

#include "tenken-import-page.h"
#include "tnk-ui-desk.h"

/* --- what is waited for --- */

typedef struct
{
  TnkUi *ui;
  const char *step;
} Wait;

static GtkStack *
find_steps (GtkWidget *widget)
{
  if (GTK_IS_STACK (widget) && gtk_stack_get_child_by_name (GTK_STACK (widget), "faults") != NULL)
    return GTK_STACK (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkStack *found = find_steps (child);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static gboolean
is_there (gpointer user_data)
{
  const Wait *wait = user_data;
  GtkWidget *page = GTK_WIDGET (tnk_ui_desk_get_page (wait->ui));

  return g_str_equal (gtk_stack_get_visible_child_name (find_steps (page)), wait->step) && gtk_widget_is_sensitive (page);
}

void
tnk_ui_roster_act (TnkUi *ui,
                   const char *action,
                   const char *step)
{
  Wait wait = {ui, step};

  gtk_widget_activate_action (GTK_WIDGET (tnk_ui_desk_get_page (ui)), action, NULL);
  tnk_ui_wait (is_there, &wait, step);
}

/* --- the roster --- */

void
tnk_ui_roster_show_grant (TnkUi *ui,
                          TenkenRound *round)
{
  GType type = g_type_from_name ("TenkenRosterRights");

  gtk_widget_activate_action (tnk_ui_find (GTK_WIDGET (tnk_ui_desk_get_page (ui)), type), "rights.grant", NULL);
}

void
tnk_ui_roster_show_pins (TnkUi *ui,
                         TenkenRound *round)
{
  gtk_widget_activate_action (GTK_WIDGET (tnk_ui_desk_get_page (ui)), "roster.pins-all", NULL);
}

static char *
write_file (TnkUi *ui,
            const char *name,
            GString *text)
{
  char *path = g_build_filename (ui->dir, name, NULL);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, text->str, text->len, &error))
    g_error ("%s", error->message);
  return path;
}

static void
append_person (GString *csv,
               TnkPerson *person,
               const char *department,
               const char *extra)
{
  g_autofree char *roles = g_strjoinv (";", (char **) tnk_person_get_roles (person));

  g_string_append_printf (csv, "%s,%s,%s,%s%s\n", tnk_person_get_id (person), tnk_person_get_name (person), department, roles, extra);
}

/* The roster of the body with changes of every kind: every ninth person goes, every seventh moves, every fifth gets a role. */
static void
choose_files (TnkUi *ui,
              gboolean sound)
{
  g_autoptr (GString) departments = g_string_new ("department_id,name,parent_id\n");
  g_autoptr (GString) people = g_string_new ("person_id,name,department_id,roles\n");
  g_autofree char *departments_file = NULL, *people_file = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkBody) body = tnk_store_load_body (tnk_ui_get_store (ui, ui->body), &error);

  for (guint i = 0; i < tnk_body_get_n_departments (body); i++) {
    TnkDepartment *department = tnk_body_get_department (body, i), *parent = tnk_department_get_parent (department);

    g_string_append_printf (departments, "%s,%s%s,%s\n", tnk_department_get_id (department), tnk_department_get_name (department), i % 3 == 2 ? "室" : "",
                            parent != NULL ? tnk_department_get_id (parent) : "");
  }
  g_string_append_printf (departments, "N1,新設準備室,%s\n", tnk_department_get_id (tnk_body_get_department (body, 0)));
  for (guint i = 0; i < tnk_body_get_n_people (body); i++) {
    TnkPerson *person = tnk_body_get_person (body, i);
    const char *department = tnk_department_get_id (tnk_person_get_department (person));

    if (i % 9 != 8)
      append_person (people, person, i % 7 == 6 ? "N1" : sound || i % 40 != 3 ? department
                                                                              : "NOWHERE",
                     i % 5 == 4 ? ";csirt" : sound || i % 50 != 7 ? ""
                                                                  : ";boss");
  }
  departments_file = write_file (ui, "departments.csv", departments);
  people_file = write_file (ui, "people.csv", people);
  tenken_import_page_set_files (TENKEN_IMPORT_PAGE (tnk_ui_desk_get_page (ui)), 0, (const char *const[]){departments_file, NULL});
  tenken_import_page_set_files (TENKEN_IMPORT_PAGE (tnk_ui_desk_get_page (ui)), 1, (const char *const[]){people_file, NULL});
}

void
tnk_ui_roster_show_faults (TnkUi *ui,
                           TenkenRound *round)
{
  choose_files (ui, FALSE);
  tnk_ui_roster_act (ui, "import.preview", "faults");
}

void
tnk_ui_roster_show_preview (TnkUi *ui,
                            TenkenRound *round)
{
  choose_files (ui, TRUE);
  tnk_ui_roster_act (ui, "import.preview", "preview");
}

/* --- the sheets --- */

/* Blank sheets of people who are asked: they are at fault, since nothing is answered in them. */
static GStrv
write_sheets (TnkUi *ui)
{
  TenkenDesk *desk = tnk_ui_desk_get (ui);
  g_autoptr (GStrvBuilder) files = g_strv_builder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkBody) people = tnk_store_load_asked (tnk_ui_get_store (ui, ui->body), tenken_desk_get_campaign_id (desk), tenken_desk_get_department_id (desk), &error);

  for (guint i = 0; i < MIN (5, tnk_body_get_n_people (people)); i++) {
    TnkPerson *person = tnk_body_get_person (people, i);
    g_autofree char *name = g_strdup_printf ("sheet-%u.xlsx", i), *path = g_build_filename (ui->dir, name, NULL);

    if (!tnk_check_sheet_write (tenken_desk_get_campaign (desk), tnk_person_get_roles (person), tnk_person_get_id (person), tnk_person_get_name (person), NULL,
                                "ja", NULL, path, NULL, &error))
      g_error ("%s", error->message);
    g_strv_builder_add (files, path);
  }
  return g_strv_builder_end (files);
}

void
tnk_ui_sheets_show_faults (TnkUi *ui,
                           TenkenRound *round)
{
  g_auto (GStrv) files = write_sheets (ui);

  tenken_import_page_set_files (TENKEN_IMPORT_PAGE (tnk_ui_desk_get_page (ui)), 0, (const char *const *) files);
  tnk_ui_roster_act (ui, "import.preview", "faults");
}

/* They are filled in by another program, as people do it. */
static void
fill_sheets (GStrv files)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "fill_sheets.py", NULL);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (argv, (gpointer) "/usr/bin/python3");
  g_ptr_array_add (argv, script);
  for (guint i = 0; files[i] != NULL; i++)
    g_ptr_array_add (argv, files[i]);
  g_ptr_array_add (argv, NULL);
  if (!g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
}

void
tnk_ui_sheets_show_preview (TnkUi *ui,
                            TenkenRound *round)
{
  g_auto (GStrv) files = write_sheets (ui);

  fill_sheets (files);
  tenken_import_page_set_files (TENKEN_IMPORT_PAGE (tnk_ui_desk_get_page (ui)), 0, (const char *const *) files);
  tnk_ui_roster_act (ui, "import.preview", "preview");
}

void
tnk_ui_sheets_show_one_fault (TnkUi *ui)
{
  g_auto (GStrv) files = write_sheets (ui);

  fill_sheets (files + 1);
  tenken_import_page_set_files (TENKEN_IMPORT_PAGE (tnk_ui_desk_get_page (ui)), 0, (const char *const *) files);
  tnk_ui_roster_act (ui, "import.preview", "faults");
}
