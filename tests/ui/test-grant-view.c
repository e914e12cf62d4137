/* test-grant-view.c - grants written and shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "support/segue-test-ui.h"
#include "ui/common/segue-number-row.h"
#include "ui/common/segue-ui.h"
#include "ui/grant/segue-grant-editor.h"
#include "ui/grant/segue-grants-dialog.h"
#include "ui/grant/segue-vesting-view.h"

static const SegueRecord *
get_grant (SegueSession *session,
           guint         i)
{
  return segue_plan_get_nth (segue_session_get_plan (session), SEGUE_KIND_GRANT, i);
}

static void
apply (gpointer dialog)
{
  gtk_widget_activate_action (dialog, "editor.apply", NULL);
}

static void
test_number (void)
{
  g_autoptr (GtkWidget) row =
    g_object_ref_sink (g_object_new (SEGUE_TYPE_NUMBER_ROW, "label", "N", "most", (gint64) 5000, NULL));
  static const struct
  {
    const char *text;
    gint64 value; /* -1: not understood */
  } cases[] = { { "12", 12 }, { "1,200", 1200 }, { "1 200", 1200 }, { "007", 7 }, { "5001", -1 }, { "12.5", -1 },
                { "-3", -1 }, { "many", -1 }, { "99999999999999999999", -1 }, { "1,20", -1 } };
  g_autofree char *decimal = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (row), cases[i].text);
      g_assert_cmpint (segue_number_row_get_value (SEGUE_NUMBER_ROW (row), -1), ==, cases[i].value);
      g_assert_cmpint (segue_number_row_is_sound (SEGUE_NUMBER_ROW (row)), ==, cases[i].value >= 0);
      g_assert_cmpint (gtk_widget_has_css_class (row, "error"), ==, cases[i].value < 0);
    }
  gtk_editable_set_text (GTK_EDITABLE (row), "");
  g_assert_true (segue_number_row_is_sound (SEGUE_NUMBER_ROW (row)));
  g_object_set (row, "decimal", TRUE, NULL);
  gtk_editable_set_text (GTK_EDITABLE (row), "012,50");
  decimal = segue_number_row_dup_text (SEGUE_NUMBER_ROW (row));
  g_assert_cmpstr (decimal, ==, "12.50");
}

/* Opening an editor and applying it changes nothing. */
static void
test_unchanged (void)
{
  g_autoptr (SegueSession) session = segue_test_open_sample ();
  g_autoptr (SegueRecord) before = segue_record_ref ((SegueRecord *) get_grant (session, 0));
  g_autoptr (AdwDialog) dialog = g_object_ref_sink (ADW_DIALOG (segue_grant_editor_open (session, "grant20")));

  apply (dialog);
  g_assert_true (segue_record_equal (before, get_grant (session, 0)));
  g_assert_false (segue_session_can_undo (session));
}

static void
test_edit (void)
{
  g_autoptr (SegueSession) session = segue_test_open_sample ();
  g_autoptr (AdwDialog) dialog = g_object_ref_sink (ADW_DIALOG (segue_grant_editor_open (session, "grant20")));

  segue_test_type (dialog, "Months between vest dates", "6");
  segue_test_type (dialog, "Strike price", "12.5");
  segue_test_type (dialog, "Number of units", "abc");
  apply (dialog);
  g_assert_false (segue_session_can_undo (session));
  segue_test_type (dialog, "Number of units", "2,400");
  apply (dialog);
  g_assert_cmpint (segue_record_get_int (get_grant (session, 0), SEGUE_GRANT_UNITS), ==, 2400);
  g_assert_cmpint (segue_record_get_int (get_grant (session, 0), SEGUE_GRANT_EVERY_MONTHS), ==, 6);
  g_assert_cmpstr (segue_record_get_string (get_grant (session, 0), SEGUE_GRANT_STRIKE), ==, "12.5");
  g_assert_true (segue_session_undo (session, NULL));
  g_assert_cmpint (segue_record_get_int (get_grant (session, 0), SEGUE_GRANT_UNITS), ==, 1200);
}

/* A new grant on given days, with the last day of employment of the plan. */
static void
test_new (void)
{
  g_autoptr (SegueSession) session = segue_test_open_sample ();
  g_autoptr (AdwDialog) dialog = g_object_ref_sink (ADW_DIALOG (segue_grant_editor_open (session, NULL)));

  apply (dialog);
  g_assert_cmpuint (segue_plan_count (segue_session_get_plan (session), SEGUE_KIND_GRANT), ==, 1);
  segue_test_type (dialog, "Title", "2022 shares");
  segue_test_type (dialog, "Number of units", "10");
  adw_combo_row_set_selected (ADW_COMBO_ROW (segue_test_get_row (dialog, "Kind")), SEGUE_GRANT_SHARE);
  adw_combo_row_set_selected (ADW_COMBO_ROW (segue_test_get_row (dialog, "Vests")), 1);
  adw_combo_row_set_selected (ADW_COMBO_ROW (segue_test_get_row (dialog, "Last Day of Employment")), 0);
  apply (dialog);
  g_assert_cmpuint (segue_plan_count (segue_session_get_plan (session), SEGUE_KIND_GRANT), ==, 2);
  g_assert_cmpstr (segue_record_get_title (get_grant (session, 1)), ==, "2022 shares");
  g_assert_cmpint (segue_record_get_int (get_grant (session, 1), SEGUE_GRANT_KIND), ==, SEGUE_GRANT_SHARE);
  g_assert_cmpint (segue_record_get_int (get_grant (session, 1), SEGUE_GRANT_TOTAL_MONTHS), ==, 0);
  g_assert_null (segue_record_get_string (segue_plan_get_header (segue_session_get_plan (session)), SEGUE_PLAN_LEAVING));
  g_assert_true (segue_session_undo (session, NULL));
  g_assert_false (segue_session_can_undo (session));
}

/* What bounds exercising becomes rules, which the grant lists as its own. */
static void
test_rules (void)
{
  g_autoptr (SegueSession) session = segue_test_open_sample ();
  g_autoptr (AdwDialog) editor = g_object_ref_sink (ADW_DIALOG (segue_grant_editor_open (session, "grant20")));
  g_autoptr (AdwDialog) dialog = NULL;
  AdwComboRow *point = ADW_COMBO_ROW (segue_test_get_row (editor, "Step of Exercising"));
  GListModel *steps = adw_combo_row_get_model (point);

  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (GtkStringObject) step = g_list_model_get_item (steps, i);

      if (g_str_equal (gtk_string_object_get_string (step), "Exercise the options"))
        adw_combo_row_set_selected (point, i);
    }
  apply (editor);
  dialog = g_object_ref_sink (segue_grants_dialog_new (session, "grant20"));
  g_assert_nonnull (segue_test_find_row (adw_dialog_get_child (dialog), "“2020 options” can be exercised from 1 April 2023."));
  g_assert_nonnull (segue_test_find_row (adw_dialog_get_child (dialog), "“2020 options” can be exercised until 31 March 2027."));
}

static void
test_dialog (void)
{
  g_autoptr (SegueSession) session = segue_test_open_sample ();
  g_autoptr (AdwDialog) dialog = g_object_ref_sink (segue_grants_dialog_new (session, "grant20"));

  /* 1,200 units over 48 months, yearly from the second year on. */
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (segue_test_get_row (dialog, "2020 options"))), ==,
                   "600 of 1200 have vested. Next 300 on 1 April 2023.");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (segue_test_get_row (dialog, "1 April 2024"))), ==,
                   "300 · 1200 in all");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  segue_ui_init ();
  g_test_add_func ("/grant-view/number", test_number);
  g_test_add_func ("/grant-view/unchanged", test_unchanged);
  g_test_add_func ("/grant-view/edit", test_edit);
  g_test_add_func ("/grant-view/new", test_new);
  g_test_add_func ("/grant-view/rules", test_rules);
  g_test_add_func ("/grant-view/dialog", test_dialog);
  return g_test_run ();
}
