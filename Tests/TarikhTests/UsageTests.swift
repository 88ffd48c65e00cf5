import Foundation
import Testing

@Suite struct UsageTests {
    @Test func `help names every subcommand and the exit codes`() throws {
        let help = try RunningCommand.run("--help")
        #expect(help.status == 0)
        for name in ["serve", "import", "annotate", "search", "timeline", "entities", "check", "health"] {
            #expect(help.output.contains("  \(name) "))
        }
        for code in ["0 done", "1 failed", "2 usage", "75 try again", "78 bad configuration"] {
            #expect(help.output.replacing("\n", with: " ").contains(code))
        }
    }

    @Test(arguments: ["serve", "import", "annotate", "search", "timeline", "entities", "check", "health"])
    func `help of a subcommand explains every option`(name: String) throws {
        let help = try RunningCommand.run(name, "--help")
        #expect(help.status == 0)
        let options = help.output.split(separator: "\n").filter { $0.hasPrefix("  -") }
        #expect(!options.isEmpty)
        // Help on an option stands beside it or, when the option is long, on the next line.
        let lines = help.output.split(separator: "\n", omittingEmptySubsequences: false)
        for option in options {
            let next = lines.firstIndex(of: option).map { lines[$0 + 1] } ?? ""
            #expect(option.count > 26 || next.hasPrefix("          "), "\(option) has no help")
        }
    }

    @Test(arguments: [
        ["import"], ["serve", "--port", "70000"], ["nothing"], ["search"], ["annotate", "--dct", "soon"],
        ["annotate", "--lang", "xx"], ["check", "--nothing"],
    ])
    func `wrong usage ends with 2 and says what is wrong`(arguments: [String]) throws {
        let ending = try RunningCommand(arguments).wait()
        #expect(ending.status == 2)
        #expect(!ending.error.isEmpty)
        #expect(ending.output.isEmpty)
    }

    @Test func `a bad configuration ends with 78`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("{prot: 8080}", to: "bad.json")
        let ending = try RunningCommand.run("serve", "--config", file, "--data", folder.data)
        #expect(ending.status == 78)
        #expect(ending.error.contains("'prot'"))
    }

    @Test func `the command line wins over the environment, and that over the file`() throws {
        let folder = try TemporaryFolder()
        let config = try folder.write(#"{data: "/proc/file"}"#, to: "config.json")
        func message(_ arguments: [String], _ environment: [String: String]) throws -> String {
            try RunningCommand(
                ["check", "--config", config] + arguments, environment: environment
            ).wait().error
        }
        #expect(try message([], [:]).contains("/proc/file"))
        #expect(try message([], ["TARIKH_DATA": "/proc/environment"]).contains("/proc/environment"))
        #expect(
            try message(["--data", "/proc/line"], ["TARIKH_DATA": "/proc/environment"]).contains("/proc/line")
        )
    }
}
