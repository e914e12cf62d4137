/* segue-find-bar.c - finds anything in the plan as one types
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/window/segue-find-bar.h"

#include <glib/gi18n.h>

#include "core/segue-find.h"
#include "ui/common/segue-goal-style.h"
#include "ui/common/segue-ui.h"

/* More than anyone reads; then one types another letter. */
#define MOST 50

struct _SegueFindBar
{
  AdwBin parent_instance;

  SegueSession *session;
  gboolean search_mode;
  GPtrArray *found; /* of SegueFound, a row each */

  GtkSearchBar *bar;
  GtkEditable *entry;
  GtkRevealer *revealer;
  GtkListBox *list;
};

typedef enum
{
  PROP_SESSION = 1,
  PROP_SEARCH_MODE,
} SegueFindBarProperty;

enum
{
  FOUND,
  DONE,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_SEARCH_MODE + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SegueFindBar, segue_find_bar, ADW_TYPE_BIN)

static const char *
get_icon (SegueFindBar     *self,
          const SegueFound *found)
{
  const SegueRecord *record = segue_plan_find (segue_session_get_plan (self->session), found->id);

  switch ((int) found->kind)
    {
    case SEGUE_KIND_GOAL:
      return segue_goal_style_get_icon ((SegueGoalKind) segue_record_get_int (record, SEGUE_GOAL_KIND));
    case SEGUE_KIND_ROUTE:
      return "segue-timeline-symbolic";
    case SEGUE_KIND_RULE:
      return "segue-rule-symbolic";
    case SEGUE_KIND_JOURNAL:
      return "document-edit-symbolic";
    default:
      break;
    }
  switch ((SegueStepType) segue_record_get_int (record, SEGUE_STEP_TYPE))
    {
    case SEGUE_STEP_WAIT:
      return "segue-wait-symbolic";
    case SEGUE_STEP_MILESTONE:
      return segue_record_get_bool (record, SEGUE_STEP_GATE) ? "segue-gate-symbolic" : "segue-milestone-symbolic";
    case SEGUE_STEP_PRACTICE:
      return "segue-practice-symbolic";
    case SEGUE_STEP_WORK:
    default:
      return "segue-work-symbolic";
    }
}

static GtkWidget *
create_row (SegueFindBar     *self,
            const SegueFound *found)
{
  GtkWidget *row = segue_ui_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (get_icon (self, found));

  g_object_set (icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), found->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), found->detail ? found->detail : "");
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
show_found (SegueFindBar *self)
{
  GtkListBoxRow *row;

  /* Not gtk_list_box_remove_all(), which takes the placeholder along. */
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; self->found != NULL && i < self->found->len; i++)
    gtk_list_box_append (self->list, create_row (self, g_ptr_array_index (self->found, i)));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
search_changed_cb (SegueFindBar *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  gboolean any = self->search_mode && self->session != NULL && text[0] != '\0';

  g_clear_pointer (&self->found, g_ptr_array_unref);
  if (any)
    self->found = segue_find (segue_session_get_plan (self->session), segue_session_get_layout (self->session), text, MOST);
  show_found (self);
  gtk_revealer_set_reveal_child (self->revealer, any);
}

static const SegueFound *
get_found (SegueFindBar  *self,
           GtkListBoxRow *row)
{
  int index = row ? gtk_list_box_row_get_index (row) : -1;

  return index >= 0 && self->found != NULL && (guint) index < self->found->len
    ? g_ptr_array_index (self->found, index) : NULL;
}

static void
row_selected_cb (SegueFindBar  *self,
                 GtkListBoxRow *row)
{
  const SegueFound *found = get_found (self, row);

  if (found != NULL && found->shows != NULL)
    g_signal_emit (self, signals[FOUND], 0, found->shows);
}

static void
close_bar (SegueFindBar *self)
{
  g_object_set (self, "search-mode", FALSE, NULL);
}

static void
choose (SegueFindBar *self)
{
  close_bar (self);
  g_signal_emit (self, signals[DONE], 0);
}

static void
row_activated_cb (SegueFindBar  *self,
                  GtkListBoxRow *row)
{
  row_selected_cb (self, row);
  choose (self);
}

static void
activate_cb (SegueFindBar *self)
{
  search_changed_cb (self);
  if (gtk_list_box_get_selected_row (self->list) != NULL)
    choose (self);
}

static void
stop_search_cb (SegueFindBar *self)
{
  close_bar (self);
}

/* Up and down walk the list while one goes on typing. */
static void
walk (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  SegueFindBar *self = SEGUE_FIND_BAR (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = (row ? gtk_list_box_row_get_index (row) : -1) + g_variant_get_int32 (parameter);
  graphene_rect_t bounds;

  row = index >= 0 ? gtk_list_box_get_row_at_index (self->list, index) : NULL;
  if (row == NULL)
    return;
  gtk_list_box_select_row (self->list, row);
  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (gtk_list_box_get_adjustment (self->list), bounds.origin.y - 12,
                               bounds.origin.y + bounds.size.height + 24);
}

static void
set_search_mode (SegueFindBar *self,
                 gboolean      search_mode)
{
  if (self->search_mode == search_mode)
    return;
  self->search_mode = search_mode;
  if (search_mode)
    gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH_MODE]);
  if (search_mode)
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  else
    gtk_editable_set_text (self->entry, "");
  search_changed_cb (self);
}

static void
segue_find_bar_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  SegueFindBar *self = SEGUE_FIND_BAR (object);

  switch ((SegueFindBarProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_SEARCH_MODE:
      g_value_set_boolean (value, self->search_mode);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
segue_find_bar_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  SegueFindBar *self = SEGUE_FIND_BAR (object);

  switch ((SegueFindBarProperty) prop_id)
    {
    case PROP_SESSION:
      if (!g_set_object (&self->session, g_value_get_object (value)))
        return;
      set_search_mode (self, FALSE);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_SEARCH_MODE:
      set_search_mode (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
segue_find_bar_dispose (GObject *object)
{
  SegueFindBar *self = SEGUE_FIND_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SEGUE_TYPE_FIND_BAR);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (segue_find_bar_parent_class)->dispose (object);
}

static void
segue_find_bar_class_init (SegueFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = segue_find_bar_get_property;
  object_class->set_property = segue_find_bar_set_property;
  object_class->dispose = segue_find_bar_dispose;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, SEGUE_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SEARCH_MODE] =
    g_param_spec_boolean ("search-mode", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[FOUND] =
    g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DONE] =
    g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/window/segue-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueFindBar, bar);
  gtk_widget_class_bind_template_child (widget_class, SegueFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, SegueFindBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, SegueFindBar, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "find.walk", "i", walk);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, 0, "find.walk", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, 0, "find.walk", "i", -1);
}

static void
segue_find_bar_init (SegueFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, self->entry);
}

/**
 * segue_find_bar_open:
 * @self: the bar
 *
 * Opens it, or takes the keyboard to it if it is open.
 */
void
segue_find_bar_open (SegueFindBar *self)
{
  g_return_if_fail (SEGUE_IS_FIND_BAR (self));

  set_search_mode (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}
