import Foundation
import HTTPServer
import HTTPTypes
import Testing

/// The dashboard in `Config/grafana` asks for what there is, by the rules of Grafana's plugin Infinity.
struct DashboardTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Config/grafana")

    /// A query of the plugin with what it is for.
    private struct Query {
        var name: String
        var value: JSON
        var format: String

        var url: String { value["url"].string ?? "" }
        var columns: [JSON] { value["columns"].array }
    }

    private static func dashboard() throws -> JSON {
        try JSON([UInt8](Data(contentsOf: folder.appending(path: "dashboard.json"))))
    }

    /// Of panels, of annotations and of variables.
    private static func queries(of dashboard: JSON) -> [Query] {
        var queries: [Query] = []
        func add(_ name: String?, _ value: JSON) {
            queries.append(Query(name: name ?? "", value: value, format: value["format"].string ?? ""))
        }
        for panel in dashboard["panels"].array {
            for target in panel["targets"].array { add(panel["title"].string, target) }
        }
        for annotation in dashboard["annotations"]["list"].array where annotation["builtIn"].value == nil {
            add(annotation["name"].string, annotation["target"])
        }
        for variable in dashboard["templating"]["list"].array where variable["type"].string == "query" {
            add(variable["name"].string, variable["query"]["infinityQuery"])
        }
        return queries
    }

    /// What Grafana sends for a query: its variables with their values.
    private func target(_ url: String, _ values: [String: String]) throws -> String {
        var target = url
        for (name, value) in values { target = target.replacing("${\(name)}", with: value) }
        try #require(!target.contains("$"), "a variable that there is not: \(target)")
        return target
    }

    private static let all = [
        "__from": "-2208988800000", "__to": "1764000000000", "interval": "year",
        "entity:percentencode": "", "source:percentencode": "",
    ]

    @Test func `the dashboard is one of Grafana's`() throws {
        let dashboard = try Self.dashboard()
        #expect(dashboard["schemaVersion"].integer ?? 0 >= 39)
        #expect(dashboard["title"].string?.isEmpty == false && dashboard["uid"].string == "tarikh")
        let panels = dashboard["panels"].array
        #expect(Set(panels.compactMap { $0["id"].integer }).count == panels.count)
        let known = ["timeseries", "barchart", "piechart", "table", "nodeGraph", "geomap"]
        for panel in panels {
            #expect(known.contains(panel["type"].string ?? ""))
            let place = panel["gridPos"]
            let (x, width) = (place["x"].integer ?? -1, place["w"].integer ?? 0)
            #expect(x >= 0 && width > 0 && x + width <= 24, "\(panel["title"].string ?? "")")
            #expect(panel["datasource"]["uid"].string == "tarikh")
        }
        for (index, panel) in panels.enumerated() {
            for other in panels[(index + 1)...] { #expect(!Self.overlap(panel["gridPos"], other["gridPos"])) }
        }
    }

    private static func overlap(_ left: JSON, _ right: JSON) -> Bool {
        func range(_ place: JSON, _ start: String, _ length: String) -> Range<Int> {
            let first = place[start].integer ?? 0
            return first..<first + (place[length].integer ?? 0)
        }
        return range(left, "x", "w").overlaps(range(right, "x", "w"))
            && range(left, "y", "h").overlaps(range(right, "y", "h"))
    }

    @Test func `each query has rows of one shape, with every column that it names`() throws {
        let fixture = try FlatShapeTests.fixture()
        let queries = Self.queries(of: try Self.dashboard())
        #expect(queries.count == 13)
        for query in queries {
            let target = try target(query.url, Self.all)
            let response = fixture.get(target)
            try #require(response.status == .ok, "\(query.name): \(response.text)")
            let resource = String(target.dropFirst("/v1/flat/".count).prefix { $0 != "?" })
            let rows = try RowShape.rows(response.body, of: resource)
            #expect(!rows.isEmpty, "\(query.name)")
            let shape = try #require(RowShape.all[resource])
            #expect(!query.columns.isEmpty)
            for column in query.columns {
                let name = column["selector"].string ?? ""
                let kind = try #require(shape.first { $0.name == name }?.kind, "\(query.name): \(name)")
                try expect(column["type"].string, fits: kind, name, rows)
            }
        }
    }

    /// Infinity's backend parser reads a `string` from text, a `number` from numbers, `timestamp_epoch` from milliseconds and
    /// `timestamp` from RFC 3339.
    private func expect(
        _ type: String?, fits kind: RowShape.Kind, _ name: String, _ rows: [JSON]
    ) throws {
        switch type {
        case "string": #expect(kind == .text, "\(name)")
        case "number": #expect(kind != .text, "\(name)")
        case "timestamp_epoch": #expect(kind == .integer && name.hasSuffix("_ms"), "\(name)")
        case "timestamp":
            let formatter = ISO8601DateFormatter()
            for row in rows { #expect(formatter.date(from: row[name].string ?? "") != nil, "\(name)") }
        default: Issue.record("\(name) has the type \(type ?? "")")
        }
    }

    @Test func `each form has the columns that Grafana wants of it`() throws {
        for query in Self.queries(of: try Self.dashboard()) {
            let names = query.columns.compactMap { $0["text"].string }
            let value = query.value
            #expect(value["parser"].string == "backend" && value["source"].string == "url")
            #expect(value["type"].string == "json" && value["root_selector"].string == "")
            #expect(value["url_options"]["method"].string == "GET")
            #expect(Set(names).count == names.count)
            switch query.format {
            case "timeseries": #expect(names == ["time", "series", "value"])
            case "node-graph-nodes": #expect(names.contains("id"))
            case "node-graph-edges": #expect(Set(names).isSuperset(of: ["id", "source", "target"]))
            case "dataframe": #expect(Set(names).isSuperset(of: ["time", "text"]))
            case "table": break
            default: Issue.record("\(query.name) has the format \(query.format)")
            }
        }
    }

    @Test func `what is chosen in the variables filters every panel`() throws {
        let fixture = try FlatShapeTests.fixture()
        var values = Self.all
        values["entity:percentencode"] = "n_egypt%2Cn_bank"
        values["source:percentencode"] =
            "%D8%A3%2C%D9%88%D9%83%D8%A7%D9%84%D8%A9%20%22%D8%A3%22%D8%8C%20%D8%A8"
        let dashboard = try Self.dashboard()
        for query in Self.queries(of: dashboard) where query.url.contains("percentencode") {
            let response = fixture.get(try target(query.url, values))
            #expect(response.status == .ok, "\(query.name): \(response.text)")
            #expect(response.body != fixture.get(try target(query.url, Self.all)).body, "\(query.name)")
        }
        for query in Self.queries(of: dashboard) where query.url.contains("interval}") {
            for interval in dashboard["templating"]["list"][2]["options"].array {
                values["interval"] = interval["value"].string
                #expect(fixture.get(try target(query.url, values)).status == .ok)
            }
        }
    }

    @Test func `the data source is the one that the dashboard names`() throws {
        let text = try String(contentsOf: Self.folder.appending(path: "datasource.yaml"), encoding: .utf8)
        for line in ["apiVersion: 1", "uid: tarikh", "type: yesoreyeram-infinity-datasource"] {
            #expect(text.contains(line))
        }
        let address = try #require(
            text.split(separator: "customHealthCheckUrl: ").last?.split(separator: "\n").first)
        let target = try #require(URL(string: String(address))?.path)
        #expect(try Fixture().get(target).status == .ok)
    }
}
