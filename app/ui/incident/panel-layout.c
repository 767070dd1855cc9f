/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * A grid whose number of columns follows its width.
 *
 *   +------+------+------+
 *   |  1   |  2   |  3   |   a row is as high as its highest child
 *   +------+------+------+
 *   |  4   |  5   |
 *   +------+------+
 */

#include "config.h"

#include "ui/incident/panel-layout.h"

struct _DrillPanelLayout
{
  GtkLayoutManager parent_instance;

  int              column_width; /* a column is never narrower where two fit */
  int              max_columns;
  int              spacing;
};

G_DEFINE_FINAL_TYPE (DrillPanelLayout, drill_panel_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static int
count_shown (GtkWidget *widget)
{
  int n = 0;

  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    n++;

  return n;
}

static int
count_columns (DrillPanelLayout *self,
               GtkWidget        *widget,
               int               width)
{
  int fitting = (width + self->spacing) / (self->column_width + self->spacing);

  return CLAMP (MIN (fitting, count_shown (widget)), 1, self->max_columns);
}

/* Visits the rows at @width; with @allocate also places the children. Returns
 * the height of all. */
static int
walk_rows (DrillPanelLayout *self,
           GtkWidget        *widget,
           int               width,
           gboolean          minimal,
           gboolean          allocate)
{
  int        columns = count_columns (self, widget, width);
  int        column = (width - (columns - 1) * self->spacing) / columns;
  GtkWidget *first = next_shown (gtk_widget_get_first_child (widget));
  gboolean   rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int        y = 0;

  while (first != NULL)
    {
      GtkWidget *child = first;
      int        height = 0;

      for (int i = 0; i < columns && child != NULL; i++)
        {
          int minimum;
          int natural;

          gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column, &minimum, &natural, NULL, NULL);
          height = MAX (height, minimal ? minimum : natural);
          child = next_shown (gtk_widget_get_next_sibling (child));
        }
      child = first;
      for (int i = 0; i < columns && child != NULL; i++)
        {
          GtkAllocation place = { i * (column + self->spacing), y, column, height };

          if (rtl)
            place.x = width - column - place.x;
          if (allocate)
            gtk_widget_size_allocate (child, &place, -1);
          child = next_shown (gtk_widget_get_next_sibling (child));
        }
      y += height + self->spacing;
      first = child;
    }

  return MAX (y - self->spacing, 0);
}

static GtkSizeRequestMode
drill_panel_layout_get_request_mode (GtkLayoutManager *manager,
                                     GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
drill_panel_layout_measure (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            GtkOrientation    orientation,
                            int               for_size,
                            int              *minimum,
                            int              *natural,
                            int              *minimum_baseline,
                            int              *natural_baseline)
{
  DrillPanelLayout *self = DRILL_PANEL_LAYOUT (manager);
  int               widest = 0;

  *minimum = *natural = 0;
  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int child_minimum;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, NULL, NULL, NULL);
      widest = MAX (widest, child_minimum);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = MAX (widest, self->column_width * 2 + self->spacing);
    }
  else
    {
      int width = for_size >= 0 ? for_size : MAX (widest, self->column_width);

      *minimum = walk_rows (self, widget, width, TRUE, FALSE);
      *natural = walk_rows (self, widget, width, FALSE, FALSE);
    }
}

static void
drill_panel_layout_allocate (GtkLayoutManager *manager,
                             GtkWidget        *widget,
                             int               width,
                             int               height,
                             int               baseline)
{
  DrillPanelLayout *self = DRILL_PANEL_LAYOUT (manager);
  gboolean          short_of = height < walk_rows (self, widget, width, FALSE, FALSE);

  walk_rows (self, widget, width, short_of, TRUE);
}

static void
drill_panel_layout_class_init (DrillPanelLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = drill_panel_layout_get_request_mode;
  layout_class->measure = drill_panel_layout_measure;
  layout_class->allocate = drill_panel_layout_allocate;
}

static void
drill_panel_layout_init (DrillPanelLayout *self)
{
}

GtkLayoutManager *
drill_panel_layout_new (int column_width,
                        int max_columns,
                        int spacing)
{
  DrillPanelLayout *self = g_object_new (DRILL_TYPE_PANEL_LAYOUT, NULL);

  self->column_width = column_width;
  self->max_columns = max_columns;
  self->spacing = spacing;

  return GTK_LAYOUT_MANAGER (self);
}
