/* segue-item.c - the identity of a row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-item-private.h"

struct _SegueItem
{
  GObject parent_instance;

  SegueRecord *record;
};

G_DEFINE_FINAL_TYPE (SegueItem, segue_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_TITLE,
  PROP_RECORD,
} SegueItemProperty;

static GParamSpec *properties[PROP_RECORD + 1];

static void
segue_item_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  SegueItem *self = SEGUE_ITEM (object);

  switch ((SegueItemProperty) property_id)
    {
    case PROP_ID:
      g_value_set_string (value, segue_item_get_id (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, segue_item_get_title (self));
      break;
    case PROP_RECORD:
      g_value_set_boxed (value, self->record);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
segue_item_finalize (GObject *object)
{
  SegueItem *self = SEGUE_ITEM (object);

  g_clear_pointer (&self->record, segue_record_unref);

  G_OBJECT_CLASS (segue_item_parent_class)->finalize (object);
}

static void
segue_item_class_init (SegueItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = segue_item_get_property;
  object_class->finalize = segue_item_finalize;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_RECORD] =
    g_param_spec_boxed ("record", NULL, NULL, SEGUE_TYPE_RECORD, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
segue_item_init (SegueItem *self)
{
}

/**
 * segue_item_new:
 * @record: the row as it is now
 *
 * Returns: (transfer full): its identity
 */
SegueItem *
segue_item_new (const SegueRecord *record)
{
  SegueItem *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (SEGUE_TYPE_ITEM, NULL);
  self->record = segue_record_ref (record);
  return self;
}

/**
 * segue_item_set_record:
 * @self: an item
 * @record: the row as it is from now on
 *
 * Swaps the record and notifies what differs.
 */
void
segue_item_set_record (SegueItem         *self,
                       const SegueRecord *record)
{
  g_autoptr (SegueRecord) old = NULL;

  g_return_if_fail (SEGUE_IS_ITEM (self));
  g_return_if_fail (record != NULL);

  if (self->record == record)
    return;
  old = g_steal_pointer (&self->record);
  self->record = segue_record_ref (record);
  if (!g_str_equal (segue_record_get_title (old), segue_record_get_title (record)))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

/**
 * segue_item_get_kind:
 * @self: an item
 *
 * Returns: what it is
 */
SegueKind
segue_item_get_kind (SegueItem *self)
{
  g_return_val_if_fail (SEGUE_IS_ITEM (self), SEGUE_N_KINDS);

  return segue_record_get_kind (self->record);
}

/**
 * segue_item_get_id:
 * @self: an item
 *
 * Returns: (transfer none): its id
 */
const char *
segue_item_get_id (SegueItem *self)
{
  g_return_val_if_fail (SEGUE_IS_ITEM (self), NULL);

  return segue_record_get_id (self->record);
}

/**
 * segue_item_get_title:
 * @self: an item
 *
 * Returns: (transfer none): what names it for people, never %NULL
 */
const char *
segue_item_get_title (SegueItem *self)
{
  g_return_val_if_fail (SEGUE_IS_ITEM (self), NULL);

  return segue_record_get_title (self->record);
}

/**
 * segue_item_get_record:
 * @self: an item
 *
 * Returns: (transfer none): the row as it is now
 */
const SegueRecord *
segue_item_get_record (SegueItem *self)
{
  g_return_val_if_fail (SEGUE_IS_ITEM (self), NULL);

  return self->record;
}
