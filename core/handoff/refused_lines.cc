// Lines of a result to rows of a file; see handoff/refused_lines.h.
#include "handoff/refused_lines.h"

#include <algorithm>

#include "files/json_reader.h"

namespace parcelwise {
namespace {

bool same_item(std::string_view a, std::string_view b) {
  const auto x = ItemId::parse(a), y = ItemId::parse(b);
  return x && y ? *x == *y : a == b;
}

// The result's line may be of this item: a blank one is of all of them.
bool may_be(const UploadLine& line, std::string_view item) {
  return line.item.empty() || same_item(line.item, item);
}

// Of a row of the upload its order (0) or its item (1).
std::string_view cell_of(std::string_view row, int column) {
  for (; column > 0; --column) row.remove_prefix(row.find('\t') + 1);
  return row.substr(0, row.find('\t'));
}

bool is_part_of_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
         (c >= 'a' && c <= 'z');
}

bool names(std::string_view message, std::string_view number) {
  if (number.empty()) return false;
  for (std::size_t at = message.find(number); at != std::string_view::npos;
       at = message.find(number, at + 1)) {
    const std::size_t end = at + number.size();
    if ((at == 0 || !is_part_of_word(message[at - 1])) &&
        (end == message.size() || !is_part_of_word(message[end]))) {
      return true;
    }
  }
  return false;
}

// Amazon counts from 1; 0 is the file itself.
std::size_t record_of(const UploadLine& line) {
  return static_cast<std::size_t>(
      read_number(line.record, 0, 1'000'000'000).value_or(0));
}

}  // namespace

RefusedLines::RefusedLines(const UploadResult& result,
                           std::vector<std::string> uploaded)
    : lines_(result.lines()), uploaded_(std::move(uploaded)) {
  if (!records_hold(result)) uploaded_.clear();
}

bool RefusedLines::records_hold(const UploadResult& result) const {
  if (result.processed != static_cast<std::int64_t>(uploaded_.size()))
    return false;
  for (const auto& [order, lines] : lines_) {
    for (const UploadLine& line : lines) {
      const std::size_t record = record_of(line);
      if (record == 0) continue;
      if (record > uploaded_.size()) return false;
      const std::string_view row = uploaded_[record - 1];
      if (cell_of(row, 0) != order.text()) return false;
      const std::string_view item = cell_of(row, 1);
      if (!item.empty() && !may_be(line, item)) return false;
    }
  }
  return true;
}

std::span<const UploadLine> RefusedLines::lines_of(const OrderId& order) const {
  const auto found = lines_.find(order);
  if (found == lines_.end()) return {};
  return found->second;
}

bool RefusedLines::some_of(const OrderId& order) const {
  const auto lines = lines_of(order);
  return std::any_of(lines.begin(), lines.end(),
                     [](const UploadLine& line) { return line.again; });
}

bool RefusedLines::all_of(const OrderId& order) const {
  const auto lines = lines_of(order);
  return std::any_of(
             lines.begin(), lines.end(),
             [](const UploadLine& line) { return line.item.empty(); }) &&
         std::all_of(lines.begin(), lines.end(),
                     [](const UploadLine& line) { return line.again; });
}

bool RefusedLines::item(const OrderId& order, std::string_view item) const {
  bool again = false;
  for (const UploadLine& line : lines_of(order)) {
    if (!may_be(line, item)) continue;
    if (!line.again) return false;
    again = true;
  }
  return again;
}

std::string RefusedLines::items(const OrderId& order) const {
  std::string items;
  for (const UploadLine& line : lines_of(order)) {
    if (!line.again || line.item.empty()) continue;
    if (!items.empty()) items += ", ";
    items += line.item;
  }
  return items;
}

RefusedLines::Choice RefusedLines::choose(const OrderId& order,
                                          std::span<const Row> rows) const {
  const auto lines = lines_of(order);
  std::vector<bool> again(rows.size()), never(rows.size());
  Choice choice;
  for (const UploadLine& line : lines) {
    std::vector<std::size_t> fit;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (may_be(line, rows[i].item)) fit.push_back(i);
    }
    const auto keep_if = [&](auto holds) {
      std::vector<std::size_t> kept;
      std::copy_if(fit.begin(), fit.end(), std::back_inserter(kept), holds);
      if (kept.size() == 1) fit = std::move(kept);
    };
    const std::size_t all = fit.size();
    if (fit.size() > 1) {
      keep_if(
          [&](std::size_t i) { return names(line.message, rows[i].number); });
    }
    const std::size_t record = record_of(line);
    if (fit.size() > 1 && record > 0 && record <= uploaded_.size()) {
      keep_if(
          [&](std::size_t i) { return rows[i].text == uploaded_[record - 1]; });
    }
    // As many lines as rows, and all alike: it does not matter which is which.
    const bool alike =
        all == static_cast<std::size_t>(std::count_if(
                   lines.begin(), lines.end(), [&](const UploadLine& other) {
                     return other.item == line.item &&
                            other.again == line.again;
                   }));
    if (fit.size() == 1 || (alike && !fit.empty())) {
      for (const std::size_t i : fit) (line.again ? again : never)[i] = true;
    } else if (line.again) {
      choice.open = true;
    } else if (line.record.empty()) {
      for (const std::size_t i : fit) never[i] = true;
    }
  }
  for (std::size_t i = 0; i < rows.size(); ++i)
    choice.again.push_back(again[i] && !never[i]);
  return choice;
}

std::vector<bool> refused_rows(const UploadResult& result,
                               const std::vector<std::string>& uploaded,
                               std::vector<RowNote>& left_out) {
  const RefusedLines refused(result, uploaded);
  std::erase_if(left_out, [&](const RowNote& note) {
    const auto order = OrderId::parse(note.order);
    return order && !refused.some_of(*order);
  });
  std::vector<bool> again;
  while (again.size() < uploaded.size()) {
    const std::string_view id = cell_of(uploaded[again.size()], 0);
    std::vector<RefusedLines::Row> rows;
    for (std::size_t i = again.size();
         i < uploaded.size() && cell_of(uploaded[i], 0) == id; ++i) {
      rows.push_back({std::string(cell_of(uploaded[i], 1)), {}, uploaded[i]});
    }
    const OrderId order = *OrderId::parse(id);
    const RefusedLines::Choice choice = refused.choose(order, rows);
    again.insert(again.end(), choice.again.begin(), choice.again.end());
    if (choice.open) {
      left_out.push_back({order.text(),
                          "order-item-id",
                          refused.items(order),
                          "refused-line-unclear",
                          {}});
    }
  }
  return again;
}

}  // namespace parcelwise
