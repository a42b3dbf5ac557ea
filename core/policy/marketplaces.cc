// Finds an order's marketplace; see policy/marketplaces.h. The names are read
// once from the policies' own files.
#include "policy/marketplaces.h"

#include <algorithm>

#include "files/json_reader.h"
#include "files/open_json.h"
#include "report/sales_channel.h"
#include "text/trim.h"

namespace parcelwise {
namespace {

bool holds(const std::vector<std::string>& list, std::string_view name) {
  return std::any_of(list.begin(), list.end(),
                     [name](const std::string& its_name) {
                       return same_name(its_name, name);
                     });
}

// What one of our policies is told by.
struct Identity {
  std::vector<std::string> channels, domains, countries;
  std::string currency;
};

std::vector<std::string> list_of(const Json& json, const char* name) {
  std::vector<std::string> list;
  for (const Json& text : json[name]) list.push_back(text.text());
  return list;
}

// Of the file alone, without what it builds on: all but the currency stands in
// each, and that in all that do not take it from where they begin.
const std::vector<Identity>& identities() {
  static const std::vector<Identity> kIdentities = [] {
    std::vector<Identity> list;
    for (const std::string& id : Policy::ids()) {
      Json json = embedded_json("amazon/" + id + ".json");
      Identity identity{list_of(json, "marketplaces"),
                        list_of(json, "email_domains"),
                        list_of(json, "countries"),
                        {}};
      while (!json.contains("currency")) {
        json = embedded_json("amazon/" + json["extends"].text() + ".json");
      }
      identity.currency = json["currency"].text();
      list.push_back(std::move(identity));
    }
    return list;
  }();
  return kIdentities;
}

}  // namespace

Marketplaces::Marketplaces(const Policy* seller) : seller_(seller) {
  if (seller_ == nullptr) return;
  const auto& ids = Policy::ids();
  const auto base = std::find(ids.begin(), ids.end(), seller_->base());
  sellers_ = base == ids.end() ? kOwn : static_cast<Index>(base - ids.begin());
}

Marketplaces::Index Marketplaces::by_name(std::string_view name,
                                          bool domain) const {
  if (seller_ != nullptr &&
      holds(domain ? seller_->email_domains() : seller_->marketplaces(),
            name)) {
    return sellers_;
  }
  const auto& all = identities();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (holds(domain ? all[i].domains : all[i].channels, name))
      return static_cast<Index>(i);
  }
  return kNone;
}

Marketplaces::Index Marketplaces::find(const MarketplaceClues& clues) const {
  const std::string_view channel = trimmed(clues.channel);
  if (!channel.empty()) {
    const Index found = by_name(channel, false);
    // A sale made elsewhere may still tell its marketplace by what it costs.
    if (found != kNone || !is_multi_channel(channel)) return found;
  }
  const std::string_view email = trimmed(clues.email);
  if (const std::size_t at = email.rfind('@'); at != email.npos) {
    const std::string_view domain = email.substr(at + 1);
    const Index found = by_name(domain, true);
    if (found != kNone || begins_with_name(domain, "marketplace.amazon."))
      return found;
  }
  const std::string_view currency = trimmed(clues.currency);
  const std::string_view country = trimmed(clues.country);
  if (sellers_ == kOwn && !currency.empty() &&
      same_name(seller_->currency().code(), currency)) {
    return kOwn;
  }
  const auto& all = identities();
  Index only = kNone;
  std::size_t candidates = 0;
  bool sellers_fits = sellers_ == kOwn && currency.empty();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!currency.empty() && !same_name(all[i].currency, currency)) continue;
    const auto index = static_cast<Index>(i);
    if (!country.empty() && holds(all[i].countries, country)) return index;
    sellers_fits = sellers_fits || index == sellers_;
    only = index;
    ++candidates;
  }
  if (candidates == 1) return only;
  return sellers_fits ? sellers_ : kNone;
}

}  // namespace parcelwise
