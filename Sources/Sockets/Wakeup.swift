import CLinux
import Glibc

/// An eventfd: any thread makes it readable for the event loop that watches it.
package final class Wakeup: Sendable {
    private let descriptor: Descriptor

    /// - Throws: `SystemError` when there are no descriptors left.
    package init() throws(SystemError) {
        let number = eventfd(0, Int32(EFD_NONBLOCK | EFD_CLOEXEC))
        guard number >= 0 else { throw SystemError("eventfd") }
        descriptor = Descriptor(owning: number)
    }

    package var number: Int32 { descriptor.number }

    package func signal() {
        var one: UInt64 = 1
        _ = unsafe write(descriptor.number, &one, 8)
    }

    /// Makes it unreadable until the next signal.
    package func clear() {
        var count: UInt64 = 0
        _ = unsafe read(descriptor.number, &count, 8)
    }
}
