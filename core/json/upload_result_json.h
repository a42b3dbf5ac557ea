// Amazon's answer to an upload as the page and the command read it:
// wasm/parcelwise.d.ts, UploadResult; docs/command.md.
#ifndef PARCELWISE_JSON_UPLOAD_RESULT_JSON_H_
#define PARCELWISE_JSON_UPLOAD_RESULT_JSON_H_

#include "files/json.h"
#include "orders/order_book.h"
#include "tracking/upload_result.h"
#include "words/catalogue.h"

namespace parcelwise {

// `book` tells which of its orders are here; a result of another upload names
// others.
Json upload_result_json(const UploadResult& result, const OrderBook& book,
                        Language language);

}  // namespace parcelwise

#endif  // PARCELWISE_JSON_UPLOAD_RESULT_JSON_H_
