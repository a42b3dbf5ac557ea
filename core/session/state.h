// What a session keeps, and what several of its calls are made of. The room's
// own: whoever uses a session includes session/session.h alone.
#ifndef PARCELWISE_SESSION_STATE_H_
#define PARCELWISE_SESSION_STATE_H_

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "answer/own_wording.h"
#include "combine/sound_groups.h"
#include "files/json_error.h"
#include "handoff/handoff_files.h"
#include "journal/changes.h"
#include "journal/journal.h"
#include "journal/progress.h"
#include "json/group_list_json.h"
#include "json/groups_json.h"
#include "json/page_json.h"
#include "json/terms_json.h"
#include "json/tracking_json.h"
#include "orders/marketplace.h"
#include "report/reader.h"
#include "rules/check.h"
#include "rules/work_list.h"
#include "session/failure.h"
#include "session/session.h"
#include "tracking/tracking.h"
#include "tracking/upload_result.h"

namespace parcelwise {

Reply done(const Json& json);
// `more` are the Failure's other members.
Reply failure(FailureName code, std::string_view message,
              std::initializer_list<JsonMember> more = {});

// A bad argument that is JSON: where in it, and what was expected.
Reply bad_json(const JsonComplaint& complaint, Language language);

struct Session::State {
  Reply bad_argument(const char* name) const;

  void make_plan();
  // Of the order that a request is about.
  PolicyOf policy_of() const { return order_policies(book, policies); }
  // Made when first asked for after a check, a plan or a decision.
  GroupList& group_list();
  // Made when the first row is asked for.
  WorkList& work_list();
  // By the terms in force; null where they name no services.
  Json services_of_order(std::uint32_t order) const;
  // Matched with the accepted groups when an order is first looked at.
  const TrackingNumbers& matched_numbers();
  // Held against the book.
  SoundGroups sound(const AcceptedGroups& accepted) const;
  TrackingNumbers match_numbers(const std::vector<std::vector<OrderId>>& groups,
                                const OrderSplits& splits) const;
  std::vector<OpenTracking> tracking_files() const;
  Reply keep_tracking(tl::expected<TrackingFile, TrackingError> read);
  // Folds the journal with what the book lists, and notes new listings; what
  // the check's summary says of it.
  Json take_in_journal(Instant now);
  // Those of the book below this name of Changes; nullopt: there is no such.
  std::optional<std::vector<std::uint32_t>> orders_changed(
      std::string_view name) const;
  // Those that a query does not leave out, of its own `among` or of all.
  std::vector<std::uint32_t> left_over(const PageQuery& query) const;
  // The check points into the book, the book into the reports.
  void forget_check();

  Language language = Language::kEnglish;
  std::unique_ptr<char[]> buffer;
  std::size_t buffer_bytes = 0;
  int next_handle = 1;
  std::map<int, std::unique_ptr<ReportReader>> open;
  std::map<int, std::unique_ptr<Report>> closed;
  std::optional<Policy> chosen;
  OrderBook book;
  // Of the book's orders.
  Policies policies = Policies::only(book, *Policy::load(kDefaultPolicy));
  std::optional<Check> check;
  std::unique_ptr<WorkList> list;
  std::vector<RefundRequest> planned;
  RefundPlan plan;
  std::optional<OwnWording> wording;
  std::unique_ptr<CombineTerms> terms = std::make_unique<CombineTerms>();
  GroupDecisions decisions;
  std::unique_ptr<GroupList> groups;
  std::map<int, std::unique_ptr<TrackingFile>> tracking;
  AcceptedProposals accepted_proposals;
  std::optional<TrackingNumbers> numbers;
  std::optional<UploadResult> result;  // Amazon's last answer to an upload
  HandoffFiles written;            // the last, until the page has copied them
  std::optional<Journal> journal;  // none is kept until it is set
  Progress progress;               // of the last check, which points at it
  Changes changes;
};

}  // namespace parcelwise

#endif  // PARCELWISE_SESSION_STATE_H_
