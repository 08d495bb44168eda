/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-language.h"

#include <glib/gi18n.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

static const char *current = "ja";
static const char *of_system = "ja";

/* A program that runs from the build tree speaks as the build tree does. */
static const char *
get_locale_dir (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  if (program != NULL && g_str_has_prefix (program, TENKEN_BUILD_DIR "/"))
    return TENKEN_BUILD_DIR "/po";
  return TENKEN_LOCALEDIR;
}

/* What the locale of the process asks for. */
static const char *
get_system_language (void)
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++) {
    if (g_str_has_prefix (names[i], "ja"))
      return "ja";
    if (g_str_has_prefix (names[i], "en"))
      return "en";
  }
  return "ja";
}

void
tenken_language_init (void)
{
  const char *locale = setlocale (LC_ALL, "");

  /* In the C locale nothing is ever translated, and Japanese is no text at all. */
  if (locale == NULL || strcmp (locale, "C") == 0 || strcmp (locale, "POSIX") == 0)
    setlocale (LC_ALL, "C.UTF-8");
  /* Figures are written by ourselves, the same in every language. */
  setlocale (LC_NUMERIC, "C");
  bindtextdomain (GETTEXT_PACKAGE, get_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  of_system = get_system_language ();
  /* GLib decides once, by the first text that a template wants, whether it translates at all. A program that begins in
   * English, the language of its source, would never be Japanese in full again. */
  g_setenv ("LANGUAGE", "ja", TRUE);
  g_dgettext (GETTEXT_PACKAGE, "Begin");
}

void
tenken_language_set (const char *language)
{
  if (g_strcmp0 (language, "ja") != 0 && g_strcmp0 (language, "en") != 0)
    language = of_system;
  current = g_str_equal (language, "en") ? "en" : "ja";
  /* gettext looks at LANGUAGE before any locale, but keeps what it found once until the domain is set anew. */
  g_setenv ("LANGUAGE", current, TRUE);
  textdomain (GETTEXT_PACKAGE);
}

const char *
tenken_language_get (void)
{
  return current;
}

const char *
tenken_text (TnkText *text)
{
  const char *translated = text != NULL ? tnk_text_get (text, current) : NULL;

  return translated != NULL ? translated : "";
}
