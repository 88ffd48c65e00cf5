import Articles
import Foundation
import Testing
import TextAnalysis

@testable import Extraction

struct GazetteerTests {
    private static func bytes(_ file: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: Gazetteer.resource(file)))
    }

    private static func lines(_ files: [String] = Gazetteer.files) throws -> [[String]] {
        try files.flatMap { file in
            let text = String(decoding: try bytes(file), as: UTF8.self)
            return text.split(separator: "\n").filter { $0.first != "#" }
                .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
        }
    }

    @Test(arguments: Gazetteer.files)
    func `every line of the built-in files is read`(_ file: String) throws {
        var parser = GazetteerParser(try Self.bytes(file), file: file)
        var count = 0
        while try parser.next() != nil { count += 1 }
        #expect(try count == Self.lines([file]).count)
        #expect(count > 50)
    }

    @Test func `the gazetteer has all entries of its files`() throws {
        #expect(try Gazetteer().entities.count == Self.lines().count)
        #expect(Gazetteer().entities.count > 6_000)
    }

    @Test func `a name of two entities is marked in all but one`() throws {
        var items: Set<String> = []
        var names: [String: Int] = [:]
        for (number, columns) in try Self.lines().enumerated() {
            if !columns[0].isEmpty { #expect(items.insert(columns[0]).inserted, "\(columns[0])") }
            for name in columns[6...8].flatMap({ $0.split(separator: "|") }) {
                let signs = name.prefix { "@?~".contains($0) }
                guard !signs.contains("~") else { continue }
                let key = NameKey.text(of: String(name.dropFirst(signs.count)))
                #expect(!key.isEmpty, "\(name)")
                #expect(names[key] == nil || names[key] == number, "\(name)")
                names[key] = number
            }
        }
    }

    @Test func `every country has its code, a point, three names, adjectives and a capital`() throws {
        let lines = try Self.lines(["countries", "capitals"])
        let capitals = Set(lines.filter { $0[2] == "capital" }.map { $0[3] })
        var codes: Set<String> = []
        for columns in lines where columns[2] == "country" {
            let name = columns[7]
            #expect(codes.insert(columns[3]).inserted, "\(name)")
            for column in [3, 4, 5, 6, 7, 8, 10] { #expect(!columns[column].isEmpty, "\(name) \(column)") }
            // Some states' adjectives are not in use in Arabic and Persian.
            #expect(!columns[9].isEmpty || !columns[11].isEmpty || columns[3] == "PS", "\(name)")
            let hasNoCapital = ["HK", "MO", "SG", "MC", "VA", "NR", "GL", "PR", "EH"].contains(columns[3])
            #expect(hasNoCapital || capitals.contains(columns[3]), "\(name)")
        }
        #expect(codes.count >= 195)
    }

    @Test func `words that are names of places too count only after a cue`() {
        #expect(TestArticle.mentions("هذا وضع مالي صعب", .arabic) == [])
        #expect(TestArticle.mentions("وصل إلى مدينة قم", .arabic) == ["place:قم"])
        #expect(TestArticle.mentions("على الصعيد السياسي", .arabic) == [])
    }

    @Test func `an entry brings its country, its point and its names`() {
        let tagger = EntityTagger(gazetteer: Gazetteer())
        let found = tagger.tag(TestArticle.make("زار مكتبة الإسكندرية", .arabic)).entities
        #expect(found.map(\.iso3166) == ["EG"])
        #expect(found.map(\.latitude) == [31.2089])
        #expect(found.flatMap(\.aliases).contains { $0.text == "Bibliotheca Alexandrina" })
    }

    @Test func `a marked name gives way to the one that is not`() throws {
        let other = "\tplace\tcity\tLB\t34.4\t35.8\t~طرابلس\tTripoli (Lebanon)\t\t\t\t"
        let gazetteer = try Gazetteer().extended(with: Array(other.utf8), name: "own.tsv")
        let found = EntityTagger(gazetteer: gazetteer).tag(TestArticle.make("سافر إلى طرابلس", .arabic))
        #expect(found.entities.map(\.iso3166) == ["LY"])
    }

    @Test func `every entry has an id, a label and a point on the globe if any`() {
        let gazetteer = Gazetteer()
        #expect(Set(gazetteer.entities.map(\.id)).count == gazetteer.entities.count)
        for entity in gazetteer.entities {
            #expect(!entity.label.trimmingCharacters(in: .whitespaces).isEmpty)
            #expect(entity.id.utf8.count == 15 && entity.id.hasPrefix("n_"))
            #expect((entity.latitude == nil) == (entity.longitude == nil))
            #expect((entity.latitude ?? 0).magnitude <= 90 && (entity.longitude ?? 0).magnitude <= 180)
            #expect(entity.iso3166.map { $0.utf8.count == 2 } ?? true)
        }
    }

    @Test(arguments: NameLexicon.files)
    func `every line of the lexicon names a trait and words`(_ file: String) throws {
        let text = try String(contentsOf: NameLexicon.resource(file), encoding: .utf8)
        let lines = text.split(separator: "\n").filter { $0.first != "#" }
        #expect(!lines.isEmpty)
        for line in lines {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            #expect(columns.count == 2 && !columns[1].isEmpty, "\(line)")
            #expect(WordTraits.names[String(columns[0])] != nil, "\(line)")
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
        #expect(found.entities.first?.aliases.contains { $0.text == "Land of Fire" } == true)
    }

    @Test func `two extensions of a gazetteer know nothing of each other`() throws {
        let labels = try ["بلاد أولى", "بلاد ثانية"].map { name in
            let line = "\tplace\tcity\t\t\t\t\(name)\t\t\t\t\t"
            let gazetteer = try Gazetteer().extended(with: Array(line.utf8), name: "own.tsv")
            return gazetteer.entities[gazetteer.entities.count - 1].label
        }
        #expect(labels == ["بلاد أولى", "بلاد ثانية"])
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
