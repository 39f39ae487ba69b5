import RopaKit

/// Bytes as the text of a notice: whatever they are, reading them ends.
func tryOwnText(_ input: [UInt8]) -> Int32 {
  _ = RichText(input)
  return 0
}
