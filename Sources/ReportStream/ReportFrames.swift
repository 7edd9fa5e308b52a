/// What goes through the pipe from `ruhu` to `ruhu-print`: a line that names the version, then the pieces,
/// each after its length.
public struct ReportFrames {
  /// The version of the format; the two programs must be of the same.
  public static let version = 1
  private static let beginning = Array("ruhu-report \(version)\n".utf8)
  private static let name = Array("ruhu-report ".utf8)
  /// No piece is longer: a length beyond is no length.
  private static let longest: UInt64 = 1 << 28

  private var bytes = beginning

  /// A stream without a piece yet.
  public init() {}

  /// How many bytes wait to be taken.
  public var count: Int { bytes.count }

  /// Adds a piece.
  public mutating func add(_ part: ReportPart) {
    var frame = WireWriter()
    part.write(to: &frame)
    var length = WireWriter()
    length.number(UInt64(frame.bytes.count))
    bytes += length.bytes
    bytes += frame.bytes
  }

  /// Takes what is to be written by now.
  public mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// Reads a stream as it comes, in chunks of any size.
  public struct Reader {
    private var bytes: [UInt8] = []
    private var place = 0
    private var hasBegun = false

    /// Nothing was read yet.
    public init() {}

    /// Takes bytes that came.
    public mutating func feed(_ more: some Sequence<UInt8>) {
      if place > 0 {
        bytes.removeFirst(place)
        place = 0
      }
      bytes += more
    }

    /// The next piece; nil until more has come.
    public mutating func next() throws(PrintFault) -> ReportPart? {
      if !hasBegun {
        guard try begin() else { return nil }
      }
      // A length that is cut off is no fault: the rest comes.
      guard bytes[place...].prefix(10).contains(where: { $0 < 0x80 }) else {
        if bytes.count - place >= 10 { throw .broken }
        return nil
      }
      var length = WireReader(bytes[place...])
      let count = try length.number()
      guard count <= ReportFrames.longest else { throw .broken }
      let start = place + length.consumed
      guard bytes.count - start >= Int(count) else { return nil }
      var frame = WireReader(bytes[start..<start + Int(count)])
      let part = try ReportPart(from: &frame)
      guard frame.isAtEnd else { throw .broken }
      place = start + Int(count)
      return part
    }

    private mutating func begin() throws(PrintFault) -> Bool {
      let known = ReportFrames.name
      guard bytes.prefix(known.count).elementsEqual(known.prefix(bytes.count)) else {
        throw .broken
      }
      guard let line = bytes.prefix(known.count + 8).firstIndex(of: 0x0A) else {
        if bytes.count > known.count + 8 { throw .broken }
        return false
      }
      guard bytes[...line].elementsEqual(ReportFrames.beginning) else { throw .otherVersion }
      place = line + 1
      hasBegun = true
      return true
    }
  }
}

/// What `ruhu-print` answers at its end: nil where the file is written, else why not.
public enum PrintAnswer {
  /// The answer as bytes.
  public static func bytes(_ fault: PrintFault?) -> [UInt8] {
    var wire = WireWriter()
    wire.byte(UInt8(ReportFrames.version))
    switch fault {
    case nil: wire.byte(0)
    case .disk(let call, let code):
      wire.byte(1)
      wire.byte(call.rawValue)
      wire.int(Int(code))
    case .noGlyphs(let points, let count):
      wire.byte(2)
      wire.list(points) { wire, point in wire.number(UInt64(point)) }
      wire.int(count)
    case .tooLarge(let table):
      wire.byte(3)
      wire.text(table)
    case .library(let code):
      wire.byte(4)
      wire.int(Int(code))
    case .otherVersion: wire.byte(5)
    case .broken: wire.byte(6)
    }
    return wire.bytes
  }

  /// Reads the answer; whatever cannot be read is another version's.
  public static func fault(_ bytes: [UInt8]) -> PrintFault? {
    var wire = WireReader(bytes[...])
    do throws(PrintFault) {
      guard try wire.byte() == UInt8(ReportFrames.version) else { return .otherVersion }
      switch try wire.byte() {
      case 0: return nil
      case 1:
        guard let call = PrintFault.Call(rawValue: try wire.byte()) else { return .otherVersion }
        return .disk(call, code: Int32(truncatingIfNeeded: try wire.int()))
      case 2:
        let points = try wire.list { wire throws(PrintFault) in
          UInt32(truncatingIfNeeded: try wire.number())
        }
        return .noGlyphs(points, count: try wire.int())
      case 3: return .tooLarge(table: try wire.text())
      case 4: return .library(code: Int32(truncatingIfNeeded: try wire.int()))
      case 6: return .broken
      default: return .otherVersion
      }
    } catch {
      return .otherVersion
    }
  }
}
