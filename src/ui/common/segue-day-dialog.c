/* segue-day-dialog.c - asks for a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/common/segue-day-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/common/segue-date-row.h"
#include "ui/common/segue-ui.h"

typedef struct
{
  GtkWidget *owner;
  SegueDateRow *row;
  SegueDayFunc func;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->owner);
  g_free (question);
}

static void
changed_cb (SegueDateRow *row, AdwAlertDialog *dialog)
{
  adw_alert_dialog_set_response_enabled (dialog, "accept", segue_date_row_is_sound (row)
                                                           && segue_date_row_get_first (row) != SEGUE_DAY_NONE);
}

static void
response_cb (AdwAlertDialog *dialog, const char *response, Question *question)
{
  SegueDay day = segue_date_row_get_first (question->row);

  if (g_str_equal (response, "accept") && day != SEGUE_DAY_NONE)
    question->func (question->owner, day);
}

/**
 * segue_day_dialog_ask:
 * @owner: who asks, over whose window it is asked
 * @heading: what is asked
 * @accept: the label of the button, with its mnemonic
 * @today: from which day dates without a year are read
 * @day: what stands there at first, or SEGUE_DAY_NONE
 * @func: (scope notified): called with the day, if one is given; of a coarse
 *   date with its first
 */
void
segue_day_dialog_ask (GtkWidget *owner, const char *heading, const char *accept, SegueDay today, SegueDay day,
                      SegueDayFunc func)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, NULL);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = segue_date_row_new (_("Date"));
  Question *question = g_new0 (Question, 1);

  g_return_if_fail (GTK_IS_WIDGET (owner));

  question->owner = g_object_ref (owner);
  question->row = SEGUE_DATE_ROW (row);
  question->func = func;
  g_object_set (row, "coarse", TRUE, NULL);
  segue_date_row_set_today (question->row, today);
  if (day != SEGUE_DAY_NONE)
    segue_date_row_set_date (question->row, day, NULL);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), list);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "accept", accept, NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "accept", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "accept");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");

  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), dialog, 0);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question,
                         (GClosureNotify) (void (*) (void)) question_free, 0);
  changed_cb (question->row, ADW_ALERT_DIALOG (dialog));
  segue_ui_begin_at (dialog, row);
  adw_dialog_present (dialog, owner);
}
