// Puts values into the catalogue's texts; see rules/wording.h.
#include "rules/wording.h"

namespace parcelwise {
namespace {

// Fields of every action's texts, and those of its rule.
Fields fields_of(const Check& check, const Action& action, const Reasons& reasons,
                 Language language) {
  Fields fields = reasons.fields;
  const Zone& zone = check.context().policy.zone();
  if (const auto due = action.due()) {
    fields.emplace_back("due", date_text(*due, zone, language));
  }
  for (const auto& [name, at] : reasons.instants) {
    fields.emplace_back(name, date_text(at, zone, language));
  }
  for (const auto& [name, amount] : reasons.amounts) {
    fields.emplace_back(name, money_text(amount));
  }
  return fields;
}

std::string text_path(const Rule& rule, const Action& action, std::string_view last) {
  std::string path = "rules/";
  path += rule.id;
  path += '/';
  path += rule.variants[action.variant];
  // An action without a due date has a text of its own where one names it.
  if (action.due_seconds == Action::kNoDue &&
      Catalogue::of(Language::kEnglish).has(path + "-no-date/title")) {
    path += "-no-date";
  }
  path += '/';
  path += last;
  return path;
}

Reasons reasons_of(const Check& check, const Action& action) {
  const Rule& rule = *all_rules()[action.rule];
  Reasons reasons;
  rule.explain(check.facts(action.order), check.context(), action.finding(), reasons);
  return reasons;
}

}  // namespace

std::string date_text(Instant at, const Zone& zone, Language language) {
  const Catalogue& words = Catalogue::of(language);
  const Day day = zone.day_of(at);
  const CivilDate date = civil(day);
  const std::int64_t local = at.unix_seconds + zone.offset_seconds(at);
  const std::int64_t wall = local - std::int64_t{day.since_epoch} * 86400;
  const auto two = [](std::int64_t number) {
    std::string text = std::to_string(number);
    return text.size() < 2 ? "0" + text : text;
  };
  return fill(
      words.text("date/pattern"),
      {{"weekday", std::string(words.text(
                       "date/weekdays/" +
                       std::to_string(static_cast<int>(weekday(day)))))},
       {"month", std::string(words.text("date/months/" + std::to_string(date.month - 1)))},
       {"day", std::to_string(date.day)},
       {"year", std::to_string(date.year)},
       {"time", two(wall / 3600) + ":" + two(wall / 60 % 60)}});
}

std::string money_text(const Money& amount) {
  return std::string(amount.currency.code()) + " " + print_amount(amount);
}

std::string title_of(const Check& check, const Action& action, Language language) {
  const Rule& rule = *all_rules()[action.rule];
  return fill(Catalogue::of(language).text(text_path(rule, action, "title")),
              fields_of(check, action, reasons_of(check, action), language));
}

Explained explain(const Check& check, const Action& action, Language language) {
  const Rule& rule = *all_rules()[action.rule];
  const Catalogue& words = Catalogue::of(language);
  const Reasons reasons = reasons_of(check, action);
  const Fields fields = fields_of(check, action, reasons, language);
  Explained explained;
  explained.title = fill(words.text(text_path(rule, action, "title")), fields);
  explained.evidence = reasons.evidence;
  for (const std::string_view step : words.list(text_path(rule, action, "steps"))) {
    explained.steps.push_back(fill(step, fields));
  }
  for (const std::string_view source : rule.sources) {
    if (!source.empty()) explained.sources.push_back(source);
  }
  return explained;
}

std::string_view rule_name(const Rule& rule, Language language) {
  return Catalogue::of(language).text("rules/" + std::string(rule.id) + "/name");
}

std::string_view rule_source_text(const Rule& rule, Language language) {
  return Catalogue::of(language).text("rules/" + std::string(rule.id) + "/source");
}

std::string reject_text(const Reject& reject, Language language) {
  return fill(Catalogue::of(language).text(
                  "rejects/" + std::string(reject_name(reject.code))),
              {{"row", std::to_string(reject.row)},
               {"column", reject.column},
               {"value", reject.value},
               {"other_file", reject.other_file},
               {"other_row", std::to_string(reject.other_row)},
               {"other_value", reject.other_value},
               {"field_limit", std::to_string(kMaxFieldBytes)},
               {"row_limit", std::to_string(kMaxRowBytes)}});
}

std::string warning_text(const Warning& warning, Language language) {
  const std::string_view name =
      warning.code == Warning::Code::kRejoinedRow ? "rejoined-row" : "no-orders";
  return fill(Catalogue::of(language).text("warnings/" + std::string(name)),
              {{"row", std::to_string(warning.row)}});
}

std::string_view read_error_name(ReadErrorCode code) {
  switch (code) {
    case ReadErrorCode::kEmpty: return "empty";
    case ReadErrorCode::kNotText: return "not-text";
    case ReadErrorCode::kNotAReport: return "not-a-report";
    case ReadErrorCode::kOtherReport: return "other-report";
    case ReadErrorCode::kLongHeader: return "long-header";
    case ReadErrorCode::kTooManyRows: return "too-many-rows";
  }
  return "not-a-report";
}

std::string read_error_text(const ReadError& error, Language language) {
  return fill(Catalogue::of(language).text(
                  "read_errors/" + std::string(read_error_name(error.code))),
              {{"file", error.file},
               {"found", error.found},
               {"row_limit", std::to_string(kMaxRows)},
               {"header_limit", std::to_string(kMaxHeaderBytes)}});
}

std::string policy_error_text(const PolicyError& error, Language language) {
  return fill(Catalogue::of(language).text("policy_error"),
              {{"pointer", error.pointer.empty() ? "/" : error.pointer},
               {"value", error.value},
               {"expected", error.expected}});
}

}  // namespace parcelwise
