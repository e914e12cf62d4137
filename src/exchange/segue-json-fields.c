/* segue-json-fields.c - one field of a record from and to JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything here is driven by the field tables of segue-kinds.c.
 */
#include "exchange/segue-json-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_PRICE 1e12

const char *const segue_json_weekdays[7] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

/* What is being read; every reader below returns a translated sentence that
 * says what is wrong, or NULL, and names the culprit if it is not `node`. */
typedef struct
{
  const SegueJson *json;
  const SegueField *info;
  SegueRecordBuilder *builder;
  guint field;
  guint node;
  guint culprit;
} Reading;

/* ---- numbers --------------------------------------------------------- */

static char *
complain_number (Reading *reading,
                 guint    node,
                 gint64   min,
                 gint64   max)
{
  g_autofree char *excerpt = NULL;
  g_autofree char *least = g_strdup_printf ("%" G_GINT64_FORMAT, min);
  g_autofree char *most = g_strdup_printf ("%" G_GINT64_FORMAT, max);

  reading->culprit = node;
  if (segue_json_get_type_of (reading->json, node) != SEGUE_JSON_NUMBER)
    return g_strdup (_("A whole number is expected here."));
  excerpt = segue_json_dup_excerpt (reading->json, node);
  /* Translators: a number as it stands in a file, and its two bounds. */
  return g_strdup_printf (_("%s is not a whole number from %s to %s."), excerpt, least, most);
}

static char *
read_number (Reading *reading,
             guint    node,
             gint64   min,
             gint64   max,
             gint64  *value)
{
  if (segue_json_get_int (reading->json, node, value) && *value >= min && *value <= max)
    return NULL;
  return complain_number (reading, node, min, max);
}

static char *
read_int (Reading *reading)
{
  gint64 value;
  char *problem = read_number (reading, reading->node, reading->info->min, reading->info->max, &value);

  if (problem == NULL)
    segue_record_builder_set_int (reading->builder, reading->field, value);
  return problem;
}

/* One number, or optimistic, likely and pessimistic. */
static char *
read_estimate (Reading *reading)
{
  gint32 numbers[3] = { 0 };
  SegueJsonIter iter;
  gint64 value;
  char *problem;

  if (segue_json_get_type_of (reading->json, reading->node) != SEGUE_JSON_ARRAY)
    {
      problem = read_number (reading, reading->node, reading->info->min, reading->info->max, &value);
      if (problem)
        return problem;
      numbers[0] = numbers[1] = numbers[2] = (gint32) value;
    }
  else
    {
      if (segue_json_count (reading->json, reading->node) != 3)
        return g_strdup (_("An estimate is one number, or three: optimistic, likely and pessimistic."));
      segue_json_iter_init (&iter, reading->json, reading->node);
      while (segue_json_iter_next (&iter))
        {
          problem = read_number (reading, iter.value, reading->info->min, reading->info->max, &value);
          if (problem)
            return problem;
          numbers[iter.index] = (gint32) value;
        }
    }
  if (numbers[0] > numbers[1] || numbers[1] > numbers[2])
    return g_strdup (_("The three numbers of an estimate must not fall: optimistic, likely, pessimistic."));
  segue_record_builder_set_numbers (reading->builder, reading->field, numbers);
  return NULL;
}

static int
find_weekday (const SegueJson *json,
              guint            node)
{
  for (int i = 0; i < 7; ++i)
    if (segue_json_is_string (json, node, segue_json_weekdays[i]))
      return i;
  return -1;
}

static char *
complain_weekday (Reading *reading,
                  guint    node)
{
  g_autofree char *excerpt = segue_json_dup_excerpt (reading->json, node);

  reading->culprit = node;
  /* Translators: what stands in a file in place of a weekday; leave the seven names as they are. */
  return g_strdup_printf (_("“%s” is not a weekday: they are mon, tue, wed, thu, fri, sat and sun."), excerpt);
}

/* A weekday that is missing has 0, or -1 where the pattern is left alone. */
static char *
read_week (Reading *reading)
{
  gint32 minutes[7];
  SegueJsonIter iter;

  if (segue_json_get_type_of (reading->json, reading->node) != SEGUE_JSON_OBJECT)
    return g_strdup (_("Minutes by weekday are expected here, such as {\"mon\": 90}."));
  for (int i = 0; i < 7; ++i)
    minutes[i] = reading->info->min < 0 ? -1 : 0;
  segue_json_iter_init (&iter, reading->json, reading->node);
  while (segue_json_iter_next (&iter))
    {
      int weekday = find_weekday (reading->json, iter.key);
      gint64 value;
      char *problem;

      if (weekday < 0)
        return complain_weekday (reading, iter.key);
      problem = read_number (reading, iter.value, 0, reading->info->max, &value);
      if (problem)
        return problem;
      minutes[weekday] = (gint32) value;
    }
  segue_record_builder_set_numbers (reading->builder, reading->field, minutes);
  return NULL;
}

static char *
read_weekdays (Reading *reading)
{
  SegueJsonIter iter;
  gint64 mask = 0;

  if (segue_json_get_type_of (reading->json, reading->node) != SEGUE_JSON_ARRAY)
    return g_strdup (_("A list of weekdays is expected here, such as [\"mon\", \"thu\"]."));
  segue_json_iter_init (&iter, reading->json, reading->node);
  while (segue_json_iter_next (&iter))
    {
      int weekday = find_weekday (reading->json, iter.value);

      if (weekday < 0)
        return complain_weekday (reading, iter.value);
      mask |= 1 << weekday;
    }
  segue_record_builder_set_int (reading->builder, reading->field, mask);
  return NULL;
}

/* ---- texts ----------------------------------------------------------- */

/* A title stands in one line; of millions of letters a toolkit makes a window that never comes. */
#define MAX_TITLE_CHARS 10000

static char *
read_string (Reading *reading)
{
  g_autofree char *value = NULL;

  if (segue_json_get_type_of (reading->json, reading->node) != SEGUE_JSON_STRING)
    return g_strdup (_("A text in double quotes is expected here."));
  value = segue_json_dup_string (reading->json, reading->node);
  if (*value == '\0' && (reading->info->flags & SEGUE_FIELD_REQUIRED))
    return g_strdup (_("This text must not be empty."));
  if ((reading->info->flags & SEGUE_FIELD_REQUIRED) && g_utf8_strlen (value, -1) > MAX_TITLE_CHARS)
    return g_strdup_printf (_("This text is longer than %d characters."), MAX_TITLE_CHARS);
  segue_record_builder_set_string (reading->builder, reading->field, value);
  return NULL;
}

static char *
read_strings (Reading *reading)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  g_auto (GStrv) values = NULL;
  SegueJsonIter iter;

  if (segue_json_get_type_of (reading->json, reading->node) != SEGUE_JSON_ARRAY)
    return g_strdup (_("A list of texts is expected here."));
  segue_json_iter_init (&iter, reading->json, reading->node);
  while (segue_json_iter_next (&iter))
    {
      if (segue_json_get_type_of (reading->json, iter.value) != SEGUE_JSON_STRING)
        {
          reading->culprit = iter.value;
          return g_strdup (_("A text in double quotes is expected here."));
        }
      g_strv_builder_take (list, segue_json_dup_string (reading->json, iter.value));
    }
  values = g_strv_builder_end (list);
  segue_record_builder_set_strings (reading->builder, reading->field, (const char *const *) values);
  return NULL;
}

static char *
check_day (Reading  *reading,
           guint     node,
           SegueDay *day)
{
  g_autofree char *value = NULL;

  reading->culprit = node;
  if (segue_json_get_type_of (reading->json, node) != SEGUE_JSON_STRING)
    return g_strdup (_("A date in double quotes is expected here, such as \"2023-04-05\"."));
  value = segue_json_dup_string (reading->json, node);
  if (!segue_day_parse (value, day))
    {
      g_autofree char *excerpt = segue_json_dup_excerpt (reading->json, node);

      /* Translators: what stands in a file in place of a date. */
      return g_strdup_printf (_("“%s” is not a day of the calendar, written as 2023-04-05."), excerpt);
    }
  return NULL;
}

static char *
read_day (Reading *reading)
{
  SegueDay day;
  char *problem = check_day (reading, reading->node, &day);

  if (problem == NULL)
    segue_record_builder_set_day (reading->builder, reading->field, day);
  return problem;
}

static char *
read_enum (Reading *reading)
{
  g_autofree char *choices = NULL;
  g_autofree char *excerpt = NULL;

  if (segue_json_get_type_of (reading->json, reading->node) != SEGUE_JSON_STRING)
    return g_strdup (_("A text in double quotes is expected here."));
  for (int i = 0; reading->info->nicks[i]; ++i)
    if (segue_json_is_string (reading->json, reading->node, reading->info->nicks[i]))
      {
        segue_record_builder_set_int (reading->builder, reading->field, i);
        return NULL;
      }
  choices = g_strjoinv (", ", (char **) reading->info->nicks);
  excerpt = segue_json_dup_excerpt (reading->json, reading->node);
  /* Translators: a word in a file, and the list of the words that may stand there. */
  return g_strdup_printf (_("“%s” is not known here; known are: %s."), excerpt, choices);
}

static char *
read_bool (Reading *reading)
{
  SegueJsonType type = segue_json_get_type_of (reading->json, reading->node);

  if (type != SEGUE_JSON_TRUE && type != SEGUE_JSON_FALSE)
    return g_strdup (_("Either true or false is expected here, without quotes."));
  segue_record_builder_set_bool (reading->builder, reading->field, type == SEGUE_JSON_TRUE);
  return NULL;
}

/* ---- what is kept as JSON -------------------------------------------- */

/* One {pool, per_day} of needs, one {date, units} of tranches. */
static char *
check_amount (Reading    *reading,
              guint       node,
              const char *name_key,
              const char *amount_key)
{
  guint name, amount;
  SegueDay day;
  gint64 value;

  reading->culprit = node;
  if (segue_json_get_type_of (reading->json, node) != SEGUE_JSON_OBJECT ||
      !segue_json_find (reading->json, node, name_key, &name) ||
      !segue_json_find (reading->json, node, amount_key, &amount))
    /* Translators: two keys of a file. */
    return g_strdup_printf (_("An object with “%s” and “%s” is expected here."), name_key, amount_key);
  if (g_str_equal (name_key, "date"))
    {
      char *problem = check_day (reading, name, &day);

      if (problem)
        return problem;
    }
  else if (segue_json_get_type_of (reading->json, name) != SEGUE_JSON_STRING)
    {
      reading->culprit = name;
      return g_strdup (_("A text in double quotes is expected here."));
    }
  return read_number (reading, amount, 0, G_GINT64_CONSTANT (1000000000000), &value);
}

static char *
check_amounts (Reading    *reading,
               const char *name_key,
               const char *amount_key)
{
  SegueJsonIter iter;

  if (segue_json_get_type_of (reading->json, reading->node) != SEGUE_JSON_ARRAY)
    return g_strdup (_("A list is expected here."));
  segue_json_iter_init (&iter, reading->json, reading->node);
  while (segue_json_iter_next (&iter))
    {
      char *problem = check_amount (reading, iter.value, name_key, amount_key);

      if (problem)
        return problem;
    }
  return NULL;
}

/* A number, or one in quotes as some programs write money. */
static char *
check_price (Reading *reading)
{
  gboolean is_number = segue_json_get_type_of (reading->json, reading->node) == SEGUE_JSON_NUMBER;
  g_autofree char *text = NULL;
  g_autofree char *excerpt = NULL;
  char *end;
  double price;

  if (!is_number && segue_json_get_type_of (reading->json, reading->node) != SEGUE_JSON_STRING)
    return g_strdup (_("A number is expected here."));
  text = is_number ? segue_json_dup_compact (reading->json, reading->node)
                   : segue_json_dup_string (reading->json, reading->node);
  price = g_ascii_strtod (text, &end);
  if (!is_number && (!g_ascii_isdigit (text[0]) || text[strspn (text, "0123456789.")] != '\0' || *end != '\0'))
    return g_strdup (_("A number is expected here."));
  if (price >= 0 && price <= MAX_PRICE)
    return NULL;
  excerpt = segue_json_dup_excerpt (reading->json, reading->node);
  /* Translators: a price as it stands in a file, and the highest there may be. */
  return g_strdup_printf (_("%s is not a number from 0 to %.0f."), excerpt, MAX_PRICE);
}

static char *
read_json (Reading   *reading,
           SegueKind  kind)
{
  g_autofree char *compact = NULL;
  char *problem;

  if (kind == SEGUE_KIND_STEP)
    problem = check_amounts (reading, "pool", "per_day");
  else if (reading->field == SEGUE_GRANT_TRANCHES)
    problem = check_amounts (reading, "date", "units");
  else
    problem = check_price (reading);
  if (problem)
    return problem;
  compact = segue_json_dup_compact (reading->json, reading->node);
  segue_record_builder_set_string (reading->builder, reading->field, compact);
  return NULL;
}

/* ---- all of them ----------------------------------------------------- */

static char *
read_any (Reading   *reading,
          SegueKind  kind)
{
  switch (reading->info->type)
    {
    case SEGUE_FIELD_STRING:
    case SEGUE_FIELD_REF:
    case SEGUE_FIELD_POINT:
      return read_string (reading);
    case SEGUE_FIELD_INT:
      return read_int (reading);
    case SEGUE_FIELD_BOOL:
      return read_bool (reading);
    case SEGUE_FIELD_DAY:
      return read_day (reading);
    case SEGUE_FIELD_ENUM:
      return read_enum (reading);
    case SEGUE_FIELD_ESTIMATE:
      return read_estimate (reading);
    case SEGUE_FIELD_WEEK:
      return read_week (reading);
    case SEGUE_FIELD_WEEKDAYS:
      return read_weekdays (reading);
    case SEGUE_FIELD_STRINGS:
      return read_strings (reading);
    case SEGUE_FIELD_JSON:
      return read_json (reading, kind);
    default:
      g_assert_not_reached ();
    }
}

/**
 * segue_json_field_is_used:
 * @type: of a step its type
 *
 * "days" of a work step are weekdays and of any other an estimate; the goal
 * of a route is the object in which it stands.
 *
 * Returns: whether the field is the one that its name in JSON means
 */
gboolean
segue_json_field_is_used (SegueKind kind,
                          guint     field,
                          gint64    type)
{
  if (kind == SEGUE_KIND_STEP && field == SEGUE_STEP_DAYS)
    return type != SEGUE_STEP_WORK;
  if (kind == SEGUE_KIND_STEP && field == SEGUE_STEP_WEEKDAYS)
    return type == SEGUE_STEP_WORK;
  return !(kind == SEGUE_KIND_ROUTE && field == SEGUE_ROUTE_GOAL) &&
         !(kind == SEGUE_KIND_PLAN && field == SEGUE_PLAN_WEEK);
}

/**
 * segue_json_read_field:
 * @builder: where to put the value
 * @culprit: (out): the value that is wrong
 *
 * null is the same as a key that is missing.
 *
 * Returns: (transfer full) (nullable): what is wrong, as a sentence
 */
char *
segue_json_read_field (const SegueJson    *json,
                       guint               node,
                       const SegueField   *info,
                       SegueKind           kind,
                       guint               field,
                       SegueRecordBuilder *builder,
                       guint              *culprit)
{
  Reading reading = { json, info, builder, field, node, node };
  char *problem = NULL;

  if (segue_json_get_type_of (json, node) != SEGUE_JSON_NULL)
    problem = read_any (&reading, kind);
  *culprit = reading.culprit;
  return problem;
}

static void
write_week (SegueJsonText *text,
            const gint32  *minutes,
            gboolean       all)
{
  segue_json_text_begin_object (text, SEGUE_JSON_ROW);
  for (int i = 0; i < 7; ++i)
    {
      if (minutes[i] < 0 || (minutes[i] == 0 && !all))
        continue;
      segue_json_text_key (text, segue_json_weekdays[i]);
      segue_json_text_int (text, minutes[i]);
    }
  segue_json_text_end_object (text);
}

static void
write_estimate (SegueJsonText *text,
                const gint32  *numbers)
{
  if (numbers[0] == numbers[1] && numbers[1] == numbers[2])
    {
      segue_json_text_int (text, numbers[0]);
      return;
    }
  segue_json_text_begin_array (text, SEGUE_JSON_ROW);
  for (int i = 0; i < 3; ++i)
    segue_json_text_int (text, numbers[i]);
  segue_json_text_end_array (text);
}

static void
write_weekdays (SegueJsonText *text,
                gint64         mask)
{
  segue_json_text_begin_array (text, SEGUE_JSON_ROW);
  for (int i = 0; i < 7; ++i)
    if (mask & (1 << i))
      segue_json_text_string (text, segue_json_weekdays[i]);
  segue_json_text_end_array (text);
}

static void
write_strings (SegueJsonText     *text,
               const char *const *values)
{
  segue_json_text_begin_array (text, SEGUE_JSON_ROW);
  for (int i = 0; values[i]; ++i)
    segue_json_text_string (text, values[i]);
  segue_json_text_end_array (text);
}

/* Writes the value of a field that is given. */
void
segue_json_write_field (SegueJsonText     *text,
                        const SegueRecord *record,
                        guint              field)
{
  SegueKind kind = segue_record_get_kind (record);
  const SegueField *info = &segue_kind_get_info (kind)->fields[field];

  switch (info->type)
    {
    case SEGUE_FIELD_STRING:
    case SEGUE_FIELD_REF:
    case SEGUE_FIELD_POINT:
      segue_json_text_string (text, segue_record_get_string (record, field));
      break;
    case SEGUE_FIELD_INT:
      segue_json_text_int (text, segue_record_get_int (record, field));
      break;
    case SEGUE_FIELD_BOOL:
      segue_json_text_bool (text, segue_record_get_bool (record, field));
      break;
    case SEGUE_FIELD_DAY:
      segue_json_text_day (text, segue_record_get_day (record, field));
      break;
    case SEGUE_FIELD_ENUM:
      segue_json_text_string (text, info->nicks[segue_record_get_int (record, field)]);
      break;
    case SEGUE_FIELD_ESTIMATE:
      write_estimate (text, segue_record_get_numbers (record, field));
      break;
    case SEGUE_FIELD_WEEK:
      write_week (text, segue_record_get_numbers (record, field), info->min < 0 || kind == SEGUE_KIND_PLAN);
      break;
    case SEGUE_FIELD_WEEKDAYS:
      write_weekdays (text, segue_record_get_int (record, field));
      break;
    case SEGUE_FIELD_STRINGS:
      write_strings (text, segue_record_get_strings (record, field));
      break;
    case SEGUE_FIELD_JSON:
      segue_json_text_raw (text, segue_record_get_string (record, field), -1);
      break;
    default:
      g_assert_not_reached ();
    }
}
