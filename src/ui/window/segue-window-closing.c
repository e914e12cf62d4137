/* segue-window-closing.c - no window closes over what is being typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A dialog that holds something unsaved asks when it is to be closed. Whoever
 * closes the window closes its dialogs one after the other, from the top:
 *
 *     close ──► topmost dialog ──► is closed ──► the next one … ──► the window
 *                     │ asks
 *                     ├──► keep or discard: it is closed, on with the next one
 *                     └──► go on editing: the window stays
 */
#include "config.h"

#include "ui/window/segue-window-private.h"

#include "ui/common/segue-ui.h"
#include "ui/editor/segue-editor.h"

#define PREPARED "segue-prepared" /* of a dialog that has its keys and names */
#define CLOSED "segue-closed"     /* of a dialog that is on its way out */

typedef struct
{
  SegueWindow *window;   /* owns this */
  gboolean wanted;       /* it closes as soon as its dialogs let it */
  AdwDialog *asking;     /* which was told to close, and is not yet; no reference */
  gboolean has_question; /* there is something above it */
  guint settle_id;
} Closing;

static Closing *
get_closing (SegueWindow *window)
{
  return g_object_get_data (G_OBJECT (window), "segue-closing");
}

static AdwDialog *
get_top (Closing *self)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
}

static gboolean
close_dialog_cb (GtkWidget *dialog,
                 GVariant  *arguments,
                 gpointer   user_data)
{
  adw_dialog_close (ADW_DIALOG (dialog));
  return GDK_EVENT_STOP;
}

static void
add_key (GtkEventController *controller,
         const char         *trigger,
         GtkShortcutAction  *action)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), action));
}

/* The keys of the window are out of reach while a dialog lies over it. */
static void
add_keys (AdwDialog *dialog)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  add_key (controller, "<Control>w", gtk_callback_action_new (close_dialog_cb, NULL, NULL));
  add_key (controller, "<Control>q", gtk_named_action_new ("app.quit"));
  gtk_widget_add_controller (GTK_WIDGET (dialog), controller);
}

static gboolean settle_cb (gpointer user_data);

static void
settle_later (Closing *self)
{
  if (self->wanted && self->settle_id == 0)
    self->settle_id = g_idle_add (settle_cb, self);
}

/* It may be in sight for a moment still. */
static void
closed_cb (SegueWindow *window,
           AdwDialog   *dialog)
{
  Closing *self = get_closing (window);

  g_object_set_data (G_OBJECT (dialog), CLOSED, dialog);
  if (self->asking == dialog)
    self->asking = NULL;
  settle_later (self);
}

/* On with the topmost dialog, or else with the window. */
static void
close_next (Closing *self)
{
  AdwDialog *top = get_top (self);

  self->has_question = FALSE;
  if (top == NULL)
    gtk_window_close (GTK_WINDOW (self->window));
  else if (g_object_get_data (G_OBJECT (top), CLOSED) == NULL)
    {
      self->asking = top;
      adw_dialog_close (top);
    }
}

/* What was told to close is closed, or asks, or has got its answer and stays. */
static gboolean
settle_cb (gpointer user_data)
{
  Closing *self = user_data;
  g_autoptr (SegueWindow) window = g_object_ref (self->window); /* it may go */

  self->settle_id = 0;
  if (self->asking == NULL)
    close_next (self);
  else if (get_top (self) != self->asking)
    self->has_question = TRUE;
  else if (self->has_question)
    self->wanted = FALSE;
  return G_SOURCE_REMOVE;
}

static void
prepare_dialog (Closing   *self,
                AdwDialog *dialog)
{
  if (g_object_get_data (G_OBJECT (dialog), PREPARED) != NULL)
    return;
  g_object_set_data (G_OBJECT (dialog), PREPARED, dialog);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (closed_cb), self->window, G_CONNECT_SWAPPED);
  add_keys (dialog);
  segue_ui_name_parts (GTK_WIDGET (dialog), ADW_IS_ALERT_DIALOG (dialog)
                                              ? adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog))
                                              : adw_dialog_get_title (dialog));
}

static void
visible_dialog_changed_cb (Closing *self)
{
  if (get_top (self) != NULL)
    prepare_dialog (self, get_top (self));
  settle_later (self);
}

static void
closing_free (gpointer data)
{
  Closing *self = data;

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_free (self);
}

/**
 * segue_window_watch_dialogs:
 * @self: a window, as it is made
 *
 * Gives every dialog the keys that close it and the program, and its parts
 * their names.
 */
void
segue_window_watch_dialogs (SegueWindow *self)
{
  Closing *closing = g_new0 (Closing, 1);

  closing->window = self;
  g_object_set_data_full (G_OBJECT (self), "segue-closing", closing, closing_free);
  g_signal_connect_swapped (self, "notify::visible-dialog", G_CALLBACK (visible_dialog_changed_cb), closing);
}

/**
 * segue_window_leave:
 * @self: a window
 *
 * Closes it, after its dialogs; it stays if one of them is to stay. The toolkit
 * takes a wish to close the window for one to close the topmost dialog.
 */
void
segue_window_leave (SegueWindow *self)
{
  Closing *closing = get_closing (self);

  g_return_if_fail (SEGUE_IS_WINDOW (self));

  closing->wanted = TRUE;
  closing->asking = NULL;
  close_next (closing);
}

/**
 * segue_window_rescue:
 * @self: a window
 *
 * Keeps what stands in open editors as far as it can be read, without asking,
 * and does what was asked for: the program is being ended and nobody waits for
 * an answer.
 */
void
segue_window_rescue (SegueWindow *self)
{
  Closing *closing = get_closing (self);
  AdwDialog *top;

  g_return_if_fail (SEGUE_IS_WINDOW (self));

  closing->wanted = FALSE;
  while ((top = get_top (closing)) != NULL)
    {
      g_autoptr (AdwDialog) dialog = g_object_ref (top);

      if (SEGUE_IS_EDITOR (dialog))
        segue_editor_rescue (SEGUE_EDITOR (dialog));
      adw_dialog_force_close (dialog);
      if (get_top (closing) == dialog)
        break;
    }
  if (segue_window_get_session (self) != NULL)
    segue_session_settle (segue_window_get_session (self));
}
