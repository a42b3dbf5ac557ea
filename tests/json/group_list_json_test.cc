// Tests core/json/group_list_json.cc: what decisions do to groups, and what the
// page is told of them.
#include "json/group_list_json.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "json/refund_json.h"
#include "json/terms_json.h"
#include "rules/checked_reports.h"

namespace parcelwise {
namespace {

constexpr const char* kNow = "2026-11-20T09:00:00+09:00";

std::string id_of(int number) {
  return "250-1234567-000000" + std::to_string(number);
}

// Three orders to one house, charged 700, 500 and 300; two to another, one of
// them a gift; one that is paid on delivery beside one that is not.
ReportText orders() {
  ReportText text({"order-id", "order-item-id", "purchase-date", "sku",
                   "product-name", "quantity-purchased", "currency",
                   "item-price", "shipping-price", "recipient-name",
                   "ship-address-1", "ship-state", "ship-postal-code",
                   "ship-country", "latest-ship-date", "payment-method",
                   "gift-wrap-type", "quantity-to-ship"});
  const auto row = [&](int number, const char* shipping, const char* street,
                       const char* payment, const char* gift) {
    text.row({{"order-id", id_of(number)},
              {"order-item-id", std::to_string(10000 + number)},
              {"shipping-price", shipping},
              {"ship-address-1", street},
              {"ship-state", "大阪府"},
              {"ship-postal-code", "530-0001"},
              {"payment-method", payment},
              {"gift-wrap-type", gift},
              {"latest-ship-date", "2026-11-20T23:59:59+09:00"}});
  };
  row(1, "700", "梅田1-2-27", "", "");
  row(2, "500", "梅田1丁目2-27", "", "");
  row(3, "300", "梅田1-2-27", "", "");
  row(4, "350", "中津3-4", "", "Red");
  row(5, "350", "中津3-4", "", "");
  row(6, "350", "堂島5-6", "COD", "");
  row(7, "350", "堂島5-6", "", "");
  return text;
}

class Listed {
 public:
  explicit Listed(const std::string& decisions, const std::string& terms = "{}",
                  const std::string& plan = "[]", const char* now = kNow)
      : checked_({{"a.txt", orders().text()}}, now) {
    decisions_ = *read_group_decisions(decisions);
    terms_ = std::move(*CombineTerms::read(terms));
    const Check& check = checked_.check();
    plan_ = RefundPlan::make(checked_.book(), check.policies(), at(now),
                             check.refunds_reported(),
                             *read_requests(plan, check.context().policy));
    list_.emplace(check.groups(), check.context(), decisions_, plan_);
  }
  Json page(const char* show = "open") const {
    return list_->page(*GroupList::show_from_name(show), 0, 10,
                       checked_.check().refunds_reported(), terms_->get(),
                       Language::kEnglish);
  }
  Json parcel_of(int order) const {
    return list_->parcel_of(*OrderId::parse(id_of(order)), Language::kEnglish);
  }

 private:
  CheckedReports checked_;
  GroupDecisions decisions_;
  std::unique_ptr<CombineTerms> terms_;
  RefundPlan plan_;
  std::optional<GroupList> list_;
};

std::string ids(const std::vector<int>& numbers) {
  std::string text;
  for (const int number : numbers)
    text += (text.empty() ? "\"" : ",\"") + id_of(number) + "\"";
  return "[" + text + "]";
}

// "123 suggest saved 800: 1=373 ...": a group by the last digits of its orders.
std::string reported(const Json& group) {
  std::string text;
  for (const Json& id : group["orders"]) text += id.text().back();
  text += " " + group["verdict"].text();
  for (const Json& reason : group["reasons"])
    text += " " + reason["code"].text();
  for (const Json& request : group["requests"]) {
    text += std::string(" ") + request["order_id"].text().back() + "=" +
            request["amount"].text();
  }
  return text;
}

std::vector<std::string> all(const Json& page) {
  std::vector<std::string> groups;
  for (const Json& group : page["groups"]) groups.push_back(reported(group));
  return groups;
}

using Texts = std::vector<std::string>;

TEST(GroupList, shows_groups_after_what_was_decided) {
  struct Row {
    const char* name;
    std::string decisions;
    Texts open, declined, blocked;
  };
  const Texts first = {"123 suggest 1=373 2=267 3=160"};
  const Texts second = {"45 ask gift 4=175 5=175"};
  const Texts third = {"67 blocked cash-on-delivery"};
  const Texts both = {first[0], second[0]};
  const Row rows[] = {
      {"nothing decided", "{}", both, {}, third},
      {"one declined", "{\"declined\":[" + ids({4, 5}) + "]}", first, second,
       third},
      {"declined before it grew",
       "{\"declined\":[" + ids({1, 2}) + "]}",
       both,
       {},
       third},
      {"an order taken out",
       "{\"apart\":" + ids({1}) + "}",
       {"23 suggest 2=188 3=112", second[0]},
       {},
       third},
      {"an order taken out of two",
       "{\"apart\":" + ids({5}) + "}",
       first,
       {},
       third},
      {"the gift taken out", "{\"apart\":" + ids({4}) + "}", first, {}, third},
      {"what is left was declined",
       "{\"apart\":" + ids({1}) + ",\"declined\":[" + ids({2, 3}) + "]}",
       second,
       {"23 suggest 2=188 3=112"},
       third},
      {"two of three accepted",
       "{\"groups\":[{\"orders\":" + ids({1, 3}) + "}]}",
       second,
       {},
       third},
      {"an order that no report has",
       "{\"apart\":[\"250-7654321-7654321\"]}",
       both,
       {},
       third},
      {"the open order of a blocked group",
       "{\"apart\":" + ids({7}) + "}",
       both,
       {},
       {}},
  };
  for (const Row& row : rows) {
    const Listed listed(row.decisions);
    EXPECT_EQ(all(listed.page()), row.open) << row.name;
    EXPECT_EQ(all(listed.page("declined")), row.declined) << row.name;
    EXPECT_EQ(all(listed.page("blocked")), row.blocked) << row.name;
    const Json page = listed.page();
    EXPECT_EQ(page["open"], row.open.size()) << row.name;
    EXPECT_EQ(page["declined"], row.declined.size()) << row.name;
    EXPECT_EQ(page["blocked"], row.blocked.size()) << row.name;
  }
}

TEST(GroupList, marks_what_differs_and_says_what_speaks_for_it) {
  const Json group = Listed("{}").page()["groups"][0];
  const Json& lines = group["addresses"][1]["lines"];
  bool marked = false;
  for (const Json& line : lines) {
    for (const Json& part : line["parts"]) {
      if (part["differs"] == true) {
        EXPECT_EQ(line["column"], "ship-address-1");
        EXPECT_EQ(part["text"], "丁目");
        marked = true;
      }
    }
  }
  EXPECT_TRUE(marked);
  EXPECT_EQ(group["for"],
            (std::vector<std::string_view>{
                "The same address, number for number.", "The same recipient.",
                "All can leave by the earliest ship-by date."}));
  const Json late =
      Listed("{}", "{}", "[]", "2026-11-21T09:00:00+09:00").page()["groups"][0];
  EXPECT_EQ(late["for"].size(), 2u);
}

const std::string kAccepted =
    "{\"groups\":[{\"orders\":" + ids({1, 2, 3}) + "}]}";

std::string plan_of(const std::vector<std::pair<int, const char*>>& shares) {
  std::string text;
  for (const auto& [order, amount] : shares) {
    text += (text.empty() ? "" : ",") + std::string("{\"order_id\":\"") +
            id_of(order) + "\",\"reason\":\"combined-shipping\",\"amount\":\"" +
            amount + "\"}";
  }
  return "[" + text + "]";
}

TEST(GroupList, an_accepted_group_has_steps_and_its_refund_for_each_order) {
  const Listed listed(kAccepted, "{}",
                      plan_of({{1, "373"}, {2, "267"}, {3, "160"}}));
  const Json page = listed.page();
  EXPECT_EQ(page["accepted"], 1);
  EXPECT_EQ(page["refused"], 0);
  const Json& group = page["accepted_groups"][0];
  EXPECT_EQ(group["followed"].size(), 3u);
  const Json& first = group["followed"][0];
  EXPECT_EQ(first["order_id"], id_of(1));
  EXPECT_EQ(first["refund"]["minor"], 373);
  EXPECT_EQ(first["ship_by"], "2026-11-20T23:59:59+09:00");
  EXPECT_EQ(group["ship_by"], "2026-11-20T23:59:59+09:00");
  Texts steps;
  for (const Json& step : first["steps"]) steps.push_back(step["step"].text());
  EXPECT_EQ(steps, (Texts{"pack", "confirm", "check", "refund"}));
  EXPECT_EQ(first["steps"][0]["text"],
            "Pack it in one parcel with " + id_of(2) + ", " + id_of(3) + ".");
  EXPECT_EQ(first["steps"][0]["done"], nullptr);
  EXPECT_EQ(listed.parcel_of(1), first);
  EXPECT_EQ(listed.parcel_of(4), nullptr);
  // Its own refunds do not count as given back before.
  Texts again;
  for (const Json& request : group["again"])
    again.push_back(request["amount"].text());
  EXPECT_EQ(again, (Texts{"373", "267", "160"}));
}

TEST(GroupList, another_refund_of_the_plan_counts_before_a_group_is_accepted) {
  // 700 went back with the whole of order 1: nothing of it is left to save.
  const Listed listed(
      "{}", "{}",
      "[{\"order_id\":\"" + id_of(1) + "\",\"reason\":\"carrier-damage\"}]");
  EXPECT_EQ(all(listed.page())[0], "123 suggest 2=63 3=37");
}

TEST(GroupList, new_terms_show_in_what_accepting_it_again_would_plan) {
  const std::string terms =
      R"({"tariffs":["yamato"],"from":"東京都","parcels":[{"orders":)" +
      ids({1}) + R"(,"size":"60"},{"orders":)" + ids({2}) +
      R"(,"size":"60"},{"orders":)" + ids({3}) + R"(,"size":"60"}]})";
  const Listed listed(kAccepted, terms,
                      plan_of({{1, "373"}, {2, "267"}, {3, "160"}}));
  const Json page = listed.page();
  Texts again;
  for (const Json& request : page["accepted_groups"][0]["again"]) {
    again.push_back(request["amount"].text());
  }
  EXPECT_EQ(again, (Texts{"700", "500", "300"}));  // W4
}

TEST(GroupList, a_split_group_packs_by_parcel) {
  const Listed listed("{\"groups\":[{\"orders\":" + ids({1, 2, 3}) +
                      ",\"parcels\":[{\"orders\":" + ids({1, 3}) +
                      "},{\"orders\":" + ids({2}) + "}]}]}");
  EXPECT_EQ(listed.parcel_of(1)["steps"][0]["text"],
            "Pack it in one parcel with " + id_of(3) + ".");
  EXPECT_EQ(listed.parcel_of(2)["steps"][0]["text"], "Pack it by itself.");
}

TEST(GroupDecisions, that_cannot_be_read_are_refused) {
  EXPECT_TRUE(read_group_decisions("{}"));
  EXPECT_TRUE(
      read_group_decisions("{\"groups\":[],\"declined\":[],\"apart\":[]}"));
  for (const char* text :
       {"", "[]", "{\"groups\":7}",
        "{\"groups\":[{\"orders\":[\"250-1234567-0000001\"]}]}",
        "{\"declined\":[[\"x\"]]}", "{\"apart\":[7]}"}) {
    EXPECT_FALSE(read_group_decisions(text)) << text;
  }
}

}  // namespace
}  // namespace parcelwise
