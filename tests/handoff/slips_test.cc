// Tests core/handoff/slips.cc.
#include "handoff/slips.h"

#include "handoff/chosen_orders.h"
#include "report/wording.h"

namespace parcelwise {
namespace {

constexpr char kNow[] = "2026-11-20T09:00:00+09:00";
constexpr char kA[] = "250-0000001-0000001", kB[] = "250-0000002-0000002",
               kC[] = "250-0000003-0000003", kSent[] = "250-0000004-0000004";

// The slips in short: "A: B-01 x1 1980 | ...", one a line.
std::string reported(const Slips& made) {
  std::string text;
  for (const Slip& slip : made.slips) {
    for (const SlipOrder& order : slip.orders) {
      text += text.empty() || text.back() == '\n' ? "" : " | ";
      text += order.id.text().substr(18);
      if (order.business) text += " business";
      if (!order.po.empty()) text += " PO=" + order.po;
      if (order.gift) text += " gift";
      for (const std::string& message : order.messages)
        text += " \"" + message + "\"";
      for (const SlipLine& line : order.lines) {
        text += " " + line.sku + "x" + std::to_string(line.units) + "=" +
                (line.price ? std::to_string(line.price->minor) : "-");
      }
    }
    text += "\n";
  }
  return text;
}

std::vector<FileText> files() {
  ReportText unshipped = ReportText::unshipped();
  ReportText fresh = ReportText::new_orders();
  const auto line = [&](const char* id, const char* item, const char* sku,
                        const char* bought, const char* sent, const char* left,
                        const char* price, Cells more = {}) {
    Cells cells = {{"order-id", id},
                   {"order-item-id", item},
                   {"sku", sku},
                   {"product-name", std::string("Product ") + sku},
                   {"quantity-purchased", bought},
                   {"quantity-shipped", sent},
                   {"quantity-to-ship", left}};
    cells.insert(cells.begin(), more.begin(), more.end());
    unshipped.row(cells);
    fresh.row({{"order-id", id},
               {"order-item-id", item},
               {"sku", sku},
               {"product-name", std::string("Product ") + sku},
               {"quantity-purchased", bought},
               {"item-price", price}});
  };
  line(kA, "1", "Z", "1", "0", "1", "300");
  line(kA, "2", "B", "2", "1", "1", "400");
  line(kA, "3", "C", "3", "0", "3", "900");
  line(kB, "4", "D", "1", "0", "1", "500",
       {{"is-business-order", "true"}, {"purchase-order-number", "PO-77"}});
  line(kC, "5", "E", "1", "0", "1", "600",
       {{"gift-message-text", "おめでとう"}});
  line(kC, "6", "F", "1", "0", "1", "700",
       {{"gift-message-text", "おめでとう"}});
  line(kSent, "7", "G", "1", "1", "0", "700");
  return {{"unshipped.txt", unshipped.text()}, {"new.txt", fresh.text()}};
}

Slips slips(const CheckedReports& reports, const Choice& choice) {
  return with_choice(reports.check(), choice, slips_of);
}

TEST(Slips, TellWhatIsInTheParcel) {
  const CheckedReports reports(files(), kNow);
  struct Row {
    const char* name;
    Choice choice;
    const char* reported;
    std::size_t left_out;
  };
  const Row kRows[] = {
      {"lines by SKU; no price for a part of a line",
       {{kA}, {}},
       "1 Bx1=- Cx3=900 Zx1=300\n",
       0},
      {"a business order and its number",
       {{kB}, {}},
       "2 business PO=PO-77 Dx1=500\n",
       0},
      {"a gift: its message once, no price",
       {{kC}, {}},
       "3 gift \"おめでとう\" Ex1=- Fx1=-\n",
       0},
      {"two orders in one parcel",
       {{kA, kB}, {{kA, kB}}},
       "1 Bx1=- Cx3=900 Zx1=300 | 2 business PO=PO-77 Dx1=500\n",
       0},
      {"with a gift beside it no price at all",
       {{kB, kC}, {{kB, kC}}},
       "2 business PO=PO-77 Dx1=- | 3 gift \"おめでとう\" Ex1=- Fx1=-\n",
       0},
      {"one that is sent",
       {{kB, kSent}, {}},
       "2 business PO=PO-77 Dx1=500\n",
       1},
      {"one of a group is sent",
       {{kB, kSent}, {{kSent, kB}}},
       "2 business PO=PO-77 Dx1=500\n",
       1},
      {"all to ship",
       {},
       "1 Bx1=- Cx3=900 Zx1=300\n2 business PO=PO-77 Dx1=500\n3 gift "
       "\"おめでとう\" Ex1=- Fx1=-\n",
       0},
  };
  for (const Row& row : kRows) {
    const Slips made = slips(reports, row.choice);
    EXPECT_EQ(reported(made), row.reported) << row.name;
    EXPECT_EQ(made.left_out.size(), row.left_out) << row.name;
    EXPECT_TRUE(made.warnings.empty()) << row.name;
  }
}

TEST(Slips, NameTheSender) {
  const auto lines = [](const char* shop) {
    std::string text;
    for (const std::string& line :
         sender_lines(ShopSettings::load(shop)->sender())) {
      text += line + "/";
    }
    return text;
  };
  EXPECT_EQ(lines("{}"), "");
  EXPECT_EQ(
      lines(
          R"({"sender": {"name": "豊洲茶舗", "phone": "03-1", "postal_code": "135-0061",
                      "address": "東京都江東区豊洲1-2", "building": "3F"}})"),
      "豊洲茶舗/〒135-0061/東京都江東区豊洲1-2 3F/03-1/");
  EXPECT_EQ(
      lines(
          R"({"sender": {"name": "Rossi", "postal_code": "20121", "building": "B"}})"),
      "Rossi/B/20121/");
}

TEST(Slips, WriteAnAddressAsItsCountryDoes) {
  struct Row {
    const char* name;
    Cells cells;
    const char*
        address;  // lines with "/" between, the name's with "*" before it
    Language language;
  };
  const Row kRows[] = {
      {"Japan",
       {{"recipient-name", "山田 花子"},
        {"ship-state", "東京都"},
        {"ship-city", "江東区"},
        {"ship-address-1", "豊洲1-2-27"},
        {"ship-address-2", "豊洲ビル3F"},
        {"ship-postal-code", "135-0061"},
        {"ship-country", "jp"}},
       "〒135-0061/東京都江東区豊洲1-2-27/豊洲ビル3F/*山田 花子 様",
       Language::kJapanese},
      {"Japan without a postal code",
       {{"recipient-name", "山田"},
        {"ship-state", "東京都"},
        {"ship-address-1", "豊洲1"},
        {"ship-postal-code", ""},
        {"ship-country", "JP"}},
       "東京都豊洲1/*山田 様",
       Language::kJapanese},
      {"Italy",
       {{"recipient-name", "Ada Rossi"},
        {"ship-address-1", "Via Roma 1"},
        {"ship-address-2", "Scala B"},
        {"ship-city", "Milano"},
        {"ship-state", "MI"},
        {"ship-postal-code", "20121"},
        {"ship-country", "IT"}},
       "*Ada Rossi/Via Roma 1/Scala B/20121 Milano MI/IT",
       Language::kItalian},
      {"United States",
       {{"recipient-name", "Ann Lee"},
        {"ship-address-1", "1 Main St"},
        {"ship-city", "Austin"},
        {"ship-state", "TX"},
        {"ship-postal-code", "78701-0001"},
        {"ship-country", "US"}},
       "*Ann Lee/1 Main St/Austin, TX 78701-0001/US",
       Language::kEnglish},
      {"United Kingdom",
       {{"recipient-name", "Tom"},
        {"ship-address-1", "1 High St"},
        {"ship-city", "Leeds"},
        {"ship-state", ""},
        {"ship-postal-code", "LS1 1AA"},
        {"ship-country", "GB"}},
       "*Tom/1 High St/Leeds/LS1 1AA/GB",
       Language::kEnglish},
      {"Germany",
       {{"recipient-name", "Eva"},
        {"ship-address-1", "Weg 1"},
        {"ship-city", "Bonn"},
        {"ship-state", ""},
        {"ship-postal-code", "53111"},
        {"ship-country", "DE"}},
       "*Eva/Weg 1/53111 Bonn/DE",
       Language::kEnglish},
      {"no name told",
       {{"recipient-name", ""}, {"ship-country", "JP"}},
       "",
       Language::kJapanese},
      {"no street told",
       {{"ship-address-1", ""}, {"ship-country", "JP"}},
       "",
       Language::kJapanese},
  };
  for (const Row& row : kRows) {
    const CheckedReports reports(
        {{"u.txt", ReportText::unshipped().row(row.cells).text()}}, kNow);
    const Slips made = slips(reports, {});
    ASSERT_EQ(made.slips.size(), 1u) << row.name;
    const Slip& slip = made.slips[0];
    std::string text;
    for (std::size_t i = 0; i < slip.to.lines.size(); ++i) {
      text += (i > 0 ? "/" : "") + std::string(i == slip.to.name ? "*" : "") +
              slip.to.lines[i];
    }
    EXPECT_EQ(text, row.address) << row.name;
    EXPECT_EQ(slip.language, row.language) << row.name;
    EXPECT_EQ(made.warnings.size(), *row.address == '\0' ? 1u : 0u) << row.name;
    for (const RowNote& note : made.warnings) {
      for (const Language language :
           {Language::kEnglish, Language::kJapanese, Language::kItalian}) {
        const std::string words = warning_text(note, language);
        EXPECT_NE(words.find(note.order), std::string::npos) << words;
        EXPECT_EQ(words.find('{'), std::string::npos) << words;
      }
    }
  }
}

// The newest unshipped report lacks it: it was confirmed or cancelled.
TEST(Slips, warn_of_a_chosen_order_that_the_unshipped_report_lacks) {
  std::vector<FileText> both = files();
  both.push_back(
      {"list.txt", ReportText::listing()
                       .row({{"order-id", "250-0000006-0000006"},
                             {"reporting-date", "2026-11-20T08:00:00+09:00"}})
                       .text()});
  both.push_back({"later.txt",
                  ReportText::new_orders()
                      .row({{"order-id", "250-0000005-0000005"}, {"sku", "H"}})
                      .text()});
  const CheckedReports reports(both, kNow);
  const Slips made = slips(reports, {{"250-0000005-0000005"}, {}});
  ASSERT_EQ(made.slips.size(), 1u);
  ASSERT_EQ(made.slips[0].orders[0].lines.size(), 1u);
  EXPECT_EQ(made.slips[0].orders[0].lines[0].units, 1);
  std::string reported;
  for (const RowNote& note : made.warnings) reported += note.why;
  EXPECT_EQ(reported, "left-the-list");
}

}  // namespace
}  // namespace parcelwise
