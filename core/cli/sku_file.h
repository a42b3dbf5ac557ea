// The table of SKUs that a command is given.
#ifndef PARCELWISE_CLI_SKU_FILE_H_
#define PARCELWISE_CLI_SKU_FILE_H_

#include <string>
#include <tl/expected.hpp>

#include "parcel/sku_table.h"
#include "words/catalogue.h"

namespace parcelwise::cli {

// An error is one line that names the file, and the row where there is one.
tl::expected<SkuTable, std::string> read_skus(const std::string& path,
                                              Language language);

}  // namespace parcelwise::cli

#endif  // PARCELWISE_CLI_SKU_FILE_H_
