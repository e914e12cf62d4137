/* bench-instance.c - instances of PSPLIB (.sm) and of ProGen/max (.sch)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench/bench.h"

#include "base/segue-error.h"

#include <string.h>

/* A walk through the whole numbers of a text; brackets only separate. */
typedef struct
{
  const char *at;
  gboolean ok;
} Numbers;

static gint32
next_number (Numbers *numbers)
{
  char *end = NULL;
  gint64 value;

  numbers->at += strspn (numbers->at, " \t\r\n[]");
  value = g_ascii_strtoll (numbers->at, &end, 10);
  if (end == numbers->at || value < G_MININT32 || value > G_MAXINT32)
    numbers->ok = FALSE;
  numbers->at = end;
  return numbers->ok ? (gint32) value : 0;
}

static gint32
next_within (Numbers *numbers,
             gint32   least,
             gint32   most)
{
  const gint32 value = next_number (numbers);

  if (value < least || value > most)
    numbers->ok = FALSE;
  return CLAMP (value, least, most);
}

/* To the line after the one that contains @mark. */
static void
skip_past (Numbers    *numbers,
           const char *mark)
{
  const char *found = strstr (numbers->at, mark);
  const char *line = found != NULL ? strchr (found, '\n') : NULL;

  numbers->ok = numbers->ok && line != NULL;
  numbers->at = line != NULL ? line + 1 : "";
}

static void
add_arc (BenchInstance *instance,
         gint32         from,
         gint32         to,
         gint32         lag)
{
  const SegueRcpspArc arc = { from, to, lag };

  g_array_append_val (instance->arcs, arc);
}

/* One mode each: number, mode, duration, needs; @shift is the first's number. */
static void
read_activities (BenchInstance *instance,
                 Numbers       *numbers,
                 gint32         n,
                 gint32         n_resources)
{
  for (gint32 i = 0; i < n && numbers->ok; i++)
    {
      gint32 duration;

      next_number (numbers);
      next_within (numbers, 1, 1);
      duration = next_within (numbers, 0, G_MAXINT16);
      g_array_append_val (instance->duration, duration);
      for (gint32 r = 0; r < n_resources; r++)
        {
          const gint32 need = next_within (numbers, 0, G_MAXINT32);

          g_array_append_val (instance->need, need);
        }
    }
}

static void
read_capacities (BenchInstance *instance,
                 Numbers       *numbers,
                 gint32         n_resources)
{
  for (gint32 r = 0; r < n_resources; r++)
    {
      const gint32 capacity = next_within (numbers, 0, G_MAXINT32);

      g_array_append_val (instance->capacity, capacity);
    }
}

static void
read_sm (BenchInstance *instance,
         Numbers       *numbers)
{
  gint32 n, n_resources;

  numbers->at = strstr (numbers->at, "jobs (incl. supersource/sink )");
  g_assert (numbers->at != NULL);
  numbers->at = strchr (numbers->at, ':') + 1;
  n = next_within (numbers, 2, G_MAXINT16);
  skip_past (numbers, "RESOURCES");
  numbers->at += strcspn (numbers->at, ":") + 1;
  n_resources = next_within (numbers, 0, 64);
  skip_past (numbers, "jobnr.");
  for (gint32 i = 0; i < n && numbers->ok; i++)
    {
      next_number (numbers);
      next_within (numbers, 1, 1);
      for (gint32 k = next_within (numbers, 0, n); k > 0; k--)
        add_arc (instance, i, next_within (numbers, 1, n) - 1, 0);
    }
  skip_past (numbers, "------");
  read_activities (instance, numbers, n, n_resources);
  skip_past (numbers, "RESOURCEAVAILABILITIES");
  skip_past (numbers, "R ");
  read_capacities (instance, numbers, n_resources);
  for (guint a = 0; a < instance->arcs->len; a++)
    {
      SegueRcpspArc *arc = &g_array_index (instance->arcs, SegueRcpspArc, a);

      arc->lag = numbers->ok ? g_array_index (instance->duration, gint32, arc->from) : 0;
    }
}

/* The project's beginning and end are activities here that may not move away
 * from 0 and from the last end. */
static void
read_sch (BenchInstance *instance,
          Numbers       *numbers)
{
  const gint32 n = next_within (numbers, 0, G_MAXINT16) + 2;
  const gint32 n_resources = next_within (numbers, 0, 64);

  next_number (numbers);
  next_number (numbers);
  for (gint32 i = 0; i < n && numbers->ok; i++)
    {
      const guint first = instance->arcs->len;

      next_number (numbers);
      next_within (numbers, 1, 1);
      for (gint32 k = next_within (numbers, 0, n); k > 0; k--)
        add_arc (instance, i, next_within (numbers, 0, n - 1), 0);
      for (guint a = first; a < instance->arcs->len; a++)
        g_array_index (instance->arcs, SegueRcpspArc, a).lag = next_number (numbers);
    }
  read_activities (instance, numbers, n, n_resources);
  read_capacities (instance, numbers, n_resources);
  for (gint32 i = 0; i < n; i++)
    {
      const gint32 latest = i == 0 ? 0 : G_MAXINT32;

      g_array_append_val (instance->latest, latest);
    }
}

/* The dummies at both ends of a .sm only say that everything lies between. */
static void
drop_ends (BenchInstance *instance)
{
  const gint32 n = (gint32) instance->duration->len;
  const guint n_resources = instance->capacity->len;

  for (guint a = instance->arcs->len; a-- > 0;)
    {
      SegueRcpspArc *arc = &g_array_index (instance->arcs, SegueRcpspArc, a);

      arc->from--;
      arc->to--;
      if (arc->from < 0 || arc->to >= n - 2)
        g_array_remove_index_fast (instance->arcs, a);
    }
  g_array_remove_index (instance->duration, (guint) n - 1);
  g_array_remove_index (instance->duration, 0);
  g_array_remove_range (instance->need, (guint) (n - 1) * n_resources, n_resources);
  g_array_remove_range (instance->need, 0, n_resources);
}

static void
point_at_arrays (BenchInstance *instance)
{
  instance->problem = (SegueRcpsp) {
    .n = (gint32) instance->duration->len,
    .n_resources = (gint32) instance->capacity->len,
    .duration = (const gint32 *) (gpointer) instance->duration->data,
    .need = (const gint32 *) (gpointer) instance->need->data,
    .capacity = (const gint32 *) (gpointer) instance->capacity->data,
    .arcs = (const SegueRcpspArc *) (gpointer) instance->arcs->data,
    .n_arcs = (gint32) instance->arcs->len,
    .latest = instance->latest->len > 0 ? (const gint32 *) (gpointer) instance->latest->data : NULL,
  };
}

/**
 * bench_instance_read:
 *
 * Reads an instance; the contents tell the format. Its name is the file's, as
 * the published tables write it: without ".sm", but with ".sch".
 */
BenchInstance *
bench_instance_read (const char  *path,
                     GError     **error)
{
  g_autoptr (BenchInstance) instance = g_new0 (BenchInstance, 1);
  g_autofree char *text = NULL;
  Numbers numbers = { NULL, TRUE };
  gboolean is_sm;

  instance->duration = g_array_new (FALSE, FALSE, sizeof (gint32));
  instance->need = g_array_new (FALSE, FALSE, sizeof (gint32));
  instance->capacity = g_array_new (FALSE, FALSE, sizeof (gint32));
  instance->latest = g_array_new (FALSE, FALSE, sizeof (gint32));
  instance->arcs = g_array_new (FALSE, FALSE, sizeof (SegueRcpspArc));
  instance->name = g_path_get_basename (path);
  if (!g_file_get_contents (path, &text, NULL, error))
    return NULL;
  if (g_str_has_suffix (instance->name, ".sm"))
    instance->name[strlen (instance->name) - 3] = '\0';
  numbers.at = text;
  is_sm = strstr (text, "jobs (incl. supersource/sink )") != NULL;
  if (is_sm)
    read_sm (instance, &numbers);
  else
    read_sch (instance, &numbers);
  if (!numbers.ok)
    {
      g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_INVALID, "%s: neither .sm nor .sch", path);
      return NULL;
    }
  if (is_sm)
    drop_ends (instance);
  point_at_arrays (instance);
  return g_steal_pointer (&instance);
}

void
bench_instance_free (BenchInstance *instance)
{
  g_clear_pointer (&instance->duration, g_array_unref);
  g_clear_pointer (&instance->need, g_array_unref);
  g_clear_pointer (&instance->capacity, g_array_unref);
  g_clear_pointer (&instance->latest, g_array_unref);
  g_clear_pointer (&instance->arcs, g_array_unref);
  g_free (instance->name);
  g_free (instance);
}

/**
 * bench_instance_holds:
 *
 * Checks a schedule in the slowest and plainest way, sharing nothing with the
 * search: every arc, every window, every resource in every unit of time.
 */
gboolean
bench_instance_holds (BenchInstance *instance,
                      const gint32  *start,
                      gint32         makespan)
{
  const SegueRcpsp *p = &instance->problem;
  gint32 end = 0;

  for (gint32 i = 0; i < p->n; i++)
    {
      end = MAX (end, start[i] + p->duration[i]);
      if (start[i] < 0 || (p->latest != NULL && start[i] > p->latest[i]))
        return FALSE;
    }
  for (gint32 a = 0; a < p->n_arcs; a++)
    if (start[p->arcs[a].to] < start[p->arcs[a].from] + p->arcs[a].lag)
      return FALSE;
  for (gint32 t = 0; t < end; t++)
    for (gint32 r = 0; r < p->n_resources; r++)
      {
        gint64 used = 0;

        for (gint32 i = 0; i < p->n; i++)
          if (start[i] <= t && t < start[i] + p->duration[i])
            used += p->need[i * p->n_resources + r];
        if (used > p->capacity[r])
          return FALSE;
      }
  return end == makespan;
}
