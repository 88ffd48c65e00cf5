import ArticleStore
package import HTTPServer

/// A list: its items and where it goes on.
package enum PageJSON {
    /// The object `{"items":[…],"page":{…}}`, with `matched_by` where names are given.
    static func write<Item: Sendable>(
        _ page: Page<Item>, limit: Int, nextCursor: String?, names: NamesJSON?,
        to writer: inout JSONWriter, item: (Item, inout JSONWriter) -> Void
    ) {
        writer.object { writer in
            writer.arrayMember("items") { writer in
                for element in page.items { item(element, &writer) }
            }
            write(
                limit: limit, nextCursor: nextCursor, total: page.total, sequence: page.sequence, to: &writer)
            names?.write(to: &writer)
        }
    }

    /// The member `page`; a total that is not exact is the least that there are.
    package static func write(
        limit: Int, nextCursor: String?, total: Int, isExact: Bool = true, sequence: Int64,
        to writer: inout JSONWriter
    ) {
        writer.objectMember("page") { writer in
            writer.member("limit", limit)
            writer.member("next_cursor", nextCursor)
            writer.member("has_more", nextCursor != nil)
            writer.member("total", total)
            writer.member("total_relation", isExact ? "eq" : "gte")
            writer.member("as_of", sequence)
        }
    }
}
