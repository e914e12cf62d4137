/* segue-lane-layout.c - which row a mark stands in, and where its label goes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows read like a staircase: in the order of their beginnings, each item
 * joins the row of the one before it if there is room behind that one's tail
 * and label, and opens the next row if not. So one thing after another reads
 * along a line, and what lies side by side reads downwards:
 *
 *     [ English score  ]─────
 *       [ Lectures ]──  [   ] Own project
 *                         ◆ Apply   ◇ Result   ◆ Enrol
 *
 * Nothing depends on where the person looks, only on the scale: panning never
 * makes a row jump.
 */
#include "ui/timeline/segue-lane-layout.h"

#include <math.h>

/* Pixels between an item and the next one of its row. */
#define ITEM_GAP 16

/*
 * `order` holds all items row by row, within a row by their beginnings, so that
 * none changes its place when one zooms. `reach[i]` is the greatest `until` of
 * order[first .. i] of that row: it never falls, so the first item that can
 * touch a window is found by halving, also when a long one began far before it.
 * `front[i]` is the least `from` of order[i .. last], for the last one.
 */
struct _SegueLaneLayout
{
  SegueLaneSlot *slots;
  guint *order;
  guint *places;
  double *reach;
  double *front;
  GArray *rows;
};

static SegueLabelPlace
choose_place (const SegueLaneItem *item, double scale, SegueLaneMode mode)
{
  if (mode == SEGUE_LANE_COLLAPSED || item->label <= 0)
    return SEGUE_LABEL_NONE;
  if (item->room * scale >= item->label + 2 * SEGUE_LABEL_PADDING)
    return SEGUE_LABEL_INSIDE;

  return mode == SEGUE_LANE_NARROW ? SEGUE_LABEL_ABOVE : SEGUE_LABEL_BESIDE;
}

static void
init_slot (SegueLaneSlot *slot, const SegueLaneItem *item, double scale, SegueLaneMode mode)
{
  slot->place = choose_place (item, scale, mode);
  slot->from = item->begin - item->bleed / scale;
  slot->until = MAX (item->end + item->bleed / scale, item->tail);

  if (slot->place == SEGUE_LABEL_BESIDE)
    slot->until = MAX (slot->until, item->end + (item->bleed + SEGUE_LABEL_GAP + item->label) / scale);
  else if (slot->place == SEGUE_LABEL_ABOVE)
    slot->until = MAX (slot->until, slot->from + item->label / scale);
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer data)
{
  const SegueLaneItem *items = data;
  guint i = *(const guint *) a;
  guint j = *(const guint *) b;

  if (items[i].band != items[j].band)
    return items[i].band < items[j].band ? -1 : 1;
  if (floor (items[i].begin) != floor (items[j].begin))
    return items[i].begin < items[j].begin ? -1 : 1;
  /* On the same day what is waited for comes first, then the milestones. */
  if (items[i].rank != items[j].rank)
    return items[i].rank < items[j].rank ? -1 : 1;
  if ((items[i].begin == items[i].end) != (items[j].begin == items[j].end))
    return items[i].begin == items[i].end ? -1 : 1;

  return i < j ? -1 : 1;
}

static gboolean
fits_behind (SegueLaneLayout *self, const SegueLaneItem *item, const SegueLaneSlot *slot, double scale,
             SegueLaneMode mode, guint position)
{
  const SegueLaneRow *row;

  if (self->rows->len == 0)
    return FALSE;

  row = &g_array_index (self->rows, SegueLaneRow, self->rows->len - 1);
  if (row->band != item->band)
    return FALSE;

  return mode == SEGUE_LANE_COLLAPSED || item->band != 0 || self->reach[position - 1] + ITEM_GAP / scale <= slot->from;
}

static void
add_to_rows (SegueLaneLayout *self, const SegueLaneItem *items, guint position, double scale, SegueLaneMode mode)
{
  guint index = self->order[position];
  SegueLaneSlot *slot = &self->slots[index];
  SegueLaneRow *row;
  double before = -G_MAXDOUBLE;

  if (fits_behind (self, &items[index], slot, scale, mode, position))
    {
      before = self->reach[position - 1];
    }
  else
    {
      SegueLaneRow opened = { .band = items[index].band, .first = position };

      g_array_append_val (self->rows, opened);
    }

  row = &g_array_index (self->rows, SegueLaneRow, self->rows->len - 1);
  row->n++;
  slot->row = (int) self->rows->len - 1;
  self->places[index] = position - row->first;
  self->reach[position] = MAX (before, slot->until);
}

static void
fill_front (SegueLaneLayout *self, const SegueLaneRow *row)
{
  double front = G_MAXDOUBLE;

  for (guint place = row->n; place-- > 0;)
    {
      front = MIN (front, self->slots[self->order[row->first + place]].from);
      self->front[row->first + place] = front;
    }
}

/**
 * segue_lane_layout_new:
 * @items: (array length=n_items): what stands in the lane
 * @scale: pixels a day
 *
 * Returns: (transfer full): the rows
 */
SegueLaneLayout *
segue_lane_layout_new (const SegueLaneItem *items, guint n_items, double scale, SegueLaneMode mode)
{
  SegueLaneLayout *self;

  g_return_val_if_fail (scale > 0, NULL);

  self = g_new0 (SegueLaneLayout, 1);
  self->slots = g_new0 (SegueLaneSlot, n_items);
  self->order = g_new0 (guint, n_items);
  self->places = g_new0 (guint, n_items);
  self->reach = g_new0 (double, n_items);
  self->front = g_new0 (double, n_items);
  self->rows = g_array_new (FALSE, FALSE, sizeof (SegueLaneRow));

  for (guint i = 0; i < n_items; i++)
    {
      init_slot (&self->slots[i], &items[i], scale, mode);
      self->order[i] = i;
    }

  if (n_items > 0)
    g_sort_array (self->order, n_items, sizeof (guint), compare_items, (gpointer) items);

  for (guint i = 0; i < n_items; i++)
    add_to_rows (self, items, i, scale, mode);
  for (guint i = 0; i < self->rows->len; i++)
    fill_front (self, &g_array_index (self->rows, SegueLaneRow, i));

  return self;
}

void
segue_lane_layout_free (SegueLaneLayout *self)
{
  g_free (self->slots);
  g_free (self->order);
  g_free (self->places);
  g_free (self->reach);
  g_free (self->front);
  g_array_unref (self->rows);
  g_free (self);
}

guint
segue_lane_layout_get_n_rows (SegueLaneLayout *self)
{
  return self->rows->len;
}

const SegueLaneRow *
segue_lane_layout_get_row (SegueLaneLayout *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);

  return &g_array_index (self->rows, SegueLaneRow, row);
}

const SegueLaneSlot *
segue_lane_layout_get_slot (SegueLaneLayout *self, guint item)
{
  return &self->slots[item];
}

/**
 * segue_lane_layout_get_item:
 * @place: counted along the row, in time
 *
 * Returns: the index of the item that stands there
 */
guint
segue_lane_layout_get_item (SegueLaneLayout *self, guint row, guint place)
{
  const SegueLaneRow *r = segue_lane_layout_get_row (self, row);

  g_return_val_if_fail (place < r->n, 0);

  return self->order[r->first + place];
}

/**
 * segue_lane_layout_get_place:
 *
 * Returns: how many items stand before @item in its row
 */
guint
segue_lane_layout_get_place (SegueLaneLayout *self, guint item)
{
  return self->places[item];
}

/**
 * segue_lane_layout_find:
 * @begin: first day of a window
 * @end: the day after its last
 * @first: (out): place of the first item that may touch the window
 * @n: (out): how many from there on; each that touches it is among them
 */
void
segue_lane_layout_find (SegueLaneLayout *self, guint row, double begin, double end, guint *first, guint *n)
{
  const SegueLaneRow *r = segue_lane_layout_get_row (self, row);
  guint low = 0, high = r->n;
  guint start;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->reach[r->first + middle] <= begin)
        low = middle + 1;
      else
        high = middle;
    }
  start = low;

  high = r->n;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->front[r->first + middle] < end)
        low = middle + 1;
      else
        high = middle;
    }

  *first = start;
  *n = low - start;
}
