// Made-up order reports for tests: rows that name only the cells they are
// about, and a reader that is fed in chunks.
#ifndef PARCELWISE_TESTS_REPORT_REPORT_TEXT_H_
#define PARCELWISE_TESTS_REPORT_REPORT_TEXT_H_

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/reader.h"

namespace parcelwise {

using Cells = std::vector<std::pair<std::string, std::string>>;

class ReportText {
 public:
  explicit ReportText(std::vector<std::string> columns, char delimiter = '\t')
      : columns_(std::move(columns)), delimiter_(delimiter) {
    header_ = joined(columns_);
    text_ = header_ + "\n";
  }

  // The JP report of 34 columns with the optional ones that rules look at.
  static ReportText unshipped() {
    return ReportText({"order-id",
                       "order-item-id",
                       "purchase-date",
                       "payments-date",
                       "promise-date",
                       "buyer-email",
                       "buyer-name",
                       "buyer-phone-number",
                       "sku",
                       "product-name",
                       "quantity-purchased",
                       "quantity-shipped",
                       "quantity-to-ship",
                       "ship-service-level",
                       "recipient-name",
                       "ship-address-1",
                       "ship-address-2",
                       "ship-address-3",
                       "ship-city",
                       "ship-state",
                       "ship-postal-code",
                       "ship-country",
                       "payment-method",
                       "cod-collectible-amount",
                       "scheduled-delivery-start-date",
                       "scheduled-delivery-end-date",
                       "is-prime",
                       "is-business-order",
                       "purchase-order-number",
                       "verge-of-cancellation",
                       "verge-of-lateShipment",
                       "is-buyer-requested-cancellation",
                       "buyer-requested-cancel-reason",
                       "is-replacement-order",
                       "original-order-id",
                       "gift-wrap-type",
                       "gift-message-text"});
  }
  // An unshipped report with all that dates it; its cells are blank unless
  // named.
  static ReportText listing() {
    return ReportText({"order-id", "order-item-id", "purchase-date",
                       "payments-date", "reporting-date", "promise-date",
                       "days-past-promise", "buyer-email", "sku",
                       "product-name", "quantity-purchased", "quantity-shipped",
                       "quantity-to-ship", "recipient-name", "ship-address-1",
                       "ship-state", "ship-postal-code", "ship-country"});
  }
  static ReportText new_orders() {
    return ReportText({"order-id",
                       "order-item-id",
                       "purchase-date",
                       "payments-date",
                       "buyer-email",
                       "sku",
                       "product-name",
                       "quantity-purchased",
                       "currency",
                       "item-price",
                       "item-tax",
                       "shipping-price",
                       "shipping-tax",
                       "gift-wrap-price",
                       "gift-wrap-tax",
                       "item-promotion-discount",
                       "ship-promotion-discount",
                       "recipient-name",
                       "ship-address-1",
                       "ship-state",
                       "ship-postal-code",
                       "ship-country",
                       "latest-ship-date",
                       "latest-delivery-date"});
  }
  static ReportText all_orders() {
    return ReportText({"amazon-order-id", "purchase-date", "last-updated-date",
                       "order-status", "fulfillment-channel", "sales-channel",
                       "product-name", "sku", "item-status", "quantity",
                       "currency", "item-price", "shipping-price",
                       "item-promotion-discount", "ship-state",
                       "ship-postal-code", "ship-country"});
  }
  static ReportText returns() {
    return ReportText({"Order ID",
                       "Order date",
                       "Return request date",
                       "Return request status",
                       "Amazon RMA ID",
                       "Label cost",
                       "Currency code",
                       "Label to be paid by",
                       "A-to-Z Claim",
                       "Is prime",
                       "ASIN",
                       "Merchant SKU",
                       "Item Name",
                       "Return quantity",
                       "Return Reason",
                       "In policy",
                       "Return type",
                       "Resolution",
                       "Return delivery date",
                       "Order Amount",
                       "Order quantity",
                       "Refunded Amount",
                       "Category"});
  }
  static ReportText settlement() {
    return ReportText({"settlement-id",
                       "settlement-start-date",
                       "settlement-end-date",
                       "deposit-date",
                       "total-amount",
                       "currency",
                       "transaction-type",
                       "order-id",
                       "merchant-order-id",
                       "adjustment-id",
                       "shipment-id",
                       "marketplace-name",
                       "amount-type",
                       "amount-description",
                       "amount",
                       "fulfillment-id",
                       "posted-date",
                       "posted-date-time",
                       "order-item-code",
                       "merchant-order-item-id",
                       "merchant-adjustment-item-id",
                       "sku",
                       "quantity-purchased"});
  }
  static ReportText adjustments() {
    return ReportText(
        {"order-id", "order-item-id", "adjustment-reason-code", "currency",
         "item-price-adj", "item-tax-adj", "shipping-price-adj",
         "shipping-tax-adj", "gift-wrap-price-adj", "gift-wrap-tax-adj",
         "item-promotion-adj", "item-promotion-id", "ship-promotion-adj",
         "ship-promotion-id", "quantity-cancelled"});
  }
  static ReportText pending_orders() {
    return ReportText({"order-id", "order-item-id", "purchase-date", "sku",
                       "product-name", "quantity-purchased", "payment-type"});
  }

  // A row of ordinary cells with these in their place.
  ReportText& row(const Cells& cells) {
    std::vector<std::string> fields;
    for (const std::string& column : columns_) {
      const auto named =
          std::find_if(cells.begin(), cells.end(),
                       [&](const auto& cell) { return cell.first == column; });
      fields.push_back(named != cells.end() ? named->second : ordinary(column));
    }
    return line(joined(fields));
  }
  ReportText& line(std::string_view line) {
    text_ += line;
    text_ += "\n";
    return *this;
  }

  const std::string& header() const { return header_; }
  const std::string& text() const { return text_; }
  // The same with other row ends.
  std::string text_with(std::string_view row_end) const {
    std::string text;
    for (const char c : text_) {
      if (c == '\n') {
        text += row_end;
      } else {
        text += c;
      }
    }
    return text;
  }

 private:
  static std::string ordinary(const std::string& column) {
    static const std::map<std::string, std::string> kOrdinary = {
        {"order-id", "250-1234567-1234567"},
        {"amazon-order-id", "250-1234567-1234567"},
        {"order-item-id", "10000000000001"},
        {"purchase-date", "2026-11-17T01:00:00+00:00"},
        {"payments-date", "2026-11-17T01:00:00+00:00"},
        {"promise-date", "2026-11-20T14:59:59+00:00"},
        {"order-status", "Unshipped"},
        {"fulfillment-channel", "Merchant"},
        {"sales-channel", "Amazon.co.jp"},
        {"buyer-email", "hanako@marketplace.amazon.co.jp"},
        {"buyer-name", "Tanaka Hanako"},
        {"buyer-phone-number", "03-1234-5678"},
        {"sku", "SKU-1"},
        {"product-name", "A tea pot"},
        {"quantity-purchased", "1"},
        {"quantity", "1"},
        {"quantity-shipped", "0"},
        {"quantity-to-ship", ""},
        {"currency", "JPY"},
        {"item-price", "1000"},
        {"ship-service-level", "Standard"},
        {"recipient-name", "Tanaka Hanako"},
        {"ship-address-1", "Toyosu 1-2-27"},
        {"ship-state", "Tokyo"},
        {"ship-postal-code", "135-0061"},
        {"ship-country", "JP"},
        {"Order ID", "250-1234567-1234567"},
        {"Order date", "05-Nov-2026"},
        {"Return request date", "12-Nov-2026"},
        {"Merchant SKU", "SKU-1"},
        {"Return quantity", "1"},
        {"Order quantity", "2"},
        {"settlement-id", "11111111111"},
        {"transaction-type", "Refund"},
        {"order-item-code", "10000000000001"},
        {"adjustment-id", "amzn1:crow:A1"},
        {"amount-type", "ItemPrice"},
        {"amount-description", "Principal"},
        {"amount", "-1980"},
        {"posted-date", "12.11.2026"},
        {"posted-date-time", "12.11.2026 03:00:00 UTC"},
        {"adjustment-reason-code", "CustomerReturn"},
        {"item-price-adj", "1980.00"},
    };
    const auto found = kOrdinary.find(column);
    return found == kOrdinary.end() ? std::string() : found->second;
  }

  std::string joined(const std::vector<std::string>& fields) const {
    std::string line;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (i > 0) line += delimiter_;
      line += fields[i];
    }
    return line;
  }

  std::vector<std::string> columns_;
  char delimiter_;
  std::string header_, text_;
};

inline tl::expected<Report, ReadError> read_in_chunks(
    std::string_view bytes, std::size_t chunk, ReadOptions options = {},
    std::string file = "orders.txt") {
  ReportReader reader(std::move(file), options);
  for (std::size_t at = 0; at < bytes.size(); at += chunk) {
    const auto read = reader.feed(bytes.substr(at, chunk));
    if (!read) return tl::unexpected(read.error());
  }
  return reader.finish();
}

inline tl::expected<Report, ReadError> read_report(
    std::string_view bytes, std::string file = "orders.txt",
    ReadOptions options = {}) {
  return read_in_chunks(bytes, bytes.size() + 1, options, std::move(file));
}

// A golden report's bytes.
inline std::string golden_bytes(const std::string& name) {
  std::ifstream file(std::string(PARCELWISE_TESTS_FOLDER) + "/golden/" + name,
                     std::ios::binary);
  return {std::istreambuf_iterator<char>(file),
          std::istreambuf_iterator<char>()};
}

// Every golden report, alphabetically.
inline const std::vector<std::string>& golden_names() {
  static const std::vector<std::string> kNames = {
      "adjustments-no-promotions.txt",
      "adjustments.txt",
      "all-orders-28-cp932.txt",
      "all-orders-28.txt",
      "all-orders-eu.txt",
      "all-orders-us.txt",
      "blank-lines.txt",
      "br.txt",
      "comma-quoted.csv",
      "conflict-a.txt",
      "conflict-b.txt",
      "continuation-rows.txt",
      "cr-only.txt",
      "damaged-bytes-cp932.txt",
      "damaged-bytes-utf8.txt",
      "damaged-excel.txt",
      "damaged-rows.txt",
      "duplicate-rows-a.txt",
      "duplicate-rows-b.txt",
      "embedded-newline.txt",
      "eu-invoicing-new-orders.txt",
      "eu34-new-orders-utf8.txt",
      "eu34-new-orders-windows-1252.txt",
      "header-only.txt",
      "in66-new-orders.txt",
      "jp-picker-new-orders.txt",
      "jp-rich-new-orders-cp932.txt",
      "jp-us-sales.txt",
      "jp31-cp932.txt",
      "jp32-cp932-crlf.txt",
      "jp33-new-orders-cp932.txt",
      "jp33-new-orders-utf8.txt",
      "jp34-utf8-bom.txt",
      "literal-quotes.txt",
      "pending-jp.txt",
      "promise-before-purchase.txt",
      "repeated-header.txt",
      "returns-jp-cp932.txt",
      "settlement-eu.txt",
      "settlement-jp.txt",
      "us-classic-new-orders.txt",
      "us-maximal.txt",
      "us41-unshipped.txt",
      "utf16le.txt",
      "w1-w3-deadlines.txt"};
  return kNames;
}

// One return or refund in a line; what is untold stands as "-".
inline std::string dump(const ReturnedItem& item) {
  const auto day = [](const std::optional<Day>& reported) {
    return reported ? to_text(*reported) : "-";
  };
  const auto answer = [](const std::optional<bool>& reported) {
    return reported ? *reported ? "y" : "n" : "-";
  };
  const auto amount = [](std::int64_t thousandths) {
    return thousandths == kNoAmount ? "-" : std::to_string(thousandths);
  };
  return std::to_string(item.row) + " " + item.order.text() + " " + item.sku +
         " " + item.asin + " " + item.rma + " " + day(item.ordered) + " " +
         day(item.requested) + " " + day(item.arrived) + " " + item.status +
         " " + item.reason + " " + item.resolution + " " +
         std::to_string(item.units) + "/" + std::to_string(item.ordered_units) +
         " " + answer(item.in_policy) + answer(item.a_to_z) +
         answer(item.prime) + " " + std::string(item.currency.code()) + " " +
         amount(item.label_thousandths) + " " + amount(item.order_thousandths) +
         " " + amount(item.refunded_thousandths) + " " + item.label_paid_by +
         " " + item.product;
}
inline std::string dump(const RefundedItem& refund) {
  std::string text = std::to_string(refund.row) + " " + refund.order.text() +
                     " " + refund.item.text() + " " + refund.sku + " " +
                     std::string(refund.currency.code());
  for (const std::int64_t amount : refund.thousandths)
    text += " " + std::to_string(amount);
  if (refund.goodwill_thousandths != 0)
    text += " goodwill " + std::to_string(refund.goodwill_thousandths);
  if (refund.postage_thousandths != 0)
    text += " postage " + std::to_string(refund.postage_thousandths);
  return text + " +" + std::to_string(refund.other_thousandths) +
         (refund.unknown_kind ? " unknown" : "") + " x" +
         std::to_string(refund.units) + " " + refund.event;
}

// Everything a report says, one thing a line: two reports are the same when
// their dumps are.
inline std::string dump(const Report& report) {
  std::string text = report.file + " " + std::string(kind_name(report.kind)) +
                     " " + std::string(encoding_name(report.encoding)) + " " +
                     (report.delimiter == Delimiter::kTab ? "tab " : "comma ") +
                     report.marketplace + "\n";
  const ReportCounts& counts = report.counts;
  for (const std::uint64_t count :
       {std::uint64_t{counts.rows}, std::uint64_t{counts.items},
        std::uint64_t{counts.continuations},
        std::uint64_t{counts.repeated_headers}, std::uint64_t{counts.blank},
        std::uint64_t{counts.duplicates}, std::uint64_t{counts.rejected},
        counts.bytes}) {
    text += std::to_string(count) + " ";
  }
  text += "\n";
  for (const std::string& name : report.header.unused)
    text += "unused " + name + "\n";
  for (const Column column : report.header.missing) {
    text += "missing " + std::string(column_name(column)) + "\n";
  }
  for (const Reject& reject : report.rejects) {
    text += "reject " + std::to_string(reject.row) + " " +
            std::string(reject_name(reject.code)) + " " + reject.column + " " +
            reject.value + "\n";
  }
  for (const Warning& warning : report.warnings) {
    text += "warning " + std::to_string(static_cast<int>(warning.code)) + " " +
            std::to_string(warning.row) + "\n";
  }
  for (std::uint32_t i = 0; i < report.lines.size(); ++i) {
    const Line& line = report.lines[i];
    const OrderPart& part = report.parts[line.part];
    text += "line " + std::to_string(line.row) +
            (line.rejected ? " rejected" : "") + " " +
            std::to_string(static_cast<int>(line.state)) + " " +
            std::to_string(static_cast<int>(part.state)) + " " +
            std::to_string(static_cast<int>(part.channel)) + "\n";
    for (std::size_t c = 0; c < kColumnCount; ++c) {
      const auto column = static_cast<Column>(c);
      const std::string cell = report.cell(line, column);
      if (!cell.empty())
        text += std::string(column_name(column)) + "=" + cell + "\n";
    }
  }
  for (const ReturnedItem& item : report.returns) text += dump(item) + "\n";
  for (const RefundedItem& refund : report.refunds) text += dump(refund) + "\n";
  return text;
}

}  // namespace parcelwise

#endif  // PARCELWISE_TESTS_REPORT_REPORT_TEXT_H_
