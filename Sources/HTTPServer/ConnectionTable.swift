/// The open connections of a loop by their descriptors, which the kernel keeps small.
final class ConnectionTable {
    private var places: [Connection?] = []
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }

    subscript(_ number: Int32) -> Connection? {
        let index = Int(number)
        return index < places.count ? places[index] : nil
    }

    func insert(_ connection: Connection, _ number: Int32) {
        let index = Int(number)
        while index >= places.count { places.append(nil) }
        if places[index] == nil { count += 1 }
        places[index] = connection
    }

    func remove(_ number: Int32) {
        let index = Int(number)
        guard index < places.count, places[index] != nil else { return }
        places[index] = nil
        count -= 1
    }

    /// All that are open now.
    var all: [Connection] { places.compactMap { $0 } }
}
