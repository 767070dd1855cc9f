/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The words that people write after a fence, and the GtkSourceView language
 * each one means. A word that is itself the id of a language needs no entry;
 * the view asks the language manager for it.
 */

#include "config.h"

#include "ui/widgets/code-language.h"

static const struct
{
  const char *word;
  const char *id;
} aliases[] = {
  { "bash", "sh" },
  { "c++", "cpp" },
  { "cjs", "js" },
  { "console", "sh" },
  { "cs", "c-sharp" },
  { "csharp", "c-sharp" },
  { "dockerfile", "docker" },
  { "golang", "go" },
  { "hcl", "terraform" },
  { "htm", "html" },
  { "javascript", "js" },
  { "javascriptreact", "jsx" },
  { "json5", "json" },
  { "jsonc", "json" },
  { "jsonl", "json" },
  { "kt", "kotlin" },
  { "make", "makefile" },
  { "md", "markdown" },
  { "mjs", "js" },
  { "mysql", "sql" },
  { "ndjson", "json" },
  { "node", "js" },
  { "patch", "diff" },
  { "plpgsql", "sql" },
  { "postgres", "sql" },
  { "postgresql", "sql" },
  { "protobuf", "proto" },
  { "ps1", "powershell" },
  { "psql", "sql" },
  { "py", "python3" },
  { "python", "python3" },
  { "rb", "ruby" },
  { "rs", "rust" },
  { "shell", "sh" },
  { "sqlite", "sql" },
  { "svg", "xml" },
  { "tf", "terraform" },
  { "ts", "typescript" },
  { "tsx", "typescript-jsx" },
  { "yml", "yaml" },
  { "zsh", "sh" },
};

char *
drill_code_language_id (const char *word)
{
  static const char *const plain[] = {
    "", "text", "txt", "plain", "plaintext", "log", "logs", "output", "none",
  };
  g_autofree char *lower = word != NULL ? g_ascii_strdown (word, -1) : NULL;

  if (lower == NULL)
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      if (g_str_equal (lower, plain[i]))
        return NULL;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (aliases); i++)
    {
      if (g_str_equal (lower, aliases[i].word))
        return g_strdup (aliases[i].id);
    }

  return g_steal_pointer (&lower);
}
