/// A calendar day (proleptic Gregorian), counted from 1 January 1970. No time zone: the day is the UTC day or the one asked for.
package struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1970-01-01.
  package let number: Int32

  package init(number: Int32) { self.number = number }

  /// - Parameters: year 1...9999, month 1...12, day 1...the month's length.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, in: year)
    else {
      return nil
    }
    // Years begin in March, so that the leap day is the last day of a year.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Reads `YYYY-MM-DD`; nil for anything else, also for days that do not exist.
  package init?(_ text: String) {
    let bytes = text.utf8
    guard bytes.count == 10 else { return nil }
    var parts = [0, 0, 0]
    for (position, byte) in bytes.enumerated() {
      if position == 4 || position == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        let part = position < 4 ? 0 : position < 7 ? 1 : 2
        parts[part] = parts[part] * 10 + Int(byte - 0x30)
      }
    }
    self.init(year: parts[0], month: parts[1], day: parts[2])
  }

  /// Year, month 1...12, day 1...31.
  package var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// `YYYY-MM-DD`.
  package var description: String {
    let (year, month, day) = components
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  private func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// This day and a period later; months keep the day of the month, or take the last one there is.
  package func adding(_ period: Period) -> Day {
    let (year, month, day) = components
    let months = year * 12 + (month - 1) + Int(period.months)
    let (newYear, newMonth) = (months / 12, months % 12 + 1)
    let clamped = min(day, Day.length(ofMonth: newMonth, in: newYear))
    let base = Day(year: newYear, month: newMonth, day: clamped) ?? Day(number: Int32.max / 2)
    return Day(number: base.number + period.days + (period.hours + 23) / 24)
  }

  private static func length(ofMonth month: Int, in year: Int) -> Int {
    if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}

/// A calendar duration as ISO 8601 writes it. Years and weeks are kept as months and days.
package struct Period: Hashable, Sendable {
  package let months: Int32
  package let days: Int32
  package let hours: Int32

  /// Reads `P8Y`, `P1Y6M`, `P2W`, `P30D`, `PT24H`; each part at most 9,999; nil for anything else and for an empty period.
  package init?(_ text: String) {
    var bytes = text.utf8[...]
    guard bytes.popFirst() == UInt8(ascii: "P") else { return nil }
    var (months, days, hours): (Int32, Int32, Int32) = (0, 0, 0)
    var inTime = false
    var order = ArraySlice("YMWDTH".utf8)
    var parts = 0
    while let byte = bytes.first {
      if byte == UInt8(ascii: "T") && !inTime {
        inTime = true
        bytes.removeFirst()
        order = ArraySlice("H".utf8)
        continue
      }
      let digits = bytes.prefix { $0 >= 0x30 && $0 <= 0x39 }
      bytes = bytes.dropFirst(digits.count)
      guard (1...4).contains(digits.count), let unit = bytes.popFirst(), let place = order.firstIndex(of: unit),
        let value = Int32(String(decoding: digits, as: UTF8.self))
      else { return nil }
      order = order[(place + 1)...]
      parts += 1
      switch unit {
      case UInt8(ascii: "Y"): months += value * 12
      case UInt8(ascii: "M"): months += value
      case UInt8(ascii: "W"): days += value * 7
      case UInt8(ascii: "D"): days += value
      case UInt8(ascii: "H") where inTime: hours += value
      default: return nil
      }
    }
    guard parts > 0 else { return nil }
    (self.months, self.days, self.hours) = (months, days, hours)
  }

  /// As people type it, in months, days and hours: `P24M`, `P30D`, `PT48H`.
  package var written: String {
    let date = (months > 0 ? "\(months)M" : "") + (days > 0 ? "\(days)D" : "")
    let time = hours > 0 ? "T\(hours)H" : ""
    return date.utf8.isEmpty && time.utf8.isEmpty ? "P0D" : "P" + date + time
  }
}
