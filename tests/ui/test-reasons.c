/* test-reasons.c - why not, side by side, what if: what the dialogs say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-baseline.h"
#include "core/segue-edit.h"
#include "core/segue-scenario.h"
#include "exchange/segue-json-reader.h"
#include "support/segue-test-core.h"
#include "ui/common/segue-date-row.h"
#include "ui/common/segue-dialog.h"
#include "ui/common/segue-ui.h"
#include "ui/editor/segue-editors.h"
#include "ui/window/segue-compare-dialog.h"
#include "ui/window/segue-goal-row.h"
#include "ui/window/segue-leaving-dialog.h"
#include "ui/window/segue-route-row.h"
#include "ui/window/segue-rules-dialog.h"
#include "ui/window/segue-scenario-dialog.h"
#include "ui/window/segue-slip-dialog.h"
#include "ui/window/segue-why-dialog.h"

/* Two routes, of which the earlier one lacks three hours. */
#define SHORT_OF_HOURS \
  "{\"format\":\"segue-plan\",\"version\":1,\"title\":\"T\",\"now\":\"2023-01-02\"," \
  "\"capacity\":{\"week\":{\"mon\":60,\"tue\":60,\"wed\":60,\"thu\":60,\"fri\":60}}," \
  "\"goals\":[{\"id\":\"g\",\"kind\":\"certificate\",\"title\":\"Certificate\",\"routes\":[" \
  "{\"id\":\"soon\",\"title\":\"Soon\"},{\"id\":\"later\",\"title\":\"Later\"}]}]," \
  "\"steps\":[{\"id\":\"read\",\"goal\":\"g\",\"type\":\"work\",\"title\":\"Read\",\"effort\":300,\"target\":\"2023-01-03\"}," \
  "{\"id\":\"drill\",\"goal\":\"g\",\"type\":\"work\",\"title\":\"Drill\",\"effort\":180}," \
  "{\"id\":\"exam\",\"goal\":\"g\",\"route\":\"soon\",\"type\":\"milestone\",\"title\":\"Exam\"}," \
  "{\"id\":\"second\",\"goal\":\"g\",\"route\":\"later\",\"type\":\"milestone\",\"title\":\"Second exam\"}]," \
  "\"rules\":[{\"id\":\"on\",\"relation\":\"on\",\"point\":\"exam\",\"date\":\"2023-01-06\",\"text\":\"The exam is on 6 January.\"}," \
  "{\"id\":\"r\",\"relation\":\"after\",\"point\":\"exam\",\"other\":\"read.end\"}," \
  "{\"id\":\"d\",\"relation\":\"after\",\"point\":\"exam\",\"other\":\"drill.end\"}]," \
  "\"exclusive\":[{\"id\":\"x\",\"of\":[\"soon\",\"later\"],\"text\":\"One exam is enough.\"}]}"

static SegueSession *
open_plan (SeguePlan *plan)
{
  SegueSession *session = segue_session_new (plan, NULL, segue_day_from_ymd (2022, 6, 6));

  while (!segue_session_is_layout_complete (session))
    g_main_context_iteration (NULL, TRUE);
  return session;
}

static SegueSession *
open_sample (void)
{
  g_autoptr (SeguePlan) plan = segue_test_load_sample ("en");

  return open_plan (plan);
}

static SegueSession *
open_text (const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SeguePlan) plan = segue_json_read_plan (json, strlen (json), "plan", &error);

  g_assert_no_error (error);
  return open_plan (plan);
}

/* ---- looking ------------------------------------------------------------ */

typedef gboolean (*MatchFunc) (GtkWidget *widget, const char *text);

static gboolean
is_row (GtkWidget  *widget,
        const char *text)
{
  return ADW_IS_PREFERENCES_ROW (widget) &&
         g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), text);
}

static gboolean
is_label (GtkWidget  *widget,
          const char *text)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text);
}

static gboolean
is_drawing (GtkWidget  *widget,
            const char *css_name)
{
  return g_strcmp0 (gtk_widget_get_css_name (widget), css_name) == 0;
}

static GtkWidget *
find (GtkWidget  *widget,
      MatchFunc   match,
      const char *text)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (match (widget, text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, match, text);

      if (found)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_in (AdwDialog  *dialog,
         MatchFunc   match,
         const char *text)
{
  return find (adw_dialog_get_child (dialog), match, text);
}

static const char *
get_subtitle (AdwDialog  *dialog,
              const char *title)
{
  GtkWidget *row = find_in (dialog, is_row, title);

  g_assert_nonnull (row);
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
}

static void
wait_for (AdwDialog  *dialog,
          MatchFunc   match,
          const char *text)
{
  while (find_in (dialog, match, text) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* ---- why not -------------------------------------------------------------- */

static void
test_chain (void)
{
  g_autoptr (SegueSession) session = open_sample ();
  g_autoptr (AdwDialog) dialog = g_object_ref_sink (segue_why_dialog_new (session, "spring23"));

  g_assert_nonnull (find_in (dialog, is_label, "Spring 2023 cannot be: these four rules are 32 days apart."));
  g_assert_nonnull (find_in (dialog, is_drawing, "gap"));
  g_assert_null (find_in (dialog, is_drawing, "shortage"));
  /* What takes longer to make than a frame has comes part by part. */
  g_assert_null (find_in (dialog, is_row, "The spring 2023 term starts"));
  wait_for (dialog, is_row, "The spring 2023 term starts");
  g_assert_cmpstr (get_subtitle (dialog, "The spring 2023 term starts"), ==, "1 March 2023 · Academic calendar · confirmed");
  g_assert_true (g_str_has_suffix (get_subtitle (dialog, "One must have resigned"),
                                   "\nSo “Last day at the company” is on 28 February 2023 at the latest"));
  g_assert_true (g_str_has_suffix (get_subtitle (dialog, "The options can be exercised only"),
                                   "\nSo “Exercise the options” is on 28 February 2023 at the latest"));
  g_assert_cmpstr (get_subtitle (dialog, "The options can be exercised from"), ==, "1 April 2023 · Option agreement · confirmed");
  wait_for (dialog, is_label, "What Would Help");
}

/* Hours: who competes and for how much, beside the rules. */
static void
test_hours (void)
{
  g_autoptr (SegueSession) session = open_text (SHORT_OF_HOURS);
  g_autoptr (AdwDialog) dialog = g_object_ref_sink (segue_why_dialog_new (session, "soon"));

  g_assert_nonnull (find_in (dialog, is_label, "8 h between"));
  g_assert_nonnull (find_in (dialog, is_drawing, "shortage"));
  g_assert_null (find_in (dialog, is_drawing, "gap"));
  g_assert_nonnull (find (find_in (dialog, is_row, "Read"), is_label, "5 h"));
  g_assert_nonnull (find (find_in (dialog, is_row, "Drill"), is_label, "3 h"));
  wait_for (dialog, is_row, "The exam is on 6 January.");
  g_assert_nonnull (find_in (dialog, is_row, "After the end of “Read” comes “Exam”."));
}

/* ---- how a route stands --------------------------------------------------- */

static void
test_route_rows (void)
{
  g_autoptr (SegueSession) session = open_text (SHORT_OF_HOURS);
  g_autoptr (GtkWidget) soon = g_object_ref_sink (segue_route_row_new ());
  g_autoptr (GtkWidget) later = g_object_ref_sink (segue_route_row_new ());

  /* One row may show one route after the other. */
  segue_route_row_show (SEGUE_ROUTE_ROW (later), session, "soon");
  segue_route_row_show (SEGUE_ROUTE_ROW (later), session, "later");
  segue_route_row_show (SEGUE_ROUTE_ROW (soon), session, "soon");
  g_assert_nonnull (find (soon, is_label, "cannot be: "));
  g_assert_nonnull (find (soon, is_label, "Why Not?"));
  /* Taken, but a step misses the day on which it is wanted: no green tick. */
  g_assert_nonnull (find (later, is_label, "days late"));
  g_assert_null (find (later, is_label, "Why Not?"));
  g_assert_true (gtk_widget_has_css_class (find (later, is_label, "days late"), "warning"));
  g_assert_false (gtk_widget_has_css_class (find (later, is_label, "days late"), "success"));
}

/* ---- side by side ----------------------------------------------------------- */

static void
test_compare (void)
{
  g_autoptr (SegueSession) session = open_sample ();
  g_autoptr (AdwDialog) dialog = g_object_ref_sink (segue_compare_dialog_new (session, "grad"));

  /* The dialog is there before the routes are. */
  g_assert_nonnull (find_in (dialog, is_label, "…"));
  g_assert_null (find_in (dialog, is_label, "14 September 2023"));
  wait_for (dialog, is_label, "14 September 2023");
  g_assert_nonnull (find_in (dialog, is_label, "32 days short"));
  wait_for (dialog, is_label, "can still be reached if the answer on 15 June 2023 is no.");
}

static void
test_compare_exclusive (void)
{
  g_autoptr (SegueSession) session = open_text (SHORT_OF_HOURS);
  g_autoptr (AdwDialog) dialog = g_object_ref_sink (segue_compare_dialog_new (session, "g"));

  g_assert_nonnull (find_in (dialog, is_label, "At most one of “Soon” and “Later”: One exam is enough."));
}

static void
test_scenario (void)
{
  g_autoptr (SegueSession) session = open_sample ();
  SeguePlan *plan = segue_session_get_plan (session);
  g_autoptr (SeguePlan) scenario = segue_scenario_new (plan, "What if");
  g_autoptr (SegueChangeSet) change_set = segue_edit_set_outcome (scenario, "result-f23", SEGUE_OUTCOME_FAILED, NULL);
  g_autoptr (AdwDialog) dialog = NULL;

  g_assert_true (segue_plan_apply (scenario, change_set, NULL));
  dialog = g_object_ref_sink (segue_scenario_dialog_new (plan, scenario, segue_session_get_today (session)));
  g_assert_nonnull (find_in (dialog, is_row, "Both plans are being laid out…"));
  wait_for (dialog, is_row, "Ends");
  g_assert_null (find_in (dialog, is_row, "Both plans are being laid out…"));
  wait_for (dialog, is_label, "4 March 2024 (in the plan: 1 September 2023)");
  wait_for (dialog, is_row, "Chance");
}

/* A dialog that is closed while its threads run leaves nothing behind. */
static void
test_closed_early (void)
{
  g_autoptr (SegueSession) session = open_sample ();
  SeguePlan *plan = segue_session_get_plan (session);
  AdwDialog *dialog = g_object_ref_sink (segue_compare_dialog_new (session, "grad"));

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  g_object_unref (dialog);
  g_assert_null (dialog);
  dialog = g_object_ref_sink (segue_scenario_dialog_new (plan, plan, segue_session_get_today (session)));
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  g_object_unref (dialog);
  g_assert_null (dialog);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_slip (void)
{
  g_autoptr (SegueSession) session = open_sample ();
  g_autoptr (AdwDialog) dialog = g_object_ref_sink (segue_slip_dialog_new (session, "statement"));

  wait_for (dialog, is_row, "Nothing else moves, and nothing breaks.");
  gtk_range_set_value (GTK_RANGE (find_in (dialog, is_drawing, "scale")), 90);
  wait_for (dialog, is_row, "“AI graduate school”");
}

/* ---- rules ------------------------------------------------------------------ */

/* An expiry is written in the editor, and what has expired is listed again. */
static void
test_expiry (void)
{
  g_autoptr (SegueSession) session = open_sample ();
  g_autoptr (AdwDialog) editor = g_object_ref_sink (ADW_DIALOG (segue_editors_open (session, "enrol-f23-day")));
  g_autoptr (AdwDialog) rules = g_object_ref_sink (segue_rules_dialog_new (session));
  GtkWidget *row = find_in (editor, is_row, "Known to Hold Until");

  g_assert_nonnull (row);
  segue_date_row_set_date (SEGUE_DATE_ROW (row), segue_day_from_ymd (2022, 6, 5), NULL);
  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.apply", NULL);
  g_assert_cmpint (segue_record_get_day (segue_plan_find (segue_session_get_plan (session), "enrol-f23-day"),
                                         SEGUE_RULE_EXPIRES_ON), ==, segue_day_from_ymd (2022, 6, 5));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_nonnull (strstr (get_subtitle (rules, "The fall 2023 term starts"), "expired on 5 June 2022"));
}

#define MANY_RULES 200

static SegueSession *
open_many_rules (void)
{
  g_autoptr (GString) text = g_string_new ("{\"format\":\"segue-plan\",\"version\":1,\"title\":\"T\",\"now\":\"2023-01-02\","
                                           "\"steps\":[{\"id\":\"exam\",\"type\":\"milestone\",\"title\":\"Exam\"}],\"rules\":[");

  for (int i = 0; i < MANY_RULES; i++)
    g_string_append_printf (text, "%s{\"id\":\"r%d\",\"relation\":\"not-before\",\"point\":\"exam\",\"date\":\"2023-02-01\"}",
                            i > 0 ? "," : "", i);
  g_string_append (text, "]}");
  return open_text (text->str);
}

static int
count_rows (GtkListBox *list)
{
  int n = 0;

  while (gtk_list_box_get_row_at_index (list, n) != NULL)
    n++;
  return n;
}

/* Rows are made for what is in sight and a little more, and for the rest when it comes near. */
static void
test_many_rules (void)
{
  g_autoptr (SegueSession) session = open_many_rules ();
  GtkWidget *window = adw_window_new ();
  AdwDialog *dialog = segue_rules_dialog_new (session);
  GtkListBox *list;
  GtkAdjustment *view;
  int before = 0;

  gtk_window_set_default_size (GTK_WINDOW (window), 600, 500);
  gtk_window_present (GTK_WINDOW (window));
  adw_dialog_present (dialog, window);
  list = GTK_LIST_BOX (gtk_widget_get_ancestor (find_in (dialog, is_row, "“Exam” "), GTK_TYPE_LIST_BOX));
  view = gtk_scrolled_window_get_vadjustment (
    GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_SCROLLED_WINDOW)));
  while (gtk_adjustment_get_page_size (view) <= 0 ||
         gtk_adjustment_get_upper (view) < 3 * gtk_adjustment_get_page_size (view))
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (count_rows (list), <, MANY_RULES / 2);
  for (int n = count_rows (list); n < MANY_RULES; n = count_rows (list))
    {
      g_assert_cmpint (n, >, before);
      before = n;
      while (count_rows (list) == n)
        {
          gtk_adjustment_set_value (view, gtk_adjustment_get_upper (view));
          g_main_context_iteration (NULL, TRUE);
        }
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is in a dialog waits for its first frame; the sheet has its size and the first field the keys all the same. */
static void
test_present (void)
{
  g_autoptr (SegueSession) session = open_sample ();
  GtkWidget *window = adw_window_new ();
  AdwDialog *dialog = segue_rules_dialog_new (session);
  GtkWidget *content = adw_dialog_get_child (dialog);
  GtkWidget *focus = NULL;

  gtk_window_set_default_size (GTK_WINDOW (window), 900, 900);
  gtk_window_present (GTK_WINDOW (window));
  segue_dialog_present (dialog, window);
  g_assert_false (gtk_widget_get_visible (content));
  while (!gtk_widget_get_mapped (content) || focus == NULL || !gtk_widget_is_ancestor (focus, content))
    {
      g_main_context_iteration (NULL, TRUE);
      focus = gtk_window_get_focus (GTK_WINDOW (window));
    }
  g_assert_nonnull (gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY));
  g_assert_cmpint (gtk_widget_get_width (content), ==, adw_dialog_get_content_width (dialog));
  g_assert_cmpint (gtk_widget_get_height (content), ==, adw_dialog_get_content_height (dialog));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Layouts come one after the other; whoever is at a button stays there. */
static void
test_route_rows_stay (void)
{
  g_autoptr (SegueSession) session = open_text (SHORT_OF_HOURS);
  SeguePlan *plan = segue_session_get_plan (session);
  g_autoptr (SegueItem) goal = g_list_model_get_item (segue_plan_get_items (plan, SEGUE_KIND_GOAL), 0);
  g_autoptr (GtkWidget) row = g_object_ref_sink (segue_goal_row_new (goal, session));
  GtkWidget *button = gtk_widget_get_ancestor (find (row, is_label, "Why Not?"), GTK_TYPE_BUTTON);
  g_autoptr (SegueChangeSet) change_set = NULL;

  change_set = segue_edit_take_baseline (plan, segue_session_get_layout (session), NULL, segue_day_from_ymd (2023, 1, 2), NULL);
  g_assert_cmpstr (segue_change_set_get_label (change_set), ==, "Keep Dates as Baseline");
  g_assert_true (segue_session_perform (session, change_set, NULL));
  g_assert_true (gtk_widget_get_ancestor (find (row, is_label, "Why Not?"), GTK_TYPE_BUTTON) == button);
}

/* What a day brings is made when its row is opened, and only once. */
static void
test_leaving (void)
{
  g_autoptr (SegueSession) session = open_sample ();
  g_autoptr (SegueLeavingStudy) study = segue_leaving_study_new (session);
  g_autoptr (AdwDialog) dialog = g_object_ref_sink (segue_leaving_dialog_new (session, study));
  GtkWidget *row;

  while (segue_leaving_study_get_leaving (study) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (find_in (dialog, is_row, "Show on the Timeline"));
  row = gtk_widget_get_ancestor (find_in (dialog, is_row, "The plan "), ADW_TYPE_EXPANDER_ROW);
  g_assert_nonnull (row);
  for (int i = 0; i < 3; i++)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), i != 1);
  row = find (row, is_row, "Show on the Timeline");
  g_assert_nonnull (row);
  g_assert_null (gtk_widget_get_next_sibling (row));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  segue_ui_init ();
  g_test_add_func ("/reasons/chain", test_chain);
  g_test_add_func ("/reasons/hours", test_hours);
  g_test_add_func ("/reasons/route-rows", test_route_rows);
  g_test_add_func ("/reasons/route-rows/stay", test_route_rows_stay);
  g_test_add_func ("/reasons/compare", test_compare);
  g_test_add_func ("/reasons/compare-exclusive", test_compare_exclusive);
  g_test_add_func ("/reasons/scenario", test_scenario);
  g_test_add_func ("/reasons/closed-early", test_closed_early);
  g_test_add_func ("/reasons/slip", test_slip);
  g_test_add_func ("/reasons/expiry", test_expiry);
  g_test_add_func ("/reasons/many-rules", test_many_rules);
  g_test_add_func ("/reasons/present", test_present);
  g_test_add_func ("/reasons/leaving", test_leaving);
  return g_test_run ();
}
