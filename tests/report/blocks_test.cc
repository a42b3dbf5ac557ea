// Tests core/report/blocks.h.
#include "report/blocks.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace parcelwise {
namespace {

TEST(Blocks, keeps_every_element_across_blocks) {
  Blocks<int> blocks;
  for (int i = 0; i < 5000; ++i) {
    EXPECT_EQ(blocks.push_back(i * 3), static_cast<std::uint32_t>(i));
  }
  ASSERT_EQ(blocks.size(), 5000u);
  for (std::uint32_t i = 0; i < 5000; ++i)
    ASSERT_EQ(blocks[i], static_cast<int>(i) * 3);
  EXPECT_EQ(blocks.back(), 4999 * 3);
}

TEST(Blocks, elements_stay_where_they_are) {
  Blocks<std::string> blocks;
  blocks.push_back("first");
  const std::string* const first = &blocks[0];
  for (int i = 0; i < 3000; ++i) blocks.push_back("more");
  EXPECT_EQ(first, &blocks[0]);
  EXPECT_EQ(*first, "first");
}

TEST(Blocks, takes_back_and_grows_again_at_a_block_s_edge) {
  Blocks<int> blocks;
  for (int i = 0; i < 1025; ++i) blocks.push_back(i);
  blocks.pop_back();
  blocks.pop_back();
  EXPECT_EQ(blocks.size(), 1023u);
  EXPECT_EQ(blocks.back(), 1022);
  for (int i = 0; i < 10; ++i) blocks.push_back(7000 + i);
  EXPECT_EQ(blocks.size(), 1033u);
  EXPECT_EQ(blocks[1023], 7000);
  EXPECT_EQ(blocks[1032], 7009);
}

TEST(TextStore, finds_each_record_again) {
  TextStore store;
  EXPECT_EQ(store.add(""), 0u);
  std::vector<std::uint32_t> handles;
  std::vector<std::string> texts;
  // Lengths around the alignment, a block (256 KiB) and several blocks.
  for (const std::size_t length : std::initializer_list<std::size_t>{
           1, 3, 4, 5, 1000, (1u << 18) - 1, 1, 1u << 18, 7, (1u << 18) + 1, 9,
           3u << 18, 11, 100000, 100000, 100000}) {
    std::string text(length, static_cast<char>('a' + texts.size()));
    text.back() = '!';
    handles.push_back(store.add(text));
    texts.push_back(std::move(text));
  }
  for (std::size_t i = 0; i < texts.size(); ++i) {
    EXPECT_NE(handles[i], 0u);
    EXPECT_EQ(std::string_view(store.at(handles[i]), texts[i].size()), texts[i])
        << i;
  }
}

}  // namespace
}  // namespace parcelwise
