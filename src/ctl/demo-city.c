/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "demo-private.h"

/* A department that a city may have. A city of n departments has the n with the lowest rank, so that every size is a
 * sensible city; ranks are such that a department never comes without the one above it. */
typedef struct
{
  guint rank;
  DemoKind kind;
  double weight; /* people of its own in a city of about a thousand */
  const char *name;
  const char *parent;
  const char *units; /* the 係 of a large city */
} Seed;

/* In the order in which the city's organisation chart lists them. */
static const Seed seeds[] = {
  {0, DEMO_KIND_ROOT, 2, "見晴市", NULL, NULL},
  {32, DEMO_KIND_BUREAU, 2, "企画部", "見晴市", NULL},
  {33, DEMO_KIND_SECTION, 16, "政策企画課", "企画部", "企画係 行政改革係 広域連携係"},
  {47, DEMO_KIND_SECTION, 8, "秘書課", "企画部", "秘書係 表彰係"},
  {46, DEMO_KIND_SECTION, 14, "広報広聴課", "企画部", "広報係 広聴係"},
  {60, DEMO_KIND_SECTION, 14, "地域振興課", "企画部", "地域振興係 移住定住係"},
  {1, DEMO_KIND_BUREAU, 4, "総務部", "見晴市", NULL},
  {10, DEMO_KIND_SECTION, 24, "総務課", "総務部", "総務係 法規係 文書係"},
  {19, DEMO_KIND_SECTION, 18, "人事課", "総務部", "人事係 給与係 研修厚生係"},
  {18, DEMO_KIND_SECTION, 14, "財政課", "総務部", "財政係 予算係"},
  {2, DEMO_KIND_SECTION, 18, "情報政策課", "総務部", "情報企画係 システム運用係 ネットワーク係"},
  {80, DEMO_KIND_SECTION, 12, "行政デジタル化推進室", "総務部", "推進係 統計係"},
  {42, DEMO_KIND_SECTION, 20, "契約管財課", "総務部", "契約係 管財係 検査係"},
  {44, DEMO_KIND_SECTION, 14, "危機管理課", "総務部", "危機管理係 防災係"},
  {82, DEMO_KIND_SECTION, 10, "人権共生課", "総務部", "人権係 多文化共生係"},
  {3, DEMO_KIND_BUREAU, 2, "市民部", "見晴市", NULL},
  {4, DEMO_KIND_SECTION, 55, "市民課", "市民部", "窓口係 記録係 証明係"},
  {61, DEMO_KIND_SECTION, 16, "市民生活課", "市民部", "交通安全係 消費生活係"},
  {17, DEMO_KIND_SECTION, 34, "保険年金課", "市民部", "国保係 年金係 後期高齢者医療係"},
  {9, DEMO_KIND_SECTION, 40, "税務課", "市民部", "市民税係 法人税係 諸税係"},
  {48, DEMO_KIND_SECTION, 26, "資産税課", "市民部", "土地係 家屋係 償却資産係"},
  {49, DEMO_KIND_SECTION, 24, "収納課", "市民部", "収納係 滞納整理係"},
  {27, DEMO_KIND_FACILITY, 14, "東支所", "市民部", NULL},
  {50, DEMO_KIND_FACILITY, 12, "西支所", "市民部", NULL},
  {34, DEMO_KIND_BUREAU, 2, "環境部", "見晴市", NULL},
  {35, DEMO_KIND_SECTION, 18, "環境政策課", "環境部", "環境政策係 環境保全係"},
  {55, DEMO_KIND_SECTION, 26, "資源循環課", "環境部", "減量推進係 収集係"},
  {64, DEMO_KIND_FACILITY, 30, "清掃センター", "環境部", NULL},
  {84, DEMO_KIND_FACILITY, 8, "見晴斎場", "環境部", NULL},
  {5, DEMO_KIND_BUREAU, 2, "福祉部", "見晴市", NULL},
  {24, DEMO_KIND_SECTION, 30, "福祉課", "福祉部", "庶務係 地域福祉係 給付係"},
  {52, DEMO_KIND_SECTION, 30, "生活福祉課", "福祉部", "保護第一係 保護第二係 経理係"},
  {51, DEMO_KIND_SECTION, 26, "障害福祉課", "福祉部", "障害給付係 相談支援係"},
  {62, DEMO_KIND_SECTION, 20, "高齢福祉課", "福祉部", "高齢福祉係 地域包括支援係"},
  {16, DEMO_KIND_SECTION, 30, "介護保険課", "福祉部", "認定係 給付係 保険料係"},
  {20, DEMO_KIND_SECTION, 34, "子育て支援課", "福祉部", "手当係 保育係 家庭児童相談係"},
  {28, DEMO_KIND_FACILITY, 30, "中央保育園", "福祉部", NULL},
  {53, DEMO_KIND_BUREAU, 2, "健康部", "見晴市", NULL},
  {54, DEMO_KIND_SECTION, 32, "健康増進課", "健康部", "保健係 予防係 健診係"},
  {63, DEMO_KIND_FACILITY, 22, "中央保健センター", "健康部", NULL},
  {83, DEMO_KIND_FACILITY, 14, "国民健康保険診療所", "健康部", NULL},
  {22, DEMO_KIND_BUREAU, 2, "産業部", "見晴市", NULL},
  {23, DEMO_KIND_SECTION, 22, "商工観光課", "産業部", "商工係 観光係 労政係"},
  {56, DEMO_KIND_SECTION, 20, "農林課", "産業部", "農政係 農村整備係 林務係"},
  {85, DEMO_KIND_SECTION, 8, "企業立地課", "産業部", "立地推進係 用地係"},
  {86, DEMO_KIND_FACILITY, 10, "公設地方卸売市場", "産業部", NULL},
  {11, DEMO_KIND_BUREAU, 2, "建設部", "見晴市", NULL},
  {12, DEMO_KIND_SECTION, 40, "道路河川課", "建設部", "管理係 道路係 河川係"},
  {29, DEMO_KIND_SECTION, 24, "都市計画課", "建設部", "計画係 開発指導係"},
  {57, DEMO_KIND_SECTION, 20, "建築指導課", "建設部", "建築審査係 空家対策係"},
  {65, DEMO_KIND_SECTION, 20, "公園緑地課", "建設部", "公園係 緑化係"},
  {66, DEMO_KIND_SECTION, 16, "住宅課", "建設部", "管理係 建設係"},
  {87, DEMO_KIND_SECTION, 14, "用地課", "建設部", "用地係 国土調査係"},
  {88, DEMO_KIND_SECTION, 16, "営繕課", "建設部", "建築係 設備係"},
  {36, DEMO_KIND_OFFICE, 10, "会計課", "見晴市", "出納係 審査係"},
  {75, DEMO_KIND_BUREAU, 3, "見晴市民病院", "見晴市", NULL},
  {76, DEMO_KIND_SECTION, 24, "病院医事課", "見晴市民病院", "入院係 外来係"},
  {77, DEMO_KIND_SECTION, 14, "病院総務課", "見晴市民病院", "庶務係 施設係"},
  {78, DEMO_KIND_SECTION, 160, "病院看護部", "見晴市民病院", "病棟第一係 病棟第二係 外来看護係"},
  {79, DEMO_KIND_SECTION, 60, "病院診療部", "見晴市民病院", "内科係 外科係"},
  {91, DEMO_KIND_SECTION, 14, "病院薬剤部", "見晴市民病院", "調剤係 薬品管理係"},
  {14, DEMO_KIND_BUREAU, 45, "水道局", "見晴市", NULL},
  {39, DEMO_KIND_SECTION, 16, "水道総務課", "水道局", "庶務係 経理係"},
  {40, DEMO_KIND_SECTION, 16, "水道料金課", "水道局", "料金係 検針係"},
  {41, DEMO_KIND_SECTION, 26, "水道工務課", "水道局", "配水係 給水係"},
  {70, DEMO_KIND_SECTION, 20, "浄水課", "水道局", "浄水係 水質係"},
  {71, DEMO_KIND_SECTION, 24, "下水道課", "水道局", "計画係 維持係 普及係"},
  {15, DEMO_KIND_BUREAU, 110, "消防本部", "見晴市", NULL},
  {43, DEMO_KIND_SECTION, 14, "消防総務課", "消防本部", "庶務係 装備係"},
  {72, DEMO_KIND_SECTION, 16, "予防課", "消防本部", "予防係 危険物係"},
  {73, DEMO_KIND_SECTION, 16, "警防課", "消防本部", "警防係 救急係"},
  {74, DEMO_KIND_SECTION, 20, "通信指令課", "消防本部", "指令第一係 指令第二係"},
  {45, DEMO_KIND_FACILITY, 80, "見晴消防署", "消防本部", NULL},
  {7, DEMO_KIND_BUREAU, 3, "教育委員会事務局", "見晴市", NULL},
  {37, DEMO_KIND_SECTION, 18, "教育総務課", "教育委員会事務局", "総務係 施設係"},
  {8, DEMO_KIND_SECTION, 36, "学校教育課", "教育委員会事務局", "学務係 指導係 学校保健係"},
  {38, DEMO_KIND_SECTION, 20, "生涯学習課", "教育委員会事務局", "社会教育係 青少年係"},
  {67, DEMO_KIND_SECTION, 14, "文化財課", "教育委員会事務局", "保護係 活用係"},
  {68, DEMO_KIND_SECTION, 14, "スポーツ振興課", "教育委員会事務局", "振興係 施設係"},
  {21, DEMO_KIND_FACILITY, 34, "市立図書館", "教育委員会事務局", NULL},
  {58, DEMO_KIND_FACILITY, 14, "中央公民館", "教育委員会事務局", NULL},
  {69, DEMO_KIND_FACILITY, 40, "学校給食センター", "教育委員会事務局", NULL},
  {89, DEMO_KIND_FACILITY, 12, "市立博物館", "教育委員会事務局", NULL},
  {90, DEMO_KIND_FACILITY, 8, "教育研究所", "教育委員会事務局", NULL},
  {13, DEMO_KIND_OFFICE, 9, "議会事務局", "見晴市", "庶務係 議事調査係"},
  {25, DEMO_KIND_OFFICE, 5, "選挙管理委員会事務局", "見晴市", NULL},
  {6, DEMO_KIND_OFFICE, 6, "監査委員事務局", "見晴市", NULL},
  {26, DEMO_KIND_OFFICE, 6, "農業委員会事務局", "見晴市", NULL},
};

/* Facilities that a growing city gets one after another, each in another district. */
typedef struct
{
  const char *suffix;
  const char *parent;
  guint n;
  guint first_district; /* so that not every kind begins in the same place */
  guint rank;
  guint step;
  double weight;
} Family;

static const Family families[] = {
  {"支所", "市民部", 8, 12, 59, 12, 12},
  {"出張所", "市民部", 12, 20, 92, 6, 5},
  {"地区センター", "市民部", 20, 2, 94, 5, 5},
  {"保育園", "福祉部", 24, 0, 59, 5, 22},
  {"児童館", "福祉部", 16, 6, 93, 6, 5},
  {"学童クラブ", "福祉部", 30, 0, 215, 0, 4},
  {"保健センター", "健康部", 4, 1, 96, 20, 12},
  {"消防分署", "消防本部", 10, 3, 81, 10, 24},
  {"小学校", "教育委員会事務局", 40, 0, 59, 4, 28},
  {"中学校", "教育委員会事務局", 18, 4, 64, 7, 26},
  {"幼稚園", "教育委員会事務局", 8, 9, 95, 12, 9},
  {"図書館分館", "教育委員会事務局", 8, 16, 79, 14, 6},
};

static const char *const districts[] = {
  "若葉", "汐見", "青葉", "緑ヶ丘", "桜木", "松原", "川端", "高瀬", "北原", "南浜", "大曲", "中島", "小坂", "日向",
  "梅沢", "竹原", "橋場", "稲荷", "清水", "山手", "浜町", "港", "朝日", "栄", "旭ヶ丘", "和泉", "柳瀬", "大沢",
  "白石", "岩井", "千鳥", "明神", "花園", "富士見", "鶴巻", "八幡", "石川", "三本木", "新町", "本町"};

/* The 係 come last of all; a third one only when every section has two. */
#define UNIT_RANK 220

static guint
candidate_index (GArray *candidates,
                 const char *name)
{
  for (guint i = 0; i < candidates->len; i++)
    if (g_str_equal (g_array_index (candidates, DemoDepartment, i).name, name))
      return i;
  g_assert_not_reached ();
}

/* Takes the name over. */
static void
add_candidate (GArray *candidates,
               char *name,
               const char *parent,
               DemoKind kind,
               guint rank,
               double weight)
{
  DemoDepartment added = {
    .name = name,
    .parent = parent == NULL ? -1 : (int) candidate_index (candidates, parent),
    .kind = kind,
    .rank = rank,
    .weight = weight,
    .leaf = TRUE,
  };

  g_array_append_val (candidates, added);
}

static void
add_families (GArray *candidates)
{
  for (guint f = 0; f < G_N_ELEMENTS (families); f++) {
    const Family *family = &families[f];
    for (guint i = 0; i < family->n; i++) {
      const char *district = districts[(family->first_district + i) % G_N_ELEMENTS (districts)];
      add_candidate (candidates, g_strconcat (district, family->suffix, NULL), family->parent, DEMO_KIND_FACILITY,
                     family->rank + i * family->step, family->weight);
    }
  }
}

static void
add_units (GArray *candidates,
           const Seed *seed)
{
  g_auto (GStrv) units = g_strsplit (seed->units, " ", -1);

  for (guint i = 0; units[i] != NULL; i++)
    add_candidate (candidates, g_strconcat (seed->name, units[i], NULL), seed->name, DEMO_KIND_UNIT,
                   i < 2 ? UNIT_RANK : UNIT_RANK + 1, seed->weight / 2);
}

static GArray *
list_candidates (void)
{
  GArray *candidates = g_array_new (FALSE, TRUE, sizeof (DemoDepartment));

  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    add_candidate (candidates, g_strdup (seeds[i].name), seeds[i].parent, seeds[i].kind, seeds[i].rank, seeds[i].weight);
  add_families (candidates);
  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    if (seeds[i].units != NULL)
      add_units (candidates, &seeds[i]);
  return candidates;
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b,
               gpointer candidates)
{
  guint left = *(const guint *) a;
  guint right = *(const guint *) b;
  guint left_rank = g_array_index ((GArray *) candidates, DemoDepartment, left).rank;
  guint right_rank = g_array_index ((GArray *) candidates, DemoDepartment, right).rank;

  if (left_rank != right_rank)
    return left_rank < right_rank ? -1 : 1;
  return left < right ? -1 : left > right;
}

/* Which candidates a city of this size has, and turns each one's rank into its place among all. */
static gboolean *
choose (GArray *candidates,
        guint n_departments)
{
  gboolean *chosen = g_new0 (gboolean, candidates->len);
  g_autofree guint *order = g_new (guint, candidates->len);

  g_assert (candidates->len >= n_departments);
  for (guint i = 0; i < candidates->len; i++)
    order[i] = i;
  g_qsort_with_data (order, candidates->len, sizeof (guint), compare_ranks, candidates);
  for (guint i = 0; i < candidates->len; i++)
    g_array_index (candidates, DemoDepartment, order[i]).rank = i;
  for (guint i = 0; i < n_departments; i++)
    chosen[order[i]] = TRUE;
  return chosen;
}

/* Adds a chosen candidate and everything chosen below it, so that the departments come to stand in tree order. */
static void
plant (DemoBody *self,
       GArray *candidates,
       const gboolean *chosen,
       guint candidate,
       int parent,
       const char *id)
{
  DemoDepartment planted = g_array_index (candidates, DemoDepartment, candidate);
  int place = self->departments->len;
  guint n_children = 0;

  planted.name = g_strdup (planted.name);
  planted.id = g_strdup (parent < 0 ? "D0000" : id);
  planted.parent = parent;
  g_array_append_val (self->departments, planted);
  for (guint i = 0; i < candidates->len; i++) {
    g_autofree char *child_id = NULL;

    if (!chosen[i] || g_array_index (candidates, DemoDepartment, i).parent != (int) candidate)
      continue;
    n_children++;
    demo_body_department (self, place)->leaf = FALSE;
    child_id = g_strdup_printf ("%s%02u", id, n_children);
    plant (self, candidates, chosen, i, place, child_id);
  }
}

/* A 部局 is called D0100, so that its sections D0101, D0102 … stand below it in any list. */
static void
number_bureaus (DemoBody *self)
{
  for (guint i = 0; i < self->departments->len; i++) {
    DemoDepartment *department = demo_body_department (self, i);
    if (department->parent == 0) {
      g_autofree char *bare = g_steal_pointer (&department->id);
      department->id = g_strconcat (bare, "00", NULL);
    }
  }
}

/* Lays out the departments: exactly as many as wanted. */
void
demo_city_plan (DemoBody *self,
                guint n_departments)
{
  g_autoptr (GArray) candidates = list_candidates ();
  g_autofree gboolean *chosen = choose (candidates, n_departments);

  plant (self, candidates, chosen, 0, -1, "D");
  number_bureaus (self);
  for (guint i = 0; i < candidates->len; i++)
    g_free (g_array_index (candidates, DemoDepartment, i).name);
}
