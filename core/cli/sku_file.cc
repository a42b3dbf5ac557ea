// Reads a table of SKUs whole; see cli/sku_file.h.
#include "cli/sku_file.h"

#include "cli/files.h"
#include "words/file_errors.h"

namespace parcelwise::cli {

tl::expected<SkuTable, std::string> read_skus(const std::string& path,
                                              Language language) {
  const auto text = read_whole_file(path);
  if (!text) return tl::unexpected(text.error());
  auto skus = SkuTable::load(*text);
  if (skus) return std::move(*skus);
  return tl::unexpected(
      table_error_text(shown_name(path), skus.error(), language));
}

}  // namespace parcelwise::cli
