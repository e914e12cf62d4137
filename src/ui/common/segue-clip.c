/* segue-clip.c - steps and goals on the clipboard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/common/segue-clip.h"

#include <glib/gi18n-lib.h>

#include "core/segue-edit.h"

static void
add_line (GString *lines, const SegueRecord *record)
{
  g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", segue_record_get_title (record));
}

/* Other programs get the titles, a line each: the goal first, where a goal is copied. */
static char *
write_titles (SeguePlan *plan, SeguePlan *part, const char *const *ids)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    if (segue_plan_find_kind (plan, SEGUE_KIND_GOAL, ids[i]) != NULL)
      add_line (lines, segue_plan_find (plan, ids[i]));
  for (guint i = 0; i < segue_plan_count (part, SEGUE_KIND_STEP); i++)
    add_line (lines, segue_plan_get_nth (part, SEGUE_KIND_STEP, i));

  return g_string_free (lines, FALSE);
}

/**
 * segue_clip_copy:
 * @widget: on whose clipboard
 * @ids: (array zero-terminated=1): of steps or of goals in @plan
 *
 * Returns: whether there was something to copy
 */
gboolean
segue_clip_copy (GtkWidget *widget, SeguePlan *plan, const char *const *ids)
{
  g_autoptr(SeguePlan) part = segue_plan_extract (plan, ids);
  g_autoptr(GdkContentProvider) provider = NULL;
  g_autofree char *titles = NULL;
  GdkContentProvider *both[2];

  if (part == NULL)
    return FALSE;

  titles = write_titles (plan, part, ids);
  both[0] = gdk_content_provider_new_typed (SEGUE_TYPE_PLAN, part);
  both[1] = gdk_content_provider_new_typed (G_TYPE_STRING, titles);
  provider = gdk_content_provider_new_union (both, G_N_ELEMENTS (both));

  return gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), provider);
}

/**
 * segue_clip_goal_menu:
 *
 * Returns: (transfer full): what can be done with a goal as a whole, as actions
 *   of the window
 */
GMenuModel *
segue_clip_goal_menu (const char *goal_id)
{
  static const struct
  {
    const char *label;
    const char *action;
    gboolean section; /* whether one begins here */
  } entries[] = {
    { N_("_Edit…"), "win.edit", TRUE },
    { N_("Add a _Step…"), "win.add-step-to", FALSE },
    { N_("Cu_t"), "win.cut", TRUE },
    { N_("_Copy"), "win.copy", FALSE },
    { N_("D_uplicate"), "win.duplicate", FALSE },
    { N_("_Delete"), "win.remove", TRUE },
  };
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) section = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (_(entries[i].label), NULL);

      if (entries[i].section)
        {
          g_clear_object (&section);
          section = g_menu_new ();
          g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
        }
      g_menu_item_set_action_and_target (item, entries[i].action, "s", goal_id);
      g_menu_append_item (section, item);
    }

  return G_MENU_MODEL (menu);
}
