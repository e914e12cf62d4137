/* test-risk-view.c - what a person sees of the plan's chances
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-edit.h"
#include "support/segue-test-ui.h"
#include "ui/common/segue-ui.h"
#include "ui/risk/segue-risk-card.h"
#include "ui/risk/segue-risk-dialog.h"
#include "ui/risk/segue-risk-summary.h"

static void
wait_for_forecast (SegueSession *session)
{
  while (segue_forecaster_get_forecast (segue_forecaster_of (session)) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* The first widget of a type below @widget whose text has @part in it. */
static GtkWidget *
find_text (GtkWidget  *widget,
           GType       type,
           const char *part)
{
  const char *text = !g_type_is_a (G_OBJECT_TYPE (widget), type) ? NULL
                     : GTK_IS_LABEL (widget) ? gtk_label_get_label (GTK_LABEL (widget))
                     : adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));

  if (text && strstr (text, part) && gtk_widget_get_visible (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_text (child, type, part);

      if (found)
        return found;
    }
  return NULL;
}

static void
test_card (void)
{
  g_autoptr (SegueSession) session = segue_test_open_sample ();
  g_autoptr (SegueViewport) viewport = segue_viewport_new ();
  g_autoptr (GtkWidget) card =
    g_object_ref_sink (g_object_new (SEGUE_TYPE_RISK_CARD, "session", session, "viewport", viewport, NULL));
  g_autoptr (SegueChangeSet) edit = NULL;

  segue_viewport_set_selection (viewport, "ops");
  g_assert_false (gtk_widget_get_visible (card));
  wait_for_forecast (session);
  g_assert_true (gtk_widget_get_visible (card));
  g_assert_nonnull (find_text (card, ADW_TYPE_ACTION_ROW, "On Time"));
  g_assert_nonnull (find_text (card, ADW_TYPE_ACTION_ROW, "80% Sure"));

  /* What is fixed has nothing to say. */
  segue_viewport_set_selection (viewport, "result-f23");
  g_assert_false (gtk_widget_get_visible (card));

  /* Nothing older than the plan is shown. */
  segue_viewport_set_selection (viewport, "ops");
  edit = segue_edit_set_rule_enabled (segue_session_get_plan (session), "exercise-employed", FALSE, NULL);
  g_assert_true (segue_session_perform (session, edit, NULL));
  g_assert_false (gtk_widget_get_visible (card));
}

static void
test_summary (void)
{
  g_autoptr (SegueSession) session = segue_test_open_sample ();
  g_autoptr (GtkWidget) summary = g_object_ref_sink (g_object_new (SEGUE_TYPE_RISK_SUMMARY, "session", session, NULL));

  g_assert_true (gtk_widget_get_visible (summary));
  g_assert_null (find_text (summary, GTK_TYPE_LABEL, "Least sure"));
  wait_for_forecast (session);
  g_assert_nonnull (find_text (summary, GTK_TYPE_LABEL, "Least sure: “Make the pipelines run without me”"));
  g_object_set (summary, "session", NULL, NULL);
  g_assert_false (gtk_widget_get_visible (summary));
}

static void
test_dialog (void)
{
  g_autoptr (SegueSession) session = segue_test_open_sample ();
  g_autoptr (AdwDialog) dialog = g_object_ref_sink (segue_risk_dialog_new (session));
  /* A dialog that is not presented does not show its child to those who walk. */
  GtkWidget *content = adw_dialog_get_child (dialog);

  g_assert_null (find_text (content, ADW_TYPE_ACTION_ROW, "Fall 2023"));
  wait_for_forecast (session);
  g_assert_nonnull (find_text (content, ADW_TYPE_ACTION_ROW, "Fall 2023"));
  g_assert_nonnull (find_text (content, ADW_TYPE_ACTION_ROW, "Make the pipelines run without me"));
  g_assert_nonnull (find_text (content, ADW_TYPE_ACTION_ROW, "Fall 2023 applications close on 5 April 2023."));
  g_assert_nonnull (find_text (content, GTK_TYPE_LABEL,
                               "Sure by 1 September 2023\nHow often each route is the one taken in the end"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  segue_ui_init ();
  g_test_add_func ("/risk-view/card", test_card);
  g_test_add_func ("/risk-view/summary", test_summary);
  g_test_add_func ("/risk-view/dialog", test_dialog);
  return g_test_run ();
}
