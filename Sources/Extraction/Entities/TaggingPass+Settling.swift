import Articles
import TextAnalysis

extension TaggingPass {
    /// A word that is a name and an ordinary word needs the model to be so sure without a cue.
    private static let doubtfulConfidence = 0.95

    /// Names in other scripts win, and events around other names; then what the model has found; then longer spans, then known
    /// names, then earlier ones.
    mutating func settle() {
        for span in proposals where span.rule.hasPrefix("latin") { settle(span) }
        for span in proposals where span.kind == .event && span.confidence > 0 { settle(span) }
        let lastNames = lastNames()
        for span in modelSpans where span.form != .adjective {
            // The last name of someone named in full is left for the search for repeated names.
            if span.kind == .person, span.words.count == 1,
                lastNames.contains(words.words[span.words.lowerBound].hash)
            {
                continue
            }
            if let linked = linked(span) { settle(linked) }
        }
        let order = proposals.indices.filter { proposals[$0].confidence > 0 }.sorted { left, right in
            let (left, right) = (proposals[left], proposals[right])
            if left.words.count != right.words.count { return left.words.count > right.words.count }
            if (left.known == nil) != (right.known == nil) { return left.known != nil }
            return left.words.lowerBound < right.words.lowerBound
        }
        for index in order { settle(proposals[index]) }
        settled.sort { $0.words.lowerBound < $1.words.lowerBound }
    }

    /// The last words of names of people that `findRepeatedNames` looks for.
    private func lastNames() -> Set<UInt64> {
        var hashes: Set<UInt64> = []
        for span in modelSpans where span.kind == .person && span.words.count > 1 {
            guard let last = span.words.last, isLastName(last) else { continue }
            hashes.insert(words.words[last].hash)
        }
        return hashes
    }

    /// A span of the model with the entity of the gazetteer that has its words; `nil` when it is no name after all.
    private func linked(_ span: NameSpan) -> NameSpan? {
        if let place = placeOfOffice(span) { return place }
        let isUnsure = span.confidence < Self.doubtfulConfidence
        if isUnsure, span.kind == .place, isDoubtful(span.words) { return nil }
        if let known = knownName(span.words) {
            guard known.kind == span.kind else { return span }
            var linked = known
            linked.confidence = max(known.confidence, span.confidence)
            return linked
        }
        return span
    }

    /// In «وزیر خارجه ایران» there is no organisation after the title.
    private func placeOfOffice(_ span: NameSpan) -> NameSpan? {
        let start = span.words.lowerBound
        guard span.kind == .organisation, continues(start), traits[start - 1].contains(.office) else {
            return nil
        }
        for index in span.words.dropFirst() {
            if let known = known(at: index), known.kind == .place,
                known.words.upperBound == span.words.upperBound
            {
                return known
            }
        }
        return nil
    }
}
