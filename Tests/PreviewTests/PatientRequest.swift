import Foundation
import Testing

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// A request that waits as long as it takes: on a machine with much to do the other side may come
/// late to its turn.
func patientRequest(_ address: String) throws -> URLRequest {
  URLRequest(
    url: try #require(URL(string: address)), cachePolicy: .reloadIgnoringLocalCacheData,
    timeoutInterval: 3600)
}
