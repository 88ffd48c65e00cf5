import Articles
import Foundation
import TarikhAPI
import TextAnalysis

/// A line of `tarikh annotate --jsonl`.
struct AnnotationRequest {
    let id: String
    /// UTF-8
    let text: [UInt8]
    private let members: Members

    private struct Members: Decodable {
        let id: String
        let text: String
        let lang: String?
        let dct: String?
        let title: String?
    }

    init(json: [UInt8]) throws(CommandFailure) {
        do {
            members = try JSONDecoder().decode(Members.self, from: Data(json))
        } catch {
            throw CommandFailure(.failed, "It is no object with the strings 'id' and 'text'.")
        }
        if let dct = members.dct, Timestamp.seconds(dct) == nil {
            throw CommandFailure(.failed, "'dct' is no day and no RFC 3339 time.")
        }
        id = members.id
        text = Array(members.text.utf8)
    }

    /// What the line says, or else `defaults`.
    func metadata(_ defaults: ArticleMetadata) -> ArticleMetadata {
        var metadata = defaults
        if let title = members.title, !title.isEmpty { metadata.title = title }
        if let seconds = members.dct.flatMap(Timestamp.seconds) { metadata.publishedAt = seconds }
        if let language = members.lang.flatMap(Language.init(tag:)) { metadata.language = language }
        return metadata
    }
}
