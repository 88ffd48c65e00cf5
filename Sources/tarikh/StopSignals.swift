import Dispatch
import Foundation

/// Waits for SIGTERM or SIGINT, and hears SIGHUP; from its making on none of them ends the process by itself.
struct StopSignals {
    private let sources: [any DispatchSourceSignal]
    private let semaphore = DispatchSemaphore(value: 0)
    private let received = SignalNames()

    init() {
        let queue = DispatchQueue(label: "signals")
        sources = [(SIGTERM, "SIGTERM"), (SIGINT, "SIGINT"), (SIGHUP, "SIGHUP")].map {
            [semaphore, received] number, name in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                received.add(name)
                semaphore.signal()
            }
            source.resume()
            return source
        }
    }

    /// Calls `reload` for each SIGHUP; returns the name of the signal that ends it.
    func wait(reload: () -> Void) -> String {
        while true {
            semaphore.wait()
            guard let name = received.take() else { continue }
            if name != "SIGHUP" { return name }
            reload()
        }
    }
}
