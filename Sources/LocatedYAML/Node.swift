/// A node of a `YAMLTree`; meaningful only together with the tree it came from.
@usableFromInline
package struct NodeIndex: Hashable, Sendable {
  @usableFromInline package let value: Int32

  @inlinable
  package init(value: Int32) { self.value = value }
}

@usableFromInline
package enum NodeKind: UInt8, Sendable { case mapping, sequence, scalar }

/// How a scalar is written in the file; collections have the style `plain`.
@usableFromInline
package enum ScalarStyle: UInt8, Sendable { case plain, singleQuoted, doubleQuoted, literal, folded }

/// 24 bytes; a register of 10,000 activities has a million of them. Readers look at them so often that the compiler is let in from
/// the other modules.
@usableFromInline
struct Node: Sendable {
  @usableFromInline var range: SourceRange
  /// The next child of the same parent, or -1.
  @usableFromInline var next: Int32 = -1
  /// Where a scalar's text starts in the tree's text.
  @usableFromInline var textStart: UInt32 = 0
  /// Bits 0-1 the kind, bits 2-4 the style, from bit 8 a scalar's length in bytes or a collection's number of children.
  /// 24 bits are enough, because a file has at most 1 MiB and an escape at most one and a half times its length.
  @usableFromInline var packed: UInt32

  init(scalar style: ScalarStyle, range: SourceRange, textStart: UInt32, length: Int) {
    self.range = range
    self.textStart = textStart
    packed = UInt32(NodeKind.scalar.rawValue) | UInt32(style.rawValue) << 2 | UInt32(length) << 8
  }

  init(collection kind: NodeKind, range: SourceRange) {
    self.range = range
    packed = UInt32(kind.rawValue)
  }

  @inlinable
  var kind: NodeKind { packed & 3 == 2 ? .scalar : packed & 3 == 1 ? .sequence : .mapping }
  @usableFromInline var style: ScalarStyle { ScalarStyle(rawValue: UInt8(packed >> 2 & 7))! }
  /// A scalar's length in bytes, or a collection's number of children.
  @inlinable
  var count: Int { Int(packed >> 8) }

  mutating func setChildCount(_ count: Int) { packed = packed & 0xFF | UInt32(count) << 8 }
}
