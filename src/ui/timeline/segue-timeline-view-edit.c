/* segue-timeline-view-edit.c - what is done to the steps that are selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>

#include "core/segue-edit.h"
#include "core/segue-text.h"
#include "ui/common/segue-clip.h"
#include "ui/common/segue-day-dialog.h"
#include "ui/timeline/segue-timeline-view-private.h"

static SegueTimelineView *
get_view (GtkWidget *widget)
{
  return SEGUE_TIMELINE_VIEW (widget);
}

static int
get_sense (SegueTimelineView *self, int side)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -side : side;
}

static SeguePlan *
get_plan (SegueTimelineView *self)
{
  return segue_session_get_plan (self->view.session);
}

static const SegueStepResult *
get_result (SegueTimelineView *self, const char *id)
{
  return segue_layout_get_step_result (segue_session_get_layout (self->view.session), id);
}

/* (transfer full) (nullable): the ids of the steps that are selected, the most
 * important first; NULL where there are none or nothing may be edited. What a
 * grant brings is among them: the verbs say why it stays as it is. */
static char **
dup_steps (SegueTimelineView *self)
{
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();
  g_auto(GStrv) steps = NULL;
  const char *const *selected;

  if (!segue_timeline_view_may_edit (self))
    return NULL;

  selected = segue_viewport_get_selected (self->view.viewport);
  for (guint i = 0; selected[i] != NULL; i++)
    if (segue_layout_find (segue_session_get_layout (self->view.session), SEGUE_KIND_STEP, selected[i]) >= 0)
      g_strv_builder_add (ids, selected[i]);
  steps = g_strv_builder_end (ids);

  return steps[0] != NULL ? g_steal_pointer (&steps) : NULL;
}

static void
say_step (SegueTimelineView *self, const char *id)
{
  SegueLayout *layout = segue_session_get_layout (self->view.session);
  int step = segue_layout_find (layout, SEGUE_KIND_STEP, id);
  g_autofree char *name = step >= 0 ? segue_text_step_name (layout, step) : NULL;

  if (name != NULL)
    segue_timeline_view_say (self, name);
}

/* ---- to other days ---- */

/* It may lie elsewhere now. */
void
segue_timeline_view_tell_step (SegueTimelineView *self, const char *id)
{
  segue_timeline_view_reveal (self, id);
  say_step (self, id);
}

/* (nullable): what is selected, held so many days from where it lies. */
static SegueTimelineDrag *
hold (SegueTimelineView *self, SegueTimelineDragKind kind, int days)
{
  g_auto(GStrv) ids = dup_steps (self);
  SegueTimelineDrag *drag = NULL;

  if (ids != NULL)
    drag = segue_timeline_drag_new (kind, get_plan (self), segue_session_get_layout (self->view.session),
                                    segue_session_get_today (self->view.session), (const char *const *) ids);
  if (drag != NULL)
    segue_timeline_drag_aim (drag, days);

  return drag;
}

static void
move_by (SegueTimelineView *self, int days)
{
  SegueTimelineDrag *drag = hold (self, SEGUE_DRAG_MOVE, days);

  if (drag != NULL)
    segue_timeline_view_drop (self, drag, TRUE);
}

static void
move_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SegueTimelineView *self = get_view (widget);

  move_by (self, get_sense (self, g_variant_get_int32 (parameter)));
}

/* The length is found by trial; keys that come meanwhile would ask for the same. */
static void
resize_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SegueTimelineView *self = get_view (widget);
  SegueTimelineDrag *drag = NULL;

  if (self->dropped == NULL)
    drag = hold (self, SEGUE_DRAG_RESIZE, get_sense (self, g_variant_get_int32 (parameter)));
  if (drag != NULL)
    segue_timeline_view_drop (self, drag, TRUE);
}

static void
move_to_cb (gpointer owner, SegueDay day)
{
  SegueTimelineView *self = owner;
  g_auto(GStrv) ids = dup_steps (self);

  if (ids != NULL && get_result (self, ids[0])->start != SEGUE_DAY_NONE)
    move_by (self, day - get_result (self, ids[0])->start);
}

/* The first of what is selected comes to lie there, the others keep their distance. */
static void
ask_move_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SegueTimelineView *self = get_view (widget);
  g_auto(GStrv) ids = dup_steps (self);

  if (ids != NULL)
    segue_day_dialog_ask (widget, _("Move to Which Day?"), _("_Move"), segue_timeline_stage_get_today (self->stage),
                          get_result (self, ids[0])->start, move_to_cb);
}

/* ---- links ---- */

static int
compare_starts (gconstpointer a, gconstpointer b, gpointer data)
{
  const SegueStepResult *first = get_result (data, *(const char *const *) a);
  const SegueStepResult *second = get_result (data, *(const char *const *) b);

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;

  return first->end < second->end ? -1 : first->end > second->end;
}

/* One after another, as they lie in time. */
static void
link_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SegueTimelineView *self = get_view (widget);
  g_auto(GStrv) ids = dup_steps (self);
  GError *error = NULL;

  if (ids == NULL || ids[1] == NULL)
    return;

  g_sort_array (ids, g_strv_length (ids), sizeof (char *), compare_starts, self);
  segue_timeline_view_take (self, segue_edit_link_all (get_plan (self), (const char *const *) ids, &error), &error);
}

/* ---- done ---- */

static gboolean
are_done (SegueTimelineView *self, const char *const *ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const SegueRecord *step = segue_plan_find_kind (get_plan (self), SEGUE_KIND_STEP, ids[i]);

      if (step == NULL || segue_record_get_int (step, SEGUE_STEP_STATUS) != SEGUE_STATUS_DONE)
        return FALSE;
    }

  return TRUE;
}

static void
done_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SegueTimelineView *self = get_view (widget);
  g_auto(GStrv) ids = dup_steps (self);
  GError *error = NULL;
  gboolean done;

  if (ids == NULL)
    return;

  done = are_done (self, (const char *const *) ids);
  segue_timeline_view_take (self,
                            segue_edit_set_status_of_all (get_plan (self), (const char *const *) ids,
                                                          done ? SEGUE_STATUS_TODO : SEGUE_STATUS_DONE,
                                                          done ? SEGUE_DAY_NONE : segue_timeline_stage_get_today (self->stage),
                                                          &error),
                            &error);
}

/* ---- out and in ---- */

/* What comes to be selected when these are gone. */
static char *
dup_neighbour (SegueTimelineView *self, const char *const *ids)
{
  for (int sense = 1; sense >= -1; sense -= 2)
    {
      SegueTimelineRows *rows = segue_timeline_view_find_rows (self, ids[0], NULL);
      const char *id = rows != NULL ? segue_timeline_rows_walk (rows, ids[0], 0, sense) : NULL;

      while (id != NULL && (g_strv_contains (ids, id) || segue_timeline_view_is_vest (self, id)))
        id = segue_timeline_rows_walk (rows, id, 0, sense);
      if (id != NULL)
        return g_strdup (id);
    }

  return NULL;
}

static void
remove_steps (SegueTimelineView *self, const char *const *ids)
{
  g_autofree char *next = dup_neighbour (self, ids);
  GError *error = NULL;

  if (segue_timeline_view_take (self, segue_edit_remove_all (get_plan (self), ids, &error), &error))
    segue_viewport_set_selection (self->view.viewport, next);
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SegueTimelineView *self = get_view (widget);
  g_auto(GStrv) ids = dup_steps (self);

  if (ids != NULL)
    remove_steps (self, (const char *const *) ids);
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SegueTimelineView *self = get_view (widget);
  g_auto(GStrv) ids = dup_steps (self);

  if (ids != NULL && segue_clip_copy (widget, get_plan (self), (const char *const *) ids))
    segue_timeline_view_say (self, _("Copied"));
}

static void
cut_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SegueTimelineView *self = get_view (widget);
  g_auto(GStrv) ids = dup_steps (self);

  if (ids != NULL && segue_clip_copy (widget, get_plan (self), (const char *const *) ids))
    remove_steps (self, (const char *const *) ids);
}

/* What has come is selected, so that it can be moved at once. */
static void
select_added (SegueTimelineView *self, SegueChangeSet *change_set)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < segue_change_set_count (change_set); i++)
    {
      const SegueChange *change = segue_change_set_get (change_set, i);

      if (change->before == NULL && segue_record_get_kind (change->after) == SEGUE_KIND_STEP)
        g_ptr_array_add (ids, (gpointer) segue_record_get_id (change->after));
    }
  g_ptr_array_add (ids, NULL);
  segue_viewport_set_selected (self->view.viewport, (const char *const *) ids->pdata);
  if (segue_viewport_get_selection (self->view.viewport) != NULL)
    segue_timeline_view_reveal (self, segue_viewport_get_selection (self->view.viewport));
}

static void
add_part (SegueTimelineView *self, SegueChangeSet *change_set, GError **error)
{
  g_autoptr(SegueChangeSet) owned = change_set;

  if (segue_timeline_view_take (self, change_set != NULL ? g_object_ref (change_set) : NULL, error))
    select_added (self, change_set);
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(SegueTimelineView) self = data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);
  GError *error = NULL;

  if (!segue_timeline_view_may_edit (self))
    return;

  if (value != NULL && g_value_get_object (value) != NULL)
    {
      add_part (self, segue_edit_paste (get_plan (self), g_value_get_object (value), &error), &error);
      return;
    }

  g_set_error_literal (&error, SEGUE_ERROR, SEGUE_ERROR_NOT_FOUND, _("There is no step on the clipboard."));
  segue_timeline_view_take (self, NULL, &error);
}

static void
paste_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (segue_timeline_view_may_edit (get_view (widget)))
    gdk_clipboard_read_value_async (gtk_widget_get_clipboard (widget), SEGUE_TYPE_PLAN, G_PRIORITY_DEFAULT, NULL, pasted_cb,
                                    g_object_ref (widget));
}

static void
duplicate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SegueTimelineView *self = get_view (widget);
  g_auto(GStrv) ids = dup_steps (self);
  GError *error = NULL;

  if (ids != NULL)
    add_part (self, segue_edit_duplicate (get_plan (self), (const char *const *) ids, &error), &error);
}

static void
select_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SegueTimelineView *self = get_view (widget);
  SegueTimelineScene *scene = segue_timeline_stage_get_scene (self->stage);
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();

  if (scene == NULL || self->view.viewport == NULL)
    return;

  for (guint i = 0; i < scene->lanes->len; i++)
    {
      SegueTimelineLaneInfo *lane = g_ptr_array_index (scene->lanes, i);

      for (guint j = 0; j < lane->marks->len; j++)
        if (segue_timeline_lane_info_mark (lane, j)->band == SEGUE_BAND_CHOSEN)
          g_ptr_array_add (ids, (gpointer) segue_timeline_lane_info_mark (lane, j)->id);
    }
  g_ptr_array_add (ids, NULL);
  segue_viewport_set_selected (self->view.viewport, (const char *const *) ids->pdata);
}

static const struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "timeline.move", "i", move_cb },
  { "timeline.move-to", NULL, ask_move_cb },
  { "timeline.resize", "i", resize_cb },
  { "timeline.link", NULL, link_cb },
  { "timeline.done", NULL, done_cb },
  { "timeline.delete", NULL, delete_cb },
  { "timeline.cut", NULL, cut_cb },
  { "timeline.copy", NULL, copy_cb },
  { "timeline.paste", NULL, paste_cb },
  { "timeline.duplicate", NULL, duplicate_cb },
  { "timeline.select-all", NULL, select_all_cb },
};

/* Keys name sides; which of them is forward in time is up to the language. */
static const struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
  int argument; /* 0: the action has none */
} keys[] = {
  { GDK_KEY_Right, GDK_ALT_MASK, "timeline.move", 1 },
  { GDK_KEY_Left, GDK_ALT_MASK, "timeline.move", -1 },
  { GDK_KEY_Right, GDK_ALT_MASK | GDK_SHIFT_MASK, "timeline.move", 7 },
  { GDK_KEY_Left, GDK_ALT_MASK | GDK_SHIFT_MASK, "timeline.move", -7 },
  { GDK_KEY_Right, GDK_CONTROL_MASK | GDK_ALT_MASK, "timeline.resize", 1 },
  { GDK_KEY_Left, GDK_CONTROL_MASK | GDK_ALT_MASK, "timeline.resize", -1 },
  { GDK_KEY_m, GDK_CONTROL_MASK, "timeline.move-to", 0 },
  { GDK_KEY_j, GDK_CONTROL_MASK, "timeline.link", 0 },
  { GDK_KEY_Return, GDK_CONTROL_MASK, "timeline.done", 0 },
  { GDK_KEY_KP_Delete, 0, "timeline.delete", 0 },
  { GDK_KEY_Delete, 0, "timeline.delete", 0 },
  { GDK_KEY_x, GDK_CONTROL_MASK, "timeline.cut", 0 },
  { GDK_KEY_c, GDK_CONTROL_MASK, "timeline.copy", 0 },
  { GDK_KEY_v, GDK_CONTROL_MASK, "timeline.paste", 0 },
  { GDK_KEY_d, GDK_CONTROL_MASK, "timeline.duplicate", 0 },
  { GDK_KEY_a, GDK_CONTROL_MASK, "timeline.select-all", 0 },
};

void
segue_timeline_view_add_edits (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (keys[i].argument != 0)
        gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action,
                                             "i", keys[i].argument);
      else
        gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
    }
}
