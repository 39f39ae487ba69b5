/// A file of the site: its path and how its bytes are made, when they are wanted.
package struct Page: Sendable {
  /// Relative to the folder that is published, with `/`: `register/processors/kineo.html`.
  package let path: String
  package let write: @Sendable (inout HTMLBuffer) -> Void

  package init(_ path: String, write: @escaping @Sendable (inout HTMLBuffer) -> Void) {
    self.path = path
    self.write = write
  }
}

/// The target of a link: a page of the same tree, or an address with a scheme that can do nothing but open.
package struct Link: Sendable, Hashable {
  let address: String

  /// A relative path made by the program from folder names and ids.
  init(page path: String) { address = path }

  /// An address from a record: `http`, `https`, `mailto` and `tel` only; nil for everything else.
  package init?(address: String) {
    let bytes = Array(address.utf8)
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), !bytes.contains(where: { $0 <= 0x20 || $0 == 0x7F })
    else { return nil }
    let scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
    guard ["http", "https", "mailto", "tel"].contains(scheme), colon + 1 < bytes.count else { return nil }
    self.address = address
  }

  /// An e-mail address; nil when it cannot be one.
  init?(email: String) {
    let bytes = Array(email.utf8)
    let isPlain = bytes.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x40...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || [0x2B, 0x2D, 0x2E, 0x5F].contains(byte)
    }
    let parts = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard isPlain, parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    address = "mailto:" + email
  }

  /// A telephone number, international with `+` or national; nil when it cannot be one.
  init?(telephone: String) {
    var digits = ""
    for (index, byte) in telephone.utf8.enumerated() {
      switch byte {
      case 0x30...0x39: digits.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: "+") where index == 0: digits.append("+")
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"): break
      default: return nil
      }
    }
    guard (3...16).contains(digits.utf8.count) else { return nil }
    address = "tel:" + digits
  }
}
