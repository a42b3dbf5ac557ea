// How often a random test draws. Where memory is watched, in WebAssembly and in
// the quick build each draw takes ten times as long: there a twentieth is
// drawn, of the same cases, and the rest natively.
#ifndef PARCELWISE_TESTS_DRAWS_H_
#define PARCELWISE_TESTS_DRAWS_H_

namespace parcelwise {

#if defined(PARCELWISE_FEW_DRAWS)
inline constexpr bool kFewDraws = true;
#else
inline constexpr bool kFewDraws = false;
#endif

//   draws(20'000) -> 20'000 natively, else 1'000
constexpr int draws(int natively) {
  return kFewDraws ? natively / 20 : natively;
}

}  // namespace parcelwise

#endif  // PARCELWISE_TESTS_DRAWS_H_
