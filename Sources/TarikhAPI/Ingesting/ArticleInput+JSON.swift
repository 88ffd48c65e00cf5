import Articles
import Foundation
import TextAnalysis

extension ArticleInput {
    /// The largest body read as JSON: the largest text with every byte escaped, and room for the rest.
    private static let maximumJSONBytes = 6 * ArticleParser.maximumTextBytes + (1 << 20)

    /// Reads the object of `POST /v1/articles` or a line of NDJSON: `text` or `html` and, if given, `title`, `url`, `external_id`,
    /// `source`, `published_at`, `lang` and `tags`. Any other member is an error.
    package init(json: [UInt8]) throws(IngestionError) {
        guard json.count <= Self.maximumJSONBytes else {
            throw .tooLarge(limit: ArticleParser.maximumTextBytes)
        }
        if let offset = UTF8Validation.firstInvalidByte(of: json) { throw .invalidUTF8(offset: offset) }
        do {
            self = try JSONDecoder().decode(Decoded.self, from: Data(json)).input
        } catch let error as IngestionError {
            throw error
        } catch let error as DecodingError {
            // What is nested too deep is told as such, whichever limit was met.
            if case .failure(.tooDeep(let limit)) = Result(catching: { () throws(JSONReader.Failure) in
                try JSONReader.value(json)
            }) {
                throw IngestionError(JSONReader.Failure.tooDeep(limit: limit))
            }
            throw IngestionError(error)
        } catch {
            throw .malformed(code: "invalid_json", pointer: "", detail: "The body is not JSON.")
        }
    }
}

/// The JSON object of an article.
private struct Decoded: Decodable {
    enum Key: String, CodingKey, CaseIterable {
        case text, html, title, url, source, lang, tags
        case externalID = "external_id"
        case publishedAt = "published_at"
    }

    let input: ArticleInput

    init(from decoder: any Decoder) throws {
        try Self.refuseUnknownMembers(of: decoder)
        let members = try decoder.container(keyedBy: Key.self)
        if members.contains(.html) {
            input = try Self.page(members)
            return
        }
        guard members.contains(.text) else {
            throw IngestionError.malformed(code: "missing", pointer: "/text", detail: "'text' is missing.")
        }
        let text = Array(try members.decode(String.self, forKey: .text).utf8)
        guard text.count <= ArticleParser.maximumTextBytes else {
            throw IngestionError.tooLarge(limit: ArticleParser.maximumTextBytes)
        }
        input = ArticleInput(text: text, metadata: try Self.metadata(members))
    }

    /// A page, and what the sender says of it.
    private static func page(_ members: KeyedDecodingContainer<Key>) throws -> ArticleInput {
        guard !members.contains(.text) else {
            throw IngestionError.malformed(
                code: "conflict", pointer: "/html", detail: "An article has 'text' or 'html', not both.")
        }
        let html = Array(try members.decode(String.self, forKey: .html).utf8)
        var input = try ArticleInput(
            page: html, reception: Reception(mediaType: "text/html", charsetBasis: "json"), pointer: "/html")
        input.override(with: try metadata(members))
        return input
    }

    private static func metadata(_ members: KeyedDecodingContainer<Key>) throws -> ArticleMetadata {
        ArticleMetadata(
            title: try string(.title, in: members, limit: 4096),
            url: try string(.url, in: members, limit: 4096),
            externalID: try string(.externalID, in: members, limit: 512),
            source: try string(.source, in: members, limit: 512),
            publishedAt: try publicationTime(members),
            language: try language(members),
            tags: try tags(members))
    }

    private static func refuseUnknownMembers(of decoder: any Decoder) throws {
        let known = Set(Key.allCases.map(\.rawValue))
        let members = try decoder.container(keyedBy: AnyKey.self).allKeys.map(\.stringValue)
        guard let unknown = members.filter({ !known.contains($0) }).min() else { return }
        throw IngestionError.malformed(
            code: "unknown_member", pointer: "/" + JSONPointer.escaped(unknown),
            detail: "There is no member '\(unknown.prefix(64))'; "
                + Nearest.hint(to: unknown, among: known))
    }

    /// `nil` when absent, `null` or empty.
    private static func string(
        _ key: Key, in members: KeyedDecodingContainer<Key>, limit: Int
    ) throws -> String? {
        guard let value = try members.decodeIfPresent(String.self, forKey: key), !value.isEmpty else {
            return nil
        }
        guard value.utf8.count <= limit else {
            throw IngestionError.malformed(
                code: "too_long", pointer: "/" + key.rawValue,
                detail: "'\(key.rawValue)' has at most \(limit) bytes.")
        }
        return value
    }

    /// RFC 3339, a day, or milliseconds since 1970.
    private static func publicationTime(_ members: KeyedDecodingContainer<Key>) throws -> Int64? {
        if let milliseconds = try? members.decodeIfPresent(Int64.self, forKey: .publishedAt) {
            // Not an integer: then it must be a string, and that is decoded below.
            if (-62_167_219_200_000...253_402_300_799_999).contains(milliseconds) {
                return Int64((Double(milliseconds) / 1000).rounded(.down))
            }
        } else if let text = try string(.publishedAt, in: members, limit: 64) {
            if let seconds = Timestamp.seconds(text) { return seconds }
        } else {
            return nil
        }
        throw IngestionError.malformed(
            code: "invalid_date", pointer: "/published_at",
            detail: "'published_at' is no RFC 3339 time, no day, and no milliseconds since 1970.")
    }

    private static func language(_ members: KeyedDecodingContainer<Key>) throws -> Language? {
        guard let tag = try string(.lang, in: members, limit: 35) else { return nil }
        // BCP 47, 2.1: a primary subtag has two to eight letters.
        let primary = tag.utf8.prefix { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
        let isTag =
            (2...8).contains(primary.count) && primary.allSatisfy { (0x61...0x7a).contains($0 | 0x20) }
        guard isTag else {
            throw IngestionError.malformed(
                code: "invalid_language", pointer: "/lang", detail: "'lang' is no BCP 47 language tag.")
        }
        return Language(tag: tag) ?? .undetermined
    }

    private static func tags(_ members: KeyedDecodingContainer<Key>) throws -> [String] {
        let tags = try members.decodeIfPresent([String].self, forKey: .tags) ?? []
        guard tags.count <= 64, tags.allSatisfy({ (1...256).contains($0.utf8.count) }) else {
            throw IngestionError.malformed(
                code: "too_long", pointer: "/tags", detail: "'tags' has at most 64 tags of 1 to 256 bytes.")
        }
        return tags
    }
}

/// Any member of an object.
private struct AnyKey: CodingKey {
    let stringValue: String
    let intValue: Int? = nil

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

extension IngestionError {
    fileprivate init(_ error: DecodingError) {
        switch error {
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            let pointer = JSONPointer.string(context.codingPath)
            self = .malformed(
                code: "wrong_type", pointer: pointer,
                detail: pointer.isEmpty ? "The body is no JSON object." : "'\(pointer)' has the wrong type.")
        default:
            self = .malformed(code: "invalid_json", pointer: "", detail: "The body is not JSON.")
        }
    }
}
