/* segue-agenda-list.c - the entries of a scene as a list model
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/calendar/segue-agenda-list.h"

#include <gtk/gtk.h>

struct _SegueAgendaItem
{
  GObject parent_instance;

  SegueCalendarScene *scene;
  const SegueEntry *entry; /* the scene's */
  gboolean is_first;
};

struct _SegueAgendaList
{
  GObject parent_instance;

  SegueCalendarScene *scene;
  const SegueEntry *entries; /* the scene's, by day */
  guint n_entries;
};

G_DEFINE_FINAL_TYPE (SegueAgendaItem, segue_agenda_item, G_TYPE_OBJECT)

static void
segue_agenda_item_finalize (GObject *object)
{
  segue_calendar_scene_unref (SEGUE_AGENDA_ITEM (object)->scene);

  G_OBJECT_CLASS (segue_agenda_item_parent_class)->finalize (object);
}

static void
segue_agenda_item_class_init (SegueAgendaItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = segue_agenda_item_finalize;
}

static void
segue_agenda_item_init (SegueAgendaItem *self)
{
}

const SegueEntry *
segue_agenda_item_get_entry (SegueAgendaItem *self)
{
  return self->entry;
}

gboolean
segue_agenda_item_is_first (SegueAgendaItem *self)
{
  return self->is_first;
}

SegueCalendarScene *
segue_agenda_item_get_scene (SegueAgendaItem *self)
{
  return self->scene;
}

/* ---- the list --------------------------------------------------------------- */

static GType
get_item_type (GListModel *model)
{
  return SEGUE_TYPE_AGENDA_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return SEGUE_AGENDA_LIST (model)->n_entries;
}

static gpointer
get_item (GListModel *model, guint position)
{
  SegueAgendaList *self = SEGUE_AGENDA_LIST (model);
  SegueAgendaItem *item;

  if (position >= self->n_entries)
    return NULL;

  item = g_object_new (SEGUE_TYPE_AGENDA_ITEM, NULL);
  item->scene = segue_calendar_scene_ref (self->scene);
  item->entry = &self->entries[position];
  item->is_first = position == 0 || self->entries[position - 1].day != item->entry->day;

  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static guint
count_before (SegueAgendaList *self, SegueDay day)
{
  guint before;

  segue_calendar_scene_get_entries (self->scene, SEGUE_DAY_MIN, day, &before);

  return before;
}

/* A section is a month. */
static void
get_section (GtkSectionModel *model, guint position, guint *begin, guint *end)
{
  SegueAgendaList *self = SEGUE_AGENDA_LIST (model);
  SegueDay first;
  int year, month;

  if (position >= self->n_entries)
    {
      *begin = self->n_entries;
      *end = G_MAXUINT;
      return;
    }

  segue_day_to_ymd (self->entries[position].day, &year, &month, NULL);
  first = segue_day_from_ymd (year, month, 1);
  *begin = count_before (self, first);
  *end = count_before (self, first + segue_day_month_length (year, month));
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = get_section;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SegueAgendaList, segue_agenda_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_init))

static void
segue_agenda_list_finalize (GObject *object)
{
  segue_calendar_scene_unref (SEGUE_AGENDA_LIST (object)->scene);

  G_OBJECT_CLASS (segue_agenda_list_parent_class)->finalize (object);
}

static void
segue_agenda_list_class_init (SegueAgendaListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = segue_agenda_list_finalize;
}

static void
segue_agenda_list_init (SegueAgendaList *self)
{
}

/**
 * segue_agenda_list_new:
 * @scene: what is planned
 *
 * Returns: (transfer full): its entries by day
 */
SegueAgendaList *
segue_agenda_list_new (SegueCalendarScene *scene)
{
  SegueAgendaList *self = g_object_new (SEGUE_TYPE_AGENDA_LIST, NULL);

  self->scene = segue_calendar_scene_ref (scene);
  self->entries = segue_calendar_scene_get_entries (scene, SEGUE_DAY_MIN, SEGUE_DAY_MAX, &self->n_entries);

  return self;
}

/**
 * segue_agenda_list_find_day:
 *
 * Returns: the position of the first entry on @day or later; that of the last
 *   one if there is none
 */
guint
segue_agenda_list_find_day (SegueAgendaList *self, SegueDay day)
{
  return MIN (count_before (self, day), MAX (self->n_entries, 1) - 1);
}

/**
 * segue_agenda_list_find:
 * @id: (nullable): of a step
 * @day: the one that counts if the step has several entries
 *
 * Returns: the position of the entry on @day, or else of the first one; the
 *   position of nothing if there is none
 */
guint
segue_agenda_list_find (SegueAgendaList *self, const char *id, SegueDay day)
{
  guint found = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < self->n_entries; i++)
    {
      if (g_strcmp0 (self->entries[i].id, id) != 0)
        continue;
      if (self->entries[i].day == day)
        return i;
      if (found == GTK_INVALID_LIST_POSITION)
        found = i;
    }

  return found;
}
