/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "demo-private.h"

#define PURPOSE_ROLES 4

/* A named system and the departments that may run it, the first that exists in this city. The most common come first. */
typedef struct
{
  const char *name;
  const char *owners;
} System;

static const System systems[] = {
  {"庁内ネットワーク", "情報政策課 総務部 見晴市"},
  {"住民記録システム", "市民課 市民部"},
  {"税務システム", "税務課"},
  {"国保・年金システム", "保険年金課"},
  {"介護保険システム", "介護保険課"},
  {"財務会計システム", "財政課"},
  {"人事給与システム", "人事課"},
  {"文書管理システム", "総務課"},
  {"学校教育システム", "学校教育課"},
  {"水道料金システム", "水道料金課 水道局"},
  {"図書館システム", "市立図書館"},
  {"消防指令システム", "通信指令課 消防本部"},
  {"児童手当・保育システム", "子育て支援課"},
  {"グループウェア", "情報政策課"},
  {"福祉総合システム", "福祉課"},
  {"戸籍システム", "市民課"},
  {"電子メール", "情報政策課"},
  {"都市計画情報システム", "都市計画課"},
  {"道路台帳システム", "道路河川課"},
  {"選挙システム", "選挙管理委員会事務局"},
  {"農地台帳システム", "農業委員会事務局"},
  {"会議録検索システム", "議会事務局"},
  {"商工融資管理システム", "商工観光課"},
  {"健康管理システム", "健康増進課"},
  {"生活保護システム", "生活福祉課"},
  {"障害福祉システム", "障害福祉課"},
  {"家屋評価システム", "資産税課"},
  {"滞納管理システム", "収納課"},
  {"契約管理システム", "契約管財課"},
  {"公式ウェブサイト", "広報広聴課"},
  {"防災情報システム", "危機管理課"},
  {"出納システム", "会計課"},
  {"水道管路情報システム", "水道工務課"},
  {"浄水場監視システム", "浄水課"},
  {"下水道台帳システム", "下水道課"},
  {"電子カルテ", "病院診療部"},
  {"医事会計システム", "病院医事課"},
  {"調剤支援システム", "病院薬剤部"},
  {"公営住宅管理システム", "住宅課"},
  {"建築確認システム", "建築指導課"},
  {"公共施設予約システム", "生涯学習課"},
  {"給食管理システム", "学校給食センター"},
  {"ごみ処理施設管理システム", "清掃センター"},
  {"収蔵品管理システム", "市立博物館"},
  {"オンライン申請システム", "行政デジタル化推進室"},
};

static const char *const role_ids[DEMO_N_ROLES + 1] = {
  "committee", "ciso", "chief", "director", "manager", "system-manager", "system-operator", "audit-chief", "staff",
  "csirt", "contractor", NULL};

/* Gets the ids of the roles, in the order of the bits. */
const char *const *
demo_role_ids (void)
{
  return role_ids;
}

static void
give (DemoBody *self,
      guint person,
      DemoRoles roles)
{
  demo_body_person (self, person)->roles |= roles;
}

/* The first person who holds a role, -1 if nobody does. */
static int
find_holder (DemoBody *self,
             DemoRoles role)
{
  for (guint i = 0; i < self->people->len; i++)
    if ((demo_body_person (self, i)->roles & role) != 0)
      return i;
  return -1;
}

/* Picks somebody of a department who holds none of the roles to avoid, beginning anywhere; -1 if there is nobody. */
static int
pick (DemoBody *self,
      DemoRun run,
      DemoRoles avoid,
      GRand *rand)
{
  guint begin = run.n == 0 ? 0 : g_rand_int_range (rand, 0, run.n);

  for (guint i = 0; i < run.n; i++) {
    guint person = run.first + (begin + i) % run.n;
    if ((demo_body_person (self, person)->roles & avoid) == 0)
      return person;
  }
  return -1;
}

/* Picks with less and less to avoid: in a small department one person does it all, but never somebody from outside. */
static int
pick_leniently (DemoBody *self,
                DemoRun run,
                DemoRoles avoid,
                DemoRoles avoid_still,
                GRand *rand)
{
  int person = pick (self, run, avoid, rand);

  if (person < 0)
    person = pick (self, run, avoid_still, rand);
  return person < 0 ? pick (self, run, DEMO_ROLE_CONTRACTOR, rand) : person;
}

/* The people of the resident contractor sit at the end of the information section, and have numbers of their own kind.
 * A small city has none. */
static void
place_contractors (DemoBody *self)
{
  guint n_people = self->people->len;
  DemoRun run = demo_body_people_below (self, demo_body_information_section (self));
  guint n = n_people < 100 ? 0 : MIN (CLAMP (n_people / 200, 2, 8), run.n / 3);

  for (guint i = run.first + run.n - n; i < run.first + run.n; i++) {
    give (self, i, DEMO_ROLE_CONTRACTOR);
    demo_body_person (self, i)->id[0] = '9';
  }
}

static void
make_everybody_staff (DemoBody *self)
{
  for (guint i = 0; i < self->people->len; i++)
    if ((demo_body_person (self, i)->roles & DEMO_ROLE_CONTRACTOR) == 0)
      give (self, i, DEMO_ROLE_STAFF);
}

/* 副市長 sits in the top department; 情報政策担当部長 beside the head of the 部局 that the information section belongs to. */
static void
appoint_leaders (DemoBody *self)
{
  int bureau = demo_body_find_department (self, "総務部");
  DemoDepartment *seat = demo_body_department (self, 0);

  give (self, 0, DEMO_ROLE_CISO);
  if (bureau >= 0 && demo_body_department (self, bureau)->n_people > 0)
    seat = demo_body_department (self, bureau);
  give (self, seat->first_person + (seat->n_people > 1 ? 1 : 0), DEMO_ROLE_CHIEF);
}

/* A 部局 has a director, a section a manager; a 部局 without sections has both. */
static void
appoint_heads (DemoBody *self)
{
  for (guint i = 0; i < self->departments->len; i++) {
    DemoDepartment *department = demo_body_department (self, i);
    gboolean bureau = department->kind == DEMO_KIND_BUREAU;
    guint second = department->n_people > 1 && (bureau || i == 0) ? 1 : 0;

    if (department->n_people == 0)
      continue;
    if (bureau)
      give (self, department->first_person, DEMO_ROLE_DIRECTOR);
    if (demo_body_is_section (self, i))
      give (self, department->first_person + second, DEMO_ROLE_MANAGER);
  }
  if (find_holder (self, DEMO_ROLE_DIRECTOR) < 0)
    give (self, 0, DEMO_ROLE_DIRECTOR);
  if (find_holder (self, DEMO_ROLE_MANAGER) < 0)
    give (self, find_holder (self, DEMO_ROLE_CHIEF), DEMO_ROLE_MANAGER);
}

/* The audit chief leads no department of his own, where there are people enough: nobody audits himself. */
static void
appoint_audit_chief (DemoBody *self)
{
  int office = demo_body_find_department (self, "監査委員事務局");
  DemoDepartment *department = office < 0 ? NULL : demo_body_department (self, office);

  if (department != NULL && department->n_people > 0)
    give (self, department->first_person + (department->n_people > 1 ? 1 : 0), DEMO_ROLE_AUDIT_CHIEF);
  else
    give (self, self->people->len - 1, DEMO_ROLE_AUDIT_CHIEF);
}

static void
form_committee (DemoBody *self)
{
  for (guint i = 0; i < self->people->len; i++)
    if ((demo_body_person (self, i)->roles & (DEMO_ROLE_CISO | DEMO_ROLE_CHIEF | DEMO_ROLE_DIRECTOR)) != 0)
      give (self, i, DEMO_ROLE_COMMITTEE);
}

/* The people who run a system; an empty run if this city has no such department. */
static DemoRun
find_owners (DemoBody *self,
             const System *system)
{
  g_auto (GStrv) owners = g_strsplit (system->owners, " ", -1);
  DemoRun none = {0, 0};

  for (guint i = 0; owners[i] != NULL; i++) {
    int department = demo_body_find_department (self, owners[i]);
    if (department >= 0 && demo_body_people_below (self, department).n > 0)
      return demo_body_people_below (self, department);
  }
  return none;
}

static void
staff_system (DemoBody *self,
              const System *system,
              DemoRun run,
              GRand *rand)
{
  const DemoRoles heads = DEMO_ROLE_CONTRACTOR | DEMO_ROLE_CISO | DEMO_ROLE_CHIEF | DEMO_ROLE_DIRECTOR | DEMO_ROLE_MANAGER;
  const DemoRoles taken = DEMO_ROLE_SYSTEM_MANAGER | DEMO_ROLE_SYSTEM_OPERATOR;
  guint n_operators = g_rand_int_range (rand, 1, 4);
  DemoSystem added = {.name = system->name};

  added.manager = pick_leniently (self, run, heads | taken, DEMO_ROLE_CONTRACTOR | DEMO_ROLE_SYSTEM_MANAGER, rand);
  give (self, added.manager, DEMO_ROLE_SYSTEM_MANAGER);
  for (guint i = 0; i < n_operators; i++)
    give (self, pick_leniently (self, run, heads | taken, DEMO_ROLE_CONTRACTOR | DEMO_ROLE_MANAGER, rand),
          DEMO_ROLE_SYSTEM_OPERATOR);
  g_array_append_val (self->systems, added);
}

/* About one system for a hundred people, and no more than such a city has departments to run them. */
static void
staff_systems (DemoBody *self,
               GRand *rand)
{
  guint wanted = self->people->len / 100 + 2;

  for (guint i = 0; i < G_N_ELEMENTS (systems) && self->systems->len < wanted; i++) {
    DemoRun run = find_owners (self, &systems[i]);
    if (run.n > 0)
      staff_system (self, &systems[i], run, rand);
  }
}

/* The CSIRT: the information section, and one from where the telephone rings first. */
static void
form_csirt (DemoBody *self,
            GRand *rand)
{
  guint n_people = self->people->len;
  guint wanted = MIN (CLAMP (3 + n_people / 500, 3, 6), n_people);
  DemoRun all = {0, n_people};
  DemoRun section = demo_body_people_below (self, demo_body_information_section (self));
  int contact = demo_body_find_department (self, "総務課");

  give (self, section.first, DEMO_ROLE_CSIRT);
  for (guint i = 1; i < wanted; i++) {
    DemoRun run = i == 1 && contact >= 0 ? demo_body_people_below (self, contact) : section;
    int person = pick (self, run, DEMO_ROLE_CSIRT | DEMO_ROLE_CONTRACTOR | DEMO_ROLE_AUDIT_CHIEF, rand);
    if (person < 0)
      person = pick (self, all, DEMO_ROLE_CSIRT | DEMO_ROLE_CONTRACTOR, rand);
    give (self, person, DEMO_ROLE_CSIRT);
  }
}

/* Spreads the roles as in a real city; in a very small one they double up. */
void
demo_roles_assign (DemoBody *self,
                   guint32 seed)
{
  g_autoptr (GRand) rand = demo_rand_new (seed, PURPOSE_ROLES);

  place_contractors (self);
  make_everybody_staff (self);
  appoint_leaders (self);
  appoint_heads (self);
  appoint_audit_chief (self);
  form_committee (self);
  staff_systems (self, rand);
  form_csirt (self, rand);
}
