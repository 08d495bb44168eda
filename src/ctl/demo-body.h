/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A made-up city: its departments and its people. The same numbers and the same seed give the same city, byte for
 * byte, on every machine. */
typedef struct _DemoBody DemoBody;

#define DEMO_DEFAULT_PEOPLE 1000
#define DEMO_MAX_PEOPLE 100000
#define DEMO_DEFAULT_DEPARTMENTS 30
#define DEMO_MAX_DEPARTMENTS 400

DemoBody *demo_body_new (guint n_people, guint n_departments, guint32 seed);
void demo_body_free (DemoBody *self);
gboolean demo_body_write (DemoBody *self, const char *directory, GError **error);

const char *demo_body_get_name (DemoBody *self);
guint demo_body_get_n_departments (DemoBody *self);
const char *demo_body_get_department_id (DemoBody *self, guint department);
const char *demo_body_get_department_name (DemoBody *self, guint department);
const char *demo_body_get_department_parent_id (DemoBody *self, guint department);
gboolean demo_body_is_section (DemoBody *self, guint department);

guint demo_body_get_n_people (DemoBody *self);
const char *demo_body_get_person_id (DemoBody *self, guint person);
const char *demo_body_get_person_name (DemoBody *self, guint person);
const char *demo_body_get_person_department_id (DemoBody *self, guint person);
char *demo_body_dup_person_roles (DemoBody *self, guint person);

guint demo_body_get_n_systems (DemoBody *self);
const char *demo_body_get_system_name (DemoBody *self, guint system);
guint demo_body_get_system_manager (DemoBody *self, guint system);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoBody, demo_body_free)

G_END_DECLS
