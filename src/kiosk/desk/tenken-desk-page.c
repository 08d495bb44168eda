/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-desk-page.h"

#include <glib/gi18n.h>

#include "tenken-desk-error.h"
#include "tenken-desk-parts.h"
#include "tenken-desk-status.h"

/* What comes sooner than this needs no word about waiting. */
#define BLINK_MS 200

typedef struct
{
  TenkenDesk *desk;
  GtkStack *stack;
  GtkWidget *content;
  GtkWidget *waiting; /* a spinner with a word, which comes after a blink */
  TenkenDeskStatus *status;
  char *place; /* where its way leads; NULL: tries again */
  GCancellable *fetching; /* NULL while nothing is read */
  guint n_more; /* things that are read besides */
  guint blink;
  gboolean stale; /* to be read anew when the page is shown */
  gboolean filled; /* something was shown since the page was made */
  gboolean empty; /* show said that there is nothing */
  gboolean wants_focus;
} TenkenDeskPagePrivate;

enum {
  PROP_DESK = 1,
  PROP_CONTENT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TenkenDeskPage, tenken_desk_page, ADW_TYPE_BIN)

static TenkenDeskPagePrivate *
get (TenkenDeskPage *self)
{
  return tenken_desk_page_get_instance_private (self);
}

/* --- how it looks --- */

static void
end_waiting (TenkenDeskPage *self)
{
  TenkenDeskPagePrivate *priv = get (self);

  g_clear_handle_id (&priv->blink, g_source_remove);
  gtk_widget_set_visible (priv->waiting, FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (priv->stack), "stale");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_BUSY, FALSE, -1);
}

static gboolean
blinked (gpointer user_data)
{
  TenkenDeskPagePrivate *priv = get (user_data);

  priv->blink = 0;
  gtk_widget_set_visible (priv->waiting, TRUE);
  if (priv->filled)
    gtk_widget_add_css_class (GTK_WIDGET (priv->stack), "stale");
  return G_SOURCE_REMOVE;
}

/* What had the focus may just have gone with the rows of its list. GTK goes on from there all the same, into a part that is
 * not shown any more, and Tab would lead nowhere. */
static void
show_part (TenkenDeskPage *self,
           const char *name)
{
  GtkWidget *stack = GTK_WIDGET (get (self)->stack);

  gtk_stack_set_visible_child_name (GTK_STACK (stack), name);
  if (gtk_widget_get_focus_child (stack) != gtk_stack_get_visible_child (GTK_STACK (stack)))
    gtk_widget_set_focus_child (stack, NULL);
}

static void
begin_waiting (TenkenDeskPage *self)
{
  TenkenDeskPagePrivate *priv = get (self);

  if (!priv->filled)
    show_part (self, "waiting");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_BUSY, TRUE, -1);
  if (priv->blink == 0)
    priv->blink = g_timeout_add (BLINK_MS, blinked, self);
}

static void
show_status (TenkenDeskPage *self,
             const char *icon_name,
             const char *title,
             const char *text,
             const char *button,
             const char *place)
{
  TenkenDeskPagePrivate *priv = get (self);

  tenken_desk_status_show (priv->status, icon_name, title, text, button);
  g_free (priv->place);
  priv->place = g_strdup (place);
  show_part (self, "status");
}

static void
show_error (TenkenDeskPage *self,
            const GError *error)
{
  g_autofree char *text = tenken_desk_describe_error (error);

  if (g_error_matches (error, TNK_ERROR, TNK_ERROR_REFUSED))
    show_status (self, "changes-prevent-symbolic", _ ("This is not open to you"), text, NULL, NULL);
  else
    show_status (self, "dialog-warning-symbolic", _ ("This could not be read"), text, _ ("Try again"), NULL);
}

static void
show_no_campaign (TenkenDeskPage *self)
{
  gboolean prepares = tenken_desk_get_office (get (self)->desk) == TNK_RIGHTS_SECRETARIAT;

  show_status (self, "document-new-symbolic", _ ("There is no campaign yet"),
               prepares ? _ ("Set the first one up; then its figures are here.")
                        : _ ("Once the secretariat has opened one, its figures are here."),
               prepares ? _ ("To the campaigns") : NULL, "campaign");
}

/* Where it was when the page was last left; else the first thing that takes it. */
static gboolean
focus_within (GtkWidget *widget)
{
  GtkWidget *before = widget;

  while (gtk_widget_get_focus_child (before) != NULL)
    before = gtk_widget_get_focus_child (before);
  return (before != widget && gtk_widget_get_mapped (before) && gtk_widget_grab_focus (before)) ||
         gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
settle_focus (TenkenDeskPage *self)
{
  TenkenDeskPagePrivate *priv = get (self);

  if (priv->wants_focus && priv->fetching == NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    priv->wants_focus = !focus_within (GTK_WIDGET (priv->stack));
}

static void
show_result (TenkenDeskPage *self,
             gpointer result)
{
  TenkenDeskPagePrivate *priv = get (self);
  TenkenDeskPageClass *klass = TENKEN_DESK_PAGE_GET_CLASS (self);

  priv->empty = FALSE;
  if (klass->show != NULL)
    klass->show (self, result);
  if (!priv->empty)
    show_part (self, "content");
  priv->filled = TRUE;
}

/* --- reading --- */

/* What is under way at the store for a page that may be gone when it comes back. */
typedef struct
{
  GWeakRef page;
  GDestroyNotify result_free;
} Fetch;

static void
fetch_free (Fetch *self)
{
  g_weak_ref_clear (&self->page);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fetch, fetch_free)

static void
take (TenkenDeskPage *self,
      gpointer result,
      const GError *error)
{
  TenkenDeskPagePrivate *priv = get (self);

  g_clear_object (&priv->fetching);
  end_waiting (self);
  if (error == NULL)
    show_result (self, result);
  else {
    priv->filled = FALSE;
    show_error (self, error);
  }
  settle_focus (self);
}

static void
fetched (GObject *source,
         GAsyncResult *async_result,
         gpointer user_data)
{
  g_autoptr (Fetch) fetch = user_data;
  g_autoptr (TenkenDeskPage) self = g_weak_ref_get (&fetch->page);
  g_autoptr (GError) error = NULL;
  gpointer result = tnk_session_call_finish (TNK_SESSION (source), async_result, &error);
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (async_result));

  if (self != NULL && get (self)->fetching == cancellable)
    take (self, result, error);
  if (result != NULL && fetch->result_free != NULL)
    fetch->result_free (result);
}

static void
stop (TenkenDeskPage *self)
{
  TenkenDeskPagePrivate *priv = get (self);

  if (priv->fetching == NULL)
    return;
  g_cancellable_cancel (priv->fetching);
  g_clear_object (&priv->fetching);
  end_waiting (self);
}

static void
start (TenkenDeskPage *self)
{
  TenkenDeskPagePrivate *priv = get (self);
  TenkenDeskPageClass *klass = TENKEN_DESK_PAGE_GET_CLASS (self);
  gboolean own = klass->make_request != NULL;
  gpointer request = own ? klass->make_request (self) : tenken_desk_query_new (priv->desk);
  GDestroyNotify request_free = own ? klass->request_free : tenken_desk_query_free;
  Fetch *fetch = g_new0 (Fetch, 1);

  g_weak_ref_init (&fetch->page, self);
  fetch->result_free = klass->result_free;
  priv->fetching = g_cancellable_new ();
  begin_waiting (self);
  tnk_session_call_async (tenken_desk_get_session (priv->desk), klass->fetch, request,
                          request != NULL ? request_free : NULL, klass->result_free, priv->fetching, fetched, fetch);
}

/* What is shown follows from the desk; only what needs the store waits. */
static void
read_now (TenkenDeskPage *self)
{
  TenkenDeskPagePrivate *priv = get (self);
  TenkenDeskPageClass *klass = TENKEN_DESK_PAGE_GET_CLASS (self);

  stop (self);
  priv->stale = FALSE;
  if (tenken_desk_get_trouble (priv->desk) != NULL) {
    priv->filled = FALSE;
    show_error (self, tenken_desk_get_trouble (priv->desk));
  } else if (!tenken_desk_is_ready (priv->desk)) {
    priv->stale = TRUE;
    begin_waiting (self);
  } else if (tenken_desk_get_campaign_id (priv->desk) == NULL && !klass->without_campaign) {
    end_waiting (self);
    show_no_campaign (self);
  } else if (klass->fetch != NULL)
    start (self);
  else {
    end_waiting (self);
    show_result (self, NULL);
  }
}

void
tenken_desk_page_reload (TenkenDeskPage *self)
{
  g_return_if_fail (TENKEN_IS_DESK_PAGE (self));

  if (tenken_desk_get_session (get (self)->desk) == NULL)
    return;
  get (self)->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_now (self);
}

static void
follow_way (TenkenDeskPage *self)
{
  TenkenDeskPagePrivate *priv = get (self);

  if (priv->place != NULL)
    tenken_desk_go (priv->desk, priv->place);
  else if (tenken_desk_get_trouble (priv->desk) != NULL)
    tenken_desk_refresh (priv->desk);
  else
    tenken_desk_page_reload (self);
}

/* --- the class --- */

static void
tenken_desk_page_map (GtkWidget *widget)
{
  TenkenDeskPage *self = TENKEN_DESK_PAGE (widget);

  GTK_WIDGET_CLASS (tenken_desk_page_parent_class)->map (widget);
  if (get (self)->stale)
    tenken_desk_page_reload (self);
  settle_focus (self);
}

static void
tenken_desk_page_unmap (GtkWidget *widget)
{
  TenkenDeskPage *self = TENKEN_DESK_PAGE (widget);
  TenkenDeskPagePrivate *priv = get (self);

  priv->stale = priv->stale || priv->fetching != NULL;
  priv->wants_focus = FALSE;
  stop (self);
  GTK_WIDGET_CLASS (tenken_desk_page_parent_class)->unmap (widget);
}

static void
tenken_desk_page_constructed (GObject *object)
{
  TenkenDeskPage *self = TENKEN_DESK_PAGE (object);

  G_OBJECT_CLASS (tenken_desk_page_parent_class)->constructed (object);
  g_signal_connect_object (get (self)->desk, "changed", G_CALLBACK (tenken_desk_page_reload), self, G_CONNECT_SWAPPED);
}

static void
tenken_desk_page_set_property (GObject *object,
                               guint prop,
                               const GValue *value,
                               GParamSpec *pspec)
{
  TenkenDeskPage *self = TENKEN_DESK_PAGE (object);

  if (prop == PROP_DESK)
    get (self)->desk = g_value_dup_object (value);
  else if (prop == PROP_CONTENT)
    tenken_desk_page_set_content (self, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
}

static void
tenken_desk_page_dispose (GObject *object)
{
  TenkenDeskPage *self = TENKEN_DESK_PAGE (object);
  TenkenDeskPagePrivate *priv = get (self);

  if (priv->fetching != NULL)
    g_cancellable_cancel (priv->fetching);
  g_clear_object (&priv->fetching);
  g_clear_handle_id (&priv->blink, g_source_remove);
  g_clear_pointer (&priv->place, g_free);
  G_OBJECT_CLASS (tenken_desk_page_parent_class)->dispose (object);
}

static void
tenken_desk_page_finalize (GObject *object)
{
  g_clear_object (&get (TENKEN_DESK_PAGE (object))->desk);
  G_OBJECT_CLASS (tenken_desk_page_parent_class)->finalize (object);
}

static void
tenken_desk_page_class_init (TenkenDeskPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = tenken_desk_page_constructed;
  object_class->set_property = tenken_desk_page_set_property;
  object_class->dispose = tenken_desk_page_dispose;
  object_class->finalize = tenken_desk_page_finalize;
  widget_class->map = tenken_desk_page_map;
  widget_class->unmap = tenken_desk_page_unmap;

  props[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, TENKEN_TYPE_DESK,
                                          G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_CONTENT] =
    g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_css_name (widget_class, "deskpage");
}

static GtkWidget *
make_status (TenkenDeskPage *self)
{
  GtkWidget *status = tenken_desk_status_new ();

  get (self)->status = TENKEN_DESK_STATUS (status);
  g_signal_connect_object (status, "way", G_CALLBACK (follow_way), self, G_CONNECT_SWAPPED);
  return status;
}

static void
tenken_desk_page_init (TenkenDeskPage *self)
{
  TenkenDeskPagePrivate *priv = get (self);
  GtkWidget *stack = gtk_stack_new ();

  priv->stale = TRUE;
  priv->stack = GTK_STACK (stack);
  /* What is not shown takes no room. */
  gtk_stack_set_hhomogeneous (priv->stack, FALSE);
  gtk_stack_set_vhomogeneous (priv->stack, FALSE);
  gtk_stack_add_named (priv->stack, tenken_desk_waiting_new (&priv->waiting), "waiting");
  gtk_stack_add_named (priv->stack, make_status (self), "status");
  adw_bin_set_child (ADW_BIN (self), stack);
}

TenkenDesk *
tenken_desk_page_get_desk (TenkenDeskPage *self)
{
  g_return_val_if_fail (TENKEN_IS_DESK_PAGE (self), NULL);
  return get (self)->desk;
}

void
tenken_desk_page_set_content (TenkenDeskPage *self,
                              GtkWidget *content)
{
  g_return_if_fail (TENKEN_IS_DESK_PAGE (self) && GTK_IS_WIDGET (content) && get (self)->content == NULL);

  get (self)->content = content;
  gtk_stack_add_named (get (self)->stack, content, "content");
}

void
tenken_desk_page_set_empty (TenkenDeskPage *self,
                            const char *icon_name,
                            const char *title,
                            const char *text,
                            const char *button,
                            const char *place)
{
  g_return_if_fail (TENKEN_IS_DESK_PAGE (self) && title != NULL);

  get (self)->empty = TRUE;
  show_status (self, icon_name, title, text, button, place);
}

void
tenken_desk_page_aim (TenkenDeskPage *self,
                      const char *target)
{
  g_return_if_fail (TENKEN_IS_DESK_PAGE (self));

  if (TENKEN_DESK_PAGE_GET_CLASS (self)->aim == NULL)
    return;
  TENKEN_DESK_PAGE_GET_CLASS (self)->aim (self, target);
  if (target != NULL)
    tenken_desk_page_reload (self);
}

void
tenken_desk_page_begin_reading (TenkenDeskPage *self)
{
  g_return_if_fail (TENKEN_IS_DESK_PAGE (self));
  get (self)->n_more++;
}

void
tenken_desk_page_end_reading (TenkenDeskPage *self)
{
  g_return_if_fail (TENKEN_IS_DESK_PAGE (self) && get (self)->n_more > 0);
  get (self)->n_more--;
}

gboolean
tenken_desk_page_is_busy (TenkenDeskPage *self)
{
  g_return_val_if_fail (TENKEN_IS_DESK_PAGE (self), FALSE);
  return get (self)->fetching != NULL || get (self)->stale || get (self)->n_more > 0;
}

void
tenken_desk_page_take_focus (TenkenDeskPage *self)
{
  g_return_if_fail (TENKEN_IS_DESK_PAGE (self));

  get (self)->wants_focus = TRUE;
  settle_focus (self);
}
