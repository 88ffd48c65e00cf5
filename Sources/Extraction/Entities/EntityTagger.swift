package import Articles

/// Finds the names in an article: those that a trained model finds, those of the gazetteer, and others by what stands beside
/// and inside them.
package struct EntityTagger: Sendable {
    private let gazetteer: Gazetteer
    private let model: EntityModel
    private let rules: NameRules
    private let lexicon = NameLexicon.standard

    /// - Parameter rules: what finds names beside the model
    package init(
        gazetteer: Gazetteer = Gazetteer(), model: EntityModel = .builtIn, rules: NameRules = .all
    ) {
        self.gazetteer = gazetteer
        self.model = model
        self.rules = rules
    }

    /// The entities named in `article` and where: in the order of the text, not overlapping.
    package func tag(_ article: Article) -> (entities: [Entity], mentions: [Mention]) {
        let words = NameWords(article, lexicon: lexicon)
        var pass = TaggingPass(words: words, gazetteer: gazetteer, lexicon: lexicon)
        if rules.contains(.gazetteer) { pass.findKnownNames() }
        if !rules.isDisjoint(with: [.titles, .givenNames]) { pass.findPeople(rules) }
        if rules.contains(.organisations) { pass.findOrganisations() }
        if rules.contains(.events) { pass.findEvents() }
        if rules.contains(.latinNames) { pass.findLatinNames() }
        pass.findModelNames(model, article)
        pass.settle()
        if rules.contains(.acronyms) { pass.findAcronyms() }
        if rules.contains(.repeats) { pass.findRepeatedNames() }
        return pass.result()
    }
}
