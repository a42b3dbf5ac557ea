// Whatever a buyer's message holds, finding its order keeps the promises of
// answer/find.h: at most so many orders, each in the book and once; every order
// number is read again from its own text, glued to letters or not; and the
// answer to the same text is the same.
#include <algorithm>
#include <string>
#include <string_view>

#include "answer/find.h"
#include "report/reader.h"
#include "require.h"
#include "text/encoding.h"

namespace {

using namespace parcelwise;

constexpr std::string_view kReport =
    "order-id\torder-item-id\tpurchase-date\tpromise-date\tbuyer-email\tsku\t"
    "product-name\tquantity-purchased\tquantity-to-ship\trecipient-name\n"
    "250-1234567-1234567\t10000000000001\t2026-11-17T01:00:00+00:00\t"
    "2026-11-20T14:59:59+00:00\tk3x9@marketplace.amazon.co.jp\tTUMB-480\tA "
    "cup\t1\t1\t"
    "Tanaka Hanako\n"
    "503-7654321-7654321\t10000000000002\t2026-11-17T01:00:00+00:00\t"
    "2026-11-20T14:59:59+00:00\tabc@marketplace.amazon.co.jp\tPOT-1\tA "
    "pot\t1\t1\t"
    "Suzuki Ichiro\n";

struct Loaded {
  Loaded() {
    ReportReader reader("orders.txt", {});
    (void)reader.feed(kReport);
    report = *reader.finish();
    book = OrderBook::join({&report});
    policies = Policies::only(book, *Policy::load("amazon-jp"));
    check.emplace(Check::run(book, policies, Instant{1'795'000'000}, {}));
  }
  Report report;
  OrderBook book;
  Policies policies;
  std::optional<Check> check;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  static const Loaded loaded;
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  const FoundOrders found = find_orders(*loaded.check, bytes);
  REQUIRE(found.orders.size() <= kMostFound);
  REQUIRE(found.orders.size() <= found.total);
  REQUIRE(!found.too_little || found.total == 0);
  for (const FoundOrder& one : found.orders) {
    REQUIRE(one.order < loaded.book.order_count());
    REQUIRE(std::count_if(found.orders.begin(), found.orders.end(),
                          [&](const FoundOrder& o) {
                            return o.order == one.order;
                          }) == 1);
  }
  const FoundOrders again = find_orders(*loaded.check, bytes);
  REQUIRE(again.total == found.total && again.sought == found.sought);

  std::string text;
  append_utf8(bytes, Encoding::kUtf8, text);
  for (const OrderId& id : order_ids_in(text)) {
    const auto alone = order_ids_in("x" + id.text() + ".");
    REQUIRE(alone.size() == 1 && alone.front() == id);
    if (loaded.book.find(id) && bytes.size() <= kLongestSought)
      REQUIRE(found.total > 0);
  }
  return 0;
}
