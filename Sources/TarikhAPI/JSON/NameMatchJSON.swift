import ArticleStore
import Articles
import HTTPServer
import TextAnalysis

/// Which name of an entity was asked for.
enum NameMatchJSON {
    /// The member `matched_by` of an open object; `null` when no name was asked for.
    static func write(_ match: NameMatch?, to writer: inout JSONWriter) {
        guard let match else { return writer.nullMember("matched_by") }
        writer.objectMember("matched_by") { writeMembers(match, to: &$0) }
    }

    static func writeMembers(_ match: NameMatch, to writer: inout JSONWriter) {
        writer.member("by", match.extent == .sound ? "translit" : match.kind == nil ? "label" : "alias")
        writer.member("match", name(of: match.extent))
        writer.member("text", match.text)
        writer.member("lang", match.language.code)
        writer.member("kind", match.kind?.rawValue)
    }

    private static func name(of extent: NameMatch.Extent) -> String {
        switch extent {
        case .exact: "exact"
        case .prefix: "prefix"
        case .word: "word"
        case .part: "part"
        case .sound: "sound"
        }
    }
}

/// Whom the names in a query's filters stand for.
struct NamesJSON {
    var names: [(name: String, found: [ArticleStore.Suggestion])]

    /// The member `matched_by` of an open object: one element for each name, ids are none.
    func write(to writer: inout JSONWriter) {
        writer.arrayMember("matched_by") { writer in
            for (name, found) in names {
                writer.object { writer in
                    writer.member("parameter", "entity")
                    writer.member("value", name)
                    writer.arrayMember("entities") { writer in
                        for suggestion in found {
                            writer.object { writer in
                                writer.member("id", suggestion.entity.entity.id)
                                NameMatchJSON.writeMembers(suggestion.match, to: &writer)
                            }
                        }
                    }
                }
            }
        }
    }
}
