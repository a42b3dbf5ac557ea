// What the command says besides its findings: exit statuses and the lines of
// standard error.
#ifndef PARCELWISE_CLI_MESSAGES_H_
#define PARCELWISE_CLI_MESSAGES_H_

#include <cstdio>
#include <string_view>

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

}  // namespace parcelwise::cli

#endif  // PARCELWISE_CLI_MESSAGES_H_
