/// Why a query is not accepted; `offset` counts code points of the query.
package struct QueryError: Error, Hashable {
    package enum Reason: String, Sendable, Hashable {
        case tooLong = "too_long"
        case tooDeep = "too_deep"
        case tooManyTerms = "too_many_terms"
        case empty
        // The following only of a strict reading.
        case unclosedParenthesis = "unclosed_parenthesis"
        case strayParenthesis = "stray_parenthesis"
        case unclosedPhrase = "unclosed_phrase"
        case strayPunctuation = "stray_punctuation"
        case missingOperand = "missing_operand"
        /// `NEAR/` stands between words and phrases only.
        case invalidNear = "invalid_near"
        /// A prefix has at least two letters.
        case shortPrefix = "short_prefix"
        case invalidValue = "invalid_value"
    }

    package var reason: Reason
    package var offset: Int

    package init(_ reason: Reason, offset: Int) {
        self.reason = reason
        self.offset = offset
    }
}
