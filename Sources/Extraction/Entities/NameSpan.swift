import Articles

/// Words that may be a name.
struct NameSpan {
    /// Indices of words.
    var words: Range<Int>
    /// UTF-8 bytes of the text.
    var range: Range<Int>
    var kind: Entity.Kind
    /// What the entity is apart from its kind: `facility`.
    var subtype: String?
    var form = Mention.Form.name
    /// The index of the entity in the gazetteer; `nil` for a name it does not have.
    var known: Int32?
    /// What is repeated: the index of a settled span.
    var repeats: Int?
    var confidence: Double
    var rule: String
}
