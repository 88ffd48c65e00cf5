/// Finds the addresses of a host.
package protocol Resolver: Sendable {
    /// All addresses of a name.
    ///
    /// - Throws: `FetchError.unresolved`, `.timedOut` or `.stopped`.
    func addresses(
        of host: String, until deadline: ContinuousClock.Instant, _ stop: StopFlag
    ) throws(FetchError) -> [IPAddress]
}
