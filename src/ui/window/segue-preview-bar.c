/* segue-preview-bar.c - what is tried, and whether it shall be so
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/window/segue-preview-bar.h"

#include <glib/gi18n.h>

struct _SeguePreviewBar
{
  AdwBin parent_instance;

  SegueChangeSet *change_set;
  SegueLayoutWork *work; /* that lays it out, or has */
  SegueTrialQueue *trials; /* where one thing after the other is tried, or NULL */
  AdwDialog *origin; /* where it was asked for; shown again on the way back */

  GtkLabel *title;
  GtkLabel *effect;
  GtkWidget *apply;
};

enum
{
  APPLY,
  BACK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SeguePreviewBar, segue_preview_bar, ADW_TYPE_BIN)

static void
apply_clicked_cb (SeguePreviewBar *self)
{
  g_signal_emit (self, signals[APPLY], 0);
}

static void
back_clicked_cb (SeguePreviewBar *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static void
segue_preview_bar_dispose (GObject *object)
{
  SeguePreviewBar *self = SEGUE_PREVIEW_BAR (object);

  g_clear_pointer (&self->work, segue_layout_work_drop);
  g_clear_pointer (&self->trials, segue_trial_queue_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), SEGUE_TYPE_PREVIEW_BAR);
  g_clear_object (&self->change_set);
  g_clear_object (&self->origin);

  G_OBJECT_CLASS (segue_preview_bar_parent_class)->dispose (object);
}

static void
segue_preview_bar_class_init (SeguePreviewBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_preview_bar_dispose;

  signals[APPLY] =
    g_signal_new ("apply", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[BACK] =
    g_signal_new ("back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/window/segue-preview-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SeguePreviewBar, title);
  gtk_widget_class_bind_template_child (widget_class, SeguePreviewBar, effect);
  gtk_widget_class_bind_template_child (widget_class, SeguePreviewBar, apply);
  gtk_widget_class_bind_template_callback (widget_class, apply_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
}

static void
segue_preview_bar_init (SeguePreviewBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * segue_preview_bar_show:
 * @self: a bar
 * @change_set: what is tried
 * @work: (transfer full): what lays it out; given up when the bar goes or
 *   shows something else
 * @origin: (nullable): the dialog to which "Back" leads
 */
void
segue_preview_bar_show (SeguePreviewBar *self,
                        SegueChangeSet  *change_set,
                        SegueLayoutWork *work,
                        AdwDialog       *origin)
{
  g_return_if_fail (SEGUE_IS_PREVIEW_BAR (self));
  g_return_if_fail (SEGUE_IS_CHANGE_SET (change_set));

  g_clear_pointer (&self->work, segue_layout_work_drop);
  g_clear_pointer (&self->trials, segue_trial_queue_free);
  self->work = work;
  g_set_object (&self->change_set, change_set);
  g_set_object (&self->origin, origin);
  gtk_label_set_label (self->title, segue_change_set_get_label (change_set));
  gtk_label_set_label (self->effect, _("Being tried…"));
  gtk_widget_set_sensitive (self->apply, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/**
 * segue_preview_bar_begin_trials:
 * @self: a bar
 * @trials: (transfer full): given up when the bar goes or shows something else
 *
 * From now on one thing after the other is asked and answered, as while a day
 * is dragged.
 */
void
segue_preview_bar_begin_trials (SeguePreviewBar *self,
                                SegueTrialQueue *trials)
{
  g_return_if_fail (SEGUE_IS_PREVIEW_BAR (self));

  segue_preview_bar_hide (self);
  self->trials = trials;
}

/* (transfer none) (nullable) */
SegueTrialQueue *
segue_preview_bar_get_trials (SeguePreviewBar *self)
{
  g_return_val_if_fail (SEGUE_IS_PREVIEW_BAR (self), NULL);

  return self->trials;
}

/**
 * segue_preview_bar_ask:
 * @self: a bar with trials
 * @question: (transfer full): what is tried next
 *
 * What was tried before can be seen, but no longer applied.
 */
void
segue_preview_bar_ask (SeguePreviewBar *self,
                       gpointer         question)
{
  g_return_if_fail (SEGUE_IS_PREVIEW_BAR (self) && self->trials != NULL);

  gtk_widget_set_sensitive (self->apply, FALSE);
  segue_trial_queue_ask (self->trials, question);
}

/**
 * segue_preview_bar_answer:
 * @self: a bar with trials
 * @change_set: (nullable): the edit that was asked for last; %NULL while only an earlier one is known
 */
void
segue_preview_bar_answer (SeguePreviewBar *self,
                          SegueChangeSet  *change_set)
{
  g_return_if_fail (SEGUE_IS_PREVIEW_BAR (self) && self->trials != NULL);

  g_set_object (&self->change_set, change_set);
  gtk_widget_set_sensitive (self->apply, change_set != NULL);
  if (change_set != NULL)
    gtk_label_set_label (self->title, segue_change_set_get_label (change_set));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/**
 * segue_preview_bar_set_effect:
 * @self: a bar that is shown
 * @effect: what the edit does, in whole sentences
 */
void
segue_preview_bar_set_effect (SeguePreviewBar *self,
                              const char      *effect)
{
  g_return_if_fail (SEGUE_IS_PREVIEW_BAR (self));

  gtk_label_set_label (self->effect, effect);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), effect, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
segue_preview_bar_hide (SeguePreviewBar *self)
{
  g_return_if_fail (SEGUE_IS_PREVIEW_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_clear_pointer (&self->work, segue_layout_work_drop);
  g_clear_pointer (&self->trials, segue_trial_queue_free);
  g_clear_object (&self->change_set);
  g_clear_object (&self->origin);
}

gboolean
segue_preview_bar_is_shown (SeguePreviewBar *self)
{
  g_return_val_if_fail (SEGUE_IS_PREVIEW_BAR (self), FALSE);

  return self->change_set != NULL || self->trials != NULL;
}

/* (transfer none) (nullable): what can be applied. */
SegueChangeSet *
segue_preview_bar_get_change_set (SeguePreviewBar *self)
{
  g_return_val_if_fail (SEGUE_IS_PREVIEW_BAR (self), NULL);

  return self->change_set;
}

AdwDialog *
segue_preview_bar_get_origin (SeguePreviewBar *self)
{
  g_return_val_if_fail (SEGUE_IS_PREVIEW_BAR (self), NULL);

  return self->origin;
}
