import Foundation
import Testing

@Suite struct ReannotateTests {
    private func articles(_ count: Int) -> String {
        (0..<count).map {
            #"{"text":"وصل الوزير إلى زرقوان في \#($0 % 28 + 1) نيسان \#(1900 + $0 % 100)، رقم \#($0)."}"#
        }
        .joined(separator: "\n")
    }

    private func entity(_ folder: TemporaryFolder) throws -> Int? {
        let ending = try RunningCommand.run("entities", "Zarquan", "--json", "--data", folder.data)
        let items = try JSONAnswer.object(ending.output)["items"] as? [[String: Any]]
        return items?.first?["articles"] as? Int
    }

    @Test func `stored articles are read anew with another gazetteer, also after a kill`() throws {
        let folder = try TemporaryFolder()
        let names = try folder.write(
            "Q999999\tplace\tcity\t\t31.5\t34.5\tزرقوان\tZarquan\t\t\t\t\n", to: "names.tsv")
        let lines = try folder.write(articles(600), to: "a.ndjson")
        #expect(try RunningCommand.run("import", "--data", folder.data, lines).status == 0)
        #expect(try entity(folder) == nil)
        let same = try RunningCommand.run("reannotate", "--data", folder.data)
        #expect(same.status == 0 && same.output == "read 0, changed 0\n")

        let settings = ["TARIKH_GAZETTEER": names]
        let killed = try RunningCommand(["reannotate", "--data", folder.data], environment: settings)
        _ = try killed.line(with: "read 0 of 600")
        Thread.sleep(forTimeInterval: 0.3)
        killed.send(signal: SIGKILL)
        _ = try killed.wait()
        #expect(try RunningCommand.run("check", "--data", folder.data).status == 0)

        let rest = try RunningCommand(["reannotate", "--data", folder.data], environment: settings).wait()
        #expect(rest.status == 0)
        #expect(try entity(folder) == 600)
        #expect(try RunningCommand.run("check", "--data", folder.data).status == 0)
        let all = try RunningCommand(
            ["reannotate", "--all", "--data", folder.data], environment: settings
        ).wait()
        #expect(all.output == "read 600, changed 0\n")
    }

    @Test func `beside a service it says what to do`() throws {
        let folder = try TemporaryFolder()
        let service = try RunningCommand(["serve", "--data", folder.data, "--port", "0"])
        _ = try service.line(with: "listening")
        let ending = try RunningCommand.run("reannotate", "--data", folder.data)
        #expect(ending.status == 75)
        #expect(ending.error.contains("/v1/admin/reannotate"))
        service.send(signal: SIGTERM)
        #expect(try service.wait().status == 0)
    }
}
