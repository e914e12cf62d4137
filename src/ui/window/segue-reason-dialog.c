/* segue-reason-dialog.c - what all dialogs share that explain a plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/window/segue-reason-dialog.h"

#include "ui/common/segue-tell.h"

typedef struct
{
  SegueSession *session;
  guint refresh_id;
  guint fill_id;
  guint fill_by;       /* rows at a time */
  GtkAdjustment *view; /* where the list is looked at; it outlives what is listed */
} SegueReasonDialogPrivate;

/* Rows are made for so many times what is in sight, and the others when they come near. */
#define PAGES_AHEAD 2

enum
{
  PROP_SESSION = 1,
};

enum
{
  PREVIEW,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_SESSION + 1];
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SegueReasonDialog, segue_reason_dialog, ADW_TYPE_DIALOG)

static SegueReasonDialogPrivate *
get_private (SegueReasonDialog *self)
{
  return segue_reason_dialog_get_instance_private (self);
}

/* A row that was just switched must outlive its own signal. */
static gboolean
refresh_idle (gpointer user_data)
{
  SegueReasonDialog *self = user_data;

  get_private (self)->refresh_id = 0;
  SEGUE_REASON_DIALOG_GET_CLASS (self)->refresh (self);
  return G_SOURCE_REMOVE;
}

/* A list measures all its rows whenever it gets another, so one of thousands that nobody looks at is not made. */
static gboolean
has_enough_ahead (GtkAdjustment *view)
{
  double page = gtk_adjustment_get_page_size (view);

  return page > 0 &&
         gtk_adjustment_get_upper (view) - gtk_adjustment_get_value (view) - page > PAGES_AHEAD * page;
}

static gboolean
fill_idle (gpointer user_data)
{
  SegueReasonDialog *self = user_data;
  SegueReasonDialogPrivate *priv = get_private (self);

  if (!has_enough_ahead (priv->view))
    {
      if (SEGUE_REASON_DIALOG_GET_CLASS (self)->append (self, priv->fill_by))
        return G_SOURCE_CONTINUE;
      g_clear_object (&priv->view);
    }
  priv->fill_id = 0;
  return G_SOURCE_REMOVE;
}

static void
fill_on (SegueReasonDialog *self)
{
  SegueReasonDialogPrivate *priv = get_private (self);

  if (priv->fill_id == 0)
    priv->fill_id = g_idle_add_full (G_PRIORITY_LOW, fill_idle, self, NULL);
}

static void
view_changed_cb (SegueReasonDialog *self,
                 GtkAdjustment     *view)
{
  if (view == get_private (self)->view && !has_enough_ahead (view))
    fill_on (self);
}

static void
follow_view (SegueReasonDialog *self,
             GtkWidget         *list)
{
  SegueReasonDialogPrivate *priv = get_private (self);
  GtkWidget *scrolled = gtk_widget_get_ancestor (list, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *view = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  g_set_object (&priv->view, view);
  g_signal_handlers_disconnect_by_func (view, view_changed_cb, self);
  g_signal_connect_object (view, "changed", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "value-changed", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
layout_changed_cb (SegueReasonDialog *self)
{
  SegueReasonDialogPrivate *priv = get_private (self);

  if (priv->refresh_id == 0)
    priv->refresh_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_idle, self, NULL);
}

static void
segue_reason_dialog_constructed (GObject *object)
{
  SegueReasonDialog *self = SEGUE_REASON_DIALOG (object);

  G_OBJECT_CLASS (segue_reason_dialog_parent_class)->constructed (object);
  g_signal_connect_object (get_private (self)->session, "notify::layout", G_CALLBACK (layout_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_private (self)->session, "notify::layout-complete", G_CALLBACK (layout_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
segue_reason_dialog_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  if (prop_id == PROP_SESSION)
    g_value_set_object (value, get_private (SEGUE_REASON_DIALOG (object))->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
segue_reason_dialog_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  if (prop_id == PROP_SESSION)
    g_set_object (&get_private (SEGUE_REASON_DIALOG (object))->session, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
segue_reason_dialog_dispose (GObject *object)
{
  SegueReasonDialogPrivate *priv = get_private (SEGUE_REASON_DIALOG (object));

  g_clear_handle_id (&priv->refresh_id, g_source_remove);
  segue_reason_dialog_stop_filling (SEGUE_REASON_DIALOG (object));
  g_clear_object (&priv->session);

  G_OBJECT_CLASS (segue_reason_dialog_parent_class)->dispose (object);
}

static void
segue_reason_dialog_class_init (SegueReasonDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = segue_reason_dialog_constructed;
  object_class->get_property = segue_reason_dialog_get_property;
  object_class->set_property = segue_reason_dialog_set_property;
  object_class->dispose = segue_reason_dialog_dispose;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, SEGUE_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  segue_tell_install (G_TYPE_FROM_CLASS (klass));
  signals[PREVIEW] =
    g_signal_new ("preview", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, SEGUE_TYPE_CHANGE_SET);
}

static void
segue_reason_dialog_init (SegueReasonDialog *self)
{
}

SegueSession *
segue_reason_dialog_get_session (SegueReasonDialog *self)
{
  g_return_val_if_fail (SEGUE_IS_REASON_DIALOG (self), NULL);

  return get_private (self)->session;
}

/**
 * segue_reason_dialog_fill:
 * @self: a dialog with a list, and a class that knows how to append to it
 * @list: the list, or a box, in something that scrolls
 * @first: how many rows or groups are made at once
 * @more: how many whenever there is nothing else to do, as long as they are near what is in sight
 */
void
segue_reason_dialog_fill (SegueReasonDialog *self,
                          GtkWidget         *list,
                          guint              first,
                          guint              more)
{
  g_return_if_fail (SEGUE_IS_REASON_DIALOG (self));
  g_return_if_fail (GTK_IS_WIDGET (list));

  segue_reason_dialog_stop_filling (self);
  get_private (self)->fill_by = more;
  if (!SEGUE_REASON_DIALOG_GET_CLASS (self)->append (self, first))
    return;
  follow_view (self, list);
  fill_on (self);
}

/**
 * segue_reason_dialog_stop_filling:
 * @self: a dialog
 *
 * What is listed is no longer true.
 */
void
segue_reason_dialog_stop_filling (SegueReasonDialog *self)
{
  g_return_if_fail (SEGUE_IS_REASON_DIALOG (self));

  g_clear_handle_id (&get_private (self)->fill_id, g_source_remove);
  g_clear_object (&get_private (self)->view);
}

/**
 * segue_reason_dialog_fail:
 * @self: a dialog
 * @message: why something could not be done, a whole sentence
 */
void
segue_reason_dialog_fail (SegueReasonDialog *self,
                          const char        *message)
{
  g_return_if_fail (SEGUE_IS_REASON_DIALOG (self));

  g_signal_emit_by_name (self, "failed", message);
}

/**
 * segue_reason_dialog_perform:
 * @self: a dialog
 * @change_set: (nullable): what a verb made
 * @error: (transfer full) (nullable): why it made none
 *
 * Returns: whether it was done; if not, the window says why
 */
gboolean
segue_reason_dialog_perform (SegueReasonDialog *self,
                             SegueChangeSet    *change_set,
                             GError            *error)
{
  g_autoptr (GError) problem = error;

  g_return_val_if_fail (SEGUE_IS_REASON_DIALOG (self), FALSE);

  return segue_tell_perform (self, get_private (self)->session, change_set, &problem);
}

/**
 * segue_reason_dialog_preview:
 * @self: a dialog
 * @change_set: (nullable): what a verb made
 * @error: (transfer full) (nullable): why it made none
 *
 * Asks the window to show on the timeline what @change_set would do.
 */
void
segue_reason_dialog_preview (SegueReasonDialog *self,
                             SegueChangeSet    *change_set,
                             GError            *error)
{
  g_autoptr (GError) problem = error;

  g_return_if_fail (SEGUE_IS_REASON_DIALOG (self));

  if (change_set != NULL)
    g_signal_emit (self, signals[PREVIEW], 0, change_set);
  else
    segue_reason_dialog_fail (self, problem->message);
}
