/* segue-rcpsp-decode-kernel.h - serial schedule generation, for one kind of machine
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Included by segue-rcpsp-decode.c alone, once for each kind, with
 * DECODE_NAME(x), what x is called there, DECODE_TARGET, the attribute of its
 * functions, and DECODE_NAME (free_slots).
 */
DECODE_TARGET static inline guint32
DECODE_NAME (free_in_all) (const SegueRcpspDecoder *decoder,
                           gint32                   n_planes,
                           gint32                   activity,
                           gint32                   slot)
{
  const SegueRcpspNet *net = decoder->net;
  guint32 mask = ~0u;

  for (gint32 p = 0; p < n_planes; p++)
    mask &= DECODE_NAME (free_slots) (decoder->profile + p * decoder->stride + slot,
                                      net->need[activity * n_planes + p], net->guard[p]);
  return mask;
}

/* The place behind the last slot of the window at @slot that is not free. */
DECODE_TARGET static inline gint32
DECODE_NAME (skip_blocked) (gint32  slot,
                            guint32 mask)
{
  return slot + WINDOW - __builtin_clz (~mask);
}

/* The first place from @slot on for an activity longer than a window. */
DECODE_TARGET static gint32
DECODE_NAME (find_long) (const SegueRcpspDecoder *decoder,
                         gint32                   n_planes,
                         gint32                   activity,
                         gint32                   duration,
                         gint32                   slot)
{
  gint32 begin = slot;

  while (slot < begin + duration)
    {
      const gint32 left = begin + duration - slot;
      guint32 mask = DECODE_NAME (free_in_all) (decoder, n_planes, activity, slot);

      if (left < WINDOW)
        mask |= ~0u << left;
      if (mask == ~0u)
        slot += WINDOW;
      else
        begin = slot = DECODE_NAME (skip_blocked) (slot, mask);
    }
  return begin;
}

DECODE_TARGET G_ALWAYS_INLINE static inline gint32
DECODE_NAME (find_place) (const SegueRcpspDecoder *decoder,
                          gint32                   n_planes,
                          gint32                   activity,
                          const SegueRcpspNode    *node,
                          gint32                   slot)
{
  if (G_UNLIKELY (node->duration > WINDOW))
    return DECODE_NAME (find_long) (decoder, n_planes, activity, node->duration, slot);
  for (;;)
    {
      const guint32 mask = DECODE_NAME (free_in_all) (decoder, n_planes, activity, slot);
      guint32 begins = mask;

#pragma GCC unroll 5
      for (guint k = 0; k < 5; k++)
        begins &= begins >> node->fold[k];
      if (G_LIKELY (begins != 0))
        return slot + __builtin_ctz (begins);
      slot = DECODE_NAME (skip_blocked) (slot, mask);
    }
}

DECODE_TARGET static inline void
DECODE_NAME (take) (const SegueRcpspDecoder *decoder,
                    gint32                   n_planes,
                    gint32                   activity,
                    gint32                   duration,
                    gint32                   slot)
{
  const SegueRcpspNet *net = decoder->net;

  for (gint32 p = 0; p < n_planes; p++)
    {
      const gint32 row = activity * n_planes + p;
      guint32 *slots = decoder->profile + p * decoder->stride + slot;
      const guint32 *pattern = net->pattern + row * SEGUE_RCPSP_PATTERN;

#pragma GCC unroll 3
      for (guint k = 0; k < SEGUE_RCPSP_PATTERN / 4; k++)
        ((Quad *) slots)[k] -= ((const Quad *) pattern)[k];
      for (gint32 t = SEGUE_RCPSP_PATTERN; G_UNLIKELY (t < duration); t++)
        slots[t] -= net->need[row];
    }
}

DECODE_TARGET static inline gint32
DECODE_NAME (find_earliest) (const SegueRcpspNet  *net,
                             SegueRcpspSide        side,
                             const SegueRcpspNode *node,
                             const gint32         *start)
{
  gint32 earliest = node->head;

#pragma GCC unroll 3
  for (guint f = 0; f < SEGUE_RCPSP_INLINE_FEEDS; f++)
    earliest = MAX (earliest, start[node->feed[f].node] + node->feed[f].lag);
  for (gint32 f = node->first_more; G_UNLIKELY (f < node->end_more); f++)
    earliest = MAX (earliest, start[net->more[side][f].node] + net->more[side][f].lag);
  return earliest;
}

/* Puts the activity at @slot. Returns whether the schedule may still be as short as it has to. */
DECODE_TARGET G_ALWAYS_INLINE static inline gboolean
DECODE_NAME (put) (const SegueRcpspDecoder *decoder,
                   Pass                    *pass,
                   gint32                   n_planes,
                   gint32                   activity,
                   gint32                   slot)
{
  const SegueRcpspNode *node = &decoder->net->node[pass->side][activity];
  const gint32 end = slot + node->duration;

  DECODE_NAME (take) (decoder, n_planes, activity, node->duration, slot);
  pass->start[activity] = slot;
  pass->last = MAX (pass->last, end);
  pass->makespan = MAX (pass->makespan, end + node->tail);
  pass->n_placed++;
  return slot + decoder->net->longest[pass->side][activity] <= pass->limit;
}

DECODE_TARGET static inline gboolean
DECODE_NAME (decode) (const SegueRcpspDecoder *decoder,
                      Pass                    *pass,
                      gint32                   n_planes,
                      gint32                   n_known)
{
  const SegueRcpspNet *net = decoder->net;

  while (pass->n_placed < n_known)
    DECODE_NAME (put) (decoder, pass, n_planes, pass->list[pass->n_placed], pass->start[pass->list[pass->n_placed]]);
  while (pass->n_placed < net->n)
    {
      const gint32 i = pass->list[pass->n_placed];
      const SegueRcpspNode *node = &net->node[pass->side][i];
      const gint32 earliest = DECODE_NAME (find_earliest) (net, pass->side, node, pass->start);

      if (!DECODE_NAME (put) (decoder, pass, n_planes, i,
                              DECODE_NAME (find_place) (decoder, n_planes, i, node, earliest)))
        return FALSE;
    }
  return TRUE;
}

/* ---- by the clock --------------------------------------------------------- */

DECODE_TARGET static inline void
DECODE_NAME (make_ready) (const SegueRcpspDecoder *decoder,
                          const Pass              *pass,
                          gint32                   activity)
{
  const SegueRcpspNet *net = decoder->net;
  const gint32 k = decoder->rank[activity];

  decoder->hope[k] = DECODE_NAME (find_earliest) (net, pass->side, &net->node[pass->side][activity], pass->start);
  set_bit (decoder->ready, k);
}

/* One less to wait for, for all that @activity feeds. */
DECODE_TARGET static inline void
DECODE_NAME (release) (const SegueRcpspDecoder *decoder,
                       const Pass              *pass,
                       gint32                   activity)
{
  const SegueRcpspNet *net = decoder->net;
  const SegueRcpspSide other = segue_rcpsp_turn_side (pass->side);
  const SegueRcpspNode *node = &net->node[other][activity];

  for (guint f = 0; f < SEGUE_RCPSP_INLINE_FEEDS; f++)
    if (--decoder->waits[node->feed[f].node] == 0)
      DECODE_NAME (make_ready) (decoder, pass, node->feed[f].node);
  for (gint32 f = node->first_more; G_UNLIKELY (f < node->end_more); f++)
    if (--decoder->waits[net->more[other][f].node] == 0)
      DECODE_NAME (make_ready) (decoder, pass, net->more[other][f].node);
}

/* The first slot after @slot with another amount free. */
DECODE_TARGET G_ALWAYS_INLINE static inline gint32
DECODE_NAME (find_change) (const SegueRcpspDecoder *decoder,
                           gint32                   n_planes,
                           gint32                   slot)
{
  gint32 next = slot;
  guint32 change = 0;

  do
    {
      next++;
      for (gint32 p = 0; p < n_planes; p++)
        change |= decoder->profile[p * decoder->stride + next] ^ decoder->profile[p * decoder->stride + slot];
    }
  while (change == 0);
  return next;
}

/* Opens the ready ones from about @from on that find enough free at @slot: 32
 * are looked at together, as slots are elsewhere, since free less need is need's
 * negative less free's. Returns whether it is all of them. */
DECODE_TARGET G_ALWAYS_INLINE static inline gboolean
DECODE_NAME (open_ready) (const SegueRcpspDecoder *decoder,
                          gint32                   n_planes,
                          gint32                   slot,
                          gint32                   from)
{
  gboolean all = TRUE;

  for (gint32 w = from / 64; w <= decoder->net->n / 64; w++)
    {
      guint64 fits = decoder->ready[w];

      for (gint32 p = 0; p < n_planes && fits != 0; p++)
        {
          const guint32 *lacks = decoder->lacks + p * decoder->lacks_stride + 64 * w;
          const guint32 minus = -decoder->profile[p * decoder->stride + slot], guard = decoder->net->guard[p];

          fits &= DECODE_NAME (free_slots) (lacks, minus, guard)
                  | (guint64) DECODE_NAME (free_slots) (lacks + WINDOW, minus, guard) << WINDOW;
        }
      decoder->open[w] = fits;
      all = all && fits == decoder->ready[w];
    }
  set_bit (decoder->open, decoder->net->n);
  return all;
}

/* Puts the ready ones that can start from @time to @latest, in the order of the
 * list. All that does not end by @latest would run then, so only the open ones are
 * tried; what that makes ready stands further back in it. Returns when one of the
 * others may start, or -1 if the schedule would be too long. */
DECODE_TARGET G_ALWAYS_INLINE static inline gint32
DECODE_NAME (sweep) (const SegueRcpspDecoder *decoder,
                     Pass                    *pass,
                     gint32                   n_planes,
                     gint32                   time,
                     gint32                   latest)
{
  const SegueRcpspNet *net = decoder->net;
  gboolean all = DECODE_NAME (open_ready) (decoder, n_planes, latest, 0);
  gint32 next = G_MAXINT32;

  for (gint32 k = find_bit (decoder->open, 0); k < net->n; k = find_bit (decoder->open, k + 1))
    {
      const gint32 i = pass->list[k];
      gint32 *hope = &decoder->hope[k];

      if (*hope <= latest)
        *hope = DECODE_NAME (find_place) (decoder, n_planes, i, &net->node[pass->side][i], MAX (*hope, time));
      if (*hope > latest)
        {
          next = MIN (next, *hope);
          continue;
        }
      if (!DECODE_NAME (put) (decoder, pass, n_planes, i, *hope))
        return -1;
      decoder->ready[k / 64] &= ~((guint64) 1 << (k % 64));
      DECODE_NAME (release) (decoder, pass, i);
      all &= DECODE_NAME (open_ready) (decoder, n_planes, latest, k);
    }
  return all ? next : MIN (next, DECODE_NAME (find_change) (decoder, n_planes, latest));
}

DECODE_TARGET static inline gboolean
DECODE_NAME (decode_by_clock) (const SegueRcpspDecoder *decoder,
                               Pass                    *pass,
                               gint32                   n_planes,
                               gint32                   patience)
{
  const SegueRcpspNet *net = decoder->net;
  gint32 time = 0;

  begin_clock (decoder, pass, patience);
  for (gint32 k = 0; k < net->n; k++)
    if (decoder->waits[pass->list[k]] == 0)
      DECODE_NAME (make_ready) (decoder, pass, pass->list[k]);
  while (pass->n_placed < net->n && time >= 0)
    time = DECODE_NAME (sweep) (decoder, pass, n_planes, time, time + patience);
  return time >= 0;
}

/* ---- both ------------------------------------------------------------------- */

DECODE_TARGET static gboolean
DECODE_NAME (decode_list) (const SegueRcpspDecoder *decoder,
                           Pass                    *pass,
                           gint32                   n_known)
{
  if (decoder->net->n_planes == 1)
    return DECODE_NAME (decode) (decoder, pass, 1, n_known);
  return DECODE_NAME (decode) (decoder, pass, decoder->net->n_planes, n_known);
}

DECODE_TARGET static gboolean
DECODE_NAME (decode_list_by_clock) (const SegueRcpspDecoder *decoder,
                                    Pass                    *pass,
                                    gint32                   patience)
{
  if (decoder->net->n_planes == 1)
    return DECODE_NAME (decode_by_clock) (decoder, pass, 1, patience);
  return DECODE_NAME (decode_by_clock) (decoder, pass, decoder->net->n_planes, patience);
}

#undef DECODE_NAME
#undef DECODE_TARGET
