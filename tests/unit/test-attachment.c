/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test.h"

#include <string.h>

#include "tnk-attachment-private.h"
#include "tnk-error.h"

#define ZIP "PK\x03\x04[Content_Types].xml"

static const struct
{
  const char *name;
  const char *content;
  gssize length;
  const char *media_type; /* NULL: refused */
} files[] = {
  {"a.pdf", "%PDF-1.7", -1, "application/pdf"},
  {"a.PDF", "%PDF-1.7", -1, "application/pdf"},
  {"a.pdf", " %PDF-1.7", -1, NULL},
  {"a.pdf", "%PD", -1, NULL},
  {"a.png", "\x89PNG\r\n\x1a\n....", -1, "image/png"},
  {"a.png", "\xff\xd8\xff", -1, NULL},
  {"a.jpg", "\xff\xd8\xff\xe0", -1, "image/jpeg"},
  {"a.jpeg", "\xff\xd8\xff\xe0", -1, "image/jpeg"},
  {"a.xlsx", ZIP "xl/workbook.xml", -1, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
  {"a.docx", ZIP "word/document.xml", -1, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
  {"a.pptx", ZIP "ppt/presentation.xml", -1, "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
  {"a.docx", ZIP "xl/workbook.xml", -1, NULL},
  {"a.xlsx", ZIP "xl/workbook.xml xl/vbaProject.bin", -1, NULL},
  {"a.xlsx", "PK\x03\x04xl/workbook.xml", -1, NULL},
  {"a.xlsm", ZIP "xl/workbook.xml", -1, NULL},
  {"a.txt", "聞き取り\r\n\t記録", -1, "text/plain"},
  {"a.txt", "\x8b\x4c\x98\x5e", -1, "text/plain"},
  {"a.txt", "\x83", -1, NULL},
  {"a.txt", "a\0b", 3, NULL},
  {"a.txt", "a\x1b[31m", -1, NULL},
  {"a.csv", "a,b\n", -1, "text/csv"},
  {"a.log", "a", -1, "text/plain"},
  {"a.html", "<p>", -1, NULL},
  {"a.svg", "<svg/>", -1, NULL},
  {"a.pdf.exe", "%PDF-1.7", -1, NULL},
  {"pdf", "%PDF-1.7", -1, NULL},
  {".pdf", "%PDF-1.7", -1, NULL},
  {"a.", "x", -1, NULL},
};

static void
test_types (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autoptr (GError) error = NULL;
    gsize length = files[i].length >= 0 ? (gsize) files[i].length : strlen (files[i].content);
    const char *found = tnk_attachment_find_type (files[i].name, (const guint8 *) files[i].content, length, &error);

    if (g_strcmp0 (found, files[i].media_type) != 0)
      g_test_fail_printf ("%s (%u) is %s", files[i].name, i, found != NULL ? found : "refused");
    g_assert_cmpint (found == NULL, ==, error != NULL);
    if (error != NULL) {
      g_assert_cmpint (error->code, ==, TNK_ERROR_INVALID);
      tnk_test_assert_line (error->message, files[i].name, "");
    }
  }
}

static void
test_names (void)
{
  static const char *const names[][2] = {
    {"写真.png", "写真.png"},
    {"../../etc/passwd.txt", "passwd.txt"},
    {"/absolute/a.txt", "a.txt"},
    {"C:\\Users\\x\\a.txt", "a.txt"},
    {"a.txt/", "_"},
    {"..", "_"},
    {".", "_"},
    {"", "_"},
    {".htaccess.txt", "htaccess.txt"},
    {"  a.txt .. ", "a.txt"},
    {"nul", "_nul"},
    {"CON.txt", "_CON.txt"},
    {"com1.a.txt", "_com1.a.txt"},
    {"LPT9 .txt", "_LPT9 .txt"},
    {"console.txt", "console.txt"},
    {"a\nb\x7f.txt", "a_b_.txt"},
    {"\xe2\x80\xaetxt.exe.txt", "_txt.exe.txt"},
    {"a\xe2\x80\x8b.txt", "a_.txt"},
    {"\xef\xbb\xbf"
     "a.txt",
     "_a.txt"},
    {"a|b<c>d:e\"f?g*.txt", "a_b_c_d_e_f_g_.txt"},
    {"\xff\xfe.txt", "\xef\xbf\xbd\xef\xbf\xbd.txt"},
    {"が.txt", "が.txt"},
    {"=cmd.csv", "=cmd.csv"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *clean = tnk_attachment_clean_name (names[i][0]);

    g_assert_cmpstr (clean, ==, names[i][1]);
  }
}

/* However long it was, it fits, is UTF-8 and keeps its ending. */
static void
test_long_names (void)
{
  for (guint n = 140; n < 160; n++) {
    g_autofree char *ascii = g_strnfill (n, 'a');
    GString *wide = g_string_new (ascii);
    g_autofree char *name = NULL, *clean = NULL, *without = NULL;

    for (guint i = 0; i < 100; i++)
      g_string_append (wide, "点");
    without = tnk_attachment_clean_name (wide->str);
    name = g_strconcat (wide->str, ".jpeg", NULL);
    clean = tnk_attachment_clean_name (name);
    g_assert_cmpuint (strlen (clean), <=, 150);
    g_assert_cmpuint (strlen (clean), >, 140);
    g_assert_true (g_utf8_validate (clean, -1, NULL));
    g_assert_true (g_str_has_suffix (clean, ".jpeg"));
    g_assert_true (g_utf8_validate (without, -1, NULL));
    g_assert_cmpuint (strlen (without), <=, 150);
    g_string_free (wide, TRUE);
  }
}

static void
test_endings (void)
{
  const char *const *endings = tnk_attachment_list_endings ();

  g_assert_true (g_strv_contains (endings, "pdf"));
  g_assert_true (g_strv_contains (endings, "csv"));
  g_assert_false (g_strv_contains (endings, "exe"));
  g_assert_true (tnk_attachment_list_endings () == endings);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Attachment/types", test_types);
  g_test_add_func ("/Tenken/Attachment/names", test_names);
  g_test_add_func ("/Tenken/Attachment/long-names", test_long_names);
  g_test_add_func ("/Tenken/Attachment/endings", test_endings);
  return g_test_run ();
}
