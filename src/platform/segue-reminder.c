/* segue-reminder.c - reminds of a review by the plan's rhythm
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "platform/segue-reminder.h"

#include <glib/gi18n-lib.h>

#include "core/segue-particle.h"
#include "core/segue-review.h"
#include "core/segue-text.h"

#define NOTIFICATION "review"
/* What the application has to show, until it is known that somebody would. */
#define WAITING "segue-reminder"

/* Those that GNotification turns to; in a sandbox it is the portal alone. */
static gboolean
is_service (const char *name)
{
  if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    return g_str_equal (name, "org.freedesktop.portal.Desktop");
  return g_str_equal (name, "org.gtk.Notifications") || g_str_equal (name, "org.freedesktop.Notifications");
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GApplication) application = user_data;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  GNotification *notification = g_object_get_data (G_OBJECT (application), WAITING);
  g_autofree const char **names = NULL;

  if (reply == NULL || notification == NULL)
    return;
  g_variant_get (reply, "(^a&s)", &names);
  for (guint i = 0; names[i] != NULL; i++)
    if (is_service (names[i]))
      {
        g_application_send_notification (application, NOTIFICATION, notification);
        g_object_set_data (G_OBJECT (application), WAITING, NULL);
        return;
      }
}

/* A desktop on which nobody shows notifications is no fault of anyone's, but
 * GLib would log one: those that run and those that could are asked for first. */
static void
send (GApplication  *application,
      GNotification *notification)
{
  static const char *const lists[] = { "ListNames", "ListActivatableNames" };
  GDBusConnection *connection = g_application_get_dbus_connection (application);

  if (connection == NULL)
    return;
  g_object_set_data_full (G_OBJECT (application), WAITING, g_object_ref (notification), g_object_unref);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_dbus_connection_call (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                            lists[i], NULL, G_VARIANT_TYPE ("(as)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                            listed_cb, g_object_ref (application));
}

/**
 * segue_reminder_is_wanted:
 * @plan: a plan
 * @today: the day
 * @reminded_on: the day of the last reminder, or %SEGUE_DAY_NONE
 *
 * Returns: whether a review is due, and by the rhythm it is time to say so
 */
gboolean
segue_reminder_is_wanted (SeguePlan *plan,
                          SegueDay   today,
                          SegueDay   reminded_on)
{
  g_return_val_if_fail (SEGUE_IS_PLAN (plan), FALSE);

  return segue_review_is_due (plan, today) &&
         (reminded_on == SEGUE_DAY_NONE || today >= segue_review_add_rhythm (plan, reminded_on));
}

/**
 * segue_reminder_new:
 * @plan: a plan that was reviewed before
 *
 * Returns: (transfer full): what is shown
 */
GNotification *
segue_reminder_new (SeguePlan *plan)
{
  const SegueRecord *last = segue_review_get_last (plan);
  g_autofree char *day = segue_text_day (segue_record_get_day (last, SEGUE_REVIEW_FINISHED));
  g_autofree char *body = NULL;
  GNotification *notification;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan), NULL);

  /* Translators: the title of a plan, a date. */
  body = segue_particle_resolve (g_strdup_printf (_("“%s” was last reviewed on %s."), segue_plan_get_title (plan), day));
  notification = g_notification_new (_("Time for a Review"));
  g_notification_set_body (notification, body);
  g_notification_set_default_action (notification, "app.review");
  return notification;
}

/**
 * segue_reminder_update:
 * @application: who notifies
 * @plan: the plan that is open
 * @today: the day
 * @reminded_on: the day of the last reminder, or %SEGUE_DAY_NONE
 *
 * Reminds when a review is due, and again when the rhythm comes round and there
 * still was none; takes the reminder back when none is due any more.
 *
 * Returns: the day of the last reminder from now on
 */
SegueDay
segue_reminder_update (GApplication *application,
                       SeguePlan    *plan,
                       SegueDay      today,
                       SegueDay      reminded_on)
{
  g_autoptr (GNotification) notification = NULL;

  g_return_val_if_fail (G_IS_APPLICATION (application), reminded_on);

  if (!segue_review_is_due (plan, today))
    {
      if (reminded_on != SEGUE_DAY_NONE)
        segue_reminder_withdraw (application);
      return SEGUE_DAY_NONE;
    }
  if (!segue_reminder_is_wanted (plan, today, reminded_on))
    return reminded_on;
  notification = segue_reminder_new (plan);
  send (application, notification);
  return today;
}

/**
 * segue_reminder_withdraw:
 * @application: who notified
 *
 * Takes back a reminder that is shown, if there is one.
 */
void
segue_reminder_withdraw (GApplication *application)
{
  g_return_if_fail (G_IS_APPLICATION (application));

  g_object_set_data (G_OBJECT (application), WAITING, NULL);
  g_application_withdraw_notification (application, NOTIFICATION);
}
