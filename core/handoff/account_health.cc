// Counts what is in the file; see handoff/account_health.h.
#include "handoff/account_health.h"

#include <numeric>

#include "handoff/journal_entry.h"
#include "orders/order_facts.h"
#include "rules/health.h"

namespace parcelwise {
namespace {

class Sentences {
 public:
  Sentences(const ExportContext& context, const HandoffFiles& made,
            const ExportKind& kind)
      : context_(context),
        check_(context.check),
        book_(context.check.context().book),
        words_(Catalogue::of(context.language)),
        orders_(check_.policies().all().size()) {
    for (const OrderId& id : orders_written(kind, context, made)) {
      const auto order = book_.find(id);
      if (order) orders_[check_.policies().index_of(*order)].push_back(*order);
    }
  }

  std::vector<std::string> before_cancelling() {
    std::vector<AccountHealth> all;
    for (std::vector<std::uint32_t>& orders : orders_) {
      std::erase_if(orders,
                    [&](std::uint32_t order) { return !counts(order); });
      if (!orders.empty() && all.empty()) all = health_of(check_);
    }
    for (const AccountHealth& health : all) {
      if (!orders_[health.policy].empty()) tell(health, orders_[health.policy]);
    }
    return std::move(texts_);
  }

  std::vector<std::string> before_confirming() {
    for (std::size_t policy = 0; policy < orders_.size(); ++policy) {
      const CheckContext& check =
          check_.context_by(static_cast<Policies::Index>(policy));
      std::size_t lacking = 0, counted = 0;
      for (const std::uint32_t order : orders_[policy]) {
        if (!counts_for_tracking(book_, order, check.policy, check.today))
          continue;
        ++counted;
        lacking += context_.tracking == nullptr ||
                   context_.tracking->find(order) == nullptr;
      }
      if (lacking == 0) continue;
      add("before_confirming", {{"channel", check.policy.name()},
                                {"numerator", std::to_string(lacking)},
                                {"denominator", std::to_string(counted)}});
      append(
          tracking_target_text(check.policy, check.today, context_.language));
    }
    return std::move(texts_);
  }

 private:
  // Not what the buyer asked for by the official way, and is told so.
  bool counts(std::uint32_t order) const {
    const std::string_view reason = context_.upload.reason;
    return !(check_.facts(order).is(Flag::kBuyerCancel) &&
             (reason.empty() || reason == "BuyerCanceled"));
  }

  void tell(const AccountHealth& health,
            const std::vector<std::uint32_t>& orders) {
    const std::string count = std::to_string(orders.size());
    const HealthFigure& figure = health.figures.front();
    add("before_cancelling",
        {{"channel", check_.context_by(health.policy).policy.name()},
         {"orders", count}});
    append(health_text(figure, context_.language));
    if (figure.room && static_cast<std::int64_t>(orders.size()) > *figure.room)
      append(std::string(words_.text("health/beyond")));
    std::vector<std::string> skus;
    for (const std::uint32_t order : orders) {
      std::vector<std::uint32_t> items(book_.last_item(order) -
                                       book_.first_item(order));
      std::iota(items.begin(), items.end(), book_.first_item(order));
      note_skus(book_, items, skus);
    }
    for (CancelledOffer& offer : offers_of(std::move(skus))) {
      for (const CancelledOffer& before : health.offers)
        offer.orders += before.sku == offer.sku ? before.orders : 0;
      if (offer.orders < kOfferAtRisk) continue;
      add("offers",
          {{"sku", offer.sku}, {"orders", std::to_string(offer.orders)}});
    }
  }

  void add(std::string_view name, const Fields& fields) {
    texts_.push_back(fill(words_.text("health/" + std::string(name)), fields));
  }

  void append(const std::string& sentence) {
    if (sentence.empty()) return;
    if (context_.language != Language::kJapanese) texts_.back() += ' ';
    texts_.back() += sentence;
  }

  const ExportContext& context_;
  const Check& check_;
  const OrderBook& book_;
  const Catalogue& words_;
  std::vector<std::vector<std::uint32_t>> orders_;  // of the file, by policy
  std::vector<std::string> texts_;
};

}  // namespace

std::vector<std::string> health_before(const ExportKind& kind,
                                       const ExportContext& context,
                                       const HandoffFiles& made) {
  if (kind.id == "cancellations")
    return Sentences(context, made, kind).before_cancelling();
  if (kind.id == "shipping-confirmation")
    return Sentences(context, made, kind).before_confirming();
  return {};
}

}  // namespace parcelwise
