import Fetching
import Testing

struct WebAddressTests {
    private func read(_ text: String) throws(FetchError) -> WebAddress {
        try WebAddress(text, ports: [80, 443, 8080])
    }

    @Test(arguments: [
        ("http://example.org", "http://example.org/"),
        ("HTTPS://Example.ORG:443/a?b=c#d", "https://example.org/a?b=c"),
        ("http://example.org:8080?q", "http://example.org:8080/?q"),
        ("http://xn--mgbh0fb.xn--kgbechtv/", "http://xn--mgbh0fb.xn--kgbechtv/"),
        ("http://93.184.216.34/x", "http://93.184.216.34/x"),
        ("http://[2606:4700:0::1111]/", "http://[2606:4700::1111]/"),
        ("http://example.org/خبر", "http://example.org/%D8%AE%D8%A8%D8%B1"),
        ("http://example.org/%41?a=<b>", "http://example.org/%41?a=%3Cb%3E"),
        ("http://1e100.net/", "http://1e100.net/"),
    ])
    func `an address has one form`(_ text: String, _ form: String) throws {
        #expect(try read(text).description == form)
        #expect(try read(form).description == form)
    }

    @Test(arguments: [
        ("file:///etc/passwd", FetchError.scheme("file")), ("gopher://example.org/", .scheme("gopher")),
        ("ftp://example.org/", .scheme("ftp")), ("dict://example.org:11211/", .scheme("dict")),
        ("javascript:alert(1)", .scheme("javascript")), ("http://a@example.org/", .userInformation),
        ("http://a:b@example.org/", .userInformation), ("http://example.org@127.0.0.1/", .userInformation),
        ("http://example.org:22/", .port(22)), ("http://example.org:6379/", .port(6379)),
        ("http://2130706433/", .hostForm("2130706433")), ("http://0x7f000001/", .hostForm("0x7f000001")),
        ("http://0x7f.1/", .hostForm("0x7f.1")), ("http://017700000001/", .hostForm("017700000001")),
        ("http://0177.0.0.1/", .hostForm("0177.0.0.1")), ("http://127.1/", .hostForm("127.1")),
        ("http://127.0.0.1./", .hostForm("127.0.0.1.")), ("http://0/", .hostForm("0")),
        ("http://a.0x1/", .hostForm("a.0x1")), ("http:///path", .hostForm("")),
        ("http://-example.org/", .hostForm("-example.org")),
        ("http://+example.org/", .hostForm("+example.org")),
        ("http://*/", .hostForm("*")),
        ("http://١٢٧.0.0.1/", .hostForm("١٢٧.0.0.1")), ("http://127。0。0。1/", .hostForm("127。0。0。1")),
        ("http://%31%32%37.0.0.1/", .hostForm("%31%32%37.0.0.1")), ("http://ex ample.org/", nil),
        ("http://[fe80::1%25lo]/", .hostForm("[fe80::1%25lo]")), ("http://[::1/", .hostForm("[::1")),
        ("http://[127.0.0.1]/", .hostForm("[127.0.0.1]")), ("http://a..b/", .hostForm("a..b")),
        ("http://example.org:/", nil), ("http://example.org:80:80/", nil), ("http://example.org:99999/", nil),
        ("http://example.org\\@127.0.0.1/", nil), ("http:/example.org/", nil), ("http:example.org", nil),
        ("//example.org/", nil), ("", nil), ("http://example.org/\r\nHost: a", nil),
        ("http://example.org/\u{0}", nil), ("http://example.org/" + String(repeating: "a", count: 3000), nil),
    ])
    func `what is no plain address of http is refused, and why`(_ text: String, _ expected: FetchError?) {
        do {
            Issue.record("\(try read(text)) was taken")
        } catch {
            if let expected {
                #expect(error == expected)
            } else {
                #expect(Kind(error) != .other)
            }
        }
    }

    private enum Kind {
        case malformed, hostForm, other

        init(_ error: FetchError) {
            switch error {
            case .malformed: self = .malformed
            case .hostForm: self = .hostForm
            default: self = .other
            }
        }
    }

    @Test(arguments: [
        ("/b?c", "https://example.org/b?c"), ("b", "https://example.org/x/b"),
        ("../b", "https://example.org/b"),
        ("?q", "https://example.org/x/y?q"), ("//other.example/", "https://other.example/"),
        ("https://other.example:8080/z#f", "https://other.example:8080/z"),
        ("/خبر", "https://example.org/%D8%AE%D8%A8%D8%B1"),
    ])
    func `a redirection is read from where it was given`(_ location: String, _ target: String) throws {
        let base = try read("https://example.org/x/y")
        #expect(try base.following(location, ports: [443, 8080]).description == target)
    }

    @Test(arguments: [
        "http://example.org/", "file:///etc/passwd", "gopher://127.0.0.1:6379/_x", "//a@example.org/",
        "//2130706433/", "https://example.org:22/",
    ])
    func `a redirection to what is not asked is refused`(_ location: String) throws {
        let base = try read("https://example.org/x/y")
        #expect(throws: FetchError.self) { try base.following(location, ports: [80, 443]) }
    }
}
