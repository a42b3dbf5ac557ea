// Two digits of a day or of a clock.
#ifndef PARCELWISE_TIME_TWO_DIGITS_H_
#define PARCELWISE_TIME_TWO_DIGITS_H_

namespace parcelwise {

// Writes both; `value` is 0 to 99.
//   put_two_digits(at, 7) -> at[0] == '0', at[1] == '7'
constexpr void put_two_digits(char* at, int value) {
  at[0] = static_cast<char>('0' + value / 10);
  at[1] = static_cast<char>('0' + value % 10);
}

}  // namespace parcelwise

#endif  // PARCELWISE_TIME_TWO_DIGITS_H_
