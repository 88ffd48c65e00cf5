import TarikhAPI
import Testing

struct ConfigurationTests {
    private func read(_ json: String) throws(ConfigurationError) -> Configuration {
        try Configuration(file: Array(json.utf8))
    }

    @Test func `a file may have comments`() throws {
        let configuration = try read(
            """
            {
              // for the tests
              host: '::1', port: 0, data: "d", anonymous: "read", cors_origins: ["https://a.example"],
              idle_timeout: 5, access_log: false, gazetteer: null,
            }
            """)
        #expect(configuration.host == "::1")
        #expect(configuration.port == 0)
        #expect(configuration.anonymous == .read)
        #expect(configuration.corsOrigins == ["https://a.example"])
        #expect(configuration.idleTimeout == 5)
        #expect(!configuration.accessLog)
        #expect(configuration.maximumConnections == Configuration().maximumConnections)
    }

    @Test(arguments: [
        ("{prot: 1}", "'prot'; did you mean 'port'?"), ("{port: \"x\"}", "'port' must be an integer"),
        ("{port: 70000}", "'port' must be"), ("{port: 1.5}", "'port' must be"),
        ("{idle_timeout: 0}", "'idle_timeout' must be"), ("{host: 3}", "'host' must be a text"),
        ("{anonymous: \"write\"}", "'anonymous' must be \"none\" or \"read\""),
        ("{cors_origins: {}}", "'cors_origins' must be"), ("{fetch_ports: [80, 0]}", "'fetch_ports' must be"),
        ("{fetch_ports: []}", "'fetch_ports' must be"), ("{fetch_ports: ['a']}", "'fetch_ports' must be"),
        ("{fetch_private: 2}", "'fetch_private' must be"), ("[]", "not JSON5"), ("{", "not JSON5"),
    ])
    func `what is wrong is named`(_ json: String, _ message: String) {
        do {
            _ = try read(json)
            Issue.record("accepted")
        } catch {
            #expect(error.description.contains(message))
        }
    }

    @Test func `nothing is fetched unless it is said`() throws {
        #expect(!Configuration().fetchesAddresses)
        #expect(!Configuration().fetchPrivate)
        #expect(try read("{fetch: true}").fetchesAddresses)
        #expect(try read("{feeds: 'feeds.tsv'}").fetchesAddresses)
        var configuration = try read("{fetch_ports: [80, 8080], fetch_private: true}")
        #expect(configuration.fetchPorts == [80, 8080])
        #expect(configuration.fetchPrivate && !configuration.fetchesAddresses)
        try configuration.apply(environment: ["TARIKH_FETCH_PORTS": "443"])
        #expect(configuration.fetchPorts == [443])
        try configuration.apply(environment: ["TARIKH_FETCH_PORTS": "80,443", "TARIKH_FEEDS": "f"])
        #expect(configuration.fetchPorts == [80, 443])
        #expect(configuration.feeds == "f")
    }

    @Test func `the environment wins over the file`() throws {
        var configuration = try read("{port: 1, host: '::1'}")
        try configuration.apply(environment: ["TARIKH_PORT": "2", "TARIKH_EVAL": "x", "PATH": "y"])
        #expect(configuration.port == 2)
        #expect(configuration.host == "::1")
        try configuration.apply(environment: ["TARIKH_CORS_ORIGINS": "https://a.example,https://b.example"])
        #expect(configuration.corsOrigins.count == 2)
        #expect(throws: ConfigurationError.self) {
            try configuration.apply(environment: ["TARIKH_PORT": "two"])
        }
    }
}
