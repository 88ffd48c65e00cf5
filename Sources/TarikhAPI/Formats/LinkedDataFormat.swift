import ArticleStore
import Articles
import HTTPServer
import TextAnalysis

/// An article as a `NewsArticle` of schema.org, in JSON-LD.
enum LinkedDataFormat {
    static func write(_ document: ArticleDocument, _ addresses: Addresses, to writer: inout JSONWriter) {
        let article = document.article
        let metadata = article.metadata
        let parts = ArticleParts(article)
        writer.object { writer in
            writer.member("@context", "https://schema.org")
            writer.member("@type", "NewsArticle")
            writer.member("@id", document.id.map { addresses.url("/v1/articles/" + $0) })
            optional("identifier", metadata.externalID, to: &writer)
            optional("url", metadata.url, to: &writer)
            optional("headline", parts.title, to: &writer)
            writer.member("inLanguage", article.language.code)
            optional("datePublished", metadata.publishedAt.map(Timestamp.string), to: &writer)
            optional("dateModified", metadata.modifiedAt.map(Timestamp.string), to: &writer)
            if !metadata.authors.isEmpty {
                writer.arrayMember("author") { writer in
                    for author in metadata.authors { thing("Person", author, nil, to: &writer) }
                }
            }
            if let source = article.sourceName {
                writer.key("publisher")
                thing("Organization", source, nil, to: &writer)
            }
            if !metadata.tags.isEmpty { writer.member("keywords", metadata.tags) }
            writer.member("articleBody", parts.plain)
            writer.arrayMember("mentions") { writer in
                for entity in document.annotations.entities {
                    thing(type(entity.kind), entity.label, entity.wikidata, to: &writer)
                }
            }
        }
    }

    private static func thing(
        _ type: String, _ name: String, _ wikidata: String?, to writer: inout JSONWriter
    ) {
        writer.object { writer in
            writer.member("@type", type)
            writer.member("name", name)
            optional("sameAs", wikidata.map { "http://www.wikidata.org/entity/" + $0 }, to: &writer)
        }
    }

    private static func type(_ kind: Entity.Kind) -> String {
        switch kind {
        case .person: "Person"
        case .place: "Place"
        case .product: "Product"
        case .event: "Event"
        case .organisation: "Organization"
        }
    }

    /// What is not known is left out: null says nothing in JSON-LD.
    private static func optional(_ name: StaticString, _ value: String?, to writer: inout JSONWriter) {
        if let value { writer.member(name, value) }
    }
}
