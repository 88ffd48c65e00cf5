import ArticleStore
import Articles
import HTTPServer
import TextAnalysis

/// What people said of an entity: only what they did say.
enum EntityChangeJSON {
    static func write(_ change: EntityChange, to writer: inout JSONWriter) {
        writer.object { writer in
            if let kind = change.kind { writer.member("type", kind.rawValue) }
            if let subtype = change.subtype { writer.member("subtype", subtype) }
            if let label = change.label {
                writer.objectMember("label") { $0.nameMembers(label.text, label.language) }
            }
            if !change.labels.isEmpty {
                writer.key("labels")
                write(change.labels.map { ($0.key.code, $0.value) }, to: &writer)
            }
            if !change.addedAliases.isEmpty || !change.removedAliases.isEmpty {
                writer.objectMember("aliases") { writer in
                    writer.arrayMember("add") { writer in
                        for alias in change.addedAliases {
                            writer.object { writer in
                                writer.nameMembers(alias.text, alias.language)
                                writer.member("kind", alias.kind.rawValue)
                            }
                        }
                    }
                    writer.member("remove", change.removedAliases)
                }
            }
            if !change.external.isEmpty {
                writer.key("external")
                write(change.external.map { ($0.key, $0.value) }, to: &writer)
            }
        }
    }

    private static func write(_ members: [(String, String?)], to writer: inout JSONWriter) {
        writer.object { writer in
            for (name, value) in members.sorted(by: { $0.0 < $1.0 }) {
                writer.key(name)
                if let value { writer.string(value) } else { writer.null() }
            }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func nameMembers(_ text: String, _ language: Language) {
        member("text", text)
        member("lang", language.code)
    }
}
