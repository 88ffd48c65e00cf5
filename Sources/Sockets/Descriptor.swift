import Glibc

/// A file descriptor that is closed when it goes.
package struct Descriptor: ~Copyable, Sendable {
    package let number: Int32

    /// Takes over an open descriptor.
    package init(owning number: Int32) {
        self.number = number
    }

    /// Gives up the descriptor, which stays open.
    consuming func release() -> Int32 {
        let number = number
        discard self
        return number
    }

    deinit {
        close(number)
    }
}

/// A system call that failed, with its errno.
package struct SystemError: Error, Hashable {
    package var call: String
    package var errno: Int32

    package init(_ call: String, _ errno: Int32 = Glibc.errno) {
        self.call = call
        self.errno = errno
    }
}
