// Tests core/session/handoff.cc: files, slips and tracking numbers.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "session/page.h"

namespace parcelwise {
namespace {

constexpr const char* kShop =
    R"({"sender":{"name":"豊洲茶舗","phone":"03-1234-5678",)"
    R"("postal_code":"135-0061","address":"東京都江東区豊洲1-2-27"},)"
    R"("goods":"食品","carriers":{"yamato-b2":)"
    R"({"customer_code":"0312345678","freight_code":"01"}}})";

TEST(SessionFiles, of_every_kind_stand_where_the_reply_says) {
  Page page;
  page.load_samples();
  page.check();
  const std::string options =
      TestJson{{"shop", test_json(kShop)}, {"carrier", "yamato"}}.dump();
  std::size_t files = 0;
  const TestJson kinds = Page::ok(page.session.export_kinds());
  for (const TestJson& kind : kinds) {
    const std::string name = kind["kind"];
    const TestJson made = Page::ok(page.session.write_files(name, options));
    for (const TestJson& file : made["files"]) {
      ++files;
      EXPECT_FALSE(file.value("name", "").empty()) << name;
      EXPECT_FALSE(written(file).empty()) << name;
    }
    EXPECT_EQ(made["files"].empty(), made["rows"] == 0) << name;
  }
  EXPECT_GT(files, 4u);
}

TEST(SessionFiles, hold_the_chosen_orders_alone) {
  Page page;
  page.load_samples();
  page.check();
  const std::vector<std::string> ids = page.order_ids("ship");
  ASSERT_GT(ids.size(), 2u);
  const TestJson options = {{"orders", {ids[0], ids[1]}},
                            {"without_tracking", true},
                            {"carrier", "yamato"}};
  const TestJson made = Page::ok(
      page.session.write_files("shipping-confirmation", options.dump()));
  ASSERT_EQ(made["files"].size(), 1u);
  const std::string_view text = written(made["files"][0]);
  EXPECT_NE(text.find(ids[0]), std::string_view::npos);
  EXPECT_NE(text.find(ids[1]), std::string_view::npos);
  EXPECT_EQ(text.find(ids[2]), std::string_view::npos);
  const TestJson slips = Page::ok(page.session.slips(options.dump()));
  EXPECT_EQ(slips["slips"].size(), 2u);
}

TEST(SessionFiles, leave_out_what_is_put_aside_where_none_are_chosen) {
  Page page;
  page.load_samples();
  page.check();
  const std::vector<std::string> ids = page.order_ids("ship");
  ASSERT_GT(ids.size(), 2u);
  const auto made_of = [&](const TestJson& options) {
    TestJson all = {{"without_tracking", true}, {"carrier", "yamato"}};
    all.update(options);
    return Page::ok(
        page.session.write_files("shipping-confirmation", all.dump()));
  };
  const TestJson all = made_of(TestJson::object());
  const TestJson made = made_of({{"without", {ids[0]}}});
  EXPECT_EQ(made["event"]["orders"].size() + 1, all["event"]["orders"].size());
  const std::string_view text = written(made["files"][0]);
  EXPECT_EQ(text.find(ids[0]), std::string_view::npos);
  EXPECT_NE(text.find(ids[1]), std::string_view::npos);

  const TestJson chosen =
      made_of({{"without", {ids[0]}}, {"orders", {ids[0]}}});
  EXPECT_EQ(chosen["event"]["orders"], TestJson::array({ids[0]}));
  const TestJson none = made_of({{"without", page.order_ids()}});
  EXPECT_TRUE(none["files"].empty());
  EXPECT_EQ(none["rows"], 0);
}

// What shares a parcel with an order that goes out goes along all the same.
TEST(SessionFiles, take_what_is_put_aside_with_its_parcel) {
  const char* const kOne = "250-1234567-0000001";
  const char* const kTwo = "250-1234567-0000002";
  Page page;
  page.load("unshipped.txt", ReportText::unshipped()
                                 .row({{"order-id", kOne}})
                                 .row({{"order-id", kTwo}})
                                 .text());
  page.check();
  const std::string options = TestJson{
      {"without", {kOne}},
      {"groups", TestJson::array({TestJson::array({kOne, kTwo})})},
      {"without_tracking", true},
      {"carrier", "yamato"}}.dump();
  const TestJson made =
      Page::ok(page.session.write_files("shipping-confirmation", options));
  EXPECT_EQ(made["companions"], 1);
  EXPECT_EQ(made["rows"], 2);
}

TEST(SessionFiles, of_what_amazon_refused_are_for_amazon_alone) {
  Page page;
  page.load_samples();
  page.check();
  const std::vector<std::string> ids = page.order_ids("ship");
  ASSERT_GT(ids.size(), 2u);
  const std::string result =
      "Summary:\n\tprocessed\t\t2\n\tsuccessful\t\t1\n\n"
      "original-record-number\torder-id\torder-item-id\terror-code\t"
      "error-type\terror-message\n7\t" +
      ids[1] + "\t\t99999\tError\twords\n";
  Page::ok(page.upload_result("result.txt", result));
  const std::string options = TestJson{
      {"orders", {ids[0], ids[1]}},
      {"reason", "NoInventory"},
      {"retry", true}}.dump();
  const TestJson made =
      Page::ok(page.session.write_files("cancellations", options));
  ASSERT_EQ(made["files"].size(), 1u);
  const std::string_view text = written(made["files"][0]);
  EXPECT_EQ(text.find(ids[0]), std::string_view::npos);
  EXPECT_NE(text.find(ids[1]), std::string_view::npos);
  for (const char* const kind :
       {"yamato-b2", "calendar", "picklist", "carrier:ups-batch"}) {
    EXPECT_EQ(Page::code(page.session.write_files(kind, options)),
              "bad-argument")
        << kind;
  }
}

TEST(SessionFiles, hold_groups_against_the_reports) {
  const char* const kOne = "250-1234567-0000001";
  const char* const kTwo = "250-1234567-0000002";
  const std::string options = TestJson{
      {"groups", TestJson::array({TestJson::array({kOne, kTwo})})},
      {"shop",
       TestJson::parse(kShop)}}.dump();
  for (const char* const house : {"1-2-27", "9-9-9"}) {
    const bool same = house == std::string_view("1-2-27");
    Page page;
    page.load(
        "unshipped.txt",
        ReportText::unshipped()
            .row({{"order-id", kOne}, {"ship-address-1", "江東区豊洲1-2-27"}})
            .row({{"order-id", kTwo},
                  {"ship-address-1", std::string("江東区豊洲") + house}})
            .text());
    page.check();
    Page::ok(page.session.paste_tracking(
        "pasted", std::string(kOne) + " 123456789012", ""));
    const TestJson slips = Page::ok(page.session.slips(options));
    EXPECT_EQ(slips["slips"].size(), same ? 1u : 2u);
    EXPECT_EQ(slips["warnings"].size(), same ? 0u : 1u);
    const TestJson made =
        Page::ok(page.session.write_files("picklist", options));
    EXPECT_EQ(made["warnings"].size(), same ? 0u : 1u);
    const TestJson read = Page::ok(page.session.tracking(options));
    EXPECT_EQ(read["orders"].size(), same ? 2u : 1u);
  }
}

TEST(SessionFiles, tell_what_cancellations_do_to_the_account) {
  Page page;
  page.load_samples();
  page.check();
  const std::vector<std::string> ids = page.order_ids("ship");
  const auto health = [&](const char* kind, const char* reason) {
    const TestJson options = {{"orders", {ids[0]}}, {"reason", reason}};
    return Page::ok(page.session.write_files(kind, options.dump()))["health"];
  };
  const TestJson told = health("cancellations", "NoInventory");
  ASSERT_EQ(told.size(), 1u);
  const std::string text = told[0];
  EXPECT_EQ(text.find("Amazon.co.jp: cancellations"), 0u) << text;
  EXPECT_TRUE(health("picklist", "NoInventory").empty());
}

TEST(SessionFiles, that_cannot_be_asked_for_so) {
  struct Row {
    const char* kind;
    const char* options;
    const char* code;
  };
  const Row rows[] = {
      {"owl-post", "{}", "bad-argument"},
      {"yamato-b2", "", "bad-argument"},
      {"yamato-b2", "[]", "bad-argument"},
      {"yamato-b2", R"({"orders":["nobody"]})", "bad-argument"},
      {"yamato-b2", R"({"orders":7})", "bad-argument"},
      {"yamato-b2", R"({"orders":[1,2]})", "bad-argument"},
      {"yamato-b2", R"({"groups":{}})", "bad-argument"},
      {"yamato-b2", R"({"carrier":7})", "bad-argument"},
      {"yamato-b2", R"({"reason":true})", "bad-argument"},
      {"yamato-b2", R"({"ship_date":"tomorrow"})", "bad-argument"},
      {"yamato-b2", R"({"ship_date":20261120})", "bad-argument"},
      {"yamato-b2", R"({"without_tracking":"yes"})", "bad-argument"},
      {"yamato-b2", R"({"splits":7})", "bad-argument"},
      {"shipping-confirmation", R"({"retry":true})", "bad-argument"},
      {"yamato-b2", R"({"shop":{"nmae":"A"}})", "bad-shop"},
      {"yamato-b2", R"({"shop":[]})", "bad-shop"},
      {"yamato-b2", R"({"shop":{"goods":"a\u0001b"}})", "bad-shop"},
  };
  Page page;
  page.load_samples();
  page.check();
  const std::string before = page.seen();
  for (const Row& row : rows) {
    EXPECT_EQ(Page::code(page.session.write_files(row.kind, row.options)),
              row.code)
        << row.kind << row.options;
  }
  EXPECT_EQ(page.seen(), before);
}

// An American order, and what a label of it is made of.
std::string order_to_boston() {
  return ReportText({"order-id", "order-item-id", "purchase-date", "sku",
                     "product-name", "quantity-purchased", "quantity-to-ship",
                     "recipient-name", "ship-address-1", "ship-city",
                     "ship-state", "ship-postal-code", "ship-country",
                     "sales-channel"})
      .row({{"order-id", "112-1000005-7654321"},
            {"quantity-purchased", "1"},
            {"quantity-to-ship", "1"},
            {"recipient-name", "Pat Specimen"},
            {"ship-address-1", "12 Sample Street"},
            {"ship-city", "Boston"},
            {"ship-state", "MA"},
            {"ship-postal-code", "02108"},
            {"ship-country", "US"},
            {"sales-channel", "Amazon.com"}})
      .text();
}

constexpr const char* kLayout =
    R"({"layout":1,"id":"mine","name":"My courier","delimiter":";","columns":[)"
    R"({"name":"Ref","from":"order-id","must":true},)"
    R"({"name":"To","from":"name"},)"
    R"({"name":"Land","from":"country"},)"
    R"({"name":"Kg","setting":"weight","one_of":["1","2"],"must":true},)"
    R"({"name":"From","from":"sender-name"}]})";

TEST(SessionFiles, of_a_layout_that_the_seller_brings) {
  Page page;
  page.load("a.txt", order_to_boston());
  page.check();
  const TestJson choice = Page::ok(page.session.read_layout(kLayout));
  EXPECT_EQ(choice["kind"], "carrier:mine");
  EXPECT_EQ(choice["name"], "My courier");
  EXPECT_EQ(choice["for"], "carrier");
  EXPECT_EQ(choice["settings"],
            test_json(R"([{"name":"/carriers/mine/weight","label":"Kg",)"
                      R"("required":true,"pattern":"1|2"},)"
                      R"({"name":"/sender/name","label":"Sender’s name",)"
                      R"("required":false}])"));
  TestJson options = {{"layout", test_json(kLayout)},
                      {"shop",
                       {{"sender", {{"name", "Our shop"}}},
                        {"carriers", {{"mine", {{"weight", "2"}}}}}}}};
  const TestJson made =
      Page::ok(page.session.write_files("carrier:mine", options.dump()));
  ASSERT_EQ(made["files"].size(), 1u);
  EXPECT_EQ(written(made["files"][0]),
            "Ref;To;Land;Kg;From\r\n"
            "112-1000005-7654321;Pat Specimen;US;2;Our shop\r\n");
  EXPECT_EQ(made["event"]["kind"], "mine");
  options["shop"]["carriers"]["mine"]["weight"] = "3";
  const TestJson refused =
      Page::ok(page.session.write_files("carrier:mine", options.dump()));
  EXPECT_TRUE(refused["files"].empty());
  EXPECT_EQ(refused["left_out"].size(), 1u);
}

TEST(SessionFiles, of_the_programs_layouts_need_no_text) {
  Page page;
  page.load("a.txt", order_to_boston());
  page.check();
  std::size_t layouts = 0;
  for (const TestJson& kind : Page::ok(page.session.export_kinds())) {
    const std::string name = kind["kind"];
    if (!name.starts_with("carrier:")) continue;
    ++layouts;
    EXPECT_EQ(kind["for"], "carrier");
    Page::ok(page.session.write_files(name, "{}"));
  }
  EXPECT_EQ(layouts, 9u);
  const TestJson made = Page::ok(page.session.write_files(
      "carrier:pirate-ship", R"({"shop":{"goods":"Tea"}})"));
  ASSERT_EQ(made["files"].size(), 1u);
  EXPECT_NE(written(made["files"][0]).find("12 Sample Street"),
            std::string_view::npos);
}

TEST(SessionFiles, of_a_layout_that_is_none) {
  const struct {
    const char *kind, *layout, *code;
  } rows[] = {
      {"carrier:nobody", "", "bad-argument"},
      {"carrier:", "", "bad-argument"},
      {"carrier", "", "bad-argument"},
      {"carrier:other", kLayout, "bad-argument"},
      {"carrier:mine", R"({"layout":1,"id":"mine"})", "bad-layout"},
      {"carrier:mine", "7", "bad-layout"},
  };
  Page page;
  page.load("a.txt", order_to_boston());
  page.check();
  const std::string before = page.seen();
  for (const auto& row : rows) {
    TestJson options = TestJson::object();
    if (*row.layout != '\0') options["layout"] = test_json(row.layout);
    EXPECT_EQ(Page::code(page.session.write_files(row.kind, options.dump())),
              row.code)
        << row.kind;
  }
  const TestJson failure = Page::failed(page.session.read_layout(
      R"({"layout":1,"id":"a","columns":[{"most":0}]})"));
  EXPECT_EQ(failure["code"], "bad-layout");
  EXPECT_EQ(failure["pointer"], "/columns/0/most");
  EXPECT_EQ(page.seen(), before);
}

TEST(SessionFiles, tell_what_could_not_be_read) {
  Page page;
  page.load("a.txt", ReportText::unshipped()
                         .row({{"order-id", "250-1000001-7654321"}})
                         .row({{"order-id", "250-1000002-7654321"},
                               {"quantity-to-ship", "x"}})
                         .row({{"order-id", "2.5E+17"}})
                         .text());
  page.check();
  const auto told = [&](const char* options) {
    const TestJson written =
        Page::ok(page.session.write_files("picklist", options));
    std::string text;
    for (const TestJson& warning : written["warnings"])
      text += warning["value"].get<std::string>();
    return text;
  };
  EXPECT_EQ(told("{}"), "250-1000002-7654321, a.txt:4");
  EXPECT_EQ(told(R"({"orders":["250-1000001-7654321"]})"), "");
}

TEST(SessionServices, are_those_of_the_terms_in_force) {
  Page page;
  page.load("a.txt",
            ReportText({"order-id", "order-item-id", "purchase-date", "sku",
                        "quantity-purchased", "quantity-to-ship",
                        "ship-address-1", "ship-state", "ship-postal-code",
                        "ship-country", "sales-channel"})
                .row({{"order-id", "250-1000001-7654321"},
                      {"sku", "CARD"},
                      {"quantity-purchased", "1"},
                      {"quantity-to-ship", "1"},
                      {"ship-address-1", "見本1-2-3"},
                      {"ship-state", "東京都"},
                      {"ship-postal-code", "100-0001"},
                      {"ship-country", "JP"},
                      {"sales-channel", "Amazon.co.jp"}})
                .row({{"order-id", "250-1000002-7654321"},
                      {"sku", "LAMP"},
                      {"quantity-purchased", "1"},
                      {"quantity-to-ship", "1"},
                      {"ship-address-1", "見本1-2-3"},
                      {"ship-state", "大阪府"},
                      {"ship-postal-code", "530-0001"},
                      {"ship-country", "JP"},
                      {"sales-channel", "Amazon.co.jp"}})
                .text());
  page.check();
  EXPECT_EQ(Page::failed(page.session.services("[]"))["member"], "tariffs");
  Page::ok(page.session.set_terms(
      R"({"tariffs":["yamato","japan-post"],"from":"東京都"})"));
  EXPECT_EQ(Page::failed(page.session.services("[]"))["member"], "skus");
  Page::ok(page.session.set_terms(
      R"({"tariffs":["yamato","japan-post"],"from":"東京都",)"
      R"("skus":"sku,length_mm,width_mm,height_mm,weight_g\nCARD,148,105,5,60\n"})"));
  const TestJson all = Page::ok(page.session.services("[]"));
  ASSERT_EQ(all["orders"].size(), 2u);
  EXPECT_EQ(all["orders"][0]["services"][0]["service"], "click-post");
  EXPECT_TRUE(all["orders"][1]["services"].empty());
  EXPECT_EQ(all["orders"][1]["missing"].size(), 1u);
  EXPECT_EQ(all["without"], 1);
  const TestJson one =
      Page::ok(page.session.services(R"(["250-1000001-7654321"])"));
  EXPECT_EQ(one["orders"].size(), 1u);
  EXPECT_EQ(one["total"], all["total"]);
  // The list and the order itself say the same, where one is found.
  const TestJson rows =
      Page::ok(page.session.rows(R"({"sort":"order_id"})"))["rows"];
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0]["service"]["name"],
            all["orders"][0]["services"][0]["name"]);
  EXPECT_EQ(rows[0]["service"]["price"], all["total"]);
  EXPECT_TRUE(rows[1]["service"].is_null());
  EXPECT_EQ(Page::ok(page.session.order("250-1000001-7654321"))["services"],
            all["orders"][0]);
  EXPECT_EQ(Page::code(page.session.services(R"(["250-9999999-7654321"])")),
            "bad-argument");
  EXPECT_EQ(Page::code(page.session.services("{}")), "bad-argument");
}

TEST(SessionTracking, is_matched_shown_at_its_order_and_forgotten) {
  Page page;
  ReportText text = ReportText::unshipped();
  for (const char* const id :
       {"250-1234567-0000001", "250-1234567-0000002", "250-1234567-0000003"}) {
    text.row({{"order-id", id}});
  }
  page.load("unshipped.txt", text.text());
  page.check();
  const std::vector<std::string> ids = page.order_ids("ship");
  ASSERT_GT(ids.size(), 2u);
  const TestJson file = Page::ok(
      page.open_tracking("table.csv", "order-id,tracking-number\r\n" + ids[0] +
                                          ",1234-5678-9013\r\nR-1,1\r\n"));
  EXPECT_EQ(file["form"], "table");
  EXPECT_EQ(file["rows"], 2);
  const TestJson lines = Page::ok(page.session.paste_tracking(
      "lines", ids[1] + " ヤマト 234567890121", ""));
  const TestJson summary = Page::ok(page.session.tracking("{}"));
  EXPECT_EQ(summary["orders"].size(), 2u);
  for (const TestJson& one : summary["files"]) {
    std::size_t sum = 0;
    for (const char* part : {"numbers", "proposed", "duplicates", "refused",
                             "unmatched", "deleted", "blank"}) {
      sum += one[part].get<std::size_t>();
    }
    EXPECT_EQ(one["rows"], sum);
  }
  EXPECT_EQ(Page::ok(page.session.order(ids[0]))["tracking"]["number"],
            "123456789013");

  // They outlive a check, and an accepted group shares its number.
  page.check();
  Page::ok(page.session.set_groups(
      TestJson{{"groups", {{{"orders", {ids[1], ids[2]}}}}}}.dump()));
  EXPECT_EQ(Page::ok(page.session.order(ids[2]))["tracking"]["number"],
            "234567890121");

  Page::ok(page.session.remove_tracking(file["tracking"]));
  EXPECT_TRUE(Page::ok(page.session.order(ids[0]))["tracking"].is_null());
  Page::ok(page.session.remove_tracking(lines["tracking"]));
  EXPECT_TRUE(Page::ok(page.session.order(ids[2]))["tracking"].is_null());
}

// An order of three units in two lines, and what its numbers are for.
TEST(SessionTracking, of_an_order_in_several_parcels_is_asked_for_its_units) {
  Page page;
  const auto row = [](const char* item, const char* sku, const char* units) {
    return Cells{{"order-id", "250-1111111-1111111"},
                 {"order-item-id", item},
                 {"sku", sku},
                 {"product-name", "急須"},
                 {"quantity-purchased", units},
                 {"quantity-shipped", "0"},
                 {"quantity-to-ship", units},
                 {"purchase-date", "2026-11-18T09:00:00+09:00"},
                 {"promise-date", "2026-11-21T23:59:59+09:00"},
                 {"reporting-date", "2026-11-20T07:00:00+09:00"}};
  };
  page.load("u.txt", ReportText::listing()
                         .row(row("11111111111111", "POT-1", "2"))
                         .row(row("22222222222222", "POT-2", "1"))
                         .text());
  page.check();
  const std::string id = "250-1111111-1111111";
  const TestJson lines = Page::ok(page.session.paste_tracking(
      "lines", id + " 123456789013\n" + id + " 123456789024", ""));
  const TestJson asked = Page::ok(page.session.tracking("{}"));
  ASSERT_EQ(asked["questions"].size(), 1u);
  const TestJson& question = asked["questions"][0];
  EXPECT_EQ(question["order_id"], id);
  EXPECT_EQ(question["numbers"], TestJson({"123456789013", "123456789024"}));
  ASSERT_EQ(question["lines"].size(), 2u);
  EXPECT_EQ(question["lines"][0]["sku"], "POT-1");
  EXPECT_EQ(question["lines"][0]["units"], 2);
  EXPECT_EQ(question["lines"][1]["units"], 1);
  EXPECT_TRUE(asked["orders"].empty());
  Page::ok(page.session.remove_tracking(lines["tracking"]));

  Page::ok(page.open_tracking(
      "parts.csv", "order-id,order-item-id,quantity,tracking-number\r\n" + id +
                       ",11111111111111,2,123456789013\r\n" + id +
                       ",22222222222222,1,123456789024\r\n"));
  const TestJson told = Page::ok(page.session.tracking("{}"));
  EXPECT_TRUE(told["questions"].empty());
  EXPECT_EQ(told["orders"], TestJson({id}));
  const TestJson parts = Page::ok(page.session.order(id))["tracking"]["parts"];
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_EQ(parts[0]["order_item_id"], "11111111111111");
  EXPECT_EQ(parts[0]["quantity"], 2);
  EXPECT_EQ(parts[0]["number"], "123456789013");
  EXPECT_EQ(parts[1]["number"], "123456789024");
}

TEST(SessionTracking, that_is_proposed_counts_once_it_is_accepted) {
  Page page;
  page.load_samples();
  page.check();
  const std::string id = page.order_ids("ship").front();
  const TestJson order = Page::ok(page.session.order(id));
  const std::size_t line = order["ship_to"]["name"];
  const std::string name = order["ship_to"]["lines"][line];
  std::string postal_code;
  for (const TestJson& told : order["told"]) {
    for (const TestJson& cell : told["values"]) {
      if (cell["column"] == "ship-postal-code") postal_code = cell["value"];
    }
  }
  ASSERT_FALSE(postal_code.empty());
  Page::ok(page.open_tracking(
      "back.csv",
      "お客様管理番号,お問い合せ送り状No.,お届け先郵便番号,お届け先名称１\r\n"
      "R-1,123456789013," +
          postal_code + "," + name + " 様\r\n"));
  const TestJson before = Page::ok(page.session.tracking("{}"));
  ASSERT_EQ(before["proposed"].size(), 1u) << before.dump();
  EXPECT_EQ(before["proposed"][0]["order_id"], id);
  EXPECT_EQ(before["proposed"][0]["by"], "name-and-postal-code");
  EXPECT_EQ(before["files"][0]["proposed"], 1);
  EXPECT_TRUE(Page::ok(page.session.order(id))["tracking"].is_null());

  const std::string accepted = TestJson{{id, "123456789013"}}.dump();
  Page::ok(page.session.accept_proposed(accepted));
  page.check();
  EXPECT_EQ(Page::ok(page.session.order(id))["tracking"]["number"],
            "123456789013");
  const TestJson after = Page::ok(page.session.tracking("{}"));
  EXPECT_TRUE(after["proposed"].empty());
  EXPECT_EQ(after["orders"], TestJson::array({id}));

  for (const char* const wrong :
       {"", "[]", "{", R"({"R-1":"1"})", R"({"250-1234567-1234567":1})"}) {
    EXPECT_EQ(Page::code(page.session.accept_proposed(wrong)), "bad-argument")
        << wrong;
  }
  EXPECT_EQ(Page::ok(page.session.tracking("{}")), after);
  Page::ok(page.session.accept_proposed("{}"));
  EXPECT_EQ(Page::ok(page.session.tracking("{}")), before);
}

TEST(SessionTracking, that_is_none_is_refused_and_the_rest_stays) {
  Page page;
  page.load_samples();
  page.check();
  const std::vector<std::string> ids = page.order_ids("ship");
  const std::string row = ids[0] + ",123456789013\r\n";
  Page::ok(page.open_tracking("a.csv", "order-id,tracking-number\r\n" + row));
  const std::string before = page.seen();
  struct Row {
    const char* name;
    std::string bytes;
    const char* mapping;
    const char* code;
  };
  const Row rows[] = {
      {"no bytes", "", "", "empty"},
      {"a photo", std::string(100, '\xFF'), "", "not-tracking"},
      {"names of its own", "受注No,問合せNo\r\n" + row, "", "unknown-columns"},
      {"a mapping that is none", "order-id,tracking-number\r\n" + row, "[]",
       "bad-argument"},
      {"a mapping to nothing", "a,b\r\n" + row, R"({"columns":{"a":"owl"}})",
       "bad-argument"},
  };
  for (const Row& one : rows) {
    const TestJson failure =
        Page::failed(page.open_tracking("b.csv", one.bytes, one.mapping));
    EXPECT_EQ(failure["code"], one.code) << one.name;
    if (failure["code"] == "unknown-columns") {
      EXPECT_EQ(failure["columns"], TestJson({"受注No", "問合せNo"}));
    }
    EXPECT_EQ(page.seen(), before) << one.name;
  }
  EXPECT_EQ(
      Page::code(page.session.open_tracking("b", Session::kLargestChunk, "")),
      "bad-argument");
  const TestJson own = Page::ok(page.open_tracking(
      "own.csv", "受注No,問合せNo\r\n" + row,
      R"({"columns":{"受注No":"order","問合せNo":"number"}})"));
  EXPECT_EQ(own["rows"], 1);
}

}  // namespace
}  // namespace parcelwise
