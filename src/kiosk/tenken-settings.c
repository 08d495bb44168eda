/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-settings.h"

#define SCHEMA "io.github.tenken.Tenken"

static GSettingsSchema *
find_schema (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GSettingsSchemaSource) source = NULL;

  if (program == NULL || !g_str_has_prefix (program, TENKEN_BUILD_DIR "/"))
    return NULL;
  source = g_settings_schema_source_new_from_directory (TENKEN_BUILD_DIR "/data",
                                                        g_settings_schema_source_get_default (), FALSE, NULL);
  return source != NULL ? g_settings_schema_source_lookup (source, SCHEMA, FALSE) : NULL;
}

GSettings *
tenken_settings_new (void)
{
  g_autoptr (GSettingsSchema) schema = find_schema ();

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : g_settings_new (SCHEMA);
}
