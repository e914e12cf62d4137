/* segue-leaving-dialog.c - the days of leaving as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The twin of the strip under the timeline, for those who read: the runs of
 * days on which the plan holds with the rules at both ends, then all days,
 * put together where they bring the same.
 */
#include "config.h"

#include "ui/window/segue-leaving-dialog.h"

#include <glib/gi18n.h>

#include "core/segue-edit.h"
#include "core/segue-text.h"
#include "ui/common/segue-ui.h"

/* More rows than are in sight; the others are made one by one when there is nothing else to do. */
#define FIRST_ROWS 1

struct _SegueLeavingDialog
{
  SegueReasonDialog parent_instance;

  SegueLeavingStudy *study;
  guint n_shown; /* spans that have a row */

  AdwToastOverlay *toasts;
  GtkStack *pages;
  AdwBin *status;
  GtkWidget *copy_button;
  GtkLabel *summary;
  GtkWidget *runs_box;
  GtkListBox *runs;
  GtkListBox *spans;
};

G_DEFINE_FINAL_TYPE (SegueLeavingDialog, segue_leaving_dialog, SEGUE_TYPE_REASON_DIALOG)

static G_DEFINE_QUARK (segue-leaving-dialog-day, day)

static GtkWidget *
create_text_row (const char *text)
{
  GtkWidget *row = segue_ui_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  return row;
}

/* The first line is the title, the others stand below it. */
static GtkWidget *
create_run (char **lines)
{
  GtkWidget *row = create_text_row (lines[0]);
  g_autofree char *reasons = g_strjoinv ("\n", lines + 1);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), reasons);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

static GtkWidget *
create_preview_row (SegueDay day)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Show on the Timeline"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "leaving.preview");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "i", day);
  return row;
}

/* What one day brings, beside the row that stands there from the beginning. */
static void
add_sentences (AdwExpanderRow *row,
               char          **sentences,
               SegueDay        day)
{
  for (guint i = 0; sentences[i] != NULL; i++)
    adw_expander_row_add_row (row, create_text_row (sentences[i]));
  adw_expander_row_add_row (row, create_preview_row (day));
}

/* Few rows are ever opened, and what is in one takes longer to make than the row itself. */
static void
expanded_cb (AdwExpanderRow     *row,
             GParamSpec         *pspec,
             SegueLeavingDialog *self)
{
  SegueLeaving *leaving = segue_leaving_study_get_leaving (self->study);
  SegueDay day = GPOINTER_TO_INT (g_object_get_qdata (G_OBJECT (row), day_quark ()));
  g_auto (GStrv) sentences = leaving ? segue_leaving_describe_day (leaving, day) : NULL;

  if (sentences == NULL)
    return;
  g_signal_handlers_disconnect_by_func (row, expanded_cb, self);
  add_sentences (row, sentences[0] ? sentences + 1 : sentences, day);
}

static GtkWidget *
create_span (SegueLeavingDialog     *self,
             SegueLeaving           *leaving,
             const SegueLeavingSpan *span)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (span->feasible ? "object-select-symbolic" : "window-close-symbolic");
  g_autofree char *days = segue_text_span (span->from, span->until);
  g_autofree char *line = segue_leaving_summarize_day (leaving, span->from);
  g_auto (GStrv) sentences = segue_leaving_describe_day (leaving, span->from);

  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_add_css_class (icon, span->feasible ? "success" : "dimmed");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), days);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, days, -1);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), line);
  adw_expander_row_set_subtitle_lines (ADW_EXPANDER_ROW (row), 0);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), icon);
  /* A row with nothing in it is not drawn as one that opens. */
  if (sentences[0] != NULL)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), create_text_row (sentences[0]));
  g_object_set_qdata (G_OBJECT (row), day_quark (), GINT_TO_POINTER (span->from));
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self, 0);
  return row;
}

static gboolean
segue_leaving_dialog_append (SegueReasonDialog *dialog,
                             guint              n)
{
  SegueLeavingDialog *self = SEGUE_LEAVING_DIALOG (dialog);
  SegueLeaving *leaving = segue_leaving_study_get_leaving (self->study);
  guint n_spans;
  const SegueLeavingSpan *spans = segue_leaving_get_spans (leaving, &n_spans);

  for (; n > 0 && self->n_shown < n_spans; n--)
    gtk_list_box_append (self->spans, create_span (self, leaving, &spans[self->n_shown++]));
  return self->n_shown < n_spans;
}

static void
show_leaving (SegueLeavingDialog *self,
              SegueLeaving       *leaving)
{
  int n_runs = segue_sweep_get_exploration (segue_leaving_get_sweep (leaving))->n_runs;
  g_autofree char *summary = segue_leaving_describe_runs (leaving);

  gtk_label_set_label (self->summary, summary);
  gtk_list_box_remove_all (self->runs);
  gtk_widget_set_visible (self->runs_box, n_runs > 0);
  for (int i = 0; i < n_runs; i++)
    {
      g_auto (GStrv) lines = segue_leaving_describe_run (leaving, i);

      gtk_list_box_append (self->runs, create_run (lines));
    }
  gtk_list_box_remove_all (self->spans);
  self->n_shown = 0;
  segue_reason_dialog_fill (SEGUE_REASON_DIALOG (self), GTK_WIDGET (self->spans), FIRST_ROWS, 1);
}

static GtkWidget *
create_status (SegueLeavingStudy *study)
{
  AdwStatusPage *page = ADW_STATUS_PAGE (adw_status_page_new ());

  if (segue_leaving_study_is_running (study))
    {
      g_autoptr (GdkPaintable) spinner = GDK_PAINTABLE (adw_spinner_paintable_new (GTK_WIDGET (page)));

      adw_status_page_set_title (page, _("The Days Are Being Tried"));
      adw_status_page_set_paintable (page, spinner);
    }
  else
    {
      adw_status_page_set_icon_name (page, "segue-milestone-symbolic");
      adw_status_page_set_title (page, _("No Last Day Is Named"));
      adw_status_page_set_description (page, _("Name the milestone on which your employment ends in the plan’s settings. "
                                               "Then each day of leaving can be tried."));
    }
  segue_ui_name_status_page (page);
  return GTK_WIDGET (page);
}

/* What is said in place of the days is made only when it is. */
static void
study_changed_cb (SegueLeavingDialog *self)
{
  SegueLeaving *leaving = segue_leaving_study_get_leaving (self->study);

  segue_reason_dialog_stop_filling (SEGUE_REASON_DIALOG (self));
  gtk_widget_set_sensitive (self->copy_button, leaving != NULL);
  if (leaving != NULL)
    show_leaving (self, leaving);
  adw_bin_set_child (self->status, leaving ? NULL : create_status (self->study));
  gtk_stack_set_visible_child_name (self->pages, leaving ? "days" : "status");
}

static void
copy_clicked_cb (SegueLeavingDialog *self)
{
  SegueLeaving *leaving = segue_leaving_study_get_leaving (self->study);
  g_autofree char *text = leaving ? segue_leaving_to_text (leaving) : NULL;

  if (text == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("Copied.")));
}

static void
preview_day (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SegueSession *session = segue_reason_dialog_get_session (SEGUE_REASON_DIALOG (widget));
  GError *error = NULL;
  g_autoptr (SegueChangeSet) change_set =
    segue_edit_move_point (segue_session_get_plan (session), segue_session_get_layout (session),
                           segue_record_get_string (segue_plan_get_header (segue_session_get_plan (session)), SEGUE_PLAN_LEAVING),
                           g_variant_get_int32 (parameter), &error);

  segue_reason_dialog_preview (SEGUE_REASON_DIALOG (widget), change_set, error);
}

/* The study follows the plan by itself. */
static void
segue_leaving_dialog_refresh (SegueReasonDialog *dialog)
{
}

static void
segue_leaving_dialog_dispose (GObject *object)
{
  SegueLeavingDialog *self = SEGUE_LEAVING_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SEGUE_TYPE_LEAVING_DIALOG);
  g_clear_object (&self->study);

  G_OBJECT_CLASS (segue_leaving_dialog_parent_class)->dispose (object);
}

static void
segue_leaving_dialog_class_init (SegueLeavingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_leaving_dialog_dispose;
  SEGUE_REASON_DIALOG_CLASS (klass)->refresh = segue_leaving_dialog_refresh;
  SEGUE_REASON_DIALOG_CLASS (klass)->append = segue_leaving_dialog_append;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/window/segue-leaving-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueLeavingDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, SegueLeavingDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, SegueLeavingDialog, status);
  gtk_widget_class_bind_template_child (widget_class, SegueLeavingDialog, copy_button);
  gtk_widget_class_bind_template_child (widget_class, SegueLeavingDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, SegueLeavingDialog, runs_box);
  gtk_widget_class_bind_template_child (widget_class, SegueLeavingDialog, runs);
  gtk_widget_class_bind_template_child (widget_class, SegueLeavingDialog, spans);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_install_action (widget_class, "leaving.preview", "i", preview_day);
}

static void
segue_leaving_dialog_init (SegueLeavingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * segue_leaving_dialog_new:
 * @session: the plan
 * @study: what works out its days of leaving
 *
 * Returns: (transfer none): a dialog that follows both
 */
AdwDialog *
segue_leaving_dialog_new (SegueSession      *session,
                          SegueLeavingStudy *study)
{
  SegueLeavingDialog *self = g_object_new (SEGUE_TYPE_LEAVING_DIALOG, "session", session, NULL);

  self->study = g_object_ref (study);
  g_signal_connect_object (study, "changed", G_CALLBACK (study_changed_cb), self, G_CONNECT_SWAPPED);
  study_changed_cb (self);
  return ADW_DIALOG (self);
}
