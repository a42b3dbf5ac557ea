// Writes the contract's JSON; see json/check_json.h.
#include "json/check_json.h"

#include <algorithm>

#include "json/journal_json.h"
#include "json/refund_json.h"
#include "json/report_json.h"
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
      add(element(i));
    }
    add(count == 0 ? "]" : "\n]");
  }

 private:
  const TextSink& sink_;
  std::string text_;
};

// A JSON string. The library escapes what needs it; most texts do not.
void append_string(std::string& out, std::string_view text) {
  const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte < 0x7F && c != '"' && c != '\\';
  });
  if (!plain) {
    out += json_text(Json(text));
    return;
  }
  out += '"';
  out += text;
  out += '"';
}

template <typename Texts>
void append_strings(std::string& out, const Texts& texts) {
  out += '[';
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i > 0) out += ',';
    append_string(out, texts[i]);
  }
  out += ']';
}

// Actions come by the hundred thousand, so they are written without a document.
void append_action(std::string& out, const Check& check, const Action& action,
                   Language language) {
  const Policy& policy = check.context(action.order).policy;
  const Zone& zone = policy.zone();
  const OrderFacts facts = check.facts(action.order);
  const Explained explained = explain(check, action, facts, language);
  const auto due = action.due();
  const auto member = [&](std::string_view name, std::string_view text) {
    out += ",\"";
    out += name;
    out += "\":";
    append_string(out, text);
  };
  out += "{\"order_id\":\"" + facts.id.text() + '"';
  member("rule", all_rules()[action.rule]->id);
  member("policy", policy.id());
  member("urgency", urgency_name(action.urgency));
  out += ",\"due\":";
  out += due ? '"' + zone.to_iso8601(*due) + '"' : "null";
  if (check.estimated(action, facts)) out += ",\"estimated\":true";
  out += ",\"at_risk\":" + json_text(money_json(facts.at_risk));
  out += ",\"evidence\":[";
  for (std::size_t i = 0; i < explained.evidence.size(); ++i) {
    out += i > 0 ? ",{\"column\":" : "{\"column\":";
    append_string(out, explained.evidence[i].column);
    member("value", explained.evidence[i].value);
    out += '}';
  }
  out += "],\"source\":";
  append_strings(out, explained.sources);
  member("title", explained.title);
  out += ",\"steps\":";
  append_strings(out, explained.steps);
  out += '}';
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

void write_check_json(const Check& check, Language language,
                      const TextSink& sink, const Json* health) {
  const CheckContext& context = check.context();
  const OrderBook& book = context.book;
  Pieces out(sink);
  out.add("{\"now\": " +
          json_text(context.policy.zone().to_iso8601(context.now)));
  out.add(",\n\"policy\": " +
          json_text(json_object({{"id", context.policy.id()},
                                 {"zone", context.policy.zone_name()}})));
  out.add(",\n\"policies\": " + json_text(policies_json(check.policies())));
  out.add(",\n\"reports\": ");
  out.list(book.reports().size(), [&](std::size_t r) {
    return json_text(weighed_report_json(book, r, context, language));
  });
  out.add(",\n\"rejects\": ");
  out.list(book.rejects().size(), [&](std::size_t i) {
    const auto& [report, reject] = book.rejects()[i];
    return json_text(reject_json(*book.reports()[report], reject, language));
  });
  const Json incomplete = incomplete_json(book);
  out.add(",\n\"incomplete\": ");
  out.list(incomplete.size(),
           [&](std::size_t i) { return json_text(incomplete[i]); });
  const RefundLedger& refunds = check.refunds_reported();
  const Json not_counted = not_counted_json(book, refunds.not_counted());
  out.add(",\n\"refund_events\": {\"told\": " + std::to_string(refunds.told()) +
          ", \"counted\": " + std::to_string(refunds.counted()) +
          ", \"not_counted\": ");
  out.list(not_counted.size(),
           [&](std::size_t i) { return json_text(not_counted[i]); });
  out.add("}");
  const std::vector<CheckNotice> notices = notices_of(check);
  out.add(",\n\"notices\": ");
  out.list(notices.size(), [&](std::size_t i) {
    return json_text(notice_json(notices[i], check, language));
  });
  out.add(",\n\"orders\": " + std::to_string(book.order_count()));
  out.add(",\n\"items\": " + std::to_string(book.item_count()));
  out.add(",\n\"actions\": ");
  out.list(check.actions().size(), [&](std::size_t i) {
    std::string line;
    append_action(line, check, check.actions()[i], language);
    return line;
  });
  if (context.progress != nullptr) {
    const Json progress =
        progress_json(*context.progress, context.policy.zone());
    out.add(",\n\"progress\": ");
    out.list(progress.size(),
             [&](std::size_t i) { return json_text(progress[i]); });
  }
  if (health != nullptr) {
    out.add(",\n\"health\": ");
    out.list(health->size(),
             [&](std::size_t i) { return json_text((*health)[i]); });
  }
  out.add(",\n\"summary\": " + json_text(summary_json(check)) + "}\n");
}

}  // namespace parcelwise
