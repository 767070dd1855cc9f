/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * One file of a pack, from bytes to items:
 *
 *     bytes --scanner--> lines --classify--> senses --reader--> items --lint-->
 *
 * Problems are collected on the way and handed over in the order of their lines.
 * A file that holds nothing for us, such as a README, gives an empty chapter, and
 * nobody wants to hear how it could be a better one.
 */

#include "config.h"

#include "pack/chapter.h"

#include "pack/blocks.h"
#include "pack/classify.h"
#include "pack/dialects/bank.h"
#include "pack/dialects/dialect.h"
#include "pack/dialects/evidence.h"
#include "pack/lint.h"
#include "pack/reader.h"
#include "pack/scanner.h"

static void
reference_free (gpointer data)
{
  DrillReference *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self->url);
  g_free (self);
}

/* An empty one, for the readers. */
DrillChapter *
drill_chapter_new (void)
{
  DrillChapter *self = g_new0 (DrillChapter, 1);

  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_item_free);
  self->references = g_ptr_array_new_with_free_func (reference_free);

  return self;
}

void
drill_chapter_free (DrillChapter *self)
{
  if (self == NULL)
    return;

  g_free (self->pack_id);
  g_free (self->version);
  g_free (self->language);
  g_free (self->licence);
  g_free (self->title);
  g_free (self->introduction);
  g_free (self->tips);
  g_free (self->summary);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->references);
  g_free (self);
}

static void
hand_over (DrillDiagnostics *found,
           DrillDiagnostics *diagnostics,
           gboolean          errors_only)
{
  drill_diagnostics_sort (found);
  if (!errors_only)
    {
      drill_diagnostics_take_all (diagnostics, found);
      return;
    }

  for (guint i = 0; i < drill_diagnostics_get_length (found); i++)
    {
      const DrillDiagnostic *problem = drill_diagnostics_get (found, i);

      if (problem->severity == DRILL_SEVERITY_ERROR)
        drill_diagnostics_add (diagnostics,
                               problem->file,
                               problem->line,
                               problem->column,
                               problem->severity,
                               problem->code,
                               "%s",
                               problem->text);
    }
}

/* Reads a file by the rules of our own format. */
static DrillChapter *
parse_pack (const char       *name,
            const char       *text,
            gsize             length,
            const char       *folder,
            DrillDiagnostics *found,
            DrillEvidence    *evidence)
{
  DrillChapter           *self = drill_chapter_new ();
  g_autoptr (DrillSource) source = drill_source_new (name, text, length, found);

  drill_classify (source);
  *evidence = drill_evidence_weigh (source);
  drill_reader_read (source, self);
  if (self->items->len > 0)
    {
      drill_lint_chapter (source, self);
      drill_lint_lines (source, folder);
    }

  return self;
}

static guint
count_mcqs (const DrillChapter *self)
{
  guint count = 0;

  for (guint i = 0; i < self->items->len; i++)
    count += ((DrillItem *) g_ptr_array_index (self->items, i))->kind == DRILL_ITEM_MCQ;

  return count;
}

/* Whether what was read as a bank says more than what was read as a pack. */
static gboolean
is_better (const DrillChapter     *bank,
           const DrillDiagnostics *told,
           const DrillChapter     *pack,
           DrillEvidence           evidence)
{
  guint n_bank = count_mcqs (bank);
  guint n_pack = count_mcqs (pack);

  if (evidence == DRILL_EVIDENCE_SECTIONS)
    return n_bank > n_pack
           || (n_bank == n_pack && pack->items->len == 0 && bank->items->len > 0);
  if (n_bank > 0 || drill_diagnostics_count (told, DRILL_SEVERITY_ERROR) > 0)
    return n_bank >= n_pack;

  return bank->items->len > 0 && bank->items->len >= pack->items->len;
}

static DrillChapter *
parse (const char       *name,
       const char       *text,
       gsize             length,
       const char       *folder,
       DrillDiagnostics *diagnostics)
{
  g_autoptr (DrillDiagnostics) found = drill_diagnostics_new ();
  g_autoptr (DrillDiagnostics) other = drill_diagnostics_new ();
  g_autoptr (DrillChapter)     self = NULL;
  g_autoptr (DrillChapter)     bank = NULL;
  DrillEvidence                evidence;

  bank = drill_chapter_new ();
  if (drill_dialect_read (name, text, length, bank, other))
    {
      hand_over (other, diagnostics, FALSE);
      return g_steal_pointer (&bank);
    }
  self = parse_pack (name, text, length, folder, found, &evidence);
  if (self->pack_id == NULL && evidence != DRILL_EVIDENCE_LABELS)
    {
      drill_bank_read (name, text, length, bank, other, folder);
      if (is_better (bank, other, self, evidence))
        {
          hand_over (other, diagnostics, bank->items->len == 0);
          return g_steal_pointer (&bank);
        }
    }
  hand_over (found, diagnostics, self->items->len == 0 && self->pack_id == NULL);

  return g_steal_pointer (&self);
}

/**
 * drill_chapter_parse:
 * @name: path to show in messages
 * @text: any bytes; @length of them
 * @diagnostics: gets what is wrong, in the order of the lines
 *
 * Returns: (transfer full): what is sound in the text, perhaps nothing
 */
DrillChapter *
drill_chapter_parse (const char       *name,
                     const char       *text,
                     gsize             length,
                     DrillDiagnostics *diagnostics)
{
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (text != NULL || length == 0, NULL);
  g_return_val_if_fail (diagnostics != NULL, NULL);

  return parse (name, text != NULL ? text : "", length, NULL, diagnostics);
}

/* Reads at most one byte more than is allowed, whatever the file says of itself. */
static GByteArray *
read_file (const char   *path,
           GCancellable *cancellable,
           GError      **error)
{
  g_autoptr (GFile)            file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray)       bytes = NULL;
  gsize                        length = 0;
  gsize                        room = 64 * 1024;

  if (stream == NULL)
    return NULL;

  bytes = g_byte_array_new ();
  while (length <= DRILL_CHAPTER_MAX_BYTES)
    {
      gssize got;

      g_byte_array_set_size (bytes, length + room);
      got = g_input_stream_read (G_INPUT_STREAM (stream),
                                 bytes->data + length,
                                 room,
                                 cancellable,
                                 error);
      if (got < 0)
        return NULL;
      if (got == 0)
        break;
      length += got;
      room = MIN (MAX (length, room), DRILL_CHAPTER_MAX_BYTES + 1);
    }
  g_byte_array_set_size (bytes, length);

  return g_steal_pointer (&bytes);
}

/**
 * drill_chapter_load:
 * @path: file to read
 * @name: path to show in messages
 *
 * Returns: (transfer full): as drill_chapter_parse(), or NULL with @error when the
 *   file cannot be read
 */
DrillChapter *
drill_chapter_load (const char       *path,
                    const char       *name,
                    DrillDiagnostics *diagnostics,
                    GCancellable     *cancellable,
                    GError          **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  g_autofree char       *folder = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (diagnostics != NULL, NULL);

  bytes = read_file (path, cancellable, error);
  if (bytes == NULL)
    return NULL;
  folder = g_path_get_dirname (path);

  return parse (name, (const char *) bytes->data, bytes->len, folder, diagnostics);
}
