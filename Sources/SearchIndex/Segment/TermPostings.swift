/// A term's documents, for writing.
struct TermPostings {
    /// Ascending.
    var documents: [UInt32] = []
    /// The frequency code of each document.
    var codes: [UInt8] = []
    /// For each document: twice its first position, plus one when more follow, then how many follow and the steps to them. Empty in
    /// a space without positions.
    var positions: [UInt8] = []
    /// Where each document's part of `positions` ends.
    var positionEnds: [Int] = []

    mutating func removeAll() {
        documents.removeAll(keepingCapacity: true)
        codes.removeAll(keepingCapacity: true)
        positions.removeAll(keepingCapacity: true)
        positionEnds.removeAll(keepingCapacity: true)
    }

    /// Appends the ascending positions of the document added last.
    mutating func add(positions list: ArraySlice<UInt32>) {
        guard let first = list.first else { return }
        positions.append(varint: first << 1 | (list.count > 1 ? 1 : 0))
        if list.count > 1 {
            positions.append(varint: UInt32(list.count - 1))
            var last = first
            for position in list.dropFirst() {
                positions.append(varint: position - last)
                last = position
            }
        }
        positionEnds.append(positions.count)
    }
}
