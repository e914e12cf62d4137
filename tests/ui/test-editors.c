/* test-editors.c - dialogs that edit a goal, a step, a rule
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "support/segue-test-ui.h"
#include "ui/common/segue-estimate-row.h"
#include "ui/common/segue-ui.h"
#include "ui/common/segue-week-row.h"
#include "ui/editor/segue-day-off-editor.h"
#include "ui/editor/segue-editors.h"
#include "ui/editor/segue-hours-editor.h"
#include "ui/window/segue-preferences-dialog.h"

static const char *
get_text (gpointer    dialog,
          const char *title)
{
  return gtk_editable_get_text (GTK_EDITABLE (segue_test_get_row (dialog, title)));
}

static GtkWidget *
find_banner (GtkWidget *widget)
{
  GtkWidget *found = ADW_IS_BANNER (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_banner (child);
  return found;
}

static void
test_title (void)
{
  g_autoptr (SegueSession) session = segue_test_open_sample ();
  g_autoptr (SegueEditor) editor = g_object_ref_sink (segue_editors_add_step (session, NULL));
  guint before = segue_plan_count (segue_session_get_plan (session), SEGUE_KIND_STEP);
  GtkWidget *row = segue_test_get_row (editor, "Title");

  /* Where the name is missing it is said. */
  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.apply", NULL);
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Title · It needs a name.");
  g_assert_cmpuint (segue_plan_count (segue_session_get_plan (session), SEGUE_KIND_STEP), ==, before);

  segue_test_type (editor, "Title", "Something");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
}

static gboolean
count_frame_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       n_frames)
{
  (*(guint *) n_frames)++;
  return G_SOURCE_CONTINUE;
}

static void
wait_for_frames (GtkWidget *widget,
                 guint      n)
{
  guint n_frames = 0;
  guint id = gtk_widget_add_tick_callback (widget, count_frame_cb, &n_frames, NULL);

  while (n_frames < n)
    {
      gtk_widget_queue_draw (widget);
      g_main_context_iteration (NULL, TRUE);
    }
  gtk_widget_remove_tick_callback (widget, id);
}

/* Whether the dialog floats or is a sheet at the bottom, one can type at once. */
static void
check_first_field (int width)
{
  g_autoptr (SegueSession) session = segue_test_open_sample ();
  g_autoptr (SegueDraft) draft = segue_draft_new (session);
  SegueEditor *editor = segue_editors_add_step (session, NULL);
  SegueEditor *child;
  GtkWidget *window = adw_window_new ();

  adw_window_set_content (ADW_WINDOW (window), gtk_button_new_with_label ("Behind"));
  gtk_window_set_default_size (GTK_WINDOW (window), width, 720);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_frames (window, 3);

  adw_dialog_present (ADW_DIALOG (editor), window);
  wait_for_frames (window, 6);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), segue_test_get_row (editor, "Title")));

  child = segue_editors_open (session, "grad");
  segue_editor_present_child (editor, child);
  wait_for_frames (window, 6);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), segue_test_get_row (child, "Title")));

  g_assert_true (gtk_widget_activate_action (segue_test_get_row (child, "Choice 1"), "route.note", NULL));
  wait_for_frames (window, 6);
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (window))));
  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (window)));

  adw_dialog_force_close (ADW_DIALOG (child));
  adw_dialog_force_close (ADW_DIALOG (editor));

  editor = segue_hours_editor_new (draft);
  adw_dialog_present (ADW_DIALOG (editor), window);
  wait_for_frames (window, 6);
  g_assert_nonnull (gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), SEGUE_TYPE_WEEK_ROW));
  adw_dialog_force_close (ADW_DIALOG (editor));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_first_field (void)
{
  check_first_field (360);
  check_first_field (1000);
}

/* Korean is read by words: no line ends within one. */
static void
test_words_are_kept (void)
{
  const char *text = "보통 주에 이 계획에 쓸 수 있는 시간입니다.";
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  const PangoLogAttr *breaks;
  int n;

  pango_layout_set_text (layout, text, -1);
  segue_ui_add_kept_words (attributes, text);
  pango_layout_set_attributes (layout, attributes);
  breaks = pango_layout_get_log_attrs_readonly (layout, &n);
  for (int i = 1; i < n - 1; i++)
    g_assert_true (!breaks[i].is_line_break || breaks[i - 1].is_white);
  g_object_unref (layout);
  g_object_unref (context);
}

/* Whoever made a label, when it is seen it keeps its words, and a tooltip is no wider than a small screen. */
static void
test_labels_in_sight (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *label = gtk_label_new ("베스팅 날짜는 타임라인에 놓이고, 행사 조건은 규칙이 됩니다.");
  GtkWidget *plain = gtk_label_new ("타임라인에");
  GtkWidget *tooltip = g_object_new (GTK_TYPE_WINDOW, "css-name", "tooltip", NULL);
  GtkWidget *words = gtk_label_new ("A person reads no line of more than fifty letters at a glance, least of all on a telephone.");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  int width;

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (words), 70);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), plain);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_set_child (GTK_WINDOW (tooltip), words);
  g_assert_null (gtk_label_get_attributes (GTK_LABEL (label)));

  gtk_window_present (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (tooltip));
  g_assert_nonnull (gtk_label_get_attributes (GTK_LABEL (label)));
  g_assert_null (gtk_label_get_attributes (GTK_LABEL (plain)));
  gtk_widget_measure (words, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  g_assert_cmpint (width, <=, 340);

  gtk_window_destroy (GTK_WINDOW (tooltip));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_rule_words_follow_the_date (void)
{
  g_autoptr (SegueSession) session = segue_test_open_sample ();
  g_autoptr (SegueEditor) editor = g_object_ref_sink (segue_editors_open (session, "apply-f23-by"));

  g_assert_cmpstr (get_text (editor, "In Your Own Words"), ==, "Fall 2023 applications close on 5 April 2023.");
  segue_test_type (editor, "Date", "15 April 2023");
  g_assert_cmpstr (get_text (editor, "In Your Own Words"), ==, "Fall 2023 applications close on 15 April 2023.");

  /* What cannot be read changes nothing, and words without a date stay. */
  segue_test_type (editor, "Date", "soon");
  g_assert_cmpstr (get_text (editor, "In Your Own Words"), ==, "Fall 2023 applications close on 15 April 2023.");
  segue_test_type (editor, "In Your Own Words", "They close early.");
  segue_test_type (editor, "Date", "20 April 2023");
  g_assert_cmpstr (get_text (editor, "In Your Own Words"), ==, "They close early.");
}

/* A rule without its date is refused in words, and one that was only looked at leaves without a question. */
static void
test_rule_needs_a_date (void)
{
  g_autoptr (SegueSession) session = segue_test_open_sample ();
  guint before = segue_plan_count (segue_session_get_plan (session), SEGUE_KIND_RULE);
  g_autoptr (SegueEditor) editor = g_object_ref_sink (segue_editors_add_rule (session, "english"));
  AdwBanner *banner = ADW_BANNER (find_banner (adw_dialog_get_child (ADW_DIALOG (editor))));

  segue_editor_store (editor);
  g_assert_true (adw_banner_get_revealed (banner));
  g_assert_cmpstr (adw_banner_get_title (banner), ==, "The rule needs a date.");
  segue_editor_rescue (editor);
  g_assert_cmpuint (segue_plan_count (segue_session_get_plan (session), SEGUE_KIND_RULE), ==, before);
}

static void
test_day_off_needs_a_date (void)
{
  g_autoptr (SegueSession) session = segue_test_open_sample ();
  g_autoptr (SegueDraft) draft = segue_draft_new (session);
  g_autoptr (SegueRecord) record = segue_record_builder_end (segue_record_builder_new (SEGUE_KIND_DAY_OFF, "off-x"));
  g_autoptr (SegueEditor) editor = g_object_ref_sink (segue_day_off_editor_new (draft, record));
  AdwBanner *banner = ADW_BANNER (find_banner (adw_dialog_get_child (ADW_DIALOG (editor))));

  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.apply", NULL);
  g_assert_cmpstr (adw_banner_get_title (banner), ==, "A date is missing: Date.");
}

/* What lies below the edge of the dialog of a step comes in a turn of its own. */
static SegueEditor *
wait_for_all (SegueEditor *editor)
{
  while (segue_test_find_row (adw_dialog_get_child (ADW_DIALOG (editor)), "Status") == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_object_ref_sink (editor);
}

static void
test_rescue (void)
{
  g_autoptr (SegueSession) session = segue_test_open_sample ();
  g_autoptr (SegueEditor) editor = wait_for_all (segue_editors_open (session, "english"));
  const SegueRecord *step;

  segue_test_type (editor, "Title", "English");
  segue_test_type (editor, "Most a Day", "a while");
  segue_test_type (editor, "Wanted By", "1 March 2023");
  segue_editor_rescue (editor);

  /* What can be read is kept, and what cannot is as it was. */
  step = segue_plan_find (segue_session_get_plan (session), "english");
  g_assert_cmpstr (segue_record_get_title (step), ==, "English");
  g_assert_cmpint (segue_record_get_int (step, SEGUE_STEP_MAX_PER_DAY), ==, 120);
  g_assert_cmpint (segue_record_get_day (step, SEGUE_STEP_TARGET), ==, segue_day_from_ymd (2023, 3, 1));
}

/* What nobody touched is not changed, and a name is found where there is none. */
static void
test_rescue_new (void)
{
  g_autoptr (SegueSession) session = segue_test_open_sample ();
  guint before = segue_plan_count (segue_session_get_plan (session), SEGUE_KIND_STEP);
  g_autoptr (SegueEditor) untouched = g_object_ref_sink (segue_editors_add_step (session, NULL));
  g_autoptr (SegueEditor) editor = NULL;

  segue_editor_rescue (untouched);
  g_assert_cmpuint (segue_plan_count (segue_session_get_plan (session), SEGUE_KIND_STEP), ==, before);

  editor = wait_for_all (segue_editors_add_step (session, NULL));
  segue_test_type (editor, "Wanted By", "1 March 2023");
  segue_editor_rescue (editor);
  g_assert_cmpuint (segue_plan_count (segue_session_get_plan (session), SEGUE_KIND_STEP), ==, before + 1);
  g_assert_cmpstr (segue_record_get_title (segue_plan_get_nth (segue_session_get_plan (session), SEGUE_KIND_STEP, before)),
                   ==, "Step");
}

static const SegueRecord *
get_last (SegueSession *session,
          SegueKind     kind)
{
  SeguePlan *plan = segue_session_get_plan (session);

  return segue_plan_get_nth (plan, kind, segue_plan_count (plan, kind) - 1);
}

static void
add_titled (SegueEditor *new_editor,
            const char  *title)
{
  g_autoptr (SegueEditor) editor = new_editor;

  segue_test_type (editor, "Title", title);
  segue_editor_rescue (editor);
}

/* Who adds a goal goes on with its steps: with nothing selected, the first one is its own. */
static void
test_first_step_of_goal (void)
{
  g_autoptr (SegueSession) session = segue_test_open_sample ();
  const SegueRecord *step;

  add_titled (wait_for_all (segue_editors_add_step (session, NULL)), "Of no goal");
  step = get_last (session, SEGUE_KIND_STEP);
  g_assert_null (segue_record_get_string (step, SEGUE_STEP_GOAL));

  add_titled (g_object_ref_sink (segue_editors_add_goal (session)), "Acme");
  add_titled (wait_for_all (segue_editors_add_step (session, NULL)), "Send the papers");
  step = get_last (session, SEGUE_KIND_STEP);
  g_assert_cmpstr (segue_record_get_title (step), ==, "Send the papers");
  g_assert_cmpstr (segue_record_get_string (step, SEGUE_STEP_GOAL), ==,
                   segue_record_get_id (get_last (session, SEGUE_KIND_GOAL)));
}

static void
choose_type (SegueEditor  *editor,
             SegueStepType type)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (segue_test_get_row (editor, "Type")), type);
}

/* The fields of a type are there when it is chosen, and nothing typed is lost when another is. */
static void
test_types (void)
{
  g_autoptr (SegueSession) session = segue_test_open_sample ();
  SeguePlan *plan = segue_session_get_plan (session);
  g_autoptr (SegueEditor) editor = wait_for_all (segue_editors_open (session, "english"));
  GtkWidget *content = adw_dialog_get_child (ADW_DIALOG (editor));
  GtkWidget *most = segue_test_get_row (editor, "Most a Day");
  GtkWidget *spent = segue_test_get_row (editor, "Time Spent");
  GtkWidget *gate;

  segue_test_type (editor, "Most a Day", "1h 30");
  choose_type (editor, SEGUE_STEP_MILESTONE);
  gate = segue_test_get_row (editor, "Decides the Route");
  g_assert_null (segue_test_find_row (content, "Most a Day"));
  g_assert_null (segue_test_find_row (content, "Time Spent"));
  adw_switch_row_set_active (ADW_SWITCH_ROW (gate), TRUE);
  choose_type (editor, SEGUE_STEP_WORK);
  g_assert_true (segue_test_get_row (editor, "Most a Day") == most);
  g_assert_true (segue_test_get_row (editor, "Time Spent") == spent);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (most)), ==, "1h 30");
  choose_type (editor, SEGUE_STEP_MILESTONE);
  g_assert_true (segue_test_get_row (editor, "Decides the Route") == gate);
  g_assert_true (adw_switch_row_get_active (ADW_SWITCH_ROW (gate)));
  choose_type (editor, SEGUE_STEP_WORK);

  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.apply", NULL);
  g_assert_cmpint (segue_record_get_int (segue_plan_find (plan, "english"), SEGUE_STEP_MAX_PER_DAY), ==, 90);
  g_assert_false (segue_record_get_bool (segue_plan_find (plan, "english"), SEGUE_STEP_GATE));
}

/* Fields that come later are no change by themselves, and keep what the step says. */
static void
test_late_fields (void)
{
  g_autoptr (SegueSession) session = segue_test_open_sample ();
  SeguePlan *plan = segue_session_get_plan (session);
  g_autoptr (SegueRecord) before = segue_record_ref ((SegueRecord *) segue_plan_find (plan, "english"));
  g_autoptr (SegueEditor) editor = wait_for_all (segue_editors_open (session, "english"));
  g_autoptr (SegueEditor) early = g_object_ref_sink (segue_editors_open (session, "english"));

  segue_editor_rescue (editor);
  g_assert_false (segue_session_can_undo (session));
  g_assert_true (segue_record_equal (segue_plan_find (plan, "english"), before));

  /* Who is quicker than they are loses nothing of them either. */
  g_assert_null (segue_test_find_row (adw_dialog_get_child (ADW_DIALOG (early)), "Status"));
  segue_test_type (early, "Title", "English");
  gtk_widget_activate_action (GTK_WIDGET (early), "editor.apply", NULL);
  g_assert_cmpstr (segue_record_get_title (segue_plan_find (plan, "english")), ==, "English");
  g_assert_cmpint (segue_record_get_int (segue_plan_find (plan, "english"), SEGUE_STEP_STATUS), ==,
                   segue_record_get_int (before, SEGUE_STEP_STATUS));
  g_assert_cmpint (segue_record_get_day (segue_plan_find (plan, "english"), SEGUE_STEP_TARGET), ==,
                   segue_record_get_day (before, SEGUE_STEP_TARGET));
}

static void
test_duplicate (void)
{
  g_autoptr (SegueSession) session = segue_test_open_sample ();
  SeguePlan *plan = segue_session_get_plan (session);
  guint before = segue_plan_count (plan, SEGUE_KIND_STEP);
  g_autoptr (SegueEditor) editor = g_object_ref_sink (segue_editors_open (session, "english"));

  segue_test_type (editor, "Title", "English");
  g_signal_emit_by_name (segue_test_get_row (editor, "Duplicate This Step"), "activated");
  g_assert_cmpuint (segue_plan_count (plan, SEGUE_KIND_STEP), ==, before + 1);
  g_assert_cmpstr (segue_record_get_title (segue_plan_find (plan, "english")), ==, "English");
  g_assert_cmpstr (segue_record_get_title (segue_plan_find (plan, "english-2")), ==, "English");
}

static void
test_preferences (void)
{
  g_autoptr (SegueSession) session = segue_test_open_sample ();
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autoptr (AdwDialog) dialog = g_object_ref_sink (segue_preferences_dialog_new (settings, session, "/tmp/a & b"));
  const SegueRecord *header;

  adw_combo_row_set_selected (ADW_COMBO_ROW (segue_test_get_row (dialog, "First Day of the Week")), 1);
  g_assert_cmpint (g_settings_get_int (settings, "first-weekday"), ==, 1);
  adw_switch_row_set_active (ADW_SWITCH_ROW (segue_test_get_row (dialog, "Reduce Motion")), TRUE);
  g_assert_true (g_settings_get_boolean (settings, "reduce-motion"));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (segue_test_get_row (dialog, "Folder"))), ==, "/tmp/a & b");

  /* What is the plan's goes into the plan. */
  adw_combo_row_set_selected (ADW_COMBO_ROW (segue_test_get_row (dialog, "Review")), SEGUE_RHYTHM_MONTHLY);
  adw_spin_row_set_value (ADW_SPIN_ROW (segue_test_get_row (dialog, "At Risk Below")), 14);
  header = segue_plan_get_header (segue_session_get_plan (session));
  g_assert_cmpint (segue_record_get_int (header, SEGUE_PLAN_REVIEW_RHYTHM), ==, SEGUE_RHYTHM_MONTHLY);
  g_assert_cmpint (segue_record_get_int (header, SEGUE_PLAN_SLACK_DAYS), ==, 14);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  segue_ui_init ();
  g_test_add_func ("/ui/editors/title", test_title);
  g_test_add_func ("/ui/editors/first-field", test_first_field);
  g_test_add_func ("/ui/editors/first-step-of-goal", test_first_step_of_goal);
  g_test_add_func ("/ui/editors/words-are-kept", test_words_are_kept);
  g_test_add_func ("/ui/editors/labels-in-sight", test_labels_in_sight);
  g_test_add_func ("/ui/editors/rule-needs-a-date", test_rule_needs_a_date);
  g_test_add_func ("/ui/editors/day-off-needs-a-date", test_day_off_needs_a_date);
  g_test_add_func ("/ui/editors/rule-words-follow-the-date", test_rule_words_follow_the_date);
  g_test_add_func ("/ui/editors/rescue", test_rescue);
  g_test_add_func ("/ui/editors/rescue-new", test_rescue_new);
  g_test_add_func ("/ui/editors/types", test_types);
  g_test_add_func ("/ui/editors/late-fields", test_late_fields);
  g_test_add_func ("/ui/editors/duplicate", test_duplicate);
  g_test_add_func ("/ui/editors/preferences", test_preferences);

  return g_test_run ();
}
