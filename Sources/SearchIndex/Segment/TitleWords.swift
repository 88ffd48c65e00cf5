/// The words of the title of the document that is being added, and whether they are in its other texts.
struct TitleWords {
    private var inTitle: [Int] = []
    /// By word, the number of the last document that has it elsewhere, or in the title.
    private var elsewhere: [UInt32] = []
    private var title: [UInt32] = []
    private var document: UInt32 = 0

    mutating func beginDocument() {
        document += 1
        inTitle.removeAll(keepingCapacity: true)
    }

    mutating func add(_ word: Int, isTitle: Bool) {
        if word >= elsewhere.count {
            let more = [UInt32](repeating: 0, count: max(word + 1, elsewhere.count * 2) - elsewhere.count)
            elsewhere += more
            title += more
        }
        if !isTitle {
            elsewhere[word] = document
        } else if title[word] != document {
            title[word] = document
            inTitle.append(word)
        }
    }

    /// Each word of the title once.
    func forEach(_ body: (Int, Bool) -> Void) {
        for word in inTitle { body(word, elsewhere[word] == document) }
    }
}
