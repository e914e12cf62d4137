/* segue-answers.c - what a new person says before there is a plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-answers.h"

#include "core/segue-text.h"

static void
clear_date (SegueAnswerDate *date)
{
  g_clear_pointer (&date->title, g_free);
  g_clear_pointer (&date->label, g_free);
}

static void
free_date (gpointer data)
{
  clear_date (data);
  g_free (data);
}

/**
 * segue_answers_new:
 * @template_name: with what the plan begins
 * @title: what the goal and the plan are called
 *
 * Returns: (transfer full): answers without dates and hours
 */
SegueAnswers *
segue_answers_new (const char *template_name,
                   const char *title)
{
  SegueAnswers *self = g_new0 (SegueAnswers, 1);

  self->template_name = g_strdup (template_name);
  self->title = g_strdup (title);
  self->best.first = self->best.last = SEGUE_DAY_NONE;
  self->fallback.first = self->fallback.last = SEGUE_DAY_NONE;
  self->fixed = g_ptr_array_new_with_free_func (free_date);
  return self;
}

void
segue_answers_set_date (SegueAnswerDate *date,
                        SegueDay         first,
                        SegueDay         last,
                        const char      *label)
{
  g_return_if_fail (date != NULL);

  date->first = first;
  date->last = last;
  g_set_str (&date->label, label);
}

void
segue_answers_add_fixed (SegueAnswers *self,
                         const char   *title,
                         SegueDay      first,
                         SegueDay      last,
                         const char   *label)
{
  SegueAnswerDate *date = g_new0 (SegueAnswerDate, 1);

  date->title = g_strdup (title);
  segue_answers_set_date (date, first, last, label);
  g_ptr_array_add (self->fixed, date);
}

/**
 * segue_answers_dup_name:
 * @date: a date that was given
 *
 * Returns: (transfer full): what a route that aims at it is called
 */
char *
segue_answers_dup_name (const SegueAnswerDate *date)
{
  return date->label ? g_strdup (date->label) : segue_text_day (date->last);
}

void
segue_answers_free (SegueAnswers *self)
{
  g_free (self->template_name);
  g_free (self->title);
  clear_date (&self->best);
  clear_date (&self->fallback);
  g_ptr_array_unref (self->fixed);
  g_free (self);
}
