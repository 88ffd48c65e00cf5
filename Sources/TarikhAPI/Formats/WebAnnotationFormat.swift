import ArticleStore
import Articles
import HTTPServer

/// What was read from an article as a page of annotations (W3C Web Annotation Data Model): positions count code points of the
/// article's text, as that model has it.
enum WebAnnotationFormat {
    static func write(_ document: ArticleDocument, _ addresses: Addresses, to writer: inout JSONWriter) {
        let article = addresses.url("/v1/articles/" + (document.id ?? ""))
        writer.object { writer in
            writer.member("@context", "http://www.w3.org/ns/anno.jsonld")
            writer.member("id", article + "?format=annotations")
            writer.member("type", "AnnotationPage")
            writer.member("startIndex", 0)
            writer.arrayMember("items") { writer in
                for mention in document.mentions {
                    annotation(article + "#" + mention.id, "identifying", to: &writer) { writer in
                        writer.objectMember("body") { writer in
                            writer.member("type", "SpecificResource")
                            writer.member("purpose", "identifying")
                            writer.member("source", addresses.url("/v1/entities/" + mention.mention.entityID))
                        }
                        target(article, mention.mention.range, document, to: &writer)
                    }
                }
                for (index, expression) in document.annotations.expressions.enumerated() {
                    annotation(article + "#t_\(index)", "tagging", to: &writer) { writer in
                        writer.objectMember("body") { writer in
                            writer.member("type", "TextualBody")
                            writer.member("purpose", "tagging")
                            writer.member("format", "text/plain")
                            writer.member("value", expression.value)
                        }
                        target(article, expression.range, document, to: &writer)
                    }
                }
            }
        }
    }

    private static func annotation(
        _ id: String, _ motivation: String, to writer: inout JSONWriter,
        _ members: (inout JSONWriter) -> Void
    ) {
        writer.object { writer in
            writer.member("id", id)
            writer.member("type", "Annotation")
            writer.member("motivation", motivation)
            members(&writer)
        }
    }

    private static func target(
        _ article: String, _ range: Range<Int>, _ document: ArticleDocument, to writer: inout JSONWriter
    ) {
        let span = document.offsets.codePoints(range)
        writer.objectMember("target") { writer in
            writer.member("source", article + "/text")
            writer.arrayMember("selector") { writer in
                writer.object { writer in
                    writer.member("type", "TextPositionSelector")
                    writer.member("start", span.lowerBound)
                    writer.member("end", span.upperBound)
                }
                writer.object { writer in
                    writer.member("type", "TextQuoteSelector")
                    writer.member("exact", document.article.string(range))
                }
            }
        }
    }
}
