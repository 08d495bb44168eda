/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test.h"

#include "tnk-error.h"
#include "tnk-worker-private.h"

/* What belongs to the thread: a list of what was done, and by whom. */
typedef struct
{
  GString *done;
  GThread *thread;
  GMutex *gate; /* a job waits here */
} Place;

static int n_places;

static Place *
place_new (GString *done,
           GMutex *gate)
{
  Place *self = g_new0 (Place, 1);

  *self = (Place){done, NULL, gate};
  g_atomic_int_inc (&n_places);
  return self;
}

static void
place_free (gpointer data)
{
  Place *self = data;

  /* cleared where it was used */
  g_assert_true (self->thread == NULL || self->thread == g_thread_self ());
  g_free (self);
  g_atomic_int_add (&n_places, -1);
}

static void
note (GTask *task,
      gpointer data)
{
  Place *place = data;

  g_assert_true (place->thread == NULL || place->thread == g_thread_self ());
  place->thread = g_thread_self ();
  g_string_append (place->done, g_task_get_task_data (task));
  g_task_return_boolean (task, TRUE);
}

static void
note_behind_gate (GTask *task,
                  gpointer data)
{
  Place *place = data;

  g_mutex_lock (place->gate);
  g_mutex_unlock (place->gate);
  note (task, data);
}

typedef struct
{
  GString *heard;
  GThread *thread;
  guint n_errors;
} Ear;

static void
hear (GObject *source,
      GAsyncResult *result,
      gpointer user_data)
{
  Ear *ear = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_thread_self () == ear->thread);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_string_append (ear->heard, g_task_get_task_data (G_TASK (result)));
  else {
    g_string_append_c (ear->heard, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? 'C' : 'E');
    ear->n_errors++;
  }
}

static void
push (TnkWorker *worker,
      const char *name,
      TnkWorkerFunc func,
      GCancellable *cancellable,
      Ear *ear)
{
  GTask *task = g_task_new (NULL, cancellable, hear, ear);

  g_task_set_task_data (task, g_strdup (name), g_free);
  tnk_worker_push (worker, task, func);
}

static void
run_until (Ear *ear,
           gsize n)
{
  while (ear->heard->len < n)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_places (void)
{
  while (g_atomic_int_get (&n_places) > 0)
    g_usleep (1000);
}

static void
test_order (void)
{
  g_autoptr (GString) done = g_string_new (NULL), heard = g_string_new (NULL);
  g_autoptr (TnkWorker) worker = tnk_worker_new ("worker", place_new (done, NULL), place_free);
  Ear ear = {heard, g_thread_self (), 0};

  for (char c = 'a'; c <= 'z'; c++) {
    char name[2] = {c, '\0'};
    push (worker, name, note, NULL, &ear);
  }
  /* nothing is heard while nobody listens */
  g_usleep (20000);
  g_assert_cmpstr (heard->str, ==, "");
  run_until (&ear, 26);
  g_assert_cmpstr (heard->str, ==, "abcdefghijklmnopqrstuvwxyz");
  tnk_worker_close (worker);
  g_assert_cmpstr (done->str, ==, "abcdefghijklmnopqrstuvwxyz");
  g_assert_cmpint (g_atomic_int_get (&n_places), ==, 0);
}

/* Closing waits for what was pushed, and hears nothing itself: that comes in the main context. */
static void
test_close (void)
{
  g_autoptr (GString) done = g_string_new (NULL), heard = g_string_new (NULL);
  g_autoptr (TnkWorker) worker = tnk_worker_new ("worker", place_new (done, NULL), place_free);
  Ear ear = {heard, g_thread_self (), 0};

  for (guint i = 0; i < 100; i++)
    push (worker, "x", note, NULL, &ear);
  tnk_worker_close (worker);
  g_assert_cmpuint (done->len, ==, 100);
  g_assert_cmpuint (heard->len, ==, 0);
  tnk_worker_close (worker);
  run_until (&ear, 100);
}

static void
test_closed (void)
{
  g_autoptr (GString) done = g_string_new (NULL), heard = g_string_new (NULL);
  g_autoptr (TnkWorker) worker = tnk_worker_new ("worker", place_new (done, NULL), place_free);
  Ear ear = {heard, g_thread_self (), 0};

  tnk_worker_close (worker);
  push (worker, "x", note, NULL, &ear);
  run_until (&ear, 1);
  g_assert_cmpstr (heard->str, ==, "E");
  g_assert_cmpstr (done->str, ==, "");
}

/* What is dropped without a word does its work all the same. */
static void
test_dropped (void)
{
  g_autoptr (GString) done = g_string_new (NULL), heard = g_string_new (NULL);
  TnkWorker *worker = tnk_worker_new ("worker", place_new (done, NULL), place_free);
  Ear ear = {heard, g_thread_self (), 0};

  for (guint i = 0; i < 100; i++)
    push (worker, "x", note, NULL, &ear);
  tnk_worker_free (worker);
  wait_for_places ();
  g_assert_cmpuint (done->len, ==, 100);
  run_until (&ear, 100);
}

static void
test_cancel (void)
{
  g_autoptr (GString) done = g_string_new (NULL), heard = g_string_new (NULL);
  g_autoptr (GCancellable) early = g_cancellable_new (), late = g_cancellable_new ();
  GMutex gate;
  g_autoptr (TnkWorker) worker = NULL;
  Ear ear = {heard, g_thread_self (), 0};

  g_mutex_init (&gate);
  worker = tnk_worker_new ("worker", place_new (done, &gate), place_free);
  g_mutex_lock (&gate);
  push (worker, "a", note_behind_gate, late, &ear);
  push (worker, "b", note, early, &ear);
  push (worker, "c", note, NULL, &ear);
  /* “a” has begun by then, or not: it waits in any case */
  g_cancellable_cancel (early);
  g_mutex_unlock (&gate);
  run_until (&ear, 3);
  g_assert_cmpstr (done->str, ==, "ac");
  g_assert_cmpstr (heard->str, ==, "aCc");
  /* cancelled when it is done already: it is told that it is done */
  push (worker, "d", note, late, &ear);
  while (g_main_context_pending (NULL) == FALSE)
    g_usleep (1000);
  g_cancellable_cancel (late);
  run_until (&ear, 4);
  g_assert_cmpstr (heard->str, ==, "aCcd");
  tnk_worker_close (worker);
  g_mutex_clear (&gate);
}

/* The last reference to the owner goes on the thread itself. */
static void
free_worker (GTask *task,
             gpointer place)
{
  note (task, place);
  tnk_worker_free (g_object_get_data (G_OBJECT (task), "worker"));
}

static void
close_worker (GTask *task,
              gpointer place)
{
  note (task, place);
  tnk_worker_close (g_object_get_data (G_OBJECT (task), "worker"));
}

static void
push_to_itself (TnkWorker *worker,
                TnkWorkerFunc func,
                Ear *ear)
{
  GTask *task = g_task_new (NULL, NULL, hear, ear);

  g_object_set_data (G_OBJECT (task), "worker", worker);
  g_task_set_task_data (task, g_strdup ("x"), g_free);
  tnk_worker_push (worker, task, func);
}

static void
test_from_within (void)
{
  g_autoptr (GString) done = g_string_new (NULL), heard = g_string_new (NULL);
  TnkWorker *worker = tnk_worker_new ("worker", place_new (done, NULL), place_free);
  Ear ear = {heard, g_thread_self (), 0};

  push_to_itself (worker, free_worker, &ear);
  wait_for_places ();
  run_until (&ear, 1);
  worker = tnk_worker_new ("worker", place_new (done, NULL), place_free);
  push_to_itself (worker, close_worker, &ear);
  wait_for_places ();
  run_until (&ear, 2);
  tnk_worker_free (worker);
  g_assert_cmpstr (done->str, ==, "xx");
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Worker/order", test_order);
  g_test_add_func ("/Tenken/Worker/close", test_close);
  g_test_add_func ("/Tenken/Worker/closed", test_closed);
  g_test_add_func ("/Tenken/Worker/dropped", test_dropped);
  g_test_add_func ("/Tenken/Worker/cancel", test_cancel);
  g_test_add_func ("/Tenken/Worker/from-within", test_from_within);
  return g_test_run ();
}
