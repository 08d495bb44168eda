/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-ui-sample.h"

struct _TnkUiSample
{
  TenkenDeskPage parent_instance;

  GtkLabel *text;
  char *target;
};

TnkUiSampleCounts tnk_ui_sample_counts;
static int mood;
static GMutex lock;
static GCond turned;
static gboolean goes_on;

G_DEFINE_FINAL_TYPE (TnkUiSample, tnk_ui_sample, TENKEN_TYPE_DESK_PAGE)

void
tnk_ui_sample_set_mood (TnkUiSampleMood new_mood)
{
  g_atomic_int_set (&mood, new_mood);
}

static void
wake (void)
{
  g_mutex_lock (&lock);
  g_cond_broadcast (&turned);
  g_mutex_unlock (&lock);
}

void
tnk_ui_sample_let_go (void)
{
  g_mutex_lock (&lock);
  goes_on = TRUE;
  g_cond_broadcast (&turned);
  g_mutex_unlock (&lock);
}

void
tnk_ui_sample_reset (void)
{
  tnk_ui_sample_counts = (TnkUiSampleCounts){0};
  tnk_ui_sample_set_mood (TNK_UI_SAMPLE_GOOD);
  goes_on = FALSE;
}

static void
wait_for_go (GCancellable *cancellable)
{
  gulong handler = g_cancellable_connect (cancellable, G_CALLBACK (wake), NULL, NULL);

  g_mutex_lock (&lock);
  while (!goes_on && !g_cancellable_is_cancelled (cancellable))
    g_cond_wait (&turned, &lock);
  g_mutex_unlock (&lock);
  g_cancellable_disconnect (cancellable, handler);
}

static gpointer
fetch (TnkDesk *desk,
       gpointer data,
       GCancellable *cancellable,
       GError **error)
{
  TenkenDeskQuery *query = data;
  int now = g_atomic_int_get (&mood);

  g_atomic_int_inc (&tnk_ui_sample_counts.n_fetched);
  if (now == TNK_UI_SAMPLE_SLOW)
    wait_for_go (cancellable);
  if (now == TNK_UI_SAMPLE_SLOW && g_cancellable_set_error_if_cancelled (cancellable, error))
    g_atomic_int_inc (&tnk_ui_sample_counts.n_cancelled);
  else if (now == TNK_UI_SAMPLE_BROKEN)
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_STORE, "demo/tenken.db: disk I/O error <b>& more</b>");
  else if (now == TNK_UI_SAMPLE_REFUSED)
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_REFUSED, "department “D1”: this is for whoever answers for the department");
  else
    return now == TNK_UI_SAMPLE_EMPTY ? g_strdup ("")
                                      : g_strdup_printf ("%s %s", query->campaign_id != NULL ? query->campaign_id : "-",
                                                         query->department_id != NULL ? query->department_id : "-");
  return NULL;
}

static void
free_result (gpointer result)
{
  g_atomic_int_inc (&tnk_ui_sample_counts.n_freed);
  g_free (result);
}

static void
show (TenkenDeskPage *page,
      gpointer result)
{
  TnkUiSample *self = TNK_UI_SAMPLE (page);

  tnk_ui_sample_counts.n_shown++;
  gtk_label_set_text (self->text, result);
  if (*(const char *) result == '\0')
    tenken_desk_page_set_empty (page, "folder-symbolic", "Nothing here yet", "It comes with the first <questionnaire>.",
                                "To the other", "other");
}

static void
aim (TenkenDeskPage *page,
     const char *target)
{
  TnkUiSample *self = TNK_UI_SAMPLE (page);

  tnk_ui_sample_counts.n_aimed++;
  g_free (self->target);
  self->target = g_strdup (target);
}

static void
tnk_ui_sample_finalize (GObject *object)
{
  tnk_ui_sample_counts.n_gone++;
  g_free (TNK_UI_SAMPLE (object)->target);
  G_OBJECT_CLASS (tnk_ui_sample_parent_class)->finalize (object);
}

static void
tnk_ui_sample_class_init (TnkUiSampleClass *klass)
{
  TenkenDeskPageClass *page_class = TENKEN_DESK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tnk_ui_sample_finalize;
  page_class->fetch = fetch;
  page_class->result_free = free_result;
  page_class->show = show;
  page_class->aim = aim;
}

static void
tnk_ui_sample_init (TnkUiSample *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *text = gtk_label_new (NULL);

  tnk_ui_sample_counts.n_made++;
  self->text = GTK_LABEL (text);
  gtk_widget_add_css_class (text, "section-title");
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Here the page begins"));
  gtk_widget_add_css_class (box, "page");
  tenken_desk_page_set_content (TENKEN_DESK_PAGE (self), box);
}

GtkWidget *
tnk_ui_sample_new (TenkenDesk *desk)
{
  return g_object_new (TNK_TYPE_UI_SAMPLE, "desk", desk, NULL);
}

const char *
tnk_ui_sample_get_text (TnkUiSample *self)
{
  return gtk_label_get_text (self->text);
}

const char *
tnk_ui_sample_get_target (TnkUiSample *self)
{
  return self->target;
}

#define MOST (TNK_RIGHTS_DEPARTMENT | TNK_RIGHTS_SECRETARIAT)

const TenkenDeskPlace tnk_ui_sample_places[] = {
  {MOST, "home", "概要", "go-home-symbolic", tnk_ui_sample_new, NULL},
  {TNK_RIGHTS_COMMITTEE, "home", "概況", "go-home-symbolic", tnk_ui_sample_new, NULL},
  {MOST, "other", "提出状況", "view-list-symbolic", tnk_ui_sample_new, NULL},
  {MOST | TNK_RIGHTS_COMMITTEE, "third", "情報セキュリティ改善計画", "document-edit-symbolic", tnk_ui_sample_new, NULL},
  {MOST, "detail", NULL, NULL, tnk_ui_sample_new, NULL},
  {MOST, "results", NULL, NULL, tnk_ui_sample_new, NULL},
  {0},
};
