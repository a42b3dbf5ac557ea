// The fast splitter: tab files 64 bytes at a time, comma files byte by byte.
// tests/report/splitter_test.cc holds a slow and obvious one that it must
// equal.
#include "report/splitter.h"

#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace parcelwise {
namespace {

// Bit i of each mask speaks of byte i of the block.
struct BlockMasks {
  std::uint64_t tabs = 0;
  std::uint64_t row_ends = 0;  // LF or CR
  std::uint64_t non_ascii = 0;
};

constexpr std::size_t kBlock = 64;

#if defined(__SSE2__)  // also WebAssembly's, of which em++ makes the same

inline std::uint64_t mask_of(__m128i a, __m128i b, __m128i c, __m128i d) {
  const auto bits = [](__m128i part) {
    return std::uint64_t{static_cast<unsigned>(_mm_movemask_epi8(part))};
  };
  return (bits(a) | bits(b) << 16) | (bits(c) | bits(d) << 16) << 32;
}

// Most blocks of a report end no row: which byte does is asked where one may.
inline BlockMasks look_at_block(const char* data) {
  const __m128i tab = _mm_set1_epi8('\t');
  const __m128i line_feed = _mm_set1_epi8('\n');
  const __m128i carriage_return = _mm_set1_epi8('\r');
  const auto load = [data](int at) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(data + at));
  };
  const auto ends = [&](__m128i bytes) {
    return _mm_or_si128(_mm_cmpeq_epi8(bytes, line_feed),
                        _mm_cmpeq_epi8(bytes, carriage_return));
  };
  const __m128i a = load(0), b = load(16), c = load(32), d = load(48);
  BlockMasks masks;
  masks.tabs = mask_of(_mm_cmpeq_epi8(a, tab), _mm_cmpeq_epi8(b, tab),
                       _mm_cmpeq_epi8(c, tab), _mm_cmpeq_epi8(d, tab));
  masks.non_ascii = mask_of(a, b, c, d);
  const __m128i ends_a = ends(a), ends_b = ends(b);
  const __m128i ends_c = ends(c), ends_d = ends(d);
  const __m128i any =
      _mm_or_si128(_mm_or_si128(ends_a, ends_b), _mm_or_si128(ends_c, ends_d));
  if (_mm_movemask_epi8(any) != 0)
    masks.row_ends = mask_of(ends_a, ends_b, ends_c, ends_d);
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
    if (static_cast<unsigned char>(c) > 0x7F) masks.non_ascii |= bit;
  }
  return masks;
}

#endif

// Bits below the given one.
constexpr std::uint64_t below(unsigned bit) {
  return (std::uint64_t{1} << bit) - 1;
}

bool has_high_byte(std::string_view bytes) {
  for (const char c : bytes) {
    if (static_cast<unsigned char>(c) > 0x7F) return true;
  }
  return false;
}

// Where the line that `bytes` begins with ends; npos if not in there.
std::size_t find_row_end(std::string_view bytes) {
  return bytes.find_first_of("\r\n");
}

}  // namespace

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

void Splitter::emit(const char* data, bool non_ascii, bool too_long) {
  RowView row(data, ends_.data(), ends_.size());
  row.non_ascii = non_ascii;
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
  emit(data, has_high_byte({data, kMaxRowBytes}), true);
}

// The hot loop. A row that lies in `bytes` whole is handed on without a copy.
// `ends_` is written as plain memory: a block has no more separators than
// bytes.
std::size_t Splitter::split_tabs(std::string_view bytes) {
  const char* const begin = bytes.data();
  const std::size_t size = bytes.size();
  std::size_t row_begin = 0;
  bool row_non_ascii = false;
  std::size_t count = 0;  // fields of the row at hand that have ended
  char padded[kBlock];

  for (std::size_t block_begin = 0; block_begin < size; block_begin += kBlock) {
    const std::size_t left = size - block_begin;
    BlockMasks masks;
    if (left >= kBlock) {
      masks = look_at_block(begin + block_begin);
    } else {
      std::memset(padded, 0, kBlock);
      std::memcpy(padded, begin + block_begin, left);
      masks = look_at_block(padded);
    }
    if (ends_.size() < count + kBlock) ends_.resize(2 * (count + kBlock));
    // Where each of the tabs stands in the row; a row may begin in the block.
    const auto put = [&](std::uint64_t tabs) {
      const auto base = static_cast<std::uint32_t>(block_begin - row_begin);
      std::uint32_t* to = ends_.data() + count;
      for (; tabs != 0; tabs &= tabs - 1) {
        *to++ = base + static_cast<std::uint32_t>(__builtin_ctzll(tabs));
      }
      count = static_cast<std::size_t>(to - ends_.data());
    };
    // Of this block, the bytes that belong to no row handed on.
    std::uint64_t mine = ~std::uint64_t{0};
    for (std::uint64_t row_ends = masks.row_ends; row_ends != 0;
         row_ends &= row_ends - 1) {
      const auto bit = static_cast<unsigned>(__builtin_ctzll(row_ends));
      const std::size_t at = block_begin + bit;
      if (at < row_begin) continue;  // the LF of a CR LF
      put(masks.tabs & mine & below(bit));
      ends_[count++] = static_cast<std::uint32_t>(at - row_begin);
      if (at - row_begin > kMaxRowBytes) {
        emit_cut(begin + row_begin);
      } else {
        RowView row(begin + row_begin, ends_.data(), count);
        row.non_ascii =
            row_non_ascii || (masks.non_ascii & mine & below(bit)) != 0;
        sink_.row(row);
      }
      if (ends_.size() < kBlock) ends_.resize(2 * kBlock);
      count = 0;
      row_non_ascii = false;
      row_begin = at + 1;
      mine = ~below(bit) << 1;
      if (begin[at] == '\r') {
        if (row_begin == size) {
          skip_line_feed_ = true;
        } else if (begin[row_begin] == '\n') {
          ++row_begin;
          mine <<= 1;
        }
      }
    }
    put(masks.tabs & mine);
    row_non_ascii = row_non_ascii || (masks.non_ascii & mine) != 0;
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
      emit(unquoted_.data(), has_high_byte(unquoted_), false);
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
  emit(bytes.data(), has_high_byte(bytes), false);
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
