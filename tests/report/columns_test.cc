// Tests core/report/columns.cc.
#include "report/columns.h"

#include <gtest/gtest.h>

#include <string>

#include "report/report_text.h"

namespace parcelwise {
namespace {

TEST(FindColumn, one_column_in_many_spellings) {
  struct Row {
    const char* cell;
    Column column;
  };
  const Row rows[] = {
      {"order-id", Column::kOrderId},
      {"Order ID", Column::kOrderId},
      {"ORDER_ID", Column::kOrderId},
      {"amazon-order-id", Column::kOrderId},
      {"Amazon_Order ID", Column::kOrderId},
      {"\"order-id\"", Column::kOrderId},
      {"order-item-id", Column::kOrderItemId},
      {"verge-of-lateShipment", Column::kVergeOfLateShipment},
      {"Verge Of Late Shipment", Column::kVergeOfLateShipment},
      {"delivery-Instructions", Column::kDeliveryInstructions},
      {"recepient-name", Column::kRecipientName},
      {"item-name", Column::kProductName},
      {"quantity", Column::kQuantityPurchased},
      {"shipping-promotion-discount", Column::kShipPromotionDiscount},
      {"is-buyer-requested-cancelation", Column::kIsBuyerRequestedCancellation},
      {"PurchaseOrderNumber", Column::kPurchaseOrderNumber},
      {"isbusinessorder", Column::kIsBusinessOrder},
      {"delivery-start-date", Column::kScheduledDeliveryStart},
      {"scheduled-delivery-end-date", Column::kScheduledDeliveryEnd},
  };
  for (const Row& row : rows)
    EXPECT_EQ(find_column(row.cell), row.column) << row.cell;
  for (const char* cell : {"", "is-transparency", "merchant order-id", "order",
                           "orderids", "注文番号", "order-id2", "cpf"}) {
    EXPECT_EQ(find_column(cell), std::nullopt) << cell;
  }
}

TEST(ColumnName, every_column_has_a_name_that_finds_it) {
  for (std::size_t i = 0; i < kColumnCount; ++i) {
    const auto column = static_cast<Column>(i);
    EXPECT_FALSE(column_name(column).empty()) << i;
    EXPECT_EQ(find_column(column_name(column)), column) << column_name(column);
  }
}

TEST(MatchHeader, of_two_cells_with_one_meaning_the_first_counts) {
  const std::string_view cells[] = {"order-id", "original-order-id",
                                    "sku",      "original-order-id",
                                    "",         "mystery"};
  const Header header = match_header(cells);
  EXPECT_EQ(header.cells.size(), 6u);
  EXPECT_EQ(header.position[static_cast<std::size_t>(Column::kOriginalOrderId)],
            1);
  EXPECT_FALSE(header.cells[3].has_value());
  EXPECT_EQ(header.unused,
            (std::vector<std::string>{"original-order-id", "mystery"}));
  EXPECT_TRUE(header.has(Column::kSku));
  EXPECT_FALSE(header.has(Column::kItemPrice));
}

TEST(MatchHeader, a_latest_ship_date_stands_in_for_the_promise) {
  const std::string_view without[] = {"order-id", "sku"};
  const std::string_view with[] = {"order-id", "sku", "latest-ship-date"};
  const auto misses_promise = [](const Header& header) {
    return std::find(header.missing.begin(), header.missing.end(),
                     Column::kPromiseDate) != header.missing.end();
  };
  EXPECT_TRUE(misses_promise(match_header(without)));
  EXPECT_FALSE(misses_promise(match_header(with)));
}

TEST(FindKind, every_column_variant_of_the_golden_reports) {
  struct Row {
    const char* file;
    ReportKind kind;
    std::size_t columns;
    std::size_t unused;
  };
  const Row rows[] = {
      {"jp31-cp932.txt", ReportKind::kUnshippedOrders, 31, 2},
      {"jp32-cp932-crlf.txt", ReportKind::kUnshippedOrders, 32, 0},
      {"jp34-utf8-bom.txt", ReportKind::kUnshippedOrders, 34, 0},
      {"jp-us-sales.txt", ReportKind::kUnshippedOrders, 30, 3},
      {"us41-unshipped.txt", ReportKind::kUnshippedOrders, 41, 7},
      {"us-maximal.txt", ReportKind::kUnshippedOrders, 82, 35},
      {"br.txt", ReportKind::kUnshippedOrders, 43, 8},
      {"jp33-new-orders-utf8.txt", ReportKind::kNewOrders, 33, 1},
      {"jp33-new-orders-cp932.txt", ReportKind::kNewOrders, 33, 1},
      {"jp-picker-new-orders.txt", ReportKind::kNewOrders, 24, 0},
      {"jp-rich-new-orders-cp932.txt", ReportKind::kNewOrders, 48, 1},
      {"eu34-new-orders-utf8.txt", ReportKind::kNewOrders, 34, 2},
      {"eu-invoicing-new-orders.txt", ReportKind::kNewOrders, 38, 11},
      {"us-classic-new-orders.txt", ReportKind::kNewOrders, 28, 0},
      {"in66-new-orders.txt", ReportKind::kNewOrders, 66, 15},
      {"all-orders-28.txt", ReportKind::kAllOrders, 28, 3},
      {"all-orders-eu.txt", ReportKind::kAllOrders, 52, 18},
      {"all-orders-us.txt", ReportKind::kAllOrders, 41, 10},
      {"pending-jp.txt", ReportKind::kPendingOrders, 7, 0},
      {"../../data/samples/sample-returns.txt", ReportKind::kReturns, 32, 10},
      {"../../data/samples/sample-settlement.txt", ReportKind::kSettlement, 23,
       9},
  };
  for (const Row& row : rows) {
    const auto report = read_report(golden_bytes(row.file));
    ASSERT_TRUE(report.has_value()) << row.file;
    EXPECT_EQ(report->kind, row.kind) << row.file;
    EXPECT_EQ(report->header.cells.size(), row.columns) << row.file;
    EXPECT_EQ(report->header.unused.size(), row.unused) << row.file;
    EXPECT_EQ(report->counts.rejected, 0u) << row.file;
    EXPECT_GT(report->counts.items, 0u) << row.file;
  }
}

TEST(FindKind, a_file_of_refunds_by_its_own_column) {
  struct Row {
    std::vector<std::string_view> cells;
    std::optional<ReportKind> kind;
  };
  const Row rows[] = {
      {{"Order ID", "Return request date"}, ReportKind::kReturns},
      {{"order_id", "order-status", "return-request-date"},
       ReportKind::kReturns},
      {{"settlement-id", "order-id", "amount-type"}, ReportKind::kSettlement},
      {{"order-id", "adjustment-reason-code"}, ReportKind::kAdjustments},
      {{"Return request date", "Merchant SKU"}, std::nullopt},
      {{"settlement-id", "amount-type"}, std::nullopt},
      {{"settlement-id", "order-id", "price-type"}, std::nullopt},
      {{"adjustment-reason-code", "order-item-id"}, std::nullopt},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(find_kind(match_header(row.cells)), row.kind) << row.cells[0];
  }
}

TEST(MatchHeader, misses_what_its_own_kind_of_file_should_have) {
  struct Row {
    std::vector<std::string_view> cells;
    std::vector<Column> missing;
  };
  const Row rows[] = {
      {{"Order ID", "Order date", "Return request date",
        "Return request status", "Currency code", "Merchant SKU",
        "Return quantity", "In policy", "Return delivery date"},
       {Column::kRefundedAmount}},
      {{"settlement-id", "order-id", "currency", "transaction-type",
        "amount-type", "amount-description", "amount", "order-item-code",
        "posted-date-time"},
       {Column::kSku}},
      {{"order-id", "order-item-id", "adjustment-reason-code", "currency",
        "item-price-adj"},
       {Column::kShippingPriceAdj}},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(match_header(row.cells).missing, row.missing) << row.cells[0];
  }
}

TEST(FindKind, a_header_that_is_no_order_report_s) {
  struct Row {
    const char* name;
    std::vector<std::string_view> cells;
  };
  const Row rows[] = {
      {"no order id", {"sku", "quantity-purchased", "order-item-id"}},
      {"an order id alone", {"order-id"}},
      {"no quantity", {"order-id", "order-item-id", "sku"}},
      {"quantity, and neither date nor price",
       {"order-id", "order-item-id", "quantity-purchased"}},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(find_kind(match_header(row.cells)), std::nullopt) << row.name;
  }
}

TEST(FindOtherFile, names_the_amazon_files_that_are_no_order_reports) {
  struct Row {
    std::vector<std::string_view> cells;
    std::string_view file;
  };
  const Row rows[] = {
      {{"settlement-id", "order-id", "price-type"},
       "settlement report other than V2"},
      {{"return-date", "order-id", "sku", "detailed-disposition"},
       "FBA customer returns report"},
      {{"amazon-order-id", "shipment-item-id", "carrier"},
       "FBA shipments report"},
      {{"sku", "fnsku", "asin"}, "FBA inventory report"},
      {{"item-name", "listing-id", "seller-sku"}, "listings report"},
      {{"order-id", "ship-date", "carrier-code"},
       "shipping confirmation upload file"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(find_other_file(row.cells), row.file) << row.file;
  const std::string_view orders[] = {"order-id", "sku"};
  EXPECT_EQ(find_other_file(orders), std::nullopt);
}

TEST(KindName, gives_back_every_kind) {
  for (const ReportKind kind :
       {ReportKind::kNewOrders, ReportKind::kUnshippedOrders,
        ReportKind::kAllOrders, ReportKind::kPendingOrders,
        ReportKind::kReturns, ReportKind::kSettlement,
        ReportKind::kAdjustments}) {
    EXPECT_EQ(kind_from_name(kind_name(kind)), kind);
  }
  EXPECT_EQ(kind_from_name("orders"), std::nullopt);
}

}  // namespace
}  // namespace parcelwise
