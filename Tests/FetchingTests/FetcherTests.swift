import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Fetching

/// Names with addresses that a test says.
private struct GivenResolver: Resolver {
    var names: [String: [String]]
    var asked = Counter()

    func addresses(
        of host: String, until deadline: ContinuousClock.Instant, _ stop: StopFlag
    ) throws(FetchError) -> [IPAddress] {
        asked.count.add(1, ordering: .relaxed)
        guard let texts = names[host] else { throw .unresolved(host) }
        return texts.compactMap(IPAddress.init)
    }
}

private final class Counter: Sendable {
    let count = Atomic(0)
}

struct FetcherTests {
    private func fetcher(
        allowsPrivate: Bool = true, ports: Set<Int> = [80, 443], names: [String: [String]] = [:],
        distance: Duration = .zero, stop: StopFlag = StopFlag(),
        _ change: (inout FetchPolicy) -> Void = { _ in }
    ) -> Fetcher {
        var policy = FetchPolicy()
        policy.allowsPrivate = allowsPrivate
        policy.ports = ports
        policy.timeout = 10
        change(&policy)
        return Fetcher(
            policy: policy, limiter: HostLimiter(distance: distance), stop: stop, agent: "Tests",
            resolver: GivenResolver(names: names))
    }

    private func error(_ fetcher: Fetcher, _ address: String) -> FetchError? {
        do {
            _ = try fetcher.fetch(address)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        "http://127.0.0.1/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/",
        "http://[::127.0.0.1]/", "http://10.0.0.1/", "http://192.168.0.1/", "http://172.16.0.1/",
        "http://169.254.169.254/latest/meta-data/", "http://100.64.0.1/", "http://0.0.0.0/",
        "http://224.0.0.1/", "http://255.255.255.255/", "http://[fd00::1]/", "http://[fe80::1]/",
        "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://[2001::1]/", "http://192.0.2.1/",
        "http://[ff02::1]/", "http://[::]/",
    ])
    func `addresses that are not for all are refused`(_ address: String) throws {
        guard case .forbidden = try #require(error(fetcher(allowsPrivate: false), address)) else {
            Issue.record("\(address): \(String(describing: error(fetcher(allowsPrivate: false), address)))")
            return
        }
    }

    @Test(arguments: [
        ["127.0.0.1"], ["93.184.216.34", "10.0.0.1"], ["10.0.0.1", "93.184.216.34"],
        ["2606:4700::1111", "::1"], ["93.184.216.34", "::ffff:127.0.0.1"],
        ["93.184.216.34", "64:ff9b::a00:1"],
    ])
    func `a name is refused when one of its addresses is`(_ addresses: [String]) throws {
        let fetcher = fetcher(allowsPrivate: false, names: ["example.org": addresses])
        guard case .forbidden(let host, _, let reach) = try #require(error(fetcher, "http://example.org/"))
        else {
            Issue.record("it was asked")
            return
        }
        #expect(host == "example.org")
        #expect(reach != .global)
    }

    /// What is allowed with `fetch_private` are one's own networks: not the services of a cloud's host, nor ways around the check.
    @Test(arguments: [
        "http://169.254.169.254/", "http://[::ffff:127.0.0.1]/", "http://[64:ff9b::7f00:1]/",
        "http://0.0.0.0/",
        "http://[fe80::1]/", "http://224.0.0.1/",
    ])
    func `some are refused where private ones are not`(_ address: String) throws {
        guard case .forbidden = try #require(error(fetcher(), address)) else {
            Issue.record("\(address) was asked")
            return
        }
    }

    @Test func `the connection goes to the address that was checked`() throws {
        let host = try WebHost { path, _ in .init(200, ["Content-Type: text/plain"], text: path) }
        // No name server knows it.
        let fetcher = fetcher(ports: [host.port], names: ["pinned.invalid": ["127.0.0.1"]])
        let answer = try fetcher.fetch("http://pinned.invalid:\(host.port)/a?b")
        #expect(answer.status == 200)
        #expect(String(decoding: answer.body, as: UTF8.self) == "/a?b")
        #expect(answer.fields["content-type"] == "text/plain")
        #expect(host.requests.first?.contains("Host: pinned.invalid:\(host.port)\r\n") == true)
    }

    /// The last look, for when all before it has failed.
    @Test func `no connection is made to an address that was not checked`() throws {
        let host = try WebHost { _, _ in .init(200, text: "x") }
        let address = try WebAddress(host.address(), ports: [host.port])
        let other = try #require(IPAddress("93.184.216.34"))
        let transfer = try #require(CurlTransfer(limit: 100, addresses: [other], stop: StopFlag()))
        try transfer.prepare(address, fields: [], agent: "Tests", seconds: 5, connectSeconds: 5)
        #expect(throws: FetchError.failed("it would be asked at an address that was not checked")) {
            try transfer.perform()
        }
        #expect(host.requests.isEmpty)
    }

    @Test func `a host whose certificate is nobody's is not believed`() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/tarikh-fetching-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let port = Int.random(in: 20_000...30_000)
        let server = Process()
        server.executableURL = URL(filePath: "/bin/sh")
        server.arguments = [
            "-c",
            """
            cd \(folder) && openssl req -x509 -newkey rsa:2048 -nodes -keyout k -out c -days 2 -subj /CN=tls.example \
              -addext subjectAltName=DNS:tls.example 2>/dev/null && exec openssl s_server -quiet -www -accept \(port) -cert c -key k
            """,
        ]
        try server.run()
        defer { server.terminate() }
        let fetcher = fetcher(ports: [port], names: ["tls.example": ["127.0.0.1"]])
        let end = Date().addingTimeInterval(20)
        var reason = ""
        repeat {
            reason = error(fetcher, "https://tls.example:\(port)/").map(\.description) ?? "none"
            Thread.sleep(forTimeInterval: 0.1)
        } while reason.contains("Couldn't connect") && Date() < end
        #expect(reason.contains("certificate"))
    }

    @Test(arguments: [
        ("http://127.0.0.1/", FetchError.Kind.forbidden), ("http://10.0.0.1/", .forbidden),
        ("http://[::1]/", .forbidden), ("http://[::ffff:127.0.0.1]/", .forbidden),
        ("http://169.254.169.254/latest/meta-data/", .forbidden), ("//127.0.0.1/", .forbidden),
        ("http://inside.example/", .forbidden), ("http://both.example/", .forbidden),
        ("http://2130706433/", .hostForm), ("http://0x7f000001/", .hostForm),
        ("file:///etc/passwd", .scheme), ("gopher://127.0.0.1/", .scheme),
        ("http://a:b@public.example/", .userInformation), ("http://public.example:22/", .port),
        ("http://unknown.example/", .unresolved),
    ])
    func `each redirection is checked anew`(_ location: String, _ kind: FetchError.Kind) throws {
        let host = try WebHost(number: 2) { _, _ in .init(302, ["Location: \(location)"]) }
        let names = [
            "public.example": ["127.0.0.2"], "inside.example": ["127.0.0.1"],
            "both.example": ["127.0.0.2", "10.0.0.1"],
        ]
        let fetcher = fetcher(allowsPrivate: false, ports: [host.port, 80], names: names) {
            $0.exceptions = IPAddress("127.0.0.2").map { [$0] } ?? []
        }
        let error = try #require(self.error(fetcher, "http://public.example:\(host.port)/"))
        #expect(error.kind == kind)
        #expect(host.requests.count == 1)
    }

    @Test func `it is led on five times, not six`() throws {
        let host = try WebHost { path, _ in
            let number = Int(path.dropFirst()) ?? 0
            return number == 0 ? .init(200, text: "there") : .init(307, ["Location: /\(number - 1)"])
        }
        let fetcher = fetcher(ports: [host.port])
        let answer = try fetcher.fetch(host.address("/5"))
        #expect(answer.status == 200)
        #expect(answer.address.target == "/0")
        #expect(error(fetcher, host.address("/6")) == .tooManyRedirects(limit: 5))
        #expect(host.count(of: "/0") == 1)
    }

    @Test func `what has not changed is not sent again`() throws {
        let host = try WebHost { _, head in
            head.contains("If-None-Match: \"a\"\r\n") && head.contains("If-Modified-Since: yesterday\r\n")
                ? .init(304) : .init(200, ["ETag: \"a\"", "Last-Modified: yesterday"], text: "x")
        }
        let fetcher = fetcher(ports: [host.port])
        let first = try fetcher.fetch(host.address())
        #expect(first.validators == FetchValidators(entityTag: "\"a\"", lastModified: "yesterday"))
        let second = try fetcher.fetch(host.address(), validators: first.validators)
        #expect(second.status == 304)
        #expect(second.body.isEmpty)
        // A validator that would be another field is not sent.
        let split = FetchValidators(entityTag: "a\r\nX-Evil: 1")
        #expect(try fetcher.fetch(host.address(), validators: split).status == 200)
        #expect(host.requests.last?.contains("Evil") == false)
    }

    /// 64 MiB of zeros in 64 KiB, made by `head -c 64M /dev/zero | gzip -9`.
    @Test func `a bomb is given up at the limit, not when it has gone off`() throws {
        let bomb = try Self.gzip(zeros: 64 << 20)
        #expect(bomb.count < 1 << 20)
        let host = try WebHost { _, _ in .init(200, ["Content-Encoding: gzip"], body: bomb) }
        #expect(error(fetcher(ports: [host.port]), host.address()) == .tooLarge(limit: 8 << 20))
        let small = try Self.gzip(zeros: 1000)
        let other = try WebHost { _, _ in .init(200, ["Content-Encoding: gzip"], body: small) }
        #expect(try fetcher(ports: [other.port]).fetch(other.address()).body.count == 1000)
    }

    @Test func `what is too large is refused by what it says of itself and by what comes`() throws {
        let head = "HTTP/1.1 200 OK\r\nContent-Length: 9000000\r\n\r\n"
        let told = try WebHost { _, _ in .init(pieces: [Array(head.utf8)], pause: 5, isEndless: true) }
        #expect(error(fetcher(ports: [told.port]), told.address()) == .tooLarge(limit: 8 << 20))
        let endless = try WebHost { _, _ in
            .init(
                pieces: [Array("HTTP/1.1 200 OK\r\n\r\n".utf8), [UInt8](repeating: 0x61, count: 1 << 16)],
                isEndless: true)
        }
        #expect(error(fetcher(ports: [endless.port]), endless.address()) == .tooLarge(limit: 8 << 20))
    }

    @Test func `a head that never ends is given up`() throws {
        let host = try WebHost { _, _ in
            .init(
                pieces: [
                    Array("HTTP/1.1 200 OK\r\n".utf8),
                    Array("X-A: \(String(repeating: "a", count: 500))\r\n".utf8),
                ],
                isEndless: true)
        }
        #expect(error(fetcher(ports: [host.port]), host.address())?.kind == .failed)
    }

    @Test func `what is slow is given up in time, and so is what leads on slowly`() throws {
        let slow = try WebHost { path, _ in
            path == "/drip"
                ? .init(
                    pieces: [Array("HTTP/1.1 200 OK\r\n\r\n".utf8), [0x61]], pause: 0.1, isEndless: true)
                : .init(
                    pieces: [
                        [], Array("HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n".utf8),
                    ],
                    pause: 0.4)
        }
        let fetcher = fetcher(ports: [slow.port]) { $0.timeout = 1 }
        for path in ["/drip", "/again"] {
            let start = ContinuousClock.now
            #expect(error(fetcher, slow.address(path)) == .timedOut)
            #expect(ContinuousClock.now - start < .seconds(4))
        }
    }

    @Test func `what is called off ends soon`() throws {
        let silent = try WebHost { _, _ in .init(pieces: [[], [0]], pause: 20) }
        let stop = StopFlag()
        let fetcher = fetcher(ports: [silent.port], stop: stop) { $0.timeout = 20 }
        Thread.detachNewThread {
            Thread.sleep(forTimeInterval: 0.3)
            stop.set()
        }
        let start = ContinuousClock.now
        #expect(error(fetcher, silent.address()) == .stopped)
        #expect(ContinuousClock.now - start < .seconds(5))
    }

    @Test func `a host is asked one time after another`() throws {
        let open = Counter()
        let host = try WebHost { _, _ in
            let now = open.count.add(1, ordering: .relaxed).newValue
            Thread.sleep(forTimeInterval: 0.05)
            open.count.subtract(1, ordering: .relaxed)
            return .init(200, text: String(now))
        }
        let fetcher = fetcher(ports: [host.port], distance: .milliseconds(150))
        let start = ContinuousClock.now
        let most = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            let body = (try? fetcher.fetch(host.address()))?.body ?? []
            most.withLock { $0 = max($0, Int(String(decoding: body, as: UTF8.self)) ?? 99) }
        }
        #expect(most.withLock { $0 } == 1)
        #expect(ContinuousClock.now - start >= .milliseconds(450))
    }

    private static func gzip(zeros count: Int) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "head -c \(count) /dev/zero | gzip -9"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let bytes = Array(pipe.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        return bytes
    }
}

extension FetchError {
    enum Kind: Sendable {
        case forbidden, hostForm, scheme, userInformation, port, unresolved, failed, other
    }

    var kind: Kind {
        switch self {
        case .forbidden: .forbidden
        case .hostForm: .hostForm
        case .scheme: .scheme
        case .userInformation: .userInformation
        case .port: .port
        case .unresolved: .unresolved
        case .failed: .failed
        default: .other
        }
    }
}
