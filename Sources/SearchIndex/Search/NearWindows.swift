/// Finds places where some words stand close together.
enum NearWindows {
    /// Calls `body` with the first and the last position of windows that do not overlap and hold one of each list, the last at most
    /// `distance` after the first. The lists ascend. Windows that `isWithinText` refuses are left out.
    static func forEach(
        _ lists: [[UInt32]], distance: Int, isWithinText: (UInt32, UInt32) -> Bool, _ body: (UInt32) -> Void
    ) {
        let distance = UInt32(clamping: max(distance, lists.count - 1))
        var heads = [Int](repeating: 0, count: lists.count)
        while true {
            var first = UInt32.max
            var last: UInt32 = 0
            var earliest = 0
            for list in lists.indices {
                guard heads[list] < lists[list].count else { return }
                let position = lists[list][heads[list]]
                if position < first {
                    first = position
                    earliest = list
                }
                last = max(last, position)
            }
            if first <= last, last - first <= distance, isWithinText(first, last) {
                body(first)
                for list in lists.indices {
                    while heads[list] < lists[list].count, lists[list][heads[list]] <= last {
                        heads[list] += 1
                    }
                }
            } else {
                heads[earliest] += 1
            }
        }
    }
}
