// Tests core/handoff/split_labels.cc: a division that holds, and each in which
// one thing does not.
#include "handoff/split_labels.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "handoff/chosen_orders.h"

namespace parcelwise {
namespace {

constexpr const char* kOrder = "250-1234567-1234567";

// Three of item 11, of which one was sent, and one of item 12.
std::vector<FileText> two_lines(const char* payment) {
  return {{"u.txt", ReportText::unshipped()
                        .row({{"order-item-id", "11"},
                              {"quantity-purchased", "3"},
                              {"quantity-shipped", "1"},
                              {"payment-method", payment}})
                        .row({{"order-item-id", "12"},
                              {"sku", "SKU-2"},
                              {"payment-method", payment}})
                        .text()}};
}

TEST(SplitFaults, hold_a_division_to_what_is_to_be_sent) {
  struct Row {
    const char* name;
    SplitParcels parcels;
    const char* faults;
    const char* payment = "Other";
  };
  const Row rows[] = {
      {"all that is left, in two parcels", {{{"11", 2}}, {{"12", 1}}}, ""},
      {"less than is left", {{{"11", 1}}, {{"12", 1}}}, ""},
      {"one line in two parcels", {{{"11", 1}}, {{"11", 1}, {"12", 1}}}, ""},
      {"what was sent already, too",
       {{{"11", 3}}, {{"12", 1}}},
       "11 split-beyond 3; "},
      {"too many, added up", {{{"11", 2}}, {{"11", 1}}}, "11 split-beyond 3; "},
      {"two of one",
       {{{"11", 3}}, {{"12", 2}}},
       "11 split-beyond 3; 12 split-beyond 2; "},
      {"an item of another order",
       {{{"11", 1}}, {{"99", 1}}},
       "99 split-beyond 1; "},
      {"paid on delivery, which is collected once",
       {{{"11", 2}}, {{"12", 1}}},
       "COD cash-split ; ",
       "COD"},
  };
  for (const Row& row : rows) {
    const CheckedReports desk(two_lines(row.payment),
                              "2026-11-20T09:00:00+09:00");
    const std::string faults =
        with_choice(desk.check(), {}, [&](const ExportContext& context) {
          std::string text;
          for (const RowNote& note : split_faults(context, 0, row.parcels)) {
            EXPECT_EQ(note.order, kOrder) << row.name;
            text += note.value + " " + std::string(note.why) + " " +
                    note.limit + "; ";
          }
          return text;
        });
    EXPECT_EQ(faults, row.faults) << row.name;
  }
}

}  // namespace
}  // namespace parcelwise
