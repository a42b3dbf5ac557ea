// The `parcelwise` command; its interface is the project's contract.
#include <CLI/CLI.hpp>

#include "cli/check_command.h"

int main(int count, char** values) {
  constexpr int kWrongUsage = 2;
  CLI::App app{"What each Amazon order needs today, and by when.", "parcelwise"};
  app.require_subcommand(1);

  parcelwise::cli::CheckArguments check;
  CLI::App* const check_command =
      app.add_subcommand("check", "List what each order of the reports needs.");
  check_command
      ->add_option("REPORT", check.reports, "order reports, or - for standard input")
      ->required();
  check_command->add_option("--now", check.now,
                            "the instant to check for, as 2026-11-20T09:00:00+09:00 "
                            "(default: the clock)");
  check_command->add_option("--policy", check.policy,
                            "amazon-jp, amazon-it, amazon-us or a policy file (default: "
                            "found from the reports)");
  check_command
      ->add_option("--format", check.format, "json or text (default: text on a terminal)")
      ->check(CLI::IsMember({"json", "text"}));
  check_command->add_option("--language", check.language, "ja, en or it");
  check_command->add_option("--encoding", check.encoding,
                            "the reports' encoding (default: found)");
  check_command->add_option("--kind", check.kind, "the reports' kind (default: found)");
  check_command
      ->add_option("--out-of-stock", check.out_of_stock, "SKUs with no unit left")
      ->delimiter(',');
  check_command->add_option("--stock", check.stock_file,
                            "a file of SKUs and units in hand");
  try {
    app.parse(count, values);
  } catch (const CLI::ParseError& error) {
    // Help is asked for and goes to standard output; anything else is usage.
    return app.exit(error) == 0 ? 0 : kWrongUsage;
  }
  return parcelwise::cli::run_check(check);
}
