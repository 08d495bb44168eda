/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#define G_SETTINGS_ENABLE_BACKEND

#include "tenken-settings.h"

#include <gio/gsettingsbackend.h>

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

void
tenken_settings_restore (GSettings *copy,
                         GSettings *settings,
                         const char *const *keys)
{
  for (guint i = 0; keys[i] != NULL; i++) {
    g_autoptr (GVariant) value = g_settings_get_value (settings, keys[i]);

    g_settings_set_value (copy, keys[i], value);
  }
}

GSettings *
tenken_settings_new_copy (GSettings *settings)
{
  g_autoptr (GSettingsBackend) memory = g_memory_settings_backend_new ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;
  GSettings *copy;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  copy = g_settings_new_full (schema, memory, NULL);
  tenken_settings_restore (copy, settings, (const char *const *) keys);
  return copy;
}
