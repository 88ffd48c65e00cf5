/// What is wrong with a line of a gazetteer file.
package struct GazetteerError: Error, Equatable, Sendable, CustomStringConvertible {
    package enum Reason: Equatable, Sendable {
        case invalidUTF8
        /// Not 12 columns.
        case columns(Int)
        case unknownKind(String)
        case noName
        /// Not a number, out of range, or one without the other.
        case coordinates
        case wikidata(String)
    }

    /// The file's name as the caller gave it.
    package var file: String
    /// From 1.
    package var line: Int
    package var reason: Reason

    package var description: String {
        let text =
            switch reason {
            case .invalidUTF8: "not UTF-8"
            case .columns(let count): "\(count) columns instead of 12"
            case .unknownKind(let kind): "unknown kind '\(kind)'"
            case .noName: "no name in any language"
            case .coordinates: "latitude and longitude must both be empty or both in range"
            case .wikidata(let item): "'\(item)' is not a Wikidata item"
            }
        return "\(file):\(line): \(text)"
    }
}
