// What a fuzz target holds to: a broken property ends the program with its text
// and the line, so that libFuzzer keeps the input.
#ifndef PARCELWISE_TESTS_FUZZ_REQUIRE_H_
#define PARCELWISE_TESTS_FUZZ_REQUIRE_H_

#include <cstdio>
#include <cstdlib>

#define REQUIRE(property)                                                    \
  do {                                                                       \
    if (!(property)) {                                                       \
      std::fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, \
                   #property);                                               \
      std::abort();                                                          \
    }                                                                        \
  } while (false)

#endif  // PARCELWISE_TESTS_FUZZ_REQUIRE_H_
