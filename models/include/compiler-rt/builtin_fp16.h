// The wheel's runtime asks for compiler-rt's float conversion; half to float is all that it instantiates.
#pragma once

#include <cmath>
#include <cstdint>

template <typename Source, typename SourceBits, int kSignificandBits, typename Target, typename, int>
static inline Target __extendXfYf2__(Source half) {
  constexpr int kExponentMask = 31;
  constexpr int kBias = 15;
  const int sign = half >> 15;
  const int exponent = (half >> kSignificandBits) & kExponentMask;
  const int fraction = half & ((1 << kSignificandBits) - 1);
  float value;
  if (exponent == kExponentMask) {
    value = fraction ? NAN : INFINITY;
  } else if (exponent == 0) {
    value = std::ldexp(static_cast<float>(fraction), 1 - kBias - kSignificandBits);
  } else {
    value = std::ldexp(static_cast<float>((1 << kSignificandBits) | fraction), exponent - kBias - kSignificandBits);
  }
  return static_cast<Target>(sign ? -value : value);
}
