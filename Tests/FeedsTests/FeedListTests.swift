import Feeds
import Fetching
import Testing

struct FeedListTests {
    private func read(_ text: String) throws(FeedList.Failure) -> [FeedEntry] {
        try FeedList.read(Array(text.utf8), policy: FetchPolicy())
    }

    @Test func `lines and JSON5 say the same`() throws {
        let lines = try read(
            """
            # Agencies
            https://example.org/rss\tوكالة الأنباء\t600\tpages

            https://example.org/atom
            https://example.org/b\t\t60
            """)
        let objects = try read(
            """
            // Agencies
            [
              {url: 'https://example.org/rss', source: "وكالة الأنباء", interval: 600, pages: true},
              {url: 'https://example.org/atom'},
              {url: "https://example.org/b", interval: 60},
            ]
            """)
        #expect(lines == objects)
        #expect(
            lines.map(\.address) == [
                "https://example.org/rss", "https://example.org/atom", "https://example.org/b",
            ])
        #expect(lines.map(\.source) == ["وكالة الأنباء", nil, nil])
        #expect(lines.map(\.interval) == [600, 900, 60])
        #expect(lines.map(\.pages) == [true, false, false])
        #expect(try read("").isEmpty)
    }

    @Test(arguments: [
        ("https://a.example/\thttps://b.example/\tx", 1, "A line is"), ("#\nfile:///etc/passwd", 2, "'file'"),
        ("https://a.example/\ta\t59", 1, "60"), ("https://a.example/\ta\t86401", 1, "86400"),
        ("https://a.example/\nhttps://A.example", 2, "twice"),
        ("https://a.example/\ta\t60\tpage", 1, "A line is"),
        ("[{url: 'https://a.example/'}, {url: 3}]", 2, "'url'"), ("[{source: 'a'}]", 1, "'url' is missing"),
        ("[{url: 'https://a.example/', intervall: 3}]", 1, "'intervall'"), ("{url: 'a'}", nil, "array"),
        ("[", nil, "JSON5"), ("[{url: 'http://127.1/'}]", 1, "127.1"), ("http://10.0.0.1/", 1, "private"),
    ])
    func `what is wrong is named, with where it stands`(_ text: String, _ number: Int?, _ reason: String) {
        do {
            Issue.record("\(try read(text)) was taken")
        } catch {
            #expect(error.number == number)
            #expect(error.description.contains(reason))
        }
    }
}
