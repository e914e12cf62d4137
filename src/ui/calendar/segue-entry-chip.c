/* segue-entry-chip.c - something that happens on a day, small enough for the day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/calendar/segue-entry-chip.h"

#include "ui/calendar/segue-calendar-text.h"
#include "ui/common/segue-goal-style.h"
#include "ui/common/segue-ui.h"

struct _SegueEntryChip
{
  GtkWidget parent_instance;

  SegueEntry entry; /* its strings are the scene's */
  GtkWidget *icon;
  GtkWidget *label;
  GtkWidget *countdown;
};

G_DEFINE_FINAL_TYPE (SegueEntryChip, segue_entry_chip, GTK_TYPE_WIDGET)

static void
segue_entry_chip_dispose (GObject *object)
{
  SegueEntryChip *self = SEGUE_ENTRY_CHIP (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->countdown, gtk_widget_unparent);

  G_OBJECT_CLASS (segue_entry_chip_parent_class)->dispose (object);
}

static void
segue_entry_chip_class_init (SegueEntryChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_entry_chip_dispose;
  gtk_widget_class_set_css_name (widget_class, "entrychip");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NONE);
}

static GtkWidget *
add_label (SegueEntryChip *self, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_NONE, "xalign", 0.0,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
segue_entry_chip_init (SegueEntryChip *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 5);
  gtk_widget_add_css_class (GTK_WIDGET (self), "segue-chip");
  self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_NONE, NULL);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  self->label = add_label (self, "caption");
  gtk_widget_set_hexpand (self->label, TRUE);
  self->countdown = add_label (self, "countdown");
  gtk_widget_set_valign (self->countdown, GTK_ALIGN_START);
}

GtkWidget *
segue_entry_chip_new (void)
{
  return g_object_new (SEGUE_TYPE_ENTRY_CHIP, NULL);
}

/**
 * segue_entry_chip_show:
 * @entry: of a scene that outlives what is shown
 * @today: from which days are counted
 * @form: how much there is room for
 */
void
segue_entry_chip_show (SegueEntryChip *self, const SegueEntry *entry, SegueDay today, SegueChipForm form)
{
  g_autofree char *text = segue_calendar_text_entry (entry);
  g_autofree char *countdown = segue_calendar_text_countdown (today, entry->day);
  gboolean whole = form == SEGUE_CHIP_WHOLE;

  self->entry = *entry;
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), segue_entry_get_icon (entry));
  gtk_widget_set_valign (self->icon, whole ? GTK_ALIGN_START : GTK_ALIGN_CENTER);
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_label_set_wrap (GTK_LABEL (self->label), whole);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), whole ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_widget_set_visible (self->label, form != SEGUE_CHIP_ICON);
  gtk_label_set_label (GTK_LABEL (self->countdown), countdown);
  gtk_widget_set_visible (self->countdown, whole && segue_entry_counts_down (entry));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), whole ? NULL : text);

  segue_goal_style_apply (GTK_WIDGET (self), entry->goal);
  segue_ui_set_css_class (GTK_WIDGET (self), "strong", entry->kind <= SEGUE_ENTRY_VEST);
  segue_ui_set_css_class (GTK_WIDGET (self), "late", entry->late || entry->kind == SEGUE_ENTRY_DEADLINE);
  segue_ui_set_css_class (GTK_WIDGET (self), "done", entry->done);
  segue_ui_set_css_class (self->countdown, "near", entry->day - today <= SEGUE_NEAR_DAYS);
}

/**
 * segue_entry_chip_set_selected:
 * @selection: (nullable): the id of the step that is selected
 */
void
segue_entry_chip_set_selected (SegueEntryChip *self, const char *selection)
{
  segue_ui_set_css_class (GTK_WIDGET (self), "selected", g_strcmp0 (self->entry.id, selection) == 0);
}

/**
 * segue_entry_chip_get_entry:
 *
 * Returns: (transfer none): what it shows
 */
const SegueEntry *
segue_entry_chip_get_entry (SegueEntryChip *self)
{
  return &self->entry;
}
