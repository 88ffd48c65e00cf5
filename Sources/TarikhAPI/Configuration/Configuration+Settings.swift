extension Configuration {
    /// One setting: its key and how its value is put in place.
    struct Setting {
        let key: String
        let expected: String
        /// False when the value has the wrong type or lies out of bounds.
        let apply: (inout Configuration, ConfigurationValue) -> Bool
    }

    /// All settings, a line each.
    static var settings: [Setting] {
        [
            text("host", \.host),
            number("port", \.port, 0...65_535),
            optionalText("public_url", \.publicURL),
            text("data", \.data),
            anonymousAccess,
            number("rate_limit", \.rateLimit, 0...1_000_000),
            texts("cors_origins", \.corsOrigins),
            optionalText("gazetteer", \.gazetteer),
            optionalText("model", \.model),
            optionalText("feeds", \.feeds),
            flag("fetch", \.fetch),
            flag("fetch_private", \.fetchPrivate),
            numbers("fetch_ports", \.fetchPorts, 1...65_535),
            seconds("fetch_timeout", \.fetchTimeout),
            seconds("fetch_distance", \.fetchDistance),
            flag("access_log", \.accessLog),
            number("cache_bytes", \.cacheBytes, 0...(1 << 36)),
            number("loops", \.loops, 0...1024),
            number("blocking_threads", \.blockingThreads, 0...4096),
            number("maximum_connections", \.maximumConnections, 1...10_000_000),
            number("maximum_queued_requests", \.maximumQueuedRequests, 1...1_000_000),
            number("maximum_body_bytes", \.maximumBodyBytes, 1024...(1 << 32)),
            number("maximum_target_bytes", \.maximumTargetBytes, 256...(1 << 20)),
            number("maximum_header_bytes", \.maximumHeaderBytes, 1024...(1 << 24)),
            seconds("header_timeout", \.headerTimeout),
            seconds("body_timeout", \.bodyTimeout),
            seconds("idle_timeout", \.idleTimeout),
            seconds("write_timeout", \.writeTimeout),
            seconds("drain_timeout", \.drainTimeout),
            seconds("handshake_timeout", \.handshakeTimeout),
            rate("minimum_rate", \.minimumRate),
            optionalText("tls_certificate", \.tlsCertificate),
            optionalText("tls_key", \.tlsKey),
            optionalText("tls_client_ca", \.tlsClientCA),
            flag("tls_client_required", \.tlsClientRequired),
            optionalText("socket", \.socket),
        ]
    }

    private static var anonymousAccess: Setting {
        Setting(key: "anonymous", expected: "\"none\" or \"read\"") { configuration, value in
            guard case .text(let text) = value, let anonymous = Anonymous(rawValue: text) else {
                return false
            }
            configuration.anonymous = anonymous
            return true
        }
    }

    private static func text(_ key: String, _ path: WritableKeyPath<Configuration, String>) -> Setting {
        Setting(key: key, expected: "a text") { configuration, value in
            guard case .text(let text) = value, !text.isEmpty else { return false }
            configuration[keyPath: path] = text
            return true
        }
    }

    private static func optionalText(
        _ key: String, _ path: WritableKeyPath<Configuration, String?>
    ) -> Setting {
        Setting(key: key, expected: "a text or null") { configuration, value in
            switch value {
            case .text(let text): configuration[keyPath: path] = text.isEmpty ? nil : text
            case .null: configuration[keyPath: path] = nil
            default: return false
            }
            return true
        }
    }

    private static func texts(_ key: String, _ path: WritableKeyPath<Configuration, [String]>) -> Setting {
        Setting(key: key, expected: "a list of texts") { configuration, value in
            switch value {
            case .texts(let texts): configuration[keyPath: path] = texts
            case .text(let text):
                configuration[keyPath: path] = text.split(whereSeparator: { $0 == "," || $0 == " " }).map(
                    String.init)
            default: return false
            }
            return true
        }
    }

    private static func flag(_ key: String, _ path: WritableKeyPath<Configuration, Bool>) -> Setting {
        Setting(key: key, expected: "true or false") { configuration, value in
            guard let flag = value.flag else { return false }
            configuration[keyPath: path] = flag
            return true
        }
    }

    private static func number(
        _ key: String, _ path: WritableKeyPath<Configuration, Int>, _ bounds: ClosedRange<Int>
    ) -> Setting {
        let expected = "an integer from \(bounds.lowerBound) to \(bounds.upperBound)"
        return Setting(key: key, expected: expected) { configuration, value in
            guard let number = value.number, let integer = Int(exactly: number), bounds ~= integer else {
                return false
            }
            configuration[keyPath: path] = integer
            return true
        }
    }

    private static func numbers(
        _ key: String, _ path: WritableKeyPath<Configuration, [Int]>, _ bounds: ClosedRange<Int>
    ) -> Setting {
        let expected = "a list of integers from \(bounds.lowerBound) to \(bounds.upperBound)"
        return Setting(key: key, expected: expected) { configuration, value in
            guard let numbers = value.numbers else { return false }
            let integers = numbers.compactMap { Int(exactly: $0) }.filter { bounds ~= $0 }
            guard integers.count == numbers.count, !integers.isEmpty else { return false }
            configuration[keyPath: path] = integers
            return true
        }
    }

    private static func rate(_ key: String, _ path: WritableKeyPath<Configuration, Double>) -> Setting {
        Setting(key: key, expected: "bytes a second from 1 to 1000000") { configuration, value in
            guard let number = value.number, (1...1_000_000) ~= number else { return false }
            configuration[keyPath: path] = number
            return true
        }
    }

    private static func seconds(_ key: String, _ path: WritableKeyPath<Configuration, Double>) -> Setting {
        Setting(key: key, expected: "seconds from 0.1 to 86400") { configuration, value in
            guard let number = value.number, (0.1...86_400) ~= number else { return false }
            configuration[keyPath: path] = number
            return true
        }
    }
}
