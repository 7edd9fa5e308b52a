import FormEngine
import Record

/// What every world needs from outside.
struct Means: Sendable {
  let crypto: Crypto
  let sealing: Sealing
  let form: FormDefinition
}
