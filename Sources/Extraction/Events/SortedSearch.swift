extension RandomAccessCollection where Index == Int {
    /// The first index from which on all elements are `isBehind`, which must hold for an end of the collection.
    func partition(_ isBehind: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
