/* segue-record-list.c - all rows of a kind, in the editor of another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/editor/segue-record-list.h"
#include "ui/common/segue-ui.h"

struct _SegueRecordList
{
  GObject parent_instance;

  AdwPreferencesGroup *group;
  SegueEditor *editor; /* which owns the list */
  SegueKind kind;
  SegueDescribeFunc describe;
  SegueOpenFunc open;
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (SegueRecordList, segue_record_list, G_TYPE_OBJECT)

static void
present (SegueRecordList   *self,
         const SegueRecord *record)
{
  g_autoptr (SegueDraft) draft = segue_draft_new_child (segue_editor_get_draft (self->editor));

  segue_editor_present_child (self->editor, self->open (draft, record));
}

static void
open_cb (SegueRecordList *self,
         GtkWidget       *row)
{
  SeguePlan *plan = segue_draft_get_plan (segue_editor_get_draft (self->editor));
  const SegueRecord *record;

  if (!segue_editor_store (self->editor))
    return;
  record = segue_plan_find_kind (plan, self->kind, g_object_get_data (G_OBJECT (row), "segue-id"));
  if (record != NULL)
    present (self, record);
}

static void
add_row (SegueRecordList   *self,
         SeguePlan         *plan,
         const SegueRecord *record)
{
  GtkWidget *row = segue_ui_action_row_new ();
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  self->describe (plan, record, &title, &subtitle);
  g_object_set_data_full (G_OBJECT (row), "segue-id", g_strdup (segue_record_get_id (record)), g_free);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle ? subtitle : "");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
refresh (SegueRecordList *self)
{
  SeguePlan *plan = segue_draft_get_plan (segue_editor_get_draft (self->editor));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < segue_plan_count (plan, self->kind); i++)
    add_row (self, plan, segue_plan_get_nth (plan, self->kind, i));
}

static void
segue_record_list_dispose (GObject *object)
{
  g_clear_pointer (&SEGUE_RECORD_LIST (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (segue_record_list_parent_class)->dispose (object);
}

static void
segue_record_list_class_init (SegueRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = segue_record_list_dispose;
}

static void
segue_record_list_init (SegueRecordList *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * segue_record_list_new:
 * @group: where the rows go
 * @editor: the editor that owns the group and the list
 * @kind: what is listed
 * @describe: how one is called
 * @open: what edits one
 *
 * Returns: (transfer full): the list
 */
SegueRecordList *
segue_record_list_new (AdwPreferencesGroup *group,
                       SegueEditor         *editor,
                       SegueKind            kind,
                       SegueDescribeFunc    describe,
                       SegueOpenFunc        open)
{
  SegueRecordList *self = g_object_new (SEGUE_TYPE_RECORD_LIST, NULL);

  self->group = group;
  self->editor = editor;
  self->kind = kind;
  self->describe = describe;
  self->open = open;
  g_signal_connect_object (segue_editor_get_draft (editor), "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return self;
}

/**
 * segue_record_list_add:
 * @self: a list
 *
 * Opens an editor with a new one.
 */
void
segue_record_list_add (SegueRecordList *self)
{
  SeguePlan *plan;
  g_autofree char *id = NULL;
  SegueRecordBuilder *builder;
  g_autoptr (SegueRecord) record = NULL;

  g_return_if_fail (SEGUE_IS_RECORD_LIST (self));

  if (!segue_editor_store (self->editor))
    return;
  plan = segue_draft_get_plan (segue_editor_get_draft (self->editor));
  id = segue_plan_make_id (plan, segue_kind_get_info (self->kind)->name);
  builder = segue_record_builder_new (self->kind, id);
  segue_record_builder_set_rank (builder, segue_plan_next_rank (plan, self->kind));
  record = segue_record_builder_end (builder);
  present (self, record);
}
