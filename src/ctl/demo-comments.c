/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "demo-private.h"

static const struct
{
  const char *tag;
  DemoTopics topic;
} topics[] = {
  {"mobile", DEMO_TOPIC_MOBILE},
  {"remote-work", DEMO_TOPIC_REMOTE_WORK},
  {"social-media", DEMO_TOPIC_SOCIAL_MEDIA},
  {"cloud", DEMO_TOPIC_CLOUD},
  {"encryption", DEMO_TOPIC_ENCRYPTION},
  {"contract", DEMO_TOPIC_CONTRACT},
  {"incident", DEMO_TOPIC_INCIDENT},
  {"training", DEMO_TOPIC_TRAINING},
  {"logging", DEMO_TOPIC_LOGGING},
  {"backup", DEMO_TOPIC_BACKUP},
  {"password", DEMO_TOPIC_PASSWORD},
  {"access", DEMO_TOPIC_ACCESS},
  {"device", DEMO_TOPIC_DEVICE},
  {"physical", DEMO_TOPIC_PHYSICAL},
  {"asset", DEMO_TOPIC_ASSET},
  {"mail", DEMO_TOPIC_MAIL},
  {"malware", DEMO_TOPIC_MALWARE},
  {"operation", DEMO_TOPIC_OPERATION},
};

typedef enum {
  WHO_ANYBODY,
  WHO_STAFF, /* speaks of the writer’s own desk */
  WHO_IN_CHARGE, /* speaks of a section, a system, the city */
} Who;

typedef struct
{
  Who who;
  DemoTopics topic; /* 0 for any */
  const char *text;
} Comment;

/* Commas, quotes, line breaks, and a first character that a spreadsheet takes for a formula stand here on purpose:
 * each must arrive in every workbook as the text it is. */
static const Comment partial[] = {
  {WHO_STAFF, 0, "忙しい時期にできていないことがある。"},
  {WHO_STAFF, 0, "昨年度の研修の後から気をつけているが、まだ徹底できていない。"},
  {WHO_STAFF, 0, "係の中でやり方がそろっていない。"},
  {WHO_STAFF, 0, "窓口の当番の日だけできていない。"},
  {WHO_STAFF, 0, "今の課に異動してきたばかりで、一部しか確認できていません。"},
  {WHO_STAFF, DEMO_TOPIC_PASSWORD, "業務システムは守っているが, 庁内ポータルは後回しになっている。"},
  {WHO_STAFF, DEMO_TOPIC_DEVICE, "短い離席のときに画面をロックし忘れることがある。"},
  {WHO_STAFF, DEMO_TOPIC_MAIL, "宛先の確認を一人でしていて、急ぐと省いてしまう。"},
  {WHO_STAFF, DEMO_TOPIC_ASSET, "紙の資料を机の上に残して帰る日がある。"},
  {WHO_STAFF, DEMO_TOPIC_MALWARE, "受け取ったUSBメモリの検査を毎回はしていない。"},
  {WHO_STAFF, DEMO_TOPIC_INCIDENT, "連絡先は知っているが、夜間の連絡先が分からない。"},
  {WHO_ANYBODY, 0, "手順書の「3 確認」の部分だけ未整備。"},
  {WHO_ANYBODY, 0, "担当者によって差がある。"},
  {WHO_ANYBODY, 0, "実施しているが、記録が残っていない。"},
  {WHO_ANYBODY, 0, "本庁は実施済み、出先は未確認。"},
  {WHO_ANYBODY, 0, "今年度中に残りを済ませる予定。"},
  {WHO_IN_CHARGE, 0, "課内では \"確認済み\" としているが、書面はない。"},
  {WHO_IN_CHARGE, 0, "1 要領はある。\n2 周知が終わっていない。"},
  {WHO_IN_CHARGE, 0, "=COUNTIF(B:B,\"済\") で数える台帳を使っているが、更新が遅れている。"},
  {WHO_IN_CHARGE, 0, "会計年度任用職員への周知が残っている。"},
  {WHO_IN_CHARGE, DEMO_TOPIC_CONTRACT, "+81 で始まる緊急連絡先（委託先の海外拠点）が台帳にまだない。"},
  {WHO_IN_CHARGE, DEMO_TOPIC_LOGGING, "取得はしているが、点検は問題が起きたときだけ。"},
  {WHO_IN_CHARGE, DEMO_TOPIC_LOGGING, "サーバは対象にしているが, ネットワーク機器のログが残っていない。"},
  {WHO_IN_CHARGE, DEMO_TOPIC_BACKUP, "取得は毎日、復元の確認は昨年度から行っていない。"},
  {WHO_IN_CHARGE, DEMO_TOPIC_CLOUD, "新しい契約だけ確認している。以前からの契約は未確認。"},
  {WHO_IN_CHARGE, DEMO_TOPIC_TRAINING, "受講率は8割ほど。出先の受講が進んでいない。"},
  {WHO_IN_CHARGE, DEMO_TOPIC_ACCESS, "異動の時期だけ見直している。"},
  {WHO_IN_CHARGE, DEMO_TOPIC_OPERATION, "次の更改で対応する予定。それまでは手作業で補う。"},
};

static const Comment not_implemented[] = {
  {WHO_STAFF, 0, "この決まりを知らなかった。"},
  {WHO_STAFF, 0, "やり方が分からない。教えてほしい。"},
  {WHO_STAFF, 0, "前任者から引継ぎがなかった。"},
  {WHO_STAFF, 0, "一人の職場なので、代わりがいない。"},
  {WHO_STAFF, DEMO_TOPIC_PASSWORD, "共用の端末で、全員が同じものを使っている。"},
  {WHO_STAFF, DEMO_TOPIC_DEVICE, "ワイヤーロックが配られていない。"},
  {WHO_STAFF, DEMO_TOPIC_TRAINING, "研修の日に窓口を空けられなかった。"},
  {WHO_STAFF, DEMO_TOPIC_INCIDENT, "どこに報告するのか、掲示がない。"},
  {WHO_STAFF, DEMO_TOPIC_ASSET, "鍵のかかる書庫が足りない。"},
  {WHO_STAFF, DEMO_TOPIC_MAIL, "誤送信を防ぐ機能が使いにくいため、切っている。"},
  {WHO_ANYBODY, 0, "来年度に取り組む。"},
  {WHO_ANYBODY, 0, "人手が足りず、手をつけられていない。"},
  {WHO_ANYBODY, 0, "決まりはあるが、実際には行っていない。"},
  {WHO_ANYBODY, 0, "昨年度も同じ回答でした。\n改善の見込みが立っていません。"},
  {WHO_IN_CHARGE, 0, "担当が決まっていない。"},
  {WHO_IN_CHARGE, 0, "予算要求中（補正で認められれば, 1月から実施）。"},
  {WHO_IN_CHARGE, 0, "\"必要\" との認識はあるが、要領がない。"},
  {WHO_IN_CHARGE, DEMO_TOPIC_INCIDENT, "訓練は計画だけで、実施していない。"},
  {WHO_IN_CHARGE, DEMO_TOPIC_INCIDENT, "緊急時の連絡網が3年前のまま。"},
  {WHO_IN_CHARGE, DEMO_TOPIC_CLOUD, "利用しているサービスの一覧がない。"},
  {WHO_IN_CHARGE, DEMO_TOPIC_CLOUD, "約款を確認した記録がない。各担当が申し込んでいる。"},
  {WHO_IN_CHARGE, DEMO_TOPIC_LOGGING, "保存期間を決めていない。容量が足りなくなると消している。"},
  {WHO_IN_CHARGE, DEMO_TOPIC_BACKUP, "同じ建物の中にしか置いていない。"},
  {WHO_IN_CHARGE, DEMO_TOPIC_CONTRACT, "仕様書に書いていないため、委託先に求められない。"},
  {WHO_IN_CHARGE, DEMO_TOPIC_PHYSICAL, "設備の改修が必要。庁舎管理の担当と協議中。"},
  {WHO_IN_CHARGE, DEMO_TOPIC_OPERATION, "=A3 のような参照の残った設計書しかなく、現状が分からない。"},
};

static const Comment not_applicable[] = {
  {WHO_ANYBODY, 0, "この1年に該当する機会がなかった。"},
  {WHO_ANYBODY, 0, "担当ではない。"},
  {WHO_ANYBODY, 0, "所属に該当する業務がない。"},
  {WHO_STAFF, 0, "自分の業務では使わない。"},
  {WHO_IN_CHARGE, 0, "所管の範囲に該当するものがない。"},
  {WHO_STAFF, DEMO_TOPIC_MOBILE, "モバイル端末の貸与を受けていない。"},
  {WHO_STAFF, DEMO_TOPIC_MOBILE, "外に持ち出す端末がない。"},
  {WHO_IN_CHARGE, DEMO_TOPIC_MOBILE, "課にモバイル端末の配備がない。"},
  {WHO_STAFF, DEMO_TOPIC_REMOTE_WORK, "在宅勤務の対象ではない。"},
  {WHO_IN_CHARGE, DEMO_TOPIC_REMOTE_WORK, "窓口の職場のため、テレワークを行っていない。"},
  {WHO_ANYBODY, DEMO_TOPIC_SOCIAL_MEDIA, "公式アカウントを持っていない。"},
  {WHO_ANYBODY, DEMO_TOPIC_CLOUD, "庁外のサービスを利用していない。"},
  {WHO_ANYBODY, DEMO_TOPIC_ENCRYPTION, "暗号化が必要なデータを扱っていない。"},
  {WHO_ANYBODY, DEMO_TOPIC_CONTRACT, "外部への委託がない。"},
};

/* What a tag of a control means here, 0 if nothing. */
DemoTopics
demo_topic_from_tag (const char *tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    if (g_str_equal (topics[i].tag, tag))
      return topics[i].topic;
  return 0;
}

/* How well a comment suits: 0 not at all; one on the topic is better than one that suits everything. */
static guint
suitability (const Comment *comment,
             gboolean in_charge,
             DemoTopics about)
{
  if (comment->who == (in_charge ? WHO_STAFF : WHO_IN_CHARGE))
    return 0;
  if (comment->topic == 0)
    return 1;
  return (comment->topic & about) != 0 ? 6 : 0;
}

static const char *
pick_among (const Comment *comments,
            guint n_comments,
            gboolean in_charge,
            DemoTopics about,
            double draw)
{
  guint total = 0;
  guint left;

  for (guint i = 0; i < n_comments; i++)
    total += suitability (&comments[i], in_charge, about);
  left = MIN ((guint) (draw * total), total - 1);
  for (guint i = 0; i < n_comments; i++) {
    guint share = suitability (&comments[i], in_charge, about);
    if (left < share)
      return comments[i].text;
    left -= share;
  }
  g_assert_not_reached ();
}

/* Picks what somebody might write. `draw` is from 0 to 1; the same draw gives the same comment. */
const char *
demo_comment_pick (DemoCommentKind kind,
                   gboolean in_charge,
                   DemoTopics about,
                   double draw)
{
  switch (kind) {
  case DEMO_COMMENT_PARTIAL:
    return pick_among (partial, G_N_ELEMENTS (partial), in_charge, about, draw);
  case DEMO_COMMENT_NOT_IMPLEMENTED:
    return pick_among (not_implemented, G_N_ELEMENTS (not_implemented), in_charge, about, draw);
  case DEMO_COMMENT_NOT_APPLICABLE:
    return pick_among (not_applicable, G_N_ELEMENTS (not_applicable), in_charge, about, draw);
  default:
    g_assert_not_reached ();
  }
}
