/* test-review-view.c - a review as a person does it: keys, fields, focus
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-edit.h"
#include "core/segue-review.h"
#include "exchange/segue-json-reader.h"
#include "support/segue-test-core.h"
#include "ui/common/segue-ui.h"
#include "ui/review/segue-decision-page.h"
#include "ui/review/segue-decisions-dialog.h"
#include "ui/review/segue-reason-row.h"
#include "ui/review/segue-review-card.h"
#include "ui/review/segue-review-end.h"
#include "ui/review/segue-review-pass.h"
#include "ui/review/segue-review-view.h"

typedef struct
{
  SegueSession *session;
  GtkWidget *window;
  GtkWidget *view;
} Fixture;

static SeguePlan *
read_plan (const char *json)
{
  g_autofree char *text = g_strdelimit (g_strdup (json), "'", '"');
  g_autoptr (GError) error = NULL;
  SeguePlan *plan = segue_json_read_plan (text, strlen (text), "test", &error);

  g_assert_no_error (error);
  return plan;
}

static void
show_plan (Fixture   *fixture,
           SeguePlan *plan)
{
  g_autoptr (SeguePlan) owned = plan;
  g_autoptr (SegueViewport) viewport = segue_viewport_new ();

  fixture->session = segue_session_new (plan, NULL, segue_day_from_ymd (2022, 6, 6));
  segue_session_set_patience (fixture->session, G_MAXINT64);
  fixture->view = g_object_new (SEGUE_TYPE_REVIEW_VIEW, "session", fixture->session, "viewport", viewport, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 900);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->view);
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (!gtk_widget_get_mapped (fixture->view))
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->session);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, tear_down)

static gpointer
get_part (gpointer    widget,
          const char *name)
{
  GObject *part = gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);

  g_assert_nonnull (part);
  return part;
}

/* What a session finds out later has come. */
static void
settle (Fixture *fixture)
{
  while (!segue_session_is_layout_complete (fixture->session))
    g_main_context_iteration (NULL, TRUE);
}

static void
begin (Fixture *fixture)
{
  settle (fixture);
  g_signal_emit_by_name (get_part (fixture->view, "begin_button"), "clicked");
}

static SegueReviewCard *
get_card (Fixture *fixture)
{
  return get_part (get_part (fixture->view, "pass"), "card");
}

static void
press (Fixture *fixture,
       guint    key)
{
  settle (fixture);
  g_assert_true (segue_review_card_press (get_card (fixture), key, 0));
  settle (fixture);
}

static const char *
get_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (get_part (fixture->view, "pages"));
}

static const char *
get_title (Fixture *fixture)
{
  return gtk_label_get_label (get_part (get_card (fixture), "title"));
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

static guint
count_answers (Fixture *fixture)
{
  return segue_plan_count (segue_session_get_plan (fixture->session), SEGUE_KIND_ANSWER);
}

static const SegueRecord *
get_last_answer (Fixture *fixture)
{
  return segue_plan_get_nth (segue_session_get_plan (fixture->session), SEGUE_KIND_ANSWER, count_answers (fixture) - 1);
}

#define HEAD "{'format':'segue-plan','version':1,'title':'P','now':'2023-03-22','capacity':{'week':{'mon':60}},"

static SeguePlan *
make_milestones (guint n)
{
  g_autoptr (GString) json = g_string_new (HEAD "'steps':[");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (json, "%s{'id':'m%u','type':'milestone','title':'Milestone %u'}", i ? "," : "", i, i);
  g_string_append (json, "]}");
  return read_plan (json->str);
}

static void
test_ten_milestones_take_ten_keys (void)
{
  static const guint keys[] = { GDK_KEY_d, GDK_KEY_k, GDK_KEY_x, GDK_KEY_d, GDK_KEY_k,
                                GDK_KEY_x, GDK_KEY_K, GDK_KEY_d, GDK_KEY_k, GDK_KEY_D };
  g_auto (Fixture) fixture = { 0 };
  const SegueRecord *review;

  show_plan (&fixture, make_milestones (10));
  begin (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_assert_cmpstr (get_page (&fixture), ==, "pass");
      g_assert_true (get_focus (&fixture) == GTK_WIDGET (get_card (&fixture)));
      press (&fixture, keys[i]);
    }
  g_assert_cmpuint (count_answers (&fixture), ==, 10);
  review = segue_review_get_last (segue_session_get_plan (fixture.session));
  g_assert_nonnull (review);
  g_assert_cmpint (segue_record_get_int (review, SEGUE_REVIEW_ASKED), ==, 10);

  /* What comes after a review has the focus; what was kept is not asked again. */
  g_assert_cmpstr (get_page (&fixture), ==, "start");
  g_assert_true (get_focus (&fixture) == get_part (fixture.view, "check_in_button"));
  g_assert_cmpstr (gtk_label_get_label (get_part (fixture.view, "count")), ==, "Nothing needs a decision");
}

static void
test_nothing_is_due (void)
{
  g_auto (Fixture) fixture = { 0 };
  const SegueRecord *review;
  g_autofree char *counts = NULL;

  show_plan (&fixture, read_plan (HEAD "'steps':[{'id':'a','type':'milestone','title':'A'}],"
                                  "'rules':[{'id':'r','relation':'on','point':'a','date':'2024-03-22'}]}"));
  begin (&fixture);
  g_assert_cmpstr (get_page (&fixture), ==, "end");
  g_signal_emit_by_name (get_part (get_part (fixture.view, "end"), "finish_button"), "clicked");
  settle (&fixture);
  review = segue_review_get_last (segue_session_get_plan (fixture.session));
  g_assert_nonnull (review);
  counts = segue_review_count_answers (segue_session_get_plan (fixture.session), segue_record_get_id (review));
  g_assert_cmpstr (counts, ==, "Nothing needed a decision");
  g_assert_true (segue_record_has (review, SEGUE_REVIEW_BASELINE));
  g_assert_cmpstr (get_page (&fixture), ==, "start");
}

/* Return does what one was about to do; Escape does nothing; the text stays. */
static void
test_keys_of_the_reason (void)
{
  g_auto (Fixture) fixture = { 0 };
  GtkEditable *note;

  show_plan (&fixture, make_milestones (3));
  begin (&fixture);
  note = get_part (get_card (&fixture), "note");
  press (&fixture, GDK_KEY_w);
  g_assert_true (gtk_widget_is_ancestor (get_focus (&fixture), GTK_WIDGET (note)));
  gtk_editable_set_text (note, "It rained");
  g_signal_emit_by_name (note, "entry-activated");
  g_assert_cmpuint (count_answers (&fixture), ==, 0);
  g_assert_true (get_focus (&fixture) == GTK_WIDGET (get_card (&fixture)));
  press (&fixture, GDK_KEY_x);
  g_assert_cmpint (segue_record_get_int (get_last_answer (&fixture), SEGUE_ANSWER_VERDICT), ==, SEGUE_VERDICT_DROPPED);
  g_assert_cmpstr (segue_record_get_string (get_last_answer (&fixture), SEGUE_ANSWER_WHY), ==, "It rained");

  /* In the middle of a move it is the move that is confirmed. */
  press (&fixture, GDK_KEY_m);
  press (&fixture, GDK_KEY_Page_Down);
  gtk_editable_set_text (note, "In a month");
  g_signal_emit_by_name (note, "entry-activated");
  settle (&fixture);
  g_assert_cmpint (segue_record_get_int (get_last_answer (&fixture), SEGUE_ANSWER_VERDICT), ==, SEGUE_VERDICT_MOVED);
  g_assert_cmpint (segue_record_get_day (get_last_answer (&fixture), SEGUE_ANSWER_TO), ==, segue_day_from_ymd (2023, 4, 29));
  g_assert_cmpstr (segue_record_get_string (get_last_answer (&fixture), SEGUE_ANSWER_WHY), ==, "In a month");

  /* Who began a note keeps it. */
  press (&fixture, GDK_KEY_n);
  gtk_editable_set_text (note, "Ask again");
  g_signal_emit_by_name (note, "entry-activated");
  settle (&fixture);
  g_assert_cmpint (segue_record_get_int (get_last_answer (&fixture), SEGUE_ANSWER_VERDICT), ==, SEGUE_VERDICT_NOTED);
}

static void
mark (SeguePlan  *plan,
      const char *id,
      SegueDay    day)
{
  g_autoptr (SegueChangeSet) change_set = segue_edit_set_status (plan, id, SEGUE_STATUS_DONE, day, NULL);

  g_assert_true (segue_plan_apply (plan, change_set, NULL));
}

/* The sample in the week in which the result of fall 2023 comes. */
static SeguePlan *
make_later_sample (void)
{
  static const struct
  {
    const char *id;
    int year, month, day;
  } done[] = {
    { "english", 2022, 12, 10 }, { "lectures", 2022, 10, 20 }, { "project", 2023, 3, 20 },
    { "domain", 2022, 7, 3 }, { "contact", 2023, 1, 16 }, { "statement", 2023, 2, 20 },
    { "apply-f23", 2023, 3, 28 }, { "exercise", 2023, 4, 3 }, { "ops", 2022, 12, 20 },
  };
  SeguePlan *plan = segue_test_load_sample ("en");
  SegueRecordBuilder *builder = segue_record_builder_new_from (segue_plan_get_header (plan));
  g_autoptr (SegueRecord) header = NULL;
  g_autoptr (SegueChangeSet) change_set = NULL;

  segue_record_builder_set_day (builder, SEGUE_PLAN_NOW, segue_day_from_ymd (2023, 6, 12));
  header = segue_record_builder_end (builder);
  change_set = segue_edit_set_record (plan, header, NULL);
  g_assert_true (segue_plan_apply (plan, change_set, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (done); i++)
    mark (plan, done[i].id, segue_day_from_ymd (done[i].year, done[i].month, done[i].day));
  return plan;
}

/* What a rejection does stands on the card before it is given. */
static void
test_rejection_is_told_before (void)
{
  g_auto (Fixture) fixture = { 0 };
  GtkLabel *ahead;

  show_plan (&fixture, make_later_sample ());
  begin (&fixture);
  g_assert_cmpstr (get_title (&fixture), ==, "Result, fall 2023");
  ahead = get_part (get_card (&fixture), "ahead_text");
  while (strstr (gtk_label_get_label (ahead), "Working") != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (ahead)));
  g_assert_cmpstr (gtk_label_get_label (ahead), ==,
                   "“AI graduate school” then takes Spring 2024 instead of Fall 2023.\n"
                   "“AI graduate school” is then reached on 4 March 2024 instead of 1 September 2023.\n"
                   "“Last day at the company” moves 65 days later: 14 September 2023.");
  g_assert_cmpuint (count_answers (&fixture), ==, 0);
  press (&fixture, GDK_KEY_x);
  g_assert_nonnull (strstr (segue_record_get_string (get_last_answer (&fixture), SEGUE_ANSWER_EFFECT), "Spring 2024 instead"));
}

/* Left in the middle, it is resumed where it was. */
static void
test_left_and_resumed (void)
{
  g_auto (Fixture) fixture = { 0 };

  show_plan (&fixture, make_milestones (3));
  begin (&fixture);
  press (&fixture, GDK_KEY_k);
  g_signal_emit_by_name (get_part (fixture.view, "pass"), "left", FALSE);
  g_assert_cmpstr (get_page (&fixture), ==, "start");
  g_assert_true (get_focus (&fixture) == get_part (fixture.view, "begin_button"));
  g_assert_cmpstr (gtk_button_get_label (get_part (fixture.view, "begin_button")), ==, "Resume the Review");
  begin (&fixture);
  g_assert_cmpstr (get_title (&fixture), ==, "Milestone 1");
  g_assert_cmpuint (segue_plan_count (segue_session_get_plan (fixture.session), SEGUE_KIND_REVIEW), ==, 1);
}

/* What is undone is asked again, with the focus on it; the end of a review as well. */
static void
test_undo_keeps_the_focus (void)
{
  g_auto (Fixture) fixture = { 0 };

  show_plan (&fixture, make_milestones (2));
  begin (&fixture);
  g_assert_cmpstr (get_title (&fixture), ==, "Milestone 0");
  press (&fixture, GDK_KEY_k);
  g_assert_cmpstr (get_title (&fixture), ==, "Milestone 1");
  g_assert_true (segue_session_undo (fixture.session, NULL));
  settle (&fixture);
  g_assert_cmpstr (get_title (&fixture), ==, "Milestone 0");
  g_assert_true (get_focus (&fixture) == GTK_WIDGET (get_card (&fixture)));
  press (&fixture, GDK_KEY_k);
  press (&fixture, GDK_KEY_k);
  g_assert_cmpstr (get_page (&fixture), ==, "start");
  g_assert_true (segue_session_undo (fixture.session, NULL));
  settle (&fixture);
  g_assert_cmpstr (get_page (&fixture), ==, "end");
  g_assert_true (get_focus (&fixture) == get_part (get_part (fixture.view, "end"), "finish_button"));
  g_assert_true (segue_session_undo (fixture.session, NULL));
  settle (&fixture);
  g_assert_cmpstr (get_page (&fixture), ==, "pass");
  g_assert_cmpstr (get_title (&fixture), ==, "Milestone 1");
  g_assert_true (get_focus (&fixture) == GTK_WIDGET (get_card (&fixture)));
}

#define DECISION \
  HEAD "'decisions':[{'id':'d','question':'Stay?','options':['Stay','Go'],'decided':'Stay','decided_on':'2022-06-06'}]," \
  "'reasons':[{'id':'r','decision':'d','text':'The bonus','until':'2023-03-01'}]}"

static void
test_decided_again (void)
{
  g_auto (Fixture) fixture = { 0 };
  const SegueRecord *decision;
  GtkWidget *button;

  show_plan (&fixture, read_plan (DECISION));
  begin (&fixture);
  g_assert_cmpstr (get_title (&fixture), ==, "Stay?");
  g_assert_nonnull (strstr (gtk_label_get_label (get_part (get_card (&fixture), "room")), "No longer holds: The bonus"));
  press (&fixture, GDK_KEY_d);
  g_assert_cmpuint (count_answers (&fixture), ==, 0);
  button = gtk_widget_get_last_child (get_part (get_card (&fixture), "options"));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "Go");
  g_signal_emit_by_name (button, "clicked");
  settle (&fixture);
  decision = segue_plan_find (segue_session_get_plan (fixture.session), "d");
  g_assert_cmpstr (segue_record_get_string (decision, SEGUE_DECISION_DECIDED), ==, "Go");
  g_assert_cmpuint (segue_plan_count (segue_session_get_plan (fixture.session), SEGUE_KIND_JOURNAL), ==, 2);
}

static void
count_reasons (GtkWidget *widget,
               GPtrArray *rows)
{
  if (SEGUE_IS_REASON_ROW (widget))
    g_ptr_array_add (rows, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    count_reasons (child, rows);
}

/* What a form does when Ctrl+Enter is pressed in it. */
static void
press_save (GtkWidget *form)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (form);
  gboolean was_pressed = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint k = 0; G_IS_LIST_MODEL (controller) && k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);
          g_autofree char *keys = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (g_str_equal (keys, "<Control>Return"))
            was_pressed = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, form, NULL);
        }
    }
  g_assert_true (was_pressed);
}

/* The keys that keep every editor keep a decision too, once it has its question. */
static void
test_save_key (void)
{
  g_autoptr (SeguePlan) plan = read_plan (DECISION);
  g_autoptr (SegueSession) session = segue_session_new (plan, NULL, segue_day_from_ymd (2022, 6, 6));
  g_autoptr (GtkWidget) page = g_object_ref_sink (GTK_WIDGET (segue_decision_page_new (session, "d")));

  gtk_editable_set_text (GTK_EDITABLE (get_part (page, "question")), "");
  press_save (page);
  g_assert_cmpstr (segue_record_get_title (segue_plan_find (plan, "d")), ==, "Stay?");
  gtk_editable_set_text (GTK_EDITABLE (get_part (page, "question")), "Stay for another year?");
  press_save (page);
  g_assert_cmpstr (segue_record_get_title (segue_plan_find (plan, "d")), ==, "Stay for another year?");
}

/* A reason that says nothing is not thrown away: it is marked, and nothing is saved. */
static void
test_empty_reason_is_marked (void)
{
  g_autoptr (SeguePlan) plan = read_plan (DECISION);
  g_autoptr (SegueSession) session = segue_session_new (plan, NULL, segue_day_from_ymd (2022, 6, 6));
  g_autoptr (GtkWidget) page = g_object_ref_sink (GTK_WIDGET (segue_decision_page_new (session, "d")));
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  guint64 revision = segue_plan_get_revision (plan);
  GtkWidget *text;

  count_reasons (get_part (page, "reasons_group"), rows);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (adw_expander_row_get_subtitle (rows->pdata[0]), ==, "For, no longer holds");
  text = get_part (rows->pdata[0], "text");
  gtk_editable_set_text (GTK_EDITABLE (text), "  ");
  g_signal_emit_by_name (get_part (page, "save_button"), "clicked");
  g_assert_cmpuint (segue_plan_get_revision (plan), ==, revision);
  g_assert_true (gtk_widget_has_css_class (text, "error"));
  gtk_editable_set_text (GTK_EDITABLE (text), "The bonus of 2023");
  g_assert_false (gtk_widget_has_css_class (text, "error"));
  g_signal_emit_by_name (get_part (page, "save_button"), "clicked");
  g_assert_cmpstr (segue_record_get_title (segue_plan_find (plan, "r")), ==, "The bonus of 2023");
}

static GtkWidget *
find_row (GtkWidget  *widget,
          const char *title)
{
  if (ADW_IS_ACTION_ROW (widget) && strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found)
        return found;
    }
  return NULL;
}

/* What the journal of an imported plan tells was decided, and can be weighed again. */
static void
test_journal_is_shown (void)
{
  g_autoptr (SeguePlan) plan = segue_test_load_sample ("en");
  g_autoptr (SegueSession) session = segue_session_new (plan, NULL, segue_day_from_ymd (2022, 6, 6));
  g_autoptr (AdwDialog) dialog = g_object_ref_sink (segue_decisions_dialog_new (session));
  g_autoptr (GtkWidget) page = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GtkWidget *row = find_row (adw_dialog_get_child (dialog), "Not this spring.");

  g_assert_nonnull (row);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "+ I feel I am not growing"));
  page = g_object_ref_sink (GTK_WIDGET (segue_decision_page_new_from_entry (session,
                                                                            segue_plan_get_nth (plan, SEGUE_KIND_JOURNAL, 0))));
  g_assert_cmpstr (gtk_editable_get_text (get_part (page, "question")), ==, "AI graduate school");
  count_reasons (get_part (page, "reasons_group"), rows);
  g_assert_cmpuint (rows->len, ==, 5);
  g_assert_nonnull (find_row (get_part (page, "earlier_group"), "Not this spring."));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  segue_ui_init ();
  g_test_add_func ("/review-view/ten-milestones-take-ten-keys", test_ten_milestones_take_ten_keys);
  g_test_add_func ("/review-view/nothing-is-due", test_nothing_is_due);
  g_test_add_func ("/review-view/keys-of-the-reason", test_keys_of_the_reason);
  g_test_add_func ("/review-view/rejection-is-told-before", test_rejection_is_told_before);
  g_test_add_func ("/review-view/left-and-resumed", test_left_and_resumed);
  g_test_add_func ("/review-view/undo-keeps-the-focus", test_undo_keeps_the_focus);
  g_test_add_func ("/review-view/decided-again", test_decided_again);
  g_test_add_func ("/review-view/empty-reason-is-marked", test_empty_reason_is_marked);
  g_test_add_func ("/review-view/save-key", test_save_key);
  g_test_add_func ("/review-view/journal-is-shown", test_journal_is_shown);
  return g_test_run ();
}
