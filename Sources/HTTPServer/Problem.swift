package import HTTPTypes

/// An error answer (RFC 9457, problem details), thrown by handlers and made by the server itself.
package struct Problem: Error, Sendable, Hashable {
    /// One thing that is wrong with the request.
    package struct Item: Sendable, Hashable {
        package enum Place: Sendable, Hashable {
            /// A query parameter.
            case parameter(String)
            /// A JSON Pointer (RFC 6901) into the body.
            case pointer(String)
            /// A header field.
            case header(String)
        }

        package var place: Place
        package var code: String
        package var detail: String
        /// Code points from the start of the value at fault.
        package var offset: Int?

        package init(_ place: Place, code: String, detail: String, offset: Int? = nil) {
            self.place = place
            self.code = code
            self.detail = detail
            self.offset = offset
        }
    }

    package var status: HTTPResponse.Status
    /// `not_found`, `invalid_parameter`, …: the end of the problem's `type`.
    package var code: String
    /// What is wrong and what to do.
    package var detail: String
    package var items: [Item]
    /// The media types that there are, where the one asked for is not among them.
    package var available: [String] = []
    /// Sent with the answer, such as `Allow` and `Retry-After`.
    package var fields: HTTPFields

    package init(
        _ status: HTTPResponse.Status, code: String, detail: String, items: [Item] = [],
        fields: HTTPFields = [:]
    ) {
        self.status = status
        self.code = code
        self.detail = detail
        self.items = items
        self.fields = fields
    }
}
