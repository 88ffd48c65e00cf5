import Articles
import Testing
import Timeline

struct PairRuleTests {
    static let bridge = Made.event("the harbour bridge opened", "1990-05-03", ["o1", "c1"])

    @Test(arguments: [
        ("the same", Made.event("the harbour bridge opened for trains", "1990-05-03", ["o1"]), true),
        ("another day", Made.event("the harbour bridge opened", "1990-05-04", ["o1", "c1"]), false),
        (
            "another kind", Made.event("the harbour bridge opened", "1990-05-03", kind: "closure", ["o1"]),
            false
        ),
        ("nobody in common", Made.event("the harbour bridge opened", "1990-05-03", ["o2"]), false),
        ("only the day and the kind", Made.event("a school for pilots", "1990-05-03", ["c1"]), false),
        ("denied", Made.event("the harbour bridge opened", "1990-05-03", ["o1"], status: .denied), false),
        ("planned", Made.event("the harbour bridge opened", "1990-05-03", ["o1"], status: .planned), true),
        ("a coarser date", Made.event("the harbour bridge opened", "1990-05", ["o1", "c1"]), false),
        (
            "no kind, one name",
            Made.event("the harbour bridge opened wide", "1990-05-03", kind: nil, ["o1"]), false
        ),
        (
            "no kind, two names",
            Made.event("the harbour bridge opened wide", "1990-05-03", kind: nil, ["o1", "c1"]), true
        ),
        ("no date", Made.event("the harbour bridge opened", "", ["o1", "c1"]), false),
    ])
    func `the same event or not`(_ name: String, _ other: ArticleEvent, _ isSame: Bool) {
        #expect(PairRules.isSame(Self.bridge, other) == isSame, "\(name)")
        #expect(PairRules.isSame(other, Self.bridge) == isSame, "\(name)")
    }

    @Test func `what may happen again in a month is never one event`() {
        let one = Made.event(
            "ministers met for talks", "1990-05", kind: "meeting", ["c1", "c2"], repeatable: true)
        let other = Made.event(
            "ministers met again for talks", "1990-05", kind: "meeting", ["c1", "c2"], repeatable: true)
        #expect(!PairRules.isSame(one, other))
    }

    @Test func `undated events are one only in nearly the same words`() {
        let one = Made.event("the old harbour bridge opened", "", ["o1"])
        #expect(PairRules.isSame(one, Made.event("the old harbour bridge was opened", "", ["o1"])))
        #expect(!PairRules.isSame(one, Made.event("the bridge opened", "", ["o1"])))
        #expect(!PairRules.isSame(one, Made.event("the old harbour bridge was opened", "", ["o2"])))
    }

    @Test(arguments: [
        ("1990", true), ("1990-05", true), ("1991", false), ("1990-06", false), ("1990-05-03", false),
    ])
    func `a coarse date is refined by one inside`(_ date: String, _ fits: Bool) {
        let coarse = Made.event("the harbour bridge opened", date, ["o1", "c1"])
        #expect((PairRules.refinement(of: coarse, by: Self.bridge) != nil) == fits)
    }

    @Test func `an announcement comes before and is of the same thing`() {
        let plan = Made.event("the harbour bridge opened", "1989", ["o1"], status: .announced)
        #expect(PairRules.isSequence(plan, Self.bridge))
        #expect(!PairRules.isSequence(Self.bridge, plan))
        #expect(
            !PairRules.isSequence(
                Made.event("a school opened", "1989", ["o1"], status: .announced), Self.bridge))
        #expect(
            !PairRules.isSequence(
                Made.event("the harbour bridge opened", "1991", ["o1"], status: .announced), Self.bridge))
    }

    @Test(arguments: [
        ("another year", Made.event("the harbour bridge opened", "1992", ["o1", "c1"]), true),
        ("the same year", Made.event("the harbour bridge opened", "1990", ["o1", "c1"]), false),
        ("only a country in common", Made.event("the harbour bridge opened", "1992", ["o2", "c1"]), false),
        ("planned", Made.event("the harbour bridge opened", "1992", ["o1", "c1"], status: .planned), false),
        ("another thing", Made.event("a school for pilots opened", "1992", ["o1", "c1"]), false),
        (
            "an election", Made.event("the harbour bridge opened", "1992", kind: "election", ["o1", "c1"]),
            false
        ),
    ])
    func `two dates of one event`(_ name: String, _ other: ArticleEvent, _ isConflict: Bool) {
        #expect((Conflict.score(Self.bridge, other) != nil) == isConflict, "\(name)")
        #expect(Conflict.score(Self.bridge, other) == Conflict.score(other, Self.bridge))
    }

    @Test func `a conflict weighs less where a date is approximate`() throws {
        let other = Made.event("the harbour bridge opened", "1992", ["o1", "c1"])
        var vague = other
        vague.date?.qualifier = .approximate
        let sure = try #require(Conflict.score(Self.bridge, other))
        #expect(try #require(Conflict.score(Self.bridge, vague)) < sure)
    }

    @Test func `ten copies are one voice, and so is one agency`() {
        let text = "the minister of transport opened the new harbour bridge before a large crowd of guests"
        let copies = (0..<10).map { Made.event(text, "1990-05-03", source: "paper \($0)") }
        #expect(Voices.count(of: copies) == 1)
        let others = ["a", "A", "b"].map { (name: String) in
            Made.event("words of \(name) own", "1990-05-03", source: name)
        }
        #expect(Voices.count(of: others) == 2)
        #expect(Voices.count(of: copies + others) == 3)
    }

    @Test func `numbers that overlap are no conflict`() {
        func event(_ lower: Double, _ upper: Double, unit: String = "") -> ArticleEvent {
            Made.event(
                "an attack", "1990-05-03",
                quantities: [Event.Quantity(measure: "killed", unit: unit, lower: lower, upper: upper)])
        }
        #expect(ValueConflict.all(in: [event(3, 5), event(5, 8)], articles: [1, 2]).isEmpty)
        #expect(ValueConflict.all(in: [event(3, 3), event(4, 4)], articles: [1, 1]).isEmpty)
        #expect(ValueConflict.all(in: [event(3, 3), event(4, 4, unit: "x")], articles: [1, 2]).isEmpty)
        let found = ValueConflict.all(in: [event(3, 3), event(4, 4), event(3, 3)], articles: [1, 2, 3])
        #expect(found.map { $0.sides.map(\.events) } == [[[0, 2], [1]]])
    }
}
