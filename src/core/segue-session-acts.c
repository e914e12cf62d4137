/* segue-session-acts.c - what a session does beside the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What has many rows, or asks the engine before it is known what is to be done,
 * walks the same path in a thread (segue-act), one after the other; meanwhile
 * the plan is what it was. Only then are its rows those of the act's copy, in
 * one turn of the loop and with their dates, if these come soon:
 *
 *   wish ─► wish ─► act ──thread──► ready ─► dates ──soon──► landed: rows, dates
 *                                                └──later──► landed: rows
 *
 * Whatever is asked for while there is an act waits for it.
 */
#include "core/segue-session-private.h"

#include <glib/gi18n-lib.h>

/* Changes of more rows than this are made beside the window. */
#define MANY_ROWS 200
/* So long, in ms, a plan of many rows stays what it was for want of dates. */
#define DATES_PATIENCE 500

/* What becomes of the history. */
typedef enum
{
  WISH_PERFORM,
  WISH_UNDO,
  WISH_REDO,
} WishKind;

/* An edit that is yet to be made. */
typedef struct
{
  WishKind kind;
  SegueTrialVerb verb;
  gpointer question;
  GDestroyNotify free_question;
  SegueActFunc done;
  gpointer owner;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  if (wish->free_question && wish->question)
    wish->free_question (wish->question);
  g_free (wish);
}

static void
forget_dates (SegueSession *self)
{
  g_clear_handle_id (&self->dates_id, g_source_remove);
  g_clear_pointer (&self->dates, segue_layout_work_drop);
}

static void
remember (SegueSession   *self,
          WishKind        kind,
          SegueChangeSet *change_set)
{
  switch (kind)
    {
    case WISH_UNDO:
      segue_history_undone (self->history);
      break;
    case WISH_REDO:
      segue_history_redone (self->history);
      break;
    case WISH_PERFORM:
    default:
      segue_history_push (self->history, change_set);
    }
}

/* The act is over: the plan becomes what it is with it, or stays as it was. */
static void
land (SegueSession *self,
      SegueLayout  *dates)
{
  g_autoptr (SegueSession) held = g_object_ref (self);
  g_autoptr (SegueAct) act = g_steal_pointer (&self->act);
  Wish *wish = g_queue_pop_head (&self->wishes);
  SegueChangeSet *change_set = segue_act_get_edit (act);

  forget_dates (self);
  if (change_set && segue_change_set_count (change_set) > 0)
    {
      segue_session_take_act (self, segue_act_get_plan (act), change_set, dates);
      remember (self, wish->kind, change_set);
      segue_session_announce (self, change_set);
    }
  else
    segue_session_announce (self, NULL);
  wish->done (wish->owner, change_set, segue_act_get_error (act));
  wish_free (wish);
  segue_session_begin_act (self);
}

static void
act_dates_found_cb (SegueLayout *layout,
                    gpointer     data)
{
  land (data, layout);
}

static void
dates_awaited_cb (gpointer data)
{
  SegueSession *self = data;

  self->dates_id = 0;
  land (self, NULL);
}

static void
act_ready_cb (gpointer data)
{
  SegueSession *self = data;
  SegueChangeSet *change_set = segue_act_get_edit (self->act);

  if (change_set == NULL || segue_change_set_count (change_set) < MANY_ROWS)
    {
      land (self, NULL);
      return;
    }
  self->dates = segue_layout_work_begin (segue_act_get_plan (self->act), self->today, SEGUE_SOLVE_LATEST, self->settled,
                                         act_dates_found_cb, self);
  self->dates_id = g_timeout_add_once (DATES_PATIENCE, dates_awaited_cb, self);
}

static SegueChangeSet *
repeat (SeguePlan     *plan,
        SegueLayout   *layout,
        gconstpointer  question,
        GError       **error)
{
  return g_object_ref ((SegueChangeSet *) question);
}

static SegueChangeSet *
invert (SeguePlan     *plan,
        SegueLayout   *layout,
        gconstpointer  question,
        GError       **error)
{
  return segue_change_set_invert ((SegueChangeSet *) question);
}

static SegueChangeSet *
refuse_undo (SeguePlan     *plan,
             SegueLayout   *layout,
             gconstpointer  question,
             GError       **error)
{
  g_set_error_literal (error, SEGUE_ERROR, SEGUE_ERROR_NOT_FOUND, _("There is nothing to undo."));
  return NULL;
}

static SegueChangeSet *
refuse_redo (SeguePlan     *plan,
             SegueLayout   *layout,
             gconstpointer  question,
             GError       **error)
{
  g_set_error_literal (error, SEGUE_ERROR, SEGUE_ERROR_NOT_FOUND, _("There is nothing to redo."));
  return NULL;
}

/* What is to be undone is known when its turn has come. */
static void
look_up (SegueSession *self,
         Wish         *wish)
{
  SegueChangeSet *change_set;

  if (wish->kind == WISH_PERFORM)
    return;
  change_set = wish->kind == WISH_UNDO ? segue_history_peek_undo (self->history) : segue_history_peek_redo (self->history);
  wish->question = change_set ? g_object_ref (change_set) : NULL;
  wish->free_question = change_set ? g_object_unref : NULL;
  if (change_set == NULL)
    wish->verb = wish->kind == WISH_UNDO ? refuse_undo : refuse_redo;
}

/* A verb that asks where things lie has to be told. */
static gboolean
may_begin (SegueSession *self,
           const Wish   *wish)
{
  return self->has_dates || wish->verb == repeat || wish->verb == invert;
}

/**
 * segue_session_begin_act:
 * @self: a session
 *
 * Begins what waits, if it can begin now.
 */
void
segue_session_begin_act (SegueSession *self)
{
  Wish *wish = g_queue_peek_head (&self->wishes);

  if (self->act || wish == NULL || !may_begin (self, wish))
    return;
  look_up (self, wish);
  self->act = segue_act_begin (self->plan, self->layout, self->storage, wish->verb, g_steal_pointer (&wish->question),
                               wish->free_question, act_ready_cb, self);
}

static void
add_wish (SegueSession   *self,
          WishKind        kind,
          SegueTrialVerb  verb,
          gpointer        question,
          GDestroyNotify  free_question,
          SegueActFunc    done,
          gpointer        owner)
{
  Wish *wish = g_new0 (Wish, 1);

  *wish = (Wish) { kind, verb, question, free_question, done, owner };
  g_queue_push_tail (&self->wishes, wish);
  segue_session_begin_act (self);
}

/**
 * segue_session_act:
 * @self: a session
 * @verb: makes the edit; runs in a thread, on a copy of the plan and of how it
 *   lies when its turn has come
 * @question: (transfer full): for @verb
 * @free_question: frees it
 * @done: is called once: the edit is done and announced, or was not to be done
 * @owner: for @done, until then
 *
 * Performs what a verb makes of the plan, with nobody kept waiting: it is found
 * out, checked and stored in a thread. Acts are done in the order in which they
 * are asked for; what is performed otherwise waits for them.
 */
void
segue_session_act (SegueSession   *self,
                   SegueTrialVerb  verb,
                   gpointer        question,
                   GDestroyNotify  free_question,
                   SegueActFunc    done,
                   gpointer        owner)
{
  g_return_if_fail (SEGUE_IS_SESSION (self) && verb != NULL && done != NULL);

  add_wish (self, WISH_PERFORM, verb, question, free_question, done, owner);
}

static gboolean
is_soon_done (SegueSession   *self,
              SegueChangeSet *change_set)
{
  return !segue_session_is_acting (self) && (change_set == NULL || segue_change_set_count (change_set) < MANY_ROWS);
}

/**
 * segue_session_perform_later:
 * @self: a session
 * @change_set: what is to be done
 * @done: is called once, now if there are few rows
 * @owner: for @done, until then
 *
 * As segue_session_perform(); many rows are checked, stored and replaced in a
 * thread.
 */
void
segue_session_perform_later (SegueSession   *self,
                             SegueChangeSet *change_set,
                             SegueActFunc    done,
                             gpointer        owner)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (SEGUE_IS_SESSION (self) && SEGUE_IS_CHANGE_SET (change_set) && done != NULL);

  if (!is_soon_done (self, change_set))
    add_wish (self, WISH_PERFORM, repeat, g_object_ref (change_set), g_object_unref, done, owner);
  else if (segue_session_perform (self, change_set, &error))
    done (owner, change_set, NULL);
  else
    done (owner, NULL, error);
}

/**
 * segue_session_undo_later:
 * @self: a session
 * @done: is called once, now if there are few rows, with what was undone
 * @owner: for @done, until then
 *
 * As segue_session_undo(); many rows are replaced in a thread.
 */
void
segue_session_undo_later (SegueSession *self,
                          SegueActFunc  done,
                          gpointer      owner)
{
  g_autoptr (GError) error = NULL;
  SegueChangeSet *last;

  g_return_if_fail (SEGUE_IS_SESSION (self) && done != NULL);

  last = segue_history_peek_undo (self->history);
  if (!is_soon_done (self, last))
    add_wish (self, WISH_UNDO, invert, NULL, NULL, done, owner);
  else if (segue_session_undo (self, &error))
    done (owner, last, NULL);
  else
    done (owner, NULL, error);
}

/**
 * segue_session_redo_later:
 * @self: a session
 * @done: is called once, now if there are few rows, with what was redone
 * @owner: for @done, until then
 *
 * As segue_session_redo(); many rows are replaced in a thread.
 */
void
segue_session_redo_later (SegueSession *self,
                          SegueActFunc  done,
                          gpointer      owner)
{
  g_autoptr (GError) error = NULL;
  SegueChangeSet *next;

  g_return_if_fail (SEGUE_IS_SESSION (self) && done != NULL);

  next = segue_history_peek_redo (self->history);
  if (!is_soon_done (self, next))
    add_wish (self, WISH_REDO, repeat, NULL, NULL, done, owner);
  else if (segue_session_redo (self, &error))
    done (owner, next, NULL);
  else
    done (owner, NULL, error);
}

/**
 * segue_session_is_acting:
 * @self: a session
 *
 * Returns: whether something that was asked for is yet to be done
 */
gboolean
segue_session_is_acting (SegueSession *self)
{
  g_return_val_if_fail (SEGUE_IS_SESSION (self), FALSE);

  return self->wishes.length > 0;
}

/**
 * segue_session_settle:
 * @self: a session
 *
 * Waits until all that was asked for is done. Whoever is about to let go of a
 * session calls it, so that nothing is lost.
 */
void
segue_session_settle (SegueSession *self)
{
  g_return_if_fail (SEGUE_IS_SESSION (self));

  while (self->wishes.length > 0)
    {
      if (self->act == NULL)
        {
          segue_session_wait_for_dates (self);
          segue_session_begin_act (self);
        }
      segue_act_wait (self->act);
      land (self, NULL);
    }
}
