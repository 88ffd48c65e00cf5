/// A place in the text that names an entity.
package struct Mention: Sendable, Hashable {
    package enum Form: String, Sendable, Hashable, CaseIterable {
        case name, adjective, acronym
        /// A definite noun that refers to what was named before: الوزارة.
        case noun
    }

    /// UTF-8 bytes of the article's text, without clitics (و ف ب ك ل) where they can be told apart.
    package var range: Range<Int>
    /// What is named here: usually the entity's kind.
    package var kind: Entity.Kind
    /// The `id` of an entity of the same `Annotations`.
    package var entityID: String
    package var form: Form
    /// The index of its block in `Article.blocks`.
    package var block: Int
    /// 0…1.
    package var confidence: Double
    /// The name of the rule that found it.
    package var rule: String
    /// Why it is taken for its entity: a short English text such as "name", "alias" or "last name of Vladimir Putin".
    package var reason: String

    package init(
        range: Range<Int>, kind: Entity.Kind, entityID: String, form: Form, block: Int,
        confidence: Double, rule: String, reason: String = "name"
    ) {
        self.range = range
        self.kind = kind
        self.entityID = entityID
        self.form = form
        self.block = block
        self.confidence = confidence
        self.rule = rule
        self.reason = reason
    }
}
