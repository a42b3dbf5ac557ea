// Counts what reports can tell of the account's health; see rules/health.h.
#include "rules/health.h"

#include <algorithm>

#include "files/json.h"
#include "files/json_reader.h"
#include "files/open_json.h"
#include "journal/progress.h"
#include "orders/order_facts.h"
#include "text/compact_sort.h"
#include "words/written.h"

namespace parcelwise {
namespace {

constexpr std::size_t kMostNamed = 20;
constexpr int kWeek = 7, kMonth = 30;
// Thousandths or yen: a figure of targets.json above it is a slip of the hand.
constexpr std::int64_t kMostOfAFigure = 1'000'000;

// The newest entry of data/health/targets.json that holds for the policy; null
// where none does.
const Json& entry_of(std::string_view figure, const Policy& policy, Day today) {
  static const Json kTargets = embedded_json("health/targets.json");
  static const Json kNone;
  const std::string date = to_text(today);
  const Json* newest = &kNone;
  for (const Json& one : member(kTargets, figure)) {
    const std::string_view from = member(one, "valid_from").text();
    if (from > date || from <= member(*newest, "valid_from").text()) continue;
    for (const Json& id : member(one, "policies")) {
      if (id.text() == policy.base()) newest = &one;
    }
  }
  return *newest;
}

// What a parcel has to be worth to count, in the policy's currency.
std::optional<Money> least_of(const Policy& policy, Day today) {
  const auto least =
      whole_number(member(entry_of("tracking", policy, today), "least_minor"),
                   0, kMostOfAFigure);
  if (!least) return std::nullopt;
  return Money{policy.currency(), *least};
}

class Count {
 public:
  Count(const Check& check, Policies::Index policy)
      : check_(check),
        index_(policy),
        context_(check.context_by(policy)),
        zone_(context_.policy.zone()),
        yesterday_(context_.today - 1),
        earliest_(context_.book.reports().size()) {}

  AccountHealth run() {
    begin(cancelled_, "cancellations", Bound::kUpper, kWeek);
    begin(late_, "late", Bound::kLower, kMonth);
    begin(tracked_, "tracking", Bound::kNone, kMonth);
    const bool invoices =
        !entry_of("invoices", context_.policy, context_.today).is_null();
    for (std::uint32_t order = 0; order < context_.book.order_count();
         ++order) {
      if (check_.policies().index_of(order) != index_) continue;
      note_reach(order);
      const OrderFacts facts = check_.facts(order);
      if (!facts.seller_fulfilled() || facts.pending()) continue;
      if (facts.purchase) look_at(facts, zone_.day_of(*facts.purchase));
      if (invoices) look_for_invoice(facts);
    }
    AccountHealth health;
    health.policy = index_;
    for (HealthFigure* figure : {&cancelled_, &late_, &tracked_}) {
      if (figure == &tracked_ && context_.progress == nullptr) continue;
      finish(*figure);
      health.figures.push_back(std::move(*figure));
    }
    health.offers = offers_of(std::move(cancelled_skus_));
    const OrderBook& book = context_.book;
    compact_sort(invoices_, [&](const DueInvoice& a, const DueInvoice& b) {
      return book.order_id(a.order).text() < book.order_id(b.order).text();
    });
    health.invoices = std::move(invoices_);
    return health;
  }

 private:
  void begin(HealthFigure& figure, std::string_view id, Bound bound, int days) {
    figure.id = id;
    figure.bound = bound;
    figure.to = yesterday_;
    figure.from = yesterday_ - (days - 1);
    figure.target = health_target(id, context_.policy, context_.today);
    if (&figure == &tracked_)
      figure.least = least_of(context_.policy, context_.today);
  }

  static bool within(const HealthFigure& figure, Day day) {
    return figure.from <= day && day <= figure.to;
  }

  // How far back each all-orders report goes.
  void note_reach(std::uint32_t order) {
    const OrderBook& book = context_.book;
    for (const OrderBook::Source source : book.order_sources(order)) {
      if (book.report(source).kind != ReportKind::kAllOrders) continue;
      const auto bought = Report::date(book.part(source), DateSlot::kPurchase);
      if (!bought) continue;
      std::optional<Day>& earliest = earliest_[source.report];
      const Day day = zone_.day_of(resolve(*bought, zone_));
      earliest = earliest ? std::min(*earliest, day) : day;
    }
  }

  // Also an order of which a line alone was cancelled: it counts at Amazon.
  std::vector<std::uint32_t> cancelled_items(const OrderFacts& facts) const {
    std::vector<std::uint32_t> items;
    if (facts.is(Flag::kBuyerCancel)) return items;
    for (std::uint32_t item = context_.book.first_item(facts.order);
         item < context_.book.last_item(facts.order); ++item) {
      if (facts.cancelled() ||
          item_units(context_.book, item).state == OrderState::kCancelled) {
        items.push_back(item);
      }
    }
    return items;
  }

  void look_at(const OrderFacts& facts, Day bought) {
    if (!within(late_, bought)) return;
    const std::vector<std::uint32_t> cancelled = cancelled_items(facts);
    if (within(cancelled_, bought)) {
      ++cancelled_.denominator;
      if (!cancelled.empty()) count(cancelled_, facts);
    }
    note_skus(context_.book, cancelled, cancelled_skus_);
    if (facts.cancelled()) return;
    ++late_.denominator;
    if (facts.open() && facts.ship_by && !facts.ship_by_estimated() &&
        context_.now > facts.ship_by->at) {
      count(late_, facts);
    }
    look_for_number(facts);
  }

  // By line, where Amazon counts parcels by category, and of those that were
  // sent what is known here: no bound of Amazon's own.
  void look_for_number(const OrderFacts& facts) {
    const OrderProgress* const known = context_.progress_of(facts);
    const bool sent = facts.state == OrderState::kShipped || facts.left ||
                      (known != nullptr && known->confirmed_at.has_value());
    if (!sent || !counts_for_tracking(context_.book, facts.order,
                                      context_.policy, context_.today)) {
      return;
    }
    std::int64_t lines = 0;
    for (std::uint32_t item = context_.book.first_item(facts.order);
         item < context_.book.last_item(facts.order); ++item) {
      lines += item_units(context_.book, item).state != OrderState::kCancelled;
    }
    tracked_.denominator += lines;
    if (known == nullptr || known->number.empty()) return;
    tracked_.numerator += lines;
    tracked_.orders.push_back(facts.order);
  }

  void look_for_invoice(const OrderFacts& facts) {
    if (!facts.is(Flag::kBusiness) || facts.cancelled()) return;
    const OrderProgress* const known = context_.progress_of(facts);
    const bool confirmed = known != nullptr && known->confirmed_at.has_value();
    if (!confirmed && facts.state != OrderState::kShipped) return;
    // What is long done is nobody's duty of today.
    if (facts.purchase && zone_.day_of(*facts.purchase) < late_.from) return;
    DueInvoice invoice{facts.order, std::nullopt};
    if (confirmed) {
      invoice.due = zone_.end_of(context_.policy.marketplace_days().add(
          zone_.day_of(*known->confirmed_at), 1));
    }
    invoices_.push_back(invoice);
  }

  static void count(HealthFigure& figure, const OrderFacts& facts) {
    ++figure.numerator;
    figure.orders.push_back(facts.order);
  }

  // An order may lie on the first day itself and others before it be missing;
  // one bought earlier proves the day whole. One report must reach from end to
  // end with every row read: between two there may be days that neither has.
  bool covers(const HealthFigure& figure) const {
    for (std::size_t i = 0; i < earliest_.size(); ++i) {
      const Report& report = *context_.book.reports()[i];
      if (!earliest_[i] || *earliest_[i] >= figure.from ||
          report.counts.rejected > 0) {
        continue;
      }
      const auto newest = newest_date(report, zone_);
      if (newest && zone_.day_of(*newest) >= figure.to) return true;
    }
    return false;
  }

  void finish(HealthFigure& figure) const {
    const OrderBook& book = context_.book;
    compact_sort(figure.orders, [&](std::uint32_t a, std::uint32_t b) {
      return book.order_id(a).text() < book.order_id(b).text();
    });
    if (figure.orders.size() > kMostNamed) figure.orders.resize(kMostNamed);
    figure.covered = covers(figure);
    if (&figure != &cancelled_ || !figure.covered || !figure.target) return;
    figure.room = std::max<std::int64_t>(
        0, allowed_cancellations(figure.denominator, *figure.target) -
               figure.numerator);
  }

  const Check& check_;
  const Policies::Index index_;
  const CheckContext& context_;
  const Zone& zone_;
  const Day yesterday_;
  std::vector<std::optional<Day>> earliest_;  // bought, by report
  HealthFigure cancelled_, late_, tracked_;
  std::vector<std::string> cancelled_skus_;  // once an order
  std::vector<DueInvoice> invoices_;
};

}  // namespace

std::string_view bound_name(Bound bound) {
  if (bound == Bound::kNone) return "none";
  return bound == Bound::kUpper ? "upper" : "lower";
}

void note_skus(const OrderBook& book, const std::vector<std::uint32_t>& items,
               std::vector<std::string>& skus) {
  const std::size_t others = skus.size();
  for (const std::uint32_t item : items) {
    std::string sku = book.item_cell(item, Column::kSku);
    const auto its = skus.begin() + static_cast<std::ptrdiff_t>(others);
    if (!sku.empty() && std::find(its, skus.end(), sku) == skus.end())
      skus.push_back(std::move(sku));
  }
}

std::vector<CancelledOffer> offers_of(std::vector<std::string> skus) {
  compact_sort(skus);
  std::vector<CancelledOffer> offers;
  for (std::string& sku : skus) {
    if (offers.empty() || offers.back().sku != sku)
      offers.push_back({std::move(sku), 0});
    ++offers.back().orders;
  }
  return offers;
}

std::int64_t allowed_cancellations(std::int64_t orders,
                                   std::int64_t per_mille) {
  return orders > 0 ? (orders * per_mille - 1) / 1000 : 0;
}

std::optional<std::int64_t> health_target(std::string_view figure,
                                          const Policy& policy, Day today) {
  return whole_number(member(entry_of(figure, policy, today), "per_mille"), 0,
                      kMostOfAFigure);
}

std::vector<AccountHealth> health_of(const Check& check) {
  std::vector<AccountHealth> all;
  const auto& policies = check.policies().all();
  for (std::size_t i = 0; i < policies.size(); ++i) {
    if (policies[i].known())
      all.push_back(Count(check, static_cast<Policies::Index>(i)).run());
  }
  return all;
}

std::string per_cent_of(std::int64_t per_mille, Language language) {
  std::string text = std::to_string(per_mille / 10);
  if (per_mille % 10 != 0) {
    text += language == Language::kItalian ? ',' : '.';
    text += std::to_string(per_mille % 10);
  }
  return text;
}

bool counts_for_tracking(const OrderBook& book, std::uint32_t order,
                         const Policy& policy, Day today) {
  const std::optional<Money> least = least_of(policy, today);
  if (!least) return true;
  std::int64_t value = 0;
  for (std::uint32_t item = book.first_item(order);
       item < book.last_item(order); ++item) {
    const auto told = [&](Column column) {
      return item_money(book, item, column, policy.currency());
    };
    const auto price = told(Column::kItemPrice);
    if (!price || price->currency != least->currency) return true;
    value += price->minor;
    if (const auto shipping = told(Column::kShippingPrice))
      value += shipping->minor;
    if (!policy.tax_inside()) continue;
    for (const Column tax : {Column::kItemTax, Column::kShippingTax}) {
      if (const auto inside = told(tax)) value -= inside->minor;
    }
  }
  return value >= least->minor;
}

namespace {

std::string target_text(std::string_view figure,
                        const std::optional<std::int64_t>& target,
                        const std::optional<Money>& least, Language language) {
  if (!target) return {};
  const Catalogue& words = Catalogue::of(language);
  const std::string path = "health/" + std::string(figure);
  std::string text = fill(words.text(path + "/target"),
                          {{"target", per_cent_of(*target, language)}});
  if (!least) return text;
  if (language != Language::kJapanese) text += ' ';
  return text +
         fill(words.text(path + "/least"), {{"least", money_text(*least)}});
}

}  // namespace

std::string tracking_target_text(const Policy& policy, Day today,
                                 Language language) {
  return target_text("tracking", health_target("tracking", policy, today),
                     least_of(policy, today), language);
}

std::string health_text(const HealthFigure& figure, Language language) {
  const std::string path = "health/" + std::string(figure.id);
  const Catalogue& words = Catalogue::of(language);
  std::string text =
      fill(words.text(path + "/count"),
           {{"numerator", std::to_string(figure.numerator)},
            {"denominator", std::to_string(figure.denominator)},
            {"days", std::to_string(figure.to - figure.from + 1)}});
  const auto add = [&](const std::string& sentence) {
    if (sentence.empty()) return;
    if (language != Language::kJapanese) text += ' ';
    text += sentence;
  };
  add(target_text(figure.id, figure.target, figure.least, language));
  if (figure.room) {
    add(fill(words.text(path + "/room"),
             {{"room", std::to_string(*figure.room)}}));
  }
  if (!figure.covered && figure.id != "tracking")
    add(std::string(words.text("health/uncovered")));
  return text;
}

}  // namespace parcelwise
