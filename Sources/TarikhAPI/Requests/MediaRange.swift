/// One range of an `Accept` field (RFC 9110, 12.5.1).
struct MediaRange: Sendable, Hashable {
    /// `text/csv`, `text/*` or `*/*`, in small letters.
    private let name: Substring
    /// `name=value` each, in small letters, without quotation marks.
    private let parameters: [Substring]
    /// Thousandths, 0…1000.
    let weight: Int

    /// The ranges of a field's value; what is none is passed over.
    static func list(_ field: String) -> [MediaRange] {
        field.lowercased().split(separator: ",").compactMap(MediaRange.init)
    }

    private init?(_ text: Substring) {
        let pieces = text.split(separator: ";").map { piece in
            Substring(String(piece.filter { $0 != " " && $0 != "\t" && $0 != "\"" }))
        }
        guard let name = pieces.first, name.contains("/") else { return nil }
        self.name = name
        parameters = pieces.dropFirst().filter { !$0.hasPrefix("q=") && !$0.isEmpty }
        let weight = pieces.dropFirst().first { $0.hasPrefix("q=") }?.dropFirst(2)
        self.weight = weight.map(Self.thousandths) ?? 1000
    }

    /// How narrowly the range names `media`; `nil` when it does not cover it. All answers are UTF-8, so that much may be said
    /// of any of them.
    func specificity(for media: MediaType) -> Int? {
        let type = media.name.prefix { $0 != "/" }
        let level = name == media.name ? 3 : name == type + "/*" ? 2 : name == "*/*" ? 1 : 0
        let known = media.parameters.split(separator: ";").map { $0.drop(while: { $0 == " " }) }
        guard level > 0, parameters.allSatisfy({ $0 == "charset=utf-8" || known.contains($0) }) else {
            return nil
        }
        return level * 100 + min(parameters.count, 99)
    }

    /// A `qvalue` (RFC 9110, 12.4.2); what is none counts as 1, as if it had not been sent.
    private static func thousandths(_ text: Substring) -> Int {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let fraction = parts.count == 2 ? parts[1] : ""
        guard parts.count <= 2, parts[0] == "0" || parts[0] == "1", fraction.utf8.count <= 3,
            fraction.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return 1000 }
        let digits = fraction + String(repeating: "0", count: 3 - fraction.utf8.count)
        return parts[0] == "1" ? 1000 : Int(digits) ?? 1000
    }
}
