/* segue-answers.h - what a new person says before there is a plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/segue-day.h"

G_BEGIN_DECLS

/* A day, or a span with what it is called. */
typedef struct
{
  char *title;    /* of a fixed date: what happens */
  SegueDay first; /* SEGUE_DAY_NONE: not given */
  SegueDay last;
  char *label;    /* of a coarse date, or NULL */
} SegueAnswerDate;

/**
 * SegueAnswers:
 *
 * What changes, by when at best, what then if it fails, how many hours there
 * are, and what dates are fixed.
 */
typedef struct
{
  char *template_name; /* "job"; a file of templates */
  char *title;
  SegueAnswerDate best;
  SegueAnswerDate fallback;
  gint32 week[7];      /* minutes from Monday */
  GPtrArray *fixed;    /* of SegueAnswerDate */
} SegueAnswers;

SegueAnswers *segue_answers_new       (const char *template_name, const char *title);
void          segue_answers_set_date  (SegueAnswerDate *date, SegueDay first, SegueDay last, const char *label);
void          segue_answers_add_fixed (SegueAnswers *self, const char *title, SegueDay first, SegueDay last, const char *label);
char         *segue_answers_dup_name  (const SegueAnswerDate *date);
void          segue_answers_free      (SegueAnswers *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueAnswers, segue_answers_free)

G_END_DECLS
