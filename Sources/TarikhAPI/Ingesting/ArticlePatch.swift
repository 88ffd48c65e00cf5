import Articles
import Foundation
import HTTPServer
import TextAnalysis

/// Changes to an article as a JSON Merge Patch (RFC 7396): a member takes the place of the one there is, `null` takes it away, and what
/// is not named stays.
struct ArticlePatch: Sendable {
    /// The members that it names.
    let names: Set<String>
    /// What they say; the text is that of the article where it is not named.
    private let input: ArticleInput

    /// - Throws: `IngestionError`, as for a whole article.
    init(json: [UInt8], of article: Article) throws(IngestionError) {
        if let offset = UTF8Validation.firstInvalidByte(of: json) { throw .invalidUTF8(offset: offset) }
        let members: [String: Member]
        do {
            members = try JSONDecoder().decode([String: Member].self, from: Data(json))
        } catch DecodingError.typeMismatch {
            throw .malformed(code: "wrong_type", pointer: "", detail: "The body is no JSON object.")
        } catch {
            throw .malformed(code: "invalid_json", pointer: "", detail: "The body is not JSON.")
        }
        names = Set(members.keys)
        if case .null = members["text"] {
            throw .malformed(code: "missing", pointer: "/text", detail: "'text' can't be taken away.")
        }
        var writer = JSONWriter(reservingCapacity: json.count)
        writer.object { writer in
            // What is not named is not read again, but there must be a text.
            if members["text"] == nil { writer.member("text", "a") }
            for (name, member) in members { member.write(name, to: &writer) }
        }
        input = try ArticleInput(json: writer.bytes)
    }

    /// Whether what is read from the text may be another than before.
    var changesReading: Bool { !names.isDisjoint(with: ["text", "title", "lang"]) }

    /// The text of the changed article, where it is another.
    var text: [UInt8]? { names.contains("text") ? input.text : nil }

    /// What the changed article is said to be.
    func metadata(of article: Article) -> ArticleMetadata {
        var metadata = article.metadata
        let new = input.metadata
        for name in names {
            switch name {
            case "title": metadata.title = new.title
            case "url": metadata.url = new.url
            case "external_id": metadata.externalID = new.externalID
            case "source": metadata.source = new.source
            case "published_at": metadata.publishedAt = new.publishedAt
            case "lang": metadata.language = new.language
            case "tags": metadata.tags = new.tags
            default: break
            }
        }
        return metadata
    }
}

/// A value of a patch, as far as articles have such.
private enum Member: Decodable {
    case null
    case text(String)
    case integer(Int64)
    case list([String])
    /// None that a member may have.
    case other

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        // Each is tried: JSON does not say beforehand which it is.
        if value.decodeNil() {
            self = .null
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let integer = try? value.decode(Int64.self) {
            self = .integer(integer)
        } else if let list = try? value.decode([String].self) {
            self = .list(list)
        } else {
            self = .other
        }
    }

    func write(_ name: String, to writer: inout JSONWriter) {
        writer.key(name)
        switch self {
        case .null: writer.null()
        case .text(let text): writer.string(text)
        case .integer(let value): writer.integer(value)
        case .list(let texts):
            writer.array { writer in
                for text in texts { writer.string(text) }
            }
        case .other: writer.object { _ in }
        }
    }
}
