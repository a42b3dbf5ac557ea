// The fast splitter: tab files 64 bytes at a time, comma files byte by byte.
// tests/report/splitter_test.cc holds a slow and obvious one that it must
// equal.
#include "report/splitter.h"

#include <cstring>

#include "text/encoding.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace parcelwise {
namespace {

// Bit i of each mask speaks of byte i of the block.
struct BlockMasks {
  std::uint64_t tabs = 0;
  std::uint64_t row_ends = 0;  // LF or CR
};

constexpr std::size_t kBlock = 64;

#if defined(__SSE2__)  // also WebAssembly's, of which em++ makes the same

inline std::uint64_t mask_of(__m128i a, __m128i b, __m128i c, __m128i d) {
  const auto bits = [](__m128i part) {
    return std::uint64_t{static_cast<unsigned>(_mm_movemask_epi8(part))};
  };
  return (bits(a) | bits(b) << 16) | (bits(c) | bits(d) << 16) << 32;
}

// Counted from LF, a row end is 0 or 3 and a tab 255, the greatest byte. Most
// blocks of a report end no row: which byte does is asked where one may.
inline BlockMasks look_at_block(const char* data) {
  const __m128i line_feed = _mm_set1_epi8('\n');
  const __m128i carriage_return = _mm_set1_epi8('\r' - '\n');
  const __m128i tab = _mm_set1_epi8('\t' - '\n');
  const auto load = [&](int at) {
    return _mm_sub_epi8(
        _mm_loadu_si128(reinterpret_cast<const __m128i*>(data + at)),
        line_feed);
  };
  const __m128i a = load(0), b = load(16), c = load(32), d = load(48);
  BlockMasks masks;
  masks.tabs = mask_of(_mm_cmpeq_epi8(a, tab), _mm_cmpeq_epi8(b, tab),
                       _mm_cmpeq_epi8(c, tab), _mm_cmpeq_epi8(d, tab));
  const __m128i least = _mm_min_epu8(_mm_min_epu8(a, b), _mm_min_epu8(c, d));
  const __m128i may_end =
      _mm_cmpeq_epi8(_mm_min_epu8(least, carriage_return), least);
  if (_mm_movemask_epi8(may_end) != 0) {
    const auto ends = [&](__m128i bytes) {
      return _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_setzero_si128()),
                          _mm_cmpeq_epi8(bytes, carriage_return));
    };
    masks.row_ends = mask_of(ends(a), ends(b), ends(c), ends(d));
  }
  return masks;
}

#else

BlockMasks look_at_block(const char* data) {
  BlockMasks masks;
  for (std::size_t i = 0; i < kBlock; ++i) {
    const char c = data[i];
    const std::uint64_t bit = std::uint64_t{1} << i;
    if (c == '\t') masks.tabs |= bit;
    if (c == '\n' || c == '\r') masks.row_ends |= bit;
  }
  return masks;
}

#endif

// Bits below the given one.
constexpr std::uint64_t below(unsigned bit) {
  return (std::uint64_t{1} << bit) - 1;
}

// Where the line that `bytes` begins with ends; npos if not in there.
std::size_t find_row_end(std::string_view bytes) {
  return bytes.find_first_of("\r\n");
}

}  // namespace

bool RowView::non_ascii() const { return !is_ascii(bytes()); }

std::string_view plain_field(std::string_view bytes, char comma,
                             std::size_t number) {
  const char marks[] = {comma, '\r', '\n'};
  for (;; --number) {
    const std::size_t end = bytes.find_first_of(marks, 0, 3);
    if (end == std::string_view::npos || bytes[end] != comma) return {};
    if (number == 0) return bytes.substr(0, end);
    bytes.remove_prefix(end + 1);
  }
}

void Splitter::emit(const char* data, bool too_long) {
  RowView row(data, ends_.data(), ends_.size());
  row.too_long = too_long;
  row.lines = lines_;
  row.unended = unended_;
  sink_.row(row);
  ends_.clear();
  lines_ = 1;
  unended_ = false;
}

// The front of a row longer than kMaxRowBytes.
void Splitter::emit_cut(const char* data) {
  ends_.assign(1, static_cast<std::uint32_t>(kMaxRowBytes));
  lines_ = 1;
  unended_ = false;
  emit(data, true);
}

// The hot loop. A row that lies in `bytes` whole is handed on without a copy.
// `ends_` is written as plain memory: a block has no more separators than
// bytes.
std::size_t Splitter::split_tabs(std::string_view bytes) {
  const char* const begin = bytes.data();
  const std::size_t size = bytes.size();
  std::size_t row_begin = 0;
  std::uint32_t* to = nullptr;  // behind the fields that have ended of the row
  const std::uint32_t* full = nullptr;  // from there on a block may not fit
  const auto make_room = [&](std::size_t count) {
    ends_.resize(2 * (count + kBlock));
    to = ends_.data() + count;
    full = ends_.data() + ends_.size() - kBlock;
  };
  make_room(0);
  char padded[kBlock];

  for (std::size_t block_begin = 0; block_begin < size; block_begin += kBlock) {
    const char* block = begin + block_begin;
    const std::size_t left = size - block_begin;
    if (left < kBlock) {
      std::memset(padded, 0, kBlock);
      std::memcpy(padded, block, left);
      block = padded;
    }
    const BlockMasks masks = look_at_block(block);
    if (to > full) make_room(static_cast<std::size_t>(to - ends_.data()));
    // Where each of the tabs stands in the row; a row may begin in the block.
    const auto put = [&](std::uint64_t tabs) {
      const auto base = static_cast<std::uint32_t>(block_begin - row_begin);
      for (; tabs != 0; tabs &= tabs - 1) {
        *to++ = base + static_cast<std::uint32_t>(__builtin_ctzll(tabs));
      }
    };
    // The tabs of this block that belong to no row handed on.
    std::uint64_t tabs = masks.tabs;
    for (std::uint64_t row_ends = masks.row_ends; row_ends != 0;
         row_ends &= row_ends - 1) {
      const auto bit = static_cast<unsigned>(__builtin_ctzll(row_ends));
      const std::size_t at = block_begin + bit;
      if (at < row_begin) continue;  // the LF of a CR LF
      put(tabs & below(bit));
      tabs &= ~below(bit);
      *to++ = static_cast<std::uint32_t>(at - row_begin);
      if (at - row_begin > kMaxRowBytes) {
        emit_cut(begin + row_begin);
        make_room(0);
      } else {
        sink_.row(RowView(begin + row_begin, ends_.data(),
                          static_cast<std::size_t>(to - ends_.data())));
        to = ends_.data();
      }
      row_begin = at + 1;
      if (begin[at] == '\r') {
        if (row_begin == size) {
          skip_line_feed_ = true;
        } else if (begin[row_begin] == '\n') {
          ++row_begin;
        }
      }
    }
    put(tabs);
  }
  ends_.clear();
  return row_begin;
}

// Whether one of the sink's rows begins behind a row end in there.
bool Splitter::holds_row(std::string_view quoted) const {
  for (std::size_t at = find_row_end(quoted); at != std::string_view::npos;) {
    const std::string_view rest = quoted.substr(at + 1);
    if (sink_.begins_row(rest, row_marks_[0])) return true;
    const std::size_t next = find_row_end(rest);
    at = next == std::string_view::npos ? next : at + 1 + next;
  }
  return false;
}

std::optional<bool> Splitter::parts_rows(std::string_view window,
                                         std::size_t quote, bool more) {
  const char comma = row_marks_[0];
  const auto is_row = [&](std::string_view line) {
    // The last field ends with its line.
    return sink_.begins_row(std::string(line) + comma, comma);
  };
  if (!first_line_is_row_)
    first_line_is_row_ = is_row(window.substr(0, find_row_end(window)));
  if (!*first_line_is_row_) return false;
  const std::size_t begin = window.find_last_of("\r\n", quote) + 1;
  const std::size_t length = find_row_end(window.substr(begin));
  if (length == std::string_view::npos && more) return std::nullopt;
  return is_row(window.substr(begin, length));
}

std::size_t Splitter::split_quoted(std::string_view window, std::size_t at,
                                   bool more, bool at_end) {
  const std::size_t kept = unquoted_.size();
  const std::uint32_t lines = lines_;
  std::size_t from = at + 1;
  for (;;) {
    const std::size_t quote = window.find('"', from);
    // Whether this quote closes the field shows at the byte behind it.
    if (quote == std::string_view::npos ||
        (quote + 1 == window.size() && !at_end)) {
      if (more) return std::string_view::npos;
      unended_ = true;
      break;
    }
    if (holds_row(window.substr(from, quote - from))) break;
    for (std::size_t i = from; i < quote; ++i) {
      if (window[i] == '\n' || (window[i] == '\r' && window[i + 1] != '\n'))
        ++lines_;
    }
    unquoted_.append(window, from, quote - from);
    from = quote + 1;
    if (from == window.size() || ends_field(window[from])) {
      if (lines_ == lines) return from;
      const auto two_rows = parts_rows(window, quote, more);
      if (!two_rows) return std::string_view::npos;
      if (!*two_rows) return from;
      break;
    }
    if (window[from] != '"') break;
    unquoted_.push_back('"');
    ++from;
  }
  unquoted_.resize(kept);
  lines_ = lines;
  return at;
}

std::size_t Splitter::split_comma_row(std::string_view bytes, bool at_end) {
  unquoted_.clear();
  ends_.clear();
  lines_ = 1;
  unended_ = false;
  first_line_is_row_.reset();
  // The row's end must lie in here, however much more the chunk holds: where
  // chunks end changes nothing.
  const std::string_view window = bytes.substr(0, kMaxRowBytes + 1);
  at_end = at_end && window.size() == bytes.size();
  const bool more = !at_end && window.size() <= kMaxRowBytes;
  std::size_t at = 0;
  for (;;) {
    if (at < window.size() && window[at] == '"') {
      at = split_quoted(window, at, more, at_end);
      if (at == std::string_view::npos) return 0;
    }
    std::size_t end = window.find_first_of(row_marks_, at, 3);
    if (end == std::string_view::npos) {
      if (!at_end) return 0;
      end = window.size();
    }
    unquoted_.append(window, at, end - at);
    ends_.push_back(static_cast<std::uint32_t>(unquoted_.size()));
    if (end == window.size()) {
      unended_ = true;
      return end;
    }
    at = end + 1;
    if (window[end] == row_marks_[0]) {
      unquoted_.push_back('\0');
      continue;
    }
    if (window[end] == '\r') {
      if (at == bytes.size()) {
        skip_line_feed_ = true;
      } else if (bytes[at] == '\n') {
        ++at;
      }
    }
    return at;
  }
}

std::size_t Splitter::split_commas(std::string_view bytes, bool at_end) {
  std::size_t done = 0;
  while (done < bytes.size()) {
    const std::string_view rest = bytes.substr(done);
    const bool window_full = rest.size() > kMaxRowBytes;
    std::size_t taken = split_comma_row(rest, at_end);
    if (taken != 0) {
      emit(unquoted_.data(), false);
    } else if (window_full) {
      const std::size_t end = find_row_end(rest);
      if (end == std::string_view::npos) break;
      emit_cut(rest.data());
      taken = end + 1;
      if (rest[end] == '\r') {
        if (taken == rest.size()) {
          skip_line_feed_ = true;
        } else if (rest[taken] == '\n') {
          ++taken;
        }
      }
    } else {
      break;
    }
    done += taken;
  }
  return done;
}

// What is kept never holds a row's end, or is short enough to wait for one.
void Splitter::keep(std::string_view rest) {
  carry_.append(rest);
  if (carry_.size() <= kMaxRowBytes) return;
  emit_cut(carry_.data());
  carry_.clear();
  skip_row_ = true;
}

void Splitter::feed(std::string_view bytes) {
  if (bytes.empty()) return;
  if (skip_line_feed_) {
    skip_line_feed_ = false;
    if (bytes.front() == '\n') bytes.remove_prefix(1);
  }
  if (skip_row_) {
    const std::size_t end = find_row_end(bytes);
    if (end == std::string_view::npos) return;
    skip_row_ = false;
    const bool carriage_return = bytes[end] == '\r';
    bytes.remove_prefix(end + 1);
    if (carriage_return) {
      if (bytes.empty()) {
        skip_line_feed_ = true;
      } else if (bytes.front() == '\n') {
        bytes.remove_prefix(1);
      }
    }
  }
  if (bytes.empty()) return;

  if (delimiter_ == Delimiter::kComma) {
    if (carry_.empty()) {
      const std::size_t done = split_commas(bytes, false);
      keep(bytes.substr(done));
    } else {
      std::string joined = std::move(carry_);
      carry_.clear();
      joined.append(bytes);
      const std::size_t done = split_commas(joined, false);
      keep(std::string_view(joined).substr(done));
    }
    return;
  }
  if (!carry_.empty()) {
    // Complete the row that the last chunk left open, and only that one.
    const std::size_t end = find_row_end(bytes);
    if (end == std::string_view::npos) {
      keep(bytes);
      return;
    }
    std::size_t taken = end + 1;
    const bool carriage_return = bytes[end] == '\r';
    if (carriage_return && taken < bytes.size() && bytes[taken] == '\n')
      ++taken;
    keep(bytes.substr(0, end));
    if (skip_row_) {
      skip_row_ = false;  // its end is here
    } else {
      split_last_row(carry_);
      carry_.clear();
    }
    if (carriage_return && taken == bytes.size() && taken == end + 1) {
      skip_line_feed_ = true;
    }
    bytes.remove_prefix(taken);
  }
  const std::size_t done = split_tabs(bytes);
  keep(bytes.substr(done));
}

// A tab row without its row end.
void Splitter::split_last_row(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] == '\t') ends_.push_back(static_cast<std::uint32_t>(i));
  }
  ends_.push_back(static_cast<std::uint32_t>(bytes.size()));
  emit(bytes.data(), false);
}

void Splitter::finish() {
  if (carry_.empty()) return;
  if (delimiter_ == Delimiter::kComma) {
    const std::string bytes = std::move(carry_);
    split_commas(bytes, true);
  } else {
    unended_ = true;
    split_last_row(carry_);
  }
  carry_.clear();
}

}  // namespace parcelwise
