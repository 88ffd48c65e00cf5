import CCurl

/// Gets what is at an address of the web, and nothing from where only this machine gets to.
///
/// Functions block; call them from a thread that may.
package struct Fetcher: Sendable {
    private let policy: FetchPolicy
    private let resolver: any Resolver
    private let limiter: HostLimiter
    private let stop: StopFlag
    private let agent: String

    /// - Parameter agent: what the program calls itself.
    package init(
        policy: FetchPolicy, limiter: HostLimiter, stop: StopFlag, agent: String,
        resolver: any Resolver = SystemResolver()
    ) {
        self.policy = policy
        self.resolver = resolver
        self.limiter = limiter
        self.stop = stop
        self.agent = agent
    }

    /// What is at an address, whatever its status; redirections are followed, each checked as the address was.
    package func fetch(
        _ address: String, validators: FetchValidators = FetchValidators()
    ) throws(FetchError) -> FetchAnswer {
        var next = try WebAddress(address, ports: policy.ports)
        var remaining = Duration.seconds(policy.timeout)
        for _ in 0...policy.maximumRedirects {
            let current = next
            try limiter.enter(current.host, stop)
            let start = ContinuousClock.now
            defer { limiter.leave(current.host) }
            let answer = try ask(current, validators, until: start + remaining)
            guard [301, 302, 303, 307, 308].contains(answer.status),
                let location = answer.fields["location"]
            else { return answer }
            remaining -= ContinuousClock.now - start
            next = try current.following(location, ports: policy.ports)
        }
        throw .tooManyRedirects(limit: policy.maximumRedirects)
    }

    private func ask(
        _ address: WebAddress, _ validators: FetchValidators, until deadline: ContinuousClock.Instant
    ) throws(FetchError) -> FetchAnswer {
        let addresses =
            if let literal = address.literal { [literal] } else {
                try resolver.addresses(of: address.host, until: deadline, stop)
            }
        guard !addresses.isEmpty else { throw .unresolved(address.host) }
        try policy.check(addresses, of: address.host)
        let seconds = (deadline - .now) / .seconds(1)
        guard seconds > 0 else { throw .timedOut }
        guard let transfer = CurlTransfer(limit: policy.maximumBytes, addresses: addresses, stop: stop)
        else { throw .failed("there is no memory") }
        try transfer.prepare(
            address, fields: validators.fields + ["Accept: */*"], agent: agent, seconds: seconds,
            connectSeconds: min(seconds, policy.connectTimeout))
        let status = try transfer.perform()
        return FetchAnswer(
            status: status, address: address, fields: transfer.fields, body: transfer.body)
    }
}
