/// The parts of a year that stand in the place of a month ("Sub-year groupings").
package enum EDTFGrouping: Int, Sendable, Hashable, CaseIterable {
    case spring = 21
    case summer, autumn, winter
    case northernSpring, northernSummer, northernAutumn, northernWinter
    case southernSpring, southernSummer, southernAutumn, southernWinter
    case firstQuarter, secondQuarter, thirdQuarter, fourthQuarter
    case firstQuadrimester, secondQuadrimester, thirdQuadrimester
    case firstSemester, secondSemester

    var isOfLevelOne: Bool {
        rawValue <= EDTFGrouping.winter.rawValue
    }

    /// The first month and how many months it has. Seasons are counted by whole months, those of no hemisphere as northern;
    /// one that begins in December ends in the next year.
    var months: (first: Int, count: Int) {
        switch self {
        case .spring, .northernSpring, .southernAutumn: (3, 3)
        case .summer, .northernSummer, .southernWinter: (6, 3)
        case .autumn, .northernAutumn, .southernSpring: (9, 3)
        case .winter, .northernWinter, .southernSummer: (12, 3)
        case .firstQuarter: (1, 3)
        case .secondQuarter: (4, 3)
        case .thirdQuarter: (7, 3)
        case .fourthQuarter: (10, 3)
        case .firstQuadrimester: (1, 4)
        case .secondQuadrimester: (5, 4)
        case .thirdQuadrimester: (9, 4)
        case .firstSemester: (1, 6)
        case .secondSemester: (7, 6)
        }
    }

    var precision: WorldDate.Precision {
        switch months.count {
        case 6: .half
        case 4: .range
        default: rawValue < EDTFGrouping.firstQuarter.rawValue ? .season : .quarter
        }
    }
}
