/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "library/catalogue.h"
#include "library/import-report.h"
#include "library/item-query.h"
#include "library/item-record.h"
#include "store/database.h"

G_BEGIN_DECLS

/* The items that one can study, for the main thread: every call returns at once
 * and answers in a callback. Emits "changed" after an import. */
#define DRILL_TYPE_LIBRARY (drill_library_get_type ())
G_DECLARE_FINAL_TYPE (DrillLibrary, drill_library, DRILL, LIBRARY, GObject)

DrillLibrary      *drill_library_new                  (DrillDatabase         *database) G_GNUC_WARN_UNUSED_RESULT;

void               drill_library_import_async         (DrillLibrary          *self,
                                                       const char *const     *paths,
                                                       GCancellable          *cancellable,
                                                       GAsyncReadyCallback    callback,
                                                       gpointer               user_data);
DrillImportReport *drill_library_import_finish        (DrillLibrary          *self,
                                                       GAsyncResult          *result,
                                                       GError               **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean           drill_library_is_importing         (DrillLibrary          *self);
double             drill_library_get_import_progress  (DrillLibrary          *self);

void               drill_library_query_async          (DrillLibrary          *self,
                                                       const DrillItemFilter *filter,
                                                       GCancellable          *cancellable,
                                                       GAsyncReadyCallback    callback,
                                                       gpointer               user_data);
GPtrArray         *drill_library_query_finish         (DrillLibrary          *self,
                                                       GAsyncResult          *result,
                                                       GError               **error) G_GNUC_WARN_UNUSED_RESULT;

void               drill_library_load_item_async      (DrillLibrary          *self,
                                                       const char            *key,
                                                       GCancellable          *cancellable,
                                                       GAsyncReadyCallback    callback,
                                                       gpointer               user_data);
DrillItemRecord   *drill_library_load_item_finish     (DrillLibrary          *self,
                                                       GAsyncResult          *result,
                                                       GError               **error) G_GNUC_WARN_UNUSED_RESULT;

void               drill_library_load_catalogue_async  (DrillLibrary         *self,
                                                        GCancellable         *cancellable,
                                                        GAsyncReadyCallback   callback,
                                                        gpointer              user_data);
DrillCatalogue    *drill_library_load_catalogue_finish (DrillLibrary         *self,
                                                        GAsyncResult         *result,
                                                        GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
