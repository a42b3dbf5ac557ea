// What was wrong with a file or a row, in words: the catalogue's sentences with
// the row's own place and text put in.
#ifndef PARCELWISE_REPORT_WORDING_H_
#define PARCELWISE_REPORT_WORDING_H_

#include <span>
#include <string>
#include <string_view>

#include "report/reader.h"
#include "words/catalogue.h"

namespace parcelwise {

// What is wrong with a row, and the remedy: one or two sentences.
std::string reject_text(const Reject& reject, Language language);
std::string_view warning_name(const Warning& warning);  // "rejoined-row"
std::string warning_text(const Warning& warning, Language language);

// Why a file could not be read: what was expected and what was found.
std::string read_error_text(const ReadError& error, Language language);
std::string_view read_error_name(ReadErrorCode code);  // "not-a-report"
std::span<const std::string_view> read_error_names();  // by ReadErrorCode

}  // namespace parcelwise

#endif  // PARCELWISE_REPORT_WORDING_H_
