/* segue-opening.c - the file of the plans being opened in a thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Toolkits take their time to start, and so does a file with many plans. The
 * two have nothing to do with each other:
 *
 *   begin ──► thread: open ─► list ─► load ──► lay out ──► over
 *     │                                 │         │
 *     │                               read      dates
 *   start the toolkit ─── take_store() waits ──── take_layout() waits a little
 *
 * The thread keeps nothing that it has handed over: the layout is made from a
 * copy of the plan.
 */
#include "store/segue-opening.h"

/* How long the dates are waited for after the plan has been read, in µs. */
#define PATIENCE (100 * 1000)

struct _SegueOpening
{
  GThread *thread;
  char *path;
  char *plan_id;
  gboolean read_only;
  SegueDay today;
  gint cancelled;

  GMutex mutex; /* guards what follows */
  GCond cond;
  gboolean read;
  gboolean over;
  SegueSqliteStore *store;
  GPtrArray *plans;
  SeguePlan *plan;
  SegueLayout *layout;
  GError *error;      /* of the file */
  GError *plan_error;
};

/* The plan that is asked for, or else the first. */
static const char *
choose_plan (GPtrArray  *plans,
             const char *plan_id)
{
  for (guint i = 0; i < plans->len; i++)
    if (g_strcmp0 (segue_record_get_id (plans->pdata[i]), plan_id) == 0)
      return plan_id;
  return plans->len > 0 ? segue_record_get_id (plans->pdata[0]) : NULL;
}

/* Where a plan was open before there was a file. With its backups gone as well,
 * a folder that was deleted or is not mounted, nothing else says so. */
static gboolean
is_gone (SegueOpening *self)
{
  return self->plan_id != NULL && self->plan_id[0] != '\0' && !g_file_test (self->path, G_FILE_TEST_EXISTS);
}

static SegueSqliteStore *
open_store (SegueOpening  *self,
            GError       **error)
{
  return self->read_only || is_gone (self) ? segue_sqlite_store_open_any_version (self->path, error)
                         : segue_sqlite_store_open (self->path, error);
}

/* Returns: (transfer full) (nullable): a copy of the plan to lay out */
static SeguePlan *
read_file (SegueOpening *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) plan_error = NULL;
  g_autoptr (SegueSqliteStore) store = open_store (self, &error);
  g_autoptr (GPtrArray) plans = store ? segue_storage_list (SEGUE_STORAGE (store), &error) : NULL;
  const char *id = plans ? choose_plan (plans, self->plan_id) : NULL;
  g_autoptr (SeguePlan) plan = id ? segue_storage_load (SEGUE_STORAGE (store), id, &plan_error) : NULL;
  SeguePlan *copy = plan ? segue_plan_copy (plan) : NULL;

  g_mutex_lock (&self->mutex);
  self->store = plans ? g_steal_pointer (&store) : NULL;
  self->plans = g_steal_pointer (&plans);
  self->plan = g_steal_pointer (&plan);
  self->error = g_steal_pointer (&error);
  self->plan_error = g_steal_pointer (&plan_error);
  self->read = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
  return copy;
}

static gpointer
run (gpointer data)
{
  SegueOpening *self = data;
  g_autoptr (SeguePlan) copy = read_file (self);
  SegueLayout *layout = copy ? segue_layout_new (copy, self->today, SEGUE_SOLVE_LATEST, NULL, &self->cancelled) : NULL;

  g_mutex_lock (&self->mutex);
  self->layout = layout;
  self->over = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
  return NULL;
}

static void
wait_until_read (SegueOpening *self)
{
  while (!self->read)
    g_cond_wait (&self->cond, &self->mutex);
}

/**
 * segue_opening_begin:
 * @path: the file; made where there is none, unless it is only read or @plan_id
 *   was in it
 * @read_only: whether it is opened as segue_sqlite_store_open_any_version()
 *   does it, or else as segue_sqlite_store_open()
 * @plan_id: (nullable): the plan to read; where it is not there the first
 * @today: what a plan without a day of its own is scheduled from
 *
 * Returns: (transfer full): the file being opened in a thread
 */
SegueOpening *
segue_opening_begin (const char *path,
                     gboolean    read_only,
                     const char *plan_id,
                     SegueDay    today)
{
  SegueOpening *self = g_new0 (SegueOpening, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->path = g_strdup (path);
  self->read_only = read_only;
  self->plan_id = g_strdup (plan_id);
  self->today = today;
  self->thread = g_thread_new ("open plans", run, self);
  return self;
}

/**
 * segue_opening_take_store:
 * @self: an opening
 * @plans: (out) (transfer full) (element-type SegueRecord): the records of all
 *   plans
 * @error: (out): as of segue_sqlite_store_open() and segue_storage_list()
 *
 * Waits until the file has been read. It is handed over once.
 *
 * Returns: (transfer full) (nullable): the store, from now on of the thread that calls;
 *   %NULL where it cannot be opened or listed
 */
SegueSqliteStore *
segue_opening_take_store (SegueOpening  *self,
                          GPtrArray    **plans,
                          GError       **error)
{
  SegueSqliteStore *store;

  g_return_val_if_fail (self != NULL && plans != NULL, NULL);

  g_mutex_lock (&self->mutex);
  wait_until_read (self);
  store = g_steal_pointer (&self->store);
  *plans = g_steal_pointer (&self->plans);
  if (self->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->error));
  g_mutex_unlock (&self->mutex);
  return store;
}

/**
 * segue_opening_take_plan:
 * @self: an opening
 * @error: (out): as of segue_storage_load()
 *
 * Waits until the file has been read.
 *
 * Returns: (transfer full) (nullable): the plan; %NULL without an error where
 *   there is none
 */
SeguePlan *
segue_opening_take_plan (SegueOpening  *self,
                         GError       **error)
{
  SeguePlan *plan;

  g_return_val_if_fail (self != NULL, NULL);

  g_mutex_lock (&self->mutex);
  wait_until_read (self);
  plan = g_steal_pointer (&self->plan);
  if (self->plan_error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->plan_error));
  g_mutex_unlock (&self->mutex);
  return plan;
}

/**
 * segue_opening_take_layout:
 * @self: an opening
 * @today: the day by now
 *
 * Waits a little for the dates of the plan.
 *
 * Returns: (transfer full) (nullable): its layout, %NULL if it is not ready or
 *   of another day
 */
SegueLayout *
segue_opening_take_layout (SegueOpening *self,
                           SegueDay      today)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  SegueLayout *layout;

  g_return_val_if_fail (self != NULL, NULL);

  g_mutex_lock (&self->mutex);
  wait_until_read (self);
  while (!self->over && g_cond_wait_until (&self->cond, &self->mutex, end))
    ;
  layout = today == self->today ? g_steal_pointer (&self->layout) : NULL;
  g_mutex_unlock (&self->mutex);
  return layout;
}

/**
 * segue_opening_free:
 * @self: (transfer full): an opening
 *
 * What was not taken is let go.
 */
void
segue_opening_free (SegueOpening *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_int_set (&self->cancelled, TRUE);
  g_thread_join (self->thread);
  g_clear_object (&self->store);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->plans, g_ptr_array_unref);
  g_clear_pointer (&self->layout, segue_layout_unref);
  g_clear_error (&self->error);
  g_clear_error (&self->plan_error);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self->path);
  g_free (self->plan_id);
  g_free (self);
}
