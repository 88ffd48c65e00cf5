/// Why a query is not accepted; `offset` counts code points of the query.
package struct QueryError: Error, Hashable {
    package enum Reason: String, Sendable, Hashable {
        case tooLong = "too_long"
        case tooDeep = "too_deep"
        case tooManyTerms = "too_many_terms"
        case empty
    }

    package var reason: Reason
    package var offset: Int

    package init(_ reason: Reason, offset: Int) {
        self.reason = reason
        self.offset = offset
    }
}
