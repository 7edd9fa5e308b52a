import Record
import Sync
import Testing
import Trust

@Suite struct DeviceIDTests {
  @Test func aDeviceIsNamedByItsKey() throws {
    let crypto = try #require(Crypto.sodium())
    let key = crypto.makeKeyPair().publicKey
    let device = DeviceID(publicKey: key, crypto.sha256)
    #expect(device == DeviceID(publicKey: key, crypto.sha256))
    #expect(device != DeviceID(publicKey: crypto.makeKeyPair().publicKey, crypto.sha256))
    #expect(DeviceID(rawValue: device.rawValue) == device)
    #expect(DeviceID(rawValue: "CON") == nil)
  }
}
