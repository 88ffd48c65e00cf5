import ArticleStore
import Articles
import HTTPServer

/// GeoJSON (RFC 7946): a point for each event whose place is known and has coordinates; the others are left out.
struct GeoJSONFormat: TimelineFormat {
    let media = MediaType.geoJSON

    func export(_ timeline: TimelineDocument) -> (body: [UInt8], omitted: Omitted) {
        var omitted = Omitted(undated: timeline.undated)
        var writer = JSONWriter(reservingCapacity: 4096)
        writer.object { writer in
            writer.member("type", "FeatureCollection")
            writer.arrayMember("features") { writer in
                for entry in timeline.entries {
                    guard let place = entry.place, let point = place.coordinates else {
                        omitted.noPlace += 1
                        continue
                    }
                    Self.write(entry, place.label, point, timeline.addresses, to: &writer)
                }
            }
            omitted.write(to: &writer)
        }
        return (writer.bytes, omitted)
    }

    private static func write(
        _ entry: TimelineEntry, _ place: String, _ point: Coordinates, _ addresses: Addresses,
        to writer: inout JSONWriter
    ) {
        writer.object { writer in
            writer.member("type", "Feature")
            writer.member("id", entry.id)
            writer.objectMember("geometry") { writer in
                writer.member("type", "Point")
                // RFC 7946, 3.1.1: longitude first.
                writer.arrayMember("coordinates") { writer in
                    writer.double(point.longitude)
                    writer.double(point.latitude)
                }
            }
            writer.objectMember("properties") { writer in
                writer.member("title", entry.title)
                writer.languageMembers(entry.language, entry.direction)
                writer.member("kind", entry.kind)
                writer.worldDate("date", entry.date)
                writer.member("place", place)
                writer.member("participants", entry.participants)
                writer.member("status", entry.status.rawValue)
                writer.member("confidence", entry.confidence)
                writer.member("sources", entry.sources)
                writer.member("articles", entry.articles)
                writer.member("text", entry.text)
                writer.member("updated_at", Timestamp.string(entry.updatedAt))
                writer.member("url", addresses.event(entry.id))
            }
        }
    }
}
