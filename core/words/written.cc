// Puts an instant and a sum into a language's own form; see words/written.h.
#include "words/written.h"

#include <array>

namespace parcelwise {
namespace {

// A language's pattern and names, looked up once: dates are written by the
// hundred thousand.
struct DateWords {
  explicit DateWords(Language language) {
    const Catalogue& words = Catalogue::of(language);
    pattern = words.text("date/pattern");
    for (std::size_t i = 0; i < weekdays.size(); ++i) {
      weekdays[i] = words.text("date/weekdays/" + std::to_string(i));
    }
    for (std::size_t i = 0; i < months.size(); ++i) {
      months[i] = words.text("date/months/" + std::to_string(i));
    }
  }

  static const DateWords& of(Language language) {
    static const DateWords kEnglish(Language::kEnglish);
    static const DateWords kJapanese(Language::kJapanese);
    static const DateWords kItalian(Language::kItalian);
    switch (language) {
      case Language::kJapanese:
        return kJapanese;
      case Language::kItalian:
        return kItalian;
      case Language::kEnglish:
        break;
    }
    return kEnglish;
  }

  std::string_view pattern;
  std::array<std::string_view, 7> weekdays;
  std::array<std::string_view, 12> months;
};

}  // namespace

std::string date_text(Instant at, const Zone& zone, Language language) {
  const DateWords& words = DateWords::of(language);
  const Day day = zone.day_of(at);
  const CivilDate date = civil(day);
  const std::int64_t wall = at.unix_seconds + zone.offset_seconds(at) -
                            std::int64_t{day.since_epoch} * kSecondsPerDay;
  const auto two = [](std::int64_t number, std::string& out) {
    out += static_cast<char>('0' + number / 10);
    out += static_cast<char>('0' + number % 10);
  };
  return fill_with(words.pattern, [&](std::string_view name, std::string& out) {
    if (name == "weekday") {
      out += words.weekdays[static_cast<std::size_t>(weekday(day))];
    } else if (name == "month") {
      out += words.months[static_cast<std::size_t>(date.month - 1)];
    } else if (name == "day") {
      out += std::to_string(date.day);
    } else if (name == "time") {
      two(wall / 3600, out);
      out += ':';
      two(wall / 60 % 60, out);
    } else {
      return false;
    }
    return true;
  });
}

std::string money_text(const Money& amount) {
  return std::string(amount.currency.code()) + " " + print_amount(amount);
}

}  // namespace parcelwise
