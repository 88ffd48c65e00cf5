import ArticleStore
import Articles
package import HTTPServer

/// All that was read from one article, in one object: the answer of `/v1/parse` and of `tarikh annotate`.
package enum AnnotationJSON {
    package static func write(_ document: ArticleDocument, to writer: inout JSONWriter) {
        let events = document.previewedEvents
        writer.object { writer in
            writer.key("article")
            ArticleJSON.write(document, to: &writer)
            writer.arrayMember("events") { writer in
                for event in events { EventJSON.write(event, to: &writer) }
            }
            writer.arrayMember("entities") { writer in
                for entity in document.entities { EntityJSON.write(entity, to: &writer) }
            }
            writer.arrayMember("claims") { writer in
                for event in events {
                    for index in event.event.claims.indices {
                        writer.object { EventJSON.writeClaim(index, of: event, to: &$0) }
                    }
                }
            }
            writer.arrayMember("mentions") { writer in
                for mention in document.mentions { EntityJSON.write(mention, to: &writer) }
            }
            writer.arrayMember("expressions") { writeExpressions(of: document, to: &$0) }
        }
    }

    private static func writeExpressions(of document: ArticleDocument, to writer: inout JSONWriter) {
        for expression in document.annotations.expressions {
            writer.object { writer in
                writer.member("type", expression.kind.rawValue)
                writer.member("value", expression.value)
                writer.blockID("block_id", expression.block)
                writer.span("span", document.offsets.codePoints(expression.range))
                writer.member("text", document.article.string(expression.range))
                writer.worldDate("date", expression.date)
                writer.member("event", expression.isEvent)
                writer.member("rule", expression.rule)
                writer.member("confidence", expression.confidence)
            }
        }
    }
}
