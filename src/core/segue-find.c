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

/* One spelling for all: composed, without case. Letters of Hangul that are typed
 * alone stay what they are, which a compatible spelling would not leave them. */
static gunichar *
fold (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autofree char *folded = composed ? g_utf8_casefold (composed, -1) : NULL;
  g_autofree char *again = folded ? g_utf8_normalize (folded, -1, G_NORMALIZE_DEFAULT_COMPOSE) : NULL;

  return again ? g_utf8_to_ucs4_fast (again, -1, NULL) : g_new0 (gunichar, 1);
}

/* 0 at the beginning, 1 at the beginning of a word, 2 anywhere; -1 nowhere. */
static int
measure (const gunichar *text,
         const gunichar *word)
{
  int nearest = -1;

  for (const gunichar *at = text; *at != 0; at++)
    {
      int distance = at == text ? 0 : g_unichar_isalnum (at[-1]) ? 2 : 1;

      if (g_unichar_isspace (*at) || (nearest >= 0 && distance >= nearest) || !begins_with (at, word))
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
  g_autofree gunichar *folded_text = NULL;
  g_autofree gunichar *folded_word = NULL;

  g_return_val_if_fail (text != NULL && word != NULL, -1);

  folded_text = fold (text);
  folded_word = fold (word);
  return folded_word[0] != 0 ? measure (folded_text, folded_word) : -1;
}

/* ---- rows ------------------------------------------------------------- */

typedef struct
{
  SeguePlan *plan;
  SegueLayout *layout;
  GPtrArray *words; /* folded */
  GPtrArray *found;
} Search;

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

/* How near all words are together in a text, or -1. */
static int
measure_all (Search     *search,
             const char *text)
{
  g_autofree gunichar *folded = text ? fold (text) : NULL;
  int sum = 0;

  for (guint i = 0; i < search->words->len; i++)
    {
      int distance = folded ? measure (folded, g_ptr_array_index (search->words, i)) : -1;

      if (distance < 0)
        return -1;
      sum += distance;
    }
  return sum;
}

static char *
name_row (Search            *search,
          const SegueRecord *record)
{
  int rule = segue_record_get_kind (record) == SEGUE_KIND_RULE
    ? segue_layout_find (search->layout, SEGUE_KIND_RULE, segue_record_get_id (record)) : -1;

  return rule >= 0 ? segue_text_rule (search->layout, rule) : g_strdup (segue_record_get_title (record));
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
    return goal ? g_strdup (segue_record_get_title (goal)) : g_steal_pointer (&span);
  /* Translators: where a step stands: its goal and its days */
  return g_strdup_printf (_("%s · %s"), segue_record_get_title (goal), span);
}

static void
add_found (Search            *search,
           const SegueRecord *record,
           char              *title,
           char              *detail,
           int                distance)
{
  SegueFound *found = g_new0 (SegueFound, 1);

  found->kind = segue_record_get_kind (record);
  found->id = g_strdup (segue_record_get_id (record));
  found->title = title;
  found->detail = detail;
  found->shows = g_strdup (find_shown (search, record));
  found->distance = distance;
  g_ptr_array_add (search->found, found);
}

/* What people write apart from the title: notes, reasons, sources. */
static char *
find_in_fields (Search            *search,
                const SegueRecord *record)
{
  const SegueKindInfo *info = segue_kind_get_info (segue_record_get_kind (record));

  for (guint field = 0; field < info->n_fields; field++)
    {
      g_autofree char *joined = NULL;
      const char *text = NULL;

      if (!segue_record_has (record, field) || field == info->title_field)
        continue;
      if (info->fields[field].type == SEGUE_FIELD_STRINGS)
        text = joined = g_strjoinv (", ", (char **) segue_record_get_strings (record, field));
      else if (info->fields[field].type == SEGUE_FIELD_STRING)
        text = segue_record_get_string (record, field);
      if (text != NULL && measure_all (search, text) >= 0)
        return g_strdup (text);
    }
  return NULL;
}

static void
look_at (Search            *search,
         const SegueRecord *record)
{
  g_autofree char *title = name_row (search, record);
  int distance = measure_all (search, title);
  g_autofree char *text = NULL;

  if (distance >= 0)
    {
      add_found (search, record, g_steal_pointer (&title), describe_place (search, record), distance);
      return;
    }
  text = find_in_fields (search, record);
  if (text != NULL)
    add_found (search, record, g_steal_pointer (&title), g_steal_pointer (&text), 100);
}

/* Equal ones keep the order of the plan. */
static int
compare_found (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const SegueFound *first = *(SegueFound *const *) a;
  const SegueFound *second = *(SegueFound *const *) b;

  return first->distance < second->distance ? -1 : first->distance > second->distance;
}

static GPtrArray *
split_words (const char *query)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = g_strsplit_set (query, " \t\n", -1);

  for (guint i = 0; parts[i]; i++)
    if (parts[i][0] != '\0')
      g_ptr_array_add (words, fold (parts[i]));
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
  Search search = { plan, layout, NULL, NULL };

  g_return_val_if_fail (SEGUE_IS_PLAN (plan) && layout != NULL && query != NULL, NULL);

  search.words = words = split_words (query);
  search.found = g_ptr_array_new_with_free_func (found_free);
  if (words->len == 0)
    return search.found;
  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      for (guint i = 0; i < segue_plan_count (plan, kinds[k]); i++)
        look_at (&search, segue_plan_get_nth (plan, kinds[k], i));
    }
  g_ptr_array_sort_with_data (search.found, compare_found, NULL);
  if (search.found->len > most)
    g_ptr_array_set_size (search.found, (int) most);
  return search.found;
}
