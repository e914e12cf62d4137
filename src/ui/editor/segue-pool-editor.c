/* segue-pool-editor.c - something there is only so much of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/editor/segue-pool-editor.h"

#include <glib/gi18n.h>

#include "ui/common/segue-number-row.h"

struct _SeguePoolEditor
{
  SegueEditor parent_instance;

  GtkEditable *title_row;
  GtkEditable *unit_row;
  SegueNumberRow *amount_row;
  GtkWidget *delete_group;
};

G_DEFINE_FINAL_TYPE (SeguePoolEditor, segue_pool_editor, SEGUE_TYPE_EDITOR)

static void
delete_cb (SeguePoolEditor *self)
{
  segue_editor_remove (SEGUE_EDITOR (self));
}

static void
segue_pool_editor_load (SegueEditor       *editor,
                       const SegueRecord *record)
{
  SeguePoolEditor *self = SEGUE_POOL_EDITOR (editor);
  const char *title = segue_record_get_string (record, SEGUE_POOL_TITLE);
  const char *unit = segue_record_get_string (record, SEGUE_POOL_UNIT);

  gtk_editable_set_text (self->title_row, title ? title : "");
  gtk_editable_set_text (self->unit_row, unit ? unit : "");
  segue_number_row_set_value (self->amount_row, MAX (segue_record_get_int (record, SEGUE_POOL_PER_DAY), 0));
  gtk_widget_set_visible (self->delete_group, !segue_editor_is_new (editor));
}

static gboolean
segue_pool_editor_check (SegueEditor *editor,
                         GError     **error)
{
  if (segue_number_row_is_sound (SEGUE_POOL_EDITOR (editor)->amount_row))
    return TRUE;
  segue_editor_refuse (error, _("One of the numbers cannot be read; it is marked."));
  return FALSE;
}

static void
segue_pool_editor_fill (SegueEditor        *editor,
                       SegueRecordBuilder *builder)
{
  SeguePoolEditor *self = SEGUE_POOL_EDITOR (editor);
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (self->title_row)));
  g_autofree char *unit = g_strstrip (g_strdup (gtk_editable_get_text (self->unit_row)));

  segue_record_builder_set_string (builder, SEGUE_POOL_TITLE, title[0] ? title : NULL);
  segue_record_builder_set_string (builder, SEGUE_POOL_UNIT, unit[0] ? unit : NULL);
  segue_record_builder_set_int (builder, SEGUE_POOL_PER_DAY, segue_number_row_get_value (self->amount_row, 0));
}

static void
segue_pool_editor_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SEGUE_TYPE_POOL_EDITOR);

  G_OBJECT_CLASS (segue_pool_editor_parent_class)->dispose (object);
}

static void
segue_pool_editor_class_init (SeguePoolEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SegueEditorClass *editor_class = SEGUE_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_pool_editor_dispose;
  editor_class->load = segue_pool_editor_load;
  g_type_ensure (SEGUE_TYPE_NUMBER_ROW);
  editor_class->check = segue_pool_editor_check;
  editor_class->fill = segue_pool_editor_fill;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/editor/segue-pool-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, SeguePoolEditor, title_row);
  gtk_widget_class_bind_template_child (widget_class, SeguePoolEditor, unit_row);
  gtk_widget_class_bind_template_child (widget_class, SeguePoolEditor, amount_row);
  gtk_widget_class_bind_template_child (widget_class, SeguePoolEditor, delete_group);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
segue_pool_editor_init (SeguePoolEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * segue_pool_editor_new:
 * @draft: what it works on
 * @record: one of the plan, or a new one
 *
 * Returns: (transfer floating): the dialog
 */
SegueEditor *
segue_pool_editor_new (SegueDraft        *draft,
                      const SegueRecord *record)
{
  return g_object_new (SEGUE_TYPE_POOL_EDITOR, "draft", draft, "record", record, NULL);
}

/**
 * segue_pool_editor_describe:
 * @plan: a plan
 * @record: a pool of it
 * @title: (out) (transfer full): its title
 * @subtitle: (out) (transfer full) (nullable): how much there is a day
 */
void
segue_pool_editor_describe (SeguePlan          *plan,
                            const SegueRecord  *record,
                            char              **title,
                            char              **subtitle)
{
  const char *unit = segue_record_get_string (record, SEGUE_POOL_UNIT);

  *title = g_strdup (segue_record_get_title (record));
  /* Translators: how much of something there is: a number, its unit: 2 hours a day */
  *subtitle = g_strdup_printf (_("%1$lld %2$s a day"), (long long) segue_record_get_int (record, SEGUE_POOL_PER_DAY),
                               unit ? unit : "");
}
