/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * A block of code that cannot be edited.
 *
 *   +--------------------------------------+
 *   | JavaScript                    (copy) |   header, above the text and never
 *   |--------------------------------------|   over it
 *   | const answer = await fetch (url);    |   scrolls sideways by itself, as
 *   +--------------------------------------+   high as its text
 *
 * GtkSourceView is set up by the first code view of the process, because most
 * starts of the app show none.
 */

#include "config.h"

#include "ui/widgets/code-view.h"

#include "ui/widgets/code-highlight.h"
#include "ui/widgets/code-language.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <gtksourceview/gtksource.h>
#include <math.h>
#include <string.h>

/* Past this size colouring costs more than it tells. */
#define MAX_HIGHLIGHTED_BYTES (256 * 1024)
#define COPIED_SECONDS 2

struct _DrillCodeView
{
  GtkWidget      parent_instance;

  char          *code;
  char          *language;

  GtkWidget     *header;
  GtkWidget     *title;
  GtkWidget     *copy_button;
  GtkWidget     *scroller;
  GtkWidget     *text;
  guint          copied_source;
};

G_DEFINE_FINAL_TYPE (DrillCodeView, drill_code_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CODE,
  PROP_LANGUAGE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
ensure_source_view (void)
{
  static gsize done;

  if (g_once_init_enter (&done))
    {
      gtk_source_init ();
      g_once_init_leave (&done, 1);
    }
}

static GtkSourceLanguage *
find_language (const char *word)
{
  GtkSourceLanguageManager *manager = gtk_source_language_manager_get_default ();
  g_autofree char          *id = drill_code_language_id (word);

  return id != NULL ? gtk_source_language_manager_get_language (manager, id) : NULL;
}

static void
fill (DrillCodeView *self)
{
  g_autoptr (GtkSourceBuffer) buffer = gtk_source_buffer_new (NULL);
  GtkSourceLanguage          *language = find_language (self->language);
  gsize                       length = strlen (self->code);
  gboolean                    named = self->language != NULL && *self->language != '\0';
  const char                 *title = named ? self->language : _ ("Text");
  g_autofree char            *name = NULL;

  if (language != NULL)
    title = gtk_source_language_get_name (language);

  gtk_source_buffer_set_highlight_syntax (buffer, length <= MAX_HIGHLIGHTED_BYTES);
  gtk_source_buffer_set_highlight_matching_brackets (buffer, FALSE);
  gtk_text_buffer_set_enable_undo (GTK_TEXT_BUFFER (buffer), FALSE);
  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (buffer), self->code, (int) length);
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self->text), GTK_TEXT_BUFFER (buffer));
  if (language != NULL && length <= MAX_HIGHLIGHTED_BYTES)
    drill_code_highlight (buffer, language);

  gtk_label_set_label (GTK_LABEL (self->title), title);

  /* Translators: name of a block of code, %s is a language such as SQL */
  name = g_strdup_printf (_ ("Code, %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_READ_ONLY, TRUE,
                                  -1);
}

static void
apply_scheme (DrillCodeView *self)
{
  AdwStyleManager            *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  GtkSourceStyleSchemeManager *manager = gtk_source_style_scheme_manager_get_default ();
  const char                 *id = adw_style_manager_get_dark (style) ? "Adwaita-dark" : "Adwaita";
  GtkTextBuffer              *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));

  gtk_source_buffer_set_style_scheme (GTK_SOURCE_BUFFER (buffer),
                                      gtk_source_style_scheme_manager_get_scheme (manager, id));
}

static void
show_copied (DrillCodeView *self,
             gboolean       copied)
{
  const char *words = copied ? _ ("Copied") : _ ("Copy Code");

  gtk_button_set_icon_name (GTK_BUTTON (self->copy_button),
                            copied ? "object-select-symbolic" : "edit-copy-symbolic");
  gtk_widget_set_tooltip_text (self->copy_button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
}

static gboolean
copied_over_cb (gpointer user_data)
{
  DrillCodeView *self = user_data;

  self->copied_source = 0;
  show_copied (self, FALSE);

  return G_SOURCE_REMOVE;
}

static void
copy_cb (DrillCodeView *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->code);

  g_clear_handle_id (&self->copied_source, g_source_remove);
  self->copied_source = g_timeout_add_seconds (COPIED_SECONDS, copied_over_cb, self);
  show_copied (self, TRUE);
}

/* A scrolled window that only scrolls sideways takes the wheel all the same, so
 * that a page would stop under the pointer wherever it meets code. With the
 * vertical axis taken from its controllers, and from those of its scrollbar,
 * the wheel goes on to the page. */
static void
let_wheel_pass (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        {
          GtkEventControllerScroll     *scroll = GTK_EVENT_CONTROLLER_SCROLL (controller);
          GtkEventControllerScrollFlags flags = gtk_event_controller_scroll_get_flags (scroll);

          gtk_event_controller_scroll_set_flags (scroll, flags & ~GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
        }
    }
}

/* The wheel with Shift moves the code; without, it belongs to the page. */
static gboolean
wheel_cb (GtkEventControllerScroll *controller,
          double                    dx,
          double                    dy,
          gpointer                  user_data)
{
  DrillCodeView   *self = user_data;
  GtkAdjustment   *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  GdkModifierType  state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  double           step = pow (gtk_adjustment_get_page_size (adjustment), 2.0 / 3.0);

  if ((state & GDK_SHIFT_MASK) == 0 || dy == 0)
    return GDK_EVENT_PROPAGATE;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + dy * step);

  return GDK_EVENT_STOP;
}

static void
drill_code_view_constructed (GObject *object)
{
  DrillCodeView   *self = DRILL_CODE_VIEW (object);
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  G_OBJECT_CLASS (drill_code_view_parent_class)->constructed (object);

  fill (self);
  apply_scheme (self);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (apply_scheme), self, G_CONNECT_SWAPPED);
}

static void
drill_code_view_dispose (GObject *object)
{
  DrillCodeView *self = DRILL_CODE_VIEW (object);

  g_clear_handle_id (&self->copied_source, g_source_remove);
  g_clear_pointer (&self->header, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (drill_code_view_parent_class)->dispose (object);
}

static void
drill_code_view_finalize (GObject *object)
{
  DrillCodeView *self = DRILL_CODE_VIEW (object);

  g_free (self->code);
  g_free (self->language);

  G_OBJECT_CLASS (drill_code_view_parent_class)->finalize (object);
}

static void
drill_code_view_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  DrillCodeView *self = DRILL_CODE_VIEW (object);

  switch (prop_id)
    {
    case PROP_CODE:
      g_value_set_string (value, self->code);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
drill_code_view_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  DrillCodeView *self = DRILL_CODE_VIEW (object);

  switch (prop_id)
    {
    case PROP_CODE:
      self->code = g_value_get_string (value) != NULL ? g_value_dup_string (value) : g_strdup ("");
      if (g_str_has_suffix (self->code, "\n"))
        self->code[strlen (self->code) - 1] = '\0';
      break;
    case PROP_LANGUAGE:
      self->language = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static int
natural_height (GtkWidget *widget,
                int        for_width)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, for_width, NULL, &natural, NULL, NULL);

  return natural;
}

/* GtkTextView finds out how high its text is when it is idle, so that the page
 * would jump after its first frame. Lines of code do not wrap: counting them
 * gives the height at once. */
static int
height_of_lines (DrillCodeView *self)
{
  GtkTextView           *view = GTK_TEXT_VIEW (self->text);
  g_autoptr (PangoLayout) line = gtk_widget_create_pango_layout (self->text, "x");
  int                     n_lines = gtk_text_buffer_get_line_count (gtk_text_view_get_buffer (view));
  int                     height;

  pango_layout_get_size (line, NULL, &height);

  return n_lines * PANGO_PIXELS (height) + gtk_text_view_get_top_margin (view) + gtk_text_view_get_bottom_margin (view);
}

static void
drill_code_view_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  DrillCodeView *self = DRILL_CODE_VIEW (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *natural = natural_height (self->header, for_size)
                 + MAX (natural_height (self->scroller, for_size), height_of_lines (self));
      *minimum = *natural;
    }
  else
    {
      int header_minimum, header_natural;

      gtk_widget_measure (self->header, orientation, -1, &header_minimum, &header_natural, NULL, NULL);
      gtk_widget_measure (self->scroller, orientation, -1, minimum, natural, NULL, NULL);
      *minimum = MAX (*minimum, header_minimum);
      *natural = MAX (*natural, header_natural);
    }
}

static void
drill_code_view_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  DrillCodeView *self = DRILL_CODE_VIEW (widget);
  int            header = natural_height (self->header, width);

  gtk_widget_size_allocate (self->header, &(GtkAllocation) { 0, 0, width, header }, -1);
  gtk_widget_size_allocate (self->scroller, &(GtkAllocation) { 0, header, width, MAX (0, height - header) }, -1);
}

static GtkSizeRequestMode
drill_code_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
drill_code_view_class_init (DrillCodeViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = drill_code_view_constructed;
  object_class->dispose = drill_code_view_dispose;
  object_class->finalize = drill_code_view_finalize;
  object_class->get_property = drill_code_view_get_property;
  object_class->set_property = drill_code_view_set_property;
  widget_class->measure = drill_code_view_measure;
  widget_class->size_allocate = drill_code_view_size_allocate;
  widget_class->get_request_mode = drill_code_view_get_request_mode;

  properties[PROP_CODE] =
    g_param_spec_string ("code", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LANGUAGE] =
    g_param_spec_string ("language", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "codeview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
create_header (DrillCodeView *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (header, "header");

  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_add_css_class (self->title, "caption");
  gtk_widget_add_css_class (self->title, "dim-label");
  gtk_box_append (GTK_BOX (header), self->title);

  self->copy_button = gtk_button_new ();
  gtk_widget_add_css_class (self->copy_button, "flat");
  gtk_widget_set_valign (self->copy_button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->copy_button, "clicked", G_CALLBACK (copy_cb), self);
  gtk_box_append (GTK_BOX (header), self->copy_button);
  show_copied (self, FALSE);

  return header;
}

static GtkWidget *
create_text (void)
{
  GtkWidget   *text = gtk_source_view_new ();
  GtkTextView *view = GTK_TEXT_VIEW (text);

  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, FALSE);
  gtk_text_view_set_monospace (view, TRUE);
  /* Tab moves on: code must not hold the keyboard. */
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_left_margin (view, 12);
  gtk_text_view_set_right_margin (view, 12);
  gtk_text_view_set_top_margin (view, 2);
  gtk_text_view_set_bottom_margin (view, 16);
  gtk_source_view_set_tab_width (GTK_SOURCE_VIEW (view), 4);
  /* Code reads from the left in every language. */
  gtk_widget_set_direction (text, GTK_TEXT_DIR_LTR);

  return text;
}

static void
drill_code_view_init (DrillCodeView *self)
{
  GtkEventController *wheel;
  GtkWidget          *scrollbar;

  ensure_source_view ();

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  self->header = create_header (self);
  gtk_widget_set_parent (self->header, GTK_WIDGET (self));

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_widget_set_direction (self->scroller, GTK_TEXT_DIR_LTR);
  scrollbar = gtk_scrolled_window_get_hscrollbar (GTK_SCROLLED_WINDOW (self->scroller));
  let_wheel_pass (self->scroller);
  let_wheel_pass (gtk_widget_get_first_child (scrollbar));
  wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  g_signal_connect (wheel, "scroll", G_CALLBACK (wheel_cb), self);
  gtk_widget_add_controller (self->scroller, wheel);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  self->text = create_text ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->text);
}

GtkWidget *
drill_code_view_new (const char *code,
                     const char *language)
{
  g_return_val_if_fail (code != NULL, NULL);

  return g_object_new (DRILL_TYPE_CODE_VIEW, "code", code, "language", language, NULL);
}

const char *
drill_code_view_get_code (DrillCodeView *self)
{
  g_return_val_if_fail (DRILL_IS_CODE_VIEW (self), NULL);

  return self->code;
}

const char *
drill_code_view_get_language (DrillCodeView *self)
{
  g_return_val_if_fail (DRILL_IS_CODE_VIEW (self), NULL);

  return self->language;
}
