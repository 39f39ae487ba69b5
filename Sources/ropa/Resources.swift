import CResources

/// A file that the program carries.
struct EmbeddedFile: Sendable {
  /// The folder and the file's own name: `theme/style.css`, `tables/countries.yaml`, `messages/en.yaml`.
  let name: String
  let bytes: [UInt8]
}

/// The files that the program carries in one folder, `theme`, `tables`, `messages` or `manual`, in the order of the C list.
func embeddedFiles(in folder: String) -> [EmbeddedFile] {
  let prefix = Array(folder.utf8) + [UInt8(ascii: "/")]
  return (0..<ropa_resource_count()).compactMap { index in
    let name = String(cString: ropa_resource_name(index))
    guard name.utf8.starts(with: prefix) else { return nil }
    let bytes = UnsafeBufferPointer(start: ropa_resource_bytes(index), count: ropa_resource_size(index))
    return EmbeddedFile(name: name, bytes: Array(bytes))
  }
}
