/// Goes through the terms of several spaces in one order.
struct MergedTerms {
    private var iterators: [TermIterator]
    /// The spaces that are not at their end.
    private var open: [Int] = []
    /// Those that stand at the current term.
    private var current: [Int] = []
    private var isStarted = false
    private(set) var term: [UInt8] = []
    /// Which spaces have the current term, in order, and where.
    private(set) var entries: [(space: Int, entry: TermEntry)] = []

    init(_ spaces: [TermSpace], from sought: [UInt8] = []) {
        iterators = spaces.map { TermIterator($0, from: sought) }
    }

    mutating func next() -> Bool {
        if isStarted {
            for space in current where !iterators[space].next() { open.removeAll { $0 == space } }
        } else {
            isStarted = true
            for space in iterators.indices where iterators[space].next() { open.append(space) }
        }
        current.removeAll(keepingCapacity: true)
        for space in open {
            if let best = current.first {
                if iterators[best].term == iterators[space].term {
                    current.append(space)
                    continue
                }
                guard iterators[space].term.lexicographicallyPrecedes(iterators[best].term) else { continue }
                current.removeAll(keepingCapacity: true)
            }
            current.append(space)
        }
        guard let first = current.first else { return false }
        term = iterators[first].term
        entries.removeAll(keepingCapacity: true)
        for space in current { entries.append((space, iterators[space].entry)) }
        return true
    }
}
