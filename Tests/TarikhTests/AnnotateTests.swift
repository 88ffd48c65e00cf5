import Foundation
import Testing

@Suite struct AnnotateTests {
    @Test func `a text on standard input comes back with its date and entity`() throws {
        let ending = try RunningCommand.run(
            "annotate",
            input: """
                افتتاح القناة
                افتتحت مصر قناة السويس في 17 نوفمبر 1869 في عهد الخديوي إسماعيل.
                """)
        try #require(ending.status == 0)
        let answer = try JSONAnswer.object(ending.output)
        let expressions = answer["expressions"] as? [[String: Any]] ?? []
        #expect(expressions.contains { $0["value"] as? String == "1869-11-17" })
        let mentions = answer["mentions"] as? [[String: Any]] ?? []
        #expect(mentions.contains { $0["text"] as? String == "مصر" })
    }

    @Test func `names of the configured gazetteer are found, and a bad one is told of`() throws {
        let folder = try TemporaryFolder()
        let text = "The report of Quxblat Instruments was read in 1999."
        func annotate(_ gazetteer: String) throws -> RunningCommand.Ending {
            let file = try folder.write(gazetteer, to: "names.tsv")
            return try RunningCommand(
                ["annotate"], input: text, environment: ["TARIKH_GAZETTEER": file]
            ).wait()
        }
        let good = try annotate("\torg\tcompany\t\t\t\t\tQuxblat Instruments\t\t\t\t\n")
        #expect(good.status == 0)
        let mentions = try JSONAnswer.object(good.output)["mentions"] as? [[String: Any]] ?? []
        #expect(mentions.contains { $0["text"] as? String == "Quxblat Instruments" })
        let bad = try annotate("one column\n")
        #expect(bad.status == 78)
        #expect(bad.error.contains("names.tsv:1:"))
    }

    @Test func `a file that is no model is told of`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("TARIKHNE and nothing else", to: "own.bin")
        let ending = try RunningCommand(
            ["annotate"], input: "نص", environment: ["TARIKH_MODEL": file]
        ).wait()
        #expect(ending.status == 78)
        #expect(ending.error.contains("own.bin can't be used"))
    }

    @Test func `mentions say what they name, and why`() throws {
        let text = "أعلنت وزارة الدفاع الفرنسية أمس بدء مناورات. وقالت الوزارة إنها دفاعية"
        let line = String(
            decoding: try JSONSerialization.data(withJSONObject: ["id": "1", "text": text]), as: UTF8.self)
        let ending = try RunningCommand.run("annotate", "--jsonl", input: line + "\n")
        let mentions = try JSONAnswer.object(ending.output)["mentions"] as? [[String: Any]] ?? []
        let noun = try #require(mentions.last)
        #expect(noun["type"] as? String == "reference" && noun["form"] as? String == "noun")
        #expect(noun["reason"] as? String == "definite noun for وزارة الدفاع الفرنسية")
        #expect(noun["entity_id"] as? String == mentions.first?["entity_id"] as? String)
    }

    @Test func `an empty text is refused`() throws {
        let ending = try RunningCommand.run("annotate", input: " \n")
        #expect(ending.status == 1)
        #expect(ending.output.isEmpty)
    }

    @Test func `lines keep their ids and order, and offsets count code points`() throws {
        let texts = ["زار الرئيس 🛰️ مصر في 7 أبريل 1992.", "Nothing is dated here.", "…"]
        let input = try texts.enumerated().map { index, text in
            let line = try JSONSerialization.data(withJSONObject: ["id": "line \(index)", "text": text])
            return String(decoding: line, as: UTF8.self) + "\n"
        }.joined()
        let ending = try RunningCommand.run("annotate", "--jsonl", input: input)
        try #require(ending.status == 0)
        let answers = try ending.output.split(separator: "\n").map(JSONAnswer.object)
        #expect(answers.map { $0["id"] as? String } == ["line 0", "line 1", "line 2"])
        let expressions = answers.first?["expressions"] as? [[String: Any]]
        let date = try #require(expressions?.first { $0["value"] as? String == "1992-04-07" })
        let start = try #require(date["start"] as? Int)
        let end = try #require(date["end"] as? Int)
        let scalars = Array(texts[0].unicodeScalars)
        try #require(start < end && end <= scalars.count)
        #expect(String(String.UnicodeScalarView(scalars[start..<end])) == "7 أبريل 1992")
    }

    @Test func `a bad line is told of with its number, and the others are answered`() throws {
        let ending = try RunningCommand.run(
            "annotate", "--jsonl",
            input: """
                {"id":"a","text":"One."}
                {"id":"b"}

                {"id":"c","text":"Two."}
                """)
        #expect(ending.status == 1)
        #expect(ending.error.contains("line 2:"))
        #expect(ending.output.split(separator: "\n").count == 2)
    }
}
