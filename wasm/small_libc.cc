// The numbers of JSON, as the module prints and reads them: in place of the C
// library's own, which bring arithmetic on 128-bit floats, a thirtieth of what
// the page downloads. Of them only this much is ever asked.
//
// A test gives them other names and holds them to the real ones.
#include <cstdarg>
#include <cstddef>

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

// A number that JSON's grammar has already let through. Exact to 15 digits;
// none of ours has a decimal point, and one that has is refused by whoever
// reads it.
double PARCELWISE_LIBC(strtod)(const char* text, char** end) {
  const bool negative = *text == '-';
  if (negative) ++text;
  double value = 0;
  int scale = 0;
  for (; *text >= '0' && *text <= '9'; ++text)
    value = value * 10 + (*text - '0');
  if (*text == '.') {
    for (++text; *text >= '0' && *text <= '9'; ++text, --scale) {
      value = value * 10 + (*text - '0');
    }
  }
  if (*text == 'e' || *text == 'E') {
    ++text;
    const bool small = *text == '-';
    if (*text == '-' || *text == '+') ++text;
    int power = 0;
    for (; *text >= '0' && *text <= '9'; ++text) {
      if (power < 1000) power = power * 10 + (*text - '0');
    }
    scale += small ? -power : power;
  }
  double factor = 1;
  for (int i = scale < 0 ? -scale : scale; i > 0 && factor < 1e308; --i)
    factor *= 10;
  value = scale < 0 ? value / factor : value * factor;
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

}  // extern "C"
