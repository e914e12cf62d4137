/* segue-item-list.h - the rows of one kind by rank, as a list model
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "core/segue-record.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_ITEM_LIST (segue_item_list_get_type ())
G_DECLARE_FINAL_TYPE (SegueItemList, segue_item_list, SEGUE, ITEM_LIST, GObject)

SegueItemList     *segue_item_list_new      (void);
guint              segue_item_list_count    (SegueItemList *self);
const SegueRecord *segue_item_list_get_nth  (SegueItemList *self, guint index);
int                segue_item_list_index_of (SegueItemList *self, const SegueRecord *record);

void               segue_item_list_share    (SegueItemList *self, SegueItemList *other);
void               segue_item_list_become   (SegueItemList *self, SegueItemList *other);
void               segue_item_list_swap     (SegueItemList *self, const SegueRecord *before, const SegueRecord *after);
void               segue_item_list_merge    (SegueItemList *self, GHashTable *removed, GPtrArray *added);
void               segue_item_list_announce (SegueItemList *self);

G_END_DECLS
