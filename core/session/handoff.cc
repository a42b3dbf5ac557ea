// What leaves a session and what comes back to it: files, slips, tracking
// numbers.
#include <optional>
#include <utility>

#include "files/json.h"
#include "files/json_reader.h"
#include "files/open_json.h"
#include "handoff/account_health.h"
#include "handoff/contents.h"
#include "handoff/export.h"
#include "handoff/journal_entry.h"
#include "json/export_json.h"
#include "json/journal_json.h"
#include "json/services_json.h"
#include "json/slips_json.h"
#include "json/upload_result_json.h"
#include "session/state.h"
#include "words/file_errors.h"

namespace parcelwise {
namespace {

// Holds ExportOptions to their types; what they say is read where it is used.
class OptionsForm : private JsonReader {
 public:
  std::optional<JsonComplaint> check(const Json& json) {
    if (!json.is_object()) return describe("", json, "an object");
    for (const char* const name : {"orders", "groups", "without"}) {
      const Json& value = member(json, name);
      if (!value.is_null() && !value.is_array())
        note(pointer_step(name), value, "a list");
    }
    for (const char* const name : {"carrier", "reason"}) {
      const Json& value = member(json, name);
      if (!value.is_null() && !value.is_string())
        note(pointer_step(name), value, "a text");
    }
    const Json& day = member(json, "ship_date");
    if (!day.is_null() && !read_day(day.text()))
      note("/ship_date", day, "a day as 2026-11-20");
    const Json& without = member(json, "without_tracking");
    if (!without.is_null() && !without.is_boolean())
      note("/without_tracking", without, "true or false");
    return std::move(complaint_);
  }
};

// The order ids of a list; what is none is passed over.
std::vector<OrderId> order_ids(const Json& list) {
  std::vector<OrderId> ids;
  if (!list.is_array()) return ids;
  for (const Json& text : list) {
    if (!text.is_string()) continue;
    if (const auto id = OrderId::parse(text.text())) ids.push_back(*id);
  }
  return ids;
}

Reply bad_shop(const ShopError& error, Language language) {
  const std::string sentence =
      error.unopened ? shop_error_text(error, language)
                     : fill(Catalogue::of(language).text("bad_shop"),
                            {{"pointer", error.pointer},
                             {"value", error.value},
                             {"expected", error.expected}});
  return failure(FailureCode::kBadShop, sentence,
                 {{"pointer", error.pointer}, {"value", error.value}});
}

Reply bad_layout(const JsonComplaint& complaint, Language language) {
  return failure(FailureCode::kBadLayout,
                 json_complaint_text(complaint, language),
                 {{"pointer", complaint.pointer}, {"value", complaint.value}});
}

// "carrier:ups-batch" -> "ups-batch"; "" for a kind of another name.
std::string layout_of(const std::string& kind) {
  return kind.starts_with(kLayoutKind) ? kind.substr(kLayoutKind.size())
                                       : std::string();
}

// One warning of all rows that could not be read and may be missing from the
// file.
std::optional<RowNote> unread_note(const ExportKind& kind,
                                   const ExportContext& context) {
  std::string named =
      names_of(context.check.context().book, missing_rows(kind, context));
  if (named.empty()) return std::nullopt;
  return RowNote{"", "", std::move(named), "unread-rows", {}};
}

}  // namespace

// What the page wants exported, with the shop it has typed in.
struct Session::Ask {
  ShopSettings shop;
  std::vector<std::uint32_t> orders;
  std::vector<OrderId> without;  // where none are chosen
  SoundGroups groups;
  OrderSplits splits;
  TrackingNumbers numbers;
  UploadWishes upload;
  std::optional<OwnLayout> layout;

  static tl::expected<Ask, Reply> read(const State& s,
                                       const std::string& options) {
    const auto opened = open_json(options);
    if (!opened)
      return tl::unexpected(bad_json(complaint_of(opened.error()), s.language));
    const Json& wanted = *opened;
    if (auto complaint = OptionsForm().check(wanted))
      return tl::unexpected(bad_json(*complaint, s.language));
    Ask ask;
    if (const Json& typed = member(wanted, "shop"); !typed.is_null()) {
      auto shop = ShopSettings::load(json_text(typed));
      if (!shop) return tl::unexpected(bad_shop(shop.error(), s.language));
      ask.shop = std::move(*shop);
    }
    if (const Json& orders = member(wanted, "orders"); !orders.is_null()) {
      for (const OrderId& id : order_ids(orders)) {
        const auto order = s.book.find(id);
        if (order) ask.orders.push_back(*order);
      }
      // None of them is no choice of all.
      if (ask.orders.empty() && !orders.empty())
        return tl::unexpected(s.bad_argument("orders"));
    }
    ask.without = order_ids(member(wanted, "without"));
    AcceptedGroups accepted;
    for (const Json& group : member(wanted, "groups"))
      accepted.push_back(order_ids(group));
    ask.groups = s.sound(accepted);
    auto splits = splits_of(member(wanted, "splits"), "/splits");
    if (!splits) return tl::unexpected(bad_json(splits.error(), s.language));
    ask.splits = std::move(*splits);
    ask.numbers = s.match_numbers(ask.groups.groups, ask.splits);
    if (member(wanted, "retry").is_true()) {
      if (!s.result) return tl::unexpected(s.bad_argument("retry"));
      ask.upload.retry = &*s.result;
    }
    if (const Json& layout = member(wanted, "layout"); !layout.is_null()) {
      auto read = OwnLayout::read(json_text(layout));
      if (!read) return tl::unexpected(bad_layout(read.error(), s.language));
      ask.layout = std::move(*read);
    }
    ask.upload.carrier = member(wanted, "carrier").text();
    ask.upload.reason = member(wanted, "reason").text();
    ask.upload.ship_date = read_day(member(wanted, "ship_date").text());
    ask.upload.without_tracking = member(wanted, "without_tracking").is_true();
    ask.upload.accept_unread = member(wanted, "accept_unread").is_true();
    return ask;
  }

  ExportContext context(const State& s, Companions companions) const {
    return {*s.check,
            shop,
            s.plan,
            shipments(s, companions),
            !orders.empty(),
            s.language,
            &numbers,
            upload,
            &splits,
            layout ? &*layout : nullptr,
            s.terms->get().skus,
            groups.apart};
  }

 private:
  std::vector<Shipment> shipments(const State& s, Companions companions) const {
    if (!orders.empty() || without.empty())
      return shipments_of(*s.check, orders, groups.groups, companions);
    std::vector<bool> out(s.book.order_count());
    for (const OrderId& id : without) {
      if (const auto order = s.book.find(id)) out[*order] = true;
    }
    std::vector<std::uint32_t> left;
    for (std::uint32_t order = 0; order < s.book.order_count(); ++order) {
      if (!out[order] && s.check->facts(order).to_ship()) left.push_back(order);
    }
    if (left.empty()) return {};  // no choice of all
    return shipments_of(*s.check, left, groups.groups, companions);
  }
};

Reply Session::export_kinds() {
  return done(export_kinds_json(state_->language));
}

Reply Session::write_files(const std::string& name,
                           const std::string& options) {
  State& s = *state_;
  if (!s.check) return s.bad_argument("check");
  const std::string layout = layout_of(name);
  const ExportKind* const kind =
      layout.empty() ? find_export_kind(name) : &carrier_export();
  if (kind == nullptr) return s.bad_argument("kind");
  auto ask = Ask::read(s, options);
  if (!ask) return ask.error();
  if (layout.empty()) {
    ask->layout.reset();
  } else if (!ask->layout) {
    ask->layout = OwnLayout::of(layout);
  }
  if (!layout.empty() && (!ask->layout || ask->layout->id != layout))
    return s.bad_argument("kind");
  if (ask->upload.retry != nullptr && kind->reader != ExportReader::kAmazon)
    return s.bad_argument("retry");
  const ExportContext context = ask->context(s, kind->companions);
  s.written = kind->write(context);
  warn_of_apart(context, s.written.warnings);
  Json files = Json::array();
  for (const HandoffFile& file : s.written.files) {
    files.push_back(json_object(
        {{"name", file.name},
         {"at", reinterpret_cast<std::uintptr_t>(file.bytes.data())},
         {"bytes", file.bytes.size()}}));
  }
  Json left_out = Json::array();
  for (const RowNote& note : s.written.left_out)
    left_out.push_back(note_json(note, left_out_text(note, s.language)));
  Json warnings = Json::array();
  for (const RowNote& note : s.written.warnings)
    warnings.push_back(note_json(note, warning_text(note, s.language)));
  if (const auto note = unread_note(*kind, context))
    warnings.push_back(note_json(*note, warning_text(*note, s.language)));
  Json health = Json::array();
  for (std::string& text : health_before(*kind, context, s.written))
    health.push_back(std::move(text));
  Json unnamed = Json::array();
  for (UnnamedGoods& goods : unnamed_goods(context, s.written))
    unnamed.push_back(json_object(
        {{"sku", std::move(goods.sku)}, {"name", std::move(goods.name)}}));
  Json event;
  if (const auto entry = journal_entry(*kind, context, s.written, {}))
    event = journal_event_json(*entry, s.policies.main().zone());
  return done(json_object(
      {{"files", std::move(files)},
       {"rows", s.written.rows},
       {"companions", companions_of(context)},
       {"orders_left_out", orders_left_out(*kind, context, s.written)},
       {"left_out", std::move(left_out)},
       {"warnings", std::move(warnings)},
       {"health", std::move(health)},
       {"unnamed", std::move(unnamed)},
       {"event", std::move(event)}}));
}

Reply Session::read_layout(const std::string& text) {
  const auto layout = OwnLayout::read(text);
  if (!layout) return bad_layout(layout.error(), state_->language);
  return done(layout_choice_json(*layout, state_->language));
}

Reply Session::services(const std::string& text) {
  State& s = *state_;
  if (!s.check) return s.bad_argument("check");
  const auto wanted = open_json(text);
  if (!wanted) return bad_json(complaint_of(wanted.error()), s.language);
  if (!wanted->is_array())
    return bad_json(JsonReader::describe("", *wanted, "a list"), s.language);
  const SavingTerms& terms = s.terms->get();
  if (!finds_services(terms)) {
    const char* const member = terms.tariffs.empty() ? "tariffs" : "skus";
    return failure(FailureCode::kBadTerms,
                   Catalogue::of(s.language)
                       .text("combine/services/" + std::string(member)),
                   {{"member", member}});
  }
  std::vector<std::uint32_t> orders;
  for (const OrderId& id : order_ids(*wanted)) {
    if (const auto order = s.book.find(id)) orders.push_back(*order);
  }
  if (orders.empty() && !wanted->empty()) return s.bad_argument("orders");
  if (orders.empty()) {
    for (std::uint32_t order = 0; order < s.book.order_count(); ++order) {
      if (s.check->facts(order).to_ship()) orders.push_back(order);
    }
  }
  return done(services_json(*s.check, orders, terms, s.language));
}

Reply Session::slips(const std::string& options) {
  State& s = *state_;
  if (!s.check) return s.bad_argument("check");
  const auto ask = Ask::read(s, options);
  if (!ask) return ask.error();
  return done(slips_json(ask->context(s, Companions::kTaken)));
}

Reply Session::open_tracking(const std::string& file, std::size_t bytes,
                             const std::string& mapping) {
  State& s = *state_;
  const auto columns = read_tracking_mapping(mapping);
  if (!columns) return bad_json(columns.error(), s.language);
  if (bytes > s.buffer_bytes) return s.bad_argument("tracking");
  return s.keep_tracking(
      read_tracking_file(file, {s.buffer.get(), bytes}, *columns));
}

Reply Session::paste_tracking(const std::string& file, const std::string& text,
                              const std::string& mapping) {
  const auto columns = read_tracking_mapping(mapping);
  if (!columns) return bad_json(columns.error(), state_->language);
  return state_->keep_tracking(read_tracking_lines(file, text, *columns));
}

Reply Session::State::keep_tracking(
    tl::expected<TrackingFile, TrackingError> read) {
  if (!read) {
    const TrackingError& error = read.error();
    return failure(error.code, tracking_error_text(error, language),
                   {{"value", error.found}, {"columns", error.columns}});
  }
  numbers.reset();
  const int handle = next_handle++;
  const auto& kept = tracking[handle] =
      std::make_unique<TrackingFile>(std::move(*read));
  return done(json_object({{"tracking", handle},
                           {"form", tracking_form_id(kept->form)},
                           {"rows", kept->rows}}));
}

Reply Session::remove_tracking(int tracking) {
  state_->numbers.reset();
  state_->tracking.erase(tracking);
  return {};
}

Reply Session::upload_result(const std::string& file, std::size_t bytes) {
  State& s = *state_;
  if (!s.check) return s.bad_argument("check");
  if (bytes > s.buffer_bytes) return s.bad_argument("result");
  auto result = read_upload_result(file, {s.buffer.get(), bytes});
  if (!result) {
    return failure(FailureCode::kNotAResult,
                   upload_result_error_text(result.error(), file, s.language));
  }
  s.result = std::move(*result);
  return done(upload_result_json(*s.result, s.book, s.language));
}

Reply Session::accept_proposed(const std::string& text) {
  State& s = *state_;
  const auto opened = open_json(text);
  if (!opened) return bad_json(complaint_of(opened.error()), s.language);
  if (!opened->is_object())
    return bad_json(JsonReader::describe("", *opened, "an object"), s.language);
  AcceptedProposals accepted;
  for (const auto& [order, number] : opened->items()) {
    const auto id = OrderId::parse(order);
    if (!id || !number.is_string()) {
      return bad_json(JsonReader::describe(pointer_step(order), number,
                                           "a number by an order's id"),
                      s.language);
    }
    accepted.numbers.emplace(*id, number.text());
  }
  s.accepted_proposals = std::move(accepted);
  s.numbers.reset();
  return done(json_object({{"accepted", s.accepted_proposals.numbers.size()}}));
}

Reply Session::tracking(const std::string& options) {
  State& s = *state_;
  if (!s.check) return s.bad_argument("check");
  const auto ask = Ask::read(s, options);
  if (!ask) return ask.error();
  Json summary =
      tracking_json(s.book, s.tracking_files(), ask->numbers, s.language);
  if (s.journal) {
    const auto numbers =
        numbers_entry(*s.journal, ask->numbers, s.check->context());
    summary["event"] =
        numbers ? journal_event_json(*numbers, s.policies.main().zone())
                : Json();
  }
  return done(summary);
}

}  // namespace parcelwise
