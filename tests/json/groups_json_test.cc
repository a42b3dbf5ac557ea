// Tests core/json/groups_json.cc.
#include "json/groups_json.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "json/combine_json.h"
#include "refund/refund_book.h"

namespace parcelwise {
namespace {

const std::string kA = "250-1234567-0000001";
const std::string kB = "250-1234567-0000002";
const std::string kC = "250-1234567-0000003";

std::string list_of(const std::vector<std::string>& ids) {
  std::string text;
  for (const std::string& id : ids)
    text += (text.empty() ? "\"" : ",\"") + id + "\"";
  return "[" + text + "]";
}

std::string group_of(const std::vector<std::string>& ids,
                     const std::string& more = "") {
  return "{\"orders\":" + list_of(ids) + more + "}";
}

std::string groups_of(const std::vector<std::string>& groups) {
  std::string text;
  for (const std::string& group : groups)
    text += (text.empty() ? "" : ",") + group;
  return "{\"groups\":[" + text + "]}";
}

using Texts = std::vector<std::vector<std::string>>;

Texts texts(const AcceptedGroups& groups) {
  Texts all;
  for (const auto& group : groups) {
    all.emplace_back();
    for (const OrderId& order : group) all.back().push_back(order.text());
  }
  return all;
}

TEST(AcceptedGroups, reads_what_a_person_accepted) {
  struct Row {
    const char* name;
    std::string json;
    Texts groups;
  };
  const Row rows[] = {
      {"no group", groups_of({}), {}},
      {"a plain list", groups_of({group_of({kA, kB})}), {{kA, kB}}},
      {"in the order of ids",
       groups_of({group_of({kC, kB, kA})}),
       {{kA, kB, kC}}},
      {"a suggestion",
       groups_of({group_of({kA, kB}, ",\"verdict\":\"suggest\"")}),
       {{kA, kB}}},
      {"one to be decided",
       groups_of({group_of({kA, kB}, ",\"verdict\":\"ask\"")}),
       {}},
      {"one that cannot be",
       groups_of({group_of({kA, kB}, ",\"verdict\":\"blocked\"")}),
       {}},
      {"one parcel for all",
       groups_of(
           {group_of({kA, kB}, ",\"parcels\":[" + group_of({kA, kB}) + "]")}),
       {{kA, kB}}},
      {"two parcels, one of a single order",
       groups_of({group_of({kA, kB, kC}, ",\"parcels\":[" + group_of({kA, kC}) +
                                             "," + group_of({kB}) + "]")}),
       {{kA, kC}}},
      {"no parcels told",
       groups_of({group_of({kA, kB}, ",\"parcels\":[]")}),
       {{kA, kB}}},
      {"a saved plan beside it",
       "{\"refunds\":[],\"groups\":[" + group_of({kA, kB}) + "]}",
       {{kA, kB}}},
      {"the same order in a group that is passed over",
       groups_of(
           {group_of({kA, kB}, ",\"verdict\":\"ask\""), group_of({kB, kC})}),
       {{kB, kC}}},
  };
  for (const Row& row : rows) {
    const auto groups = read_accepted_groups(row.json);
    ASSERT_TRUE(groups) << row.name;
    EXPECT_EQ(texts(*groups), row.groups) << row.name;
  }
}

TEST(AcceptedGroups, refuses_the_whole_and_says_what_is_wrong) {
  struct Row {
    const char* name;
    std::string json;
    GroupsErrorCode code;
    std::size_t group;
    std::string value;
  };
  const Row rows[] = {
      {"nothing", "", GroupsErrorCode::kNotGroups, 0, ""},
      {"no JSON", "order-id\torder-item-id", GroupsErrorCode::kNotGroups, 0,
       ""},
      {"another file", "{\"refunds\":[]}", GroupsErrorCode::kNotGroups, 0,
       "{\"refunds\":[]}"},
      {"groups that are no list", "{\"groups\":{}}",
       GroupsErrorCode::kNotGroups, 0, "{\"groups\":{}}"},
      {"a group that is no object", "{\"groups\":[7]}",
       GroupsErrorCode::kNotGroups, 1, "7"},
      {"a group without orders", "{\"groups\":[{}]}",
       GroupsErrorCode::kNotGroups, 1, "{}"},
      {"a parcel without orders",
       groups_of({group_of({kA, kB}, ",\"parcels\":[1]")}),
       GroupsErrorCode::kNotGroups, 1, "1"},
      {"an id cut short",
       groups_of({group_of({kA, kB}), group_of({kC, "250-12"})}),
       GroupsErrorCode::kBadOrderId, 2, "250-12"},
      {"an id that is a number", "{\"groups\":[{\"orders\":[1,2]}]}",
       GroupsErrorCode::kBadOrderId, 1, "1"},
      {"one order alone", groups_of({group_of({kA})}),
       GroupsErrorCode::kOneOrder, 1, kA},
      {"no order", groups_of({group_of({})}), GroupsErrorCode::kOneOrder, 1,
       "-"},
      {"an order twice in a group", groups_of({group_of({kA, kA})}),
       GroupsErrorCode::kTwice, 1, kA},
      {"an order in two groups",
       groups_of({group_of({kA, kB}), group_of({kB, kC})}),
       GroupsErrorCode::kTwice, 2, kB},
  };
  for (const Row& row : rows) {
    const auto groups = read_accepted_groups(row.json);
    ASSERT_FALSE(groups) << row.name;
    EXPECT_EQ(groups.error().code, row.code) << row.name;
    EXPECT_EQ(groups.error().group, row.group) << row.name;
    EXPECT_EQ(groups.error().value, row.value) << row.name;
    EXPECT_EQ(groups.error().unopened.has_value(), row.value.empty())
        << row.name;
  }
}

TEST(AcceptedGroups, words_an_error) {
  const GroupsError error{GroupsErrorCode::kTwice, 2, kB};
  EXPECT_EQ(
      groups_error_text(error, Language::kEnglish),
      "Group 2: order 250-1234567-0000002 stands in more than one place.");
  EXPECT_EQ(
      groups_error_text({GroupsErrorCode::kNotGroups, 0, "abc"},
                        Language::kItalian),
      "Non è un elenco di gruppi: serve ciò che stampa combine, c’è «abc».");
}

TEST(AcceptedGroups, reads_what_combine_writes) {
  ReportText report = ReportText::unshipped();
  for (const std::string& id : {kA, kB}) report.row({{"order-id", id}});
  const RefundBook book(report);
  const SavingContext context{book.book(), book.policies(), book.now(),
                              book.ledger()};
  const auto groups =
      CombinedGroups::find(book.book(), book.policies(), book.now());
  const auto read = read_accepted_groups(
      json_text(combine_json(groups, context, {}, Language::kEnglish)));
  ASSERT_TRUE(read);
  EXPECT_EQ(texts(*read), (Texts{{kA, kB}}));
}

}  // namespace
}  // namespace parcelwise
