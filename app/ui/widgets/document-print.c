/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * A document on paper.
 *
 * Each paragraph becomes a layout, each line of it is put on a page: a long
 * paragraph may go over to the next page, a heading never stands alone at the
 * foot of one.
 */

#include "config.h"

#include "ui/widgets/document-print.h"

#include "pack/blocks.h"
#include "ui/widgets/chart/chart-render.h"

#include <math.h>

#define MARGIN_POINTS 54
#define CHART_HEIGHT 190
#define INDENT 14

typedef struct
{
  DrillParagraphKind kind;
  PangoLayout       *layout; /* (nullable): of a chart */
  double             indent;
} Piece;

/* A line of a piece, or a whole chart, at its place. */
typedef struct
{
  guint  piece;
  int    line;
  guint  page;
  double y; /* of the baseline, of a chart of its top */
} Placed;

typedef struct
{
  GPtrArray       *document;
  DrillChartModel *chart;
  GArray          *pieces;
  GArray          *placed;
} Print;

static void
piece_clear (gpointer data)
{
  g_clear_object (&((Piece *) data)->layout);
}

static const char *
font_of (DrillParagraphKind kind)
{
  switch (kind)
    {
    case DRILL_PARAGRAPH_TITLE:
      return "Sans Bold 18";
    case DRILL_PARAGRAPH_HEADING:
      return "Sans Bold 12";
    case DRILL_PARAGRAPH_QUOTE:
      return "Sans Italic 9.5";
    case DRILL_PARAGRAPH_TEXT:
    case DRILL_PARAGRAPH_BULLET:
    case DRILL_PARAGRAPH_CHART:
    default:
      return "Sans 9.5";
    }
}

static double
space_before (DrillParagraphKind kind)
{
  switch (kind)
    {
    case DRILL_PARAGRAPH_TITLE:
      return 0;
    case DRILL_PARAGRAPH_HEADING:
      return 16;
    case DRILL_PARAGRAPH_BULLET:
    case DRILL_PARAGRAPH_QUOTE:
      return 3;
    case DRILL_PARAGRAPH_TEXT:
    case DRILL_PARAGRAPH_CHART:
    default:
      return 7;
    }
}

static void
add_piece (Print                *self,
           GtkPrintContext      *context,
           const DrillParagraph *paragraph)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (font_of (paragraph->kind));
  g_autofree char                 *plain = NULL;
  g_autofree char                 *text = NULL;
  Piece                            piece = { paragraph->kind, NULL, 0 };

  if (paragraph->kind != DRILL_PARAGRAPH_CHART)
    {
      plain = paragraph->kind == DRILL_PARAGRAPH_QUOTE ? g_strdup (paragraph->markdown)
                                                        : g_strchomp (drill_markdown_to_plain (paragraph->markdown));
      text = paragraph->kind == DRILL_PARAGRAPH_BULLET ? g_strdup_printf ("•  %s", plain) : g_strdup (plain);
      piece.indent = paragraph->kind == DRILL_PARAGRAPH_QUOTE ? INDENT : 0;
      piece.layout = gtk_print_context_create_pango_layout (context);
      pango_layout_set_font_description (piece.layout, font);
      pango_layout_set_wrap (piece.layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_width (piece.layout, (int) ((gtk_print_context_get_width (context) - piece.indent) * PANGO_SCALE));
      if (paragraph->kind == DRILL_PARAGRAPH_BULLET)
        pango_layout_set_indent (piece.layout, -INDENT * PANGO_SCALE);
      pango_layout_set_text (piece.layout, text, -1);
    }
  g_array_append_val (self->pieces, piece);
}

static void
put (Print *self,
     guint  piece,
     int    line,
     guint  page,
     double y)
{
  Placed placed = { piece, line, page, y };

  g_array_append_val (self->placed, placed);
}

/* Puts the lines of @piece from *@y on; goes to the next page where needed. */
static void
put_text (Print *self,
          guint  index,
          double page_height,
          guint *page,
          double *y)
{
  const Piece     *piece = &g_array_index (self->pieces, Piece, index);
  PangoLayoutIter *iter = pango_layout_get_iter (piece->layout);
  int              line = 0;

  do
    {
      PangoRectangle extents;
      double         height;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      height = (double) extents.height / PANGO_SCALE;
      if (*y + height > page_height)
        {
          ++*page;
          *y = 0;
        }
      put (self, index, line++, *page, *y + (double) PANGO_ASCENT (extents) / PANGO_SCALE);
      *y += height;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
begin_cb (GtkPrintOperation *operation,
          GtkPrintContext   *context,
          gpointer           data)
{
  Print *self = data;
  double page_height = gtk_print_context_get_height (context);
  guint  page = 0;
  double y = 0;

  for (guint i = 0; i < self->document->len; i++)
    {
      const DrillParagraph *paragraph = g_ptr_array_index (self->document, i);

      add_piece (self, context, paragraph);
      if (paragraph->kind == DRILL_PARAGRAPH_CHART && self->chart == NULL)
        continue;
      if (y > 0)
        y += space_before (paragraph->kind);
      if ((paragraph->kind == DRILL_PARAGRAPH_HEADING && y + 60 > page_height) ||
          (paragraph->kind == DRILL_PARAGRAPH_CHART && y + CHART_HEIGHT > page_height))
        {
          page++;
          y = 0;
        }
      if (paragraph->kind == DRILL_PARAGRAPH_CHART)
        {
          put (self, i, 0, page, y);
          y += CHART_HEIGHT;
        }
      else
        {
          put_text (self, i, page_height, &page, &y);
        }
    }
  gtk_print_operation_set_n_pages (operation, (int) page + 1);
}

static void
draw_chart (Print           *self,
            GtkPrintContext *context,
            cairo_t         *cr,
            double           y)
{
  g_autoptr (PangoLayout)          layout = gtk_print_context_create_pango_layout (context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans 7");
  DrillChartColors                 colors = { { 0, 0, 0, 1 }, FALSE };
  DrillChartGeometry               geometry;

  pango_layout_set_font_description (layout, font);
  drill_chart_geometry_compute (&geometry, self->chart, layout, gtk_print_context_get_width (context), CHART_HEIGHT - 16);
  cairo_save (cr);
  cairo_translate (cr, 0, y);
  drill_chart_render (cr, self->chart, &geometry, &colors, layout);

  /* Which line is whose: a sample of each and its name. */
  for (guint i = 0; i < drill_chart_model_get_n_series (self->chart); i++)
    {
      double x = 40 + 140.0 * i;

      cairo_save (cr);
      drill_chart_set_line (cr, i, FALSE);
      cairo_move_to (cr, x, CHART_HEIGHT - 7);
      cairo_line_to (cr, x + 24, CHART_HEIGHT - 7);
      cairo_stroke (cr);
      cairo_restore (cr);
      cairo_set_source_rgb (cr, 0, 0, 0);
      cairo_move_to (cr, x + 30, CHART_HEIGHT - 12);
      pango_layout_set_text (layout, drill_chart_series_get_label (drill_chart_model_get_series (self->chart, i)), -1);
      pango_cairo_show_layout (cr, layout);
    }
  cairo_restore (cr);
}

static void
draw_cb (GtkPrintOperation *operation,
         GtkPrintContext   *context,
         int                page,
         gpointer           data)
{
  Print   *self = data;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  for (guint i = 0; i < self->placed->len; i++)
    {
      const Placed *placed = &g_array_index (self->placed, Placed, i);
      const Piece  *piece = &g_array_index (self->pieces, Piece, placed->piece);

      if ((int) placed->page != page)
        continue;
      if (piece->layout == NULL)
        {
          draw_chart (self, context, cr, placed->y);
          continue;
        }
      cairo_set_source_rgb (cr, 0, 0, 0);
      /* The first line of a bullet stands out by its indent. */
      cairo_move_to (cr,
                     piece->indent + (piece->kind == DRILL_PARAGRAPH_BULLET && placed->line > 0 ? INDENT : 0),
                     placed->y);
      pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (piece->layout, placed->line));
    }
}

gboolean
drill_document_print_to_pdf (GPtrArray       *document,
                             DrillChartModel *chart,
                             GtkWindow       *parent,
                             const char      *path,
                             GError         **error)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup)      setup = gtk_page_setup_new ();
  Print                         self = { document, chart, NULL, NULL };
  GtkPrintOperationResult       result;

  g_return_val_if_fail (document != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  self.pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (self.pieces, piece_clear);
  self.placed = g_array_new (FALSE, FALSE, sizeof (Placed));

  gtk_page_setup_set_top_margin (setup, MARGIN_POINTS, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, MARGIN_POINTS, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, MARGIN_POINTS, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, MARGIN_POINTS, GTK_UNIT_POINTS);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_export_filename (operation, path);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), &self);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), &self);
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, parent, error);

  g_array_unref (self.pieces);
  g_array_unref (self.placed);

  return result == GTK_PRINT_OPERATION_RESULT_APPLY;
}
