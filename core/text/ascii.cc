// One case for ASCII; see text/ascii.h.
#include "text/ascii.h"

namespace parcelwise {

std::string lower_ascii(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) c = lower_ascii(c);
  return lowered;
}

}  // namespace parcelwise
