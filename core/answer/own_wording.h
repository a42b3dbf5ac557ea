// The seller's own words for messages, as a file, held to Amazon's guidelines.
//
//   {"messages": {"ja": {"not-received/tracked": ["荷物の行方を…",
//   "{report_by}までに…"]},
//                 "en": {"closing": "Kind regards,"}}}
//
// A text is one paragraph or a list of them, with the fields of our own
// (message_fields()); "greeting", "opening" and "closing" may be replaced too.
// What a file does not name stays ours.
//
// A success: the file above -> two texts.
// A failure: a paragraph with "https://..." -> WordingError{
//   "/messages/ja/not-received~1tracked/0", "link", "https://"}.
// A wrong file is refused whole.
#ifndef PARCELWISE_ANSWER_OWN_WORDING_H_
#define PARCELWISE_ANSWER_OWN_WORDING_H_

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "files/json_error.h"
#include "words/catalogue.h"

namespace parcelwise {

struct WordingError {
  std::string pointer;  // RFC 6901
  std::string_view
      code;           // "link", "markup", "marketing", "asks-to-cancel",
                      // "field", "long", "form", "outcome", "language", "json"
  std::string found;  // the offending text, at most 80 bytes
  std::optional<JsonError> unopened = std::nullopt;  // of "json"
};
std::string wording_error_text(const WordingError& error, Language language);

// What may stand in braces in a message.
std::span<const std::string_view> message_fields();

inline constexpr std::size_t kLongestMessageText = 4'000;  // bytes of one text

// What a text of a message breaks, as a code and what was found; {"", ""} where
// it keeps the guidelines. `may_cancel`: the buyer asked for a cancellation or
// a change, so the message may say how that is done.
struct Breach {
  std::string_view code;
  std::string found;
};
Breach find_breach(std::string_view text, bool may_cancel);

class OwnWording {
 public:
  static tl::expected<OwnWording, WordingError> read(std::string_view json);

  // The paragraphs for "not-received/tracked" or "closing"; nullptr where the
  // file has none in that language.
  const std::vector<std::string>* find(Language language,
                                       std::string_view name) const;
  std::size_t size() const { return texts_.size(); }

 private:
  std::map<std::string, std::vector<std::string>, std::less<>>
      texts_;  // "ja/closing"
};

}  // namespace parcelwise

#endif  // PARCELWISE_ANSWER_OWN_WORDING_H_
