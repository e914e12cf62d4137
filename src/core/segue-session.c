/* segue-session.c - a plan, its history and its storage
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every change walks one path: check, store, apply, lay out, remember,
 * announce. Undo is the inverted change set on the same path. Up to and with
 * the storing each step may fail and leaves everything as it was; nothing
 * behind it can.
 *
 * Laying out never keeps the window waiting. The engine works in a thread on a
 * copy of the plan, first on the dates, then on what would help where they do
 * not hold and until when routes stay open; what is ready soon is waited for,
 * what is not is shown when it comes:
 *
 *   edit ─► dates ──soon──► shown ─► the rest ──soon──► shown: complete
 *             └──later──► the steps stay where  └──later──► dates shown meanwhile
 *                         they were meanwhile
 *
 * The next edit drops what is still being worked out.
 *
 * What is done beside the window stands in segue-session-acts.c.
 */
#include "core/segue-apply.h"
#include "core/segue-diff.h"
#include "core/segue-session-private.h"

#include <glib/gi18n-lib.h>

/* What the window may be kept waiting for, in µs of the thread's own time. */
#define PATIENCE (15 * 1000)
/* The same where nothing is shown yet: rather than an empty plan, its dates. */
#define FIRST_PATIENCE (100 * 1000)
/* No wait is longer than this on the wall, unless there is a window to keep alive. */
#define LIMIT (2 * G_USEC_PER_SEC)

G_DEFINE_FINAL_TYPE (SegueSession, segue_session, G_TYPE_OBJECT)

typedef enum
{
  PROP_PLAN = 1,
  PROP_LAYOUT,
  PROP_LAYOUT_COMPLETE,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
} SegueSessionProperty;

static GParamSpec *properties[PROP_REDO_LABEL + 1];

enum
{
  SIGNAL_PERFORMED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
stop_work (SegueSession *self)
{
  g_clear_pointer (&self->work, segue_layout_work_drop);
  g_clear_object (&self->copy);
}

static void
take_layout (SegueSession *self,
             SegueLayout  *layout,
             gboolean      complete)
{
  segue_layout_ref (layout);
  g_clear_pointer (&self->layout, segue_layout_unref);
  self->layout = layout;
  self->complete = complete;
  if (complete)
    stop_work (self);
}

static void
take_dates (SegueSession *self,
            SegueLayout  *layout)
{
  g_clear_pointer (&self->before, segue_layout_unref);
  self->before = g_steal_pointer (&self->settled);
  self->settled = segue_layout_ref (layout);
  self->has_dates = TRUE;
  take_layout (self, layout, FALSE);
}

/* Whether there is something that the dates alone do not say. */
static gboolean
has_more_to_say (SegueLayout *layout)
{
  const SegueSchedule *schedule = segue_layout_get_schedule (layout);

  for (gint32 i = 0; i < schedule->n_routes; i++)
    if (schedule->routes[i].status == SEGUE_ROUTE_OPEN || schedule->routes[i].status == SEGUE_ROUTE_CHOSEN)
      return TRUE;
  return schedule->n_conflicts > 0;
}

/* The same dates come again, as the same is asked from the same layout. */
static void
rest_found_cb (SegueLayout *layout,
               gpointer     data)
{
  SegueSession *self = data;

  take_layout (self, layout, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAYOUT_COMPLETE]);
}

static void
find_rest (SegueSession *self,
           gint64        patience)
{
  g_autoptr (SegueLayout) layout = NULL;

  if (!has_more_to_say (self->layout))
    {
      take_layout (self, self->layout, TRUE);
      return;
    }
  g_clear_pointer (&self->work, segue_layout_work_drop);
  self->work = segue_layout_work_begin (self->copy, self->today, SEGUE_SOLVE_ALL, self->before, rest_found_cb, self);
  layout = segue_layout_work_wait_until (self->work, patience, self->limit);
  if (layout)
    take_layout (self, layout, TRUE);
}

static void
dates_found_cb (SegueLayout *layout,
                gpointer     data)
{
  SegueSession *self = data;

  take_dates (self, layout);
  find_rest (self, 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAYOUT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAYOUT_COMPLETE]);
  segue_session_begin_act (self);
}

static void
lay_out (SegueSession *self,
         gint64        patience)
{
  g_autoptr (SegueLayout) layout = NULL;

  stop_work (self);
  self->copy = segue_plan_copy (self->plan);
  self->work = segue_layout_work_begin (self->copy, self->today, SEGUE_SOLVE_LATEST, self->settled,
                                        dates_found_cb, self);
  layout = segue_layout_work_wait_until (self->work, patience, self->limit);
  if (layout)
    {
      take_dates (self, layout);
      find_rest (self, self->patience);
      return;
    }
  layout = segue_layout_new_pending (self->plan, self->today, self->layout);
  self->has_dates = FALSE;
  take_layout (self, layout, FALSE);
}

/* Applies what may be applied and is stored; what comes now cannot fail. */
static void
follow (SegueSession   *self,
        SegueChangeSet *change_set)
{
  gboolean applied = segue_plan_apply (self->plan, change_set, NULL);

  g_assert (applied);
  lay_out (self, self->patience);
}

static void
announce (SegueSession   *self,
          SegueChangeSet *change_set)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAYOUT]);
  for (guint property = PROP_LAYOUT_COMPLETE; property <= PROP_REDO_LABEL; property++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
  g_signal_emit (self, signals[SIGNAL_PERFORMED], 0, change_set);
}

static gboolean
may_apply (SegueSession   *self,
           SegueChangeSet *change_set,
           GError        **error)
{
  g_autoptr (GHashTable) outcome = segue_apply_check (self->plan, change_set, error);

  return outcome != NULL;
}

static gboolean
walk (SegueSession   *self,
      SegueChangeSet *change_set,
      GError        **error)
{
  if (!may_apply (self, change_set, error))
    return FALSE;
  if (self->storage && !segue_storage_commit (self->storage, segue_plan_get_id (self->plan), change_set, error))
    return FALSE;
  follow (self, change_set);
  return TRUE;
}

static void
segue_session_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  SegueSession *self = SEGUE_SESSION (object);

  switch ((SegueSessionProperty) property_id)
    {
    case PROP_PLAN:
      g_value_set_object (value, self->plan);
      break;
    case PROP_LAYOUT:
      g_value_set_boxed (value, self->layout);
      break;
    case PROP_LAYOUT_COMPLETE:
      g_value_set_boolean (value, segue_session_is_layout_complete (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, segue_session_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, segue_session_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, segue_session_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, segue_session_get_redo_label (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
segue_session_dispose (GObject *object)
{
  SegueSession *self = SEGUE_SESSION (object);

  if (self->plan)
    segue_session_settle (self);
  stop_work (self);
  g_clear_object (&self->plan);
  g_clear_object (&self->storage);

  G_OBJECT_CLASS (segue_session_parent_class)->dispose (object);
}

static void
segue_session_finalize (GObject *object)
{
  SegueSession *self = SEGUE_SESSION (object);

  g_clear_pointer (&self->layout, segue_layout_unref);
  g_clear_pointer (&self->settled, segue_layout_unref);
  g_clear_pointer (&self->before, segue_layout_unref);
  g_clear_pointer (&self->history, segue_history_free);

  G_OBJECT_CLASS (segue_session_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_PLAN] = g_param_spec_object ("plan", NULL, NULL, SEGUE_TYPE_PLAN, flags);
  properties[PROP_LAYOUT] = g_param_spec_boxed ("layout", NULL, NULL, SEGUE_TYPE_LAYOUT, flags);
  properties[PROP_LAYOUT_COMPLETE] = g_param_spec_boolean ("layout-complete", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
segue_session_class_init (SegueSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = segue_session_get_property;
  object_class->dispose = segue_session_dispose;
  object_class->finalize = segue_session_finalize;

  install_properties (object_class);

  /**
   * SegueSession::performed:
   * @self: the session
   * @change_set: what has been done, undone or redone
   *
   * Plan and layout are up to date, as far as "layout-complete" says, and what
   * was done is stored.
   */
  signals[SIGNAL_PERFORMED] =
    g_signal_new ("performed", SEGUE_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, SEGUE_TYPE_CHANGE_SET);
}

static void
segue_session_init (SegueSession *self)
{
  self->history = segue_history_new ();
  self->patience = PATIENCE;
  self->limit = LIMIT;
}

/**
 * segue_session_new:
 * @plan: a plan with its plan record
 * @storage: (nullable): where it is stored already; %NULL for a plan that is
 *   only looked at
 * @today: what a plan without a day of its own is scheduled from
 *
 * Returns: (transfer full): a session with an empty history
 */
SegueSession *
segue_session_new (SeguePlan    *plan,
                   SegueStorage *storage,
                   SegueDay      today)
{
  return segue_session_new_with_dates (plan, storage, today, NULL);
}

/**
 * segue_session_new_with_dates:
 * @plan: a plan with its plan record
 * @storage: (nullable): where it is stored already
 * @today: what a plan without a day of its own is scheduled from
 * @dates: (nullable): the plan as it is now, laid out with %SEGUE_SOLVE_LATEST
 *   from @today; %NULL: it is to be laid out
 *
 * Returns: (transfer full): as segue_session_new()
 */
SegueSession *
segue_session_new_with_dates (SeguePlan    *plan,
                              SegueStorage *storage,
                              SegueDay      today,
                              SegueLayout  *dates)
{
  SegueSession *self;

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && segue_plan_get_header (plan) != NULL, NULL);
  g_return_val_if_fail (storage == NULL || SEGUE_IS_STORAGE (storage), NULL);

  self = g_object_new (SEGUE_TYPE_SESSION, NULL);
  self->plan = g_object_ref (plan);
  self->storage = storage ? g_object_ref (storage) : NULL;
  self->today = today;
  if (dates)
    {
      self->copy = segue_plan_copy (plan);
      take_dates (self, dates);
      find_rest (self, self->patience);
    }
  else
    lay_out (self, FIRST_PATIENCE);
  return self;
}

/**
 * segue_session_get_plan:
 * @self: a session
 *
 * Returns: (transfer none): its plan
 */
SeguePlan *
segue_session_get_plan (SegueSession *self)
{
  g_return_val_if_fail (SEGUE_IS_SESSION (self), NULL);

  return self->plan;
}

/**
 * segue_session_get_layout:
 * @self: a session
 *
 * Returns: (transfer none): its plan laid out
 */
SegueLayout *
segue_session_get_layout (SegueSession *self)
{
  g_return_val_if_fail (SEGUE_IS_SESSION (self), NULL);

  return self->layout;
}

/**
 * segue_session_is_layout_complete:
 * @self: a session
 *
 * Returns: whether the layout says all there is to say; if not, remedies, the
 *   days until which routes stay open, or even the dates are being worked out,
 *   or there is an act that will bring another one
 */
gboolean
segue_session_is_layout_complete (SegueSession *self)
{
  g_return_val_if_fail (SEGUE_IS_SESSION (self), FALSE);

  return self->complete && !segue_session_is_acting (self);
}

/**
 * segue_session_has_dates:
 * @self: a session
 *
 * Returns: whether the layout has dates of the plan as it is; if not, steps
 *   stay where they were until they are worked out
 */
gboolean
segue_session_has_dates (SegueSession *self)
{
  g_return_val_if_fail (SEGUE_IS_SESSION (self), FALSE);

  return self->has_dates;
}

/**
 * segue_session_set_patience:
 * @self: a session
 * @patience: µs of a thread's processor time, 0 for none, -1 for any
 *
 * How long an edit waits for the dates, and again for the rest, before it goes
 * on without them.
 */
void
segue_session_set_patience (SegueSession *self,
                            gint64        patience)
{
  g_return_if_fail (SEGUE_IS_SESSION (self));

  self->patience = patience;
}

/**
 * segue_session_set_limit:
 * @self: a session
 * @limit: µs on the wall
 *
 * No wait for the dates or for the rest is longer than this, however little the
 * machine lets the thread work meanwhile. A window sets it to what a person
 * does not notice.
 */
void
segue_session_set_limit (SegueSession *self,
                         gint64        limit)
{
  g_return_if_fail (SEGUE_IS_SESSION (self));

  self->limit = limit;
}

/**
 * segue_session_get_today:
 * @self: a session
 *
 * Returns: what a plan without a day of its own is scheduled from
 */
SegueDay
segue_session_get_today (SegueSession *self)
{
  g_return_val_if_fail (SEGUE_IS_SESSION (self), SEGUE_DAY_NONE);

  return self->today;
}

/**
 * segue_session_set_today:
 * @self: a session
 * @today: the day that has begun
 *
 * Lays the plan out anew if it has no day of its own.
 */
void
segue_session_set_today (SegueSession *self,
                         SegueDay      today)
{
  g_return_if_fail (SEGUE_IS_SESSION (self));

  if (self->today == today)
    return;
  segue_session_settle (self);
  self->today = today;
  if (segue_record_has (segue_plan_get_header (self->plan), SEGUE_PLAN_NOW))
    return;
  lay_out (self, self->patience);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAYOUT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAYOUT_COMPLETE]);
}

/**
 * segue_session_perform:
 * @self: a session
 * @change_set: what is to be done
 * @error: return location for an error, a whole sentence
 *
 * Returns: whether it was done and stored; if not, nothing has changed
 *   anywhere
 */
gboolean
segue_session_perform (SegueSession   *self,
                       SegueChangeSet *change_set,
                       GError        **error)
{
  g_return_val_if_fail (SEGUE_IS_SESSION (self), FALSE);
  g_return_val_if_fail (SEGUE_IS_CHANGE_SET (change_set), FALSE);

  if (segue_change_set_count (change_set) == 0)
    return TRUE;
  segue_session_settle (self);
  if (!walk (self, change_set, error))
    return FALSE;
  segue_history_push (self->history, change_set);
  announce (self, change_set);
  return TRUE;
}

/**
 * segue_session_adopt:
 * @self: a session
 * @stored: the plan as its storage has it now
 * @label: (nullable): what has been done, translated; %NULL: a change that
 *   another program made
 * @error: return location for an error
 *
 * Takes over what has been done to the stored plan past this session. It can be
 * undone like an edit of one's own.
 *
 * Returns: whether the session's plan is now as @stored
 */
gboolean
segue_session_adopt (SegueSession *self,
                     SeguePlan    *stored,
                     const char   *label,
                     GError      **error)
{
  g_autoptr (SegueChangeSet) change_set = NULL;

  g_return_val_if_fail (SEGUE_IS_SESSION (self), FALSE);
  g_return_val_if_fail (SEGUE_IS_PLAN (stored), FALSE);

  segue_session_settle (self);
  change_set = segue_plan_diff (self->plan, stored, label ? label : _("Change Made Elsewhere"));
  if (segue_change_set_count (change_set) == 0)
    return TRUE;
  if (!may_apply (self, change_set, error))
    return FALSE;
  follow (self, change_set);
  segue_history_push (self->history, change_set);
  announce (self, change_set);
  return TRUE;
}

/**
 * segue_session_can_undo:
 * @self: a session
 *
 * Returns: whether there is something to undo
 */
gboolean
segue_session_can_undo (SegueSession *self)
{
  return segue_session_get_undo_label (self) != NULL;
}

/**
 * segue_session_can_redo:
 * @self: a session
 *
 * Returns: whether there is something to redo
 */
gboolean
segue_session_can_redo (SegueSession *self)
{
  return segue_session_get_redo_label (self) != NULL;
}

/**
 * segue_session_get_undo_label:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): what would be undone, translated
 */
const char *
segue_session_get_undo_label (SegueSession *self)
{
  SegueChangeSet *last;

  g_return_val_if_fail (SEGUE_IS_SESSION (self), NULL);

  last = segue_history_peek_undo (self->history);
  return last ? segue_change_set_get_label (last) : NULL;
}

/**
 * segue_session_get_redo_label:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): what would be redone, translated
 */
const char *
segue_session_get_redo_label (SegueSession *self)
{
  SegueChangeSet *next;

  g_return_val_if_fail (SEGUE_IS_SESSION (self), NULL);

  next = segue_history_peek_redo (self->history);
  return next ? segue_change_set_get_label (next) : NULL;
}

static gboolean
refuse_nothing (GError    **error,
                const char *message)
{
  g_set_error_literal (error, SEGUE_ERROR, SEGUE_ERROR_NOT_FOUND, message);
  return FALSE;
}

/**
 * segue_session_undo:
 * @self: a session
 * @error: return location for an error, a whole sentence
 *
 * Returns: whether the last edit was undone; if not, nothing has changed
 */
gboolean
segue_session_undo (SegueSession *self,
                    GError      **error)
{
  g_autoptr (SegueChangeSet) inverse = NULL;
  SegueChangeSet *last;

  g_return_val_if_fail (SEGUE_IS_SESSION (self), FALSE);

  segue_session_settle (self);
  last = segue_history_peek_undo (self->history);
  if (last == NULL)
    return refuse_nothing (error, _("There is nothing to undo."));
  inverse = segue_change_set_invert (last);
  if (!walk (self, inverse, error))
    return FALSE;
  segue_history_undone (self->history);
  announce (self, inverse);
  return TRUE;
}

/**
 * segue_session_redo:
 * @self: a session
 * @error: return location for an error, a whole sentence
 *
 * Returns: whether what was undone last was done again; if not, nothing has
 *   changed
 */
gboolean
segue_session_redo (SegueSession *self,
                    GError      **error)
{
  SegueChangeSet *next;

  g_return_val_if_fail (SEGUE_IS_SESSION (self), FALSE);

  segue_session_settle (self);
  next = segue_history_peek_redo (self->history);
  if (next == NULL)
    return refuse_nothing (error, _("There is nothing to redo."));
  if (!walk (self, next, error))
    return FALSE;
  segue_history_redone (self->history);
  announce (self, next);
  return TRUE;
}

/**
 * segue_session_take_act:
 * @self: a session
 * @plan: a copy of its plan with the edit
 * @change_set: the edit, which is stored
 * @dates: (nullable): @plan laid out
 *
 * As behind the storing of an edit, without looking at each row.
 */
void
segue_session_take_act (SegueSession   *self,
                        SeguePlan      *plan,
                        SegueChangeSet *change_set,
                        SegueLayout    *dates)
{
  segue_plan_become (self->plan, plan, change_set);
  if (dates == NULL)
    {
      lay_out (self, self->patience);
      return;
    }
  stop_work (self);
  self->copy = g_object_ref (plan);
  take_dates (self, dates);
  find_rest (self, 0);
}

/**
 * segue_session_announce:
 * @self: a session
 * @change_set: (nullable): what was done; %NULL: there is nothing more to come
 */
void
segue_session_announce (SegueSession   *self,
                        SegueChangeSet *change_set)
{
  if (change_set)
    announce (self, change_set);
  else
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAYOUT_COMPLETE]);
}

/**
 * segue_session_wait_for_dates:
 * @self: a session
 *
 * Waits until it has them.
 */
void
segue_session_wait_for_dates (SegueSession *self)
{
  while (!self->has_dates)
    {
      g_autoptr (SegueLayout) layout = segue_layout_work_wait (self->work, -1);

      dates_found_cb (layout, self);
    }
}
