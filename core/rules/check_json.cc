// Writes the contract's JSON; see rules/check_json.h.
#include "rules/check_json.h"

#include <nlohmann/json.hpp>

#include "rules/report_json.h"
#include "rules/wording.h"

namespace parcelwise {
namespace {

constexpr std::size_t kPieceBytes = 1u << 16;

// Gathers small writes into pieces.
class Pieces {
 public:
  explicit Pieces(const TextSink& sink) : sink_(sink) {}
  ~Pieces() { sink_(text_); }
  Pieces(const Pieces&) = delete;
  Pieces& operator=(const Pieces&) = delete;

  void add(std::string_view text) {
    text_ += text;
    if (text_.size() < kPieceBytes) return;
    sink_(text_);
    text_.clear();
  }

  // A list with one element a line.
  template <typename Count, typename Element>
  void list(Count count, Element element) {
    add("[");
    for (Count i = 0; i < count; ++i) {
      add(i == 0 ? "\n" : ",\n");
      add(json_text(element(i)));
    }
    add(count == 0 ? "]" : "\n]");
  }

 private:
  const TextSink& sink_;
  std::string text_;
};

Json action_json(const Check& check, const Action& action, Language language) {
  const Zone& zone = check.context().policy.zone();
  const OrderFacts facts = check.facts(action.order);
  const Explained explained = explain(check, action, language);
  Json evidence = Json::array();
  for (const Evidence& told : explained.evidence) {
    evidence.push_back({{"column", told.column}, {"value", told.value}});
  }
  const auto due = action.due();
  return {{"order_id", facts.id.text()},
          {"rule", all_rules()[action.rule]->id},
          {"urgency", urgency_name(action.urgency)},
          {"due", due ? Json(zone.to_iso8601(*due)) : Json()},
          {"at_risk", money_json(facts.at_risk)},
          {"evidence", std::move(evidence)},
          {"source", explained.sources},
          {"title", explained.title},
          {"steps", explained.steps}};
}

Json summary_json(const Check& check) {
  Json summary = Json::object();
  for (std::size_t r = 0; r < all_rules().size(); ++r) {
    const Json counts = counts_json(check.counts(r));
    if (!counts.empty()) summary[std::string(all_rules()[r]->id)] = counts;
  }
  return summary;
}

}  // namespace

void write_check_json(const Check& check, Language language, const TextSink& sink) {
  const CheckContext& context = check.context();
  const OrderBook& book = context.book;
  Pieces out(sink);
  out.add("{\"now\": " + json_text(context.policy.zone().to_iso8601(context.now)));
  out.add(",\n\"policy\": " + json_text({{"id", context.policy.id()},
                                         {"zone", context.policy.zone_name()}}));
  out.add(",\n\"reports\": ");
  out.list(book.reports().size(),
           [&](std::size_t r) { return report_json(book, r, language); });
  out.add(",\n\"rejects\": ");
  out.list(book.rejects().size(), [&](std::size_t i) {
    const auto& [report, reject] = book.rejects()[i];
    return reject_json(*book.reports()[report], reject, language);
  });
  out.add(",\n\"orders\": " + std::to_string(book.order_count()));
  out.add(",\n\"items\": " + std::to_string(book.item_count()));
  out.add(",\n\"actions\": ");
  out.list(check.actions().size(), [&](std::size_t i) {
    return action_json(check, check.actions()[i], language);
  });
  out.add(",\n\"summary\": " + json_text(summary_json(check)) + "}\n");
}

}  // namespace parcelwise
