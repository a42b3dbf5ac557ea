// Tests core/json/refund_json.cc.
#include "json/refund_json.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "refund/refund_book.h"
#include "test_json.h"
#include "text/encoding.h"

namespace parcelwise {
namespace {

using Names = std::vector<std::string>;

Names names(const Json& object) {
  Names all;
  for (const auto& [name, value] : object.items()) all.push_back(name);
  return all;
}

Names first(Names all, std::size_t count) {
  all.resize(std::min(all.size(), count));
  return all;
}

RefundBook w9() {
  return RefundBook(priced({{{"item-price", "3980"},
                             {"gift-wrap-price", "308"},
                             {"shipping-price", "550"},
                             {"item-tax", "361"},
                             {"points-granted", "40"}}}));
}

// Writing
// ----------------------------------------------------------------------

TEST(RefundJson, has_the_contracts_fields_first_and_in_their_order) {
  const RefundBook book = w9();
  const Json json =
      refund_json(*book.refund(ask("undeliverable")), Language::kEnglish);
  const Names fields = {
      "order_id",  "reason",   "lines",  "total", "charged", "already_refunded",
      "remaining", "withheld", "seller", "steps", "warnings"};
  EXPECT_EQ(first(names(json), fields.size()), fields);
  const Names of_line = {"order_item_id",  "sku",
                         "quantity",       "item_price",
                         "item_tax",       "shipping_price",
                         "shipping_tax",   "gift_wrap_price",
                         "gift_wrap_tax",  "item_promotion",
                         "ship_promotion", "total"};
  EXPECT_EQ(names(json["lines"][0]), of_line);
  EXPECT_EQ(names(json["withheld"][0]), (Names{"component", "amount", "why"}));
  EXPECT_TRUE(json["seller"].contains("refund_fee"));
  EXPECT_TRUE(json["seller"].contains("points_returned"));
}

TEST(RefundJson, tells_W9) {
  const RefundBook book = w9();
  const Json json =
      refund_json(*book.refund(ask("undeliverable")), Language::kEnglish);
  const auto yen = [](std::int64_t minor) {
    return "{\"currency\":\"JPY\",\"minor\":" + std::to_string(minor) + "}";
  };
  EXPECT_EQ(json["order_id"], kOrder);
  EXPECT_EQ(json["reason"], "undeliverable");
  EXPECT_EQ(json_text(json["total"]), yen(4288));
  EXPECT_EQ(json_text(json["charged"]), yen(4838));
  EXPECT_EQ(json_text(json["already_refunded"]), yen(0));
  EXPECT_EQ(json_text(json["remaining"]), yen(550));
  EXPECT_EQ(json["lines"].size(), 1u);
  EXPECT_EQ(json["lines"][0]["order_item_id"], kFirst);
  EXPECT_EQ(json["lines"][0]["quantity"], 1);
  EXPECT_EQ(json_text(json["lines"][0]["item_price"]), yen(3980));
  EXPECT_EQ(json_text(json["lines"][0]["shipping_price"]), yen(0));
  EXPECT_EQ(json["withheld"].size(), 1u);
  EXPECT_EQ(json["withheld"][0]["component"], "shipping_price");
  EXPECT_EQ(json_text(json["withheld"][0]["amount"]), yen(550));
  EXPECT_TRUE(json["seller"]["refund_fee"].is_null());
  EXPECT_EQ(json["seller"]["points_returned"], 40);
  EXPECT_EQ(json["source"][0], "S11");
}

TEST(RefundJson, fills_every_text_in_every_language) {
  struct Row {
    const char* name;
    Cells cells;
    RefundRequest request;
  };
  RefundRequest used = ask_returned(Condition::kUsed, 40);
  used.fee_rate = 1500;
  const Row rows[] = {
      {"undeliverable",
       {{"shipping-price", "550"}, {"points-granted", "10"}},
       ask("undeliverable")},
      {"used and late", {{"shipping-price", "550"}}, used},
      {"over-refunded and cut",
       {{"item-promotion-discount", "2000"}, {"shipping-price", "9"}},
       ask("defective")},
      {"goodwill", {}, ask_amount("goodwill", 10)},
      {"combined",
       {{"shipping-price", "550"}},
       ask_amount("combined-shipping", 10)},
  };
  const char* const ours =
      R"({"extends": "amazon-jp", "id": "our-shop", "figures": {
      "restock_used": [{"value": "12.5%", "valid_from": "2020-01-01", "source": "ours", "mark": "C"}]}})";
  for (const Row& row : rows) {
    const RefundBook book(priced({row.cells}), ours);
    const auto refund = book.refund(row.request);
    ASSERT_TRUE(refund.has_value()) << row.name;
    for (const Language language :
         {Language::kEnglish, Language::kJapanese, Language::kItalian}) {
      const std::string text = json_text(refund_json(*refund, language));
      EXPECT_EQ(text.find("{percent"), std::string::npos) << text;
      EXPECT_EQ(text.find("\"refund/"), std::string::npos) << text;
      for (const char* const field :
           {"{days}", "{hours}", "{over}", "{most}", "{points}", "{sku}"}) {
        EXPECT_EQ(text.find(field), std::string::npos)
            << field << " in " << text;
      }
    }
  }
}

TEST(RefundErrorText, says_the_figure_that_is_left) {
  const RefundBook book(priced({{{"quantity-purchased", "2"}}}));
  const auto too_many = book.refund(ask("defective", {{kFirst, 3}}));
  EXPECT_EQ(refund_error_text(too_many.error(), Language::kEnglish),
            "Order 250-1234567-1234567, line 10000000000001: 3 units are more "
            "than the 2 "
            "that are left to refund.");
  for (const Language language :
       {Language::kEnglish, Language::kJapanese, Language::kItalian}) {
    for (int i = 0; i <= static_cast<int>(RefundErrorCode::kNothingUnsent);
         ++i) {
      RefundError error;
      error.code = static_cast<RefundErrorCode>(i);
      error.order = kOrder;
      const std::string text = refund_error_text(error, language);
      EXPECT_NE(text, "");
      EXPECT_EQ(text.find('{'), std::string::npos) << text;
    }
  }
}

TEST(PlanJson, tells_each_refund_and_each_error_by_page) {
  const RefundBook book(priced({{{"quantity-purchased", "2"}}}));
  const RefundPlan plan =
      book.plan({ask("defective", {{kFirst, 1}}),
                 ask("defective", {{kFirst, 2}}), ask("sleep")});
  const Json all = plan_json(plan, 0, 10, Language::kEnglish);
  EXPECT_EQ(all["refunds"], 3);
  EXPECT_EQ(all["failed"], 2);
  EXPECT_EQ(json_text(all["totals"]), R"([{"currency":"JPY","minor":500}])");
  ASSERT_EQ(all["rows"].size(), 3u);
  EXPECT_EQ(all["rows"][0]["error"], "");
  EXPECT_EQ(all["rows"][0]["units"], 1);
  EXPECT_NE(all["rows"][1]["error"], "");
  EXPECT_TRUE(all["rows"][1]["total"].is_null());
  EXPECT_EQ(plan_json(plan, 1, 1, Language::kEnglish)["rows"].size(), 1u);
  EXPECT_EQ(plan_json(plan, 3, 1, Language::kEnglish)["rows"].size(), 0u);
  EXPECT_EQ(plan_json(plan, SIZE_MAX, 1, Language::kEnglish)["rows"].size(),
            0u);
}

// Reading
// ----------------------------------------------------------------------

// What was printed is a request that gives the same refund again.
TEST(ReadRequests, reads_back_what_refund_json_writes) {
  RefundRequest returned = ask_returned(Condition::kDamaged, 12, {{kFirst, 1}});
  returned.fee_rate = 1525;
  returned.made = "2026-11-19T09:00:00+09:00";
  returned.exported = "2026-11-19T10:00:00+09:00";
  returned.file = "adjustments.txt";
  returned.accept_done = returned.accept_unread = true;
  RefundRequest postage = ask_amount("goodwill", 700);
  postage.concession = Concession::kReturnShipping;
  const RefundRequest requests[] = {
      ask("undeliverable"),
      ask("defective", {{kFirst, 1}, {"SKU-2", std::nullopt}}),
      ask("items-unavailable", {{kSecond, 2}}),
      ask_amount("combined-shipping", 123),
      ask_amount("goodwill", 45),
      postage,
      returned};
  for (const char* const policy : {"amazon-jp", "amazon-us", "amazon-it"}) {
    const RefundBook book(priced({{{"quantity-purchased", "2"},
                                   {"shipping-price", "300"},
                                   {"currency", ""}},
                                  {{"quantity-purchased", "3"},
                                   {"shipping-price", "500"},
                                   {"currency", ""}}}),
                          policy);
    std::string stream;
    Json list = Json::array();
    for (const RefundRequest& request : requests) {
      const auto refund = book.refund(request);
      ASSERT_TRUE(refund.has_value())
          << request.reason << " " << outcome(refund);
      const Json printed = refund_json(*refund, Language::kItalian);
      stream += test_json(json_text(printed)).dump(2) + "\n";
      list.push_back(printed);
      const auto read = read_requests(json_text(printed), book.policy());
      ASSERT_TRUE(read.has_value())
          << read.error().field << ": " << read.error().value;
      ASSERT_EQ(read->size(), 1u);
      const auto again = book.refund(read->front());
      ASSERT_TRUE(again.has_value());
      EXPECT_EQ(json_text(refund_json(*again, Language::kItalian)),
                json_text(printed));
    }
    Json wrapped = Json::object();
    wrapped["refunds"] = list;
    for (const std::string& text : {stream, json_text(list), json_text(wrapped),
                                    "\xEF\xBB\xBF" + stream}) {
      const auto all = read_requests(text, book.policy());
      ASSERT_TRUE(all.has_value()) << all.error().field;
      EXPECT_EQ(all->size(), std::size(requests));
    }
  }
}

// A refund of the contract's fields alone is read by its lines and its total.
// What sending it cost is kept back where the seller's own terms say so.
TEST(ReadRequests, reads_back_what_sending_it_cost) {
  for (const auto& [base, written] :
       {std::pair("amazon-jp", "610"), std::pair("amazon-us", "6.10")}) {
    const std::string policy =
        R"({"extends": ")" + std::string(base) +
        R"(", "id": "ours", "outbound_cost": {"state": "kept", "source": "x"}})";
    const RefundBook book(priced({{{"item-price", "5000"}, {"currency", ""}}}),
                          policy);
    RefundRequest request = ask("refused");
    request.outbound_cost = 610;
    const auto refund = book.refund(request);
    ASSERT_TRUE(refund.has_value()) << base << ": " << outcome(refund);
    const Json printed = refund_json(*refund, Language::kEnglish);
    const auto read = read_requests(json_text(printed), book.policy());
    ASSERT_TRUE(read.has_value()) << base;
    EXPECT_EQ(read->front().outbound_cost, 610) << base;
    EXPECT_NE(json_text(printed).find("\"outbound_cost\":\"" +
                                      std::string(written) + "\""),
              std::string::npos)
        << base;
  }
}

TEST(ReadRequests, reads_a_refund_without_its_request) {
  const RefundBook book(
      priced({{{"quantity-purchased", "2"}, {"shipping-price", "300"}}}));
  for (const RefundRequest& request : {ask("defective", {{kFirst, 1}}),
                                       ask_amount("combined-shipping", 120)}) {
    TestJson printed = test_json(
        json_text(refund_json(*book.refund(request), Language::kEnglish)));
    printed.erase("request");
    const auto read = read_requests(printed.dump(), book.policy());
    ASSERT_TRUE(read.has_value()) << read.error().field;
    EXPECT_EQ(outcome(book.refund(read->front())),
              outcome(book.refund(request)));
  }
}

constexpr const char* kGood =
    R"("order_id": "250-1234567-1234567", "reason": "goodwill")";

TEST(ReadRequests, wrong_ones_name_the_field) {
  struct Row {
    const char* name;
    std::string json;
    std::size_t index;
    const char* field;
  };
  const auto with = [](const std::string& member) {
    return "{" + std::string(kGood) + ", " + member + "}";
  };
  const std::string good = "{" + std::string(kGood) + "}";
  const Row rows[] = {
      {"nothing", "", 0, ""},
      {"what it cost to send, as a number", with(R"("outbound_cost": 500)"), 0,
       "outbound_cost"},
      {"nothing to send it", with(R"("outbound_cost": "0")"), 0,
       "outbound_cost"},
      {"less than nothing", with(R"("outbound_cost": "-500")"), 0,
       "outbound_cost"},
      {"half a yen", with(R"("outbound_cost": "500.5")"), 0, "outbound_cost"},
      {"no JSON", "order 250-1234567-1234567", 0, ""},
      {"cut off", good.substr(0, good.size() - 1), 0, ""},
      {"a number", "12", 0, ""},
      {"a text", "\"defective\"", 0, ""},
      {"words between documents", good + " and " + good, 0, ""},
      {"a bracket too many", good + "}", 0, ""},
      {"a member without a value", "{\"order_id\":}", 0, ""},
      {"an empty object", "{}", 0, "order_id"},
      {"null in a list", "[null]", 0, "order_id"},
      {"a list in a list", "[[" + good + "]]", 0, "order_id"},
      {"the second of two", "[" + good + ", {}]", 1, "order_id"},
      {"the third document", good + good + "{}", 2, "order_id"},
      {"an order id without hyphens",
       R"({"order_id": "25012345671234567", "reason": "defective"})", 0,
       "order_id"},
      {"an order id as a number", R"({"order_id": 250, "reason": "defective"})",
       0, "order_id"},
      {"no reason", R"({"order_id": "250-1234567-1234567"})", 0, "reason"},
      {"another reason",
       R"({"order_id": "250-1234567-1234567", "reason": "sleep"})", 0,
       "reason"},
      {"a reason as a list",
       R"({"order_id": "250-1234567-1234567", "reason": ["defective"]})", 0,
       "reason"},
      {"items as an object", with(R"("items": {})"), 0, "items"},
      {"an item as a text", with(R"("items": ["10000000000001"])"), 0,
       "items/0/order_item_id"},
      {"an item id as a number",
       with(R"("items": [{"order_item_id": 10000000000001}])"), 0,
       "items/0/order_item_id"},
      {"an empty item id", with(R"("items": [{"order_item_id": ""}])"), 0,
       "items/0/order_item_id"},
      {"a quantity with a half",
       with(
           R"("items": [{"order_item_id": "1"}, {"order_item_id": "2", "quantity": 1.5}])"),
       0, "items/1/quantity"},
      {"a quantity as a text",
       with(R"("items": [{"order_item_id": "1", "quantity": "1"}])"), 0,
       "items/0/quantity"},
      {"a quantity beyond every order",
       with(R"("items": [{"order_item_id": "1", "quantity": 1000001}])"), 0,
       "items/0/quantity"},
      {"a quantity of 2^64 - 1, which is no -1",
       with(
           R"("items": [{"order_item_id": "1", "quantity": 18446744073709551615}])"),
       0, "items/0/quantity"},
      {"a quantity of 2^32 + 1, which is no 1",
       with(R"("items": [{"order_item_id": "1", "quantity": 4294967297}])"), 0,
       "items/0/quantity"},
      {"an amount with a point as a number", with(R"("amount": 4.45)"), 0,
       "amount"},
      {"half a yen", with(R"("amount": "4.5")"), 0, "amount"},
      {"an amount in words", with(R"("amount": "ten")"), 0, "amount"},
      {"an empty amount", with(R"("amount": "")"), 0, "amount"},
      {"an amount with thousands set apart", with(R"("amount": "1,000")"), 0,
       "amount"},
      {"a yen with three digits behind a point, as Italy writes a thousand",
       with(R"("amount": "1.000")"), 0, "amount"},
      {"an amount beyond the largest", with(R"("amount": "1000000000001")"), 0,
       "amount"},
      {"a number beyond int64", with(R"("amount": 99999999999999999999999999)"),
       0, "amount"},
      {"a number beyond a double", with(R"("amount": 1e999)"), 0, ""},
      {"minor units beyond the largest",
       with(R"("amount": {"currency": "JPY", "minor": 1000000000001})"), 0,
       "amount"},
      {"minor units of 2^64 - 1",
       with(R"("amount": {"minor": 18446744073709551615})"), 0, "amount"},
      {"an amount without minor units", with(R"("amount": {})"), 0, "amount"},
      {"an amount as a list", with(R"("amount": [1])"), 0, "amount"},
      {"an amount that is true", with(R"("amount": true)"), 0, "amount"},
      {"another condition", with(R"("condition": "broken")"), 0, "condition"},
      {"a condition as a number", with(R"("condition": 1)"), 0, "condition"},
      {"days before it came", with(R"("days": -1)"), 0, "days"},
      {"days beyond ten years", with(R"("days": 3651)"), 0, "days"},
      {"days as a text", with(R"("days": "3")"), 0, "days"},
      {"another concession", with(R"("concession": "gift")"), 0, "concession"},
      {"a concession as a number", with(R"("concession": 0)"), 0, "concession"},
      {"more than all of it", with(R"("fee_rate": "101%")"), 0, "fee_rate"},
      {"15 %, or less than one", with(R"("fee_rate": "0.15")"), 0, "fee_rate"},
      {"an acceptance as a text", with(R"("accept_unread": "yes")"), 0,
       "accept_unread"},
      {"a number for what is done", with(R"("accept_done": 1)"), 0,
       "accept_done"},
      {"made on a day without a time", with(R"("made": "2026-11-20")"), 0,
       "made"},
      {"exported at no moment", with(R"("exported": "yesterday")"), 0,
       "exported"},
      {"a file as a number", with(R"("file": 7)"), 0, "file"},
      {"a rate as a number", with(R"("fee_rate": 15)"), 0, "fee_rate"},
  };
  const Policy policy = *Policy::load("amazon-jp");
  for (const Row& row : rows) {
    const auto read = read_requests(row.json, policy);
    ASSERT_FALSE(read.has_value()) << row.name;
    EXPECT_EQ(read.error().index, row.index) << row.name;
    EXPECT_EQ(read.error().field, row.field) << row.name;
    EXPECT_LE(read.error().value.size(), 64u) << row.name;
    EXPECT_NE(request_error_text(read.error(), Language::kJapanese), "")
        << row.name;
  }
}

TEST(ReadRequests, right_ones) {
  struct Row {
    const char* name;
    std::string json;
    std::size_t requests;
  };
  const std::string good = "{" + std::string(kGood) + "}";
  const Row rows[] = {
      {"an empty list", "[]", 0},
      {"an empty plan", R"({"refunds": []})", 0},
      {"one", good, 1},
      {"two lists and one",
       "[" + good + "," + good + "]\r\n\t[" + good + "] " + good, 4},
      {"members that nobody knows",
       "{" + std::string(kGood) + R"(, "note": {"a": [1]}})", 1},
      {"brackets in a text",
       "{" + std::string(kGood) + R"(, "note": "]}\"[{"})" + good, 2},
      {"what says nothing",
       "{" + std::string(kGood) + R"(, "amount": null, "items": null,
       "condition": null, "days": null, "concession": null, "fee_rate": null})",
       1},
  };
  const Policy policy = *Policy::load("amazon-jp");
  for (const Row& row : rows) {
    const auto read = read_requests(row.json, policy);
    ASSERT_TRUE(read.has_value()) << row.name << ": " << read.error().field;
    EXPECT_EQ(read->size(), row.requests) << row.name;
  }
}

// A file from anywhere: told what is wrong, and nothing runs out.
TEST(ReadRequests, hostile_texts_are_refused) {
  constexpr std::size_t kMany = 1'000'000;
  const std::string opened(kMany, '[');
  const std::string closed(kMany, ']');
  const std::string text(kMany, 'x');
  std::string objects;
  for (std::size_t i = 0; i < kMany / 5; ++i) objects += "{\"a\":";
  std::string kanji;
  while (kanji.size() < kMany) kanji += "\u4E2D";
  const std::string begin = "{" + std::string(kGood) + ", ";
  const Policy policy = *Policy::load("amazon-jp");
  const std::vector<std::string> hostile = {
      opened,
      opened + closed,
      objects,
      closed,
      text,
      kanji,
      "\"" + text,
      begin + "\"items\": " + opened + closed + "}",
      begin + "\"amount\": " + opened + closed + "}",
      "{\"order_id\": " + opened + closed + "}",
      "{\"order_id\": \"" + text + "\"}",
      "{\"order_id\": \"" + kanji + "\"}",
      "{\"order_id\": \"a" + kanji + "\"}",
      "{\"order_id\": \"\\ud800" + kanji + "\"}",
      "{\"order_id\": \"ab\xE4\xB8\"}",
      begin + "\"amount\": \"" + std::string(kMany, '9') + "\"}",
      begin + "\"amount\": " + std::string(kMany, '9') + "}",
      begin + "\"fee_rate\": \"" + text + "\"}",
      begin + "\"items\": [{\"order_item_id\": [\"" + kanji + "\"]}]}",
      std::string("\0{}", 3),
      "\xFF\xFE{\"a\"}"};
  for (const std::string& json : hostile) {
    const auto read = read_requests(json, policy);
    ASSERT_FALSE(read.has_value()) << json.substr(0, 40);
    EXPECT_LE(read.error().value.size(), 70u);
    EXPECT_TRUE(is_valid_utf8(read.error().value)) << json.substr(0, 40);
  }
  // Long but right: an item that no order has.
  const auto read = read_requests(
      begin + "\"items\": [{\"order_item_id\": \"" + kanji + "\"}]}", policy);
  ASSERT_TRUE(read.has_value());
  const RefundBook book(priced({{}}));
  EXPECT_EQ(outcome(book.refund(read->front())), "no-such-item");
}

TEST(ReasonsJson, says_what_each_needs) {
  const Json reasons = reasons_json(Language::kEnglish);
  ASSERT_EQ(reasons.size(), 11u);
  for (const Json& reason : reasons) {
    const std::string id = reason["reason"].text();
    const std::string needs = json_text(reason["needs"]);
    EXPECT_EQ(needs, id == "combined-shipping" ? R"(["amount"])"
                     : id == "goodwill"        ? R"(["amount","concession"])"
                     : id == "returned"        ? R"(["condition","days"])"
                                               : "[]")
        << id;
    EXPECT_NE(reason["name"], "");
    const bool partial = id == "carrier-damage" || id == "wrong-item" ||
                         id == "defective" || id == "returned" ||
                         id == "items-unavailable";
    EXPECT_EQ(reason["partial"], partial) << id;
  }
}

}  // namespace
}  // namespace parcelwise
