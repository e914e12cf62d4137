/* test-form-rows.c - rows that take dates, amounts and guesses
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/common/segue-amount-row.h"
#include "ui/common/segue-date-row.h"
#include "ui/common/segue-estimate-row.h"
#include "ui/common/segue-note-row.h"
#include "ui/common/segue-ui.h"
#include "ui/common/segue-week-row.h"
#include "ui/common/segue-weekdays-row.h"

#define TODAY segue_day_from_ymd (2022, 6, 6)

static void
type (gpointer    editable,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (editable), text);
}

static void
collect_entries (GtkWidget *widget,
                 GPtrArray *entries)
{
  if (GTK_IS_ENTRY (widget))
    g_ptr_array_add (entries, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    collect_entries (child, entries);
}

static void
test_date (void)
{
  g_autoptr (SegueDateRow) row = g_object_ref_sink (SEGUE_DATE_ROW (segue_date_row_new ("Date")));
  g_autofree char *label = NULL;

  segue_date_row_set_today (row, TODAY);
  g_assert_true (segue_date_row_is_sound (row));
  g_assert_cmpint (segue_date_row_get_first (row), ==, SEGUE_DAY_NONE);

  type (row, "next Friday");
  g_assert_cmpint (segue_date_row_get_first (row), ==, segue_day_from_ymd (2022, 6, 17));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Date · Fri, 17 June 2022");

  type (row, "soon");
  g_assert_false (segue_date_row_is_sound (row));
  g_assert_cmpint (segue_date_row_get_first (row), ==, SEGUE_DAY_NONE);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row), "error"));

  /* A span is an answer only where one is asked for. */
  type (row, "fall term");
  g_assert_false (segue_date_row_is_sound (row));
  g_object_set (row, "coarse", TRUE, NULL);
  g_assert_true (segue_date_row_is_sound (row));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (row), "error"));
  g_assert_cmpint (segue_date_row_get_first (row), ==, segue_day_from_ymd (2022, 9, 1));
  g_assert_cmpint (segue_date_row_get_last (row), ==, segue_day_from_ymd (2022, 12, 31));
  label = segue_date_row_dup_label (row);
  g_assert_cmpstr (label, ==, "fall term 2022");
}

/* What was kept elsewhere in words that are not known here is not lost. */
static void
test_date_given (void)
{
  g_autoptr (SegueDateRow) row = g_object_ref_sink (SEGUE_DATE_ROW (segue_date_row_new ("Date")));
  g_autofree char *label = NULL;

  g_object_set (row, "coarse", TRUE, NULL);
  segue_date_row_set_date (row, TODAY, "when the leaves turn");
  g_assert_true (segue_date_row_is_sound (row));
  g_assert_cmpint (segue_date_row_get_first (row), ==, TODAY);
  label = segue_date_row_dup_label (row);
  g_assert_cmpstr (label, ==, "when the leaves turn");

  segue_date_row_set_date (row, TODAY, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "6 June 2022");
  g_assert_cmpint (segue_date_row_get_first (row), ==, TODAY);
}

static void
test_amount (void)
{
  g_autoptr (SegueAmountRow) row =
    g_object_ref_sink (g_object_new (SEGUE_TYPE_AMOUNT_ROW, "label", "Most a day", "of-day", TRUE, NULL));

  type (row, "90");
  g_assert_cmpint (segue_amount_row_get_minutes (row), ==, 90);
  type (row, "25 h");
  g_assert_false (segue_amount_row_is_sound (row));
  type (row, "");
  g_assert_true (segue_amount_row_is_sound (row));
  segue_amount_row_set_minutes (row, 150);
  g_assert_cmpint (segue_amount_row_get_minutes (row), ==, 150);
}

static void
test_estimate (void)
{
  g_autoptr (GtkWidget) row =
    g_object_ref_sink (g_object_new (SEGUE_TYPE_ESTIMATE_ROW, "label", "Effort", NULL));
  SegueEstimateRow *estimate = SEGUE_ESTIMATE_ROW (row);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  const gint32 given[] = { 60, 90, 600 };
  gint32 numbers[3];

  collect_entries (row, entries);
  g_assert_cmpint (entries->len, ==, 3);
  g_assert_false (segue_estimate_row_get_numbers (estimate, numbers));

  type (entries->pdata[1], "40");
  g_assert_true (segue_estimate_row_get_numbers (estimate, numbers));
  g_assert_cmpint (numbers[0], ==, 2400);
  g_assert_cmpint (numbers[2], ==, 2400);
  type (entries->pdata[0], "50");
  g_assert_false (segue_estimate_row_is_sound (estimate));
  type (entries->pdata[0], "20h");
  g_assert_true (segue_estimate_row_is_sound (estimate));
  type (entries->pdata[2], "long");
  g_assert_false (segue_estimate_row_is_sound (estimate));

  segue_estimate_row_set_numbers (estimate, given);
  g_assert_true (segue_estimate_row_get_numbers (estimate, numbers));
  for (int i = 0; i < 3; i++)
    g_assert_cmpint (numbers[i], ==, given[i]);
}

static void
test_week (void)
{
  const gint32 given[] = { 90, 0, 0, 0, 0, 300, -1 };
  gint32 minutes[7];

  for (int partial = 0; partial < 2; partial++)
    {
      g_autoptr (GtkWidget) row = g_object_ref_sink (
        g_object_new (SEGUE_TYPE_WEEK_ROW, "label", "Hours", "partial", (gboolean) partial, NULL));

      g_assert_false (segue_week_row_get_minutes (SEGUE_WEEK_ROW (row), minutes));
      segue_week_row_set_minutes (SEGUE_WEEK_ROW (row), given);
      g_assert_true (segue_week_row_get_minutes (SEGUE_WEEK_ROW (row), minutes));
      g_assert_cmpint (minutes[0], ==, 90);
      g_assert_cmpint (minutes[1], ==, 0);
      g_assert_cmpint (minutes[6], ==, partial ? -1 : 0);
    }
}

/* The seven go on below where the width is not enough for them, as with large text. */
static void
test_week_wraps (void)
{
  g_autoptr (GtkWidget) row = g_object_ref_sink (g_object_new (SEGUE_TYPE_WEEK_ROW, "label", "Hours", NULL));
  int least, wide, narrow;

  gtk_widget_measure (row, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <, 200);
  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, 400, &wide, NULL, NULL, NULL);
  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, 200, &narrow, NULL, NULL, NULL);
  g_assert_cmpint (narrow, >, wide);
}

static void
test_weekdays_and_note (void)
{
  g_autoptr (GtkWidget) days = g_object_ref_sink (g_object_new (SEGUE_TYPE_WEEKDAYS_ROW, NULL));
  g_autoptr (GtkWidget) note = g_object_ref_sink (g_object_new (SEGUE_TYPE_NOTE_ROW, NULL));
  g_autofree char *text = NULL;

  segue_weekdays_row_set_days (SEGUE_WEEKDAYS_ROW (days), 0x55);
  g_assert_cmpuint (segue_weekdays_row_get_days (SEGUE_WEEKDAYS_ROW (days)), ==, 0x55);

  g_assert_null (segue_note_row_dup_text (SEGUE_NOTE_ROW (note)));
  segue_note_row_set_text (SEGUE_NOTE_ROW (note), "two\nlines");
  text = segue_note_row_dup_text (SEGUE_NOTE_ROW (note));
  g_assert_cmpstr (text, ==, "two\nlines");
}

/* Lines of Korean end between words, also of what is said later, and long ones still find room. */
static void
test_words (void)
{
  const char *text = "무리 없음, 2023년 5월 30일까지";
  g_autoptr (GtkWidget) row = g_object_ref_sink (segue_ui_action_row_new ());
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new ("한 줄"));
  int n_lines = 0;
  int least;

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  segue_ui_keep_words (label);
  gtk_label_set_label (GTK_LABEL (label), text);
  for (int width = 60; width < 240; width++)
    {
      g_autoptr (PangoLayout) layout = pango_layout_copy (gtk_label_get_layout (GTK_LABEL (label)));

      pango_layout_set_width (layout, width * PANGO_SCALE);
      for (GSList *line = pango_layout_get_lines_readonly (layout); line; line = line->next)
        {
          int start = pango_layout_line_get_start_index (line->data);

          g_assert_true (start == 0 || text[start - 1] == ' ');
          n_lines += start > 0;
        }
    }
  g_assert_cmpint (n_lines, >, 0);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), "띄어쓰기를전혀하지않은아주아주아주긴제목입니다 <와 &");
  gtk_widget_measure (row, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <, 200);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/form-rows/date", test_date);
  g_test_add_func ("/ui/form-rows/date-given", test_date_given);
  g_test_add_func ("/ui/form-rows/amount", test_amount);
  g_test_add_func ("/ui/form-rows/estimate", test_estimate);
  g_test_add_func ("/ui/form-rows/week", test_week);
  g_test_add_func ("/ui/form-rows/week-wraps", test_week_wraps);
  g_test_add_func ("/ui/form-rows/weekdays-and-note", test_weekdays_and_note);

  g_test_add_func ("/ui/form-rows/words", test_words);

  return g_test_run ();
}
