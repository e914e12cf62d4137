/* segue-json.c - JSON text taken apart, with the place of every value
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * json-glib reads the text; a guard looks at it before. The guard does not
 * recurse, refuses what would cost json-glib its stack or memory and what it
 * would pass over in silence (a name that stands twice, a comment, NUL), and
 * notes where every value stands, which json-glib does not tell:
 *
 *   {"a":[1,2],"b":3}
 *
 *   0 object, 7 entries │ 1 "a" │ 2 array, 3 │ 3 1 │ 4 2 │ 5 "b" │ 6 3
 *
 * A container is followed by what it contains, and knows how many entries
 * that is. The path of a value is found by going down from the root to the
 * entry that covers it.
 */
#include "exchange/segue-json.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "base/segue-error.h"

typedef struct
{
  JsonNode *value; /* as json-glib read it; of a member's name NULL */
  guint32 begin;   /* byte in the text; of a string: after its quote */
  guint32 end;     /* byte after it; of a string: its closing quote */
  guint32 size : 24; /* entries, this one and all inside it */
  guint32 type : 8;
} Node;

G_STATIC_ASSERT (SEGUE_JSON_MAX_NODES < (1 << 24));

struct _SegueJson
{
  char *name;
  char *text;
  GArray *nodes;
  JsonNode *root;
};

typedef struct
{
  const char *text;
  gsize length;
  gsize pos;
  GArray *nodes;
  guint stack[SEGUE_JSON_MAX_DEPTH];
  guint depth;
  const char *cause; /* a translated sentence once something is wrong */
} Parser;

static inline const Node *
node_at (const GArray *nodes,
         guint         index)
{
  g_assert (index < nodes->len);
  return &g_array_index (nodes, Node, index);
}

/* ---- places ---------------------------------------------------------- */

/* Lines and columns are counted from 1, columns in characters. */
static void
find_place (const char *text,
            gsize       at,
            guint      *line,
            guint      *column)
{
  const char *begin = text;

  *line = 1;
  for (const char *p = text; (p = memchr (p, '\n', (gsize) (text + at - p))) != NULL; begin = ++p)
    ++*line;
  *column = 1;
  for (const char *p = begin; p < text + at; ++p)
    if ((*p & 0xc0) != 0x80)
      ++*column;
}

static char *
describe_at (const char *name,
             const char *text,
             gsize       at,
             const char *path,
             const char *cause)
{
  guint line, column;

  find_place (text, at, &line, &column);
  if (path == NULL || *path == '\0')
    return g_strdup_printf ("%s:%u:%u: %s", name, line, column, cause);
  return g_strdup_printf ("%s:%u:%u: %s: %s", name, line, column, path, cause);
}

/* ---- the guard ------------------------------------------------------- */

static gboolean
fail (Parser     *parser,
      gsize       at,
      const char *cause)
{
  parser->pos = at;
  parser->cause = cause;
  return FALSE;
}

static char
peek (const Parser *parser)
{
  return parser->pos < parser->length ? parser->text[parser->pos] : '\0';
}

static void
skip_space (Parser *parser)
{
  while (parser->pos < parser->length && strchr (" \t\r\n", parser->text[parser->pos]))
    ++parser->pos;
}

static gboolean
add_node (Parser        *parser,
          SegueJsonType  type,
          gsize          begin,
          gsize          end)
{
  Node node = { NULL, (guint32) begin, (guint32) end, 1, type };

  if (parser->nodes->len >= SEGUE_JSON_MAX_NODES)
    return fail (parser, begin, _("The file holds more values than any plan needs."));
  g_array_append_val (parser->nodes, node);
  return TRUE;
}

static gboolean
parse_word (Parser        *parser,
            const char    *word,
            SegueJsonType  type)
{
  gsize n = strlen (word);
  gsize begin = parser->pos;

  if (parser->length - begin < n || memcmp (parser->text + begin, word, n) != 0)
    return fail (parser, begin, _("This is not a value: a text stands in double quotes."));
  parser->pos += n;
  return add_node (parser, type, begin, parser->pos);
}

static gboolean
skip_digits (Parser *parser)
{
  gsize begin = parser->pos;

  while (g_ascii_isdigit (peek (parser)))
    ++parser->pos;
  return parser->pos > begin;
}

static gboolean
parse_number (Parser *parser)
{
  gsize begin = parser->pos;
  gboolean is_whole;

  if (peek (parser) == '-')
    ++parser->pos;
  is_whole = peek (parser) == '0' ? (++parser->pos, TRUE) : skip_digits (parser);
  if (!is_whole || g_ascii_isdigit (peek (parser)))
    return fail (parser, begin, _("This is not a number as JSON writes it."));
  if (peek (parser) == '.' && (++parser->pos, !skip_digits (parser)))
    return fail (parser, begin, _("This is not a number as JSON writes it."));
  if (peek (parser) == 'e' || peek (parser) == 'E')
    {
      ++parser->pos;
      if (peek (parser) == '+' || peek (parser) == '-')
        ++parser->pos;
      if (!skip_digits (parser))
        return fail (parser, begin, _("This is not a number as JSON writes it."));
    }
  if (parser->pos - begin > SEGUE_JSON_MAX_DIGITS)
    return fail (parser, begin, _("This number has more digits than any plan needs."));
  return add_node (parser, SEGUE_JSON_NUMBER, begin, parser->pos);
}

/* The four digits after \u, or -1. */
static int
read_hex (const char *text,
          const char *end)
{
  int value = 0;

  if (end - text < 4)
    return -1;
  for (int i = 0; i < 4; ++i)
    {
      if (!g_ascii_isxdigit (text[i]))
        return -1;
      value = value * 16 + g_ascii_xdigit_value (text[i]);
    }
  return value;
}

/* A character written \uXXXX or as a pair of surrogates; moves @text behind
 * it. Returns -1 for what is no character, and 0 for NUL. */
static gint64
read_unicode_escape (const char **text,
                     const char  *end)
{
  int high, low;

  high = read_hex (*text + 2, end);
  if (high < 0 || (high >= 0xdc00 && high < 0xe000))
    return -1;
  *text += 6;
  if (high < 0xd800 || high >= 0xdc00)
    return high;
  if (end - *text < 6 || (*text)[0] != '\\' || (*text)[1] != 'u')
    return -1;
  low = read_hex (*text + 2, end);
  if (low < 0xdc00 || low >= 0xe000)
    return -1;
  *text += 6;
  return 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
}

static gboolean
check_escape (Parser *parser)
{
  const char *at = parser->text + parser->pos;
  const char *end = parser->text + parser->length;
  gint64 character;

  if (end - at < 2 || !strchr ("\"\\/bfnrtu", at[1]) || at[1] == '\0')
    return fail (parser, parser->pos, _("This escape does not exist in JSON."));
  if (at[1] != 'u')
    {
      parser->pos += 2;
      return TRUE;
    }
  character = read_unicode_escape (&at, end);
  if (character < 0)
    return fail (parser, parser->pos, _("This escape does not name a character."));
  if (character == 0)
    return fail (parser, parser->pos, _("A text must not contain the character NUL."));
  parser->pos = (gsize) (at - parser->text);
  return TRUE;
}

static gboolean
parse_string (Parser *parser)
{
  gsize begin = parser->pos + 1;

  if (peek (parser) != '"')
    return fail (parser, parser->pos, _("A name in double quotes is missing here."));
  parser->pos = begin;
  while (parser->pos < parser->length && parser->text[parser->pos] != '"')
    {
      if ((guchar) parser->text[parser->pos] < 0x20)
        return fail (parser, parser->pos, _("A text must not contain a line break or another control character."));
      if (parser->text[parser->pos] != '\\')
        {
          ++parser->pos;
          continue;
        }
      if (!check_escape (parser))
        return FALSE;
    }
  if (parser->pos >= parser->length)
    return fail (parser, begin - 1, _("The closing quote of this text is missing."));
  return add_node (parser, SEGUE_JSON_STRING, begin, parser->pos++);
}

static int
compare_names (const void *a,
               const void *b,
               void       *data)
{
  const Node *x = *(const Node *const *) a;
  const Node *y = *(const Node *const *) b;
  const char *text = data;
  guint n = x->end - x->begin, m = y->end - y->begin;

  return n != m ? (n < m ? -1 : 1) : memcmp (text + x->begin, text + y->begin, n);
}

/* The later of two members of the same name, or NULL. Names are compared as
 * they are written; find_same_name() looks at those with escapes. */
static const Node *
find_double (Parser *parser,
             guint   object)
{
  g_autofree const Node **names = NULL;
  const Node *found = NULL;
  guint end = object + node_at (parser->nodes, object)->size;
  guint n = 0;

  names = g_new (const Node *, node_at (parser->nodes, object)->size);
  for (guint i = object + 1; i < end; i += 1 + node_at (parser->nodes, i + 1)->size)
    names[n++] = node_at (parser->nodes, i);
  qsort_r (names, n, sizeof *names, compare_names, (void *) parser->text);
  for (guint i = 1; i < n; ++i)
    if (compare_names (&names[i - 1], &names[i], (void *) parser->text) == 0)
      found = names[i - 1] > names[i] ? names[i - 1] : names[i];
  return found;
}

static gboolean
open_container (Parser        *parser,
                SegueJsonType  type)
{
  if (parser->depth == SEGUE_JSON_MAX_DEPTH)
    return fail (parser, parser->pos, _("The brackets are nested too deeply."));
  if (!add_node (parser, type, parser->pos, parser->pos))
    return FALSE;
  parser->stack[parser->depth++] = parser->nodes->len - 1;
  ++parser->pos;
  return TRUE;
}

static gboolean
close_container (Parser *parser)
{
  guint index = parser->stack[--parser->depth];
  Node *node = &g_array_index (parser->nodes, Node, index);
  const Node *twice;

  node->end = (guint32) ++parser->pos;
  node->size = parser->nodes->len - index;
  if (node->type == SEGUE_JSON_OBJECT && (twice = find_double (parser, index)) != NULL)
    return fail (parser, twice->begin - 1, _("This name stands twice in the same object."));
  return TRUE;
}

static gboolean
parse_value (Parser *parser)
{
  switch (peek (parser))
    {
    case '{':
      return open_container (parser, SEGUE_JSON_OBJECT);
    case '[':
      return open_container (parser, SEGUE_JSON_ARRAY);
    case '"':
      return parse_string (parser);
    case 't':
      return parse_word (parser, "true", SEGUE_JSON_TRUE);
    case 'f':
      return parse_word (parser, "false", SEGUE_JSON_FALSE);
    case 'n':
      return parse_word (parser, "null", SEGUE_JSON_NULL);
    case '\0':
      return fail (parser, parser->pos, _("The file ends too early."));
    default:
      if (peek (parser) == '-' || g_ascii_isdigit (peek (parser)))
        return parse_number (parser);
      return fail (parser, parser->pos, _("This is not a value: a text stands in double quotes."));
    }
}

static gboolean
parse_member (Parser *parser)
{
  if (!parse_string (parser))
    return FALSE;
  skip_space (parser);
  if (peek (parser) != ':')
    return fail (parser, parser->pos, _("A colon is missing here."));
  ++parser->pos;
  skip_space (parser);
  return parse_value (parser);
}

/* One step inside the innermost container: its end, or its next entry. */
static gboolean
parse_entry (Parser *parser)
{
  guint index = parser->stack[parser->depth - 1];
  gboolean is_object = node_at (parser->nodes, index)->type == SEGUE_JSON_OBJECT;
  gboolean is_first = parser->nodes->len == index + 1;
  char c = peek (parser);

  if (c == (is_object ? '}' : ']'))
    return close_container (parser);
  if (parser->pos >= parser->length)
    return fail (parser, parser->pos, _("The file ends too early."));
  if (!is_first && c != ',')
    return fail (parser, parser->pos, _("A comma or a closing bracket is missing here."));
  if (!is_first)
    ++parser->pos;
  skip_space (parser);
  return is_object ? parse_member (parser) : parse_value (parser);
}

static gboolean
parse_text (Parser *parser)
{
  if (parser->length >= 3 && memcmp (parser->text, "\xef\xbb\xbf", 3) == 0)
    parser->pos = 3;
  skip_space (parser);
  if (!parse_value (parser))
    return FALSE;
  while (skip_space (parser), parser->depth > 0)
    if (!parse_entry (parser))
      return FALSE;
  if (parser->pos < parser->length)
    return fail (parser, parser->pos, _("The file goes on after its end."));
  return TRUE;
}

static gboolean
check_bytes (Parser *parser)
{
  const char *end = NULL;

  if (parser->length > SEGUE_JSON_MAX_BYTES)
    return fail (parser, 0, _("The file is larger than 64 MB; that is not a plan."));
  if (g_utf8_validate_len (parser->text, parser->length, &end))
    return TRUE;
  if (*end == '\0')
    return fail (parser, (gsize) (end - parser->text), _("The file contains a NUL byte; it is not a text in UTF-8."));
  return fail (parser, (gsize) (end - parser->text), _("The file is not a text in UTF-8."));
}

/* ---- json-glib ------------------------------------------------------- */

static JsonNode *
find_child (SegueJsonIter *iter,
            JsonNode      *value)
{
  g_autofree char *name = NULL;

  if (!iter->is_object)
    return json_array_get_element (json_node_get_array (value), iter->index);
  name = segue_json_dup_string (iter->json, iter->key);
  return json_object_get_member (json_node_get_object (value), name);
}

/* The second of two members whose names, written with escapes, mean the same;
 * json-glib keeps one of them. 0 if there is none. */
static guint
find_same_name (SegueJson *self,
                guint      object)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  SegueJsonIter iter;

  if (json_object_get_size (json_node_get_object (node_at (self->nodes, object)->value)) ==
      segue_json_count (self, object))
    return 0;
  segue_json_iter_init (&iter, self, object);
  while (segue_json_iter_next (&iter))
    if (!g_hash_table_add (names, segue_json_dup_string (self, iter.key)))
      return iter.key;
  return 0;
}

/* Both sides know the same values; a parent stands before its children. */
static gboolean
attach_values (SegueJson  *self,
               GError    **error)
{
  SegueJsonIter iter;

  g_array_index (self->nodes, Node, 0).value = self->root;
  for (guint i = 0; i < self->nodes->len; ++i)
    {
      const Node *node = node_at (self->nodes, i);
      guint twice = node->type == SEGUE_JSON_OBJECT ? find_same_name (self, i) : 0;

      if (twice > 0)
        {
          g_autofree char *message = describe_at (self->name, self->text, node_at (self->nodes, twice)->begin - 1,
                                                  NULL, _("This name stands twice in the same object."));

          g_set_error_literal (error, SEGUE_ERROR, SEGUE_ERROR_INVALID, message);
          return FALSE;
        }
      if (node->type != SEGUE_JSON_OBJECT && node->type != SEGUE_JSON_ARRAY)
        continue;
      segue_json_iter_init (&iter, self, i);
      while (segue_json_iter_next (&iter))
        g_array_index (self->nodes, Node, iter.value).value = find_child (&iter, node->value);
    }
  return TRUE;
}

static gboolean
read_values (SegueJson  *self,
             gsize       length,
             GError    **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) cause = NULL;
  gsize begin = length >= 3 && memcmp (self->text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  if (json_parser_load_from_data (parser, self->text + begin, (gssize) (length - begin), &cause))
    {
      self->root = json_parser_steal_root (parser);
      return attach_values (self, error);
    }
  g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_INVALID, _("%s: The file cannot be read as JSON: %s"),
               self->name, cause->message);
  return FALSE;
}

/* ---- public ---------------------------------------------------------- */

/**
 * segue_json_new:
 * @text: the bytes of a file; need not end with NUL
 * @name: what to call the file in messages
 *
 * Takes @text apart. Nested brackets, long numbers and large files cannot
 * exhaust the stack; names that stand twice are refused.
 *
 * Returns: (transfer full): the values, or %NULL with SEGUE_ERROR_INVALID and
 *   a message that begins with "name:line:column: "
 */
SegueJson *
segue_json_new (const char  *text,
                gsize        length,
                const char  *name,
                GError     **error)
{
  g_autoptr (SegueJson) self = NULL;
  Parser parser = { text, length };

  g_return_val_if_fail (text != NULL || length == 0, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (SegueJson, 1);
  self->name = g_strdup (name);
  self->nodes = parser.nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  if (!check_bytes (&parser) || !parse_text (&parser))
    {
      g_autofree char *message = describe_at (name, text, parser.pos, NULL, parser.cause);

      g_set_error_literal (error, SEGUE_ERROR, SEGUE_ERROR_INVALID, message);
      return NULL;
    }
  self->text = g_memdup2 (text, length);
  if (!read_values (self, length, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
segue_json_free (SegueJson *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->nodes, g_array_unref);
  g_clear_pointer (&self->root, json_node_unref);
  g_free (self->text);
  g_free (self->name);
  g_free (self);
}

SegueJsonType
segue_json_get_type_of (const SegueJson *self,
                        guint            node)
{
  return node_at (self->nodes, node)->type;
}

/* (transfer full): the text of a string without its escapes. */
char *
segue_json_dup_string (const SegueJson *self,
                       guint            index)
{
  const Node *node = node_at (self->nodes, index);
  g_autoptr (JsonNode) name = NULL;
  g_autofree char *quoted = NULL;

  g_return_val_if_fail (node->type == SEGUE_JSON_STRING, NULL);

  if (node->value)
    return json_node_dup_string (node->value);
  if (memchr (self->text + node->begin, '\\', node->end - node->begin) == NULL)
    return g_strndup (self->text + node->begin, node->end - node->begin);
  quoted = g_strndup (self->text + node->begin - 1, node->end - node->begin + 2);
  name = json_from_string (quoted, NULL);
  return name ? json_node_dup_string (name) : g_strdup ("");
}

/* (transfer full): the value as it is written, without the white space
 * between its parts, so that nothing of it is lost. */
char *
segue_json_dup_compact (const SegueJson *self,
                        guint            index)
{
  const Node *node = node_at (self->nodes, index);
  gsize quote = node->type == SEGUE_JSON_STRING;
  const char *end = self->text + node->end + quote;
  GString *out = g_string_sized_new (node->end - node->begin + 2);
  gboolean inside = FALSE;

  for (const char *p = self->text + node->begin - quote; p < end; ++p)
    {
      if (inside && *p == '\\')
        g_string_append_c (out, *p++);
      else if (*p == '"')
        inside = !inside;
      else if (!inside && g_ascii_isspace (*p))
        continue;
      g_string_append_c (out, *p);
    }
  return g_string_free (out, FALSE);
}

/**
 * segue_json_get_int:
 * @value: (out): where to put the number
 *
 * Returns: whether the value is a whole number that fits; "12", "12.0" and
 *   "1.2e1" are the same number
 */
gboolean
segue_json_get_int (const SegueJson *self,
                    guint            index,
                    gint64          *value)
{
  const Node *node = node_at (self->nodes, index);
  double number;

  if (node->type != SEGUE_JSON_NUMBER)
    return FALSE;
  number = json_node_get_double (node->value);
  if (!(number >= -9007199254740992.0 && number <= 9007199254740992.0))
    return FALSE;
  *value = json_node_get_int (node->value);
  return json_node_get_value_type (node->value) == G_TYPE_INT64 || (double) *value == number;
}

/* (transfer full): the value as it is written, cut short for a message. */
char *
segue_json_dup_excerpt (const SegueJson *self,
                        guint            index)
{
  const Node *node = node_at (self->nodes, index);
  gsize n = node->end - node->begin;
  const char *end;

  if (n <= 40)
    return g_strndup (self->text + node->begin, n);
  end = self->text + node->begin + 40;
  while ((*end & 0xc0) == 0x80)
    --end;
  return g_strdup_printf ("%.*s…", (int) (end - self->text - node->begin), self->text + node->begin);
}

/* Whether a value is a text and says @text, with escapes or without. */
gboolean
segue_json_is_string (const SegueJson *self,
                      guint            index,
                      const char      *text)
{
  const Node *node = node_at (self->nodes, index);
  gsize n = strlen (text), written = node->end - node->begin;
  g_autofree char *read = NULL;

  if (node->type != SEGUE_JSON_STRING || written < n)
    return FALSE;
  if (memchr (self->text + node->begin, '\\', written) == NULL)
    return written == n && memcmp (self->text + node->begin, text, n) == 0;
  read = segue_json_dup_string (self, index);
  return g_str_equal (read, text);
}

gboolean
segue_json_find (const SegueJson *self,
                 guint            object,
                 const char      *key,
                 guint           *value)
{
  SegueJsonIter iter;

  segue_json_iter_init (&iter, self, object);
  while (segue_json_iter_next (&iter))
    if (iter.is_object && segue_json_is_string (self, iter.key, key))
      {
        *value = iter.value;
        return TRUE;
      }
  return FALSE;
}

/* Members of an object, elements of an array, 0 for anything else. */
guint
segue_json_count (const SegueJson *self,
                  guint            node)
{
  SegueJsonIter iter;
  guint n = 0;

  segue_json_iter_init (&iter, self, node);
  while (segue_json_iter_next (&iter))
    ++n;
  return n;
}

void
segue_json_iter_init (SegueJsonIter   *iter,
                      const SegueJson *json,
                      guint            index)
{
  const Node *node = node_at (json->nodes, index);

  *iter = (SegueJsonIter) { json, .next = index + 1, .end = index + node->size, .index = G_MAXUINT };
  iter->is_object = node->type == SEGUE_JSON_OBJECT;
}

gboolean
segue_json_iter_next (SegueJsonIter *iter)
{
  if (iter->next >= iter->end)
    return FALSE;
  iter->key = iter->next;
  iter->value = iter->next + (iter->is_object ? 1 : 0);
  iter->next = iter->value + node_at (iter->json->nodes, iter->value)->size;
  ++iter->index;
  return TRUE;
}

/* (transfer full): the way to a value, such as "steps[3].effort"; empty for
 * the root. */
char *
segue_json_dup_path (const SegueJson *self,
                     guint            node)
{
  g_autoptr (GString) path = g_string_new (NULL);
  SegueJsonIter iter;

  segue_json_iter_init (&iter, self, 0);
  while (node > 0 && segue_json_iter_next (&iter))
    {
      if (node >= iter.next)
        continue;
      if (iter.is_object)
        {
          g_autofree char *key = segue_json_dup_excerpt (self, iter.key);

          g_string_append_printf (path, "%s%s", path->len ? "." : "", key);
        }
      else
        g_string_append_printf (path, "[%u]", iter.index);
      if (node <= iter.value)
        break;
      segue_json_iter_init (&iter, self, iter.value);
    }
  return g_string_free (g_steal_pointer (&path), FALSE);
}

/* (transfer full): @cause behind the file and the place of a value. */
char *
segue_json_describe (const SegueJson *self,
                     guint            index,
                     const char      *cause)
{
  g_autofree char *path = segue_json_dup_path (self, index);
  const Node *node = node_at (self->nodes, index);

  return describe_at (self->name, self->text, node->begin - (node->type == SEGUE_JSON_STRING), path, cause);
}
