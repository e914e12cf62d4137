/* segue-decision-page.c - one question with its reasons
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/review/segue-decision-page.h"

#include <glib/gi18n.h>

#include "core/segue-review.h"
#include "core/segue-text.h"
#include "ui/common/segue-ui.h"
#include "ui/review/segue-reason-row.h"

struct _SegueDecisionPage
{
  AdwNavigationPage parent_instance;

  SegueSession *session;
  char *id;          /* of a question that stands, or NULL */
  char *about;       /* what the question is about, or NULL */
  GPtrArray *rows;   /* of SegueReasonRow */

  GtkWidget *save_button;
  GtkEditable *question;
  GtkEditable *options;
  GtkEditable *decided;
  AdwPreferencesGroup *reasons_group;
  AdwPreferencesGroup *decided_group;
  AdwPreferencesGroup *earlier_group;
  GtkWidget *remove_group;
};

enum
{
  SIGNAL_EDITED,
  SIGNAL_FAILED,
  SIGNAL_DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SegueDecisionPage, segue_decision_page, ADW_TYPE_NAVIGATION_PAGE)

static SeguePlan *
get_plan (SegueDecisionPage *self)
{
  return segue_session_get_plan (self->session);
}

static void
changed_cb (SegueDecisionPage *self)
{
  g_autofree char *question = g_strstrip (g_strdup (gtk_editable_get_text (self->question)));

  gtk_widget_set_sensitive (self->save_button, question[0] != '\0');
}

static void
reason_removed_cb (SegueDecisionPage *self, GtkWidget *row)
{
  g_ptr_array_remove (self->rows, row);
  adw_preferences_group_remove (self->reasons_group, row);
}

static void
add_reason (SegueDecisionPage *self, const SegueRecord *reason, SegueReasonSide side)
{
  GtkWidget *row = segue_reason_row_new (self->session, reason, side);

  g_signal_connect_object (row, "removed", G_CALLBACK (reason_removed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->reasons_group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_for_cb (SegueDecisionPage *self)
{
  add_reason (self, NULL, SEGUE_REASON_FOR);
  segue_reason_row_edit (self->rows->pdata[self->rows->len - 1]);
}

static void
add_against_cb (SegueDecisionPage *self)
{
  add_reason (self, NULL, SEGUE_REASON_AGAINST);
  segue_reason_row_edit (self->rows->pdata[self->rows->len - 1]);
}

static gboolean
perform (SegueDecisionPage *self, SegueChangeSet *change_set, GError *error)
{
  g_autoptr(SegueChangeSet) owned = change_set;
  g_autoptr(GError) reason = error;

  if (owned != NULL && segue_change_set_count (owned) == 0)
    return TRUE;
  if (owned != NULL && segue_session_perform (self->session, owned, &reason))
    {
      g_signal_emit (self, signals[SIGNAL_EDITED], 0, owned);
      return TRUE;
    }

  g_signal_emit (self, signals[SIGNAL_FAILED], 0, reason->message);
  return FALSE;
}

static char **
split_options (const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, ",", -1);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_strstrip (parts[i])[0] != '\0')
      g_strv_builder_add (builder, parts[i]);

  return g_strv_builder_end (builder);
}

static SegueRecord *
make_decision (SegueDecisionPage *self, const char *id)
{
  const SegueRecord *before = segue_plan_find_kind (get_plan (self), SEGUE_KIND_DECISION, id);
  SegueRecordBuilder *builder = before != NULL ? segue_record_builder_new_from (before)
                                               : segue_record_builder_new (SEGUE_KIND_DECISION, id);
  g_auto(GStrv) options = split_options (gtk_editable_get_text (self->options));

  if (before == NULL)
    {
      segue_record_builder_set_rank (builder, segue_plan_next_rank (get_plan (self), SEGUE_KIND_DECISION));
      segue_record_builder_set_string (builder, SEGUE_DECISION_ABOUT, self->about);
    }
  segue_record_builder_set_string (builder, SEGUE_DECISION_QUESTION, gtk_editable_get_text (self->question));
  if (options[0] != NULL)
    segue_record_builder_set_strings (builder, SEGUE_DECISION_OPTIONS, (const char *const *) options);
  else
    segue_record_builder_clear (builder, SEGUE_DECISION_OPTIONS);

  return segue_record_builder_end (builder);
}

static GPtrArray *
make_reasons (SegueDecisionPage *self, const char *decision_id)
{
  GPtrArray *reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) segue_record_unref);
  g_autofree char *stem = segue_plan_make_id (get_plan (self), "reason");
  double rank = segue_plan_next_rank (get_plan (self), SEGUE_KIND_REASON);

  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s-%u", stem, i + 1);
      SegueRecord *reason = segue_reason_row_to_record (self->rows->pdata[i], decision_id, id, rank + i);

      if (reason != NULL)
        g_ptr_array_add (reasons, reason);
    }

  return reasons;
}

/* An emptied answer opens the question again; a new one is kept with its reasons. */
static gboolean
save_answer (SegueDecisionPage *self, const char *id)
{
  const SegueRecord *decision = segue_plan_find_kind (get_plan (self), SEGUE_KIND_DECISION, id);
  const char *before = segue_record_get_string (decision, SEGUE_DECISION_DECIDED);
  const char *after = gtk_editable_get_text (self->decided);
  SegueDay today = segue_layout_get_now (segue_session_get_layout (self->session));
  SegueChangeSet *change_set;
  GError *error = NULL;

  if (g_strcmp0 (before != NULL ? before : "", after) == 0)
    return TRUE;

  change_set = after[0] != '\0' ? segue_edit_decide (get_plan (self), id, after, today, &error)
                                : segue_edit_reopen_decision (get_plan (self), id, today, &error);

  return perform (self, change_set, error);
}

static void
save_cb (SegueDecisionPage *self)
{
  g_autofree char *id = self->id != NULL ? g_strdup (self->id) : segue_plan_make_id (get_plan (self), "decision");
  g_autoptr(SegueRecord) decision = NULL;
  g_autoptr(GPtrArray) reasons = NULL;
  GError *error = NULL;
  SegueChangeSet *change_set;

  /* What says nothing or cannot be read stays, marked, until it is mended or removed. */
  for (guint i = 0; i < self->rows->len; i++)
    if (!segue_reason_row_check (self->rows->pdata[i]))
      return;
  decision = make_decision (self, id);
  reasons = make_reasons (self, id);
  change_set = segue_edit_save_decision (get_plan (self), decision, reasons, &error);
  if (perform (self, change_set, error) && save_answer (self, id))
    g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static gboolean
save_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  SegueDecisionPage *self = SEGUE_DECISION_PAGE (widget);

  if (gtk_widget_get_sensitive (self->save_button))
    save_cb (self);
  return GDK_EVENT_STOP;
}

static void
remove_cb (SegueDecisionPage *self)
{
  GError *error = NULL;
  SegueChangeSet *change_set = segue_edit_remove_decision (get_plan (self), self->id, &error);

  if (perform (self, change_set, error))
    g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

/* ---- showing ---------------------------------------------------------------- */

static void
show_reasons (SegueDecisionPage *self)
{
  SeguePlan *plan = get_plan (self);

  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_REASON); i++)
    {
      const SegueRecord *reason = segue_plan_get_nth (plan, SEGUE_KIND_REASON, i);

      if (g_strcmp0 (segue_record_get_string (reason, SEGUE_REASON_DECISION), self->id) == 0)
        add_reason (self, reason, SEGUE_REASON_FOR);
    }
}

/* What stands on top as the answer is not listed below as an earlier one. */
static gboolean
is_earlier (SegueDecisionPage *self, const SegueRecord *entry)
{
  const SegueRecord *decision = segue_plan_find_kind (get_plan (self), SEGUE_KIND_DECISION, self->id);
  const char *about = segue_record_get_string (entry, SEGUE_JOURNAL_ABOUT);

  if (about == NULL || (g_strcmp0 (about, self->id) != 0 && g_strcmp0 (about, self->about) != 0))
    return FALSE;

  return decision == NULL || !segue_record_has (decision, SEGUE_DECISION_DECIDED)
         || g_strcmp0 (segue_record_get_string (decision, SEGUE_DECISION_DECIDED),
                       segue_record_get_string (entry, SEGUE_JOURNAL_DECIDED)) != 0
         || segue_record_get_day (decision, SEGUE_DECISION_DECIDED_ON) != segue_record_get_day (entry, SEGUE_JOURNAL_ON);
}

static void
show_earlier (SegueDecisionPage *self)
{
  SeguePlan *plan = get_plan (self);
  guint shown = 0;

  for (guint i = segue_plan_count (plan, SEGUE_KIND_JOURNAL); i > 0; i--)
    {
      const SegueRecord *entry = segue_plan_get_nth (plan, SEGUE_KIND_JOURNAL, i - 1);
      g_autofree char *text = NULL;
      GtkWidget *row;

      if (!is_earlier (self, entry))
        continue;
      text = segue_entry_describe (entry);
      row = segue_ui_action_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), segue_record_get_title (entry));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
      adw_preferences_group_add (self->earlier_group, row);
      shown++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->earlier_group), shown > 0);
}

/* When it was decided stands with what was. */
static void
show_decided (SegueDecisionPage *self, const SegueRecord *decision)
{
  const char *decided = decision != NULL ? segue_record_get_string (decision, SEGUE_DECISION_DECIDED) : NULL;
  SegueDay on = decided != NULL ? segue_record_get_day (decision, SEGUE_DECISION_DECIDED_ON) : SEGUE_DAY_NONE;
  g_autofree char *day = on != SEGUE_DAY_NONE ? segue_text_day (on) : NULL;
  /* Translators: a date. */
  g_autofree char *text = day != NULL ? g_strdup_printf (_("On %s. Another answer takes its place, and this one stays in the journal."), day)
                                      : NULL;

  gtk_editable_set_text (self->decided, decided != NULL ? decided : "");
  adw_preferences_group_set_description (self->decided_group, text);
}

static void
show (SegueDecisionPage *self)
{
  const SegueRecord *decision = segue_plan_find_kind (get_plan (self), SEGUE_KIND_DECISION, self->id);
  const char *const *options = decision != NULL ? segue_record_get_strings (decision, SEGUE_DECISION_OPTIONS) : NULL;
  g_autofree char *joined = options != NULL ? g_strjoinv (", ", (char **) options) : g_strdup ("");

  gtk_editable_set_text (self->question, decision != NULL ? segue_record_get_title (decision) : "");
  gtk_editable_set_text (self->options, joined);
  show_decided (self, decision);
  if (self->id != NULL)
    show_reasons (self);
  show_earlier (self);
  gtk_widget_set_visible (self->remove_group, self->id != NULL);
  changed_cb (self);
}

static void
segue_decision_page_dispose (GObject *object)
{
  SegueDecisionPage *self = SEGUE_DECISION_PAGE (object);

  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), SEGUE_TYPE_DECISION_PAGE);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (segue_decision_page_parent_class)->dispose (object);
}

static void
segue_decision_page_finalize (GObject *object)
{
  SegueDecisionPage *self = SEGUE_DECISION_PAGE (object);

  g_ptr_array_unref (self->rows);
  g_free (self->id);
  g_free (self->about);

  G_OBJECT_CLASS (segue_decision_page_parent_class)->finalize (object);
}

static void
segue_decision_page_class_init (SegueDecisionPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = segue_decision_page_dispose;
  object_class->finalize = segue_decision_page_finalize;
  signals[SIGNAL_EDITED] = g_signal_new ("edited", SEGUE_TYPE_DECISION_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, SEGUE_TYPE_CHANGE_SET);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", SEGUE_TYPE_DECISION_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_DONE] = g_signal_new ("done", SEGUE_TYPE_DECISION_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/segue_planner/Segue/review/segue-decision-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueDecisionPage, save_button);
  gtk_widget_class_bind_template_child (widget_class, SegueDecisionPage, question);
  gtk_widget_class_bind_template_child (widget_class, SegueDecisionPage, options);
  gtk_widget_class_bind_template_child (widget_class, SegueDecisionPage, decided);
  gtk_widget_class_bind_template_child (widget_class, SegueDecisionPage, reasons_group);
  gtk_widget_class_bind_template_child (widget_class, SegueDecisionPage, decided_group);
  gtk_widget_class_bind_template_child (widget_class, SegueDecisionPage, earlier_group);
  gtk_widget_class_bind_template_child (widget_class, SegueDecisionPage, remove_group);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  segue_ui_class_bind_save (widget_class, save_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_for_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_against_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
segue_decision_page_init (SegueDecisionPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * segue_decision_page_new:
 * @session: whose plan it is
 * @decision_id: (nullable): a question that stands, or %NULL for a new one
 *
 * Returns: (transfer floating): the editor
 */
AdwNavigationPage *
segue_decision_page_new (SegueSession *session, const char *decision_id)
{
  SegueDecisionPage *self = g_object_new (SEGUE_TYPE_DECISION_PAGE, NULL);
  const SegueRecord *decision;

  self->session = g_object_ref (session);
  self->id = g_strdup (decision_id);
  decision = segue_plan_find_kind (segue_session_get_plan (session), SEGUE_KIND_DECISION, decision_id);
  self->about = decision != NULL ? g_strdup (segue_record_get_string (decision, SEGUE_DECISION_ABOUT)) : NULL;
  show (self);

  return ADW_NAVIGATION_PAGE (self);
}

static void
add_texts (SegueDecisionPage *self, const char *const *texts, SegueReasonSide side)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      add_reason (self, NULL, side);
      segue_reason_row_set_text (self->rows->pdata[self->rows->len - 1], texts[i]);
    }
}

/**
 * segue_decision_page_new_from_entry:
 * @session: whose plan it is
 * @entry: what the journal tells of an earlier decision
 *
 * Returns: (transfer floating): the editor of a new question about the same
 *   thing, with the reasons that were weighed then; the entry stays
 */
AdwNavigationPage *
segue_decision_page_new_from_entry (SegueSession *session, const SegueRecord *entry)
{
  SegueDecisionPage *self = g_object_new (SEGUE_TYPE_DECISION_PAGE, NULL);
  const SegueRecord *about;

  self->session = g_object_ref (session);
  self->about = g_strdup (segue_record_get_string (entry, SEGUE_JOURNAL_ABOUT));
  about = segue_plan_find (get_plan (self), self->about);
  show (self);
  if (about != NULL)
    gtk_editable_set_text (self->question, segue_record_get_title (about));
  add_texts (self, segue_record_get_strings (entry, SEGUE_JOURNAL_FOR), SEGUE_REASON_FOR);
  add_texts (self, segue_record_get_strings (entry, SEGUE_JOURNAL_AGAINST), SEGUE_REASON_AGAINST);

  return ADW_NAVIGATION_PAGE (self);
}
