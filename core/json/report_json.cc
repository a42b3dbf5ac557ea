// Reports, rejects, money and counts as JSON; see json/report_json.h.
#include "json/report_json.h"

#include "report/wording.h"
#include "rules/wording.h"

namespace parcelwise {

std::string json_text(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json money_json(const std::optional<Money>& amount) {
  if (!amount) return nullptr;
  return {{"currency", amount->currency.code()}, {"minor", amount->minor}};
}

Json report_json(const OrderBook& book, std::size_t index, Language language) {
  const Report& report = *book.reports()[index];
  const ReportCounts& counts = book.counts(index);
  Json missing = Json::array();
  for (const Column column : report.header.missing) {
    missing.push_back(column_name(column));
  }
  Json warnings = Json::array();
  for (const Warning& warning : report.warnings) {
    warnings.push_back({{"row", warning.row},
                        {"code", warning_name(warning)},
                        {"message", warning_text(warning, language)}});
  }
  return {{"file", report.file},
          {"kind", kind_name(report.kind)},
          {"encoding", encoding_name(report.encoding)},
          {"delimiter", report.delimiter == Delimiter::kTab ? "tab" : "comma"},
          {"marketplace", report.marketplace},
          {"bytes", counts.bytes},
          {"rows", counts.rows},
          {"items", counts.items},
          {"continuations", counts.continuations},
          {"repeated_headers", counts.repeated_headers},
          {"blank", counts.blank},
          {"duplicates", counts.duplicates},
          {"rejected", counts.rejected},
          {"unused_columns", report.header.unused},
          {"missing_columns", std::move(missing)},
          {"warnings", std::move(warnings)}};
}

Json reject_json(const Report& report, const Reject& reject,
                 Language language) {
  return {{"file", report.file},
          {"row", reject.row},
          {"column", reject.column},
          {"value", reject.value},
          {"code", reject_name(reject.code)},
          {"message", reject_text(reject, language)}};
}

Json counts_json(const std::array<std::uint32_t, kUrgencies>& counts) {
  Json json = Json::object();
  for (std::size_t u = 0; u < kUrgencies; ++u) {
    if (counts[u] != 0) {
      json[std::string(urgency_name(static_cast<Urgency>(u)))] = counts[u];
    }
  }
  return json;
}

}  // namespace parcelwise
