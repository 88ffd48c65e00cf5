extension Article {
    /// The text without the debris of `repairs`.
    package var cleanText: [UInt8] {
        var clean: [UInt8] = []
        clean.reserveCapacity(text.count)
        var offset = 0
        for repair in repairs where repair.range.lowerBound >= offset && repair.range.upperBound <= text.count
        {
            clean += text[offset..<repair.range.lowerBound]
            offset = repair.range.upperBound
        }
        clean += text[offset...]
        return clean
    }
}
