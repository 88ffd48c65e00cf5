/// Someone the text credits for the article.
package struct Attribution: Sendable, Hashable {
    package enum Role: String, Sendable, Hashable, CaseIterable {
        /// The agency or paper that the article is from.
        case origin
        case translator, publisher
    }

    package var role: Role
    /// The name's UTF-8 bytes in the article's text.
    package var range: Range<Int>

    package init(role: Role, range: Range<Int>) {
        self.role = role
        self.range = range
    }
}
