/// The sound register's notice with own text in place of some composed sections.
/// - Parameters:
///   - own: the fields of the section with own text, in one line.
///   - activities: what it covers.
func exampleNotice(
  without sections: [SectionName], _ own: String, activities: String = "appointment-messages", title: String = "title"
) -> String {
  let listed = SectionName.allCases.filter { !sections.contains($0) }.map { "  - \($0.rawValue)" }
  return ExampleRecords.customerNotice(
    title: title, sections: (listed + (own.isEmpty ? [] : ["  - {\(own)}"])).joined(separator: "\n")
  ).replacingLine("activities", with: activities) + "\n"
}
