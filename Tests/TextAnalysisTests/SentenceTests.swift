import Testing
import TextAnalysis

struct SentenceTests {
    @Test(arguments: [
        ("أقيمت العلاقات. وافتتحت السفارة.", ["أقيمت العلاقات.", "وافتتحت السفارة."]),
        ("مشروعًا مشتركًا. . أنشأت", ["مشروعًا مشتركًا. .", "أنشأت"]),
        (
            "He met Mr. Smith of the U.S. Army. It was 3.5 km.",
            ["He met Mr. Smith of the U.S. Army.", "It was 3.5 km."]
        ),
        ("هل تم؟ نعم! انتهى", ["هل تم؟", "نعم!", "انتهى"]),
        ("د. أحمد قال", ["د. أحمد قال"]),
        ("قال: “نعم.” ثم ذهب", ["قال: “نعم.”", "ثم ذهب"]),
        ("one\ntwo", ["one", "two"]), ("", []), ("...", ["..."]),
    ])
    func `sentences end where they end`(_ text: String, _ sentences: [String]) {
        let bytes = Array(text.utf8)
        let found = SentenceSplitter().sentences(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
        #expect(found == sentences)
    }

    @Test(arguments: [
        ("تتمتع جمهورية أذربيجان بعلاقات وثيقة", Language.arabic),
        ("این کشور در سال گذشته برای صلح تلاش کرد", .persian),
        ("The embassy was opened in March", .english), ("1992 — 40%", .undetermined),
        ("Посольство открыто", .undetermined), ("", .undetermined),
        ("شركة “Caspian Ship Building Company” الأذربيجانية مشروعًا مشتركًا في عام 2021", .arabic),
    ])
    func `languages are told apart`(_ text: String, _ language: Language) {
        #expect(LanguageDetector().language(of: Array(text.utf8)) == language)
    }

    @Test(arguments: [
        ("1992: إقامة", TextDirection.rightToLeft), ("“Elbit” في", .leftToRight), ("12", .leftToRight),
    ])
    func `the first strong letter gives the direction`(_ text: String, _ direction: TextDirection) {
        #expect(LanguageDetector().direction(of: Array(text.utf8)) == direction)
    }

    @Test(arguments: [
        ("ولاذربيجان", [0, 2, 4]), ("والسفاره", [0, 2, 6]), ("بالسفاره", [0, 2, 6]), ("للسفاره", [0, 2, 4]),
        ("السفاره", [0, 4]), ("سفاره", [0, 2]), ("من", [0]), ("elbit", [0]), ("", [0]),
    ])
    func `proclitics have readings`(_ word: String, _ dropped: [Int]) {
        #expect(Clitics.readings(ofFolded: Array(word.utf8)).map(\.dropped) == dropped)
    }
}
