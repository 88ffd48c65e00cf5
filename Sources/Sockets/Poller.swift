import CLinux
import Glibc

/// An epoll set, level-triggered.
@safe
package struct Poller: ~Copyable {
    /// What became possible on a descriptor.
    package struct Ready: Sendable {
        package var number: Int32
        package var isReadable: Bool
        package var isWritable: Bool
        /// Hung up or failed: reading tells.
        package var isClosed: Bool
    }

    private static let capacity = 256

    private let descriptor: Descriptor
    private let events: UnsafeMutablePointer<epoll_event>

    /// - Throws: `SystemError` when there are no descriptors left.
    package init() throws(SystemError) {
        let number = epoll_create1(Int32(EPOLL_CLOEXEC))
        guard number >= 0 else { throw SystemError("epoll_create1") }
        descriptor = Descriptor(owning: number)
        unsafe events = .allocate(capacity: Self.capacity)
    }

    deinit {
        unsafe events.deallocate()
    }

    package func add(_ number: Int32, reading: Bool = true, writing: Bool = false) {
        control(EPOLL_CTL_ADD, number, reading, writing)
    }

    /// Watches a listener that other event loops watch too: a connection wakes one of them, not all.
    package func add(shared number: Int32) {
        control(EPOLL_CTL_ADD, number, EPOLLIN.rawValue | EPOLLEXCLUSIVE.rawValue)
    }

    package func change(_ number: Int32, reading: Bool, writing: Bool) {
        control(EPOLL_CTL_MOD, number, reading, writing)
    }

    package func remove(_ number: Int32) {
        control(EPOLL_CTL_DEL, number, false, false)
    }

    private func control(_ operation: Int32, _ number: Int32, _ reading: Bool, _ writing: Bool) {
        control(
            operation, number, (reading ? EPOLLIN.rawValue : 0) | (writing ? EPOLLOUT.rawValue : 0))
    }

    private func control(_ operation: Int32, _ number: Int32, _ events: UInt32) {
        var event = unsafe epoll_event()
        unsafe event.events = events
        unsafe event.data.fd = number
        _ = unsafe epoll_ctl(descriptor.number, operation, number, &event)
    }

    /// Waits for at most `milliseconds`, and calls `body` for what is ready.
    package func wait(milliseconds: Int32, _ body: (Ready) -> Void) {
        let count = unsafe epoll_wait(descriptor.number, events, Int32(Self.capacity), milliseconds)
        for index in 0..<Int(max(count, 0)) {
            let event = unsafe events[index]
            let flags = unsafe event.events
            body(
                Ready(
                    number: unsafe event.data.fd, isReadable: flags & EPOLLIN.rawValue != 0,
                    isWritable: flags & EPOLLOUT.rawValue != 0,
                    isClosed: flags & (EPOLLHUP.rawValue | EPOLLERR.rawValue) != 0))
        }
    }
}
