/// A node of a `YAMLTree`; meaningful only together with the tree it came from.
package struct NodeIndex: Hashable, Sendable {
  package let value: Int32

  package init(value: Int32) { self.value = value }
}

package enum NodeKind: UInt8, Sendable { case mapping, sequence, scalar }

/// How a scalar is written in the file; collections have the style `plain`.
package enum ScalarStyle: UInt8, Sendable { case plain, singleQuoted, doubleQuoted, literal, folded }

/// 24 bytes; a register of 10,000 activities has a million of them.
struct Node {
  var range: SourceRange
  /// The next child of the same parent, or -1.
  var next: Int32 = -1
  /// Where a scalar's text starts in the tree's text.
  var textStart: UInt32 = 0
  /// Bits 0-1 the kind, bits 2-4 the style, from bit 8 a scalar's length in bytes or a collection's number of children.
  /// 24 bits are enough, because a file has at most 1 MiB and an escape at most one and a half times its length.
  private var packed: UInt32

  init(scalar style: ScalarStyle, range: SourceRange, textStart: UInt32, length: Int) {
    self.range = range
    self.textStart = textStart
    packed = UInt32(NodeKind.scalar.rawValue) | UInt32(style.rawValue) << 2 | UInt32(length) << 8
  }

  init(collection kind: NodeKind, range: SourceRange) {
    self.range = range
    packed = UInt32(kind.rawValue)
  }

  var kind: NodeKind { NodeKind(rawValue: UInt8(packed & 3))! }
  var style: ScalarStyle { ScalarStyle(rawValue: UInt8(packed >> 2 & 7))! }
  /// A scalar's length in bytes, or a collection's number of children.
  var count: Int { Int(packed >> 8) }

  mutating func setChildCount(_ count: Int) { packed = packed & 0xFF | UInt32(count) << 8 }
}
