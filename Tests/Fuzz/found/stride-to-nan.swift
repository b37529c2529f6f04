let zero = 0.0
print(Array(stride(from: 0, to: 0.0 / zero, by: 4)))
