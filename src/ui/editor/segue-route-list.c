/* segue-route-list.c - the routes of a goal in their order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/editor/segue-route-list.h"

#include <glib/gi18n.h>

#include "core/segue-edit.h"
#include "ui/common/segue-note-row.h"
#include "ui/common/segue-ui.h"

/* One route, whether it stands in the plan yet or not. */
typedef struct
{
  SegueRouteList *list;
  char *id; /* NULL: it is new */
  gboolean closed;
  char *note; /* or NULL */
  GtkWidget *row;
  GtkWidget *note_icon;
  GSimpleActionGroup *actions;
} Route;

struct _SegueRouteList
{
  GObject parent_instance;

  AdwPreferencesGroup *group;
  char *goal_id;
  GPtrArray *routes; /* of Route, best first */
  GPtrArray *removed; /* ids */
};

G_DEFINE_FINAL_TYPE (SegueRouteList, segue_route_list, G_TYPE_OBJECT)

static void
free_route (gpointer data)
{
  Route *route = data;

  g_free (route->id);
  g_free (route->note);
  g_clear_object (&route->actions);
  g_object_unref (route->row);
  g_free (route);
}

static guint
find_place (Route *route)
{
  guint place = 0;

  g_ptr_array_find (route->list->routes, route, &place);
  return place;
}

static void
set_enabled (Route      *route,
             const char *action,
             gboolean    enabled)
{
  g_simple_action_set_enabled (
    G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (route->actions), action)), enabled);
}

static void
show_places (SegueRouteList *self)
{
  for (guint i = 0; i < self->routes->len; i++)
    {
      Route *route = self->routes->pdata[i];
      g_autofree char *title = NULL;

      /* Translators: the rank of a route, and that it has been closed by hand */
      title = g_strdup_printf (route->closed ? _("Choice %u, closed") : _("Choice %u"), i + 1);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (route->row), title);
      set_enabled (route, "up", i > 0);
      set_enabled (route, "down", i + 1 < self->routes->len);
    }
}

/* A group has no order of its own but that of adding. */
static void
put_in_order (SegueRouteList *self)
{
  for (guint i = 0; i < self->routes->len; i++)
    {
      Route *route = self->routes->pdata[i];

      if (gtk_widget_get_parent (route->row) != NULL)
        adw_preferences_group_remove (self->group, route->row);
    }
  for (guint i = 0; i < self->routes->len; i++)
    adw_preferences_group_add (self->group, ((Route *) self->routes->pdata[i])->row);
  show_places (self);
}

static void
move_route (Route *route,
            guint  place)
{
  SegueRouteList *self = route->list;
  guint from = find_place (route);

  if (place == from || place >= self->routes->len)
    return;
  g_ptr_array_steal_index (self->routes, from);
  g_ptr_array_insert (self->routes, (int) place, route);
  put_in_order (self);
  gtk_widget_grab_focus (route->row);
}

static void
up_cb (GSimpleAction *action,
       GVariant      *parameter,
       gpointer       user_data)
{
  Route *route = user_data;

  move_route (route, find_place (route) - 1);
}

static void
down_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  Route *route = user_data;

  move_route (route, find_place (route) + 1);
}

static void
closed_cb (GSimpleAction *action,
           GVariant      *state,
           gpointer       user_data)
{
  Route *route = user_data;

  g_simple_action_set_state (action, state);
  route->closed = g_variant_get_boolean (state);
  show_places (route->list);
}

static void
remove_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  Route *route = user_data;
  SegueRouteList *self = route->list;

  if (route->id)
    g_ptr_array_add (self->removed, g_strdup (route->id));
  adw_preferences_group_remove (self->group, route->row);
  g_ptr_array_remove (self->routes, route);
  show_places (self);
}

/* The row tells whether there is one. */
static void
show_note (Route *route)
{
  gtk_widget_set_tooltip_text (route->row, route->note);
  gtk_widget_set_visible (route->note_icon, route->note != NULL && route->note[0] != '\0');
}

static void
add_note_icon (Route *route)
{
  route->note_icon = gtk_image_new_from_icon_name ("document-edit-symbolic");
  gtk_widget_add_css_class (route->note_icon, "dimmed");
  gtk_accessible_update_property (GTK_ACCESSIBLE (route->note_icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("This route has a note"), -1);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (route->row), route->note_icon);
}

static void
note_answered_cb (GtkWidget      *row,
                  const char     *response,
                  AdwAlertDialog *question)
{
  Route *route = g_object_get_data (G_OBJECT (row), "segue-route");
  GtkWidget *list = adw_alert_dialog_get_extra_child (question);
  SegueNoteRow *note_row = SEGUE_NOTE_ROW (gtk_widget_get_first_child (list));

  if (!g_str_equal (response, "keep"))
    return;
  g_free (route->note);
  route->note = segue_note_row_dup_text (note_row);
  show_note (route);
}

static void
note_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  Route *route = user_data;
  const char *title = gtk_editable_get_text (GTK_EDITABLE (route->row));
  AdwAlertDialog *question = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Note on This Route"), title[0] ? title : NULL));
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *note_row = g_object_new (SEGUE_TYPE_NOTE_ROW, NULL);

  segue_note_row_set_text (SEGUE_NOTE_ROW (note_row), route->note);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Note"), -1);
  gtk_list_box_append (GTK_LIST_BOX (list), note_row);
  adw_alert_dialog_set_extra_child (question, list);
  adw_alert_dialog_add_responses (question, "cancel", _("_Cancel"), "keep", _("_Keep"), NULL);
  adw_alert_dialog_set_response_appearance (question, "keep", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (question, "keep");
  g_signal_connect_object (question, "response", G_CALLBACK (note_answered_cb), route->row, G_CONNECT_SWAPPED);
  segue_ui_begin_at (ADW_DIALOG (question), segue_note_row_get_view (SEGUE_NOTE_ROW (note_row)));
  adw_dialog_present (ADW_DIALOG (question), route->row);
}

static void
add_actions (Route *route)
{
  const GActionEntry entries[] = {
    { .name = "up", .activate = up_cb },
    { .name = "down", .activate = down_cb },
    { .name = "closed", .state = route->closed ? "true" : "false", .change_state = closed_cb },
    { .name = "note", .activate = note_cb },
    { .name = "remove", .activate = remove_cb },
  };

  route->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (route->actions), entries, G_N_ELEMENTS (entries), route);
  gtk_widget_insert_action_group (route->row, "route", G_ACTION_GROUP (route->actions));
}

static void
add_menu (Route *route)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (menu, _("Move _Up"), "route.up");
  g_menu_append (menu, _("Move _Down"), "route.down");
  g_menu_append (menu, _("_Note…"), "route.note");
  g_menu_append (menu, _("_Closed"), "route.closed");
  g_menu_append (menu, _("_Remove"), "route.remove");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _("What to Do with This Route"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (route->row), button);
}

static void
add_key (GtkEventController *controller,
         const char         *trigger,
         const char         *action)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                                                          gtk_named_action_new (action)));
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            gpointer       user_data)
{
  Route *route = user_data;

  return gdk_content_provider_new_typed (ADW_TYPE_ENTRY_ROW, route->row);
}

/* What is dragged is a card with the name on it. */
static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag       *drag,
               gpointer       user_data)
{
  Route *route = user_data;
  GtkWidget *card = adw_bin_new ();
  GtkWidget *label = gtk_label_new (gtk_editable_get_text (GTK_EDITABLE (route->row)));

  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 12);
  adw_bin_set_child (ADW_BIN (card), label);
  gtk_widget_add_css_class (card, "card");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), card);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       user_data)
{
  Route *route = user_data;
  SegueRouteList *self = route->list;

  for (guint i = 0; i < self->routes->len; i++)
    {
      Route *dragged = self->routes->pdata[i];

      if (dragged->row != g_value_get_object (value))
        continue;
      move_route (dragged, find_place (route));
      return TRUE;
    }
  return FALSE;
}

static void
add_drag (Route *route)
{
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (ADW_TYPE_ENTRY_ROW, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), route);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), route);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  gtk_widget_set_cursor_from_name (handle, "grab");
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), route);
  gtk_widget_add_controller (route->row, GTK_EVENT_CONTROLLER (target));
  adw_entry_row_add_prefix (ADW_ENTRY_ROW (route->row), handle);
}

static Route *
append_route (SegueRouteList *self,
              const char     *id,
              const char     *title,
              const char     *note,
              gboolean        closed)
{
  Route *route = g_new0 (Route, 1);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  route->list = self;
  route->id = g_strdup (id);
  route->closed = closed;
  route->note = g_strdup (note);
  route->row = g_object_ref_sink (adw_entry_row_new ());
  g_object_set_data (G_OBJECT (route->row), "segue-route", route);
  gtk_editable_set_text (GTK_EDITABLE (route->row), title ? title : "");
  add_actions (route);
  add_drag (route);
  add_note_icon (route);
  show_note (route);
  add_menu (route);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, "<Alt>Up", "route.up");
  add_key (keys, "<Alt>Down", "route.down");
  gtk_widget_add_controller (route->row, keys);
  g_ptr_array_add (self->routes, route);
  adw_preferences_group_add (self->group, route->row);
  return route;
}

static void
segue_route_list_dispose (GObject *object)
{
  SegueRouteList *self = SEGUE_ROUTE_LIST (object);

  g_clear_pointer (&self->routes, g_ptr_array_unref);
  g_clear_pointer (&self->removed, g_ptr_array_unref);
  g_clear_pointer (&self->goal_id, g_free);

  G_OBJECT_CLASS (segue_route_list_parent_class)->dispose (object);
}

static void
segue_route_list_class_init (SegueRouteListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = segue_route_list_dispose;
}

static void
segue_route_list_init (SegueRouteList *self)
{
  self->routes = g_ptr_array_new_with_free_func (free_route);
  self->removed = g_ptr_array_new_with_free_func (g_free);
}

/**
 * segue_route_list_new:
 * @group: where the rows go
 * @plan: a plan
 * @goal_id: a goal, which need not stand in it yet
 *
 * Returns: (transfer full): the list
 */
SegueRouteList *
segue_route_list_new (AdwPreferencesGroup *group,
                      SeguePlan           *plan,
                      const char          *goal_id)
{
  SegueRouteList *self = g_object_new (SEGUE_TYPE_ROUTE_LIST, NULL);

  self->group = group;
  self->goal_id = g_strdup (goal_id);
  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_ROUTE); i++)
    {
      const SegueRecord *route = segue_plan_get_nth (plan, SEGUE_KIND_ROUTE, i);

      if (g_strcmp0 (segue_record_get_string (route, SEGUE_ROUTE_GOAL), goal_id) == 0)
        append_route (self, segue_record_get_id (route), segue_record_get_title (route),
                      segue_record_get_string (route, SEGUE_ROUTE_NOTE),
                      segue_record_get_bool (route, SEGUE_ROUTE_CLOSED_BY_HAND));
    }
  show_places (self);
  return self;
}

/**
 * segue_route_list_add:
 * @self: a list
 *
 * Adds an empty row at the end and puts the cursor into it. It becomes a
 * route when it has got a title.
 */
void
segue_route_list_add (SegueRouteList *self)
{
  Route *route;

  g_return_if_fail (SEGUE_IS_ROUTE_LIST (self));

  route = append_route (self, NULL, NULL, NULL, FALSE);
  show_places (self);
  gtk_widget_grab_focus (route->row);
}

static SegueRecord *
build_route (Route     *route,
             SeguePlan *plan)
{
  const SegueRecord *before = segue_plan_find_kind (plan, SEGUE_KIND_ROUTE, route->id);
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (route->row))));
  SegueRecordBuilder *builder;

  if (before)
    builder = segue_record_builder_new_from (before);
  else
    {
      builder = segue_record_builder_new (SEGUE_KIND_ROUTE, route->id);
      segue_record_builder_set_rank (builder, segue_plan_next_rank (plan, SEGUE_KIND_ROUTE));
      segue_record_builder_set_string (builder, SEGUE_ROUTE_GOAL, route->list->goal_id);
    }
  segue_record_builder_set_string (builder, SEGUE_ROUTE_TITLE, title[0] ? title : NULL);
  segue_record_builder_set_string (builder, SEGUE_ROUTE_NOTE, route->note);
  segue_record_builder_set_bool (builder, SEGUE_ROUTE_CLOSED_BY_HAND, route->closed);
  return segue_record_builder_end (builder);
}

static gboolean
store_route (Route      *route,
             SegueDraft *draft,
             GError    **error)
{
  SeguePlan *plan = segue_draft_get_plan (draft);
  const SegueRecord *before;
  g_autoptr (SegueRecord) after = NULL;

  if (route->id == NULL)
    route->id = segue_plan_make_id (plan, "route");
  before = segue_plan_find_kind (plan, SEGUE_KIND_ROUTE, route->id);
  after = build_route (route, plan);
  if (before && segue_record_equal (before, after))
    return TRUE;
  return segue_draft_take (draft, before ? segue_edit_set_record (plan, after, error)
                                         : segue_edit_add_record (plan, after, error), error);
}

/**
 * segue_route_list_store:
 * @self: a list
 * @draft: a draft in which the goal stands
 * @error: return location for an error
 *
 * Returns: whether the draft has these routes in this order now
 */
gboolean
segue_route_list_store (SegueRouteList *self,
                        SegueDraft     *draft,
                        GError        **error)
{
  SeguePlan *plan = segue_draft_get_plan (draft);
  guint place = 0;

  g_return_val_if_fail (SEGUE_IS_ROUTE_LIST (self), FALSE);

  for (guint i = 0; i < self->removed->len; i++)
    {
      if (segue_plan_find (plan, self->removed->pdata[i]) &&
          !segue_draft_take (draft, segue_edit_remove (plan, self->removed->pdata[i], error), error))
        return FALSE;
    }
  for (guint i = 0; i < self->routes->len; i++)
    {
      Route *route = self->routes->pdata[i];

      /* A row that was opened and left empty is no route. */
      if (route->id == NULL && gtk_editable_get_text (GTK_EDITABLE (route->row))[0] == '\0')
        continue;
      if (!store_route (route, draft, error) ||
          !segue_draft_take (draft, segue_edit_rank_route (plan, route->id, place++, error), error))
        return FALSE;
    }
  return TRUE;
}
