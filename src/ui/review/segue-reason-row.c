/* segue-reason-row.c - a reason for or against
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/review/segue-reason-row.h"

#include <glib/gi18n.h>

#include "core/segue-particle.h"
#include "core/segue-review.h"
#include "core/segue-text.h"
#include "ui/common/segue-date-row.h"
#include "ui/common/segue-field.h"

struct _SegueReasonRow
{
  AdwExpanderRow parent_instance;

  SegueReasonSide side;
  gboolean is_over;    /* when it was shown */
  char *id;            /* of the record it came from, or NULL */
  GPtrArray *step_ids; /* by the place in the list; the first is nothing */

  GtkEditable *text;
  SegueDateRow *until;
  AdwComboRow *event;
};

enum
{
  SIGNAL_REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SegueReasonRow, segue_reason_row, ADW_TYPE_EXPANDER_ROW)

/* For or against, and until when. */
static char *
describe (SegueReasonRow *self)
{
  const char *side = self->side == SEGUE_REASON_FOR ? _("For") : _("Against");
  SegueDay until = segue_date_row_get_first (self->until);
  guint selected = adw_combo_row_get_selected (self->event);
  g_autofree char *day = until != SEGUE_DAY_NONE ? segue_text_day (until) : NULL;
  const char *event;

  if (self->is_over)
    /* Translators: a reason: "For" or "Against". */
    return g_strdup_printf (_("%s, no longer holds"), side);
  if (day != NULL)
    /* Translators: a reason: "For" or "Against", the day on which it ends. */
    return g_strdup_printf (_("%s, until %s"), side, day);
  if (selected == 0 || selected >= self->step_ids->len)
    return g_strdup (side);
  event = gtk_string_list_get_string (GTK_STRING_LIST (adw_combo_row_get_model (self->event)), selected);

  /* Translators: a reason: "For" or "Against", the title of the step with which it ends. */
  return segue_particle_resolve (g_strdup_printf (_("%1$s, until “%2$s” is done"), side, event));
}

static void
changed_cb (SegueReasonRow *self)
{
  const char *text = gtk_editable_get_text (self->text);
  g_autofree char *subtitle = describe (self);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), text[0] != '\0' ? text : _("New Reason"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  segue_field_say (ADW_ENTRY_ROW (self->text), C_("decision", "Reason"), NULL, FALSE);
}

static void
remove_cb (SegueReasonRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static void
list_steps (SegueReasonRow *self, SeguePlan *plan, const char *event)
{
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (titles, _("Nothing in particular"));
  g_ptr_array_add (self->step_ids, NULL);
  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_STEP); i++)
    {
      const SegueRecord *step = segue_plan_get_nth (plan, SEGUE_KIND_STEP, i);

      if (g_strcmp0 (segue_record_get_id (step), event) == 0)
        selected = self->step_ids->len;
      gtk_string_list_append (titles, segue_record_get_name (step));
      g_ptr_array_add (self->step_ids, g_strdup (segue_record_get_id (step)));
    }
  adw_combo_row_set_model (self->event, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->event, selected);
}

static void
segue_reason_row_dispose (GObject *object)
{
  SegueReasonRow *self = SEGUE_REASON_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SEGUE_TYPE_REASON_ROW);
  g_clear_pointer (&self->step_ids, g_ptr_array_unref);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (segue_reason_row_parent_class)->dispose (object);
}

static void
segue_reason_row_class_init (SegueReasonRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_reason_row_dispose;
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", SEGUE_TYPE_REASON_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  g_type_ensure (SEGUE_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/segue_planner/Segue/review/segue-reason-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueReasonRow, text);
  gtk_widget_class_bind_template_child (widget_class, SegueReasonRow, until);
  gtk_widget_class_bind_template_child (widget_class, SegueReasonRow, event);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
segue_reason_row_init (SegueReasonRow *self)
{
  self->step_ids = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * segue_reason_row_new:
 * @session: whose plan it is
 * @reason: (nullable): a reason that stands, or %NULL for a new one
 * @side: of a new one
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
segue_reason_row_new (SegueSession *session, const SegueRecord *reason, SegueReasonSide side)
{
  SegueReasonRow *self = g_object_new (SEGUE_TYPE_REASON_ROW, NULL);

  self->side = reason != NULL ? (SegueReasonSide) segue_record_get_int (reason, SEGUE_REASON_SIDE) : side;
  segue_date_row_set_today (self->until, segue_layout_get_now (segue_session_get_layout (session)));
  if (reason != NULL)
    {
      self->id = g_strdup (segue_record_get_id (reason));
      self->is_over = segue_reason_is_over (segue_session_get_plan (session), reason,
                                            segue_layout_get_now (segue_session_get_layout (session)), NULL);
      gtk_editable_set_text (self->text, segue_record_get_title (reason));
      if (segue_record_has (reason, SEGUE_REASON_UNTIL))
        segue_date_row_set_date (self->until, segue_record_get_day (reason, SEGUE_REASON_UNTIL), NULL);
    }
  list_steps (self, segue_session_get_plan (session),
              reason != NULL ? segue_record_get_string (reason, SEGUE_REASON_EVENT) : NULL);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), reason == NULL);
  changed_cb (self);

  return GTK_WIDGET (self);
}

/**
 * segue_reason_row_set_text:
 * @text: what a new reason says
 */
void
segue_reason_row_set_text (SegueReasonRow *self, const char *text)
{
  g_return_if_fail (SEGUE_IS_REASON_ROW (self));

  gtk_editable_set_text (self->text, text);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), FALSE);
}

/**
 * segue_reason_row_edit:
 *
 * Leads to where a new reason is written.
 */
void
segue_reason_row_edit (SegueReasonRow *self)
{
  g_return_if_fail (SEGUE_IS_REASON_ROW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/**
 * segue_reason_row_check:
 *
 * Says in its place what is wrong, and leads there.
 *
 * Returns: whether it says something, and all that is written can be read
 */
gboolean
segue_reason_row_check (SegueReasonRow *self)
{
  g_autofree char *text = NULL;
  GtkWidget *wrong = NULL;

  g_return_val_if_fail (SEGUE_IS_REASON_ROW (self), FALSE);

  text = g_strstrip (g_strdup (gtk_editable_get_text (self->text)));
  if (text[0] == '\0')
    wrong = GTK_WIDGET (self->text);
  else if (!segue_date_row_is_sound (self->until))
    wrong = GTK_WIDGET (self->until);
  if (wrong == NULL)
    return TRUE;

  if (wrong == GTK_WIDGET (self->text))
    segue_field_say (ADW_ENTRY_ROW (self->text), C_("decision", "Reason"), _("Write it, or remove this reason"), TRUE);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  gtk_widget_grab_focus (wrong);

  return FALSE;
}

/**
 * segue_reason_row_to_record:
 * @decision_id: whose reason it is
 * @id: for a new one
 * @rank: its place
 *
 * Returns: (transfer full) (nullable): what is written; %NULL if nothing is
 */
SegueRecord *
segue_reason_row_to_record (SegueReasonRow *self, const char *decision_id, const char *id, double rank)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->text)));
  guint selected = adw_combo_row_get_selected (self->event);
  SegueRecordBuilder *builder;

  if (text[0] == '\0')
    return NULL;

  builder = segue_record_builder_new (SEGUE_KIND_REASON, self->id != NULL ? self->id : id);
  segue_record_builder_set_rank (builder, rank);
  segue_record_builder_set_string (builder, SEGUE_REASON_DECISION, decision_id);
  segue_record_builder_set_int (builder, SEGUE_REASON_SIDE, self->side);
  segue_record_builder_set_string (builder, SEGUE_REASON_TEXT, text);
  segue_record_builder_set_day (builder, SEGUE_REASON_UNTIL, segue_date_row_get_last (self->until));
  if (selected < self->step_ids->len)
    segue_record_builder_set_string (builder, SEGUE_REASON_EVENT, self->step_ids->pdata[selected]);

  return segue_record_builder_end (builder);
}
