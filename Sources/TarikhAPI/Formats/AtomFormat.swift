import Articles

/// Atom (RFC 4287). When an event happened is no date of publication, so its EDTF value stands before its title; `updated` is when
/// the service last learnt of it. Nothing is left out.
struct AtomFormat: TimelineFormat {
    let media = MediaType.atom

    func export(_ timeline: TimelineDocument) -> (body: [UInt8], omitted: Omitted) {
        let addresses = timeline.addresses
        let feed = NewsFeed(
            id: timeline.target, title: "Tarikh: timeline", url: addresses.url(timeline.target),
            next: timeline.next.map(addresses.url),
            items: timeline.entries.map { entry in
                NewsFeed.Item(
                    id: entry.id, page: addresses.url("/?view=event&event=" + entry.id),
                    url: addresses.event(entry.id),
                    title: (entry.date.map { $0.edtf + " · " } ?? "") + entry.title,
                    text: entry.text.isEmpty ? entry.title : entry.text, language: entry.language,
                    updated: entry.updatedAt, tags: entry.tags)
            })
        return (feed.atom, Omitted(undated: timeline.undated))
    }
}
