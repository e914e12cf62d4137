/* segue-record.c - immutable rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-record.h"

/*
 * A field that may be left out and was left out is the same as one that was
 * set to its fallback. So that two records which say the same are equal
 * however they came about (from JSON, from SQL, from an editor), a setter that
 * is given the fallback of a field that is not required clears it:
 *
 *   given bit    1: the value stands in `values`    0: the fallback counts
 */
typedef union
{
  gint64 integer;  /* INT, BOOL, DAY, ENUM, WEEKDAYS */
  char *string;    /* STRING, REF, POINT, JSON: a GRefString */
  gint32 *numbers; /* ESTIMATE, WEEK */
  char **strings;  /* STRINGS */
} Value;

struct _SegueRecord
{
  gatomicrefcount ref_count;
  SegueKind kind;
  guint32 given;
  double rank;
  char *id;    /* a GRefString */
  char *extra; /* a GRefString or NULL */
  char *name;  /* how the title is shown if not as it is, once asked for */
  Value values[];
};

struct _SegueRecordBuilder
{
  SegueRecord *record;
};

G_DEFINE_BOXED_TYPE (SegueRecord, segue_record, segue_record_ref, segue_record_unref)

/* How a field's value is held, whatever it means. */
typedef enum
{
  HELD_AS_INTEGER,
  HELD_AS_STRING,
  HELD_AS_NUMBERS,
  HELD_AS_STRINGS,
} Holding;

static const SegueField *
get_field (const SegueRecord *self,
           guint              field)
{
  const SegueKindInfo *info = segue_kind_get_info (self->kind);

  g_assert (field < info->n_fields);

  return &info->fields[field];
}

static Holding
get_holding (SegueFieldType type)
{
  switch (type)
    {
    case SEGUE_FIELD_INT:
    case SEGUE_FIELD_BOOL:
    case SEGUE_FIELD_DAY:
    case SEGUE_FIELD_ENUM:
    case SEGUE_FIELD_WEEKDAYS:
      return HELD_AS_INTEGER;
    case SEGUE_FIELD_STRING:
    case SEGUE_FIELD_REF:
    case SEGUE_FIELD_POINT:
    case SEGUE_FIELD_JSON:
      return HELD_AS_STRING;
    case SEGUE_FIELD_ESTIMATE:
    case SEGUE_FIELD_WEEK:
      return HELD_AS_NUMBERS;
    case SEGUE_FIELD_STRINGS:
      return HELD_AS_STRINGS;
    default:
      g_assert_not_reached ();
    }
}

static guint
count_numbers (SegueFieldType type)
{
  return type == SEGUE_FIELD_WEEK ? 7 : 3;
}

static gboolean
is_given (const SegueRecord *self,
          guint              field)
{
  return (self->given & (1u << field)) != 0;
}

static void
free_value (Value          *value,
            SegueFieldType  type)
{
  switch (get_holding (type))
    {
    case HELD_AS_STRING:
      g_ref_string_release (value->string);
      break;
    case HELD_AS_NUMBERS:
      g_free (value->numbers);
      break;
    case HELD_AS_STRINGS:
      g_strfreev (value->strings);
      break;
    case HELD_AS_INTEGER:
    default:
      break;
    }
}

static Value
copy_value (const Value    *value,
            SegueFieldType  type)
{
  Value copy = *value;

  switch (get_holding (type))
    {
    case HELD_AS_STRING:
      copy.string = g_ref_string_acquire (value->string);
      break;
    case HELD_AS_NUMBERS:
      copy.numbers = g_memdup2 (value->numbers, count_numbers (type) * sizeof (gint32));
      break;
    case HELD_AS_STRINGS:
      copy.strings = g_strdupv (value->strings);
      break;
    case HELD_AS_INTEGER:
    default:
      break;
    }
  return copy;
}

static gboolean
values_are_equal (const Value    *a,
                  const Value    *b,
                  SegueFieldType  type)
{
  switch (get_holding (type))
    {
    case HELD_AS_STRING:
      return g_str_equal (a->string, b->string);
    case HELD_AS_NUMBERS:
      return memcmp (a->numbers, b->numbers, count_numbers (type) * sizeof (gint32)) == 0;
    case HELD_AS_STRINGS:
      return g_strv_equal ((const char *const *) a->strings, (const char *const *) b->strings);
    case HELD_AS_INTEGER:
    default:
      return a->integer == b->integer;
    }
}

static SegueRecord *
record_new (SegueKind kind)
{
  guint n_fields = segue_kind_get_info (kind)->n_fields;
  SegueRecord *self = g_malloc0 (sizeof (SegueRecord) + n_fields * sizeof (Value));

  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  return self;
}

static void
clear_field (SegueRecord *self,
             guint        field)
{
  if (!is_given (self, field))
    return;
  free_value (&self->values[field], get_field (self, field)->type);
  self->given &= ~(1u << field);
}

/**
 * segue_record_ref:
 * @self: a record
 *
 * Returns: (transfer full): @self
 */
SegueRecord *
segue_record_ref (const SegueRecord *self)
{
  SegueRecord *record = (SegueRecord *) self;

  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&record->ref_count);
  return record;
}

/**
 * segue_record_unref:
 * @self: (transfer full): a record
 */
void
segue_record_unref (SegueRecord *self)
{
  const SegueKindInfo *info;

  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  info = segue_kind_get_info (self->kind);
  for (guint field = 0; field < info->n_fields; field++)
    clear_field (self, field);
  g_clear_pointer (&self->id, g_ref_string_release);
  g_clear_pointer (&self->extra, g_ref_string_release);
  g_free (self->name);
  g_free (self);
}

/**
 * segue_record_get_kind:
 * @self: a record
 *
 * Returns: what it is a record of
 */
SegueKind
segue_record_get_kind (const SegueRecord *self)
{
  g_return_val_if_fail (self != NULL, SEGUE_N_KINDS);

  return self->kind;
}

/**
 * segue_record_get_id:
 * @self: a record
 *
 * Returns: (transfer none): its id, unique in its plan
 */
const char *
segue_record_get_id (const SegueRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

/**
 * segue_record_ref_id:
 * @self: a record
 *
 * Returns: (transfer full): its id, a #GRefString that may outlive it
 */
char *
segue_record_ref_id (const SegueRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_ref_string_acquire (self->id);
}

/**
 * segue_record_get_rank:
 * @self: a record
 *
 * Returns: its place among its kind: lower comes first
 */
double
segue_record_get_rank (const SegueRecord *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rank;
}

/**
 * segue_record_get_extra:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): a JSON object with the keys that an
 *   imported file had and this program does not know
 */
const char *
segue_record_get_extra (const SegueRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->extra;
}

/**
 * segue_record_has:
 * @self: a record
 * @field: one of its kind's fields
 *
 * Returns: whether the field was given; one that may be missing and says what
 *   its fallback says counts as not given
 */
gboolean
segue_record_has (const SegueRecord *self,
                  guint              field)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (field < segue_kind_get_info (self->kind)->n_fields, FALSE);

  return is_given (self, field);
}

/**
 * segue_record_get_string:
 * @self: a record
 * @field: a STRING, REF, POINT or JSON
 *
 * Returns: (transfer none) (nullable): its text
 */
const char *
segue_record_get_string (const SegueRecord *self,
                         guint              field)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_assert (get_holding (get_field (self, field)->type) == HELD_AS_STRING);

  return is_given (self, field) ? self->values[field].string : NULL;
}

/**
 * segue_record_get_int:
 * @self: a record
 * @field: an INT, ENUM, WEEKDAYS or BOOL
 *
 * Returns: its value, or the field's fallback
 */
gint64
segue_record_get_int (const SegueRecord *self,
                      guint              field)
{
  const SegueField *info;

  g_return_val_if_fail (self != NULL, 0);
  info = get_field (self, field);
  g_assert (get_holding (info->type) == HELD_AS_INTEGER && info->type != SEGUE_FIELD_DAY);

  return is_given (self, field) ? self->values[field].integer : info->fallback;
}

/**
 * segue_record_get_bool:
 * @self: a record
 * @field: a BOOL
 *
 * Returns: its value, or the field's fallback
 */
gboolean
segue_record_get_bool (const SegueRecord *self,
                       guint              field)
{
  return segue_record_get_int (self, field) != 0;
}

/**
 * segue_record_get_day:
 * @self: a record
 * @field: a DAY
 *
 * Returns: the day, or %SEGUE_DAY_NONE
 */
SegueDay
segue_record_get_day (const SegueRecord *self,
                      guint              field)
{
  g_return_val_if_fail (self != NULL, SEGUE_DAY_NONE);
  g_assert (get_field (self, field)->type == SEGUE_FIELD_DAY);

  return is_given (self, field) ? (SegueDay) self->values[field].integer : SEGUE_DAY_NONE;
}

/**
 * segue_record_get_numbers:
 * @self: a record
 * @field: an ESTIMATE (3 numbers) or WEEK (7 numbers)
 *
 * Returns: (transfer none) (nullable): its numbers
 */
const gint32 *
segue_record_get_numbers (const SegueRecord *self,
                          guint              field)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_assert (get_holding (get_field (self, field)->type) == HELD_AS_NUMBERS);

  return is_given (self, field) ? self->values[field].numbers : NULL;
}

/**
 * segue_record_get_strings:
 * @self: a record
 * @field: a STRINGS
 *
 * Returns: (transfer none) (nullable): its NULL-terminated list
 */
const char *const *
segue_record_get_strings (const SegueRecord *self,
                          guint              field)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_assert (get_holding (get_field (self, field)->type) == HELD_AS_STRINGS);

  return is_given (self, field) ? (const char *const *) self->values[field].strings : NULL;
}

/**
 * segue_record_get_title:
 * @self: a record
 *
 * Returns: (transfer none): what names it for people, "" if nothing does
 */
const char *
segue_record_get_title (const SegueRecord *self)
{
  const char *title;

  g_return_val_if_fail (self != NULL, "");

  title = segue_record_get_string (self, segue_kind_get_info (self->kind)->title_field);
  return title ? title : "";
}

/* No line shows more letters of a title than these. */
#define LONGEST_NAME 400

/*
 * Whether what stands behind the letter may be shown in another order because
 * of it: the blocks that Unicode keeps for scripts written from right to left,
 * and the marks that turn text around.
 */
static gboolean
turns_text (gunichar c)
{
  return (c >= 0x0590 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfefe) ||
         (c >= 0x10800 && c <= 0x10fff) || (c >= 0x1e800 && c <= 0x1efff) || c == 0x200f ||
         (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static char *
make_name (const char *title,
           gsize       length,
           gboolean    is_cut,
           gboolean    turns)
{
  /* FIRST STRONG ISOLATE … POP DIRECTIONAL ISOLATE; and before both a LEFT-TO-RIGHT MARK,
   * since Pango takes the direction of a line from its first letter, isolated or not. */
  return g_strdup_printf ("%s%.*s%s%s", turns ? "\u200e\u2068" : "", (int) length, title, is_cut ? "…" : "",
                          turns ? "\u2069" : "");
}

/**
 * segue_record_get_name:
 * @self: a record
 *
 * The title as it is shown among other words: cut if it is longer than any
 * line, and set apart if it is written from right to left, so that the dates
 * behind it stay where they are. Almost every title is shown as it is. What
 * is edited, stored or given to other programs is segue_record_get_title().
 * It may be asked for in any thread.
 *
 * Returns: (transfer none): what is shown, "" if nothing names it
 */
const char *
segue_record_get_name (const SegueRecord *self)
{
  const char *title = segue_record_get_title (self);
  const char *c = title;
  gboolean turns = FALSE;
  char **name = (char **) &self->name;
  g_autofree char *made = NULL;

  for (guint n = 0; *c && n < LONGEST_NAME; n++, c = g_utf8_next_char (c))
    turns = turns || turns_text (g_utf8_get_char (c));
  if (!turns && *c == '\0')
    return title;
  if (g_atomic_pointer_get (name) == NULL)
    {
      made = make_name (title, (gsize) (c - title), *c != '\0', turns);
      if (g_atomic_pointer_compare_and_exchange (name, NULL, made))
        made = NULL;
    }
  return g_atomic_pointer_get (name);
}

/**
 * segue_record_field_equal:
 * @a: a record
 * @b: a record of the same kind
 * @field: one of its fields
 *
 * Returns: whether the field says the same in both
 */
gboolean
segue_record_field_equal (const SegueRecord *a,
                          const SegueRecord *b,
                          guint              field)
{
  g_return_val_if_fail (a != NULL && b != NULL && a->kind == b->kind, FALSE);

  if (is_given (a, field) != is_given (b, field))
    return FALSE;
  return !is_given (a, field) ||
         values_are_equal (&a->values[field], &b->values[field], get_field (a, field)->type);
}

/**
 * segue_record_equal:
 * @a: (nullable): a record
 * @b: (nullable): a record
 *
 * Returns: whether both say the same: kind, id, rank, extra and all fields
 */
gboolean
segue_record_equal (const SegueRecord *a,
                    const SegueRecord *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->kind != b->kind || a->given != b->given ||
      a->rank < b->rank || a->rank > b->rank ||
      g_strcmp0 (a->id, b->id) != 0 || g_strcmp0 (a->extra, b->extra) != 0)
    return FALSE;
  for (guint field = 0; field < segue_kind_get_info (a->kind)->n_fields; field++)
    {
      if (!segue_record_field_equal (a, b, field))
        return FALSE;
    }
  return TRUE;
}

/**
 * segue_record_builder_new:
 * @kind: what to make a record of
 * @id: (nullable): its id, to be set before the end
 *
 * Returns: (transfer full): a builder without any field
 */
SegueRecordBuilder *
segue_record_builder_new (SegueKind   kind,
                          const char *id)
{
  SegueRecordBuilder *self;

  g_return_val_if_fail (kind < SEGUE_N_KINDS, NULL);

  self = g_new0 (SegueRecordBuilder, 1);
  self->record = record_new (kind);
  if (id)
    segue_record_builder_set_id (self, id);
  return self;
}

/**
 * segue_record_builder_new_from:
 * @record: a record
 *
 * Returns: (transfer full): a builder that says what @record says
 */
SegueRecordBuilder *
segue_record_builder_new_from (const SegueRecord *record)
{
  SegueRecordBuilder *self;
  SegueRecord *copy;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_new0 (SegueRecordBuilder, 1);
  copy = self->record = record_new (record->kind);
  copy->rank = record->rank;
  copy->given = record->given;
  copy->id = g_ref_string_acquire (record->id);
  copy->extra = record->extra ? g_ref_string_acquire (record->extra) : NULL;
  for (guint field = 0; field < segue_kind_get_info (copy->kind)->n_fields; field++)
    {
      if (is_given (copy, field))
        copy->values[field] = copy_value (&record->values[field], get_field (copy, field)->type);
    }
  return self;
}

/**
 * segue_record_builder_set_id:
 * @self: a builder
 * @id: a new id
 */
void
segue_record_builder_set_id (SegueRecordBuilder *self,
                             const char         *id)
{
  g_return_if_fail (self != NULL && id != NULL);

  g_clear_pointer (&self->record->id, g_ref_string_release);
  self->record->id = g_ref_string_new (id);
}

/**
 * segue_record_builder_set_rank:
 * @self: a builder
 * @rank: the place among the kind: lower comes first
 */
void
segue_record_builder_set_rank (SegueRecordBuilder *self,
                               double              rank)
{
  g_return_if_fail (self != NULL);

  self->record->rank = rank;
}

/**
 * segue_record_builder_set_extra:
 * @self: a builder
 * @json: (nullable): a JSON object of unknown keys
 */
void
segue_record_builder_set_extra (SegueRecordBuilder *self,
                                const char         *json)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->record->extra, g_ref_string_release);
  self->record->extra = json ? g_ref_string_new (json) : NULL;
}

/**
 * segue_record_builder_set_string:
 * @self: a builder
 * @field: a STRING, REF, POINT or JSON
 * @value: (nullable): its text; %NULL clears
 */
void
segue_record_builder_set_string (SegueRecordBuilder *self,
                                 guint               field,
                                 const char         *value)
{
  char *text;

  g_return_if_fail (self != NULL);
  g_assert (get_holding (get_field (self->record, field)->type) == HELD_AS_STRING);

  text = value ? g_ref_string_new (value) : NULL;
  clear_field (self->record, field);
  if (text == NULL)
    return;
  self->record->values[field].string = text;
  self->record->given |= 1u << field;
}

/**
 * segue_record_builder_set_int:
 * @self: a builder
 * @field: an INT, ENUM, WEEKDAYS or BOOL
 * @value: its value; %SEGUE_NONE clears
 */
void
segue_record_builder_set_int (SegueRecordBuilder *self,
                              guint               field,
                              gint64              value)
{
  const SegueField *info;

  g_return_if_fail (self != NULL);
  info = get_field (self->record, field);
  g_assert (get_holding (info->type) == HELD_AS_INTEGER && info->type != SEGUE_FIELD_DAY);

  clear_field (self->record, field);
  if (value == SEGUE_NONE || (value == info->fallback && !(info->flags & SEGUE_FIELD_REQUIRED)))
    return;
  self->record->values[field].integer = value;
  self->record->given |= 1u << field;
}

/**
 * segue_record_builder_set_bool:
 * @self: a builder
 * @field: a BOOL
 * @value: its value
 */
void
segue_record_builder_set_bool (SegueRecordBuilder *self,
                               guint               field,
                               gboolean            value)
{
  segue_record_builder_set_int (self, field, value ? TRUE : FALSE);
}

/**
 * segue_record_builder_set_day:
 * @self: a builder
 * @field: a DAY
 * @value: the day; %SEGUE_DAY_NONE clears
 */
void
segue_record_builder_set_day (SegueRecordBuilder *self,
                              guint               field,
                              SegueDay            value)
{
  g_return_if_fail (self != NULL);
  g_assert (get_field (self->record, field)->type == SEGUE_FIELD_DAY);

  clear_field (self->record, field);
  if (value == SEGUE_DAY_NONE)
    return;
  self->record->values[field].integer = value;
  self->record->given |= 1u << field;
}

/**
 * segue_record_builder_set_numbers:
 * @self: a builder
 * @field: an ESTIMATE (3 numbers) or WEEK (7 numbers)
 * @values: (nullable): its numbers; %NULL clears
 */
void
segue_record_builder_set_numbers (SegueRecordBuilder *self,
                                  guint               field,
                                  const gint32       *values)
{
  gint32 *numbers = NULL;
  SegueFieldType type;

  g_return_if_fail (self != NULL);
  type = get_field (self->record, field)->type;
  g_assert (get_holding (type) == HELD_AS_NUMBERS);

  if (values)
    numbers = g_memdup2 (values, count_numbers (type) * sizeof (gint32));
  clear_field (self->record, field);
  if (numbers == NULL)
    return;
  self->record->values[field].numbers = numbers;
  self->record->given |= 1u << field;
}

/**
 * segue_record_builder_set_strings:
 * @self: a builder
 * @field: a STRINGS
 * @values: (nullable): its NULL-terminated list; %NULL or an empty one clears
 */
void
segue_record_builder_set_strings (SegueRecordBuilder *self,
                                  guint               field,
                                  const char *const  *values)
{
  char **strings = NULL;

  g_return_if_fail (self != NULL);
  g_assert (get_holding (get_field (self->record, field)->type) == HELD_AS_STRINGS);

  if (values && values[0])
    strings = g_strdupv ((char **) values);
  clear_field (self->record, field);
  if (strings == NULL)
    return;
  self->record->values[field].strings = strings;
  self->record->given |= 1u << field;
}

/**
 * segue_record_builder_clear:
 * @self: a builder
 * @field: what is to be missing from now on
 */
void
segue_record_builder_clear (SegueRecordBuilder *self,
                            guint               field)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (field < segue_kind_get_info (self->record->kind)->n_fields);

  clear_field (self->record, field);
}

/**
 * segue_record_builder_end:
 * @self: (transfer full): a builder with an id
 *
 * Returns: (transfer full): the record
 */
SegueRecord *
segue_record_builder_end (SegueRecordBuilder *self)
{
  SegueRecord *record;

  g_return_val_if_fail (self != NULL && self->record->id != NULL, NULL);

  record = g_steal_pointer (&self->record);
  g_free (self);
  return record;
}

/**
 * segue_record_builder_free:
 * @self: (transfer full) (nullable): a builder that is given up
 */
void
segue_record_builder_free (SegueRecordBuilder *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->record, segue_record_unref);
  g_free (self);
}
