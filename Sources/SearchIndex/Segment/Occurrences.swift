/// The words of some documents in their order, as numbers of a term table, and their regrouping by term.
struct Occurrences {
    var terms = TermTable()
    private var numbers: [UInt32] = []
    /// For each document, where its words begin.
    private var starts: [Int] = []

    mutating func beginDocument() { starts.append(numbers.count) }
    mutating func add(number: UInt32) { numbers.append(number) }

    /// Returns the term's number.
    @discardableResult
    mutating func add(_ term: [UInt8]) -> UInt32 {
        let number = terms.number(of: term)
        numbers.append(number)
        return number
    }

    /// Calls `body` for each term in order of its bytes with its occurrences, in order: the document in the high half, the place
    /// in the low one. `places` has one for each word of all documents.
    func forEachTerm(places: [UInt32], _ body: (ArraySlice<UInt8>, ArraySlice<UInt64>) -> Void) {
        var ends = [Int](repeating: 0, count: terms.count + 1)
        for number in numbers { ends[Int(number) + 1] += 1 }
        for index in 0..<terms.count { ends[index + 1] += ends[index] }
        var grouped = [UInt64](repeating: 0, count: numbers.count)
        for document in 0..<starts.count {
            let end = document + 1 < starts.count ? starts[document + 1] : numbers.count
            for word in starts[document]..<end {
                let number = Int(numbers[word])
                grouped[ends[number]] = UInt64(document) << 32 | UInt64(places[word])
                ends[number] += 1
            }
        }
        for number in terms.sorted() {
            body(terms.name(number), grouped[(number == 0 ? 0 : ends[number - 1])..<ends[number]])
        }
    }

    /// The same when the places do not matter: they are 0.
    func forEachTerm(_ body: (ArraySlice<UInt8>, ArraySlice<UInt64>) -> Void) {
        forEachTerm(places: [UInt32](repeating: 0, count: numbers.count), body)
    }
}
