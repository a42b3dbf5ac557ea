// Tests core/handoff/carrier_file.cc with the layouts that come with the
// program: every value in its column, every limit and one over it, every reason
// to leave a row out.
#include "handoff/carrier_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "handoff/address_lines.h"
#include "handoff/chosen_orders.h"
#include "policy/carrier_layout.h"
#include "text/encoding.h"
#include "tracking/shipment_key.h"

namespace parcelwise {
namespace {

constexpr const char* kNow = "2026-11-20T16:30:00+00:00";  // the 21st in Japan

constexpr const char* kShop = R"({
  "sender": {"name": "豊洲茶舗", "phone": "03-1234-5678", "postal_code": "135-0061",
             "address": "東京都江東区豊洲1-2-27", "building": "豊洲ビル3F"},
  "goods": "食品",
  "carriers": {"yamato-b2": {"customer_code": "0312345678"},
               "sagawa-ehiden3": {"customer_code": "123456789012"},
               "yuprint": {"slip_type_cash": "1100781"}}})";

std::string with_goods(const std::string& goods) {
  std::string shop = kShop;
  const std::string old = "\"goods\": \"食品\",";
  return shop.replace(
      shop.find(old), old.size(),
      goods.empty() ? std::string() : "\"goods\": \"" + goods + "\",");
}
std::string with_setting(const std::string& carrier,
                         const std::string& setting) {
  std::string shop = kShop;
  const std::string opened = "\"" + carrier + "\": {";
  const std::size_t at = shop.find(opened);
  if (at == std::string::npos) {
    const std::string carriers = "\"carriers\": {";
    return shop.insert(shop.find(carriers) + carriers.size(),
                       "\"" + carrier + "\": {" + setting + "}, ");
  }
  return shop.insert(at + opened.size(), setting + ", ");
}

Choice choice(const std::string& shop,
              const std::vector<std::string>& orders = {}) {
  return {orders, {}, Language::kEnglish, shop};
}

ReportText orders() {
  return ReportText({"order-id",
                     "order-item-id",
                     "purchase-date",
                     "promise-date",
                     "buyer-phone-number",
                     "sku",
                     "product-name",
                     "quantity-purchased",
                     "quantity-shipped",
                     "quantity-to-ship",
                     "item-tax",
                     "currency",
                     "recipient-name",
                     "ship-address-1",
                     "ship-address-2",
                     "ship-address-3",
                     "ship-city",
                     "ship-state",
                     "ship-postal-code",
                     "ship-country",
                     "ship-phone-number",
                     "payment-method",
                     "cod-collectible-amount",
                     "scheduled-delivery-start-date",
                     "scheduled-delivery-end-date",
                     "is-business-order",
                     "purchase-order-number",
                     "is-ispu-order",
                     "is-pickup-point-order"});
}

Cells order(const Cells& other = {}) {
  Cells cells = other;  // the first of a name counts
  for (const auto& [column, value] :
       Cells{{"promise-date", "2026-11-24T14:59:59+00:00"},
             {"quantity-to-ship", "1"},
             {"recipient-name", "田中 花子"},
             {"ship-address-1", "江東区豊洲1-2-27"},
             {"ship-address-2", "メゾン豊洲101"},
             {"ship-state", "東京都"},
             {"ship-phone-number", "090-1234-5678"},
             {"buyer-phone-number", ""}}) {
    cells.emplace_back(column, value);
  }
  return cells;
}

std::string id_of(int n) {
  std::string digits = std::to_string(n);
  digits.insert(0, 7 - digits.size(), '0');
  return "250-" + digits + "-0000001";
}

// A written file's rows as cells, in UTF-8.
std::vector<std::vector<std::string>> cells_of(const std::string& bytes) {
  std::string text;
  EXPECT_TRUE(append_utf8(bytes, Encoding::kCp932, text));
  std::vector<std::vector<std::string>> rows(1, {""});
  bool open = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') {
      if (open && i + 1 < text.size() && text[i + 1] == '"') {
        rows.back().back() += text[i++];
      } else {
        open = !open;
      }
    } else if (open || (text[i] != ',' && text[i] != '\r' && text[i] != '\n')) {
      rows.back().back() += text[i];
    } else if (text[i] == ',') {
      rows.back().emplace_back();
    } else if (text[i] == '\n') {
      EXPECT_EQ(text[i - 1], '\r');
      rows.push_back({""});
    }
  }
  EXPECT_EQ(rows.back(), std::vector<std::string>{""});
  rows.pop_back();
  return rows;
}

// What one order becomes in one layout.
struct Written {
  HandoffFiles files;
  std::vector<std::string> row;  // its cells; none where it was left out
  const CarrierLayout* layout;

  std::string cell(std::string_view column) const {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (layout->columns[i].name == column) return row[i];
    }
    return "no column " + std::string(column);
  }
  // "over-limit お届け先名", each; then warnings likewise.
  static std::string reported(const std::vector<RowNote>& notes) {
    std::string text;
    for (const RowNote& note : notes) {
      if (!text.empty()) text += ", ";
      text += std::string(note.why) + " " + note.column;
    }
    return text;
  }
  std::string left_out() const { return reported(files.left_out); }
  std::string warnings() const { return reported(files.warnings); }
};

const CarrierLayout& layout_of(std::string_view id) {
  static std::map<std::string, CarrierLayout, std::less<>> layouts;
  auto at = layouts.find(id);
  if (at == layouts.end())
    at = layouts.emplace(id, *CarrierLayout::of(id)).first;
  return at->second;
}

std::string shop_for(std::string_view layout, std::string shop) {
  const std::string opened = "\"yuprint\": {";
  if (layout == "yuprint-100") {
    shop.insert(shop.find(opened) + opened.size(), "\"layout\": \"100\", ");
  }
  return shop;
}

Written write_one(std::string_view layout, const Cells& cells,
                  const std::string& shop = kShop) {
  const CheckedReports reports(
      {{"orders.txt", orders().row(order(cells)).text()}}, kNow);
  Written written{
      write_kind(layout_of(layout).file, reports.check(),
                 choice(shop_for(layout, shop), {"250-1234567-1234567"})),
      {},
      &layout_of(layout)};
  if (written.files.files.empty()) return written;
  const auto rows = cells_of(only_file(written.files));
  EXPECT_EQ(rows.size(), written.layout->header ? 2u : 1u);
  written.row = rows.back();
  EXPECT_EQ(written.row.size(), written.layout->columns.size());
  return written;
}

// ---- values
// ------------------------------------------------------------------

TEST(CarrierFile, puts_each_value_where_the_carrier_reads_it) {
  struct Row {
    const char* layout;
    const char* column;
    const char* value;
  };
  const Row rows[] = {
      {"yamato-b2", "お客様管理番号", "250-1234567-1234567"},
      {"yamato-b2", "送り状種類", "0"},
      {"yamato-b2", "クール区分", "0"},
      {"yamato-b2", "出荷予定日", "2026/11/21"},
      {"yamato-b2", "お届け予定日", ""},
      {"yamato-b2", "お届け先電話番号", "090-1234-5678"},
      {"yamato-b2", "お届け先郵便番号", "135-0061"},
      {"yamato-b2", "お届け先住所", "東京都江東区豊洲1-2-27"},
      {"yamato-b2", "お届け先アパートマンション名", "メゾン豊洲101"},
      {"yamato-b2", "お届け先会社・部門１", ""},
      {"yamato-b2", "お届け先名", "田中 花子"},
      {"yamato-b2", "敬称", "様"},
      {"yamato-b2", "ご依頼主電話番号", "03-1234-5678"},
      {"yamato-b2", "ご依頼主郵便番号", "135-0061"},
      {"yamato-b2", "ご依頼主住所", "東京都江東区豊洲1-2-27"},
      {"yamato-b2", "ご依頼主アパートマンション", "豊洲ビル3F"},
      {"yamato-b2", "ご依頼主名", "豊洲茶舗"},
      {"yamato-b2", "品名１", "食品"},
      {"yamato-b2", "記事", "PO 4711"},
      {"yamato-b2", "ｺﾚｸﾄ代金引換額（税込)", ""},
      {"yamato-b2", "請求先顧客コード", "0312345678"},
      {"yamato-b2", "運賃管理番号", "01"},
      {"sagawa-ehiden3", "お届け先住所１", "東京都江東区豊洲1-2-27"},
      {"sagawa-ehiden3", "お届け先住所２", "メゾン豊洲101"},
      {"sagawa-ehiden3", "お届け先住所３", ""},
      {"sagawa-ehiden3", "お届け先名称１", "田中 花子"},
      {"sagawa-ehiden3", "お客様管理番号", "FM9545671234567"},
      {"sagawa-ehiden3", "お客様コード", "123456789012"},
      {"sagawa-ehiden3", "ご依頼主住所２", "豊洲ビル3F"},
      {"sagawa-ehiden3", "荷姿", "001"},
      {"sagawa-ehiden3", "出荷個数", "1"},
      {"sagawa-ehiden3", "スピード指定", "000"},
      {"sagawa-ehiden3", "クール便指定", "001"},
      {"sagawa-ehiden3", "決済種別", ""},
      {"sagawa-ehiden3", "元着区分", "1"},
      {"sagawa-ehiden3", "出荷日", "2026/11/21"},
      {"clickpost", "お届け先郵便番号", "135-0061"},
      {"clickpost", "お届け先氏名", "田中 花子"},
      {"clickpost", "お届け先敬称", "様"},
      {"clickpost", "お届け先住所1行目", "東京都江東区豊洲1-2-27"},
      {"clickpost", "お届け先住所2行目", "メゾン豊洲101"},
      {"clickpost", "内容品", "食品"},
      {"yuprint-118", "お客様側管理番号", "FM9545671234567"},
      {"yuprint-118", "発送予定日", "20261121"},
      {"yuprint-118", "元／着払／代引", "0"},
      {"yuprint-118", "送り状種別", "1100780"},
      {"yuprint-118", "お届け先 郵便番号", "135-0061"},
      {"yuprint-118", "受注番号", "250-1234567-1234567"},
      {"yuprint-118", "配達時間帯区分", "00"},
      {"yuprint-118", "フリー項目０１", "PO 4711"},
      {"yuprint-118", "品名", "食品"},
      {"yuprint-100", "お届け先 郵便番号", "1350061"},
      {"yuprint-100", "発送予定日", "20261121"},
      {"yuprint-100", "商品サイズ区分", "060"},
      {"yuprint-100", "配達時間帯区分", "00"},
      {"yuprint-100", "87", "10"},
  };
  std::map<std::string, Written> written;
  for (const Row& row : rows) {
    if (!written.count(row.layout)) {
      written.emplace(
          row.layout,
          write_one(row.layout, {{"is-business-order", "true"},
                                 {"purchase-order-number", "4711"}}));
      EXPECT_EQ(written.at(row.layout).left_out(), "") << row.layout;
      EXPECT_EQ(written.at(row.layout).warnings(), "") << row.layout;
    }
    EXPECT_EQ(written.at(row.layout).cell(row.column), row.value)
        << row.layout << row.column;
  }
}

TEST(CarrierFile, knows_every_value_that_a_layout_names) {
  const std::set<std::string_view> known(carrier_values().begin(),
                                         carrier_values().end());
  for (const std::string_view id : CarrierLayout::ids()) {
    for (const CarrierColumn& column : layout_of(id).columns) {
      for (const std::string& from : {column.from, column.from_cash}) {
        if (from.empty() || from[0] == '=' || from[0] == '@') continue;
        EXPECT_TRUE(known.count(from))
            << id << " " << column.name << " " << from;
      }
    }
  }
}

TEST(CarrierFile, tells_name_address_and_goods_as_they_are_written) {
  struct Row {
    const char* name;
    const char* layout;
    Cells cells;
    const char* column;
    const char* value;
  };
  const Row rows[] = {
      {"a PO number goes",
       "yamato-b2",
       {{"recipient-name", "田中 花子 (PO: 4711)"}},
       "お届け先名",
       "田中 花子"},
      {"an honorific moves",
       "clickpost",
       {{"recipient-name", "豊洲商事 御中"}},
       "お届け先敬称",
       "御中"},
      {"a long name's company",
       "yamato-b2",
       {{"recipient-name", "株式会社豊洲湾岸商事 通信販売営業部 田中花子"}},
       "お届け先会社・部門１",
       "株式会社豊洲湾岸商事 通信販売営業部"},
      {"and the name",
       "yamato-b2",
       {{"recipient-name", "株式会社豊洲湾岸商事 通信販売営業部 田中花子"}},
       "お届け先名",
       "田中花子"},
      {"the buyer's phone where the address has none",
       "yamato-b2",
       {{"ship-phone-number", ""}, {"buyer-phone-number", "03-0000-0001"}},
       "お届け先電話番号",
       "03-0000-0001"},
      {"a prefecture told twice",
       "clickpost",
       {{"ship-address-1", "東京都江東区豊洲1-2-27"}},
       "お届け先住所1行目",
       "東京都江東区豊洲1-2-27"},
      {"a city of its own",
       "clickpost",
       {{"ship-city", "江東区"}, {"ship-address-1", "豊洲1-2-27"}},
       "お届け先住所1行目",
       "東京都江東区豊洲1-2-27"},
      {"a city and a street in Latin letters",
       "clickpost",
       {{"ship-state", "Tokyo"},
        {"ship-city", "Koto-ku"},
        {"ship-address-1", "Toyosu 1-2-3"}},
       "お届け先住所1行目",
       "Tokyo Koto-ku Toyosu 1-2-3"},
      {"Japanese before a Latin letter",
       "clickpost",
       {{"ship-city", "江東区"}, {"ship-address-1", "Toyosu 1-2-3"}},
       "お届け先住所1行目",
       "東京都江東区Toyosu 1-2-3"},
      {"wave dash and minus",
       "clickpost",
       {{"ship-address-2", "A〜B−1"}},
       "お届け先住所2行目",
       "A～B－1"},
      {"characters of Windows' own",
       "clickpost",
       {{"recipient-name", "髙﨑 ㈱①"}},
       "お届け先氏名",
       "髙﨑 ㈱①"},
      {"no PO of a private order",
       "yamato-b2",
       {{"purchase-order-number", "4711"}},
       "記事",
       ""},
  };
  for (const Row& row : rows) {
    const Written written = write_one(row.layout, row.cells);
    EXPECT_EQ(written.left_out(), "") << row.name;
    EXPECT_EQ(written.cell(row.column), row.value) << row.name;
  }
}

TEST(CarrierFile, names_the_goods) {
  EXPECT_EQ(write_one("yamato-b2", {{"product-name", "緑茶"}}, with_goods(""))
                .cell("品名１"),
            "緑茶");
  const Written long_name =
      write_one("clickpost",
                {{"product-name", "深蒸し煎茶 100g 静岡県産 ティーバッグ付き"}},
                with_goods(""));
  EXPECT_EQ(long_name.left_out(), "goods-over-limit 内容品");
  EXPECT_EQ(
      write_one("clickpost", {{"product-name", ""}}, with_goods("")).left_out(),
      "no-goods 内容品");
  EXPECT_EQ(write_one("clickpost", {},
                      with_setting("clickpost", "\"key_in_goods\": \"yes\""))
                .cell("内容品"),
            "食品 FM9545671234567");

  ReportText two = orders();
  two.row(order({{"order-item-id", "1"}, {"product-name", "緑茶"}}));
  two.row(
      order({{"order-item-id", "2"}, {"sku", "B"}, {"product-name", "紅茶"}}));
  two.row(
      order({{"order-item-id", "3"}, {"sku", "C"}, {"product-name", "緑茶"}}));
  const CheckedReports reports({{"orders.txt", two.text()}}, kNow);
  const HandoffFiles sagawa =
      write_kind("sagawa-ehiden3", reports.check(), choice(with_goods("")));
  const auto row = cells_of(only_file(sagawa)).back();
  EXPECT_EQ(row[24] + "/" + row[25] + "/" + row[26], "緑茶/紅茶/");
  const HandoffFiles click =
      write_kind("clickpost", reports.check(), choice(with_goods("")));
  EXPECT_EQ(cells_of(only_file(click)).back()[7], "緑茶");
  EXPECT_EQ(Written::reported(click.warnings), "goods-left-out 内容品");
}

// ---- limits
// ------------------------------------------------------------------

std::string of_width(std::size_t width) {
  std::string text;
  for (std::size_t i = 0; i < width / 2; ++i) text += "豊";
  if (width % 2 == 1) text += "x";
  return text;
}

// Each of the values that an order or a shop can make long, at the width that
// the layout allows and one over it.
TEST(CarrierFile, holds_every_field_to_its_width) {
  int checked = 0;
  for (const std::string_view id : CarrierLayout::ids()) {
    const CarrierLayout& layout = layout_of(id);
    const auto text = [&](std::size_t width) {
      if (!layout.counts_characters) return of_width(width);
      std::string characters;
      for (std::size_t i = 0; i < width; ++i) characters += "豊";
      return characters;
    };
    const auto joined_widths = [](const std::vector<std::size_t>& widths) {
      std::size_t sum = 0;
      for (const std::size_t width : widths) sum += width;
      return sum;
    };
    struct Try {
      std::string what;
      Written fits, over;
    };
    std::vector<Try> tries;
    const auto both = [&](const std::string& what, std::size_t width,
                          auto cells_of_text, auto shop_of_text) {
      tries.push_back(
          {what,
           write_one(id, cells_of_text(text(width)), shop_of_text(text(width))),
           write_one(id, cells_of_text(text(width + 1)),
                     shop_of_text(text(width + 1)))});
    };
    const auto same_shop = [](const std::string&) {
      return std::string(kShop);
    };
    const auto same_order = [](const std::string&) { return Cells(); };

    both(
        "name",
        joined_widths(layout.long_name.empty() ? layout.name
                                               : layout.long_name),
        [](const std::string& name) {
          return Cells{{"recipient-name", name}};
        },
        same_shop);
    // All lines full: told in lines, a space between them is none's.
    const auto full = [&](std::size_t more) {
      Cells cells = {
          {"ship-state", ""}, {"ship-address-1", ""}, {"ship-address-2", ""}};
      std::string all;
      for (std::size_t i = 0; i < layout.address.size(); ++i) {
        all += text(layout.address[i] +
                    (i + 1 == layout.address.size() ? more : 0));
      }
      cells[1].second = all;
      return cells;
    };
    tries.push_back(
        {"address", write_one(id, full(0)), write_one(id, full(1))});
    both("goods", layout.goods[0], same_order, with_goods);
    if (layout.prefecture > 0) {
      const auto city = [&](std::size_t characters) {
        std::string name = "東京都";
        for (std::size_t i = 0; i + 1 < characters; ++i) name += "豊";
        return Cells{{"ship-state", ""}, {"ship-address-1", name + "市1-2"}};
      };
      tries.push_back(
          {"city", write_one(id, city(12)), write_one(id, city(13))});
    }
    for (const CarrierColumn& column : layout.columns) {
      if (column.from != "phone") continue;
      const auto phone =
          [&](std::size_t width) {  // 11 digits, as many hyphens as it takes
            std::string number;
            for (std::size_t i = 0; i < 11; ++i) {
              number += static_cast<char>('0' + i % 10);
              if (i + 11 < width) number += '-';
            }
            return number;
          };
      tries.push_back(
          {"phone", write_one(id, {{"ship-phone-number", phone(column.most)}}),
           write_one(id, {{"ship-phone-number", phone(column.most + 1)}})});
      const auto with_phone = [&](std::size_t width) {
        std::string shop = kShop;
        return shop.replace(shop.find("03-1234-5678"), 12, phone(width));
      };
      tries.push_back({"sender's phone",
                       write_one(id, {}, with_phone(column.most)),
                       write_one(id, {}, with_phone(column.most + 1))});
    }
    if (!layout.sender_name.empty()) {
      const auto with_name = [&](const std::string& name) {
        std::string shop = kShop;
        return shop.replace(shop.find("豊洲茶舗"),
                            std::string("豊洲茶舗").size(), name);
      };
      both("sender's name", joined_widths(layout.sender_name), same_order,
           with_name);
      const auto with_address = [&](std::size_t more) {
        std::string shop = kShop;
        const std::string building = "豊洲ビル3F";
        std::string rest;
        for (std::size_t i = 1; i < layout.sender_address.size(); ++i) {
          rest += text(layout.sender_address[i]);
        }
        shop.replace(shop.find(building), building.size(), rest);
        const std::string address = "東京都江東区豊洲1-2-27";
        return shop.replace(shop.find(address), address.size(),
                            text(layout.sender_address[0] + more));
      };
      tries.push_back({"sender's address", write_one(id, {}, with_address(0)),
                       write_one(id, {}, with_address(1))});
    }
    if (layout.setting("handling") != nullptr) {
      const auto handling = [&](std::size_t width) {
        return with_setting("yamato-b2",
                            "\"handling\": \"" + text(width) + "\"");
      };
      tries.push_back({"handling", write_one(id, {}, handling(20)),
                       write_one(id, {}, handling(21))});
    }
    for (const Try& each : tries) {
      ++checked;
      EXPECT_EQ(each.fits.left_out(), "") << id << " " << each.what;
      EXPECT_EQ(each.fits.files.rows, 1u) << id << " " << each.what;
      EXPECT_EQ(each.over.files.rows, 0u) << id << " " << each.what;
      ASSERT_EQ(each.over.files.left_out.size(), 1u)
          << id << " " << each.what << ": " << each.over.left_out();
      const std::string_view why = each.over.files.left_out[0].why;
      EXPECT_TRUE(why == "over-limit" || why == "goods-over-limit" ||
                  why == "shop-too-long")
          << why;
      const WidthUnit unit = layout.counts_characters ? WidthUnit::kCharacters
                                                      : WidthUnit::kHalfWidths;
      for (std::size_t i = 0; i < each.fits.row.size(); ++i) {
        if (layout.columns[i].most == 0) continue;
        EXPECT_LE(text_width(each.fits.row[i], unit), layout.columns[i].most)
            << id << " " << each.what << " " << layout.columns[i].name;
      }
    }
  }
  EXPECT_GE(checked, 30);
}

TEST(CarrierFile, leaves_a_memo_blank_that_does_not_fit) {
  const auto po = [](const std::string& number) {
    return write_one("yamato-b2", {{"is-business-order", "true"},
                                   {"purchase-order-number", number}});
  };
  EXPECT_EQ(po(std::string(41, '7')).cell("記事"),
            "PO " + std::string(41, '7'));
  EXPECT_EQ(po(std::string(41, '7')).warnings(), "");
  EXPECT_EQ(po(std::string(42, '7')).cell("記事"), "");
  EXPECT_EQ(po(std::string(42, '7')).warnings(), "memo-left-blank 記事");
  EXPECT_EQ(po("🍵1").warnings(), "memo-left-blank 記事");
}

TEST(CarrierFile, begins_another_file_where_one_is_full) {
  struct Row {
    const char* kind;
    int orders;
    std::vector<std::size_t> rows;
  };
  const Row rows[] = {{"yamato-b2", 1001, {1000, 1}},
                      {"clickpost", 40, {40}},
                      {"clickpost", 41, {40, 1}},
                      {"sagawa-ehiden3", 41, {41}},
                      {"yuprint", 41, {41}}};
  for (const Row& row : rows) {
    ReportText text = orders();
    for (int n = 0; n < row.orders; ++n)
      text.row(order({{"order-id", id_of(n)}}));
    const CheckedReports reports({{"orders.txt", text.text()}}, kNow);
    const HandoffFiles made =
        write_kind(row.kind, reports.check(), choice(kShop));
    EXPECT_EQ(made.rows, static_cast<std::size_t>(row.orders)) << row.kind;
    ASSERT_EQ(made.files.size(), row.rows.size()) << row.kind;
    std::set<std::string> heads;
    for (std::size_t i = 0; i < made.files.size(); ++i) {
      const auto cells = cells_of(made.files[i].bytes);
      const bool header =
          layout_of(row.kind == std::string("yuprint") ? "yuprint-118"
                                                       : row.kind)
              .header;
      EXPECT_EQ(cells.size(), row.rows[i] + (header ? 1 : 0)) << row.kind;
      if (header) heads.insert(cells[0][0] + cells[0].back());
      EXPECT_EQ(made.files[i].name,
                std::string(row.kind) +
                    (i == 0 ? "" : "-" + std::to_string(i + 1)) + ".csv");
    }
    EXPECT_LE(heads.size(), 1u);
  }
}

// ---- rows left out
// -----------------------------------------------------------

TEST(CarrierFile, leaves_an_order_out_with_every_reason) {
  struct Row {
    const char* name;
    const char* layout;
    Cells cells;
    const char* left_out;
  };
  const Row rows[] = {
      {"abroad", "yamato-b2", {{"ship-country", "US"}}, "foreign ship-country"},
      {"no phone",
       "yamato-b2",
       {{"ship-phone-number", ""}},
       "missing お届け先電話番号"},
      {"Click Post asks for none",
       "clickpost",
       {{"ship-phone-number", ""}},
       ""},
      {"a phone abroad",
       "yamato-b2",
       {{"ship-phone-number", "+1 206 266 1000"}},
       "bad-phone ship-phone-number"},
      {"no postal code",
       "sagawa-ehiden3",
       {{"ship-postal-code", ""}},
       "missing お届け先郵便番号"},
      {"a short postal code",
       "sagawa-ehiden3",
       {{"ship-postal-code", "135-0061-1"}},
       "bad-postal-code ship-postal-code"},
      {"no name",
       "clickpost",
       {{"recipient-name", ""}},
       "missing お届け先氏名"},
      {"no address",
       "clickpost",
       {{"ship-address-1", ""}, {"ship-address-2", ""}, {"ship-state", ""}},
       "missing お届け先住所1行目"},
      {"a prefecture is no address: Yamato",
       "yamato-b2",
       {{"ship-address-1", ""}, {"ship-address-2", ""}},
       "missing お届け先住所"},
      {"a prefecture is no address: Sagawa",
       "sagawa-ehiden3",
       {{"ship-address-1", ""}, {"ship-address-2", ""}},
       "missing お届け先住所１"},
      {"a prefecture is no address: Click Post",
       "clickpost",
       {{"ship-address-1", ""}, {"ship-address-2", ""}},
       "missing お届け先住所1行目"},
      {"a prefecture is no address: Yu-Print",
       "yuprint-118",
       {{"ship-address-1", ""}, {"ship-address-2", ""}},
       "missing お届け先 住所１"},
      {"nor with spaces",
       "yamato-b2",
       {{"ship-address-1", " 　"}, {"ship-address-2", "　"}},
       "missing お届け先住所"},
      {"nor told twice",
       "yamato-b2",
       {{"ship-address-1", "東京都"}, {"ship-address-2", ""}},
       "missing お届け先住所"},
      {"the street in the second line",
       "yamato-b2",
       {{"ship-address-1", ""}, {"ship-address-2", "江東区豊洲1-2-27"}},
       ""},
      {"an emoji",
       "yamato-b2",
       {{"recipient-name", "田中🍵"}},
       "no-character お届け先名"},
      {"a character beyond the table",
       "yamato-b2",
       {{"recipient-name", "𠮷田 花子"}},
       "no-character お届け先名"},
      {"an accent",
       "clickpost",
       {{"ship-address-2", "Résidence 101"}},
       "no-character お届け先住所2行目"},
      {"all at once",
       "yamato-b2",
       {{"recipient-name", "田中🍵"},
        {"ship-phone-number", ""},
        {"ship-postal-code", "135-0061-1"}},
       "bad-postal-code ship-postal-code, missing お届け先電話番号, "
       "no-character お届け先名"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(write_one(row.layout, row.cells).left_out(), row.left_out)
        << row.name;
  }
}

TEST(CarrierFile, writes_the_others) {
  ReportText text = orders();
  text.row(order({{"order-id", id_of(1)}, {"recipient-name", "田中🍵"}}));
  text.row(order({{"order-id", id_of(2)}}));
  const CheckedReports reports({{"orders.txt", text.text()}}, kNow);
  const HandoffFiles made =
      write_kind("yamato-b2", reports.check(), choice(kShop));
  EXPECT_EQ(made.rows, 1u);
  EXPECT_EQ(cells_of(only_file(made)).back()[0], id_of(2));
  ASSERT_EQ(made.left_out.size(), 1u);
  EXPECT_EQ(made.left_out[0].order, id_of(1));
  EXPECT_EQ(made.left_out[0].limit, "🍵");
  EXPECT_EQ(
      left_out_text(made.left_out[0], Language::kEnglish),
      "Order " + id_of(1) +
          ", お届け先名: “🍵” in “田中🍵” does not exist in the file’s encoding. "
          "Enter the parcel by hand with another spelling.");
}

TEST(CarrierFile, says_once_what_the_shop_lacks) {
  struct Row {
    const char* name;
    const char* kind;
    std::string shop;
    const char* left_out;
  };
  std::string bad_phone = kShop;
  bad_phone.replace(bad_phone.find("03-1234-5678"), 12, "12345");
  std::string emoji = kShop;
  emoji.replace(emoji.find("豊洲茶舗"), std::string("豊洲茶舗").size(), "茶🍵");
  const Row rows[] = {
      {"nothing is known", "yamato-b2", "{}",
       "shop-missing /carriers/yamato-b2/customer_code, shop-missing "
       "/sender/phone, "
       "shop-missing /sender/postal_code, shop-missing /sender/name, "
       "shop-missing /sender/address"},
      {"Click Post needs only the goods", "clickpost", "{\"goods\": \"食品\"}",
       ""},
      {"a phone that is none", "sagawa-ehiden3", bad_phone,
       "shop-bad /sender/phone"},
      {"a code of letters", "yamato-b2",
       with_setting("yamato-b2", "\"cool\": \"cold\""),
       "shop-bad /carriers/yamato-b2/cool"},
      {"a character that the file lacks", "yuprint", emoji,
       "shop-no-character /sender/name"},
  };
  ReportText text = orders();
  for (int n = 0; n < 3; ++n) text.row(order({{"order-id", id_of(n)}}));
  const CheckedReports reports({{"orders.txt", text.text()}}, kNow);
  for (const Row& row : rows) {
    const HandoffFiles made =
        write_kind(row.kind, reports.check(), choice(row.shop));
    EXPECT_EQ(Written::reported(made.left_out), row.left_out) << row.name;
    EXPECT_EQ(made.rows, row.left_out[0] == '\0' ? 3u : 0u) << row.name;
  }
}

// ---- cash on delivery, windows, groups
// ---------------------------------------

TEST(CarrierFile, collects_exactly_what_amazon_says) {
  struct Row {
    const char* name;
    const char* layout;
    const char* amount;
    const char* setting;  // of the carrier
    const char* left_out;
    std::vector<std::pair<const char*, const char*>> cells;
  };
  const Row rows[] = {
      {"B2",
       "yamato-b2",
       "4570",
       "",
       "",
       {{"送り状種類", "2"},
        {"ｺﾚｸﾄ代金引換額（税込)", "4570"},
        {"内消費税額等", "338"}}},
      {"B2 at most",
       "yamato-b2",
       "300000",
       "",
       "",
       {{"ｺﾚｸﾄ代金引換額（税込)", "300000"}}},
      {"B2 over it",
       "yamato-b2",
       "300001",
       "",
       "cash-over-limit cod-collectible-amount",
       {}},
      {"Compact at most",
       "yamato-b2",
       "30000",
       "\"slip_type\": \"8\"",
       "",
       {{"送り状種類", "9"}}},
      {"Compact over it",
       "yamato-b2",
       "30001",
       "\"slip_type\": \"8\"",
       "cash-over-limit cod-collectible-amount",
       {}},
      {"by post box",
       "yamato-b2",
       "4570",
       "\"slip_type\": \"A\"",
       "no-cash cod-collectible-amount",
       {}},
      {"e-Collect",
       "sagawa-ehiden3",
       "4570",
       "",
       "",
       {{"代引金額", "4570"}, {"決済種別", "1"}, {"指定シール２", "010"}}},
      {"e-Collect in cash",
       "sagawa-ehiden3",
       "4570",
       "\"cash_payment\": \"2\"",
       "",
       {{"決済種別", "2"}, {"指定シール２", "008"}}},
      {"e-Collect over it",
       "sagawa-ehiden3",
       "300001",
       "",
       "cash-over-limit cod-collectible-amount",
       {}},
      {"Click Post",
       "clickpost",
       "4570",
       "",
       "no-cash cod-collectible-amount",
       {}},
      {"Yu-Pack",
       "yuprint-118",
       "4570",
       "",
       "",
       {{"元／着払／代引", "2"},
        {"送り状種別", "1100781"},
        {"代引金額", "4570"}}},
      {"Yu-Pack in 100 columns",
       "yuprint-100",
       "4570",
       "",
       "no-cash cod-collectible-amount",
       {}},
      {"nothing to collect",
       "yamato-b2",
       "0",
       "",
       "cash-unclear cod-collectible-amount",
       {}},
      {"no amount",
       "yamato-b2",
       "",
       "",
       "cash-unclear cod-collectible-amount",
       {}},
      {"no number",
       "yamato-b2",
       "4,570円",
       "",
       "cash-unclear cod-collectible-amount",
       {}},
  };
  for (const Row& row : rows) {
    const std::string shop =
        row.setting[0] == '\0'
            ? kShop
            : with_setting(layout_of(row.layout).file, row.setting);
    const Written written = write_one(row.layout,
                                      {{"payment-method", "COD"},
                                       {"cod-collectible-amount", row.amount},
                                       {"item-tax", "338"}},
                                      shop);
    EXPECT_EQ(written.left_out(), row.left_out) << row.name;
    for (const auto& [column, value] : row.cells) {
      EXPECT_EQ(written.cell(column), value) << row.name << " " << column;
    }
  }
  std::string none = kShop;
  const std::string said = "\"slip_type_cash\": \"1100781\"";
  none.replace(none.find(said), said.size(), "");
  EXPECT_EQ(
      write_one("yuprint-118",
                {{"payment-method", "COD"}, {"cod-collectible-amount", "4570"}},
                none)
          .left_out(),
      "no-setting 送り状種別");
}

TEST(CarrierFile, asks_for_the_window_that_the_buyer_chose) {
  struct Row {
    const char* name;
    const char* layout;
    const char* start;
    const char* end;
    const char* day;
    const char* time;
    const char* warnings;
  };
  const Row rows[] = {
      {"the morning", "yamato-b2", "2026-11-23T08:00:00+09:00",
       "2026-11-23T12:00:00+09:00", "2026/11/23", "0812", ""},
      {"a second before the hour", "yamato-b2", "2026-11-23T14:00:00+09:00",
       "2026-11-23T15:59:59+09:00", "2026/11/23", "1416", ""},
      {"told in UTC", "yamato-b2", "2026-11-23T10:00:00+00:00",
       "2026-11-23T12:00:00+00:00", "2026/11/23", "1921", ""},
      {"a whole day", "yamato-b2", "2026-11-23T00:00:00+09:00",
       "2026-11-23T23:59:59+09:00", "2026/11/23", "", ""},
      {"hours without a band", "yamato-b2", "2026-11-23T09:00:00+09:00",
       "2026-11-23T12:00:00+09:00", "2026/11/23", "",
       "window-hours 配達時間帯"},
      {"minutes", "yamato-b2", "2026-11-23T14:30:00+09:00",
       "2026-11-23T16:00:00+09:00", "2026/11/23", "",
       "window-hours 配達時間帯"},
      {"two days", "yamato-b2", "2026-11-23T18:00:00+09:00",
       "2026-11-24T12:00:00+09:00", "", "",
       "window-not-told scheduled-delivery-start-date"},
      {"yesterday", "yamato-b2", "2026-11-20T08:00:00+09:00",
       "2026-11-20T12:00:00+09:00", "", "",
       "window-past scheduled-delivery-start-date"},
      {"today", "yamato-b2", "2026-11-21T18:00:00+09:00",
       "2026-11-21T20:00:00+09:00", "2026/11/21", "1820", ""},
      {"Sagawa", "sagawa-ehiden3", "2026-11-23T18:00:00+09:00",
       "2026-11-23T20:00:00+09:00", "2026/11/23", "18", ""},
      {"Sagawa's evening", "sagawa-ehiden3", "2026-11-23T18:00:00+09:00",
       "2026-11-23T21:00:00+09:00", "2026/11/23", "04", ""},
      {"Yu-Pack", "yuprint-118", "2026-11-23T12:00:00+09:00",
       "2026-11-23T14:00:00+09:00", "20261123", "52", ""},
      {"Yu-Pack in 100 columns", "yuprint-100", "2026-11-23T19:00:00+09:00",
       "2026-11-23T21:00:00+09:00", "20261123", "57", ""},
  };
  for (const Row& row : rows) {
    const Written written =
        write_one(row.layout, {{"scheduled-delivery-start-date", row.start},
                               {"scheduled-delivery-end-date", row.end}});
    EXPECT_EQ(written.warnings(), row.warnings) << row.name;
    for (std::size_t i = 0; i < written.row.size(); ++i) {
      const std::string& from = written.layout->columns[i].from;
      if (from == "delivery-date") {
        EXPECT_EQ(written.row[i], row.day) << row.name;
      }
      if (from == "delivery-time") {
        const std::string none = written.layout->no_window;
        EXPECT_EQ(written.row[i], row.time[0] == '\0' ? none : row.time)
            << row.name;
      }
    }
  }
  EXPECT_EQ(write_one("clickpost", {{"scheduled-delivery-start-date",
                                     "2026-11-23T08:00:00+09:00"}})
                .warnings(),
            "window-not-told scheduled-delivery-start-date");
  EXPECT_EQ(
      write_one("sagawa-ehiden3",
                {{"scheduled-delivery-start-date", "2026-11-23T08:00:00+09:00"},
                 {"scheduled-delivery-end-date", "2026-11-23T12:00:00+09:00"}})
          .cell("指定シール１"),
      "020");
}

// docs/carriers.md 3.1, docs/formats.md 3.1.
TEST(CarrierFile, asks_for_no_window_that_the_service_has_not) {
  struct Row {
    const char *name, *slip_type, *start, *end, *day, *time, *warnings;
  };
  const char* const kNotTold = "window-not-told scheduled-delivery-start-date";
  const Row rows[] = {
      {"Nekopos", "A", "14:00:00", "16:00:00", "", "", kNotTold},
      {"Time, in another service's band", "4", "14:00:00", "16:00:00",
       "2026/11/26", "", "window-hours 配達時間帯"},
      {"Time, by ten", "4", "00:00:00", "10:00:00", "2026/11/26", "0010", ""},
      {"Time, by five", "4", "00:00:00", "17:00:00", "2026/11/26", "0017", ""},
      {"by ten elsewhere", "0", "00:00:00", "10:00:00", "2026/11/26", "",
       "window-hours 配達時間帯"},
      {"compact", "8", "14:00:00", "16:00:00", "2026/11/26", "1416", ""},
  };
  for (const Row& row : rows) {
    const Written written =
        write_one("yamato-b2",
                  {{"scheduled-delivery-start-date",
                    std::string("2026-11-26T") + row.start + "+09:00"},
                   {"scheduled-delivery-end-date",
                    std::string("2026-11-26T") + row.end + "+09:00"}},
                  with_setting("yamato-b2", std::string("\"slip_type\": \"") +
                                                row.slip_type + "\""));
    EXPECT_EQ(written.cell("お届け予定日"), row.day) << row.name;
    EXPECT_EQ(written.cell("配達時間帯"), row.time) << row.name;
    EXPECT_EQ(written.warnings(), row.warnings) << row.name;
  }
  for (const char* const service : {"7", "A"}) {
    const Written cooled = write_one(
        "yamato-b2", {},
        with_setting("yamato-b2", std::string("\"slip_type\": \"") + service +
                                      "\", \"cool\": \"2\""));
    EXPECT_EQ(cooled.left_out(), "shop-bad /carriers/yamato-b2/cool");
  }
  EXPECT_EQ(
      write_one("yamato-b2", {}, with_setting("yamato-b2", "\"cool\": \"2\""))
          .cell("クール区分"),
      "2");
}

// docs/rules.md 2.5.
TEST(CarrierFile, warns_of_an_order_that_the_buyer_collects) {
  for (const auto& [column, why] :
       {std::pair("is-ispu-order", "collected-at-store "),
        std::pair("is-pickup-point-order", "pickup-point ")}) {
    for (const char* const kind : {"yamato-b2", "clickpost"})
      EXPECT_EQ(write_one(kind, {{column, "true"}}).warnings(), why) << kind;
  }
  EXPECT_EQ(write_one("yamato-b2", {{"is-ispu-order", "false"}}).warnings(),
            "");
}

TEST(CarrierFile, sends_a_group_as_one_row) {
  ReportText text = orders();
  for (int n = 1; n <= 4; ++n) text.row(order({{"order-id", id_of(n)}}));
  const CheckedReports reports({{"orders.txt", text.text()}}, kNow);
  Choice together = choice(kShop);
  together.groups = {{id_of(3), id_of(1), id_of(4)}};
  const HandoffFiles b2 = write_kind("yamato-b2", reports.check(), together);
  const auto rows = cells_of(only_file(b2));
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[1][0], id_of(1));
  EXPECT_EQ(rows[1][75], id_of(3));  // 検索キー1
  EXPECT_EQ(rows[1][77], id_of(4));
  EXPECT_EQ(rows[2][0], id_of(2));
  const auto sagawa = cells_of(
      only_file(write_kind("sagawa-ehiden3", reports.check(), together)));
  EXPECT_EQ(order_for(sagawa[1][9], reports.book()),
            reports.book().find(*OrderId::parse(id_of(1))));

  ReportText cash = orders();
  cash.row(order({{"order-id", id_of(1)},
                  {"payment-method", "COD"},
                  {"cod-collectible-amount", "900"}}));
  cash.row(order({{"order-id", id_of(2)}}));
  const CheckedReports alone({{"orders.txt", cash.text()}}, kNow);
  together.groups = {{id_of(1), id_of(2)}};
  const HandoffFiles shared = write_kind("yamato-b2", alone.check(), together);
  EXPECT_EQ(Written::reported(shared.left_out),
            "cash-shared cod-collectible-amount");
}

TEST(CarrierFile, quotes_a_cell_or_a_row_as_its_reader_wants) {
  const std::string shop = with_goods("茶, \\\"玉露\\\"");
  const Written b2 = write_one("yamato-b2", {}, shop);
  EXPECT_EQ(b2.cell("品名１"), "茶, \"玉露\"");
  EXPECT_NE(
      only_file(b2.files).find(",\"\x92\x83, \"\"\x8B\xCA\x98\x49\"\"\","),
      std::string::npos);
  EXPECT_EQ(only_file(b2.files).find("\"250-"), std::string::npos);
  const std::string v3 = only_file(write_one("yuprint-100", {}, shop).files);
  EXPECT_EQ(v3.substr(0, 18), "\"FM9545671234567\",");
  EXPECT_EQ(only_file(write_one("yuprint-100", {}).files).find('"'),
            std::string::npos);
}

TEST(CarrierFile, warns_where_a_word_was_cut) {
  const Written cut =
      write_one("sagawa-ehiden3",
                {{"ship-address-2", "メゾンドトヨスベイサイドパレスイースト"}});
  EXPECT_EQ(cut.left_out(), "");
  EXPECT_EQ(cut.warnings(), "word-cut お届け先住所１");
}

// 会社・部門 is free while the name needs neither of its lines.
TEST(CarrierFile, a_long_address_goes_on_where_the_company_would_stand) {
  struct Row {
    const char* name;
    const char* recipient;
    const char* building;
    const char* second;      // お届け先アパートマンション名
    const char* company;     // お届け先会社・部門１
    const char* department;  // ２
    const char* told;
  };
  const Row rows[] = {
      {"fits", "田中 花子", "メゾン豊洲101", "メゾン豊洲101", "", "", ""},
      {"one word too long for its line", "田中 花子",
       "メゾンドトヨスベイサイドパレスイースト101", "",
       "メゾンドトヨスベイサイドパレスイースト101", "", ""},
      {"two words, two lines", "田中 花子",
       "豊洲ベイサイドパレス メゾンドトヨスウエストサイドタワー1203", "",
       "メゾンドトヨスウエストサイドタワー1203", "", ""},
      {"three words, three lines", "田中 花子",
       "メゾンドトヨスノースウイング ベイサイドパレストウキョウ "
       "ウエストサイドタワーイーストコート1203",
       "メゾンドトヨスノースウイング", "ベイサイドパレストウキョウ",
       "ウエストサイドタワーイーストコート1203", ""},
      {"the name has the company's line",
       "株式会社テストカンパニー東京本店営業部 山田 太郎",
       "メゾンドトヨスベイサイドパレスイースト101", "イドパレスイースト101",
       "株式会社テストカンパニー東京本店営業部 山田", "",
       "word-cut お届け先住所"}};
  for (const Row& row : rows) {
    const Written made = write_one(
        "yamato-b2",
        {{"recipient-name", row.recipient}, {"ship-address-2", row.building}});
    EXPECT_EQ(made.left_out(), "") << row.name;
    EXPECT_EQ(made.warnings(), row.told) << row.name;
    EXPECT_EQ(made.cell("お届け先アパートマンション名"), row.second)
        << row.name;
    EXPECT_EQ(made.cell("お届け先会社・部門１"), row.company) << row.name;
    EXPECT_EQ(made.cell("お届け先会社・部門２"), row.department) << row.name;
  }
}

TEST(CarrierFile, asks_once_whoever_set_7_which_service_they_want) {
  const std::string seven = with_setting("yamato-b2", "\"slip_type\": \"7\"");
  const Written made = write_one("yamato-b2", {}, seven);
  EXPECT_EQ(made.cell("送り状種類"), "7");
  EXPECT_EQ(made.warnings(), "shop-slip-seven /carriers/yamato-b2/slip_type");
  const std::string text =
      warning_text(made.files.warnings.front(), Language::kEnglish);
  EXPECT_NE(text.find("A is Nekopos"), std::string::npos) << text;
  const std::string a = with_setting("yamato-b2", "\"slip_type\": \"A\"");
  EXPECT_EQ(write_one("yamato-b2", {}, a).warnings(), "");
}

// The unshipped report lacks it: it was confirmed or cancelled. Chosen by hand
// it is packed with a warning.
TEST(CarrierFile, leaves_out_an_order_that_left_unless_it_is_chosen) {
  ReportText fresh({"order-id", "order-item-id", "purchase-date", "sku",
                    "product-name", "quantity-purchased", "recipient-name",
                    "ship-address-1", "ship-address-2", "ship-state",
                    "ship-postal-code", "ship-country", "ship-phone-number"});
  fresh.row(order({{"order-id", id_of(1)}}))
      .row(order({{"order-id", id_of(2)}}));
  const CheckedReports reports(
      {{"orders.txt", fresh.text()},
       {"open.txt",
        ReportText::listing()
            .row(order({{"order-id", id_of(1)},
                        {"reporting-date", "2026-11-20T08:00:00+09:00"}}))
            .text()}},
      kNow);
  const HandoffFiles all =
      write_kind("yamato-b2", reports.check(), choice(kShop));
  EXPECT_EQ(all.rows, 1u);
  EXPECT_TRUE(all.warnings.empty());
  Choice chosen = choice(kShop);
  chosen.orders = {id_of(2)};
  const HandoffFiles made = write_kind("yamato-b2", reports.check(), chosen);
  EXPECT_EQ(made.rows, 1u);
  ASSERT_EQ(made.warnings.size(), 1u);
  EXPECT_EQ(made.warnings[0].why, "left-the-list");
  EXPECT_EQ(made.warnings[0].order, id_of(2));
}

TEST(CarrierFile, counts_orders_left_out_and_not_what_is_wrong_with_them) {
  ReportText text = orders();
  const Cells sound,
      two_faults = {{"ship-phone-number", ""}, {"ship-postal-code", ""}};
  for (int n = 1; n <= 4; ++n) {
    Cells cells = n >= 3 ? two_faults : sound;
    cells.emplace_back("order-id", id_of(n));
    text.row(order(cells));
  }
  const CheckedReports reports({{"orders.txt", text.text()}}, kNow);
  struct Row {
    const char* name;
    const char* kind;
    Choice choice;
    std::size_t notes, orders;
  };
  const Row rows[] = {
      {"nothing", "yamato-b2", choice(kShop, {id_of(1), id_of(2)}), 0, 0},
      {"two orders of two faults", "yamato-b2", choice(kShop), 4, 2},
      {"two orders in one parcel",
       "yamato-b2",
       {{}, {{id_of(3), id_of(4)}}, Language::kEnglish, kShop},
       2,
       2},
      {"no shop: all", "yamato-b2", choice("{}"), 5, 4},
      {"no number", "shipping-confirmation", choice("{}", {id_of(1), id_of(4)}),
       2, 2},
      {"each order of a parcel, to Amazon",
       "cancellations",
       {{id_of(1), id_of(2)},
        {{id_of(1), id_of(2)}},
        Language::kEnglish,
        kShop},
       2,
       2},
  };
  for (const Row& row : rows) {
    with_choice(reports.check(), row.choice, [&](const ExportContext& context) {
      const ExportKind& kind = *find_export_kind(row.kind);
      const HandoffFiles made = kind.write(context);
      EXPECT_EQ(made.left_out.size(), row.notes) << row.name;
      EXPECT_EQ(orders_left_out(kind, context, made), row.orders) << row.name;
      return 0;
    });
  }
}

}  // namespace
}  // namespace parcelwise
