package import Articles

extension Article {
    /// Who the article is from: what its sender said, or else the agency that its text credits.
    package var sourceName: String? {
        metadata.source ?? attributions.first { $0.role == .origin }.map { string($0.range) }
    }
}
