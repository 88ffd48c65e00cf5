import AccessControl
import HTTPServer
import HTTPTypes
import TarikhAPI
import Testing

/// Who may do what with a key.
struct ScopeTests {
    private static let open: Set<String> = [
        "/", "/assets/{name}", "/livez", "/readyz", "/startupz", "/healthz", "/v1/problems/{code}",
        "/docs", "/v1/openapi.json",
    ]

    /// What a route takes, said another time than where it is declared.
    private static func expected(_ route: Route) -> AccessScope? {
        if open.contains(route.pattern) { return nil }
        if route.pattern == "/metrics" { return .metrics }
        if ["/v1/admin", "/v1/keys", "/v1/audit", "/v1/feeds"].contains(where: route.pattern.hasPrefix) {
            return .admin
        }
        if route.pattern.hasPrefix("/v1/export") { return .export }
        let writes = route.method != .get && route.method != .query
        let readsByBody = ["/v1/parse", "/v1/reconcile", "/v1/search", "/v1/analyze"]
        if !writes || readsByBody.contains(route.pattern) { return .read }
        return route.pattern.hasPrefix("/v1/articles") ? .write : .curate
    }

    private static func target(_ route: Route) -> String {
        route.pattern.split(separator: "/").reduce("") { $0 + "/" + ($1.hasPrefix("{") ? "x_0" : $1) }
    }

    @Test func `every route takes its scope and no other`() throws {
        let fixture = try Fixture(
            keys: AccessScope.allCases.map { try KeyGrant(scopes: [$0], rate: 100_000) }
        ) { $0.fetch = true }
        #expect(fixture.service.router.routes.count > 50)
        for route in fixture.service.router.routes {
            let target = route.pattern == "/" ? "/" : Self.target(route)
            func status(_ key: String) -> Int { fixture.send(route.method, target, key: key).status.code }
            let scope = Self.expected(route)
            let comment = Comment(rawValue: "\(route.method) \(route.pattern)")
            #expect(fixture.send(route.method, target).status.code == 401 || scope == nil, comment)
            #expect(status("tarikh_wrong") == 401 || scope == nil, comment)
            for (candidate, secret) in zip(AccessScope.allCases, fixture.secrets) {
                let isDenied = [401, 403].contains(status(secret))
                #expect(isDenied == (scope != nil && candidate != scope), "\(comment) \(candidate)")
            }
        }
    }

    @Test func `the answer says what is missing`() throws {
        let fixture = try Fixture(keys: [try KeyGrant(scopes: [.read])])
        let none = fixture.get("/v1/timeline")
        #expect(none.status == .unauthorized)
        #expect(none.fields[.wwwAuthenticate] == #"Bearer realm="tarikh""#)
        #expect(try none.object()["code"].string == "unauthorized")
        let wrong = fixture.send(.get, "/v1/timeline", key: fixture.secrets[0] + "0")
        #expect(wrong.status == .unauthorized)
        #expect(wrong.fields[.wwwAuthenticate] == #"Bearer realm="tarikh", error="invalid_token""#)
        let lacking = fixture.send(.post, "/v1/articles", key: fixture.secrets[0], json: #"{"text":"a"}"#)
        #expect(lacking.status == .forbidden)
        #expect(
            lacking.fields[.wwwAuthenticate]
                == #"Bearer realm="tarikh", error="insufficient_scope", scope="write""#)
        #expect(try lacking.object()["detail"].string?.contains("'write'") == true)
    }

    @Test func `a key is shown in one of two fields`() throws {
        let fixture = try Fixture(keys: [try KeyGrant(scopes: [.read])])
        let key = try #require(HTTPField.Name("X-API-Key"))
        let secret = fixture.secrets[0]
        #expect(fixture.get("/v1/stats", [key: secret]).status == .ok)
        #expect(fixture.get("/v1/stats", [.authorization: "bearer   " + secret]).status == .ok)
        #expect(fixture.get("/v1/stats", [.authorization: "Basic eDp5", key: secret]).status == .ok)
        #expect(fixture.get("/v1/stats", [.authorization: secret]).status == .unauthorized)
        #expect(fixture.get("/v1/stats", [.authorization: "Bearer"]).status == .unauthorized)
        #expect(fixture.get("/v1/stats", [key: ""]).status == .unauthorized)
    }

    @Test func `with keys the service may listen anywhere, and still asks for one`() throws {
        let closed = try Fixture(keys: [try KeyGrant(scopes: [.write])]) { $0.host = "0.0.0.0" }
        #expect(closed.get("/v1/stats").status == .unauthorized)
        #expect(closed.get("/livez").status == .ok)
        let posted = closed.send(.post, "/v1/articles", key: closed.secrets[0], json: #"{"text":"a"}"#)
        #expect(posted.status == .created)
        let open = try Fixture(keys: [try KeyGrant(scopes: [.write])]) { $0.anonymous = .read }
        #expect(open.get("/v1/stats").status == .ok)
        #expect(open.get("/metrics").status == .unauthorized)
        #expect(open.post("/v1/articles", json: #"{"text":"a"}"#).status == .unauthorized)
    }

    @Test func `an expired key opens nothing, and does not leave the service open`() throws {
        let fixture = try Fixture(keys: [try KeyGrant(scopes: [.read], expiresAt: 1)])
        #expect(fixture.send(.get, "/v1/stats", key: fixture.secrets[0]).status == .unauthorized)
        #expect(fixture.get("/v1/stats").status == .unauthorized)
    }

    @Test func `what is in memory is not given to who may not have it`() throws {
        let fixture = try Fixture(keys: [
            try KeyGrant(scopes: [.read]), try KeyGrant(scopes: [.write]),
        ])
        #expect(fixture.send(.get, "/v1/timeline", key: fixture.secrets[0]).status == .ok)
        #expect(
            fixture.service.router.lane(
                of: Request(
                    method: .get, target: "/v1/timeline",
                    fields: [.authorization: "Bearer " + fixture.secrets[0]])) == .loop)
        #expect(fixture.get("/v1/timeline").status == .unauthorized)
        #expect(fixture.send(.get, "/v1/timeline", key: fixture.secrets[1]).status == .forbidden)
    }

    @Test func `pages elsewhere may ask with a key`() throws {
        let fixture = try Fixture(keys: [try KeyGrant(scopes: [.write])]) {
            $0.corsOrigins = ["https://a.example"]
        }
        let preflight = fixture.send(
            .options, "/v1/articles", [.origin: "https://a.example", .accessControlRequestMethod: "POST"])
        #expect(preflight.status == .noContent)
        let allowed = Set(
            (preflight.fields[.accessControlAllowHeaders] ?? "").lowercased().split(separator: ",").map {
                $0.trimmingPrefix(" ")
            })
        #expect(
            allowed.isSuperset(of: [
                "authorization", "x-api-key", "if-match", "if-none-match", "content-type", "content-encoding",
                "traceparent", "x-request-id",
            ]))
        let refused = fixture.post("/v1/articles", json: "{}")
        #expect(refused.status == .unauthorized)
        let posted = fixture.send(
            .post, "/v1/articles",
            [
                .origin: "https://b.example", .authorization: "Bearer " + fixture.secrets[0],
                .contentType: "text/plain",
            ], body: [0x61])
        #expect(posted.status == .created)
        #expect(posted.fields[.accessControlAllowOrigin] == nil)
    }
}
