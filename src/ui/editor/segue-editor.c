/* segue-editor.c - a dialog that edits one row of a plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/editor/segue-editor.h"

#include <glib/gi18n.h>

#include "core/segue-edit.h"
#include "ui/common/segue-dialog.h"
#include "ui/common/segue-field.h"
#include "ui/common/segue-ui.h"

typedef struct
{
  SegueDraft *draft;
  SegueRecord *record;   /* as it was given */
  SegueRecord *pristine; /* what the fields said before anybody touched them */
  GtkWidget *apply_button;
  AdwEntryRow *title_row; /* which must not stay empty, or NULL */
  AdwToolbarView *view;
  AdwBanner *banner;
  GQueue rest; /* of groups that the page is still to get */
} SegueEditorPrivate;

/* As many groups as fill the dialog. */
#define FIRST_GROUPS 2

typedef enum
{
  PROP_DRAFT = 1,
  PROP_RECORD,
  PROP_PAGE,
} SegueEditorProperty;

static GParamSpec *properties[PROP_PAGE + 1];
static guint edited_signal;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SegueEditor, segue_editor, ADW_TYPE_DIALOG)

static SegueEditorPrivate *
get_private (SegueEditor *self)
{
  return segue_editor_get_instance_private (self);
}

static SegueRecord *
build (SegueEditor *self)
{
  SegueEditorPrivate *priv = get_private (self);
  const SegueRecord *current =
    segue_plan_find (segue_draft_get_plan (priv->draft), segue_record_get_id (priv->record));
  SegueRecordBuilder *builder = segue_record_builder_new_from (current ? current : priv->record);

  SEGUE_EDITOR_GET_CLASS (self)->fill (self, builder);
  return segue_record_builder_end (builder);
}

static gboolean
check (SegueEditor *self,
       GError     **error)
{
  SegueEditorClass *klass = SEGUE_EDITOR_GET_CLASS (self);

  return klass->check == NULL || klass->check (self, error);
}

/* A day that is needed is asked for in words; the verbs would name the record by its id. */
static gboolean
has_days (const SegueRecord  *record,
          GError            **error)
{
  const SegueKindInfo *info = segue_kind_get_info (segue_record_get_kind (record));
  g_autofree char *message = NULL;

  for (guint i = 0; i < info->n_fields; i++)
    {
      if (info->fields[i].type != SEGUE_FIELD_DAY || !(info->fields[i].flags & SEGUE_FIELD_REQUIRED) ||
          segue_record_has (record, i))
        continue;
      /* Translators: %s is a date that was not given, such as "First day". */
      message = g_strdup_printf (_("A date is missing: %s."), _(info->fields[i].label));
      segue_editor_refuse (error, message);
      return FALSE;
    }
  return TRUE;
}

/* Into the draft, by the verbs that would do it in the plan itself. */
static gboolean
store (SegueEditor *self,
       GError     **error)
{
  SegueEditorPrivate *priv = get_private (self);
  SegueEditorClass *klass = SEGUE_EDITOR_GET_CLASS (self);
  SeguePlan *plan = segue_draft_get_plan (priv->draft);
  g_autoptr (SegueRecord) record = NULL;
  const SegueRecord *current;
  SegueChangeSet *change_set;

  if (!check (self, error))
    return FALSE;
  record = build (self);
  if (!has_days (record, error))
    return FALSE;
  current = segue_plan_find (plan, segue_record_get_id (record));
  /* Who looked and changed nothing leaves even the way it is written. */
  if (current && segue_record_equal (current, priv->record) && segue_record_equal (record, priv->pristine))
    return klass->store == NULL || klass->store (self, error);
  if (current == NULL || !segue_record_equal (current, record))
    {
      change_set = current ? segue_edit_set_record (plan, record, error) : segue_edit_add_record (plan, record, error);
      if (!segue_draft_take (priv->draft, change_set, error))
        return FALSE;
    }
  return klass->store == NULL || klass->store (self, error);
}

static gboolean
is_touched (SegueEditor *self)
{
  SegueEditorPrivate *priv = get_private (self);
  g_autoptr (SegueRecord) now = NULL;

  if (segue_draft_is_changed (priv->draft) || !check (self, NULL))
    return TRUE;
  now = build (self);
  return !segue_record_equal (now, priv->pristine) ||
         (!segue_editor_is_new (self) && SEGUE_EDITOR_GET_CLASS (self)->store != NULL &&
          (!store (self, NULL) || segue_draft_is_changed (priv->draft)));
}

static char *
dup_label (SegueEditor *self,
           gboolean     was_there)
{
  SegueEditorPrivate *priv = get_private (self);
  const SegueRecord *record =
    segue_plan_find (segue_draft_get_plan (priv->draft), segue_record_get_id (priv->record));
  const char *title = segue_record_get_name (record ? record : priv->record);

  if (title[0] == '\0' || segue_record_get_kind (priv->record) == SEGUE_KIND_PLAN)
    title = _(segue_kind_get_info (segue_record_get_kind (priv->record))->label);
  if (record == NULL)
    /* Translators: an edit, in menus behind "Undo": the title of what is removed. */
    return g_strdup_printf (_("Remove “%s”"), title);
  if (was_there)
    /* Translators: an edit, in menus behind "Undo": the title of what is changed. */
    return g_strdup_printf (_("Change “%s”"), title);
  /* Translators: an edit, in menus behind "Undo": the title of what is added. */
  return g_strdup_printf (_("Add “%s”"), title);
}

static gboolean
commit (SegueEditor *self)
{
  SegueEditorPrivate *priv = get_private (self);
  g_autofree char *label = dup_label (self, !segue_editor_is_new (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (SegueChangeSet) change_set = NULL;

  if (segue_draft_is_changed (priv->draft))
    {
      change_set = segue_draft_commit (priv->draft, label, segue_record_get_id (priv->record), &error);
      if (change_set == NULL)
        {
          segue_editor_say (self, error->message);
          return FALSE;
        }
      g_signal_emit (self, edited_signal, 0, change_set);
    }
  adw_dialog_force_close (ADW_DIALOG (self));
  return TRUE;
}

/* Says at the title itself that there is none. */
static gboolean
has_title (SegueEditor *self)
{
  SegueEditorPrivate *priv = get_private (self);
  g_autofree char *title = NULL;

  if (priv->title_row == NULL)
    return TRUE;
  title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (priv->title_row))));
  if (title[0] != '\0')
    return TRUE;
  segue_field_say (priv->title_row, _("Title"), _("It needs a name."), TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _("It needs a name."), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  gtk_widget_grab_focus (GTK_WIDGET (priv->title_row));
  return FALSE;
}

static void
title_changed_cb (AdwEntryRow *row)
{
  segue_field_say (row, _("Title"), NULL, FALSE);
}

static void
apply (GtkWidget  *widget,
       const char *name,
       GVariant   *parameter)
{
  SegueEditor *self = SEGUE_EDITOR (widget);

  if (segue_editor_store (self))
    commit (self);
}

static void
cancel (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
answered_cb (SegueEditor *self,
             const char  *response)
{
  if (g_str_equal (response, "apply"))
    apply (GTK_WIDGET (self), NULL, NULL);
  else if (g_str_equal (response, "discard"))
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
segue_editor_close_attempt (AdwDialog *dialog)
{
  SegueEditor *self = SEGUE_EDITOR (dialog);
  AdwDialog *question;

  if (!is_touched (self))
    {
      adw_dialog_force_close (dialog);
      return;
    }
  question = adw_alert_dialog_new (_("Keep What You Changed?"), NULL);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question),
                                  "back", _("_Go On Editing"),
                                  "discard", _("_Discard"),
                                  "apply", _("_Keep"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "apply", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (question), "apply");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "back");
  g_signal_connect_object (question, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (question, GTK_WIDGET (self));
}

static void
segue_editor_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  SegueEditorPrivate *priv = get_private (SEGUE_EDITOR (object));

  switch ((SegueEditorProperty) prop_id)
    {
    case PROP_DRAFT:
      g_value_set_object (value, priv->draft);
      break;
    case PROP_RECORD:
      g_value_set_boxed (value, priv->record);
      break;
    case PROP_PAGE:
      g_value_set_object (value, adw_toolbar_view_get_content (priv->view));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
segue_editor_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  SegueEditorPrivate *priv = get_private (SEGUE_EDITOR (object));

  switch ((SegueEditorProperty) prop_id)
    {
    case PROP_DRAFT:
      priv->draft = g_value_dup_object (value);
      break;
    case PROP_RECORD:
      priv->record = g_value_dup_boxed (value);
      break;
    case PROP_PAGE:
      adw_toolbar_view_set_content (priv->view, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
segue_editor_constructed (GObject *object)
{
  SegueEditor *self = SEGUE_EDITOR (object);
  SegueEditorPrivate *priv = get_private (self);

  G_OBJECT_CLASS (segue_editor_parent_class)->constructed (object);

  gtk_button_set_label (GTK_BUTTON (priv->apply_button), segue_editor_is_new (self) ? _("_Add") : _("_Apply"));
  if (adw_dialog_get_focus (ADW_DIALOG (self)) != NULL)
    segue_ui_begin_at (ADW_DIALOG (self), adw_dialog_get_focus (ADW_DIALOG (self)));
  segue_ui_keep_words (GTK_WIDGET (self));
  SEGUE_EDITOR_GET_CLASS (self)->load (self, priv->record);
  priv->pristine = build (self);
}

static void
segue_editor_dispose (GObject *object)
{
  SegueEditorPrivate *priv = get_private (SEGUE_EDITOR (object));

  g_queue_clear_full (&priv->rest, g_object_unref);
  g_clear_object (&priv->draft);
  g_clear_pointer (&priv->record, segue_record_unref);
  g_clear_pointer (&priv->pristine, segue_record_unref);

  G_OBJECT_CLASS (segue_editor_parent_class)->dispose (object);
}

static void
segue_editor_class_init (SegueEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = segue_editor_get_property;
  object_class->set_property = segue_editor_set_property;
  object_class->constructed = segue_editor_constructed;
  object_class->dispose = segue_editor_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = segue_editor_close_attempt;

  properties[PROP_DRAFT] =
    g_param_spec_object ("draft", NULL, NULL, SEGUE_TYPE_DRAFT,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_RECORD] =
    g_param_spec_boxed ("record", NULL, NULL, SEGUE_TYPE_RECORD,
                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PAGE] =
    g_param_spec_object ("page", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  edited_signal = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 1, SEGUE_TYPE_CHANGE_SET);

  gtk_widget_class_install_action (widget_class, "editor.apply", NULL, apply);
  gtk_widget_class_install_action (widget_class, "editor.cancel", NULL, cancel);
}

static GtkWidget *
create_button (const char *label,
               const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

/* A text of many lines would take Ctrl+Enter for a new one if it were asked first. */
static void
add_keys (SegueEditor *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>Return|<Control>KP_Enter"),
                      gtk_named_action_new ("editor.apply")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* With large text on a narrow screen the buttons alone fill the bar. The screen reader has the title from the dialog. */
static void
hide_title_when_narrow (SegueEditor *self,
                        GtkWidget   *header)
{
  AdwBreakpoint *breakpoint = adw_breakpoint_new (adw_breakpoint_condition_parse ("max-width: 240sp"));
  g_auto (GValue) no = G_VALUE_INIT;

  g_value_init (&no, G_TYPE_BOOLEAN);
  adw_breakpoint_add_setter (breakpoint, G_OBJECT (header), "show-title", &no);
  gtk_widget_set_size_request (GTK_WIDGET (self), 300, 200);
  adw_dialog_add_breakpoint (ADW_DIALOG (self), breakpoint);
}

static void
segue_editor_init (SegueEditor *self)
{
  SegueEditorPrivate *priv = get_private (self);
  GtkWidget *header = adw_header_bar_new ();

  add_keys (self);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), create_button (_("_Cancel"), "editor.cancel"));
  priv->apply_button = create_button (_("_Apply"), "editor.apply");
  gtk_widget_add_css_class (priv->apply_button, "suggested-action");
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), priv->apply_button);
  adw_dialog_set_default_widget (ADW_DIALOG (self), priv->apply_button);
  priv->banner = ADW_BANNER (adw_banner_new (""));
  adw_banner_set_use_markup (priv->banner, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (priv->banner), FALSE);
  priv->view = ADW_TOOLBAR_VIEW (adw_toolbar_view_new ());
  adw_toolbar_view_add_top_bar (priv->view, header);
  adw_toolbar_view_add_top_bar (priv->view, GTK_WIDGET (priv->banner));
  adw_dialog_set_child (ADW_DIALOG (self), GTK_WIDGET (priv->view));
  hide_title_when_narrow (self, header);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  adw_dialog_set_content_width (ADW_DIALOG (self), 500);
}

SegueDraft *
segue_editor_get_draft (SegueEditor *self)
{
  g_return_val_if_fail (SEGUE_IS_EDITOR (self), NULL);

  return get_private (self)->draft;
}

const SegueRecord *
segue_editor_get_record (SegueEditor *self)
{
  g_return_val_if_fail (SEGUE_IS_EDITOR (self), NULL);

  return get_private (self)->record;
}

const char *
segue_editor_get_id (SegueEditor *self)
{
  g_return_val_if_fail (SEGUE_IS_EDITOR (self), NULL);

  return segue_record_get_id (get_private (self)->record);
}

/**
 * segue_editor_is_new:
 * @self: an editor
 *
 * Returns: whether what it edits does not stand in the plan yet
 */
gboolean
segue_editor_is_new (SegueEditor *self)
{
  SegueEditorPrivate *priv = get_private (self);
  SeguePlan *plan;

  g_return_val_if_fail (SEGUE_IS_EDITOR (self), FALSE);

  plan = segue_draft_get_base (priv->draft);
  return segue_plan_find (plan, segue_record_get_id (priv->record)) == NULL;
}

/* The first field in sight that is marked red takes the keyboard. */
static gboolean
focus_unsound (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (gtk_widget_has_css_class (widget, "error") && gtk_widget_grab_focus (widget))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      if (focus_unsound (child))
        return TRUE;
    }
  return FALSE;
}

/**
 * segue_editor_store:
 * @self: an editor
 *
 * Puts what is in the fields into the draft, so that other things can refer
 * to it. Says what is wrong if that cannot be.
 *
 * Returns: whether it was possible
 */
gboolean
segue_editor_store (SegueEditor *self)
{
  g_autoptr (GError) error = NULL;
  gboolean stored;

  g_return_val_if_fail (SEGUE_IS_EDITOR (self), FALSE);

  if (!has_title (self))
    return FALSE;
  stored = store (self, &error);
  segue_editor_say (self, stored ? NULL : error->message);
  if (!stored)
    focus_unsound (GTK_WIDGET (self));
  return stored;
}

/**
 * segue_editor_set_title_row:
 * @self: an editor
 * @row: its row for the title
 *
 * Return in this row applies what is in the editor, and an empty one says so.
 */
void
segue_editor_set_title_row (SegueEditor *self,
                            AdwEntryRow *row)
{
  g_return_if_fail (SEGUE_IS_EDITOR (self) && ADW_IS_ENTRY_ROW (row));

  get_private (self)->title_row = row;
  adw_entry_row_set_activates_default (row, TRUE);
  g_signal_connect (row, "changed", G_CALLBACK (title_changed_cb), NULL);
}

/**
 * segue_editor_add_to_pristine:
 * @self: an editor
 * @fill: puts fields that have been made only now into what the row shall be
 *
 * They say what they say before anybody has touched them.
 */
void
segue_editor_add_to_pristine (SegueEditor    *self,
                              SegueEditorFill fill)
{
  SegueEditorPrivate *priv = get_private (self);
  SegueRecordBuilder *builder;

  g_return_if_fail (SEGUE_IS_EDITOR (self) && priv->pristine != NULL);

  builder = segue_record_builder_new_from (priv->pristine);
  fill (self, builder);
  segue_record_unref (priv->pristine);
  priv->pristine = segue_record_builder_end (builder);
}

/**
 * segue_editor_say:
 * @self: an editor
 * @message: (nullable): what is wrong, or %NULL if nothing is any more
 */
void
segue_editor_say (SegueEditor *self,
                  const char  *message)
{
  SegueEditorPrivate *priv = get_private (self);

  g_return_if_fail (SEGUE_IS_EDITOR (self));

  if (message)
    {
      adw_banner_set_title (priv->banner, message);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
    }
  gtk_widget_set_visible (GTK_WIDGET (priv->banner), message != NULL); /* else it is read out all the same */
  adw_banner_set_revealed (priv->banner, message != NULL);
}

/**
 * segue_editor_remove:
 * @self: an editor
 *
 * Removes what is edited and all that hangs on it, and closes the dialog.
 */
void
segue_editor_remove (SegueEditor *self)
{
  SegueEditorPrivate *priv = get_private (self);
  g_autoptr (GError) error = NULL;

  g_return_if_fail (SEGUE_IS_EDITOR (self));

  if (segue_draft_take (priv->draft,
                        segue_edit_remove (segue_draft_get_plan (priv->draft), segue_editor_get_id (self), &error),
                        &error))
    commit (self);
  else
    segue_editor_say (self, error->message);
}

/**
 * segue_editor_duplicate:
 * @self: an editor
 * @ids: what of the plan is put beside itself once more
 *
 * Keeps what is in the fields, adds the second ones and closes the dialog.
 */
void
segue_editor_duplicate (SegueEditor       *self,
                        const char *const *ids)
{
  SegueEditorPrivate *priv = get_private (self);
  g_autoptr (GError) error = NULL;

  g_return_if_fail (SEGUE_IS_EDITOR (self));

  if (!segue_editor_store (self))
    return;
  if (segue_draft_take (priv->draft, segue_edit_duplicate (segue_draft_get_plan (priv->draft), ids, &error), &error))
    commit (self);
  else
    segue_editor_say (self, error->message);
}

/* What cannot be read has been filled in as nothing; there it is as it was. */
static void
keep_unread (SegueRecordBuilder *builder,
             const SegueRecord  *read,
             const SegueRecord  *before)
{
  const SegueKindInfo *info = segue_kind_get_info (segue_record_get_kind (before));

  for (guint i = 0; i < info->n_fields; i++)
    {
      if (segue_record_has (read, i) || !segue_record_has (before, i))
        continue;
      if (info->fields[i].type == SEGUE_FIELD_ESTIMATE || info->fields[i].type == SEGUE_FIELD_WEEK)
        segue_record_builder_set_numbers (builder, i, segue_record_get_numbers (before, i));
      else if (info->fields[i].type == SEGUE_FIELD_DAY)
        segue_record_builder_set_day (builder, i, segue_record_get_day (before, i));
      else if (info->fields[i].type == SEGUE_FIELD_INT)
        segue_record_builder_set_int (builder, i, segue_record_get_int (before, i));
    }
}

/* The row with everything that can be read, under some name. */
static SegueRecord *
build_readable (SegueEditor *self)
{
  SegueEditorPrivate *priv = get_private (self);
  const SegueKindInfo *info = segue_kind_get_info (segue_record_get_kind (priv->record));
  g_autoptr (SegueRecord) read = build (self);
  SegueRecordBuilder *builder = segue_record_builder_new_from (read);

  if (!check (self, NULL))
    keep_unread (builder, read, priv->record);
  if (segue_record_get_title (read)[0] == '\0' && (info->fields[info->title_field].flags & SEGUE_FIELD_REQUIRED))
    segue_record_builder_set_string (builder, info->title_field, _(info->label));
  return segue_record_builder_end (builder);
}

/**
 * segue_editor_rescue:
 * @self: an editor whose dialog is closed by force
 *
 * Keeps what was typed as far as it can be read, without a question.
 */
void
segue_editor_rescue (SegueEditor *self)
{
  SegueEditorPrivate *priv = get_private (self);
  g_autoptr (SegueRecord) record = NULL;
  SeguePlan *plan;

  g_return_if_fail (SEGUE_IS_EDITOR (self));

  if (!is_touched (self))
    return;
  if (!store (self, NULL))
    {
      plan = segue_draft_get_plan (priv->draft);
      record = build_readable (self);
      segue_draft_take (priv->draft,
                        segue_plan_find (plan, segue_record_get_id (record)) ? segue_edit_set_record (plan, record, NULL)
                                                                             : segue_edit_add_record (plan, record, NULL),
                        NULL);
    }
  commit (self);
}

/**
 * segue_editor_refuse:
 * @error: return location for a %SEGUE_ERROR_INVALID
 * @message: what is wrong in a field, a sentence
 */
void
segue_editor_refuse (GError    **error,
                     const char *message)
{
  g_set_error_literal (error, SEGUE_ERROR, SEGUE_ERROR_INVALID, message);
}

/**
 * segue_editor_take:
 * @self: an editor
 * @change_set: (transfer full) (nullable): what a verb answered for the draft
 * @error: (transfer full) (nullable): why it did not
 *
 * Takes it into the draft or says why not.
 */
void
segue_editor_take (SegueEditor    *self,
                   SegueChangeSet *change_set,
                   GError         *error)
{
  g_autoptr (GError) owned = error;
  gboolean taken;

  g_return_if_fail (SEGUE_IS_EDITOR (self));

  taken = segue_draft_take (get_private (self)->draft, change_set, change_set ? &owned : NULL);
  segue_editor_say (self, taken ? NULL : owned->message);
}

/* All groups of a page, in their order. */
static void
collect_groups (GtkWidget *widget,
                GQueue    *groups)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      if (ADW_IS_PREFERENCES_GROUP (child))
        g_queue_push_tail (groups, g_object_ref (child));
      else
        collect_groups (child, groups);
    }
}

static void
take_off_rest (SegueEditor *self)
{
  SegueEditorPrivate *priv = get_private (self);
  GtkWidget *page = adw_toolbar_view_get_content (priv->view);
  int n_left = FIRST_GROUPS;

  /* A dialog that is as high as what is in it would grow. */
  if (!ADW_IS_PREFERENCES_PAGE (page) || adw_dialog_get_content_height (ADW_DIALOG (self)) <= 0)
    return;
  collect_groups (page, &priv->rest);
  while (n_left > 0 && !g_queue_is_empty (&priv->rest))
    {
      g_autoptr (GtkWidget) group = g_queue_pop_head (&priv->rest);

      n_left -= gtk_widget_get_visible (group);
    }
  for (GList *l = priv->rest.head; l != NULL; l = l->next)
    adw_preferences_page_remove (ADW_PREFERENCES_PAGE (page), l->data);
}

/* One group in sight a frame, from the second frame on. */
static gboolean
put_back_rest (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       data)
{
  SegueEditorPrivate *priv = get_private (SEGUE_EDITOR (widget));
  gint64 *began = data;
  gboolean seen = FALSE;

  if (*began == 0)
    *began = gdk_frame_clock_get_frame_counter (clock) + 1;
  if (gdk_frame_clock_get_frame_counter (clock) < *began)
    return G_SOURCE_CONTINUE;
  while (!seen && !g_queue_is_empty (&priv->rest))
    {
      g_autoptr (GtkWidget) group = g_queue_pop_head (&priv->rest);

      seen = gtk_widget_get_visible (group);
      adw_preferences_page_add (ADW_PREFERENCES_PAGE (adw_toolbar_view_get_content (priv->view)),
                                ADW_PREFERENCES_GROUP (group));
      segue_ui_name_parts (group, adw_dialog_get_title (ADW_DIALOG (widget)));
    }
  return g_queue_is_empty (&priv->rest) ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

/**
 * segue_editor_present:
 * @self: an editor that is not shown yet
 * @parent: from where it is opened
 *
 * Shows it. What lies below its edge is measured and drawn while it comes into
 * sight, a group in each frame, since nobody can reach it sooner.
 */
void
segue_editor_present (SegueEditor *self,
                      GtkWidget   *parent)
{
  g_return_if_fail (SEGUE_IS_EDITOR (self));

  take_off_rest (self);
  segue_dialog_present (ADW_DIALOG (self), parent);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), put_back_rest, g_new0 (gint64, 1), g_free);
}

/**
 * segue_editor_present_child:
 * @self: an editor
 * @child: an editor whose draft was made from this one's
 */
void
segue_editor_present_child (SegueEditor *self,
                            SegueEditor *child)
{
  g_return_if_fail (SEGUE_IS_EDITOR (self) && SEGUE_IS_EDITOR (child));

  segue_editor_present (child, GTK_WIDGET (self));
}
