/// What was read from one article.
package struct Annotations: Sendable, Hashable {
    /// In the order of the text.
    package var expressions: [TemporalExpression]
    /// The distinct entities that `mentions` name.
    package var entities: [Entity]
    /// In the order of the text, not overlapping.
    package var mentions: [Mention]
    /// In date order.
    package var events: [Event]

    package init(
        expressions: [TemporalExpression] = [], entities: [Entity] = [], mentions: [Mention] = [],
        events: [Event] = []
    ) {
        self.expressions = expressions
        self.entities = entities
        self.mentions = mentions
        self.events = events
    }
}
