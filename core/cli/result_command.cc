// Reads Amazon's processing report and prints each refused line with its
// meaning.
#include "cli/result_command.h"

#include <cstdio>

#include "cli/files.h"
#include "cli/messages.h"
#include "cli/terminal_text.h"
#include "json/report_json.h"
#include "json/upload_result_json.h"

namespace parcelwise::cli {
namespace {

std::string result_text(const Json& json, Language language) {
  const auto words = [language](std::string_view name, const Fields& fields) {
    return wrap(command_text(language, "result/" + std::string(name), fields),
                0);
  };
  std::string text = words(
      "counts", {{"processed", std::to_string(json["processed"].number())},
                 {"successful", std::to_string(json["successful"].number())}});
  for (const Json& row : json["rows"]) {
    std::string place = row["order_id"].text();
    if (place.empty()) place = words("file", {});
    while (!place.empty() && place.back() == '\n') place.pop_back();
    if (const std::string& item = row["order_item_id"].text(); !item.empty())
      place += " " + item;
    text +=
        "\n" +
        wrap(place + "  " + row["type"].text() + " " + row["code"].text(), 0);
    text += wrap(row["meaning"].text(), 2);
    text += wrap(row["advice"].text(), 2);
  }
  if (json["elsewhere"] != 0) {
    text +=
        "\n" + words("elsewhere",
                     {{"orders", std::to_string(json["elsewhere"].number())}});
  }
  if (json["untold"] != 0) {
    text +=
        "\n" +
        words("untold", {{"records", std::to_string(json["untold"].number())}});
  }
  return text + "\n" + words("next", {});
}

}  // namespace

tl::expected<UploadResult, std::string> read_result(const std::string& path,
                                                    Language language) {
  const auto bytes = read_whole_file(path);
  if (!bytes) return tl::unexpected(bytes.error());
  auto result = read_upload_result(shown_name(path), *bytes);
  if (result) return std::move(*result);
  return tl::unexpected(
      upload_result_error_text(result.error(), shown_name(path), language));
}

int run_result(const ResultArguments& arguments) {
  const auto settings = read_settings(arguments.loading);
  if (!settings) return settings.error();
  const auto result = read_result(arguments.result, settings->language);
  if (!result) return complain(kUnreadable, result.error());
  const auto loaded = load_reports(arguments.loading.reports, *settings);
  if (!loaded) return loaded.error();
  const Json json = upload_result_json(*result, loaded->join(*settings).book,
                                       settings->language);
  print(stdout, wants_json(arguments.format)
                    ? json_text(json) + "\n"
                    : result_text(json, settings->language));
  if (std::fflush(stdout) != 0)
    return complain(kUnreadable, "cannot write the result");
  return loaded->unreadable ? kUnreadable : kDone;
}

}  // namespace parcelwise::cli
