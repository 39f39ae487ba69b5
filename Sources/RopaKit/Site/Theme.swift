/// The files that give both trees their look.
package struct Theme: Sendable {
  package let styleSheet: [UInt8]
  package let icon: [UInt8]

  package init(styleSheet: [UInt8], icon: [UInt8]) {
    self.styleSheet = styleSheet
    self.icon = icon
  }
}
