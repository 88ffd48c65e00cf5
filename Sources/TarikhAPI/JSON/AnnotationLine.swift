import Articles
package import HTTPServer

/// One line of `tarikh annotate --jsonl`: expressions and mentions as flat rows with code point offsets.
package enum AnnotationLine {
    /// The object, without the line's end.
    package static func write(id: String, _ document: ArticleDocument, to writer: inout JSONWriter) {
        let titles = eventTitles(of: document)
        writer.object { writer in
            writer.member("id", id)
            writer.arrayMember("expressions") { writer in
                for expression in document.annotations.expressions {
                    let title = titles[expression.range]
                    writer.object { writer in
                        writeBounds(expression.range, document, to: &writer)
                        writer.member("type", expression.kind.rawValue)
                        writer.member("value", expression.value)
                        writer.member("event", expression.isEvent)
                        if let title { writer.member("title", title) }
                    }
                }
            }
            writer.arrayMember("mentions") { writer in
                for mention in document.annotations.mentions {
                    writer.object { writer in
                        writeBounds(mention.range, document, to: &writer)
                        writer.member("type", EntityJSON.type(of: mention))
                        writer.member("form", mention.form.rawValue)
                        writer.member("text", document.article.string(mention.range))
                        writer.member("entity_id", mention.entityID)
                        writer.member("confidence", mention.confidence)
                        writer.member("reason", mention.reason)
                    }
                }
            }
        }
    }

    private static func writeBounds(
        _ range: Range<Int>, _ document: ArticleDocument, to writer: inout JSONWriter
    ) {
        let span = document.offsets.codePoints(range)
        writer.member("start", span.lowerBound)
        writer.member("end", span.upperBound)
    }

    /// The title of the event that an expression dates, by the expression's range.
    private static func eventTitles(of document: ArticleDocument) -> [Range<Int>: String] {
        var titles: [Range<Int>: String] = [:]
        for event in document.annotations.events {
            for range in event.claims.compactMap(\.dateRange) {
                titles[range] = document.article.string(event.titleRange)
            }
        }
        return titles
    }
}
