import AccessControl
import ArgumentParser
import ArticleStore
import Dispatch
import Extraction
import Feeds
import Foundation
import HTTPServer
import Logging
import TarikhAPI

/// Runs the service until it is told to end.
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Run the service.",
        discussion: """
            Logs lines of JSON on standard error; once requests are answered, one with "msg":"listening", "host" and "port". \
            SIGHUP reads the certificate and key of TLS anew. SIGTERM and SIGINT let requests under way finish and end it with 0.
            """)

    @OptionGroup var options: DataOptions

    @Option(
        help: ArgumentHelp("The address to listen on (TARIKH_HOST; key 'host').", valueName: "address"))
    var host: String?

    @Option(
        help: ArgumentHelp(
            "The port to listen on; 0 lets the kernel choose (TARIKH_PORT; key 'port').", valueName: "number")
    )
    var port: UInt16?

    @Option(
        help: ArgumentHelp(
            "A PEM file with the certificate of TLS (TARIKH_TLS_CERTIFICATE; key 'tls_certificate').",
            valueName: "path"))
    var tlsCertificate: String?

    @Option(
        help: ArgumentHelp("A PEM file with its key (TARIKH_TLS_KEY; key 'tls_key').", valueName: "path"))
    var tlsKey: String?

    @Option(
        help: ArgumentHelp(
            "A path of the Unix domain to listen on too (TARIKH_SOCKET; key 'socket').", valueName: "path"))
    var socket: String?

    @Option(
        name: .customLong("feeds"),
        help: ArgumentHelp(
            "A file of feeds to poll: JSON5, or lines of address, source and seconds with tabs between them "
                + "(TARIKH_FEEDS; key 'feeds').", valueName: "path"))
    var feedFile: String?

    @Option(
        name: .customLong("import"),
        help: ArgumentHelp(
            "Import a file or folder before requests are answered; may be repeated.", valueName: "path"))
    var imports: [String] = []

    func run() throws {
        var configuration = try options.read()
        if let host { configuration.host = host }
        if let port { configuration.port = Int(port) }
        if let tlsCertificate { configuration.tlsCertificate = tlsCertificate }
        if let tlsKey { configuration.tlsKey = tlsKey }
        if let socket { configuration.socket = socket }
        if let feedFile { configuration.feeds = feedFile }
        do {
            // Before anything is made in the folder.
            try configuration.check(hasKeys: try KeyStore.hasKeys(folder: configuration.data))
        } catch let error as ConfigurationError {
            throw CommandFailure(error)
        } catch let error as AccessError {
            throw CommandFailure(error)
        }
        let log = Logger(label: "tarikh") { _ in JSONLogHandler() }
        if let warning = HTTP2Library.warning {
            log.warning("old library", metadata: ["detail": .string(warning)])
        }
        let signals = StopSignals()
        let annotator = try ConfiguredAnnotator.make(configuration)
        let store = try Store.open(
            configuration, access: .readWrite, busyHint: "Only one service or import may do so.")

        let feeds = try ConfiguredFeeds.open(configuration)
        try importArticles(into: store, annotator, log)
        let keys = try Self.keyRing(configuration, log)
        try serve(configuration, store, annotator, log, keys, feeds, until: signals)
        try Store.close(store)
        log.info("stopped")
    }

    private func serve(
        _ configuration: Configuration, _ store: ArticleStore, _ annotator: Annotator, _ log: Logger,
        _ keys: KeyRing, _ feeds: FeedStore?, until signals: StopSignals
    ) throws(CommandFailure) {
        let service: Service
        do {
            service = try Service(
                configuration: configuration, store: store, annotator: annotator, log: Self.serviceLog(log),
                keys: keys, feeds: feeds)
        } catch {
            throw CommandFailure(error)
        }
        do {
            let port = try service.start()
            log.info(
                "listening",
                metadata: [
                    "host": .string(configuration.host), "port": .stringConvertible(Int(port)),
                    "version": .string(Program.version),
                ])
        } catch {
            throw CommandFailure(error)
        }
        let name = signals.wait { Self.reload(service, log) }
        log.info("draining", metadata: ["signal": .string(name)])
        service.drain()
    }

    private static func reload(_ service: Service, _ log: Logger) {
        do {
            try service.reloadCertificate()
            log.info("reloaded")
        } catch {
            log.error("not reloaded", metadata: ["detail": .string(CommandFailure(error).message)])
        }
    }

    private func importArticles(into store: ArticleStore, _ annotator: Annotator, _ log: Logger) throws {
        guard !imports.isEmpty else { return }
        var ignored = 0
        let files = try ImportFile.find(imports, ignored: &ignored)
        var importer = Importer(ingestor: Ingestor(store: store, annotator: annotator)) { item, error in
            log.warning(
                "rejected",
                metadata: [
                    "file": .string(item.path), "line": .stringConvertible(item.line ?? 1),
                    "detail": .string(error.problem.detail),
                ])
        } progressed: { _, _ in
        }
        let counts = try importer.run(files)
        log.info(
            "imported",
            metadata: [
                "created": .stringConvertible(counts.created),
                "unchanged": .stringConvertible(counts.unchanged),
                "rejected": .stringConvertible(counts.rejected),
            ])
    }

    private static func keyRing(
        _ configuration: Configuration, _ log: Logger
    ) throws(CommandFailure) -> KeyRing {
        do {
            return try KeyRing(KeyStore(folder: configuration.data)) { error in
                log.error("failure", metadata: ["detail": .string("keys: \(error)")])
            }
        } catch {
            throw CommandFailure(error)
        }
    }

    private static func serviceLog(_ log: Logger) -> ServiceLog {
        ServiceLog { access in
            log.info("request", metadata: access.metadata)
        } failure: { line in
            log.error("failure", metadata: ["detail": .string(line)])
        }
    }
}
