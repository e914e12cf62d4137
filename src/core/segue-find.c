/* segue-find.c - goals, routes, steps, rules and notes by what is written in them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A query is one or more words, and all of them have to be found. A word may
 * begin anywhere in a text. Hangul is compared syllable by syllable, the way
 * it is typed:
 *
 *     ㅎㅇ   initial consonants alone          대학원
 *     학ㅇ   mixed                             대학원
 *     하     the syllable is not finished yet  대학원
 *     간     or was, when the next one begins  가나
 *
 * and a space in the text is passed over, since people differ in where they
 * put them.
 */
#include "core/segue-find.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/segue-text.h"

/* ---- Hangul ----------------------------------------------------------- */

#define FIRST_SYLLABLE 0xac00
#define LAST_SYLLABLE  0xd7a3
#define N_VOWELS 21
#define N_FINALS 28

/* The consonants that may begin a syllable, as they are typed alone. */
static const gunichar leads[] = {
  0x3131, 0x3132, 0x3134, 0x3137, 0x3138, 0x3139, 0x3141, 0x3142, 0x3143, 0x3145,
  0x3146, 0x3147, 0x3148, 0x3149, 0x314a, 0x314b, 0x314c, 0x314d, 0x314e,
};

/* Those that may end one, from the second on: none is the first. */
static const gunichar finals[N_FINALS] = {
  0, 0x3131, 0x3132, 0x3133, 0x3134, 0x3135, 0x3136, 0x3137, 0x3139, 0x313a, 0x313b, 0x313c, 0x313d, 0x313e,
  0x313f, 0x3140, 0x3141, 0x3142, 0x3144, 0x3145, 0x3146, 0x3147, 0x3148, 0x314a, 0x314b, 0x314c, 0x314d, 0x314e,
};

static gboolean
is_syllable (gunichar c)
{
  return c >= FIRST_SYLLABLE && c <= LAST_SYLLABLE;
}

static gunichar
get_lead (gunichar syllable)
{
  return leads[(syllable - FIRST_SYLLABLE) / (N_VOWELS * N_FINALS)];
}

static gunichar
get_final (gunichar syllable)
{
  return finals[(syllable - FIRST_SYLLABLE) % N_FINALS];
}

/* Without its final consonant. */
static gunichar
get_open (gunichar syllable)
{
  return syllable - (syllable - FIRST_SYLLABLE) % N_FINALS;
}

/* ---- words in texts --------------------------------------------------- */

static const gunichar *
skip_spaces (const gunichar *text)
{
  while (*text != 0 && g_unichar_isspace (*text))
    text++;
  return text;
}

/* The syllable that is being typed may become @c, or end in what is to begin
 * the next one. */
static gboolean
may_become (gunichar        typed,
            gunichar        c,
            const gunichar *next)
{
  if (!is_syllable (typed) || !is_syllable (c) || get_open (typed) != get_open (c))
    return FALSE;
  if (get_final (typed) == 0)
    return TRUE;
  next = skip_spaces (next);
  return get_final (c) == 0 && is_syllable (*next) && get_lead (*next) == get_final (typed);
}

static gboolean
begins_with (const gunichar *text,
             const gunichar *word)
{
  for (; *word != 0; word++, text++)
    {
      gunichar c;

      if (*text == 0)
        return FALSE;
      if (!g_unichar_isspace (*word))
        text = skip_spaces (text);
      c = *text;
      if (*word != c && !(is_syllable (c) && get_lead (c) == *word) &&
          !(word[1] == 0 && may_become (*word, c, text + 1)))
        return FALSE;
    }
  return TRUE;
}

/* What composing and folding leave as it is, apart from capital letters. */
static gboolean
is_plain (gunichar c)
{
  return c < 0x80 || is_syllable (c) || (c >= 0x3131 && c <= 0x318e) || (c >= 0x4e00 && c <= 0x9fff) ||
         (c >= 0x2010 && c <= 0x2027) || c == 0xb7;
}

/* Nearly all texts are plain, and what a word is looked for in are thousands. */
static gboolean
fold_plain (GArray     *folded,
            const char *text)
{
  gunichar *letters;
  guint n = 0;

  /* At most as many letters as bytes. */
  g_array_set_size (folded, (guint) strlen (text));
  letters = (gunichar *) folded->data;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = (guchar) *at < 0x80 ? (gunichar) g_ascii_tolower (*at) : g_utf8_get_char (at);

      if (!is_plain (c))
        return FALSE;
      letters[n++] = c;
    }
  g_array_set_size (folded, n);
  return TRUE;
}

static void
fold_any (GArray     *folded,
          const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autofree char *lower = composed ? g_utf8_casefold (composed, -1) : NULL;
  g_autofree char *again = lower ? g_utf8_normalize (lower, -1, G_NORMALIZE_DEFAULT_COMPOSE) : NULL;
  g_autofree gunichar *letters = NULL;
  glong n = 0;

  g_array_set_size (folded, 0);
  if (again == NULL)
    return;
  letters = g_utf8_to_ucs4_fast (again, -1, &n);
  g_array_append_vals (folded, letters, (guint) n);
}

/* One spelling for all: composed, without case. Letters of Hangul that are typed
 * alone stay what they are, which a compatible spelling would not leave them. */
static const gunichar *
fold (GArray     *folded,
      const char *text)
{
  if (!fold_plain (folded, text))
    fold_any (folded, text);
  return (const gunichar *) folded->data;
}

static GArray *
create_folded (void)
{
  return g_array_new (TRUE, TRUE, sizeof (gunichar));
}

/* 0 at the beginning, 1 at the beginning of a word, 2 anywhere; -1 nowhere. */
static int
measure (const gunichar *text,
         const gunichar *word)
{
  int nearest = -1;

  for (const gunichar *at = text; *at != 0; at++)
    {
      int distance;

      /* Only a syllable may stand for something else than itself. */
      if ((*at != *word && !is_syllable (*at)) || !begins_with (at, word))
        continue;
      distance = at == text ? 0 : g_unichar_isalnum (at[-1]) ? 2 : 1;
      if (nearest >= 0 && distance >= nearest)
        continue;
      nearest = distance;
      if (nearest <= 1)
        break;
    }
  return nearest;
}

/**
 * segue_find_in_text:
 * @text: what is looked through
 * @word: what is looked for, not empty
 *
 * Returns: 0 if @text begins with @word, 1 if one of its words does, 2 if it
 *   is anywhere else, -1 if it is not there
 */
int
segue_find_in_text (const char *text,
                    const char *word)
{
  g_autoptr (GArray) folded_text = create_folded ();
  g_autoptr (GArray) folded_word = create_folded ();

  g_return_val_if_fail (text != NULL && word != NULL, -1);

  return fold (folded_word, word)[0] != 0
    ? measure (fold (folded_text, text), (const gunichar *) folded_word->data) : -1;
}

/* ---- rows ------------------------------------------------------------- */

/* How near a row is, the nearest first. A step before the rules that speak of it. */
typedef enum
{
  NEAR_EXACT,        /* a title, as it is typed */
  NEAR_TITLE,        /* a title begins so */
  NEAR_TITLE_WORD,   /* a word of a title does */
  NEAR_SENTENCE,     /* a rule or an entry of the journal begins so */
  NEAR_SENTENCE_WORD,
  NEAR_INSIDE,       /* inside a word of a title */
  NEAR_SENTENCE_INSIDE,
  NEAR_FIELD,        /* notes, reasons, sources */
} Nearness;

/* Far more than any kind has. */
#define MOST_FIELDS 64

typedef struct
{
  SeguePlan *plan;
  SegueLayout *layout;
  GPtrArray *words; /* of GArray, folded */
  GArray *folded;   /* the text that is looked through */
  GArray *hits;     /* of Hit */
  guint fields[MOST_FIELDS]; /* of the kind that is looked through: what is text */
  guint n_fields;
} Search;

typedef struct
{
  const SegueRecord *record;
  char *sentence;    /* of a rule without words of its own, or NULL */
  char *field;       /* where it was found, if not in the title */
  Nearness nearness;
  gboolean is_aside; /* not on the way that is taken */
  guint place;
} Hit;

static void
hit_clear (gpointer data)
{
  Hit *hit = data;

  g_free (hit->sentence);
  g_free (hit->field);
}

static void
found_free (gpointer data)
{
  SegueFound *found = data;

  g_free (found->id);
  g_free (found->title);
  g_free (found->detail);
  g_free (found->shows);
  g_free (found);
}

/* The distance of the word that is farthest, or -1 if one is not there. */
static int
measure_all (Search     *search,
             const char *text)
{
  const gunichar *folded = text ? fold (search->folded, text) : NULL;
  int most = 0;

  for (guint i = 0; i < search->words->len; i++)
    {
      GArray *word = g_ptr_array_index (search->words, i);
      int distance = folded ? measure (folded, (const gunichar *) word->data) : -1;

      if (distance < 0)
        return -1;
      most = MAX (most, distance);
    }
  return most;
}

/* The sentence of a rule that has none of its own; it is made of titles and dates. */
static char *
make_sentence (Search            *search,
               const SegueRecord *record)
{
  int rule;

  if (segue_record_get_kind (record) != SEGUE_KIND_RULE ||
      (segue_record_get_title (record)[0] != '\0' && !segue_record_get_bool (record, SEGUE_RULE_BY_HAND)))
    return NULL;
  rule = segue_layout_find (search->layout, SEGUE_KIND_RULE, segue_record_get_id (record));
  return rule >= 0 ? segue_text_rule (search->layout, rule) : NULL;
}

/* The last step of a goal or of the route that is taken stands for it. */
static const char *
find_last_step (Search     *search,
                int         goal,
                int         route)
{
  const SegueProblem *problem = segue_layout_get_problem (search->layout);
  const SegueSchedule *schedule = segue_layout_get_schedule (search->layout);
  int last = -1;

  for (int i = 0; i < schedule->n_steps; i++)
    {
      if (!schedule->steps[i].active || schedule->steps[i].end == SEGUE_DAY_NONE ||
          (route >= 0 ? problem->steps[i].route != route : problem->steps[i].goal != goal) ||
          segue_layout_is_emitted (search->layout, SEGUE_KIND_STEP, i))
        continue;
      if (last < 0 || schedule->steps[i].end > schedule->steps[last].end)
        last = i;
    }
  return last >= 0 ? segue_record_get_id (segue_layout_get_step (search->layout, last)) : NULL;
}

static const char *
find_shown_route (Search     *search,
                  const char *id)
{
  const SegueRouteResult *result = segue_layout_get_route_result (search->layout, id);
  const char *step = NULL;

  if (result != NULL && result->status == SEGUE_ROUTE_CHOSEN)
    step = find_last_step (search, -1, segue_layout_find (search->layout, SEGUE_KIND_ROUTE, id));
  return step ? step : id;
}

static const char *
find_shown (Search            *search,
            const SegueRecord *record)
{
  const char *id = segue_record_get_id (record);
  const SegueRecord *step = NULL;
  SegueSide side;

  switch ((int) segue_record_get_kind (record))
    {
    case SEGUE_KIND_GOAL:
      return find_last_step (search, segue_layout_find (search->layout, SEGUE_KIND_GOAL, id), -1);
    case SEGUE_KIND_ROUTE:
      return find_shown_route (search, id);
    case SEGUE_KIND_RULE:
      segue_plan_parse_point (search->plan, segue_record_get_string (record, SEGUE_RULE_POINT), &step, &side);
      return step ? segue_record_get_id (step) : NULL;
    case SEGUE_KIND_JOURNAL:
      return segue_record_get_string (record, SEGUE_JOURNAL_ABOUT);
    default:
      return id;
    }
}

/* Where a row stands: its goal, its days. */
static char *
describe_place (Search            *search,
                const SegueRecord *record)
{
  const char *goal_id = NULL;
  const SegueRecord *goal;
  const SegueStepResult *result = NULL;
  g_autofree char *span = NULL;

  if (segue_record_get_kind (record) == SEGUE_KIND_STEP)
    {
      goal_id = segue_record_get_string (record, SEGUE_STEP_GOAL);
      result = segue_layout_get_step_result (search->layout, segue_record_get_id (record));
    }
  else if (segue_record_get_kind (record) == SEGUE_KIND_ROUTE)
    {
      goal_id = segue_record_get_string (record, SEGUE_ROUTE_GOAL);
    }
  else if (segue_record_get_kind (record) == SEGUE_KIND_RULE)
    {
      return g_strdup (segue_record_get_string (record, SEGUE_RULE_SOURCE));
    }
  else if (segue_record_get_kind (record) == SEGUE_KIND_JOURNAL)
    {
      return segue_text_day (segue_record_get_day (record, SEGUE_JOURNAL_ON));
    }
  goal = goal_id ? segue_plan_find (search->plan, goal_id) : NULL;
  if (result != NULL && result->active && result->start != SEGUE_DAY_NONE)
    span = segue_text_span (result->start, result->end);
  if (goal == NULL || span == NULL)
    return goal ? g_strdup (segue_record_get_name (goal)) : g_steal_pointer (&span);
  /* Translators: where a step stands: its goal and its days */
  return g_strdup_printf (_("%s · %s"), segue_record_get_name (goal), span);
}

static SegueFound *
create_found (Search *search,
              Hit    *hit)
{
  SegueFound *found = g_new0 (SegueFound, 1);

  found->kind = segue_record_get_kind (hit->record);
  found->id = g_strdup (segue_record_get_id (hit->record));
  found->title = hit->sentence ? g_steal_pointer (&hit->sentence) : g_strdup (segue_record_get_title (hit->record));
  found->detail = hit->field ? g_steal_pointer (&hit->field) : describe_place (search, hit->record);
  found->shows = g_strdup (find_shown (search, hit->record));
  return found;
}

static gboolean
is_text (const SegueKindInfo *info,
         guint                field)
{
  return field != (guint) info->title_field &&
         (info->fields[field].type == SEGUE_FIELD_STRINGS || info->fields[field].type == SEGUE_FIELD_STRING);
}

/* What people write apart from the title: notes, reasons, sources. */
static char *
find_in_fields (Search            *search,
                const SegueRecord *record)
{
  const SegueKindInfo *info = segue_kind_get_info (segue_record_get_kind (record));

  for (guint i = 0; i < search->n_fields; i++)
    {
      guint field = search->fields[i];
      g_autofree char *joined = NULL;
      const char *text = NULL;

      if (!segue_record_has (record, field))
        continue;
      if (info->fields[field].type == SEGUE_FIELD_STRINGS)
        text = joined = g_strjoinv (", ", (char **) segue_record_get_strings (record, field));
      else
        text = segue_record_get_string (record, field);
      if (text != NULL && measure_all (search, text) >= 0)
        return g_strdup (text);
    }
  return NULL;
}

static void
list_fields (Search    *search,
             SegueKind  kind)
{
  const SegueKindInfo *info = segue_kind_get_info (kind);

  search->n_fields = 0;
  for (guint field = 0; field < info->n_fields && search->n_fields < MOST_FIELDS; field++)
    {
      if (is_text (info, field))
        search->fields[search->n_fields++] = field;
    }
}

static Nearness
get_nearness (Search            *search,
              const SegueRecord *record,
              int                distance)
{
  static const Nearness things[] = { NEAR_TITLE, NEAR_TITLE_WORD, NEAR_INSIDE };
  static const Nearness sentences[] = { NEAR_SENTENCE, NEAR_SENTENCE_WORD, NEAR_SENTENCE_INSIDE };
  SegueKind kind = segue_record_get_kind (record);
  GArray *word = g_ptr_array_index (search->words, 0);

  if (kind == SEGUE_KIND_RULE || kind == SEGUE_KIND_JOURNAL)
    return sentences[distance];
  return distance == 0 && search->words->len == 1 && search->folded->len == word->len ? NEAR_EXACT : things[distance];
}

/* Of what is equally near, what is going to be done comes first. */
static gboolean
is_aside (Search            *search,
          const SegueRecord *record)
{
  const SegueStepResult *result;
  const SegueRecord *step = record;
  SegueSide side;

  if (segue_record_get_kind (record) == SEGUE_KIND_RULE)
    segue_plan_parse_point (search->plan, segue_record_get_string (record, SEGUE_RULE_POINT), &step, &side);
  else if (segue_record_get_kind (record) != SEGUE_KIND_STEP)
    return FALSE;
  result = step ? segue_layout_get_step_result (search->layout, segue_record_get_id (step)) : NULL;
  return result == NULL || !result->active;
}

static void
look_at (Search            *search,
         const SegueRecord *record)
{
  Hit hit = { .record = record, .sentence = make_sentence (search, record), .place = search->hits->len };
  int distance = measure_all (search, hit.sentence ? hit.sentence : segue_record_get_title (record));

  hit.nearness = distance >= 0 ? get_nearness (search, record, distance) : NEAR_FIELD;
  if (distance < 0)
    hit.field = find_in_fields (search, record);
  if (distance < 0 && hit.field == NULL)
    {
      hit_clear (&hit);
      return;
    }
  hit.is_aside = is_aside (search, record);
  g_array_append_val (search->hits, hit);
}

/* Whether no rule can come before what is there; sentences take longest to make. */
static gboolean
has_enough (Search *search,
            guint   most)
{
  guint n = 0;

  for (guint i = 0; i < search->hits->len && n < most; i++)
    n += g_array_index (search->hits, Hit, i).nearness < NEAR_SENTENCE;
  return n >= most;
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const Hit *first = a, *second = b;

  if (first->nearness != second->nearness)
    return first->nearness < second->nearness ? -1 : 1;
  if (first->is_aside != second->is_aside)
    return first->is_aside ? 1 : -1;
  return first->place < second->place ? -1 : first->place > second->place;
}

/* A rule of each route that says the same is one sentence to the reader. */
static void
take_hits (Search    *search,
           GPtrArray *found,
           guint      most)
{
  g_autoptr (GHashTable) sentences = g_hash_table_new (g_str_hash, g_str_equal);

  g_array_sort (search->hits, compare_hits);
  for (guint i = 0; i < search->hits->len && found->len < most; i++)
    {
      Hit *hit = &g_array_index (search->hits, Hit, i);
      const char *sentence = hit->sentence ? hit->sentence : segue_record_get_title (hit->record);
      SegueFound *row;

      if (segue_record_get_kind (hit->record) == SEGUE_KIND_RULE && g_hash_table_contains (sentences, sentence))
        continue;
      row = create_found (search, hit);
      g_ptr_array_add (found, row);
      if (row->kind == SEGUE_KIND_RULE)
        g_hash_table_add (sentences, row->title);
    }
}

static GPtrArray *
split_words (const char *query)
{
  GPtrArray *words = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_auto (GStrv) parts = g_strsplit_set (query, " \t\n", -1);

  for (guint i = 0; parts[i]; i++)
    if (parts[i][0] != '\0')
      {
        GArray *word = create_folded ();

        fold (word, parts[i]);
        g_ptr_array_add (words, word);
      }
  return words;
}

/**
 * segue_find:
 * @plan: a plan
 * @layout: the plan laid out
 * @query: what a person has typed so far
 * @most: how many are wanted
 *
 * Returns: (transfer full) (element-type SegueFound): goals, routes, steps,
 *   rules and the journal's entries in which all words are found, the nearest
 *   first; none for an empty query
 */
GPtrArray *
segue_find (SeguePlan   *plan,
            SegueLayout *layout,
            const char  *query,
            guint        most)
{
  static const SegueKind kinds[] = {
    SEGUE_KIND_STEP, SEGUE_KIND_GOAL, SEGUE_KIND_ROUTE, SEGUE_KIND_RULE, SEGUE_KIND_JOURNAL,
  };
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GArray) folded = NULL;
  g_autoptr (GArray) hits = NULL;
  GPtrArray *found;
  Search search = { .plan = plan, .layout = layout };

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && layout != NULL && query != NULL, NULL);

  found = g_ptr_array_new_with_free_func (found_free);
  search.words = words = split_words (query);
  search.folded = folded = create_folded ();
  search.hits = hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  g_array_set_clear_func (hits, hit_clear);
  if (words->len == 0)
    return found;
  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      if (kinds[k] == SEGUE_KIND_RULE && has_enough (&search, most))
        break;
      list_fields (&search, kinds[k]);
      for (guint i = 0; i < segue_plan_count (plan, kinds[k]); i++)
        look_at (&search, segue_plan_get_nth (plan, kinds[k], i));
    }
  take_hits (&search, found, most);
  return found;
}
