/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-xlsx-xml-private.h"

#include <libxml/xmlreader.h>
#include <string.h>

#include "tnk-error.h"
#include "tnk-strings-private.h"

struct _TnkXlsxXml
{
  TnkXlsxPart *part;
  xmlTextReaderPtr reader;
  TnkXlsxXmlKind kind;
  guint depth; /* how many elements are open */
  gboolean ends_at_once; /* the element that begins here is empty */
  gsize text_size; /* the most that a text may be */
  GError *error; /* what reading the part failed with */
  char *fault; /* the first thing that the parser minded */
};

/* The namespaces of workbooks, each in the transitional form that all programs write and in the strict one. What stands
 * in another namespace is an extension, and is passed over. */
static const char *const namespaces[] = {
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  "http://purl.oclc.org/ooxml/spreadsheetml/main",
  "http://schemas.openxmlformats.org/package/2006/relationships",
};

/* Nothing outside of the part is ever looked at. */
#define OPTIONS (XML_PARSE_NONET | XML_PARSE_COMPACT)

static int
read_cb (void *data,
         char *buffer,
         int length)
{
  TnkXlsxXml *self = data;

  if (self->error != NULL || length < 0)
    return -1;
  return tnk_xlsx_part_read (self->part, (guint8 *) buffer, length, &self->error);
}

static void
error_cb (void *data,
          xmlErrorPtr fault)
{
  TnkXlsxXml *self = data;

  if (self->fault != NULL || fault == NULL || fault->message == NULL || fault->level < XML_ERR_ERROR)
    return;
  g_autofree char *line = tnk_one_line (fault->message);
  self->fault = g_strdup_printf ("line %d: %s", fault->line, g_strchomp (line));
}

void
tnk_xlsx_xml_free (TnkXlsxXml *self)
{
  g_clear_pointer (&self->reader, xmlFreeTextReader);
  g_clear_pointer (&self->part, tnk_xlsx_part_free);
  g_clear_error (&self->error);
  g_free (self->fault);
  g_free (self);
}

/* Says what is wrong with the part. Always returns FALSE. */
gboolean
tnk_xlsx_xml_throw (TnkXlsxXml *self,
                    GError **error,
                    const char *format,
                    ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  g_autofree char *line = tnk_one_line (message);
  g_set_error (error, TNK_ERROR, TNK_ERROR_SYNTAX, "the part %s %s; open the workbook in a spreadsheet program and save it again",
               tnk_xlsx_part_get_name (self->part), line);
  return FALSE;
}

static gboolean
throw_parser (TnkXlsxXml *self,
              GError **error)
{
  if (self->error == NULL)
    return tnk_xlsx_xml_throw (self, error, "cannot be read (%s)", self->fault != NULL ? self->fault : "it is not XML");
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

/* What the parser minds without knowing whose part it reads goes to the thread’s own handlers, which would print it. Where
 * it cannot go on it says so by what it returns, too. */
typedef struct
{
  xmlStructuredErrorFunc handler;
  void *data;
  xmlGenericErrorFunc printer;
  void *printer_data;
} Handlers;

static void G_GNUC_PRINTF (2, 3)
  print_nothing (void *data,
                 const char *format,
                 ...)
{
}

static Handlers
catch_errors (TnkXlsxXml *self)
{
  const Handlers before = {xmlStructuredError, xmlStructuredErrorContext, xmlGenericError, xmlGenericErrorContext};

  xmlSetStructuredErrorFunc (self, (xmlStructuredErrorFunc) error_cb);
  xmlSetGenericErrorFunc (NULL, print_nothing);
  return before;
}

static void
release_errors (const Handlers *before)
{
  xmlSetStructuredErrorFunc (before->data, before->handler);
  xmlSetGenericErrorFunc (before->printer_data, before->printer);
}

static int
step (TnkXlsxXml *self)
{
  const Handlers before = catch_errors (self);
  int more = xmlTextReaderRead (self->reader);

  release_errors (&before);
  return more;
}

static gboolean
open_parser (TnkXlsxXml *self,
             GError **error)
{
  static gsize ready = 0;

  if (g_once_init_enter (&ready)) {
    xmlInitParser ();
    g_once_init_leave (&ready, 1);
  }

  const Handlers before = catch_errors (self);
  self->reader = xmlReaderForIO (read_cb, NULL, self, NULL, NULL, OPTIONS);
  release_errors (&before);
  if (self->reader == NULL)
    return throw_parser (self, error);
  xmlTextReaderSetStructuredErrorHandler (self->reader, (xmlStructuredErrorFunc) error_cb, self);
  return TRUE;
}

/* Opens a part whose outermost element must be @root, and steps into that. */
TnkXlsxXml *
tnk_xlsx_xml_open (TnkXlsxPackage *package,
                   const char *name,
                   const char *root,
                   GError **error)
{
  TnkXlsxPart *part = tnk_xlsx_part_open (package, name, error);

  if (part == NULL)
    return NULL;

  g_autoptr (TnkXlsxXml) self = g_new0 (TnkXlsxXml, 1);
  self->part = part;
  self->text_size = tnk_xlsx_package_get_limits (package)->text_size;
  if (!open_parser (self, error) || !tnk_xlsx_xml_next (self, error))
    return NULL;
  if (tnk_xlsx_xml_starts (self, root))
    return g_steal_pointer (&self);
  tnk_xlsx_xml_throw (self, error, "is not what a workbook has there (it should be a “%s”)", root);
  return NULL;
}

/* Takes the parser’s node for what it is to us. Returns whether it is anything. */
static gboolean
take_node (TnkXlsxXml *self)
{
  switch (xmlTextReaderNodeType (self->reader)) {
  case XML_READER_TYPE_ELEMENT:
    self->kind = TNK_XLSX_XML_START;
    self->ends_at_once = xmlTextReaderIsEmptyElement (self->reader) == 1;
    self->depth++;
    return TRUE;
  case XML_READER_TYPE_END_ELEMENT:
    self->kind = TNK_XLSX_XML_END;
    self->depth--;
    return TRUE;
  case XML_READER_TYPE_TEXT:
  case XML_READER_TYPE_CDATA:
  case XML_READER_TYPE_WHITESPACE:
  case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
    self->kind = TNK_XLSX_XML_TEXT;
    return TRUE;
  default:
    return FALSE;
  }
}

/* A document type could define entities, which grow without end or fetch what is not theirs. */
static gboolean
check_node (TnkXlsxXml *self,
            GError **error)
{
  int type = xmlTextReaderNodeType (self->reader);

  if (type == XML_READER_TYPE_DOCUMENT_TYPE || type == XML_READER_TYPE_ENTITY_REFERENCE || type == XML_READER_TYPE_ENTITY)
    return tnk_xlsx_xml_throw (self, error, "holds a document type or an entity, which no spreadsheet program writes");
  return TRUE;
}

/* Steps to the next piece. Returns FALSE without an error at the end of the part. */
gboolean
tnk_xlsx_xml_next (TnkXlsxXml *self,
                   GError **error)
{
  int more;

  if (self->ends_at_once) {
    self->ends_at_once = FALSE;
    self->kind = TNK_XLSX_XML_END;
    self->depth--;
    return TRUE;
  }
  while ((more = step (self)) == 1) {
    if (self->error != NULL)
      return throw_parser (self, error);
    if (!check_node (self, error))
      return FALSE;
    if (take_node (self))
      return TRUE;
  }
  return more == 0 && self->error == NULL ? FALSE : throw_parser (self, error);
}

guint
tnk_xlsx_xml_get_depth (TnkXlsxXml *self)
{
  return self->depth;
}

/* Whether an element of a workbook’s own begins here. */
gboolean
tnk_xlsx_xml_starts (TnkXlsxXml *self,
                     const char *name)
{
  const char *uri;

  if (self->kind != TNK_XLSX_XML_START || !g_str_equal (xmlTextReaderConstLocalName (self->reader), name))
    return FALSE;
  uri = (const char *) xmlTextReaderConstNamespaceUri (self->reader);
  for (guint i = 0; uri != NULL && i < G_N_ELEMENTS (namespaces); i++)
    if (g_str_equal (uri, namespaces[i]))
      return TRUE;
  return FALSE;
}

/* Whether the element ends here that was the innermost one at @depth. */
gboolean
tnk_xlsx_xml_ends (TnkXlsxXml *self,
                   guint depth)
{
  return self->kind == TNK_XLSX_XML_END && self->depth < depth;
}

/* An attribute of the element that begins here, or NULL; good until the next one is asked for. “r:id” means the id of a
 * relation. */
const char *
tnk_xlsx_xml_attribute (TnkXlsxXml *self,
                        const char *name)
{
  gboolean related = g_str_equal (name, "r:id");
  const char *value = NULL;

  for (int more = xmlTextReaderMoveToFirstAttribute (self->reader); more == 1 && value == NULL;
       more = xmlTextReaderMoveToNextAttribute (self->reader)) {
    const char *uri = (const char *) xmlTextReaderConstNamespaceUri (self->reader);

    if (g_str_equal (xmlTextReaderConstLocalName (self->reader), related ? "id" : name) &&
        (related ? uri != NULL && g_str_has_suffix (uri, "/relationships") : uri == NULL))
      value = (const char *) xmlTextReaderConstValue (self->reader);
  }
  xmlTextReaderMoveToElement (self->reader);
  return value;
}

/* Passes over the rest of the element that began here. */
gboolean
tnk_xlsx_xml_skip (TnkXlsxXml *self,
                   GError **error)
{
  guint depth = self->depth;

  while (!tnk_xlsx_xml_ends (self, depth))
    if (!tnk_xlsx_xml_next (self, error))
      return FALSE;
  return TRUE;
}

/* Appends all text of the element that began here, and steps to its end. */
gboolean
tnk_xlsx_xml_append_text (TnkXlsxXml *self,
                          GString *text,
                          GError **error)
{
  guint depth = self->depth;

  while (tnk_xlsx_xml_next (self, error)) {
    if (tnk_xlsx_xml_ends (self, depth))
      return TRUE;
    if (self->kind != TNK_XLSX_XML_TEXT || self->depth != depth)
      continue;
    g_string_append (text, (const char *) xmlTextReaderConstValue (self->reader));
    if (text->len > self->text_size)
      return tnk_xlsx_xml_throw (self, error, "holds a text longer than a cell can be");
  }
  return FALSE;
}

/* Reads to the end of the part, which is where its checksum is known. */
gboolean
tnk_xlsx_xml_drain (TnkXlsxXml *self,
                    GError **error)
{
  g_autoptr (GError) local = NULL;

  while (tnk_xlsx_xml_next (self, &local))
    continue;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
