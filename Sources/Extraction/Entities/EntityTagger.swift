package import Articles

/// Finds the names in an article: those that a trained model finds, those of the gazetteer, and others by what stands beside
/// and inside them.
package struct EntityTagger: Sendable {
    private let gazetteer: Gazetteer
    private let model: EntityModel
    private let lexicon = NameLexicon.standard

    package init(gazetteer: Gazetteer = Gazetteer(), model: EntityModel = .builtIn) {
        self.gazetteer = gazetteer
        self.model = model
    }

    /// The entities named in `article` and where: in the order of the text, not overlapping.
    package func tag(_ article: Article) -> (entities: [Entity], mentions: [Mention]) {
        let words = NameWords(article, lexicon: lexicon)
        var pass = TaggingPass(words: words, gazetteer: gazetteer, lexicon: lexicon)
        pass.findKnownNames()
        pass.findModelNames(model, article)
        pass.findPeople()
        pass.findOrganisations()
        pass.findEvents()
        pass.findLatinNames()
        pass.settle()
        pass.findAcronyms()
        pass.findRepeatedNames()
        return pass.result()
    }
}
