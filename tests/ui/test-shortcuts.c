/* test-shortcuts.c - every key means something, and one thing only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/common/segue-shortcuts.h"

typedef void (*KeyFunc) (const SegueShortcut *shortcut, const char *key, gpointer data);

static void
each_key (KeyFunc  func,
          gpointer data)
{
  guint n_groups;
  const SegueShortcutGroup *groups = segue_shortcuts_get_groups (&n_groups);

  for (guint g = 0; g < n_groups; g++)
    for (guint i = 0; i < groups[g].n_shortcuts; i++)
      for (guint k = 0; k < G_N_ELEMENTS (groups[g].shortcuts[i].keys) && groups[g].shortcuts[i].keys[k]; k++)
        func (&groups[g].shortcuts[i], groups[g].shortcuts[i].keys[k], data);
}

static void
assert_parses (const SegueShortcut *shortcut,
               const char          *key,
               gpointer             data)
{
  guint keyval;
  GdkModifierType modifiers;

  g_test_message ("%s", key);
  g_assert_true (gtk_accelerator_parse (key, &keyval, &modifiers));
  g_assert_cmpstr (shortcut->title, !=, "");
}

static void
assert_is_new (const SegueShortcut *shortcut,
               const char          *key,
               gpointer             seen)
{
  if (shortcut->action == NULL)
    return;
  g_test_message ("%s: %s", key, shortcut->action);
  g_assert_true (g_hash_table_add (seen, g_strdup (key)));
}

static void
test_parses (void)
{
  each_key (assert_parses, NULL);
}

/* Keys without an action belong to one view and may mean something else in another. */
static void
test_unique (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  each_key (assert_is_new, seen);
  g_assert_cmpuint (g_hash_table_size (seen), >, 10);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/shortcuts/parses", test_parses);
  g_test_add_func ("/ui/shortcuts/unique", test_unique);
  return g_test_run ();
}
