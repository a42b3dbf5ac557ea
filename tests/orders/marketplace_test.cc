// Tests core/orders/marketplace.cc.
#include "orders/marketplace.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "report/report_text.h"

namespace parcelwise {
namespace {

// Reports joined, with the policy that each order gets.
class Book {
 public:
  explicit Book(const std::vector<std::string>& files,
                const char* seller = nullptr) {
    std::vector<const Report*> all;
    for (const std::string& text : files) {
      auto report =
          read_report(text, "file " + std::to_string(reports_.size()));
      EXPECT_TRUE(report.has_value());
      if (report) all.push_back(&reports_.emplace_back(std::move(*report)));
    }
    book_ = OrderBook::join(all);
    policies_ = Policies::find(
        book_, seller == nullptr
                   ? std::nullopt
                   : std::optional<Policy>(*Policy::load(seller)));
  }

  const OrderBook& book() const { return book_; }
  const Policies& policies() const { return policies_; }

  // "jp uk none": of each order, by order id.
  std::string each() const {
    std::string text;
    for (std::uint32_t order = 0; order < book_.order_count(); ++order) {
      const Policy& policy = policies_.of(order);
      text += (text.empty() ? "" : " ") +
              (policy.known() ? policy.id().substr(policy.id().find('-') + 1)
                              : std::string("none"));
    }
    return text;
  }

 private:
  std::deque<Report> reports_;
  OrderBook book_;
  Policies policies_;
};

std::string id(int number) {
  return "250-1234567-000000" + std::to_string(number);
}

constexpr const char* kSix[] = {"Amazon.de", "Amazon.co.uk",  "amazon.pl",
                                "Amazon.se", "Amazon.com.tr", "AMAZON.IT"};

// The rows of a report with an order for each channel, in that order.
std::string report_of(const std::vector<int>& order) {
  ReportText report = ReportText::all_orders();
  for (const int i : order) {
    report.row({{"amazon-order-id", id(i)},
                {"sales-channel", kSix[i]},
                {"currency", "EUR"},
                {"ship-country", "JP"}});
  }
  return report.text();
}

TEST(Policies, one_file_with_six_sales_channels_gives_six) {
  std::vector<int> order = {0, 1, 2, 3, 4, 5};
  std::mt19937 random(7);
  for (int round = 0; round < 10; ++round) {
    const Book book({report_of(order)});
    EXPECT_EQ(book.each(), "de uk pl se tr it");
    const auto& all = book.policies().all();
    ASSERT_EQ(all.size(), 6u);
    std::string ids;
    for (std::size_t i = 0; i < all.size(); ++i) {
      ids += all[i].id() + " ";
      EXPECT_EQ(book.policies().orders(static_cast<Policies::Index>(i)), 1u);
    }
    EXPECT_EQ(ids,
              "amazon-de amazon-it amazon-pl amazon-se amazon-tr amazon-uk ");
    EXPECT_EQ(book.policies().main().id(), "amazon-de");
    std::shuffle(order.begin(), order.end(), random);
  }
}

TEST(Policies, what_one_report_does_not_tell_another_may) {
  const std::string unshipped =
      ReportText::unshipped()
          .row({{"order-id", id(1)},
                {"buyer-email", "a@marketplace.amazon.de"},
                {"ship-country", "AT"}})
          .row({{"order-id", id(2)},
                {"buyer-email", "b@example.com"},
                {"ship-country", "ES"}})
          .text();
  // That report has a column that only Japan's have, but its orders tell more.
  EXPECT_EQ(Book({unshipped}).each(), "de jp");
  const std::string all =
      ReportText::all_orders()
          .row({{"amazon-order-id", id(1)}, {"sales-channel", "Amazon.de"}})
          .row({{"amazon-order-id", id(2)}, {"sales-channel", "Amazon.co.uk"}})
          .text();
  EXPECT_EQ(Book({unshipped, all}).each(), "de uk");
  EXPECT_EQ(Book({all, unshipped}).each(), "de uk");
}

TEST(Policies, an_unknown_marketplace_gets_nobody_s) {
  const Book book({ReportText::all_orders()
                       .row({{"amazon-order-id", id(1)},
                             {"sales-channel", "Amazon.co.jp"},
                             {"currency", "JPY"}})
                       .row({{"amazon-order-id", id(2)},
                             {"sales-channel", "Amazon.xx"},
                             {"currency", "JPY"}})
                       .text()});
  EXPECT_EQ(book.each(), "jp none");
  EXPECT_FALSE(book.policies().all().back().known());
  EXPECT_EQ(book.policies().orders(1), 1u);
}

TEST(Policies, the_seller_s_own_rules_the_marketplace_it_extends) {
  const std::string text =
      ReportText::all_orders()
          .row({{"amazon-order-id", id(1)}, {"sales-channel", "Amazon.it"}})
          .row({{"amazon-order-id", id(2)}, {"sales-channel", "Amazon.de"}})
          .row({{"amazon-order-id", id(3)},
                {"sales-channel", ""},
                {"currency", "EUR"},
                {"ship-country", "AT"}})
          .text();
  EXPECT_EQ(Book({text}).each(), "it de none");
  EXPECT_EQ(
      Book({text}, R"({"extends": "amazon-it", "id": "our-shop"})").each(),
      "shop de shop");
  EXPECT_EQ(Book({text}, "amazon-jp").each(), "it de none");
}

TEST(Policies, a_silent_order_is_of_its_report_s_only_marketplace) {
  const auto report = [](const std::vector<const char*>& channels) {
    ReportText text = ReportText::all_orders();
    int number = 1;
    for (const char* channel : channels) {
      text.row({{"amazon-order-id", id(number++)},
                {"sales-channel", channel},
                {"currency", ""},
                {"ship-country", ""}});
    }
    return text.text();
  };
  EXPECT_EQ(Book({report({"Amazon.de", "", "Amazon.de"})}).each(), "de de de");
  EXPECT_EQ(Book({report({"Amazon.de", "", "Amazon.fr"})}).each(),
            "de none fr");
  EXPECT_EQ(Book({report({"Amazon.de", "", "Amazon.fr"})}, "amazon-it").each(),
            "de it fr");
  EXPECT_EQ(Book({report({"Amazon.xx", ""})}).each(), "none none");
}

TEST(Policies, pending_orders_are_of_japan) {
  const std::string pending =
      ReportText({"order-id", "order-item-id", "purchase-date", "sku",
                  "product-name", "quantity-purchased", "payment-type"})
          .row({{"order-id", id(1)}, {"payment-type", "Konbini"}})
          .text();
  EXPECT_EQ(Book({pending}).each(), "jp");
}

TEST(Policies, without_orders) {
  const std::string empty = ReportText::all_orders().text();
  EXPECT_FALSE(Book({empty}).policies().main().known());
  EXPECT_EQ(Book({empty}, "amazon-it").policies().main().id(), "amazon-it");
  EXPECT_EQ(Book({empty}).policies().all().size(), 1u);
}

TEST(Policies, only_is_for_all) {
  const Book book({report_of({0, 1, 2})});
  const Policies only = Policies::only(book.book(), *Policy::load("amazon-jp"));
  for (std::uint32_t order = 0; order < 3; ++order)
    EXPECT_EQ(only.of(order).id(), "amazon-jp");
  EXPECT_EQ(only.orders(0), 3u);
}

// A sale made elsewhere that Amazon ships is out of the seller's hands, in
// whatever report it stands (docs/marketplaces.md 1.1).
TEST(Policies, multi_channel_orders_are_amazons) {
  for (const char* channel :
       {"Non-Amazon", "non-amazon jp", "SI UK Prod Marketplace",
        "SI Prod DE Marketplace"}) {
    const Book book({ReportText::all_orders()
                         .row({{"amazon-order-id", "S01-1234567-1234567"},
                               {"fulfillment-channel", "Merchant"},
                               {"sales-channel", channel}})
                         .text()});
    ASSERT_EQ(book.book().order_count(), 1u) << channel;
    EXPECT_EQ(book.book().part(book.book().order_sources(0)[0]).channel,
              Channel::kAmazon)
        << channel;
  }
}

}  // namespace
}  // namespace parcelwise
