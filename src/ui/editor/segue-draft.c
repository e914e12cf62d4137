/* segue-draft.c - a plan on which an editor works
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/editor/segue-draft.h"

#include "core/segue-edit.h"

struct _SegueDraft
{
  GObject parent_instance;

  SegueSession *session;
  SegueDraft *parent;
  SeguePlan *base; /* as it was when the draft began */
  SeguePlan *plan;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (SegueDraft, segue_draft, G_TYPE_OBJECT)

static void
segue_draft_dispose (GObject *object)
{
  SegueDraft *self = SEGUE_DRAFT (object);

  g_clear_object (&self->session);
  g_clear_object (&self->parent);
  g_clear_object (&self->base);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (segue_draft_parent_class)->dispose (object);
}

static void
segue_draft_class_init (SegueDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = segue_draft_dispose;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
segue_draft_init (SegueDraft *self)
{
}

static SegueDraft *
create (SegueSession *session,
        SegueDraft   *parent,
        SeguePlan    *plan)
{
  SegueDraft *self = g_object_new (SEGUE_TYPE_DRAFT, NULL);

  self->session = g_object_ref (session);
  self->parent = parent ? g_object_ref (parent) : NULL;
  self->base = segue_plan_copy (plan);
  self->plan = segue_plan_copy (plan);
  return self;
}

SegueDraft *
segue_draft_new (SegueSession *session)
{
  g_return_val_if_fail (SEGUE_IS_SESSION (session), NULL);

  return create (session, NULL, segue_session_get_plan (session));
}

/**
 * segue_draft_new_child:
 * @parent: a draft
 *
 * Returns: (transfer full): a draft whose changes go into @parent
 */
SegueDraft *
segue_draft_new_child (SegueDraft *parent)
{
  g_return_val_if_fail (SEGUE_IS_DRAFT (parent), NULL);

  return create (parent->session, parent, parent->plan);
}

SegueSession *
segue_draft_get_session (SegueDraft *self)
{
  g_return_val_if_fail (SEGUE_IS_DRAFT (self), NULL);

  return self->session;
}

SeguePlan *
segue_draft_get_plan (SegueDraft *self)
{
  g_return_val_if_fail (SEGUE_IS_DRAFT (self), NULL);

  return self->plan;
}

SeguePlan *
segue_draft_get_base (SegueDraft *self)
{
  g_return_val_if_fail (SEGUE_IS_DRAFT (self), NULL);

  return self->base;
}

/**
 * segue_draft_get_now:
 * @self: a draft
 *
 * Returns: the day from which the plan is scheduled
 */
SegueDay
segue_draft_get_now (SegueDraft *self)
{
  g_return_val_if_fail (SEGUE_IS_DRAFT (self), SEGUE_DAY_NONE);

  return segue_layout_get_now (segue_session_get_layout (self->session));
}

gboolean
segue_draft_is_changed (SegueDraft *self)
{
  g_return_val_if_fail (SEGUE_IS_DRAFT (self), FALSE);

  return segue_edit_is_changed (self->base, self->plan);
}

/**
 * segue_draft_take:
 * @self: a draft
 * @change_set: (transfer full) (nullable): what a verb answered for its plan
 * @error: return location for an error, already set if @change_set is %NULL
 *
 * Returns: whether the draft is now so
 */
gboolean
segue_draft_take (SegueDraft      *self,
                  SegueChangeSet  *change_set,
                  GError         **error)
{
  g_autoptr (SegueChangeSet) owned = change_set;

  g_return_val_if_fail (SEGUE_IS_DRAFT (self), FALSE);

  if (owned == NULL || !segue_plan_apply (self->plan, owned, error))
    return FALSE;
  g_signal_emit (self, changed_signal, 0);
  return TRUE;
}

/**
 * segue_draft_commit:
 * @self: a draft
 * @label: what has been done, translated
 * @focus: (nullable): the id of what to show afterwards
 * @error: return location for an error; nothing has changed then
 *
 * Makes one change of all that was done.
 *
 * Returns: (transfer full) (nullable): what was performed
 */
SegueChangeSet *
segue_draft_commit (SegueDraft  *self,
                    const char  *label,
                    const char  *focus,
                    GError     **error)
{
  g_autoptr (SegueChangeSet) change_set = NULL;
  SeguePlan *target;

  g_return_val_if_fail (SEGUE_IS_DRAFT (self), NULL);

  target = self->parent ? self->parent->plan : segue_session_get_plan (self->session);
  change_set = segue_edit_take_draft (target, self->base, self->plan, label, focus, error);
  if (change_set == NULL)
    return NULL;
  if (self->parent)
    {
      if (!segue_draft_take (self->parent, g_object_ref (change_set), error))
        return NULL;
    }
  else if (!segue_session_perform (self->session, change_set, error))
    return NULL;
  return g_steal_pointer (&change_set);
}
