import Dispatch
import Foundation

/// Waits for SIGTERM or SIGINT, which from its making on no longer end the process by themselves.
struct StopSignals {
    private let sources: [any DispatchSourceSignal]
    private let semaphore = DispatchSemaphore(value: 0)
    private let received = SignalName()

    init() {
        let queue = DispatchQueue(label: "signals")
        sources = [(SIGTERM, "SIGTERM"), (SIGINT, "SIGINT")].map { [semaphore, received] number, name in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                received.set(name)
                semaphore.signal()
            }
            source.resume()
            return source
        }
    }

    /// Returns the signal's name.
    func wait() -> String {
        semaphore.wait()
        return received.name
    }
}
