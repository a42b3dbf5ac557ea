// Tests core/policy/marketplaces.cc.
#include "policy/marketplaces.h"

#include <gtest/gtest.h>

#include <string>

#include "files/json.h"
#include "files/open_json.h"

namespace parcelwise {
namespace {

std::string found(const MarketplaceClues& clues,
                  const Policy* seller = nullptr) {
  const Marketplaces::Index index = Marketplaces(seller).find(clues);
  if (index == Marketplaces::kNone) return "none";
  if (index == Marketplaces::kOwn) return "own";
  return Policy::ids()[index].substr(7);
}

TEST(Marketplaces, by_channel_then_alias_then_currency_then_country) {
  struct Row {
    const char* name;
    MarketplaceClues clues;
    const char* expected;
  };
  const Row rows[] = {
      {"a channel", {"Amazon.co.jp", "", "", ""}, "jp"},
      {"in lower case", {"amazon.de", "", "", ""}, "de"},
      {"in capitals, with spaces", {" AMAZON.COM.AU ", "", "", ""}, "au"},
      {"the channel goes before all else",
       {"Amazon.co.uk", "x@marketplace.amazon.de", "EUR", "ES"},
       "uk"},
      {"a channel that nobody knows, whatever else is told",
       {"Amazon.xx", "x@marketplace.amazon.de", "EUR", "DE"},
       "none"},
      {"a longer name", {"Amazon.com.br", "", "", ""}, "br"},
      {"half a name", {"Amazon.co", "", "", ""}, "none"},
      {"a sale elsewhere, by its own name",
       {"SI UK Prod Marketplace", "", "", ""},
       "uk"},
      {"a sale elsewhere, by its money", {"Non-Amazon", "", "JPY", ""}, "jp"},
      {"a sale elsewhere, by nothing", {"Non-Amazon", "", "", ""}, "none"},
      {"an alias", {"", "abc@marketplace.amazon.it", "", ""}, "it"},
      {"an alias, its domain alone",
       {"", "@Marketplace.Amazon.CO.UK", "", ""},
       "uk"},
      {"the alias goes before money and country",
       {"", "abc@marketplace.amazon.com.be", "GBP", "FR"},
       "be"},
      {"an alias of a shop that nobody knows",
       {"", "abc@marketplace.amazon.xx", "JPY", "JP"},
       "none"},
      {"another address says nothing",
       {"", "abc@example.com", "JPY", ""},
       "jp"},
      {"no address", {"", "abc", "", "JP"}, "jp"},
      {"money of one marketplace", {"", "", "PLN", "DE"}, "pl"},
      {"money in lower case", {"", "", "sek", ""}, "se"},
      {"euros and their country", {"", "", "EUR", "FR"}, "fr"},
      {"euros to another country", {"", "", "EUR", "AT"}, "none"},
      {"euros to a country that pays otherwise", {"", "", "EUR", "GB"}, "none"},
      {"euros alone", {"", "", "EUR", ""}, "none"},
      {"money of no marketplace", {"", "", "KRW", "JP"}, "none"},
      {"a country", {"", "", "", "US"}, "us"},
      {"a country by its other code", {"", "", "", "UK"}, "uk"},
      {"a country without a shop", {"", "", "", "KR"}, "none"},
      {"nothing", {"", "", "", ""}, "none"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(found(row.clues), row.expected) << row.name;
}

TEST(Marketplaces, every_policy_is_found_by_each_of_its_names) {
  for (const std::string& id : Policy::ids()) {
    const Policy policy = *Policy::load(id);
    const std::string wanted = id.substr(7);
    for (const std::string& channel : policy.marketplaces())
      EXPECT_EQ(found({channel, "", "", ""}), wanted) << channel;
    for (const std::string& domain : policy.email_domains())
      EXPECT_EQ(found({"", "a@" + domain, "", ""}), wanted) << domain;
    for (const std::string& country : policy.countries()) {
      EXPECT_EQ(found({"", "", "", country}), wanted) << country;
      EXPECT_EQ(found({"", "", policy.currency().code(), country}), wanted)
          << country;
    }
  }
}

TEST(Marketplaces, the_seller_s_policy_answers_where_nothing_is_told) {
  const Policy italy = *Policy::load(
      R"({"extends": "amazon-it", "id": "our-shop", "name": "Our shop"})");
  EXPECT_EQ(found({"", "", "", ""}, &italy), "it");
  EXPECT_EQ(found({"", "", "EUR", ""}, &italy), "it");
  EXPECT_EQ(found({"", "", "EUR", "AT"}, &italy), "it");
  EXPECT_EQ(found({"", "", "EUR", "FR"}, &italy), "fr");
  EXPECT_EQ(found({"", "", "GBP", ""}, &italy), "uk");
  EXPECT_EQ(found({"", "", "KRW", ""}, &italy), "none");
  EXPECT_EQ(found({"Amazon.xx", "", "", ""}, &italy), "none");
  EXPECT_EQ(found({"Amazon.co.jp", "", "EUR", "IT"}, &italy), "jp");
}

TEST(Marketplaces, a_policy_that_stands_alone_has_its_own_names) {
  // Complete, but for the base: what it extends is not told any more.
  const Policy own = *Policy::load(
      R"({"extends": "amazon-us", "marketplaces": ["Shop.example"],
          "email_domains": ["mail.example"], "countries": []})");
  EXPECT_EQ(found({"shop.EXAMPLE", "", "", ""}, &own), "us");
  EXPECT_EQ(found({"", "a@mail.example", "", ""}, &own), "us");
  EXPECT_EQ(found({"Amazon.com", "", "", ""}, &own), "us");
}

// A whole policy that extends none: its own money and silence are its own.
TEST(Marketplaces, a_policy_of_no_marketplace_answers_for_its_money) {
  Json json = embedded_json("amazon/amazon-us.json");
  json["id"] = "our-shop";
  json["marketplaces"] = std::vector<std::string>{"Shop.example"};
  json["email_domains"] = std::vector<std::string>{"mail.example"};
  const auto loaded = Policy::load(json_text(json));
  ASSERT_TRUE(loaded.has_value()) << loaded.error().pointer;
  const Policy& own = *loaded;
  struct Row {
    const char* name;
    MarketplaceClues clues;
    const char* expected;
  };
  const Row rows[] = {
      {"its own name", {"shop.EXAMPLE", "", "", ""}, "own"},
      {"its own alias", {"", "a@mail.example", "", ""}, "own"},
      {"its money, to whatever country", {"", "", "USD", "BR"}, "own"},
      {"nothing", {"", "", "", ""}, "own"},
      {"other money", {"", "", "GBP", ""}, "uk"},
      {"money of none", {"", "", "KRW", ""}, "none"},
      {"a country alone", {"", "", "", "JP"}, "jp"},
      {"a channel of Amazon", {"Amazon.com", "", "USD", ""}, "us"},
      {"a channel that nobody knows", {"Amazon.xx", "", "USD", ""}, "none"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(found(row.clues, &own), row.expected) << row.name;
}

}  // namespace
}  // namespace parcelwise
