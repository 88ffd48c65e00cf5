import ArticleStore
import Foundation
import HTTPServer
import HTTPTypes
import Testing

@testable import TarikhAPI

/// The document of all routes, as such.
struct DocumentTests {
    let fixture: Fixture
    let document: APIDocument

    init() throws {
        fixture = try Fixture()
        document = try APIDocument(fixture)
    }

    @Test func `it is of every route, and of no other`() {
        let described = Set(document.operations.map { "\($0.method) \($0.path)" })
        let routes = Set(fixture.service.router.routes.map { "\($0.method.rawValue) \($0.pattern)" })
        #expect(described == routes)
        #expect(document.root["openapi"] as? String == "3.1.1")
    }

    @Test func `every operation has a name of its own, a summary and a part`() {
        let names = document.operations.compactMap { $0.object["operationId"] as? String }
        #expect(Set(names).count == document.operations.count)
        for operation in document.operations {
            #expect((operation.object["summary"] as? String)?.isEmpty == false)
            #expect((operation.object["tags"] as? [String])?.count == 1)
        }
    }

    @Test func `every schema can be read`() {
        for component in Components.all.list {
            #expect(!Self.isUnreadable(component.schema), "\(component.name)")
        }
        for operation in document.operations {
            #expect(!"\(operation.object)".contains("schema\": false"), "\(operation.path)")
            for parameter in operation.parameters {
                #expect(parameter["schema"] is [String: Any], "\(operation.path) \(parameter)")
                #expect((parameter["description"] as? String)?.isEmpty == false)
            }
        }
    }

    private static func isUnreadable(_ schema: Schema) -> Bool {
        switch schema {
        case .unreadable: true
        case .raw(let json): (try? JSON(Array(json.utf8))) == nil
        case .array(let item, _), .map(let item): isUnreadable(item)
        case .either(let all): all.contains(where: isUnreadable)
        case .object(let members, _, _): members.contains { isUnreadable($0.schema) }
        default: false
        }
    }

    @Test(arguments: [
        "strings", "[string", "string(1)", "string(a..)", "'a|b'", "integer(1..x)", "{string", "", "?",
        "Name(1..2)",
    ])
    func `what is no schema in short is told`(_ notation: String) {
        #expect(Schema(notation) == .unreadable)
    }

    @Test func `a schema in short is read whole`() {
        #expect(Schema("string:date-time?") == .either([.string(format: "date-time"), .null]))
        #expect(Schema("[A|B](..3)") == .array(.either([.reference("A"), .reference("B")]), .init(most: 3)))
        #expect(Schema("{[integer(-1..)]}") == .map(.array(.integer(.init(least: -1)))))
        #expect(Schema("'a'|'b'") == .words(["a", "b"]))
    }

    @Test func `components are there, once, and used`() throws {
        let names = Components.all.list.map(\.name)
        #expect(Set(names).count == names.count)
        let text = fixture.get("/v1/openapi.json").text
        var used: Set<String> = []
        for part in text.components(separatedBy: "\"#/components/schemas/").dropFirst() {
            used.insert(String(part.prefix { $0 != "\"" }))
        }
        #expect(used.subtracting(names) == [])
        #expect(Set(names).subtracting(used) == [])
    }

    @Test func `every operation says which scope it takes`() {
        for operation in document.operations {
            let security = operation.object["security"] as? [[String: [String]]] ?? []
            let isOpen = operation.responses["401"] == nil
            #expect(security.map(\.keys.first) == (isOpen ? [] : ["bearer", "key"]), "\(operation.path)")
        }
    }

    @Test func `it is sent once, and compressed`() throws {
        let first = fixture.get("/v1/openapi.json", [.acceptEncoding: "gzip"])
        #expect(first.fields[.contentType] == "application/json")
        #expect(first.body.count < 30_000)
        let tag = try #require(first.fields[.eTag])
        _ = try fixture.store.insert([Fixture.article("وقعت", year: 1992)])
        let second = fixture.get("/v1/openapi.json", [.acceptEncoding: "gzip", .ifNoneMatch: tag])
        #expect(second.status == .notModified)
        #expect(second.body.isEmpty)
    }
}
