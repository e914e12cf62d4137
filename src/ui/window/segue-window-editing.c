/* segue-window-editing.c - what opens an editor
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/window/segue-window-private.h"

#include <glib/gi18n.h>

#include "core/segue-edit.h"
#include "ui/common/segue-clip.h"
#include "ui/editor/segue-editors.h"

static void
edited_cb (SegueWindow    *self,
           SegueChangeSet *change_set)
{
  const char *focus = segue_change_set_get_focus (change_set);
  SeguePlan *plan = segue_session_get_plan (segue_window_get_session (self));

  if (focus && segue_plan_find_kind (plan, SEGUE_KIND_STEP, focus))
    segue_viewport_set_selection (segue_window_get_viewport (self), focus);
  segue_window_edited (self, change_set);
}

static void
present (SegueWindow *self,
         SegueEditor *editor)
{
  if (editor == NULL)
    return;
  g_signal_connect_object (editor, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  segue_editor_present (editor, GTK_WIDGET (self));
}

/* What a grant brings is changed at the grant. */
static gboolean
show_emitter (SegueWindow *self,
              const char  *id)
{
  SegueLayout *layout = segue_session_get_layout (segue_window_get_session (self));
  int step = segue_layout_find (layout, SEGUE_KIND_STEP, id);
  int rule = segue_layout_find (layout, SEGUE_KIND_RULE, id);
  const SegueRecord *grant = step >= 0 ? segue_layout_get_emitter (layout, SEGUE_KIND_STEP, step)
                                       : segue_layout_get_emitter (layout, SEGUE_KIND_RULE, rule);

  if (grant != NULL)
    segue_window_show_grants (self, segue_record_get_id (grant));
  return grant != NULL;
}

/**
 * segue_window_edit:
 * @self: a window with a plan
 * @id: anything in it
 *
 * Opens the editor of @id; for what comes from a grant, that grant.
 *
 * Returns: whether there is one
 */
gboolean
segue_window_edit (SegueWindow *self,
                   const char  *id)
{
  SegueEditor *editor = id ? segue_editors_open (segue_window_get_session (self), id) : NULL;

  present (self, editor);
  return editor != NULL || (id != NULL && show_emitter (self, id));
}

static void
edit (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  segue_window_edit (SEGUE_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
edit_selection (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SegueWindow *self = SEGUE_WINDOW (widget);
  const char *selection = segue_viewport_get_selection (segue_window_get_viewport (self));

  /* What a grant brings can only be looked at. */
  if (selection && !segue_window_edit (self, selection))
    g_object_set (self, "inspector-visible", TRUE, NULL);
}

static void
edit_hours (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  SegueWindow *self = SEGUE_WINDOW (widget);

  segue_window_edit (self, segue_plan_get_id (segue_session_get_plan (segue_window_get_session (self))));
}

static void
add_goal (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  SegueWindow *self = SEGUE_WINDOW (widget);

  present (self, segue_editors_add_goal (segue_window_get_session (self)));
}

static void
add_step (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  SegueWindow *self = SEGUE_WINDOW (widget);

  present (self, segue_editors_add_step (segue_window_get_session (self),
                                         segue_viewport_get_selection (segue_window_get_viewport (self))));
}

static void
add_step_to (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SegueWindow *self = SEGUE_WINDOW (widget);

  present (self, segue_editors_add_step (segue_window_get_session (self), g_variant_get_string (parameter, NULL)));
}

static void
add_rule (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  SegueWindow *self = SEGUE_WINDOW (widget);
  const char *selection = segue_viewport_get_selection (segue_window_get_viewport (self));
  SegueEditor *editor = selection ? segue_editors_add_rule (segue_window_get_session (self), selection) : NULL;

  if (editor == NULL)
    segue_window_show_message (self, _("Select a step first: a rule binds one."));
  present (self, editor);
}

/* Performs what a verb answered (transfer full), and says what came of it. */
static gboolean
take (SegueWindow    *self,
      SegueChangeSet *change_set,
      GError        **error)
{
  g_autoptr (SegueChangeSet) owned = change_set;
  gboolean done = change_set && segue_session_perform (segue_window_get_session (self), change_set, error);

  if (done)
    segue_window_edited (self, change_set);
  else
    segue_window_show_message (self, (*error)->message);
  g_clear_error (error);
  return done;
}

static void
remove_record (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  SegueWindow *self = SEGUE_WINDOW (widget);
  GError *error = NULL;

  take (self,
        segue_edit_remove (segue_session_get_plan (segue_window_get_session (self)), g_variant_get_string (parameter, NULL),
                           &error),
        &error);
}

static void
copy (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  SegueWindow *self = SEGUE_WINDOW (widget);
  const char *ids[] = { g_variant_get_string (parameter, NULL), NULL };

  if (segue_clip_copy (widget, segue_session_get_plan (segue_window_get_session (self)), ids)
      && g_str_equal (name, "win.copy"))
    segue_window_show_message (self, _("Copied. It can be pasted on the timeline, of this plan or of another."));
}

static void
cut (GtkWidget  *widget,
     const char *name,
     GVariant   *parameter)
{
  copy (widget, name, parameter);
  remove_record (widget, name, parameter);
}

static void
duplicate (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  SegueWindow *self = SEGUE_WINDOW (widget);
  const char *ids[] = { g_variant_get_string (parameter, NULL), NULL };
  GError *error = NULL;

  take (self, segue_edit_duplicate (segue_session_get_plan (segue_window_get_session (self)), ids, &error), &error);
}

static const struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "win.edit", "s", edit },
  { "win.edit-selection", NULL, edit_selection },
  { "win.edit-hours", NULL, edit_hours },
  { "win.add-goal", NULL, add_goal },
  { "win.add-step", NULL, add_step },
  { "win.add-step-to", "s", add_step_to },
  { "win.add-rule", NULL, add_rule },
  { "win.remove", "s", remove_record },
  { "win.copy", "s", copy },
  { "win.cut", "s", cut },
  { "win.duplicate", "s", duplicate },
};

/**
 * segue_window_class_install_editing:
 * @widget_class: the window's class
 *
 * Installs the table above.
 */
void
segue_window_class_install_editing (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
}

/**
 * segue_window_update_editing:
 * @self: a window
 *
 * Enables the table above where there is a plan.
 */
void
segue_window_update_editing (SegueWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, segue_window_get_session (self) != NULL);
}
