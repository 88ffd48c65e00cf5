import Synchronization

/// Messages from any thread to one event loop. Its owner bounds how many can be under way.
package final class Mailbox<Message: Sendable>: Sendable {
    private let messages = Mutex<[Message]>([])
    package let wakeup: Wakeup

    package init() throws(SystemError) {
        wakeup = try Wakeup()
    }

    package func post(_ message: Message) {
        let isFirst = messages.withLock { messages in
            messages.append(message)
            return messages.count == 1
        }
        if isFirst { wakeup.signal() }
    }

    /// Everything posted since the last time, in order.
    package func take() -> [Message] {
        wakeup.clear()
        return messages.withLock { messages in
            defer { messages = [] }
            return messages
        }
    }
}
