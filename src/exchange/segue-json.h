/* segue-json.h - JSON text taken apart, with the place of every value
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is longer, deeper or has more values than this is refused before
 * memory is spent on it; a plan of 100,000 steps stays well below. */
#define SEGUE_JSON_MAX_BYTES (64 * 1024 * 1024)
#define SEGUE_JSON_MAX_DEPTH 64
#define SEGUE_JSON_MAX_NODES (5 * 1000 * 1000)
#define SEGUE_JSON_MAX_DIGITS 64

typedef enum
{
  SEGUE_JSON_NULL,
  SEGUE_JSON_FALSE,
  SEGUE_JSON_TRUE,
  SEGUE_JSON_NUMBER,
  SEGUE_JSON_STRING,
  SEGUE_JSON_ARRAY,
  SEGUE_JSON_OBJECT,
} SegueJsonType;

/**
 * SegueJson:
 *
 * A strict JSON text (RFC 8259) as a flat list of its values in the order of
 * the text; a value is named by its index there, and the root is 0.
 */
typedef struct _SegueJson SegueJson;

/* A walk over the members of an object or the elements of an array. */
typedef struct
{
  const SegueJson *json;
  guint value; /* the current element or the current member's value */
  guint key;   /* of an object: the current member's name */
  guint index; /* of an array: which element this is */
  /*< private >*/
  guint next;
  guint end;
  gboolean is_object;
} SegueJsonIter;

SegueJson    *segue_json_new         (const char *text, gsize length, const char *name, GError **error);
void          segue_json_free        (SegueJson *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueJson, segue_json_free)

SegueJsonType segue_json_get_type_of (const SegueJson *self, guint node);
char         *segue_json_dup_string  (const SegueJson *self, guint node);
char         *segue_json_dup_compact (const SegueJson *self, guint node);
gboolean      segue_json_get_int     (const SegueJson *self, guint node, gint64 *value);
char         *segue_json_dup_excerpt (const SegueJson *self, guint node);
gboolean      segue_json_is_string   (const SegueJson *self, guint node, const char *text);
gboolean      segue_json_find        (const SegueJson *self, guint object, const char *key, guint *value);
guint         segue_json_count       (const SegueJson *self, guint node);

void          segue_json_iter_init   (SegueJsonIter *iter, const SegueJson *json, guint node);
gboolean      segue_json_iter_next   (SegueJsonIter *iter);

char         *segue_json_dup_path    (const SegueJson *self, guint node);
char         *segue_json_describe    (const SegueJson *self, guint node, const char *cause);

G_END_DECLS
