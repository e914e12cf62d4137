/* segue-viewport.c - what all views of a plan share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/common/segue-viewport.h"

#include <math.h>

#include "ui/common/segue-day-scale.h"

struct _SegueViewport
{
  GObject parent_instance;

  double origin;
  double scale;
  SegueDay day;
  int first_weekday; /* 1: Monday; 0: the locale's */
  char **selected; /* never NULL */
};

enum
{
  PROP_0,
  PROP_ORIGIN,
  PROP_SCALE,
  PROP_SELECTION,
  PROP_DAY,
  PROP_SELECTED,
  PROP_FIRST_WEEKDAY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SegueViewport, segue_viewport, G_TYPE_OBJECT)

static void
segue_viewport_finalize (GObject *object)
{
  SegueViewport *self = SEGUE_VIEWPORT (object);

  g_clear_pointer (&self->selected, g_strfreev);

  G_OBJECT_CLASS (segue_viewport_parent_class)->finalize (object);
}

static void
segue_viewport_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SegueViewport *self = SEGUE_VIEWPORT (object);

  switch (prop_id)
    {
    case PROP_ORIGIN:
      g_value_set_double (value, self->origin);
      break;
    case PROP_SCALE:
      g_value_set_double (value, self->scale);
      break;
    case PROP_SELECTION:
      g_value_set_string (value, self->selected[0]);
      break;
    case PROP_SELECTED:
      g_value_set_boxed (value, self->selected);
      break;
    case PROP_DAY:
      g_value_set_int (value, self->day);
      break;
    case PROP_FIRST_WEEKDAY:
      g_value_set_int (value, self->first_weekday);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_first_weekday (SegueViewport *self, int first_weekday)
{
  if (first_weekday == self->first_weekday)
    return;

  self->first_weekday = first_weekday;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIRST_WEEKDAY]);
}

static void
segue_viewport_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SegueViewport *self = SEGUE_VIEWPORT (object);

  switch (prop_id)
    {
    case PROP_ORIGIN:
      segue_viewport_set_origin (self, g_value_get_double (value));
      break;
    case PROP_SCALE:
      segue_viewport_set_scale (self, g_value_get_double (value));
      break;
    case PROP_SELECTION:
      segue_viewport_set_selection (self, g_value_get_string (value));
      break;
    case PROP_DAY:
      segue_viewport_set_day (self, g_value_get_int (value));
      break;
    case PROP_SELECTED:
      segue_viewport_set_selected (self, g_value_get_boxed (value));
      break;
    case PROP_FIRST_WEEKDAY:
      set_first_weekday (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
segue_viewport_class_init (SegueViewportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = segue_viewport_finalize;
  object_class->get_property = segue_viewport_get_property;
  object_class->set_property = segue_viewport_set_property;

  properties[PROP_ORIGIN] =
    g_param_spec_double ("origin", NULL, NULL, SEGUE_DAY_MIN, SEGUE_DAY_MAX, 0,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SCALE] =
    g_param_spec_double ("scale", NULL, NULL, SEGUE_VIEWPORT_MIN_SCALE, SEGUE_VIEWPORT_MAX_SCALE, 2,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTION] =
    g_param_spec_string ("selection", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DAY] =
    g_param_spec_int ("day", NULL, NULL, G_MININT, SEGUE_DAY_MAX, SEGUE_DAY_NONE,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTED] =
    g_param_spec_boxed ("selected", NULL, NULL, G_TYPE_STRV,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FIRST_WEEKDAY] =
    g_param_spec_int ("first-weekday", NULL, NULL, 0, 7, 0,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
segue_viewport_init (SegueViewport *self)
{
  self->scale = 2;
  self->day = SEGUE_DAY_NONE;
  self->selected = g_new0 (char *, 1);
}

SegueViewport *
segue_viewport_new (void)
{
  return g_object_new (SEGUE_TYPE_VIEWPORT, NULL);
}

double
segue_viewport_get_origin (SegueViewport *self)
{
  g_return_val_if_fail (SEGUE_IS_VIEWPORT (self), 0);

  return self->origin;
}

void
segue_viewport_set_origin (SegueViewport *self, double origin)
{
  g_return_if_fail (SEGUE_IS_VIEWPORT (self));
  g_return_if_fail (isfinite (origin));

  origin = CLAMP (origin, SEGUE_DAY_MIN, SEGUE_DAY_MAX);
  if (origin == self->origin)
    return;

  self->origin = origin;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORIGIN]);
}

double
segue_viewport_get_scale (SegueViewport *self)
{
  g_return_val_if_fail (SEGUE_IS_VIEWPORT (self), 1);

  return self->scale;
}

void
segue_viewport_set_scale (SegueViewport *self, double scale)
{
  g_return_if_fail (SEGUE_IS_VIEWPORT (self));
  g_return_if_fail (isfinite (scale));

  scale = CLAMP (scale, SEGUE_VIEWPORT_MIN_SCALE, SEGUE_VIEWPORT_MAX_SCALE);
  if (scale == self->scale)
    return;

  self->scale = scale;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCALE]);
}

/**
 * segue_viewport_get_selection:
 *
 * Returns: (transfer none) (nullable): the id of what is selected first
 */
const char *
segue_viewport_get_selection (SegueViewport *self)
{
  g_return_val_if_fail (SEGUE_IS_VIEWPORT (self), NULL);

  return self->selected[0];
}

/**
 * segue_viewport_set_selection:
 * @id: (nullable): what alone shall be selected
 */
void
segue_viewport_set_selection (SegueViewport *self, const char *id)
{
  const char *ids[] = { id, NULL };

  segue_viewport_set_selected (self, ids);
}

/**
 * segue_viewport_get_selected:
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids of all that is
 *   selected
 */
const char *const *
segue_viewport_get_selected (SegueViewport *self)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (SEGUE_IS_VIEWPORT (self), none);

  return (const char *const *) self->selected;
}

/**
 * segue_viewport_set_selected:
 * @ids: (nullable) (array zero-terminated=1): what shall be selected, the
 *   most important first
 */
void
segue_viewport_set_selected (SegueViewport *self, const char *const *ids)
{
  static const char *const none[] = { NULL };
  g_auto(GStrv) before = NULL;

  g_return_if_fail (SEGUE_IS_VIEWPORT (self));

  if (ids == NULL)
    ids = none;
  if (g_strv_equal (ids, (const char *const *) self->selected))
    return;

  before = self->selected;
  self->selected = g_strdupv ((char **) ids);
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
  if (g_strcmp0 (before[0], self->selected[0]) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTION]);
  g_object_thaw_notify (G_OBJECT (self));
}

gboolean
segue_viewport_is_selected (SegueViewport *self, const char *id)
{
  g_return_val_if_fail (SEGUE_IS_VIEWPORT (self), FALSE);

  return id != NULL && g_strv_contains ((const char *const *) self->selected, id);
}

/**
 * segue_viewport_toggle:
 * @id: what shall be selected first, beside what is; or no longer, if it is
 */
void
segue_viewport_toggle (SegueViewport *self, const char *id)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *copy = NULL;
  gboolean was;

  g_return_if_fail (SEGUE_IS_VIEWPORT (self));
  g_return_if_fail (id != NULL);

  copy = g_strdup (id); /* it may be one of ours */
  was = segue_viewport_is_selected (self, copy);
  if (!was)
    g_ptr_array_add (ids, copy);
  for (guint i = 0; self->selected[i] != NULL; i++)
    if (!g_str_equal (self->selected[i], copy))
      g_ptr_array_add (ids, self->selected[i]);
  g_ptr_array_add (ids, NULL);
  segue_viewport_set_selected (self, (const char *const *) ids->pdata);
}

/**
 * segue_viewport_get_day:
 *
 * Returns: the day that the calendar is at; %SEGUE_DAY_NONE before it has been
 *   anywhere
 */
SegueDay
segue_viewport_get_day (SegueViewport *self)
{
  g_return_val_if_fail (SEGUE_IS_VIEWPORT (self), SEGUE_DAY_NONE);

  return self->day;
}

void
segue_viewport_set_day (SegueViewport *self, SegueDay day)
{
  g_return_if_fail (SEGUE_IS_VIEWPORT (self));

  if (day != SEGUE_DAY_NONE)
    day = CLAMP (day, SEGUE_DAY_MIN, SEGUE_DAY_MAX);
  if (day == self->day)
    return;

  self->day = day;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}

/**
 * segue_viewport_get_first_weekday:
 *
 * Returns: the weekday with which weeks begin for this person
 */
SegueWeekday
segue_viewport_get_first_weekday (SegueViewport *self)
{
  g_return_val_if_fail (SEGUE_IS_VIEWPORT (self), SEGUE_MONDAY);

  return self->first_weekday == 0 ? segue_locale_first_weekday () : (SegueWeekday) (self->first_weekday - 1);
}

/**
 * segue_viewport_zoom_around:
 * @day: the day that stays where it is on the screen
 * @factor: above 1 to see more closely
 *
 * Both properties notify once, after both have their new value.
 */
void
segue_viewport_zoom_around (SegueViewport *self, double day, double factor)
{
  double scale;

  g_return_if_fail (SEGUE_IS_VIEWPORT (self));
  g_return_if_fail (factor > 0);

  scale = CLAMP (self->scale * factor, SEGUE_VIEWPORT_MIN_SCALE, SEGUE_VIEWPORT_MAX_SCALE);

  g_object_freeze_notify (G_OBJECT (self));
  segue_viewport_set_origin (self, day - (day - self->origin) * self->scale / scale);
  segue_viewport_set_scale (self, scale);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * segue_viewport_fit:
 * @begin: first day to be seen
 * @end: the day after the last one
 * @width: pixels there are
 *
 * Chooses scale and origin so that exactly the span is in sight; a span that
 * is too short or too long for the limits of the scale is centred.
 */
void
segue_viewport_fit (SegueViewport *self, double begin, double end, double width)
{
  double scale;

  g_return_if_fail (SEGUE_IS_VIEWPORT (self));
  g_return_if_fail (end > begin);
  g_return_if_fail (width > 0);

  scale = CLAMP (width / (end - begin), SEGUE_VIEWPORT_MIN_SCALE, SEGUE_VIEWPORT_MAX_SCALE);

  g_object_freeze_notify (G_OBJECT (self));
  segue_viewport_set_scale (self, scale);
  segue_viewport_set_origin (self, (begin + end) / 2 - width / scale / 2);
  g_object_thaw_notify (G_OBJECT (self));
}
