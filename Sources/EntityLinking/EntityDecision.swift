/// What a person decided of who is who. It holds whatever the rules say; of two decisions that contradict each other, the later.
package struct EntityDecision: Sendable, Hashable {
    /// A name, or a name in some articles only. It says nothing of database rows, so that a decision holds again when articles are
    /// annotated anew or come back.
    package struct Mark: Sendable, Hashable {
        /// The id that extraction gives the name: `Entity.id` of an article's own annotations.
        package var name: String
        /// `ContentHash` of the articles that are meant; `nil` for all that name it, but for those that another mark means.
        package var articles: Set<String>?

        package init(name: String, articles: Set<String>? = nil) {
            self.name = name
            self.articles = articles
        }
    }

    /// The order of decisions: the later has the greater.
    package var order: Int64
    /// All that these mark is one entity.
    package var together: [Mark]
    /// And nothing that these mark belongs to that entity.
    package var apart: [Mark]
    /// What a merge gives as its reason.
    package var reason: String

    package init(order: Int64, together: [Mark], apart: [Mark] = [], reason: String = "decision") {
        self.order = order
        self.together = together
        self.apart = apart
        self.reason = reason
    }
}
