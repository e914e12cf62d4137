/* segue-find.h - goals, routes, steps, rules and notes by what is written in them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-layout.h"

G_BEGIN_DECLS

/**
 * SegueFound:
 * @kind: what it is
 * @id: its id
 * @title: what it is called, or its sentence
 * @detail: (nullable): where it stands, or the words in which it was found
 * @shows: (nullable): the id of the step or route to look at
 */
typedef struct
{
  SegueKind kind;
  char *id;
  char *title;
  char *detail;
  char *shows;
} SegueFound;

GPtrArray *segue_find         (SeguePlan *plan, SegueLayout *layout, const char *query, guint most);
int        segue_find_in_text (const char *text, const char *word);

G_END_DECLS
