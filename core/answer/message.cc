// Writes the message; see answer/message.h.
#include "answer/message.h"

#include <algorithm>

#include "rules/wording.h"
#include "text/steering.h"
#include "words/written.h"

namespace parcelwise {
namespace {

// "ship-by" and {ship_by} are one field.
bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    return (x == '-' ? '_' : x) == (y == '-' ? '_' : y);
  });
}

const AnswerField* find_field(const BuyerAnswer& answer,
                              std::string_view name) {
  for (const AnswerField& field : answer.fields) {
    if (same_name(field.name, name)) return &field;
  }
  return nullptr;
}

// Digits in groups of three: "1234567" -> "1,234,567".
std::string grouped(std::string digits, char mark) {
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, 1, mark);
  }
  return digits;
}

std::string lines_text(const AnswerField& field, Language language) {
  const std::string_view pattern =
      Catalogue::of(language).text("answers/frame/line");
  std::string text;
  for (const auto& [product, units] : field.lines) {
    if (!text.empty()) text += '\n';
    text +=
        fill(pattern, {{"product", product}, {"units", std::to_string(units)}});
  }
  return text;
}

// Line by line what was charged, and the sums.
std::string breakdown_text(const Charges& charges, Language language) {
  const Catalogue& words = Catalogue::of(language);
  const std::string at = "answers/frame/breakdown/";
  // As wide as what stands before a product.
  const std::string indent =
      language == Language::kJapanese ? "\xE3\x80\x80" : "  ";
  std::string text;
  const auto amount = [&](std::int64_t minor) {
    return buyer_money({charges.currency, minor}, language);
  };
  const auto part = [&](std::string_view name, std::int64_t minor) {
    text +=
        "\n" + indent +
        fill(words.text(at + std::string(name)), {{"amount", amount(minor)}});
  };
  const auto parts = [&](const Components& of) {
    for (std::size_t c = 0; c < kComponents; ++c) {
      const auto component = static_cast<Component>(c);
      if (of[component] == 0) continue;
      const bool takes = component == Component::kItemPromotion ||
                         component == Component::kShipPromotion;
      part(component_name(component), takes ? -of[component] : of[component]);
    }
  };
  Components all;
  std::optional<std::int64_t> tax = 0;
  for (const ChargedLine& line : charges.lines) {
    const std::string name = steering_dropped(
        charges.book->item_cell(line.item, Column::kProductName));
    AnswerField field;
    field.lines.emplace_back(name.empty() ? line.sku : name, line.units);
    if (!text.empty()) text += "\n\n";
    text += lines_text(field, language);
    parts(line.charged);
    part("total", line.charged.total());
    all += line.charged;
    tax = tax && line.tax_inside ? std::optional(*tax + *line.tax_inside)
                                 : std::nullopt;
  }
  text += "\n\n" + std::string(words.text(at + "sums"));
  if (charges.lines.size() > 1) parts(all);
  part("grand_total", all.total());
  if (tax && *tax > 0) part("tax_inside", *tax);
  return text;
}

// A name as the report has it, without the purchase order that Amazon puts
// behind it (docs/rules.md 2.9), or "" where it is no name to write to.
std::string buyer_name(const BuyerAnswer& answer, const CheckContext& context) {
  if (!answer.facts) return {};
  for (const Column column : {Column::kBuyerName, Column::kRecipientName}) {
    std::string name = context.book.order_cell(answer.facts->order, column);
    for (const std::string_view mark : {"(PO", " PO:", "\xEF\xBC\x88PO"}) {
      name.resize(std::min(name.size(), name.find(mark)));
    }
    for (const std::string_view honorific :
         {"\xE6\xA7\x98", "\xE5\xBE\xA1\xE4\xB8\xAD"}) {  // 様, 御中
      if (name.size() > honorific.size() && name.ends_with(honorific)) {
        name.resize(name.size() - honorific.size());
      }
    }
    while (!name.empty() && name.back() == ' ') name.pop_back();
    if (name.empty() || name.size() > 90) continue;
    const bool plain = std::none_of(name.begin(), name.end(), [](char c) {
      return static_cast<unsigned char>(c) < 0x20 || c == '<' || c == '>' ||
             c == '@' || c == ':' || c == '/';
    });
    if (plain && !has_steering(name)) return name;
  }
  return {};
}

// The dates that are a report's own; the others are counted from one, or from
// now.
bool is_reported_date(std::string_view name) {
  for (const std::string_view reported :
       {"ship-by", "deliver-by", "window-from", "window-to"}) {
    if (same_name(name, reported)) return true;
  }
  return false;
}

Origin origin_of(const AnswerField& field) {
  if (field.kind == AnswerField::Kind::kInstant)
    return is_reported_date(field.name) ? Origin::kReport : Origin::kCounted;
  return field.name == "minutes" ? Origin::kCounted : Origin::kReport;
}

class Writer {
 public:
  Writer(const BuyerAnswer& answer, const CheckContext& context,
         const OwnWording* own, AnswerMessage& message)
      : answer_(answer),
        context_(context),
        own_(own),
        message_(message),
        words_(Catalogue::of(message.language)),
        name_(buyer_name(answer, context)) {}

  void write() {
    const bool has_order = !answer_.order_id.empty();
    const std::string subject(
        words_.text("answers/" + std::string(answer_.of->id) + "/subject"));
    message_.subject =
        has_order ? fill(words_.text("answers/frame/subject"),
                         {{"subject", subject}, {"order", answer_.order_id}})
                  : subject;
    add(frame("greeting", name_.empty() ? "greeting-no-name" : "greeting"));
    // A complaint is answered with the apology first, not with thanks.
    std::string opening =
        answer_.of->writes_first ? "opening-first" : "opening-reply";
    if (!has_order) {
      opening += "-no-order";
    } else if (answer_.apologises) {
      opening = "opening-complaint";
    }
    const std::string own_opening =
        "answers/" + std::string(answer_.of->id) + "/opening";
    if (has_order && answer_.apologises && words_.has(own_opening) &&
        (own_ == nullptr || !own_->find(message_.language, "opening"))) {
      add(words_.text(own_opening));
    } else {
      add(frame("opening", opening));
    }
    const std::string outcome =
        std::string(answer_.of->id) + "/" + std::string(answer_.outcome);
    const auto* const own =
        own_ ? own_->find(message_.language, outcome) : nullptr;
    if (own != nullptr) {
      for (const std::string& paragraph : *own) add(paragraph);
    } else {
      for (const std::string_view paragraph : words_.list(
               outcome_path(*answer_.of, answer_.outcome) + "/message")) {
        add(paragraph);
      }
    }
    add(frame("closing",
              answer_.given.shop.empty() ? "closing-no-shop" : "closing"));
  }

 private:
  // The seller's own greeting stands for all of ours.
  std::string_view frame(std::string_view own_name,
                         std::string_view name) const {
    const auto* const own =
        own_ ? own_->find(message_.language, own_name) : nullptr;
    if (own != nullptr) return own->front();
    return words_.text("answers/frame/" + std::string(name));
  }

  void add(std::string_view paragraph) {
    const std::string text =
        fill_with(paragraph, [&](std::string_view name, std::string& out) {
          return put(name, out);
        });
    if (text.empty()) return;
    if (!message_.body.empty()) message_.body += "\n\n";
    message_.body += text;
  }

  void take(std::string_view name, const std::string& text, Origin from,
            std::string& out) {
    if (!text.empty()) message_.filled.push_back({name, text, from});
    out += text;
  }

  bool put(std::string_view name, std::string& out) {
    const SellerInput& given = answer_.given;
    const std::pair<std::string_view, const std::string*> said_texts[] = {
        {"shop", &given.shop},
        {"carrier", &given.carrier},
        {"tracking_number", &given.tracking_number},
        {"wish", &given.wish},
        {"wished", &given.wished}};
    for (const auto& [field, value] : said_texts) {
      if (field != name) continue;
      if (value->empty()) {
        out += blank(field);
      } else {
        take(field, *value, Origin::kSeller, out);
      }
      return true;
    }
    if (name == "order") {
      take(name, answer_.order_id,
           answer_.facts ? Origin::kReport : Origin::kSeller, out);
    } else if (name == "name") {
      take(name, name_, Origin::kReport, out);
    } else if (name == "breakdown" && answer_.breakdown) {
      take(name, breakdown_text(*answer_.breakdown, message_.language),
           Origin::kReport, out);
    } else if (const AnswerField* field = find_field(answer_, name);
               field != nullptr && !field->guessed) {
      take(name, value_text(*field), origin_of(*field), out);
    } else if (name == "amount" && !given.amount.empty()) {
      take(name,
           answer_.given_amount
               ? buyer_money(*answer_.given_amount, message_.language)
               : given.amount,
           Origin::kSeller, out);
    } else {
      out += blank(name);
    }
    return true;
  }

  std::string value_text(const AnswerField& field) const {
    switch (field.kind) {
      case AnswerField::Kind::kText:
        return field.text;
      case AnswerField::Kind::kInstant:
        return buyer_date(field.at, context_.policy.zone(), message_.language);
      case AnswerField::Kind::kMoney:
        return buyer_money(field.amount, message_.language);
      case AnswerField::Kind::kOrders:
        return listed(field.orders, message_.language);
      case AnswerField::Kind::kLines:
        break;
    }
    return lines_text(field, message_.language);
  }

  std::string blank(std::string_view name) {
    std::string text(words_.text("answers/blanks/" + std::string(name)));
    const auto known =
        std::find_if(message_.blanks.begin(), message_.blanks.end(),
                     [&](const Blank& b) { return b.text == text; });
    if (known == message_.blanks.end()) message_.blanks.push_back({name, text});
    return text;
  }

  const BuyerAnswer& answer_;
  const CheckContext& context_;
  const OwnWording* own_;
  AnswerMessage& message_;
  const Catalogue& words_;
  std::string name_;
};

}  // namespace

std::string_view origin_name(Origin origin) {
  switch (origin) {
    case Origin::kReport:
      return "report";
    case Origin::kCounted:
      return "counted";
    case Origin::kSeller:
      break;
  }
  return "seller";
}

AnswerMessage write_message(const BuyerAnswer& answer,
                            const CheckContext& context,
                            const OwnWording* own) {
  AnswerMessage message;
  message.language = answer.language;
  Writer(answer, context, own, message).write();
  return message;
}

std::string answer_text(std::string_view text, const BuyerAnswer& answer,
                        const CheckContext& context, Language language) {
  return fill_with(text, [&](std::string_view name, std::string& out) {
    if (name == "order") {
      out += answer.order_id;
      return true;
    }
    const AnswerField* const field = find_field(answer, name);
    if (field == nullptr) {
      out +=
          Catalogue::of(language).text("answers/blanks/" + std::string(name));
      return true;
    }
    switch (field->kind) {
      case AnswerField::Kind::kText:
        out += field->text;
        break;
      case AnswerField::Kind::kInstant:
        out += date_text(field->at, context.policy.zone(), language);
        break;
      case AnswerField::Kind::kMoney:
        out += money_text(field->amount);
        break;
      case AnswerField::Kind::kOrders:
        out += listed(field->orders, language);
        break;
      case AnswerField::Kind::kLines:
        for (std::size_t i = 0; i < field->lines.size(); ++i) {
          const auto& [product, units] = field->lines[i];
          out += (i > 0 ? ", " : "") + std::to_string(units) + " \xC3\x97 " +
                 product;
        }
    }
    return true;
  });
}

std::string listed(std::span<const std::string> names, Language language) {
  std::string list;
  for (const std::string& name : names) {
    if (!list.empty())
      list += language == Language::kJapanese ? "\xE3\x80\x81" : ", ";
    list += name;
  }
  return list;
}

std::string buyer_date(Instant at, const Zone& zone, Language language) {
  const Catalogue& words = Catalogue::of(language);
  const Day day = zone.day_of(at);
  const CivilDate date = civil(day);
  // A limit at a day's end is that day; one at its beginning too.
  const bool whole_day = at == zone.end_of(day) || at == zone.start_of(day);
  const std::int64_t wall = at.unix_seconds - zone.start_of(day).unix_seconds;
  const auto two = [](std::int64_t number) {
    return std::string(number < 10 ? "0" : "") + std::to_string(number);
  };
  return fill(
      words.text(whole_day ? "answers/frame/day" : "answers/frame/time"),
      {{"weekday", std::string(words.text(
                       "answers/frame/weekdays/" +
                       std::to_string(static_cast<int>(weekday(day)))))},
       {"month", std::string(words.text("answers/frame/months/" +
                                        std::to_string(date.month - 1)))},
       {"day", std::to_string(date.day)},
       {"time", two(wall / 3600) + ":" + two(wall / 60 % 60)}});
}

std::string buyer_money(const Money& amount, Language language) {
  const Catalogue& words = Catalogue::of(language);
  std::string text = print_amount(amount);
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.erase(0, 1);
  const std::size_t point = text.find('.');
  const bool italian = language == Language::kItalian;
  std::string written = grouped(text.substr(0, point), italian ? '.' : ',');
  if (point != std::string::npos) {
    written += (italian ? "," : ".") + text.substr(point + 1);
  }
  const std::string code(amount.currency.code());
  const std::string own = "answers/frame/money/" + code;
  std::string shown = words.has(own)
                          ? fill(words.text(own), {{"amount", written}})
                          : code + " " + written;
  return negative ? "-" + shown : shown;
}

}  // namespace parcelwise
