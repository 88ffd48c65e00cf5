/// A term's documents, for writing.
struct TermPostings {
    /// Ascending.
    var documents: [UInt32] = []
    /// The frequency code of each document.
    var codes: [UInt8] = []
    /// For each document, as small numbers: its position when the code is 1; otherwise how many follow the first, the first, and the
    /// steps to the others. Empty in a space without positions.
    var positions: [UInt8] = []
    /// Where each document's part of `positions` ends.
    var positionEnds: [Int] = []

    mutating func removeAll() {
        documents.removeAll(keepingCapacity: true)
        codes.removeAll(keepingCapacity: true)
        positions.removeAll(keepingCapacity: true)
        positionEnds.removeAll(keepingCapacity: true)
    }

    /// Appends a document. `positions` ascend.
    mutating func add(_ document: UInt32, frequency: Float, positions list: [UInt32]) {
        documents.append(document)
        // Code 1 is kept for documents with one position.
        codes.append(max(Scoring.code(ofFrequency: frequency), list.count > 1 ? 2 : 1))
        guard var last = list.first else { return }
        if codes[codes.count - 1] > 1 { positions.append(small: UInt32(list.count - 1)) }
        positions.append(small: last)
        for position in list.dropFirst() {
            positions.append(small: position - last)
            last = position
        }
        positionEnds.append(positions.count)
    }
}
