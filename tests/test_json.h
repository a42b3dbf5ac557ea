// JSON as tests write and read it: the library itself, so that what the program
// opens and writes is judged by another than files/json.h.
#ifndef PARCELWISE_TESTS_TEST_JSON_H_
#define PARCELWISE_TESTS_TEST_JSON_H_

#include <nlohmann/json.hpp>
#include <string_view>

namespace parcelwise {

using TestJson = nlohmann::ordered_json;

// Discarded where it is no JSON.
inline TestJson test_json(std::string_view text) {
  return TestJson::parse(text, nullptr, false);
}

}  // namespace parcelwise

#endif  // PARCELWISE_TESTS_TEST_JSON_H_
