// What a label program's file looks like, as one JSON file: those that come
// with the program (data/carriers/layouts) and a seller's own.
//
//   {"layout": 1, "id": "my-courier", "encoding": "utf-8", "delimiter": ";",
//    "most_rows": 250, "country": 2,
//    "columns": [{"name": "Ref", "from": "order-id", "most": 40, "must": true},
//                {"name": "Name", "from": "name", "most": 35},
//                {"name": "Service", "setting": "service", "text": "STD"},
//                {"name": "Kind", "text": "PARCEL"}, {"name": "Blank"}]}
//
//   columns    in the file's order. `from` is one of those that
//              docs/settings.md lists; `setting` is what the seller says below
//              the layout's id in the shop's "carriers" ("one_of": its values);
//              `text` stands where either says nothing, and alone always.
//              `codes` are words and what to write for them: {"Victoria":
//              "VIC"}, whatever their case. `most` is in characters ("unit":
//              "bytes": in bytes of the encoding); a row with more is left out,
//              but the lines of an address (address-1 to address-4) and of a
//              name (name, name-2) are set anew in their widths. `must`: a
//              blank leaves the row out.
//              `decimals`: the setting is a number with a point and at most so
//              many digits behind it.
//   header     whether the names stand in the first row; second_row: what the
//              program wants below them; first_row: columns of a row before all
//              others, such as the sender's
//   encoding   utf-8, utf-8-bom, windows-1252 or cp932
//   quotes     false: the program reads none; delimiters and quotes within a
//              cell become a space
//   most_rows  in a file; more become several. most_digits: of a cell that is
//              nothing but digits
//   country    2 letters, or 3
//   countries  the only ones that the file can be for
//   numbers    false: the program gives no tracking numbers back
//   name, source, mark, as_of
//              for who reads the file: what it is, and how it is known
// LIMITS  1 to 200 columns, no two names alike but blank ones; texts of at most
// 100 bytes on one line, which the encoding has; `most` from 1 to 1,000 (in
// bytes not in UTF-8, whose lines are cut by characters), and room for an order
// id (19) or our key (15) where one stands. A failure: "most": 0 ->
// JsonComplaint{"/columns/0/most", "0", "1 to 1000"}
#ifndef PARCELWISE_POLICY_OWN_LAYOUT_H_
#define PARCELWISE_POLICY_OWN_LAYOUT_H_

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "files/json_error.h"
#include "text/encoding.h"

namespace parcelwise {

struct OwnColumn {
  std::string name, from, setting, text;
  std::size_t most = 0;  // 0: no limit is told
  bool bytes = false;
  bool must = false;
  std::size_t decimals = kAnyText;
  std::vector<std::string> one_of;                         // of a setting
  std::vector<std::pair<std::string, std::string>> codes;  // word, code

  static constexpr std::size_t kAnyText = 10;  // no number is asked for

  // Whether a cell is a number of so many decimals, where one is asked for.
  //   "2.5", 1 -> true; "2.5", 0 -> false; "2,5", 1 -> false
  bool takes_number(std::string_view cell) const;
  // Whether a cell, also given as the file's bytes, is longer than `most`.
  bool is_over(std::string_view utf8, std::string_view encoded) const;
};

struct OwnLayout {
  std::string id, name;  // name: "" where none is told
  Encoding encoding = Encoding::kUtf8;
  bool byte_order_mark = false;
  char delimiter = ',';
  bool header = true;
  bool quotes = true;
  bool numbers = true;
  std::size_t most_rows = 30'000;
  std::size_t most_digits = 0;  // 0: any
  std::size_t country_letters = 2;
  std::vector<std::string> countries;
  std::vector<std::string> second_row;
  std::vector<OwnColumn> first_row;
  std::vector<OwnColumn> columns;

  // Whether what comes back can be matched by the order.
  bool names_order() const;

  // A text in the layout's encoding; nullopt where that lacks a character, with
  // its place in `*where` (which may be null).
  std::optional<std::string> encoded(std::string_view utf8,
                                     std::size_t* where) const;

  static tl::expected<OwnLayout, JsonComplaint> read(std::string_view json);
  // One that came with the program: "ups-batch"; nullopt for an id that is
  // none.
  static std::optional<OwnLayout> of(std::string_view id);
  static std::span<const std::string_view> ids();
};

}  // namespace parcelwise

#endif  // PARCELWISE_POLICY_OWN_LAYOUT_H_
