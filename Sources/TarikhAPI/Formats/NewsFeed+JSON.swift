import HTTPServer
import TextAnalysis

extension NewsFeed {
    /// As JSON Feed 1.1 has it.
    var json: [UInt8] {
        var writer = JSONWriter(reservingCapacity: 4096)
        writer.object { writer in
            writer.member("version", "https://jsonfeed.org/version/1.1")
            writer.member("title", PlainText.line(title))
            writer.member("feed_url", url)
            if let next { writer.member("next_url", next) }
            writer.arrayMember("items") { writer in
                for item in items { Self.write(item, to: &writer) }
            }
        }
        return writer.bytes
    }

    private static func write(_ item: Item, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", item.id)
            writer.member("url", item.page)
            if let url = item.externalURL { writer.member("external_url", url) }
            writer.member("title", PlainText.line(item.title))
            writer.member("content_text", item.text)
            if let published = item.published {
                writer.member("date_published", Timestamp.string(published))
            }
            writer.member("date_modified", Timestamp.string(item.updated))
            if item.language != .undetermined { writer.member("language", item.language.code) }
            if let author = item.author {
                writer.arrayMember("authors") { writer in
                    writer.object { $0.member("name", PlainText.line(author)) }
                }
            }
            writer.member("tags", item.tags)
            writer.objectMember("_tarikh") { $0.member("url", item.url) }
        }
    }
}
