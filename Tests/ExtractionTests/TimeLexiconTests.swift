import Foundation
import Testing
import TextAnalysis

@testable import Extraction

struct TimeLexiconTests {
    @Test(arguments: ["ar", "en", "fa"])
    func `every line of a language's file is read`(_ name: String) throws {
        let text = try TimeLexicon.text(of: name)
        let (content, problems) = TimeLexiconParser.parse(text)
        #expect(problems == [])
        #expect(content.automaton.rules.count > 20)
        #expect(content.vocabulary.classes.count > 20)
    }
}
