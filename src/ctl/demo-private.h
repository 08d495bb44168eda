/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "demo-answers.h"
#include "demo-body.h"

G_BEGIN_DECLS

/* One bit a role, in the order of the columns of mic-2020, which is also the order in which a roster lists them. */
typedef enum {
  DEMO_ROLE_COMMITTEE = 1 << 0,
  DEMO_ROLE_CISO = 1 << 1,
  DEMO_ROLE_CHIEF = 1 << 2,
  DEMO_ROLE_DIRECTOR = 1 << 3,
  DEMO_ROLE_MANAGER = 1 << 4,
  DEMO_ROLE_SYSTEM_MANAGER = 1 << 5,
  DEMO_ROLE_SYSTEM_OPERATOR = 1 << 6,
  DEMO_ROLE_AUDIT_CHIEF = 1 << 7,
  DEMO_ROLE_STAFF = 1 << 8,
  DEMO_ROLE_CSIRT = 1 << 9,
  DEMO_ROLE_CONTRACTOR = 1 << 10,
} DemoRoles;

#define DEMO_N_ROLES 11

typedef enum {
  DEMO_KIND_ROOT,
  DEMO_KIND_BUREAU, /* 部局 */
  DEMO_KIND_OFFICE, /* a small secretariat right below the city */
  DEMO_KIND_SECTION, /* 課室 */
  DEMO_KIND_FACILITY, /* 支所, 保育園, 学校 … */
  DEMO_KIND_UNIT, /* 係: its section answers for it */
} DemoKind;

typedef struct
{
  char *id;
  char *name;
  int parent; /* -1 for the city itself */
  DemoKind kind;
  guint rank; /* the lower, the more a city cannot do without it */
  double weight;
  gboolean leaf;
  guint first_person;
  guint n_people;
} DemoDepartment;

typedef struct
{
  char *id;
  char *name;
  guint department;
  DemoRoles roles;
} DemoPerson;

typedef struct
{
  const char *name;
  guint manager;
} DemoSystem;

/* Departments stand in tree order and people in the order of their departments, so the people of a department and of
 * all below it are one run. */
struct _DemoBody
{
  GArray *departments; /* (element-type DemoDepartment) */
  GArray *people; /* (element-type DemoPerson) */
  GArray *systems; /* (element-type DemoSystem) */
};

typedef struct
{
  guint first;
  guint n;
} DemoRun;

typedef struct
{
  const char *text;
  guint weight;
} DemoSurname;

extern const DemoSurname demo_surnames[];
extern const guint demo_n_surnames;
/* From the names of those about to retire to the names of the newest recruits. */
extern const char *const demo_male_names[];
extern const guint demo_n_male_names;
extern const char *const demo_female_names[];
extern const guint demo_n_female_names;
extern const char *const demo_rare_names[];
extern const guint demo_n_rare_names;

/* What a question is about, read from the tags of its control. */
typedef enum {
  DEMO_TOPIC_MOBILE = 1 << 0,
  DEMO_TOPIC_REMOTE_WORK = 1 << 1,
  DEMO_TOPIC_SOCIAL_MEDIA = 1 << 2,
  DEMO_TOPIC_CLOUD = 1 << 3,
  DEMO_TOPIC_ENCRYPTION = 1 << 4,
  DEMO_TOPIC_CONTRACT = 1 << 5,
  DEMO_TOPIC_INCIDENT = 1 << 6,
  DEMO_TOPIC_TRAINING = 1 << 7,
  DEMO_TOPIC_LOGGING = 1 << 8,
  DEMO_TOPIC_BACKUP = 1 << 9,
  DEMO_TOPIC_PASSWORD = 1 << 10,
  DEMO_TOPIC_ACCESS = 1 << 11,
  DEMO_TOPIC_DEVICE = 1 << 12,
  DEMO_TOPIC_PHYSICAL = 1 << 13,
  DEMO_TOPIC_ASSET = 1 << 14,
  DEMO_TOPIC_MAIL = 1 << 15,
  DEMO_TOPIC_MALWARE = 1 << 16,
  DEMO_TOPIC_OPERATION = 1 << 17,
} DemoTopics;

/* The first topics are those that may not concern somebody at all. */
#define DEMO_N_OPTIONAL_TOPICS 6

typedef enum {
  DEMO_COMMENT_PARTIAL,
  DEMO_COMMENT_NOT_IMPLEMENTED,
  DEMO_COMMENT_NOT_APPLICABLE,
} DemoCommentKind;

/* How a department stands: `ease` moves all answers of its people, `progress` is what a year adds to that. */
typedef struct
{
  double ease;
  double progress;
} DemoStanding;

const char *const *demo_role_ids (void);
DemoStanding *demo_standings_new (DemoBody *body, guint32 seed);
gboolean *demo_submissions_new (DemoBody *body, const DemoStanding *standings, guint32 seed, DemoRound round);
DemoTopics demo_topic_from_tag (const char *tag);
const char *demo_comment_pick (DemoCommentKind kind, gboolean in_charge, DemoTopics topics, double draw);

/* Each of these fills in one part of the body. */
void demo_city_plan (DemoBody *self, guint n_departments);
void demo_people_fill (DemoBody *self, guint n_people, guint32 seed);
void demo_roles_assign (DemoBody *self, guint32 seed);

DemoDepartment *demo_body_department (DemoBody *self, guint department);
DemoPerson *demo_body_person (DemoBody *self, guint person);
int demo_body_find_department (DemoBody *self, const char *name);
int demo_body_information_section (DemoBody *self);
gboolean demo_body_is_within (DemoBody *self, guint department, guint ancestor);
DemoRun demo_body_people_below (DemoBody *self, guint department);

GRand *demo_rand_new (guint32 seed, guint32 purpose);
double demo_rand_normal (GRand *rand);
void demo_csv_append (GString *record, const char *text);

G_END_DECLS
