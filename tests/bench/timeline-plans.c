/* timeline-plans.c - the plans that are shown while it is measured
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench/timeline-plans.h"

#include "exchange/segue-json-reader.h"

static SeguePlan *
read_plan (const char *text, gsize length)
{
  g_autoptr(GError) error = NULL;
  SeguePlan *plan = segue_json_read_plan (text, length, "bench", &error);

  if (plan == NULL)
    g_error ("%s", error->message);

  return plan;
}

static void
append_done (GString *text, guint i)
{
  char first[SEGUE_DAY_TEXT_SIZE], last[SEGUE_DAY_TEXT_SIZE];
  SegueDay day = TODAY - 3000 + (SegueDay) (i * 7919u % 2900u);

  segue_day_format (day, first);
  segue_day_format (day + (SegueDay) (i % 60), last);
  g_string_append_printf (text, ",\"status\":\"done\",\"started_on\":\"%s\",\"done_on\":\"%s\"", first, last);
}

/* Work of an hour or two under twenty goals, of which @n_open is still to do,
 * in chains of ten. */
SeguePlan *
timeline_plans_make (guint n_steps, guint n_open)
{
  g_autoptr(GString) text = g_string_new ("{\"format\":\"segue-plan\",\"version\":1,\"title\":\"Bench\",\"now\":\"2022-06-06\","
    "\"capacity\":{\"week\":{\"mon\":480,\"tue\":480,\"wed\":480,\"thu\":480,\"fri\":480,\"sat\":480,\"sun\":480}},\"goals\":[");
  g_autoptr(GString) rules = g_string_new (NULL);

  for (guint i = 0; i < 20; i++)
    g_string_append_printf (text, "%s{\"id\":\"g%u\",\"kind\":\"custom\",\"title\":\"Goal %u\"}", i > 0 ? "," : "", i, i);
  g_string_append (text, "],\"steps\":[");
  for (guint i = 0; i < n_steps; i++)
    {
      g_string_append_printf (text, "%s{\"id\":\"s%u\",\"goal\":\"g%u\",\"type\":\"work\",\"title\":\"Step number %u\",\"effort\":%u",
                              i > 0 ? "," : "", i, i % 20, i, 60 + 30 * (i % 3));
      if (i >= n_open)
        append_done (text, i);
      else if (i % 10 != 0)
        g_string_append_printf (rules, "%s{\"id\":\"r%u\",\"relation\":\"after\",\"point\":\"s%u.start\",\"other\":\"s%u.end\"}",
                                rules->len > 0 ? "," : "", i, i, i - 1);
      g_string_append_c (text, '}');
    }
  g_string_append_printf (text, "],\"rules\":[%s]}", rules->str);

  return read_plan (text->str, text->len);
}

SeguePlan *
timeline_plans_load_sample (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("SEGUE_SAMPLES"), "grad-school.en.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, &error))
    g_error ("%s", error->message);

  return read_plan (text, length);
}
