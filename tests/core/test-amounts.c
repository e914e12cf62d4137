/* test-amounts.c - short lists of names with amounts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-amounts.h"

#include "base/segue-error.h"

static void
test_reads (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) amounts = NULL;

  amounts = segue_amounts_parse (" [ {\"pool\":\"leave\",\"per_day\":1},\n"
                                 "{\"per_day\": 40000.0, \"note\": [1, {\"pool\": \"no\"}, \"]\"], \"pool\": \"돈 \\\"\\u00e9\\n\"} ] ",
                                 "pool", "per_day", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (amounts->len, ==, 2);
  g_assert_cmpstr (g_array_index (amounts, SegueAmount, 0).name, ==, "leave");
  g_assert_cmpint (g_array_index (amounts, SegueAmount, 0).amount, ==, 1);
  g_assert_cmpstr (g_array_index (amounts, SegueAmount, 1).name, ==, "돈 \"é\n");
  g_assert_cmpint (g_array_index (amounts, SegueAmount, 1).amount, ==, 40000);
}

static void
test_nothing (void)
{
  g_autoptr (GArray) none = segue_amounts_parse (NULL, "pool", "per_day", NULL);
  g_autoptr (GArray) empty = segue_amounts_parse ("[]", "pool", "per_day", NULL);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (empty->len, ==, 0);
}

static void
test_refuses (void)
{
  static const char *const texts[] = {
    "", "{", "[", "[}", "[{}]", "[{\"pool\":\"a\"}]", "[{\"per_day\":1}]", "[{\"pool\":1,\"per_day\":1}]",
    "[{\"pool\":\"a\",\"per_day\":\"1\"}]", "[{\"pool\":\"a\",\"per_day\":1.5}]", "[{\"pool\":\"a\",\"per_day\":1}",
    "[{\"pool\":\"a\",\"per_day\":1}]x", "[{\"pool\":\"a\\u0000\",\"per_day\":1}]", "[{\"pool\":\"a\\",
    "[{\"pool\":\"a\",\"per_day\":99999999999999999999}]", "[{\"pool\":\"a\",\"x\":[[[,\"per_day\":1}]", "[1]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", texts[i]);
      g_assert_null (segue_amounts_parse (texts[i], "pool", "per_day", &error));
      g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_INVALID);
    }
}

static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new ("[{\"pool\":\"a\",\"x\":");
  g_autoptr (GArray) amounts = NULL;

  for (int i = 0; i < 200000; i++)
    g_string_append_c (text, '[');
  for (int i = 0; i < 200000; i++)
    g_string_append_c (text, ']');
  g_string_append (text, ",\"per_day\":7}]");

  amounts = segue_amounts_parse (text->str, "pool", "per_day", NULL);
  g_assert_nonnull (amounts);
  g_assert_cmpint (g_array_index (amounts, SegueAmount, 0).amount, ==, 7);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/amounts/reads", test_reads);
  g_test_add_func ("/core/amounts/nothing", test_nothing);
  g_test_add_func ("/core/amounts/refuses", test_refuses);
  g_test_add_func ("/core/amounts/deep", test_deep);
  return g_test_run ();
}
