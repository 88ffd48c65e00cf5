import AccessControl
import ArticleStore
import HTTPServer
import HTTPTypes
import SearchIndex

/// What those who run the service look at.
extension API {
    func serviceDocument(_ call: Call) throws -> Response {
        json { writer in
            writer.object { writer in
                writer.member("name", Build.name)
                writer.member("version", Build.version)
                writer.objectMember("links") { writer in
                    for (name, link) in Self.links {
                        writer.key(name)
                        writer.string(link)
                    }
                }
                writer.member("docs", "/docs")
            }
        }
    }

    private static let links = [
        ("self", "/"), ("articles", "/v1/articles"), ("batch", "/v1/articles/batch"), ("parse", "/v1/parse"),
        ("timeline", "/v1/timeline"),
        ("events", "/v1/events"), ("entities", "/v1/entities"), ("suggest", "/v1/entities/suggest?prefix="),
        ("graph", "/v1/graph"),
        ("reconcile", "/v1/reconcile"), ("search", "/v1/search?q="),
        ("saved", "/v1/saved"), ("flat", "/v1/flat/series"),
        ("version", "/v1/version"), ("stats", "/v1/stats"), ("health", "/readyz"), ("metrics", "/metrics"),
        ("openapi", "/v1/openapi.json"),
    ]

    /// The process answers: that is all this says.
    func liveness(_ call: Call) throws -> Response {
        json { writer in
            writer.object { writer in
                writer.member("status", "ok")
                writer.objectMember("checks") { _ in }
            }
        }
    }

    /// 200 when requests can be served, writes among them.
    func readiness(_ call: Call) throws -> Response {
        let checks = checks
        let isReady = checks.allSatisfy { $0.1 == "ok" } && !isDraining
        let fields: HTTPFields = isReady ? [:] : [.retryAfter: "5"]
        return json(isReady ? .ok : .serviceUnavailable, fields: fields) { writer in
            writer.object { writer in
                writer.member("status", isDraining ? "draining" : isReady ? "ok" : "failing")
                writer.objectMember("checks") { writer in
                    for (name, state) in checks {
                        writer.key(name)
                        writer.string(state)
                    }
                }
            }
        }
    }

    private var checks: [(String, String)] {
        do {
            let stored = try store.sequence()
            let indexed = try store.searchSnapshot().sequence
            let isBehind = lag.isBehind(indexed: indexed, stored: stored, now: Stopwatch.now)
            return [
                ("log", "ok"), ("index", isBehind ? "behind" : "ok"),
                ("disk", disk.isFull ? "full" : "ok"),
            ]
        } catch {
            log.failure("readiness: \(error)")
            return [("log", "failing"), ("index", "unknown"), ("disk", disk.isFull ? "full" : "ok")]
        }
    }

    func version(_ call: Call) throws -> Response {
        json { writer in
            writer.object { writer in
                writer.member("name", Build.name)
                writer.member("version", Build.version)
                writer.member("build", Build.configuration)
                writer.objectMember("schema") { $0.member("api", 1) }
            }
        }
    }

    func statistics(_ call: Call) throws -> Response {
        let statistics = try store.statistics()
        return json { writer in
            writer.object { writer in
                writer.member("articles", statistics.articles)
                writer.member("events", statistics.events)
                writer.member("entities", statistics.entities)
                writer.member("mentions", statistics.mentions)
                writer.member("sequence", statistics.sequence)
                writer.member("index_lag", statistics.indexLag)
                writer.member("store_bytes", statistics.storeBytes)
                writer.member("index_bytes", statistics.indexBytes)
            }
        }
    }

    /// Prometheus text.
    func metricsText(_ call: Call) throws -> Response {
        let statistics = try store.statistics()
        var text = ""
        metrics.write(to: &text)
        let gauges: [(String, Int?)] = [
            ("tarikh_articles", statistics.articles),
            ("tarikh_events", statistics.events), ("tarikh_entities", statistics.entities),
            ("tarikh_log_bytes", statistics.storeBytes), ("tarikh_index_bytes", statistics.indexBytes),
            ("tarikh_index_lag_sequences", Int(statistics.indexLag)),
            ("tarikh_cache_bytes", cache.byteCount), ("tarikh_keys", gate.ring?.count ?? 0),
            ("process_resident_memory_bytes", ProcessUsage.residentBytes),
            ("process_open_fds", ProcessUsage.openFiles),
        ]
        for case (let name, let value?) in gauges { text += "# TYPE \(name) gauge\n\(name) \(value)\n" }
        writeServing(to: &text)
        text += "# TYPE tarikh_build_info gauge\n"
        text += "tarikh_build_info{version=\"\(Build.version)\",build=\"\(Build.configuration)\"} 1\n"
        return Response(
            status: .ok, fields: [.contentType: MediaType.metrics.contentType],
            body: Array(text.utf8))
    }

    private func writeServing(to text: inout String) {
        let connections = servingServer?.connectionCounts ?? (http1: 0, http2: 0)
        text += "# TYPE tarikh_http_connections gauge\n"
        text += "tarikh_http_connections{proto=\"http/1.1\"} \(connections.http1)\n"
        text += "tarikh_http_connections{proto=\"h2\"} \(connections.http2)\n"
        text += "# TYPE tarikh_http_queued_requests gauge\n"
        for (lane, count) in servingServer?.waitingCounts ?? [] {
            text += "tarikh_http_queued_requests{lane=\"\(lane)\"} \(count)\n"
        }
    }

    func problemType(_ call: Call) throws -> Response {
        let code = call.path["code"] ?? ""
        guard let kind = ProblemKind.all[code] else { throw Problem.notFound("problem type of this name") }
        return json { writer in
            writer.object { writer in
                writer.member("type", "/v1/problems/" + code)
                writer.member("code", code)
                writer.member("status", kind.status)
                writer.member("description", kind.description)
            }
        }
    }
}
