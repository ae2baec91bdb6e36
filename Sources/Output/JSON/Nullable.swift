// Output: a field that is always written, as null where there is nothing to say.

/// An optional that JSON always shows: `null` says "there is none", an absent field says "does not apply".
public enum Nullable<Wrapped: JSONWritable & Decodable & Hashable & Sendable>: JSONWritable, Decodable, Hashable,
  Sendable
{
  case null
  case some(Wrapped)

  public init(_ wrapped: Wrapped?) {
    self = wrapped.map(Nullable.some) ?? .null
  }

  /// The value, or nil for `null`.
  public var wrapped: Wrapped? {
    if case .some(let value) = self { value } else { nil }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    self = container.decodeNil() ? .null : .some(try container.decode(Wrapped.self))
  }

  public func write(to json: inout JSONWriter) {
    switch self {
    case .null: json.raw("null".utf8)
    case .some(let value): value.write(to: &json)
    }
  }
}
