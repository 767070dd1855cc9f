/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * A small bar chart. Numbers can be had without looking: hovering a day shows
 * them, and the accessible description sums them up.
 */

#include "config.h"

#include "ui/progress/day-bars.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define HEIGHT 120
#define GAP    3

struct _DrillDayBars
{
  GtkWidget parent_instance;

  guint    *answers;
  guint    *recalled;
  guint     n_days;
  guint     highest;
};

G_DEFINE_FINAL_TYPE (DrillDayBars, drill_day_bars, GTK_TYPE_WIDGET)

static double
bar_width (DrillDayBars *self)
{
  return (double) gtk_widget_get_width (GTK_WIDGET (self)) / self->n_days;
}

static gboolean
query_tooltip_cb (DrillDayBars *self,
                  int           x,
                  int           y,
                  gboolean      keyboard,
                  GtkTooltip   *tooltip)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) day = NULL;
  g_autofree char      *date = NULL;
  g_autofree char      *text = NULL;
  guint                 index;

  if (self->n_days == 0 || keyboard)
    return FALSE;

  index = (guint) CLAMP (x / bar_width (self), 0, self->n_days - 1);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    index = self->n_days - 1 - index;
  day = g_date_time_add_days (now, (int) index - (int) self->n_days + 1);
  date = g_date_time_format (day, "%x");

  /* Translators: a date, answers given, answers that were recalled */
  text = g_strdup_printf (_("%s: %u answers, %u recalled"),
                          date,
                          self->answers[index],
                          self->recalled[index]);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
append_bar (GtkSnapshot   *snapshot,
            const GdkRGBA *color,
            double         x,
            double         width,
            double         top,
            double         height)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) x, (float) top, (float) width, (float) height);
  GskRoundedRect  rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &bounds, 2);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, color, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
drill_day_bars_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  DrillDayBars    *self = DRILL_DAY_BARS (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  double           height = gtk_widget_get_height (widget);
  gboolean         rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GdkRGBA          foreground;
  GdkRGBA          empty;
  GdkRGBA          accent;
  GdkRGBA          missed;
  double           width;

  if (self->n_days == 0)
    return;

  width = bar_width (self);
  gtk_style_context_get_color (style, &foreground);
  if (!gtk_style_context_lookup_color (style, "accent_bg_color", &accent))
    accent = foreground;
  empty = missed = foreground;
  empty.alpha *= 0.1f;
  missed.alpha *= 0.4f;

  for (guint i = 0; i < self->n_days; i++)
    {
      double x = (rtl ? self->n_days - 1 - i : i) * width + GAP / 2.0;
      double scale = self->highest > 0 ? height / self->highest : 0;
      double all = self->answers[i] * scale;
      double good = self->recalled[i] * scale;

      if (self->answers[i] == 0)
        append_bar (snapshot, &empty, x, width - GAP, height - 3, 3);
      if (all > good)
        append_bar (snapshot, &missed, x, width - GAP, height - all, all - good);
      if (good > 0)
        append_bar (snapshot, &accent, x, width - GAP, height - good, good);
    }
}

static void
drill_day_bars_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 120;
}

static void
drill_day_bars_finalize (GObject *object)
{
  DrillDayBars *self = DRILL_DAY_BARS (object);

  g_free (self->answers);
  g_free (self->recalled);

  G_OBJECT_CLASS (drill_day_bars_parent_class)->finalize (object);
}

static void
drill_day_bars_class_init (DrillDayBarsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = drill_day_bars_finalize;
  widget_class->snapshot = drill_day_bars_snapshot;
  widget_class->measure = drill_day_bars_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
drill_day_bars_init (DrillDayBars *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Answers by day"),
                                  -1);
}

GtkWidget *
drill_day_bars_new (void)
{
  return g_object_new (DRILL_TYPE_DAY_BARS, NULL);
}

void
drill_day_bars_set_values (DrillDayBars *self,
                           const guint  *answers,
                           const guint  *recalled,
                           guint         n_days)
{
  g_autofree char *text = NULL;
  guint            total = 0;
  guint            active = 0;

  g_return_if_fail (DRILL_IS_DAY_BARS (self));

  g_free (self->answers);
  g_free (self->recalled);
  self->answers = g_memdup2 (answers, n_days * sizeof *answers);
  self->recalled = g_memdup2 (recalled, n_days * sizeof *recalled);
  self->n_days = n_days;
  self->highest = 0;
  for (guint i = 0; i < n_days; i++)
    {
      self->highest = MAX (self->highest, answers[i]);
      total += answers[i];
      active += answers[i] > 0;
    }

  /* Translators: answers given, days with answers, days looked at, most answers in a day */
  text = g_strdup_printf (_("%u answers on %u of the last %u days, at most %u a day"),
                          total,
                          active,
                          n_days,
                          self->highest);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
