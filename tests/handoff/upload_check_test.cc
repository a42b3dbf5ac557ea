// Tests core/handoff/upload_check.cc.
#include "handoff/upload_check.h"

#include <gtest/gtest.h>

namespace parcelwise {
namespace {

TEST(UploadCheck, looks_at_what_amazon_looks_at) {
  struct Row {
    const char* name;
    std::string bytes;
    bool sound;
  };
  const Row rows[] = {
      {"sound", "Type=A\tB\r\nx\ty\r\n1\t2\r\n", true},
      {"the signature in another case", "type=a\tB\r\nx\ty\r\n1\t2\r\n", true},
      {"no signature", "Type=C\tB\r\nx\ty\r\n1\t2\r\n", false},
      {"the signature in a row only", "T\tB\r\nx\ty\r\nType=A\t2\r\n", false},
      {"a cell short", "Type=A\tB\r\nx\ty\r\n1\r\n", false},
      {"a cell over", "Type=A\tB\r\nx\ty\r\n1\t2\t3\r\n", false},
      {"a header's cell short", "Type=A\tB\r\nx\r\n1\t2\r\n", false},
      {"no rows", "Type=A\tB\r\nx\ty\r\n", false},
      {"no last row end", "Type=A\tB\r\nx\ty\r\n1\t2", false},
      {"a lone LF", "Type=A\tB\r\nx\ty\r\n1\t2\n3\r\n", false},
      {"a lone CR", "Type=A\tB\r\nx\ty\r\n1\t2\r3\r\n", false},
      {"a control character", std::string("Type=A\tB\r\nx\ty\r\n1\t\0\r\n", 21),
       false},
      {"CP932", "Type=A\tB\r\nx\ty\r\n1\t\x8F\x48\r\n", true},
      {"no CP932", "Type=A\tB\r\nx\ty\r\n1\t\x8F\r\n", false},
      {"as large as may be",
       "Type=A\tB\r\nx\ty\r\n1\t2" + std::string(19, 'z') + "\r\n", true},
      {"too large", "Type=A\tB\r\nx\ty\r\n1\t2" + std::string(20, 'z') + "\r\n",
       false},
      {"a row too many", "Type=A\tB\r\nx\ty\r\n1\t2\r\n1\t2\r\n1\t2\r\n",
       false},
      {"nothing", "", false},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(is_upload_file(row.bytes, {"type=A", 2, 2, true}, {40, 2}),
              row.sound)
        << row.name;
  }
  EXPECT_FALSE(
      is_upload_file("Type=A\r\n\x8F\x48\r\n", {"type=A", 1, 1, false}, {}));
  EXPECT_FALSE(
      is_upload_file("Type=A\r\na\xE2\x80\xAE"
                     "b\r\n",
                     {"type=A", 1, 1, false}, {}));
  EXPECT_TRUE(
      is_upload_file("Type=A\r\n\xC3\xA9\r\n", {"type=A", 1, 1, false}, {}));
}

TEST(UploadCheck, one_unsound_file_holds_all_back) {
  HandoffFiles made;
  made.files = {{"a.txt", "Type=A\r\n1\r\n"}, {"a-2.txt", "Type=B\r\n1\r\n"}};
  made.rows = 2;
  hold_back_unsound(made, {"type=A", 1, 1, false});
  EXPECT_TRUE(made.files.empty());
  EXPECT_EQ(made.rows, 0u);
  ASSERT_EQ(made.left_out.size(), 1u);
  EXPECT_EQ(made.left_out[0].why, "own-check");
  EXPECT_EQ(made.left_out[0].value, "a-2.txt");
}

}  // namespace
}  // namespace parcelwise
