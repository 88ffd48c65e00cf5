package import ArticleStore
import Articles
package import HTTPServer
import TextAnalysis

/// Entities and the places that name them.
package enum EntityJSON {
    package static func write(_ stored: StoredEntity, to writer: inout JSONWriter) {
        let entity = stored.entity
        writer.object { writer in
            writer.member("id", entity.id)
            writer.member("type", entity.kind.rawValue)
            writer.member("subtype", entity.subtype)
            writer.objectMember("label") { writer in
                let direction = LanguageDetector().direction(of: entity.label.utf8)
                writer.textMembers(entity.label, entity.labelLanguage, direction)
            }
            writer.arrayMember("aliases") { writer in
                for alias in entity.aliases {
                    writer.object { writer in
                        writer.member("text", alias.text)
                        writer.member("lang", alias.language.code)
                        writer.member("kind", alias.kind.rawValue)
                    }
                }
            }
            writer.member("adjectives", entity.adjectives)
            writeIdentity(entity, to: &writer)
            writer.member("articles", stored.articleCount)
            writer.member("mentions", stored.mentionCount)
            writer.member("first", stored.firstDate)
            writer.member("last", stored.lastDate)
            writer.arrayMember("merged_from") { _ in }
            writer.nullMember("etag")
        }
    }

    private static func writeIdentity(_ entity: Entity, to writer: inout JSONWriter) {
        writer.objectMember("external") { writer in
            writer.member("wikidata", entity.wikidata)
            writer.member("iso3166", entity.iso3166)
        }
        writer.key("geo")
        guard let latitude = entity.latitude, let longitude = entity.longitude else { return writer.null() }
        writer.object { writer in
            writer.member("lat", latitude)
            writer.member("lon", longitude)
        }
    }

    /// The kind of what is named, or `nationality` for an adjective such as أذربيجاني: it names no place itself.
    static func type(of mention: Mention) -> String {
        mention.form == .adjective ? "nationality" : mention.kind.rawValue
    }

    package static func write(_ stored: StoredMention, to writer: inout JSONWriter) {
        let mention = stored.mention
        writer.object { writer in
            writer.member("id", stored.id)
            writer.member("article_id", stored.articleID.isEmpty ? nil : stored.articleID)
            writer.member("revision", stored.articleID.isEmpty ? nil : stored.revision)
            writer.member("entity_id", mention.entityID)
            writer.member("type", type(of: mention))
            writer.member("form", mention.form.rawValue)
            writer.blockID("block_id", mention.block)
            writer.span("span", stored.codePoints)
            writer.member("text", stored.text)
            writer.member("confidence", mention.confidence)
            writer.member("rule", mention.rule)
        }
    }
}
