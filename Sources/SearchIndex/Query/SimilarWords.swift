/// Finds the words of the index that differ from one by few letters: added, left out, replaced, or exchanged with the next (Damerau
/// and Levenshtein's distance, optimal string alignment). Letters are code points.
///
/// Goes through the sorted terms and leaves out those that begin with what is too far already.
struct SimilarWords {
    struct Candidate: Hashable {
        var word: [UInt8]
        var distance: Int
        var documentCount: Int
    }

    /// Terms and jumps of one walk: bounds the time of a word whatever the index holds.
    private static let mostSteps = 20_000
    private static let mostLetters = 40

    private let word: [UInt32]
    /// The word's letters, ascending.
    private let letters: [UInt32]
    private let distance: Int
    /// So many letters at the start must be the same: with two changes a walk without this bound would see most of the index.
    private let fixed: Int
    /// For each letter of the term that is looked at, and for none, the distances from the beginnings of the word.
    private var rows: [[Int]]
    private var term: [UInt32] = []
    private var steps = 0

    /// `nil` for a word too long to be looked at.
    init?(to word: [UInt8], distance: Int) {
        let scalars = String(decoding: word, as: UTF8.self).unicodeScalars.map(\.value)
        guard scalars.count <= Self.mostLetters, distance > 0 else { return nil }
        self.word = scalars
        letters = Set(scalars).sorted()
        self.distance = distance
        fixed = distance > 1 ? 1 : 0
        rows = [Array(0...scalars.count)]
    }

    /// The words of all segments within the distance, not the word itself.
    mutating func candidates(in state: IndexState) -> [Candidate] {
        var found: [[UInt8]: Candidate] = [:]
        for part in state.parts {
            walk(part.segment.surfaces) { term, distance, count in
                var candidate =
                    found[term] ?? Candidate(word: term, distance: distance, documentCount: 0)
                candidate.documentCount += count
                found[term] = candidate
            }
        }
        return Array(found.values)
    }

    private mutating func walk(
        _ space: TermSpace, _ body: (_ term: [UInt8], _ distance: Int, _ documentCount: Int) -> Void
    ) {
        var terms = TermIterator(space)
        while steps < Self.mostSteps, terms.next() {
            steps += 1
            let scalars = String(decoding: terms.term, as: UTF8.self).unicodeScalars.map(\.value)
            if let depth = read(scalars) {
                guard let next = next(after: scalars, depth: depth) else { return }
                terms = TermIterator(space, from: next)
            } else if let last = rows.last?.last, last > 0, last <= distance {
                body(terms.term, last, terms.documentCount)
            }
        }
    }

    /// Works out the rows of a term; returns the number of letters with which every term is too far, if so many were found.
    private mutating func read(_ scalars: [UInt32]) -> Int? {
        var shared = 0
        while shared < term.count, shared < scalars.count, term[shared] == scalars[shared] { shared += 1 }
        rows.removeLast(rows.count - shared - 1)
        term.removeLast(term.count - shared)
        for depth in shared..<scalars.count {
            term.append(scalars[depth])
            let row = row(depth)
            rows.append(row)
            if row.min() ?? 0 > distance { return depth + 1 }
        }
        return nil
    }

    private func row(_ depth: Int) -> [Int] {
        let above = rows[depth]
        let letter = term[depth]
        if depth < fixed, word.count <= depth || word[depth] != letter {
            return Array(repeating: distance + 1, count: word.count + 1)
        }
        var row = [depth + 1]
        for index in word.indices {
            let isSame = word[index] == letter
            var least = min(above[index] + (isSame ? 0 : 1), above[index + 1] + 1, row[index] + 1)
            if depth > 0, index > 0, word[index - 1] == letter, word[index] == term[depth - 1] {
                least = min(least, rows[depth - 1][index - 1] + 1)
            }
            row.append(least)
        }
        return row
    }

    /// Where terms go on that do not begin with the first `depth` letters of `scalars`: another letter can do only where it is one
    /// of the word's, or where any letter would.
    private func next(after scalars: [UInt32], depth: Int) -> [UInt8]? {
        var depth = depth
        while depth > 0 {
            let letter = scalars[depth - 1]
            let isOpen = depth > fixed && rows[depth - 1].min() ?? 0 < distance
            let following = isOpen ? letter + 1 : letters.first { $0 > letter }
            if let following, let scalar = Unicode.Scalar(following == 0xD800 ? 0xE000 : following) {
                var view = String.UnicodeScalarView()
                view.append(contentsOf: scalars[..<(depth - 1)].compactMap(Unicode.Scalar.init))
                view.append(scalar)
                return Array(String(view).utf8)
            }
            depth -= 1
        }
        return nil
    }
}
