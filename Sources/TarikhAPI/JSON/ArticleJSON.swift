import ArticleStore
import Articles
package import HTTPServer
import TextAnalysis

/// An article as every answer about one shows it: the same keys in the same order.
package enum ArticleJSON {
    /// The object of one article.
    package static func write(_ document: ArticleDocument, to writer: inout JSONWriter) {
        let article = document.article
        let metadata = article.metadata
        writer.object { writer in
            writer.member("id", document.id)
            writer.member("revision", document.revision)
            writer.member("created", document.created)
            writer.member("external_id", metadata.externalID)
            writer.member("url", metadata.url)
            writeTitle(document, to: &writer)
            writer.languageMembers(article.language, article.direction)
            writer.timestamp("published_at", metadata.publishedAt)
            writer.timestamp("ingested_at", document.ingestedAt)
            writeSource(document, to: &writer)
            writer.key("attribution")
            writeAttribution(document, to: &writer)
            writer.key("blocks")
            BlockJSON.writeAll(of: document, to: &writer)
            writeCounts(document, to: &writer)
            writeQuality(document, to: &writer)
            writer.member("duplicate_of", document.stored?.duplicateOf)
            writer.member("cluster_id", document.stored?.clusterID)
            writer.member("others", document.stored?.others)
            writer.member("content_hash", document.contentHash)
            writer.member("tags", metadata.tags)
            writer.member("authors", metadata.authors)
            writer.timestamp("modified_at", metadata.modifiedAt)
            writeReception(metadata.reception, to: &writer)
        }
    }

    private static func writeTitle(_ document: ArticleDocument, to writer: inout JSONWriter) {
        let article = document.article
        writer.key("title")
        guard let title = article.title else { return writer.null() }
        let range = article.titleRange.flatMap { article.string($0) == title ? $0 : nil }
        let block = article.blocks.first { $0.range == range }
        writer.object { writer in
            writer.textMembers(
                title, block?.language ?? article.language,
                block?.direction ?? LanguageDetector().direction(of: title.utf8))
            writer.span("span", range.map(document.offsets.codePoints))
        }
    }

    /// Who it is from: what the sender said, or else whom the text credits.
    private static func writeSource(_ document: ArticleDocument, to writer: inout JSONWriter) {
        writer.key("source")
        let origin = document.article.attributions.first { $0.role == .origin }
        if let name = document.article.metadata.source {
            writer.object { writer in
                writer.member("name", name)
                writer.member("entity_id", document.entityID(named: name))
                writer.nullMember("span")
            }
        } else if let origin {
            writer.object { writeCredit(origin, document, to: &$0) }
        } else {
            writer.null()
        }
    }

    static func writeAttribution(_ document: ArticleDocument, to writer: inout JSONWriter) {
        writer.array { writer in
            for attribution in document.article.attributions {
                writer.object { writer in
                    writer.member("role", attribution.role.rawValue)
                    writeCredit(attribution, document, to: &writer)
                }
            }
        }
    }

    private static func writeCredit(
        _ attribution: Attribution, _ document: ArticleDocument, to writer: inout JSONWriter
    ) {
        writer.member("name", document.article.string(attribution.range))
        writer.member("entity_id", document.entityID(in: attribution.range))
        writer.span("span", document.offsets.codePoints(attribution.range))
    }

    /// How it came in, and what each thing known of it was taken from.
    private static func writeReception(_ reception: Reception?, to writer: inout JSONWriter) {
        guard let reception else { return writer.nullMember("received") }
        writer.objectMember("received") { writer in
            writer.member("media_type", reception.mediaType)
            writer.member("charset", reception.charset)
            writer.member("charset_from", reception.charsetBasis)
            writer.member("replaced", reception.replaced)
            writer.objectMember("taken_from") { writer in
                for origin in reception.origins {
                    writer.key(origin.field.rawValue)
                    writer.string(origin.place)
                }
            }
        }
    }

    private static func writeCounts(_ document: ArticleDocument, to writer: inout JSONWriter) {
        let annotations = document.annotations
        writer.objectMember("counts") { writer in
            writer.member("chars", document.offsets.codePoints(document.article.text.count))
            writer.member("blocks", document.article.blocks.count)
            writer.member("mentions", annotations.mentions.count)
            writer.member("events", annotations.events.count)
            writer.member("entities", annotations.entities.count)
        }
    }

    private static func writeQuality(_ document: ArticleDocument, to writer: inout JSONWriter) {
        writer.objectMember("quality") { writer in
            // Nothing measures it yet; no measurement is no number.
            writer.nullMember("machine_translated")
            writer.arrayMember("repairs") { writer in
                for repair in document.article.repairs {
                    writer.object { writer in
                        writer.member("code", repair.code.rawValue)
                        writer.member("raw", document.article.string(repair.range))
                        writer.span("span", document.offsets.codePoints(repair.range))
                    }
                }
            }
            writer.arrayMember("flags") { writer in
                for flag in QualityReader(document.article).flags() {
                    writer.object { writer in
                        writer.member("code", flag.code.rawValue)
                        writer.span("span", document.offsets.codePoints(flag.range))
                        writer.member(
                            "detail", flag.words.map(document.article.string).joined(separator: " … "))
                    }
                }
            }
        }
    }
}
