// Feeds a large report in slices; see cli/report_slices.h.
#include "cli/report_slices.h"

#include <algorithm>
#include <future>
#include <memory>
#include <vector>

#include "cli/files.h"

namespace parcelwise::cli {
namespace {

constexpr std::uint64_t kEndOfFile = UINT64_MAX;

struct Slice {
  std::uint64_t begin = 0, end = 0;
  std::unique_ptr<ReportReader> reader;
  tl::expected<std::uint64_t, std::string> read_to = 0;
};

// Where slices are to begin, in order. Fewer than were wished for where no
// other order begins near one.
tl::expected<std::vector<std::uint64_t>, std::string> find_cuts(
    SharedFile& file, const ReportReader& reader, std::uint64_t slices) {
  constexpr std::uint64_t kNear = 1u << 16;
  std::vector<std::uint64_t> cuts;
  for (std::uint64_t i = 1; i < slices; ++i) {
    const std::uint64_t wished = file.size() / slices * i;
    if (!cuts.empty() && wished <= cuts.back()) continue;
    std::string near;
    const auto read =
        file.read(wished, wished + kNear, [&](std::string_view bytes) {
          near.append(bytes);
          return true;
        });
    if (!read) return tl::unexpected(read.error());
    if (const auto cut = reader.find_cut(near)) cuts.push_back(wished + *cut);
  }
  return cuts;
}

}  // namespace

tl::expected<void, std::string> feed_report(const std::string& path,
                                            const ReadOptions& options,
                                            const Slicing& slicing,
                                            ReportReader& reader) {
  const auto file = slicing.threads > 1 ? SharedFile::open(path) : nullptr;
  if (!file || file->size() < 2 * slicing.least_bytes) {
    return read_file(path, [&](std::string_view bytes) {
      return reader.feed(bytes).has_value();
    });
  }
  // How far it came.
  const auto feed = [&](ReportReader& fed, std::uint64_t begin,
                        std::uint64_t end) {
    return file->read(begin, end, [&](std::string_view bytes) {
      return fed.feed(bytes).has_value();
    });
  };

  // The front tells whether the file can be cut, and what each slice's reader
  // is to know of it.
  std::string front;
  const auto front_read = file->read(
      0, std::min<std::uint64_t>(slicing.least_bytes, kMaxHeaderBytes),
      [&](std::string_view bytes) {
        front.append(bytes);
        return reader.feed(bytes).has_value();
      });
  if (!front_read) return tl::unexpected(front_read.error());
  const std::string_view header =
      std::string_view(front).substr(0, reader.header_bytes());
  const auto cuts =
      find_cuts(*file, reader,
                header.empty()
                    ? 1
                    : std::min<std::uint64_t>(
                          slicing.threads, file->size() / slicing.least_bytes));
  if (!cuts) return tl::unexpected(cuts.error());

  std::vector<Slice> slices(cuts->size());
  std::vector<std::future<void>> others;
  for (std::size_t i = 0; i < slices.size(); ++i) {
    slices[i].begin = (*cuts)[i];
    // The last one has what is written to the file meanwhile, too.
    slices[i].end = i + 1 < slices.size() ? (*cuts)[i + 1] : kEndOfFile;
    others.push_back(std::async(std::launch::async, [&, i] {
      Slice& slice = slices[i];
      slice.reader = std::make_unique<ReportReader>(std::string(), options);
      if (slice.reader->feed(header))
        slice.read_to = feed(*slice.reader, slice.begin, slice.end);
    }));
  }
  std::uint64_t end = slices.empty() ? kEndOfFile : slices[0].begin;
  auto read_to = feed(reader, front.size(), end);
  if (!read_to) return tl::unexpected(read_to.error());
  for (std::size_t i = 0; i < slices.size(); ++i) {
    // The file has become shorter, or the reader has failed.
    if (*read_to < end) break;
    others[i].get();
    Slice& slice = slices[i];
    if (!slice.read_to) return tl::unexpected(slice.read_to.error());
    end = slice.end;
    read_to = slice.read_to;
    if (!reader.append(std::move(*slice.reader)))
      read_to = feed(reader, slice.begin, slice.end);
    if (!read_to) return tl::unexpected(read_to.error());
    slice.reader.reset();
  }
  return {};
}

}  // namespace parcelwise::cli
