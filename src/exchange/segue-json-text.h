/* segue-json-text.h - JSON text put together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/segue-day.h"

G_BEGIN_DECLS

/* How the entries of a container stand: on lines of their own, or in a row. */
typedef enum
{
  SEGUE_JSON_LINES,
  SEGUE_JSON_ROW,
} SegueJsonLayout;

/**
 * SegueJsonText:
 *
 * Writes JSON in the order of the calls, with commas and indentation where
 * they belong. Keep it on the stack between init and end.
 */
typedef struct
{
  GString *text;
  /*< private >*/
  guint depth;
  guint64 in_row;   /* a bit a depth: its entries stand in a row */
  gboolean follows; /* an entry stands before the next one */
  gboolean has_key; /* the value of a member comes next */
} SegueJsonText;

void  segue_json_text_init         (SegueJsonText *self);
char *segue_json_text_end          (SegueJsonText *self);
void  segue_json_text_begin_object (SegueJsonText *self, SegueJsonLayout layout);
void  segue_json_text_end_object   (SegueJsonText *self);
void  segue_json_text_begin_array  (SegueJsonText *self, SegueJsonLayout layout);
void  segue_json_text_end_array    (SegueJsonText *self);
void  segue_json_text_key          (SegueJsonText *self, const char *key);
void  segue_json_text_string       (SegueJsonText *self, const char *value);
void  segue_json_text_int          (SegueJsonText *self, gint64 value);
void  segue_json_text_double       (SegueJsonText *self, double value);
void  segue_json_text_bool         (SegueJsonText *self, gboolean value);
void  segue_json_text_null         (SegueJsonText *self);
void  segue_json_text_day          (SegueJsonText *self, SegueDay value);
void  segue_json_text_raw          (SegueJsonText *self, const char *json, gssize length);

G_END_DECLS
