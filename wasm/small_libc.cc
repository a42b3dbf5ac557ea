// The numbers of JSON, as the module prints and reads them: in place of the C
// library's own, which bring arithmetic on 128-bit floats, a thirtieth of what
// the page downloads. Of them only this much is ever asked. And texts are
// compared eight bytes at a time, where the C library takes one after another:
// a twentieth of the time that reading and checking take.
//
// A test gives them other names and holds them to the real ones.
#include <cstdarg>
#include <cstddef>
#include <cstdint>

#ifndef PARCELWISE_LIBC
#define PARCELWISE_LIBC(name) name
#endif

extern "C" {

// Texts with hexadecimal numbers of at least so many digits: "\\u%04x",
// "<U+%.4X>".
int PARCELWISE_LIBC(snprintf)(char* out, std::size_t room, const char* format,
                              ...) {
  std::size_t size = 0;
  const auto put = [&](char c) {
    if (size + 1 < room) out[size] = c;
    ++size;
  };
  std::va_list values;
  va_start(values, format);
  for (const char* at = format; *at != '\0'; ++at) {
    if (*at != '%') {
      put(*at);
      continue;
    }
    int digits = 0;
    for (++at; *at == '.' || (*at >= '0' && *at <= '9'); ++at) {
      if (*at != '.') digits = digits * 10 + (*at - '0');
    }
    const char* const kDigits =
        *at == 'X' ? "0123456789ABCDEF" : "0123456789abcdef";
    const unsigned value = va_arg(values, unsigned);
    for (int i = 8; i-- > 0;) {
      if (i < digits || (value >> (4 * i)) != 0 || i == 0) {
        put(kDigits[(value >> (4 * i)) & 15u]);
      }
    }
  }
  va_end(values);
  if (room > 0) out[size < room ? size : room - 1] = '\0';
  return static_cast<int>(size);
}

// A number that JSON's grammar has already let through. Whole numbers of 15
// digits come exactly, any other to its fifteenth digit, and one too large for
// a double as infinity, which the library refuses.
double PARCELWISE_LIBC(strtod)(const char* text, char** end) {
  const bool negative = *text == '-';
  if (negative) ++text;
  double value = 0;
  int scale = 0;
  // Digits beyond those that a double holds only count.
  const auto add = [&](char digit, int below_the_point) {
    if (value < 1e17) {
      value = value * 10 + (digit - '0');
      scale -= below_the_point;
    } else {
      scale += 1 - below_the_point;
    }
  };
  for (; *text >= '0' && *text <= '9'; ++text) add(*text, 0);
  if (*text == '.') {
    for (++text; *text >= '0' && *text <= '9'; ++text) add(*text, 1);
  }
  if (*text == 'e' || *text == 'E') {
    ++text;
    const bool small = *text == '-';
    if (*text == '-' || *text == '+') ++text;
    int power = 0;
    for (; *text >= '0' && *text <= '9'; ++text) {
      if (power < 100'000) power = power * 10 + (*text - '0');
    }
    scale += small ? -power : power;
  }
  // By the largest power of ten that a double holds exactly, so that the last
  // of a number near the smallest is lost alone.
  while (scale != 0 && value > 0 && value <= 1.7976931348623157e308) {
    double factor = 1;
    int step = 0;
    for (; step < 22 && step != (scale < 0 ? -scale : scale); ++step)
      factor *= 10;
    value = scale < 0 ? value / factor : value * factor;
    scale += scale < 0 ? step : -step;
  }
  if (end != nullptr) *end = const_cast<char*>(text);
  return negative ? -value : value;
}

// Named beside it in the C++ library's strings, and called by nobody.
float PARCELWISE_LIBC(strtof)(const char* text, char** end) {
  return static_cast<float>(PARCELWISE_LIBC(strtod)(text, end));
}
long double PARCELWISE_LIBC(strtold)(const char* text, char** end) {
  return PARCELWISE_LIBC(strtod)(text, end);
}

// Byte order is little-endian: the first byte that differs is the lowest.
int PARCELWISE_LIBC(memcmp)(const void* a, const void* b, std::size_t count) {
  const auto* x = static_cast<const unsigned char*>(a);
  const auto* y = static_cast<const unsigned char*>(b);
  constexpr std::size_t kStep = 8;
  if (count < kStep) {
    for (std::size_t i = 0; i < count; ++i) {
      if (x[i] != y[i]) return x[i] - y[i];
    }
    return 0;
  }
  // The last step goes over bytes that are known to be equal once more.
  for (std::size_t at = 0;;
       at = at + 2 * kStep <= count ? at + kStep : count - kStep) {
    std::uint64_t ours, theirs;
    __builtin_memcpy(&ours, x + at, kStep);
    __builtin_memcpy(&theirs, y + at, kStep);
    if (ours != theirs) {
      return __builtin_bswap64(ours) < __builtin_bswap64(theirs) ? -1 : 1;
    }
    if (at == count - kStep) return 0;
  }
}

}  // extern "C"
