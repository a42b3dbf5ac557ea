// Which marketplace an order is of, by what reports tell of it: its sales
// channel, else its buyer's e-mail alias, else its currency, else the country
// of delivery (docs/marketplaces.md 1.1). One file can hold the orders of a
// whole region, so each order is asked for by itself.
#ifndef PARCELWISE_POLICY_MARKETPLACES_H_
#define PARCELWISE_POLICY_MARKETPLACES_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policy/policy.h"

namespace parcelwise {

// What reports tell of an order, as they write it; "" where they are silent.
struct MarketplaceClues {
  std::string_view channel;   // "Amazon.co.jp", "amazon.de", "Non-Amazon"
  std::string_view email;     // "abc@marketplace.amazon.co.uk"
  std::string_view currency;  // "EUR"
  std::string_view country;   // "DE"

  bool silent() const {
    return channel.empty() && email.empty() && currency.empty() &&
           country.empty();
  }
};

// The marketplaces of Policy::ids(), and before them the seller's own.
class Marketplaces {
 public:
  // An index into Policy::ids().
  using Index = std::uint8_t;

  // `seller` is the policy that the seller named, if any: it rules the orders
  // of the marketplace that it extends, and those of which nothing is told.
  explicit Marketplaces(const Policy* seller = nullptr);

  // kOwn for what only the seller's own policy names.
  static constexpr Index kOwn = 0xFE;
  static constexpr Index kNone = 0xFF;

  // kNone where what is told names no marketplace of ours, or several and the
  // seller's is none of them: nothing stands in for it.
  //   {"amazon.DE", "", "GBP", "ES"} -> amazon-de: the channel tells
  //   {"", "", "EUR", "FR"}          -> amazon-fr
  //   {"", "", "EUR", "AT"}          -> kNone: seven sell in euros
  //   {"Amazon.xx", "", "JPY", "JP"} -> kNone
  Index find(const MarketplaceClues& clues) const;

 private:
  Index by_name(std::string_view name, bool domain) const;

  const Policy* seller_;
  Index sellers_ = kNone;
};

}  // namespace parcelwise

#endif  // PARCELWISE_POLICY_MARKETPLACES_H_
