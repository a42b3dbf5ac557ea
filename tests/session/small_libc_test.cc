// Holds the module's own number functions (wasm/small_libc.cc) to the C
// library's, wherever JSON asks for them.
#define PARCELWISE_LIBC(name) small_##name
#include "../../wasm/small_libc.cc"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace parcelwise {
namespace {

// Both print into rooms of every size, the end and what lies behind it too.
void expect_same_print(const char* format, unsigned first = 0,
                       unsigned second = 0) {
  for (std::size_t room = 0; room <= 16; ++room) {
    char ours[20], theirs[20];
    std::memset(ours, '#', sizeof ours);
    std::memset(theirs, '#', sizeof theirs);
    const int size = small_snprintf(ours, room, format, first, second);
    EXPECT_EQ(size, std::snprintf(theirs, room, format, first, second))
        << format;
    EXPECT_EQ(std::memcmp(ours, theirs, sizeof ours), 0)
        << format << " in " << room;
  }
}

TEST(SmallSnprintf, prints_hexadecimal_numbers_as_the_library_does) {
  std::uint64_t seed = 1;
  for (int i = 0; i < 3000; ++i) {
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    // Of every length.
    const auto value = static_cast<unsigned>(seed >> 32) >> (i % 33 % 32);
    expect_same_print("\\u%04x", value);
    expect_same_print("<U+%.4X>", value);
    expect_same_print("%x", value);
    expect_same_print("\\u%04x\\u%04x", value & 0xFFFFu, value >> 16);
  }
  expect_same_print("\\u%04x", 0u);
  expect_same_print("no number");
  expect_same_print("");
}

TEST(SmallMemcmp, finds_the_first_byte_that_differs_as_the_library_does) {
  constexpr std::size_t kMost = 40;
  const auto sign = [](int order) { return (order > 0) - (order < 0); };
  for (std::size_t count = 0; count <= kMost; ++count) {
    std::string a(count, '\x80'), b = a;
    EXPECT_EQ(small_memcmp(a.data(), b.data(), count), 0) << count;
    for (std::size_t at = 0; at < count; ++at) {
      for (const int other : {0x00, 0x7F, 0x81, 0xFF}) {
        b = a;
        b[at] = static_cast<char>(other);
        b.back() ^= '\x01';  // what differs later says nothing
        EXPECT_EQ(sign(small_memcmp(a.data(), b.data(), count)),
                  sign(std::memcmp(a.data(), b.data(), count)))
            << count << " " << at;
        EXPECT_EQ(sign(small_memcmp(b.data(), a.data(), count)),
                  sign(std::memcmp(b.data(), a.data(), count)))
            << count << " " << at;
      }
    }
  }
}

// At most `ulps` steps of a double apart; equal where that is no number.
void expect_same_number(const std::string& text, double ulps) {
  char* our_end = nullptr;
  char* their_end = nullptr;
  const double ours = small_strtod(text.c_str(), &our_end);
  const double theirs = std::strtod(text.c_str(), &their_end);
  EXPECT_EQ(our_end, their_end) << text;
  EXPECT_EQ(std::signbit(ours), std::signbit(theirs)) << text;
  EXPECT_EQ(std::isinf(ours), std::isinf(theirs)) << text;
  if (std::isinf(theirs)) return;
  const double step =
      std::nextafter(std::fabs(theirs), HUGE_VAL) - std::fabs(theirs);
  EXPECT_LE(std::fabs(ours - theirs), ulps * step) << text;
  EXPECT_LE(
      std::fabs(static_cast<double>(small_strtold(text.c_str(), nullptr)) -
                theirs),
      ulps * step);
}

TEST(SmallStrtod, reads_whole_numbers_of_fifteen_digits_exactly) {
  for (const char* text : {"0", "-0", "1", "-1", "9", "10", "100000000000000",
                           "999999999999999", "-999999999999999"}) {
    expect_same_number(text, 0);
  }
  std::uint64_t seed = 2;
  for (int i = 0; i < 3000; ++i) {
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    expect_same_number(std::to_string(seed % 1'000'000'000'000'000u), 0);
  }
}

TEST(SmallStrtod, reads_every_number_of_json_to_its_fifteenth_digit) {
  for (const char* text : {"0.5",
                           "12.50",
                           "1e3",
                           "1E+3",
                           "1e-3",
                           "-2.5e-10",
                           "0e999",
                           "0.0",
                           "1e22",
                           "1e23",
                           "1e300",
                           "1e308",
                           "1.7976931348623157e308",
                           "1e-300",
                           "2.2250738585072014e-308",
                           "123456789012345e-320",
                           "0.00000000000000000000000000000000000012345",
                           "1e400",
                           "-1e400",
                           "1e99999999999999999999",
                           "1e-99999999999999999999"}) {
    expect_same_number(text, 40);
  }
  std::uint64_t seed = 3;
  for (int i = 0; i < 3000; ++i) {
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    const auto digits = (seed >> 20) % 1'000'000'000'000'000u;
    const int power = static_cast<int>(seed % 600) - 300;
    expect_same_number(std::to_string(digits % 1000) + "." +
                           std::to_string(digits) + "e" + std::to_string(power),
                       40);
  }
  // More digits than a double holds, and the power that takes them back.
  expect_same_number("1" + std::string(400, '0'), 40);
  expect_same_number("1" + std::string(400, '0') + "e-400", 40);
  expect_same_number("0." + std::string(400, '0') + "1e401", 40);
}

TEST(SmallStrtod, stops_where_the_number_does) {
  for (const char* text : {"1,", "1]", "12.5}", "1e3 ", "0\n", "-7,-8"})
    expect_same_number(text, 40);
}

}  // namespace
}  // namespace parcelwise
