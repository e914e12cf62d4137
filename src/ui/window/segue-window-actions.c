/* segue-window-actions.c - what one can do in the window, in one table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/window/segue-window-private.h"

#include <glib/gi18n.h>

#include "core/segue-baseline.h"
#include "ui/common/segue-day-dialog.h"
#include "ui/common/segue-dialog.h"
#include "ui/window/segue-shortcuts-dialog.h"

/* How much nearer one step of zooming brings the days. */
#define ZOOM_STEP 1.4

static void
stepped_cb (gpointer        owner,
            SegueChangeSet *change_set,
            const GError   *error)
{
  g_autoptr (SegueWindow) self = owner;

  if (error != NULL)
    segue_window_show_message (self, error->message);
}

static void
undo (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  segue_session_undo_later (segue_window_get_session (SEGUE_WINDOW (widget)), stepped_cb, g_object_ref (widget));
}

static void
redo (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  segue_session_redo_later (segue_window_get_session (SEGUE_WINDOW (widget)), stepped_cb, g_object_ref (widget));
}

static void
fit (GtkWidget  *widget,
     const char *name,
     GVariant   *parameter)
{
  segue_timeline_view_fit_plan (segue_window_get_timeline (SEGUE_WINDOW (widget)));
}

static void
go_to_today (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SegueWindow *self = SEGUE_WINDOW (widget);
  SegueLayout *layout = segue_session_get_layout (segue_window_get_session (self));

  if (g_strcmp0 (segue_window_get_page (self), "calendar") == 0)
    segue_calendar_view_go_to_day (segue_window_get_calendar (self), segue_layout_get_now (layout));
  else
    segue_timeline_view_go_to_day (segue_window_get_timeline (self), segue_layout_get_now (layout));
}

static void
go_to_day_cb (gpointer owner,
              SegueDay day)
{
  SegueWindow *self = owner;

  if (g_strcmp0 (segue_window_get_page (self), "calendar") == 0)
    segue_calendar_view_go_to_day (segue_window_get_calendar (self), day);
  else
    segue_timeline_view_go_to_day (segue_window_get_timeline (self), day);
}

static void
go_to (GtkWidget  *widget,
       const char *name,
       GVariant   *parameter)
{
  SegueLayout *layout = segue_session_get_layout (segue_window_get_session (SEGUE_WINDOW (widget)));

  segue_day_dialog_ask (widget, _("Go to Which Day?"), _("_Go"), segue_layout_get_now (layout), SEGUE_DAY_NONE, go_to_day_cb);
}

/* From now on the timeline shows how far things have slipped since. */
static void
take_baseline (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  SegueWindow *self = SEGUE_WINDOW (widget);
  SegueSession *session = segue_window_get_session (self);
  SegueLayout *layout = segue_session_get_layout (session);
  g_autoptr (GError) error = NULL;
  g_autoptr (SegueChangeSet) change_set =
    segue_edit_take_baseline (segue_session_get_plan (session), layout, NULL, segue_layout_get_now (layout), &error);

  if (change_set != NULL && segue_session_perform (session, change_set, &error))
    segue_window_edited (self, change_set);
  else
    segue_window_show_message (self, error->message);
}

static void
find (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  segue_find_bar_open (segue_window_get_find_bar (SEGUE_WINDOW (widget)));
}

static void
zoom (SegueWindow *self,
      double       factor)
{
  SegueViewport *viewport = segue_window_get_viewport (self);
  int width = gtk_widget_get_width (GTK_WIDGET (segue_window_get_timeline (self)));
  double middle = segue_viewport_get_origin (viewport) + width / 2.0 / segue_viewport_get_scale (viewport);

  segue_viewport_zoom_around (viewport, middle, factor);
}

static void
zoom_in (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  zoom (SEGUE_WINDOW (widget), ZOOM_STEP);
}

static void
zoom_out (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  zoom (SEGUE_WINDOW (widget), 1 / ZOOM_STEP);
}

static void
show_shortcuts (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  segue_dialog_present (segue_shortcuts_dialog_new (), widget);
}

static void
toggle_sidebar (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  segue_window_toggle_sidebar (SEGUE_WINDOW (widget));
}

static void
show_menu (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  segue_window_show_menu (SEGUE_WINDOW (widget));
}

static void
toggle_inspector (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  segue_window_toggle_inspector (SEGUE_WINDOW (widget));
}

static void
show_risk (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  segue_window_show_risk (SEGUE_WINDOW (widget));
}

static void
show_grants (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  segue_window_show_grants (SEGUE_WINDOW (widget), NULL);
}

static void
show_grant (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  segue_window_show_grants (SEGUE_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
leave_preview (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  segue_window_leave_preview (SEGUE_WINDOW (widget));
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
  gboolean needs_plan;
} actions[] = {
  { "win.undo", undo, FALSE },
  { "win.redo", redo, FALSE },
  { "win.fit", fit, TRUE },
  { "win.today", go_to_today, TRUE },
  { "win.go-to", go_to, TRUE },
  { "win.find", find, TRUE },
  { "win.take-baseline", take_baseline, TRUE },
  { "win.zoom-in", zoom_in, TRUE },
  { "win.zoom-out", zoom_out, TRUE },
  { "win.toggle-sidebar", toggle_sidebar, TRUE },
  { "win.menu", show_menu, TRUE },
  { "win.toggle-inspector", toggle_inspector, TRUE },
  { "win.grants", show_grants, TRUE },
  { "win.risk", show_risk, TRUE },
  { "win.leave-preview", leave_preview, FALSE },
  { "win.shortcuts", show_shortcuts, FALSE },
};

/**
 * segue_window_class_install_actions:
 * @widget_class: the window's class
 *
 * Installs the table above.
 */
void
segue_window_class_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  gtk_widget_class_install_action (widget_class, "win.grant", "s", show_grant);
  gtk_widget_class_install_property_action (widget_class, "win.page", "page");
}

/**
 * segue_window_update_actions:
 * @self: a window
 *
 * Enables what can be done now and nothing else.
 */
void
segue_window_update_actions (SegueWindow *self)
{
  SegueSession *session = segue_window_get_session (self);

  segue_window_update_reasons (self);
  segue_window_update_editing (self);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i].needs_plan)
      gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, session != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo",
                                 session != NULL && segue_session_can_undo (session));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo",
                                 session != NULL && segue_session_can_redo (session));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.leave-preview",
                                 segue_preview_bar_is_shown (segue_window_get_preview_bar (self)));
}
