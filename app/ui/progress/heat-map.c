/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * A year of study days. As many weeks are shown as fit, the newest always.
 *
 *        w w w w w          rows are weekdays from Monday; the shade says how many
 *    Mon . . # # .          answers, next to the busiest day, in four steps that an
 *    Tue . # # . .          outline tells apart where colours do not
 */

#include "config.h"

#include "ui/progress/heat-map.h"

#include <glib/gi18n.h>

#define WEEKDAYS 7
#define SQUARE   12
#define GAP      3
#define N_SHADES 4

/* 1 January 1970 was a Thursday. */
#define WEEKDAY_OF_1970 3
#define JULIAN_OF_1970  719163

struct _DrillHeatMap
{
  GtkWidget parent_instance;

  guint *answers;
  guint  n_days;
  int    last_day;
  guint  highest;
  guint     cursor; /* index of a day */
};

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DrillHeatMap, drill_heat_map, GTK_TYPE_WIDGET)

static guint
weekday_of (int day)
{
  return (guint) ((day + WEEKDAY_OF_1970) % WEEKDAYS + WEEKDAYS) % WEEKDAYS;
}

/* Columns from the left end of the line, the week of the last day being the last. */
static guint
count_columns (DrillHeatMap *self)
{
  int   width = gtk_widget_get_width (GTK_WIDGET (self));
  guint fit = (guint) MAX ((width + GAP) / (SQUARE + GAP), 1);
  guint all = (self->n_days + WEEKDAYS - 1) / WEEKDAYS + 1;

  return MIN (fit, all);
}

/* Where the day is drawn; FALSE when its week does not fit. */
static gboolean
place_of (DrillHeatMap    *self,
          guint            index,
          graphene_rect_t *rect)
{
  int   day = self->last_day - (int) (self->n_days - 1 - index);
  int   weeks_back = (self->last_day - day + (int) (WEEKDAYS - 1 - weekday_of (self->last_day))) / WEEKDAYS;
  guint columns = count_columns (self);
  int   column = (int) columns - 1 - weeks_back;

  if (column < 0)
    return FALSE;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    column = (int) columns - 1 - column;
  graphene_rect_init (rect,
                      (float) column * (SQUARE + GAP),
                      (float) weekday_of (day) * (SQUARE + GAP),
                      SQUARE,
                      SQUARE);

  return TRUE;
}

static gboolean
find_day (DrillHeatMap *self,
          double        x,
          double        y,
          guint        *index)
{
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);

  for (guint i = self->n_days; i > 0; i--)
    {
      graphene_rect_t rect;

      if (!place_of (self, i - 1, &rect))
        return FALSE;
      graphene_rect_inset (&rect, -GAP / 2.0f, -GAP / 2.0f);
      if (graphene_rect_contains_point (&rect, &point))
        {
          *index = i - 1;
          return TRUE;
        }
    }

  return FALSE;
}

static char *
describe (DrillHeatMap *self,
          guint         index)
{
  int                   day = self->last_day - (int) (self->n_days - 1 - index);
  g_autoptr (GDate)     date = g_date_new_julian ((guint32) (day + JULIAN_OF_1970));
  g_autoptr (GDateTime) time = NULL;
  g_autofree char      *text = NULL;

  time = g_date_time_new_utc (g_date_get_year (date), g_date_get_month (date), g_date_get_day (date), 0, 0, 0);
  text = g_date_time_format (time, "%x");

  /* Translators: a date, answers given on it */
  return g_strdup_printf (ngettext ("%s: %u answer", "%s: %u answers", self->answers[index]),
                          text,
                          self->answers[index]);
}

static void
describe_cursor (DrillHeatMap *self)
{
  g_autofree char *text = self->n_days > 0 ? describe (self, self->cursor) : NULL;

  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

static gboolean
query_tooltip_cb (DrillHeatMap *self,
                  int           x,
                  int           y,
                  gboolean      keyboard,
                  GtkTooltip   *tooltip)
{
  g_autofree char *text = NULL;
  guint            index = self->cursor;

  if (self->n_days == 0 || (!keyboard && !find_day (self, x, y, &index)))
    return FALSE;
  text = describe (self, index);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
pressed_cb (DrillHeatMap *self,
            int           n_press,
            double        x,
            double        y)
{
  guint index;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!find_day (self, x, y, &index))
    return;
  self->cursor = index;
  describe_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, self->last_day - (int) (self->n_days - 1 - index));
}

static gboolean
key_pressed_cb (DrillHeatMap   *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int      week = rtl ? -WEEKDAYS : WEEKDAYS;
  int      cursor = (int) self->cursor;

  if (self->n_days == 0)
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Left:
      cursor -= week;
      break;
    case GDK_KEY_Right:
      cursor += week;
      break;
    case GDK_KEY_Up:
      cursor--;
      break;
    case GDK_KEY_Down:
      cursor++;
      break;
    case GDK_KEY_Home:
      cursor = 0;
      break;
    case GDK_KEY_End:
      cursor = (int) self->n_days - 1;
      break;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, self->last_day - (int) (self->n_days - 1 - self->cursor));
      return TRUE;
    default:
      return FALSE;
    }
  self->cursor = (guint) CLAMP (cursor, 0, (int) self->n_days - 1);
  describe_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return TRUE;
}

static void
append_square (GtkSnapshot           *snapshot,
               const graphene_rect_t *rect,
               const GdkRGBA         *fill,
               const GdkRGBA         *outline)
{
  static const float widths[] = { 1, 1, 1, 1 };
  const GdkRGBA      colors[] = { *outline, *outline, *outline, *outline };
  GskRoundedRect     rounded;

  gsk_rounded_rect_init_from_rect (&rounded, rect, 2);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, fill, rect);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &rounded, widths, colors);
}

static void
drill_heat_map_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  DrillHeatMap    *self = DRILL_HEAT_MAP (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GdkRGBA          foreground;
  GdkRGBA          accent;

  gtk_style_context_get_color (style, &foreground);
  if (!gtk_style_context_lookup_color (style, "accent_bg_color", &accent))
    accent = foreground;
  for (guint i = self->n_days; i > 0; i--)
    {
      guint           answers = self->answers[i - 1];
      guint           shade = answers > 0 ? 1 + (answers - 1) * N_SHADES / self->highest : 0;
      GdkRGBA         fill = shade > 0 ? accent : foreground;
      GdkRGBA         outline = foreground;
      graphene_rect_t rect;

      if (!place_of (self, i - 1, &rect))
        break;
      fill.alpha = shade > 0 ? 0.25f + 0.75f * (float) MIN (shade, N_SHADES) / N_SHADES : 0.08f;
      outline.alpha = shade > 0 ? 0.35f : 0.12f;
      if (i - 1 == self->cursor && gtk_widget_has_visible_focus (widget))
        {
          outline.alpha = 1;
          graphene_rect_inset (&rect, -1, -1);
        }
      append_square (snapshot, &rect, &fill, &outline);
    }
}

static void
drill_heat_map_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? WEEKDAYS * (SQUARE + GAP) - GAP
                                                                : 12 * (SQUARE + GAP);
}

static void
focus_changed_cb (GtkWidget *widget)
{
  gtk_widget_queue_draw (widget);
}

static void
drill_heat_map_finalize (GObject *object)
{
  g_free (DRILL_HEAT_MAP (object)->answers);

  G_OBJECT_CLASS (drill_heat_map_parent_class)->finalize (object);
}

static void
drill_heat_map_class_init (DrillHeatMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = drill_heat_map_finalize;
  widget_class->snapshot = drill_heat_map_snapshot;
  widget_class->measure = drill_heat_map_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);

  signals[SIGNAL_ACTIVATED] =
      g_signal_new ("activated", DRILL_TYPE_HEAT_MAP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
drill_heat_map_init (DrillHeatMap *self)
{
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (focus_changed_cb), NULL);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Answers by day"), -1);
}

GtkWidget *
drill_heat_map_new (void)
{
  return g_object_new (DRILL_TYPE_HEAT_MAP, NULL);
}

void
drill_heat_map_set_values (DrillHeatMap *self,
                           const guint  *answers,
                           guint         n_days,
                           int           last_day)
{
  g_return_if_fail (DRILL_IS_HEAT_MAP (self));

  g_free (self->answers);
  self->answers = g_memdup2 (answers, n_days * sizeof *answers);
  if (self->n_days != n_days || self->last_day != last_day)
    self->cursor = n_days > 0 ? n_days - 1 : 0;
  self->n_days = n_days;
  self->last_day = last_day;
  self->highest = 1;
  for (guint i = 0; i < n_days; i++)
    self->highest = MAX (self->highest, answers[i]);
  describe_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
