// Tests core/text/text_hash.h.
#include "text/text_hash.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

namespace parcelwise {
namespace {

// Slow and obvious: a word of eight bytes a step, the last filled with zeros.
std::uint64_t slow_hash(std::string text, std::uint64_t seed) {
  constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15u;
  std::uint64_t hash = seed ^ (text.size() * kFactor);
  while (text.size() % 8 != 0) text += '\0';
  for (std::size_t at = 0; at < text.size(); at += 8) {
    std::uint64_t word = 0;
    for (std::size_t i = 8; i-- > 0;)
      word = word << 8 | static_cast<unsigned char>(text[at + i]);
    hash = (hash ^ word) * kFactor;
    hash ^= hash >> 32;
  }
  return hash;
}

TEST(TextHash, is_the_slow_hash_at_every_length) {
  std::string text;
  for (int i = 0; i < 60; ++i) {
    EXPECT_EQ(text_hash(text), slow_hash(text, 0)) << i;
    EXPECT_EQ(text_hash(text, 77), slow_hash(text, 77)) << i;
    text += static_cast<char>(37 * i + 5);
  }
}

TEST(TextNumbers, finds_what_was_added_and_nothing_else) {
  TextNumbers numbers;
  std::vector<std::string> texts;
  const auto is = [&](const std::string& text) {
    return [&](std::uint32_t number) { return texts[number] == text; };
  };
  EXPECT_EQ(numbers.find(text_hash("0"), is("0")), TextNumbers::kNone);
  for (std::uint32_t i = 0; i < 3000; ++i) {  // it grows on the way
    const std::string text = std::to_string(i);
    EXPECT_EQ(numbers.find(text_hash(text), is(text)), TextNumbers::kNone);
    EXPECT_EQ(numbers.find_or_add(text_hash(text), i, is(text)), i);
    texts.push_back(text);
    EXPECT_EQ(numbers.find_or_add(text_hash(text), i + 1, is(text)), i);
  }
  for (std::uint32_t i = 0; i < 3000; ++i) {
    const std::string text = std::to_string(i);
    EXPECT_EQ(numbers.find(text_hash(text), is(text)), i);
  }
  EXPECT_EQ(numbers.find(text_hash("x"), is("x")), TextNumbers::kNone);
  // Equal hashes are not equal texts.
  EXPECT_EQ(numbers.find(text_hash("7"), is("x")), TextNumbers::kNone);
}

}  // namespace
}  // namespace parcelwise
