package import ArticleStore
import Articles
package import HTTPServer
import TextAnalysis

/// Entities and the places that name them.
package enum EntityJSON {
    package static func write(_ stored: StoredEntity, to writer: inout JSONWriter) {
        writer.object { writeMembers(stored, to: &$0) }
    }

    /// The object of one entity in a list that a name was asked of; `match` says which of its names it was.
    static func write(_ stored: StoredEntity, match: NameMatch?, to writer: inout JSONWriter) {
        writer.object { writer in
            writeMembers(stored, to: &writer)
            NameMatchJSON.write(match, to: &writer)
        }
    }

    /// The members that tell which entity it is, in an open object.
    static func writeSummary(_ stored: StoredEntity, to writer: inout JSONWriter) {
        let entity = stored.entity
        writer.member("id", entity.id)
        writer.member("type", entity.kind.rawValue)
        writer.member("subtype", entity.subtype)
        writer.key("label")
        writeName(entity.label, entity.labelLanguage, to: &writer)
    }

    /// The same with the decision that made it so.
    static func write(_ stored: StoredEntity, by curation: StoredCuration, to writer: inout JSONWriter) {
        writer.object { writer in
            writeMembers(stored, to: &writer)
            CurationJSON.writeMembers(curation, to: &writer)
        }
    }

    private static func writeMembers(_ stored: StoredEntity, to writer: inout JSONWriter) {
        let entity = stored.entity
        writeSummary(stored, to: &writer)
        writer.arrayMember("labels") { writer in
            for label in stored.labels { writeName(label.text, label.language, to: &writer) }
        }
        writeAliases(entity, to: &writer)
        writeIdentity(stored, to: &writer)
        writer.member("articles", stored.articleCount)
        writer.member("mentions", stored.mentionCount)
        writer.member("first", stored.firstDate)
        writer.member("last", stored.lastDate)
        writer.arrayMember("merged_from") { writer in
            for merged in stored.merged {
                writer.object { writer in
                    writer.member("id", merged.id)
                    writer.member("reason", merged.reason)
                    writer.member("confidence", merged.confidence)
                }
            }
        }
        writer.member("etag", EntityTag(describing: stored).text)
    }

    private static func writeAliases(_ entity: Entity, to writer: inout JSONWriter) {
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
    }

    private static func writeName(_ text: String, _ language: Language, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.textMembers(text, language, LanguageDetector().direction(of: text.utf8))
        }
    }

    private static func writeIdentity(_ stored: StoredEntity, to writer: inout JSONWriter) {
        let entity = stored.entity
        writer.objectMember("external") { writer in
            writer.member("wikidata", entity.wikidata)
            writer.member("iso3166", entity.iso3166)
            for (name, id) in stored.external.sorted(by: { $0.key < $1.key }) {
                writer.key(name)
                writer.string(id)
            }
        }
        writer.key("geo")
        guard let latitude = entity.latitude, let longitude = entity.longitude else { return writer.null() }
        writer.object { writer in
            writer.member("lat", latitude)
            writer.member("lon", longitude)
        }
    }

    /// The kind of what is named; `nationality` for an adjective such as أذربيجاني, which names no place itself, and
    /// `reference` for a noun such as الوزارة, which names nothing itself.
    static func type(of mention: Mention) -> String {
        switch mention.form {
        case .adjective: "nationality"
        case .noun: "reference"
        case .name, .acronym: mention.kind.rawValue
        }
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
            writer.member("reason", mention.reason)
        }
    }
}
