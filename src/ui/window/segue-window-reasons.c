/* segue-window-reasons.c - asking why, why not, and what if
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/window/segue-window-private.h"

#include "core/segue-edit.h"
#include "ui/common/segue-dialog.h"
#include "ui/window/segue-compare-dialog.h"
#include "ui/window/segue-leaving-dialog.h"
#include "ui/window/segue-rules-dialog.h"
#include "ui/window/segue-slip-dialog.h"
#include "ui/window/segue-why-dialog.h"

static void
edited_cb (SegueWindow    *self,
           SegueChangeSet *change_set)
{
  segue_window_edited (self, change_set);
}

static void
failed_cb (SegueWindow *self,
           const char  *message)
{
  segue_window_show_message (self, message);
}

static void
preview_cb (SegueWindow    *self,
            SegueChangeSet *change_set,
            AdwDialog      *origin)
{
  segue_window_preview (self, change_set, origin);
}

static void
present (SegueWindow *self,
         AdwDialog   *dialog)
{
  segue_window_end_preview (self);
  g_signal_connect_object (dialog, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "preview", G_CALLBACK (preview_cb), self, G_CONNECT_SWAPPED);
  segue_dialog_present (dialog, GTK_WIDGET (self));
}

static void
ask_why (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  SegueWindow *self = SEGUE_WINDOW (widget);

  present (self, segue_why_dialog_new (segue_window_get_session (self), g_variant_get_string (parameter, NULL)));
}

static void
ask_slip (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  SegueWindow *self = SEGUE_WINDOW (widget);

  present (self, segue_slip_dialog_new (segue_window_get_session (self), g_variant_get_string (parameter, NULL)));
}

static void
show_leaving (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  SegueWindow *self = SEGUE_WINDOW (widget);

  present (self, segue_leaving_dialog_new (segue_window_get_session (self), segue_window_get_leaving_study (self)));
}

static void
compare_routes (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SegueWindow *self = SEGUE_WINDOW (widget);

  present (self, segue_compare_dialog_new (segue_window_get_session (self), g_variant_get_string (parameter, NULL)));
}

static void
show_rules (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  SegueWindow *self = SEGUE_WINDOW (widget);

  present (self, segue_rules_dialog_new (segue_window_get_session (self)));
}

/* A milestone that decides a route, and what came of it (a SegueOutcome). */
static void
set_outcome (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SegueWindow *self = SEGUE_WINDOW (widget);
  SegueSession *session = segue_window_get_session (self);
  g_autoptr (SegueChangeSet) change_set = NULL;
  g_autoptr (GError) error = NULL;
  const char *step_id;
  int outcome;

  g_variant_get (parameter, "(&si)", &step_id, &outcome);
  change_set = segue_edit_set_outcome (segue_session_get_plan (session), step_id, (SegueOutcome) outcome, &error);
  if (change_set != NULL && segue_session_perform (session, change_set, &error))
    segue_window_edited (self, change_set);
  else
    segue_window_show_message (self, error->message);
}

/* Puts a route first among those of its goal. */
static void
prefer_route (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  SegueWindow *self = SEGUE_WINDOW (widget);
  SegueSession *session = segue_window_get_session (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (SegueChangeSet) change_set =
    segue_edit_rank_route (segue_session_get_plan (session), g_variant_get_string (parameter, NULL), 0, &error);

  if (change_set != NULL && segue_session_perform (session, change_set, &error))
    segue_window_edited (self, change_set);
  else
    segue_window_show_message (self, error->message);
}

static const struct
{
  const char *name;
  const char *type;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "win.why", "s", ask_why },
  { "win.slip", "s", ask_slip },
  { "win.compare", "s", compare_routes },
  { "win.leaving", NULL, show_leaving },
  { "win.rules", NULL, show_rules },
  { "win.outcome", "(si)", set_outcome },
  { "win.prefer-route", "s", prefer_route },
};

/* All of them ask about something that the plan has. */
void
segue_window_class_install_reasons (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type, actions[i].activate);
}

void
segue_window_update_reasons (SegueWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, segue_window_get_session (self) != NULL);
}
