/// A search of one segment for words that are in few of its documents: their short lists are merged.
struct SparseSearch {
    private struct Match {
        var document: UInt32
        var score: UInt32
    }

    private let part: Int
    private let state: IndexState
    private let lists: [(entry: TermEntry, weight: UInt32)]
    /// What adds to the score of documents that match.
    private let extra: [(entry: TermEntry, weight: UInt32)]

    /// `nil` when the query is of another kind, or a word is in many documents.
    init?(_ plan: SearchPlan, filter: SearchFilter, part: Int) {
        guard plan.complete == nil, plan.root.isUnion, filter.clauses.isEmpty, filter.interval == nil else {
            return nil
        }
        var lists: [(entry: TermEntry, weight: UInt32)] = []
        var extra = lists
        for leaf in plan.leaves {
            guard case .word(let terms) = leaf.matching, leaf.alternative == nil, leaf.isScored else {
                return nil
            }
            // A surface form of one word adds to the score of documents that match by another, as in `LeafMatcher`.
            for (terms, isExtra) in [(terms, false), (leaf.extra, true)] {
                for term in terms {
                    guard let entry = term.entries[part] else { continue }
                    guard entry.documentCount <= SegmentLayout.flatLimit else { return nil }
                    if isExtra {
                        extra.append((entry, term.weight))
                    } else {
                        lists.append((entry, term.weight))
                    }
                }
            }
        }
        self.lists = lists
        self.extra = extra
        self.part = part
        state = plan.state
    }

    /// Offers what matches; returns how many that are.
    func run(_ top: inout TopHits) -> Int {
        var sums: [Match] = []
        for list in lists {
            let found = matches(list.entry, list.weight)
            sums = sums.isEmpty ? found : Self.union(sums, found)
        }
        guard !sums.isEmpty else { return 0 }
        for list in extra { Self.add(matches(list.entry, list.weight), to: &sums) }
        let segment = state.parts[part].segment
        let deleted = state.parts[part].deleted
        var total = 0
        for match in sums where deleted.count == 0 || !deleted.contains(Int(match.document)) {
            total += 1
            if match.score >= top.threshold {
                top.offer(TopHits.Entry(score: match.score, key: segment.key(of: Int(match.document))))
            }
        }
        return total
    }

    private func matches(_ entry: TermEntry, _ weight: UInt32) -> [Match] {
        let segment = state.parts[part].segment
        let impacts = state.impacts
        var matches: [Match] = []
        matches.reserveCapacity(entry.documentCount)
        PostingChunk.forEachFlat(entry) { document, code in
            guard document < segment.documentCount, document >= matches.last?.document ?? 0 else { return }
            let impact = impacts[Int(code) << 8 | Int(segment.norms[Int(document)])]
            matches.append(Match(document: document, score: Scoring.score(weight: weight, impact: impact)))
        }
        return matches
    }

    private static func union(_ first: [Match], _ second: [Match]) -> [Match] {
        var both: [Match] = []
        both.reserveCapacity(first.count + second.count)
        var index = 0
        for match in first {
            while index < second.count, second[index].document < match.document {
                both.append(second[index])
                index += 1
            }
            both.append(match)
            if index < second.count, second[index].document == match.document {
                both[both.count - 1].score &+= second[index].score
                index += 1
            }
        }
        both += second[index...]
        return both
    }

    private static func add(_ list: [Match], to sums: inout [Match]) {
        var index = 0
        for match in list {
            while index < sums.count, sums[index].document < match.document { index += 1 }
            guard index < sums.count else { return }
            if sums[index].document == match.document { sums[index].score &+= match.score }
        }
    }
}
