/* segue-route-row.c - one route and how it stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/window/segue-route-row.h"

#include <glib/gi18n.h>

#include "core/segue-forecaster.h"
#include "core/segue-outlook.h"
#include "core/segue-text.h"
#include "ui/common/segue-ui.h"

struct _SegueRouteRow
{
  AdwBin parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *state;
  GtkLabel *chance;
  GtkWidget *why_button;
};

G_DEFINE_FINAL_TYPE (SegueRouteRow, segue_route_row, ADW_TYPE_BIN)

typedef struct
{
  const char *icon;
  const char *css_class;
} Look;

/* How each state looks; the words beside it say the same. */
static const Look looks[] = {
  [SEGUE_ROUTE_OPEN] = { "radio-symbolic", "dimmed" },
  [SEGUE_ROUTE_CHOSEN] = { "object-select-symbolic", "success" },
  [SEGUE_ROUTE_CLOSED] = { "changes-prevent-symbolic", "dimmed" },
  [SEGUE_ROUTE_INFEASIBLE] = { "window-close-symbolic", "error" },
};

/* What is taken but comes too late. */
static const Look late_look = { "dialog-warning-symbolic", "warning" };

static const char *const state_classes[] = { "dimmed", "success", "warning", "error", NULL };

static const Look *
get_look (SegueLayout *layout,
          int          route)
{
  SegueRouteStatus status = segue_layout_get_schedule (layout)->routes[route].status;

  if (status == SEGUE_ROUTE_CHOSEN &&
      segue_outlook_find_late (layout, segue_layout_get_problem (layout)->routes[route].goal) > 0)
    return &late_look;
  return &looks[status];
}

static char *
describe_state (SegueLayout *layout,
                int          route)
{
  char *verdict = segue_text_route_verdict (layout, route);

  return verdict ? verdict : segue_text_route_state (layout, route);
}

/* How likely the route is reached; NULL while that is not known, and where there is nothing to guess. */
static char *
describe_chance (SegueSession *session,
                 int           route)
{
  SegueForecast *forecast = segue_forecaster_get_forecast (segue_forecaster_of (session));
  SegueLayout *layout = segue_session_get_layout (session);
  SegueRouteStatus status = segue_layout_get_schedule (layout)->routes[route].status;
  double share = forecast ? segue_forecast_get_risk (forecast)->routes[route] : -1;

  if (share < 0 || segue_layout_is_certain (layout) || (status != SEGUE_ROUTE_CHOSEN && share == 0))
    return NULL;
  return segue_text_chance (share);
}

static void
show_look (SegueRouteRow *self,
           const Look    *look)
{
  segue_ui_replace_css_class (GTK_WIDGET (self->icon), state_classes, look->css_class);
  segue_ui_replace_css_class (GTK_WIDGET (self->state), state_classes, look->css_class);
  gtk_image_set_from_icon_name (self->icon, look->icon);
}

static void
show_route (SegueRouteRow     *self,
            SegueSession      *session,
            const SegueRecord *route)
{
  SegueLayout *layout = segue_session_get_layout (session);
  int index = segue_layout_find (layout, SEGUE_KIND_ROUTE, segue_record_get_id (route));
  const SegueRouteResult *result = &segue_layout_get_schedule (layout)->routes[index];
  g_autofree char *state = describe_state (layout, index);
  g_autofree char *chance = describe_chance (session, index);
  g_autofree char *name = NULL;
  g_autofree char *whole = segue_text_route (layout, index);

  show_look (self, get_look (layout, index));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
  gtk_label_set_label (self->title, segue_record_get_name (route));
  gtk_label_set_label (self->state, state);
  gtk_label_set_label (self->chance, chance ? chance : "");
  gtk_widget_set_visible (GTK_WIDGET (self->chance), chance != NULL);
  segue_ui_set_css_class (GTK_WIDGET (self->title), "heading", result->status == SEGUE_ROUTE_CHOSEN);
  gtk_widget_set_visible (self->why_button, result->conflicts.n > 0);
  /* Rows are filled where they stand, and the action takes no button without its route. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->why_button), "s", segue_record_get_id (route));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->why_button), "goals.why");

  /* Translators: accessible name of a button; %s is a route, such as Spring 2023 */
  name = g_strdup_printf (_("Why not: %s"), segue_record_get_name (route));
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->why_button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->why_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
segue_route_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SEGUE_TYPE_ROUTE_ROW);

  G_OBJECT_CLASS (segue_route_row_parent_class)->dispose (object);
}

static void
segue_route_row_class_init (SegueRouteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_route_row_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/window/segue-route-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueRouteRow, icon);
  gtk_widget_class_bind_template_child (widget_class, SegueRouteRow, title);
  gtk_widget_class_bind_template_child (widget_class, SegueRouteRow, state);
  gtk_widget_class_bind_template_child (widget_class, SegueRouteRow, chance);
  gtk_widget_class_bind_template_child (widget_class, SegueRouteRow, why_button);
}

static void
segue_route_row_init (SegueRouteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  segue_ui_keep_words (GTK_WIDGET (self));
}

/**
 * segue_route_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
segue_route_row_new (void)
{
  return g_object_new (SEGUE_TYPE_ROUTE_ROW, NULL);
}

/**
 * segue_route_row_show:
 * @self: a row
 * @session: where the layout comes from
 * @route_id: the route, which the current layout knows
 *
 * Shows the route as it stands now. Whoever is at the row stays there.
 */
void
segue_route_row_show (SegueRouteRow *self,
                      SegueSession  *session,
                      const char    *route_id)
{
  SegueLayout *layout = segue_session_get_layout (session);

  g_return_if_fail (SEGUE_IS_ROUTE_ROW (self));

  show_route (self, session, segue_layout_get_route (layout, segue_layout_find (layout, SEGUE_KIND_ROUTE, route_id)));
}
