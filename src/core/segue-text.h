/* segue-text.h - days, spans and findings in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one module that puts dates and amounts into the person's language.
 * All texts are (transfer full) and whole: nothing is glued by the caller.
 */
#pragma once

#include "core/segue-forecast.h"
#include "core/segue-layout.h"

G_BEGIN_DECLS

char *segue_text_day           (SegueDay day);                     /* "5 April 2023", "2023년 4월 5일" */
char *segue_text_day_short     (SegueDay day, SegueDay reference); /* "5 Apr"; with the year if another than @reference's */
char *segue_text_span          (SegueDay first, SegueDay last);    /* "17 January to 1 February 2023" */
char *segue_text_month         (int year, int month);              /* "April 2023" */
char *segue_text_year              (int year);                     /* "2023", "2023년" */
char *segue_text_weekday       (SegueWeekday weekday);             /* "Mon" */
char *segue_text_minutes       (gint64 minutes);                   /* "25 h", "1 h 30 min" */
char *segue_text_days          (int days);                         /* "32 days" */
char *segue_text_units         (gint64 units);                     /* "1,200" */
char *segue_text_slack         (const SegueStepResult *result);    /* "61 days slack", "no slack", "3 days late" */
char *segue_text_missed_target (const char *title, int days);      /* "“Trip” then misses its target by 3 days." */
char *segue_text_step_name     (SegueLayout *layout, int step);    /* accessible: "Statement of purpose, 3 to 20 February 2023, 12 days slack" */
char *segue_text_needed_for    (SegueLayout *layout, int step);    /* "needed for Apply for fall 2023", or NULL */
char *segue_text_rule          (SegueLayout *layout, int rule);    /* its text, or a sentence made of its parts */
char *segue_text_rule_in_plan  (SeguePlan *plan, const SegueRecord *rule); /* made of its parts, without a layout */
char *segue_text_certainty     (SegueCertainty certainty);
char *segue_text_route_state   (SegueLayout *layout, int route);   /* "chosen", "32 days short", "reachable until 12 May 2023" */
char *segue_text_reachable     (SegueLayout *layout, int route);   /* "reachable until 12 May 2023", or NULL */
char *segue_text_route         (SegueLayout *layout, int route);   /* "Spring 2023 cannot be: 32 days short", "Fall 2023 · chosen" */
char *segue_text_route_verdict (SegueLayout *layout, int route);   /* "cannot be: 32 days short", or NULL where it can be */
char *segue_text_goal_verdict  (SegueLayout *layout, int goal);    /* the same of a goal without routes */
char *segue_text_conflict      (SegueLayout *layout, int conflict);
char *segue_text_exclusive     (SegueLayout *layout, int exclusive); /* "Only one of “Fall 2023” and “Spring 2024” is possible" */
char *segue_text_remedy        (SegueLayout *layout, int remedy);
char *segue_text_remedy_cost   (SegueLayout *layout, int remedy);
char *segue_text_share         (double share);                     /* "87%" */
char *segue_text_chance        (double share);                     /* "87% chance" */
char *segue_text_often         (double share);                     /* "in 29% of the draws" */
char *segue_text_risk_method   (const SegueRisk *risk);            /* "Routes, dates and hours were found anew each time." */
char *segue_text_by            (SegueDay day);                     /* "by 7 August 2022" */
char *segue_text_forecast      (SegueForecast *forecast);          /* what is least sure, in a sentence */
char *segue_text_expected      (const SegueQuantiles *end);        /* "Even odds by 3 February 2023, 80% sure by …" */
char *segue_text_vesting       (const SegueTranche *tranches, gint32 n_tranches, SegueDay now);
char *segue_text_holder        (SegueLayout *layout, const SegueHolder *holder);

G_END_DECLS
