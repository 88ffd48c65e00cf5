/// The distance of Damerau and Levenshtein, as far as names need it.
package enum EditDistance {
    /// Whether at most one scalar is added, left out, replaced, or exchanged with its neighbour. Linear in the shorter.
    package static func isAtMostOne(_ left: String, _ right: String) -> Bool {
        let left = Array(left.unicodeScalars)
        let right = Array(right.unicodeScalars)
        guard abs(left.count - right.count) <= 1 else { return false }
        var start = 0
        while start < left.count, start < right.count, left[start] == right[start] { start += 1 }
        var end = 0
        while end < left.count - start, end < right.count - start,
            left[left.count - 1 - end] == right[right.count - 1 - end]
        {
            end += 1
        }
        let middle = (left[start..<left.count - end], right[start..<right.count - end])
        switch (middle.0.count, middle.1.count) {
        case (0...1, 0...1): return true
        case (2, 2): return middle.0.first == middle.1.last && middle.0.last == middle.1.first
        default: return false
        }
    }
}
