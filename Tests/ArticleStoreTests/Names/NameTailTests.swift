import Testing

@testable import ArticleStore

struct NameTailTests {
    @Test func `a name is found from each of its words on`() {
        let tails = NameTail.all(of: "وليّ العهد، محمد بن سلمان")
        #expect(
            tails.map(\.text) == [
                "ولي العهد محمد بن سلمان", "العهد محمد بن سلمان", "عهد محمد بن سلمان", "محمد بن سلمان",
                "بن سلمان", "سلمان",
            ])
        #expect(tails.map(\.place) == [0, 1, 1, 1, 1, 1])
    }

    @Test(arguments: [
        ("Ben-Gurion", ["ben gurion", "gurion"]), ("آذربایجان", ["اذربايجان"]), ("ألب", ["الب"]),
        ("« — »", []), ("", []), ("نعم نعم", ["نعم نعم", "نعم"]),
    ])
    func `words are folded and stand apart`(name: String, tails: [String]) {
        #expect(NameTail.all(of: name).map(\.text) == tails)
    }

    @Test func `a name of any length has a few short tails`() {
        let name =
            Array(repeating: "اسم", count: 10_000).joined(separator: " ")
            + String(repeating: "ط", count: 9999)
        let tails = NameTail.all(of: name)
        #expect(tails.count <= 16 && tails.allSatisfy { $0.text.utf8.count <= NameTail.maximumBytes })
        #expect(NameTail.prefix(of: name).utf8.count <= NameTail.maximumBytes)
        #expect(
            NameTail.all(of: String(repeating: "ط", count: 999)).map(\.text) == [
                String(repeating: "ط", count: 32)
            ])
    }
}
