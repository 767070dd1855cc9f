/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Lines of buttons, broken like words of a text. A flow box would give all
 * buttons below each other the width of the widest.
 */

#include "config.h"

#include "ui/incident/wrap-layout.h"

struct _DrillWrapLayout
{
  GtkLayoutManager parent_instance;

  int              spacing;
};

/* One line: the children from @first on. */
typedef struct
{
  GtkWidget *first;
  guint      n;
  int        height;
} Line;

G_DEFINE_FINAL_TYPE (DrillWrapLayout, drill_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static int
child_width (GtkWidget *child,
             int        width)
{
  int minimum;
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);

  return CLAMP (natural, minimum, MAX (minimum, width));
}

/* Returns: FALSE when there is no child at @first */
static gboolean
take_line (DrillWrapLayout *self,
           GtkWidget       *first,
           int              width,
           Line            *line,
           GtkWidget      **next)
{
  int x = 0;

  *line = (Line){ first, 0, 0 };
  while (first != NULL)
    {
      int this_width = child_width (first, width);
      int height;

      if (line->n > 0 && x + this_width > width)
        break;
      gtk_widget_measure (first, GTK_ORIENTATION_VERTICAL, this_width, NULL, &height, NULL, NULL);
      line->height = MAX (line->height, height);
      line->n++;
      x += this_width + self->spacing;
      first = next_shown (gtk_widget_get_next_sibling (first));
    }
  *next = first;

  return line->n > 0;
}

static GtkSizeRequestMode
drill_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                    GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure_height (DrillWrapLayout *self,
                GtkWidget       *widget,
                int              width)
{
  GtkWidget *next = next_shown (gtk_widget_get_first_child (widget));
  int        height = 0;
  Line       line;

  while (take_line (self, next, width, &line, &next))
    height += line.height + self->spacing;

  return MAX (height - self->spacing, 0);
}

static void
drill_wrap_layout_measure (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           GtkOrientation    orientation,
                           int               for_size,
                           int              *minimum,
                           int              *natural,
                           int              *minimum_baseline,
                           int              *natural_baseline)
{
  DrillWrapLayout *self = DRILL_WRAP_LAYOUT (manager);
  int              widest = 0;
  int              sum = 0;

  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int child_minimum;
      int child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      widest = MAX (widest, child_minimum);
      sum += child_natural + self->spacing;
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = MAX (widest, sum - self->spacing);
    }
  else
    {
      *minimum = *natural = measure_height (self, widget, for_size >= 0 ? for_size : MAX (widest, sum));
    }
}

static void
drill_wrap_layout_allocate (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            int               width,
                            int               height,
                            int               baseline)
{
  DrillWrapLayout *self = DRILL_WRAP_LAYOUT (manager);
  GtkWidget       *next = next_shown (gtk_widget_get_first_child (widget));
  gboolean         rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int              y = 0;
  Line             line;

  while (take_line (self, next, width, &line, &next))
    {
      GtkWidget *child = line.first;
      int        x = 0;

      for (guint i = 0; i < line.n; i++)
        {
          int           this_width = child_width (child, width);
          GtkAllocation place = { rtl ? width - x - this_width : x, y, this_width, line.height };

          gtk_widget_size_allocate (child, &place, -1);
          x += this_width + self->spacing;
          child = next_shown (gtk_widget_get_next_sibling (child));
        }
      y += line.height + self->spacing;
    }
}

static void
drill_wrap_layout_class_init (DrillWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = drill_wrap_layout_get_request_mode;
  layout_class->measure = drill_wrap_layout_measure;
  layout_class->allocate = drill_wrap_layout_allocate;
}

static void
drill_wrap_layout_init (DrillWrapLayout *self)
{
}

GtkLayoutManager *
drill_wrap_layout_new (int spacing)
{
  DrillWrapLayout *self = g_object_new (DRILL_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;

  return GTK_LAYOUT_MANAGER (self);
}
