/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* The words that tell letters of options from other letters. */

#include "config.h"

#include "study/option-words.h"

static const char *const nouns[] = {
  "option", "options", "answer", "answers", "choice", "choices", "alternative", "alternatives", NULL,
};

static const char *const statements[] = {
  "statement", "statements", "letter", "letters", "claim", "claims", NULL,
};

static const char *const things[] = {
  "account",  "accounts",  "app",       "apps",       "box",      "boxes",    "branch",    "branches",  "broker",
  "brokers",  "bucket",    "buckets",   "caller",     "category", "cell",     "class",     "classes",   "client",
  "clients",  "cluster",   "clusters",  "column",     "columns",  "commit",   "commits",   "company",   "component",
  "components", "consumer", "consumers", "container", "containers", "customer", "customers", "database", "databases",
  "datacenter", "device",  "devices",   "endpoint",   "endpoints", "event",   "events",    "experiment", "file",
  "files",    "function",  "functions", "grade",      "grades",   "group",    "groups",    "hepatitis", "host",
  "hosts",    "instance",  "instances", "job",        "jobs",     "key",      "keys",      "lock",
  "locks",    "machine",   "machines",  "message",    "messages", "method",   "methods",   "module",    "modules",
  "mutex",    "network",   "networks",  "node",       "nodes",    "object",   "objects",   "package",   "packages",
  "partition", "partitions", "phase",   "plan",       "plans",    "pod",      "pods",      "point",     "points",
  "process",  "processes", "producer",  "producers",  "promise",  "promises", "queue",     "queues",    "record",
  "records",  "region",    "regions",   "replica",    "replicas", "request",  "requests",  "resource",  "resources",
  "row",      "rows",      "server",    "servers",    "service",  "services", "set",       "sets",      "shard",
  "shards",   "site",      "sites",     "stage",      "step",     "steps",    "string",    "subnet",    "system",
  "systems",  "table",     "tables",    "task",       "tasks",    "team",     "teams",     "tenant",    "tenants",
  "test",     "thread",    "threads",   "topic",      "topics",   "transaction", "transactions", "type", "types",
  "user",     "users",     "variant",   "variants",   "version",  "versions", "vertex",    "vitamin",   "vitamins",
  "worker",   "workers",   "zone",      "zones",      NULL,
};

static const char *const openers[] = {
  "both",  "neither", "either",  "only",  "not",      "unlike",   "while", "whereas",   "and",  "or",      "nor",
  "so",    "but",     "because", "since", "than",     "with",     "by",    "that",      "then", "thus",    "hence",
  "if",    "though",  "although", "like", "as",       "why",      "which", "yes",       "no",   "also",    "here",
  "however", "therefore", "of",  "except", "besides", "choose",   "chose", "choosing",  "pick", "picking", "select",
  "selecting", "eliminate", "eliminates", "excludes", NULL,
};

static const char *const enders[] = {
  "than", "unlike", "only", "not", "except", "besides", "why", "neither", "correct", "choose", "pick", "select", NULL,
};

static const char *const deeds[] = {
  "is",     "isn't",   "was",     "wasn't",  "would",     "wouldn't", "will",     "won't",  "does",   "doesn't",
  "did",    "didn't",  "can",     "can't",   "cannot",    "could",    "couldn't", "has",    "had",    "hasn't",
  "may",    "might",   "must",    "should",  "shouldn't", "only",     "also",     "alone",  "fails",  "works",
  "solves", "ignores", "describes", "means", "misses",    "confuses", "treats",   "assumes", "helps", "hides",
  "makes",  "needs",   "looks",   "sounds",  "says",      "names",    "claims",   "gives",  "adds",   "blocks",
  "leaves", "mixes",   "skips",   "trades",  "merely",    "wrongly",  "correctly", "just",  NULL,
};

static const char *const judged[] = {
  "option", "options", "answer",    "answers", "choice",  "choices", "alternative", "one",   "correct",
  "right",  "wrong",   "incorrect", "key",     "keys",    "solution", "best",       "trap",  "true",
  "false",  NULL,
};

static const char *const verdicts[] = {
  "trap",   "myth",  "distractor", "mistake", "misreading", "misconception", "symptom", "guess",     "good",
  "bad",    "better", "poor",      "common",  "classic",    "popular",       "plausible", "tempting", "half",
  "partial", "red",  "true",       "false",   "correct",    "right",         "wrong",   "real",      "side",
  "different", "separate", "consequence", "confusion", "decoy", "lesser", "weaker", "stronger", "valid", NULL,
};

static const char *const languages[] = {
  "Rust", "Java", "Python", "Fortran", "Zig", "Pascal", "Objective", "compiler", "malloc", "libc", "glibc", "pointers", NULL,
};

static const char *const *const lists[DRILL_OPTION_N_WORDS] = {
  nouns, statements, things, openers, enders, deeds, judged, verdicts, languages,
};

gboolean
drill_option_word_is (DrillOptionWord kind,
                      const char     *word)
{
  g_return_val_if_fail (kind < DRILL_OPTION_N_WORDS && word != NULL, FALSE);

  return g_strv_contains (lists[kind], word);
}
