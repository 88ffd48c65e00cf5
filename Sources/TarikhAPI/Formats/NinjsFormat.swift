import ArticleStore
import Articles
import HTTPServer
import TextAnalysis

/// An article as IPTC ninjs 2.2 or 3.1, which differ in the case of names.
enum NinjsFormat {
    enum Version: String {
        case second = "2.2"
        case third = "3.1"
    }

    static func write(
        _ document: ArticleDocument, _ version: Version, _ addresses: Addresses, to writer: inout JSONWriter
    ) {
        let article = document.article
        let metadata = article.metadata
        let parts = ArticleParts(article)
        let isThird = version == .third
        writer.object { writer in
            writer.member("uri", addresses.url("/v1/articles/" + (document.id ?? "")))
            writer.objectMember("standard") { writer in
                writer.member("name", "ninjs")
                writer.member("version", version.rawValue)
                writer.member(
                    "schema", "http://www.iptc.org/std/ninjs/ninjs-schema_\(version.rawValue).json#")
            }
            writer.member("type", "text")
            writer.member("language", article.language.code)
            time(
                isThird ? "versionCreated" : "versioncreated", metadata.modifiedAt ?? document.ingestedAt,
                to: &writer)
            time(isThird ? "contentCreated" : "contentcreated", metadata.publishedAt, to: &writer)
            if !metadata.authors.isEmpty { writer.member("by", metadata.authors.joined(separator: ", ")) }
            writeTexts(parts, isThird ? "contentType" : "contenttype", to: &writer)
            names(
                isThird ? "infoSources" : "infosources", [article.sourceName].compactMap(\.self), to: &writer)
            names("subjects", metadata.tags, to: &writer)
            writeIDs(document, isThird ? "altIds" : "altids", to: &writer)
            mentions("people", .person, document, to: &writer)
            mentions("organisations", .organisation, document, to: &writer)
            mentions("places", .place, document, to: &writer)
        }
    }

    private static func writeTexts(_ parts: ArticleParts, _ typeName: String, to writer: inout JSONWriter) {
        if let title = parts.title {
            writer.arrayMember("headlines") { writer in
                writer.object { writer in
                    writer.member("role", "main")
                    writer.member("value", title)
                }
            }
        }
        writer.arrayMember("bodies") { writer in
            for (role, type, value) in [
                ("main", "text/html", ArticleHTMLFormat.fragment(parts)),
                ("plain", "text/plain", parts.plain),
            ] {
                writer.object { writer in
                    writer.member("role", role)
                    writer.key(typeName)
                    writer.string(type)
                    writer.member("value", value)
                }
            }
        }
    }

    private static func writeIDs(_ document: ArticleDocument, _ name: String, to writer: inout JSONWriter) {
        let ids = [
            ("external", document.article.metadata.externalID), ("url", document.article.metadata.url),
        ]
        writer.key(name)
        writer.array { writer in
            for (role, value) in ids where value != nil {
                writer.object { writer in
                    writer.member("role", role)
                    writer.member("value", value)
                }
            }
        }
    }

    private static func mentions(
        _ name: String, _ kind: Entity.Kind, _ document: ArticleDocument, to writer: inout JSONWriter
    ) {
        writer.key(name)
        writer.array { writer in
            for entity in document.annotations.entities where entity.kind == kind {
                writer.object { writer in
                    writer.member("name", entity.label)
                    writer.member("rel", "mentions")
                    if let item = entity.wikidata {
                        writer.member("uri", "http://www.wikidata.org/entity/" + item)
                    }
                }
            }
        }
    }

    private static func names(_ name: String, _ names: [String], to writer: inout JSONWriter) {
        writer.key(name)
        writer.array { writer in
            for name in names { writer.object { $0.member("name", name) } }
        }
    }

    private static func time(_ name: String, _ seconds: Int64?, to writer: inout JSONWriter) {
        guard let seconds else { return }
        writer.key(name)
        writer.string(Timestamp.string(seconds))
    }
}
