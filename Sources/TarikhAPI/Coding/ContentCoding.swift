import HTTPServer

/// How a body is compressed (RFC 9110, 8.4.1).
enum ContentCoding: String, Sendable, Hashable, CaseIterable {
    /// The one that is liked most comes first.
    case zstd, gzip

    /// The coding of an `Accept-Encoding` that it likes most; `nil` stands for none.
    static func chosen(by field: String?) -> ContentCoding? {
        guard let field else { return nil }
        var best: (coding: ContentCoding, weight: Double)?
        let weights = weights(of: field)
        for coding in allCases {
            let weight = weights[coding.rawValue] ?? weights["*"] ?? 0
            if weight > best?.weight ?? 0 { best = (coding, weight) }
        }
        // Nothing at all is taken only where it is liked better.
        guard let best, best.weight >= weights["identity"] ?? 0 else { return nil }
        return best.coding
    }

    /// Weights from 0 to 1 by the names of codings (RFC 9110, 12.5.3); what can't be read is left out.
    private static func weights(of field: String) -> [String: Double] {
        var weights: [String: Double] = [:]
        for part in field.lowercased().split(separator: ",").prefix(32) {
            let pieces = part.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
            guard let name = pieces.first, !name.isEmpty else { continue }
            let quality = pieces.dropFirst().first { $0.hasPrefix("q=") }
            guard let weight = quality.map({ Double($0.dropFirst(2)) }) ?? 1, (0...1) ~= weight else {
                continue
            }
            weights[name == "x-gzip" ? "gzip" : name] = weight
        }
        return weights
    }

    /// `bytes` compressed; `nil` when that is not possible or not shorter.
    func compressed(_ bytes: [UInt8]) -> [UInt8]? {
        let result =
            switch self {
            case .gzip: Gzip.compressed(bytes)
            case .zstd: Zstandard.compressed(bytes)
            }
        guard let result, result.count < bytes.count else { return nil }
        return result
    }

    /// What was compressed.
    ///
    /// - Throws: `CodingError.tooLarge` when it has more than `limit` bytes, `.damaged` when it is not of this coding.
    func decompressed(_ bytes: [UInt8], limit: Int) throws(CodingError) -> [UInt8] {
        switch self {
        case .gzip: try Gzip.decompressed(bytes, limit: limit)
        case .zstd: try Zstandard.decompressed(bytes, limit: limit)
        }
    }
}

/// Why a compressed body can't be read.
enum CodingError: Error, Hashable {
    case tooLarge, damaged
}
