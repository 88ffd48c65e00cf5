extension EDTF {
    /// Why a text is no EDTF value, and at which of its code points.
    package struct Failure: Error, Hashable {
        package let reason: String
        package let offset: Int

        package init(reason: String, offset: Int) {
            self.reason = reason
            self.offset = offset
        }
    }
}
