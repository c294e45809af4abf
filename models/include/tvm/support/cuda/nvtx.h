// The runtime includes this header only for NVIDIA's profiler, which a browser doesn't have.
#pragma once

namespace tvm {
namespace support {
struct NVTXScopedRange {
  template <typename Name>
  explicit NVTXScopedRange(const Name&) {}
};
}  // namespace support
}  // namespace tvm

#define TVM_NVTX_FUNC_SCOPE()
