// The sentences for what is wrong with a file that is no report: the errors of
// files/, which comes before the words.
#ifndef PARCELWISE_WORDS_FILE_ERRORS_H_
#define PARCELWISE_WORDS_FILE_ERRORS_H_

#include <string>
#include <string_view>

#include "files/json_error.h"
#include "files/table_text.h"
#include "words/catalogue.h"

namespace parcelwise {

// One sentence, with the pointer and, where it is known, the line:
//   "/groups/0/orders stands twice."
std::string json_error_text(const JsonError& error, Language language);

// One sentence: where it is, what was found and what expected.
std::string json_complaint_text(const JsonComplaint& complaint,
                                Language language);

// The same for a table that came as a file of that name.
std::string table_error_text(std::string_view file, const TableError& error,
                             Language language);

}  // namespace parcelwise

#endif  // PARCELWISE_WORDS_FILE_ERRORS_H_
