import Articles
import HTTPServer
import TextAnalysis

/// JSON Feed 1.1. When an event happened is no date of publication, so it stands in the extension `_tarikh`; `date_modified` is
/// when the service last learnt of it. Nothing is left out.
struct JSONFeedFormat: TimelineFormat {
    let media = MediaType.jsonFeed

    func export(_ timeline: TimelineDocument) -> (body: [UInt8], omitted: Omitted) {
        let omitted = Omitted(undated: timeline.undated)
        var writer = JSONWriter(reservingCapacity: 4096)
        writer.object { writer in
            writer.member("version", "https://jsonfeed.org/version/1.1")
            writer.member("title", "Tarikh: timeline")
            writer.member("feed_url", timeline.addresses.url(timeline.target))
            if let next = timeline.next { writer.member("next_url", timeline.addresses.url(next)) }
            writer.arrayMember("items") { writer in
                for entry in timeline.entries { Self.write(entry, timeline.addresses, to: &writer) }
            }
            writer.objectMember("_tarikh") { writer in
                omitted.write(to: &writer)
                writer.member("total", timeline.total)
                writer.member("as_of", timeline.sequence)
            }
        }
        return (writer.bytes, omitted)
    }

    private static func write(
        _ entry: TimelineEntry, _ addresses: Addresses, to writer: inout JSONWriter
    ) {
        writer.object { writer in
            writer.member("id", entry.id)
            writer.member("url", addresses.event(entry.id))
            writer.member("title", PlainText.line(entry.title))
            writer.member("content_text", entry.text.isEmpty ? entry.title : entry.text)
            writer.member("date_modified", Timestamp.string(entry.updatedAt))
            if entry.language != .undetermined { writer.member("language", entry.language.code) }
            writer.member("tags", entry.tags)
            writer.objectMember("_tarikh") { writer in
                writer.worldDate("date", entry.date)
                writer.member("dir", entry.direction.rawValue)
                writer.member("status", entry.status.rawValue)
                writer.member("confidence", entry.confidence)
                writer.member("sources", entry.sources)
                writer.member("articles", entry.articles)
                writer.member("place", entry.place?.label)
            }
        }
    }
}
