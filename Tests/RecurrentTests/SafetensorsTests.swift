import Recurrent
import Testing

@Suite("weights in files")
struct SafetensorsTests {
  @Test("weights come back as they went, under PyTorch's and Keras's names")
  func roundTrip() throws {
    try check(SimpleRNN(inputSize: 2, hiddenSize: 3, seed: 1))
    try check(LSTM(inputSize: 2, hiddenSize: 3, seed: 2))
    try check(GRU(inputSize: 2, hiddenSize: 3, seed: 3))
    try check(LSTM(inputSize: 2, hiddenSize: 3, peepholes: true, seed: 4))
    var gru = GRU(inputSize: 2, hiddenSize: 3, resetAfter: false, seed: 5)
    // All different, so that a block in a wrong place shows.
    for index in gru.weights.inputBias.indices { gru.weights.inputBias[index] = Double(index) }
    try check(gru)
  }

  private func check<Layer: RecurrentLayer>(_ layer: Layer) throws {
    for layout in [WeightLayout.pyTorch, .keras] {
      var file = Safetensors()
      file.store(layer, layout, prefix: "rnn.")
      let read = try Safetensors(bytes: file.bytes())
      #expect(read == file)
      var other = layer
      other.weights.input.values = other.weights.input.values.map { $0 + 1 }
      try read.load(into: &other, layout, prefix: "rnn.")
      #expect(other == layer)
    }
  }

  @Test("a whole network comes back under the names of a PyTorch module")
  func network() throws {
    func network(seed: Int) -> RecurrentNetwork {
      RecurrentNetwork(
        [
          .embedding(Embedding(tokens: 5, size: 2, seed: seed)),
          .bidirectional(
            LSTM(inputSize: 2, hiddenSize: 3, seed: seed),
            LSTM(inputSize: 2, hiddenSize: 3, seed: seed + 1)),
          .recurrent(LSTM(inputSize: 6, hiddenSize: 4, seed: seed)),
        ], outputs: 2, seed: seed)
    }
    var file = Safetensors()
    file.store(network(seed: 1))
    #expect(
      file.tensors.keys.sorted() == [
        "embedding.weight", "head.bias", "head.weight", "rnn.bias_hh_l0", "rnn.bias_hh_l0_reverse",
        "rnn.bias_hh_l1", "rnn.bias_ih_l0", "rnn.bias_ih_l0_reverse", "rnn.bias_ih_l1",
        "rnn.weight_hh_l0", "rnn.weight_hh_l0_reverse", "rnn.weight_hh_l1", "rnn.weight_ih_l0",
        "rnn.weight_ih_l0_reverse", "rnn.weight_ih_l1",
      ])
    #expect(file.tensors["rnn.weight_ih_l1"]?.shape == [16, 6])
    var other = network(seed: 7)
    try Safetensors(bytes: file.bytes()).load(into: &other)
    #expect(other.parameters == network(seed: 1).parameters)
    file.tensors["head.bias"] = nil
    var kept = network(seed: 7)
    #expect(throws: SafetensorsError.missing(tensor: "head.bias")) { try file.load(into: &kept) }
    #expect(kept.parameters == network(seed: 7).parameters)
  }

  /// A file as another program would write it: with metadata, spaces, and Float.
  private func file(_ header: String, _ data: [UInt8]) -> [UInt8] {
    let header = Array(header.utf8)
    return [UInt8(header.count), 0, 0, 0, 0, 0, 0, 0] + header + data
  }

  @Test("a foreign file is read, and what is wrong with one is named")
  func foreign() throws {
    let good = file(
      #"{"__metadata__": {"format": "pt"}, "a": {"dtype": "F32", "shape": [1, 2], "#
        + #""data_offsets": [0, 8]}}"#, [0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0])
    #expect(
      try Safetensors(bytes: good).tensors == ["a": .init(shape: [1, 2], values: [1, -2])])
    #expect(throws: SafetensorsError.truncated(bytes: 3, needed: 8)) {
      try Safetensors(bytes: [1, 2, 3])
    }
    #expect(throws: SafetensorsError.badHeader(byte: 1)) {
      try Safetensors(bytes: file("{1}", []))
    }
    #expect(throws: SafetensorsError.unknownType(tensor: "a", type: "I8")) {
      try Safetensors(
        bytes: file(#"{"a":{"dtype":"I8","shape":[1],"data_offsets":[0,1]}}"#, [0]))
    }
    #expect(throws: SafetensorsError.wrongBytes(tensor: "a", found: 0..<8, needed: 8)) {
      try Safetensors(
        bytes: file(#"{"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}"#, [0]))
    }
    let sharing =
      #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"#
      + #""b":{"dtype":"F32","shape":[1],"data_offsets":[2,6]}}"#
    #expect(throws: SafetensorsError.overlapping(tensor: "b", other: "a")) {
      try Safetensors(bytes: file(sharing, [0, 0, 0, 0, 0, 0]))
    }
    var layer = LSTM(inputSize: 2, hiddenSize: 3)
    #expect(throws: SafetensorsError.missing(tensor: "weight_ih_l0")) {
      try Safetensors().load(into: &layer, .pyTorch)
    }
  }
}
