/* segue-guard.c - looks after the file of the plans while it is open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file is watched; where that does not work (a network folder) the clock
 * of the application asks. Whether anything has changed is then answered by
 * the database itself, so that one's own edits are nothing new.
 */
#include "config.h"

#include "app/segue-guard.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "app/segue-application-private.h"
#include "store/segue-backups.h"

/* A transaction touches the file and its journal many times. */
#define SETTLE_MS 150

struct _SegueGuard
{
  SegueApplication *application; /* owns this */
  SegueSqliteStore *store;
  GFileMonitor *monitor;
  guint settle_id;
  guint backup_id;
  GStatBuf file; /* which one is open */
};

static gboolean
is_other_file (SegueGuard *self)
{
  GStatBuf now;

  return g_stat (segue_sqlite_store_get_path (self->store), &now) != 0 ||
         now.st_ino != self->file.st_ino || now.st_dev != self->file.st_dev;
}

static void
look (SegueGuard *self)
{
  if (is_other_file (self))
    segue_application_reopen (self->application); /* and frees this */
  else if (segue_sqlite_store_has_changed (self->store))
    segue_application_refresh (self->application, NULL);
}

static gboolean
settled_cb (gpointer data)
{
  SegueGuard *self = data;

  self->settle_id = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (SegueGuard        *self,
            GFile             *file,
            GFile             *other,
            GFileMonitorEvent  event)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_MS, settled_cb, self);
}

static void
write_daily (SegueGuard *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (SegueBackups) backups =
    segue_backups_new (segue_sqlite_store_get_path (self->store), self->store);
  g_autoptr (GError) error = NULL;
  g_autofree char *cause = NULL;
  g_autofree char *message = NULL;

  if (segue_backups_write_daily (backups, now, &error))
    return;
  cause = segue_error_dup_sentence (error->message);
  /* Translators: %s is a sentence that says why. */
  message = g_strdup_printf (_("There is no backup of today. %s"), cause);
  segue_window_show_message (segue_application_get_window (self->application), message);
}

static gboolean
backup_cb (gpointer data)
{
  SegueGuard *self = data;

  self->backup_id = 0;
  write_daily (self);
  return G_SOURCE_REMOVE;
}

/**
 * segue_guard_new:
 * @application: what shows the plans; it must free the guard before it goes
 * @store: the file of the plans, open
 *
 * Returns: (transfer full): a guard; the backup of the day is made as soon as
 *   there is nothing else to do
 */
SegueGuard *
segue_guard_new (SegueApplication *application,
                 SegueSqliteStore *store)
{
  SegueGuard *self = g_new0 (SegueGuard, 1);
  g_autoptr (GFile) file = g_file_new_for_path (segue_sqlite_store_get_path (store));

  self->application = application;
  self->store = g_object_ref (store);
  g_stat (segue_sqlite_store_get_path (store), &self->file);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (changed_cb), self);
  if (!segue_sqlite_store_is_read_only (store))
    self->backup_id = g_idle_add_full (G_PRIORITY_LOW, backup_cb, self, NULL);
  return self;
}

void
segue_guard_free (SegueGuard *self)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_handle_id (&self->backup_id, g_source_remove);
  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
  g_clear_object (&self->store);
  g_free (self);
}

/**
 * segue_guard_tick:
 * @self: a guard
 *
 * To be called now and then: makes the backup of a day that has begun and
 * looks at the file.
 */
void
segue_guard_tick (SegueGuard *self)
{
  g_return_if_fail (self != NULL);

  if (!segue_sqlite_store_is_read_only (self->store))
    write_daily (self);
  look (self);
}
