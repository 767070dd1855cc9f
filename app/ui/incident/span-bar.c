/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* One bar of a waterfall. A failed span has stripes, not only another colour. */

#include "config.h"

#include "ui/incident/span-bar.h"

#define MINIMUM_WIDTH 60
#define NATURAL_WIDTH 160
#define HEIGHT 12
#define LEAST_BAR 2.0
#define STRIPE 6.0

struct _DrillSpanBar
{
  GtkWidget parent_instance;

  double    start; /* of the trace's time, 0 to 1 */
  double    length;
  gboolean  failed;
};

G_DEFINE_FINAL_TYPE (DrillSpanBar, drill_span_bar, GTK_TYPE_WIDGET)

static void
drill_span_bar_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MINIMUM_WIDTH : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : HEIGHT;
}

static void
add_stripes (GtkSnapshot           *snapshot,
             const graphene_rect_t *bar)
{
  GdkRGBA  dark = { 0, 0, 0, 0.45 };
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bar);

  gdk_cairo_set_source_rgba (cr, &dark);
  cairo_set_line_width (cr, 2);
  for (double x = bar->origin.x - HEIGHT; x < bar->origin.x + bar->size.width; x += STRIPE)
    {
      cairo_move_to (cr, x, bar->origin.y + bar->size.height);
      cairo_line_to (cr, x + bar->size.height, bar->origin.y);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
drill_span_bar_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  DrillSpanBar   *self = DRILL_SPAN_BAR (widget);
  double          width = gtk_widget_get_width (widget);
  double          bar_width = MAX (self->length * width, LEAST_BAR);
  double          x = MIN (self->start * width, width - bar_width);
  graphene_rect_t bar = GRAPHENE_RECT_INIT (x, (gtk_widget_get_height (widget) - HEIGHT) / 2, bar_width, HEIGHT);
  GskRoundedRect  shape;
  GdkRGBA         color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gsk_rounded_rect_init_from_rect (&shape, &bar, MIN (3, bar_width / 2));
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &color, &bar);
  if (self->failed)
    add_stripes (snapshot, &bar);
  gtk_snapshot_pop (snapshot);
}

static void
drill_span_bar_class_init (DrillSpanBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = drill_span_bar_measure;
  widget_class->snapshot = drill_span_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "spanbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
drill_span_bar_init (DrillSpanBar *self)
{
}

GtkWidget *
drill_span_bar_new (void)
{
  return g_object_new (DRILL_TYPE_SPAN_BAR, NULL);
}

/* @start, @length: parts of the whole trace's time, 0 to 1 */
void
drill_span_bar_set (DrillSpanBar *self,
                    double        start,
                    double        length,
                    gboolean      failed)
{
  g_return_if_fail (DRILL_IS_SPAN_BAR (self));

  self->start = CLAMP (start, 0, 1);
  self->length = CLAMP (length, 0, 1 - self->start);
  self->failed = failed;
  if (failed)
    gtk_widget_add_css_class (GTK_WIDGET (self), "failed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "failed");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
