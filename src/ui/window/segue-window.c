/* segue-window.c - the main window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/window/segue-window-private.h"

#include <glib/gi18n.h>

#include "core/segue-review.h"
#include "ui/common/segue-later.h"
#include "ui/common/segue-shortcuts.h"
#include "ui/common/segue-ui.h"
#include "ui/review/segue-review-view.h"
#include "ui/safety/segue-trouble-page.h"
#include "ui/window/segue-inspector.h"
#include "ui/window/segue-sidebar.h"
#include "ui/window/segue-welcome-page.h"

struct _SegueWindow
{
  AdwApplicationWindow parent_instance;

  SegueSession *session;
  SegueViewport *viewport;
  GSignalGroup *session_signals;
  AdwToast *undo_toast;
  guint tooltips_id;
  SeguePreviewBar *preview_bar;
  SegueLeavingStrip *leaving_strip;
  SegueLeavingStudy *leaving_study; /* of the session, or NULL */
  gboolean inspector_visible;
  gboolean inspector_beside; /* the same where there is room for it beside the views */

  AdwToastOverlay *toasts;
  GtkStack *pages;
  SegueLater *welcome_page;
  SegueLater *trouble_page;
  AdwBanner *read_only_banner;
  AdwOverlaySplitView *split;
  AdwMultiLayoutView *layouts;
  AdwWindowTitle *plan_title;
  GtkWidget *zoom_buttons;
  AdwViewStack *views;
  GtkWidget *sidebar;
  GtkMenuButton *menu_button;
  SegueFindBar *find_bar;
  SegueTimelineView *timeline;
  SegueLater *calendar_page;
  SegueLater *review_page;
  AdwViewStackPage *review_stack_page;
  char *page; /* that was in sight before */
  GMenuModel *main_menu;
  GMenu *plans_section;
};

typedef enum
{
  PROP_SESSION = 1,
  PROP_VIEWPORT,
  PROP_INSPECTOR_VISIBLE,
  PROP_INSPECTOR_BESIDE,
  PROP_PAGE,
  PROP_UNDO_TOOLTIP,
  PROP_REDO_TOOLTIP,
} SegueWindowProperty;

static GParamSpec *properties[PROP_REDO_TOOLTIP + 1];

G_DEFINE_FINAL_TYPE (SegueWindow, segue_window, ADW_TYPE_APPLICATION_WINDOW)

static void
dismiss_undo_toast (SegueWindow *self)
{
  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
  g_clear_object (&self->undo_toast);
}

static char *
dup_undo_tooltip (SegueWindow *self)
{
  const char *label = self->session ? segue_session_get_undo_label (self->session) : NULL;

  /* Translators: %s is an edit, such as: Move “Apply for fall 2023” */
  return label ? g_strdup_printf (_("Undo: %s"), label) : g_strdup (_("Undo"));
}

static char *
dup_redo_tooltip (SegueWindow *self)
{
  const char *label = self->session ? segue_session_get_redo_label (self->session) : NULL;

  /* Translators: %s is an edit, such as: Move “Apply for fall 2023” */
  return label ? g_strdup_printf (_("Redo: %s"), label) : g_strdup (_("Redo"));
}

static void
update_title (SegueWindow *self)
{
  SeguePlan *plan = self->session ? segue_session_get_plan (self->session) : NULL;
  const char *title = plan ? segue_plan_get_name (plan) : _("Segue");

  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->plan_title, title);
}

/* The switcher shows that it is time for a review. */
static void
update_review_due (SegueWindow *self)
{
  SegueDay today;

  if (self->session == NULL)
    return;
  today = segue_layout_get_now (segue_session_get_layout (self->session));
  adw_view_stack_page_set_needs_attention (self->review_stack_page,
                                           segue_review_is_due (segue_session_get_plan (self->session), today));
}

static gboolean
is_timeline (SegueWindow *self,
             const char  *page)
{
  return g_strcmp0 (page, "timeline") == 0;
}

/* Changing the page keeps the place in time. */
static void
page_changed_cb (SegueWindow *self)
{
  const char *page = adw_view_stack_get_visible_child_name (self->views);

  if (self->session != NULL && is_timeline (self, self->page))
    segue_window_take_place (self);
  else if (self->session != NULL && is_timeline (self, page))
    segue_window_give_place (self);
  if (g_strcmp0 (page, "calendar") == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->calendar_page));
  else if (g_strcmp0 (page, "review") == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->review_page));
  g_set_str (&self->page, page);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

static void
toast_dismissed_cb (SegueWindow *self,
                    AdwToast    *toast)
{
  if (toast == self->undo_toast)
    g_clear_object (&self->undo_toast);
}

static gboolean
tell_tooltips (gpointer data)
{
  SegueWindow *self = data;

  self->tooltips_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_TOOLTIP]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_TOOLTIP]);
  return G_SOURCE_REMOVE;
}

/* GTK looks where the pointer is when a tooltip is another, and to that end
 * lays out all that has just changed: behind the frame that is done already. */
static void
history_changed_cb (SegueWindow *self)
{
  segue_window_update_actions (self);
  if (self->tooltips_id == 0)
    self->tooltips_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, tell_tooltips, self, NULL);
}

static void
performed_cb (SegueWindow    *self,
              SegueChangeSet *change_set)
{
  segue_window_end_preview (self);
  update_title (self);
  dismiss_undo_toast (self);
}

static void
edited_cb (SegueWindow    *self,
           SegueChangeSet *change_set)
{
  segue_window_edited (self, change_set);
}

static void
calendar_edited_cb (SegueWindow    *self,
                    SegueChangeSet *change_set,
                    const char     *consequences)
{
  segue_window_edited (self, change_set);
  if (consequences != NULL && self->undo_toast != NULL)
    {
      /* Translators: an edit and what followed from it, such as: Move “Apply for fall 2023” · 2 other steps move */
      g_autofree char *title = g_strdup_printf (_("%s · %s"), segue_change_set_get_label (change_set), consequences);

      adw_toast_set_title (self->undo_toast, title);
    }
}

static void
failed_cb (SegueWindow *self,
           const char  *message)
{
  segue_window_show_message (self, message);
}

/* What is found is looked at where one is: on the timeline or on its day. */
static void
found_cb (SegueWindow *self,
          const char  *id)
{
  const SegueStepResult *result = segue_layout_get_step_result (segue_session_get_layout (self->session), id);

  segue_viewport_set_selection (self->viewport, id);
  segue_timeline_view_reveal (self->timeline, id);
  if (result != NULL && result->active && result->start != SEGUE_DAY_NONE)
    segue_viewport_set_day (self->viewport, result->start);
}

static void
find_done_cb (SegueWindow *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->timeline), GTK_DIR_TAB_FORWARD);
}

static void
step_activated_cb (SegueWindow *self,
                   const char  *id)
{
  segue_viewport_set_selection (self->viewport, id);
  if (self->timeline != NULL)
    segue_timeline_view_reveal (self->timeline, id);
  if (adw_overlay_split_view_get_collapsed (self->split))
    adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
  g_object_set (self, "inspector-visible", TRUE, NULL);
}

/* Enter and double click edit; what a grant brings can only be looked at. */
static void
timeline_activated_cb (SegueWindow *self,
                       const char  *id)
{
  if (!segue_window_edit (self, id))
    step_activated_cb (self, id);
}

static void
welcome_made_cb (SegueWindow *self,
                 GtkWidget   *page)
{
  segue_welcome_page_set_menu (SEGUE_WELCOME_PAGE (page), self->main_menu);
}

static void
follow_edits (SegueWindow *self,
              GtkWidget   *view,
              GCallback    edited)
{
  g_signal_connect_object (view, "edited", edited, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
}

static void
calendar_made_cb (SegueWindow *self,
                  GtkWidget   *calendar)
{
  follow_edits (self, calendar, G_CALLBACK (calendar_edited_cb));
  g_signal_connect_object (calendar, "activated", G_CALLBACK (step_activated_cb), self, G_CONNECT_SWAPPED);
}

static void
review_made_cb (SegueWindow *self,
                GtkWidget   *review)
{
  follow_edits (self, review, G_CALLBACK (calendar_edited_cb));
  g_signal_connect_object (review, "activated", G_CALLBACK (step_activated_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
is_narrow (SegueWindow *self)
{
  return g_strcmp0 (adw_multi_layout_view_get_layout_name (self->layouts), "narrow") == 0;
}

static void
show_inspector (SegueWindow *self,
                gboolean     visible)
{
  if (self->inspector_visible == visible)
    return;
  self->inspector_visible = visible;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INSPECTOR_VISIBLE]);
}

static void
set_inspector_beside (SegueWindow *self,
                      gboolean     beside)
{
  if (self->inspector_beside == beside)
    return;
  self->inspector_beside = beside;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INSPECTOR_BESIDE]);
}

/* Beside the views it stands as it was left. As a sheet it would lie over them,
 * and does so only for what has been chosen. */
static void
layout_name_changed_cb (SegueWindow *self)
{
  if (!is_narrow (self))
    show_inspector (self, self->inspector_beside);
  else if (segue_viewport_get_selection (self->viewport) == NULL)
    show_inspector (self, FALSE);
}

static void
inspector_made_cb (SegueWindow *self,
                   GtkWidget   *inspector)
{
  follow_edits (self, inspector, G_CALLBACK (edited_cb));
  g_signal_connect_object (inspector, "step-activated", G_CALLBACK (step_activated_cb), self, G_CONNECT_SWAPPED);
}

static void
conflict_requested_cb (SegueWindow *self,
                       const char  *owner_id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.why", "s", owner_id);
}

static void
segue_window_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  SegueWindow *self = SEGUE_WINDOW (object);

  switch ((SegueWindowProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_VIEWPORT:
      g_value_set_object (value, self->viewport);
      break;
    case PROP_INSPECTOR_VISIBLE:
      g_value_set_boolean (value, self->inspector_visible);
      break;
    case PROP_INSPECTOR_BESIDE:
      g_value_set_boolean (value, self->inspector_beside);
      break;
    case PROP_PAGE:
      g_value_set_string (value, adw_view_stack_get_visible_child_name (self->views));
      break;
    case PROP_UNDO_TOOLTIP:
      g_value_take_string (value, dup_undo_tooltip (self));
      break;
    case PROP_REDO_TOOLTIP:
      g_value_take_string (value, dup_redo_tooltip (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
segue_window_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  SegueWindow *self = SEGUE_WINDOW (object);

  switch ((SegueWindowProperty) prop_id)
    {
    case PROP_SESSION:
      segue_window_set_session (self, g_value_get_object (value));
      break;
    case PROP_INSPECTOR_VISIBLE:
      show_inspector (self, g_value_get_boolean (value));
      if (!is_narrow (self))
        set_inspector_beside (self, g_value_get_boolean (value));
      break;
    case PROP_INSPECTOR_BESIDE:
      set_inspector_beside (self, g_value_get_boolean (value));
      if (!is_narrow (self))
        show_inspector (self, g_value_get_boolean (value));
      break;
    case PROP_PAGE:
      adw_view_stack_set_visible_child_name (self->views, g_value_get_string (value));
      break;
    case PROP_VIEWPORT:
    case PROP_UNDO_TOOLTIP:
    case PROP_REDO_TOOLTIP:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* In the first frame, before anything in it is styled and placed. */
static gboolean
show_content_cb (GtkWidget     *widget,
                 GdkFrameClock *clock,
                 gpointer       user_data)
{
  SegueWindow *self = SEGUE_WINDOW (widget);

  gtk_widget_set_visible (GTK_WIDGET (self->toasts), TRUE);
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

/* GTK styles and measures what is in a window when it is shown, and all of it again when the pointer is found to be
 * over it. What is hidden until the first frame has it done once. */
static void
segue_window_show (GtkWidget *widget)
{
  SegueWindow *self = SEGUE_WINDOW (widget);

  gtk_widget_set_visible (GTK_WIDGET (self->toasts), FALSE);
  GTK_WIDGET_CLASS (segue_window_parent_class)->show (widget);
  gtk_widget_add_tick_callback (widget, show_content_cb, NULL, NULL);
}

static void
segue_window_dispose (GObject *object)
{
  SegueWindow *self = SEGUE_WINDOW (object);

  /* What was asked for is done before the window is gone. */
  if (self->session != NULL)
    segue_session_settle (self->session);
  g_clear_handle_id (&self->tooltips_id, g_source_remove);
  g_clear_object (&self->undo_toast);
  g_clear_object (&self->leaving_study);
  g_clear_object (&self->session_signals);
  g_clear_pointer (&self->page, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), SEGUE_TYPE_WINDOW);
  g_clear_object (&self->session);
  g_clear_object (&self->viewport);

  G_OBJECT_CLASS (segue_window_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, SEGUE_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_VIEWPORT] =
    g_param_spec_object ("viewport", NULL, NULL, SEGUE_TYPE_VIEWPORT,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_INSPECTOR_VISIBLE] =
    g_param_spec_boolean ("inspector-visible", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_INSPECTOR_BESIDE] =
    g_param_spec_boolean ("inspector-beside", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PAGE] =
    g_param_spec_string ("page", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_UNDO_TOOLTIP] =
    g_param_spec_string ("undo-tooltip", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REDO_TOOLTIP] =
    g_param_spec_string ("redo-tooltip", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
segue_window_class_init (SegueWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = segue_window_get_property;
  object_class->set_property = segue_window_set_property;
  object_class->dispose = segue_window_dispose;
  widget_class->show = segue_window_show;
  install_properties (object_class);

  g_type_ensure (SEGUE_TYPE_SIDEBAR);
  g_type_ensure (SEGUE_TYPE_LATER);
  g_type_ensure (SEGUE_TYPE_WELCOME_PAGE);
  g_type_ensure (SEGUE_TYPE_TROUBLE_PAGE);
  g_type_ensure (SEGUE_TYPE_INSPECTOR);
  g_type_ensure (SEGUE_TYPE_FIND_BAR);
  g_type_ensure (SEGUE_TYPE_TIMELINE_VIEW);
  g_type_ensure (SEGUE_TYPE_CALENDAR_VIEW);
  g_type_ensure (SEGUE_TYPE_REVIEW_VIEW);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/window/segue-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SegueWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, SegueWindow, welcome_page);
  gtk_widget_class_bind_template_child (widget_class, SegueWindow, trouble_page);
  gtk_widget_class_bind_template_child (widget_class, SegueWindow, read_only_banner);
  gtk_widget_class_bind_template_child (widget_class, SegueWindow, split);
  gtk_widget_class_bind_template_child (widget_class, SegueWindow, layouts);
  gtk_widget_class_bind_template_child (widget_class, SegueWindow, plan_title);
  gtk_widget_class_bind_template_child (widget_class, SegueWindow, zoom_buttons);
  gtk_widget_class_bind_template_child (widget_class, SegueWindow, views);
  gtk_widget_class_bind_template_child (widget_class, SegueWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, SegueWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SegueWindow, find_bar);
  gtk_widget_class_bind_template_child (widget_class, SegueWindow, timeline);
  gtk_widget_class_bind_template_child (widget_class, SegueWindow, calendar_page);
  gtk_widget_class_bind_template_child (widget_class, SegueWindow, review_page);
  gtk_widget_class_bind_template_child (widget_class, SegueWindow, review_stack_page);
  gtk_widget_class_bind_template_child (widget_class, SegueWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, SegueWindow, plans_section);
  gtk_widget_class_bind_template_callback (widget_class, conflict_requested_cb);
  gtk_widget_class_bind_template_callback (widget_class, step_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, found_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, timeline_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, welcome_made_cb);
  gtk_widget_class_bind_template_callback (widget_class, calendar_made_cb);
  gtk_widget_class_bind_template_callback (widget_class, review_made_cb);
  gtk_widget_class_bind_template_callback (widget_class, inspector_made_cb);
  gtk_widget_class_bind_template_callback (widget_class, layout_name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_timeline);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  segue_window_class_install_actions (widget_class);
  segue_window_class_install_editing (widget_class);
  segue_window_class_install_reasons (widget_class);
}

static void
add_preview_bar (SegueWindow *self)
{
  self->preview_bar = g_object_new (SEGUE_TYPE_PREVIEW_BAR, NULL);
  segue_timeline_view_set_footer (self->timeline, GTK_WIDGET (self->preview_bar));
  g_signal_connect_object (self->preview_bar, "apply", G_CALLBACK (segue_window_apply_preview), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preview_bar, "back", G_CALLBACK (segue_window_leave_preview), self, G_CONNECT_SWAPPED);
}

static void
add_leaving_strip (SegueWindow *self)
{
  self->leaving_strip = SEGUE_LEAVING_STRIP (segue_leaving_strip_new ());
  segue_timeline_view_add_strip (self->timeline, SEGUE_TIMELINE_STRIP (self->leaving_strip));
  g_signal_connect_object (self->leaving_strip, "day-chosen", G_CALLBACK (segue_window_try_leaving), self, G_CONNECT_SWAPPED);
}

static void
study_leaving (SegueWindow *self)
{
  g_clear_object (&self->leaving_study);
  if (self->session != NULL)
    self->leaving_study = segue_leaving_study_new (self->session);
  segue_leaving_strip_set_study (self->leaving_strip, self->leaving_study);
}

static void
segue_window_init (SegueWindow *self)
{
  self->viewport = segue_viewport_new ();
  self->session_signals = g_signal_group_new (SEGUE_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::can-undo",
                                  G_CALLBACK (history_changed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::undo-label",
                                  G_CALLBACK (history_changed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::redo-label",
                                  G_CALLBACK (history_changed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::layout",
                                  G_CALLBACK (update_review_due), self);
  g_signal_group_connect_swapped (self->session_signals, "performed",
                                  G_CALLBACK (performed_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  segue_window_watch_dialogs (self);
  add_preview_bar (self);
  add_leaving_strip (self);
  g_signal_connect_object (self->views, "notify::visible-child-name", G_CALLBACK (page_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_set_str (&self->page, adw_view_stack_get_visible_child_name (self->views));
  segue_ui_set_menu_later (self->menu_button, self->main_menu);
  segue_window_update_actions (self);
}

/**
 * segue_window_new:
 * @application: the application that owns the window
 *
 * Returns: (transfer none): a window without a plan
 */
SegueWindow *
segue_window_new (GtkApplication *application)
{
  return g_object_new (SEGUE_TYPE_WINDOW, "application", application, NULL);
}

SegueSession *
segue_window_get_session (SegueWindow *self)
{
  g_return_val_if_fail (SEGUE_IS_WINDOW (self), NULL);

  return self->session;
}

/**
 * segue_window_set_session:
 * @self: a window
 * @session: (nullable): the plan to show, or %NULL to welcome a new person
 */
void
segue_window_set_session (SegueWindow  *self,
                          SegueSession *session)
{
  g_return_if_fail (SEGUE_IS_WINDOW (self));
  g_return_if_fail (session == NULL || SEGUE_IS_SESSION (session));

  if (self->session != NULL && self->session != session)
    segue_session_settle (self->session);
  gtk_stack_set_visible_child_name (self->pages, session ? "plan" : "welcome");
  if (!g_set_object (&self->session, session))
    return;

  dismiss_undo_toast (self);
  segue_window_end_preview (self);
  segue_viewport_set_selection (self->viewport, NULL);
  segue_viewport_set_day (self->viewport, SEGUE_DAY_NONE);
  study_leaving (self);
  g_signal_group_set_target (self->session_signals, session);
  update_review_due (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
  update_title (self);
  history_changed_cb (self);
  if (session != NULL)
    {
      segue_timeline_view_fit_plan (self->timeline);
      segue_window_follow_forecast (self);
    }
}

/**
 * segue_window_get_plans_menu:
 * @self: a window
 *
 * Returns: (transfer none): the section of the main menu that lists plans
 */
GMenu *
segue_window_get_plans_menu (SegueWindow *self)
{
  g_return_val_if_fail (SEGUE_IS_WINDOW (self), NULL);

  return self->plans_section;
}

/**
 * segue_window_show_trouble:
 * @self: a window
 * @error: why the plans cannot be opened
 * @has_backups: whether there is anything to restore
 * @can_read: whether the plans can be looked at all the same
 *
 * Shows a page instead of the plan. Nothing is written while it stands.
 */
void
segue_window_show_trouble (SegueWindow  *self,
                           const GError *error,
                           gboolean      has_backups,
                           gboolean      can_read)
{
  g_return_if_fail (SEGUE_IS_WINDOW (self) && error != NULL);

  segue_window_set_session (self, NULL);
  segue_trouble_page_show (SEGUE_TROUBLE_PAGE (segue_later_make (self->trouble_page)), error, has_backups, can_read);
  gtk_stack_set_visible_child_name (self->pages, "trouble");
}

/**
 * segue_window_set_read_only:
 * @self: a window
 * @why: (nullable): what says that the plans can only be looked at, if so
 */
void
segue_window_set_read_only (SegueWindow *self,
                            const char  *why)
{
  g_return_if_fail (SEGUE_IS_WINDOW (self));

  if (why != NULL)
    adw_banner_set_title (self->read_only_banner, why);
  adw_banner_set_revealed (self->read_only_banner, why != NULL);
}

/* In as many lines as it takes: the reason stands at the end. A toast is as high
 * as its text would like to be, so that the text has to know what it is given. */
static GtkWidget *
make_message (SegueWindow *self,
              const char  *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), gtk_widget_get_width (GTK_WIDGET (self)) < 600 ? 32 : 60);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

/**
 * segue_window_show_message:
 * @self: a window
 * @message: one sentence; a path before it is left out
 *
 * Shows @message for a moment over the window.
 */
void
segue_window_show_message (SegueWindow *self,
                           const char  *message)
{
  g_autofree char *sentence = NULL;
  AdwToast *toast;

  g_return_if_fail (SEGUE_IS_WINDOW (self));

  sentence = segue_error_dup_sentence (message);
  toast = adw_toast_new (sentence);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_custom_title (toast, make_message (self, sentence));
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * segue_window_edited:
 * @self: a window
 * @change_set: what was just performed
 *
 * Says what was done and offers to undo it.
 */
void
segue_window_edited (SegueWindow    *self,
                     SegueChangeSet *change_set)
{
  AdwToast *toast;

  dismiss_undo_toast (self);
  toast = adw_toast_new (segue_change_set_get_label (change_set));
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, G_CONNECT_SWAPPED);
  self->undo_toast = g_object_ref (toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

SegueViewport *
segue_window_get_viewport (SegueWindow *self)
{
  return self->viewport;
}

SegueFindBar *
segue_window_get_find_bar (SegueWindow *self)
{
  return self->find_bar;
}

SegueTimelineView *
segue_window_get_timeline (SegueWindow *self)
{
  return self->timeline;
}

SegueLeavingStrip *
segue_window_get_leaving_strip (SegueWindow *self)
{
  return self->leaving_strip;
}

SegueLeavingStudy *
segue_window_get_leaving_study (SegueWindow *self)
{
  return self->leaving_study;
}

SeguePreviewBar *
segue_window_get_preview_bar (SegueWindow *self)
{
  return self->preview_bar;
}

SegueCalendarView *
segue_window_get_calendar (SegueWindow *self)
{
  return SEGUE_CALENDAR_VIEW (segue_later_make (self->calendar_page));
}

const char *
segue_window_get_page (SegueWindow *self)
{
  return adw_view_stack_get_visible_child_name (self->views);
}

void
segue_window_toggle_sidebar (SegueWindow *self)
{
  adw_overlay_split_view_set_show_sidebar (
    self->split, !adw_overlay_split_view_get_show_sidebar (self->split));
}

/* The menu is in the list of goals, which a narrow window hides. */
void
segue_window_show_menu (SegueWindow *self)
{
  adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
  gtk_menu_button_popup (self->menu_button);
}

void
segue_window_toggle_inspector (SegueWindow *self)
{
  g_object_set (self, "inspector-visible", !self->inspector_visible, NULL);
}
