// Objects from lists of members; see files/json.h.
#include "files/json.h"

namespace parcelwise {

Json json_object(std::initializer_list<JsonMember> members) {
  Json json = Json::object();
  for (const JsonMember& member : members)
    json[std::string(member.name)] = std::move(member.value);
  return json;
}

}  // namespace parcelwise
