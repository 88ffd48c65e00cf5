infix operator %% : MultiplicationPrecedence

/// The remainder that is never negative, for a divisor above 0.
func %% <Number: BinaryInteger>(number: Number, divisor: Number) -> Number {
    let rest = number % divisor
    return rest < 0 ? rest + divisor : rest
}
