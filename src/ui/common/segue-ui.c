/* segue-ui.c - the room's resources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/common/segue-ui.h"

#include "segue-ui-resources.h"

/* A tooltip fits a small screen; the toolkit lets it grow to half as much again. */
#define TOOLTIP_WIDTH 320 /* pixels */
#define TOOLTIP_CHARS 50

static void
narrow_tooltip (GtkLabel *label)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (GTK_WIDGET (label)), NULL, NULL);
  int width = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                   pango_font_metrics_get_approximate_digit_width (metrics));

  gtk_label_set_max_width_chars (label, MIN (TOOLTIP_CHARS, TOOLTIP_WIDTH * PANGO_SCALE / MAX (width, 1)));
  pango_font_metrics_unref (metrics);
}

/* What the toolkit makes itself, as questions and tooltips, is only seen when
 * it comes into sight. */
static gboolean
map_hook (GSignalInvocationHint *hint,
          guint                  n_values,
          const GValue          *values,
          gpointer               user_data)
{
  GtkWidget *widget = g_value_get_object (values);

  if (!GTK_IS_LABEL (widget) || !gtk_label_get_wrap (GTK_LABEL (widget)))
    return TRUE;
  segue_ui_keep_words (widget);
  if (g_str_equal (gtk_widget_get_css_name (GTK_WIDGET (gtk_widget_get_native (widget))), "tooltip"))
    narrow_tooltip (GTK_LABEL (widget));
  return TRUE;
}

/**
 * segue_ui_init:
 *
 * Makes the templates, icons and style of this room known. Called once,
 * before the first widget is built; a static library is not asked otherwise.
 */
void
segue_ui_init (void)
{
  static gulong hook;

  g_resources_register (segue_ui_get_resource ());
  if (hook != 0)
    return;
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  hook = g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, map_hook, NULL, NULL);
}

static void
create_menu_cb (GtkMenuButton *button,
                gpointer       menu)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, menu);
}

/**
 * segue_ui_set_menu_later:
 * @button: a button without a menu
 * @menu: (transfer none): what it opens
 *
 * A menu is many widgets; they are made when it is first opened.
 */
void
segue_ui_set_menu_later (GtkMenuButton *button,
                         GMenuModel    *menu)
{
  gtk_menu_button_set_create_popup_func (button, create_menu_cb, g_object_ref (menu), g_object_unref);
}

/**
 * segue_ui_name_status_page:
 * @page: a page that is not shown yet, or has got another title
 *
 * The area in which a status page scrolls takes the focus, and has no name of
 * its own; it gets the title of the page.
 */
void
segue_ui_name_status_page (AdwStatusPage *page)
{
  GtkWidget *area = gtk_widget_get_first_child (GTK_WIDGET (page));

  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (area));

  /* A role can be set until someone has asked for it. */
  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (area)) != GTK_ACCESSIBLE_ROLE_GROUP)
    g_object_set (area, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (area),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, adw_status_page_get_title (page), -1);
}

/**
 * segue_ui_set_css_class:
 * @set: whether @widget has the class from now on
 */
void
segue_ui_set_css_class (GtkWidget *widget, const char *css_class, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/**
 * segue_ui_replace_css_class:
 * @css_classes: (array zero-terminated=1): those of which @widget has one
 * @css_class: which of them it has from now on
 */
void
segue_ui_replace_css_class (GtkWidget *widget, const char *const *css_classes, const char *css_class)
{
  for (; *css_classes != NULL; css_classes++)
    segue_ui_set_css_class (widget, *css_classes, g_str_equal (*css_classes, css_class));
}

/* Longer words would push their label out of its place, and large ones sooner. */
#define MAX_KEPT 12 /* letters */
#define MAX_KEPT_WIDTH 200 /* pixels */

static gboolean
is_hangul (gunichar letter)
{
  return g_unichar_get_script (letter) == G_UNICODE_SCRIPT_HANGUL;
}

static void
add_kept_words (PangoAttrList *attributes,
                const char    *text,
                glong          longest)
{
  for (const char *word = text; *word != '\0';)
    {
      const char *end = word;
      gboolean any = FALSE;

      for (; *end != '\0' && !g_unichar_isspace (g_utf8_get_char (end)); end = g_utf8_next_char (end))
        any = any || is_hangul (g_utf8_get_char (end));
      if (any && g_utf8_pointer_to_offset (word, end) <= longest)
        {
          PangoAttribute *whole = pango_attr_allow_breaks_new (FALSE);

          whole->start_index = (guint) (word - text);
          whole->end_index = (guint) (end - text);
          pango_attr_list_insert (attributes, whole);
        }
      word = *end == '\0' ? end : g_utf8_next_char (end);
    }
}

/**
 * segue_ui_add_kept_words:
 * @attributes: how @text is drawn
 * @text: a text of several words
 *
 * Lets no line end within words of Hangul.
 */
void
segue_ui_add_kept_words (PangoAttrList *attributes,
                         const char    *text)
{
  add_kept_words (attributes, text, MAX_KEPT);
}

/* Letters of Hangul that are kept together in the person's font. The label is
 * not asked for its own: it may not have its style yet, and would stay as it is. */
static glong
find_longest (void)
{
  PangoFontDescription *font;
  g_autofree char *name = NULL;
  double height;
  int dpi;

  g_object_get (gtk_settings_get_default (), "gtk-font-name", &name, "gtk-xft-dpi", &dpi, NULL);
  font = pango_font_description_from_string (name ? name : "");
  height = (double) pango_font_description_get_size (font) / PANGO_SCALE * (dpi > 0 ? dpi / 1024.0 : 96) / 72;
  pango_font_description_free (font);
  return MIN (MAX_KEPT, (glong) (MAX_KEPT_WIDTH / MAX (height, 1)));
}

static void
keep_words_of (GtkLabel *label)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  add_kept_words (attributes, gtk_label_get_text (label), find_longest ());
  gtk_label_set_attributes (label, attributes);
}

/**
 * segue_ui_keep_words:
 * @widget: a part of a window
 *
 * Korean is read by words, but lines may end within them by the rules of
 * Unicode (UAX 14). In the labels that wrap and are in @widget by now they do
 * not, whatever those come to say.
 */
void
segue_ui_keep_words (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_label_get_wrap (GTK_LABEL (widget)) &&
      gtk_label_get_attributes (GTK_LABEL (widget)) == NULL)
    {
      g_signal_connect (widget, "notify::label", G_CALLBACK (keep_words_of), NULL);
      keep_words_of (GTK_LABEL (widget));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    segue_ui_keep_words (child);
}

/**
 * segue_ui_action_row_new:
 *
 * Returns: (transfer floating): a row whose texts are what a person has typed,
 *   not markup, and as many lines long as they are
 */
GtkWidget *
segue_ui_action_row_new (void)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, NULL);

  segue_ui_keep_words (row);
  return row;
}

/* Some are labelled by a heading that is empty. */
static void
set_name (GtkWidget  *widget,
          const char *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
is_in (GtkWidget *widget,
       GType      type)
{
  return gtk_widget_get_ancestor (widget, type) != NULL;
}

/* Returns how the widgets in @widget are to be called. */
static const char *
name_part (GtkWidget  *widget,
           const char *name)
{
  if (GTK_IS_SCROLLED_WINDOW (widget))
    {
      g_object_set (widget, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
      set_name (widget, name);
    }
  else if (ADW_IS_PREFERENCES_GROUP (widget))
    {
      const char *title = adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (widget));

      return title != NULL && title[0] != '\0' ? title : name;
    }
  else if (ADW_IS_COMBO_ROW (widget))
    return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  else if (GTK_IS_LIST_BOX (widget) && (is_in (widget, ADW_TYPE_PREFERENCES_GROUP) || is_in (widget, ADW_TYPE_ALERT_DIALOG)))
    set_name (widget, name);
  else if (GTK_IS_LIST_VIEW (widget) && is_in (widget, ADW_TYPE_COMBO_ROW))
    set_name (widget, name);
  return name;
}

/**
 * segue_ui_name_parts:
 * @widget: a dialog, or a part of one
 * @name: what it is called
 *
 * Gives a name to what the toolkit puts around the fields of a dialog and a
 * screen reader can come to: areas that scroll and lists of rows.
 */
void
segue_ui_name_parts (GtkWidget  *widget,
                     const char *name)
{
  const char *part = name_part (widget, name);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    segue_ui_name_parts (child, part);
}

typedef struct
{
  GtkWidget *first;
  guint n_frames;
} Beginning;

static void
beginning_free (Beginning *beginning)
{
  g_object_unref (beginning->first);
  g_free (beginning);
}

/* In its second frame the dialog opens and looks for a focus; here it has found one. */
static gboolean
begin_tick_cb (GtkWidget     *dialog,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  Beginning *beginning = user_data;

  if (++beginning->n_frames < 3)
    return G_SOURCE_CONTINUE;
  gtk_widget_grab_focus (beginning->first);
  return G_SOURCE_REMOVE;
}

static void
begin_cb (GtkWidget *first,
          GtkWidget *dialog)
{
  Beginning *beginning = g_new0 (Beginning, 1);

  beginning->first = g_object_ref (first);
  g_signal_handlers_disconnect_by_func (dialog, begin_cb, first);
  gtk_widget_add_tick_callback (dialog, begin_tick_cb, beginning, (GDestroyNotify) beginning_free);
}

/**
 * segue_ui_begin_at:
 * @dialog: a dialog that was not presented yet
 * @first: a field of it
 *
 * Lets the keyboard begin at @first. The dialog's own `focus-widget` is
 * forgotten when the dialog turns into a sheet at the bottom of a narrow
 * window, which it does between its first frame and the second one.
 */
void
segue_ui_begin_at (AdwDialog *dialog,
                   GtkWidget *first)
{
  g_return_if_fail (ADW_IS_DIALOG (dialog) && GTK_IS_WIDGET (first));

  adw_dialog_set_focus (dialog, first);
  g_signal_connect_object (dialog, "map", G_CALLBACK (begin_cb), first, G_CONNECT_SWAPPED);
}

/**
 * segue_ui_append_layout:
 * @snapshot: what is drawn on
 * @layout: a text
 * @x: where it begins, in pixels
 * @y: where its first line begins, in pixels
 * @color: of its letters
 */
void
segue_ui_append_layout (GtkSnapshot   *snapshot,
                        PangoLayout   *layout,
                        float          x,
                        float          y,
                        const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

/**
 * segue_ui_class_bind_save:
 * @widget_class: the class of a form
 * @save: what keeps it
 *
 * Keeps the form with the keys that keep every editor.
 */
void
segue_ui_class_bind_save (GtkWidgetClass  *widget_class,
                          GtkShortcutFunc  save)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class) && save != NULL);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, save, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, save, NULL);
}
