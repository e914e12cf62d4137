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

DECODE_TARGET static inline gint32
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

DECODE_TARGET static inline gint32
DECODE_NAME (decode) (SegueRcpspDecoder *decoder,
                      SegueRcpspSide     side,
                      gint32             n_planes,
                      const gint32      *list,
                      gint32            *start)
{
  const SegueRcpspNet *net = decoder->net;
  gint32 makespan = 0, last = 0;

  start[net->n] = 0;
  for (gint32 k = 0; k < net->n; k++)
    {
      const gint32 i = list[k];
      const SegueRcpspNode *node = &net->node[side][i];
      const gint32 slot = DECODE_NAME (find_place) (decoder, n_planes, i, node, DECODE_NAME (find_earliest) (net, side, node, start));
      const gint32 end = slot + node->duration;

      DECODE_NAME (take) (decoder, n_planes, i, node->duration, slot);
      start[i] = slot;
      last = MAX (last, end);
      makespan = MAX (makespan, end + node->tail);
    }
  decoder->touched = last;
  return makespan;
}

DECODE_TARGET static gint32
DECODE_NAME (decode_list) (SegueRcpspDecoder *decoder,
                           SegueRcpspSide     side,
                           const gint32      *list,
                           gint32            *start)
{
  if (decoder->net->n_planes == 1)
    return DECODE_NAME (decode) (decoder, side, 1, list, start);
  return DECODE_NAME (decode) (decoder, side, decoder->net->n_planes, list, start);
}

#undef DECODE_NAME
#undef DECODE_TARGET
