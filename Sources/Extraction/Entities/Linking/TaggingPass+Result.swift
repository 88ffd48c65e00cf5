import Articles

extension TaggingPass {
    /// Settled spans as mentions in the order of the text, and the entities that they name in the order of first mention.
    func result() -> (entities: [Entity], mentions: [Mention]) {
        ArticleLinker(self).link(settled)
    }
}
