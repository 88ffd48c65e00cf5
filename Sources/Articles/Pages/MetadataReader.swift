import TextAnalysis

/// Takes what is known of an article from candidates, the most trusted first, and keeps which one it was.
package struct MetadataReader {
    package typealias Candidate = (place: String, values: [String])

    package private(set) var metadata = ArticleMetadata()
    package private(set) var origins: [Reception.Origin] = []

    package init() {}

    /// Takes a field's first candidate that has a usable value.
    package mutating func take(_ field: Reception.Field, from candidates: [Candidate]) {
        for (place, values) in candidates {
            let values = values.map { PlainText.words($0) }.filter { !$0.isEmpty }
            if !values.isEmpty, set(field, values) {
                origins.append(Reception.Origin(field, place))
                return
            }
        }
    }

    private mutating func set(_ field: Reception.Field, _ values: [String]) -> Bool {
        switch field {
        case .title: return set(\.title, values, limit: 4096)
        case .url: return set(\.url, values.filter(Self.isAddress), limit: 4096)
        case .source: return set(\.source, values, limit: 512)
        case .externalID: return set(\.externalID, values, limit: 512)
        case .publishedAt: return set(\.publishedAt, values)
        case .modifiedAt: return set(\.modifiedAt, values)
        case .language:
            metadata.language = values.lazy.compactMap(Language.init(tag:)).first
            return metadata.language != nil
        case .authors:
            metadata.authors = Self.distinct(
                values.filter { $0.utf8.count <= 512 && !Self.isAddress($0) }, limit: 64)
            return !metadata.authors.isEmpty
        case .tags:
            metadata.tags = Self.distinct(values.filter { $0.utf8.count <= 256 }, limit: 64)
            return !metadata.tags.isEmpty
        case .text: return false
        }
    }

    private mutating func set(
        _ path: WritableKeyPath<ArticleMetadata, String?>, _ values: [String], limit: Int
    ) -> Bool {
        guard let value = values.first(where: { $0.utf8.count <= limit }) else { return false }
        metadata[keyPath: path] = value
        return true
    }

    private mutating func set(_ path: WritableKeyPath<ArticleMetadata, Int64?>, _ values: [String]) -> Bool {
        guard let seconds = values.lazy.compactMap(Moment.seconds).first else { return false }
        metadata[keyPath: path] = seconds
        return true
    }

    /// An absolute address of the web.
    static func isAddress(_ text: String) -> Bool {
        let start = text.prefix(8).lowercased()
        return (start.hasPrefix("http://") || start.hasPrefix("https://")) && !text.contains(" ")
    }

    private static func distinct(_ values: [String], limit: Int) -> [String] {
        var distinct: [String] = []
        for value in values where distinct.count < limit && !distinct.contains(value) {
            distinct.append(value)
        }
        return distinct
    }
}
