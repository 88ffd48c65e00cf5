import Articles
import Foundation
import Testing
import TextAnalysis

@testable import Extraction

struct GazetteerTests {
    private static func lines() throws -> [[String]] {
        let text = try String(contentsOf: Gazetteer.resource, encoding: .utf8)
        return text.split(separator: "\n").filter { $0.first != "#" }
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    }

    @Test func `every line of the built-in file is read`() throws {
        let file = [UInt8](try Data(contentsOf: Gazetteer.resource))
        let gazetteer = try Gazetteer.empty.extended(with: file, name: "gazetteer.tsv")
        #expect(try gazetteer.entities.count == Self.lines().count)
        #expect(Gazetteer().entities.count == gazetteer.entities.count)
        #expect(gazetteer.entities.count > 1_000)
    }

    @Test func `no two lines have the same item or the same name`() throws {
        var items: Set<String> = []
        var names: [String: Int] = [:]
        for (number, columns) in try Self.lines().enumerated() {
            if !columns[0].isEmpty { #expect(items.insert(columns[0]).inserted, "\(columns[0])") }
            for name in columns[6...8].flatMap({ $0.split(separator: "|") }) {
                let key = NameKey.text(of: String(name))
                #expect(names[key] == nil || names[key] == number, "\(name)")
                names[key] = number
            }
        }
    }

    @Test func `every entry has an id, a label and a point on the globe if any`() {
        let gazetteer = Gazetteer()
        #expect(Set(gazetteer.entities.map(\.id)).count == gazetteer.entities.count)
        for entity in gazetteer.entities {
            #expect(!entity.label.trimmingCharacters(in: .whitespaces).isEmpty)
            #expect(entity.id.wholeMatch(of: #/n_[0-9a-z]{13}/#) != nil)
            #expect((entity.latitude == nil) == (entity.longitude == nil))
            #expect((entity.latitude ?? 0).magnitude <= 90 && (entity.longitude ?? 0).magnitude <= 180)
            #expect(entity.iso3166.map { $0.utf8.count == 2 } ?? true)
        }
    }

    @Test(arguments: [
        ("place\tcity", 1, GazetteerError.Reason.columns(2)),
        ("# comment\n\n\tplanet\t\t\t\t\tاسم\t\t\t\t\t", 3, .unknownKind("planet")),
        ("\tplace\tcity\t\t91\t0\tاسم\t\t\t\t\t", 1, .coordinates),
        ("\tplace\tcity\t\t1\t\tاسم\t\t\t\t\t", 1, .coordinates),
        ("\tplace\tcity\t\t\t\t\t\t\t\t\t", 1, .noName),
        ("227\tplace\tcity\t\t\t\tاسم\t\t\t\t\t", 1, .wikidata("227")),
    ])
    func `an error names the line`(_ text: String, _ line: Int, _ reason: GazetteerError.Reason) {
        #expect(throws: GazetteerError(file: "own.tsv", line: line, reason: reason)) {
            try Gazetteer.empty.extended(with: Array(text.utf8), name: "own.tsv")
        }
    }

    @Test func `a line that is not UTF-8 is an error`() {
        #expect(throws: GazetteerError(file: "own.tsv", line: 2, reason: .invalidUTF8)) {
            try Gazetteer.empty.extended(with: [0x23, 0x0a, 0xff], name: "own.tsv")
        }
    }

    @Test func `an entry of the same item adds its names`() throws {
        let line = "Q227\tplace\tcountry\tAZ\t\t\tبلاد النار\tLand of Fire\t\t\t\t"
        let gazetteer = try Gazetteer().extended(with: Array(line.utf8), name: "own.tsv")
        #expect(gazetteer.entities.count == Gazetteer().entities.count)
        let found = EntityTagger(gazetteer: gazetteer).tag(TestArticle.make("زار بلاد النار", .arabic))
        #expect(found.entities.map(\.wikidata) == ["Q227"])
    }

    @Test func `ids depend on the entity only`() {
        let id = EntityID.make(wikidata: "Q227", kind: "place", name: "x")
        #expect(id == EntityID.make(wikidata: "Q227", kind: "org", name: "y"))
        let name = EntityID.make(wikidata: nil, kind: "org", name: "وكالة  تسنيم")
        #expect(name == EntityID.make(wikidata: nil, kind: "org", name: "وکالة تسنیم"))
        #expect(name != EntityID.make(wikidata: nil, kind: "person", name: "وكالة تسنيم"))
        #expect(name.utf8.count <= 40)
    }
}
