#if !canImport(CRecurrentKernels)
/// Where the C target does not exist, plain Swift does everything.
var widestCompiled: Int32 { 0 }
#endif
