// What the command says besides its findings: exit statuses, the lines of
// standard error, and its own words.
#ifndef PARCELWISE_CLI_MESSAGES_H_
#define PARCELWISE_CLI_MESSAGES_H_

#include <cstdio>
#include <string>
#include <string_view>

#include "words/catalogue.h"

namespace parcelwise::cli {

// The contract's exit statuses.
inline constexpr int kDone = 0;
inline constexpr int kUnreadable =
    1;  // a file, or a request that cannot be met
inline constexpr int kWrongUsage = 2;

void print(std::FILE* where, std::string_view text);

// One line of standard error, whatever a file's name or its first bytes hold.
void diagnose(std::string_view message);

// The same, and the status that it ends with.
int complain(int status, std::string_view message);

// A text below "cli" in the catalogue, its fields filled in.
//   command_text(Language::kEnglish, "journal/first")
//     -> "No earlier listing in the journal: all is new"
std::string command_text(Language language, std::string_view path,
                         const Fields& fields = {});

}  // namespace parcelwise::cli

#endif  // PARCELWISE_CLI_MESSAGES_H_
