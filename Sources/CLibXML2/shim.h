#ifndef CLIBXML2_SHIM_H
#define CLIBXML2_SHIM_H
#include <libxml/xmlversion.h>
/* Its headers would bring those of another ICU than Foundation's; nothing of it is used here. */
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <string.h>

/* Reads markup as events. No tree is made, no file and no address is opened, no entity but those of HTML and the five of XML is known,
   and what could make the library work more than linearly (attributes of one element, namespaces) is counted while it reads. */

enum {
  CLibXML2_ok = 0,
  /* A callback said to stop. */
  CLibXML2_stopped = 1,
  CLibXML2_too_many_attributes = 2,
  /* XML with a document type declaration. */
  CLibXML2_doctype = 3,
  CLibXML2_malformed = 4,
  CLibXML2_no_memory = 5,
};

/* Whom the events go to; each callback returns 0 to stop. Strings are UTF-8. */
typedef struct CLibXML2_sink {
  void *owner;
  int (*start)(void *owner, const unsigned char *name, const unsigned char *space);
  int (*attribute)(void *owner, const unsigned char *name, const unsigned char *value, int length);
  int (*end)(void *owner);
  int (*text)(void *owner, const unsigned char *text, int length);
  const unsigned char *input;
  size_t length;
  size_t position;
  /* Of one element. */
  int maximum_attributes;
  int status;
  int line;
  int column;
  xmlParserCtxtPtr parser;
} CLibXML2_sink;

static inline CLibXML2_sink *CLibXML2_sink_of(void *context) {
  return (CLibXML2_sink *)((xmlParserCtxtPtr)context)->_private;
}

/* After the first reason to stop no event is passed on, and the input has ended. */
static inline void CLibXML2_stop(CLibXML2_sink *sink, int status) {
  if (sink->status == CLibXML2_ok) sink->status = status;
}

static int CLibXML2_read(void *context, char *buffer, int capacity) {
  CLibXML2_sink *sink = (CLibXML2_sink *)context;
  /* The array has a name and a value of each attribute in HTML, five pointers of each in XML; it never shrinks. */
  int width = sink->parser->html ? 2 : 5;
  if (sink->parser->maxatts > 2 * width * sink->maximum_attributes) CLibXML2_stop(sink, CLibXML2_too_many_attributes);
  if (sink->parser->nsNr > 4 * sink->maximum_attributes) CLibXML2_stop(sink, CLibXML2_too_many_attributes);
  if (sink->status != CLibXML2_ok || capacity <= 0) return 0;
  size_t count = sink->length - sink->position;
  if (count > (size_t)capacity) count = (size_t)capacity;
  memcpy(buffer, sink->input + sink->position, count);
  sink->position += count;
  return (int)count;
}

static int CLibXML2_close(void *context) {
  (void)context;
  return 0;
}

static void CLibXML2_start_html(void *context, const xmlChar *name, const xmlChar **attributes) {
  CLibXML2_sink *sink = CLibXML2_sink_of(context);
  if (sink->status != CLibXML2_ok) return;
  if (!sink->start(sink->owner, name, NULL)) return CLibXML2_stop(sink, CLibXML2_stopped);
  for (; attributes && attributes[0]; attributes += 2) {
    const xmlChar *value = attributes[1] ? attributes[1] : (const xmlChar *)"";
    if (!sink->attribute(sink->owner, attributes[0], value, (int)strlen((const char *)value)))
      return CLibXML2_stop(sink, CLibXML2_stopped);
  }
}

static void CLibXML2_end_html(void *context, const xmlChar *name) {
  CLibXML2_sink *sink = CLibXML2_sink_of(context);
  (void)name;
  if (sink->status == CLibXML2_ok && !sink->end(sink->owner)) CLibXML2_stop(sink, CLibXML2_stopped);
}

static void CLibXML2_text(void *context, const xmlChar *text, int length) {
  CLibXML2_sink *sink = CLibXML2_sink_of(context);
  if (sink->status == CLibXML2_ok && !sink->text(sink->owner, text, length)) CLibXML2_stop(sink, CLibXML2_stopped);
}

static void CLibXML2_start_xml(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space, int spaces,
                               const xmlChar **declared, int count, int defaulted, const xmlChar **attributes) {
  CLibXML2_sink *sink = CLibXML2_sink_of(context);
  (void)prefix, (void)spaces, (void)declared, (void)defaulted;
  if (sink->status != CLibXML2_ok) return;
  if (!sink->start(sink->owner, name, space)) return CLibXML2_stop(sink, CLibXML2_stopped);
  for (int index = 0; index < count; index++, attributes += 5)
    if (!sink->attribute(sink->owner, attributes[0], attributes[3], (int)(attributes[4] - attributes[3])))
      return CLibXML2_stop(sink, CLibXML2_stopped);
}

static void CLibXML2_end_xml(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space) {
  (void)prefix, (void)space;
  CLibXML2_end_html(context, name);
}

static void CLibXML2_subset(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
  (void)name, (void)external, (void)system;
  CLibXML2_stop(CLibXML2_sink_of(context), CLibXML2_doctype);
}

static void CLibXML2_ignore(void *context, xmlErrorPtr error) { (void)context, (void)error; }

/* To be called once, before anything else. */
static inline void CLibXML2_initialize(void) { xmlInitParser(); }

static inline void CLibXML2_prepare(CLibXML2_sink *sink, xmlParserCtxtPtr parser) {
  memset(parser->sax, 0, sizeof *parser->sax);
  parser->sax->initialized = XML_SAX2_MAGIC;
  parser->sax->serror = CLibXML2_ignore;
  parser->sax->characters = CLibXML2_text;
  parser->sax->ignorableWhitespace = CLibXML2_text;
  parser->sax->cdataBlock = CLibXML2_text;
  parser->_private = sink;
  sink->parser = parser;
  sink->position = 0;
  sink->status = CLibXML2_ok;
}

/* Reads `sink->input`, UTF-8, as HTML, however broken it is. */
static inline int CLibXML2_read_html(CLibXML2_sink *sink) {
  htmlParserCtxtPtr parser = htmlNewParserCtxt();
  if (!parser) return CLibXML2_no_memory;
  CLibXML2_prepare(sink, parser);
  parser->sax->startElement = CLibXML2_start_html;
  parser->sax->endElement = CLibXML2_end_html;
  int options = HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC;
  xmlDocPtr document = htmlCtxtReadIO(parser, CLibXML2_read, CLibXML2_close, sink, NULL, "UTF-8", options);
  if (document) xmlFreeDoc(document);
  sink->parser = NULL;
  htmlFreeParserCtxt(parser);
  return sink->status;
}

/* Reads `sink->input`, UTF-8 whatever it declares, as XML 1.0 with namespaces and without a document type. */
static inline int CLibXML2_read_xml(CLibXML2_sink *sink) {
  xmlParserCtxtPtr parser = xmlNewParserCtxt();
  if (!parser) return CLibXML2_no_memory;
  CLibXML2_prepare(sink, parser);
  parser->sax->startElementNs = CLibXML2_start_xml;
  parser->sax->endElementNs = CLibXML2_end_xml;
  parser->sax->internalSubset = CLibXML2_subset;
  int options = XML_PARSE_NONET | XML_PARSE_IGNORE_ENC;
  xmlDocPtr document = xmlCtxtReadIO(parser, CLibXML2_read, CLibXML2_close, sink, NULL, "UTF-8", options);
  if (document) xmlFreeDoc(document);
  if (!parser->wellFormed) {
    sink->line = parser->lastError.line;
    sink->column = parser->lastError.int2;
    CLibXML2_stop(sink, CLibXML2_malformed);
  }
  sink->parser = NULL;
  xmlFreeParserCtxt(parser);
  return sink->status;
}
#endif
