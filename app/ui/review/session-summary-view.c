/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* The end of a session. */

#include "config.h"

#include "ui/review/session-summary-view.h"

#include "ui/format/format.h"
#include "ui/widgets/button-names.h"

#include <glib/gi18n.h>
#include <math.h>

/* More than these would not be read. */
#define MAX_HARD  5
#define MAX_MOVES 5

/* A topic that moved by less stays as it was. */
#define LEAST_MOVE 0.005

struct _DrillSessionSummaryView
{
  AdwBin    parent_instance;

  GtkLabel *tomorrow; /* (nullable): of a session without answers */
};

G_DEFINE_FINAL_TYPE (DrillSessionSummaryView, drill_session_summary_view, ADW_TYPE_BIN)

static char *
describe (const DrillSessionSummary *summary,
          gint64                     returns_in_ms)
{
  g_autofree char *duration = drill_format_duration (summary->duration_ms);
  g_autofree char *cards = NULL;
  g_autofree char *when = NULL;

  cards = g_strdup_printf (ngettext ("%u card", "%u cards", summary->cards), summary->cards);
  if (returns_in_ms <= 0)
    return g_strdup_printf ("%s · %s", cards, duration);

  when = drill_format_duration (returns_in_ms);

  /* Translators: "12 cards", "9 min", then how long until a card comes back */
  return g_strdup_printf (_("%s · %s\nThe next one comes back in %s."), cards, duration, when);
}

static GtkWidget *
grade_new (const char *name,
           guint       count)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget       *number;
  GtkWidget       *label = gtk_label_new (name);
  g_autofree char *text = g_strdup_printf ("%u", count);

  number = gtk_label_new (text);
  gtk_widget_add_css_class (number, "title-1");
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_hexpand (box, TRUE);

  return box;
}

static GtkWidget *
grades_new (const DrillSessionSummary *summary)
{
  const char *const names[] = { _("Again"), _("Hard"), _("Good"), _("Easy") };
  GtkWidget        *grades = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  for (guint i = 0; i < DRILL_N_RATINGS; i++)
    gtk_box_append (GTK_BOX (grades), grade_new (names[i], summary->ratings[i]));

  return grades;
}

static GtkWidget *
row_new (const char *title,
         const char *detail)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *label = gtk_label_new (detail);
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);

  return row;
}

static GtkWidget *
hard_new (GPtrArray  *hard,
          GHashTable *titles)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("What Was Hard"));
  for (guint i = 0; i < hard->len && i < MAX_HARD; i++)
    {
      const DrillHardCard *card = g_ptr_array_index (hard, i);
      const char          *title = g_hash_table_lookup (titles, card->key);
      g_autofree char     *detail = NULL;
      GtkWidget           *row;

      if (card->again > 0)
        detail = g_strdup_printf (ngettext ("%u × Again", "%u × Again", card->again), card->again);
      else
        detail = g_strdup_printf (ngettext ("%u × Hard", "%u × Hard", card->hard), card->hard);
      row = row_new (title != NULL ? title : card->key, detail);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-item");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", card->key);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }

  return group;
}

/* Returns: (nullable): NULL when no topic moved */
static GtkWidget *
moves_new (GPtrArray *moves)
{
  GtkWidget *group = NULL;
  guint      n_shown = 0;

  for (guint i = 0; i < moves->len && n_shown < MAX_MOVES; i++)
    {
      const DrillTopicMove *move = g_ptr_array_index (moves, i);
      g_autofree char      *title = NULL;
      g_autofree char      *detail = NULL;

      if (fabs (move->after - move->before) < LEAST_MOVE)
        continue;
      if (group == NULL)
        {
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Topics That Moved"));
          adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                                 _("Expected recall of these cards in a week"));
        }
      title = drill_format_topic (move->slug);

      /* Translators: shares before and after the session, "48 % → 71 %" */
      detail = g_strdup_printf (_("%.0f %% → %.0f %%"), move->before * 100, move->after * 100);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row_new (title, detail));
      n_shown++;
    }

  return group;
}

static GtkWidget *
done_button_new (void)
{
  GtkWidget *done = gtk_button_new_with_mnemonic (_("_Done"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (done), "win.end-session");
  gtk_widget_set_halign (done, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (done, "pill");
  gtk_widget_add_css_class (done, "suggested-action");

  return done;
}

static void
fill (DrillSessionSummaryView *self,
      GtkBox                  *content,
      DrillSession            *session,
      gint64                   now_ms,
      GHashTable              *titles)
{
  g_autoptr (DrillSessionReport) report = drill_session_report (session, now_ms);
  DrillSessionSummary            summary = drill_session_get_summary (session);
  GtkWidget                     *moves = moves_new (report->moves);

  gtk_box_append (content, grades_new (&summary));
  self->tomorrow = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->tomorrow, TRUE);
  gtk_label_set_justify (self->tomorrow, GTK_JUSTIFY_CENTER);
  gtk_box_append (content, GTK_WIDGET (self->tomorrow));
  gtk_box_append (content, done_button_new ());
  if (report->hard->len > 0)
    gtk_box_append (content, hard_new (report->hard, titles));
  if (moves != NULL)
    gtk_box_append (content, moves);
}

static void
drill_session_summary_view_class_init (DrillSessionSummaryViewClass *klass)
{
}

static void
drill_session_summary_view_init (DrillSessionSummaryView *self)
{
}

/* @returns_in_ms: until the first card that is still being learned comes back, 0 for
 * none; @titles: key to title of the cards */
GtkWidget *
drill_session_summary_view_new (DrillSession *session,
                           gint64        now_ms,
                           gint64        returns_in_ms,
                           GHashTable   *titles)
{
  DrillSessionSummaryView *self;
  DrillSessionSummary      summary;
  GtkWidget               *page = adw_status_page_new ();
  GtkWidget               *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget               *clamp = adw_clamp_new ();
  g_autofree char         *description = NULL;

  g_return_val_if_fail (session != NULL && titles != NULL, NULL);

  self = g_object_new (DRILL_TYPE_SESSION_SUMMARY_VIEW, NULL);
  summary = drill_session_get_summary (session);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "emblem-ok-symbolic");
  if (summary.answers > 0)
    {
      description = describe (&summary, returns_in_ms);
      adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Session Complete"));
      adw_status_page_set_description (ADW_STATUS_PAGE (page), description);
      fill (self, GTK_BOX (content), session, now_ms, titles);
    }
  else
    {
      adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Nothing Is Due"));
      adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                       _("Choose something from the library if you want more."));
      gtk_box_append (GTK_BOX (content), done_button_new ());
    }
  drill_clean_button_names (content);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 480);
  adw_clamp_set_child (ADW_CLAMP (clamp), content);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), clamp);
  adw_bin_set_child (ADW_BIN (self), page);

  return GTK_WIDGET (self);
}

/* @cards: how many are due tomorrow */
void
drill_session_summary_view_set_tomorrow (DrillSessionSummaryView *self,
                                    guint                    cards)
{
  g_autofree char *text = NULL;

  g_return_if_fail (DRILL_IS_SESSION_SUMMARY_VIEW (self));

  if (self->tomorrow == NULL)
    return;

  text = cards > 0 ? g_strdup_printf (ngettext ("%u card comes tomorrow.", "%u cards come tomorrow.", cards), cards)
                   : g_strdup (_("Nothing comes tomorrow so far."));
  gtk_label_set_label (self->tomorrow, text);
}
