// Tests core/report/blocks.h.
#include "report/blocks.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
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

TEST(Blocks, takes_over_another_s_elements) {
  for (const int before : {0, 1, 1023, 1024, 1500}) {
    for (const int more : {0, 1, 1024, 2049}) {
      Blocks<int> blocks, others;
      for (int i = 0; i < before; ++i) blocks.push_back(i);
      for (int i = 0; i < more; ++i) others.push_back(i);
      blocks.append(std::move(others), [&](int& number) { number += before; });
      ASSERT_EQ(blocks.size(), static_cast<std::uint32_t>(before + more));
      for (std::uint32_t i = 0; i < blocks.size(); ++i)
        ASSERT_EQ(blocks[i], static_cast<int>(i));
    }
  }
}

TEST(TextStore, takes_over_another_s_records) {
  const auto text = [](std::size_t length, char letter) {
    return std::string(length, letter) + "!";
  };
  struct Kept {
    std::uint32_t handle;
    std::string text;
  };
  // Half a block, a full one, several in a row.
  for (const std::size_t mine :
       {std::size_t{0}, std::size_t{130'000}, std::size_t{(1u << 18) - 1},
        std::size_t{3u << 18}}) {
    for (const std::size_t its :
         {std::size_t{0}, std::size_t{130'000}, std::size_t{3u << 18}}) {
      TextStore store, other;
      std::vector<Kept> kept;
      if (mine != 0) kept.push_back({store.add(text(mine, 'm')), {}});
      if (mine != 0) kept.back().text = text(mine, 'm');
      std::vector<Kept> others;
      if (its != 0)
        others.push_back({other.add(text(its, 'i')), text(its, 'i')});
      if (its != 0) others.push_back({other.add("second!"), "second!"});
      EXPECT_EQ(other.empty(), its == 0);
      const std::uint32_t first = store.next_handle();
      const std::uint32_t before = store.append(std::move(other));
      for (Kept& record : others) {
        record.handle += before;
        EXPECT_GE(record.handle, first);
        EXPECT_LT(record.handle, store.next_handle());
        kept.push_back(record);
      }
      const std::uint32_t next = store.next_handle();
      for (const char* const later : {"later!", "latest!"}) {
        kept.push_back({store.add(later), later});
        EXPECT_GE(kept.back().handle, next);
      }
      for (const Kept& record : kept) {
        EXPECT_EQ(std::string_view(store.at(record.handle), record.text.size()),
                  record.text);
      }
    }
  }
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
