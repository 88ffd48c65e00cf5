/// Some lists, those that can give most first.
struct ListOrder {
    static let capacity = 16

    private var lists = InlineArray<16, Int32>(repeating: 0)
    private var bounds = InlineArray<16, UInt32>(repeating: 0)
    private(set) var count = 0
    private(set) var total: UInt32 = 0

    /// At most `capacity` are taken.
    @inline(__always)
    mutating func insert(_ list: Int, bound: UInt32) {
        guard count < Self.capacity else { return }
        var place = count
        while place > 0, bounds[place - 1] < bound {
            bounds[place] = bounds[place - 1]
            lists[place] = lists[place - 1]
            place -= 1
        }
        bounds[place] = bound
        lists[place] = Int32(truncatingIfNeeded: list)
        count += 1
        total &+= bound
    }

    @inline(__always)
    func list(_ place: Int) -> Int { Int(lists[place]) }
    @inline(__always)
    func bound(_ place: Int) -> UInt32 { bounds[place] }
}
