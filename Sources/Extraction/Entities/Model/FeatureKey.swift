/// What a feature is found by: a hash of its template and its values. The three low bits are free for a `Target`.
package enum FeatureKey {
    /// Where the token that a feature speaks of stands to the token that the feature was seen at: 2 is the token itself,
    /// 0 the second before it, 4 the second after it.
    package static let targets = 5

    @inline(__always)
    static func make(_ template: FeatureTemplate, _ first: UInt64, _ second: UInt64 = 0) -> UInt64 {
        NameKey.finished(
            first &* 0x9e37_79b9_7f4a_7c15 &+ second &* 0xc2b2_ae3d_27d4_eb4f
                &+ UInt64(template.rawValue) &* 0x1656_67b1_9e37_79f9 &+ 0x27d4_eb2f) & ~7
    }
}

/// A feature seen at a token, and which tokens around it speaks of.
package struct Feature: Sendable {
    /// See `FeatureKey`.
    package var key: UInt64
    /// Bit t: the token `t - 2` after the one that it was seen at.
    package var targets: UInt8
    /// Whether it says how the style of the spelling goes with something else.
    package var isOfStyle: Bool

    @inline(__always)
    init(_ template: FeatureTemplate, _ first: UInt64, _ second: UInt64 = 0, targets: UInt8) {
        key = FeatureKey.make(template, first, second)
        self.targets = targets
        isOfStyle = template.isOfStyle
    }
}
