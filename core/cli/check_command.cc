// Runs `check` and prints it, as JSON or as text of 80 columns.
#include "cli/check_command.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <list>

#include "cli/files.h"
#include "report/reader.h"
#include "rules/check_json.h"
#include "rules/marketplace.h"
#include "rules/wording.h"
#include "rules/work_list.h"

namespace parcelwise::cli {
namespace {

constexpr int kDone = 0;
constexpr int kUnreadable = 1;
constexpr int kWrongUsage = 2;

constexpr std::size_t kColumns = 80;
constexpr std::size_t kMostRejectsShown = 20;

void print(std::FILE* where, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), where);
}

// One line a message, whatever a file's name or its first bytes hold.
void remark(std::string_view message) {
  std::string line = "parcelwise: ";
  for (const char c : message) {
    const auto byte = static_cast<unsigned char>(c);
    line += byte < 0x20 || byte == 0x7F ? ' ' : c;
  }
  print(stderr, line + "\n");
}

int complain(int status, std::string_view message) {
  remark(message);
  return status;
}

Instant clock() {
  return {std::chrono::duration_cast<std::chrono::seconds>(
              std::chrono::system_clock::now().time_since_epoch())
              .count()};
}

// Terminal cells that a character takes: East Asian wide forms take two.
std::size_t cells_of(char32_t c) {
  const bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
                    (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
                    (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF01 && c <= 0xFF60) ||
                    (c >= 0xFFE0 && c <= 0xFFE6) || c >= 0x1F300;
  return wide ? 2 : 1;
}

// Characters that would steer a terminal: controls, and those that turn the
// direction of writing.
bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
}

struct Cut {
  std::string text;
  std::size_t cells = 0;
};

// As much of a text as fits, with control characters shown as spaces: report
// data must not steer the terminal.
Cut fit(std::string_view utf8, std::size_t room) {
  Cut cut;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t c = lead < 0x80 ? lead : lead & (0xFFu >> (length + 1));
    for (std::size_t k = 1; k < length && i + k < utf8.size(); ++k) {
      c = (c << 6) | (static_cast<unsigned char>(utf8[i + k]) & 0x3Fu);
    }
    const bool control = is_control(c);
    if (cut.cells + cells_of(c) > room) {
      if (room > 0 && cut.cells == room) {
        while ((static_cast<unsigned char>(cut.text.back()) & 0xC0u) == 0x80u) {
          cut.text.pop_back();
        }
        cut.text.pop_back();
      }
      cut.text += "…";
      cut.cells = room;
      break;
    }
    cut.text += control ? std::string(" ") : std::string(utf8.substr(i, length));
    cut.cells += cells_of(c);
    i += length;
  }
  return cut;
}

std::string pad(std::string_view text, std::size_t room) {
  Cut cut = fit(text, room);
  cut.text.append(room - std::min(room, cut.cells), ' ');
  return cut.text;
}

// Breaks a text into lines of the terminal's width, indented: at spaces, and
// inside what is longer than a line, as Japanese sentences are.
std::string wrap(std::string_view text, std::size_t indent) {
  const std::size_t room = kColumns - indent;
  std::string wrapped;
  std::string line;
  std::size_t used = 0;
  const auto end_line = [&] {
    wrapped += std::string(indent, ' ') + line + "\n";
    line.clear();
    used = 0;
  };
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    std::string_view word = text.substr(0, space);
    text = space == std::string_view::npos ? std::string_view() : text.substr(space + 1);
    const Cut whole = fit(word, room);
    const std::size_t gap = used > 0 ? 1 : 0;
    const bool fits_a_line = whole.cells < room;
    if (used + gap + whole.cells > room && (fits_a_line || used + gap >= room)) end_line();
    if (used > 0) {
      line += ' ';
      ++used;
    }
    while (!word.empty()) {
      const auto lead = static_cast<unsigned char>(word[0]);
      const std::size_t length =
          std::min<std::size_t>(word.size(), lead < 0x80   ? 1
                                             : lead < 0xE0 ? 2
                                             : lead < 0xF0 ? 3
                                                           : 4);
      const Cut character = fit(word.substr(0, length), 2);
      if (used + character.cells > room) end_line();
      line += character.text;
      used += character.cells;
      word.remove_prefix(length);
    }
  }
  end_line();
  return wrapped;
}

class Text {
 public:
  Text(const Check& check, Language language)
      : check_(check), list_(check), language_(language),
        colour_(isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nullptr) {}

  void print_all() {
    print_heading();
    for (std::size_t u = 0; u < kUrgencies; ++u) print_urgency(static_cast<Urgency>(u));
    print_rejects();
  }

 private:
  void print_heading() {
    const CheckContext& context = check_.context();
    const OrderBook& book = context.book;
    print(stdout, fit("Parcelwise  " +
                          date_text(context.now, context.policy.zone(), language_) + "  " +
                          context.policy.zone_name() + "  " + context.policy.id(),
                      kColumns)
                          .text +
                      "\n");
    for (std::size_t r = 0; r < book.reports().size(); ++r) {
      const Report& report = *book.reports()[r];
      const ReportCounts& counts = book.counts(r);
      print(stdout, "  " + pad(report.file, 30) + "  " +
                        pad(kind_name(report.kind), 16) + "  " +
                        std::to_string(counts.items) + " / " +
                        std::to_string(counts.rows) + "\n");
    }
    print(stdout, "  " + fill(words("totals"),
                              {{"orders", std::to_string(book.order_count())},
                               {"items", std::to_string(book.item_count())},
                               {"rejects", std::to_string(book.rejects().size())}}) +
                      "\n");
  }

  // One line an order: its id, what to do, what is at stake.
  void print_urgency(Urgency urgency) {
    RowQuery query;
    query.urgency = urgency;
    const auto& rows = list_.find(query);
    if (rows.empty()) return;
    std::string heading =
        words("urgency/" + std::string(urgency_name(urgency))) + ": " +
        fill(words("orders"), {{"orders", std::to_string(rows.size())}});
    for (const Money& sum : check_.stake(urgency).at_risk) heading += ", " + money_text(sum);
    print(stdout, "\n" + emphasis(urgency, fit(heading, kColumns).text) + "\n");
    for (const std::uint32_t i : rows) {
      const Action& action = check_.actions()[i];
      const OrderFacts facts = check_.facts(action.order);
      const std::string stake = facts.at_risk && facts.at_risk->minor > 0
                                    ? "  " + money_text(*facts.at_risk)
                                    : "";
      const std::size_t room = kColumns - 2 - 19 - 2 - stake.size();
      print(stdout, "  " + facts.id.text() + "  " +
                        (stake.empty() ? fit(title_of(check_, action, language_), room).text
                                       : pad(title_of(check_, action, language_), room)) +
                        stake + "\n");
      for (const std::uint32_t other : list_.actions_of(action.order)) {
        if (other == i) continue;
        print(stdout, std::string(23, ' ') +
                          fit("+ " + title_of(check_, check_.actions()[other], language_),
                              kColumns - 23)
                              .text +
                          "\n");
      }
    }
  }

  void print_rejects() {
    const auto& rejects = check_.context().book.rejects();
    if (rejects.empty()) return;
    print(stdout, "\n" + words("rejected") + "\n");
    std::size_t shown = 0;
    for (const auto& [report, reject] : rejects) {
      if (shown++ == kMostRejectsShown) {
        print(stdout, "  " +
                          fill(words("more"),
                               {{"count", std::to_string(rejects.size() - shown + 1)}}) +
                          "\n");
        break;
      }
      const std::string file = check_.context().book.reports()[report]->file;
      print(stdout, "  " +
                        fit(file + ":" + std::to_string(reject.row) + "  " +
                                std::string(reject_name(reject.code)),
                            kColumns - 2)
                            .text +
                        "\n");
      print(stdout, wrap(reject_text(reject, language_), 4));
    }
  }

  std::string words(const std::string& name) const {
    return std::string(Catalogue::of(language_).text("cli/" + name));
  }

  std::string emphasis(Urgency urgency, const std::string& text) const {
    if (!colour_) return text;
    const char* code = urgency == Urgency::kOverdue ? "\x1b[1;31m"
                       : urgency == Urgency::kToday ? "\x1b[1;33m"
                                                    : "\x1b[1m";
    return code + text + "\x1b[0m";
  }

  const Check& check_;
  WorkList list_;
  Language language_;
  bool colour_;
};

}  // namespace

int run_check(const CheckArguments& arguments) {
  const auto language = language_from_name(arguments.language);
  if (!language) return complain(kWrongUsage, "--language takes ja, en or it");
  Instant now = clock();
  if (!arguments.now.empty()) {
    const auto stamp = parse_stamp(arguments.now);
    if (!stamp || stamp->date_only) {
      return complain(kWrongUsage,
                      "--now takes an instant such as 2026-11-20T09:00:00+09:00, not \"" +
                          arguments.now + "\"");
    }
    now = stamp->at;
  }
  ReadOptions options;
  if (!arguments.encoding.empty()) {
    options.encoding = encoding_from_name(arguments.encoding);
    if (!options.encoding) {
      return complain(kWrongUsage,
                      "--encoding takes utf-8, utf-16le, utf-16be, cp932, windows-1252 "
                      "or ascii");
    }
  }
  if (!arguments.kind.empty()) {
    options.kind = kind_from_name(arguments.kind);
    if (!options.kind) {
      return complain(kWrongUsage,
                      "--kind takes new-orders, unshipped-orders, all-orders or "
                      "pending-orders");
    }
  }

  CheckOptions check_options;
  for (const std::string& sku : arguments.out_of_stock) {
    check_options.stock.push_back({sku, 0});
  }
  if (!arguments.stock_file.empty()) {
    const auto text = read_whole_file(arguments.stock_file);
    if (!text) return complain(kWrongUsage, text.error());
    const auto stock = read_stock(*text);
    if (!stock) {
      return complain(kWrongUsage, arguments.stock_file + ", row " +
                                       std::to_string(stock.error().row) + ": \"" +
                                       stock.error().text +
                                       "\" is no SKU with a number of units");
    }
    check_options.stock.insert(check_options.stock.end(), stock->begin(), stock->end());
  }

  std::string policy_text = arguments.policy;
  const bool is_id = std::find(Policy::ids().begin(), Policy::ids().end(), policy_text) !=
                     Policy::ids().end();
  if (!policy_text.empty() && !is_id) {
    auto file = read_whole_file(policy_text);
    if (!file) return complain(kWrongUsage, file.error());
    policy_text = std::move(*file);
  }

  int status = kDone;
  std::list<Report> reports;
  for (const std::string& path : arguments.reports) {
    ReportReader reader(shown_name(path), options);
    bool readable = true;
    const auto read = read_file(path, [&](std::string_view bytes) {
      readable = reader.feed(bytes).has_value();
      return readable;
    });
    if (!read) {
      status = complain(kUnreadable, read.error());
      continue;
    }
    auto report = reader.finish();
    if (!report) {
      status = complain(kUnreadable, read_error_text(report.error(), *language));
      continue;
    }
    reports.push_back(std::move(*report));
  }
  if (reports.empty()) return status;

  std::vector<const Report*> all;
  for (const Report& report : reports) all.push_back(&report);
  if (policy_text.empty()) policy_text = policy_for(all);
  if (policy_text.empty()) {
    policy_text = kDefaultPolicy;
    remark("no report tells a known marketplace; using " + policy_text +
           " (choose with --policy)");
  }
  const auto policy = Policy::load(policy_text);
  if (!policy) {
    return complain(kWrongUsage, policy_error_text(policy.error(), *language));
  }
  const OrderBook book = OrderBook::join(all);
  const Check check = Check::run(book, *policy, now, check_options);
  const bool json = arguments.format.empty() ? isatty(STDOUT_FILENO) != 1
                                             : arguments.format == "json";
  if (json) {
    write_check_json(check, *language, [](std::string_view text) { print(stdout, text); });
  } else {
    Text(check, *language).print_all();
  }
  if (std::fflush(stdout) != 0) return complain(kUnreadable, "cannot write the findings");
  return status;
}

}  // namespace parcelwise::cli
