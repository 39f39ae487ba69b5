/// What an address of a public page does.
enum AddressUse {
  /// A person may follow it, also to elsewhere.
  case link
  /// The browser fetches it unasked.
  case fetch
}

/// Checks where an address in the public tree leads.
/// - Parameter depth: how many folders of the public tree the file stands in.
func checkAddress(
  _ address: some Collection<UInt8>, _ use: AddressUse, depth: Int
) throws(PublicFault) {
  let path = address.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
  if let colon = path.firstIndex(of: UInt8(ascii: ":")) {
    let scheme = String(decoding: path[..<colon].map { $0 | 0x20 }, as: UTF8.self)
    if use == .link, ["http", "https", "mailto", "tel"].contains(scheme) { return }
    throw PublicFault(
      reason: use == .fetch ? "it fetches '\(shown(address))'" : "'\(shown(address))' is no address to follow",
      advice: use == .fetch
        ? "public pages fetch nothing from elsewhere; keep to files of the public tree"
        : "use http, https, mailto, tel or a page of the public tree")
  }
  var level = depth
  var part = 0
  var isDots = true
  let leaves = PublicFault(
    reason: "'\(shown(address))' leads out of the public tree", advice: "keep to files of the public tree")
  // Browsers take a backslash for a slash and `%2e` for a dot; neither occurs in names of ours.
  if path.first == UInt8(ascii: "/") || path.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "%") }) {
    throw leaves
  }
  for byte in path {
    if byte == UInt8(ascii: "/") {
      if isDots && part == 2 { level -= 1 } else if !(isDots && part <= 1) { level += 1 }
      if level < 0 { throw leaves }
      (part, isDots) = (0, true)
    } else {
      part += 1
      isDots = isDots && byte == UInt8(ascii: ".")
    }
  }
  if isDots && part == 2 && level == 0 { throw leaves }
}
